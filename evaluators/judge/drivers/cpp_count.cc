// Counts what a C++ solution does instead of timing it: basic blocks, bytes moved, memory held.
// Linked to the counting build of a solution; runs inside the box.
//
// Every basic block of the solution calls __sanitizer_cov_trace_pc. Work that hides in library
// calls is counted by its bytes: the linker sends those calls here (--wrap=NAME). Counting is on
// between the two readings of the clock that the glue takes around the call of the solution, so
// reading arguments costs nothing. The answer gains "count" and "peak".
#include <malloc.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>

#include "cpp_driver.h"

namespace {

constexpr std::uint64_t kBytesPerBlock = 2;         // as if by a loop over short elements
constexpr std::uint64_t kMostBlocks = 400'000'000;  // of one life of the program
constexpr int kTooMuch = 124;                       // exit code

bool is_inside = false;
std::uint64_t blocks = 0;  // of this request
std::uint64_t bytes = 0;
std::uint64_t blocks_before = 0;  // of earlier requests
std::int64_t held = 0;            // bytes allocated inside and not freed
std::int64_t most_held = 0;
std::uintptr_t stack_top = 0;
std::uintptr_t stack_lowest = 0;

void Moved(std::uint64_t n) {
  if (is_inside) bytes += n;
}

void* Hold(void* block) {
  if (is_inside && block != nullptr) {
    held += static_cast<std::int64_t>(malloc_usable_size(block));
    if (held > most_held) most_held = held;
  }
  return block;
}

void Release(void* block) {
  if (is_inside && block != nullptr) held -= static_cast<std::int64_t>(malloc_usable_size(block));
}

}  // namespace

#if defined(__clang__)
#define ONSITE_NOT_COUNTED __attribute__((no_sanitize("coverage")))
#else
#define ONSITE_NOT_COUNTED __attribute__((no_sanitize_coverage))
#endif

extern "C" {

ONSITE_NOT_COUNTED void __sanitizer_cov_trace_pc() {
  if (!is_inside) return;
  if (blocks_before + ++blocks > kMostBlocks) _exit(kTooMuch);
  const auto here = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
  if (here < stack_lowest) stack_lowest = here;
}

void* __real_malloc(std::size_t size);
void* __real_calloc(std::size_t count, std::size_t size);
void* __real_realloc(void* block, std::size_t size);
void __real_free(void* block);

void* __wrap_malloc(std::size_t size) { return Hold(__real_malloc(size)); }
void* __wrap_calloc(std::size_t count, std::size_t size) {
  Moved(count * size);
  return Hold(__real_calloc(count, size));
}
void* __wrap_realloc(void* block, std::size_t size) {
  Release(block);
  Moved(size);
  return Hold(__real_realloc(block, size));
}
void __wrap_free(void* block) {
  Release(block);
  __real_free(block);
}

void* __real_memcpy(void* to, const void* from, std::size_t n);
void* __real_memmove(void* to, const void* from, std::size_t n);
void* __real_memset(void* to, int value, std::size_t n);
int __real_memcmp(const void* a, const void* b, std::size_t n);
void* __real_memchr(const void* text, int value, std::size_t n);
std::size_t __real_strlen(const char* text);
int __real_strcmp(const char* a, const char* b);
char* __real_strstr(const char* text, const char* part);
char* __real_strchr(const char* text, int value);
std::size_t __real__ZSt11_Hash_bytesPKvmm(const void* text, std::size_t n, std::size_t seed);

void* __wrap_memcpy(void* to, const void* from, std::size_t n) {
  Moved(n);
  return __real_memcpy(to, from, n);
}
void* __wrap_memmove(void* to, const void* from, std::size_t n) {
  Moved(n);
  return __real_memmove(to, from, n);
}
void* __wrap_memset(void* to, int value, std::size_t n) {
  Moved(n);
  return __real_memset(to, value, n);
}
int __wrap_memcmp(const void* a, const void* b, std::size_t n) {
  const auto* left = static_cast<const unsigned char*>(a);
  const auto* right = static_cast<const unsigned char*>(b);
  std::size_t same = 0;
  while (same < n && left[same] == right[same]) ++same;
  Moved(same);
  return same == n ? 0 : left[same] < right[same] ? -1 : 1;
}
void* __wrap_memchr(const void* text, int value, std::size_t n) {
  void* found = __real_memchr(text, value, n);
  Moved(found == nullptr
            ? n
            : static_cast<std::size_t>(static_cast<char*>(found) - static_cast<const char*>(text)));
  return found;
}
std::size_t __wrap_strlen(const char* text) {
  const std::size_t length = __real_strlen(text);
  Moved(length);
  return length;
}
int __wrap_strcmp(const char* a, const char* b) {
  std::size_t same = 0;
  while (a[same] != '\0' && a[same] == b[same]) ++same;
  Moved(same);
  return static_cast<unsigned char>(a[same]) - static_cast<unsigned char>(b[same]);
}
char* __wrap_strstr(const char* text, const char* part) {
  char* found = __real_strstr(text, part);
  Moved(found == nullptr ? __real_strlen(text) : static_cast<std::size_t>(found - text));
  return found;
}
char* __wrap_strchr(const char* text, int value) {
  char* found = __real_strchr(text, value);
  Moved(found == nullptr ? __real_strlen(text) : static_cast<std::size_t>(found - text));
  return found;
}
std::size_t __wrap__ZSt11_Hash_bytesPKvmm(const void* text, std::size_t n, std::size_t seed) {
  Moved(n);
  return __real__ZSt11_Hash_bytesPKvmm(text, n, seed);
}

// onsite::CpuMs(): the glue's clock, read before and after each call of the solution.
double __wrap__ZN6onsite5CpuMsEv() {
  is_inside = !is_inside;
  if (is_inside) {
    stack_top = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
    if (stack_lowest == 0) stack_lowest = stack_top;
  }
  return 0;
}

// onsite::RunCase(In&, Out&)
void __real__ZN6onsite7RunCaseERNS_2InERNS_3OutE(onsite::In& in, onsite::Out& out);
void __wrap__ZN6onsite7RunCaseERNS_2InERNS_3OutE(onsite::In& in, onsite::Out& out) {
  is_inside = false;
  blocks_before += blocks;
  blocks = bytes = 0;
  held = most_held = 0;
  stack_lowest = 0;
  __real__ZN6onsite7RunCaseERNS_2InERNS_3OutE(in, out);
  is_inside = false;
  const std::uint64_t stack = stack_lowest == 0 ? 0 : stack_top - stack_lowest;
  out.Raw(",\"count\":");
  out.Whole(static_cast<long long>(blocks + bytes / kBytesPerBlock));
  out.Raw(",\"peak\":");
  out.Whole(most_held + static_cast<std::int64_t>(stack));
}

}  // extern "C"

void* operator new(std::size_t size) {
  if (void* block = Hold(__real_malloc(size == 0 ? 1 : size))) return block;
  throw std::bad_alloc();
}
void* operator new[](std::size_t size) { return operator new(size); }
void operator delete(void* block) noexcept {
  Release(block);
  __real_free(block);
}
void operator delete[](void* block) noexcept { operator delete(block); }
void operator delete(void* block, std::size_t) noexcept { operator delete(block); }
void operator delete[](void* block, std::size_t) noexcept { operator delete(block); }
