// Looks at the machine: compilers, Python, sandbox, fonts, display, data folder. Each check names
// its remedy. Any thread; runs processes, so off the UI thread in the window.
#pragma once

#include <string>
#include <vector>

#include "app/core/app_paths.h"
#include "evaluators/judge/judge_config.h"
#include "interview/base/json.h"

namespace app {

struct DoctorCheck {
  enum class Status { kPass, kCaution, kFail };
  std::string name;
  Status status = Status::kPass;
  std::string message;  // what was found
  std::string remedy;   // the command that mends it; empty when it passed
};
std::string_view ToString(DoctorCheck::Status status);

// Never fails as a whole; takes about a second (it compiles one program and runs another in the
// sandbox). Makes the data and cache folders where they are missing.
std::vector<DoctorCheck> ExamineMachine(const AppPaths& paths);
// The same with another judge than that of `paths`.
std::vector<DoctorCheck> ExamineMachine(const AppPaths& paths,
                                        const evaluators::JudgeConfig& judge);

interview::Json ToJson(const std::vector<DoctorCheck>& checks);

}  // namespace app
