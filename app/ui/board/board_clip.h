// A piece of a whiteboard as text on the clipboard. Any thread; pure functions.
#pragma once

#include <string>
#include <string_view>

#include "interview/model/board.h"

namespace app {

std::string BoardClip(const interview::Board& part);
// Text of BoardClip, the board of an answer file, or a Mermaid flowchart (laid out). Fails with
// kInvalid for anything else; the caller may make a text of it.
interview::Result<interview::Board> ReadBoardClip(std::string_view text);

}  // namespace app
