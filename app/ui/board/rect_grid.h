// Finds the rectangles near a place quickly: a uniform grid over many rectangles.
// Any thread once built. Indices are those of the vector given to Build.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "app/ui/board/board_geometry.h"

namespace app {

class RectGrid {
 public:
  void Build(std::vector<BoardRect> rects);
  // Ascending indices of the rectangles that touch `area`.
  std::vector<std::size_t> Find(const BoardRect& area) const;
  const std::vector<BoardRect>& rects() const { return rects_; }

 private:
  std::vector<BoardRect> rects_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> cells_;
  std::vector<std::size_t> large_;  // cover so many cells that they are looked at each time
};

}  // namespace app
