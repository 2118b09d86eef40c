// Languages: how a source becomes something that a box can run. What a language is, interpreter and
// all, is data in interview/model/language.h; those that need more than their interpreter and a
// driver (C++ a compiler, Python boxes for the judge's own drivers) have a file behind this header.
// Any thread; no shared state but the compile cache on disk.
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
  std::string load;                // the first request; empty: the driver is ready without one
  std::string out_of_memory = {};  // on stderr when it gave up because its own heap is full
};

struct Prepared {
  std::optional<Program> program;  // empty: rejected
  Rejection rejection;
  std::vector<interview::Diagnostic> warnings;
};

// Compiles where the language needs it; an interpreter that limits its own heap makes it fit into
// `memory_mb`. Fails with kInternal when a compiler, interpreter or driver is missing, with
// kCancelled when stopped. A faulty source is no failure but a Rejection.
interview::Result<Prepared> Prepare(const JudgeConfig& config,
                                    const interview::Signature& signature,
                                    interview::Language language, const std::string& source,
                                    std::stop_token stop, int memory_mb = 256);

// The interpreter of a language that has one in InfoOf. Fails with kInternal and the command that
// installs it.
interview::Result<std::filesystem::path> FindInterpreter(const JudgeConfig& config,
                                                         interview::Language language);

// The box that `source` would run in, where that box can be started before the source is final;
// none where the language is compiled.
interview::Result<std::optional<BoxSpec>> BoxAhead(const JudgeConfig& config,
                                                   interview::Language language,
                                                   const std::string& source, int memory_mb = 256);

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

// The box of PreparePython.
interview::Result<BoxSpec> PythonSolutionBox(const JudgeConfig& config, const std::string& source);

// What a driver has to know of a signature; the source of the solution is added as "source".
interview::Json SignatureForDriver(const interview::Signature& signature);
// A file of drivers/ as a box shows it. Fails with kInternal when it is missing.
interview::Result<BoxFile> DriverFile(const JudgeConfig& config, const std::string& name);

// Null when the text can be given to a compiler: UTF-8 without NUL, not blank, at most 256 KB.
std::optional<Rejection> RejectSource(const std::string& source);

}  // namespace evaluators
