// The candidate's code and tests: the editor over the answer in the chosen language, with the
// problems that the last run found marked in it. UI thread only.
#pragma once

#include <vector>

#include "app/ui/panels/room_view.h"

namespace app {

void DrawCodePanel(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size);
// The candidate's own tests, a JSON value a line.
void DrawTestsEditor(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size);

// The problems of the latest result that still concern `text`: a line that has changed since it ran
// is left out. Empty when that result was about another language.
std::vector<CodeDiagnostic> ProblemsOf(const interview::QuestionWork& work,
                                       interview::Language language, const TextBuffer& text);

// Opens the bar that finds text or goes to a line over the code.
void OpenCodeBar(FrameContext& context, const RoomView& room, FindBarState::Mode mode,
                 RoomState* state);

// Opens the code in the user's own editor.
void EditCodeOutside(FrameContext& context, const RoomView& room, RoomState* state);

// Puts the caret at the beginning of a line (from 1) of the code, and the focus there.
void GoToCodeLine(FrameContext& context, const RoomView& room, int line, RoomState* state);

}  // namespace app
