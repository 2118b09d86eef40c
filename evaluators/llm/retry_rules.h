// When a request is worth another try, and how long to wait before it.
// Any thread; pure functions.
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace evaluators {

// HTTP status codes that pass: too many requests, and the server's own failures.
bool IsWorthRetrying(int status);

// The pause after try number `tries` (1 is the first): `base` doubled each time, of which `chance`
// in [0, 1) takes away up to half, so that many clients do not come back at once.
std::chrono::milliseconds BackOff(int tries, std::chrono::milliseconds base, double chance);

// A Retry-After header in seconds, or as a date, which counts from the reply's own Date header: the
// clock of this machine is not asked. Absent when it cannot be read.
std::optional<std::chrono::milliseconds> RetryAfter(const std::string& retry_after,
                                                    const std::string& date);

}  // namespace evaluators
