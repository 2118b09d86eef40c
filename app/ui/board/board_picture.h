// What a whiteboard looks like, as a list of simple shapes: the one description that the SVG and
// PNG files are written from. Any thread; plain values.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/board/board_geometry.h"
#include "app/ui/board/label_text.h"

namespace app {

using Rgba = std::uint32_t;  // 0xRRGGBBAA

// From the theme. A colour of kBoardColors has a fill and a line.
struct BoardColors {
  Rgba background = 0xffffffff;
  Rgba node = 0xffffffff;
  Rgba border = 0x8a8f98ff;
  Rgba text = 0x1f2328ff;
  Rgba muted = 0x57606aff;
  Rgba edge = 0x57606aff;
  Rgba note = 0xfff3b0ff;
  Rgba note_text = 0x3d3200ff;
  Rgba frame = 0xf3f4f6ff;
  std::array<Rgba, interview::kBoardColors.size()> fills = {};
  std::array<Rgba, interview::kBoardColors.size()> lines = {};
};

struct BoardStyle {
  BoardColors colors;
  MeasureText measure;  // empty: an estimate by the kinds of letters
  std::function<std::string(std::string_view type)> type_name;  // palette name; empty: the id
};

struct PictureItem {
  enum class Kind { kRect, kEllipse, kPath, kText };
  Kind kind = Kind::kRect;
  BoardRect rect;                  // kRect, kEllipse
  double radius = 0;               // kRect
  std::vector<BoardPoint> points;  // kPath: a line, or an area when closed
  bool closed = false;
  Rgba fill = 0;  // 0: none
  Rgba line = 0;
  double width = 0;
  bool dashed = false;
  std::string text;  // kText: one line of text
  BoardPoint at;     // its baseline, in the middle or at the left
  double em = 0;
  bool centered = true;
  bool bold = false;
};

struct BoardPicture {
  BoardRect rect;  // all that is drawn, with a margin
  std::vector<PictureItem> items;
};

// REQUIRES: all nodes are placed (BoardDocument and TidyUp see to it).
BoardPicture DrawBoardPicture(const interview::Board& board, const BoardStyle& style);

}  // namespace app
