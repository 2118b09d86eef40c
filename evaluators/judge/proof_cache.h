// Questions that were proved before: an unchanged question need not be proved again by an unchanged
// judge. One small file for each question in the cache folder, written only where nothing was found
// wrong. Any thread; no shared state but the cache on disk.
#pragma once

#include <string>

#include "evaluators/judge/judge_config.h"
#include "interview/model/question.h"

namespace evaluators {

// Changes whenever a proof may come out differently: with this program, the drivers, the first
// process of the boxes, the compilers, the interpreters and Python's packages.
std::string JudgeFingerprint(const JudgeConfig& config);

// `judge` is JudgeFingerprint of the same configuration. A broken file counts as none.
bool IsProved(const JudgeConfig& config, const std::string& judge,
              const interview::Question& question);
// REQUIRES: the proof found no failure. A cache that cannot be written is no error.
void KeepProof(const JudgeConfig& config, const std::string& judge,
               const interview::Question& question);

}  // namespace evaluators
