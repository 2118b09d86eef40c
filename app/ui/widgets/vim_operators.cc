// Registers and operators.
#include "app/ui/widgets/vim_operators.h"

#include <cctype>
#include <vector>

#include "app/ui/widgets/vim_insert.h"

namespace app::vim {
namespace {

constexpr auto kEdit = TextBuffer::EditKind::kOther;
constexpr std::string_view kOpeners = "([{:";
constexpr std::string_view kClosers = ")]}";

std::string Spaces(int count) { return std::string(static_cast<std::size_t>(count), ' '); }

int IndentWidth(const TextBuffer& text, int line) {
  return text.VisualColumn({line, static_cast<int>(IndentOf(text, line).size())});
}

void SetIndent(Vim& v, int line, int width) {
  const std::string indent = IndentOf(v.text, line);
  const Indentation& style = v.text.indentation();
  const int stop = std::max(1, style.width);
  const std::string wanted =
      style.tabs ? std::string(static_cast<std::size_t>(width / stop), '\t') + Spaces(width % stop)
                 : Spaces(width);
  if (indent == wanted) return;
  v.text.Replace({line, 0}, {line, static_cast<int>(indent.size())}, wanted, kEdit);
}

void Shift(Vim& v, const Range& range, int steps) {
  for (int line = range.begin.line; line <= range.end.line; ++line) {
    if (v.text.Line(line).empty()) continue;
    const int width = IndentWidth(v.text, line) + steps * v.text.indentation().width;
    SetIndent(v, line, std::max(0, width));
  }
}

// One step deeper after a line that opens a block, one less where a line starts with a closing
// bracket, and never deeper than the line above asks for. A line that stands further left is left
// alone: only the writer knows where a Python block ends.
void Reindent(Vim& v, const Range& range) {
  for (int line = range.begin.line; line <= range.end.line; ++line) {
    const std::string& content = v.text.Line(line);
    const auto first = content.find_first_not_of(" \t");
    if (first == std::string::npos) {
      SetIndent(v, line, 0);
      continue;
    }
    int above = line - 1;
    while (above >= 0 && v.text.Line(above).find_first_not_of(" \t") == std::string::npos) --above;
    if (above < 0) {
      SetIndent(v, line, 0);
      continue;
    }
    const std::string& before = v.text.Line(above);
    const bool opens = kOpeners.find(before[before.find_last_not_of(" \t")]) != std::string::npos;
    const bool closes = kClosers.find(content[first]) != std::string::npos;
    const int step = v.text.indentation().width;
    const int wanted =
        std::max(0, IndentWidth(v.text, above) + (opens ? step : 0) - (closes ? step : 0));
    if (opens || closes || IndentWidth(v.text, line) > wanted) SetIndent(v, line, wanted);
  }
}

void Change(Vim& v, const Range& range) {
  if (!range.linewise) {
    v.text.Replace(range.begin, range.end, "", kEdit);
    EnterInsert(v, range.begin, 1);
    return;
  }
  const std::string indent = IndentOf(v.text, range.begin.line);
  const TextPosition end{range.end.line, v.length(range.end.line)};
  v.text.Replace({range.begin.line, 0}, end, indent, kEdit);
  EnterInsert(v, {range.begin.line, static_cast<int>(indent.size())}, 1);
  v.state.insert.opens_lines = true;
}

}  // namespace

void Store(Vim& v, char name, Register what, StoredBy by) {
  if (name == '_') return;
  auto& registers = v.state.registers;
  if (name == '+' || name == '*') v.outcome.copied = what.text + (what.linewise ? "\n" : "");
  if (by == StoredBy::kYank && (name == 0 || name == '"')) registers['0'] = what;
  if (name >= 'A' && name <= 'Z') {
    Register& old = registers[static_cast<char>(name | 0x20)];
    const bool lines = old.linewise || what.linewise;
    if (!old.text.empty() && lines) old.text += '\n';
    old.text += what.text;
    old.linewise = lines;
    what = old;
  } else if (name != 0) {
    registers[name] = what;
  }
  registers['"'] = std::move(what);
}

Register ReadRegister(Vim& v, char name) {
  if (name == '+' || name == '*') {
    Register clip{v.view.clipboard ? v.view.clipboard() : std::string()};
    std::erase(clip.text, '\r');
    clip.linewise = clip.text.ends_with('\n');
    if (clip.linewise) clip.text.pop_back();
    return clip;
  }
  if (name == '/') return {v.state.search};
  if (name == '.') return {v.state.last_insert};
  if (name >= 'A' && name <= 'Z') name = static_cast<char>(name | 0x20);
  const auto found = v.state.registers.find(name == 0 ? '"' : name);
  return found == v.state.registers.end() ? Register() : found->second;
}

void Erase(Vim& v, const Range& range) {
  if (!range.linewise) {
    v.text.Replace(range.begin, range.end, "", kEdit);
    return;
  }
  TextPosition begin{range.begin.line, 0};
  TextPosition end{range.end.line + 1, 0};
  if (range.end.line == v.last_line()) {
    end = v.text.End();
    if (begin.line > 0) begin = {begin.line - 1, v.length(begin.line - 1)};
  }
  v.text.Replace(begin, end, "", kEdit);
}

std::string ChangeCase(std::string text, std::string_view op) {
  for (char& c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80) continue;
    const bool up = op == "gU" || (op == "g~" && std::islower(byte) != 0);
    c = static_cast<char>(up ? std::toupper(byte) : std::tolower(byte));
  }
  return text;
}

void JoinLines(Vim& v, int first, int last, bool spaces) {
  for (int i = first; i < last; ++i) {
    const TextPosition end{first, v.length(first)};
    const std::string& next = v.text.Line(first + 1);
    int skip = 0;
    std::string between;
    if (spaces) {
      skip = static_cast<int>(IndentOf(v.text, first + 1).size());
      const char before = end.column == 0 ? ' ' : v.text.Line(first).back();
      const bool bare = skip == static_cast<int>(next.size()) ||
                        next[static_cast<std::size_t>(skip)] == ')' || before == ' ' ||
                        before == '\t';
      if (!bare) between = " ";
    }
    v.text.Replace(end, {first + 1, skip}, between, kEdit);
    // On the space, or on what came up.
    PlaceCursor(v, end);
  }
}

void Operate(Vim& v, const Command& c, const Range& range) {
  const std::string& op = c.op;
  if (op == "y" || op == "d" || op == "c") {
    Store(v, c.reg, {TextOf(v.text, range), range.linewise},
          op == "y" ? StoredBy::kYank : StoredBy::kDelete);
  }
  if (op == "y") {
    // Where the text starts; lines keep the cursor's column when they start at the cursor.
    PlaceCursor(v, range.begin);
  } else if (op == "c") {
    Change(v, range);
  } else if (op == "d") {
    Erase(v, range);
    const int line = std::min(range.begin.line, v.last_line());
    PlaceCursor(v, range.linewise ? TextPosition{line, FirstNonBlank(v.text, line)} : range.begin);
  } else if (op == ">" || op == "<" || op == "=") {
    // In visual mode a count says how far; before a motion it belongs to the motion.
    const int steps = c.extent ? c.times() : 1;
    if (op == "=") {
      Reindent(v, range);
    } else {
      Shift(v, range, op == ">" ? steps : -steps);
    }
    PlaceCursor(v, {range.begin.line, FirstNonBlank(v.text, range.begin.line)});
  } else {
    TextPosition begin = range.begin, end = range.end;
    if (range.linewise) begin.column = 0, end.column = v.length(end.line);
    v.text.Replace(begin, end, ChangeCase(v.text.TextBetween(begin, end), op), kEdit);
    PlaceCursor(v, begin);
  }
}

}  // namespace app::vim
