// Places in the text as Vim counts them, and its patterns.
#include "app/ui/widgets/text_search.h"
#include "app/ui/widgets/vim_block.h"
#include "app/ui/widgets/vim_state.h"

namespace app::vim {

int LastColumn(const TextBuffer& text, int line) {
  const int length = static_cast<int>(text.Line(line).size());
  return length == 0 ? 0 : text.Left({line, length}).column;
}

int FirstNonBlank(const TextBuffer& text, int line) {
  const std::size_t first = text.Line(line).find_first_not_of(" \t");
  return first == std::string::npos ? LastColumn(text, line) : static_cast<int>(first);
}

TextPosition OnCharacter(const TextBuffer& text, TextPosition position) {
  position = text.Clamped(position);
  position.column = std::min(position.column, LastColumn(text, position.line));
  return position;
}

TextPosition Behind(const TextBuffer& text, TextPosition position) {
  const TextPosition next = text.Right(position);
  return next.line == position.line ? next : position;
}

int ColumnAt(const TextBuffer& text, int line, int visual) {
  if (visual == kEndOfLine) return LastColumn(text, line);
  TextPosition at{line, 0};
  for (;;) {
    const TextPosition next = Behind(text, at);
    if (next == at || text.VisualColumn(next) > visual) break;
    at = next;
  }
  return std::min(at.column, LastColumn(text, line));
}

std::string IndentOf(const TextBuffer& text, int line) {
  const std::string& content = text.Line(line);
  const std::size_t first = content.find_first_not_of(" \t");
  return content.substr(0, first == std::string::npos ? content.size() : first);
}

char ByteAt(const TextBuffer& text, TextPosition position) {
  const std::string& line = text.Line(position.line);
  const auto column = static_cast<std::size_t>(position.column);
  return column < line.size() ? line[column] : '\n';
}

WordClass ClassAt(const TextBuffer& text, TextPosition position, bool big) {
  const char c = ByteAt(text, position);
  if (c == ' ' || c == '\t' || c == '\n') return WordClass::kSpace;
  return big || IsWordByte(c) ? WordClass::kWord : WordClass::kOther;
}

void PlaceCursor(Vim& v, TextPosition position) {
  State& s = v.state;
  s.cursor = s.mode == VimMode::kInsert ? v.text.Clamped(position) : OnCharacter(v.text, position);
  if (!s.visual()) {
    v.text.MoveTo(s.cursor, TextBuffer::Selection::kDrop);
    return;
  }
  if (s.mode == VimMode::kVisualBlock) {
    ShowBlock(v);
    return;
  }
  const bool forward = s.visual_start <= s.cursor;
  TextPosition anchor = forward ? s.visual_start : Behind(v.text, s.visual_start);
  TextPosition caret = forward ? Behind(v.text, s.cursor) : s.cursor;
  if (s.mode == VimMode::kVisualLine) {
    anchor = {s.visual_start.line, forward ? 0 : v.length(s.visual_start.line)};
    caret = {s.cursor.line, forward ? v.length(s.cursor.line) : 0};
  }
  v.text.MoveTo(anchor, TextBuffer::Selection::kDrop);
  v.text.MoveTo(caret, TextBuffer::Selection::kExtend);
}

std::string TextOf(const TextBuffer& text, const Range& range) {
  if (!range.linewise) return text.TextBetween(range.begin, range.end);
  const int last = range.end.line;
  return text.TextBetween({range.begin.line, 0}, {last, static_cast<int>(text.Line(last).size())});
}

namespace {

// "{2,3}" or "{-1,}" (as few as possible) from the '{' at `*at`; `*at` ends on the '}'. A backslash
// may stand before it.
std::string TakeCount(std::string_view pattern, std::size_t* at) {
  const std::size_t close = std::min(pattern.find('}', *at), pattern.size());
  std::string inside(pattern.substr(*at + 1, close - *at - 1));
  *at = close;
  if (inside.ends_with('\\')) inside.pop_back();
  const bool few = inside.starts_with('-');
  if (few) inside.erase(0, 1);
  if (inside.empty() || inside == ",") return few ? "*?" : "*";
  if (inside.starts_with(',')) inside.insert(0, "0");
  return "{" + inside + "}" + (few ? "?" : "");
}

}  // namespace

std::string TranslatePattern(std::string_view pattern, bool* ignore_case) {
  static constexpr std::string_view kSwapped = "(){}+?|";  // special in one dialect, plain in Vim
  bool very_magic = false;
  bool in_class = false;
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '\\' && i + 1 < pattern.size()) {
      const char next = pattern[++i];
      if (next == 'c' || next == 'C') {
        *ignore_case = next == 'c';
      } else if (next == 'v' || next == 'm') {
        very_magic = next == 'v';
      } else if (next == '<' || next == '>') {
        out += very_magic ? std::string(1, next) : "\\b";
      } else if (next == '=' && !very_magic) {
        out += '?';
      } else if (!very_magic && next == '{') {
        out += TakeCount(pattern, &i);
      } else if (!very_magic && kSwapped.find(next) != std::string_view::npos) {
        out += next;
      } else if (next == '/' || next == '~') {
        out += next;
      } else if (next == 'h') {
        out += "[A-Za-z_]";
      } else if (next == 'a') {
        out += "[A-Za-z]";
      } else if (next == 'l' || next == 'u') {
        out += next == 'l' ? "[a-z]" : "[A-Z]";
      } else if (next == 'x') {
        out += "[0-9A-Fa-f]";
      } else {
        out += '\\';
        out += next;
      }
    } else if (in_class || c == '[') {
      in_class = c != ']' || (i > 0 && pattern[i - 1] == '[');
      out += c;
    } else if (very_magic && (c == '<' || c == '>')) {
      out += "\\b";
    } else if (very_magic && c == '{') {
      out += TakeCount(pattern, &i);
    } else if (very_magic && c == '=') {
      out += '?';
    } else if (!very_magic && kSwapped.find(c) != std::string_view::npos) {
      out += '\\';
      out += c;
    } else if (c == '*' && (out.empty() || out == "^")) {
      out += "\\*";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace app::vim
