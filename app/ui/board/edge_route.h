// Connectors of the whiteboard: right-angled lines that stay attached to their nodes.
// UI thread only (RouteEdge: any thread). A route starts on the border of `from` and ends on the
// border of `to`; consecutive points differ in one coordinate only.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/ui/board/board_geometry.h"
#include "app/ui/board/rect_grid.h"

namespace app {

struct EdgeRoute {
  std::vector<BoardPoint> points;  // at least two; empty when an end is missing
  BoardPoint label;                // the centre of the label
  interview::BoardSide from_side = interview::BoardSide::kRight;
  interview::BoardSide to_side = interview::BoardSide::kLeft;
  bool operator==(const EdgeRoute&) const = default;
};

struct RouteRequest {
  BoardRect from;
  BoardRect to;
  bool self_loop = false;
  interview::BoardSide from_side = interview::BoardSide::kAuto;
  interview::BoardSide to_side = interview::BoardSide::kAuto;
  // Parallel edges and edges at one side lie this far from the middle of the side.
  double from_shift = 0;
  double to_shift = 0;
  double shift = 0;  // of the middle segment
  bool operator==(const RouteRequest&) const = default;
};

// Avoids both ends, and `obstacles` where a way with few bends does.
EdgeRoute RouteEdge(const RouteRequest& request, std::span<const BoardRect> obstacles = {});
// Where the pen is while a new edge is drawn from a node to a free place.
EdgeRoute RouteToPoint(const BoardRect& from, interview::BoardSide side, BoardPoint to);

// All routes of a board, computed when an end or a nearby node moved.
class EdgeRoutes {
 public:
  // `version`: of the document; the same version again costs nothing.
  void Update(const interview::Board& board, std::uint64_t version);
  // By the index of the edge in the board of the last Update.
  const EdgeRoute& route(std::size_t edge) const { return *routes_[edge]; }
  std::size_t size() const { return routes_.size(); }
  // The edge nearest to `p` within `tolerance`; its label counts as far as `label_half` says.
  std::optional<std::size_t> EdgeAt(BoardPoint p, double tolerance) const;
  // Edges whose line touches the rectangle, ascending.
  std::vector<std::size_t> Within(const BoardRect& area) const;
  std::size_t computed() const { return computed_; }  // routes computed so far, for tests

 private:
  struct Cached {
    RouteRequest request;
    std::vector<BoardRect> obstacles;
    EdgeRoute route;
    std::uint64_t used = 0;
  };
  std::unordered_map<std::string, Cached> cache_;  // by edge id
  std::vector<const EdgeRoute*> routes_;
  RectGrid grid_;  // around each route
  std::optional<std::uint64_t> version_;
  std::uint64_t round_ = 0;
  std::size_t computed_ = 0;
};

}  // namespace app
