// The candidate's tests against the reference and against every wrong solution.
#include "evaluators/judge/mutation_score.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "evaluators/judge/code_judge.h"
#include "evaluators/judge/compare.h"
#include "evaluators/judge/sandbox.h"
#include "evaluators/judge/test_suite.h"
#include "interview/model/language.h"
#include "interview/model/value_text.h"

namespace evaluators {

using interview::CodingSpec;
using interview::Criterion;
using interview::CriterionState;
using interview::ErrorCode;
using interview::Evaluation;
using interview::EvaluationRequest;
using interview::Fail;
using interview::Forward;
using interview::Json;
using interview::Judgement;
using interview::Language;
using interview::Mutant;
using interview::Parameter;
using interview::Question;
using interview::Result;
using interview::Status;
using interview::Verdict;

namespace {

// Whether a value keeps the limits that the signature states for it (and for the items of a list).
Status CheckLimits(const Parameter& param, const Json& value) {
  const auto number = [&param](const char* key) -> std::optional<double> {
    const Json limit =
        param.constraints.is_object() ? param.constraints.value(key, Json()) : Json();
    return limit.is_number() ? std::optional<double>(limit.get<double>()) : std::nullopt;
  };
  const auto outside = [](std::optional<double> least, std::optional<double> most, double x) {
    return (least && x < *least) || (most && x > *most);
  };
  if (value.is_number() && outside(number("min"), number("max"), value.get<double>())) {
    return Fail(ErrorCode::kInvalid, "The value " + value.dump() + " of " + param.name +
                                         " lies outside of the limits in the statement.");
  }
  if (!value.is_array() && !value.is_string()) return {};
  const auto length = static_cast<double>(
      value.is_string() ? value.get_ref<const std::string&>().size() : value.size());
  if (outside(number("min_len"), number("max_len"), length)) {
    return Fail(ErrorCode::kInvalid,
                "The length of " + param.name + " lies outside of the limits in the statement.");
  }
  if (!value.is_array()) return {};
  for (const Json& item : value) {
    if (!item.is_number()) continue;
    if (Status checked = CheckLimits(param, item); !checked) return checked;
  }
  return {};
}

struct OwnTest {
  TestCase test;  // with the candidate's expected value
  bool is_right = false;
  std::string reason;
};

OwnTest ReadOwnTest(const CodingSpec& spec, const Json& json) {
  OwnTest own;
  Result<TestCase> test = ReadInput(spec.signature, json);
  if (!test) {
    own.reason = test.error().message;
    return own;
  }
  own.test = std::move(*test);
  if (json.contains("expected")) own.test.expected = json["expected"];
  if (json.contains("expected_args")) own.test.expected_args = json["expected_args"];
  // A question that only mutates: what is expected can only be the argument afterwards.
  const bool only_mutates =
      spec.signature.mutates() && spec.signature.returns.kind == interview::Type::Kind::kVoid;
  if (only_mutates && own.test.expected && !own.test.expected_args) {
    const std::vector<Parameter> passed = PassedParameters(spec.signature.params);
    const auto first = std::find_if(passed.begin(), passed.end(),
                                    [](const Parameter& param) { return param.mutates; });
    own.test.expected_args = Json::object();
    (*own.test.expected_args)[std::to_string(first - passed.begin())] = *own.test.expected;
    own.test.expected.reset();
  }
  if (!own.test.expected && !own.test.expected_args) {
    own.reason = "The test has no expected value; add \"expected\".";
    return own;
  }
  if (spec.signature.kind == interview::Signature::Kind::kFunction) {
    for (std::size_t i = 0; i < spec.signature.params.size(); ++i) {
      const Status checked = CheckLimits(spec.signature.params[i], own.test.args[i]);
      if (!checked) own.reason = checked.error().message;
    }
  }
  return own;
}

// The valid tests with what the reference answers, and whether the candidate expected the same.
Result<std::vector<TestCase>> CompareWithReference(const Question& question,
                                                   const JudgeConfig& config,
                                                   std::vector<OwnTest>* tests,
                                                   std::stop_token stop) {
  const Result<interview::SourceFile> reference = PythonReference(question);
  if (!reference) return Forward(reference);
  std::vector<TestCase> right;
  for (OwnTest& own : *tests) {
    if (!own.reason.empty()) continue;
    std::vector<TestCase> one = {own.test};
    one[0].expected.reset();
    one[0].expected_args.reset();
    const Status answered = AnswerByOracle(question, *reference, config, &one, stop);
    if (!answered) {
      if (answered.error().code != ErrorCode::kInvalid) return Forward(answered);
      own.reason = "The reference cannot answer this input; check it against the statement.";
      continue;
    }
    // The candidate's expected value, as if a solution had answered it.
    CaseOutcome claimed;
    claimed.verdict = Verdict::kAccepted;
    claimed.result = own.test.expected.value_or(*one[0].expected);
    claimed.args = own.test.expected_args.value_or(one[0].expected_args.value_or(Json()));
    const Result<std::vector<CaseOutcome>> judged =
        JudgeOutcomes(question, config, one, {claimed}, stop);
    if (!judged) return Forward(judged);
    own.is_right = (*judged)[0].verdict == Verdict::kAccepted;
    if (own.is_right) {
      right.push_back(one[0]);
    } else {
      own.reason = "The right value is " +
                   interview::DumpJson(interview::Shortened(ExpectedToShow(one[0]), 400)) + ".";
    }
  }
  return right;
}

Criterion MakeCriterion(std::string id, std::string group, std::string text, bool earned,
                        std::string reason) {
  Criterion criterion;
  criterion.id = std::move(id);
  criterion.group = std::move(group);
  criterion.text = std::move(text);
  criterion.credit = earned ? 1 : 0;
  criterion.state = earned ? CriterionState::kEarned : CriterionState::kMissing;
  criterion.reason = std::move(reason);
  return criterion;
}

Result<Criterion> TryMutant(const Question& question, const JudgeConfig& config,
                            const Mutant& mutant, const std::vector<TestCase>& right,
                            std::stop_token stop) {
  const std::string id = "mutant/" + mutant.file.name;
  if (right.empty()) {
    return MakeCriterion(id, "mutants", mutant.misconception, false, "No right test was there.");
  }
  const Language language = interview::LanguageOfFile(mutant.file.name).value_or(Language::kPython);
  const Result<Judgement> judgement =
      JudgeSource(question, config, language, mutant.file.text, right, std::move(stop));
  if (!judgement) return Forward(judgement);
  const bool is_caught = judgement->verdict != Verdict::kAccepted;
  return MakeCriterion(id, "mutants", mutant.misconception, is_caught,
                       is_caught ? "Caught by a test." : "None of the right tests catches it.");
}

}  // namespace

Result<Evaluation> OwnTestsJudge::Evaluate(const EvaluationRequest& request,
                                           std::stop_token stop) const {
  if (!request.question || !std::holds_alternative<CodingSpec>(request.question->spec) ||
      request.kind != interview::EvaluationKind::kOwnTests) {
    return Fail(ErrorCode::kInvalid, "Only coding questions take tests of one's own.");
  }
  const Question& question = *request.question;
  const auto& spec = std::get<CodingSpec>(question.spec);
  std::vector<OwnTest> tests;
  for (const Json& json : request.answer.tests) tests.push_back(ReadOwnTest(spec, json));
  const Result<std::vector<TestCase>> right = CompareWithReference(question, config_, &tests, stop);
  if (!right) return Forward(right);

  Evaluation evaluation;
  evaluation.kind = request.kind;
  evaluation.question = question.id;
  Judgement judgement;
  judgement.verdict = right->size() == tests.size() ? Verdict::kAccepted : Verdict::kWrongAnswer;
  judgement.total = static_cast<int>(tests.size());
  judgement.passed = static_cast<int>(right->size());
  for (std::size_t i = 0; i < tests.size(); ++i) {
    evaluation.criteria.push_back(
        MakeCriterion("test/" + std::to_string(i), "tests",
                      interview::DumpJson(interview::Shortened(request.answer.tests[i], 400)),
                      tests[i].is_right, tests[i].reason));
    judgement.tests.push_back({static_cast<int>(i), "own",
                               tests[i].is_right ? Verdict::kAccepted : Verdict::kWrongAnswer, true,
                               1, 0, tests[i].reason});
  }
  int caught = 0;
  int mutants = 0;
  for (const Mutant& mutant : spec.mutants) {
    if (mutant.expect == "time_limit") continue;
    Result<Criterion> criterion = TryMutant(question, config_, mutant, *right, stop);
    if (!criterion) return Forward(criterion);
    ++mutants;
    caught += criterion->credit > 0 ? 1 : 0;
    evaluation.criteria.push_back(std::move(*criterion));
  }
  evaluation.score = mutants > 0 ? static_cast<double>(caught) / mutants : 0;
  judgement.message = std::to_string(right->size()) + " of " + std::to_string(tests.size()) +
                      " tests are right; they catch " + std::to_string(caught) + " of " +
                      std::to_string(mutants) + " wrong solutions.";
  judgement.caution = SandboxCaution(config_.sandbox);
  evaluation.judgement = std::move(judgement);
  return evaluation;
}

}  // namespace evaluators
