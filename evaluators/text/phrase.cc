// Turns tokens of rubric text into atoms.
#include "evaluators/text/phrase.h"

#include <algorithm>
#include <utility>

#include "evaluators/text/number.h"
#include "evaluators/text/word_classes.h"

namespace evaluators {
namespace {

bool IsOperator(const Token& token) {
  static constexpr std::string_view kOperators = "/ + - ^ = < > <= >= ->";
  return token.kind == Token::Kind::kSymbol && token.text != " " &&
         kOperators.find(token.text) != std::string_view::npos;
}

// A hyphen within a compound word says nothing; as a minus it stands between spaces.
bool IsHyphen(const std::vector<Token>& tokens, std::size_t i) {
  return tokens[i].text == "-" && tokens[i].glued && i + 1 < tokens.size() && tokens[i + 1].glued;
}

Atom MakeAtom(const Token& token) {
  Atom atom{.text = token.text, .stem = token.stem};
  atom.symbol = token.kind == Token::Kind::kSymbol;
  if (token.kind == Token::Kind::kNumber) {
    atom.number = token.value;
    const auto read = ReadNumberAt(token.text, 0);
    atom.decimals = read ? read->decimals + (token.percent ? 2 : 0) : 0;
  }
  return atom;
}

// The first token behind the bracket that closes the complexity at `i`.
std::size_t BehindComplexity(const std::vector<Token>& tokens, std::size_t i) {
  int depth = 0;
  for (std::size_t at = i + 1; at < tokens.size(); ++at) {
    if (tokens[at].text == "(") ++depth;
    if (tokens[at].text == ")" && --depth == 0) return at + 1;
  }
  return tokens.size();
}

// A run of glued tokens [first, last), without stars, brackets and hyphens.
Phrase ParseRun(const std::vector<Token>& tokens, std::size_t first, std::size_t last) {
  Phrase phrase;
  for (std::size_t i = first; i < last; ++i) {
    if (!tokens[i].complexity.empty()) {
      Atom atom{.text = tokens[i].complexity, .stem = tokens[i].complexity};
      atom.complexity = tokens[i].complexity;
      phrase.push_back(std::move(atom));
      i = BehindComplexity(tokens, i) - 1;
    } else if (tokens[i].kind != Token::Kind::kSymbol) {
      phrase.push_back(MakeAtom(tokens[i]));
      if (i + 1 < last && tokens[i + 1].text == "*" && i + 2 == last) phrase.back().prefix = true;
    } else if (IsOperator(tokens[i]) && !IsHyphen(tokens, i) && !phrase.empty() && i + 1 < last) {
      phrase.push_back(MakeAtom(tokens[i]));
    }
  }
  return phrase;
}

bool IsLoneStopWord(const Phrase& phrase) {
  return phrase.size() == 1 && !phrase[0].prefix && IsStopWord(phrase[0].text);
}

}  // namespace

std::vector<Phrase> SplitIntoPhrases(const std::vector<Token>& tokens) {
  std::vector<Phrase> phrases;
  for (std::size_t first = 0; first < tokens.size();) {
    std::size_t last = first + 1;
    if (!tokens[first].complexity.empty()) last = BehindComplexity(tokens, first);
    while (last < tokens.size() && tokens[last].glued) ++last;
    Phrase phrase = ParseRun(tokens, first, last);
    if (!phrase.empty()) phrases.push_back(std::move(phrase));
    first = last;
  }
  if (!std::all_of(phrases.begin(), phrases.end(), IsLoneStopWord))
    std::erase_if(phrases, IsLoneStopWord);
  return phrases;
}

Phrase ParsePhrase(std::string_view text) {
  Phrase all;
  for (Phrase& phrase : SplitIntoPhrases(Tokenize(text).tokens)) {
    all.insert(all.end(), std::make_move_iterator(phrase.begin()),
               std::make_move_iterator(phrase.end()));
  }
  return all;
}

std::string PhraseKey(const Phrase& phrase) {
  std::string key;
  for (const Atom& atom : phrase) {
    if (!key.empty()) key += ' ';
    key += atom.stem;
  }
  return key;
}

}  // namespace evaluators
