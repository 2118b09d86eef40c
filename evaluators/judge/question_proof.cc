// Runs starters, references, oracles and mutants, and writes down what does not hold.
#include "evaluators/judge/question_proof.h"

#include <algorithm>
#include <cstdio>

#include "evaluators/judge/code_judge.h"
#include "evaluators/judge/growth_measure.h"
#include "evaluators/judge/language.h"
#include "evaluators/judge/ml_judge.h"
#include "evaluators/judge/test_suite.h"
#include "interview/model/language.h"

namespace evaluators {

using interview::CodingSpec;
using interview::ErrorCode;
using interview::Forward;
using interview::GrowthFit;
using interview::Judgement;
using interview::Language;
using interview::MlCodingSpec;
using interview::Mutant;
using interview::Question;
using interview::Result;
using interview::SourceFile;
using interview::Status;
using interview::Verdict;

namespace {

// How often the ramp is measured before a source counts as too steep.
constexpr int kReferenceAttempts = 5;
constexpr int kMutantAttempts = 2;

Language LanguageOf(const SourceFile& file) {
  return interview::LanguageOfFile(file.name).value_or(Language::kPython);
}

std::string Describe(const Judgement& judgement) {
  return std::string(ToString(judgement.verdict)) + ": " + judgement.message +
         (judgement.first_failure
              ? " First failure: case " + std::to_string(judgement.first_failure->index) +
                    ", input " +
                    interview::DumpJson(judgement.first_failure->input).substr(0, 200) + "."
              : "");
}

class CodingProof {
 public:
  CodingProof(const Question& question, const JudgeConfig& config, std::stop_token stop)
      : question_(question),
        spec_(std::get<CodingSpec>(question.spec)),
        config_(config),
        stop_(std::move(stop)) {}

  Result<std::vector<ProofFailure>> Prove() {
    const Result<TestSuite> suite = MakeTestSuite(question_, config_, stop_);
    if (!suite) {
      if (suite.error().code != ErrorCode::kInvalid) return Forward(suite);
      return std::vector<ProofFailure>{{"tests", suite.error().message}};
    }
    suite_ = *suite;
    for (Status (CodingProof::*step)() :
         {&CodingProof::ProveStarters, &CodingProof::ProveReferences, &CodingProof::ProveBrute,
          &CodingProof::ProveMutants}) {
      if (Status proved = (this->*step)(); !proved) return Forward(proved);
    }
    return std::move(failures_);
  }

 private:
  void Report(const char* check, std::string message) {
    failures_.push_back({check, std::move(message)});
  }

  Result<Judgement> Judge(Language language, const std::string& source,
                          const std::vector<TestCase>& cases) const {
    return JudgeSource(question_, config_, language, source, cases, stop_);
  }

  Status ProveStarters() {
    for (const Language language : interview::kLanguages) {
      const bool has_interpreter = !interview::InfoOf(language).runtime.programs.empty();
      if (has_interpreter && !FindInterpreter(config_, language)) continue;  // the doctor tells
      const Result<Judgement> judgement =
          Judge(language, StarterCode(spec_.signature, language), suite_.cases);
      if (!judgement) return Forward(judgement);
      const std::string name = "The starter in " + std::string(DisplayName(language));
      if (judgement->verdict == Verdict::kCompileError) {
        Report("starter", name + " does not compile: " + judgement->message);
      } else if (judgement->verdict == Verdict::kAccepted) {
        Report("starter", name + " is accepted as it is; the tests ask for nothing.");
      }
    }
    return {};
  }

  // The smallest exponent of a source on the ramp in up to `attempts` measurements, which end at
  // the first that is not too steep: other work on the machine makes single ones too steep.
  Result<GrowthFit> Growth(Language language, const std::string& source, int attempts) const {
    Result<GrowthFit> best =
        MeasureGrowth(question_, config_, language, source, suite_.ramp, stop_);
    for (int i = 1; i < attempts && best && best->exponent > spec_.growth.max_exponent; ++i) {
      Result<GrowthFit> again =
          MeasureGrowth(question_, config_, language, source, suite_.ramp, stop_);
      if (again && !again->growth_class.empty() && again->exponent < best->exponent) best = again;
    }
    return best;
  }

  Status ProveReferences() {
    for (const SourceFile& file : spec_.references) {
      const std::string name = "solutions/" + file.name;
      const Result<Judgement> judgement = Judge(LanguageOf(file), file.text, suite_.cases);
      if (!judgement) return Forward(judgement);
      if (judgement->verdict != Verdict::kAccepted) {
        Report("reference", name + " must be accepted, but is " + Describe(*judgement));
        continue;
      }
      if (suite_.ramp.empty()) continue;
      const Result<GrowthFit> growth = Growth(LanguageOf(file), file.text, kReferenceAttempts);
      if (!growth) return Forward(growth);
      if (growth->exponent > spec_.growth.max_exponent) {
        char text[160];
        std::snprintf(text, sizeof text,
                      " grows with exponent %.2f on the ramp, above max_exponent %.2f.",
                      growth->exponent, spec_.growth.max_exponent);
        Report("reference", name + text);
      }
    }
    return {};
  }

  Status ProveBrute() {
    const std::size_t fixed = VisibleTests(spec_).size() + spec_.handmade.size();
    const std::vector<TestCase> cases(
        suite_.cases.begin(),
        suite_.cases.begin() + static_cast<std::ptrdiff_t>(std::min(fixed, suite_.cases.size())));
    const Result<Judgement> judgement = Judge(LanguageOf(spec_.brute), spec_.brute.text, cases);
    if (!judgement) return Forward(judgement);
    if (judgement->verdict != Verdict::kAccepted) {
      Report("brute", "solutions/" + spec_.brute.name +
                          " must agree with the examples and tests/handmade.json, but is " +
                          Describe(*judgement));
    }
    return {};
  }

  Status ProveMutants() {
    for (const Mutant& mutant : spec_.mutants) {
      if (Status proved = ProveMutant(mutant); !proved) return proved;
    }
    return {};
  }

  Status ProveMutant(const Mutant& mutant) {
    const std::string name = "mutants/" + mutant.file.name;
    const Language language = LanguageOf(mutant.file);
    const Result<Judgement> judgement = Judge(language, mutant.file.text, suite_.cases);
    if (!judgement) return Forward(judgement);
    const bool fails_as_declared = std::any_of(judgement->tests.begin(), judgement->tests.end(),
                                               [&mutant](const interview::TestOutcome& test) {
                                                 return ToString(test.verdict) == mutant.expect;
                                               });
    bool is_too_steep = false;
    if (mutant.expect == "time_limit" && judgement->verdict == Verdict::kAccepted) {
      const Result<GrowthFit> growth = Growth(language, mutant.file.text, kMutantAttempts);
      if (!growth) return Forward(growth);
      // One that cannot even finish the ramp within twice the limits is too slow as well.
      is_too_steep = growth->growth_class.empty() || growth->exponent > spec_.growth.max_exponent;
    }
    if (!fails_as_declared && !is_too_steep) {
      Report("mutant",
             name + " must fail with " + mutant.expect + ", but is " + Describe(*judgement));
    } else if (judgement->passed == 0) {
      Report("mutant", name + " fails every test; a wrong solution should pass at least one.");
    }
    return {};
  }

  const Question& question_;
  const CodingSpec& spec_;
  const JudgeConfig& config_;
  std::stop_token stop_;
  TestSuite suite_;
  std::vector<ProofFailure> failures_;
};

}  // namespace

Result<std::vector<ProofFailure>> ProveCoding(const Question& question, const JudgeConfig& config,
                                              std::stop_token stop) {
  return CodingProof(question, config, std::move(stop)).Prove();
}

Result<std::vector<ProofFailure>> ProveMlCoding(const Question& question, const JudgeConfig& config,
                                                std::stop_token stop) {
  const auto& spec = std::get<MlCodingSpec>(question.spec);
  std::vector<ProofFailure> failures;
  const Result<Judgement> solution =
      JudgeMlSource(question, config, spec.solution.text, spec.checks, nullptr, stop);
  if (!solution) {
    if (solution.error().code != ErrorCode::kInvalid) return Forward(solution);
    return std::vector<ProofFailure>{{"tests", solution.error().message}};
  }
  if (solution->verdict != Verdict::kAccepted) {
    failures.push_back({"solution", "solution.py must pass every check, but is " +
                                        std::string(ToString(solution->verdict)) + ": " +
                                        solution->message});
  }
  for (const interview::MlMutant& mutant : spec.mutants) {
    const Result<Judgement> judgement =
        JudgeMlSource(question, config, spec.solution.text, spec.checks, &mutant, stop);
    if (!judgement) return Forward(judgement);
    const std::string name = "mutants/mutants.py, " + mutant.function + ",";
    if (judgement->tests.empty()) {
      failures.push_back({"mutant", name + " cannot be run: " + judgement->message});
    }
    for (const interview::TestOutcome& test : judgement->tests) {
      const bool should_fail = std::find(mutant.killed_by.begin(), mutant.killed_by.end(),
                                         test.tag) != mutant.killed_by.end();
      if (should_fail && test.verdict == Verdict::kAccepted) {
        failures.push_back(
            {"mutant", name + " must fail the check \"" + test.tag + "\", but passes it."});
      }
    }
  }
  return failures;
}

}  // namespace evaluators
