// Near the edge of its view the whiteboard scrolls under what is dragged: after a moment, and the
// faster the farther out.
#include <algorithm>

#include "app/ui/widgets/whiteboard_canvas_frame.h"

namespace app {
namespace {

constexpr float kEdgeZone = 32;                               // pixels
constexpr double kEdgeDelay = 0.15;                           // seconds
constexpr float kSlowestScroll = 120, kFastestScroll = 1400;  // pixels a second
constexpr float kLongestStep = 0.05f;                         // seconds: a slow frame is no jump

// How fast the view should follow a pointer `depth` pixels within the zone, or beyond it.
float ScrollSpeed(float depth) {
  if (depth <= 0) return 0;
  return kSlowestScroll +
         (kFastestScroll - kSlowestScroll) * std::min(depth / (2 * kEdgeZone), 1.0f);
}

}  // namespace

// Only towards an edge that the pointer was brought nearer to: what is taken hold of near an edge
// does not run away.
void CanvasFrame::ScrollAtEdge() {
  const bool carried = !state_.carried_part.empty();
  const auto towards = [&](float at, float start, float low, float high) {
    const float before = low + kEdgeZone - at, after = at - (high - kEdgeZone);
    if (before > 0 && (carried || at < start)) return ScrollSpeed(before);
    if (after > 0 && (carried || at > start)) return -ScrollSpeed(after);
    return 0.0f;
  };
  const ImVec2 end(camera_.origin.x + camera_.size.x, camera_.origin.y + camera_.size.y);
  const ImVec2 speed(towards(pixel_.x, gesture_.pressed_at.x, camera_.origin.x, end.x),
                     towards(pixel_.y, gesture_.pressed_at.y, camera_.origin.y, end.y));
  if (speed.x == 0 && speed.y == 0) {
    gesture_.at_edge_since.reset();
    return;
  }
  if (!gesture_.at_edge_since) gesture_.at_edge_since = context_.now;
  const double rest = kEdgeDelay - (context_.now - *gesture_.at_edge_since);
  context_.WakeIn(std::max(rest, 0.0));
  if (rest > 0) return;
  const float step = std::min(ImGui::GetIO().DeltaTime, kLongestStep);
  camera_.Pan(ImVec2(speed.x * step, speed.y * step));
  pointer_ = camera_.ToBoard(pixel_);
}

}  // namespace app
