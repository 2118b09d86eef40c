// Compiles alternatives. Synonyms of single words become variants of their term; synonyms of
// several words make a further alternative, in which one term replaces them.
#include "evaluators/text/pattern.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "evaluators/text/word_classes.h"

namespace evaluators {
namespace {

constexpr std::size_t kShortestJoined = 6;  // letters of a joined spelling
constexpr std::size_t kLongWord = 7;        // letters of a synonym that may be misspelt

std::string LettersOf(const std::vector<Token>& tokens) {
  std::string letters;
  for (const Token& token : tokens) {
    if (token.kind != Token::Kind::kSymbol) letters += token.text;
  }
  return letters;
}

bool IsPlainWord(const Phrase& phrase) {
  return phrase.size() == 1 && !phrase[0].number && phrase[0].complexity.empty() &&
         !phrase[0].prefix;
}

Phrase JoinedWord(const std::string& first, const Atom& second) {
  Atom atom{.text = first + second.text, .stem = first + second.stem};
  atom.exact = true;
  atom.prefix = second.prefix;
  return {std::move(atom)};
}

// "down-sample" also as "downsample".
std::optional<Phrase> JoinedCompound(const Phrase& phrase) {
  if (phrase.size() != 2 || phrase[0].symbol || phrase[1].symbol || phrase[0].number ||
      phrase[1].number || phrase[0].text.size() + phrase[1].text.size() < kShortestJoined) {
    return std::nullopt;
  }
  return JoinedWord(phrase[0].text, phrase[1]);
}

// Short synonyms must be spelled right: "state" is no misspelt "stale" where the author wrote
// "fresh".
std::vector<Phrase> SynonymsOf(const Phrase& phrase, const Lexicon& lexicon) {
  std::vector<Phrase> synonyms = lexicon.SynonymsOf(PhraseKey(phrase));
  for (Phrase& synonym : synonyms) {
    for (Atom& atom : synonym) atom.exact = atom.text.size() < kLongWord;
  }
  return synonyms;
}

Alternative WithReplacement(const Alternative& base, std::size_t first, std::size_t last,
                            Term term) {
  Alternative result{.source = base.source, .negated = base.negated};
  result.terms.assign(base.terms.begin(), base.terms.begin() + static_cast<std::ptrdiff_t>(first));
  result.terms.push_back(std::move(term));
  result.terms.insert(result.terms.end(), base.terms.begin() + static_cast<std::ptrdiff_t>(last),
                      base.terms.end());
  return result;
}

// Further alternatives in which neighbouring words are replaced: by the lexicon, or by one joined
// word.
void AddReplacements(const Alternative& base, const std::vector<Phrase>& phrases,
                     const Lexicon& lexicon, Pattern* pattern) {
  for (std::size_t first = 0; first < phrases.size(); ++first) {
    Phrase run = phrases[first];
    for (std::size_t last = first + 2; last <= phrases.size(); ++last) {
      const Phrase& next = phrases[last - 1];
      if (last == first + 2 && IsPlainWord(phrases[first]) && next.size() == 1 && !next[0].number &&
          phrases[first][0].text.size() + next[0].text.size() >= kShortestJoined) {
        Term joined{{JoinedWord(phrases[first][0].text, next[0])}};
        pattern->push_back(WithReplacement(base, first, last, std::move(joined)));
      }
      run.insert(run.end(), next.begin(), next.end());
      if (run.size() > lexicon.longest()) break;
      std::vector<Phrase> synonyms = SynonymsOf(run, lexicon);
      if (!synonyms.empty()) {
        pattern->push_back(WithReplacement(
            base, first, last, Term{std::move(synonyms), lexicon.ContrastsOf(PhraseKey(run))}));
      }
    }
  }
}

// "Bias rises, variance falls" names both itself: nothing can be mixed up.
void DropOwnContrasts(Alternative* alternative) {
  const auto names = [&](const Phrase& contrast) {
    return std::any_of(alternative->terms.begin(), alternative->terms.end(), [&](const Term& term) {
      return std::find(term.variants.begin(), term.variants.end(), contrast) != term.variants.end();
    });
  };
  for (Term& term : alternative->terms) {
    if (std::any_of(term.contrasts.begin(), term.contrasts.end(), names)) term.contrasts.clear();
  }
}

void CompileWords(const std::string& source, const Lexicon& lexicon, Pattern* pattern) {
  std::vector<Token> tokens = Tokenize(source).tokens;
  Alternative alternative{.source = source};
  const auto is_cue = [](const Token& token) { return IsNegation(token.text); };
  const auto cues = std::count_if(tokens.begin(), tokens.end(), is_cue);
  if (cues > 0 && static_cast<std::size_t>(cues) < tokens.size()) {
    alternative.negated = true;
    std::erase_if(tokens, is_cue);
  }
  const std::vector<Phrase> phrases = SplitIntoPhrases(tokens);
  for (const Phrase& phrase : phrases) alternative.terms.push_back(MakeTerm(phrase, lexicon));
  if (alternative.terms.empty()) return;
  pattern->push_back(alternative);
  AddReplacements(alternative, phrases, lexicon, pattern);
  for (Alternative& one : *pattern) DropOwnContrasts(&one);
}

void CompileOne(std::string_view source, const Lexicon& lexicon, Pattern* pattern) {
  const std::size_t begin = source.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return;
  source = source.substr(begin, source.find_last_not_of(" \t") + 1 - begin);
  if (source.size() > 2 && source.front() == '"' && source.back() == '"') {
    Alternative quoted{.source = std::string(source)};
    const std::vector<Token> tokens = Tokenize(source).tokens;
    quoted.letters = LettersOf(tokens);
    quoted.negated = std::any_of(tokens.begin(), tokens.end(),
                                 [](const Token& token) { return IsNegation(token.text); });
    if (!quoted.letters.empty()) pattern->push_back(std::move(quoted));
    return;
  }
  CompileWords(std::string(source), lexicon, pattern);
}

}  // namespace

Term MakeTerm(const Phrase& phrase, const Lexicon& lexicon) {
  Term term{{phrase}, lexicon.ContrastsOf(PhraseKey(phrase))};
  for (Phrase& synonym : SynonymsOf(phrase, lexicon)) term.variants.push_back(std::move(synonym));
  for (std::size_t i = term.variants.size(); i-- > 0;) {
    if (auto joined = JoinedCompound(term.variants[i])) term.variants.push_back(std::move(*joined));
  }
  return term;
}

Pattern CompilePattern(const std::vector<std::string>& alternatives, const Lexicon& lexicon) {
  Pattern pattern;
  for (const std::string_view alternative : alternatives) {
    for (std::size_t begin = 0; begin <= alternative.size();) {
      const std::size_t bar = std::min(alternative.find('|', begin), alternative.size());
      CompileOne(alternative.substr(begin, bar - begin), lexicon, &pattern);
      begin = bar + 1;
    }
  }
  return pattern;
}

}  // namespace evaluators
