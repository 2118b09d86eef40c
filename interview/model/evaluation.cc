// Names and JSON of evaluations.
#include "interview/model/evaluation.h"

#include <array>
#include <utility>

namespace interview {
namespace {

constexpr std::array<std::pair<EvaluationKind, std::string_view>, 10> kKinds = {{
    {EvaluationKind::kRunVisible, "run_visible"},
    {EvaluationKind::kRunCustom, "run_custom"},
    {EvaluationKind::kShrink, "shrink"},
    {EvaluationKind::kJudge, "judge"},
    {EvaluationKind::kOwnTests, "own_tests"},
    {EvaluationKind::kRubric, "rubric"},
    {EvaluationKind::kFollowUp, "follow_up"},
    {EvaluationKind::kFacts, "facts"},
    {EvaluationKind::kDiagram, "diagram"},
    {EvaluationKind::kEstimates, "estimates"},
}};

constexpr std::array<std::pair<CriterionState, std::string_view>, 4> kStates = {{
    {CriterionState::kEarned, "earned"},
    {CriterionState::kPartly, "partly"},
    {CriterionState::kMissing, "missing"},
    {CriterionState::kContradicted, "contradicted"},
}};

Json ToJson(const Span& span) {
  return {{"part", span.part}, {"text", span.text}, {"begin", span.begin}, {"end", span.end}};
}

Span ParseSpan(const Json& json, JsonReader* parent, std::string_view key) {
  JsonReader reader(json, parent->Path(key));
  Span span{reader.StringOr("part"), reader.String("text"),
            static_cast<std::size_t>(reader.IntOr("begin", 0)),
            static_cast<std::size_t>(reader.IntOr("end", 0))};
  reader.Complaints();
  parent->Absorb(reader);
  return span;
}

Json ToJson(const BoardEvidence& board) { return {{"nodes", board.nodes}, {"edges", board.edges}}; }

BoardEvidence ParseBoardEvidence(JsonReader* parent) {
  BoardEvidence board;
  if (!parent->Has("board")) return board;
  JsonReader reader(parent->ObjectOr("board"), parent->Path("board"));
  board.nodes = reader.Strings("nodes");
  board.edges = reader.Strings("edges");
  reader.Complaints();
  parent->Absorb(reader);
  return board;
}

Json ToJson(const Criterion& c) {
  Json json = {{"id", c.id},         {"group", c.group},   {"text", c.text},
               {"weight", c.weight}, {"credit", c.credit}, {"state", ToString(c.state)}};
  if (c.span) json["span"] = ToJson(*c.span);
  if (!c.reason.empty()) json["reason"] = c.reason;
  if (!c.advice.empty()) json["advice"] = c.advice;
  if (!c.board.empty()) json["board"] = ToJson(c.board);
  return json;
}

Criterion ParseCriterion(const Json& json, JsonReader* parent) {
  JsonReader reader(json, parent->Path("criteria"));
  Criterion c;
  c.id = reader.String("id");
  c.group = reader.StringOr("group");
  c.text = reader.StringOr("text");
  c.weight = reader.NumberOr("weight", 1);
  c.credit = reader.NumberOr("credit", 0);
  const std::string state = reader.StringOr("state", "missing");
  for (const auto& [value, name] : kStates) {
    if (name == state) c.state = value;
  }
  if (reader.Has("span")) c.span = ParseSpan(reader.ObjectOr("span"), &reader, "span");
  c.reason = reader.StringOr("reason");
  c.advice = reader.StringOr("advice");
  c.board = ParseBoardEvidence(&reader);
  reader.Complaints();
  parent->Absorb(reader);
  return c;
}

Clarity ParseClarity(const Json& json, JsonReader* parent) {
  JsonReader reader(json, parent->Path("clarity"));
  Clarity c;
  c.words = reader.IntOr("words", 0);
  c.sentences = reader.IntOr("sentences", 0);
  c.list_items = reader.IntOr("list_items", 0);
  c.signposts = reader.IntOr("signposts", 0);
  if (reader.Has("words_before_answer")) {
    c.words_before_answer = reader.IntOr("words_before_answer", 0);
  }
  for (const Json& hedge : reader.ArrayOr("hedges")) {
    c.hedges.push_back(ParseSpan(hedge, &reader, "hedges"));
  }
  reader.Complaints();
  parent->Absorb(reader);
  return c;
}

RaisedMisconception ParseRaised(const Json& json, JsonReader* parent) {
  JsonReader reader(json, parent->Path("misconceptions"));
  RaisedMisconception m;
  m.id = reader.String("id");
  m.text = reader.StringOr("text");
  m.penalty = reader.NumberOr("penalty", 0);
  m.reply = reader.StringOr("reply");
  if (reader.Has("span")) m.span = ParseSpan(reader.ObjectOr("span"), &reader, "span");
  m.board = ParseBoardEvidence(&reader);
  reader.Complaints();
  parent->Absorb(reader);
  return m;
}

}  // namespace

std::string_view ToString(EvaluationKind kind) {
  for (const auto& [value, name] : kKinds) {
    if (value == kind) return name;
  }
  return "";
}

std::optional<EvaluationKind> ParseEvaluationKind(std::string_view name) {
  for (const auto& [value, text] : kKinds) {
    if (text == name) return value;
  }
  return std::nullopt;
}

std::string_view ToString(CriterionState state) {
  for (const auto& [value, name] : kStates) {
    if (value == state) return name;
  }
  return "";
}

Json ToJson(const Clarity& c) {
  Json json = {{"words", c.words},
               {"sentences", c.sentences},
               {"list_items", c.list_items},
               {"signposts", c.signposts}};
  if (c.words_before_answer) json["words_before_answer"] = *c.words_before_answer;
  for (const Span& hedge : c.hedges) json["hedges"].push_back(ToJson(hedge));
  return json;
}

Json ToJson(const Evaluation& e) {
  Json json = {
      {"kind", ToString(e.kind)}, {"question", e.question}, {"part", e.part}, {"score", e.score}};
  Json criteria = Json::array();
  for (const Criterion& c : e.criteria) criteria.push_back(ToJson(c));
  json["criteria"] = std::move(criteria);
  Json misconceptions = Json::array();
  for (const RaisedMisconception& m : e.misconceptions) {
    misconceptions.push_back({{"id", m.id},
                              {"text", m.text},
                              {"penalty", m.penalty},
                              {"reply", m.reply},
                              {"span", ToJson(m.span)}});
    if (!m.board.empty()) misconceptions.back()["board"] = ToJson(m.board);
  }
  json["misconceptions"] = std::move(misconceptions);
  if (e.clarity) json["clarity"] = ToJson(*e.clarity);
  if (e.judgement) json["judgement"] = ToJson(*e.judgement);
  return json;
}

Result<Evaluation> ParseEvaluation(const Json& json, const std::string& where) {
  JsonReader reader(json, where);
  Evaluation e;
  const std::string kind = reader.String("kind");
  if (const auto parsed = ParseEvaluationKind(kind)) {
    e.kind = *parsed;
  } else {
    reader.Complain("kind", "\"" + kind + "\" is not a kind of evaluation.");
  }
  e.question = reader.StringOr("question");
  e.part = reader.StringOr("part");
  e.score = reader.NumberOr("score", 0);
  for (const Json& c : reader.ArrayOr("criteria")) e.criteria.push_back(ParseCriterion(c, &reader));
  for (const Json& m : reader.ArrayOr("misconceptions")) {
    e.misconceptions.push_back(ParseRaised(m, &reader));
  }
  if (reader.Has("clarity")) e.clarity = ParseClarity(reader.ObjectOr("clarity"), &reader);
  if (reader.Has("judgement")) {
    JsonReader judgement(reader.ObjectOr("judgement"), reader.Path("judgement"));
    e.judgement = ParseJudgement(&judgement);
    judgement.Complaints();
    reader.Absorb(judgement);
  }
  if (Status s = reader.Finish(); !s) return Forward(s);
  return e;
}

}  // namespace interview
