// What the mouse does on the whiteboard.
#include <algorithm>
#include <cmath>

#include "app/ui/widgets/whiteboard_canvas_frame.h"

namespace app {
namespace {

using interview::BoardShape;
using interview::BoardSide;

constexpr float kDragAfter = 3;       // pixels that a press may slip
constexpr double kShortestPull = 24;  // board units; a shorter connection was a slip
constexpr double kPenStep = 1.5;      // pixels between the points of a stroke
constexpr double kZoomStep = 1.15;    // of one notch of the wheel
constexpr float kWheelPixels = 48;
constexpr double kSnapPixels = 6;

float Distance(ImVec2 a, ImVec2 b) { return std::hypot(a.x - b.x, a.y - b.y); }

BoardShape ShapeOf(BoardTool tool) {
  switch (tool) {
    case BoardTool::kRectangle:
      return BoardShape::kRectangle;
    case BoardTool::kEllipse:
      return BoardShape::kEllipse;
    case BoardTool::kDiamond:
      return BoardShape::kDiamond;
    case BoardTool::kText:
      return BoardShape::kText;
    case BoardTool::kNote:
      return BoardShape::kNote;
    case BoardTool::kFrame:
      return BoardShape::kFrame;
    default:
      return BoardShape::kComponent;
  }
}

}  // namespace

ImVec2 CanvasFrame::PortPlace(const BoardNode& node, BoardSide side) const {
  const BoardPoint c = RectOf(node).center();
  switch (side) {
    case BoardSide::kLeft:
      return camera_.ToScreen({node.x, c.y});
    case BoardSide::kRight:
      return camera_.ToScreen({node.x + node.w, c.y});
    case BoardSide::kTop:
      return camera_.ToScreen({c.x, node.y});
    default:
      return camera_.ToScreen({c.x, node.y + node.h});
  }
}

std::array<ImVec2, 4> CanvasFrame::Corners(const BoardNode& node) const {
  const auto [min, max] = OnScreen(RectOf(node));
  const float out = theme_.size.tiny;  // on the selection's outline
  return {ImVec2(min.x - out, min.y - out), ImVec2(max.x + out, min.y - out),
          ImVec2(max.x + out, max.y + out), ImVec2(min.x - out, max.y + out)};
}

bool CanvasFrame::ShowsPorts(const BoardNode& node) const {
  const float smallest = 5 * theme_.size.board_port;
  return node.is_part() && node.shape != BoardShape::kFrame && camera_.Scaled(node.w) > smallest &&
         camera_.Scaled(node.h) > smallest;
}

std::optional<CanvasFrame::Port> CanvasFrame::PortAt(ImVec2 pixel) const {
  const BoardNode* node = state_.document.FindNode(state_.hovered);
  if (node == nullptr || !ShowsPorts(*node)) return std::nullopt;
  for (const BoardSide side : kPortSides) {
    if (Distance(PortPlace(*node, side), pixel) <= theme_.size.board_reach) {
      return Port{node->id, side};
    }
  }
  return std::nullopt;
}

int CanvasFrame::CornerAt(ImVec2 pixel) const {
  const BoardNode* node = state_.document.FindNode(SoleSelection(state_));
  if (node == nullptr) return -1;
  const std::array<ImVec2, 4> corners = Corners(*node);
  for (int i = 0; i < 4; ++i) {
    if (Distance(corners[static_cast<std::size_t>(i)], pixel) <= theme_.size.board_reach) return i;
  }
  return -1;
}

std::string CanvasFrame::TargetAt(BoardPoint p) const {
  std::string id = state_.document.At(p, theme_.size.tiny / camera_.zoom);
  const BoardNode* node = state_.document.FindNode(id);
  if (node != nullptr && node->shape == BoardShape::kFrame && p.y > node->y + kFrameTitle) id = "";
  return id;
}

std::optional<std::string> CanvasFrame::EdgeIdAt(BoardPoint p) const {
  const auto edge = state_.routes.EdgeAt(p, theme_.size.board_reach / camera_.zoom);
  if (!edge) return std::nullopt;
  return state_.document.board().edges[*edge].id;
}

void CanvasFrame::Hover() {
  const std::optional<Port> port = PortAt(pixel_);
  if (!port) state_.hovered = TargetAt(pointer_);
  if (CornerAt(pixel_) >= 0) {
    ImGui::SetMouseCursor(CornerAt(pixel_) % 2 == 0 ? ImGuiMouseCursor_ResizeNWSE
                                                    : ImGuiMouseCursor_ResizeNESW);
  } else if (port) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  } else if (state_.tool == BoardTool::kText) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  }
}

// The wheel moves the view as in a document; with Ctrl it zooms.
void CanvasFrame::TakeWheel() {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.MouseWheel == 0 && io.MouseWheelH == 0) return;
  const Modifiers modifiers = CurrentModifiers();
  if (modifiers.ctrl) {
    camera_.ZoomAt(pixel_, camera_.zoom * std::pow(kZoomStep, static_cast<double>(io.MouseWheel)));
  } else if (modifiers.shift) {
    camera_.Pan(ImVec2((io.MouseWheel + io.MouseWheelH) * kWheelPixels, 0));
  } else {
    camera_.Pan(ImVec2(io.MouseWheelH * kWheelPixels, io.MouseWheel * kWheelPixels));
  }
}

bool CanvasFrame::IsInside(ImVec2 p) const {
  return p.x >= camera_.origin.x && p.y >= camera_.origin.y &&
         p.x < camera_.origin.x + camera_.size.x && p.y < camera_.origin.y + camera_.size.y;
}

// A part is carried here from the palette and let go.
void CanvasFrame::TakeCarriedPart() {
  if (state_.carried_part.empty() || ImGui::IsMouseDown(ImGuiMouseButton_Left)) return;
  if (IsInside(pixel_)) {
    AddNodeAt(&state_, BoardShape::kComponent, state_.carried_part, pointer_);
    context_.focus.Focus(id_);
  }
  state_.carried_part.clear();
}

void CanvasFrame::TakePointer() {
  pixel_ = ImGui::GetIO().MousePos;
  pointer_ = camera_.ToBoard(pixel_);
  TakeCarriedPart();
  const bool idle = gesture_.act == BoardAct::kNone || gesture_.by_keyboard;
  const bool carried = !state_.carried_part.empty() && IsInside(pixel_);
  if (carried) ScrollAtEdge();
  if (hovered_) TakeWheel();
  pointer_ = camera_.ToBoard(pixel_);
  if (!hovered_ && idle) state_.hovered.clear();
  if (idle && hovered_) {
    Hover();
    const bool left = ImGui::IsMouseClicked(ImGuiMouseButton_Left);
    const bool other = ImGui::IsMouseClicked(ImGuiMouseButton_Right) ||
                       ImGui::IsMouseClicked(ImGuiMouseButton_Middle);
    if (other || (left && KeyDown(Key::kSpace) && state_.editing.id.empty())) {
      gesture_ = {};
      gesture_.act = BoardAct::kPanning;
    } else if (left) {
      gesture_ = {};
      gesture_.pressed_at = pixel_;
      gesture_.start = pointer_;
      Press();
    }
  } else if (!idle) {
    switch (gesture_.act) {
      case BoardAct::kDragging:
      case BoardAct::kResizing:
      case BoardAct::kConnecting:
      case BoardAct::kMarquee:
      case BoardAct::kDrawing:
      case BoardAct::kPen:
        ScrollAtEdge();
        break;
      default:
        break;
    }
    const bool down =
        ImGui::IsMouseDown(ImGuiMouseButton_Left) ||
        (gesture_.act == BoardAct::kPanning && (ImGui::IsMouseDown(ImGuiMouseButton_Right) ||
                                                ImGui::IsMouseDown(ImGuiMouseButton_Middle)));
    Hold();
    if (!down) Release();
  }
}

void CanvasFrame::Press() {
  context_.focus.Focus(id_);
  FinishNaming(&state_);
  if (const auto map = MinimapPlace()) {
    if (pixel_.x >= map->min.x && pixel_.y >= map->min.y && pixel_.x <= map->max.x &&
        pixel_.y <= map->max.y) {
      gesture_.rect = map->shown;
      gesture_.act = BoardAct::kMinimap;
      return MoveByMinimap(*map);
    }
  }
  if (state_.tool != BoardTool::kSelect) return PressWithTool();
  if (ImGui::GetIO().MouseClickedCount[ImGuiMouseButton_Left] == 2) return PressTwice();
  PressWithSelect();
}

void CanvasFrame::PressTwice() {
  const std::string target = TargetAt(pointer_);
  if (!target.empty()) return StartNaming(&state_, target);
  if (const auto edge = EdgeIdAt(pointer_)) return StartNaming(&state_, *edge);
  AddAndName(&state_, BoardShape::kComponent, pointer_);
}

void CanvasFrame::PressWithSelect() {
  const bool add = CurrentModifiers().shift;
  gesture_.corner = CornerAt(pixel_);
  if (gesture_.corner >= 0) {
    gesture_.act = BoardAct::kResizing;
    gesture_.target = SoleSelection(state_);
    gesture_.rect = RectOf(*state_.document.FindNode(gesture_.target));
    return state_.document.BeginGesture();
  }
  if (const auto port = PortAt(pixel_)) {
    gesture_.act = BoardAct::kConnecting;
    gesture_.target = port->node;
    gesture_.side = port->side;
    return;
  }
  std::string id = TargetAt(pointer_);
  if (id.empty()) {
    if (const auto edge = EdgeIdAt(pointer_)) id = *edge;
  }
  if (id.empty()) id = state_.document.At(pointer_, theme_.size.tiny / camera_.zoom);  // a frame
  if (id.empty()) {
    gesture_.act = BoardAct::kMarquee;
    if (!add) state_.selection.clear();
    gesture_.before = state_.selection;
    return;
  }
  gesture_.act = BoardAct::kPressed;
  gesture_.target = id;
  const BoardIds together = state_.document.WithGroups({id});
  const bool selected = IsSelected(state_, id);
  if (!add && selected) {
    gesture_.narrow_on_release = true;
  } else if (!add) {
    state_.selection = together;
  } else {
    std::erase_if(state_.selection, [&](const std::string& s) {
      return std::find(together.begin(), together.end(), s) != together.end();
    });
    if (!selected) {
      state_.selection.insert(state_.selection.end(), together.begin(), together.end());
    }
  }
}

void CanvasFrame::PressWithTool() {
  switch (state_.tool) {
    case BoardTool::kPen:
      gesture_.act = BoardAct::kPen;
      gesture_.line = {pointer_};
      break;
    case BoardTool::kEraser:
      gesture_.act = BoardAct::kErasing;
      state_.document.BeginGesture();
      EraseUnderPointer();
      break;
    case BoardTool::kArrow:
      gesture_.target = TargetAt(pointer_);
      if (state_.document.FindNode(gesture_.target) != nullptr) {
        gesture_.act = BoardAct::kConnecting;
      }
      break;
    default:
      gesture_.act = BoardAct::kDrawing;
      break;
  }
}

void CanvasFrame::Hold() {
  switch (gesture_.act) {
    case BoardAct::kPressed:
      if (Distance(pixel_, gesture_.pressed_at) > kDragAfter) StartDrag();
      break;
    case BoardAct::kDragging:
      Drag();
      break;
    case BoardAct::kResizing:
      ResizeNode();
      break;
    case BoardAct::kConnecting:
      state_.hovered = TargetAt(pointer_);
      break;
    case BoardAct::kMarquee: {
      state_.selection = gesture_.before;
      const std::unordered_set<std::string_view> before(gesture_.before.begin(),
                                                        gesture_.before.end());
      for (std::string& id : state_.document.WithGroups(
               state_.document.Within(RectFromCorners(gesture_.start, pointer_)))) {
        if (!before.contains(id)) state_.selection.push_back(std::move(id));
      }
      break;
    }
    case BoardAct::kPen: {
      const BoardPoint last = gesture_.line.back();
      if (std::hypot(pointer_.x - last.x, pointer_.y - last.y) * camera_.zoom >= kPenStep) {
        gesture_.line.push_back(pointer_);
      }
      break;
    }
    case BoardAct::kErasing:
      EraseUnderPointer();
      break;
    case BoardAct::kPanning:
      camera_.Pan(ImGui::GetIO().MouseDelta);
      break;
    case BoardAct::kMinimap:
      if (const auto map = MinimapPlace()) MoveByMinimap(*map);
      break;
    default:
      break;
  }
}

void CanvasFrame::StartDrag() {
  const BoardIds& ids = state_.selection;
  const std::optional<BoardRect> rect = state_.document.RectOfAll(ids);
  if (!IsSelected(state_, gesture_.target) || !rect) return;  // edges stay where they are
  gesture_.act = BoardAct::kDragging;
  gesture_.rect = *rect;
  gesture_.moved = {};
  gesture_.narrow_on_release = false;
  state_.document.BeginGesture();
  if (CurrentModifiers().alt) state_.selection = state_.document.Duplicate(ids, 0, 0);
  std::vector<BoardRect> others;
  const interview::Board moving = state_.document.Part(ids);  // with the contents of frames
  std::unordered_set<std::string_view> moves;
  for (const BoardNode& node : moving.nodes) moves.insert(node.id);
  for (const BoardNode& node : state_.document.board().nodes) {
    if (!moves.contains(node.id)) others.push_back(RectOf(node));
  }
  gesture_.others.Build(std::move(others));
  Drag();
}

void CanvasFrame::Drag() {
  BoardPoint to{pointer_.x - gesture_.start.x, pointer_.y - gesture_.start.y};
  gesture_.guides.clear();
  if (state_.snap && !CurrentModifiers().ctrl) {
    BoardRect rect = gesture_.rect;
    rect.x += to.x;
    rect.y += to.y;
    SnapResult snap = Snap(rect, gesture_.others, {}, kSnapPixels / camera_.zoom);
    to = {to.x + snap.dx, to.y + snap.dy};
    gesture_.guides = std::move(snap.guides);
  }
  to = {Quarter(to.x), Quarter(to.y)};
  const double dx = to.x - gesture_.moved.x, dy = to.y - gesture_.moved.y;
  if (dx != 0 || dy != 0) state_.document.Move(state_.selection, dx, dy);
  gesture_.moved = to;
  ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
}

void CanvasFrame::ResizeNode() {
  const BoardRect& r = gesture_.rect;
  const bool left = gesture_.corner == 0 || gesture_.corner == 3, top = gesture_.corner < 2;
  const BoardPoint fixed{left ? r.right() : r.x, top ? r.bottom() : r.y};
  const BoardPoint corner{left ? r.x : r.right(), top ? r.y : r.bottom()};
  const BoardPoint moved = OnGrid(
      state_, {corner.x + pointer_.x - gesture_.start.x, corner.y + pointer_.y - gesture_.start.y});
  BoardRect to = RectFromCorners(fixed, moved);
  to.w = std::max(to.w, kSmallestNode);
  to.h = std::max(to.h, kSmallestNode);
  const BoardNode* node = state_.document.FindNode(gesture_.target);
  if (node != nullptr && RectOf(*node) != to) state_.document.Resize(gesture_.target, to);
  ImGui::SetMouseCursor(gesture_.corner % 2 == 0 ? ImGuiMouseCursor_ResizeNWSE
                                                 : ImGuiMouseCursor_ResizeNESW);
}

void CanvasFrame::EraseUnderPointer() {
  std::string id = TargetAt(pointer_);
  if (id.empty()) {
    if (const auto edge = EdgeIdAt(pointer_)) id = *edge;
  }
  if (id.empty()) return;
  state_.document.Delete({id});
  PruneSelection(&state_);
}

void CanvasFrame::Release() {
  const WhiteboardState::Gesture done = gesture_;
  switch (done.act) {
    case BoardAct::kPressed:
      if (done.narrow_on_release) state_.selection = state_.document.WithGroups({done.target});
      break;
    case BoardAct::kDragging:
      state_.document.SettleInFrames(SelectedNodes(state_));
      state_.document.EndGesture();
      break;
    case BoardAct::kResizing:
    case BoardAct::kErasing:
      state_.document.EndGesture();
      break;
    case BoardAct::kConnecting:
      FinishConnecting();
      break;
    case BoardAct::kDrawing:
      FinishDrawing();
      break;
    case BoardAct::kPen: {
      BoardStroke stroke;
      stroke.points = done.line;
      if (stroke.points.size() > 1) state_.document.AddStroke(std::move(stroke));
      break;
    }
    default:
      break;
  }
  gesture_ = {};
}

void CanvasFrame::FinishConnecting() {
  const std::string from = gesture_.target;
  const std::optional<Port> port = PortAt(pixel_);
  const std::string to = port ? port->node : TargetAt(pointer_);
  state_.tool = BoardTool::kSelect;
  if (state_.document.FindNode(to) != nullptr) {
    Connect(&state_, from, to, port ? port->side : BoardSide::kAuto);
    return;
  }
  if (std::hypot(pointer_.x - gesture_.start.x, pointer_.y - gesture_.start.y) < kShortestPull) {
    return;
  }
  state_.editing.step = "connect " + std::to_string(++state_.edits);
  state_.document.BeginGesture(state_.editing.step);
  const std::string node = AddNodeAt(&state_, BoardShape::kComponent, "", pointer_);
  Connect(&state_, from, node);
  state_.document.EndGesture();
  StartNaming(&state_, node);
}

void CanvasFrame::FinishDrawing() {
  const BoardShape shape = ShapeOf(state_.tool);
  state_.tool = BoardTool::kSelect;
  const BoardPoint a = OnGrid(state_, gesture_.start), b = OnGrid(state_, pointer_);
  const BoardRect rect = RectFromCorners(a, b);
  const bool pulled = rect.w >= kSmallestNode && rect.h >= kSmallestNode;
  if (!pulled) return AddAndName(&state_, shape, gesture_.start);
  state_.editing.step = "draw " + std::to_string(++state_.edits);
  state_.document.BeginGesture(state_.editing.step);
  const std::string id = AddNodeAt(&state_, shape, "", rect.center());
  state_.document.Resize(id, rect);
  state_.document.SettleInFrames(shape == BoardShape::kFrame ? state_.document.Within(rect)
                                                             : BoardIds{id});
  state_.document.EndGesture();
  StartNaming(&state_, id);
}

void CanvasFrame::MoveByMinimap(const Minimap& map) {
  camera_.CenterOn({map.shown.x + static_cast<double>(pixel_.x - map.min.x) / map.scale,
                    map.shown.y + static_cast<double>(pixel_.y - map.min.y) / map.scale});
}

}  // namespace app
