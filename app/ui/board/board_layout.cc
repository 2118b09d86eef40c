// Tidy-up: the contents of each frame are laid out first, then the frame as one box beside others.
#include "app/ui/board/board_layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "app/ui/board/label_text.h"
#include "app/ui/board/layered_layout.h"

namespace app {
namespace {

using interview::Board;
using interview::BoardNode;
using interview::BoardShape;

constexpr double kFrameMargin = 24;  // around the contents of a frame
constexpr double kLabelRoom = 56;    // beside the label of an edge, for the line and its head
constexpr double kWidestLabel = 160;
constexpr double kWideness = 1.6;  // of the rows of islands: width to height
constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

BoardPoint Turned(BoardPoint p) { return {p.y, p.x}; }

class Tidying {
 public:
  Tidying(Board* board, FlowDirection direction, const LayoutSpacing& spacing)
      : board_(board), down_(direction == FlowDirection::kDown), spacing_(spacing) {
    for (std::size_t i = 0; i < board->nodes.size(); ++i) index_.emplace(board->nodes[i].id, i);
  }

  void Run(std::span<const std::string> ids) {
    Choose(ids);
    const std::optional<BoardPoint> corner = Corner();
    GiveSizes();
    FindOuters();
    LayOutInside(kNowhere);
    const BoardPoint found = Corner().value_or(BoardPoint{});
    const BoardPoint wanted = corner.value_or(BoardPoint{});
    for (const std::size_t i : chosen_) {
      node(i).x += wanted.x - found.x;
      node(i).y += wanted.y - found.y;
    }
  }

 private:
  BoardNode& node(std::size_t i) { return board_->nodes[i]; }
  bool is_chosen(std::size_t i) const { return in_[i]; }

  // What is named, and all that lies in the frames among it.
  void Choose(std::span<const std::string> ids) {
    in_.assign(board_->nodes.size(), ids.empty());
    for (const std::string& id : ids) {
      const auto found = index_.find(id);
      if (found != index_.end()) in_[found->second] = true;
    }
    for (bool grows = true; grows;) {
      grows = false;
      for (std::size_t i = 0; i < in_.size(); ++i) {
        const auto frame = index_.find(node(i).frame);
        if (in_[i] || frame == index_.end() || !in_[frame->second]) continue;
        in_[i] = true;
        grows = true;
      }
    }
    for (std::size_t i = 0; i < in_.size(); ++i) {
      if (in_[i]) chosen_.push_back(i);
    }
  }

  std::optional<BoardPoint> Corner() {
    BoardRect all;
    for (const std::size_t i : chosen_) {
      if (node(i).placed()) all = Union(all, RectOf(node(i)));
    }
    if (all.w == 0) return std::nullopt;
    return BoardPoint{all.x, all.y};
  }

  void GiveSizes() {
    for (const std::size_t i : chosen_) {
      if (node(i).placed()) continue;
      const BoardPoint size = FittingSize(node(i));
      node(i).w = size.x;
      node(i).h = size.y;
    }
  }

  // The nearest frame around each node that is laid out too. What lies within itself has none.
  void FindOuters() {
    outer_.assign(board_->nodes.size(), kNowhere);
    for (const std::size_t i : chosen_) {
      std::size_t at = i;
      std::size_t nearest = kNowhere;
      std::size_t steps = 0;
      while (steps <= index_.size()) {
        const auto frame = index_.find(node(at).frame);
        if (frame == index_.end() || node(frame->second).shape != BoardShape::kFrame) break;
        at = frame->second;
        if (nearest == kNowhere && in_[at]) nearest = at;
        ++steps;
      }
      if (steps <= index_.size()) outer_[i] = nearest;
    }
    for (const std::size_t i : chosen_) inner_[outer_[i]].push_back(i);
    // Each edge counts where the ways outwards from its ends meet.
    for (const interview::BoardEdge& edge : board_->edges) {
      const auto from = index_.find(edge.from);
      const auto to = index_.find(edge.to);
      if (from == index_.end() || to == index_.end()) continue;
      if (!in_[from->second] || !in_[to->second]) continue;
      const double size =
          kSmallEm * kLineHeight;  // of a line of text, which runs across a downward flow
      Lift(from->second, to->second,
           edge.label.empty() ? 0
           : down_            ? size
                              : EstimateTextWidth(edge.label, kSmallEm));
    }
  }

  // `label`: its width, for which the layers make room.
  void Lift(std::size_t from, std::size_t to, double label) {
    std::unordered_map<std::size_t, std::size_t> below;  // frame: what of `from` lies in it
    std::size_t at = from;
    while (true) {
      below.emplace(outer_[at], at);
      if (outer_[at] == kNowhere) break;
      at = outer_[at];
    }
    while (!below.contains(outer_[to])) to = outer_[to];
    const std::size_t start = below.at(outer_[to]);
    if (start == to) return;
    edges_[outer_[to]].emplace_back(start, to);
    double& widest = label_width_[outer_[to]];
    widest = std::max(widest, std::min(label, kWidestLabel));
  }

  // Places what lies in `frame`, the corner at 0, 0, and gives the frame its size.
  void LayOutInside(std::size_t frame) {
    const std::vector<std::size_t> items = inner_[frame];
    for (const std::size_t item : items) {
      if (!inner_[item].empty()) LayOutInside(item);
    }
    PlaceIslands(items, edges_[frame], std::max(spacing_.layer, label_width_[frame] + kLabelRoom));
    if (frame == kNowhere) return;
    BoardRect all;
    for (const std::size_t item : items) all = Union(all, RectOf(node(item)));
    const double title = EstimateTextWidth(node(frame).label, kSmallEm) + 2 * kFrameMargin;
    node(frame).x = 0;
    node(frame).y = 0;
    node(frame).w = std::max(all.w + 2 * kFrameMargin, title);
    node(frame).h = all.h + 2 * kFrameMargin + kFrameTitle;
    for (const std::size_t item : items) {
      Shift(item, kFrameMargin - all.x, kFrameMargin + kFrameTitle - all.y);
    }
  }

  // With all that lies within.
  void Shift(std::size_t item, double dx, double dy) {
    node(item).x += dx;
    node(item).y += dy;
    const auto inner = inner_.find(item);
    if (inner == inner_.end()) return;
    for (const std::size_t i : inner->second) Shift(i, dx, dy);
  }

  void PlaceIslands(const std::vector<std::size_t>& items,
                    const std::vector<std::pair<std::size_t, std::size_t>>& edges,
                    double layer_gap) {
    std::vector<Island> islands = FindIslands(items, edges);
    double area = 0;
    double widest = 0;
    for (Island& island : islands) {
      LayOutIsland(&island, layer_gap);
      area += (island.size.x + spacing_.island) * (island.size.y + spacing_.island);
      widest = std::max(widest, island.size.x);
    }
    const double width = std::max(widest, std::sqrt(area * kWideness));
    double x = 0;
    double y = 0;
    double row = 0;
    for (const Island& island : islands) {
      if (x > 0 && x + island.size.x > width) {
        x = 0;
        y += row + (row_gap(island));
        row = 0;
      }
      for (std::size_t k = 0; k < island.items.size(); ++k) {
        const std::size_t item = island.items[k];
        const double to_x = std::round((x + island.corners[k].x) / kStep) * kStep;
        const double to_y = std::round((y + island.corners[k].y) / kStep) * kStep;
        Shift(item, to_x - node(item).x, to_y - node(item).y);
      }
      x += island.size.x + row_gap(island);
      row = std::max(row, island.size.y);
    }
  }

  struct Island {
    std::vector<std::size_t> items;
    LayeredGraph graph;
    std::vector<BoardPoint> corners;
    BoardPoint size;
  };

  double row_gap(const Island& island) const {
    return island.items.size() > 1 ? spacing_.island : spacing_.node;
  }

  // Connected parts in the order of their first nodes, single nodes last.
  std::vector<Island> FindIslands(const std::vector<std::size_t>& items,
                                  const std::vector<std::pair<std::size_t, std::size_t>>& edges) {
    std::unordered_map<std::size_t, std::size_t> local;
    for (std::size_t k = 0; k < items.size(); ++k) local.emplace(items[k], k);
    std::vector<std::size_t> root(items.size());
    std::iota(root.begin(), root.end(), 0);
    const auto find = [&](std::size_t k) {
      while (root[k] != k) k = root[k] = root[root[k]];
      return k;
    };
    for (const auto& [from, to] : edges) {
      const std::size_t a = find(local[from]);
      const std::size_t b = find(local[to]);
      root[std::max(a, b)] = std::min(a, b);
    }
    std::vector<Island> islands;
    std::unordered_map<std::size_t, std::size_t> island_of;
    std::vector<std::size_t> within(items.size());
    for (std::size_t k = 0; k < items.size(); ++k) {
      const auto [found, first] = island_of.try_emplace(find(k), islands.size());
      if (first) islands.emplace_back();
      Island& island = islands[found->second];
      within[k] = island.items.size();
      island.items.push_back(items[k]);
      const BoardPoint size{node(items[k]).w, node(items[k]).h};
      island.graph.sizes.push_back(down_ ? Turned(size) : size);
    }
    for (const auto& [from, to] : edges) {
      Island& island = islands[island_of.at(find(local[from]))];
      island.graph.edges.emplace_back(within[local[from]], within[local[to]]);
    }
    std::stable_partition(islands.begin(), islands.end(),
                          [](const Island& island) { return island.items.size() > 1; });
    return islands;
  }

  void LayOutIsland(Island* island, double layer_gap) const {
    island->corners = LayOutLayers(island->graph, layer_gap, spacing_.node);
    for (std::size_t k = 0; k < island->items.size(); ++k) {
      BoardPoint& corner = island->corners[k];
      BoardPoint size = island->graph.sizes[k];
      if (down_) {
        corner = Turned(corner);
        size = Turned(size);
      }
      island->size.x = std::max(island->size.x, corner.x + size.x);
      island->size.y = std::max(island->size.y, corner.y + size.y);
    }
  }

  static constexpr double kStep = kBoardGrid / 2;

  Board* board_;
  bool down_;
  LayoutSpacing spacing_;
  std::unordered_map<std::string, std::size_t> index_;
  std::vector<bool> in_;
  std::vector<std::size_t> chosen_;  // ascending
  std::vector<std::size_t> outer_;
  std::unordered_map<std::size_t, std::vector<std::size_t>>
      inner_;  // by frame; kNowhere: the board
  std::unordered_map<std::size_t, std::vector<std::pair<std::size_t, std::size_t>>> edges_;
  std::unordered_map<std::size_t, double> label_width_;  // the widest label in each frame
};

}  // namespace

void TidyUp(Board* board, FlowDirection direction, std::span<const std::string> nodes,
            const LayoutSpacing& spacing) {
  if (!board->nodes.empty()) Tidying(board, direction, spacing).Run(nodes);
}

}  // namespace app
