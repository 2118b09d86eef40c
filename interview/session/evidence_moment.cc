// Looks for quotations around each edit, never through the whole text again.
#include "interview/session/evidence_moment.h"

#include <algorithm>
#include <map>
#include <string>

namespace interview {
namespace {

constexpr std::string_view kCodePart = "source";
constexpr std::string_view kMessagePart = "messages/";

std::optional<Duration> LastJudged(const Session& session, const QuestionId& question) {
  std::optional<Duration> at;
  for (const RoundRecord& round : session.rounds()) {
    for (const QuestionWork& work : round.work) {
      if (work.id == question && !work.judgements.empty()) at = work.judgements.back().at;
    }
  }
  return at;
}

// Whether `quote` stands in `text` somewhere that the edit has touched.
bool StandsAround(const std::string& text, const event::TextEdited& edit,
                  const std::string& quote) {
  const std::size_t begin = edit.at - std::min(edit.at, quote.size());
  const std::size_t end = std::min(text.size(), edit.at + edit.inserted.size() + quote.size());
  return std::string_view(text).substr(begin, end - begin).find(quote) != std::string_view::npos;
}

}  // namespace

std::optional<Duration> MomentOf(const Evidence& evidence, const Session& session,
                                 std::span<const Event> events) {
  if (evidence.part == kCodePart) return LastJudged(session, evidence.question);
  if (evidence.quote.empty()) return std::nullopt;
  const bool is_message = evidence.part.starts_with(kMessagePart);
  std::map<TextField, std::string> texts;
  for (const Event& e : events) {
    if (const auto* said = std::get_if<event::CandidateSaid>(&e.payload)) {
      if (is_message && said->text.find(evidence.quote) != std::string::npos) return e.at;
      continue;
    }
    const auto* edit = std::get_if<event::TextEdited>(&e.payload);
    if (is_message || edit == nullptr || edit->field.question != evidence.question) continue;
    std::string& text = texts[edit->field];
    if (!ApplyEdit(*edit, &text)) return std::nullopt;
    if (StandsAround(text, *edit, evidence.quote)) return e.at;
  }
  return std::nullopt;
}

}  // namespace interview
