// Which pixels differ between two pictures, found in their draw lists: what has to be painted
// again.
//
// Theory of operation. A picture is a sequence of draw lists (one for each ImGui window), each a
// sequence of triangles, painted in order. Both levels are aligned by a shortest edit script: a
// list by its window's name, a triangle by all that it is made of. Triangles that are in both
// pictures, in the same order, leave the same pixels wherever no other triangle was taken away or
// added; so the boxes around those others are all that can differ. Where a list changed too much
// for a short script, the box around everything between its first and last difference takes the
// place of exactness.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <vector>

namespace app {

// Pixels of the framebuffer from the top left corner; `right` and `bottom` are outside.
struct PixelRect {
  int left = 0, top = 0, right = 0, bottom = 0;
  bool empty() const { return left >= right || top >= bottom; }
  std::int64_t area() const {
    return empty() ? 0 : std::int64_t{right - left} * std::int64_t{bottom - top};
  }
  bool operator==(const PixelRect&) const = default;
};

PixelRect Intersection(const PixelRect& a, const PixelRect& b);
// The smallest rectangle around both; an empty one counts for nothing.
PixelRect Hull(const PixelRect& a, const PixelRect& b);

// The pixels that the OpenGL renderer of ImGui lets a command with this clip rectangle (logical
// units) paint.
PixelRect ClippedPixels(const ImVec4& clip, const ImDrawData& data);

class PictureDiff {
 public:
  static constexpr std::size_t kMostRectangles = 6;

  // The rectangles, at most kMostRectangles, outside of which the picture is the one given last.
  // All of the frame where there was none before, or one of another size.
  std::vector<PixelRect> Update(const ImDrawData& data);
  // The next picture differs everywhere.
  void Forget();

 private:
  struct Shape {
    std::uint64_t hash = 0;  // of corners, colours, texture and clip rectangle
    PixelRect box;           // the pixels that it may touch; never empty
  };
  struct List {
    std::uint64_t owner = 0;  // hash of the window's name
    std::vector<Shape> shapes;
  };

  static List Flatten(const ImDrawList& list, const ImDrawData& data);
  static void Compare(const List& before, const List& now, std::vector<PixelRect>* changed);

  std::vector<List> shown_;
  PixelRect frame_;
};

}  // namespace app
