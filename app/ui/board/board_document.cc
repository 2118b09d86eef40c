// The whiteboard being edited: looking things up, adding, changing, removing.
#include "app/ui/board/board_document.h"

#include <algorithm>
#include <cctype>
#include <unordered_map>
#include <unordered_set>

namespace app {

using interview::Board;
using interview::BoardEdge;
using interview::BoardNode;
using interview::BoardShape;
using interview::BoardStroke;

namespace {

using IdSet = std::unordered_set<std::string_view>;

constexpr double kBelow = 40;  // between what has a place and what was laid out beside it

void CleanPlace(BoardNode* node) {
  const BoardPoint size = DefaultSize(node->shape);
  node->x = Quarter(node->x);
  node->y = Quarter(node->y);
  node->w = std::max(Quarter(node->placed() ? node->w : size.x), kSmallestNode);
  node->h = std::max(Quarter(node->placed() ? node->h : size.y), kSmallestNode);
}

void CleanPoints(BoardStroke* stroke) {
  for (BoardPoint& p : stroke->points) p = {Quarter(p.x), Quarter(p.y)};
}

// Lets go of frames that do not exist, are no frames, or lie within themselves.
void CleanFrames(Board* board) {
  std::unordered_map<std::string_view, BoardNode*> frames;
  for (BoardNode& node : board->nodes) {
    if (node.shape == BoardShape::kFrame) frames.emplace(node.id, &node);
  }
  for (BoardNode& node : board->nodes) {
    if (!frames.contains(node.frame)) node.frame.clear();
  }
  for (BoardNode& node : board->nodes) {
    const BoardNode* outer = &node;
    for (std::size_t steps = 0; !outer->frame.empty(); ++steps) {
      outer = frames.at(outer->frame);
      if (outer != &node && steps <= frames.size()) continue;
      node.frame.clear();
      break;
    }
  }
}

// Gives a place to the nodes that have none.
void PlaceNodes(Board* board) {
  std::vector<std::string> unplaced;
  for (const BoardNode& node : board->nodes) {
    if (!node.placed()) unplaced.push_back(node.id);
  }
  if (unplaced.empty()) return;
  const std::optional<BoardRect> taken =
      unplaced.size() < board->nodes.size() ? ContentRect(*board) : std::nullopt;
  TidyUp(board, FlowDirection::kRight, unplaced);
  if (!taken) return;
  const IdSet moved(unplaced.begin(), unplaced.end());
  BoardRect laid;
  for (const BoardNode& node : board->nodes) {
    if (moved.contains(node.id)) laid = Union(laid, RectOf(node));
  }
  for (BoardNode& node : board->nodes) {
    if (!moved.contains(node.id)) continue;
    node.x += taken->x - laid.x;
    node.y += taken->bottom() + kBelow - laid.y;
  }
}

}  // namespace

BoardDocument::BoardDocument(Board board) { items_.Reset(Clean(std::move(board))); }

Board BoardDocument::Clean(Board board) {
  for (const BoardNode& node : board.nodes) KeepClearOf(node.id);
  for (const BoardEdge& edge : board.edges) KeepClearOf(edge.id);
  for (const BoardStroke& stroke : board.strokes) KeepClearOf(stroke.id);
  std::unordered_set<std::string> taken;
  const auto name = [&](std::string* id, char kind) {
    while (id->empty() || !taken.insert(*id).second) *id = FreshId(kind);
  };
  for (BoardNode& node : board.nodes) name(&node.id, 'n');
  const std::unordered_set<std::string> nodes = taken;
  std::erase_if(board.edges, [&](const BoardEdge& edge) {
    return !nodes.contains(edge.from) || !nodes.contains(edge.to);
  });
  for (BoardEdge& edge : board.edges) name(&edge.id, 'e');
  std::erase_if(board.strokes, [](const BoardStroke& stroke) { return stroke.points.empty(); });
  for (BoardStroke& stroke : board.strokes) {
    name(&stroke.id, 's');
    CleanPoints(&stroke);
  }
  CleanFrames(&board);
  PlaceNodes(&board);
  for (BoardNode& node : board.nodes) CleanPlace(&node);
  return board;
}

// --- ids

// Fresh ids are larger than any number that an id ends with.
void BoardDocument::KeepClearOf(std::string_view id) {
  std::size_t digits = 0;
  while (digits < id.size() && digits < 15 &&
         std::isdigit(static_cast<unsigned char>(id[id.size() - 1 - digits])) != 0) {
    ++digits;
  }
  if (digits == 0) return;
  next_id_ = std::max(next_id_,
                      std::uint64_t{std::stoull(std::string(id.substr(id.size() - digits)))} + 1);
}

std::string BoardDocument::FreshId(char kind) {
  std::string id;
  do {
    id = kind + std::to_string(next_id_++);
  } while (items_.Find(id));
  return id;
}

std::string BoardDocument::IdFor(const std::string& wanted, char kind) {
  if (wanted.empty() || items_.Find(wanted)) return FreshId(kind);
  KeepClearOf(wanted);
  return wanted;
}

const BoardNode* BoardDocument::FindNode(std::string_view id) const {
  const auto place = items_.Find(id);
  return place && place->list == BoardList::kNodes ? &board().nodes[place->index] : nullptr;
}

const BoardEdge* BoardDocument::FindEdge(std::string_view id) const {
  const auto place = items_.Find(id);
  return place && place->list == BoardList::kEdges ? &board().edges[place->index] : nullptr;
}

const BoardStroke* BoardDocument::FindStroke(std::string_view id) const {
  const auto place = items_.Find(id);
  return place && place->list == BoardList::kStrokes ? &board().strokes[place->index] : nullptr;
}

BoardIds BoardDocument::EdgesOf(std::string_view node) const {
  BoardIds ids;
  for (const std::size_t i : items_.EdgesOf(node)) ids.push_back(board().edges[i].id);
  return ids;
}

// --- where things are

const RectGrid& BoardDocument::grid() const {
  if (grid_version_ == version()) return grid_;
  std::vector<BoardRect> rects;
  for (const BoardNode& node : board().nodes) rects.push_back(RectOf(node));
  for (const BoardStroke& stroke : board().strokes) rects.push_back(RectOf(stroke));
  grid_.Build(std::move(rects));
  grid_version_ = version();
  return grid_;
}

std::string BoardDocument::At(BoardPoint p, double tolerance) const {
  std::vector<std::size_t> near = grid().Find(BoardRect{p.x, p.y, 0, 0}.Grown(tolerance));
  const BoardNode* frame = nullptr;
  for (auto i = near.rbegin(); i != near.rend(); ++i) {
    if (*i >= board().nodes.size()) {
      const BoardStroke& stroke = board().strokes[*i - board().nodes.size()];
      if (DistanceToLine(p, stroke.points) <= tolerance + stroke.width / 2) return stroke.id;
      continue;
    }
    const BoardNode& node = board().nodes[*i];
    if (!HitsShape(node, p)) continue;
    if (node.shape != BoardShape::kFrame) return node.id;
    if (frame == nullptr || IsWithin(node.id, frame->id)) frame = &node;
  }
  return frame == nullptr ? "" : frame->id;
}

BoardIds BoardDocument::Within(const BoardRect& area) const {
  BoardIds ids;
  for (const std::size_t i : grid().Find(area)) {
    if (i < board().nodes.size()) {
      const BoardNode& node = board().nodes[i];
      if (node.shape != BoardShape::kFrame || area.Contains(RectOf(node))) ids.push_back(node.id);
      continue;
    }
    const BoardStroke& stroke = board().strokes[i - board().nodes.size()];
    const bool touched = std::any_of(stroke.points.begin(), stroke.points.end(),
                                     [&](BoardPoint p) { return area.Contains(p); });
    if (touched) ids.push_back(stroke.id);
  }
  return ids;
}

BoardIds BoardDocument::WithGroups(const BoardIds& ids) const {
  IdSet chosen(ids.begin(), ids.end());
  IdSet groups;
  for (const std::string& id : ids) {
    const BoardNode* node = FindNode(id);
    if (node != nullptr && !node->group.empty()) groups.insert(node->group);
  }
  BoardIds all = ids;
  for (const BoardNode& node : board().nodes) {
    if (groups.contains(node.group) && chosen.insert(node.id).second) all.push_back(node.id);
  }
  return all;
}

BoardIds BoardDocument::WithFrameContents(const BoardIds& ids) const {
  IdSet chosen;
  BoardIds all;
  for (const std::string& id : ids) {
    if (items_.Find(id) && chosen.insert(id).second) all.push_back(id);
  }
  for (bool grows = true; grows;) {
    grows = false;
    for (const BoardNode& node : board().nodes) {
      if (node.frame.empty() || !chosen.contains(node.frame)) continue;
      if (!chosen.insert(node.id).second) continue;
      all.push_back(node.id);
      grows = true;
    }
  }
  return all;
}

std::optional<BoardRect> BoardDocument::RectOfAll(const BoardIds& ids) const {
  BoardRect all;
  for (const std::string& id : ids) {
    if (const BoardNode* node = FindNode(id)) all = Union(all, RectOf(*node));
    if (const BoardStroke* stroke = FindStroke(id)) all = Union(all, RectOf(*stroke));
  }
  if (all.w == 0 && all.h == 0) return std::nullopt;
  return all;
}

// --- adding

std::string BoardDocument::AddNode(BoardNode node) {
  node.id = IdFor(node.id, 'n');
  if (!node.placed()) {
    const BoardPoint size = DefaultSize(node.shape);
    node.x -= size.x / 2;
    node.y -= size.y / 2;
  }
  CleanPlace(&node);
  const BoardNode* frame = FindNode(node.frame);
  if (frame == nullptr || frame->shape != BoardShape::kFrame) node.frame.clear();
  const std::string id = node.id;
  items_.Insert(board().nodes.size(), std::move(node));
  Commit();
  return id;
}

std::string BoardDocument::AddEdge(BoardEdge edge) {
  if (FindNode(edge.from) == nullptr || FindNode(edge.to) == nullptr) return "";
  edge.id = IdFor(edge.id, 'e');
  const std::string id = edge.id;
  items_.Insert(board().edges.size(), std::move(edge));
  Commit();
  return id;
}

std::string BoardDocument::AddStroke(BoardStroke stroke) {
  if (stroke.points.empty()) return "";
  stroke.id = IdFor(stroke.id, 's');
  CleanPoints(&stroke);
  const std::string id = stroke.id;
  items_.Insert(board().strokes.size(), std::move(stroke));
  Commit();
  return id;
}

Board BoardDocument::Part(const BoardIds& ids) const {
  const BoardIds all = WithFrameContents(ids);
  const IdSet chosen(all.begin(), all.end());
  Board part;
  for (const BoardNode& node : board().nodes) {
    if (chosen.contains(node.id)) part.nodes.push_back(node);
  }
  IdSet nodes;
  for (BoardNode& node : part.nodes) nodes.insert(node.id);
  for (const BoardEdge& edge : board().edges) {
    if (nodes.contains(edge.from) && nodes.contains(edge.to)) part.edges.push_back(edge);
  }
  for (const BoardStroke& stroke : board().strokes) {
    if (chosen.contains(stroke.id)) part.strokes.push_back(stroke);
  }
  return part;
}

BoardIds BoardDocument::Insert(const Board& part, BoardPoint at) {
  Board copy = Clean(part);
  const BoardRect rect = ContentRect(copy).value_or(BoardRect{});
  const double dx = Quarter(at.x) - rect.x;
  const double dy = Quarter(at.y) - rect.y;
  std::unordered_map<std::string, std::string> renamed = {{"", ""}};
  for (const BoardNode& node : copy.nodes) renamed[node.id] = FreshId('n');
  std::unordered_map<std::string, std::string> groups = {{"", ""}};
  BoardIds ids;
  BoardIds outer;
  for (BoardNode& node : copy.nodes) {
    node.id = renamed[node.id];
    node.frame = renamed[node.frame];
    const auto [group, first] = groups.try_emplace(node.group);
    if (first) group->second = FreshId('g');
    node.group = group->second;
    node.x = Quarter(node.x + dx);
    node.y = Quarter(node.y + dy);
    ids.push_back(node.id);
    if (node.frame.empty()) outer.push_back(node.id);
    items_.Insert(board().nodes.size(), std::move(node));
  }
  for (BoardEdge& edge : copy.edges) {
    edge.id = FreshId('e');
    edge.from = renamed[edge.from];
    edge.to = renamed[edge.to];
    items_.Insert(board().edges.size(), std::move(edge));
  }
  for (BoardStroke& stroke : copy.strokes) {
    stroke.id = FreshId('s');
    for (BoardPoint& p : stroke.points) p = {Quarter(p.x + dx), Quarter(p.y + dy)};
    ids.push_back(stroke.id);
    items_.Insert(board().strokes.size(), std::move(stroke));
  }
  for (const std::string& id : outer) {
    BoardNode node = *FindNode(id);
    node.frame = FrameFor(node);
    Store(node);
  }
  Commit();
  return ids;
}

BoardIds BoardDocument::Duplicate(const BoardIds& ids, double dx, double dy) {
  const Board part = Part(ids);
  const std::optional<BoardRect> rect = ContentRect(part);
  if (!rect) return {};
  return Insert(part, {rect->x + dx, rect->y + dy});
}

// --- changing

void BoardDocument::Update(const BoardNode& node) {
  if (FindNode(node.id) == nullptr) return;
  BoardNode copy = node;
  CleanPlace(&copy);
  const BoardNode* frame = FindNode(copy.frame);
  const bool fits = frame != nullptr && frame->shape == BoardShape::kFrame &&
                    frame->id != node.id && !IsWithin(frame->id, node.id);
  if (!fits) copy.frame.clear();
  Store(copy);
  if (copy.shape != BoardShape::kFrame) {  // what was a frame lets go of its contents
    for (std::size_t i = 0; i < board().nodes.size(); ++i) {
      if (board().nodes[i].frame != copy.id) continue;
      BoardNode inner = board().nodes[i];
      inner.frame.clear();
      items_.Replace(i, std::move(inner));
    }
  }
  Commit();
}

void BoardDocument::Update(const BoardEdge& edge) {
  if (FindEdge(edge.id) == nullptr) return;
  if (FindNode(edge.from) == nullptr || FindNode(edge.to) == nullptr) return;
  Store(edge);
  Commit();
}

void BoardDocument::Update(const BoardStroke& stroke) {
  if (FindStroke(stroke.id) == nullptr || stroke.points.empty()) return;
  BoardStroke copy = stroke;
  CleanPoints(&copy);
  Store(copy);
  Commit();
}

void BoardDocument::SetLabel(std::string_view id, std::string_view label) {
  if (const BoardNode* node = FindNode(id)) {
    BoardNode copy = *node;
    copy.label = label;
    Store(copy);
  } else if (const BoardEdge* edge = FindEdge(id)) {
    BoardEdge copy = *edge;
    copy.label = label;
    Store(copy);
  }
  Commit();
}

void BoardDocument::SetColor(const BoardIds& ids, std::string_view color) {
  const auto set = [&](const auto* item) {
    if (item == nullptr) return;
    auto copy = *item;
    copy.color = color;
    Store(copy);
  };
  for (const std::string& id : ids) {
    set(FindNode(id));
    set(FindEdge(id));
    set(FindStroke(id));
  }
  Commit();
}

void BoardDocument::Delete(const BoardIds& ids) {
  std::vector<std::size_t> gone[3];
  for (const std::string& id : ids) {
    const auto place = items_.Find(id);
    if (!place) continue;
    gone[static_cast<std::size_t>(place->list)].push_back(place->index);
    if (place->list != BoardList::kNodes) continue;
    const auto& edges = items_.EdgesOf(id);
    auto& gone_edges = gone[static_cast<std::size_t>(BoardList::kEdges)];
    gone_edges.insert(gone_edges.end(), edges.begin(), edges.end());
    const std::string outer = board().nodes[place->index].frame;
    if (board().nodes[place->index].shape != BoardShape::kFrame) continue;
    for (std::size_t i = 0; i < board().nodes.size(); ++i) {
      if (board().nodes[i].frame != id) continue;
      BoardNode inner = board().nodes[i];
      inner.frame = outer;
      items_.Replace(i, std::move(inner));
    }
  }
  for (const BoardList list : {BoardList::kEdges, BoardList::kNodes, BoardList::kStrokes}) {
    auto& indices = gone[static_cast<std::size_t>(list)];
    std::sort(indices.rbegin(), indices.rend());
    indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
    for (const std::size_t index : indices) items_.Erase(list, index);
  }
  Commit();
}

void BoardDocument::Replace(Board board) {
  Board clean = Clean(std::move(board));
  const Board& old = this->board();
  for (std::size_t i = old.edges.size(); i > 0; --i) items_.Erase(BoardList::kEdges, i - 1);
  for (std::size_t i = old.nodes.size(); i > 0; --i) items_.Erase(BoardList::kNodes, i - 1);
  for (std::size_t i = old.strokes.size(); i > 0; --i) items_.Erase(BoardList::kStrokes, i - 1);
  for (BoardNode& node : clean.nodes) items_.Insert(old.nodes.size(), std::move(node));
  for (BoardEdge& edge : clean.edges) items_.Insert(old.edges.size(), std::move(edge));
  for (BoardStroke& stroke : clean.strokes) items_.Insert(old.strokes.size(), std::move(stroke));
  Commit();
}

}  // namespace app
