// One frame of the whiteboard's canvas: shared by its pointer (whiteboard_canvas_pointer.cc), keys
// (whiteboard_canvas_keys.cc) and drawing (whiteboard_canvas_paint.cc, whiteboard_canvas_marks.cc),
// and by the board that is only looked at (whiteboard_look.cc).
// UI thread only; lives for one frame.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "app/ui/widgets/whiteboard_acts.h"
#include "app/ui/widgets/whiteboard_look.h"

namespace app {

class CanvasFrame {
 public:
  CanvasFrame(FrameContext* context, const PartLooks& looks, WhiteboardState* state)
      : context_(*context),
        theme_(context->theme),
        looks_(looks),
        state_(*state),
        camera_(state->camera),
        gesture_(state->gesture) {}

  void Draw(const char* label, ImVec2 size);
  // Without anything that changes the board.
  BoardLookAnswer Look(const char* label, ImVec2 size, const BoardMarks& marks);

 private:
  using BoardNode = interview::BoardNode;
  using BoardEdge = interview::BoardEdge;
  using BoardStroke = interview::BoardStroke;
  using BoardShape = interview::BoardShape;
  using BoardSide = interview::BoardSide;

  struct Port {
    std::string node;
    BoardSide side = BoardSide::kAuto;
  };
  struct Minimap {
    ImVec2 min{};
    ImVec2 max{};
    BoardRect shown;  // what of the board it shows
    double scale = 1;
  };

  // The window, the view and the focus; then what lies in it; then the window's end.
  void Begin(const char* label, ImVec2 size, FocusRing::Kind kind);
  void PaintBoard();
  void End(const char* label);

  // --- looking
  void LookAround(BoardLookAnswer* answer);
  void LookByKeys(BoardLookAnswer* answer);
  void PaintMarkedEdges();
  void PaintSigns();
  void PaintSign(const BoardMark& mark, ImVec2 corner, bool is_quiet);
  void PaintOutlines();
  // Something else stands out on a board that is only looked at.
  bool IsQuiet(std::string_view id) const {
    return marks_ != nullptr && !selected_.empty() && !selected_.contains(id);
  }
  const BoardMark* MarkOf(const BoardNode& node) const;
  const BoardMark* MarkOf(const BoardEdge& edge) const;
  void DrawWordsOf(const std::string& id) const;

  // --- pointer
  void TakePointer();
  void TakeWheel();
  void TakeCarriedPart();
  void Hover();
  void Press();
  void PressTwice();
  void PressWithSelect();
  void PressWithTool();
  void Hold();
  void Release();
  void ScrollAtEdge();
  bool IsInside(ImVec2 pixel) const;  // of the view
  void StartDrag();
  void Drag();
  void ResizeNode();
  void FinishDrawing();
  void FinishConnecting();
  void EraseUnderPointer();
  // What can be named or connected there: frames only by their title.
  std::string TargetAt(BoardPoint p) const;
  std::optional<std::string> EdgeIdAt(BoardPoint p) const;
  std::optional<Port> PortAt(ImVec2 pixel) const;
  int CornerAt(ImVec2 pixel) const;  // -1: none
  ImVec2 PortPlace(const BoardNode& node, BoardSide side) const;
  std::array<ImVec2, 4> Corners(const BoardNode& node) const;
  bool ShowsPorts(const BoardNode& node) const;
  void MoveByMinimap(const Minimap& map);

  // --- keys
  void TakeKeys();
  void TakeCommandKeys();
  void TakeToolKeys();
  void TakeMoves();
  void TakeConnectKeys();
  void StartKeyboardConnection();
  void Escape();

  // --- drawing
  void PaintGrid();
  void PaintFrames();
  void PaintEdges();
  void PaintNodes();
  void PaintNode(const BoardNode& node);
  void PaintShape(const BoardNode& node, ImVec2 min, ImVec2 max);
  void PaintLabel(const BoardNode& node, ImVec2 min, ImVec2 max);
  void PaintEdge(const BoardEdge& edge, const EdgeRoute& route);
  void PaintEdgeLabel(const BoardEdge& edge, const EdgeRoute& route);
  void PaintRoute(const EdgeRoute& route, interview::ArrowHeads heads, interview::LineStyle style,
                  Color color);
  void PaintStrokes();
  void PaintStroke(const std::vector<BoardPoint>& points, Color color, double width);
  void PaintSelection();
  void PaintPorts();
  void PaintGesture();
  void PaintMinimap();
  void PaintHint();
  void DrawNameBox();
  void Register(const char* label);
  const WhiteboardState::LabelLayout& LayoutOf(const BoardNode& node);
  const TintColors& Tint(const BoardNode& node) const;
  const PartLook* LookOf(const BoardNode& node) const;
  Color EdgeColor(const BoardEdge& edge) const;
  std::optional<Minimap> MinimapPlace() const;
  bool InView(const BoardRect& rect) const { return view_.Overlaps(rect.Grown(kSlack)); }
  std::pair<ImVec2, ImVec2> OnScreen(const BoardRect& rect) const {
    return {camera_.ToScreen({rect.x, rect.y}), camera_.ToScreen({rect.right(), rect.bottom()})};
  }

  static constexpr double kSlack = 16;  // outlines and lids reach beyond a node's rectangle

  FrameContext& context_;
  const Theme& theme_;
  const PartLooks& looks_;
  WhiteboardState& state_;
  BoardCamera& camera_;
  WhiteboardState::Gesture& gesture_;
  const BoardMarks* marks_ = nullptr;  // null: the board is worked on
  bool pressed_by_key_ = false;
  ImDrawList* list_ = nullptr;
  ImGuiID id_ = 0;
  BoardRect view_;
  BoardPoint pointer_;
  ImVec2 pixel_{};
  bool hovered_ = false;
  bool focused_ = false;
  std::unordered_set<std::string_view> selected_;  // once input is done: of state_.selection
};

inline constexpr std::array kPortSides = {interview::BoardSide::kLeft, interview::BoardSide::kRight,
                                          interview::BoardSide::kTop,
                                          interview::BoardSide::kBottom};

}  // namespace app
