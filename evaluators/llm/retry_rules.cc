// Dates are read by libcurl.
#include "evaluators/llm/retry_rules.h"

#include <curl/curl.h>

#include <algorithm>

namespace evaluators {

using std::chrono::milliseconds;
using std::chrono::seconds;

bool IsWorthRetrying(int status) { return status == 429 || (status >= 500 && status < 600); }

milliseconds BackOff(int tries, milliseconds base, double chance) {
  const auto whole =
      static_cast<double>(base.count()) * static_cast<double>(1 << std::clamp(tries - 1, 0, 10));
  return milliseconds(static_cast<std::int64_t>(whole * (1 - chance / 2)));
}

std::optional<milliseconds> RetryAfter(const std::string& retry_after, const std::string& date) {
  if (retry_after.empty()) return std::nullopt;
  if (retry_after.find_first_not_of("0123456789") == std::string::npos) {
    return seconds(retry_after.size() > 9 ? 999'999'999 : std::stol(retry_after));
  }
  const std::time_t then = curl_getdate(retry_after.c_str(), nullptr);
  const std::time_t sent = curl_getdate(date.c_str(), nullptr);
  if (then == -1 || sent == -1) return std::nullopt;
  return seconds(std::max<std::time_t>(then - sent, 0));
}

}  // namespace evaluators
