// Runs every proof of every question.
#include "app/core/bank_check.h"

#include <algorithm>
#include <cmath>
#include <deque>

#include "app/core/job_runner.h"
#include "app/core/ordered_jobs.h"
#include "evaluators/diagram/estimate_check.h"
#include "evaluators/judge/proof_cache.h"
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

// What all proofs of one run share.
struct Prover {
  evaluators::JudgeConfig judge;
  std::string fingerprint;  // of the judge
  const evaluators::Lexicon& lexicon;
  bool fresh = false;
};

// What was found wrong, in its code and beside it.
interview::Result<std::vector<BankProblem>> ProveQuestion(const Question& question,
                                                          const Prover& prover,
                                                          std::stop_token stop) {
  std::vector<BankProblem> problems;
  for (const std::string& message : evaluators::ProveRubric(question, prover.lexicon)) {
    problems.push_back({question.id, "rubric_examples", question.folder + ": " + message});
  }
  CheckFormulas(question, &problems);
  const bool is_ml = question.kind == interview::RoundKind::kMlCoding;
  if (question.kind != interview::RoundKind::kCoding && !is_ml) return problems;
  if (!prover.fresh && evaluators::IsProved(prover.judge, prover.fingerprint, question)) {
    return problems;
  }
  const interview::Result<std::vector<evaluators::ProofFailure>> failures =
      is_ml ? evaluators::ProveMlCoding(question, prover.judge, stop)
            : evaluators::ProveCoding(question, prover.judge, stop);
  if (!failures) {
    problems.push_back({question.id, "judge", question.folder + ": " + failures.error().message});
    return problems;
  }
  if (failures->empty()) evaluators::KeepProof(prover.judge, prover.fingerprint, question);
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

  const Prover prover{judge, evaluators::JudgeFingerprint(judge), lexicon, options.fresh};
  std::deque<std::string> under_way;
  JobRunner runner(std::max(1, options.jobs));
  OrderedJobs<std::vector<BankProblem>> jobs(
      runner, Lane::kJudge, [&](const interview::Result<std::vector<BankProblem>>& problems) {
        if (problems) keep(*problems);
        if (options.progress) options.progress(under_way.front());
        under_way.pop_front();
      });
  for (const interview::QuestionPtr& question : bank.questions()) {
    if (!wanted(question->id)) continue;
    ++report.counts[question->kind];
    under_way.push_back(question->id);
    jobs.Add([question, &prover](std::stop_token stop) {
      return ProveQuestion(*question, prover, std::move(stop));
    });
  }
  while (jobs.size() > 0) {
    if (!jobs.DeliverReady()) runner.WaitForResult(std::chrono::milliseconds(100));
  }
  std::stable_sort(report.failures.begin(), report.failures.end(),
                   [](const BankProblem& a, const BankProblem& b) { return a.id < b.id; });
  return report;
}

}  // namespace app
