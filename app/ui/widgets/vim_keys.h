// Vim's keys on a text: normal, insert, replace and the three visual modes, registers, marks,
// macros, the command line. Knows nothing of the screen: keys come in as Vim writes them ("d",
// "<Esc>",
// "<C-r>"), and what concerns the surroundings (saving, scrolling, the clipboard) goes out as an
// outcome. One thread; one VimKeys for one text. What is here does what Vim does with
// `set nocompatible autoindent expandtab shiftwidth=4`; letters change case in ASCII only, and
// a block never splits a tab, and there are no windows and no script.
//
// How it works: the keys of a command gather in State::pending until Parse() (vim_parse.h) takes
// them for a whole Command, which Run() (vim_run.h) carries out with motions, text objects and
// operators, each in a file of its own. In insert mode every key but a few is left to the editor,
// with its indentation, brackets and completion; what came of it is read back from the text when
// the mode ends, so that "." and counts can repeat it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/widgets/text_buffer.h"

namespace app {

namespace vim {
struct State;
}

enum class VimMode { kNormal, kInsert, kReplace, kVisual, kVisualLine, kVisualBlock, kCommandLine };

// What Vim needs to know of the window over the text.
struct VimView {
  int first_line = 0;
  int lines = 40;  // that fit
  std::function<std::string()> clipboard{};
};

struct VimOutcome {
  bool handled = true;                  // false: the key belongs to the editor
  bool failed = false;                  // where Vim would beep
  bool save = false;                    // :w
  bool quit = false;                    // :q, leave the editor
  std::optional<std::string> copied{};  // into the clipboard
  std::optional<int> first_line{};      // where the view should start
};

class VimKeys {
 public:
  VimKeys();
  ~VimKeys();
  VimKeys(VimKeys&&) noexcept;
  VimKeys& operator=(VimKeys&&) noexcept;

  // Does what `key` asks for. REQUIRES: always the same text, until Stop().
  VimOutcome Press(std::string_view key, TextBuffer* text, const VimView& view);
  // Whether Press would take this key rather than leave it to the app: a key with Ctrl that Vim has
  // no use for in its mode is not taken.
  bool Wants(std::string_view key) const;
  // To be called once the editor has done what an unhandled key asked for.
  void TakeEdit(const TextBuffer& text);
  // What the editor does at least with a key that insert mode left to it.
  static void TypePlainly(std::string_view key, TextBuffer* text);
  // Back to normal mode, and nothing left open in the text.
  void Stop(TextBuffer* text);

  VimMode mode() const;
  // Where the block stands; in visual mode that is inside the selection.
  TextPosition cursor(const TextBuffer& text) const;
  // "-- INSERT --", ":s/a/b", "2d", or the last message.
  std::string status() const;
  bool status_is_error() const;
  // The pattern of the last search as a regular expression while it is to be highlighted.
  std::string highlight() const;

 private:
  void Dispatch(const std::string& key, TextBuffer* text, const VimView& view, VimOutcome* outcome);
  void PlayMacro(char name, int times, TextBuffer* text, const VimView& view, VimOutcome* outcome);

  std::unique_ptr<vim::State> state_;
};

// "d2w<Esc>" as keys; "<lt>" is '<', and so is a '<' that starts no name.
std::vector<std::string> ParseVimKeys(std::string_view notation);

}  // namespace app
