// Vim's command line: ":w", ":%s/a/b/g", ":12". Internal to vim_*.cc. One thread.
#pragma once

#include <string_view>

#include "app/ui/widgets/vim_state.h"

namespace app::vim {

// Does what stands behind the colon; says so in the status where it cannot.
void RunLine(Vim& v, std::string_view line);

// One key while the command line is open. A whole search pattern is left in State::pending.
void PressInLine(Vim& v, std::string_view key);
void OpenCommandLine(Vim& v, char kind, std::string start);

}  // namespace app::vim
