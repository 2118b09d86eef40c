// One route: every pair of sides and a few ways between them are tried, and the cheapest is taken.
#include "app/ui/board/edge_route.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <limits>

namespace app {
namespace {

using interview::BoardSide;

constexpr double kStub = 20;       // how far a route leaves a side before it turns
constexpr double kClearance = 12;  // between a route and what it goes around
constexpr double kEndMargin = 6;   // no route ends nearer to a corner
constexpr double kSlide = 24;      // an end slides this far if the route gets straight by it

// What a fault costs, in units of length.
constexpr double kBend = 48;
constexpr double kShortEnd = 240;  // no room for the head of an arrow
constexpr double kShortLeg = 120;
constexpr double kThroughObstacle = 400;
constexpr double kThroughEnd = 4000;
constexpr double kTurnBack = 20000;

constexpr std::array kSides = {BoardSide::kRight, BoardSide::kLeft, BoardSide::kBottom,
                               BoardSide::kTop};

bool IsHorizontal(BoardSide side) { return side == BoardSide::kLeft || side == BoardSide::kRight; }

BoardPoint Outwards(BoardSide side) {
  switch (side) {
    case BoardSide::kLeft:
      return {-1, 0};
    case BoardSide::kTop:
      return {0, -1};
    case BoardSide::kBottom:
      return {0, 1};
    case BoardSide::kRight:
    case BoardSide::kAuto:
      break;
  }
  return {1, 0};
}

BoardPoint Shifted(BoardPoint p, BoardPoint direction, double by) {
  return {p.x + direction.x * by, p.y + direction.y * by};
}

double Within(double value, double from, double length) {
  const double margin = std::min(kEndMargin, length / 2);
  return std::clamp(value, from + margin, from + length - margin);
}

BoardPoint OnSide(const BoardRect& rect, BoardSide side, double shift) {
  const BoardPoint c = rect.center();
  if (IsHorizontal(side)) {
    return {side == BoardSide::kLeft ? rect.x : rect.right(), Within(c.y + shift, rect.y, rect.h)};
  }
  return {Within(c.x + shift, rect.x, rect.w), side == BoardSide::kTop ? rect.y : rect.bottom()};
}

// A few points without the heap: thousands of ways are tried for a large board.
struct Way {
  std::array<BoardPoint, 6> points;
  std::size_t size = 0;

  // Drops points that change nothing. A turn back stays, to be counted.
  Way(std::initializer_list<BoardPoint> all) {
    for (const BoardPoint& p : all) {
      if (size > 0 && points[size - 1] == p) continue;
      if (size > 1) {
        const BoardPoint& before = points[size - 2];
        const BoardPoint& last = points[size - 1];
        const bool ahead =
            (before.x == last.x && last.x == p.x && (last.y - before.y) * (p.y - last.y) > 0) ||
            (before.y == last.y && last.y == p.y && (last.x - before.x) * (p.x - last.x) > 0);
        if (ahead) --size;
      }
      points[size++] = p;
    }
  }
};

bool Crosses(BoardPoint a, BoardPoint b, const BoardRect& rect) {
  return std::min(a.x, b.x) < rect.right() && std::max(a.x, b.x) > rect.x &&
         std::min(a.y, b.y) < rect.bottom() && std::max(a.y, b.y) > rect.y;
}

class Router {
 public:
  Router(const RouteRequest& request, std::span<const BoardRect> obstacles)
      : request_(request),
        obstacles_(obstacles),
        inner_from_(request.from.Grown(-0.5)),
        inner_to_(request.to.Grown(-0.5)) {
    // An end within the other one cannot stay out of it.
    nested_ = request.from.Contains(request.to) || request.to.Contains(request.from);
    walls_.reserve(obstacles.size());
    for (const BoardRect& rect : obstacles) walls_.push_back(rect.Grown(2));
    const BoardRect both = Union(request.from, request.to);
    lines_x_ = {Between(request.from.x, request.from.right(), request.to.x, request.to.right()),
                both.x - kStub, both.right() + kStub};
    lines_y_ = {Between(request.from.y, request.from.bottom(), request.to.y, request.to.bottom()),
                both.y - kStub, both.bottom() + kStub};
  }

  EdgeRoute Run() {
    TrySides();
    if (best_obstacles_ > 0) {  // ways along the sides of what is in the way
      for (const BoardRect& rect : obstacles_.first(std::min<std::size_t>(obstacles_.size(), 6))) {
        lines_x_.push_back(rect.x - kClearance);
        lines_x_.push_back(rect.right() + kClearance);
        lines_y_.push_back(rect.y - kClearance);
        lines_y_.push_back(rect.bottom() + kClearance);
      }
      TrySides();
    }
    PlaceLabel();
    return std::move(best_);
  }

 private:
  // The middle of the gap between two ranges, or of what they share.
  static double Between(double a_low, double a_high, double b_low, double b_high) {
    return (std::min(a_high, b_high) + std::max(a_low, b_low)) / 2;
  }

  // The sides that face each other are tried before all others: what they cost rules out most of
  // the rest. Of ways that cost the same the first in the order of the sides is taken all the same.
  void TrySides() {
    const BoardPoint a = request_.from.center(), b = request_.to.center();
    const bool level = std::abs(b.x - a.x) - (request_.from.w + request_.to.w) / 2 >
                       std::abs(b.y - a.y) - (request_.from.h + request_.to.h) / 2;
    BoardSide from = b.x > a.x ? BoardSide::kRight : BoardSide::kLeft;
    BoardSide to = b.x > a.x ? BoardSide::kLeft : BoardSide::kRight;
    if (!level) {
      from = b.y > a.y ? BoardSide::kBottom : BoardSide::kTop;
      to = b.y > a.y ? BoardSide::kTop : BoardSide::kBottom;
    }
    TryPair(request_.from_side == BoardSide::kAuto ? from : request_.from_side,
            request_.to_side == BoardSide::kAuto ? to : request_.to_side);
    best_cost_ = std::nextafter(best_cost_, std::numeric_limits<double>::infinity());
    TryAllSides();
  }

  void TryAllSides() {
    for (const BoardSide from : kSides) {
      if (request_.from_side != BoardSide::kAuto && request_.from_side != from) continue;
      for (const BoardSide to : kSides) {
        if (request_.to_side != BoardSide::kAuto && request_.to_side != to) continue;
        TryPair(from, to);
      }
    }
  }

  void TryPair(BoardSide from, BoardSide to) {
    BoardPoint p = OnSide(request_.from, from, request_.from_shift);
    BoardPoint q = OnSide(request_.to, to, request_.to_shift);
    Slide(from, to, &p, &q);
    // No way costs less than its length, nor than the bends that its sides ask for: most ways of a
    // large board are ruled out by that before they are built.
    const bool level = IsHorizontal(from);
    const bool turns = level != IsHorizontal(to);
    const bool straight = !turns && (level ? p.y == q.y : p.x == q.x);
    if (Length(p, q) + (turns ? kBend : straight ? 0 : 2 * kBend) >= best_cost_) return;
    const BoardPoint a = Shifted(p, Outwards(from), kStub);
    const BoardPoint b = Shifted(q, Outwards(to), kStub);
    Try(from, to, {p, q});
    Try(from, to, {p, {q.x, p.y}, q});
    Try(from, to, {p, {p.x, q.y}, q});
    const auto is_cheap = [&](double length) { return length < best_cost_; };
    if (is_cheap(2 * kStub + Length(a, b))) {
      Try(from, to, {p, a, {b.x, a.y}, b, q});
      Try(from, to, {p, a, {a.x, b.y}, b, q});
    }
    for (const double x : lines_x_) {
      const auto length = [x](BoardPoint from_point, BoardPoint to_point) {
        return std::abs(x - from_point.x) + std::abs(to_point.x - x) +
               std::abs(to_point.y - from_point.y);
      };
      if (is_cheap(2 * kStub + length(a, b))) Try(from, to, {p, a, {x, a.y}, {x, b.y}, b, q});
      if (is_cheap(length(p, q))) Try(from, to, {p, {x, p.y}, {x, q.y}, q});
    }
    for (const double y : lines_y_) {
      const auto length = [y](BoardPoint from_point, BoardPoint to_point) {
        return std::abs(y - from_point.y) + std::abs(to_point.y - y) +
               std::abs(to_point.x - from_point.x);
      };
      if (is_cheap(2 * kStub + length(a, b))) Try(from, to, {p, a, {a.x, y}, {b.x, y}, b, q});
      if (is_cheap(length(p, q))) Try(from, to, {p, {p.x, y}, {q.x, y}, q});
    }
  }

  // Two ends that nearly face each other meet on one line.
  void Slide(BoardSide from, BoardSide to, BoardPoint* p, BoardPoint* q) const {
    if (from == to || IsHorizontal(from) != IsHorizontal(to)) return;
    const bool across = IsHorizontal(from);
    double& at_p = across ? p->y : p->x;
    double& at_q = across ? q->y : q->x;
    const auto range = [&](const BoardRect& r) {
      return across ? std::pair(r.y, r.h) : std::pair(r.x, r.w);
    };
    const auto [from_low, from_length] = range(request_.from);
    const auto [to_low, to_length] = range(request_.to);
    const bool from_moves =
        request_.from_shift == 0 && (request_.to_shift != 0 || from_length >= to_length);
    if (!from_moves && request_.to_shift != 0) return;
    double& moving = from_moves ? at_p : at_q;
    const double goal = from_moves ? at_q : at_p;
    const double room = (from_moves ? from_length : to_length) / 2 - kEndMargin;
    if (std::abs(goal - moving) <= std::min(kSlide, room)) moving = goal;
  }

  void Try(BoardSide from, BoardSide to, const Way& way) {
    double cost = 0;
    const auto& points = way.points;
    if (way.size < 2) return;
    int obstacles = 0;
    for (std::size_t i = 1; i < way.size; ++i) {
      const BoardPoint a = points[i - 1];
      const BoardPoint b = points[i];
      if (a.x != b.x && a.y != b.y) return;  // not right-angled
      cost += std::abs(b.x - a.x) + std::abs(b.y - a.y) + (i > 1 ? kBend : 0);
      if (i > 1) {
        const BoardPoint before = points[i - 2];
        const double along = (a.x - before.x) * (b.x - a.x) + (a.y - before.y) * (b.y - a.y);
        if (along < 0) cost += kTurnBack;
      }
      if (cost >= best_cost_) return;
      if (!nested_ && Crosses(a, b, inner_from_)) cost += kThroughEnd;
      if (!nested_ && Crosses(a, b, inner_to_)) cost += kThroughEnd;
      for (const BoardRect& rect : walls_) obstacles += Crosses(a, b, rect);
      if (cost + obstacles * kThroughObstacle >= best_cost_) return;
    }
    cost += obstacles * kThroughObstacle;
    if (way.size > 2) {
      cost += kShortEnd * ((Length(points[0], points[1]) < kStub - 4) +
                           (Length(points[way.size - 2], points[way.size - 1]) < kStub - 4));
    }
    if (way.size == 3) {  // around one corner: a short leg looks as if it missed the other side
      cost += kShortLeg * ((Length(points[0], points[1]) < 2 * kStub) +
                           (Length(points[1], points[2]) < 2 * kStub));
    }
    if (!Leaves(points[0], points[1], from)) cost += kTurnBack;
    if (!Leaves(points[way.size - 1], points[way.size - 2], to)) cost += kTurnBack;
    if (cost >= best_cost_) return;
    best_cost_ = cost;
    best_obstacles_ = obstacles;
    best_.points.assign(points.begin(), points.begin() + static_cast<std::ptrdiff_t>(way.size));
    best_.from_side = from;
    best_.to_side = to;
  }

  static double Length(BoardPoint a, BoardPoint b) {
    return std::abs(b.x - a.x) + std::abs(b.y - a.y);
  }

  static bool Leaves(BoardPoint end, BoardPoint next, BoardSide side) {
    const BoardPoint out = Outwards(side);
    return (next.x - end.x) * out.x + (next.y - end.y) * out.y > 0;
  }

  // In the middle of the longest piece; of a level one before an upright one.
  void PlaceLabel() {
    double longest = -1;
    for (std::size_t i = 1; i < best_.points.size(); ++i) {
      const BoardPoint a = best_.points[i - 1];
      const BoardPoint b = best_.points[i];
      const double length = std::abs(b.x - a.x) * 1.5 + std::abs(b.y - a.y);
      if (length <= longest) continue;
      longest = length;
      best_.label = {(a.x + b.x) / 2, (a.y + b.y) / 2};
    }
  }

  const RouteRequest& request_;
  std::span<const BoardRect> obstacles_;
  std::vector<BoardRect> walls_;  // the obstacles with what a route keeps from them
  BoardRect inner_from_;          // what no route runs through
  BoardRect inner_to_;
  bool nested_ = false;
  std::vector<double> lines_x_;  // where an upright middle piece may lie
  std::vector<double> lines_y_;
  EdgeRoute best_;
  double best_cost_ = 1e18;
  int best_obstacles_ = 0;
};

// From the side of the rectangle inwards to the border of what is drawn.
void Attach(const BoardRect& rect, interview::BoardShape shape, BoardSide side, BoardPoint* end) {
  using interview::BoardShape;
  const BoardPoint c = rect.center();
  const bool level = IsHorizontal(side);
  const double off = level ? std::abs(end->y - c.y) / (rect.h / 2 + 1e-9)
                           : std::abs(end->x - c.x) / (rect.w / 2 + 1e-9);
  const double round = 1 - std::sqrt(std::max(0.0, 1 - off * off));
  double depth = 0;
  if (shape == BoardShape::kEllipse) depth = round * (level ? rect.w : rect.h) / 2;
  if (shape == BoardShape::kDiamond) depth = off * (level ? rect.w : rect.h) / 2;
  if (shape == BoardShape::kCylinder && !level) depth = round * kCylinderLid;
  *end = Shifted(*end, Outwards(side), -depth);
}

// Around the upper right corner; `shift` tells several loops apart.
EdgeRoute SelfLoop(const BoardRect& rect, double shift) {
  if (rect.w <= 0 || rect.h <= 0) return {};
  const double out = kStub + 8 + std::abs(shift);
  const double y = rect.y + rect.h / 3;
  const double x = rect.right() - std::min(rect.w / 4, 40.0);
  EdgeRoute route;
  route.points = {{rect.right(), y},
                  {rect.right() + out, y},
                  {rect.right() + out, rect.y - out},
                  {x, rect.y - out},
                  {x, rect.y}};
  route.label = {(rect.right() + out + x) / 2, rect.y - out};
  route.from_side = BoardSide::kRight;
  route.to_side = BoardSide::kTop;
  return route;
}

}  // namespace

EdgeRoute RouteEdge(const RouteRequest& request, std::span<const BoardRect> obstacles) {
  EdgeRoute route = request.self_loop ? SelfLoop(request.from, request.from_shift)
                                      : Router(request, obstacles).Run();
  if (!route.points.empty()) {
    Attach(request.from, request.from_shape, route.from_side, &route.points.front());
    Attach(request.to, request.to_shape, route.to_side, &route.points.back());
    return route;
  }
  // Both ends at one place: a way of no length.
  const BoardPoint at = OnSide(request.from, BoardSide::kRight, 0);
  route.points = {at, at};
  route.label = at;
  return route;
}

EdgeRoute RouteToPoint(const BoardRect& from, interview::BoardSide side, BoardPoint to) {
  RouteRequest request;
  request.from = from;
  request.to = {to.x, to.y, 0, 0};
  request.from_side = side;
  return RouteEdge(request);
}

}  // namespace app
