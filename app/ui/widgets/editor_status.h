// The line under a code editor: where the caret is, what is selected, how the text is indented, the
// language, how much the editor helps, and what Vim has to say. UI thread only; no state.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/ui/frame_context.h"
#include "app/ui/widgets/text_buffer.h"

namespace app {

struct EditorStatus {
  std::string_view message;  // on the left: Vim's mode or command line; may be empty
  bool message_is_error = false;
  std::string_view language;
  std::string_view assist;
};

// "Ln 3, Col 5", "12 selected", "Spaces: 4", the language, the level: what stands on the right.
std::vector<std::string> StatusParts(const TextBuffer& text, const EditorStatus& status);

float EditorStatusHeight(const FrameContext& context);
// At the cursor, `width` wide. Parts that have no room are left out, the last ones first.
void DrawEditorStatus(FrameContext& context, float width, const TextBuffer& text,
                      const EditorStatus& status);

}  // namespace app
