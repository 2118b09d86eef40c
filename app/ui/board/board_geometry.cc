// Rectangles and outlines of the whiteboard.
#include "app/ui/board/board_geometry.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace app {

using interview::BoardNode;
using interview::BoardShape;

BoardRect RectFromCorners(BoardPoint a, BoardPoint b) {
  const double x = std::min(a.x, b.x);
  const double y = std::min(a.y, b.y);
  return {x, y, std::max(a.x, b.x) - x, std::max(a.y, b.y) - y};
}

BoardRect Union(const BoardRect& a, const BoardRect& b) {
  if (a.w == 0 && a.h == 0) return b;
  if (b.w == 0 && b.h == 0) return a;
  return RectFromCorners({std::min(a.x, b.x), std::min(a.y, b.y)},
                         {std::max(a.right(), b.right()), std::max(a.bottom(), b.bottom())});
}

BoardRect RectOf(const BoardNode& node) { return {node.x, node.y, node.w, node.h}; }

BoardRect RectOf(const interview::BoardStroke& stroke) {
  if (stroke.points.empty()) return {};
  BoardPoint low = stroke.points.front();
  BoardPoint high = low;
  for (const BoardPoint& p : stroke.points) {
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
  }
  return RectFromCorners(low, high).Grown(stroke.width / 2);
}

std::optional<BoardRect> ContentRect(const interview::Board& board) {
  BoardRect all;
  for (const BoardNode& node : board.nodes) {
    if (node.placed()) all = Union(all, RectOf(node));
  }
  for (const interview::BoardStroke& stroke : board.strokes) all = Union(all, RectOf(stroke));
  if (all.w == 0 && all.h == 0) return std::nullopt;
  return all;
}

BoardPoint DefaultSize(BoardShape shape) {
  switch (shape) {
    case BoardShape::kComponent:
    case BoardShape::kRectangle:
    case BoardShape::kEllipse:
      return {144, 56};
    case BoardShape::kDiamond:
      return {144, 88};
    case BoardShape::kCylinder:
      return {144, 72};
    case BoardShape::kNote:
      return {152, 104};
    case BoardShape::kText:
      return {152, 32};
    case BoardShape::kFrame:
      return {320, 200};
  }
  return {144, 56};
}

double Quarter(double value) {
  if (!std::isfinite(value)) return 0;
  return std::clamp(std::round(value * 4) / 4, -kLargestPlace, kLargestPlace);
}

std::vector<std::size_t> NodesInDrawOrder(const interview::Board& board) {
  std::unordered_map<std::string_view, std::size_t> frames;
  for (std::size_t i = 0; i < board.nodes.size(); ++i) {
    if (board.nodes[i].shape == BoardShape::kFrame) frames.emplace(board.nodes[i].id, i);
  }
  std::vector<std::pair<std::size_t, std::size_t>> order;  // depth, index
  for (std::size_t i = 0; i < board.nodes.size(); ++i) {
    std::size_t depth = board.nodes.size();
    if (board.nodes[i].shape == BoardShape::kFrame) {
      depth = 0;
      auto outer = frames.find(board.nodes[i].frame);
      while (outer != frames.end() && ++depth < frames.size()) {
        outer = frames.find(board.nodes[outer->second].frame);
      }
    }
    order.emplace_back(depth, i);
  }
  std::sort(order.begin(), order.end());
  std::vector<std::size_t> nodes;
  for (const auto& [depth, index] : order) nodes.push_back(index);
  return nodes;
}

bool HitsShape(const BoardNode& node, BoardPoint p) {
  const BoardRect rect = RectOf(node);
  if (!rect.Contains(p)) return false;
  const BoardPoint c = rect.center();
  const double dx = std::abs(p.x - c.x) / (rect.w / 2);
  const double dy = std::abs(p.y - c.y) / (rect.h / 2);
  if (node.shape == BoardShape::kEllipse) return dx * dx + dy * dy <= 1;
  if (node.shape == BoardShape::kDiamond) return dx + dy <= 1;
  return true;
}

BoardPoint BorderPoint(const BoardNode& node, BoardPoint p) {
  const BoardPoint c = RectOf(node).center();
  const double dx = p.x - c.x;
  const double dy = p.y - c.y;
  if ((dx == 0 && dy == 0) || !node.placed()) return c;
  const double sx = std::abs(dx) / (node.w / 2);
  const double sy = std::abs(dy) / (node.h / 2);
  double reach = std::max(sx, sy);  // how often the way to the border fits into the way to p
  if (node.shape == BoardShape::kEllipse) reach = std::hypot(sx, sy);
  if (node.shape == BoardShape::kDiamond) reach = sx + sy;
  return {c.x + dx / reach, c.y + dy / reach};
}

double DistanceToSegment(BoardPoint p, BoardPoint a, BoardPoint b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double length = dx * dx + dy * dy;
  const double t =
      length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0;
  return std::hypot(a.x + t * dx - p.x, a.y + t * dy - p.y);
}

double DistanceToLine(BoardPoint p, std::span<const BoardPoint> line) {
  if (line.empty()) return kLargestPlace;
  double nearest = DistanceToSegment(p, line[0], line[0]);
  for (std::size_t i = 1; i < line.size(); ++i) {
    nearest = std::min(nearest, DistanceToSegment(p, line[i - 1], line[i]));
  }
  return nearest;
}

}  // namespace app
