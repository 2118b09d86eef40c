// Growth that was measured before: the same code gets the same figure again, however busy the
// machine is the next time. One small file each in the cache folder; a broken one counts as
// missing. Any thread; no shared state but the cache on disk.
#pragma once

#include <optional>
#include <string>

#include "evaluators/judge/judge_config.h"
#include "interview/model/evaluation.h"

namespace evaluators {

// The source without comments, blank lines and spaces at the ends of lines: what the figures are
// kept by.
std::string CodeAlone(const std::string& source, interview::Language language);

std::optional<interview::GrowthFit> FindGrowth(const JudgeConfig& config,
                                               const interview::Question& question,
                                               interview::Language language,
                                               const std::string& source);

// A fit without a class is not kept; a cache that cannot be written is no error.
void KeepGrowth(const JudgeConfig& config, const interview::Question& question,
                interview::Language language, const std::string& source,
                const interview::GrowthFit& fit);

}  // namespace evaluators
