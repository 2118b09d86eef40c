// The reach of negations, sentence by sentence.
#include "evaluators/text/negation.h"

#include <algorithm>
#include <string_view>

namespace evaluators {
namespace {

constexpr std::size_t kLongReach = 8;
constexpr std::size_t kShortReach = 4;

bool IsAny(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool EndsReach(const Token& token) {
  if (token.kind == Token::Kind::kSymbol) {
    return IsAny(token.text, {",", ";", ":", "(", ")", "->", "=>"}) ||
           (token.text == "-" && !token.glued);
  }
  return token.starts_clause;
}

// How many tokens from `i` on are the negating words; 0 when nothing is denied here.
std::size_t NegatingWords(const std::vector<Token>& tokens, std::size_t i, std::size_t last) {
  const std::string& word = tokens[i].text;
  const std::string_view next = i + 1 < last ? std::string_view(tokens[i + 1].text) : "";
  if (word == "rather") return next == "than" ? 2 : 0;
  if (word == "instead") return next == "of" ? 2 : 0;
  if (word == "lack" || word == "lacks" || word == "absence") return next == "of" ? 2 : 1;
  if (word == "fails") return next == "to" ? 2 : 0;
  if (!tokens[i].is_negation) return 0;
  if (IsAny(next, {"only", "just", "merely", "simply", "matter", "doubt", "necessarily"})) return 0;
  if (word == "no" && next == "longer") return 2;
  return 1;
}

// "is not used", "are not needed": what was named before is denied.
bool DeniesSubject(const std::vector<Token>& tokens, std::size_t i, const Sentence& sentence) {
  const std::string& word = tokens[i].text;
  const bool after_be =
      word.ends_with("n't") ||
      (i > sentence.first && IsAny(tokens[i - 1].text, {"is", "are", "was", "were", "be"}));
  return after_be && i + 1 < sentence.last &&
         IsAny(tokens[i + 1].text, {"used", "needed", "required", "necessary", "applied",
                                    "possible", "performed", "available", "true"});
}

void MarkSubject(const std::vector<Token>& tokens, std::size_t i, const Sentence& sentence,
                 std::vector<bool>* negated) {
  for (std::size_t left = kShortReach; left > 0 && i > sentence.first; --left) {
    --i;
    if (EndsReach(tokens[i])) return;
    (*negated)[i] = true;
  }
}

}  // namespace

std::vector<bool> MarkNegated(const TokenizedText& text) {
  std::vector<bool> negated(text.tokens.size(), false);
  for (const Sentence& sentence : text.sentences) {
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
      const std::size_t cue = NegatingWords(text.tokens, i, sentence.last);
      if (cue == 0) continue;
      const std::string& word = text.tokens[i].text;
      const bool is_long = word == "never" || word == "not" || word == "cannot" ||
                           word == "neither" || word == "nor" || word == "nothing" ||
                           word == "nobody" || word.ends_with("nt") || word.ends_with("n't");
      if (DeniesSubject(text.tokens, i, sentence)) MarkSubject(text.tokens, i, sentence, &negated);
      std::size_t left = is_long ? kLongReach : kShortReach;
      for (std::size_t at = i + cue; at < sentence.last && left > 0; ++at) {
        if (EndsReach(text.tokens[at])) break;
        if (text.tokens[at].kind == Token::Kind::kSymbol) continue;
        negated[at] = true;
        --left;
      }
    }
  }
  return negated;
}

}  // namespace evaluators
