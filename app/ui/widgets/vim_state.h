// What Vim's keys remember, and what their parts hand one another. Internal to vim_*.cc.
// One thread; plain values.
#pragma once

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/ui/widgets/text_buffer.h"
#include "app/ui/widgets/vim_keys.h"

namespace app::vim {

// One whole command: ["x] [count] [operator] what [argument].
struct Command {
  // What visual mode had selected, for "." to select as much again.
  struct Extent {
    int lines = 1;
    int characters = 1;  // in the last of them
    bool linewise = false;
    bool block = false;   // `characters` are columns then,
    bool to_end = false;  // or each line is taken to its end
  };

  char reg = 0;
  int count = 0;         // 0: none was given
  std::string op;        // "d", "gu"; empty: none
  std::string action;    // "w", "iw", "x"; the operator again where it is doubled: "dd"
  std::string argument;  // the letter after f, r, m, …; the pattern after / and ?
  std::optional<Extent> extent;

  int times() const { return std::max(1, count); }
  bool doubled() const { return !op.empty() && op == action; }
};

struct Register {
  std::string text;  // without the last line break where it holds lines
  bool linewise = false;
  int block = 0;  // the width of a block of rows; 0: it is none
};

// [begin, end) of the text, or all lines from begin.line to end.line.
struct Range {
  TextPosition begin;
  TextPosition end;
  bool linewise = false;
};

// A rectangle: all of the lines, and the columns as they are seen. A piece of a line that is
// shorter is empty.
struct Block {
  int first_line = 0;
  int last_line = 0;
  int left = 0;
  int right = 0;        // behind it
  bool to_end = false;  // however long the lines are
};

// What a block does with the text that was typed on its first line.
struct BlockInsert {
  Block block;
  enum class Where { kLeft, kRight, kEnd } where = Where::kLeft;
};

// What insert mode has to know to tell afterwards what was typed.
struct InsertSession {
  std::string prefix;   // of its line, before the caret
  TextPosition start;   // the caret
  int lines_after = 0;  // below its line
  int tail = 0;         // bytes after the caret
  int count = 1;
  bool opens_lines = false;  // o and O: further repetitions are lines of their own
  std::optional<BlockInsert> block;
  // Of replace mode: what each typed character took the place of, and what was typed.
  std::vector<std::string> replaced;
  std::string over;
};

struct Substitution {
  std::string pattern;      // as typed
  std::string replacement;  // as typed
  bool global = false;
  std::optional<bool> ignore_case;
};

// :s///c, waiting for an answer.
struct Confirmation {
  Substitution what;
  int line = 0;
  int from = 0;  // column where the search goes on
  int last_line = 0;
  int done = 0;
};

inline constexpr int kEndOfLine = std::numeric_limits<int>::max();

struct State {
  VimMode mode = VimMode::kNormal;
  std::vector<std::string> pending;
  char line_kind = 0;                           // ':', '/' or '?'
  VimMode mode_before_line = VimMode::kNormal;  // the mode that it was opened from
  std::string line;                             // the command line so far
  std::vector<std::string> line_history;
  std::size_t history_at = 0;
  std::string message;
  bool message_is_error = false;

  TextPosition cursor;
  TextPosition visual_start;
  VimMode visual_kind = VimMode::kVisual;  // of the last selection
  bool visual_to_end = false;
  int goal = -1;  // the column that j and k keep to; -1: where the cursor is
  std::uint64_t seen_version = 0;
  TextPosition seen_caret, seen_anchor;

  std::map<char, Register> registers;  // '"' is the unnamed one
  std::map<char, TextPosition> marks;
  char find_kind = 0;  // the last of f F t T
  std::string find_target;
  std::string search;  // as typed
  bool search_backwards = false;
  bool highlight = false;
  bool ignore_case = false;
  Substitution substitution;
  std::optional<Confirmation> confirmation;

  InsertSession insert;
  std::optional<Command> last_change;
  std::string last_insert;
  bool repeating = false;  // within "."

  char recording = 0;
  std::vector<std::string> recorded;
  std::map<char, std::vector<std::string>> macros;
  char last_macro = 0;
  int macro_depth = 0;
  std::size_t macro_keys = 0;  // played since the outermost began

  bool visual() const {
    return mode == VimMode::kVisual || mode == VimMode::kVisualLine ||
           mode == VimMode::kVisualBlock;
  }
};

// All that a command works on.
struct Vim {
  State& state;
  TextBuffer& text;
  const VimView& view;
  VimOutcome& outcome;

  int length(int line) const { return static_cast<int>(text.Line(line).size()); }
  int last_line() const { return text.line_count() - 1; }
  // What Vim would beep at. Always false, for `return v.Fail();`.
  bool Fail() {
    outcome.failed = true;
    return false;
  }
  bool Fail(std::string message) {
    state.message = std::move(message);
    state.message_is_error = true;
    return Fail();
  }
};

// --- places in the text (vim_text.cc)
// The last character of the line, 0 where it is empty.
int LastColumn(const TextBuffer& text, int line);
int FirstNonBlank(const TextBuffer& text, int line);
// On a character, where normal mode's cursor may stand.
TextPosition OnCharacter(const TextBuffer& text, TextPosition position);
// Behind the character at `position`, in the same line.
TextPosition Behind(const TextBuffer& text, TextPosition position);
// The byte of `line` that is seen at column `visual`, on a character.
int ColumnAt(const TextBuffer& text, int line, int visual);
std::string IndentOf(const TextBuffer& text, int line);
char ByteAt(const TextBuffer& text, TextPosition position);  // '\n' at the end of the line
enum class WordClass { kSpace, kWord, kOther };
// With `big`, whatever is no space is one class: WORDs.
WordClass ClassAt(const TextBuffer& text, TextPosition position, bool big);

// Moves the cursor and the caret; in normal mode onto a character.
void PlaceCursor(Vim& v, TextPosition position);
// The text of `range`, without the last line break of lines.
std::string TextOf(const TextBuffer& text, const Range& range);

// A pattern as Vim writes it ("\<a\+", "\(x\|y\)", "\v(x|y)", "\c") as RE2 does. `ignore_case` is
// set where the pattern says so.
std::string TranslatePattern(std::string_view pattern, bool* ignore_case);

}  // namespace app::vim
