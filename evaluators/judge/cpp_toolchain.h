// The C++ compilers of this machine and what is prepared for them once: a precompiled header over a
// measured subset of the standard library, one over all of it, and the driver as an object file.
//
// Theory of operation. A toolchain is a compiler with its flags; its key is a fingerprint of the
// compiler's file, the flags, the linker and our own sources. What is prepared lies in one folder
// per key, made elsewhere and renamed, so that it is whole or absent; its file "ready" names the
// sizes of the others, and a folder that does not fit is made again. Everything works without the
// folder too, only slower. Where g++ and clang++ are both present, both compile a fixed probe once,
// and the faster one is used from then on.
//
// Any thread, any number of processes: whoever finds the lock of a folder taken goes on without.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "evaluators/judge/judge_config.h"
#include "evaluators/judge/sandbox.h"
#include "interview/base/result.h"

namespace evaluators {

// What a program is built for. Each has its own flags, and so its own prepared files.
enum class CppBuild {
  kJudged,   // optimised, for verdicts and times
  kCounted,  // says how much work a call did and how much memory it held; see cpp_count.cc
  kChecked,  // with AddressSanitizer and UBSan, and the lines in its traces; see explain_cpp.h
};

struct CppToolchain {
  CppBuild build = CppBuild::kJudged;
  std::filesystem::path compiler;
  bool is_clang = false;
  std::string linker;                     // "mold", "gold", "lld", or empty for the compiler's own
  std::vector<std::string> flags;         // of solutions and their headers
  std::vector<std::string> driver_flags;  // of what is ours
  std::vector<std::string> link_flags;
  std::vector<BoxFile> sources;  // prelude, full prelude, driver's header, driver
  std::string key;
  std::filesystem::path folder;  // where the prepared files belong
};

// Where a box sees a toolchain's sources and prepared files.
inline constexpr const char* kToolsInBox = "/onsite/cpp";

// Linkers that are faster than the compiler's own, the best first.
inline constexpr const char* kFastLinkers[] = {"mold", "gold", "lld"};

enum class CppHeaders { kSubset, kAll };

// What of a toolchain's folder can be used.
struct CppTools {
  bool has_driver = false;
  bool has_subset = false;
  bool has_all = false;
};

// Fails with kInternal and the remedy where there is no compiler, or a file of ours is missing.
interview::Result<CppToolchain> FindGxx(const JudgeConfig& config, CppBuild build);
interview::Result<CppToolchain> FindClang(const JudgeConfig& config, CppBuild build);
// The faster of both as measured on this machine; g++ while nothing was measured.
interview::Result<CppToolchain> FindFastest(const JudgeConfig& config, CppBuild build);

CppTools LookAtTools(const CppToolchain& chain);

// Prepares what is missing: the driver and the subset, and all headers if asked. Does nothing where
// another thread or process is at it, or where the cache cannot be written. Fails with kCancelled
// when stopped, with kInternal where no box can be made.
interview::Status MakeTools(const JudgeConfig& config, const CppToolchain& chain,
                            CppHeaders headers, std::stop_token stop);

// For the background of the program's first minute: prepares both compilers, measures which is
// faster on this machine, and then all headers for the diagnostics and the checking
// build. Quick when all of it is there.
interview::Status WarmUpCpp(const JudgeConfig& config, std::stop_token stop);

// The command that makes "/tmp/product" out of a file in the box; `tools` lie at `folder`.
std::vector<std::string> ProgramCommand(const CppToolchain& chain, const CppTools& tools,
                                        CppHeaders headers, const std::string& folder,
                                        const std::string& source, const std::string& product);

struct CompilerRun {
  std::string product;  // empty: none came out
  Exchange exchange;
  BoxEnd end;
};

// A box for the compiler with the toolchain's files, prepared or not.
BoxSpec CompilerBox(const CppToolchain& chain, const CppTools& tools,
                    std::vector<std::string> command);
// Fails with kCancelled when stopped, with kInternal where no box can be made.
interview::Result<CompilerRun> RunCompiler(const JudgeConfig& config, const BoxSpec& box,
                                           std::stop_token stop);

}  // namespace evaluators
