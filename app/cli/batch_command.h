// `onsite judge --batch`: many submissions, one worker per core, one result a line.
//
// Theory of operation. Lines are read as far ahead as the workers need and no further, judged side
// by side, and written in the order in which they came, so the memory in use does not depend on
// their number. The main thread waits for the input and the workers at once: a result is written as
// soon as it is due, whether or not more input comes. Times are left out: judges that run side by
// side would measure each other.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "app/cli/command_context.h"

namespace app {

struct BatchOptions {
  std::string input;   // a file, or "-"
  std::string output;  // empty: standard output
  int jobs = 1;
};

void AddBatchOptions(CLI::App* judge, BatchOptions* options);

// Exits with 0 where every submission was accepted, 1 where one was not or a line was broken, 3
// where the judge itself failed. SIGINT and SIGTERM stop the boxes, then end the program.
void JudgeBatch(const BatchOptions& options, CommandContext* context);

}  // namespace app
