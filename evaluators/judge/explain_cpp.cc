// The checking run, and the sanitizers' reports read.
#include "evaluators/judge/explain_cpp.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include "evaluators/judge/case_runner.h"
#include "evaluators/judge/compiler.h"
#include "evaluators/judge/language_cpp.h"
#include "interview/base/log.h"

namespace evaluators {

using interview::Result;
using interview::Verdict;

namespace {

constexpr std::string_view kSource = "/onsite/solution.cpp:";

std::string_view FirstWord(std::string_view text) { return text.substr(0, text.find(' ')); }

// What follows `mark` to the end of its line, from `from` on; nothing where the mark is missing.
std::optional<std::string_view> After(std::string_view text, std::string_view mark,
                                      std::size_t from = 0) {
  const std::size_t at = text.find(mark, from);
  if (at == std::string_view::npos) return std::nullopt;
  text.remove_prefix(at + mark.size());
  return text.substr(0, text.find('\n'));
}

int Number(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// " at line 12 (in pair_with_target)", of the first frame in `trace` that is the candidate's.
struct Place {
  int line = 0;
  std::string function;

  std::string text() const {
    if (line == 0) return "";
    std::string said = " at line " + std::to_string(line);
    if (!function.empty()) said += " (in " + function + ")";
    return said;
  }
};

// "pair_with_target(std::vector<int>&, int)" to "pair_with_target".
std::string NameOf(std::string_view function) {
  constexpr std::string_view kOperatorCall = "operator()";
  if (function.find("{lambda") != std::string_view::npos ||
      function.find(kOperatorCall) != std::string_view::npos) {
    return "a lambda";
  }
  return std::string(function.substr(0, function.find('(')));
}

Place FindPlace(std::string_view trace) {
  // A trace ends with an empty line.
  const std::size_t first = trace.find("#0 ");
  if (first == std::string_view::npos) return {};
  trace.remove_prefix(first);
  trace = trace.substr(0, trace.find("\n\n"));
  const std::size_t at = trace.find(kSource);
  if (at == std::string_view::npos) return {};
  Place place;
  place.line = Number(trace.substr(at + kSource.size()));
  const std::size_t begin = trace.rfind('\n', at);
  const std::string_view frame = trace.substr(begin == std::string_view::npos ? 0 : begin + 1, at);
  const std::size_t name = frame.find(" in ");
  if (name != std::string_view::npos) {
    const std::size_t end = frame.find(" /onsite/");
    place.function = NameOf(frame.substr(name + 4, end - name - 4));
  }
  return place;
}

// UBSan's last word about a line of the candidate's: "signed integer overflow: ...".
struct Undefined {
  int line = 0;
  std::string what;
};

std::optional<Undefined> LastUndefined(std::string_view report) {
  constexpr std::string_view kMark = ": runtime error: ";
  std::optional<Undefined> found;
  for (std::size_t at = report.find(kMark); at != std::string_view::npos;
       at = report.find(kMark, at + 1)) {
    const std::size_t begin = report.rfind('\n', at) + 1;
    const std::string_view line = report.substr(begin, report.find('\n', at) - begin);
    if (!line.starts_with(kSource)) continue;
    found = Undefined{Number(line.substr(kSource.size())),
                      std::string(line.substr(at - begin + kMark.size()))};
  }
  return found;
}

std::string Sentence(const Undefined& undefined) {
  const std::string where = " at line " + std::to_string(undefined.line);
  const std::string& what = undefined.what;
  const auto starts = [&](std::string_view text) { return what.starts_with(text); };
  const auto has = [&](std::string_view text) { return what.find(text) != std::string::npos; };
  if (starts("division by zero")) return "Divides by zero" + where + ".";
  if (has("null pointer")) return "Follows a null pointer" + where + ".";
  if (starts("execution reached the end")) {
    return "A function that promises a value ends without one: the function" + where + ".";
  }
  std::string said = what;
  if (!said.empty()) said[0] = static_cast<char>(std::toupper(said[0]));
  return said + ", " + where.substr(1) + ".";
}

// "Reads 4 bytes", from "READ of size 4 at 0x...".
std::string Access(std::string_view report) {
  for (const auto& [mark, verb] :
       {std::pair{"READ of size ", "Reads "}, std::pair{"WRITE of size ", "Writes "}}) {
    if (const auto size = After(report, mark)) {
      const std::string count(FirstWord(*size));
      return verb + count + (count == "1" ? " byte" : " bytes");
    }
  }
  return "Reaches";
}

// " past the end of", from where ASan says that the address lies.
std::string Side(std::string_view report) {
  const bool is_before = report.find(" to the left of ") != std::string_view::npos ||
                         report.find(" bytes before ") != std::string_view::npos ||
                         report.find(" underflows this variable") != std::string_view::npos;
  return is_before ? " before the start of " : " past the end of ";
}

std::string HeapBlock(std::string_view report) {
  // "0x... is located 0 bytes to the right of 20-byte region [..." or "0 bytes after 20-byte".
  const std::size_t at = report.find("-byte region");
  if (at == std::string_view::npos) return "a heap block";
  const std::size_t begin = report.rfind(' ', at) + 1;
  return "a heap block of " + std::string(report.substr(begin, at - begin)) + " bytes";
}

// Of "assert" and the checks of the standard library, which end in abort().
std::string Aborted(std::string_view report, const Place& place, const Place& thrown_at) {
  if (const auto name = After(report, "terminate called after throwing an instance of ")) {
    return "An exception (" + std::string(name->substr(0, name->find('\n'))) +
           ") that nobody could catch was thrown" + thrown_at.text() + ".";
  }
  const std::size_t end = report.find(" failed.");
  if (end != std::string_view::npos) {
    const std::size_t begin = report.rfind("Assertion ", end);
    std::string condition = begin == std::string_view::npos
                                ? ""
                                : std::string(report.substr(begin + 10, end - begin - 10));
    if (condition.size() > 2) condition = condition.substr(1, condition.size() - 2);
    if (condition.find("__n < this->size()") != std::string::npos) {
      return "An index is out of range: operator[]" + place.text() + ".";
    }
    if (condition.find("!this->empty()") != std::string::npos ||
        condition.find("!empty()") != std::string::npos) {
      return "Takes an element of an empty container" + place.text() + ".";
    }
    if (report.find("/include/c++/") != std::string_view::npos) {
      return "A check of the standard library failed (" + condition + ")" + place.text() + ".";
    }
    return "assert(" + condition + ") failed" + place.text() + ".";
  }
  return "Calls abort()" + place.text() + ".";
}

std::string Invalid(std::string_view report, const Place& place) {
  const auto address = After(report, "unknown address ");
  const bool is_null = report.find("address points to the zero page") != std::string_view::npos ||
                       (address && address->starts_with("(nil)"));
  if (is_null) return "Follows a null pointer" + place.text() + ".";
  const bool is_write = report.find("caused by a WRITE") != std::string_view::npos;
  return std::string(is_write ? "Writes to" : "Reads from") +
         " an address that is not the program's" + place.text() + ".";
}

// What AddressSanitizer says; empty for a kind that it has no words for.
std::string SentenceOf(std::string_view kind, std::string_view report, const Place& thrown_at) {
  const Place place = FindPlace(report);
  if (kind == "heap-buffer-overflow") {
    return Access(report) + Side(report) + HeapBlock(report) + place.text() + ".";
  }
  if (kind.starts_with("stack-buffer-") || kind == "dynamic-stack-buffer-overflow") {
    return Access(report) + Side(report) + "a local array" + place.text() + ".";
  }
  if (kind == "global-buffer-overflow") {
    return Access(report) + Side(report) + "a global array" + place.text() + ".";
  }
  if (kind == "heap-use-after-free") {
    const std::size_t freed = report.find("freed by thread");
    const Place freed_at =
        freed == std::string_view::npos ? Place() : FindPlace(report.substr(freed));
    return Access(report) + " of memory that was already freed" + place.text() +
           (freed_at.line > 0 ? "; it was freed at line " + std::to_string(freed_at.line) : "") +
           ".";
  }
  if (kind.starts_with("stack-use-after-")) {
    return Access(report) + " of a local variable that is gone" + place.text() + ".";
  }
  if (kind == "stack-overflow") {
    return "The recursion is too deep: the stack ran out" + place.text() + ".";
  }
  if (kind == "attempting") {  // "attempting double-free on", "attempting free on address which …"
    return (report.find("attempting double-free") != std::string_view::npos
                ? "Frees the same memory twice"
                : "Frees what was not allocated") +
           place.text() + ".";
  }
  if (kind == "alloc-dealloc-mismatch") {
    return "Frees memory by another way than it was allocated" + place.text() + ".";
  }
  if (kind == "FPE") return "Divides by zero" + place.text() + ".";
  if (kind == "SEGV" || kind == "BUS") return Invalid(report, place);
  if (kind == "ABRT") return Aborted(report, place, thrown_at);
  if (kind == "ILL") return "Reaches a place that must not be reached" + place.text() + ".";
  if (kind == "requested" || kind == "allocation-size-too-big" || kind == "calloc-overflow") {
    return "Asks for more memory at once than there can be" + place.text() + ".";
  }
  if (kind.ends_with("-param-overlap")) return "Copies memory onto itself" + place.text() + ".";
  return "";
}

Place LastThrow(std::string_view report) {
  const std::size_t at = report.rfind("An exception is thrown here:");
  return at == std::string_view::npos ? Place() : FindPlace(report.substr(at));
}

}  // namespace

std::string ExplainReport(const std::string& report, const std::string& thrown) {
  const Place thrown_at = LastThrow(report);
  const std::size_t address = report.find("ERROR: AddressSanitizer: ");
  const std::string before = report.substr(0, address);
  const std::optional<Undefined> undefined = LastUndefined(before);
  if (address != std::string::npos) {
    const std::string_view error = std::string_view(report).substr(address + 25);
    const std::string_view kind = FirstWord(error).substr(0, FirstWord(error).find(':'));
    // UBSan has seen the same a moment before, and knows more of it.
    if (undefined &&
        (kind == "FPE" || kind == "ILL" ||
         (kind == "SEGV" && undefined->what.find("null pointer") != std::string::npos))) {
      return Sentence(*undefined);
    }
    const bool tells_words = kind == "ABRT";  // which come before it
    std::string said = SentenceOf(kind, tells_words ? std::string_view(report) : error, thrown_at);
    if (tells_words) {
      said = SentenceOf(kind, before + std::string(error), thrown_at);
    }
    if (!said.empty() && undefined && undefined->what.find("overflow") != std::string::npos) {
      said.pop_back();
      said += ", after a signed integer overflow at line " + std::to_string(undefined->line) + ".";
    }
    return said;
  }
  if (!thrown.empty()) {
    if (thrown_at.line == 0) return "";
    return "Throws " + thrown.substr(0, thrown.find(": ")) + thrown_at.text() +
           ", and nothing catches it.";
  }
  return undefined ? Sentence(*undefined) : "";
}

std::string ExplainCrash(const JudgeConfig& config, const interview::Signature& signature,
                         const std::string& source, const std::vector<TestCase>& cases,
                         double case_cpu_ms, std::stop_token stop) {
  if (cases.empty()) return "";
  const Result<Compilation> compiled =
      CompileCpp(config, source, CppGlue(signature), stop, CppBuild::kChecked);
  if (!compiled || !compiled->program) {
    if (compiled) interview::Log(interview::LogLevel::kInfo, "No checking run: " + compiled->text);
    return "";
  }
  Program program = CppProgram(*compiled->program);
  // The shadow memory is terabytes of addresses; leaks cannot be looked for in the box.
  program.box.limits.address_space_mb = 0;
  program.box.environment = {
      {"ASAN_OPTIONS",
       "detect_leaks=0:handle_segv=2:handle_sigfpe=2:handle_abort=2:handle_sigill=2:"
       "detect_stack_use_after_return=0:malloc_context_size=12:color=never"},
      {"UBSAN_OPTIONS", "print_stacktrace=0:color=never"}};
  RunLimits limits;
  limits.case_cpu_ms = 4 * case_cpu_ms;
  limits.total_cpu_ms = 2 * limits.case_cpu_ms;
  limits.memory_mb = 1024;
  limits.most_restarts = 0;
  // Alone first: a solution that only dies on what earlier tests left behind needs them all.
  for (const std::vector<TestCase>& tried : {std::vector<TestCase>{cases.back()}, cases}) {
    const Result<RunReport> report = RunCases(config, program, tried, limits, stop);
    if (!report || report->rejection || report->outcomes.empty()) return "";
    const auto died = std::find_if(
        report->outcomes.begin(), report->outcomes.end(),
        [](const CaseOutcome& outcome) { return outcome.verdict != Verdict::kAccepted; });
    const CaseOutcome& outcome = died == report->outcomes.end() ? report->outcomes.back() : *died;
    const bool has_ended = outcome.message.starts_with("The program ended");
    const std::string said = ExplainReport(
        outcome.err, died != report->outcomes.end() && !has_ended ? outcome.message : "");
    if (!said.empty() || cases.size() == 1) return said;
  }
  return "";
}

}  // namespace evaluators
