// Long arrows pass through the layers between their ends as vertices without a size.
#include "app/ui/board/layered_layout.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace app {
namespace {

using Adjacency = std::vector<std::vector<std::size_t>>;

constexpr std::size_t kMostPassing = 20000;  // vertices without a size; longer arrows do without
constexpr int kOrderSweeps = 12;
constexpr int kPlaceSweeps = 10;
constexpr double kPassingGap = 16;    // between two passing arrows
constexpr double kPassingWeight = 4;  // long arrows would rather be straight

class Layering {
 public:
  Layering(const LayeredGraph& graph, double layer_gap, double node_gap)
      : graph_(graph), layer_gap_(layer_gap), node_gap_(node_gap), real_(graph.sizes.size()) {}

  std::vector<BoardPoint> Run() {
    TurnCycles();
    AssignLayers();
    AddPassing();
    Order();
    return Place();
  }

 private:
  bool passing(std::size_t v) const { return v >= real_; }
  double height(std::size_t v) const { return passing(v) ? 0 : graph_.sizes[v].y; }

  // Depth first from the sources; an arrow back to a vertex on the way is turned.
  void TurnCycles() {
    Adjacency next(real_);
    std::vector<int> incoming(real_, 0);
    for (const auto& [from, to] : graph_.edges) {
      if (from == to) continue;
      next[from].push_back(to);
      ++incoming[to];
    }
    std::vector<std::size_t> starts(real_);
    std::iota(starts.begin(), starts.end(), 0);
    std::stable_partition(starts.begin(), starts.end(),
                          [&](std::size_t v) { return incoming[v] == 0; });
    enum class State : std::uint8_t { kNew, kOnTheWay, kDone };
    std::vector<State> state(real_, State::kNew);
    std::vector<std::pair<std::size_t, std::size_t>> way;  // vertex, next arrow to follow
    for (const std::size_t start : starts) {
      if (state[start] != State::kNew) continue;
      state[start] = State::kOnTheWay;
      way.emplace_back(start, 0);
      while (!way.empty()) {
        auto& [v, arrow] = way.back();
        if (arrow == next[v].size()) {
          state[v] = State::kDone;
          way.pop_back();
          continue;
        }
        const std::size_t from = v;
        const std::size_t to = next[v][arrow++];
        if (state[to] == State::kOnTheWay) {
          edges_.emplace_back(to, from);
          continue;
        }
        edges_.emplace_back(from, to);
        if (state[to] != State::kNew) continue;
        state[to] = State::kOnTheWay;
        way.emplace_back(to, 0);
      }
    }
    std::sort(edges_.begin(), edges_.end());
    edges_.erase(std::unique(edges_.begin(), edges_.end()), edges_.end());
  }

  // As far left as the arrows into a vertex allow; sources then move towards what they feed.
  void AssignLayers() {
    Adjacency next(real_);
    std::vector<int> waiting(real_, 0);
    for (const auto& [from, to] : edges_) {
      next[from].push_back(to);
      ++waiting[to];
    }
    const std::vector<int> incoming = waiting;
    layer_.assign(real_, 0);
    std::vector<std::size_t> ready;
    for (std::size_t v = 0; v < real_; ++v) {
      if (waiting[v] == 0) ready.push_back(v);
    }
    for (std::size_t i = 0; i < ready.size(); ++i) {
      for (const std::size_t to : next[ready[i]]) {
        layer_[to] = std::max(layer_[to], layer_[ready[i]] + 1);
        if (--waiting[to] == 0) ready.push_back(to);
      }
    }
    for (std::size_t v = 0; v < real_; ++v) {
      if (incoming[v] > 0 || next[v].empty()) continue;
      std::size_t nearest = real_;
      for (const std::size_t to : next[v]) nearest = std::min(nearest, layer_[to]);
      layer_[v] = nearest - 1;
    }
  }

  void AddPassing() {
    std::size_t last = 0;
    for (const std::size_t layer : layer_) last = std::max(last, layer);
    layers_.resize(real_ == 0 ? 0 : last + 1);
    before_.resize(real_);
    after_.resize(real_);
    for (std::size_t v = 0; v < real_; ++v) layers_[layer_[v]].push_back(v);
    std::stable_sort(edges_.begin(), edges_.end(), [&](const auto& a, const auto& b) {
      return layer_[a.second] - layer_[a.first] < layer_[b.second] - layer_[b.first];
    });
    for (const auto& [from, to] : edges_) {
      const std::size_t span = layer_[to] - layer_[from];
      if (layer_.size() - real_ + span > kMostPassing) break;
      std::size_t v = from;
      for (std::size_t layer = layer_[from] + 1; layer < layer_[to]; ++layer) {
        const std::size_t through = layer_.size();
        layer_.push_back(layer);
        layers_[layer].push_back(through);
        before_.emplace_back();
        after_.emplace_back();
        Join(v, through);
        v = through;
      }
      Join(v, to);
    }
  }

  void Join(std::size_t from, std::size_t to) {
    after_[from].push_back(to);
    before_[to].push_back(from);
  }

  // Sweeps to the right and to the left; the order with the fewest crossings is kept.
  void Order() {
    position_.assign(layer_.size(), 0);
    for (const auto& layer : layers_) Number(layer);
    std::vector<std::vector<std::size_t>> best = layers_;
    std::size_t fewest = Crossings();
    int idle = 0;
    for (int sweep = 0; sweep < kOrderSweeps && fewest > 0 && idle < 4; ++sweep) {
      const bool right = sweep % 2 == 0;
      for (std::size_t i = 1; i < layers_.size(); ++i) {
        SortByBarycentre(right ? i : layers_.size() - 1 - i, right ? before_ : after_);
      }
      const std::size_t crossings = Crossings();
      ++idle;
      if (crossings >= fewest) continue;
      fewest = crossings;
      best = layers_;
      idle = 0;
    }
    layers_ = std::move(best);
    for (const auto& layer : layers_) Number(layer);
  }

  void Number(const std::vector<std::size_t>& layer) {
    for (std::size_t i = 0; i < layer.size(); ++i) position_[layer[i]] = i;
  }

  // A vertex without neighbours there keeps its place in the order.
  void SortByBarycentre(std::size_t layer, const Adjacency& neighbours) {
    std::vector<std::pair<double, std::size_t>> keyed;
    for (const std::size_t v : layers_[layer]) {
      double sum = 0;
      for (const std::size_t n : neighbours[v]) sum += static_cast<double>(position_[n]);
      const auto count = static_cast<double>(neighbours[v].size());
      keyed.emplace_back(count > 0 ? sum / count : static_cast<double>(position_[v]), v);
    }
    std::stable_sort(keyed.begin(), keyed.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < keyed.size(); ++i) layers_[layer][i] = keyed[i].second;
    Number(layers_[layer]);
  }

  // Pairs of arrows between two layers whose ends stand in opposite orders, by a Fenwick tree.
  std::size_t Crossings() const {
    std::size_t crossings = 0;
    std::vector<std::size_t> tree;
    std::vector<std::size_t> targets;
    for (std::size_t i = 0; i + 1 < layers_.size(); ++i) {
      tree.assign(layers_[i + 1].size() + 1, 0);
      std::size_t seen = 0;
      for (const std::size_t v : layers_[i]) {
        targets.clear();
        for (const std::size_t to : after_[v]) targets.push_back(position_[to]);
        for (const std::size_t at : targets) {
          std::size_t not_after = 0;
          for (std::size_t k = at + 1; k > 0; k &= k - 1) not_after += tree[k];
          crossings += seen - not_after;
        }
        for (const std::size_t at : targets) {
          ++seen;
          for (std::size_t k = at + 1; k < tree.size(); k += k & (~k + 1)) ++tree[k];
        }
      }
    }
    return crossings;
  }

  double Gap(std::size_t above, std::size_t below) const {
    const double gap = passing(above) || passing(below) ? kPassingGap : node_gap_;
    return height(above) / 2 + gap + height(below) / 2;
  }

  // Each layer in turn moves towards its neighbours on one side, in its order and without overlap.
  std::vector<BoardPoint> Place() {
    center_.assign(layer_.size(), 0);
    for (const auto& layer : layers_) {
      for (std::size_t i = 1; i < layer.size(); ++i) {
        center_[layer[i]] = center_[layer[i - 1]] + Gap(layer[i - 1], layer[i]);
      }
    }
    for (int sweep = 0; sweep < kPlaceSweeps; ++sweep) {
      const bool right = sweep % 2 == 0;
      for (std::size_t i = right ? 1 : 0; i < layers_.size(); ++i) {
        Settle(layers_[right ? i : layers_.size() - 1 - i], right ? before_ : after_);
      }
    }
    std::vector<BoardPoint> corners(real_);
    double x = 0;
    for (const auto& layer : layers_) {
      double widest = 0;
      for (const std::size_t v : layer) {
        if (!passing(v)) widest = std::max(widest, graph_.sizes[v].x);
      }
      for (const std::size_t v : layer) {
        if (passing(v)) continue;
        corners[v] = {x + (widest - graph_.sizes[v].x) / 2, center_[v] - height(v) / 2};
      }
      x += widest + layer_gap_;
    }
    double top = corners.empty() ? 0 : corners[0].y;
    for (const BoardPoint& corner : corners) top = std::min(top, corner.y);
    for (BoardPoint& corner : corners) corner.y -= top;
    return corners;
  }

  // Least squares under "each at least its gap below the one above": pools of vertices that touch
  // each other share the mean of their wishes (isotonic regression).
  void Settle(const std::vector<std::size_t>& layer, const Adjacency& neighbours) {
    struct Pool {
      double sum, weight;
      std::size_t size;
      double mean() const { return sum / weight; }
    };
    std::vector<Pool> pools;
    std::vector<double> offset(layer.size(), 0);
    for (std::size_t i = 0; i < layer.size(); ++i) {
      const std::size_t v = layer[i];
      if (i > 0) offset[i] = offset[i - 1] + Gap(layer[i - 1], v);
      double wish = center_[v];
      if (!neighbours[v].empty()) {
        wish = 0;
        for (const std::size_t n : neighbours[v]) wish += center_[n];
        wish /= static_cast<double>(neighbours[v].size());
      }
      const double weight = neighbours[v].empty() ? 0.1 : passing(v) ? kPassingWeight : 1;
      pools.push_back({(wish - offset[i]) * weight, weight, 1});
      while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
        const Pool last = pools.back();
        pools.pop_back();
        pools.back().sum += last.sum;
        pools.back().weight += last.weight;
        pools.back().size += last.size;
      }
    }
    std::size_t i = 0;
    for (const Pool& pool : pools) {
      for (std::size_t k = 0; k < pool.size; ++k, ++i) center_[layer[i]] = pool.mean() + offset[i];
    }
  }

  const LayeredGraph& graph_;
  double layer_gap_;
  double node_gap_;
  std::size_t real_;  // vertices from here on are passing arrows
  std::vector<std::pair<std::size_t, std::size_t>> edges_;  // without cycles
  std::vector<std::size_t> layer_;
  std::vector<std::vector<std::size_t>> layers_;
  Adjacency before_;
  Adjacency after_;
  std::vector<std::size_t> position_;
  std::vector<double> center_;
};

}  // namespace

std::vector<BoardPoint> LayOutLayers(const LayeredGraph& graph, double layer_gap, double node_gap) {
  return Layering(graph, layer_gap, node_gap).Run();
}

}  // namespace app
