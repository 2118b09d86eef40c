// All routes of a board: first each for itself, then those at one side of a node are spread.
#include <algorithm>
#include <cmath>

#include "app/ui/board/edge_route.h"

namespace app {
namespace {

using interview::Board;
using interview::BoardEdge;
using interview::BoardNode;
using interview::BoardShape;
using interview::BoardSide;

constexpr double kSpread = 16;  // between the ends of edges at one side
constexpr double kNearby = 48;  // obstacles are looked for this far around both ends
constexpr std::size_t kMostObstacles = 16;
constexpr std::size_t kMostAreas = 48;  // changed at once; more: every edge is looked at

bool IsHorizontal(BoardSide side) { return side == BoardSide::kLeft || side == BoardSide::kRight; }

BoardRect Moved(const BoardRect& rect, BoardPoint by) {
  return {rect.x + by.x, rect.y + by.y, rect.w, rect.h};
}

RouteRequest Moved(RouteRequest request, BoardPoint by) {
  request.from = Moved(request.from, by);
  request.to = Moved(request.to, by);
  return request;
}

void Move(EdgeRoute* route, BoardPoint by) {
  for (BoardPoint& p : route->points) p = {p.x + by.x, p.y + by.y};
  route->label = {route->label.x + by.x, route->label.y + by.y};
}

bool AreMoved(const std::vector<BoardRect>& before, const std::vector<BoardRect>& now,
              BoardPoint by) {
  return std::equal(before.begin(), before.end(), now.begin(), now.end(),
                    [&](const BoardRect& a, const BoardRect& b) { return Moved(a, by) == b; });
}

}  // namespace

// Where nodes are, or were, that came, went or moved since the last time.
std::vector<BoardRect> EdgeRoutes::ChangedAreas(const Board& board) {
  std::vector<BoardRect> changed;
  std::unordered_map<std::string, BoardRect> now;
  now.reserve(board.nodes.size());
  for (std::size_t i = 0; i < board.nodes.size(); ++i) {
    const BoardNode& node = board.nodes[i];
    now.emplace(node.id, rects_[i]);
    const auto before = known_.find(node.id);
    if (before != known_.end() && before->second == rects_[i]) continue;
    changed.push_back(rects_[i]);
    if (before != known_.end()) changed.push_back(before->second);
  }
  for (const auto& [id, rect] : known_) {
    if (!now.contains(id)) changed.push_back(rect);
  }
  known_ = std::move(now);
  return changed;
}

void EdgeRoutes::Refresh(const BoardEdge& edge, Ends ends, const std::vector<BoardNode>& nodes,
                         const std::vector<BoardRect>& changed, Cached* cached) {
  RouteRequest wish;
  wish.from = rects_[ends.from];
  wish.to = rects_[ends.to];
  wish.from_shape = nodes[ends.from].shape;
  wish.to_shape = nodes[ends.to].shape;
  wish.self_loop = ends.from == ends.to;
  wish.from_side = edge.from_side;
  wish.to_side = edge.to_side;
  const bool first = cached->straight.points.empty();
  const BoardRect area = Union(wish.from, wish.to).Grown(kNearby);
  const bool same = !first && wish == cached->wish;
  const bool touched = changed.size() > kMostAreas ||
                       std::any_of(changed.begin(), changed.end(),
                                   [&](const BoardRect& rect) { return rect.Overlaps(area); });
  if (same && !touched) return;
  std::vector<BoardRect> obstacles;
  if (!wish.self_loop) {
    for (const std::size_t i : solid_.Find(area)) {
      const std::size_t node = solid_nodes_[i];
      if (node == ends.from || node == ends.to) continue;
      if (obstacles.size() < kMostObstacles) obstacles.push_back(rects_[node]);
    }
  }
  // Both ends and all that is around them moved together: so does the route. Places are quarters,
  // which sums keep exact, so that this is the route that would be found again.
  const BoardPoint by{wish.from.x - cached->wish.from.x, wish.from.y - cached->wish.from.y};
  if (!first && Moved(cached->wish, by) == wish && AreMoved(cached->obstacles, obstacles, by)) {
    cached->wish = wish;
    cached->request = Moved(cached->request, by);
    cached->obstacles = std::move(obstacles);
    Move(&cached->straight, by);
    Move(&cached->route, by);
    return;
  }
  cached->wish = wish;
  cached->obstacles = std::move(obstacles);
  cached->straight = RouteEdge(wish, cached->obstacles);
  cached->request = wish;
  cached->route = cached->straight;
  ++computed_;
}

// Ends at one side stand beside each other, in the order of where they go.
void EdgeRoutes::SpreadEnds(const Board& board, const Indices& indices) {
  struct End {
    double towards;
    std::size_t edge;
    bool is_from;
  };
  std::vector<std::vector<End>> sides(board.nodes.size() * 5);
  std::vector<Cached*> cached(board.edges.size(), nullptr);
  std::vector<RouteRequest> requests(board.edges.size());
  for (std::size_t i = 0; i < board.edges.size(); ++i) {
    const BoardEdge& edge = board.edges[i];
    const auto from = indices.find(edge.from);
    const auto to = indices.find(edge.to);
    if (from == indices.end() || to == indices.end()) continue;
    cached[i] = &cache_.at(edge.id);
    requests[i] = cached[i]->wish;
    const BoardSide from_side = cached[i]->straight.from_side;
    const BoardSide to_side = cached[i]->straight.to_side;
    const auto along = [](const BoardRect& rect, BoardSide side) {
      return IsHorizontal(side) ? rect.center().y : rect.center().x;
    };
    if (from->second == to->second) {
      sides[from->second * 5].push_back({0, i, true});  // loops have a list of their own
      continue;
    }
    sides[from->second * 5 + static_cast<std::size_t>(from_side)].push_back(
        {along(requests[i].to, from_side), i, true});
    sides[to->second * 5 + static_cast<std::size_t>(to_side)].push_back(
        {along(requests[i].from, to_side), i, false});
  }
  for (std::size_t k = 0; k < sides.size(); ++k) {
    std::vector<End>& ends = sides[k];
    if (ends.size() < 2) continue;
    std::stable_sort(ends.begin(), ends.end(),
                     [](const End& a, const End& b) { return a.towards < b.towards; });
    const BoardRect& rect = rects_[k / 5];
    const auto side = static_cast<BoardSide>(k % 5);
    const double length = IsHorizontal(side) ? rect.h : rect.w;
    const auto count = static_cast<double>(ends.size());
    const double step = side == BoardSide::kAuto ? kSpread / 2 : std::min(kSpread, length / count);
    for (std::size_t i = 0; i < ends.size(); ++i) {
      const double place = static_cast<double>(i);
      const double shift =
          side == BoardSide::kAuto ? place * step : (place - (count - 1) / 2) * step;
      (ends[i].is_from ? requests[ends[i].edge].from_shift : requests[ends[i].edge].to_shift) =
          shift;
    }
  }
  for (std::size_t i = 0; i < requests.size(); ++i) {
    if (cached[i] == nullptr) continue;
    Cached& c = *cached[i];
    if (requests[i] != c.wish) {  // the sides stay as they were chosen before
      requests[i].from_side = c.straight.from_side;
      requests[i].to_side = c.straight.to_side;
    }
    if (requests[i] == c.request) continue;
    c.request = requests[i];
    c.route = requests[i] == c.wish ? c.straight : RouteEdge(requests[i], c.obstacles);
    ++computed_;
  }
}

void EdgeRoutes::Update(const Board& board, std::uint64_t version) {
  if (version_ == version) return;
  version_ = version;
  ++round_;
  Indices indices;
  indices.reserve(board.nodes.size());
  rects_.clear();
  solid_nodes_.clear();
  std::vector<BoardRect> solid;
  for (std::size_t i = 0; i < board.nodes.size(); ++i) {
    indices.emplace(board.nodes[i].id, i);
    rects_.push_back(RectOf(board.nodes[i]));
    if (board.nodes[i].shape == BoardShape::kFrame) continue;
    solid_nodes_.push_back(i);
    solid.push_back(rects_.back());
  }
  solid_.Build(std::move(solid));
  const std::vector<BoardRect> changed = ChangedAreas(board);
  for (const BoardEdge& edge : board.edges) {
    const auto from = indices.find(edge.from);
    const auto to = indices.find(edge.to);
    Cached& cached = cache_[edge.id];
    cached.used = round_;
    if (from == indices.end() || to == indices.end()) {
      cached = {};
      cached.used = round_;
      continue;
    }
    Refresh(edge, {from->second, to->second}, board.nodes, changed, &cached);
  }
  SpreadEnds(board, indices);
  std::erase_if(cache_, [&](const auto& entry) { return entry.second.used != round_; });
  routes_.clear();
  for (const BoardEdge& edge : board.edges) routes_.push_back(&cache_.at(edge.id).route);
  grid_valid_ = false;
}

const RectGrid& EdgeRoutes::Grid() const {
  if (grid_valid_) return grid_;
  std::vector<BoardRect> rects;
  for (const EdgeRoute* route : routes_) {
    if (route->points.empty()) {
      rects.push_back({kLargestPlace * 2, kLargestPlace * 2, 0, 0});
      continue;
    }
    BoardPoint low = route->points[0];
    BoardPoint high = low;
    for (const BoardPoint& p : route->points) {
      low = {std::min(low.x, p.x), std::min(low.y, p.y)};
      high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    rects.push_back(RectFromCorners(low, high));
  }
  grid_.Build(std::move(rects));
  grid_valid_ = true;
  return grid_;
}

std::optional<std::size_t> EdgeRoutes::EdgeAt(BoardPoint p, double tolerance) const {
  std::optional<std::size_t> nearest;
  double best = tolerance;
  for (const std::size_t i : Grid().Find(BoardRect{p.x, p.y, 0, 0}.Grown(tolerance))) {
    const double distance =
        std::min(DistanceToLine(p, routes_[i]->points),
                 std::hypot(p.x - routes_[i]->label.x, p.y - routes_[i]->label.y));
    if (distance > best) continue;
    best = distance;
    nearest = i;
  }
  return nearest;
}

std::vector<std::size_t> EdgeRoutes::Within(const BoardRect& area) const {
  return Grid().Find(area);
}

}  // namespace app
