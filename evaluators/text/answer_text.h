// One answer made ready for matching: tokens, what is denied or does not pay, and where each word
// stands. One thread; keeps what it has looked up.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "evaluators/text/answer_guards.h"
#include "evaluators/text/grader_options.h"
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
  AnswerText(std::string_view text, const QuestionWords& question, const Lexicon& lexicon,
             const GraderOptions& options = {});
  AnswerText(std::string_view text, std::string_view question, const Lexicon& lexicon)
      : AnswerText(text, QuestionWords(question), lexicon) {}

  const std::vector<Token>& tokens() const { return text_.tokens; }
  const std::vector<Sentence>& sentences() const { return text_.sentences; }
  bool negated(std::size_t token) const { return negated_[token]; }
  bool unpaid(std::size_t token) const { return guards_.unpaid[token]; }
  bool copied(std::size_t token) const { return guards_.copied[token]; }
  // The question uses this word.
  bool asked(std::size_t token) const { return asked_[token]; }
  const std::vector<std::string>& remarks() const { return guards_.remarks; }
  const GraderOptions& options() const { return options_; }

  // Every place of the phrase, in order. Words match by stem, by the spelling, and where the atom
  // allows it by prefix or with a small misspelling; numbers by value.
  std::vector<Occurrence> Find(const Phrase& phrase);
  // The same for a phrase of one atom, without a copy; valid as long as this object.
  const std::vector<Occurrence>& FindAtom(const Atom& atom);

 private:
  // A distinct word of the answer; the views point into the tokens.
  struct Word {
    std::string_view text;
    std::string_view stem;
    std::vector<Occurrence> places;
    bool may_be_misspelt = false;
    std::size_t next_with_letter = 0;  // as first_with_letter_
  };
  using Key = std::uint64_t;  // hash of a spelling

  void Index(const Lexicon& lexicon);
  void IndexPairs();
  std::vector<Occurrence> LookUp(const Atom& atom) const;
  void LookUpWord(const Atom& atom, std::vector<Occurrence>* places) const;
  void LookUpSign(const Atom& atom, std::vector<Occurrence>* places) const;
  // The token behind `atom` when it stands at `at` or behind a few skipped tokens; 0 when it does
  // not.
  std::size_t Follow(const Atom& atom, std::size_t at);

  TokenizedText text_;
  GraderOptions options_;
  GuardFindings guards_;
  std::vector<bool> negated_;
  std::vector<bool> asked_;
  std::vector<Word> words_;
  std::vector<std::pair<Key, std::size_t>> spellings_;   // of words_, also truncated; sorted
  std::array<std::size_t, 256> first_with_letter_ = {};  // by the first byte: word + 1, 0: none
  std::vector<std::pair<Key, Occurrence>> pairs_;        // "down" "sampling" as "downsampl"; sorted
  std::vector<std::size_t> numbers_;                     // tokens
  std::vector<std::size_t> signs_;                       // tokens: symbols and stated complexities
  // What was looked up: open addressing by the hash of the atom.
  struct Slot {
    Key key = 0;
    const std::vector<Occurrence>* places = nullptr;
  };
  std::vector<Slot> slots_;
  std::size_t used_slots_ = 0;
  std::deque<std::vector<Occurrence>> found_;
};

}  // namespace evaluators
