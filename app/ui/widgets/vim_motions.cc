// Vim's motions, and the text between the cursor and where they lead.
#include "app/ui/widgets/vim_motions.h"

#include <string_view>

#include "app/ui/widgets/text_search.h"
#include "app/ui/widgets/vim_sentences.h"
#include "app/ui/widgets/vim_word_motions.h"

namespace app::vim {
namespace {

using Where = std::optional<Motion>;

constexpr std::string_view kBrackets = "()[]{}";

Motion ToLine(const Vim& v, int line) {
  return {.to = {line, FirstNonBlank(v.text, line)}, .linewise = true, .jump = true};
}

// `lines` down, or up, as far as there are lines; the cursor keeps to its column.
Where Down(Vim& v, int lines) {
  const int line = std::clamp(v.state.cursor.line + lines, 0, v.last_line());
  if (line == v.state.cursor.line) return std::nullopt;
  const int goal = v.state.goal >= 0 ? v.state.goal : v.text.VisualColumn(v.state.cursor);
  return Motion{.to = {line, ColumnAt(v.text, line, goal)}, .linewise = true, .goal = goal};
}

// To the first character that is no space, `lines` down.
Where DownToText(Vim& v, int lines) {
  const int line = v.state.cursor.line + lines;
  if (line < 0 || line > v.last_line()) return std::nullopt;
  return Motion{.to = {line, FirstNonBlank(v.text, line)}, .linewise = true};
}

Where Sideways(Vim& v, const Command& c) {
  const bool left = c.action == "h" || c.action == "<BS>" || c.action == "<Left>";
  TextPosition to = v.state.cursor;
  for (int i = 0; i < c.times(); ++i) {
    const TextPosition next = left && to.column == 0 ? to
                              : left                 ? v.text.Left(to)
                                                     : Behind(v.text, to);
    if (next == to) break;
    to = next;
  }
  const bool stuck = c.op.empty() ? OnCharacter(v.text, to) == OnCharacter(v.text, v.state.cursor)
                                  : to == v.state.cursor;
  if (stuck) return std::nullopt;
  return Motion{.to = to};
}

Where WithinLine(Vim& v, const Command& c) {
  const TextPosition at = v.state.cursor;
  if (c.action == "0" || c.action == "<Home>") return Motion{.to = {at.line, 0}};
  if (c.action == "^") return Motion{.to = {at.line, FirstNonBlank(v.text, at.line)}};
  if (c.action == "|") return Motion{.to = {at.line, ColumnAt(v.text, at.line, c.times() - 1)}};
  const int line = at.line + c.times() - 1;
  if (line > v.last_line()) return std::nullopt;
  if (c.action == "g_") {
    const std::size_t last = v.text.Line(line).find_last_not_of(" \t");
    const int column = last == std::string::npos ? 0 : static_cast<int>(last);
    return Motion{.to = v.text.Clamped({line, column}), .inclusive = true};
  }
  return Motion{.to = {line, LastColumn(v.text, line)}, .inclusive = true, .goal = kEndOfLine};
}

Where OverWords(Vim& v, const Command& c) {
  const bool big = c.action.back() == 'W' || c.action.back() == 'B' || c.action.back() == 'E';
  const char kind = static_cast<char>(c.action.back() | 0x20);
  const bool ends = kind == 'e';
  const TextPosition from = v.state.cursor;
  TextPosition to = from;
  for (int i = 0; i < c.times(); ++i) {
    const bool last = i + 1 == c.times();
    if (c.action[0] == 'g') {
      to = PreviousWordEnd(v.text, to, big);
    } else if (kind == 'w') {
      to = NextWord(v.text, to, big, last && !c.op.empty());
    } else {
      to = ends ? WordEnd(v.text, to, big) : PreviousWord(v.text, to, big);
    }
  }
  if (c.op.empty() && OnCharacter(v.text, to) == from) return std::nullopt;
  return Motion{.to = to, .inclusive = ends};
}

// f, F, t, T and their repetition. `again`: a t does not stop where it already is.
Where ToCharacter(Vim& v, char kind, const std::string& target, int count, bool again) {
  const bool forward = kind == 'f' || kind == 't';
  const bool till = kind == 't' || kind == 'T';
  const std::string& line = v.text.Line(v.state.cursor.line);
  TextPosition at = v.state.cursor;
  const auto step = [&](TextPosition p) {
    return forward ? Behind(v.text, p) : p.column == 0 ? p : v.text.Left(p);
  };
  if (again && till && count == 1) {
    const TextPosition next = step(at);
    if (line.compare(static_cast<std::size_t>(next.column), target.size(), target) == 0) at = next;
  }
  for (int found = 0; found < count;) {
    const TextPosition next = step(at);
    if (next == at || next.column >= static_cast<int>(line.size())) return std::nullopt;
    at = next;
    if (line.compare(static_cast<std::size_t>(at.column), target.size(), target) == 0) ++found;
  }
  if (till) at = forward ? v.text.Left(at) : Behind(v.text, at);
  return Motion{.to = at, .inclusive = forward};
}

Where Find(Vim& v, const Command& c) {
  State& s = v.state;
  if (c.action != ";" && c.action != ",") {
    s.find_kind = c.action[0];
    s.find_target = c.argument;
    return ToCharacter(v, s.find_kind, s.find_target, c.times(), false);
  }
  if (s.find_kind == 0) return std::nullopt;
  const char kind = c.action == ";" ? s.find_kind : static_cast<char>(s.find_kind ^ 0x20);
  return ToCharacter(v, kind, s.find_target, c.times(), true);
}

Where Bracket(Vim& v, const Command& c) {
  if (c.count > 0) {  // a percentage of the file
    if (c.count > 100) return std::nullopt;
    return ToLine(v, (c.count * v.text.line_count() + 99) / 100 - 1);
  }
  TextPosition at = v.state.cursor;
  while (ByteAt(v.text, at) != '\n' &&
         kBrackets.find(ByteAt(v.text, at)) == std::string_view::npos) {
    at = v.text.Right(at);
  }
  const auto to = MatchingBracket(v.text, at);
  if (!to) return std::nullopt;
  return Motion{.to = *to, .inclusive = true, .jump = true};
}

// H, M and L.
Where OnScreen(Vim& v, const Command& c) {
  const int first = std::min(v.view.first_line, v.last_line());
  const int last = std::min(first + std::max(1, v.view.lines) - 1, v.last_line());
  int line = (first + last) / 2;
  if (c.action == "H") line = std::min(first + c.times() - 1, last);
  if (c.action == "L") line = std::max(last - c.times() + 1, first);
  return ToLine(v, line);
}

Where Mark(Vim& v, const Command& c) {
  const char name = c.argument[0] == '`' ? '\'' : c.argument[0];
  const auto mark = v.state.marks.find(name);
  if (mark == v.state.marks.end()) {
    v.Fail("There is no mark " + c.argument + ".");
    return std::nullopt;
  }
  const TextPosition to = v.text.Clamped(mark->second);
  if (c.action == "'") return ToLine(v, to.line);
  return Motion{.to = to, .jump = true};
}

// * and #: looks for the word under or after the cursor.
Where WordHere(Vim& v, const Command& c) {
  TextPosition at = v.state.cursor;
  while (ByteAt(v.text, at) != '\n' && ClassAt(v.text, at, false) != WordClass::kWord) {
    at = v.text.Right(at);
  }
  if (ByteAt(v.text, at) == '\n') return std::nullopt;
  while (at.column > 0 && ClassAt(v.text, v.text.Left(at), false) == WordClass::kWord) {
    at = v.text.Left(at);
  }
  const TextPosition end = Behind(v.text, EndOfThisWord(v.text, at, false));
  v.state.search = "\\<" + v.text.TextBetween(at, end) + "\\>";
  v.state.search_backwards = c.action == "#";
  v.state.cursor = at;
  const auto to = SearchAgain(v, false, c.times());
  if (!to) return std::nullopt;
  return Motion{.to = *to, .jump = true};
}

Where Search(Vim& v, const Command& c) {
  bool reversed = c.action == "N";
  if (c.action == "/" || c.action == "?") {
    v.state.search_backwards = c.action == "?";
    // The pattern ends at a delimiter; offsets behind it are left out.
    std::string pattern = c.argument;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      if (pattern[i] == '\\') {
        ++i;
      } else if (pattern[i] == c.action[0]) {
        pattern.resize(i);
      }
    }
    if (!pattern.empty()) v.state.search = pattern;
  }
  const auto to = SearchAgain(v, reversed, c.times());
  if (!to) return std::nullopt;
  return Motion{.to = *to, .jump = true};
}

Where OverParagraphs(Vim& v, const Command& c) {
  TextPosition to = v.state.cursor;
  for (int i = 0; i < c.times(); ++i) {
    to = c.action == "}" ? NextParagraph(v.text, to) : PreviousParagraph(v.text, to);
  }
  if (OnCharacter(v.text, to) == v.state.cursor && c.op.empty()) return std::nullopt;
  return Motion{.to = to, .jump = true};
}

Where OverSentences(Vim& v, const Command& c) {
  TextPosition to = v.state.cursor;
  for (int i = 0; i < c.times(); ++i) {
    to = c.action == ")" ? NextSentence(v.text, to) : PreviousSentence(v.text, to);
  }
  if (OnCharacter(v.text, to) == v.state.cursor && c.op.empty()) return std::nullopt;
  return Motion{.to = to, .jump = true};
}

}  // namespace

std::optional<Motion> FindMotion(Vim& v, const Command& c) {
  const std::string& a = c.action;
  const auto is = [&a](std::string_view names) {
    return names.find(" " + a + " ") != std::string_view::npos;
  };
  if (is(" h l <BS> <Space> <Left> <Right> ")) return Sideways(v, c);
  if (is(" j gj <Down> ")) return Down(v, c.times());
  if (is(" k gk <Up> ")) return Down(v, -c.times());
  if (is(" + <CR> ")) return DownToText(v, c.times());
  if (a == "-") return DownToText(v, -c.times());
  if (a == "_") return DownToText(v, c.times() - 1);
  if (is(" 0 ^ $ g_ | <Home> <End> ")) return WithinLine(v, c);
  if (is(" w W b B e E ge gE ")) return OverWords(v, c);
  if (is(" f F t T ; , ")) return Find(v, c);
  if (is(" { } ")) return OverParagraphs(v, c);
  if (is(" ( ) ")) return OverSentences(v, c);
  if (a == "gg") return ToLine(v, std::min(c.times() - 1, v.last_line()));
  if (a == "G") {
    return ToLine(v, c.count == 0 ? v.last_line() : std::min(c.count - 1, v.last_line()));
  }
  if (a == "%") return Bracket(v, c);
  if (is(" H M L ")) return OnScreen(v, c);
  if (is(" ' ` ")) return Mark(v, c);
  if (is(" * # ")) return WordHere(v, c);
  return Search(v, c);
}

std::optional<Range> RangeOfMotion(Vim& v, const Command& command) {
  const TextPosition from = v.state.cursor;
  Command c = command;
  // "cw" leaves the space after the word alone.
  const bool change_word = c.op == "c" && (c.action == "w" || c.action == "W") &&
                           ClassAt(v.text, from, true) != WordClass::kSpace;
  std::optional<Motion> motion;
  if (change_word) {
    const bool big = c.action == "W";
    TextPosition to = EndOfThisWord(v.text, from, big);
    for (int i = 1; i < c.times(); ++i) to = WordEnd(v.text, to, big);
    motion = Motion{.to = to, .inclusive = true};
  } else {
    motion = FindMotion(v, c);
  }
  if (!motion) return std::nullopt;
  Range range{std::min(from, motion->to), std::max(from, motion->to), motion->linewise};
  if (range.linewise) return range;
  if (motion->inclusive) {
    range.end = Behind(v.text, range.end);
  } else if (range.end.column == 0 && range.end.line > range.begin.line) {
    --range.end.line;
    range.end.column = v.length(range.end.line);
    const std::size_t indent = IndentOf(v.text, range.begin.line).size();
    range.linewise = range.begin.column <= static_cast<int>(indent);
  }
  return range;
}

std::optional<TextPosition> MatchingBracket(const TextBuffer& text, TextPosition at) {
  const std::size_t which = kBrackets.find(ByteAt(text, at));
  if (which == std::string_view::npos) return std::nullopt;
  const char own = kBrackets[which], other = kBrackets[which ^ 1];
  const bool forward = which % 2 == 0;
  int depth = 0;
  for (int line = at.line; line >= 0 && line < text.line_count(); line += forward ? 1 : -1) {
    const std::string& content = text.Line(line);
    const int length = static_cast<int>(content.size());
    int column = line == at.line ? at.column : forward ? 0 : length - 1;
    for (; column >= 0 && column < length; column += forward ? 1 : -1) {
      const char c = content[static_cast<std::size_t>(column)];
      depth += c == own ? 1 : c == other ? -1 : 0;
      if (depth == 0) return TextPosition{line, column};
    }
  }
  return std::nullopt;
}

std::optional<TextPosition> SearchAgain(Vim& v, bool reversed, int count) {
  State& s = v.state;
  if (s.search.empty()) {
    v.Fail("There is no search to repeat.");
    return std::nullopt;
  }
  bool ignore_case = s.ignore_case;
  const std::string expression = TranslatePattern(s.search, &ignore_case);
  const auto pattern =
      SearchPattern::Compile(expression, {.regex = true, .match_case = !ignore_case});
  if (!pattern) {
    v.Fail(pattern.error().message);
    return std::nullopt;
  }
  s.highlight = true;
  TextPosition at = s.cursor;
  for (int i = 0; i < count; ++i) {
    const bool backwards = s.search_backwards != reversed;
    const TextPosition after = v.text.Right(at);
    // Behind the last character the search goes on at the top.
    const auto match = backwards ? FindPrevious(v.text, *pattern, at)
                                 : FindNext(v.text, *pattern, after == at ? TextPosition{} : after);
    if (!match) {
      v.Fail("\"" + s.search + "\" is not in the text.");
      return std::nullopt;
    }
    at = match->begin;
  }
  return at;
}

}  // namespace app::vim
