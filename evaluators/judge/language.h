// Languages: how a source becomes something that a box can run. A language is one file behind this
// header and one driver in drivers/. Any thread; no shared state but the compile cache on disk.
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "evaluators/judge/compiler.h"
#include "evaluators/judge/judge_config.h"
#include "evaluators/judge/run_outcome.h"
#include "evaluators/judge/sandbox.h"
#include "interview/model/signature.h"

namespace evaluators {

// A driver and a solution in one box: it answers `load` with {"ready": true}, then every request.
struct Program {
  BoxSpec box;
  std::string load;  // the first request; empty: the driver is ready without one
};

struct Prepared {
  std::optional<Program> program;  // empty: rejected
  Rejection rejection;
  std::vector<interview::Diagnostic> warnings;
};

// Compiles where the language needs it. Fails with kInternal when a compiler or driver is missing,
// with kCancelled when stopped. A faulty source is no failure but a Rejection.
interview::Result<Prepared> Prepare(const JudgeConfig& config,
                                    const interview::Signature& signature,
                                    interview::Language language, const std::string& source,
                                    std::stop_token stop);

// The box that `source` would run in, where that box can be started before the source is final;
// none where the language is compiled.
interview::Result<std::optional<BoxSpec>> BoxAhead(const JudgeConfig& config,
                                                   interview::Language language,
                                                   const std::string& source);

interview::Result<Prepared> PreparePython(const JudgeConfig& config,
                                          const interview::Signature& signature,
                                          const std::string& source);
interview::Result<Prepared> PrepareCpp(const JudgeConfig& config,
                                       const interview::Signature& signature,
                                       const std::string& source, std::stop_token stop,
                                       CppBuild build = CppBuild::kJudged);

// A box for one of our own Python drivers, with the modules it imports. The driver imports ahead
// what is slow to import and named in `source`, the text it will load. Fails with kInternal when a
// file is missing.
interview::Result<BoxSpec> PythonBox(const JudgeConfig& config, const std::string& driver,
                                     const std::vector<std::string>& modules,
                                     const std::string& source);

// Null when the text can be given to a compiler: UTF-8 without NUL, not blank, at most 256 KB.
std::optional<Rejection> RejectSource(const std::string& source);

}  // namespace evaluators
