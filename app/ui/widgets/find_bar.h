// Find, replace and go to a line: the bar over a code editor. UI thread only. A FindBarState
// belongs to one text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/ui/frame_context.h"
#include "app/ui/widgets/code_editor.h"
#include "app/ui/widgets/text_box.h"
#include "app/ui/widgets/text_search.h"

namespace app {

struct FindBarState {
  enum class Mode { kClosed, kFind, kReplace, kGoToLine };
  Mode mode = Mode::kClosed;
  TextBoxState pattern;
  TextBoxState replacement;
  TextBoxState line;
  SearchOptions options;
  bool in_selection = false;

  // What follows is kept by the bar from frame to frame; others may read it.
  std::vector<TextSelection> matches;  // in the text as it is
  int current = -1;                    // the one that is selected
  std::string problem;                 // of the pattern, or what was done
  std::optional<TextRange> scope;      // the lines that were selected when it was opened
  TextPosition origin;                 // where typing a pattern searches from
  bool wants_focus = false;
  struct Search {
    std::string pattern;
    SearchOptions options;
    std::optional<TextRange> inside;
    std::uint64_t version = 0;
    bool operator==(const Search&) const = default;
  };
  Search searched;
};

// Opens the bar with the word that is selected.
void OpenFindBar(FindBarState* state, FindBarState::Mode mode, const TextBuffer& text);
// Brings the matches up to date. While the bar is closed, `highlight` (a regular expression, Vim's
// last search) is what is marked.
void UpdateMatches(FindBarState* state, const TextBuffer& text, const std::string& highlight);
// Selects the next match (1) or the previous one (-1), around the ends of the text.
void GoToMatch(FindBarState* state, CodeEditorState* editor, int direction);

// Ctrl+F, Ctrl+H, Ctrl+G, F3 and Shift+F3 in the editor.
class FindKeys : public CodeKeyFilter {
 public:
  FindKeys(FindBarState* state, CodeEditorState* editor) : state_(*state), editor_(*editor) {}
  bool OnText(std::string_view, TextBuffer*) override { return false; }
  bool OnKey(Key key, const Modifiers& modifiers, TextBuffer* text) override;

 private:
  FindBarState& state_;
  CodeEditorState& editor_;
};

// Draws the bar at the cursor, `width` wide; nothing while it is closed. Esc closes it and gives
// the focus back to `editor_id`. True when the text has changed.
bool DrawFindBar(FrameContext& context, float width, ImGuiID editor_id, CodeEditorState* editor,
                 FindBarState* state);

}  // namespace app
