// The doctor's look at what the judge needs: compilers, interpreters, libraries, the sandbox.
// Any thread; runs processes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/core/doctor.h"
#include "evaluators/judge/judge_config.h"

namespace app {

std::vector<DoctorCheck> ExamineJudge(const evaluators::JudgeConfig& judge);

// `path` as one word of a shell command.
std::string Quoted(const std::filesystem::path& path);

}  // namespace app
