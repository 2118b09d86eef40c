// Texts as differences from one moment to the next.
#include "app/core/export/document_json.h"

#include <map>

#include "app/core/session_id.h"

namespace app {
namespace {

using interview::Json;
using Kind = ReportMoment::Kind;

constexpr char kReplacement[] = "\xEF\xBF\xBD";

// Of valid UTF-8.
std::size_t Utf16Length(std::string_view text) {
  std::size_t length = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) length += byte >= 0xF0 ? 2 : 1;
  }
  return length;
}

// How many bytes the character at the start takes; 0: it is none.
std::size_t CharacterAt(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const unsigned first = byte(0);
  const std::size_t size = first < 0x80   ? 1
                           : first < 0xC2 ? 0
                           : first < 0xE0 ? 2
                           : first < 0xF0 ? 3
                           : first < 0xF5 ? 4
                                          : 0;
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
  }
  const bool broken = (first == 0xE0 && byte(1) < 0xA0) || (first == 0xED && byte(1) > 0x9F) ||
                      (first == 0xF0 && byte(1) < 0x90) || (first == 0xF4 && byte(1) > 0x8F);
  return broken || first == 0 ? 0 : size;
}

Json EditJson(const ReportMoment& moment, std::size_t field, std::string* text) {
  std::string now = CleanText(moment.text);
  const interview::event::TextEdited edit = interview::MakeEdit(*text, now);
  const std::string_view before = *text;
  Json json = {"e",
               moment.at.count(),
               field,
               Utf16Length(before.substr(0, edit.at)),
               Utf16Length(before.substr(edit.at, edit.removed)),
               edit.inserted};
  *text = std::move(now);
  return json;
}

Json RoundJson(const ReportRound& round) {
  const auto score = [](const std::optional<double>& s) { return s ? Json(*s) : Json(); };
  Json dimensions = Json::array();
  for (const ReportDimension& d : round.dimensions) {
    Json evidence = Json::array();
    for (const ReportEvidence& e : d.evidence) {
      evidence.push_back({{"text", e.text}, {"quote", e.quote}, {"favourable", e.favourable}});
    }
    dimensions.push_back({{"title", d.title},
                          {"score", score(d.score)},
                          {"self_rating", score(d.self_rating)},
                          {"evidence", std::move(evidence)}});
  }
  Json answers = Json::array();
  for (const ReportAnswer& a : round.answers) {
    Json texts = Json::array();
    for (const ReportText& t : a.texts) texts.push_back({{"label", t.label}, {"text", t.text}});
    answers.push_back({{"question", a.id},
                       {"title", a.title},
                       {"texts", std::move(texts)},
                       {"verdict", a.verdict},
                       {"judgement", a.judgement},
                       {"board", a.board}});
  }
  Json conversation = Json::array();
  for (const ReportLine& line : round.conversation) {
    conversation.push_back({{"at", line.at.count()},
                            {"speaker", line.candidate ? "candidate" : "interviewer"},
                            {"text", line.text}});
  }
  return {{"title", round.title},
          {"score", score(round.score)},
          {"band", round.band},
          {"dimensions", std::move(dimensions)},
          {"answers", std::move(answers)},
          {"conversation", std::move(conversation)}};
}

}  // namespace

std::string CleanText(std::string_view text) {
  std::string clean;
  while (!text.empty()) {
    const std::size_t size = CharacterAt(text);
    clean += size == 0 ? std::string_view(kReplacement) : text.substr(0, size);
    text.remove_prefix(std::max<std::size_t>(size, 1));
  }
  return clean;
}

Json PlayerJson(const SessionDocument& document) {
  std::map<std::string, std::size_t> fields;
  std::vector<std::string> labels;
  std::vector<std::string> texts;
  Json moments = Json::array();
  for (const ReportMoment& m : document.timeline) {
    const std::string label = CleanText(m.label);
    const std::string text = m.kind == Kind::kText ? std::string() : CleanText(m.text);
    switch (m.kind) {
      case Kind::kText: {
        const auto [field, is_new] = fields.try_emplace(label, labels.size());
        if (is_new) labels.push_back(label);
        texts.resize(labels.size());
        moments.push_back(EditJson(m, field->second, &texts[field->second]));
        break;
      }
      case Kind::kRun:
        moments.push_back({"r", m.at.count(), label, text});
        break;
      case Kind::kCandidate:
      case Kind::kInterviewer:
        moments.push_back({"s", m.at.count(), m.kind == Kind::kCandidate ? 1 : 0, text});
        break;
      case Kind::kPlace:
        moments.push_back(Json::array({"p", m.at.count(), text}));
        break;
      case Kind::kMarker:
        moments.push_back({"m", m.at.count(), label, text});
        break;
    }
  }
  return {{"length", document.length.count()}, {"fields", labels}, {"moments", std::move(moments)}};
}

Json DocumentJson(const SessionDocument& document) {
  Json rounds = Json::array();
  for (const ReportRound& round : document.rounds) rounds.push_back(RoundJson(round));
  Json notes = Json::array();
  for (const ReportNote& note : document.notes) {
    notes.push_back({{"at", note.at.count()}, {"text", note.text}});
  }
  Json feedback = Json::array();
  for (const ReportFeedback& f : document.feedback) {
    feedback.push_back({{"title", f.title}, {"markdown", f.markdown}});
  }
  return {{"schema", "session-report/1"},
          {"session_id", document.id},
          {"started", IsoTime(document.started)},
          {"title", document.title},
          {"decision", document.decision.empty() ? Json() : Json(document.decision)},
          {"score", document.score ? Json(*document.score) : Json()},
          {"rule", document.rule},
          {"reasons", document.reasons},
          {"rounds", std::move(rounds)},
          {"notes", std::move(notes)},
          {"feedback", std::move(feedback)},
          {"timeline", PlayerJson(document)}};
}

}  // namespace app
