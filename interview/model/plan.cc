// Session plans from and to JSON. Durations are milliseconds.
#include "interview/model/plan.h"

namespace interview {
namespace {

Duration ReadDuration(JsonReader* reader, std::string_view key) {
  return Duration(static_cast<Duration::rep>(reader->NumberOr(key, 0)));
}

PlannedRound ParseRound(const Json& json, JsonReader* parent) {
  JsonReader reader(json, parent->Path("rounds"));
  PlannedRound round;
  const std::string kind = reader.String("kind");
  if (const auto parsed = ParseRoundKind(kind)) {
    round.kind = *parsed;
  } else {
    reader.Complain("kind", "\"" + kind + "\" is not a kind of round.");
  }
  round.title = reader.StringOr("title");
  round.length = ReadDuration(&reader, "length_ms");
  round.weight = reader.NumberOr("weight", 1);
  round.break_after = ReadDuration(&reader, "break_after_ms");
  if (const std::string assist = reader.StringOr("assist", "plain"); ParseAssistLevel(assist)) {
    round.assist = *ParseAssistLevel(assist);
  } else {
    reader.Complain("assist", "\"" + assist + "\" is no assist level.");
  }
  for (const Json& item : reader.ArrayOr("phases")) {
    JsonReader phase(item, reader.Path("phases"));
    round.phases.push_back(
        {phase.String("id"), phase.StringOr("title"), ReadDuration(&phase, "budget_ms")});
    phase.Complaints();
    reader.Absorb(phase);
  }
  for (const Json& item : reader.ArrayOr("questions")) {
    JsonReader question(item, reader.Path("questions"));
    round.questions.push_back(
        {question.String("id"), question.IntOr("version", 1), question.StringOr("title")});
    question.Complaints();
    reader.Absorb(question);
  }
  reader.Complaints();
  parent->Absorb(reader);
  return round;
}

}  // namespace

std::string_view ToString(SessionKind kind) {
  return kind == SessionKind::kLoop ? "loop" : "drill";
}

Json ToJson(const SessionPlan& plan) {
  Json rounds = Json::array();
  for (const PlannedRound& round : plan.rounds) {
    Json phases = Json::array();
    for (const PlannedPhase& p : round.phases) {
      phases.push_back({{"id", p.id}, {"title", p.title}, {"budget_ms", p.budget.count()}});
    }
    Json questions = Json::array();
    for (const PlannedQuestion& q : round.questions) {
      questions.push_back({{"id", q.id}, {"version", q.version}, {"title", q.title}});
    }
    rounds.push_back({{"kind", ToString(round.kind)},
                      {"title", round.title},
                      {"length_ms", round.length.count()},
                      {"weight", round.weight},
                      {"break_after_ms", round.break_after.count()},
                      {"assist", ToString(round.assist)},
                      {"phases", std::move(phases)},
                      {"questions", std::move(questions)}});
  }
  return {{"kind", ToString(plan.kind)},
          {"title", plan.title},
          {"preset", plan.preset},
          {"level", plan.level},
          {"decision_rule", plan.decision_rule},
          {"language", ToString(plan.language)},
          {"time_scale", plan.time_scale},
          {"persona", plan.persona},
          {"rounds", std::move(rounds)}};
}

Result<SessionPlan> ParseSessionPlan(const Json& json, const std::string& where) {
  JsonReader reader(json, where);
  SessionPlan plan;
  plan.kind = reader.String("kind") == "loop" ? SessionKind::kLoop : SessionKind::kDrill;
  plan.title = reader.StringOr("title");
  plan.preset = reader.StringOr("preset");
  plan.level = reader.StringOr("level");
  plan.decision_rule = reader.StringOr("decision_rule");
  plan.language = ParseLanguage(reader.StringOr("language")).value_or(Language::kPython);
  plan.time_scale = reader.NumberOr("time_scale", 1);
  plan.persona = reader.StringOr("persona");
  for (const Json& r : reader.ArrayOr("rounds")) plan.rounds.push_back(ParseRound(r, &reader));
  if (Status s = reader.Finish(); !s) return Forward(s);
  return plan;
}

}  // namespace interview
