// A whiteboard as an SVG file. Any thread; a pure function.
#pragma once

#include <string>

#include "app/ui/board/board_picture.h"

namespace app {

// A whole document, UTF-8, every text escaped. `font`: the families to name, best first.
std::string BoardSvg(const interview::Board& board, const BoardStyle& style,
                     const std::string& font = "Inter, 'DejaVu Sans', sans-serif");

}  // namespace app
