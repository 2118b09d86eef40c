// Where the judge finds what it needs: its drivers, its PID 1, its cache, the compilers.
// Any thread; plain values, filled in once by the program.
#pragma once

#include <filesystem>

namespace evaluators {

enum class SandboxMode {
  kNamespaces,
  kLimitsOnly,  // weaker, where namespaces are forbidden; only by the user's explicit wish
};

struct JudgeConfig {
  std::filesystem::path drivers_dir;  // evaluators/judge/drivers, or its installed copy
  std::filesystem::path box_init;     // the static program that is PID 1 in every box
  std::filesystem::path cache_dir;    // compiled programs, test suites, precompiled headers
  // Where the interpreters of further languages are looked for; below /usr, which every box has.
  std::filesystem::path programs_dir = "/usr/bin";
  std::filesystem::path bwrap = "/usr/bin/bwrap";
  std::filesystem::path python = "/usr/bin/python3";
  std::filesystem::path gxx = "/usr/bin/g++";
  std::filesystem::path clangxx = "/usr/bin/clang++";  // used where there is no g++
  // Nothing else is judged at the same time, so that times mean something: they are measured.
  bool is_alone = true;
  SandboxMode sandbox = SandboxMode::kNamespaces;
  bool operator==(const JudgeConfig&) const = default;
};

}  // namespace evaluators
