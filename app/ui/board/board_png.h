// A whiteboard as a PNG file, drawn by our own rasteriser: needs no window. UI thread only.
#pragma once

#include <string>
#include <vector>

#include "app/ui/board/board_picture.h"

namespace app {

struct PngOptions {
  double scale = 2;                // pixels for each board unit
  std::vector<std::string> fonts;  // files (ttf, otf); a glyph comes from the first that has it
  int largest_side = 8192;         // a larger board is drawn at a smaller scale
};

// The bytes of the file. Fails with kNotFound when no font can be read.
interview::Result<std::string> BoardPng(const interview::Board& board, const BoardStyle& style,
                                        const PngOptions& options);

}  // namespace app
