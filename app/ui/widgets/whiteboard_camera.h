// Which part of a whiteboard the view shows, and how large. Any thread; plain values.
// Invariant: 25 % to 400 %.
#pragma once

#include <algorithm>
#include <cmath>

#include "app/ui/board/board_geometry.h"
#include "app/ui/imgui_compat.h"

namespace app {

struct BoardCamera {
  static constexpr double kMinZoom = 0.25;
  static constexpr double kMaxZoom = 4;

  BoardPoint at;    // the board's point in the upper left corner of the view
  double zoom = 1;  // logical pixels for a board unit
  ImVec2 origin{};  // the view's upper left corner on the screen
  ImVec2 size{};    // of the view

  ImVec2 ToScreen(BoardPoint p) const {
    return ImVec2(origin.x + static_cast<float>((p.x - at.x) * zoom),
                  origin.y + static_cast<float>((p.y - at.y) * zoom));
  }
  BoardPoint ToBoard(ImVec2 p) const {
    return {at.x + static_cast<double>(p.x - origin.x) / zoom,
            at.y + static_cast<double>(p.y - origin.y) / zoom};
  }
  float Scaled(double length) const { return static_cast<float>(length * zoom); }
  BoardRect View() const {
    return {at.x, at.y, static_cast<double>(size.x) / zoom, static_cast<double>(size.y) / zoom};
  }

  void Pan(ImVec2 pixels) {
    at.x -= static_cast<double>(pixels.x) / zoom;
    at.y -= static_cast<double>(pixels.y) / zoom;
  }
  // What lies under the pixel stays there.
  void ZoomAt(ImVec2 pixel, double wanted) {
    const BoardPoint fixed = ToBoard(pixel);
    zoom = std::clamp(wanted, kMinZoom, kMaxZoom);
    at = {fixed.x - static_cast<double>(pixel.x - origin.x) / zoom,
          fixed.y - static_cast<double>(pixel.y - origin.y) / zoom};
  }
  void ZoomAtCenter(double wanted) {
    ZoomAt(ImVec2(origin.x + size.x / 2, origin.y + size.y / 2), wanted);
  }
  void CenterOn(BoardPoint p) {
    const BoardRect view = View();
    at = {p.x - view.w / 2, p.y - view.h / 2};
  }
  // All of `rect`, as large as fits but not above 100 %.
  void Fit(const BoardRect& rect, double margin) {
    const double across = static_cast<double>(size.x) - 2 * margin;
    const double down = static_cast<double>(size.y) - 2 * margin;
    const double fitting = std::min(across / std::max(rect.w, 1.0), down / std::max(rect.h, 1.0));
    zoom = std::clamp(fitting, kMinZoom, 1.0);
    CenterOn(rect.center());
  }
  // Moves no farther than it takes to see `rect` with `margin` pixels around it.
  void Reveal(const BoardRect& rect, double margin) {
    const BoardRect wanted = rect.Grown(margin / zoom);
    const BoardRect view = View();
    if (wanted.right() > view.right()) at.x += wanted.right() - view.right();
    if (wanted.bottom() > view.bottom()) at.y += wanted.bottom() - view.bottom();
    at.x = std::min(at.x, wanted.x);
    at.y = std::min(at.y, wanted.y);
  }
};

}  // namespace app
