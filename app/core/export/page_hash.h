// The hash by which a page's security policy names the one style and the one script it allows.
// Any thread; pure function.
#pragma once

#include <string>
#include <string_view>

namespace app {

// "sha256-…" in base64, as a Content-Security-Policy spells it. Source: FIPS 180-4, RFC 4648.
std::string PolicyHash(std::string_view text);

}  // namespace app
