// Searching line by line with RE2.
#include "app/ui/widgets/text_search.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace app {
namespace {

constexpr int kGroups = 10;  // $0 to $9
constexpr std::int64_t kMemory = 8 << 20;

bool CutsWord(std::string_view line, int at) {
  const auto i = static_cast<std::size_t>(at);
  return i > 0 && i < line.size() && IsWordByte(line[i - 1]) && IsWordByte(line[i]);
}

// The start of the next character: where the search goes on after an empty match.
int NextCharacter(std::string_view line, int at) {
  auto i = static_cast<std::size_t>(at) + 1;
  while (i < line.size() && (static_cast<unsigned char>(line[i]) & 0xC0) == 0x80) ++i;
  return static_cast<int>(i);
}

// Where to look for the match after this one.
int After(std::string_view line, const SearchPattern::Match& match) {
  return match.end > match.begin ? match.end : NextCharacter(line, match.end);
}

// RE2's "\C" is one byte: it could cut a character in two.
bool AsksForBytes(std::string_view pattern) {
  for (std::size_t i = 0; i + 1 < pattern.size(); ++i) {
    if (pattern[i] != '\\') continue;
    if (pattern[i + 1] == 'C') return true;
    ++i;
  }
  return false;
}

int LineEnd(const TextBuffer& text, int line, const std::optional<TextRange>& inside) {
  const int length = static_cast<int>(text.Line(line).size());
  return inside && inside->end.line == line ? std::min(length, inside->end.column) : length;
}

// Calls `take(line, match)` for each match in order until it returns false.
template <typename Take>
void ForEachMatch(const TextBuffer& text, const SearchPattern& pattern,
                  const std::optional<TextRange>& inside, const Take& take) {
  const int first = inside ? inside->begin.line : 0;
  const int last = inside ? inside->end.line : text.line_count() - 1;
  for (int line = first; line <= last; ++line) {
    const int stop = LineEnd(text, line, inside);
    int from = inside && line == first ? inside->begin.column : 0;
    while (from <= stop) {
      const auto match = pattern.Find(text.Line(line), from);
      if (!match || match->end > stop) break;
      if (!take(line, *match)) return;
      from = After(text.Line(line), *match);
    }
  }
}

}  // namespace

struct SearchPattern::Program {
  explicit Program(const std::string& expression, const RE2::Options& options)
      : re(expression, options) {}
  RE2 re;
};

bool IsWordByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || c == '_' || byte >= 0x80;
}

interview::Result<SearchPattern> SearchPattern::Compile(std::string_view text,
                                                        SearchOptions options) {
  if (text.empty()) {
    return interview::Fail(interview::ErrorCode::kInvalid, "There is nothing to look for.");
  }
  if (options.regex && AsksForBytes(text)) {
    return interview::Fail(interview::ErrorCode::kInvalid,
                           "\\C matches bytes, not characters; write \".\" instead.");
  }
  RE2::Options settings;
  settings.set_log_errors(false);
  settings.set_case_sensitive(options.match_case);
  settings.set_literal(!options.regex);
  settings.set_never_nl(true);
  settings.set_max_mem(kMemory);
  SearchPattern pattern;
  pattern.text_ = text;
  pattern.options_ = options;
  pattern.program_ = std::make_shared<Program>(std::string(text), settings);
  const RE2& re = pattern.program_->re;
  if (!re.ok()) {
    std::string near = re.error_arg();
    if (!near.empty()) near = " at \"" + near + "\"";
    return interview::Fail(interview::ErrorCode::kInvalid,
                           "This is no regular expression: " + re.error() + near + ".");
  }
  return pattern;
}

// Fills in begin and end; the groups only where the expression has some.
bool SearchPattern::FindSpan(std::string_view line, int from, Match* match) const {
  const RE2& re = program_->re;
  const int count = std::min(kGroups, re.NumberOfCapturingGroups() + 1);
  std::array<re2::StringPiece, kGroups> groups;
  const re2::StringPiece all(line.data(), line.size());
  if (!re.Match(all, static_cast<std::size_t>(from), line.size(), RE2::UNANCHORED, groups.data(),
                count)) {
    return false;
  }
  match->begin = static_cast<int>(groups[0].data() - line.data());
  match->end = match->begin + static_cast<int>(groups[0].size());
  match->groups.resize(static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < match->groups.size(); ++i) {
    match->groups[i].assign(groups[i].data() == nullptr ? "" : groups[i].data(), groups[i].size());
  }
  return true;
}

std::optional<SearchPattern::Match> SearchPattern::Find(std::string_view line, int from) const {
  // RE2 tells an empty text from none at all by the pointer.
  if (line.data() == nullptr) line = "";
  Match match;
  while (from <= static_cast<int>(line.size())) {
    if (!options_.regex && options_.match_case) {  // ten times as fast as a program
      const std::size_t at = line.find(text_, static_cast<std::size_t>(from));
      if (at == std::string_view::npos) return std::nullopt;
      match = {static_cast<int>(at), static_cast<int>(at + text_.size()), {text_}};
    } else if (!FindSpan(line, from, &match)) {
      return std::nullopt;
    }
    if (!options_.whole_word || (!CutsWord(line, match.begin) && !CutsWord(line, match.end))) {
      return match;
    }
    from = NextCharacter(line, match.begin);
  }
  return std::nullopt;
}

std::string SearchPattern::Expand(const Match& match, std::string_view replacement) const {
  if (!options_.regex) return std::string(replacement);
  std::string out;
  for (std::size_t i = 0; i < replacement.size(); ++i) {
    const char c = replacement[i];
    const char next = i + 1 < replacement.size() ? replacement[i + 1] : '\0';
    if (c == '$' && (next == '&' || (next >= '0' && next <= '9'))) {
      const auto group = next == '&' ? std::size_t{0} : static_cast<std::size_t>(next - '0');
      if (group < match.groups.size()) out += match.groups[group];
    } else if (c == '$' && next == '$') {
      out += '$';
    } else if (c == '\\' && (next == 'n' || next == 't' || next == '\\')) {
      out += next == 'n' ? '\n' : next == 't' ? '\t' : '\\';
    } else {
      out += c;
      continue;
    }
    ++i;
  }
  return out;
}

std::vector<TextRange> FindAll(const TextBuffer& text, const SearchPattern& pattern,
                               const std::optional<TextRange>& inside, std::size_t limit) {
  std::vector<TextRange> found;
  ForEachMatch(text, pattern, inside, [&](int line, const SearchPattern::Match& match) {
    found.push_back({{line, match.begin}, {line, match.end}});
    return found.size() < limit;
  });
  return found;
}

std::optional<TextRange> FindNext(const TextBuffer& text, const SearchPattern& pattern,
                                  TextPosition from) {
  // One line more than there are: the part of the first one that stands before `from`.
  for (int i = 0; i <= text.line_count(); ++i) {
    const int line = (from.line + i) % text.line_count();
    const auto match = pattern.Find(text.Line(line), i == 0 ? from.column : 0);
    if (match) return TextRange{{line, match->begin}, {line, match->end}};
  }
  return std::nullopt;
}

std::optional<TextRange> FindPrevious(const TextBuffer& text, const SearchPattern& pattern,
                                      TextPosition from) {
  for (int i = 0; i <= text.line_count(); ++i) {
    const int line = (from.line - i + 2 * text.line_count()) % text.line_count();
    std::optional<TextRange> last;
    for (auto match = pattern.Find(text.Line(line), 0); match;
         match = pattern.Find(text.Line(line), After(text.Line(line), *match))) {
      if (i == 0 && match->begin >= from.column) break;
      last = TextRange{{line, match->begin}, {line, match->end}};
    }
    if (last) return last;
  }
  return std::nullopt;
}

bool ReplaceMatch(TextBuffer* text, const SearchPattern& pattern, const TextRange& range,
                  std::string_view replacement) {
  if (range.begin.line >= text->line_count()) return false;
  const auto match = pattern.Find(text->Line(range.begin.line), range.begin.column);
  if (!match || TextPosition{range.begin.line, match->begin} != range.begin) return false;
  text->MoveTo(range.begin, TextBuffer::Selection::kDrop);
  text->MoveTo({range.begin.line, match->end}, TextBuffer::Selection::kExtend);
  text->Insert(pattern.Expand(*match, replacement), TextBuffer::EditKind::kOther);
  return true;
}

int ReplaceAll(TextBuffer* text, const SearchPattern& pattern, std::string_view replacement,
               const std::optional<TextRange>& inside) {
  std::vector<TextChange> changes;
  ForEachMatch(*text, pattern, inside, [&](int line, const SearchPattern::Match& match) {
    changes.push_back({{line, match.begin}, {line, match.end}, pattern.Expand(match, replacement)});
    return true;
  });
  if (!changes.empty()) text->Apply(changes, TextBuffer::EditKind::kOther);
  return static_cast<int>(changes.size());
}

}  // namespace app
