// One compilation of a solution, its diagnostics, and the cache of programs.
#include "evaluators/judge/compiler.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <fstream>
#include <thread>

#include "evaluators/judge/display.h"
#include "evaluators/judge/process.h"
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
using interview::Status;

namespace {

namespace fs = std::filesystem;

// The box that compiles a solution with its glue.
BoxSpec ProgramBox(const CppToolchain& chain, CppHeaders headers, const std::string& source,
                   const std::string& glue) {
  const CppTools tools = LookAtTools(chain);
  std::vector<std::string> command =
      ProgramCommand(chain, tools, headers, kToolsInBox, "/onsite/glue.cpp", "/tmp/product");
  if (headers == CppHeaders::kSubset) {
    // What people include out of habit is answered by the prelude, which is compiled already.
    command.push_back("-I/onsite/shadow");
  }
  BoxSpec box = CompilerBox(chain, tools, std::move(command));
  box.files.push_back({"/onsite/solution.cpp", source});
  box.files.push_back({"/onsite/glue.cpp", glue});
  box.files.push_back({"/onsite/shadow/bits/stdc++.h", "#pragma once\n"});
  return box;
}

bool HitLimit(const CompilerRun& run) {
  return run.exchange.event != BoxEvent::kEnded || run.end.signal != 0;
}

// Which limit, in words; empty when none was hit.
std::string LimitInWords(const CompilerRun& run) {
  const std::string& said = run.exchange.err;
  const auto says = [&said](const char* words) { return said.find(words) != std::string::npos; };
  const BoxEvent event = run.exchange.event;
  if (event == BoxEvent::kMemoryLimit || says("virtual memory exhausted") ||
      says("out of memory allocating")) {
    return "The compiler needs more memory than it may have (1.5 GB); simplify the source.";
  }
  if (event == BoxEvent::kCpuLimit || event == BoxEvent::kWallLimit ||
      says("CPU time limit exceeded")) {
    return "The compiler needs more time than it may have (10 s); simplify templates and constant "
           "expressions.";
  }
  if (event == BoxEvent::kOutputLimit) {
    return "The compiler's messages would not end; mend the first error.";
  }
  if (says("File size limit exceeded") || says("No space left on device")) {
    return "The compiled program is too large; make large arrays at run time instead of giving "
           "them values.";
  }
  return HitLimit(run) ? "The compiler crashed on this source; simplify it." : "";
}

// The candidate's file by the name that it has for the candidate.
std::string WithoutBox(std::string_view text) {
  constexpr std::string_view kBox = "/onsite/";
  std::string plain(text);
  for (std::size_t at = plain.find(kBox); at != std::string::npos; at = plain.find(kBox, at)) {
    plain.erase(at, kBox.size());
  }
  return plain;
}

Compilation ReadCompilation(const CompilerRun& compiled, const std::string& source) {
  Compilation compilation;
  const std::string text = Printable(compiled.exchange.err);
  const auto lines = std::count(source.begin(), source.end(), '\n') + 1;
  compilation.diagnostics = ReadDiagnostics(text, static_cast<int>(lines));
  compilation.text = WithoutBox(text);
  const bool is_done = compiled.exchange.event == BoxEvent::kEnded && compiled.end.exit_code == 0;
  if (is_done && !compiled.product.empty()) {
    compilation.program = compiled.product;
    return compilation;
  }
  if (std::string limit = LimitInWords(compiled); !limit.empty()) {
    compilation.message = std::move(limit);
    compilation.diagnostics.insert(compilation.diagnostics.begin(),
                                   {0, 0, "error", compilation.message});
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

// --- the cache of programs: a line of JSON about the program, then the executable

Json ToJson(const std::vector<Diagnostic>& diagnostics) {
  Json json = Json::array();
  for (const Diagnostic& one : diagnostics) {
    json.push_back({one.line, one.column, one.severity, one.message});
  }
  return json;
}

std::string FingerprintOf(std::string_view program) {
  interview::Fingerprint fingerprint;
  fingerprint.Add(program);
  return fingerprint.Hex();
}

std::optional<Compilation> FindProgram(const fs::path& path) {
  Result<std::string> text = interview::ReadFile(path, std::uintmax_t{512} << 20);
  if (!text) return std::nullopt;
  const std::size_t end = text->find('\n');
  if (end == std::string::npos) return std::nullopt;
  const Result<Json> head = interview::ParseJson(text->substr(0, end), path.string());
  text->erase(0, end + 1);
  if (!head || !head->is_object() || head->value("program", Json()) != Json(FingerprintOf(*text))) {
    return std::nullopt;
  }
  Compilation compilation;
  for (const Json& one : head->value("warnings", Json::array())) {
    if (!one.is_array() || one.size() != 4 || !one[0].is_number_integer() ||
        !one[1].is_number_integer() || !one[2].is_string() || !one[3].is_string()) {
      return std::nullopt;
    }
    compilation.diagnostics.push_back({one[0].get<int>(), one[1].get<int>(),
                                       one[2].get<std::string>(), one[3].get<std::string>()});
  }
  compilation.program = std::move(*text);
  return compilation;
}

// Without waiting for the disk: a program that did not arrive there does not fit its fingerprint.
void KeepProgram(const fs::path& path, const Compilation& compilation) {
  // The newest hundred stay.
  constexpr std::size_t kMostFiles = 200;
  std::error_code ec;
  fs::create_directories(path.parent_path(), ec);
  std::vector<fs::path> kept = interview::ListFolder(path.parent_path());
  if (kept.size() >= kMostFiles) {
    std::sort(kept.begin(), kept.end(), [](const fs::path& a, const fs::path& b) {
      std::error_code ignored;
      return fs::last_write_time(a, ignored) < fs::last_write_time(b, ignored);
    });
    for (std::size_t i = 0; i < kMostFiles / 2; ++i) fs::remove(kept[i], ec);
  }
  const Json head = {{"program", FingerprintOf(*compilation.program)},
                     {"warnings", ToJson(compilation.diagnostics)}};
  const fs::path fresh = path.string() + ".new";  // its lock is held
  std::ofstream file(fresh, std::ios::binary | std::ios::trunc);
  file << interview::DumpJson(head) << '\n' << *compilation.program;
  file.close();
  if (file) fs::rename(fresh, path, ec);
}

// One compilation of one source at a time: who comes second waits and finds the program. A lock
// that cannot be made is none.
class SourceLock {
 public:
  SourceLock(const fs::path& program, const std::stop_token& stop)
      : path_(program.string() + ".lock") {
    std::error_code ec;
    fs::create_directories(path_.parent_path(), ec);
    fd_ = Fd(::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
    while (fd_.is_open() && ::flock(fd_.get(), LOCK_EX | LOCK_NB) != 0 && !stop.stop_requested()) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }
  ~SourceLock() { ::unlink(path_.c_str()); }
  SourceLock(const SourceLock&) = delete;
  SourceLock& operator=(const SourceLock&) = delete;

 private:
  fs::path path_;
  Fd fd_;
};

// One line of the compiler's output: "FILE:12:5: error: text", or without the severity.
struct OutputLine {
  std::string_view file;
  int line = 0;
  int column = 0;
  std::string_view rest;  // " error: text"
};

std::optional<OutputLine> ReadOutputLine(std::string_view text) {
  const std::size_t name = text.find(':');
  if (name == std::string_view::npos || name == 0) return std::nullopt;
  OutputLine found;
  found.file = text.substr(0, name);
  text.remove_prefix(name + 1);
  for (int* number : {&found.line, &found.column}) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *number);
    const auto used = static_cast<std::size_t>(end - text.data());
    if (error != std::errc() || used >= text.size() || text[used] != ':') return std::nullopt;
    text.remove_prefix(used + 1);
  }
  found.rest = text;
  return found;
}

// "error" or "warning" and what follows it; empty for notes and context.
std::pair<std::string_view, std::string_view> SeverityOf(std::string_view rest) {
  for (const auto& [mark, severity] :
       {std::pair<std::string_view, std::string_view>{" error: ", "error"},
        {" fatal error: ", "error"},
        {" warning: ", "warning"}}) {
    if (rest.starts_with(mark)) return {severity, rest.substr(mark.size())};
  }
  return {};
}

}  // namespace

std::vector<Diagnostic> ReadDiagnostics(const std::string& text, int lines) {
  constexpr std::size_t kMost = 20;
  constexpr std::string_view kSolution = "/onsite/solution.cpp";
  std::vector<Diagnostic> found;
  OutputLine cause;  // the candidate's line that an error in a header comes from
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line(text.data() + begin, end - begin);
    begin = end + 1;
    const std::optional<OutputLine> read = ReadOutputLine(line);
    if (!read) {
      if (line.find("undefined reference to") != std::string_view::npos ||
          line.find("undefined symbol") != std::string_view::npos) {
        found.push_back({0, 0, "error", WithoutBox(line)});
      }
      continue;
    }
    // #line directives can claim anything.
    const bool is_own = read->file == kSolution && read->line >= 1 && read->line <= lines;
    const auto [severity, message] = SeverityOf(read->rest);
    if (severity.empty()) {
      // g++ tells the cause before the error, clang++ after it.
      const bool is_clang = read->rest.starts_with(" note: in instantiation of");
      if (is_own && is_clang && !found.empty() && found.back().line == 0) {
        found.back().line = read->line;
        found.back().column = read->column;
      } else if (is_own && read->rest.find("required from") != std::string_view::npos) {
        cause = *read;
      }
      continue;
    }
    if (!is_own && severity == "warning") continue;
    const OutputLine& place = is_own ? *read : cause;
    found.push_back({place.line, place.column, std::string(severity), WithoutBox(message)});
    cause = {};
  }
  std::stable_sort(found.begin(), found.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return (a.severity == "error") > (b.severity == "error");
  });
  if (found.size() > kMost) found.resize(kMost);
  return found;
}

Result<Compilation> CompileCpp(const JudgeConfig& config, const std::string& source,
                               const std::string& glue, std::stop_token stop, CppBuild build) {
  const Result<CppToolchain> fast = FindFastest(config, build);
  if (!fast) return Forward(fast);
  // Whose word is final when the quick way refuses: all headers, and g++ where it is present.
  Result<CppToolchain> thorough = FindGxx(config, build);
  if (!thorough) thorough = fast;
  interview::Fingerprint key;
  for (const std::string* text :
       std::initializer_list<const std::string*>{&fast->key, &thorough->key, &glue, &source}) {
    key.Add(*text);
  }
  const fs::path kept = config.cache_dir / "programs" / key.Hex();
  if (std::optional<Compilation> found = FindProgram(kept)) return std::move(*found);
  const SourceLock lock(kept, stop);
  if (stop.stop_requested()) return Fail(ErrorCode::kCancelled, "The judge was stopped.");
  if (std::optional<Compilation> found = FindProgram(kept)) return std::move(*found);

  if (Status made = MakeTools(config, *fast, CppHeaders::kSubset, stop); !made) {
    return Forward(made);
  }
  Result<CompilerRun> run =
      RunCompiler(config, ProgramBox(*fast, CppHeaders::kSubset, source, glue), stop);
  if (!run) return Forward(run);
  Compilation compilation = ReadCompilation(*run, source);
  if (!compilation.program && LimitInWords(*run).empty()) {
    run = RunCompiler(config, ProgramBox(*thorough, CppHeaders::kAll, source, glue), stop);
    if (!run) return Forward(run);
    compilation = ReadCompilation(*run, source);
  }
  if (compilation.program) KeepProgram(kept, compilation);
  return compilation;
}

}  // namespace evaluators
