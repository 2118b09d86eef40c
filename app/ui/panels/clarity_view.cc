// The measures of clarity in words.
#include "app/ui/panels/clarity_view.h"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <utility>

#include "app/ui/format.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using interview::Clarity;
using interview::Duration;
using interview::EvaluationKind;

constexpr double kLeastMinutes = 0.25;  // of work; below it a pace means nothing
constexpr std::size_t kMostHedges = 6;  // kinds that are quoted

std::string Count(int count, const std::string& one) {
  return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

std::string AnswerFirst(const Clarity& clarity) {
  if (!clarity.words_before_answer) return "No point was earned, so none came first.";
  if (*clarity.words_before_answer == 0) return "The first point is made at once.";
  return "The first point comes after " + Count(*clarity.words_before_answer, "word") + ".";
}

std::string Structure(const Clarity& clarity) {
  std::string text = Count(clarity.words, "word") + " in " + Count(clarity.sentences, "sentence");
  if (clarity.sentences > 0) {
    text += ", " + std::to_string((clarity.words + clarity.sentences / 2) / clarity.sentences) +
            " a sentence";
  }
  return text + "; " + Count(clarity.signposts, "linking word") + ", " +
         Count(clarity.list_items, "list item") + ".";
}

// "4: “I think” 2 times, “maybe”, “kind of”. Dotted in the answer."
std::string Hedges(const Clarity& clarity) {
  if (clarity.hedges.empty()) return "None.";
  std::vector<std::pair<std::string, int>> kinds;  // in the order of the answer
  for (const interview::Span& hedge : clarity.hedges) {
    const auto known = std::find_if(kinds.begin(), kinds.end(), [&](const auto& kind) {
      return std::equal(
          kind.first.begin(), kind.first.end(), hedge.text.begin(), hedge.text.end(),
          [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
    });
    if (known == kinds.end()) {
      kinds.emplace_back(hedge.text, 1);
    } else {
      ++known->second;
    }
  }
  std::string text = std::to_string(clarity.hedges.size()) + ": ";
  for (std::size_t i = 0; i < std::min(kinds.size(), kMostHedges); ++i) {
    text += (i == 0 ? "“" : ", “") + FormatOutput(kinds[i].first) + "”";
    if (kinds[i].second > 1) text += " " + std::to_string(kinds[i].second) + " times";
  }
  return text + (kinds.size() > kMostHedges ? ", …" : "") + ". Dotted in the answer.";
}

}  // namespace

Duration TimeOn(const interview::Session& session, std::size_t round, std::size_t question) {
  const interview::RoundClock clock = session.Clock(static_cast<int>(round), session.last_event());
  if (session.plan().rounds[round].kind != interview::RoundKind::kConcepts) return clock.elapsed;
  return question < clock.phase_elapsed.size() ? clock.phase_elapsed[question] : Duration{};
}

std::vector<ClarityFact> ClarityFacts(const interview::QuestionWork& work, Duration time) {
  const interview::Evaluation* rubric = work.Find(EvaluationKind::kRubric);
  if (rubric == nullptr || !rubric->clarity || rubric->clarity->words == 0) return {};
  const Clarity& clarity = *rubric->clarity;
  std::vector<ClarityFact> facts = {{"Answer first", AnswerFirst(clarity)},
                                    {"Structure", Structure(clarity)},
                                    {"Hedges", Hedges(clarity)}};
  const double minutes = std::chrono::duration<double, std::ratio<60>>(time).count();
  facts.push_back({"Pace", minutes < kLeastMinutes
                               ? "Too short a time to tell."
                               : std::to_string(static_cast<int>(clarity.words / minutes + 0.5)) +
                                     " words a minute, over " + FormatClock(time) + "."});
  facts.push_back({"First sentence",
                   work.first_sentence && work.shown
                       ? "Finished after " + FormatClock(*work.first_sentence - *work.shown) + "."
                       : "None was finished."});
  return facts;
}

void DrawClarity(FrameContext& context, const std::vector<ClarityFact>& facts) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  Text(context, theme.font.subheading, theme.color.text, "How it was put");
  Gap(m.hair);
  Paragraph(context, theme.font.small, theme.color.muted,
            "Apart from the content: no point depends on it.");
  Gap(m.small);
  for (const ClarityFact& fact : facts) {
    const ImVec2 at = ImGui::GetCursorPos();
    Text(context, theme.font.ui, theme.color.muted, fact.name);
    ImGui::SetCursorPos(ImVec2(at.x + m.form_label_width - 2 * m.huge, at.y));
    Paragraph(context, theme.font.ui, theme.color.body, fact.value);
    Gap(m.tiny);
  }
}

}  // namespace app
