// Vim's text objects.
#include "app/ui/widgets/vim_text_objects.h"

#include "app/ui/widgets/vim_motions.h"
#include "app/ui/widgets/vim_sentences.h"
#include "app/ui/widgets/vim_tags.h"
#include "app/ui/widgets/vim_word_motions.h"

namespace app::vim {
namespace {

using Object = std::optional<Range>;

// Behind the run of one class that starts at `p`, in its line.
TextPosition RunEnd(const TextBuffer& text, TextPosition p, bool big) {
  return Behind(text, EndOfThisWord(text, p, big));
}

bool LineEnds(const TextBuffer& text, TextPosition p) { return ByteAt(text, p) == '\n'; }

Object Word(const TextBuffer& text, TextPosition at, bool around, bool big, int count) {
  const WordClass here = ClassAt(text, at, big);
  TextPosition begin = at;
  while (begin.column > 0 && ClassAt(text, text.Left(begin), big) == here) begin = text.Left(begin);
  TextPosition end = begin;
  bool has_space = here == WordClass::kSpace;
  for (int i = 0; i < count; ++i) {
    if (LineEnds(text, end)) break;
    const bool on_space = ClassAt(text, end, big) == WordClass::kSpace;
    end = RunEnd(text, end, big);
    if (!around || LineEnds(text, end)) continue;
    const bool next_is_space = ClassAt(text, end, big) == WordClass::kSpace;
    if (on_space || next_is_space) {
      end = RunEnd(text, end, big);
      has_space = true;
    }
  }
  // Without space behind it, a word takes the space before it, but never the indentation.
  if (around && !has_space) {
    TextPosition p = begin;
    while (p.column > 0 && ClassAt(text, text.Left(p), big) == WordClass::kSpace) p = text.Left(p);
    if (p.column > 0) begin = p;
  }
  return Range{begin, end};
}

// Within one line; quotes behind a backslash do not count. Where the cursor stands before a string,
// that string is meant.
Object Quoted(const TextBuffer& text, TextPosition at, bool around, char quote) {
  const std::string& line = text.Line(at.line);
  int open = -1;  // the quote that is open, if any
  for (int i = 0; i < static_cast<int>(line.size()); ++i) {
    const char c = line[static_cast<std::size_t>(i)];
    if (c == '\\') {
      ++i;
    } else if (c == quote && open < 0) {
      open = i;
    } else if (c == quote) {
      if (i >= at.column) {
        if (!around) return Range{{at.line, open + 1}, {at.line, i}};
        int begin = open, end = i + 1;
        const auto space = [&line](int column) {
          return column >= 0 && column < static_cast<int>(line.size()) &&
                 (line[static_cast<std::size_t>(column)] == ' ' ||
                  line[static_cast<std::size_t>(column)] == '\t');
        };
        if (space(end)) {
          while (space(end)) ++end;
        } else {
          while (space(begin - 1)) --begin;
        }
        return Range{{at.line, begin}, {at.line, end}};
      }
      open = -1;
    }
  }
  return std::nullopt;
}

// The bracket `open` around `at`, `count` levels out.
std::optional<TextPosition> Enclosing(const TextBuffer& text, TextPosition at, char open,
                                      char close, int count) {
  int depth = ByteAt(text, at) == close ? -1 : 0;  // the closing one belongs to its block
  for (int line = at.line; line >= 0; --line) {
    const std::string& content = text.Line(line);
    int column = static_cast<int>(content.size()) - 1;
    if (line == at.line) column = std::min(column, at.column);
    for (; column >= 0; --column) {
      const char c = content[static_cast<std::size_t>(column)];
      if (c == close) {
        ++depth;
      } else if (c == open && depth > 0) {
        --depth;
      } else if (c == open && --count == 0) {
        return TextPosition{line, column};
      }
    }
  }
  return std::nullopt;
}

// The closing one to the `open` at `at`, for any pair: < and > are no brackets to "%".
std::optional<TextPosition> Closing(const TextBuffer& text, TextPosition at, char open,
                                    char close) {
  int depth = 0;
  for (int line = at.line; line < text.line_count(); ++line) {
    const std::string& content = text.Line(line);
    int column = line == at.line ? at.column : 0;
    for (; column < static_cast<int>(content.size()); ++column) {
      const char c = content[static_cast<std::size_t>(column)];
      depth += c == open ? 1 : c == close ? -1 : 0;
      if (depth == 0) return TextPosition{line, column};
    }
  }
  return std::nullopt;
}

Object Bracketed(const TextBuffer& text, TextPosition at, bool around, char open, char close,
                 int count) {
  const auto begin = Enclosing(text, at, open, close, count);
  if (!begin) return std::nullopt;
  const auto end = Closing(text, *begin, open, close);
  if (!end) return std::nullopt;
  if (around) return Range{*begin, {end->line, end->column + 1}};
  Range inner{{begin->line, begin->column + 1}, *end};
  const bool opens_line = LineEnds(text, inner.begin);
  const bool closes_line = static_cast<int>(IndentOf(text, end->line).size()) == end->column;
  if (opens_line && end->line > begin->line) inner.begin = {begin->line + 1, 0};
  if (closes_line && end->line > inner.begin.line) {
    inner.end = {end->line - 1, static_cast<int>(text.Line(end->line - 1).size())};
    inner.linewise = inner.begin.column == 0 && opens_line;
  } else if (opens_line && closes_line && inner.begin == TextPosition{end->line, 0}) {
    return Range{*end, *end};  // nothing but a line break between them
  }
  return inner;
}

Object Paragraph(const TextBuffer& text, TextPosition at, bool around, int count) {
  const int last = text.line_count() - 1;
  const auto blank = [&text](int line) {
    return text.Line(line).find_first_not_of(" \t") == std::string::npos;
  };
  int begin = at.line;
  while (begin > 0 && blank(begin - 1) == blank(at.line)) --begin;
  int end = begin - 1;
  bool took_blank = false;
  for (int i = 0; i < count * (around ? 2 : 1); ++i) {
    if (end == last) {
      if (!around || i % 2 == 0) return std::nullopt;
      break;
    }
    const bool kind = blank(end + 1);
    took_blank = took_blank || kind;
    while (end < last && blank(end + 1) == kind) ++end;
  }
  if (around && !took_blank) {
    while (begin > 0 && blank(begin - 1)) --begin;
  }
  return Range{{begin, 0}, {end, static_cast<int>(text.Line(end).size())}, true};
}

}  // namespace

std::optional<Range> FindTextObject(const TextBuffer& text, TextPosition at, std::string_view name,
                                    int count) {
  const bool around = name[0] == 'a';
  switch (name[1]) {
    case 'w':
    case 'W':
      return Word(text, at, around, name[1] == 'W', count);
    case 's':
      return SentenceAt(text, at, around, count);
    case 't':
      return TagBlockAt(text, at, around, count);
    case 'p':
      return Paragraph(text, at, around, count);
    case '(':
    case ')':
    case 'b':
      return Bracketed(text, at, around, '(', ')', count);
    case '[':
    case ']':
      return Bracketed(text, at, around, '[', ']', count);
    case '{':
    case '}':
    case 'B':
      return Bracketed(text, at, around, '{', '}', count);
    case '<':
    case '>':
      return Bracketed(text, at, around, '<', '>', count);
    default:
      return Quoted(text, at, around, name[1]);
  }
}

}  // namespace app::vim
