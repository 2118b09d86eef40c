// Keys of facts, and the weighing of a message against them.
#include "evaluators/text/fact_index.h"

#include <algorithm>
#include <cmath>

#include "evaluators/text/spelling.h"
#include "evaluators/text/stemmer.h"
#include "evaluators/text/word_classes.h"

namespace evaluators {
namespace {

using interview::Clarification;

// How much a phrase says for its fact, by where it comes from.
constexpr double kAsk = 1;
constexpr double kWordOfAsk = 0.5;      // "larger" of "k larger"
constexpr double kFunctionWords = 0.5;  // "how many", "before"
constexpr double kId = 0.8;
constexpr double kAnswer = 0.45;
constexpr double kSynonym = 0.8;       // as a share of the word itself
constexpr double kLongerPhrase = 0.4;  // for each word beyond the first
constexpr double kSpread = 0.8;        // words of a phrase that only stand near each other
constexpr std::size_t kGap = 2;        // words between them
constexpr double kAgain = 0.5;         // each further phrase of the same fact, as a share
constexpr double kStrange = 0.1;       // doubt by each word that no fact knows
constexpr double kMostStrange = 3;     // … which long questions have anyway

constexpr std::size_t kShortestSwapped = 4;  // letters: "msak"
constexpr std::size_t kLongPrefix = 6;
constexpr std::size_t kShortestPrefix = 5;  // letters shared by forms of one word: "cyclic", "cycl"

// Words, numbers and complexities without operators and brackets.
Phrase ContentOf(std::string_view text) {
  Phrase phrase = ParsePhrase(text);
  std::erase_if(phrase, [](const Atom& atom) { return atom.symbol; });
  return phrase;
}

// With its stop words: "logged in" is more than "logged".
Phrase AllOf(std::string_view text) {
  Phrase phrase;
  for (const Token& token : Tokenize(text).tokens) {
    if (token.kind != Token::Kind::kSymbol)
      phrase.push_back({.text = token.text, .stem = token.stem});
  }
  return phrase;
}

bool SaysSomething(const Atom& atom) { return !IsFunctionWord(atom.text) && !atom.number; }

bool Says(const Phrase& phrase) { return std::any_of(phrase.begin(), phrase.end(), SaysSomething); }

// Symbols as they are read out: "k > n", "[]".
std::string_view Spoken(const std::vector<Token>& tokens, std::size_t i) {
  const Token& token = tokens[i];
  if (token.text.ends_with("n't")) return "not";
  if (token.kind != Token::Kind::kSymbol) return {};
  if (token.text == "[" && i + 1 < tokens.size() && tokens[i + 1].text == "]") return "empty";
  if (token.text == ">" || token.text == ">=") return "larger";
  if (token.text == "<" || token.text == "<=") return "smaller";
  if (token.text == "=" || token.text == "==") return "same";
  return {};
}

bool IsSwapped(std::string_view a, std::string_view b) {
  if (a.size() != b.size() || a.size() < kShortestSwapped) return false;
  const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin());
  if (x == a.end() || x + 1 == a.end()) return false;
  return *x == *(y + 1) && *(x + 1) == *y && std::equal(x + 2, a.end(), y + 2);
}

// How far a word is from one that may be meant; above 1 when it is no slip for it.
double SlipDistance(std::string_view word, std::string_view meant) {
  if (IsSwapped(word, meant)) return 0.2;
  if (IsMisspelling(word, meant)) {
    return static_cast<double>(EditDistance(word, meant, 2)) / static_cast<double>(meant.size());
  }
  const auto [x, y] = std::mismatch(word.begin(), word.end(), meant.begin(), meant.end());
  const auto common = static_cast<std::size_t>(x - word.begin());
  const std::size_t longer = std::max(word.size(), meant.size());
  const bool one_word = common >= kLongPrefix ? 5 * common >= 3 * longer : 4 * common >= 3 * longer;
  if (common >= kShortestPrefix && one_word) return 0.9;
  return 2;
}

}  // namespace

FactIndex::FactIndex(const std::vector<Clarification>& facts, const Lexicon& lexicon)
    : lexicon_(lexicon), facts_(facts.size()) {
  for (std::size_t i = 0; i < facts.size(); ++i) AddFact(i, facts[i]);
  Rarefy();
}

void FactIndex::AddFact(std::size_t fact, const Clarification& clarification) {
  for (const std::string& ask : clarification.ask) {
    const Phrase phrase = ContentOf(ask);
    const Phrase all = AllOf(ask);
    const bool part = phrase.size() == 1 && all.size() > 1;
    if (part) AddKey(fact, all, kAsk);
    AddPhrase(fact, phrase, !Says(phrase) ? kFunctionWords : part ? kWordOfAsk : kAsk);
    if (phrase.size() > 1) AddWordsOf(fact, phrase);
  }
  if (!clarification.id.starts_with("fact-")) AddPhrase(fact, ContentOf(clarification.id), kId);
  for (const Atom& atom : ContentOf(clarification.answer)) {
    if (!SaysSomething(atom)) continue;
    AddKey(fact, {atom}, kAnswer);
    for (const Phrase& synonym : lexicon_.SynonymsOf(atom.stem)) {
      AddKey(fact, synonym, kSynonym * kAnswer);
    }
  }
}

void FactIndex::AddPhrase(std::size_t fact, const Phrase& phrase, double weight) {
  AddKey(fact, phrase, weight);
  const std::string key = PhraseKey(phrase);
  for (const Lexicon* lexicon : {&lexicon_, lexicon_.asking()}) {
    if (lexicon == nullptr) continue;
    for (const Phrase& synonym : lexicon->SynonymsOf(key)) {
      if (Says(synonym)) AddKey(fact, synonym, kSynonym * weight);
    }
  }
}

// Each word of a phrase alone, and the phrase with another word for it: "identical row" for "same
// row". What else the word means to those who ask does not hold by itself.
void FactIndex::AddWordsOf(std::size_t fact, const Phrase& phrase) {
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    const bool says = SaysSomething(phrase[i]);
    if (says) AddKey(fact, {phrase[i]}, kWordOfAsk);
    std::vector<Phrase> synonyms = lexicon_.SynonymsOf(phrase[i].stem);
    for (const Phrase& synonym : synonyms) {
      if (says && Says(synonym)) AddKey(fact, synonym, kSynonym * kWordOfAsk);
    }
    if (lexicon_.asking() != nullptr) {
      for (Phrase& synonym : lexicon_.asking()->SynonymsOf(phrase[i].stem)) {
        synonyms.push_back(std::move(synonym));
      }
    }
    for (const Phrase& synonym : synonyms) {
      if (synonym.size() != 1) continue;
      Phrase other = phrase;
      other[i] = synonym[0];
      AddKey(fact, other, kSynonym);
    }
  }
}

void FactIndex::AddKey(std::size_t fact, const Phrase& phrase, double weight) {
  if (phrase.empty()) return;
  longest_ = std::max(longest_, phrase.size());
  for (const Atom& atom : phrase) {
    words_[atom.text] = atom.stem;
    stems_.insert(atom.stem);
  }
  const std::string key = PhraseKey(phrase);
  std::vector<Entry>& entries = entries_[key];
  const auto said = std::count_if(phrase.begin(), phrase.end(), SaysSomething);
  if (entries.empty() && (said > 1 || phrase.size() > 2)) phrases_.emplace_back(key, phrase);
  for (Entry& entry : entries) {
    if (entry.fact != fact) continue;
    entry.weight = std::max(entry.weight, weight);
    return;
  }
  entries.push_back({fact, weight});
}

// Weakens each key by the number of facts that share it: 1 for one fact, near 0 for all of them.
void FactIndex::Rarefy() {
  const double n = static_cast<double>(facts_) + 1;
  for (auto& [key, entries] : entries_) {
    double most = 0, sum = 0;
    for (const Entry& entry : entries) {
      most = std::max(most, entry.weight);
      sum += entry.weight;
    }
    const double users = sum / most;
    const double rarity = std::log(n / (users + 0.5)) / std::log(n / 1.5);
    for (Entry& entry : entries) entry.weight *= std::clamp(rarity, 0.05, 1.0);
  }
}

std::string FactIndex::StemOf(const Token& token) const {
  const bool known = token.kind != Token::Kind::kWord || token.is_function ||
                     stems_.contains(token.stem) || lexicon_.Knows(token.stem) ||
                     lexicon_.IsCommon(token.stem) ||
                     (lexicon_.asking() != nullptr && lexicon_.asking()->Knows(token.stem));
  if (known) return token.stem;
  double nearest = 1;
  std::string stem = token.stem;
  for (const auto& [word, meant] : words_) {
    const double distance =
        std::min({SlipDistance(token.text, word), SlipDistance(token.stem, meant),
                  SlipDistance(token.stem, word)});
    if (distance < nearest || (distance == nearest && meant < stem)) {
      nearest = distance;
      stem = meant;
    }
  }
  return stem;
}

std::vector<FactIndex::Word> FactIndex::WordsOf(const std::vector<Token>& tokens,
                                                const std::vector<double>& emphasis) const {
  std::vector<Word> words;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (emphasis[i] <= 0) continue;
    if (!tokens[i].complexity.empty()) {
      words.push_back({tokens[i].complexity, i, emphasis[i], false});
    } else if (const std::string_view spoken = Spoken(tokens, i); !spoken.empty()) {
      words.push_back({FactsOf(spoken).stem, i, emphasis[i], false});
    } else if (tokens[i].kind != Token::Kind::kSymbol) {
      const bool is_word = tokens[i].kind == Token::Kind::kWord && !tokens[i].is_function;
      words.push_back({StemOf(tokens[i]), i, emphasis[i], tokens[i].is_stop, is_word});
    }
  }
  return words;
}

void FactIndex::AddMatches(const std::string& key, const Match& match,
                           std::vector<std::vector<Match>>* matches) const {
  const auto found = entries_.find(key);
  if (found == entries_.end()) return;
  for (const Entry& entry : found->second) {
    (*matches)[entry.fact].push_back({entry.weight * match.weight, match.first, match.last});
  }
}

// Both with the stop words between, for "logged in", and without, for "order of the list".
void FactIndex::FindPhrases(const std::vector<Word>& words, std::size_t first,
                            std::vector<std::vector<Match>>* matches) const {
  std::string all, content;
  std::size_t said = 0;
  bool any_stop = false;
  for (std::size_t i = first; i < words.size() && i - first <= 2 * longest_; ++i) {
    all += (i > first ? " " : "") + words[i].stem;
    any_stop = any_stop || words[i].is_stop;
    if (!words[i].is_stop) {
      content += (said > 0 ? " " : "") + words[i].stem;
      ++said;
      if (said > longest_) return;
    }
    const double longer = 1 + kLongerPhrase * static_cast<double>(said > 0 ? said - 1 : 0);
    const Match match{words[first].emphasis * longer, first, i + 1};
    if (any_stop && i > first) AddMatches(all, match, matches);
    if (!words[i].is_stop && !words[first].is_stop) AddMatches(content, match, matches);
  }
}

void FactIndex::FindSpread(const std::vector<Word>& words,
                           std::vector<std::vector<Match>>* matches) const {
  for (const auto& [key, phrase] : phrases_) {
    for (std::size_t start = 0; start < words.size(); ++start) {
      if (words[start].stem != phrase[0].stem) continue;
      std::size_t first = start, last = start;
      bool all = true;
      for (const Atom& atom : phrase) {
        const std::size_t from = start - std::min(start, phrase.size() + kGap);
        const std::size_t to = std::min(words.size(), start + phrase.size() + kGap + 1);
        std::size_t at = from;
        while (at < to && words[at].stem != atom.stem) ++at;
        all = all && at < to;
        first = std::min(first, at);
        last = std::max(last, at);
      }
      if (!all || last - first >= phrase.size() + kGap) continue;
      const double longer = 1 + kLongerPhrase * static_cast<double>(phrase.size() - 1);
      AddMatches(key, {kSpread * words[start].emphasis * longer, first, last + 1}, matches);
    }
  }
}

// A question that speaks of much that no fact knows probably asks for something else.
double FactIndex::DoubtAbout(const std::vector<Word>& words) const {
  double strange = 0;
  for (const Word& word : words) {
    const bool known =
        word.is_stop || !word.is_word || stems_.contains(word.stem) || lexicon_.IsCommon(word.stem);
    if (!known) strange += word.emphasis;
  }
  return kStrange * std::min(strange, kMostStrange);
}

std::vector<FactEvidence> FactIndex::Weigh(const std::vector<Token>& tokens,
                                           const std::vector<double>& emphasis) const {
  const std::vector<Word> words = WordsOf(tokens, emphasis);
  std::vector<std::vector<Match>> matches(facts_);
  for (std::size_t i = 0; i < words.size(); ++i) FindPhrases(words, i, &matches);
  FindSpread(words, &matches);
  const double trust = 1 - DoubtAbout(words);
  std::vector<FactEvidence> evidence(facts_);
  for (std::size_t fact = 0; fact < facts_; ++fact) {
    std::vector<Match>& found = matches[fact];
    std::stable_sort(found.begin(), found.end(),
                     [](const Match& a, const Match& b) { return a.weight > b.weight; });
    std::vector<bool> used(words.size(), false);
    FactEvidence& e = evidence[fact];
    double share = 1;
    for (const Match& match : found) {
      bool free = true;
      for (std::size_t i = match.first; i < match.last; ++i) free = free && !used[i];
      if (!free) continue;
      for (std::size_t i = match.first; i < match.last; ++i) used[i] = true;
      if (e.strength == 0) {
        e.first = words[match.first].token;
        e.last = words[match.last - 1].token + 1;
      }
      e.strength += share * match.weight;
      share *= kAgain;
    }
    e.strength *= trust;
  }
  return evidence;
}

}  // namespace evaluators
