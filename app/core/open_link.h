// Opens a web address in the user's browser, through xdg-open. UI thread only. Anything that is not
// http or https is refused: a text must not start programs.
#pragma once

#include <string>

#include "interview/base/result.h"

namespace app {

// Returns once the browser has been asked; fails with kInvalid for another kind of address and with
// kIo where xdg-open is not installed.
interview::Status OpenLink(const std::string& address);

}  // namespace app
