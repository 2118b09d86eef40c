// Insert mode.
#include "app/ui/widgets/vim_insert.h"

#include "app/ui/widgets/vim_block.h"
#include "app/ui/widgets/vim_operators.h"

namespace app::vim {
namespace {

constexpr auto kEdit = TextBuffer::EditKind::kOther;

void Remember(Vim& v) {
  InsertSession& session = v.state.insert;
  const TextPosition at = v.text.caret();
  const std::string& line = v.text.Line(at.line);
  session.prefix = line.substr(0, static_cast<std::size_t>(at.column));
  session.start = at;
  session.lines_after = v.last_line() - at.line;
  session.tail = static_cast<int>(line.size()) - at.column;
}

// What stands now between the text before the start and the text after it.
std::string Typed(const Vim& v) {
  const InsertSession& session = v.state.insert;
  TextPosition end;
  end.line = v.last_line() - session.lines_after;
  if (end.line < session.start.line) return {};
  end.column = v.length(end.line) - session.tail;
  const std::string& line = v.text.Line(session.start.line);
  const auto [kept, unused] =
      std::mismatch(session.prefix.begin(), session.prefix.end(), line.begin(), line.end());
  const TextPosition begin{session.start.line, static_cast<int>(kept - session.prefix.begin())};
  return begin < end ? v.text.TextBetween(begin, end) : std::string();
}

// The cursor goes to the corner of the block.
void LeaveBlock(Vim& v, const BlockInsert& insert) {
  v.text.EndStep();
  v.state.mode = VimMode::kNormal;
  v.state.goal = -1;
  v.state.marks['^'] = v.text.caret();
  const Block& block = insert.block;
  PlaceCursor(v, PieceOf(v.text, block, block.first_line).begin);
}

}  // namespace

void EnterInsert(Vim& v, TextPosition at, int count) {
  State& s = v.state;
  s.mode = VimMode::kInsert;
  s.message.clear();
  v.text.MoveTo(at, TextBuffer::Selection::kDrop);
  s.cursor = v.text.caret();
  s.insert = {};
  s.insert.count = count;
  Remember(v);
  v.text.BeginStep();
}

void OpenLine(Vim& v, bool below, int count) {
  const int line = v.state.cursor.line;
  if (below) {
    v.text.MoveTo({line, v.length(line)}, TextBuffer::Selection::kDrop);
    v.text.InsertIndentedNewline();
  } else {
    const std::string indent = IndentOf(v.text, line);
    v.text.Replace({line, 0}, {line, 0}, indent + "\n", kEdit);
    v.text.MoveTo({line, static_cast<int>(indent.size())}, TextBuffer::Selection::kDrop);
  }
  EnterInsert(v, v.text.caret(), count);
  v.state.insert.opens_lines = true;
}

void LeaveInsert(Vim& v) {
  State& s = v.state;
  const std::string typed = Typed(v);
  s.last_insert = typed;
  if (!typed.empty()) {
    for (int i = 1; i < s.insert.count; ++i) {
      if (s.insert.opens_lines) v.text.InsertIndentedNewline();
      v.text.Insert(typed, kEdit);
    }
  }
  if (s.insert.block && !typed.empty() && typed.find('\n') == std::string::npos) {
    std::string all;
    for (int i = 0; i < s.insert.count; ++i) all += typed;
    RepeatOnBlock(v, *s.insert.block, all);
    LeaveBlock(v, *s.insert.block);
    return;
  }
  // The indentation that a new line came with goes when nothing was typed on it.
  TextPosition at = v.text.caret();
  const std::string& line = v.text.Line(at.line);
  if (typed.empty() && s.insert.opens_lines && line.find_first_not_of(" \t") == std::string::npos) {
    v.text.Replace({at.line, 0}, {at.line, v.length(at.line)}, "", kEdit);
    at.column = 0;
  }
  v.text.EndStep();
  s.mode = VimMode::kNormal;
  s.goal = -1;
  s.marks['^'] = at;
  PlaceCursor(v, at.column > 0 ? v.text.Left(at) : at);
}

void RestartInsert(Vim& v) {
  v.text.EndStep();
  v.state.insert = {};
  Remember(v);
  v.text.BeginStep();
}

bool PressInInsert(Vim& v, std::string_view key) {
  State& s = v.state;
  if (!s.pending.empty()) {  // <C-r> and the name of a register
    s.pending.clear();
    if (key.size() != 1) return true;
    const Register what = ReadRegister(v, key[0]);
    v.text.Insert(what.text + (what.linewise ? "\n" : ""), kEdit);
  } else if (key == "<Esc>") {
    LeaveInsert(v);
  } else if (key == "<C-r>") {
    s.pending.emplace_back(key);
  } else if (key == "<C-w>") {
    v.text.EraseWordLeft();
  } else if (key == "<C-u>") {
    const TextPosition at = v.text.caret();
    const int indent = static_cast<int>(IndentOf(v.text, at.line).size());
    const int from = at.line == s.insert.start.line && at.column > s.insert.start.column
                         ? s.insert.start.column
                     : at.column > indent ? indent
                                          : 0;
    v.text.Replace({at.line, from}, at, "", kEdit);
  } else {
    return false;
  }
  return true;
}

}  // namespace app::vim
