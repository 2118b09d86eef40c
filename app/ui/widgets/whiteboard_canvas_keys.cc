// What keys do on the whiteboard.
#include <cmath>

#include "app/ui/widgets/whiteboard_canvas_frame.h"

namespace app {
namespace {

constexpr double kZoomStep = 1.25;
constexpr float kPanPixels = 48;
constexpr double kFitMargin = 48;

struct Direction {
  int dx = 0;
  int dy = 0;
};

// The arrow that was pressed.
Direction PressedDirection() {
  Direction d;
  if (KeyPressed(Key::kLeft)) --d.dx;
  if (KeyPressed(Key::kRight)) ++d.dx;
  if (KeyPressed(Key::kUp)) --d.dy;
  if (KeyPressed(Key::kDown)) ++d.dy;
  return d;
}

bool EnterPressed() {
  return KeyPressed(Key::kEnter, false) || KeyPressed(Key::kKeypadEnter, false);
}

}  // namespace

void CanvasFrame::TakeKeys() {
  if (gesture_.act != BoardAct::kNone && !gesture_.by_keyboard) {
    if (KeyPressed(Key::kEscape, false)) Escape();
    return;  // the mouse is in the midst of something
  }
  if (gesture_.act == BoardAct::kConnecting) return TakeConnectKeys();
  const Modifiers modifiers = CurrentModifiers();
  if (modifiers.command()) return TakeCommandKeys();
  if (KeyPressed(Key::kTab) && !modifiers.alt) {
    const int direction = modifiers.shift ? -1 : 1;
    if (!WalkSelection(&state_, direction)) context_.focus.MoveOn(direction);
    return;
  }
  TakeMoves();
  if (modifiers.alt || modifiers.super) return;
  TakeToolKeys();
}

void CanvasFrame::TakeMoves() {
  const Direction d = PressedDirection();
  if (d.dx == 0 && d.dy == 0) return;
  const Modifiers modifiers = CurrentModifiers();
  if (modifiers.alt) {
    if (state_.selection.empty()) {
      WalkSelection(&state_, 1);
    } else if (const std::string to = NodeTowards(state_, state_.selection.back(), d.dx, d.dy);
               !to.empty()) {
      state_.selection = {to};
      camera_.Reveal(RectOf(*state_.document.FindNode(to)), kFitMargin);
    }
  } else if (!state_.selection.empty()) {
    const double step = modifiers.shift ? 1 : kBoardGrid;
    NudgeSelection(&state_, d.dx * step, d.dy * step);
  } else {
    camera_.Pan(
        ImVec2(static_cast<float>(-d.dx) * kPanPixels, static_cast<float>(-d.dy) * kPanPixels));
  }
}

void CanvasFrame::TakeCommandKeys() {
  const bool shift = CurrentModifiers().shift;
  if (KeyPressed(Key::kZ)) shift ? RedoBoard(&state_) : UndoBoard(&state_);
  if (KeyPressed(Key::kY)) RedoBoard(&state_);
  if (KeyPressed(Key::kA, false)) SelectAll(&state_);
  const bool cut = KeyPressed(Key::kX, false);
  if ((cut || KeyPressed(Key::kC, false)) && !state_.selection.empty()) {
    ImGui::SetClipboardText(CopiedText(state_).c_str());
    if (cut) DeleteSelection(&state_);
  }
  if (KeyPressed(Key::kV)) {
    const char* text = ImGui::GetClipboardText();
    if (text != nullptr) PasteText(&state_, text);
  }
  if (KeyPressed(Key::kD)) DuplicateSelection(&state_);
  if (KeyPressed(Key::kG, false)) shift ? UngroupSelection(&state_) : GroupSelection(&state_);
  if (KeyPressed(Key::kRightBracket)) {
    state_.document.Reorder(state_.selection, shift ? ZOrder::kToFront : ZOrder::kForward);
  }
  if (KeyPressed(Key::kLeftBracket)) {
    state_.document.Reorder(state_.selection, shift ? ZOrder::kToBack : ZOrder::kBackward);
  }
  if (EnterPressed() && !state_.selection.empty()) {
    const std::string id = AddConnected(&state_, state_.selection.back());
    if (!id.empty()) StartNaming(&state_, id);
  }
}

void CanvasFrame::TakeToolKeys() {
  static constexpr std::pair<Key, BoardTool> kTools[] = {
      {Key::kV, BoardTool::kSelect},  {Key::kR, BoardTool::kRectangle},
      {Key::kO, BoardTool::kEllipse}, {Key::kD, BoardTool::kDiamond},
      {Key::kT, BoardTool::kText},    {Key::kN, BoardTool::kNote},
      {Key::kP, BoardTool::kPen},     {Key::kE, BoardTool::kEraser}};
  for (const auto& [key, tool] : kTools) {
    if (KeyPressed(key, false)) state_.tool = tool;
  }
  if (KeyPressed(Key::kC, false)) state_.palette_wanted = true;
  if (KeyPressed(Key::kA, false)) StartKeyboardConnection();
  if (KeyPressed(Key::kF, false)) {
    if (SelectedNodes(state_).empty()) {
      state_.tool = BoardTool::kFrame;
    } else {
      FrameSelection(&state_);
    }
  }
  if (KeyPressed(Key::kDelete) || KeyPressed(Key::kBackspace)) DeleteSelection(&state_);
  if (KeyPressed(Key::kEscape, false)) Escape();
  if (EnterPressed() || KeyPressed(Key::kF2, false)) {
    if (!state_.selection.empty()) {
      StartNaming(&state_, state_.selection.back());
    } else if (!KeyPressed(Key::kF2, false)) {
      AddAndName(&state_, BoardShape::kComponent, camera_.View().center());
    }
  }
  if (KeyPressed(Key::kEqual)) camera_.ZoomAtCenter(camera_.zoom * kZoomStep);
  if (KeyPressed(Key::kMinus)) camera_.ZoomAtCenter(camera_.zoom / kZoomStep);
  if (KeyPressed(Key::k0, false)) FitBoard(&state_, kFitMargin);
  if (KeyPressed(Key::k1, false)) camera_.ZoomAtCenter(1);
}

// With one node selected the arrow tool needs no mouse: arrows choose the target.
void CanvasFrame::StartKeyboardConnection() {
  state_.tool = BoardTool::kArrow;
  const std::string from = SoleSelection(state_);
  const BoardNode* start = state_.document.FindNode(from);
  if (start == nullptr) return;
  std::string target;
  for (const Direction d : {Direction{1, 0}, Direction{0, 1}, Direction{-1, 0}, Direction{0, -1}}) {
    if (target.empty()) target = NodeTowards(state_, from, d.dx, d.dy);
  }
  if (target.empty()) return;
  gesture_ = {};
  gesture_.act = BoardAct::kConnecting;
  gesture_.by_keyboard = true;
  gesture_.target = from;
  state_.selection = {target};
}

void CanvasFrame::TakeConnectKeys() {
  const Direction d = PressedDirection();
  if (d.dx != 0 || d.dy != 0) {
    const std::string to = NodeTowards(state_, state_.selection.back(), d.dx, d.dy);
    if (!to.empty()) state_.selection = {to};
  }
  if (KeyPressed(Key::kTab)) {
    const int direction = CurrentModifiers().shift ? -1 : 1;
    if (!WalkSelection(&state_, direction) ||
        state_.document.FindNode(state_.selection.back()) == nullptr) {
      state_.selection = {gesture_.target};  // round again
    }
  }
  if (KeyPressed(Key::kEscape, false)) return Escape();
  if (!EnterPressed()) return;
  const std::string from = gesture_.target, to = state_.selection.back();
  gesture_ = {};
  state_.tool = BoardTool::kSelect;
  Connect(&state_, from, to);
}

// Takes back what is under way, then the tool, then the selection.
void CanvasFrame::Escape() {
  if (gesture_.act != BoardAct::kNone) {
    if (gesture_.by_keyboard) state_.selection = {gesture_.target};
    state_.document.CancelGesture();
    PruneSelection(&state_);
    gesture_ = {};
    state_.tool = BoardTool::kSelect;
  } else if (state_.tool != BoardTool::kSelect) {
    state_.tool = BoardTool::kSelect;
  } else {
    state_.selection.clear();
  }
}

}  // namespace app
