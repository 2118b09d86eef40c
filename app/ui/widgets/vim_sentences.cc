// Sentences are looked for between the empty lines around the place that is asked about.
#include "app/ui/widgets/vim_sentences.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace app::vim {
namespace {

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n'; }

// Sentences and the space behind them: starts and ends in turn, ascending; the last end is the end
// of the text that was looked at. An empty line is a sentence of no length.
struct Stretch {
  TextPosition begin;
  TextPosition end;
  bool space = false;
};

class Splitter {
 public:
  Splitter(const TextBuffer& text, int first, int last) : text_(text), last_(last) {
    at_ = {first, 0};
  }

  std::vector<Stretch> Run() {
    while (!AtEnd()) {
      const TextPosition begin = at_;
      if (text_.Line(at_.line).empty()) {
        stretches_.push_back({begin, begin});
        while (at_.line < last_ && text_.Line(at_.line).empty()) ++at_.line;
        if (at_.line == last_ && text_.Line(at_.line).empty()) break;
        if (at_.column == 0) TakeSpace(at_);
        continue;
      }
      TakeSentence();
      const TextPosition end = at_;
      if (begin < end) stretches_.push_back({begin, end});
      TakeSpace(end);
      if (at_ == begin) break;
    }
    return std::move(stretches_);
  }

 private:
  int Length(int line) const { return static_cast<int>(text_.Line(line).size()); }
  bool AtEnd() const { return at_.line >= last_ && at_.column >= Length(last_); }

  // Space up to the next sentence or the next empty line.
  void TakeSpace(TextPosition begin) {
    at_ = begin;
    while (!AtEnd() && IsSpace(ByteAt(text_, at_))) {
      if (at_.column == Length(at_.line)) {
        at_ = {at_.line + 1, 0};
        if (Length(at_.line) == 0) break;
      } else {
        ++at_.column;
      }
    }
    if (begin < at_) stretches_.push_back({begin, at_, true});
  }

  // Behind the sentence: its stop, and the brackets and quotes that close it.
  void TakeSentence() {
    while (true) {
      const std::string& line = text_.Line(at_.line);
      while (at_.column < static_cast<int>(line.size())) {
        const char c = line[static_cast<std::size_t>(at_.column++)];
        if (c != '.' && c != '!' && c != '?') continue;
        int end = at_.column;
        while (end < static_cast<int>(line.size()) &&
               std::string_view(")]\"'").find(line[static_cast<std::size_t>(end)]) !=
                   std::string_view::npos) {
          ++end;
        }
        if (end < static_cast<int>(line.size()) && !IsSpace(line[static_cast<std::size_t>(end)])) {
          continue;
        }
        at_.column = end;
        return;
      }
      if (at_.line == last_ || Length(at_.line + 1) == 0) return;
      at_ = {at_.line + 1, 0};
    }
  }

  const TextBuffer& text_;
  int last_;
  TextPosition at_;
  std::vector<Stretch> stretches_;
};

// Of the paragraphs around `line`; `more` of them in both directions.
std::vector<Stretch> StretchesAround(const TextBuffer& text, int line, int more) {
  const auto bound = [&](int step, int end) {
    int at = line;
    for (int k = 0; k <= more && at != end; ++k) {
      while (at != end && text.Line(at).empty()) at += step;
      while (at != end && !text.Line(at).empty()) at += step;
    }
    return at;
  };
  return Splitter(text, bound(-1, 0), bound(1, text.line_count() - 1)).Run();
}

}  // namespace

TextPosition NextSentence(const TextBuffer& text, TextPosition at) {
  for (const Stretch& s : StretchesAround(text, at.line, 1)) {
    if (!s.space && s.begin > at) return s.begin;
  }
  return text.End();
}

TextPosition PreviousSentence(const TextBuffer& text, TextPosition at) {
  TextPosition best{};
  for (const Stretch& s : StretchesAround(text, at.line, 1)) {
    if (!s.space && s.begin < at) best = s.begin;
  }
  return best;
}

std::optional<Range> SentenceAt(const TextBuffer& text, TextPosition at, bool around, int count) {
  const std::vector<Stretch> all = StretchesAround(text, at.line, count);
  const auto here = std::find_if(all.begin(), all.end(), [&](const Stretch& s) {
    return s.begin <= at && (at < s.end || s.begin == s.end);
  });
  if (here == all.end()) return std::nullopt;
  const auto index = static_cast<std::size_t>(here - all.begin());
  const std::size_t wanted = static_cast<std::size_t>(count) * (around ? 2 : 1);
  std::size_t last = std::min(index + wanted - 1, all.size() - 1);
  TextPosition begin = here->begin;
  // Without space behind it, a sentence takes the space before it.
  if (around && !here->space && !all[last].space && index > 0 && all[index - 1].space) {
    begin = all[index - 1].begin;
  }
  return Range{begin, all[last].end};
}

}  // namespace app::vim
