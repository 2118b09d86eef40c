// Pixels of a picture: areas and lines with smooth edges, drawn one over the other.
// Any thread; one thread at a time. Coordinates are pixels; a pixel covers [x, x + 1).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/ui/board/board_picture.h"

namespace app {

class Raster {
 public:
  Raster(int width, int height, Rgba background);

  int width() const { return width_; }
  int height() const { return height_; }
  const std::vector<std::uint8_t>& rgb() const { return rgb_; }  // three bytes a pixel, by rows

  using Outline = std::vector<BoardPoint>;
  // Areas share one coverage: overlaps are not drawn twice, and an outline that runs the other way
  // round cuts a hole.
  void Fill(std::span<const Outline> outlines, Rgba color);
  // Round joins and ends. `dash` and `gap` of 0: a solid line.
  void Line(std::span<const BoardPoint> points, bool closed, double width, Rgba color,
            double dash = 0, double gap = 0);

 private:
  void FillBand(std::span<const Outline> outlines, Rgba color, int left, int right, int top,
                int bottom);
  void AddSide(BoardPoint a, BoardPoint b, int left, int right, int top, int bottom);
  void Blend(Rgba color, int left, int right, int top, int bottom);

  int width_;
  int height_;
  std::vector<std::uint8_t> rgb_;
  std::vector<float> cover_;  // of a band: how much of each pixel's row turns inside here
};

}  // namespace app
