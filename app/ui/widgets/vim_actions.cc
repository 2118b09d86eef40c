// Vim's commands that are neither operators nor motions.
#include <cctype>
#include <charconv>

#include "app/ui/widgets/vim_block.h"
#include "app/ui/widgets/vim_insert.h"
#include "app/ui/widgets/vim_operators.h"
#include "app/ui/widgets/vim_parse.h"
#include "app/ui/widgets/vim_replace.h"
#include "app/ui/widgets/vim_run.h"
#include "app/ui/widgets/vim_substitute.h"

namespace app::vim {
namespace {

constexpr auto kEdit = TextBuffer::EditKind::kOther;

// The character `count` ones behind `from`, not beyond the line; sets `*enough`.
TextPosition Ahead(const Vim& v, TextPosition from, int count, bool* enough) {
  TextPosition at = from;
  for (int i = 0; i < count; ++i) {
    const TextPosition next = Behind(v.text, at);
    if (next == at) {
      *enough = false;
      return at;
    }
    at = next;
  }
  *enough = true;
  return at;
}

void ReplaceCharacters(Vim& v, const Command& c) {
  bool enough = false;
  const TextPosition begin = v.state.cursor;
  const TextPosition end = Ahead(v, begin, c.times(), &enough);
  if (!enough) {
    v.Fail();
    return;
  }
  std::string text;
  if (c.argument == "\n") {  // one line break, however many characters
    text = "\n" + IndentOf(v.text, begin.line);
  } else {
    for (int i = 0; i < c.times(); ++i) text += c.argument;
  }
  v.text.Replace(begin, end, text, kEdit);
  const TextPosition after = v.text.caret();
  PlaceCursor(v, c.argument == "\n" ? after : v.text.Left(after));
}

void ToggleCase(Vim& v, const Command& c) {
  bool enough = false;
  const TextPosition begin = v.state.cursor;
  const TextPosition end = Ahead(v, begin, c.times(), &enough);
  if (begin == end) {
    v.Fail();
    return;
  }
  v.text.Replace(begin, end, ChangeCase(v.text.TextBetween(begin, end), "g~"), kEdit);
  PlaceCursor(v, end);
}

// <C-a> and <C-x>: the number at the cursor or behind it grows by `by`.
void AddToNumber(Vim& v, long long by) {
  const std::string& line = v.text.Line(v.state.cursor.line);
  const auto digit = [&line](std::size_t i) {
    return i < line.size() && std::isdigit(static_cast<unsigned char>(line[i])) != 0;
  };
  auto begin = static_cast<std::size_t>(v.state.cursor.column);
  while (begin > 0 && digit(begin) && digit(begin - 1)) --begin;
  while (begin < line.size() && !digit(begin)) ++begin;
  std::size_t end = begin;
  while (digit(end)) ++end;
  if (begin > 0 && end > begin && line[begin - 1] == '-') --begin;
  long long number = 0;
  const auto parsed = std::from_chars(line.data() + begin, line.data() + end, number);
  if (begin == end || parsed.ec != std::errc()) {
    v.Fail();
    return;
  }
  const int row = v.state.cursor.line;
  // Unsigned arithmetic wraps, as Vim's does.
  number = static_cast<long long>(static_cast<unsigned long long>(number) +
                                  static_cast<unsigned long long>(by));
  v.text.Replace({row, static_cast<int>(begin)}, {row, static_cast<int>(end)},
                 std::to_string(number), kEdit);
  PlaceCursor(v, v.text.Left(v.text.caret()));
}

void Join(Vim& v, const Command& c) {
  const int first = v.state.cursor.line;
  const int last = first + std::max(2, c.times()) - 1;
  if (first == v.last_line()) {
    v.Fail();
    return;
  }
  JoinLines(v, first, std::min(last, v.last_line()), c.action == "J");
}

void StartInsertAt(Vim& v, const Command& c) {
  const TextPosition at = v.state.cursor;
  const int line = at.line;
  if (c.action == "o" || c.action == "O") {
    OpenLine(v, c.action == "o", c.times());
  } else if (c.action == "a") {
    EnterInsert(v, Behind(v.text, at), c.times());
  } else if (c.action == "A") {
    EnterInsert(v, {line, v.length(line)}, c.times());
  } else if (c.action == "I") {
    const int indent = static_cast<int>(IndentOf(v.text, line).size());
    EnterInsert(v, {line, indent}, c.times());
  } else if (c.action == "gI") {
    EnterInsert(v, {line, 0}, c.times());
  } else if (c.action == "gi") {
    const auto last = v.state.marks.find('^');
    EnterInsert(v, last == v.state.marks.end() ? at : v.text.Clamped(last->second), c.times());
  } else {
    EnterInsert(v, at, c.times());
  }
}

void SetMark(Vim& v, const Command& c) {
  const char name = c.argument[0] == '`' ? '\'' : c.argument[0];
  if (std::isalpha(static_cast<unsigned char>(name)) == 0 && name != '\'') {
    v.Fail("A mark is a letter.");
    return;
  }
  v.state.marks[name] = v.state.cursor;
}

// Whether the action changes the text, so that "." repeats it.
bool Changes(const std::string& action) {
  static constexpr std::string_view kChanges =
      " i a I A o O gI gi <Insert> r R J gJ ~ p P & <C-a> <C-x> ";
  return kChanges.find(" " + action + " ") != std::string_view::npos;
}

}  // namespace

void Put(Vim& v, const Register& what, bool before, int count) {
  if (what.text.empty() && !what.linewise) {
    v.Fail();
    return;
  }
  if (what.block > 0) return PutBlock(v, what, before, count);
  std::string text;
  for (int i = 0; i < count; ++i) text += (what.linewise && i > 0 ? "\n" : "") + what.text;
  const TextPosition at = v.state.cursor;
  if (what.linewise) {
    const int line = before ? at.line : at.line + 1;
    if (before) {
      v.text.Replace({line, 0}, {line, 0}, text + "\n", kEdit);
    } else {
      const TextPosition end{at.line, v.length(at.line)};
      v.text.Replace(end, end, "\n" + text, kEdit);
    }
    PlaceCursor(v, {line, FirstNonBlank(v.text, line)});
    return;
  }
  const TextPosition to = before ? at : Behind(v.text, at);
  v.text.Replace(to, to, text, kEdit);
  const bool one_line = what.text.find('\n') == std::string::npos;
  PlaceCursor(v, one_line ? v.text.Left(v.text.caret()) : to);
}

void Undo(Vim& v, int count) {
  for (int i = 0; i < count; ++i) {
    if (v.text.Undo()) continue;
    v.Fail("This is the oldest text there is.");
    break;
  }
  PlaceCursor(v, v.text.selection_begin());
}

void Redo(Vim& v, int count) {
  for (int i = 0; i < count; ++i) {
    if (v.text.Redo()) continue;
    v.Fail("There is nothing to do again.");
    break;
  }
  // Where the change began: undo leads there.
  if (!v.outcome.failed && v.text.Undo()) {
    const TextPosition began = v.text.selection_begin();
    v.text.Redo();
    PlaceCursor(v, began);
    return;
  }
  PlaceCursor(v, v.text.selection_begin());
}

void Repeat(Vim& v, int count) {
  State& s = v.state;
  if (!s.last_change) {
    v.Fail();
    return;
  }
  Command again = *s.last_change;
  if (count > 0) again.count = count;
  const std::string typed = s.last_insert;
  s.repeating = true;
  if (again.extent && again.extent->block) {
    OperateOnBlock(v, again, BlockOfExtent(v, *again.extent));
  } else {
    Run(v, again);
  }
  if (s.mode == VimMode::kReplace) {
    Overtype(v, typed);
    LeaveReplace(v);
  }
  if (s.mode == VimMode::kInsert) {
    v.text.Insert(typed, kEdit);
    LeaveInsert(v);
  }
  s.repeating = false;
}

void Act(Vim& v, const Command& c) {
  State& s = v.state;
  const std::string& a = c.action;
  if (Changes(a)) s.last_change = c;
  if (a == ".") {
    Repeat(v, c.count);
  } else if (a == "r") {
    ReplaceCharacters(v, c);
  } else if (a == "~") {
    ToggleCase(v, c);
  } else if (a == "J" || a == "gJ") {
    Join(v, c);
  } else if (a == "p" || a == "P") {
    Put(v, ReadRegister(v, c.reg), a == "P", c.times());
  } else if (a == "<C-a>" || a == "<C-x>") {
    AddToNumber(v, a == "<C-a>" ? c.times() : -c.times());
  } else if (IsVisualKey(a)) {
    s.visual_start = s.cursor;
    StartVisual(v, VisualModeOf(a));
  } else if (a == "R") {
    EnterReplace(v, c.times());
  } else if (a == "gv") {
    const auto begin = s.marks.find('<'), end = s.marks.find('>');
    if (begin == s.marks.end() || end == s.marks.end()) {
      v.Fail();
      return;
    }
    s.visual_start = OnCharacter(v.text, begin->second);
    s.cursor = OnCharacter(v.text, end->second);
    if (s.visual_to_end) s.goal = kEndOfLine;
    StartVisual(v, s.visual_kind);
  } else if (a == "m") {
    SetMark(v, c);
  } else if (a == "&") {
    RepeatSubstitution(v);
  } else if (a == "ZZ" || a == "ZQ") {
    v.outcome.save = a == "ZZ";
    v.outcome.quit = true;
  } else if (a == "<C-l>") {
    s.highlight = false;
  } else if (a == "<Esc>") {
    v.Fail();
  } else {
    StartInsertAt(v, c);
  }
}

}  // namespace app::vim
