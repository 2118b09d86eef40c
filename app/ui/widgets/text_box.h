// A box to type in: one line, wrapped prose, or code with line numbers and colours.
// UI thread only. ImGui's own input is not used: it reverts the text on Esc, cannot wrap and
// differs by version. The box owns the text while it lives; whoever shows it keeps a TextBoxState
// and hears of changes.
#pragma once

#include <cstdint>
#include <functional>
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
    float width = 0;  // kLine, kCode
  };
  std::vector<Row> rows;
  std::vector<SyntaxState> syntax;  // at the start of each line
  std::uint64_t laid_out_version = ~std::uint64_t{0};
  std::uint64_t lexed_version = ~std::uint64_t{0};
  float laid_out_width = 0;
  float laid_out_px = 0;
  float widest = 0;   // of the rows
  float goal_x = -1;  // the column that Up and Down keep to
  bool follow_caret = false;
  enum class Drag { kNone, kCharacters, kWords, kLines };
  Drag drag = Drag::kNone;
  TextSelection drag_from;  // the word or line that the drag began on
  double caret_since = 0;
};

// How a stretch of a line is drawn. Colours: 0 for as usual or none.
struct TextSpan {
  int begin = 0;  // bytes
  int end = 0;
  Color ink = 0;
  Color ground = 0;
  Color squiggle = 0;  // beneath it
  bool bold = false;
  bool italic = false;
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
  bool framed = true;       // a border and ground of its own
  bool monospaced = false;  // as code is; kCode always is
  bool takes_tab = false;   // Tab is handed to `keys` instead of moving on
  // Adds the spans of a line that is drawn; of two over one another the later one counts.
  const std::function<void(int line, std::vector<TextSpan>* spans)>* style = nullptr;
  // Asked before the box's own keys; true when it has used the keys of this frame up.
  const std::function<bool(TextBuffer* text)>* keys = nullptr;
};

struct TextBoxResult {
  bool changed = false;
  bool submitted = false;
  bool focused = false;
  std::size_t pasted = 0;   // bytes that came from the clipboard in this frame
  bool menu_asked = false;  // pressed with the right button; the caret stands there
  ImVec2 caret{};           // the lower end of the caret on the screen, where it was drawn
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
