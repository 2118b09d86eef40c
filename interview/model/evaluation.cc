// Names and JSON of evaluations.
#include "interview/model/evaluation.h"

#include <array>
#include <utility>

namespace interview {
namespace {

constexpr std::array<std::pair<EvaluationKind, std::string_view>, 9> kKinds = {{
    {EvaluationKind::kRunVisible, "run_visible"},
    {EvaluationKind::kRunCustom, "run_custom"},
    {EvaluationKind::kJudge, "judge"},
    {EvaluationKind::kOwnTests, "own_tests"},
    {EvaluationKind::kRubric, "rubric"},
    {EvaluationKind::kFollowUp, "follow_up"},
    {EvaluationKind::kFacts, "facts"},
    {EvaluationKind::kDiagram, "diagram"},
    {EvaluationKind::kEstimates, "estimates"},
}};

struct VerdictName {
  Verdict verdict;
  std::string_view name;
  std::string_view title;
};
constexpr std::array<VerdictName, 9> kVerdicts = {{
    {Verdict::kAccepted, "accepted", "Accepted"},
    {Verdict::kWrongAnswer, "wrong_answer", "Wrong answer"},
    {Verdict::kRuntimeError, "runtime_error", "Runtime error"},
    {Verdict::kCompileError, "compile_error", "Compile error"},
    {Verdict::kTimeLimit, "time_limit", "Time limit exceeded"},
    {Verdict::kMemoryLimit, "memory_limit", "Memory limit exceeded"},
    {Verdict::kOutputLimit, "output_limit", "Output limit exceeded"},
    {Verdict::kViolation, "violation", "Forbidden action"},
    {Verdict::kInternalError, "internal_error", "Internal error"},
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

Json ToJson(const Criterion& c) {
  Json json = {{"id", c.id},         {"group", c.group},   {"text", c.text},
               {"weight", c.weight}, {"credit", c.credit}, {"state", ToString(c.state)}};
  if (c.span) json["span"] = ToJson(*c.span);
  if (!c.reason.empty()) json["reason"] = c.reason;
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
  reader.Complaints();
  parent->Absorb(reader);
  return m;
}

Json ToJson(const Failure& f) {
  return {{"index", f.index}, {"tag", f.tag},    {"input", f.input}, {"expected", f.expected},
          {"got", f.got},     {"stdout", f.out}, {"stderr", f.err}};
}

Failure ParseFailure(const Json& json, JsonReader* parent) {
  JsonReader reader(json, parent->Path("first_failure"));
  Failure f;
  f.index = reader.IntOr("index", 0);
  f.tag = reader.StringOr("tag");
  if (reader.Has("input")) f.input = reader.Any("input");
  if (reader.Has("expected")) f.expected = reader.Any("expected");
  if (reader.Has("got")) f.got = reader.Any("got");
  f.out = reader.StringOr("stdout");
  f.err = reader.StringOr("stderr");
  reader.Complaints();
  parent->Absorb(reader);
  return f;
}

TestOutcome ParseTest(const Json& json, JsonReader* parent) {
  JsonReader reader(json, parent->Path("tests"));
  TestOutcome t;
  t.index = reader.IntOr("index", 0);
  t.tag = reader.StringOr("tag");
  t.verdict = ParseVerdict(reader.StringOr("verdict")).value_or(Verdict::kInternalError);
  t.is_public = reader.BoolOr("public", false);
  t.weight = reader.NumberOr("weight", 1);
  t.cpu_ms = reader.NumberOr("cpu_ms", 0);
  t.message = reader.StringOr("message");
  reader.Complaints();
  parent->Absorb(reader);
  return t;
}

Diagnostic ParseDiagnostic(const Json& json, JsonReader* parent) {
  JsonReader reader(json, parent->Path("diagnostics"));
  Diagnostic d{reader.IntOr("line", 0), reader.IntOr("column", 0), reader.StringOr("severity"),
               reader.StringOr("message")};
  reader.Complaints();
  parent->Absorb(reader);
  return d;
}

Judgement ParseJudgement(const Json& json, JsonReader* parent) {
  JsonReader reader(json, parent->Path("judgement"));
  Judgement j;
  j.verdict = ParseVerdict(reader.String("verdict")).value_or(Verdict::kInternalError);
  j.passed = reader.IntOr("passed", 0);
  j.total = reader.IntOr("total", 0);
  j.message = reader.StringOr("message");
  for (const Json& t : reader.ArrayOr("tests")) j.tests.push_back(ParseTest(t, &reader));
  if (reader.Has("first_failure") && !reader.Any("first_failure").is_null()) {
    j.first_failure = ParseFailure(reader.ObjectOr("first_failure"), &reader);
  }
  for (const Json& d : reader.ArrayOr("diagnostics")) {
    j.diagnostics.push_back(ParseDiagnostic(d, &reader));
  }
  j.cpu_ms = reader.NumberOr("cpu_ms", 0);
  j.wall_ms = reader.NumberOr("wall_ms", 0);
  j.peak_mb = reader.NumberOr("peak_mb", 0);
  if (reader.Has("growth")) {
    JsonReader growth(reader.ObjectOr("growth"), reader.Path("growth"));
    j.growth = {growth.StringOr("class"), growth.NumberOr("exponent", 0),
                growth.BoolOr("confident", false)};
  }
  if (reader.Has("custom_got")) j.custom_got = reader.Any("custom_got");
  if (reader.Has("custom_expected")) j.custom_expected = reader.Any("custom_expected");
  j.out = reader.StringOr("stdout");
  j.err = reader.StringOr("stderr");
  reader.Complaints();
  parent->Absorb(reader);
  return j;
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

std::string_view ToString(Verdict verdict) {
  for (const VerdictName& v : kVerdicts) {
    if (v.verdict == verdict) return v.name;
  }
  return "";
}

std::string_view DisplayName(Verdict verdict) {
  for (const VerdictName& v : kVerdicts) {
    if (v.verdict == verdict) return v.title;
  }
  return "";
}

std::optional<Verdict> ParseVerdict(std::string_view name) {
  for (const VerdictName& v : kVerdicts) {
    if (v.name == name) return v.verdict;
  }
  return std::nullopt;
}

Json ToJson(const Judgement& j) {
  Json json = {{"verdict", ToString(j.verdict)}, {"passed", j.passed}, {"total", j.total}};
  json["message"] = j.message;
  json["first_failure"] = j.first_failure ? ToJson(*j.first_failure) : Json();
  Json diagnostics = Json::array();
  for (const Diagnostic& d : j.diagnostics) {
    diagnostics.push_back(
        {{"line", d.line}, {"column", d.column}, {"severity", d.severity}, {"message", d.message}});
  }
  json["diagnostics"] = std::move(diagnostics);
  json["cpu_ms"] = j.cpu_ms;
  json["wall_ms"] = j.wall_ms;
  json["peak_mb"] = j.peak_mb;
  json["growth"] = {{"class", j.growth.growth_class},
                    {"exponent", j.growth.exponent},
                    {"confident", j.growth.confident}};
  Json tests = Json::array();
  for (const TestOutcome& t : j.tests) {
    Json test = {{"index", t.index}, {"tag", t.tag}, {"verdict", ToString(t.verdict)}};
    if (t.is_public) test["public"] = true;
    if (t.weight != 1) test["weight"] = t.weight;
    test["cpu_ms"] = t.cpu_ms;
    if (!t.message.empty()) test["message"] = t.message;
    tests.push_back(std::move(test));
  }
  json["tests"] = std::move(tests);
  if (!j.custom_got.is_null()) json["custom_got"] = j.custom_got;
  if (!j.custom_expected.is_null()) json["custom_expected"] = j.custom_expected;
  json["stdout"] = j.out;
  json["stderr"] = j.err;
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
  }
  json["misconceptions"] = std::move(misconceptions);
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
  if (reader.Has("judgement")) e.judgement = ParseJudgement(reader.ObjectOr("judgement"), &reader);
  if (Status s = reader.Finish(); !s) return Forward(s);
  return e;
}

}  // namespace interview
