// The code in the user's own editor: sent there, and what is saved there taken back. UI thread
// only.
#pragma once

#include <string>

#include "app/ui/panels/room_view.h"

namespace app {

// Opens `text`, the text of `field`, in the user's own editor.
void EditOutside(FrameContext& context, const interview::TextField& field, std::string text,
                 OutsideState* state);

// What has been saved there since the last call becomes the text, in one step of undo; true where
// it did. Where the text had changed here, too, `*note` says how to have that back.
bool TakeOutsideEdit(const std::optional<OutsideEdit>& outside, const interview::TextField& field,
                     OutsideState* state, TextBuffer* text, std::string* note);

}  // namespace app
