// The compile box, its precompiled header, and the cache of programs.
#include "evaluators/judge/compiler.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>

#include "evaluators/judge/case_runner.h"
#include "evaluators/judge/display.h"
#include "evaluators/judge/sandbox.h"
#include "interview/base/files.h"
#include "interview/base/hash.h"
#include "interview/base/log.h"

namespace evaluators {

using interview::Diagnostic;
using interview::ErrorCode;
using interview::Fail;
using interview::Forward;
using interview::Json;
using interview::Result;
using interview::Verdict;

namespace {

namespace fs = std::filesystem;

// Where a box sees the prelude, the driver and their compiled forms.
constexpr const char* kToolsInBox = "/onsite/cpp";
// -O2: times are judged. The checks turn undefined behaviour that beginners meet into a clear end.
const std::vector<std::string> kFlags = {"-std=c++20",
                                         "-O2",
                                         "-Wall",
                                         "-Wextra",
                                         "-D_GLIBCXX_ASSERTIONS",
                                         "-fsanitize=return",
                                         "-fsanitize-undefined-trap-on-error",
                                         "-fdiagnostics-color=never"};

// The counting build: every block of the source as it stands calls the counter, and the library's
// own code for strings is compiled with it. Library calls that work on many bytes are counted by
// cpp_count.cc.
std::vector<std::string> FlagsOf(CppBuild build) {
  std::vector<std::string> flags = kFlags;
  if (build == CppBuild::kCounted) {
    std::replace(flags.begin(), flags.end(), std::string("-O2"), std::string("-O0"));
    flags.insert(flags.end(), {"-fsanitize-coverage=trace-pc", "-D_GLIBCXX_EXTERN_TEMPLATE=0"});
  }
  return flags;
}

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

struct Toolchain {
  CppBuild build = CppBuild::kJudged;
  fs::path compiler;
  bool is_clang = false;
  std::string linker;  // "mold", or empty for the compiler's own
  std::string prelude;
  std::string driver_header;
  std::string driver;
  std::string counter;
  std::string key;
  // The folder with prelude, precompiled header, driver.o and counter.o; empty: none could be made.
  fs::path tools;
};

Result<Toolchain> FindToolchain(const JudgeConfig& config, CppBuild build) {
  Toolchain chain;
  chain.build = build;
  if (::access(config.gxx.c_str(), X_OK) == 0) {
    chain.compiler = config.gxx;
  } else if (::access(config.clangxx.c_str(), X_OK) == 0) {
    chain.compiler = config.clangxx;
    chain.is_clang = true;
  } else {
    return Fail(ErrorCode::kInternal, "There is no C++ compiler at " + config.gxx.string() +
                                          " or " + config.clangxx.string() +
                                          ". Install one: sudo apt install g++");
  }
  for (const char* name : {"mold", "gold", "lld"}) {
    if (::access((std::string("/usr/bin/ld.") + name).c_str(), X_OK) == 0) {
      chain.linker = name;
      break;
    }
  }
  for (const auto& [name, text] :
       {std::pair{"cpp_prelude.h", &chain.prelude}, std::pair{"cpp_driver.h", &chain.driver_header},
        std::pair{"cpp_driver.cc", &chain.driver}, std::pair{"cpp_count.cc", &chain.counter}}) {
    Result<std::string> content = interview::ReadFile(config.drivers_dir / name);
    if (!content) {
      return Fail(ErrorCode::kInternal, "The judge misses its file " +
                                            (config.drivers_dir / name).string() +
                                            "; install Onsite again.");
    }
    *text = std::move(*content);
  }
  interview::Fingerprint key;
  for (const std::string& flag : FlagsOf(build)) key.Add(flag);
  if (build == CppBuild::kCounted) key.Add(chain.counter);
  for (const std::string* text : {&chain.prelude, &chain.driver_header, &chain.driver})
    key.Add(*text);
  std::error_code ec;
  const fs::path real = fs::canonical(chain.compiler, ec);
  struct stat status = {};
  ::stat(real.c_str(), &status);
  key.Add(real.string() + " " + std::to_string(status.st_mtime) + " " +
          std::to_string(status.st_size));
  key.Add(chain.linker);
  chain.key = key.Hex();
  return chain;
}

// The box of every run of the compiler; what it makes is /tmp/product.
BoxSpec CompileBox(const Toolchain& chain, CppBuild build, std::vector<std::string> arguments) {
  BoxSpec box;
  box.command = {chain.compiler.string()};
  const std::vector<std::string> flags = FlagsOf(build);
  box.command.insert(box.command.end(), flags.begin(), flags.end());
  const std::vector<std::string> dialect =
      chain.is_clang ? std::vector<std::string>{"-ferror-limit=20", "-fno-caret-diagnostics",
                                                "-ftemplate-depth=512"}
                     : std::vector<std::string>{
                           "-fmax-errors=20", "-fno-diagnostics-show-caret", "-ftemplate-depth=512",
                           "-fconstexpr-ops-limit=20000000", "-fconstexpr-depth=512"};
  box.command.insert(box.command.end(), dialect.begin(), dialect.end());
  box.command.insert(box.command.end(), arguments.begin(), arguments.end());
  box.command.insert(box.command.end(), {"-o", "/tmp/product"});
  box.artifact = "/tmp/product";
  box.limits.memory_mb = 1536;
  box.limits.tmp_mb = 256;
  box.limits.file_mb = 64;
  box.limits.open_files = 256;
  box.limits.total_cpu_ms = 12'000;
  return box;
}

constexpr ExchangeLimits kCompileLimits = {10'000, 40'000};

struct Compiled {
  std::string product;
  Exchange exchange;
  BoxEnd end;
};

Result<Compiled> RunCompiler(const JudgeConfig& config, const BoxSpec& spec, std::stop_token stop) {
  Result<std::unique_ptr<Box>> box = Box::Start(config, spec);
  if (!box) return Forward(box);
  Compiled compiled;
  compiled.exchange = (*box)->WaitForEnd(kCompileLimits, std::move(stop));
  if (compiled.exchange.event == BoxEvent::kCancelled) {
    return Fail(ErrorCode::kCancelled, "The judge was stopped.");
  }
  compiled.end = (*box)->end();
  if (compiled.exchange.event == BoxEvent::kEnded && !compiled.end.is_known) {
    return Fail(ErrorCode::kInternal, "The sandbox could not be made; `onsite doctor` says why.",
                compiled.exchange.err);
  }
  compiled.product = (*box)->artifact();
  return compiled;
}

std::vector<BoxFile> ToolSources(const Toolchain& chain) {
  const std::string folder = kToolsInBox;
  return {{folder + "/cpp_prelude.h", chain.prelude},
          {folder + "/cpp_driver.h", chain.driver_header},
          {folder + "/cpp_driver.cc", chain.driver},
          {folder + "/cpp_count.cc", chain.counter}};
}

// Makes the precompiled header and the driver's object file, once for each compiler and set of
// flags. Leaves `tools` empty where they cannot be kept: everything works without them, only
// slower.
interview::Status FindTools(const JudgeConfig& config, Toolchain* chain, std::stop_token stop) {
  const fs::path folder = config.cache_dir / "cpp" / chain->key;
  const std::string header = chain->is_clang ? "cpp_prelude.h.pch" : "cpp_prelude.h.gch";
  std::error_code ec;
  if (fs::exists(folder / "ready", ec)) {
    chain->tools = folder;
    return {};
  }
  // First, because it shows whether anything can be kept.
  for (const auto& [name, text] :
       {std::pair<const char*, const std::string*>{"cpp_prelude.h", &chain->prelude},
        {"cpp_driver.h", &chain->driver_header}}) {
    if (!interview::WriteFileAtomically(folder / name, *text)) return {};
  }
  const std::string prelude = std::string(kToolsInBox) + "/cpp_prelude.h";
  std::vector<std::string> make_header = {"-x", "c++-header", prelude};
  if (chain->is_clang)
    make_header.insert(make_header.begin(), {"-Xclang", "-fpch-instantiate-templates"});
  BoxSpec header_box = CompileBox(*chain, chain->build, make_header);
  header_box.limits.file_mb = 512;
  header_box.limits.tmp_mb = 640;
  const auto object_box = [chain](const char* source) {
    return CompileBox(*chain, CppBuild::kJudged, {"-c", kToolsInBox + std::string(source)});
  };
  BoxSpec driver_box = object_box("/cpp_driver.cc");
  BoxSpec counter_box = object_box("/cpp_count.cc");
  std::vector<std::pair<BoxSpec*, std::string>> products = {{&header_box, header},
                                                            {&driver_box, "driver.o"}};
  if (chain->build == CppBuild::kCounted) products.emplace_back(&counter_box, "counter.o");
  for (const auto& [box, name] : products) {
    box->files = ToolSources(*chain);
    const Result<Compiled> compiled = RunCompiler(config, *box, stop);
    if (!compiled) return Forward(compiled);
    if (compiled->product.empty()) {
      interview::Log(interview::LogLevel::kWarning,
                     "The judge cannot prepare " + name + ": " + compiled->exchange.err);
      return {};
    }
    if (interview::Status written =
            interview::WriteFileAtomically(folder / name, compiled->product);
        !written) {
      interview::LogError(written.error());
      return {};
    }
  }
  if (interview::WriteFileAtomically(folder / "ready", "")) chain->tools = folder;
  return {};
}

BoxSpec ProgramBox(const Toolchain& chain, const std::string& source, const std::string& glue,
                   bool shadows_everything) {
  const std::string tools = kToolsInBox;
  std::vector<std::string> arguments = {"-I/onsite/shadow", "-include", tools + "/cpp_prelude.h"};
  if (!shadows_everything) arguments.erase(arguments.begin());
  if (chain.is_clang && !chain.tools.empty()) {
    arguments = {"-include-pch", tools + "/cpp_prelude.h.pch"};
  }
  if (!chain.linker.empty()) arguments.push_back("-fuse-ld=" + chain.linker);
  arguments.push_back("/onsite/glue.cpp");
  arguments.push_back(tools + (chain.tools.empty() ? "/cpp_driver.cc" : "/driver.o"));
  if (chain.build == CppBuild::kCounted) {
    arguments.push_back(tools + (chain.tools.empty() ? "/cpp_count.cc" : "/counter.o"));
    const std::vector<std::string> calls = CountedCalls();
    arguments.insert(arguments.end(), calls.begin(), calls.end());
  }
  BoxSpec box = CompileBox(chain, chain.build, arguments);
  if (chain.tools.empty()) {
    box.files = ToolSources(chain);
  } else {
    box.binds = {{chain.tools, kToolsInBox}};
  }
  box.files.push_back({"/onsite/solution.cpp", source});
  box.files.push_back({"/onsite/glue.cpp", glue});
  // What people include out of habit is answered by the prelude, which is compiled already.
  box.files.push_back({"/onsite/shadow/bits/stdc++.h", "#pragma once\n"});
  return box;
}

Compilation ReadCompilation(const Compiled& compiled) {
  Compilation compilation;
  compilation.text = Printable(compiled.exchange.err);
  compilation.diagnostics = ReadDiagnostics(compilation.text);
  const bool is_done = compiled.exchange.event == BoxEvent::kEnded && compiled.end.exit_code == 0;
  if (is_done && !compiled.product.empty()) {
    compilation.program = compiled.product;
    return compilation;
  }
  if (compiled.exchange.event != BoxEvent::kEnded || compiled.end.signal != 0) {
    compilation.message =
        "The compiler hit a limit (10 s of processor time, 1.5 GB of memory); simplify the source.";
  } else if (!compilation.diagnostics.empty()) {
    const Diagnostic& first = compilation.diagnostics[0];
    compilation.message =
        (first.line > 0 ? "Line " + std::to_string(first.line) + ": " : "") + first.message;
  } else {
    compilation.message = "The source does not compile.";
  }
  if (compilation.diagnostics.empty()) {
    compilation.diagnostics = {{0, 0, "error", compilation.message}};
  }
  return compilation;
}

// --- the cache of programs: the executable, and the warnings beside it

Json ToJson(const std::vector<Diagnostic>& diagnostics) {
  Json json = Json::array();
  for (const Diagnostic& one : diagnostics) {
    json.push_back({one.line, one.column, one.severity, one.message});
  }
  return json;
}

std::optional<Compilation> FindProgram(const fs::path& path) {
  Result<std::string> program = interview::ReadFile(path);
  const Result<std::string> warnings = interview::ReadFile(path.string() + ".json");
  if (!program || !warnings ||
      !program->starts_with("\x7f"
                            "ELF"))
    return std::nullopt;
  const Result<Json> json = interview::ParseJson(*warnings, path.string());
  if (!json || !json->is_array()) return std::nullopt;
  Compilation compilation;
  for (const Json& one : *json) {
    if (!one.is_array() || one.size() != 4 || !one[0].is_number_integer() ||
        !one[1].is_number_integer() || !one[2].is_string() || !one[3].is_string()) {
      return std::nullopt;
    }
    compilation.diagnostics.push_back({one[0].get<int>(), one[1].get<int>(),
                                       one[2].get<std::string>(), one[3].get<std::string>()});
  }
  compilation.program = std::move(*program);
  return compilation;
}

void KeepProgram(const fs::path& path, const Compilation& compilation) {
  // The newest hundred stay.
  constexpr std::size_t kMostFiles = 200;
  std::vector<fs::path> kept = interview::ListFolder(path.parent_path());
  if (kept.size() >= kMostFiles) {
    std::error_code ec;
    std::sort(kept.begin(), kept.end(), [](const fs::path& a, const fs::path& b) {
      std::error_code ignored;
      return fs::last_write_time(a, ignored) < fs::last_write_time(b, ignored);
    });
    for (std::size_t i = 0; i < kMostFiles / 2; ++i) fs::remove(kept[i], ec);
  }
  const interview::Status program = interview::WriteFileAtomically(path, *compilation.program);
  const interview::Status warnings = interview::WriteFileAtomically(
      path.string() + ".json", interview::DumpJson(ToJson(compilation.diagnostics)));
  for (const interview::Status* written : {&program, &warnings}) {
    if (!*written) interview::LogError(written->error());
  }
}

// "12:5: error: text" after the name of a file.
std::optional<Diagnostic> ReadDiagnosticLine(std::string_view line) {
  Diagnostic found;
  const auto take_number = [&line](int* number) {
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), *number);
    const auto used = static_cast<std::size_t>(end - line.data());
    if (error != std::errc() || used >= line.size() || line[used] != ':') return false;
    line.remove_prefix(used + 1);
    return true;
  };
  if (!take_number(&found.line) || !take_number(&found.column)) return std::nullopt;
  for (const auto& [mark, severity] :
       {std::pair{" error: ", "error"}, std::pair{" fatal error: ", "error"},
        std::pair{" warning: ", "warning"}}) {
    if (line.starts_with(mark)) {
      found.severity = severity;
      found.message = line.substr(std::string_view(mark).size());
      return found;
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<Diagnostic> ReadDiagnostics(const std::string& text) {
  constexpr std::size_t kMost = 20;
  std::vector<Diagnostic> found;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line(text.data() + begin, end - begin);
    begin = end + 1;
    const bool is_own = line.starts_with("/onsite/solution.cpp:");
    const bool is_glue = line.starts_with("/onsite/glue.cpp:");
    if (is_own || is_glue) {
      line.remove_prefix(line.find(':') + 1);
      std::optional<Diagnostic> one = ReadDiagnosticLine(line);
      if (!one || (is_glue && one->severity != "error")) continue;
      if (is_glue) one->line = one->column = 0;
      found.push_back(std::move(*one));
    } else if (line.find("undefined reference to") != std::string_view::npos ||
               line.find("undefined symbol") != std::string_view::npos) {
      found.push_back({0, 0, "error", std::string(line)});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return (a.severity == "error") > (b.severity == "error");
  });
  if (found.size() > kMost) found.resize(kMost);
  return found;
}

Result<Compilation> CompileCpp(const JudgeConfig& config, const std::string& source,
                               const std::string& glue, std::stop_token stop, CppBuild build) {
  Result<Toolchain> chain = FindToolchain(config, build);
  if (!chain) return Forward(chain);
  interview::Fingerprint key;
  for (const std::string* text :
       std::initializer_list<const std::string*>{&chain->key, &glue, &source}) {
    key.Add(*text);
  }
  const fs::path kept = config.cache_dir / "programs" / key.Hex();
  if (std::optional<Compilation> found = FindProgram(kept)) return std::move(*found);
  if (interview::Status tools = FindTools(config, &*chain, stop); !tools) return Forward(tools);

  Result<Compiled> compiled = RunCompiler(config, ProgramBox(*chain, source, glue, true), stop);
  if (!compiled) return Forward(compiled);
  Compilation compilation = ReadCompilation(*compiled);
  // The prelude holds most of bits/stdc++.h; what it lacks is met by the real one.
  if (!compilation.program && source.find("bits/stdc++.h") != std::string::npos) {
    compiled = RunCompiler(config, ProgramBox(*chain, source, glue, false), stop);
    if (!compiled) return Forward(compiled);
    compilation = ReadCompilation(*compiled);
  }
  if (compilation.program) KeepProgram(kept, compilation);
  return compilation;
}

}  // namespace evaluators
