// Each check runs the real thing: a compilation, an interpreter, a box.
#include "app/core/doctor_judge.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>

#include "evaluators/judge/cgroup.h"
#include "evaluators/judge/cpp_toolchain.h"
#include "evaluators/judge/language.h"
#include "evaluators/judge/sandbox.h"
#include "interview/model/language.h"

namespace app {

namespace fs = std::filesystem;
using Status = DoctorCheck::Status;

std::string Quoted(const fs::path& path) {
  std::string quoted = "'";
  for (const char c : path.string()) {
    if (c == '\'') {
      quoted += "'\\''";
    } else {
      quoted += c;
    }
  }
  return quoted + "'";
}

namespace {

constexpr int kOldestPythonMinor = 9;  // of Python 3

DoctorCheck Pass(std::string name, std::string message) {
  return {std::move(name), Status::kPass, std::move(message), {}};
}

// What a shell command prints, without the last line break; nullopt unless it exits with 0.
std::optional<std::string> Output(const std::string& command) {
  FILE* pipe = ::popen((command + " 2>/dev/null").c_str(), "re");
  if (pipe == nullptr) return std::nullopt;
  std::string text;
  std::array<char, 4096> block;
  while (const std::size_t n = std::fread(block.data(), 1, block.size(), pipe)) {
    text.append(block.data(), n);
  }
  if (::pclose(pipe) != 0) return std::nullopt;
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

// Translates a small C++20 program, so that missing headers are found too.
bool Compiles(const fs::path& compiler) {
  return Output(
             "printf '#include <algorithm>\\n#include <vector>\\n"
             "int main() { std::vector<int> v{2, 1}; std::ranges::sort(v); return v[0] - 1; }' | " +
             Quoted(compiler) + " -std=c++20 -fsyntax-only -x c++ -")
      .has_value();
}

DoctorCheck CheckCompiler(const evaluators::JudgeConfig& judge) {
  for (const fs::path& compiler : {judge.gxx, judge.clangxx}) {
    if (!Compiles(compiler)) continue;
    const auto version = Output(Quoted(compiler) + " -dumpfullversion -dumpversion");
    return Pass("C++ compiler",
                compiler.filename().string() + " " + version.value_or("") + " compiles C++20");
  }
  return {"C++ compiler", Status::kFail, "no compiler translates a C++20 program",
          "sudo apt install g++"};
}

// What makes verdicts on C++ come sooner.
DoctorCheck CheckCompileSpeed(const evaluators::JudgeConfig& judge) {
  std::string missing;
  std::string packages;
  const auto miss = [&](const char* what, const char* package) {
    missing += (missing.empty() ? "" : " and ") + std::string(what);
    packages += std::string(" ") + package;
  };
  if (!Compiles(judge.clangxx)) miss("clang++", "clang");
  const bool has_linker =
      std::any_of(std::begin(evaluators::kFastLinkers), std::end(evaluators::kFastLinkers),
                  [&](const char* name) {
                    return fs::exists(judge.programs_dir / ("ld." + std::string(name)));
                  });
  if (!has_linker) miss("a fast linker", "mold");
  if (missing.empty()) return Pass("C++ speed", "clang++ and a fast linker are there");
  return {"C++ speed", Status::kCaution, missing + " missing; C++ is judged, only later",
          "sudo apt install" + packages};
}

DoctorCheck CheckPython(const evaluators::JudgeConfig& judge) {
  const std::string python = Quoted(judge.python);
  const auto version = Output(python + " -c 'import platform; print(platform.python_version())'");
  const std::string oldest = "3." + std::to_string(kOldestPythonMinor);
  if (!version) {
    return {"Python", Status::kFail,
            judge.python.string() + " does not run; the judge needs Python " + oldest +
                " or newer there",
            "sudo apt install python3"};
  }
  int major = 0;
  int minor = 0;
  std::sscanf(version->c_str(), "%d.%d", &major, &minor);
  if (major == 3 && minor >= kOldestPythonMinor) return Pass("Python", "Python " + *version);
  return {"Python", Status::kFail,
          judge.python.string() + " is Python " + *version + "; the judge needs " + oldest +
              " or newer there",
          "sudo apt update && sudo apt install python3"};
}

// The version of a Python module; nullopt where it cannot be imported.
std::optional<std::string> ModuleVersion(const evaluators::JudgeConfig& judge,
                                         const std::string& name) {
  return Output(Quoted(judge.python) + " -c 'import " + name + "; print(" + name +
                ".__version__)'");
}

DoctorCheck CheckNumpy(const evaluators::JudgeConfig& judge) {
  if (const auto version = ModuleVersion(judge, "numpy")) return Pass("numpy", "numpy " + *version);
  return {"numpy", Status::kFail,
          "numpy is not there for " + judge.python.string() + ", so ML coding cannot be judged",
          "sudo apt install python3-numpy"};
}

// No shipped question needs these; a solution may import them.
DoctorCheck CheckLibraries(const evaluators::JudgeConfig& judge) {
  std::string found;
  std::string missing;
  std::string packages;
  for (const auto& [name, module, package] :
       {std::array<const char*, 3>{"scikit-learn", "sklearn", "python3-sklearn"},
        std::array<const char*, 3>{"PyTorch", "torch", "python3-torch"}}) {
    if (const auto version = ModuleVersion(judge, module)) {
      found += (found.empty() ? "" : ", ") + std::string(name) + " " + *version;
    } else {
      missing += (missing.empty() ? "" : " and ") + std::string(name);
      packages += std::string(" ") + package;
    }
  }
  if (missing.empty()) return Pass("ML libraries", found);
  return {"ML libraries", Status::kCaution,
          missing + " missing; only solutions that import them need them",
          "sudo apt install" + packages};
}

// The judge's message ends in what mends it: a sentence of its own, or a clause.
DoctorCheck FromMessage(const std::string& name, Status status, const std::string& text) {
  const std::size_t end = std::min(text.find(". "), text.find("; "));
  if (end == std::string::npos) return {name, status, text, "app/run --build-only"};
  std::string remedy = text.substr(end + 2);
  for (const char* lead : {"Install it: ", "Allow it: ", "Allow them: "}) {
    if (remedy.starts_with(lead)) remedy.erase(0, std::strlen(lead));
  }
  return {name, status, text.substr(0, end), remedy};
}

// Of a language that nobody needs: where it is missing, the others are as they are.
DoctorCheck CheckInterpreter(const evaluators::JudgeConfig& judge,
                             const interview::LanguageInfo& language) {
  const std::string name(language.display_name);
  const auto program = evaluators::FindInterpreter(judge, language.language);
  if (!program) return FromMessage(name, Status::kCaution, program.error().message);
  const auto version = Output(Quoted(*program) + " --version");
  if (version) return Pass(name, program->filename().string() + " " + *version);
  return {name, Status::kCaution, program->string() + " does not run",
          "sudo apt install --reinstall " + std::string(language.runtime.package)};
}

DoctorCheck CheckSandbox(const evaluators::JudgeConfig& judge) {
  const interview::Status probe = evaluators::ProbeSandbox(judge);
  if (!probe) return FromMessage("sandbox", Status::kFail, probe.error().message);
  if (judge.sandbox == evaluators::SandboxMode::kLimitsOnly) {
    return {"sandbox", Status::kCaution, "a program ran, held by limits and a filter only",
            "onsite doctor --sandbox=namespaces"};
  }
  return Pass("sandbox", evaluators::DelegatedCgroup()
                             ? "a program ran in a box of its own, in a cgroup as well"
                             : "a program ran in a box of its own");
}

}  // namespace

std::vector<DoctorCheck> ExamineJudge(const evaluators::JudgeConfig& judge) {
  std::vector<DoctorCheck> checks = {CheckCompiler(judge), CheckCompileSpeed(judge),
                                     CheckPython(judge), CheckNumpy(judge), CheckLibraries(judge)};
  for (const interview::Language language : interview::kLanguages) {
    const interview::LanguageInfo& info = interview::InfoOf(language);
    if (!info.runtime.programs.empty()) checks.push_back(CheckInterpreter(judge, info));
  }
  checks.push_back(CheckSandbox(judge));
  return checks;
}

}  // namespace app
