// Builds the evaluators of the app from its paths.
// Any thread; the result may be shared by all.
#pragma once

#include <memory>

#include "app/core/app_paths.h"
#include "evaluators/evaluator_set.h"
#include "evaluators/judge/judge_config.h"
#include "evaluators/text/lexicon.h"
#include "interview/base/result.h"

namespace app {

evaluators::JudgeConfig MakeJudgeConfig(const AppPaths& paths);

// Fails when the lexicon cannot be read.
interview::Result<std::shared_ptr<const evaluators::Lexicon>> LoadShippedLexicon(
    const AppPaths& paths);

// All kinds of evaluation; the judge with a configuration of its own where one is given.
interview::Result<std::shared_ptr<const evaluators::EvaluatorSet>> BuildEvaluators(
    const AppPaths& paths);
interview::Result<std::shared_ptr<const evaluators::EvaluatorSet>> BuildEvaluators(
    const AppPaths& paths, const evaluators::JudgeConfig& judge);
interview::Result<std::shared_ptr<const evaluators::EvaluatorSet>> BuildEvaluators(
    std::shared_ptr<const evaluators::Lexicon> lexicon, const evaluators::JudgeConfig& judge);

}  // namespace app
