// Finds places: tidy-up in layers along the arrows, and snapping while something is dragged.
// Any thread; pure functions, the same result for the same board.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/ui/board/board_geometry.h"
#include "app/ui/board/rect_grid.h"

namespace app {

enum class FlowDirection { kRight, kDown };

struct LayoutSpacing {
  double layer = 88;   // between the layers: room for the labels of edges
  double node = 32;    // between nodes of one layer
  double island = 56;  // between parts of the board without a connection
};

// Places `nodes` (ids; all when empty), gives a size to those without one, and lets frames enclose
// their contents. The top left corner of what is laid out stays where it was. Strokes do not move.
void TidyUp(interview::Board* board, FlowDirection direction = FlowDirection::kRight,
            std::span<const std::string> nodes = {}, const LayoutSpacing& spacing = {});

struct SnapGuide {
  bool vertical = false;
  double at = 0;  // x of a vertical guide, y of a horizontal one
  double from = 0;
  double to = 0;
  bool operator==(const SnapGuide&) const = default;
};

struct SnapResult {
  double dx = 0;  // add to the rectangle's place
  double dy = 0;
  std::vector<SnapGuide> guides;
};

// Aligns the edges and the centre of `rect` with those of the nearby `others` (indices of `skip`
// left out, ascending), else to the grid. `reach`: how far it pulls, in board units.
SnapResult Snap(const BoardRect& rect, const RectGrid& others, std::span<const std::size_t> skip,
                double reach, double grid = kBoardGrid);

}  // namespace app
