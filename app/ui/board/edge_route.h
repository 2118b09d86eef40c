// Connectors of the whiteboard: right-angled lines that stay attached to their nodes.
// UI thread only (RouteEdge, RouteToPoint: any thread). A route starts on the drawn border of
// `from` and ends on that of `to`; consecutive points differ in one coordinate only.
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
  interview::BoardShape from_shape = interview::BoardShape::kRectangle;
  interview::BoardShape to_shape = interview::BoardShape::kRectangle;
  bool self_loop = false;
  interview::BoardSide from_side = interview::BoardSide::kAuto;
  interview::BoardSide to_side = interview::BoardSide::kAuto;
  // How far from the middle of its side each end lies: edges at one side stand beside each other.
  double from_shift = 0;
  double to_shift = 0;
  bool operator==(const RouteRequest&) const = default;
};

// Avoids both ends, and `obstacles` where a way with few bends does.
EdgeRoute RouteEdge(const RouteRequest& request, std::span<const BoardRect> obstacles = {});
// While a new edge is drawn from a node to a free place.
EdgeRoute RouteToPoint(const BoardRect& from, interview::BoardSide side, BoardPoint to);

// All routes of a board, computed again only where an end or a node nearby moved.
class EdgeRoutes {
 public:
  // `version`: of the document; the same version again costs nothing.
  void Update(const interview::Board& board, std::uint64_t version);
  // By the index of the edge in the board of the last Update; valid until the next one.
  const EdgeRoute& route(std::size_t edge) const { return *routes_[edge]; }
  std::size_t size() const { return routes_.size(); }
  // The edge nearest to `p` within `tolerance` of its line or of the centre of its label.
  std::optional<std::size_t> EdgeAt(BoardPoint p, double tolerance) const;
  // Edges whose surrounding rectangle touches `area`, ascending.
  std::vector<std::size_t> Within(const BoardRect& area) const;
  std::size_t computed() const { return computed_; }  // routes computed so far

 private:
  struct Cached {
    RouteRequest wish;  // without shifts, sides as the edge has them
    RouteRequest request;
    std::vector<BoardRect> obstacles;
    EdgeRoute straight;  // for `wish`
    EdgeRoute route;
    std::uint64_t used = 0;
  };
  struct Ends {
    std::size_t from, to;
  };
  using Indices = std::unordered_map<std::string_view, std::size_t>;

  std::vector<BoardRect> ChangedAreas(const interview::Board& board);
  void Refresh(const interview::BoardEdge& edge, Ends ends,
               const std::vector<interview::BoardNode>& nodes,
               const std::vector<BoardRect>& changed, Cached* cached);
  void SpreadEnds(const interview::Board& board, const Indices& indices);
  const RectGrid& Grid() const;

  std::unordered_map<std::string, Cached> cache_;  // by edge id
  std::vector<const EdgeRoute*> routes_;
  std::unordered_map<std::string, BoardRect> known_;  // nodes at the last Update
  std::vector<BoardRect> rects_;                      // of the nodes now
  RectGrid solid_;                                    // nodes that routes go around
  std::vector<std::size_t> solid_nodes_;              // their indices
  mutable RectGrid grid_;                             // around each route
  mutable bool grid_valid_ = false;
  std::optional<std::uint64_t> version_;
  std::uint64_t round_ = 0;
  std::size_t computed_ = 0;
};

}  // namespace app
