// Counts on the tokens; list items are read from the lines.
#include "evaluators/text/clarity.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "evaluators/text/tokens.h"

namespace evaluators {
namespace {

using WordRun = std::array<std::string_view, 4>;  // empty behind its last word

constexpr WordRun kHedges[] = {{"i", "think"},
                               {"i", "guess"},
                               {"i", "believe"},
                               {"i", "suppose"},
                               {"i", "feel"},
                               {"maybe"},
                               {"perhaps"},
                               {"probably"},
                               {"presumably"},
                               {"not", "sure"},
                               {"kind", "of"},
                               {"sort", "of"},
                               {"might", "be"},
                               {"could", "be"},
                               {"or", "something"},
                               {"somehow"},
                               {"more", "or", "less"},
                               {"as", "far", "as", "i"},
                               {"if", "i", "remember"}};
constexpr WordRun kSignposts[] = {{"first"},
                                  {"firstly"},
                                  {"second"},
                                  {"secondly"},
                                  {"third"},
                                  {"finally"},
                                  {"then"},
                                  {"next"},
                                  {"because"},
                                  {"therefore"},
                                  {"hence"},
                                  {"thus"},
                                  {"so", "that"},
                                  {"however"},
                                  {"whereas"},
                                  {"in", "contrast"},
                                  {"on", "the", "other", "hand"},
                                  {"for", "example"},
                                  {"for", "instance"},
                                  {"such", "as"},
                                  {"in", "short"},
                                  {"in", "summary"},
                                  {"to", "sum", "up"},
                                  {"as", "a", "result"}};

// Words of the run when it stands at token `i`, signs aside; 0 when it does not.
std::size_t LengthAt(const TokenizedText& text, std::size_t i, const WordRun& run) {
  std::size_t next = 0;
  std::size_t at = i;
  while (next < run.size() && !run[next].empty()) {
    if (at >= text.tokens.size() || text.tokens[at].text != run[next]) return 0;
    if (text.tokens[at].sentence != text.tokens[i].sentence) return 0;
    ++next;
    ++at;
  }
  return next;
}

template <class Runs>
std::size_t FindAny(const TokenizedText& text, std::size_t i, const Runs& runs) {
  std::size_t longest = 0;
  for (const WordRun& run : runs) longest = std::max(longest, LengthAt(text, i, run));
  return longest;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// "- …", "* …", "• …", "2. …", "2) …".
bool IsListItem(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("•")) return true;
  std::size_t digits = 0;
  while (digits < line.size() && digits < 3 && IsDigit(line[digits])) ++digits;
  return digits > 0 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') &&
         line[digits + 1] == ' ';
}

int CountListItems(std::string_view text) {
  int items = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (IsListItem(text.substr(0, end))) ++items;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return items;
}

}  // namespace

interview::Clarity MeasureClarity(const GradedText& text,
                                  const std::vector<interview::Criterion>& criteria) {
  interview::Clarity clarity;
  const TokenizedText tokens = Tokenize(text.text());
  std::size_t first_point = text.text().size();
  for (const interview::Criterion& criterion : criteria) {
    if (criterion.credit <= 0 || !criterion.span) continue;
    first_point = std::min(first_point, text.OffsetOf(*criterion.span));
  }
  int words_before = 0;
  for (std::size_t i = 0; i < tokens.tokens.size(); ++i) {
    const Token& token = tokens.tokens[i];
    if (token.kind != Token::Kind::kSymbol) {
      ++clarity.words;
      if (token.begin < first_point) ++words_before;
    }
    if (FindAny(tokens, i, kSignposts) > 0) ++clarity.signposts;
    if (const std::size_t hedge = FindAny(tokens, i, kHedges); hedge > 0) {
      clarity.hedges.push_back(text.ToSpan({token.begin, tokens.tokens[i + hedge - 1].end}));
    }
  }
  clarity.sentences = static_cast<int>(tokens.sentences.size());
  clarity.list_items = CountListItems(text.text());
  if (first_point < text.text().size()) clarity.words_before_answer = words_before;
  return clarity;
}

}  // namespace evaluators
