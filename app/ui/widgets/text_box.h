// A box to type in: one line, wrapped prose, or code with line numbers and colours.
// UI thread only. ImGui's own input is not used: it reverts the text on Esc, cannot wrap and
// differs by version. The box owns the text while it lives; whoever shows it keeps a TextBoxState
// and hears of changes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/frame_context.h"
#include "app/ui/widgets/syntax.h"
#include "app/ui/widgets/text_buffer.h"

namespace app {

struct TextBoxState {
  TextBuffer text;

  // Where the box is looking; kept between frames.
  struct Row {  // one visual line
    int line = 0;
    int begin = 0;  // bytes
    int end = 0;
  };
  std::vector<Row> rows;
  std::vector<SyntaxState> syntax;  // at the start of each line
  std::uint64_t laid_out_version = ~std::uint64_t{0};
  std::uint64_t lexed_version = ~std::uint64_t{0};
  float laid_out_width = 0;
  float goal_x = -1;  // the column that Up and Down keep to
  bool follow_caret = false;
  bool dragging = false;
  double caret_since = 0;
};

struct TextBoxOptions {
  enum class Mode {
    kLine,   // Enter submits
    kProse,  // wrapped; Enter breaks the line
    kNote,   // wrapped; Enter submits, Shift+Enter breaks the line
    kCode,   // line numbers, Tab indents
  };
  Mode mode = Mode::kLine;
  const SyntaxLanguage* language = nullptr;  // kCode only
  std::string_view placeholder = {};
  bool read_only = false;
  bool framed = true;  // a border and ground of its own
};

struct TextBoxResult {
  bool changed = false;
  bool submitted = false;
  bool focused = false;
  std::size_t pasted = 0;  // bytes that came from the clipboard in this frame
};

// Draws the box at the cursor. `label` names it and must be unique in its window; text after "##"
// is not read out.
TextBoxResult DrawTextBox(FrameContext& context, const char* label, ImVec2 size,
                          TextBoxState* state, const TextBoxOptions& options);

// The height a kNote or kProse box needs for its text at `width`.
float TextBoxHeight(const FrameContext& context, float width, TextBoxState* state);

// The id by which FocusRing::Focus() reaches a box drawn in the current window.
ImGuiID TextBoxId(const char* label);

}  // namespace app
