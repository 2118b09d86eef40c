// The words by which the facts of one question can be asked for, and how strongly words of a
// message speak for each fact. Any thread; immutable once built.
//
// A fact is found by its `ask` phrases, by what the lexicons hold for the same as them or as their
// words, by its id, and, weakly, by the words of its answer. The more facts share a word, the less
// it says. A word that nobody knows is taken for the nearest word of the index.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "evaluators/text/lexicon.h"
#include "interview/model/rubric.h"

namespace evaluators {

// What speaks for one fact in a run of tokens.
struct FactEvidence {
  double strength = 0;    // about 1 for one phrase of its own
  std::size_t first = 0;  // the tokens [first, last) that spoke for it; empty without evidence
  std::size_t last = 0;
};

class FactIndex {
 public:
  FactIndex(const std::vector<interview::Clarification>& facts, const Lexicon& lexicon);

  // One for each fact. `emphasis` says how much each token counts, 0 for one that is not looked at.
  std::vector<FactEvidence> Weigh(const std::vector<Token>& tokens,
                                  const std::vector<double>& emphasis) const;

 private:
  struct Entry {
    std::size_t fact = 0;
    double weight = 0;
  };
  // A word of a message.
  struct Word {
    std::string stem;
    std::size_t token = 0;
    double emphasis = 1;
    bool is_stop = false;
    bool is_word = false;  // with a meaning of its own
  };
  struct Match {
    double weight = 0;
    std::size_t first = 0;  // words [first, last)
    std::size_t last = 0;
  };

  void AddFact(std::size_t fact, const interview::Clarification& clarification);
  void AddPhrase(std::size_t fact, const Phrase& phrase, double weight);
  void AddWordsOf(std::size_t fact, const Phrase& phrase);
  void AddKey(std::size_t fact, const Phrase& phrase, double weight);
  void Rarefy();
  double DoubtAbout(const std::vector<Word>& words) const;
  std::vector<Word> WordsOf(const std::vector<Token>& tokens,
                            const std::vector<double>& emphasis) const;
  // The phrases that begin with the word at `first`, for each fact.
  void FindPhrases(const std::vector<Word>& words, std::size_t first,
                   std::vector<std::vector<Match>>* matches) const;
  // Phrases whose words stand near each other, in any order.
  void FindSpread(const std::vector<Word>& words, std::vector<std::vector<Match>>* matches) const;
  void AddMatches(const std::string& key, const Match& match,
                  std::vector<std::vector<Match>>* matches) const;
  // The stem of a word, or of the word of the index that it is a slip for.
  std::string StemOf(const Token& token) const;

  const Lexicon& lexicon_;
  std::size_t facts_ = 0;
  std::unordered_map<std::string, std::vector<Entry>> entries_;  // by phrase key
  std::vector<std::pair<std::string, Phrase>> phrases_;          // keys of several words
  std::unordered_map<std::string, std::string> words_;           // stem of each word
  std::unordered_set<std::string> stems_;
  std::size_t longest_ = 1;
};

}  // namespace evaluators
