// Alignment with neighbours while something is dragged.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "app/ui/board/board_layout.h"

namespace app {
namespace {

constexpr double kNeighbourhood = 640;  // guides come from nodes this near
constexpr double kSame = 0.01;

// One axis of a rectangle: from, to; and across the other axis.
struct Extent {
  double low, high;
  std::array<double, 3> lines() const { return {low, (low + high) / 2, high}; }
};

Extent AlongX(const BoardRect& r) { return {r.x, r.right()}; }
Extent AlongY(const BoardRect& r) { return {r.y, r.bottom()}; }

// The shortest move that brings a line of `rect` onto one of another; infinite when none is near.
double ShortestMove(Extent own, const std::vector<Extent>& others, double reach) {
  double best = std::numeric_limits<double>::infinity();
  for (const Extent& other : others) {
    for (const double line : other.lines()) {
      for (const double mine : own.lines()) {
        const double move = line - mine;
        if (std::abs(move) <= reach && std::abs(move) < std::abs(best) - kSame) best = move;
      }
    }
  }
  return best;
}

void AddGuides(bool vertical, Extent own, Extent across, const std::vector<Extent>& others,
               const std::vector<Extent>& others_across, std::vector<SnapGuide>* guides) {
  const std::size_t first = guides->size();
  for (std::size_t i = 0; i < others.size(); ++i) {
    for (const double line : others[i].lines()) {
      const auto lines = own.lines();
      const bool met = std::any_of(lines.begin(), lines.end(),
                                   [&](double mine) { return std::abs(line - mine) < kSame; });
      if (!met) continue;
      const double from = std::min(across.low, others_across[i].low);
      const double to = std::max(across.high, others_across[i].high);
      const auto known =
          std::find_if(guides->begin() + static_cast<std::ptrdiff_t>(first), guides->end(),
                       [&](const SnapGuide& guide) { return std::abs(guide.at - line) < kSame; });
      if (known == guides->end()) {
        guides->push_back({vertical, line, from, to});
      } else {
        known->from = std::min(known->from, from);
        known->to = std::max(known->to, to);
      }
    }
  }
}

double ToGrid(double value, double grid) {
  return grid > 0 ? std::round(value / grid) * grid - value : 0;
}

}  // namespace

SnapResult Snap(const BoardRect& rect, const RectGrid& others, std::span<const std::size_t> skip,
                double reach, double grid) {
  std::vector<Extent> xs;
  std::vector<Extent> ys;
  for (const std::size_t i : others.Find(rect.Grown(kNeighbourhood))) {
    if (std::binary_search(skip.begin(), skip.end(), i)) continue;
    xs.push_back(AlongX(others.rects()[i]));
    ys.push_back(AlongY(others.rects()[i]));
  }
  const double dx = ShortestMove(AlongX(rect), xs, reach);
  const double dy = ShortestMove(AlongY(rect), ys, reach);
  SnapResult result;
  result.dx = std::isfinite(dx) ? dx : ToGrid(rect.x, grid);
  result.dy = std::isfinite(dy) ? dy : ToGrid(rect.y, grid);
  const BoardRect moved{rect.x + result.dx, rect.y + result.dy, rect.w, rect.h};
  if (std::isfinite(dx)) {
    AddGuides(true, AlongX(moved), AlongY(moved), xs, ys, &result.guides);
  }
  if (std::isfinite(dy)) {
    AddGuides(false, AlongY(moved), AlongX(moved), ys, xs, &result.guides);
  }
  return result;
}

}  // namespace app
