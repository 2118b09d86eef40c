// GLFW's key codes in Onsite's words. UI thread only, once GLFW is initialised.
#pragma once

#include "app/ui/key.h"

namespace app {

// A letter by what is printed on its key; kNone for keys Onsite has no use for.
Key KeyOfGlfw(int code, int scan_code);

}  // namespace app
