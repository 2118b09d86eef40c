// The drawing surface of a whiteboard: parts are put down, connected, moved and named where they
// stand, by pointer and by keyboard. UI thread only. The document is the board; everything else
// here is how it is looked at. Invariant: the selection names only what the document has.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/ui/board/board_document.h"
#include "app/ui/board/board_layout.h"
#include "app/ui/board/edge_route.h"
#include "app/ui/draw.h"
#include "app/ui/frame_context.h"
#include "app/ui/widgets/text_box.h"
#include "app/ui/widgets/whiteboard_camera.h"

namespace app {

enum class BoardTool {
  kSelect,
  kRectangle,
  kEllipse,
  kDiamond,
  kArrow,
  kText,
  kNote,
  kPen,
  kEraser,
  kFrame
};

// How the parts of one type look.
struct PartLook {
  std::string name;  // as in the palette
  BoardTint tint = BoardTint::kPlain;
  Icon icon = Icon::kNone;
};
using PartLooks = std::unordered_map<std::string, PartLook>;  // by type

// What the pointer is in the midst of.
enum class BoardAct {
  kNone,
  kPressed,  // on something; a drag has not begun
  kDragging,
  kResizing,
  kConnecting,  // from a port, or by the keyboard
  kMarquee,
  kDrawing,  // a shape is pulled up
  kPen,
  kErasing,
  kPanning,
  kMinimap
};

struct WhiteboardState {
  BoardDocument document{interview::Board{}};
  BoardIds selection;  // nodes, edges and strokes; the last one is where the keyboard is
  BoardCamera camera;
  BoardTool tool = BoardTool::kSelect;
  bool snap = true;
  bool fit_wanted = true;  // when first drawn
  bool focus_wanted = false;
  bool palette_wanted = false;  // the user asked for the list of parts (C)
  std::string carried_part;     // a type that is dragged here from the palette

  struct Gesture {
    BoardAct act = BoardAct::kNone;
    ImVec2 pressed_at{};  // on the screen
    BoardPoint start;     // on the board
    BoardRect rect;       // of what moves, before it did
    BoardPoint moved;     // so far
    std::string target;   // what was pressed
    interview::BoardSide side = interview::BoardSide::kAuto;
    int corner = 0;                  // 0 top left, 1 top right, 2 bottom right, 3 bottom left
    bool narrow_on_release = false;  // a click on one of several selects it alone
    bool by_keyboard = false;
    std::vector<BoardPoint> line;  // of the pen
    BoardIds before;               // the selection that a marquee adds to
    RectGrid others;               // what a drag aligns with
    std::vector<SnapGuide> guides;
    std::optional<double> at_edge_since;  // something is held at the edge of the view
  } gesture;

  struct Editing {
    std::string id;  // "" when nothing is being named
    TextBoxState box;
    bool had_focus = false;
    std::string step;  // all of it is one step of undo
  } editing;
  int edits = 0;

  // Kept between frames because they are costly.
  EdgeRoutes routes;
  struct LabelLayout {
    std::string label;
    std::string caption;
    double width = 0;
    std::vector<std::string> lines;
    std::vector<float> widths;  // at 100 %
    float caption_width = 0;
  };
  std::unordered_map<std::string, LabelLayout> labels;
  std::optional<std::uint64_t> named_version;
  std::unordered_map<std::string, std::string> names;  // of the nodes, each of its own
  std::string hovered;
};

// Draws the canvas at the cursor; `label` names it for the focus ring and the UI tree.
void DrawWhiteboardCanvas(FrameContext& context, const char* label, ImVec2 size,
                          const PartLooks& looks, WhiteboardState* state);

BoardTint TintOf(std::string_view color);  // a name of interview::kBoardColors

}  // namespace app
