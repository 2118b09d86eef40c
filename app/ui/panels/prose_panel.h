// Answers in words: the notes of a phase, a concept answer with its probes, estimates, replies to
// what the interviewer asked. Each draws the inside of the work panel. UI thread only.
#pragma once

#include <string>

#include "app/ui/panels/room_view.h"

namespace app {

void DrawNotes(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size,
               const std::string& phase_title);
void DrawConceptAnswer(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size);
void DrawEstimates(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size);
void DrawAsked(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size);

// "I have answered" in a concepts round: the interviewer probes, or the question is done.
void SubmitConceptAnswer(FrameContext& context, const RoomView& room, RoomState* state);

}  // namespace app
