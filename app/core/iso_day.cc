// Calendar days in and out of text.
#include "app/core/iso_day.h"

#include <array>
#include <cstdio>
#include <ctime>

#include "interview/schedule/attempt.h"

namespace app {
namespace {

std::chrono::sys_days DateOf(std::int64_t day) {
  return std::chrono::sys_days(std::chrono::days(static_cast<std::int32_t>(day)));
}

}  // namespace

std::string IsoDay(std::int64_t day) {
  const std::chrono::year_month_day date{DateOf(day)};
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

std::optional<std::int64_t> ParseIsoDay(const std::string& text) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  int length = 0;
  if (std::sscanf(text.c_str(), "%4d-%2u-%2u%n", &year, &month, &day, &length) != 3 ||
      static_cast<std::size_t>(length) != text.size()) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date).time_since_epoch().count();
}

std::string ShortDay(std::int64_t day) {
  constexpr std::array<const char*, 7> kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::chrono::year_month_day date{DateOf(day)};
  const std::chrono::weekday weekday{DateOf(day)};
  return std::string(kDays[weekday.c_encoding()]) + ", " +
         std::to_string(static_cast<unsigned>(date.day())) + " " +
         kMonths[static_cast<unsigned>(date.month()) - 1];
}

std::chrono::minutes UtcOffset(interview::WallTime now) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
  std::tm parts{};
  localtime_r(&seconds, &parts);
  return std::chrono::minutes(parts.tm_gmtoff / 60);
}

std::int64_t Today(interview::WallTime now) { return interview::LocalDay(now, UtcOffset(now)); }

}  // namespace app
