// Names and JSON of judgements.
#include "interview/model/judgement.h"

#include <array>
#include <utility>

namespace interview {
namespace {

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

// Reads the object `json` at `key` with `read`, and hands its complaints up.
template <class Read>
auto ParseNested(const Json& json, JsonReader* parent, std::string_view key, Read read) {
  JsonReader reader(json, parent->Path(key));
  auto value = read(&reader);
  reader.Complaints();
  parent->Absorb(reader);
  return value;
}

Failure ParseFailure(JsonReader* reader) {
  Failure f;
  f.index = reader->IntOr("index", 0);
  f.tag = reader->StringOr("tag");
  for (const auto& [key, value] :
       {std::pair{"input", &f.input}, std::pair{"expected", &f.expected}, std::pair{"got", &f.got},
        std::pair{"shrunk_input", &f.shrunk_input},
        std::pair{"shrunk_expected", &f.shrunk_expected}, std::pair{"shrunk_got", &f.shrunk_got}}) {
    if (reader->Has(key)) *value = reader->Any(key);
  }
  f.out = reader->StringOr("stdout");
  f.err = reader->StringOr("stderr");
  return f;
}

TestOutcome ParseTest(JsonReader* reader) {
  TestOutcome t;
  t.index = reader->IntOr("index", 0);
  t.tag = reader->StringOr("tag");
  t.verdict = ParseVerdict(reader->StringOr("verdict")).value_or(Verdict::kInternalError);
  t.is_public = reader->BoolOr("public", false);
  t.weight = reader->NumberOr("weight", 1);
  t.cpu_ms = reader->NumberOr("cpu_ms", 0);
  t.message = reader->StringOr("message");
  if (reader->Has("got")) t.got = reader->Any("got");
  t.out = reader->StringOr("stdout");
  t.err = reader->StringOr("stderr");
  return t;
}

Diagnostic ParseDiagnostic(JsonReader* reader) {
  return {reader->IntOr("line", 0), reader->IntOr("column", 0), reader->StringOr("severity"),
          reader->StringOr("message")};
}

GrowthPoint ParsePoint(JsonReader* reader) {
  return {reader->NumberOr("size", 0), reader->NumberOr("cost", 0), reader->NumberOr("memory", 0)};
}

Timing ParseTiming(JsonReader* reader) {
  Timing t;
  t.runs = reader->IntOr("runs", 0);
  t.best_ms = reader->NumberOr("best_ms", 0);
  t.median_ms = reader->NumberOr("median_ms", 0);
  t.spread = reader->NumberOr("spread", 0);
  t.reference_ms = reader->NumberOr("reference_ms", 0);
  t.ratio = reader->NumberOr("ratio", 0);
  return t;
}

Json ToJson(const Timing& t) {
  return {{"runs", t.runs},     {"best_ms", t.best_ms},           {"median_ms", t.median_ms},
          {"spread", t.spread}, {"reference_ms", t.reference_ms}, {"ratio", t.ratio}};
}

}  // namespace

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

Json ToJson(const Failure& f) {
  Json json = {{"index", f.index}, {"tag", f.tag},    {"input", f.input}, {"expected", f.expected},
               {"got", f.got},     {"stdout", f.out}, {"stderr", f.err}};
  if (!f.shrunk_input.is_null()) {
    json["shrunk_input"] = f.shrunk_input;
    json["shrunk_expected"] = f.shrunk_expected;
    json["shrunk_got"] = f.shrunk_got;
  }
  return json;
}

Json ToJson(const GrowthFit& g) {
  Json json = {{"class", g.growth_class}, {"exponent", g.exponent}, {"confident", g.confident}};
  if (g.growth_class.empty()) return json;
  json["signal"] = g.signal;
  json["error"] = g.error;
  json["memory_class"] = g.memory_class;
  json["memory_confident"] = g.memory_confident;
  Json points = Json::array();
  for (const GrowthPoint& p : g.points) {
    points.push_back({{"size", p.size}, {"cost", p.cost}, {"memory", p.memory}});
  }
  json["points"] = std::move(points);
  return json;
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
  json["growth"] = ToJson(j.growth);
  if (j.timing.runs > 0) json["timing"] = ToJson(j.timing);
  if (!j.explanation.empty()) json["explanation"] = j.explanation;
  if (!j.caution.empty()) json["caution"] = j.caution;
  Json tests = Json::array();
  for (const TestOutcome& t : j.tests) {
    Json test = {{"index", t.index}, {"tag", t.tag}, {"verdict", ToString(t.verdict)}};
    if (t.is_public) test["public"] = true;
    if (t.weight != 1) test["weight"] = t.weight;
    test["cpu_ms"] = t.cpu_ms;
    if (!t.message.empty()) test["message"] = t.message;
    if (!t.got.is_null()) test["got"] = t.got;
    if (!t.out.empty()) test["stdout"] = t.out;
    if (!t.err.empty()) test["stderr"] = t.err;
    tests.push_back(std::move(test));
  }
  json["tests"] = std::move(tests);
  if (!j.custom_got.is_null()) json["custom_got"] = j.custom_got;
  if (!j.custom_expected.is_null()) json["custom_expected"] = j.custom_expected;
  json["stdout"] = j.out;
  json["stderr"] = j.err;
  return json;
}

GrowthFit ParseGrowthFit(JsonReader* reader) {
  GrowthFit fit;
  fit.growth_class = reader->StringOr("class");
  fit.exponent = reader->NumberOr("exponent", 0);
  fit.confident = reader->BoolOr("confident", false);
  fit.signal = reader->StringOr("signal");
  fit.error = reader->NumberOr("error", 0);
  fit.memory_class = reader->StringOr("memory_class");
  fit.memory_confident = reader->BoolOr("memory_confident", false);
  for (const Json& p : reader->ArrayOr("points")) {
    fit.points.push_back(ParseNested(p, reader, "points", ParsePoint));
  }
  return fit;
}

Judgement ParseJudgement(JsonReader* reader) {
  Judgement j;
  j.verdict = ParseVerdict(reader->String("verdict")).value_or(Verdict::kInternalError);
  j.passed = reader->IntOr("passed", 0);
  j.total = reader->IntOr("total", 0);
  j.message = reader->StringOr("message");
  for (const Json& t : reader->ArrayOr("tests")) {
    j.tests.push_back(ParseNested(t, reader, "tests", ParseTest));
  }
  if (reader->Has("first_failure") && !reader->Any("first_failure").is_null()) {
    j.first_failure =
        ParseNested(reader->ObjectOr("first_failure"), reader, "first_failure", ParseFailure);
  }
  for (const Json& d : reader->ArrayOr("diagnostics")) {
    j.diagnostics.push_back(ParseNested(d, reader, "diagnostics", ParseDiagnostic));
  }
  j.cpu_ms = reader->NumberOr("cpu_ms", 0);
  j.wall_ms = reader->NumberOr("wall_ms", 0);
  j.peak_mb = reader->NumberOr("peak_mb", 0);
  if (reader->Has("growth")) {
    j.growth = ParseNested(reader->ObjectOr("growth"), reader, "growth", ParseGrowthFit);
  }
  if (reader->Has("timing")) {
    j.timing = ParseNested(reader->ObjectOr("timing"), reader, "timing", ParseTiming);
  }
  j.explanation = reader->StringOr("explanation");
  j.caution = reader->StringOr("caution");
  if (reader->Has("custom_got")) j.custom_got = reader->Any("custom_got");
  if (reader->Has("custom_expected")) j.custom_expected = reader->Any("custom_expected");
  j.out = reader->StringOr("stdout");
  j.err = reader->StringOr("stderr");
  return j;
}

}  // namespace interview
