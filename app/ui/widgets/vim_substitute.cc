// :s and its questions.
#include "app/ui/widgets/vim_substitute.h"

#include <cctype>
#include <vector>

#include "app/ui/widgets/text_search.h"

namespace app::vim {
namespace {

constexpr auto kEdit = TextBuffer::EditKind::kOther;

std::string Plural(int count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

// In a replacement & and \0 are the match, \1 to \9 its groups, \r and \n line breaks, \t a tab.
std::string Expand(std::string_view replacement, const SearchPattern::Match& match) {
  std::string out;
  const auto group = [&match](std::size_t i) {
    return i < match.groups.size() ? match.groups[i] : std::string();
  };
  for (std::size_t i = 0; i < replacement.size(); ++i) {
    const char c = replacement[i];
    if (c == '&') {
      out += group(0);
    } else if (c != '\\' || i + 1 == replacement.size()) {
      out += c;
    } else if (const char next = replacement[++i]; next >= '0' && next <= '9') {
      out += group(static_cast<std::size_t>(next - '0'));
    } else {
      out += next == 'r' || next == 'n' ? '\n' : next == 't' ? '\t' : next;
    }
  }
  return out;
}

// Cuts `text` at its first `delimiter` that no backslash precedes; takes that away from `*text`.
std::string TakePart(std::string_view* text, char delimiter) {
  std::string part;
  std::size_t i = 0;
  for (; i < text->size() && (*text)[i] != delimiter; ++i) {
    if ((*text)[i] == '\\' && i + 1 < text->size()) {
      if ((*text)[i + 1] != delimiter) part += '\\';
      ++i;
    }
    part += (*text)[i];
  }
  text->remove_prefix(std::min(i + 1, text->size()));
  return part;
}

std::optional<SearchPattern> PatternOf(Vim& v, const Substitution& what) {
  if (what.pattern.empty()) {
    v.Fail("There is no pattern yet; write :s/this/that/.");
    return std::nullopt;
  }
  bool ignore_case = what.ignore_case.value_or(v.state.ignore_case);
  const std::string expression = TranslatePattern(what.pattern, &ignore_case);
  if (what.ignore_case) ignore_case = *what.ignore_case;
  auto pattern = SearchPattern::Compile(expression, {.regex = true, .match_case = !ignore_case});
  if (pattern) return *pattern;
  v.Fail(pattern.error().message);
  return std::nullopt;
}

void Report(Vim& v, int done, int lines) {
  if (done == 0) {
    v.Fail("\"" + v.state.search + "\" is not in these lines.");
    return;
  }
  v.state.message = Plural(done, "substitution") + " on " + Plural(lines, "line");
}

// Replaces everything from column `from` of line `first` on, in one step of undo.
void ReplaceLines(Vim& v, const Substitution& what, int first, int from, int last) {
  const auto pattern = PatternOf(v, what);
  if (!pattern) return;
  std::vector<TextChange> changes;
  int lines = 0;
  for (int line = first; line <= last; ++line) {
    const std::string& content = v.text.Line(line);
    const std::size_t before = changes.size();
    int at = line == first ? from : 0;
    while (const auto match = pattern->Find(content, at)) {
      // After others, the empty match at the end of the line does not count.
      const bool empty = match->begin == match->end;
      if (empty && match->begin == v.length(line) && changes.size() > before) break;
      changes.push_back(
          {{line, match->begin}, {line, match->end}, Expand(what.replacement, *match)});
      at = empty ? Behind(v.text, {line, match->end}).column : match->end;
      if (!what.global || (empty && at == match->end)) break;
    }
    if (changes.size() > before) ++lines;
  }
  const int done = static_cast<int>(changes.size());
  if (done > 0) {
    const int lines_below = v.last_line() - changes.back().end.line;
    v.text.Apply(std::move(changes), kEdit);
    const int line = v.last_line() - lines_below;
    PlaceCursor(v, {line, FirstNonBlank(v.text, line)});
  }
  Report(v, done, lines);
}

// Shows the next place, or ends where there is none.
void Ask(Vim& v) {
  Confirmation& c = *v.state.confirmation;
  const auto pattern = PatternOf(v, c.what);
  while (pattern && c.line <= c.last_line) {
    if (const auto match = pattern->Find(v.text.Line(c.line), c.from)) {
      v.text.MoveTo({c.line, match->begin}, TextBuffer::Selection::kDrop);
      v.text.MoveTo({c.line, match->end}, TextBuffer::Selection::kExtend);
      v.state.cursor = {c.line, match->begin};
      v.state.message = "Replace with \"" + Expand(c.what.replacement, *match) +
                        "\"? y(es) n(o) a(ll) q(uit) l(ast)";
      return;
    }
    ++c.line;
    c.from = 0;
  }
  EndConfirmation(v);
}

// Past the place in question, which was `length` long and is now `written`.
void GoOn(Vim& v, TextPosition end, bool empty) {
  Confirmation& c = *v.state.confirmation;
  c.last_line += end.line - c.line;
  c.line = end.line;
  c.from = end.column;
  const bool at_line_end = end.column >= v.length(end.line);
  if (empty && !at_line_end) c.from = Behind(v.text, end).column;
  if (!c.what.global || (empty && at_line_end)) {
    ++c.line;
    c.from = 0;
  }
}

void ReplaceHere(Vim& v) {
  Confirmation& c = *v.state.confirmation;
  const auto pattern = PatternOf(v, c.what);
  const auto match = pattern ? pattern->Find(v.text.Line(c.line), c.from) : std::nullopt;
  if (!match) return;
  v.text.Replace({c.line, match->begin}, {c.line, match->end}, Expand(c.what.replacement, *match),
                 kEdit);
  ++c.done;
  GoOn(v, v.text.caret(), match->begin == match->end);
}

}  // namespace

void Substitute(Vim& v, int first, int last, std::string_view arguments) {
  Substitution what = v.state.substitution;
  bool confirm = false;
  std::string_view flags = arguments;
  if (!arguments.empty() && std::ispunct(static_cast<unsigned char>(arguments[0])) != 0 &&
      arguments[0] != '&' && arguments[0] != '"' && arguments[0] != '\\') {
    const char delimiter = arguments[0];
    std::string_view rest = arguments.substr(1);
    what.pattern = TakePart(&rest, delimiter);
    what.replacement = TakePart(&rest, delimiter);
    if (what.pattern.empty()) what.pattern = v.state.search;
    flags = rest;
  }
  if (flags.empty() || flags[0] != '&') {
    what.global = false;
    what.ignore_case.reset();
  }
  for (const char flag : flags) {
    if (flag == 'g') {
      what.global = true;
    } else if (flag == 'c') {
      confirm = true;
    } else if (flag == 'i' || flag == 'I') {
      what.ignore_case = flag == 'i';
    } else if (flag != '&' && flag != ' ') {
      v.Fail(std::string("\"") + flag + "\" is no flag of :s; there are g, c, i, I and &.");
      return;
    }
  }
  v.state.substitution = what;
  v.state.search = what.pattern;
  if (!PatternOf(v, what)) return;
  if (!confirm) {
    ReplaceLines(v, what, first, 0, last);
    return;
  }
  v.text.BeginStep();
  v.state.confirmation = Confirmation{what, first, 0, last, 0};
  Ask(v);
}

void RepeatSubstitution(Vim& v) { Substitute(v, v.state.cursor.line, v.state.cursor.line, {}); }

void Answer(Vim& v, std::string_view key) {
  if (key == "y" || key == "l") {
    ReplaceHere(v);
  } else if (key == "n") {
    GoOn(v, v.text.selection_end(), !v.text.HasSelection());
  } else if (key == "a") {
    const Confirmation c = *v.state.confirmation;
    ReplaceLines(v, c.what, c.line, c.from, c.last_line);
  } else if (key != "q" && key != "<Esc>") {
    return;
  }
  if (key == "y" || key == "n") {
    Ask(v);
  } else {
    EndConfirmation(v);
  }
}

void EndConfirmation(Vim& v) {
  const int done = v.state.confirmation->done;
  v.state.confirmation.reset();
  v.text.EndStep();
  if (v.state.message.starts_with("Replace")) v.state.message = Plural(done, "substitution");
  PlaceCursor(v, v.state.cursor);
}

}  // namespace app::vim
