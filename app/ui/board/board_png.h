// A whiteboard as a PNG file, drawn by our own rasteriser: needs no window. Any thread.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/ui/board/board_picture.h"

namespace app {

struct PngOptions {
  double scale = 2;                // pixels for each board unit
  std::vector<std::string> fonts;  // files (ttf, otf); a glyph comes from the first that has it
  int largest_side = 8192;         // a larger board is drawn at a smaller scale
  // Told how much is done, 0 to 1, again and again; false stops. May be empty.
  std::function<bool(double share)> proceed = {};
};

// The bytes of the file. Fails with kNotFound when no font can be read, with kCancelled when
// `proceed` said so.
interview::Result<std::string> BoardPng(const interview::Board& board, const BoardStyle& style,
                                        const PngOptions& options);

}  // namespace app
