// The loop around a C++ solution and the JSON of single values; compiled once and linked to every
// solution. Runs inside the box. A request is "[id, arguments]" or "[id, operations, arguments]".
#include "cpp_driver.h"

#include <cxxabi.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <charconv>
#include <cmath>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <exception>
#include <iostream>
#include <typeinfo>

namespace onsite {
namespace {

constexpr long long kExactJson = 1LL << 53;  // above it, numbers travel as strings

[[noreturn]] void Broken() {
  std::fputs("The request of the judge cannot be read.\n", stderr);
  _exit(125);
}

}  // namespace

char In::Peek() {
  while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  return at_ < text_.size() ? text_[at_] : '\0';
}

void In::Skip(char expected) {
  if (!SkipIf(expected)) Broken();
}

bool In::SkipIf(char expected) {
  if (Peek() != expected) return false;
  ++at_;
  return true;
}

bool In::SkipNull() {
  if (Peek() != 'n') return false;
  at_ += 4;
  return true;
}

long long In::Whole() {
  const bool is_quoted = SkipIf('"');
  Peek();
  long long value = 0;
  const char* begin = text_.data() + at_;
  const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), value);
  if (error != std::errc()) Broken();
  at_ += static_cast<std::size_t>(end - begin);
  if (is_quoted) Skip('"');
  return value;
}

double In::Real() {
  Peek();
  double value = 0;
  const char* begin = text_.data() + at_;
  const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), value);
  if (error != std::errc()) Broken();
  at_ += static_cast<std::size_t>(end - begin);
  return value;
}

bool In::Truth() {
  const bool value = Peek() == 't';
  at_ += value ? 4 : 5;
  return value;
}

namespace {

void AppendUtf8(std::string* text, unsigned code) {
  if (code < 0x80) {
    *text += static_cast<char>(code);
    return;
  }
  const int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  const unsigned first[] = {0, 0xC0, 0xE0, 0xF0};
  *text += static_cast<char>(first[more] | (code >> (6 * more)));
  for (int i = more - 1; i >= 0; --i) {
    *text += static_cast<char>(0x80 | ((code >> (6 * i)) & 0x3F));
  }
}

// Length of the valid UTF-8 character at the front of `text`, 0 when it is none.
std::size_t Utf8Length(std::string_view text) {
  const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::size_t length = byte(0) < 0x80   ? 1
                             : byte(0) < 0xC2 ? 0
                             : byte(0) < 0xE0 ? 2
                             : byte(0) < 0xF0 ? 3
                             : byte(0) < 0xF5 ? 4
                                              : 0;
  if (length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
  }
  if (length == 3 && byte(0) == 0xE0 && byte(1) < 0xA0) return 0;
  if (length == 3 && byte(0) == 0xED && byte(1) > 0x9F) return 0;
  if (length == 4 && byte(0) == 0xF0 && byte(1) < 0x90) return 0;
  if (length == 4 && byte(0) == 0xF4 && byte(1) > 0x8F) return 0;
  return length;
}

}  // namespace

std::string In::Text() {
  Skip('"');
  std::string value;
  const auto hex = [this] {
    unsigned code = 0;
    std::from_chars(text_.data() + at_, text_.data() + at_ + 4, code, 16);
    at_ += 4;
    return code;
  };
  while (at_ < text_.size() && text_[at_] != '"') {
    const char c = text_[at_++];
    if (c != '\\') {
      value += c;
      continue;
    }
    const char escaped = text_[at_++];
    switch (escaped) {
      case 'n':
        value += '\n';
        break;
      case 't':
        value += '\t';
        break;
      case 'r':
        value += '\r';
        break;
      case 'b':
        value += '\b';
        break;
      case 'f':
        value += '\f';
        break;
      case 'u': {
        unsigned code = hex();
        if (code >= 0xD800 && code < 0xDC00) {  // the first half of a pair
          at_ += 2;
          code = 0x10000 + ((code - 0xD800) << 10) + (hex() - 0xDC00);
        }
        AppendUtf8(&value, code);
        break;
      }
      default:
        value += escaped;
    }
  }
  Skip('"');
  return value;
}

void Out::Whole(long long value) {
  const bool is_exact = -kExactJson <= value && value <= kExactJson;
  text_ += is_exact ? std::to_string(value) : '"' + std::to_string(value) + '"';
}

void Out::Real(double value) {
  if (!std::isfinite(value)) {
    text_ += std::isnan(value) ? "\"NaN\"" : value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
    return;
  }
  char text[40];
  const auto [end, error] = std::to_chars(text, text + sizeof text, value);
  text_.append(text, end);
  if (std::string_view(text, static_cast<std::size_t>(end - text)).find_first_of(".e") ==
      std::string_view::npos) {
    text_ += ".0";
  }
}

void Out::Text(std::string_view value) {
  text_ += '"';
  while (!value.empty()) {
    const std::size_t length = Utf8Length(value);
    const char c = value[0];
    if (length == 0) {
      text_ += "\\ufffd";
    } else if (c == '"' || c == '\\') {
      text_ += '\\';
      text_ += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      char escaped[8];
      std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned>(c));
      text_ += escaped;
    } else {
      text_ += value.substr(0, length);
    }
    value.remove_prefix(length == 0 ? 1 : length);
  }
  text_ += '"';
}

ONSITE_INSTANTIATE_ALL()

double CpuMs() {
  // Not the clock of the process: under RLIMIT_CPU the kernel advances that one by whole ticks
  // only.
  timespec now = {};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

namespace {

std::FILE* requests = nullptr;

void SendAnswer(std::string* answer) {
  if (fcntl(fileno(requests), F_GETFL) < 0) {
    std::fputs("The program closed the channel that its arguments come through.\n", stderr);
    _exit(125);
  }
  std::cout.flush();
  std::fflush(stdout);
  *answer += '\n';
  const char* at = answer->data();
  std::size_t left = answer->size();
  while (left > 0) {
    const ssize_t n = write(3, at, left);
    if (n <= 0) _exit(125);
    at += n;
    left -= static_cast<std::size_t>(n);
  }
}

std::string NameOfException() {
  const std::type_info* type = abi::__cxa_current_exception_type();
  if (type == nullptr) return "exception";
  int status = 0;
  char* readable = abi::__cxa_demangle(type->name(), nullptr, nullptr, &status);
  const std::string name = status == 0 ? readable : type->name();
  std::free(readable);
  return name;
}

void WriteError(Out& out, std::string_view message) {
  out.Raw("\"error\":{\"type\":");
  out.Text(NameOfException());
  out.Raw(",\"message\":");
  out.Text(message);
  out.Raw("}");
}

// One answer: the id, then what RunCase wrote, or the exception that left the solution. Request 0
// is the end.
std::string Answer(std::string_view line) {
  In in(line);
  in.Skip('[');
  const long long id = in.Whole();
  if (id == 0) return "{\"id\":0,\"bye\":true}";
  in.Skip(',');
  const auto opened = [id] {
    Out out;
    out.Raw("{\"id\":");
    out.Whole(id);
    out.Raw(",");
    return out;
  };
  Out out = opened();
  try {
    RunCase(in, out);
  } catch (const Unfit& unfit) {
    out = opened();
    out.Raw("\"unfit\":");
    out.Text("The result is " + unfit.what + ".");
  } catch (const std::exception& error) {
    out = opened();
    WriteError(out, error.what());
  } catch (...) {
    out = opened();
    WriteError(out, "");
  }
  out.Raw("}");
  return std::move(out.text());
}

// Tells a stack that ran out from other bad memory accesses: the address lies near the stack
// pointer.
void OnBadAccess(int, siginfo_t* info, void* context) {
  const auto* machine = static_cast<const ucontext_t*>(context);
#if defined(__x86_64__)
  const auto stack = static_cast<std::uintptr_t>(machine->uc_mcontext.gregs[REG_RSP]);
#elif defined(__aarch64__)
  const auto stack = static_cast<std::uintptr_t>(machine->uc_mcontext.sp);
#else
  const std::uintptr_t stack = 0;
#endif
  const auto address = reinterpret_cast<std::uintptr_t>(info->si_addr);
  const bool is_overflow = address + (64 << 10) > stack && address < stack + (64 << 10);
  const char* text = is_overflow ? "Stack overflow: the recursion is too deep.\n"
                     : address < 4096
                         ? "Invalid memory access: a null pointer was followed.\n"
                         : "Invalid memory access: an address that is not the program's.\n";
  [[maybe_unused]] const ssize_t n = write(2, text, std::strlen(text));
  signal(SIGSEGV, SIG_DFL);
  raise(SIGSEGV);
}

void WatchForBadAccess() {
  static char stack[64 << 10];
  stack_t alternative = {};
  alternative.ss_sp = stack;
  alternative.ss_size = sizeof stack;
  sigaltstack(&alternative, nullptr);
  struct sigaction action = {};
  action.sa_sigaction = OnBadAccess;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigaction(SIGSEGV, &action, nullptr);
}

}  // namespace
}  // namespace onsite

int main() {
  onsite::WatchForBadAccess();
  onsite::requests = fdopen(dup(0), "r");
  const int null = open("/dev/null", O_RDONLY);
  dup2(null, 0);
  close(null);
  std::string ready = "{\"ready\":true}";
  onsite::SendAnswer(&ready);
  char* line = nullptr;
  std::size_t capacity = 0;
  ssize_t length = 0;
  while ((length = getline(&line, &capacity, onsite::requests)) > 0) {
    std::string answer = onsite::Answer({line, static_cast<std::size_t>(length)});
    onsite::SendAnswer(&answer);
  }
  return 0;
}
