// Hashes by which the grader looks words up. Any thread; the same on every machine.
#pragma once

#include <cstdint>
#include <string_view>

namespace evaluators {

// FNV-1a.
constexpr std::uint64_t HashOf(std::string_view text, std::uint64_t seed = 0xcbf29ce484222325u) {
  for (const char c : text) {
    seed ^= static_cast<unsigned char>(c);
    seed *= 0x100000001b3u;
  }
  return seed;
}

}  // namespace evaluators
