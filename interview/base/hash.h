// A short stable fingerprint of text, for cache keys (not for secrets).
// Any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace interview {

// 64-bit FNV-1a over several texts, each closed by its length, as 16 hex digits.
// Source of the constants: draft-eastlake-fnv, section 5.
class Fingerprint {
 public:
  void Add(std::string_view text);
  std::string Hex() const;
  std::uint64_t value() const { return state_; }

 private:
  std::uint64_t state_ = 0xcbf29ce484222325u;
};

}  // namespace interview
