// Which evaluator does what.
#include "app/core/evaluator_wiring.h"

#include "evaluators/diagram/diagram_grader.h"
#include "evaluators/diagram/estimate_check.h"
#include "evaluators/judge/code_judge.h"
#include "evaluators/text/fact_ledger.h"
#include "evaluators/text/rubric_evaluator.h"

namespace app {

evaluators::JudgeConfig MakeJudgeConfig(const AppPaths& paths) {
  evaluators::JudgeConfig config;
  config.drivers_dir = paths.drivers;
  config.box_init = paths.box_init;
  config.cache_dir = paths.cache;
  return config;
}

}  // namespace app
