// Which evaluator does what.
#include "app/core/evaluator_wiring.h"

#include "evaluators/diagram/diagram_grader.h"
#include "evaluators/diagram/estimate_check.h"
#include "evaluators/judge/code_judge.h"
#include "evaluators/judge/ml_judge.h"
#include "evaluators/judge/mutation_score.h"
#include "evaluators/text/fact_ledger.h"
#include "evaluators/text/follow_up_evaluator.h"
#include "evaluators/text/rubric_evaluator.h"

namespace app {

using interview::EvaluationKind;
using interview::Result;
using interview::RoundKind;

evaluators::JudgeConfig MakeJudgeConfig(const AppPaths& paths) {
  evaluators::JudgeConfig config;
  config.drivers_dir = paths.drivers;
  config.box_init = paths.box_init;
  config.cache_dir = paths.cache;
  if (paths.limits_only_sandbox) config.sandbox = evaluators::SandboxMode::kLimitsOnly;
  return config;
}

Result<std::shared_ptr<const evaluators::Lexicon>> LoadShippedLexicon(const AppPaths& paths) {
  Result<evaluators::Lexicon> lexicon = evaluators::LoadLexicon(paths.rubrics / "lexicon");
  if (!lexicon) return Forward(lexicon);
  return std::make_shared<const evaluators::Lexicon>(*std::move(lexicon));
}

Result<std::shared_ptr<const evaluators::EvaluatorSet>> BuildEvaluators(const AppPaths& paths) {
  return BuildEvaluators(paths, MakeJudgeConfig(paths));
}

Result<std::shared_ptr<const evaluators::EvaluatorSet>> BuildEvaluators(
    const AppPaths& paths, const evaluators::JudgeConfig& config) {
  Result<std::shared_ptr<const evaluators::Lexicon>> lexicon = LoadShippedLexicon(paths);
  if (!lexicon) return Forward(lexicon);
  return BuildEvaluators(*std::move(lexicon), config);
}

Result<std::shared_ptr<const evaluators::EvaluatorSet>> BuildEvaluators(
    std::shared_ptr<const evaluators::Lexicon> lexicon, const evaluators::JudgeConfig& config) {
  auto set = std::make_shared<evaluators::EvaluatorSet>();
  const auto code = std::make_shared<evaluators::CodeJudge>(config);
  const auto ml_code = std::make_shared<evaluators::MlJudge>(config);
  for (const EvaluationKind kind :
       {EvaluationKind::kRunVisible, EvaluationKind::kRunCustom, EvaluationKind::kJudge}) {
    set->Add(kind, {RoundKind::kCoding}, code);
    set->Add(kind, {RoundKind::kMlCoding}, ml_code);
  }
  set->Add(EvaluationKind::kShrink, {RoundKind::kCoding}, code);
  set->Add(EvaluationKind::kOwnTests, {RoundKind::kCoding},
           std::make_shared<evaluators::OwnTestsJudge>(config));
  const std::vector<RoundKind> all(interview::kRoundKinds.begin(), interview::kRoundKinds.end());
  set->Add(EvaluationKind::kRubric, all, std::make_shared<evaluators::RubricEvaluator>(lexicon));
  set->Add(EvaluationKind::kFollowUp, all,
           std::make_shared<evaluators::FollowUpEvaluator>(lexicon));
  set->Add(EvaluationKind::kFacts, all, std::make_shared<evaluators::FactLedger>(lexicon));
  set->Add(EvaluationKind::kDiagram, {RoundKind::kSystemDesign},
           std::make_shared<evaluators::DiagramGrader>(lexicon));
  set->Add(EvaluationKind::kEstimates, {RoundKind::kSystemDesign},
           std::make_shared<evaluators::EstimateCheck>());
  return std::shared_ptr<const evaluators::EvaluatorSet>(std::move(set));
}

}  // namespace app
