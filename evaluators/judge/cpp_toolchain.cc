// Finding compilers, preparing their headers, and measuring which of them is faster.
#include "evaluators/judge/cpp_toolchain.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <optional>

#include "evaluators/judge/process.h"
#include "interview/base/files.h"
#include "interview/base/hash.h"
#include "interview/base/log.h"

namespace evaluators {

using interview::ErrorCode;
using interview::Fail;
using interview::Forward;
using interview::Result;
using interview::Status;

namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kCommonFlags = {"-std=c++20",
                                               "-pipe",
                                               "-Wall",
                                               "-Wextra",
                                               "-D_GLIBCXX_ASSERTIONS",
                                               "-fdiagnostics-color=never",
                                               "-ftemplate-depth=512"};
const std::vector<std::string> kGxxFlags = {"-fmax-errors=20", "-fno-diagnostics-show-caret",
                                            "-fconstexpr-ops-limit=20000000",
                                            "-fconstexpr-depth=512"};
const std::vector<std::string> kClangFlags = {"-ferror-limit=20", "-fno-caret-diagnostics",
                                              "-Wno-unused-command-line-argument"};

std::vector<std::string> Joined(std::vector<std::string> words,
                                const std::vector<std::string>& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

// What one build has of its own.
struct BuildPlan {
  const char* name;  // of its folders in the cache
  std::vector<std::string> flags;
  std::vector<std::string> link_flags;
  std::vector<std::string> sources;  // linked to the driver
};

std::vector<std::string> CountedCalls() {
  std::vector<std::string> flags;
  for (const char* name :
       {"malloc", "calloc", "realloc", "free", "memcpy", "memmove", "memset", "memcmp", "memchr",
        "strlen", "strcmp", "strstr", "strchr", "_ZSt11_Hash_bytesPKvmm", "_ZN6onsite5CpuMsEv",
        "_ZN6onsite7RunCaseERNS_2InERNS_3OutE"}) {
    flags.push_back(std::string("-Wl,--wrap=") + name);
  }
  return flags;
}

// A function that ends without its result ends the program, instead of what comes next in memory.
const std::vector<std::string> kTrapMissingReturn = {"-fsanitize=return",
                                                     "-fsanitize-undefined-trap-on-error"};

BuildPlan PlanOf(CppBuild build) {
  // -O2: times are judged.
  if (build == CppBuild::kJudged) return {"judged", Joined({"-O2"}, kTrapMissingReturn), {}, {}};
  if (build == CppBuild::kChecked) {
    return {"checked",
            {"-O1", "-g", "-fno-omit-frame-pointer", "-fno-optimize-sibling-calls",
             "-fsanitize=address,undefined"},
            {"-ldl"},
            {"cpp_check.cc"}};
  }
  // Every block of the source as it stands calls the counter, and the library's own code for
  // strings is compiled with it. Library calls that work on many bytes are counted by
  // cpp_count.cc.
  return {"counted",
          Joined({"-O0", "-fsanitize-coverage=trace-pc", "-D_GLIBCXX_EXTERN_TEMPLATE=0"},
                 kTrapMissingReturn),
          CountedCalls(),
          {"cpp_count.cc"}};
}

const char* const kSources[] = {"cpp_prelude.h", "cpp_full.h", "cpp_driver.h", "cpp_driver.cc"};
constexpr const char* kDriverObject = "driver.o";

constexpr ExchangeLimits kCompilerLimits = {10'000, 40'000};

std::string HeaderOf(CppHeaders headers) {
  return headers == CppHeaders::kSubset ? "cpp_prelude.h" : "cpp_full.h";
}

std::string PrecompiledName(const CppToolchain& chain, CppHeaders headers) {
  return HeaderOf(headers) + (chain.is_clang ? ".pch" : ".gch");
}

Result<std::string> ReadSource(const JudgeConfig& config, const std::string& name) {
  Result<std::string> text = interview::ReadFile(config.drivers_dir / name);
  if (text) return text;
  return Fail(ErrorCode::kInternal, "The judge misses its file " +
                                        (config.drivers_dir / name).string() +
                                        "; install Onsite again.");
}

Result<CppToolchain> FindToolchain(const JudgeConfig& config, CppBuild build, bool is_clang) {
  CppToolchain chain;
  chain.build = build;
  chain.is_clang = is_clang;
  chain.compiler = is_clang ? config.clangxx : config.gxx;
  if (::access(chain.compiler.c_str(), X_OK) != 0) {
    return Fail(ErrorCode::kInternal, "There is no C++ compiler at " + config.gxx.string() +
                                          " or " + config.clangxx.string() +
                                          ". Install one: sudo apt install g++");
  }
  for (const char* name : kFastLinkers) {
    if (::access((std::string("/usr/bin/ld.") + name).c_str(), X_OK) == 0) {
      chain.linker = name;
      break;
    }
  }
  chain.flags = kCommonFlags;
  const std::vector<std::string>& dialect = is_clang ? kClangFlags : kGxxFlags;
  chain.flags.insert(chain.flags.end(), dialect.begin(), dialect.end());
  const BuildPlan plan = PlanOf(build);
  chain.driver_flags = chain.flags;
  chain.driver_flags.push_back("-O2");
  chain.flags.insert(chain.flags.end(), plan.flags.begin(), plan.flags.end());
  chain.link_flags = plan.link_flags;
  if (!chain.linker.empty()) chain.link_flags.push_back("-fuse-ld=" + chain.linker);
  interview::Fingerprint key;
  for (const auto* flags : {&chain.flags, &chain.driver_flags, &chain.link_flags}) {
    for (const std::string& flag : *flags) key.Add(flag);
  }
  std::vector<std::string> names(std::begin(kSources), std::end(kSources));
  names.insert(names.end(), plan.sources.begin(), plan.sources.end());
  for (const std::string& name : names) {
    Result<std::string> text = ReadSource(config, name);
    if (!text) return Forward(text);
    key.Add(name);
    key.Add(*text);
    chain.sources.push_back({std::string(kToolsInBox) + "/" + name, std::move(*text)});
  }
  std::error_code ec;
  const fs::path real = fs::canonical(chain.compiler, ec);
  struct stat status = {};
  ::stat(real.c_str(), &status);
  key.Add(real.string() + " " + std::to_string(status.st_mtime) + " " +
          std::to_string(status.st_size));
  chain.key = key.Hex();
  chain.folder = config.cache_dir / "cpp" /
                 (std::string(plan.name) + (is_clang ? "-clang-" : "-gxx-") + chain.key);
  return chain;
}

// --- the folder of prepared files

std::string ReadyLine(const std::string& name, std::uintmax_t size) {
  return name + " " + std::to_string(size) + "\n";
}

bool IsWhole(const CppToolchain& chain, const std::string& ready, const std::string& name) {
  std::error_code ec;
  const std::uintmax_t size = fs::file_size(chain.folder / name, ec);
  return !ec && ("\n" + ready).find("\n" + ReadyLine(name, size)) != std::string::npos;
}

// Held while files are prepared; gone with the process.
class FolderLock {
 public:
  explicit FolderLock(const fs::path& folder)
      : fd_(::open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
    is_held_ = fd_.is_open() && ::flock(fd_.get(), LOCK_EX | LOCK_NB) == 0;
  }
  bool is_held() const { return is_held_; }

 private:
  Fd fd_;
  bool is_held_ = false;
};

// Names a file in "ready" after it was written. False where the cache cannot be written.
bool Keep(const CppToolchain& chain, const std::string& name, const std::string& content) {
  if (!interview::WriteFileAtomically(chain.folder / name, content)) return false;
  std::string ready;
  if (Result<std::string> old = interview::ReadFile(chain.folder / "ready")) {
    for (std::size_t begin = 0; begin < old->size();) {
      const std::size_t end = std::min(old->find('\n', begin), old->size() - 1) + 1;
      const std::string line = old->substr(begin, end - begin);
      if (!line.starts_with(name + " ")) ready += line;
      begin = end;
    }
  }
  ready += ReadyLine(name, content.size());
  return interview::WriteFileAtomically(chain.folder / "ready", ready).has_value();
}

// Folders of the same build and compiler under other keys: an older compiler, older flags. A day's
// grace, so that two versions of the program in use side by side do not take turns.
void RemoveOlder(const CppToolchain& chain) {
  const std::string name = chain.folder.filename().string();
  const std::string prefix = name.substr(0, name.size() - chain.key.size());
  for (const fs::path& other : interview::ListFolder(chain.folder.parent_path())) {
    if (!other.filename().string().starts_with(prefix) || other.filename() == name) continue;
    std::error_code ec;
    const auto age = fs::file_time_type::clock::now() - fs::last_write_time(other, ec);
    if (!ec && age > std::chrono::hours(24)) fs::remove_all(other, ec);
  }
}

// Compiles one of our own files; false where nothing could be made or kept.
Result<bool> MakeTool(const JudgeConfig& config, const CppToolchain& chain, const std::string& name,
                      std::vector<std::string> arguments, std::stop_token stop) {
  std::vector<std::string> command = Joined({chain.compiler.string()}, arguments);
  command.insert(command.end(), {"-o", "/tmp/product"});
  BoxSpec box = CompilerBox(chain, {}, std::move(command));
  box.limits.file_mb = 512;
  box.limits.tmp_mb = 640;
  const Result<CompilerRun> run = RunCompiler(config, box, std::move(stop));
  if (!run) return Forward(run);
  if (run->product.empty()) {
    interview::Log(interview::LogLevel::kWarning,
                   "The judge cannot prepare " + name + ": " + run->exchange.err);
    return false;
  }
  return Keep(chain, name, run->product);
}

std::vector<std::string> HeaderArguments(const CppToolchain& chain, CppHeaders headers) {
  std::vector<std::string> arguments = chain.flags;
  if (chain.is_clang) {
    arguments = Joined(arguments,
                       {"-Xclang", "-fpch-instantiate-templates", "-Xclang", "-fno-pch-timestamp"});
  }
  arguments.insert(arguments.end(),
                   {"-x", "c++-header", std::string(kToolsInBox) + "/" + HeaderOf(headers)});
  return arguments;
}

// All objects that are linked to every program, as one.
std::vector<std::string> DriverArguments(const CppToolchain& chain) {
  std::vector<std::string> arguments = Joined(chain.driver_flags, {"-r", "-nostdlib"});
  for (const BoxFile& file : chain.sources) {
    if (file.path.ends_with(".cc")) arguments.push_back(file.path);
  }
  return arguments;
}

// --- which compiler is faster

constexpr const char* kProbe =
    "std::vector<int> probe(const std::vector<int>& values, int target) {\n"
    "  std::unordered_map<int, int> seen;\n"
    "  for (int i = 0; i < static_cast<int>(values.size()); ++i) {\n"
    "    if (const auto found = seen.find(target - values[i]); found != seen.end())\n"
    "      return {found->second, i};\n"
    "    seen[values[i]] = i;\n"
    "  }\n"
    "  return {};\n"
    "}\n"
    "void onsite::RunCase(onsite::In& in, onsite::Out& out) {\n"
    "  std::vector<int> values;\n"
    "  onsite::Read(in, values);\n"
    "  onsite::Write(out, ::probe(values, 3));\n"
    "}\n";

fs::path ChoiceFile(const JudgeConfig& config, const CppToolchain& gxx, const CppToolchain& clang) {
  return config.cache_dir / "cpp" / ("choice-" + gxx.key + "-" + clang.key);
}

// Milliseconds of the quickest of three compilations in turn; nothing where one fails.
Result<std::optional<bool>> ClangIsFaster(const JudgeConfig& config, const CppToolchain& gxx,
                                          const CppToolchain& clang, std::stop_token stop) {
  double best[] = {std::numeric_limits<double>::max(), std::numeric_limits<double>::max()};
  for (int round = 0; round < 4; ++round) {
    for (const CppToolchain* chain : {&gxx, &clang}) {
      const CppTools tools = LookAtTools(*chain);
      BoxSpec box = CompilerBox(*chain, tools,
                                ProgramCommand(*chain, tools, CppHeaders::kSubset, kToolsInBox,
                                               "/onsite/probe.cpp", "/tmp/product"));
      box.files.push_back({"/onsite/probe.cpp", kProbe});
      box.artifact = "/tmp/product";
      const auto begin = std::chrono::steady_clock::now();
      const Result<CompilerRun> run = RunCompiler(config, box, stop);
      if (!run) return Forward(run);
      if (run->product.empty() || !tools.has_subset) return std::optional<bool>();
      const double ms =
          std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
              .count();
      double& shortest = best[chain->is_clang ? 1 : 0];
      if (round > 0) shortest = std::min(shortest, ms);
    }
  }
  return std::optional<bool>(best[1] < best[0]);
}

}  // namespace

Result<CppToolchain> FindGxx(const JudgeConfig& config, CppBuild build) {
  return FindToolchain(config, build, false);
}

Result<CppToolchain> FindClang(const JudgeConfig& config, CppBuild build) {
  return FindToolchain(config, build, true);
}

Result<CppToolchain> FindFastest(const JudgeConfig& config, CppBuild build) {
  Result<CppToolchain> gxx = FindGxx(config, build);
  if (gxx && config.sandbox == SandboxMode::kLimitsOnly) return gxx;  // see MakeTools
  // Counts of two compilers do not compare; the sanitizers of g++ name lines by themselves.
  if (gxx && build != CppBuild::kJudged) return gxx;
  if (gxx && ::access(config.clangxx.c_str(), X_OK) != 0) return gxx;
  Result<CppToolchain> clang = FindClang(config, build);
  if (!gxx) return clang ? clang : gxx;
  if (!clang) return gxx;
  // Measured with the plain build; the others follow it.
  const Result<CppToolchain> plain_gxx = FindGxx(config, CppBuild::kJudged);
  const Result<CppToolchain> plain_clang = FindClang(config, CppBuild::kJudged);
  if (!plain_gxx || !plain_clang) return gxx;
  const Result<std::string> choice =
      interview::ReadFile(ChoiceFile(config, *plain_gxx, *plain_clang));
  return choice && *choice == "clang++" ? clang : gxx;
}

CppTools LookAtTools(const CppToolchain& chain) {
  const Result<std::string> ready = interview::ReadFile(chain.folder / "ready");
  if (!ready) return {};
  for (const BoxFile& file : chain.sources) {
    if (!IsWhole(chain, *ready, fs::path(file.path).filename().string())) return {};
  }
  return {IsWhole(chain, *ready, kDriverObject),
          IsWhole(chain, *ready, PrecompiledName(chain, CppHeaders::kSubset)),
          IsWhole(chain, *ready, PrecompiledName(chain, CppHeaders::kAll))};
}

Status MakeTools(const JudgeConfig& config, const CppToolchain& chain, CppHeaders headers,
                 std::stop_token stop) {
  const auto is_done = [&] {
    const CppTools tools = LookAtTools(chain);
    return tools.has_driver && tools.has_subset &&
           (headers == CppHeaders::kSubset || tools.has_all);
  };
  if (is_done()) return {};
  // Clang's precompiled headers hold absolute paths, which differ from box to box here.
  if (config.sandbox == SandboxMode::kLimitsOnly && chain.is_clang) return {};
  std::error_code ec;
  fs::create_directories(chain.folder, ec);
  const FolderLock lock(chain.folder);
  if (!lock.is_held() || is_done()) return {};
  CppTools tools = LookAtTools(chain);
  for (const BoxFile& file : chain.sources) {
    const std::string name = fs::path(file.path).filename().string();
    if (!tools.has_driver && !Keep(chain, name, file.content)) return {};
  }
  const auto make = [&](const std::string& name, std::vector<std::string> arguments) {
    return MakeTool(config, chain, name, std::move(arguments), stop);
  };
  if (!tools.has_driver) {
    if (const auto made = make(kDriverObject, DriverArguments(chain)); !made || !*made) {
      return made ? Status() : Forward(made);
    }
  }
  for (const CppHeaders wanted : {CppHeaders::kSubset, CppHeaders::kAll}) {
    if (wanted == CppHeaders::kSubset ? tools.has_subset
                                      : tools.has_all || headers == CppHeaders::kSubset) {
      continue;
    }
    if (const auto made = make(PrecompiledName(chain, wanted), HeaderArguments(chain, wanted));
        !made || !*made) {
      return made ? Status() : Forward(made);
    }
  }
  RemoveOlder(chain);
  return {};
}

Status WarmUpCpp(const JudgeConfig& config, std::stop_token stop) {
  const Result<CppToolchain> gxx = FindGxx(config, CppBuild::kJudged);
  const Result<CppToolchain> clang = FindClang(config, CppBuild::kJudged);
  for (const Result<CppToolchain>* chain : {&gxx, &clang}) {
    if (!*chain) continue;
    if (Status made = MakeTools(config, **chain, CppHeaders::kSubset, stop); !made) return made;
  }
  std::error_code ec;
  if (gxx && clang && !fs::exists(ChoiceFile(config, *gxx, *clang), ec)) {
    const auto is_clang = ClangIsFaster(config, *gxx, *clang, stop);
    if (!is_clang) return Forward(is_clang);
    if (is_clang->has_value()) {
      const Status kept = interview::WriteFileAtomically(ChoiceFile(config, *gxx, *clang),
                                                         **is_clang ? "clang++" : "g++");
      if (!kept) return {};  // a cache that cannot be written: everything works without
    }
  }
  if (gxx) {
    if (Status made = MakeTools(config, *gxx, CppHeaders::kAll, stop); !made) return made;
  }
  for (const CppBuild build : {CppBuild::kChecked, CppBuild::kCounted}) {
    const Result<CppToolchain> chain = FindFastest(config, build);
    if (!chain) continue;
    if (Status made = MakeTools(config, *chain, CppHeaders::kSubset, stop); !made) return made;
  }
  return {};
}

std::vector<std::string> ProgramCommand(const CppToolchain& chain, const CppTools& tools,
                                        CppHeaders headers, const std::string& folder,
                                        const std::string& source, const std::string& product) {
  std::vector<std::string> command = Joined({chain.compiler.string()}, chain.flags);
  const bool is_precompiled = headers == CppHeaders::kSubset ? tools.has_subset : tools.has_all;
  if (chain.is_clang && is_precompiled) {
    command.insert(command.end(), {"-include-pch", folder + "/" + PrecompiledName(chain, headers)});
  } else {
    command.insert(command.end(), {"-include", folder + "/" + HeaderOf(headers)});
  }
  command.push_back(source);
  if (tools.has_driver) {
    command.push_back(folder + "/" + kDriverObject);
  } else {
    for (const BoxFile& file : chain.sources) {
      if (file.path.ends_with(".cc")) {
        command.push_back(folder + "/" + fs::path(file.path).filename().string());
      }
    }
  }
  command = Joined(std::move(command), chain.link_flags);
  command.insert(command.end(), {"-o", product});
  return command;
}

BoxSpec CompilerBox(const CppToolchain& chain, const CppTools& tools,
                    std::vector<std::string> command) {
  BoxSpec box;
  box.command = std::move(command);
  box.artifact = "/tmp/product";
  box.limits.memory_mb = 1536;
  box.limits.tmp_mb = 256;
  box.limits.file_mb = 64;
  box.limits.open_files = 256;
  box.limits.total_cpu_ms = 12'000;
  if (tools.has_driver) {
    box.binds = {{chain.folder, kToolsInBox}};
  } else {
    box.files = chain.sources;
  }
  return box;
}

Result<CompilerRun> RunCompiler(const JudgeConfig& config, const BoxSpec& spec,
                                std::stop_token stop) {
  Result<std::unique_ptr<Box>> box = Box::Start(config, spec);
  if (!box) return Forward(box);
  CompilerRun run;
  run.exchange = (*box)->WaitForEnd(kCompilerLimits, std::move(stop));
  if (run.exchange.event == BoxEvent::kCancelled) {
    return Fail(ErrorCode::kCancelled, "The judge was stopped.");
  }
  run.end = (*box)->end();
  if (run.exchange.event == BoxEvent::kEnded && !run.end.is_known) {
    return Fail(ErrorCode::kInternal, "The sandbox could not be made; `onsite doctor` says why.",
                run.exchange.err);
  }
  run.product = (*box)->artifact();
  return run;
}

}  // namespace evaluators
