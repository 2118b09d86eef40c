// The whiteboard being edited: moving, arranging, frames and groups, undo.
#include <algorithm>
#include <unordered_set>

#include "app/ui/board/board_document.h"

namespace app {

using interview::BoardNode;
using interview::BoardShape;
using interview::BoardStroke;

namespace {

using IdSet = std::unordered_set<std::string_view>;

constexpr double kFrameMargin = 24;  // between a frame and what it is drawn around

double Area(const BoardRect& rect) { return rect.w * rect.h; }

// Moves the items at `chosen` (ascending) within their list of `size`: pairs of from and to, to be
// done one after the other.
std::vector<std::pair<std::size_t, std::size_t>> Moves(const std::vector<std::size_t>& chosen,
                                                       std::size_t size, ZOrder order) {
  std::vector<std::pair<std::size_t, std::size_t>> moves;
  const std::size_t n = chosen.size();
  for (std::size_t k = 0; k < n; ++k) {
    const std::size_t up = n - 1 - k;  // forward: the topmost first
    switch (order) {
      case ZOrder::kToFront:  // those before it have left already
        moves.emplace_back(chosen[k] - k, size - 1);
        break;
      case ZOrder::kToBack:
        moves.emplace_back(chosen[up] + k, 0);
        break;
      case ZOrder::kForward:
        if (chosen[up] + 1 + k < size) moves.emplace_back(chosen[up], chosen[up] + 1);
        break;
      case ZOrder::kBackward:
        if (chosen[k] > k) moves.emplace_back(chosen[k], chosen[k] - 1);
        break;
    }
  }
  return moves;
}

}  // namespace

void BoardDocument::Move(const BoardIds& ids, double dx, double dy) {
  for (const std::string& id : WithFrameContents(ids)) {
    if (const BoardNode* node = FindNode(id)) {
      BoardNode copy = *node;
      copy.x = Quarter(copy.x + dx);
      copy.y = Quarter(copy.y + dy);
      Store(copy);
    } else if (const BoardStroke* stroke = FindStroke(id)) {
      BoardStroke copy = *stroke;
      for (BoardPoint& p : copy.points) p = {Quarter(p.x + dx), Quarter(p.y + dy)};
      Store(copy);
    }
  }
  Commit();
}

void BoardDocument::Resize(std::string_view id, const BoardRect& rect) {
  const BoardNode* node = FindNode(id);
  if (node == nullptr) return;
  const BoardRect turned = RectFromCorners({rect.x, rect.y}, {rect.right(), rect.bottom()});
  BoardNode copy = *node;
  copy.x = Quarter(turned.x);
  copy.y = Quarter(turned.y);
  copy.w = std::max(Quarter(turned.w), kSmallestNode);
  copy.h = std::max(Quarter(turned.h), kSmallestNode);
  Store(copy);
  Commit();
}

bool BoardDocument::IsWithin(std::string_view id, std::string_view frame) const {
  const BoardNode* node = FindNode(id);
  while (node != nullptr && !node->frame.empty()) {
    if (node->frame == frame) return true;
    node = FindNode(node->frame);
  }
  return false;
}

std::string BoardDocument::FrameFor(const BoardNode& node) const {
  const BoardRect rect = RectOf(node);
  const BoardNode* best = nullptr;
  for (const std::size_t i : grid().Find(rect)) {
    if (i >= board().nodes.size()) break;
    const BoardNode& frame = board().nodes[i];
    if (frame.shape != BoardShape::kFrame || frame.id == node.id) continue;
    const BoardRect around = RectOf(frame);
    const bool holds = node.shape == BoardShape::kFrame
                           ? around.Contains(rect) && Area(around) > Area(rect)
                           : around.Contains(rect.center());
    if (!holds || IsWithin(frame.id, node.id)) continue;
    if (best == nullptr || Area(around) < Area(RectOf(*best))) best = &frame;
  }
  return best == nullptr ? "" : best->id;
}

void BoardDocument::SettleInFrames(const BoardIds& nodes) {
  for (const std::string& id : nodes) {
    const BoardNode* node = FindNode(id);
    if (node == nullptr) continue;
    BoardNode copy = *node;
    copy.frame = FrameFor(copy);
    Store(copy);
  }
  Commit();
}

std::string BoardDocument::Frame(const BoardIds& nodes, std::string_view label) {
  BoardRect around;
  const BoardNode* first = nullptr;
  bool same_outer = true;
  for (const std::string& id : nodes) {
    const BoardNode* node = FindNode(id);
    if (node == nullptr) continue;
    if (first == nullptr) first = node;
    same_outer = same_outer && node->frame == first->frame;
    around = Union(around, RectOf(*node));
  }
  if (first == nullptr) return "";
  around = around.Grown(kFrameMargin);
  BoardNode frame;
  frame.id = FreshId('n');
  frame.label = label;
  frame.shape = BoardShape::kFrame;
  frame.x = Quarter(around.x);
  frame.y = Quarter(around.y - kFrameTitle);
  frame.w = Quarter(around.w);
  frame.h = Quarter(around.h + kFrameTitle);
  if (same_outer) frame.frame = first->frame;
  const std::string name = frame.id;
  items_.Insert(0, std::move(frame));
  for (const std::string& id : nodes) {
    const BoardNode* node = FindNode(id);
    if (node == nullptr) continue;
    BoardNode copy = *node;
    copy.frame = name;
    Store(copy);
  }
  Commit();
  return name;
}

std::string BoardDocument::Group(const BoardIds& nodes) {
  const auto known = std::count_if(nodes.begin(), nodes.end(),
                                   [&](const std::string& id) { return FindNode(id); });
  if (known < 2) return "";
  const std::string group = FreshId('g');
  for (const std::string& id : nodes) {
    const BoardNode* node = FindNode(id);
    if (node == nullptr) continue;
    BoardNode copy = *node;
    copy.group = group;
    Store(copy);
  }
  Commit();
  return group;
}

void BoardDocument::Ungroup(const BoardIds& nodes) {
  for (const std::string& id : WithGroups(nodes)) {
    const BoardNode* node = FindNode(id);
    if (node == nullptr) continue;
    BoardNode copy = *node;
    copy.group.clear();
    Store(copy);
  }
  Commit();
}

void BoardDocument::Reorder(const BoardIds& ids, ZOrder order) {
  std::vector<std::size_t> nodes;
  std::vector<std::size_t> strokes;
  for (const std::string& id : ids) {
    const auto place = items_.Find(id);
    if (!place || place->list == BoardList::kEdges) continue;
    (place->list == BoardList::kNodes ? nodes : strokes).push_back(place->index);
  }
  const auto move = [&](std::vector<std::size_t> chosen, const auto& items, BoardList list) {
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    if (chosen.empty()) return;
    const bool together = chosen.back() - chosen.front() + 1 == chosen.size();
    if (together && order == ZOrder::kToFront && chosen.back() + 1 == items.size()) return;
    if (together && order == ZOrder::kToBack && chosen.front() == 0) return;
    for (const auto& [from, to] : Moves(chosen, items.size(), order)) {
      if (from == to) continue;
      auto item = items[from];
      items_.Erase(list, from);
      items_.Insert(to, std::move(item));
    }
  };
  move(nodes, board().nodes, BoardList::kNodes);
  move(strokes, board().strokes, BoardList::kStrokes);
  Commit();
}

// What moves along with a frame among `ids` anyway is left out.
BoardIds BoardDocument::WithoutContents(const BoardIds& ids) const {
  const IdSet chosen(ids.begin(), ids.end());
  IdSet seen;
  BoardIds outer;
  for (const std::string& id : ids) {
    const BoardNode* node = FindNode(id);
    if (node == nullptr || !seen.insert(node->id).second) continue;
    const BoardNode* frame = FindNode(node->frame);
    while (frame != nullptr && !chosen.contains(frame->id)) frame = FindNode(frame->frame);
    if (frame == nullptr) outer.push_back(id);
  }
  return outer;
}

void BoardDocument::Align(const BoardIds& nodes, BoardAlign side) {
  const BoardIds outer = WithoutContents(nodes);
  const std::optional<BoardRect> all = RectOfAll(outer);
  if (!all) return;
  const bool gesture = in_gesture_;
  in_gesture_ = true;  // one step
  for (const std::string& id : outer) {
    const BoardRect rect = RectOf(*FindNode(id));
    double dx = 0;
    double dy = 0;
    switch (side) {
      case BoardAlign::kLeft:
        dx = all->x - rect.x;
        break;
      case BoardAlign::kCenter:
        dx = all->center().x - rect.center().x;
        break;
      case BoardAlign::kRight:
        dx = all->right() - rect.right();
        break;
      case BoardAlign::kTop:
        dy = all->y - rect.y;
        break;
      case BoardAlign::kMiddle:
        dy = all->center().y - rect.center().y;
        break;
      case BoardAlign::kBottom:
        dy = all->bottom() - rect.bottom();
        break;
    }
    Move({id}, dx, dy);
  }
  in_gesture_ = gesture;
  Commit();
}

void BoardDocument::Distribute(const BoardIds& nodes, BoardAxis axis) {
  BoardIds outer = WithoutContents(nodes);
  if (outer.size() < 3) return;
  const bool across = axis == BoardAxis::kHorizontal;
  const auto start = [&](const std::string& id) {
    const BoardNode* node = FindNode(id);
    return across ? node->x : node->y;
  };
  const auto size = [&](const std::string& id) {
    const BoardNode* node = FindNode(id);
    return across ? node->w : node->h;
  };
  std::stable_sort(outer.begin(), outer.end(), [&](const std::string& a, const std::string& b) {
    return start(a) + size(a) / 2 < start(b) + size(b) / 2;
  });
  double used = 0;
  for (const std::string& id : outer) used += size(id);
  const double from = start(outer.front());
  const double to = start(outer.back()) + size(outer.back());
  const double gap = (to - from - used) / static_cast<double>(outer.size() - 1);
  const bool gesture = in_gesture_;
  in_gesture_ = true;
  double at = from;
  for (const std::string& id : outer) {
    const double by = at - start(id);
    if (id != outer.back()) Move({id}, across ? by : 0, across ? 0 : by);
    at += size(id) + gap;
  }
  in_gesture_ = gesture;
  Commit();
}

void BoardDocument::TidyUp(const BoardIds& nodes, FlowDirection direction) {
  interview::Board tidy = board();
  app::TidyUp(&tidy, direction, nodes);
  for (std::size_t i = 0; i < tidy.nodes.size(); ++i) {
    tidy.nodes[i].x = Quarter(tidy.nodes[i].x);
    tidy.nodes[i].y = Quarter(tidy.nodes[i].y);
    items_.Replace(i, std::move(tidy.nodes[i]));
  }
  Commit();
}

// --- undo

void BoardDocument::Commit() {
  if (!in_gesture_) history_.Push(items_.TakeRecorded(), {});
}

void BoardDocument::BeginGesture(std::string_view merge_key) {
  EndGesture();
  in_gesture_ = true;
  merge_key_ = merge_key;
}

void BoardDocument::EndGesture() {
  if (!in_gesture_) return;
  in_gesture_ = false;
  history_.Push(items_.TakeRecorded(), merge_key_);
}

void BoardDocument::CancelGesture() {
  if (!in_gesture_) return;
  in_gesture_ = false;
  std::vector<BoardOp> step = items_.TakeRecorded();
  items_.Backward(&step);
}

bool BoardDocument::Undo() {
  EndGesture();
  if (!history_.CanUndo()) return false;
  history_.Undo(&items_);
  return true;
}

bool BoardDocument::Redo() {
  EndGesture();
  if (!history_.CanRedo()) return false;
  history_.Redo(&items_);
  return true;
}

}  // namespace app
