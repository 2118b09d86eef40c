// Cells of 256 units; a rectangle is listed in each cell that it touches.
#include "app/ui/board/rect_grid.h"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr double kCell = 256;
constexpr std::int64_t kMostCells = 64;  // more than this: looked at each time instead

struct CellRange {
  std::int64_t left, top, right, bottom;
  std::int64_t count() const { return (right - left + 1) * (bottom - top + 1); }
};

CellRange CellsOf(const BoardRect& rect) {
  const auto cell = [](double v) { return static_cast<std::int64_t>(std::floor(v / kCell)); };
  return {cell(rect.x), cell(rect.y), cell(rect.right()), cell(rect.bottom())};
}

std::uint64_t Key(std::int64_t x, std::int64_t y) {
  return (static_cast<std::uint64_t>(x) << 32) ^ (static_cast<std::uint64_t>(y) & 0xffffffffU);
}

bool Touches(const BoardRect& a, const BoardRect& b) {
  return a.x <= b.right() && b.x <= a.right() && a.y <= b.bottom() && b.y <= a.bottom();
}

}  // namespace

void RectGrid::Build(std::vector<BoardRect> rects) {
  rects_ = std::move(rects);
  cells_.clear();
  large_.clear();
  for (std::size_t i = 0; i < rects_.size(); ++i) {
    const CellRange cells = CellsOf(rects_[i]);
    if (cells.count() > kMostCells) {
      large_.push_back(i);
      continue;
    }
    for (std::int64_t y = cells.top; y <= cells.bottom; ++y) {
      for (std::int64_t x = cells.left; x <= cells.right; ++x) cells_[Key(x, y)].push_back(i);
    }
  }
}

std::vector<std::size_t> RectGrid::Find(const BoardRect& area) const {
  std::vector<std::size_t> found;
  const auto add = [&](const std::vector<std::size_t>& candidates) {
    for (const std::size_t i : candidates) {
      if (Touches(rects_[i], area)) found.push_back(i);
    }
  };
  const CellRange cells = CellsOf(area);
  if (cells.count() > static_cast<std::int64_t>(cells_.size())) {
    for (std::size_t i = 0; i < rects_.size(); ++i) {
      if (Touches(rects_[i], area)) found.push_back(i);
    }
    return found;
  }
  for (std::int64_t y = cells.top; y <= cells.bottom; ++y) {
    for (std::int64_t x = cells.left; x <= cells.right; ++x) {
      const auto cell = cells_.find(Key(x, y));
      if (cell != cells_.end()) add(cell->second);
    }
  }
  add(large_);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace app
