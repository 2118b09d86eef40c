// `onsite grade --batch`: many short answers against a file of rubrics, a line in, a line out.
// Main thread only.
#pragma once

#include <string>

#include "app/cli/command_context.h"

namespace app {

// `rubrics`: a file as the README describes it; empty: every question is graded by its reference
// answer. `input`: a file, or "-" for standard input. Results are written as the lines come, in
// their order; a broken line is told on standard error and makes the exit code kFallsShort.
void GradeBatch(const std::string& rubrics, const std::string& input, CommandContext* context);

}  // namespace app
