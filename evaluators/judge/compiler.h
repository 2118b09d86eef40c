// C++ sources to programs: in a box of its own, over precompiled headers, with programs kept by
// fingerprint. Any thread; the cache on disk is only ever replaced file by file.
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "evaluators/judge/cpp_toolchain.h"
#include "evaluators/judge/judge_config.h"
#include "interview/base/result.h"
#include "interview/model/evaluation.h"

namespace evaluators {

struct Compilation {
  std::optional<std::string> program;              // the bytes of the executable; empty: refused
  std::vector<interview::Diagnostic> diagnostics;  // errors first; of the candidate's lines
  std::string message;                             // one sentence when refused
  std::string text;                                // what the compiler printed
};

// Compiles `glue` (which includes "solution.cpp") and `source` and links the driver: quickly, over
// the subset of the headers, and where that is refused once more over all of them, so that what is
// told comes from there. Two at the same source wait for each other. Fails with kInternal where
// there is no compiler or sandbox, with kCancelled when stopped.
interview::Result<Compilation> CompileCpp(const JudgeConfig& config, const std::string& source,
                                          const std::string& glue, std::stop_token stop,
                                          CppBuild build = CppBuild::kJudged);

// Errors and warnings in the compiler's output, on the lines of a solution of `lines` lines: an
// error inside a header is told where the solution caused it. At most twenty, errors first.
std::vector<interview::Diagnostic> ReadDiagnostics(const std::string& text, int lines);

}  // namespace evaluators
