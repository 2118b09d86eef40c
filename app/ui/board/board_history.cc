// Each operation swaps a value between the board and the history, so that a step holds one value
// for each item it touched, whichever way it goes next.
#include "app/ui/board/board_history.h"

#include <algorithm>
#include <iterator>

namespace app {

using interview::BoardEdge;
using interview::BoardNode;
using interview::BoardStroke;

namespace {

std::size_t Bytes(const std::vector<BoardOp>& ops) {
  std::size_t bytes = ops.capacity() * sizeof(BoardOp);
  for (const BoardOp& op : ops) {
    if (const auto* node = std::get_if<BoardNode>(&op.other)) {
      bytes += node->label.capacity() + node->note.capacity();
    } else if (const auto* stroke = std::get_if<BoardStroke>(&op.other)) {
      bytes += stroke->points.capacity() * sizeof(interview::BoardPoint);
    }
  }
  return bytes;
}

}  // namespace

void BoardItems::Reset(interview::Board board) {
  board_ = std::move(board);
  recorded_.clear();
  for (auto& replaced : replaced_) replaced.clear();
  index_.reset();
}

void BoardItems::BuildIndex() const {
  index_.emplace();
  const auto add = [this](const auto& items, BoardList list) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      index_->places.emplace(items[i].id, Place{list, i});
    }
  };
  add(board_.nodes, BoardList::kNodes);
  add(board_.edges, BoardList::kEdges);
  add(board_.strokes, BoardList::kStrokes);
  for (std::size_t i = 0; i < board_.edges.size(); ++i) {
    const BoardEdge& edge = board_.edges[i];
    index_->edges_of[edge.from].push_back(i);
    if (edge.to != edge.from) index_->edges_of[edge.to].push_back(i);
  }
}

std::optional<BoardItems::Place> BoardItems::Find(std::string_view id) const {
  if (!index_) BuildIndex();
  const auto found = index_->places.find(id);
  if (found == index_->places.end()) return std::nullopt;
  return found->second;
}

const std::vector<std::size_t>& BoardItems::EdgesOf(std::string_view node) const {
  static const std::vector<std::size_t> kNone;
  if (!index_) BuildIndex();
  const auto found = index_->edges_of.find(node);
  return found == index_->edges_of.end() ? kNone : found->second;
}

template <class T>
void BoardItems::InsertItem(std::vector<T>* items, BoardList list, std::size_t index, T item) {
  // Appending changes no index, so that adding many items stays cheap.
  if (index == items->size() && index_ && list != BoardList::kEdges) {
    index_->places.emplace(item.id, Place{list, index});
  } else {
    index_.reset();
  }
  ++changes_;
  items->insert(items->begin() + static_cast<std::ptrdiff_t>(index), std::move(item));
  recorded_.push_back({BoardOp::Kind::kInsert, index, list, {}});
  for (auto& replaced : replaced_) replaced.clear();
}

template <class T>
void BoardItems::ReplaceItem(std::vector<T>* items, BoardList list, std::size_t index, T item) {
  T& place = (*items)[index];
  if (place == item) return;
  if (list == BoardList::kEdges) index_.reset();  // its ends may be others
  ++changes_;
  std::swap(place, item);
  const bool first =
      replaced_[static_cast<std::size_t>(list)].emplace(index, recorded_.size()).second;
  if (first) recorded_.push_back({BoardOp::Kind::kReplace, index, list, std::move(item)});
}

void BoardItems::Insert(std::size_t index, BoardNode node) {
  InsertItem(&board_.nodes, BoardList::kNodes, index, std::move(node));
}
void BoardItems::Insert(std::size_t index, BoardEdge edge) {
  InsertItem(&board_.edges, BoardList::kEdges, index, std::move(edge));
}
void BoardItems::Insert(std::size_t index, BoardStroke stroke) {
  InsertItem(&board_.strokes, BoardList::kStrokes, index, std::move(stroke));
}
void BoardItems::Replace(std::size_t index, BoardNode node) {
  ReplaceItem(&board_.nodes, BoardList::kNodes, index, std::move(node));
}
void BoardItems::Replace(std::size_t index, BoardEdge edge) {
  ReplaceItem(&board_.edges, BoardList::kEdges, index, std::move(edge));
}
void BoardItems::Replace(std::size_t index, BoardStroke stroke) {
  ReplaceItem(&board_.strokes, BoardList::kStrokes, index, std::move(stroke));
}

void BoardItems::Erase(BoardList list, std::size_t index) {
  recorded_.push_back({BoardOp::Kind::kErase, index, list, {}});
  Apply(&recorded_.back(), true);
  for (auto& replaced : replaced_) replaced.clear();
}

std::vector<BoardOp> BoardItems::TakeRecorded() {
  for (auto& replaced : replaced_) replaced.clear();
  const bool flat = std::all_of(recorded_.begin(), recorded_.end(), [](const BoardOp& op) {
    return op.kind == BoardOp::Kind::kReplace;
  });
  // What was moved away and back again is no change.
  if (flat) std::erase_if(recorded_, [this](const BoardOp& op) { return HasValue(op); });
  return std::exchange(recorded_, {});
}

// Is the value of a replacement the one on the board?
bool BoardItems::HasValue(const BoardOp& op) const {
  switch (op.list) {
    case BoardList::kNodes:
      return board_.nodes[op.index] == std::get<BoardNode>(op.other);
    case BoardList::kEdges:
      return board_.edges[op.index] == std::get<BoardEdge>(op.other);
    case BoardList::kStrokes:
      return board_.strokes[op.index] == std::get<BoardStroke>(op.other);
  }
  return false;
}

template <class T>
void BoardItems::Apply(std::vector<T>* items, BoardOp* op, bool forward) {
  const auto at = items->begin() + static_cast<std::ptrdiff_t>(op->index);
  if (op->kind == BoardOp::Kind::kReplace) {
    std::swap(*at, std::get<T>(op->other));
  } else if ((op->kind == BoardOp::Kind::kInsert) == forward) {
    items->insert(at, std::move(std::get<T>(op->other)));
    op->other = std::monostate();
  } else {
    op->other = std::move(*at);
    items->erase(at);
  }
}

void BoardItems::Apply(BoardOp* op, bool forward) {
  ++changes_;
  if (op->kind != BoardOp::Kind::kReplace || op->list == BoardList::kEdges) index_.reset();
  switch (op->list) {
    case BoardList::kNodes:
      return Apply(&board_.nodes, op, forward);
    case BoardList::kEdges:
      return Apply(&board_.edges, op, forward);
    case BoardList::kStrokes:
      return Apply(&board_.strokes, op, forward);
  }
}

void BoardItems::Backward(std::vector<BoardOp>* step) {
  for (auto op = step->rbegin(); op != step->rend(); ++op) Apply(&*op, false);
}

void BoardItems::Forward(std::vector<BoardOp>* step) {
  for (BoardOp& op : *step) Apply(&op, true);
}

void BoardHistory::Push(std::vector<BoardOp> ops, std::string_view merge_key) {
  if (ops.empty()) return;
  for (const Step& step : redo_) bytes_ -= step.bytes;
  const bool joins =
      redo_.empty() && !undo_.empty() && !merge_key.empty() && undo_.back().merge_key == merge_key;
  redo_.clear();
  if (!joins) {
    undo_.push_back({{}, std::string(merge_key), 0});
  } else {
    bytes_ -= undo_.back().bytes;
  }
  Step& step = undo_.back();
  // A later replacement of an item that this step replaced already adds nothing.
  std::unordered_map<std::size_t, bool> replaced[3];
  const bool flat = std::all_of(step.ops.begin(), step.ops.end(), [](const BoardOp& op) {
    return op.kind == BoardOp::Kind::kReplace;
  });
  if (flat) {
    for (const BoardOp& op : step.ops) replaced[static_cast<std::size_t>(op.list)][op.index] = true;
  }
  bool still_flat = flat;
  for (BoardOp& op : ops) {
    still_flat = still_flat && op.kind == BoardOp::Kind::kReplace;
    if (still_flat && replaced[static_cast<std::size_t>(op.list)].contains(op.index)) continue;
    step.ops.push_back(std::move(op));
  }
  step.ops.shrink_to_fit();
  step.bytes = Bytes(step.ops);
  bytes_ += step.bytes;
}

void BoardHistory::Undo(BoardItems* items) {
  items->Backward(&undo_.back().ops);
  undo_.back().merge_key.clear();
  redo_.push_back(std::move(undo_.back()));
  undo_.pop_back();
  if (!undo_.empty()) undo_.back().merge_key.clear();  // what comes next is a step of its own
}

void BoardHistory::Redo(BoardItems* items) {
  items->Forward(&redo_.back().ops);
  undo_.push_back(std::move(redo_.back()));
  redo_.pop_back();
}

}  // namespace app
