// The statement the candidate works from. UI thread only.
#pragma once

#include "app/ui/panels/room_view.h"

namespace app {

void DrawQuestionPanel(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size);

// The whole text of a question as the candidate sees it, as Markdown: statement, examples,
// signature, scale.
std::string StatementOf(const interview::Question& question, interview::Language language);

}  // namespace app
