// Generator, oracles and cache of test suites.
#include "evaluators/judge/test_suite.h"

#include <algorithm>

#include "evaluators/judge/case_runner.h"
#include "evaluators/judge/compare.h"
#include "interview/base/files.h"
#include "interview/base/hash.h"
#include "interview/base/log.h"

namespace evaluators {

using interview::CodingSpec;
using interview::ErrorCode;
using interview::Fail;
using interview::Forward;
using interview::Json;
using interview::Question;
using interview::Result;
using interview::SourceFile;
using interview::Status;

namespace {

constexpr int kSuiteFormat = 1;  // raised when what is kept, or how it is made, changes
constexpr int kSeed = 20'251;
constexpr int kInputsPerSize = 3;
constexpr RunLimits kOracleLimits = {30'000, 240'000, 2048, 0};

const CodingSpec& SpecOf(const Question& question) { return std::get<CodingSpec>(question.spec); }

Result<TestCase> ReadCase(const CodingSpec& spec, const Json& json, const std::string& where) {
  Result<TestCase> test = ReadInput(spec.signature, json);
  if (!test) return Fail(test.error().code, where + ": " + test.error().message);
  test->tag = json.value("tag", "");
  test->is_public = false;
  if (json.contains("expected")) test->expected = json["expected"];
  if (json.contains("expected_args")) test->expected_args = json["expected_args"];
  return test;
}

std::string At(const Question& question, const std::string& file, std::size_t index) {
  return question.folder + "/" + file + ", case " + std::to_string(index);
}

}  // namespace

std::vector<TestCase> VisibleTests(const CodingSpec& spec) {
  std::vector<TestCase> tests;
  for (const Json& example : spec.examples) {
    Result<TestCase> test = ReadCase(spec, example, "example");
    if (!test) continue;  // the bank check names it
    test->tag = "example";
    test->is_public = true;
    tests.push_back(std::move(*test));
  }
  return tests;
}

Result<SourceFile> PythonReference(const Question& question) {
  for (const SourceFile& reference : SpecOf(question).references) {
    if (reference.name.ends_with(".py")) return reference;
  }
  return Fail(ErrorCode::kInvalid, question.folder + "/solutions/ref.py is missing; add it.");
}

Status AnswerByOracle(const Question& question, const SourceFile& oracle, const JudgeConfig& config,
                      std::vector<TestCase>* cases, std::stop_token stop) {
  const std::string where = question.folder + "/solutions/" + oracle.name;
  const Result<Prepared> prepared = PreparePython(config, SpecOf(question).signature, oracle.text);
  if (!prepared) return Forward(prepared);
  const Result<RunReport> report =
      RunCases(config, *prepared->program, *cases, kOracleLimits, std::move(stop));
  if (!report) return Forward(report);
  if (report->rejection) {
    return Fail(ErrorCode::kInvalid, where + " cannot be run: " + report->rejection->message);
  }
  for (std::size_t i = 0; i < cases->size(); ++i) {
    const CaseOutcome& outcome = report->outcomes[i];
    TestCase& test = (*cases)[i];
    if (outcome.verdict != interview::Verdict::kAccepted) {
      std::string input = interview::DumpJson(InputOf(test));
      if (input.size() > 300) input = input.substr(0, 300) + "…";
      return Fail(ErrorCode::kInvalid,
                  where + " fails on case " + std::to_string(i) + " (" + input +
                      "): " + outcome.message + " Mend it.",
                  outcome.err);
    }
    test.expected = outcome.result;
    if (outcome.args.is_object()) test.expected_args = outcome.args;
  }
  return {};
}

namespace {

Result<Json> RunGenerator(DriverSession* session, const Json& request, const std::string& where,
                          std::stop_token stop) {
  Result<Json> answer = session->Ask(request, {30'000, 60'000}, std::move(stop));
  if (answer || answer.error().code == ErrorCode::kCancelled) return answer;
  return Fail(ErrorCode::kInvalid, where + ": " + answer.error().message, answer.error().detail);
}

// The generated cases with the name of the oracle that each asks for.
struct Generated {
  std::vector<TestCase> cases;
  std::vector<std::string> oracles;
};

Result<Generated> ReadGenerated(const Question& question, const Json& cases) {
  if (!cases.is_array() || cases.empty()) {
    return Fail(
        ErrorCode::kInvalid,
        question.folder + "/tests/generator.py: generate(seed) must return a list of cases.");
  }
  Generated generated;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    Result<TestCase> test =
        ReadCase(SpecOf(question), cases[i], At(question, "tests/generator.py", i));
    if (!test) return Forward(test);
    const std::string oracle = cases[i].value("oracle", "ref");
    if (oracle != "ref" && oracle != "brute") {
      return Fail(ErrorCode::kInvalid, At(question, "tests/generator.py", i) +
                                           ": the oracle is \"" + oracle +
                                           "\"; name \"ref\" or \"brute\".");
    }
    generated.cases.push_back(std::move(*test));
    generated.oracles.push_back(oracle);
  }
  return generated;
}

// Fills what `oracle` has to answer, and leaves the others.
Status AnswerShare(const Question& question, const SourceFile& oracle, const std::string& name,
                   const JudgeConfig& config, Generated* generated, std::stop_token stop) {
  std::vector<TestCase> share;
  for (std::size_t i = 0; i < generated->cases.size(); ++i) {
    if (generated->oracles[i] == name) share.push_back(generated->cases[i]);
  }
  if (share.empty()) return {};
  if (Status answered = AnswerByOracle(question, oracle, config, &share, std::move(stop));
      !answered) {
    return answered;
  }
  auto next = share.begin();
  for (std::size_t i = 0; i < generated->cases.size(); ++i) {
    if (generated->oracles[i] == name) generated->cases[i] = std::move(*next++);
  }
  return {};
}

Result<std::vector<RampStep>> MakeRamp(const Question& question, DriverSession* session,
                                       std::stop_token stop) {
  const std::string where = question.folder + "/tests/generator.py, ramp";
  std::vector<RampStep> ramp;
  for (const int size : SpecOf(question).growth.sizes) {
    RampStep step{size, {}};
    for (int i = 0; i < kInputsPerSize; ++i) {
      const Result<Json> answer =
          RunGenerator(session, {{"ramp", size}, {"seed", kSeed + i}}, where, stop);
      if (!answer) return Forward(answer);
      const Json made = answer->value("input", Json());
      Result<TestCase> input =
          ReadInput(SpecOf(question).signature, made.is_object() ? made : Json{{"args", made}});
      if (!input) return Fail(ErrorCode::kInvalid, where + ": " + input.error().message);
      step.inputs.push_back(std::move(*input));
    }
    ramp.push_back(std::move(step));
  }
  return ramp;
}

Result<TestSuite> MakeAnew(const Question& question, const JudgeConfig& config,
                           std::stop_token stop) {
  const CodingSpec& spec = SpecOf(question);
  TestSuite suite;
  suite.cases = VisibleTests(spec);
  for (std::size_t i = 0; i < spec.handmade.size(); ++i) {
    Result<TestCase> test =
        ReadCase(spec, spec.handmade[i], At(question, "tests/handmade.json", i));
    if (!test) return Forward(test);
    suite.cases.push_back(std::move(*test));
  }
  Result<BoxSpec> box = PythonBox(config, "case_driver.py", {"onsite_wire.py", "onsite_source.py"},
                                  spec.generator.text);
  if (!box) return Forward(box);
  box->limits.memory_mb = 2048;
  box->limits.answer_bytes = std::size_t{128} << 20;
  box->limits.total_cpu_ms = 120'000;
  Result<DriverSession> session =
      DriverSession::Start(config, *box, {{"source", spec.generator.text}}, stop);
  if (!session) {
    return Fail(session.error().code,
                question.folder + "/tests/generator.py: " + session.error().message,
                session.error().detail);
  }
  const Result<Json> answer = RunGenerator(&*session, {{"generate", kSeed}},
                                           question.folder + "/tests/generator.py, generate", stop);
  if (!answer) return Forward(answer);
  Result<Generated> generated = ReadGenerated(question, answer->value("cases", Json()));
  if (!generated) return Forward(generated);
  const Result<SourceFile> reference = PythonReference(question);
  if (!reference) return Forward(reference);
  for (const auto& [oracle, name] :
       {std::pair<const SourceFile*, const char*>{&spec.brute, "brute"}, {&*reference, "ref"}}) {
    Status answered = AnswerShare(question, *oracle, name, config, &*generated, stop);
    if (!answered) return Forward(answered);
  }
  suite.cases.insert(suite.cases.end(), std::make_move_iterator(generated->cases.begin()),
                     std::make_move_iterator(generated->cases.end()));
  Result<std::vector<RampStep>> ramp = MakeRamp(question, &*session, stop);
  if (!ramp) return Forward(ramp);
  suite.ramp = std::move(*ramp);
  return suite;
}

// --- the cache

Json ToJson(const TestCase& test) {
  Json json = {{"tag", test.tag}, {"args", test.args}};
  if (!test.ops.is_null()) json["ops"] = test.ops;
  if (test.expected) json["expected"] = *test.expected;
  if (test.expected_args) json["expected_args"] = *test.expected_args;
  if (test.is_public) json["public"] = true;
  return json;
}

Json ToJson(const TestSuite& suite) {
  Json cases = Json::array();
  for (const TestCase& test : suite.cases) cases.push_back(ToJson(test));
  Json ramp = Json::array();
  for (const RampStep& step : suite.ramp) {
    Json inputs = Json::array();
    for (const TestCase& input : step.inputs) inputs.push_back(ToJson(input));
    ramp.push_back({{"size", step.size}, {"inputs", std::move(inputs)}});
  }
  return {{"cases", std::move(cases)}, {"ramp", std::move(ramp)}};
}

// Nothing where the text is not what this version writes.
std::optional<TestSuite> ParseSuite(const CodingSpec& spec, const std::string& text) {
  const Result<Json> json = interview::ParseJson(text, "cached test suite");
  if (!json || !json->is_object()) return std::nullopt;
  const Json cases = json->value("cases", Json());
  const Json ramp = json->value("ramp", Json());
  if (!cases.is_array() || cases.empty() || !ramp.is_array()) return std::nullopt;
  TestSuite suite;
  for (const Json& one : cases) {
    Result<TestCase> test = ReadCase(spec, one, "case");
    if (!test || (!test->expected && !test->expected_args)) return std::nullopt;
    test->is_public = one.contains("public");
    suite.cases.push_back(std::move(*test));
  }
  for (const Json& one : ramp) {
    if (!one.is_object() || !one.value("size", Json()).is_number_integer()) return std::nullopt;
    RampStep step{one["size"].get<int>(), {}};
    for (const Json& input : one.value("inputs", Json::array())) {
      Result<TestCase> test = ReadCase(spec, input, "ramp");
      if (!test) return std::nullopt;
      step.inputs.push_back(std::move(*test));
    }
    suite.ramp.push_back(std::move(step));
  }
  return suite;
}

std::filesystem::path PlaceOf(const Question& question, const JudgeConfig& config) {
  interview::Fingerprint key;
  key.Add(question.content_hash);
  key.Add(SpecOf(question).generator.text);
  key.Add(std::to_string(kSuiteFormat));
  return config.cache_dir / "suites" / (question.id + "-" + key.Hex() + ".json");
}

}  // namespace

Result<TestSuite> MakeTestSuite(const Question& question, const JudgeConfig& config,
                                std::stop_token stop) {
  const std::filesystem::path kept = PlaceOf(question, config);
  if (const Result<std::string> text = interview::ReadFile(kept, std::uintmax_t{256} << 20); text) {
    if (std::optional<TestSuite> suite = ParseSuite(SpecOf(question), *text)) {
      return std::move(*suite);
    }
    interview::Log(interview::LogLevel::kWarning, "Making the damaged " + kept.string() + " anew.");
  }
  Result<TestSuite> suite = MakeAnew(question, config, std::move(stop));
  if (!suite) return suite;
  Status written = interview::WriteFileAtomically(kept, interview::DumpJson(ToJson(*suite)));
  if (!written) interview::LogError(written.error());  // slower next time, nothing else
  return suite;
}

Result<std::shared_ptr<const TestSuite>> RecentTestSuite(const Question& question,
                                                         const JudgeConfig& config,
                                                         std::stop_token stop) {
  constexpr std::size_t kMostRecent = 6;
  struct Recent {
    std::filesystem::path place;
    std::shared_ptr<const TestSuite> suite;
  };
  thread_local std::vector<Recent> recent;  // the newest last
  std::filesystem::path place = PlaceOf(question, config);
  const auto found = std::find_if(recent.begin(), recent.end(),
                                  [&](const Recent& one) { return one.place == place; });
  if (found != recent.end()) {
    std::rotate(found, found + 1, recent.end());
    return recent.back().suite;
  }
  Result<TestSuite> made = MakeTestSuite(question, config, std::move(stop));
  if (!made) return Forward(made);
  if (recent.size() == kMostRecent) recent.erase(recent.begin());
  recent.push_back({std::move(place), std::make_shared<const TestSuite>(*std::move(made))});
  return recent.back().suite;
}

}  // namespace evaluators
