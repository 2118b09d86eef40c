// Rectangles and outlines of the whiteboard in board units: what the canvas, the routes, the layout
// and the exported pictures agree on. Any thread; plain values.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "interview/model/board.h"

namespace app {

using interview::BoardPoint;

struct BoardRect {
  double x = 0;
  double y = 0;
  double w = 0;
  double h = 0;
  double right() const { return x + w; }
  double bottom() const { return y + h; }
  BoardPoint center() const { return {x + w / 2, y + h / 2}; }
  bool Contains(BoardPoint p) const {
    return p.x >= x && p.x <= right() && p.y >= y && p.y <= bottom();
  }
  bool Contains(const BoardRect& r) const {
    return r.x >= x && r.y >= y && r.right() <= right() && r.bottom() <= bottom();
  }
  // Touching borders do not overlap.
  bool Overlaps(const BoardRect& r) const {
    return r.x < right() && x < r.right() && r.y < bottom() && y < r.bottom();
  }
  BoardRect Grown(double by) const { return {x - by, y - by, w + 2 * by, h + 2 * by}; }
  bool operator==(const BoardRect&) const = default;
};

inline constexpr double kBoardGrid = 8;       // what positions snap to
inline constexpr double kCornerRadius = 8;    // of components, rectangles and frames
inline constexpr double kCylinderLid = 7;     // half the height of a cylinder's lid
inline constexpr double kFrameTitle = 28;     // height of the strip that holds a frame's label
inline constexpr double kLabelPadding = 8;    // between an outline and its label
inline constexpr double kSmallestNode = 24;   // no node is made narrower or lower
inline constexpr double kLargestPlace = 1e6;  // no coordinate is farther from the origin
inline constexpr double kArrowLength = 10;

// The smallest rectangle around both corners, whichever they are.
BoardRect RectFromCorners(BoardPoint a, BoardPoint b);
// The smallest rectangle around both; an empty rectangle (w and h 0) adds nothing.
BoardRect Union(const BoardRect& a, const BoardRect& b);
BoardRect RectOf(const interview::BoardNode& node);
// Around all points, with the width of the line.
BoardRect RectOf(const interview::BoardStroke& stroke);
// Around all placed nodes and all strokes; nullopt when there are none.
std::optional<BoardRect> ContentRect(const interview::Board& board);

// w and h of a new node of this shape.
BoardPoint DefaultSize(interview::BoardShape shape);
// Positions are kept to a quarter of a unit, so that sums of moves do not drift.
double Quarter(double value);

// Indices of all nodes, lowest first: outer frames, inner frames, the others in their order. Edges
// are drawn above the frames and below the others, strokes above all.
std::vector<std::size_t> NodesInDrawOrder(const interview::Board& board);
// Is `p` within the drawn shape: an ellipse and a diamond do not fill their rectangle.
bool HitsShape(const interview::BoardNode& node, BoardPoint p);
// Where the line from the centre of the node towards `p` leaves its drawn shape.
BoardPoint BorderPoint(const interview::BoardNode& node, BoardPoint p);
double DistanceToSegment(BoardPoint p, BoardPoint a, BoardPoint b);
double DistanceToLine(BoardPoint p, std::span<const BoardPoint> line);

}  // namespace app
