// One answer made ready for matching: tokens, what is denied or does not pay, and where each word
// stands. One thread; keeps what it has looked up.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "evaluators/text/answer_guards.h"
#include "evaluators/text/lexicon.h"
#include "evaluators/text/phrase.h"
#include "evaluators/text/tokens.h"

namespace evaluators {

// Tokens [first, last] of an answer, both inclusive.
struct Occurrence {
  std::size_t first = 0;
  std::size_t last = 0;
  auto operator<=>(const Occurrence&) const = default;
};

class AnswerText {
 public:
  // `lexicon` must outlive this object.
  AnswerText(std::string_view text, std::string_view question, const Lexicon& lexicon);

  const std::vector<Token>& tokens() const { return text_.tokens; }
  const std::vector<Sentence>& sentences() const { return text_.sentences; }
  bool negated(std::size_t token) const { return negated_[token]; }
  bool unpaid(std::size_t token) const { return guards_.unpaid[token]; }
  bool copied(std::size_t token) const { return guards_.copied[token]; }
  const std::vector<std::string>& remarks() const { return guards_.remarks; }

  // Every place of the phrase, in order. Words match by stem, by the spelling, and where the atom
  // allows it by prefix or with a small misspelling; numbers by value.
  std::vector<Occurrence> Find(const Phrase& phrase);

 private:
  struct Word {
    std::string text;
    std::string stem;
    bool known = false;  // to the lexicon or a function word: no misspelling of something else
    std::vector<Occurrence> places;
  };

  void Index(const Lexicon& lexicon);
  const std::vector<Occurrence>& FindAtom(const Atom& atom);
  std::vector<Occurrence> LookUp(const Atom& atom) const;
  bool Matches(const Atom& atom, const Word& word) const;
  // The token behind `atom` when it stands at `at` or behind a few skipped tokens; 0 when it does
  // not.
  std::size_t Follow(const Atom& atom, std::size_t at);

  TokenizedText text_;
  GuardFindings guards_;
  std::vector<bool> negated_;
  std::vector<Word> words_;  // distinct words
  std::unordered_map<std::string, std::vector<Occurrence>>
      joined_;  // "down" "sampling" as "downsampl"
  std::unordered_map<std::string, std::vector<Occurrence>> found_;  // by atom
};

}  // namespace evaluators
