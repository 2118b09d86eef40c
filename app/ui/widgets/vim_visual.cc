// Vim's visual mode and visual-line mode.
#include "app/ui/widgets/vim_block.h"
#include "app/ui/widgets/vim_insert.h"
#include "app/ui/widgets/vim_motions.h"
#include "app/ui/widgets/vim_operators.h"
#include "app/ui/widgets/vim_parse.h"
#include "app/ui/widgets/vim_run.h"
#include "app/ui/widgets/vim_text_objects.h"

namespace app::vim {
namespace {

Range Selected(const Vim& v) {
  const State& s = v.state;
  const TextPosition begin = std::min(s.visual_start, s.cursor);
  TextPosition end = std::max(s.visual_start, s.cursor);
  const bool lines = s.mode == VimMode::kVisualLine;
  if (lines) return {{begin.line, 0}, end, true};
  // After $ the line break belongs to it.
  const bool to_end = s.goal == kEndOfLine && end == s.cursor && end.line < v.last_line();
  if (to_end) return {begin, {end.line + 1, 0}};
  return {begin, Behind(v.text, end)};
}

Command::Extent ExtentOf(const Vim& v, const Range& range) {
  const int lines = range.end.line - range.begin.line + 1;
  const int from = lines == 1 ? range.begin.column : 0;
  const std::string piece = v.text.TextBetween({range.end.line, from}, range.end);
  const auto continuation = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
  const auto characters =
      std::count_if(piece.begin(), piece.end(), [&](char c) { return !continuation(c); });
  return {lines, static_cast<int>(characters), range.linewise};
}

// The operator that a key of visual mode stands for; a capital one takes whole lines.
struct VisualOperator {
  std::string_view op;
  bool whole_lines = false;
};
VisualOperator OperatorOf(const Command& c) {
  static constexpr struct {
    std::string_view key;
    VisualOperator what;
  } kKeys[] = {{"x", {"d"}},       {"<Del>", {"d"}},   {"X", {"d", true}}, {"D", {"d", true}},
               {"s", {"c"}},       {"S", {"c", true}}, {"R", {"c", true}}, {"C", {"c", true}},
               {"Y", {"y", true}}, {"u", {"gu"}},      {"U", {"gU"}},      {"~", {"g~"}}};
  if (!c.op.empty()) return {c.op};
  for (const auto& k : kKeys) {
    if (k.key == c.action) return k.what;
  }
  return {};
}

// The operators of a block, and I, A and r; false for what treats a block as its lines.
bool ActOnBlock(Vim& v, const Command& c, const VisualOperator& which) {
  static constexpr std::string_view kByLines = " S R J gJ = ";
  const bool acts = !which.op.empty() || c.action == "I" || c.action == "A" || c.action == "r";
  if (!acts || kByLines.find(" " + c.action + " ") != std::string_view::npos) return false;
  const Block block = SelectedBlock(v);
  Command full = c;
  full.op = which.op;
  full.extent = ExtentOfBlock(block);
  LeaveVisual(v);
  OperateOnBlock(v, full, block);
  if (full.op != "y") v.state.last_change = full;
  return true;
}

void OperateOnSelection(Vim& v, const Command& c, const VisualOperator& which) {
  if (v.state.mode == VimMode::kVisualBlock) v.state.mode = VimMode::kVisualLine;
  Range range = Selected(v);
  if (which.whole_lines) range = {{range.begin.line, 0}, range.end, true};
  Command full = c;
  full.op = which.op;
  full.action = which.op;
  full.extent = ExtentOf(v, range);
  const TextPosition cursor = v.state.cursor;
  LeaveVisual(v);
  if (range.linewise && cursor.line == range.begin.line && full.op == "y") {
    range.begin.column = std::min(v.state.visual_start, cursor).column;
    if (v.state.visual_start.line != cursor.line) range.begin.column = cursor.column;
  }
  if (full.op != "y") PlaceCursor(v, range.begin);  // where undo leads back to
  Operate(v, full, range);
  if (full.op != "y") v.state.last_change = full;
}

void ReplaceEach(Vim& v, const std::string& by) {
  Range range = Selected(v);
  if (range.linewise) range.end.column = v.length(range.end.line);
  const std::string old = v.text.TextBetween(range.begin, range.end);
  std::string text;
  for (const char c : old) {
    const bool continuation = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    if (c == '\n') {
      text += c;
    } else if (!continuation) {
      text += by;
    }
  }
  LeaveVisual(v);
  PlaceCursor(v, range.begin);
  v.text.Replace(range.begin, range.end, text, TextBuffer::EditKind::kOther);
  PlaceCursor(v, range.begin);
}

void PutOverSelection(Vim& v, const Command& c) {
  const Register what = ReadRegister(v, c.reg);
  if (v.state.mode == VimMode::kVisualBlock) {
    const Block block = SelectedBlock(v);
    LeaveVisual(v);
    Command erase = c;
    erase.op = "d";
    erase.reg = c.action == "p" ? '\0' : '_';
    OperateOnBlock(v, erase, block);
    Put(v, what, true, c.times());
    return;
  }
  const Range range = Selected(v);
  LeaveVisual(v);
  if (c.action == "p") Store(v, 0, {TextOf(v.text, range), range.linewise}, StoredBy::kDelete);
  const bool at_end = range.linewise && range.end.line == v.last_line();
  const bool all = at_end && range.begin.line == 0;
  bool ends_line = !range.linewise && range.end.column == v.length(range.end.line);
  if (what.linewise && !range.linewise) {  // lines in the midst of a line: it is broken in two
    v.text.Replace(range.begin, range.end, "\n", TextBuffer::EditKind::kOther);
    PlaceCursor(v, range.begin);
    Put(v, what, false, c.times());
    return;
  }
  Erase(v, range);
  PlaceCursor(v, {std::min(range.begin.line, v.last_line()), range.begin.column});
  ends_line = ends_line && range.begin.column > 0;
  Register put = what;
  if (range.linewise) put.linewise = true;
  Put(v, put, !(range.linewise ? at_end && !all : ends_line), c.times());
  if (all) {  // the empty line that erasing everything has left
    const int last = v.last_line();
    const TextPosition cursor = v.state.cursor;
    if (v.text.Line(last).empty() && last > 0) Erase(v, {{last, 0}, {last, 0}, true});
    PlaceCursor(v, cursor);
  }
}

void SelectObject(Vim& v, const Command& c) {
  State& s = v.state;
  const bool fresh = s.visual_start == s.cursor;
  const auto range = FindTextObject(v.text, s.cursor, c.action, c.times());
  if (!range) {
    v.Fail();
    return;
  }
  if (fresh || range->begin < s.visual_start) s.visual_start = range->begin;
  if (range->linewise) s.mode = VimMode::kVisualLine;
  const bool empty = range->end == range->begin;
  PlaceCursor(v, range->end.column == 0 || empty ? range->end : v.text.Left(range->end));
}

}  // namespace

void StartVisual(Vim& v, VimMode mode) {
  v.state.mode = mode;
  v.state.message.clear();
  PlaceCursor(v, v.state.cursor);
}

void LeaveVisual(Vim& v) {
  State& s = v.state;
  s.marks['<'] = std::min(s.visual_start, s.cursor);
  s.marks['>'] = std::max(s.visual_start, s.cursor);
  s.visual_kind = s.mode;
  s.visual_to_end = s.goal == kEndOfLine;
  s.mode = VimMode::kNormal;
  PlaceCursor(v, s.cursor);
}

Range RangeOfExtent(const Vim& v, const Command::Extent& extent) {
  const TextPosition begin = v.state.cursor;
  TextPosition end{std::min(begin.line + extent.lines - 1, v.last_line()), 0};
  if (extent.linewise) return {begin, end, true};
  if (extent.lines == 1) end = begin;
  for (int i = 0; i < extent.characters; ++i) end = Behind(v.text, end);
  return {begin, end};
}

void RunVisual(Vim& v, const Command& c) {
  State& s = v.state;
  const std::string& a = c.action;
  const VisualOperator which = OperatorOf(c);
  if (s.mode == VimMode::kVisualBlock && ActOnBlock(v, c, which)) return;
  if (!which.op.empty()) {
    OperateOnSelection(v, c, which);
  } else if (IsTextObject(a)) {
    SelectObject(v, c);
  } else if (IsMotion(a)) {
    const auto motion = FindMotion(v, c);
    if (!motion) {
      v.Fail();
      return;
    }
    s.goal = motion->goal;
    PlaceCursor(v, motion->to);
  } else if (IsScroll(a)) {
    Scroll(v, c);
  } else if (IsVisualKey(a)) {
    const VimMode wanted = VisualModeOf(a);
    if (s.mode == wanted) {
      LeaveVisual(v);
    } else {
      StartVisual(v, wanted);
    }
  } else if (a == "O" && s.mode == VimMode::kVisualBlock) {
    // To the other corner of the line.
    const int start = v.text.VisualColumn(s.visual_start), here = v.text.VisualColumn(s.cursor);
    s.goal = -1;
    s.visual_start.column = ColumnAt(v.text, s.visual_start.line, here);
    PlaceCursor(v, {s.cursor.line, ColumnAt(v.text, s.cursor.line, start)});
  } else if (a == "o" || a == "O") {
    std::swap(s.visual_start, s.cursor);
    PlaceCursor(v, s.cursor);
  } else if (a == "r") {
    ReplaceEach(v, c.argument);
  } else if (a == "J" || a == "gJ") {
    const Range range = Selected(v);
    LeaveVisual(v);
    const int last = std::max(range.end.line, range.begin.line + 1);
    if (last > v.last_line()) {
      v.Fail();
    } else {
      JoinLines(v, range.begin.line, last, a == "J");
    }
  } else if (a == "p" || a == "P") {
    PutOverSelection(v, c);
  } else if (a == "I" || a == "A") {
    const Range range = Selected(v);
    LeaveVisual(v);
    TextPosition at{range.begin.line, static_cast<int>(IndentOf(v.text, range.begin.line).size())};
    if (a == "A") at = range.end;
    if (a == "A" && range.linewise) at.column = v.length(at.line);
    EnterInsert(v, at, c.times());
  } else if (a == "m") {
    s.marks[c.argument[0]] = s.cursor;
  } else if (a == "gv") {
    v.Fail();
  } else {
    LeaveVisual(v);
  }
}

}  // namespace app::vim
