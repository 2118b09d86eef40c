// Finding and replacing in a text: plain words or regular expressions. Any thread; no shared state.
// A match lies within one line. Patterns run on RE2, in time linear in the text whatever the
// pattern, so a bad idea typed into the search bar can neither hang the window nor exhaust the
// stack; in return there are no back references and no look-around.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/widgets/text_buffer.h"
#include "interview/base/result.h"

namespace app {

struct SearchOptions {
  bool regex = false;
  bool match_case = false;
  bool whole_word = false;  // neither end of a match cuts a word
  bool operator==(const SearchOptions&) const = default;
};

struct TextRange {
  TextPosition begin;
  TextPosition end;
  bool operator==(const TextRange&) const = default;
};

// Letters, digits, '_' and everything beyond ASCII.
bool IsWordByte(char c);

class SearchPattern {
 public:
  // Fails with kInvalid and a sentence for the user where `text` is no regular expression, or is
  // empty.
  static interview::Result<SearchPattern> Compile(std::string_view text, SearchOptions options);

  struct Match {
    int begin = 0;  // bytes within the line
    int end = 0;
    std::vector<std::string> groups;  // [0] is the whole match
  };
  // The first match in `line` that starts at `from` or later. It may be empty.
  std::optional<Match> Find(std::string_view line, int from) const;

  // What stands for `match`: in a regular expression $1 to $9 are groups, $0 or $& the whole match,
  // $$ a dollar sign, \n a new line and \t a tab; in a plain pattern `replacement` as it is.
  std::string Expand(const Match& match, std::string_view replacement) const;

  const std::string& text() const { return text_; }
  const SearchOptions& options() const { return options_; }

 private:
  struct Program;  // the compiled expression
  SearchPattern() = default;
  bool FindSpan(std::string_view line, int from, Match* match) const;

  std::string text_;
  SearchOptions options_;
  std::shared_ptr<const Program> program_;
};

// All matches in order, at most `limit`; within `inside` where it is given.
std::vector<TextRange> FindAll(const TextBuffer& text, const SearchPattern& pattern,
                               const std::optional<TextRange>& inside = {},
                               std::size_t limit = 100'000);

// The first match that starts at `from` or later, then around the end of the text.
std::optional<TextRange> FindNext(const TextBuffer& text, const SearchPattern& pattern,
                                  TextPosition from);
// The last match that starts before `from`, then around the start of the text.
std::optional<TextRange> FindPrevious(const TextBuffer& text, const SearchPattern& pattern,
                                      TextPosition from);

// Replaces the match that begins at `range.begin`, and puts the caret behind it; false where there
// is none any more.
bool ReplaceMatch(TextBuffer* text, const SearchPattern& pattern, const TextRange& range,
                  std::string_view replacement);

// Replaces all in one undo step; returns how many.
int ReplaceAll(TextBuffer* text, const SearchPattern& pattern, std::string_view replacement,
               const std::optional<TextRange>& inside = {});

}  // namespace app
