// Names of the error codes, as they appear in logs and JSON.
#include "interview/base/result.h"

namespace interview {

std::string_view ToString(ErrorCode code) {
  switch (code) {
    case ErrorCode::kNotFound:
      return "not_found";
    case ErrorCode::kInvalid:
      return "invalid";
    case ErrorCode::kIo:
      return "io";
    case ErrorCode::kCorrupt:
      return "corrupt";
    case ErrorCode::kTimeout:
      return "timeout";
    case ErrorCode::kCancelled:
      return "cancelled";
    case ErrorCode::kOffline:
      return "offline";
    case ErrorCode::kInternal:
      return "internal";
  }
  return "internal";
}

}  // namespace interview
