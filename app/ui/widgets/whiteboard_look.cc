// The canvas without its tools: the painting is that of the board one works on.
#include "app/ui/widgets/whiteboard_look.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/whiteboard_canvas_frame.h"

namespace app {
namespace {

using interview::ArrowHeads;
using interview::BoardEdge;
using interview::BoardNode;
using interview::BoardShape;
using interview::LineStyle;

constexpr double kZoomStep = 1.2;
constexpr double kFitMargin = 28;
constexpr double kSurroundings = 160;  // board units around what is shown
constexpr double kLegible = 0.6;       // the smallest zoom at which labels are read
constexpr double kCloseUp = 0.9;       // the largest zoom that showing something asks for
constexpr float kSlip = 3;             // pixels that a press may move
constexpr float kQuiet = 0.4f;         // opacity of what does not stand out
constexpr float kSmallestSign = 0.75f;

// Ends as they were handed in, for edges that had no id of their own.
std::string NameByEnds(const BoardEdge& edge) { return edge.from + "->" + edge.to; }

}  // namespace

const BoardMark* CanvasFrame::MarkOf(const BoardNode& node) const {
  if (marks_ == nullptr) return nullptr;
  const auto found = marks_->find(node.id);
  return found == marks_->end() ? nullptr : &found->second;
}

const BoardMark* CanvasFrame::MarkOf(const BoardEdge& edge) const {
  if (marks_ == nullptr) return nullptr;
  auto found = marks_->find(edge.id);
  if (found == marks_->end()) found = marks_->find(NameByEnds(edge));
  return found == marks_->end() ? nullptr : &found->second;
}

void CanvasFrame::DrawWordsOf(const std::string& id) const {
  const BoardNode* node = state_.document.FindNode(id);
  const BoardEdge* edge = state_.document.FindEdge(id);
  const BoardMark* mark = node != nullptr   ? MarkOf(*node)
                          : edge != nullptr ? MarkOf(*edge)
                                            : nullptr;
  if (mark != nullptr) DrawPointerNote(context_, mark->words);
}

// Dragging moves the view, a press chooses; the wheel is left to the page unless Ctrl is held.
void CanvasFrame::LookAround(BoardLookAnswer* answer) {
  pixel_ = ImGui::GetIO().MousePos;
  if (hovered_ && CurrentModifiers().ctrl && ImGui::GetIO().MouseWheel != 0) {
    camera_.ZoomAt(
        pixel_, camera_.zoom * std::pow(kZoomStep, static_cast<double>(ImGui::GetIO().MouseWheel)));
  }
  pointer_ = camera_.ToBoard(pixel_);
  if (hovered_ && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
    context_.focus.Focus(id_);
    gesture_ = {};
    gesture_.pressed_at = pixel_;
    gesture_.act = BoardAct::kPressed;
    const auto map = MinimapPlace();
    if (map && pixel_.x >= map->min.x && pixel_.y >= map->min.y) {
      gesture_.rect = map->shown;
      gesture_.act = BoardAct::kMinimap;
      MoveByMinimap(*map);
    }
  }
  std::string under = hovered_ ? TargetAt(pointer_) : std::string();
  if (hovered_ && under.empty()) under = EdgeIdAt(pointer_).value_or("");
  if (gesture_.act == BoardAct::kPressed) {
    const bool slipped =
        std::abs(pixel_.x - gesture_.pressed_at.x) + std::abs(pixel_.y - gesture_.pressed_at.y) >
        kSlip;
    if (slipped) {
      gesture_.act = BoardAct::kPanning;
      camera_.Pan(ImVec2(pixel_.x - gesture_.pressed_at.x, pixel_.y - gesture_.pressed_at.y));
    }
  } else if (gesture_.act == BoardAct::kPanning) {
    camera_.Pan(ImGui::GetIO().MouseDelta);
    ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
  } else if (gesture_.act == BoardAct::kMinimap) {
    if (const auto map = MinimapPlace()) MoveByMinimap(*map);
  } else if (!under.empty()) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    DrawWordsOf(under);
  }
  if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    if (gesture_.act == BoardAct::kPressed) answer->pressed = under;
    gesture_ = {};
  }
}

// The arrows go from part to part.
void CanvasFrame::LookByKeys(BoardLookAnswer* answer) {
  const int dx = (KeyPressed(Key::kRight) ? 1 : 0) - (KeyPressed(Key::kLeft) ? 1 : 0);
  const int dy = (KeyPressed(Key::kDown) ? 1 : 0) - (KeyPressed(Key::kUp) ? 1 : 0);
  if (dx != 0 || dy != 0) {
    const auto from = std::find_if(
        state_.selection.rbegin(), state_.selection.rend(),
        [&](const std::string& id) { return state_.document.FindNode(id) != nullptr; });
    if (from == state_.selection.rend()) {
      state_.selection.clear();
      WalkSelection(&state_, 1);
      if (!state_.selection.empty()) answer->pressed = state_.selection.back();
    } else {
      answer->pressed =
          dx != 0 ? NodeTowards(state_, *from, dx, 0) : NodeTowards(state_, *from, 0, dy);
    }
  }
  if (KeyPressed(Key::kEqual)) camera_.ZoomAtCenter(camera_.zoom * kZoomStep);
  if (KeyPressed(Key::kMinus)) camera_.ZoomAtCenter(camera_.zoom / kZoomStep);
  if (KeyPressed(Key::k0, false)) FitBoard(&state_, kFitMargin);
}

void CanvasFrame::PaintMarkedEdges() {
  if (marks_ == nullptr) return;
  const std::vector<BoardEdge>& edges = state_.document.board().edges;
  for (const std::size_t i : state_.routes.Within(view_.Grown(kSlack))) {
    const BoardMark* mark = MarkOf(edges[i]);
    if (mark == nullptr) continue;
    const Color color = theme_.color.tint[static_cast<std::size_t>(mark->signs[0].tint)].line;
    PaintRoute(state_.routes.route(i), ArrowHeads::kNone, LineStyle::kThick,
               IsQuiet(edges[i].id) ? WithOpacity(color, kQuiet) : color);
  }
}

// Side by side towards the left, the first one at `corner`.
void CanvasFrame::PaintSign(const BoardMark& mark, ImVec2 corner, bool is_quiet) {
  const Metrics& m = theme_.size;
  const float scale = std::clamp(static_cast<float>(camera_.zoom), kSmallestSign, 1.0f);
  const float radius = m.small * scale, opacity = is_quiet ? kQuiet : 1;
  for (const BoardMark::Sign& sign : mark.signs) {
    const Color ink = theme_.color.tint[static_cast<std::size_t>(sign.tint)].ink;
    list_->AddCircleFilled(corner, radius + m.hair, theme_.color.board);
    list_->AddCircleFilled(corner, radius, WithOpacity(ink, opacity));
    DrawIcon(list_, sign.icon, corner, m.gap * scale, theme_.color.board);
    corner.x -= 2 * radius + m.line;
  }
}

// Around what something is said about; what does not stand out is veiled.
void CanvasFrame::PaintOutlines() {
  const Metrics& m = theme_.size;
  for (const BoardNode& node : state_.document.board().nodes) {
    if (!InView(RectOf(node))) continue;
    const auto [min, max] = OnScreen(RectOf(node));
    const float radius = camera_.Scaled(kCornerRadius);
    const ImVec2 low(min.x - m.line, min.y - m.line), high(max.x + m.line, max.y + m.line);
    const bool is_quiet = IsQuiet(node.id);
    if (const BoardMark* mark = MarkOf(node)) {
      const Color ink = theme_.color.tint[static_cast<std::size_t>(mark->signs[0].tint)].ink;
      StrokeRect(list_, low, high, WithOpacity(ink, is_quiet ? kQuiet : 1), radius, m.line);
    }
    if (is_quiet && node.shape != BoardShape::kFrame) {
      list_->AddRectFilled(min, max, WithOpacity(theme_.color.board, 1 - kQuiet), radius);
    }
    if (!selected_.contains(node.id)) continue;
    const float out = m.tiny + m.hair;
    StrokeRect(list_, ImVec2(min.x - out, min.y - out), ImVec2(max.x + out, max.y + out),
               theme_.color.accent, radius + m.tiny, m.line + m.hair);
  }
}

void CanvasFrame::PaintSigns() {
  const interview::Board& board = state_.document.board();
  for (const std::size_t i : state_.routes.Within(view_.Grown(kSlack))) {
    const BoardEdge& edge = board.edges[i];
    const BoardMark* mark = MarkOf(edge);
    if (mark == nullptr || state_.routes.route(i).points.empty()) continue;
    ImVec2 place = camera_.ToScreen(state_.routes.route(i).label);
    if (!edge.label.empty()) {  // beside what is written there
      const float label = TextSize(theme_.font.small, edge.label).x / 2 + 2 * theme_.size.small;
      place.x -= camera_.Scaled(static_cast<double>(label));
    }
    PaintSign(*mark, place, IsQuiet(edge.id));
  }
  for (const BoardNode& node : board.nodes) {
    const BoardMark* mark = MarkOf(node);
    if (mark == nullptr || !InView(RectOf(node))) continue;
    const ImVec2 corner = camera_.ToScreen({node.x + node.w, node.y});
    PaintSign(*mark, ImVec2(corner.x, corner.y - theme_.size.tiny), IsQuiet(node.id));
  }
}

BoardLookAnswer CanvasFrame::Look(const char* label, ImVec2 size, const BoardMarks& marks) {
  marks_ = &marks;
  BoardLookAnswer answer;
  camera_.size = size;
  if (std::exchange(state_.fit_wanted, false)) ShowLegibly(&state_);
  Begin(label, size, FocusRing::Kind::kPress);
  LookAround(&answer);
  if (focused_ && !context_.focus.JustGained()) LookByKeys(&answer);
  PaintBoard();
  PaintOutlines();
  PaintSigns();
  PaintMinimap();
  End(label);
  return answer;
}

BoardLookAnswer DrawBoardLook(FrameContext& context, const char* label, ImVec2 size,
                              const PartLooks& looks, const BoardMarks& marks,
                              WhiteboardState* state) {
  return CanvasFrame(&context, looks, state).Look(label, size, marks);
}

bool IsAmong(const interview::BoardEvidence& parts, const WhiteboardState& state,
             const std::string& id) {
  const auto names = [](const std::vector<std::string>& all, const std::string& name) {
    return std::find(all.begin(), all.end(), name) != all.end();
  };
  const BoardEdge* edge = state.document.FindEdge(id);
  if (edge == nullptr) return names(parts.nodes, id);
  return names(parts.edges, id) || names(parts.edges, NameByEnds(*edge));
}

void ShowWhole(WhiteboardState* state) {
  state->selection.clear();
  FitBoard(state, kFitMargin);
}

void ShowLegibly(WhiteboardState* state) {
  FitBoard(state, kFitMargin);
  const auto content = ContentRect(state->document.board());
  if (!content || state->camera.zoom >= kLegible) return;
  state->camera.zoom = kLegible;
  const BoardRect view = state->camera.View();
  const double margin = kFitMargin / kLegible;
  const BoardPoint middle = content->center();
  state->camera.at = {
      content->w + 2 * margin > view.w ? content->x - margin : middle.x - view.w / 2,
      content->h + 2 * margin > view.h ? content->y - margin : middle.y - view.h / 2};
}

void ShowOnBoard(const interview::BoardEvidence& parts, WhiteboardState* state) {
  state->selection.clear();
  BoardIds ends;  // an edge is seen with what it connects
  const interview::Board& board = state->document.board();
  for (const BoardEdge& edge : board.edges) {
    if (!IsAmong(parts, *state, edge.id)) continue;
    state->selection.push_back(edge.id);
    ends.insert(ends.end(), {edge.from, edge.to});
  }
  for (const BoardNode& node : board.nodes) {
    if (IsAmong(parts, *state, node.id)) state->selection.push_back(node.id);
  }
  ends.insert(ends.end(), state->selection.begin(), state->selection.end());
  const auto rect = state->document.RectOfAll(ends);
  FitBoard(state, kFitMargin);
  if (!rect) return;
  const BoardCamera whole = state->camera;
  state->camera.Fit(rect->Grown(kSurroundings), kFitMargin);
  if (state->camera.zoom > kCloseUp) state->camera.ZoomAtCenter(kCloseUp);
  if (state->camera.zoom < whole.zoom) state->camera = whole;
}

}  // namespace app
