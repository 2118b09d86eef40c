// The code editor: line numbers, colours, several carets, brackets, problems marked where they are.
// UI thread only. A CodeEditorState belongs to one text and lives as long as it is edited; whoever
// shows it calls DrawCodeEditor() once a frame and hears of changes in the result. What a frame
// costs depends on the lines in view, not on the length of the text.
// Vim keys, completion and search are not in here: they look at keys before the editor does
// (CodeKeyFilter), act on `state.text`, and hand in what is to be shown (CodeEditorOptions).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/ui/frame_context.h"
#include "app/ui/key.h"
#include "app/ui/widgets/code_lines.h"
#include "app/ui/widgets/syntax.h"
#include "app/ui/widgets/text_buffer.h"

namespace app {

struct CodeDiagnostic {
  enum class Severity : std::uint8_t { kError, kWarning, kNote };
  int line = 0;  // as in TextPosition: from 0, bytes
  int column = 0;
  int length = 0;  // bytes; 0: the word that stands there, or the whole line at column 0
  Severity severity = Severity::kError;
  std::string text;  // one or more lines
};

// Sees what was typed before the editor does. Each returns whether it has used it up.
class CodeKeyFilter {
 public:
  virtual ~CodeKeyFilter() = default;
  virtual bool OnText(std::string_view typed, TextBuffer* text) = 0;
  virtual bool OnKey(Key key, const Modifiers& modifiers, TextBuffer* text) = 0;
};

struct CodeEditorState {
  TextBuffer text;
  bool show_whitespace = false;

  // The next frame scrolls to the primary caret: a little, or so that it stands in the middle.
  void Reveal() { follow_caret = true; }
  void Center() { follow_caret = center_caret = true; }

  // The next frame begins with this line; -1: stay.
  int wanted_first_line = -1;

  // What follows is kept by the editor from frame to frame; others may read it.
  int first_line = 0;     // in view
  int visible_lines = 1;  // that fit
  bool follow_caret = false;
  bool center_caret = false;
  float goal_x = -1;  // that Up and Down keep to
  double caret_since = 0;
  CodeLines lines;                          // colours and widths
  std::vector<CodeDiagnostic> diagnostics;  // by line; they move with the text
  std::uint64_t diagnostics_id = 0;
  std::uint64_t diagnostics_version = 0;  // of the text they were last moved to
  int shown_diagnostic = -1;              // by F8, until the caret moves
  enum class Drag : std::uint8_t { kNone, kText, kWords, kLines, kColumns };
  Drag drag = Drag::kNone;
  TextSelection drag_from;  // what the drag began with
  int drag_column = 0;      // as seen, where a block of columns began
  // The bracket at the caret and its partner, for a text, a caret and a state of the lexer.
  std::optional<std::pair<TextPosition, TextPosition>> brackets;
  std::uint64_t bracket_version = ~std::uint64_t{0};
  TextPosition bracket_caret;
  int bracket_known = -1;
  std::string copied_lines;  // the clipboard, when whole lines were copied without a selection
};

struct CodeEditorOptions {
  const SyntaxLanguage* language = nullptr;
  std::string_view placeholder = {};
  bool read_only = false;
  bool framed = false;       // a border and ground of its own
  bool block_caret = false;  // Vim's normal mode
  // Asked in this order.
  std::vector<CodeKeyFilter*> filters = {};
  // Replaces the state's diagnostics whenever `diagnostics_id` differs from the last frame's.
  const std::vector<CodeDiagnostic>* diagnostics = nullptr;
  std::uint64_t diagnostics_id = 0;
  // Found by a search: sorted and disjoint; those in view are marked.
  const std::vector<TextSelection>* matches = nullptr;
  int current_match = -1;
};

struct CodeEditorResult {
  bool changed = false;
  bool focused = false;
  std::size_t pasted = 0;  // bytes that came from the clipboard in this frame
  // Of the primary caret on the screen, for what pops up beside it.
  ImVec2 caret_min{};
  ImVec2 caret_max{};
  bool caret_visible = false;
};

// Draws the editor at the cursor. `label` names it and must be unique in its window; text after
// "##" is not read out.
CodeEditorResult DrawCodeEditor(FrameContext& context, const char* label, ImVec2 size,
                                CodeEditorState* state, const CodeEditorOptions& options);

// The id by which FocusRing::Focus() reaches an editor drawn in the current window.
ImGuiID CodeEditorId(const char* label);

}  // namespace app
