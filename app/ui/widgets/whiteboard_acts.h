// What a user does to a whiteboard, whichever key, button or drag asked for it. UI thread only.
// Every act is one step of undo and leaves a valid selection.
#pragma once

#include <string>
#include <string_view>

#include "app/ui/widgets/whiteboard_canvas.h"

namespace app {

// --- selection
bool IsSelected(const WhiteboardState& state, std::string_view id);
// The one thing that is selected; "" for none or several.
std::string SoleSelection(const WhiteboardState& state);
BoardIds SelectedNodes(const WhiteboardState& state);
void SelectAll(WhiteboardState* state);
void PruneSelection(WhiteboardState* state);  // drops what the document no longer has
// To the next or the previous thing: nodes as one reads them, then edges. False at the ends.
bool WalkSelection(WhiteboardState* state, int direction);
// The nearest node in that direction (one of dx, dy is -1 or 1, the other 0); "" for none.
std::string NodeTowards(const WhiteboardState& state, std::string_view from, int dx, int dy);

// --- adding
// Around `center`, on the grid; `type` may be empty. Selects it and returns its id.
std::string AddNodeAt(WhiteboardState* state, interview::BoardShape shape, std::string_view type,
                      BoardPoint center);
// Near the middle of the view where nothing is yet.
std::string AddPartInView(WhiteboardState* state, std::string_view type);
// A box beside `from`, connected to it.
std::string AddConnected(WhiteboardState* state, std::string_view from);
// Selects the edge; one that is there already is not drawn twice. "" when an end is missing.
std::string Connect(WhiteboardState* state, std::string_view from, std::string_view to,
                    interview::BoardSide to_side = interview::BoardSide::kAuto);

// --- changing
void DeleteSelection(WhiteboardState* state);
void DuplicateSelection(WhiteboardState* state);
void NudgeSelection(WhiteboardState* state, double dx, double dy);
void GroupSelection(WhiteboardState* state);
void UngroupSelection(WhiteboardState* state);
void FrameSelection(WhiteboardState* state);
void TidyBoard(WhiteboardState* state);  // the selected nodes, else all
void UndoBoard(WhiteboardState* state);
void RedoBoard(WhiteboardState* state);
std::string CopiedText(const WhiteboardState& state);
// A piece of a board or a Mermaid flowchart; any other text becomes a text on the board.
void PasteText(WhiteboardState* state, std::string_view text);

// --- naming. What is typed is on the board at once; all of it is one step with what BeginNaming
// added before.
void StartNaming(WhiteboardState* state, std::string_view id);
// Adds a node and starts to name it, as one step of undo.
void AddAndName(WhiteboardState* state, interview::BoardShape shape, BoardPoint center);
void TakeName(WhiteboardState* state);  // from the box, after it changed
void FinishNaming(WhiteboardState* state);

// --- looking
void FitBoard(WhiteboardState* state, double margin);
BoardPoint OnGrid(const WhiteboardState& state, BoardPoint p);

// "Cache 2": what a node is called, no two alike. REQUIRES: UpdateNames since the last change.
const std::string& NameOf(const WhiteboardState& state, const std::string& node);
void UpdateNames(WhiteboardState* state, const PartLooks& looks);
// "Client → Router: requests".
std::string EdgeText(const WhiteboardState& state, const interview::BoardEdge& edge);

}  // namespace app
