// A whiteboard that is only looked at: moved about, zoomed, its parts pointed at and chosen, with
// signs on those that something is said about. UI thread only.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "app/ui/widgets/whiteboard_canvas.h"
#include "interview/model/evaluation.h"

namespace app {

struct BoardMark {
  struct Sign {
    BoardTint tint = BoardTint::kPlain;
    Icon icon = Icon::kNone;
  };
  std::vector<Sign> signs;  // at least one; the first gives the outline its colour
  std::string words;        // what is said about it, a line each
};
// By id of a node, and BoardEdge::Name() of an edge of the board as it was handed in.
using BoardMarks = std::unordered_map<std::string, BoardMark>;

struct BoardLookAnswer {
  std::string pressed;  // id of the node or edge that was chosen in this frame; empty: none
};

// Draws the board at the cursor. What stands out is `state`'s selection.
BoardLookAnswer DrawBoardLook(FrameContext& context, const char* label, ImVec2 size,
                              const PartLooks& looks, const BoardMarks& marks,
                              WhiteboardState* state);

// All of the board, or what is legible of it from its upper left corner on.
void ShowWhole(WhiteboardState* state);
void ShowLegibly(WhiteboardState* state);

// Lets these parts stand out, and the view go where they are seen together with what lies around.
void ShowOnBoard(const interview::BoardEvidence& parts, WhiteboardState* state);

// Whether the node or edge of this id, in the document, is among the parts.
bool IsAmong(const interview::BoardEvidence& parts, const WhiteboardState& state,
             const std::string& id);

}  // namespace app
