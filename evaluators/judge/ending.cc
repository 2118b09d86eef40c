// Limits, signals, exceptions and forged answers in words.
#include "evaluators/judge/ending.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>

#include "evaluators/judge/display.h"

namespace evaluators {

using interview::Verdict;

namespace {

std::string Seconds(double ms) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f s", ms / 1000);
  return text;
}

std::string Megabytes(int mb) { return std::to_string(mb) + " MB"; }

std::string_view LastLineWith(std::string_view text, std::string_view mark) {
  const std::size_t found = text.rfind(mark);
  if (found == std::string_view::npos) return {};
  const std::size_t before = text.rfind('\n', found);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return text.substr(begin, std::min(text.find('\n', found), text.size()) - begin);
}

// What the driver's handler, or Python's, said about a bad memory access as its last words.
std::string AccessInWords(std::string_view err) {
  if (!LastLineWith(err, "Stack overflow: the recursion is too deep.").empty()) {
    return "a stack overflow: the recursion is too deep (SIGSEGV)";
  }
  if (!LastLineWith(err, "a null pointer was followed").empty()) {
    return "SIGSEGV: a null pointer was followed";
  }
  const std::size_t fault = err.rfind("Fatal Python error: ");
  if (fault == std::string_view::npos) return SignalInWords(SIGSEGV);
  // Python shows a hundred frames at most; more than that is a recursion that ran out of stack.
  constexpr std::string_view kMoreFrames = "\n  ...\n";
  const bool is_deep = err.substr(fault).find(kMoreFrames) != std::string_view::npos;
  return is_deep ? "a stack overflow: the recursion is too deep (SIGSEGV)" : SignalInWords(SIGSEGV);
}

// Why the C and C++ libraries gave up, where they said so.
std::string AbortInWords(std::string_view err) {
  struct Reason {
    std::string_view mark;
    std::string_view words;
  };
  static constexpr std::array<Reason, 9> kReasons = {{
      {"double free", "memory was freed twice"},
      {"invalid pointer", "memory was freed that was never allocated"},
      {"invalid next size", "the program wrote past the end of its memory"},
      {"corrupted", "the program wrote past the end of its memory"},
      {"malloc(): ", "the program wrote past the end of its memory"},
      {"free(): ", "memory was freed that was not to be freed"},
      {"stack smashing detected", "the program wrote past the end of a local array"},
      {"buffer overflow detected", "the program wrote past the end of an array"},
      {"pure virtual method called", "a pure virtual function was called"},
  }};
  const std::string_view check = LastLineWith(err, "Assertion '");
  if (check.find("< this->size()") != std::string_view::npos) {
    return "SIGABRT: an index past the end of a container";
  }
  if (check.find("!this->empty()") != std::string_view::npos) {
    return "SIGABRT: an element was taken from an empty container";
  }
  const std::size_t failed = check.find("Assertion '");
  if (failed != std::string_view::npos) {
    return "SIGABRT: a check of the library failed (" + Printable(check.substr(failed + 10, 120)) +
           ")";
  }
  for (const Reason& reason : kReasons) {
    if (!LastLineWith(err, reason.mark).empty()) return "SIGABRT: " + std::string(reason.words);
  }
  const std::string_view thrown = LastLineWith(err, "terminate called after throwing");
  if (!thrown.empty()) {
    const std::size_t quote = thrown.find('\'');
    return "SIGABRT: nobody caught the exception " +
           Printable(quote == std::string_view::npos ? "" : thrown.substr(quote, 80));
  }
  return SignalInWords(SIGABRT);
}

Ending ClassifySignal(int signal, std::string_view err) {
  switch (signal) {
    case SIGSYS:
      return {Verdict::kViolation,
              "The program used a system call that the sandbox forbids (those that trace other "
              "programs, mount, make namespaces, keep keys, load modules, set the clock or type "
              "into a terminal)."};
    case SIGXCPU:
      return {Verdict::kTimeLimit, "The program used up its processor time."};
    case SIGXFSZ:
      return {Verdict::kOutputLimit, "The program wrote a file that is too large."};
    case SIGSEGV:
      return {Verdict::kRuntimeError, "The program ended with " + AccessInWords(err) + "."};
    case SIGABRT:
      return {Verdict::kRuntimeError, "The program ended with " + AbortInWords(err) + "."};
    default:
      return {Verdict::kRuntimeError, "The program ended with " + SignalInWords(signal) + "."};
  }
}

std::string WallLimitInWords(const Exchange& exchange, double wall_ms) {
  std::string text = "The program did not answer within " + Seconds(wall_ms);
  if (exchange.stopped) return text + ": it had stopped itself (SIGSTOP).";
  if (exchange.idle) {
    return text +
           " and was idle for most of it: asleep, or waiting for something that never comes (a "
           "lock, a pipe, another thread).";
  }
  return text + ".";
}

}  // namespace

Ending ClassifyForgery(std::string_view written, bool early) {
  constexpr std::size_t kShown = 60;
  std::string text = "The program wrote to the judge's channel (descriptor 3) ";
  text += early ? "before it was asked" : "beside its answer";
  if (!written.empty()) {
    text += ": " + Printable(written.substr(0, std::min(kShown, written.find('\n'))));
    if (written.size() > kShown) text += "…";
  }
  return {Verdict::kViolation, text + ". Return the answer from the function instead."};
}

Ending ClassifyEnding(const Exchange& exchange, const BoxEnd& end, const BoxLimits& limits,
                      const ExchangeLimits& exchange_limits) {
  switch (exchange.event) {
    case BoxEvent::kCpuLimit:
      return {Verdict::kTimeLimit, "The program used more than " + Seconds(exchange_limits.cpu_ms) +
                                       " of processor time on this test."};
    case BoxEvent::kWallLimit:
      return {Verdict::kTimeLimit, WallLimitInWords(exchange, exchange_limits.wall_ms)};
    case BoxEvent::kMemoryLimit:
      return {Verdict::kMemoryLimit,
              "The program used more than " + Megabytes(limits.memory_mb) + " of memory."};
    case BoxEvent::kOutputLimit:
      return {Verdict::kOutputLimit, "The program printed or returned too much on this test."};
    case BoxEvent::kOutOfTurn:
      return ClassifyForgery(exchange.line, exchange.early);
    case BoxEvent::kAnswered:
    case BoxEvent::kCancelled:
    case BoxEvent::kEnded:
      break;
  }
  if (!end.is_known) return {Verdict::kInternalError, "The sandbox ended without saying why."};
  if (end.signal != 0) return ClassifySignal(end.signal, exchange.err);
  return {Verdict::kRuntimeError, "The program ended by itself (exit code " +
                                      std::to_string(end.exit_code) +
                                      ") before it answered. Return the answer from the function "
                                      "instead of calling exit."};
}

Ending ClassifyException(std::string_view type, std::string_view message, int memory_mb) {
  std::string text(type);
  if (!message.empty()) text += ": " + std::string(message);
  if (type.ends_with("MemoryError") || type == "std::bad_alloc") {
    return {Verdict::kMemoryLimit,
            text + ". The program asked for more memory than there is; its limit is " +
                Megabytes(memory_mb) + "."};
  }
  if (type == "std::length_error" || type == "std::bad_array_new_length") {
    text +=
        ". A container was asked for an impossible size; look for a negative number that "
        "became a size.";
  }
  if (type == "SystemExit") {
    text += ". The program called sys.exit(); return the answer from the function instead.";
  }
  return {Verdict::kRuntimeError, text};
}

}  // namespace evaluators
