// Acts on a whiteboard.
#include "app/ui/widgets/whiteboard_acts.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "app/ui/board/board_clip.h"
#include "app/ui/board/label_text.h"

namespace app {
namespace {

using interview::BoardEdge;
using interview::BoardNode;
using interview::BoardShape;
using interview::BoardStroke;

constexpr double kBeside = 96;     // between a node and the one added beside it
constexpr double kElbowRoom = 16;  // kept free around what is added
constexpr double kRow = 48;        // nodes whose tops differ by less are read as one row

bool Contains(const BoardIds& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool Exists(const BoardDocument& document, std::string_view id) {
  return document.FindNode(id) != nullptr || document.FindEdge(id) != nullptr ||
         document.FindStroke(id) != nullptr;
}

// Moves `rect` down, then right, until nothing but frames is under it.
BoardRect FreePlace(const BoardDocument& document, BoardRect rect) {
  constexpr int kTries = 400, kPerColumn = 8;
  const BoardPoint first{rect.x, rect.y};
  for (int i = 0; i < kTries; ++i) {
    rect.x = first.x + (i / kPerColumn) * (rect.w + 2 * kElbowRoom);
    rect.y = first.y + (i % kPerColumn) * (rect.h + 2 * kElbowRoom);
    bool free = true;
    for (const std::string& id : document.Within(rect.Grown(kElbowRoom - 1))) {
      const BoardNode* node = document.FindNode(id);
      free = free && node != nullptr && node->shape == BoardShape::kFrame;
    }
    if (free) return rect;
  }
  return rect;
}

// Free text is as large as its letters; anything else grows when they need the room.
void FitLabel(BoardDocument* document, const std::string& id) {
  const BoardNode* node = document->FindNode(id);
  if (node == nullptr || node->shape == BoardShape::kFrame) return;
  const BoardPoint needed = FittingSize(*node);
  BoardRect rect = RectOf(*node);
  const bool text = node->shape == BoardShape::kText;
  rect.w = text ? needed.x : std::max(rect.w, needed.x);
  rect.h = text ? needed.y : std::max(rect.h, needed.y);
  if (rect != RectOf(*node)) document->Resize(id, rect);
}

std::string NextStep(WhiteboardState* state) { return "name " + std::to_string(++state->edits); }

// In the order of reading: rows from above, each from the left; then edges.
BoardIds ReadingOrder(const interview::Board& board) {
  std::vector<const BoardNode*> nodes;
  for (const BoardNode& node : board.nodes) nodes.push_back(&node);
  const auto row = [](const BoardNode* n) { return std::floor((n->y + n->h / 2) / kRow); };
  std::stable_sort(nodes.begin(), nodes.end(), [&](const BoardNode* a, const BoardNode* b) {
    return row(a) != row(b) ? row(a) < row(b) : a->x < b->x;
  });
  BoardIds ids;
  for (const BoardNode* node : nodes) ids.push_back(node->id);
  for (const BoardEdge& edge : board.edges) ids.push_back(edge.id);
  return ids;
}

void RevealSelection(WhiteboardState* state) {
  constexpr double kMargin = 32;
  if (state->camera.size.x <= 0) return;
  BoardIds seen = state->selection;
  for (const std::string& id : state->selection) {
    if (const BoardEdge* edge = state->document.FindEdge(id)) {
      seen.push_back(edge->from);
      seen.push_back(edge->to);
    }
  }
  if (const auto rect = state->document.RectOfAll(seen)) state->camera.Reveal(*rect, kMargin);
}

}  // namespace

bool IsSelected(const WhiteboardState& state, std::string_view id) {
  return Contains(state.selection, id);
}

std::string SoleSelection(const WhiteboardState& state) {
  return state.selection.size() == 1 ? state.selection.front() : std::string();
}

BoardIds SelectedNodes(const WhiteboardState& state) {
  BoardIds nodes;
  for (const std::string& id : state.selection) {
    if (state.document.FindNode(id) != nullptr) nodes.push_back(id);
  }
  return nodes;
}

void SelectAll(WhiteboardState* state) {
  const interview::Board& board = state->document.board();
  state->selection.clear();
  for (const BoardEdge& edge : board.edges) state->selection.push_back(edge.id);
  for (const BoardStroke& stroke : board.strokes) state->selection.push_back(stroke.id);
  for (const BoardNode& node : board.nodes) state->selection.push_back(node.id);
}

void PruneSelection(WhiteboardState* state) {
  std::erase_if(state->selection,
                [&](const std::string& id) { return !Exists(state->document, id); });
  if (!state->editing.id.empty() && !Exists(state->document, state->editing.id)) {
    state->editing = {};
  }
}

bool WalkSelection(WhiteboardState* state, int direction) {
  const BoardIds order = ReadingOrder(state->document.board());
  if (order.empty()) return false;
  const auto at = state->selection.empty()
                      ? order.end()
                      : std::find(order.begin(), order.end(), state->selection.back());
  const int count = static_cast<int>(order.size());
  int next = direction > 0 ? 0 : count - 1;
  if (at != order.end()) next = static_cast<int>(at - order.begin()) + direction;
  if (next < 0 || next >= count) return false;
  state->selection = {order[static_cast<std::size_t>(next)]};
  RevealSelection(state);
  return true;
}

std::string NodeTowards(const WhiteboardState& state, std::string_view from, int dx, int dy) {
  const BoardNode* start = state.document.FindNode(from);
  if (start == nullptr) return {};
  const BoardPoint a = RectOf(*start).center();
  const BoardNode* best = nullptr;
  double best_cost = std::numeric_limits<double>::infinity();
  for (const BoardNode& node : state.document.board().nodes) {
    const BoardPoint b = RectOf(node).center();
    const double along = (b.x - a.x) * dx + (b.y - a.y) * dy;
    const double aside = std::abs((b.x - a.x) * dy) + std::abs((b.y - a.y) * dx);
    if (along <= 0 || aside > 2 * along) continue;
    const double cost = along + 2 * aside;
    if (cost < best_cost) {
      best_cost = cost;
      best = &node;
    }
  }
  return best == nullptr ? std::string() : best->id;
}

BoardPoint OnGrid(const WhiteboardState& state, BoardPoint p) {
  if (!state.snap) return {Quarter(p.x), Quarter(p.y)};
  return {std::round(p.x / kBoardGrid) * kBoardGrid, std::round(p.y / kBoardGrid) * kBoardGrid};
}

std::string AddNodeAt(WhiteboardState* state, BoardShape shape, std::string_view type,
                      BoardPoint center) {
  BoardNode node;
  node.type = type;
  node.shape = shape;
  const BoardPoint size = DefaultSize(shape);
  const BoardPoint corner = OnGrid(*state, {center.x - size.x / 2, center.y - size.y / 2});
  node.x = corner.x;
  node.y = corner.y;
  node.w = size.x;
  node.h = size.y;
  const bool whole = !state->document.in_gesture();
  if (whole) state->document.BeginGesture();
  const std::string id = state->document.AddNode(std::move(node));
  if (shape != BoardShape::kFrame) state->document.SettleInFrames({id});
  if (whole) state->document.EndGesture();
  state->selection = {id};
  return id;
}

std::string AddPartInView(WhiteboardState* state, std::string_view type) {
  const BoardPoint size = DefaultSize(BoardShape::kComponent);
  const BoardPoint middle = state->camera.View().center();
  const BoardRect place =
      FreePlace(state->document, {middle.x - size.x / 2, middle.y - size.y / 2, size.x, size.y});
  const std::string id = AddNodeAt(state, BoardShape::kComponent, type, place.center());
  RevealSelection(state);
  return id;
}

std::string Connect(WhiteboardState* state, std::string_view from, std::string_view to,
                    interview::BoardSide to_side) {
  if (from == to) return {};
  for (const std::string& id : state->document.EdgesOf(from)) {
    const BoardEdge* edge = state->document.FindEdge(id);
    if (edge->from == from && edge->to == to) {
      state->selection = {id};
      return id;
    }
  }
  BoardEdge edge;
  edge.from = from;
  edge.to = to;
  edge.to_side = to_side;
  const std::string id = state->document.AddEdge(std::move(edge));
  if (!id.empty()) state->selection = {id};
  return id;
}

std::string AddConnected(WhiteboardState* state, std::string_view from) {
  const BoardNode* start = state->document.FindNode(from);
  if (start == nullptr) return {};
  const std::string source(from);
  const BoardPoint size = DefaultSize(BoardShape::kComponent);
  const BoardRect rect = FreePlace(
      state->document,
      {start->x + start->w + kBeside, start->y + start->h / 2 - size.y / 2, size.x, size.y});
  state->editing.step = NextStep(state);
  state->document.BeginGesture(state->editing.step);
  const std::string id = AddNodeAt(state, BoardShape::kComponent, "", rect.center());
  Connect(state, source, id);
  state->document.EndGesture();
  state->selection = {id};
  RevealSelection(state);
  return id;
}

void DeleteSelection(WhiteboardState* state) {
  if (state->selection.empty()) return;
  state->document.Delete(state->selection);
  PruneSelection(state);
}

void DuplicateSelection(WhiteboardState* state) {
  if (state->selection.empty()) return;
  state->selection = state->document.Duplicate(state->selection);
  RevealSelection(state);
}

void NudgeSelection(WhiteboardState* state, double dx, double dy) {
  state->document.BeginGesture("nudge");
  state->document.Move(state->selection, dx, dy);
  state->document.EndGesture();
  RevealSelection(state);
}

void GroupSelection(WhiteboardState* state) { state->document.Group(SelectedNodes(*state)); }

void UngroupSelection(WhiteboardState* state) { state->document.Ungroup(SelectedNodes(*state)); }

void FrameSelection(WhiteboardState* state) {
  state->editing.step = NextStep(state);
  state->document.BeginGesture(state->editing.step);
  const std::string id = state->document.Frame(SelectedNodes(*state));
  state->document.EndGesture();
  if (id.empty()) {
    state->editing = {};
    return;
  }
  state->selection = {id};
  StartNaming(state, id);
}

void TidyBoard(WhiteboardState* state) {
  const BoardIds nodes = SelectedNodes(*state);
  if (nodes.size() > 1) {
    state->document.TidyUp(nodes);
  } else {
    state->document.TidyUp();
    state->fit_wanted = true;
  }
}

void UndoBoard(WhiteboardState* state) {
  FinishNaming(state);
  state->document.Undo();
  PruneSelection(state);
}

void RedoBoard(WhiteboardState* state) {
  FinishNaming(state);
  state->document.Redo();
  PruneSelection(state);
}

std::string CopiedText(const WhiteboardState& state) {
  return BoardClip(state.document.Part(state.selection));
}

void PasteText(WhiteboardState* state, std::string_view text) {
  constexpr double kAside = 24;
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return;
  const interview::Result<interview::Board> part = ReadBoardClip(text);
  if (!part) {
    state->document.BeginGesture();
    const std::string id = AddNodeAt(state, BoardShape::kText, "", state->camera.View().center());
    state->document.SetLabel(id, text);
    FitLabel(&state->document, id);
    state->document.EndGesture();
    return;
  }
  const std::optional<BoardRect> rect = ContentRect(*part);
  if (!rect) return;
  // Beside where it was copied from, or in the middle when that is out of sight.
  const BoardPoint middle = state->camera.View().center();
  BoardPoint at{rect->x + kAside, rect->y + kAside};
  if (!state->camera.View().Overlaps({at.x, at.y, rect->w, rect->h})) {
    at = OnGrid(*state, {middle.x - rect->w / 2, middle.y - rect->h / 2});
  }
  while (std::any_of(state->document.board().nodes.begin(), state->document.board().nodes.end(),
                     [&](const BoardNode& n) { return n.x == at.x && n.y == at.y; })) {
    at.x += kAside;
    at.y += kAside;
  }
  state->selection = state->document.Insert(*part, at);
  RevealSelection(state);
}

void StartNaming(WhiteboardState* state, std::string_view id) {
  const BoardNode* node = state->document.FindNode(id);
  const BoardEdge* edge = state->document.FindEdge(id);
  if (node == nullptr && edge == nullptr) return;
  std::string step = std::move(state->editing.step);
  if (step.empty()) step = NextStep(state);
  state->editing = {};
  state->editing.step = std::move(step);
  state->editing.id = id;
  state->editing.box.text.SetText(node != nullptr ? node->label : edge->label);
  state->editing.box.text.SelectAll();
  state->selection = {state->editing.id};
  RevealSelection(state);
}

void AddAndName(WhiteboardState* state, BoardShape shape, BoardPoint center) {
  state->editing.step = NextStep(state);
  state->document.BeginGesture(state->editing.step);
  const std::string id = AddNodeAt(state, shape, "", center);
  state->document.EndGesture();
  StartNaming(state, id);
}

void TakeName(WhiteboardState* state) {
  state->document.BeginGesture(state->editing.step);
  state->document.SetLabel(state->editing.id, state->editing.box.text.Text());
  FitLabel(&state->document, state->editing.id);
  state->document.EndGesture();
}

void FinishNaming(WhiteboardState* state) {
  if (state->editing.id.empty()) return;
  const std::string id = state->editing.id;
  const BoardNode* node = state->document.FindNode(id);
  // A text without letters cannot be seen again.
  if (node != nullptr && node->shape == BoardShape::kText && node->label.empty()) {
    state->document.BeginGesture(state->editing.step);
    state->document.Delete({id});
    state->document.EndGesture();
  }
  state->editing = {};
  PruneSelection(state);
}

void FitBoard(WhiteboardState* state, double margin) {
  if (const auto rect = ContentRect(state->document.board())) {
    state->camera.Fit(*rect, margin);
  } else {
    state->camera.zoom = 1;
    state->camera.at = {};
  }
}

const std::string& NameOf(const WhiteboardState& state, const std::string& node) {
  static const std::string none;
  const auto found = state.names.find(node);
  return found == state.names.end() ? none : found->second;
}

void UpdateNames(WhiteboardState* state, const PartLooks& looks) {
  if (state->named_version == state->document.version()) return;
  state->named_version = state->document.version();
  state->names.clear();
  std::unordered_map<std::string, int> times;
  for (const BoardNode& node : state->document.board().nodes) {
    std::string name = node.label;
    const auto look = looks.find(node.type);
    if (name.empty()) name = look != looks.end() ? look->second.name : node.type;
    if (name.empty()) name = "Unnamed";
    std::replace(name.begin(), name.end(), '\n', ' ');
    const int time = ++times[name];
    if (time > 1) name += " " + std::to_string(time);
    state->names[node.id] = std::move(name);
  }
}

std::string EdgeText(const WhiteboardState& state, const BoardEdge& edge) {
  std::string text = NameOf(state, edge.from) + " → " + NameOf(state, edge.to);
  if (!edge.label.empty()) text += ": " + edge.label;
  return text;
}

}  // namespace app
