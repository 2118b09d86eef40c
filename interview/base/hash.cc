// FNV-1a.
#include "interview/base/hash.h"

namespace interview {
namespace {
constexpr std::uint64_t kPrime = 0x100000001b3u;
}

void Fingerprint::Add(std::string_view text) {
  for (const char c : text) state_ = (state_ ^ static_cast<unsigned char>(c)) * kPrime;
  for (std::uint64_t length = text.size(), i = 0; i < 8; ++i, length >>= 8) {
    state_ = (state_ ^ (length & 0xff)) * kPrime;
  }
}

std::string Fingerprint::Hex() const {
  std::string hex(16, '0');
  for (int i = 0; i < 16; ++i) {
    hex[static_cast<std::size_t>(i)] = "0123456789abcdef"[(state_ >> (60 - 4 * i)) & 15];
  }
  return hex;
}

}  // namespace interview
