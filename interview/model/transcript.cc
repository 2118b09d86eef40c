// Names, JSON and text edits of transcript events.
#include "interview/model/transcript.h"

#include <algorithm>
#include <array>
#include <type_traits>

namespace interview {
namespace {

// One name per alternative of EventPayload, in its order.
constexpr std::array<std::string_view, std::variant_size_v<EventPayload>> kNames = {
    "session_started",   "round_started",    "phase_entered",    "question_shown",
    "time_passed",       "paused",           "resumed",          "break_ended",
    "llm_switched",      "text_edited",      "board_edited",     "language_chosen",
    "candidate_said",    "pasted",           "run_requested",    "submit_requested",
    "run_cancelled",     "shrink_requested", "shrink_cancelled", "hint_taken",
    "question_finished", "round_submitted",  "self_rated",       "session_ended",
    "interviewer_said",  "line_phrased",     "line_kept",        "evaluation_arrived",
    "evaluation_failed", "scored",           "feedback_arrived", "note_added",
    "score_appealed"};

constexpr std::array<std::string_view, 5> kFieldKinds = {"code", "prose", "estimate", "follow_up",
                                                         "tests"};

Json FieldToJson(const TextField& field) {
  return {{"kind", ToString(field.kind)}, {"question", field.question}, {"part", field.part}};
}

TextField ParseField(JsonReader* parent) {
  JsonReader reader(parent->Object("field"), parent->Path("field"));
  TextField field;
  const std::string name = reader.String("kind");
  if (const auto kind = ParseTextKind(name)) {
    field.kind = *kind;
  } else {
    reader.Complain("kind", "\"" + name + "\" is not a kind of text.");
  }
  field.question = reader.StringOr("question");
  field.part = reader.StringOr("part");
  reader.Complaints();
  parent->Absorb(reader);
  return field;
}

struct Writer {
  Json operator()(const event::SessionStarted& e) const {
    return {{"plan", ToJson(e.plan)}, {"seed", e.seed}};
  }
  Json operator()(const event::RoundStarted& e) const { return {{"round", e.round}}; }
  Json operator()(const event::PhaseEntered& e) const { return {{"phase", e.phase}}; }
  Json operator()(const event::QuestionShown& e) const { return {{"question", e.question}}; }
  Json operator()(const event::LlmSwitched& e) const { return {{"on", e.on}}; }
  Json operator()(const event::TextEdited& e) const {
    return {{"field", FieldToJson(e.field)},
            {"at", e.at},
            {"removed", e.removed},
            {"inserted", e.inserted}};
  }
  Json operator()(const event::BoardEdited& e) const {
    Json json = {{"question", e.question}};
    WriteChange(e.change, &json);
    return json;
  }
  Json operator()(const event::LanguageChosen& e) const {
    return {{"language", ToString(e.language)}};
  }
  Json operator()(const event::CandidateSaid& e) const { return {{"text", e.text}}; }
  Json operator()(const event::Pasted& e) const {
    return {{"field", FieldToJson(e.field)}, {"length", e.length}};
  }
  Json operator()(const event::RunRequested& e) const {
    return {{"custom", e.custom}, {"input", e.input}};
  }
  Json operator()(const event::HintTaken& e) const { return {{"level", e.level}}; }
  Json operator()(const event::RoundSubmitted& e) const { return {{"automatic", e.automatic}}; }
  Json operator()(const event::SelfRated& e) const {
    Json ratings = Json::object();
    for (const auto& [dimension, score] : e.ratings) ratings[dimension] = score;
    return {{"ratings", std::move(ratings)}, {"round", e.round}};
  }
  Json operator()(const event::InterviewerSaid& e) const {
    return {{"text", e.text}, {"why", e.why}};
  }
  Json operator()(const event::LinePhrased& e) const {
    return {{"line", e.line},
            {"text", e.text},
            {"model", e.model},
            {"fact", e.fact},
            {"latency_ms", e.latency_ms}};
  }
  Json operator()(const event::LineKept& e) const { return {{"line", e.line}, {"why", e.why}}; }
  Json operator()(const event::EvaluationArrived& e) const {
    return {{"ticket", e.ticket}, {"evaluation", ToJson(e.evaluation)}};
  }
  Json operator()(const event::EvaluationFailed& e) const {
    return {{"ticket", e.ticket}, {"kind", ToString(e.kind)}, {"message", e.message}};
  }
  Json operator()(const event::Scored& e) const { return {{"card", ToJson(e.card)}}; }
  Json operator()(const event::FeedbackArrived& e) const { return ToJson(e.feedback); }
  Json operator()(const event::NoteAdded& e) const {
    Json json = {{"text", e.text}};
    if (e.moment) json["moment"] = e.moment->count();
    return json;
  }
  Json operator()(const event::ScoreAppealed& e) const {
    return {
        {"round", e.round}, {"dimension", e.dimension}, {"score", e.score}, {"reason", e.reason}};
  }
  // Events without fields.
  template <class Empty>
  requires std::is_empty_v<Empty> Json operator()(const Empty&) const { return Json::object(); }
};

// Reading mirrors Writer; what fails to read is added to the reader's complaints.
void Read(JsonReader& r, event::SessionStarted* e) {
  Result<SessionPlan> plan = ParseSessionPlan(r.Object("plan"), r.Path("plan"));
  if (plan) {
    e->plan = *std::move(plan);
  } else {
    r.Complain("plan", plan.error().message);
  }
  const Json& seed = r.Any("seed");
  e->seed = seed.is_number_integer() ? seed.get<std::uint64_t>() : 0;
}
void Read(JsonReader& r, event::RoundStarted* e) { e->round = r.Int("round"); }
void Read(JsonReader& r, event::PhaseEntered* e) { e->phase = r.Int("phase"); }
void Read(JsonReader& r, event::QuestionShown* e) { e->question = r.Int("question"); }
void Read(JsonReader& r, event::LlmSwitched* e) { e->on = r.Bool("on"); }
void Read(JsonReader& r, event::TextEdited* e) {
  e->field = ParseField(&r);
  e->at = static_cast<std::size_t>(r.Int("at"));
  e->removed = static_cast<std::size_t>(r.Int("removed"));
  e->inserted = r.String("inserted");
}
void Read(JsonReader& r, event::BoardEdited* e) {
  e->question = r.String("question");
  e->change = ReadChange(&r);
}
void Read(JsonReader& r, event::LanguageChosen* e) {
  e->language = ParseLanguage(r.String("language")).value_or(Language::kPython);
}
void Read(JsonReader& r, event::CandidateSaid* e) { e->text = r.String("text"); }
void Read(JsonReader& r, event::Pasted* e) {
  e->field = ParseField(&r);
  e->length = static_cast<std::size_t>(r.Int("length"));
}
void Read(JsonReader& r, event::RunRequested* e) {
  e->custom = r.Bool("custom");
  e->input = r.Any("input");
}
void Read(JsonReader& r, event::HintTaken* e) { e->level = r.Int("level"); }
void Read(JsonReader& r, event::RoundSubmitted* e) { e->automatic = r.Bool("automatic"); }
void Read(JsonReader& r, event::SelfRated* e) {
  for (const auto& [dimension, score] : r.Object("ratings").items()) {
    if (score.is_number()) e->ratings[dimension] = score.get<double>();
  }
  e->round = r.Int("round");
}
void Read(JsonReader& r, event::InterviewerSaid* e) {
  e->text = r.String("text");
  e->why = r.String("why");
}
void Read(JsonReader& r, event::LinePhrased* e) {
  e->line = static_cast<std::size_t>(r.Int("line"));
  e->text = r.String("text");
  e->model = r.StringOr("model");
  e->fact = r.StringOr("fact");
  e->latency_ms = r.IntOr("latency_ms", 0);
}
void Read(JsonReader& r, event::LineKept* e) {
  e->line = static_cast<std::size_t>(r.Int("line"));
  e->why = r.String("why");
}
void Read(JsonReader& r, event::EvaluationArrived* e) {
  e->ticket = r.Int("ticket");
  Result<Evaluation> evaluation = ParseEvaluation(r.Object("evaluation"), r.Path("evaluation"));
  if (evaluation) {
    e->evaluation = *std::move(evaluation);
  } else {
    r.Complain("evaluation", evaluation.error().message);
  }
}
void Read(JsonReader& r, event::EvaluationFailed* e) {
  e->ticket = r.Int("ticket");
  e->kind = ParseEvaluationKind(r.String("kind")).value_or(EvaluationKind::kRubric);
  e->message = r.String("message");
}
void Read(JsonReader& r, event::Scored* e) {
  Result<ScoreCard> card = ParseScoreCard(r.Object("card"), r.Path("card"));
  if (card) {
    e->card = *std::move(card);
  } else {
    r.Complain("card", card.error().message);
  }
}
void Read(JsonReader& r, event::FeedbackArrived* e) { e->feedback = ParseFeedback(&r); }
void Read(JsonReader& r, event::NoteAdded* e) {
  e->text = r.String("text");
  if (r.Has("moment")) e->moment = Duration(r.Int("moment"));
}
void Read(JsonReader& r, event::ScoreAppealed* e) {
  e->round = r.Int("round");
  e->dimension = r.String("dimension");
  e->score = r.Number("score");
  e->reason = r.String("reason");
}
template <class Empty>
requires std::is_empty_v<Empty>
void Read(JsonReader&, Empty*) {}

template <std::size_t I = 0>
Result<EventPayload> ParseAlternative(std::size_t index, const Json& json,
                                      const std::string& where) {
  if constexpr (I == std::variant_size_v<EventPayload>) {
    return Fail(ErrorCode::kCorrupt, where + ": unknown kind of event.");
  } else {
    if (index != I) return ParseAlternative<I + 1>(index, json, where);
    std::variant_alternative_t<I, EventPayload> payload;
    JsonReader reader(json, where);
    Read(reader, &payload);
    if (Status s = reader.Finish(); !s) return Fail(ErrorCode::kCorrupt, s.error().message);
    return EventPayload(std::move(payload));
  }
}

bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

std::string_view ToString(TextField::Kind kind) {
  return kFieldKinds[static_cast<std::size_t>(kind)];
}

std::optional<TextField::Kind> ParseTextKind(std::string_view name) {
  const auto found = std::find(kFieldKinds.begin(), kFieldKinds.end(), name);
  if (found == kFieldKinds.end()) return std::nullopt;
  return static_cast<TextField::Kind>(found - kFieldKinds.begin());
}

std::string_view EventName(const EventPayload& payload) { return kNames[payload.index()]; }

Json ToJson(const EventPayload& payload) { return std::visit(Writer(), payload); }

Result<EventPayload> ParseEvent(std::string_view name, const Json& json) {
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  return ParseAlternative(static_cast<std::size_t>(found - kNames.begin()), json,
                          "event " + std::string(name));
}

event::TextEdited MakeEdit(std::string_view before, std::string_view after) {
  std::size_t head = 0;
  const std::size_t shorter = std::min(before.size(), after.size());
  while (head < shorter && before[head] == after[head]) ++head;
  while (head > 0 && ((head < before.size() && IsContinuation(before[head])) ||
                      (head < after.size() && IsContinuation(after[head])))) {
    --head;
  }
  std::size_t tail = 0;
  while (tail < shorter - head &&
         before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) {
    ++tail;
  }
  while (tail > 0 && IsContinuation(after[after.size() - tail])) --tail;
  event::TextEdited edit;
  edit.at = head;
  edit.removed = before.size() - head - tail;
  edit.inserted = std::string(after.substr(head, after.size() - head - tail));
  return edit;
}

Status ApplyEdit(const event::TextEdited& edit, std::string* text) {
  if (edit.at > text->size() || edit.removed > text->size() - edit.at) {
    return Fail(ErrorCode::kCorrupt, "An edit of the transcript lies outside of its text.");
  }
  text->replace(edit.at, edit.removed, edit.inserted);
  return {};
}

}  // namespace interview
