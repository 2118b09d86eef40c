// `onsite grade --batch`: many short answers against a file of rubrics, a line in, a line out.
// Main thread only.
#pragma once

#include <string>

#include "app/cli/command_context.h"
#include "app/cli/feedback_command.h"

namespace app {

struct GradeBatchFiles {
  std::string rubrics;  // as the README describes it; empty: graded by the reference answers
  std::string input;    // a file, or "-" for standard input
  std::string output;   // a file that a later run carries on; empty: standard output
};

// Results are written as the lines come, in their order; a broken line is told on standard error
// and makes the exit code kFallsShort. With `llm` each result has the feedback of the endpoint
// beside the local one; where that fails the batch ends, and with an output file the same command
// goes on from there.
void GradeBatch(const GradeBatchFiles& files, const LlmOptions& llm, CommandContext* context);

}  // namespace app
