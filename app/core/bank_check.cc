// Runs every proof of every question.
#include "app/core/bank_check.h"

#include <algorithm>
#include <cmath>

#include "app/core/job_runner.h"
#include "evaluators/diagram/estimate_check.h"
#include "evaluators/judge/question_proof.h"
#include "evaluators/text/rubric_proof.h"
#include "interview/bank/bank_rules.h"

namespace app {
namespace {

using interview::BankProblem;
using interview::Question;

constexpr double kFormulaTolerance = 0.03;  // section 10.5 of rubrics/README.md

void CheckFormulas(const Question& question, std::vector<BankProblem>* problems) {
  const auto* design = std::get_if<interview::SystemDesignSpec>(&question.spec);
  if (design == nullptr) return;
  for (const interview::Estimate& estimate : design->estimates) {
    const interview::Result<double> value = evaluators::EvaluateFormula(estimate.formula);
    const std::string where = question.folder + ": estimate \"" + estimate.id + "\": ";
    if (!value) {
      problems->push_back({question.id, "estimates", where + value.error().message});
    } else if (std::abs(*value - estimate.value) > kFormulaTolerance * std::abs(estimate.value)) {
      problems->push_back({question.id, "estimates",
                           where + "the formula gives " + std::to_string(*value) +
                               ", but value says " + std::to_string(estimate.value) +
                               "; correct one of them."});
    }
  }
}

interview::Result<std::vector<BankProblem>> ProveQuestion(const Question& question,
                                                          const evaluators::JudgeConfig& judge,
                                                          const evaluators::Lexicon& lexicon,
                                                          std::stop_token stop) {
  std::vector<BankProblem> problems;
  for (const std::string& message : evaluators::ProveRubric(question, lexicon)) {
    problems.push_back({question.id, "rubric_examples", question.folder + ": " + message});
  }
  CheckFormulas(question, &problems);
  interview::Result<std::vector<evaluators::ProofFailure>> failures;
  if (question.kind == interview::RoundKind::kCoding) {
    failures = evaluators::ProveCoding(question, judge, stop);
  } else if (question.kind == interview::RoundKind::kMlCoding) {
    failures = evaluators::ProveMlCoding(question, judge, stop);
  }
  if (!failures) {
    problems.push_back({question.id, "judge", question.folder + ": " + failures.error().message});
    return problems;
  }
  for (const evaluators::ProofFailure& failure : *failures) {
    problems.push_back({question.id, failure.check, question.folder + ": " + failure.message});
  }
  return problems;
}

}  // namespace

bool MatchesGlob(std::string_view pattern, std::string_view text) {
  if (pattern.empty()) return text.empty();
  if (pattern[0] == '*') {
    return MatchesGlob(pattern.substr(1), text) ||
           (!text.empty() && MatchesGlob(pattern, text.substr(1)));
  }
  return !text.empty() && (pattern[0] == '?' || pattern[0] == text[0]) &&
         MatchesGlob(pattern.substr(1), text.substr(1));
}

BankReport CheckBank(const interview::QuestionBank& bank, const evaluators::JudgeConfig& judge,
                     const evaluators::Lexicon& lexicon, const BankCheckOptions& options) {
  const auto wanted = [&](const std::string& id) {
    return options.only.empty() || MatchesGlob(options.only, id);
  };
  BankReport report;
  const auto keep = [&](const std::vector<BankProblem>& problems) {
    std::copy_if(problems.begin(), problems.end(), std::back_inserter(report.failures),
                 [&](const BankProblem& problem) { return wanted(problem.id); });
  };
  keep(bank.problems());
  keep(interview::CheckBankRules(bank));

  JobRunner jobs(std::max(1, options.jobs));
  std::vector<JobHandle> handles;
  std::size_t done = 0;
  for (const interview::QuestionPtr& question : bank.questions()) {
    if (!wanted(question->id)) continue;
    ++report.counts[question->kind];
    const auto work = [question, &judge, &lexicon](std::stop_token stop) {
      return ProveQuestion(*question, judge, lexicon, stop);
    };
    const auto finished =
        [&, id = question->id](interview::Result<std::vector<BankProblem>> problems) {
          ++done;
          if (problems) keep(*problems);
          if (options.progress) options.progress(id);
        };
    handles.push_back(jobs.Start<std::vector<BankProblem>>(Lane::kJudge, work, finished));
  }
  while (done < handles.size()) {
    jobs.WaitForResult(std::chrono::milliseconds(100));
    jobs.Drain();
  }
  std::stable_sort(report.failures.begin(), report.failures.end(),
                   [](const BankProblem& a, const BankProblem& b) { return a.id < b.id; });
  return report;
}

}  // namespace app
