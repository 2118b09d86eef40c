// What can fail from outside returns a Result: a value, or an Error that tells the user how to mend
// it. Any thread; values without shared state.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace interview {

enum class ErrorCode {
  kNotFound,   // a name that nothing answers to
  kInvalid,    // input that breaks a documented rule
  kIo,         // the disk or a pipe refused
  kCorrupt,    // stored data that does not read back
  kTimeout,    // no answer in time
  kCancelled,  // the caller gave up
  kOffline,    // the network or an endpoint is not there
  kInternal,   // our own fault
};

std::string_view ToString(ErrorCode code);

struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;  // one sentence for the user: what, where, how to mend it
  std::string detail;   // for the log; private data last
};

template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
 public:
  using tl::expected<T, Error>::expected;
};

using Status = Result<void>;

// The failing return value of any function that returns a Result.
inline tl::unexpected<Error> Fail(ErrorCode code, std::string message, std::string detail = {}) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(detail)});
}

// Hands the error of a failed result on. REQUIRES: !result.has_value().
template <class T>
tl::unexpected<Error> Forward(const Result<T>& result) {
  return tl::unexpected<Error>(result.error());
}

}  // namespace interview
