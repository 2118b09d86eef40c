// Calendar formatting.
#include "app/core/session_id.h"

#include <array>
#include <cstdio>
#include <ctime>

namespace app {
namespace {

std::string Format(const char* format, const std::tm& parts) {
  std::array<char, 64> text{};
  const std::size_t length = std::strftime(text.data(), text.size(), format, &parts);
  return std::string(text.data(), length);
}

std::tm Utc(interview::WallTime time) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  return parts;
}

}  // namespace

interview::SessionId MakeSessionId(interview::WallTime started, std::uint64_t seed) {
  std::array<char, 8> suffix{};
  std::snprintf(suffix.data(), suffix.size(), "%06x", static_cast<unsigned>(seed & 0xffffff));
  return Format("%Y%m%d-%H%M%S-", Utc(started)) + suffix.data();
}

std::string FormatWallTime(interview::WallTime time) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
  std::tm parts{};
  localtime_r(&seconds, &parts);
  return Format("%Y-%m-%d %H:%M", parts);
}

std::string IsoTime(interview::WallTime time) { return Format("%Y-%m-%dT%H:%M:%SZ", Utc(time)); }

}  // namespace app
