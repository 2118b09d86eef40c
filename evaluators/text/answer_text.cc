// Looks words up among the distinct words of the answer, so that the cost of a rubric does not grow
// with repetition.
#include "evaluators/text/answer_text.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "evaluators/text/negation.h"
#include "evaluators/text/spelling.h"
#include "evaluators/text/word_classes.h"

namespace evaluators {
namespace {

constexpr std::size_t kSkippedTokens = 3;  // stop words and signs between the words of a phrase
constexpr std::size_t kShortestTruncated = 4;

// "calibrat" for "calibration": it begins the word and goes on behind its stem.
bool IsTruncated(std::string_view part, std::string_view text, std::string_view stem) {
  return part.size() >= kShortestTruncated && text.starts_with(part) && part.starts_with(stem);
}

bool BeginsWith(std::string_view text, const std::string& prefix) {
  if (text.starts_with(prefix)) return true;
  if (prefix.size() < 6 || !prefix.ends_with("is")) return false;
  return text.starts_with(prefix.substr(0, prefix.size() - 1) + "z");
}

// Equal, or equal once `expected` is rounded to the digits of the answer (three or more).
bool SameNumber(const Token& token, const Atom& atom) {
  const double expected = *atom.number;
  const auto equal = [&](double value) {
    return std::abs(value - expected) <= 1e-9 * std::max(1.0, std::abs(expected));
  };
  if (equal(token.value) || (token.percent && equal(token.value * 100))) return true;
  const auto point = token.text.find('.');
  if (point == std::string::npos || token.percent) return false;
  const auto decimals = static_cast<double>(token.text.size() - point - 1);
  return decimals >= 3 && std::abs(token.value - expected) <= 0.5 * std::pow(10.0, -decimals);
}

bool IsSkippable(const Token& token) {
  return token.kind == Token::Kind::kSymbol || IsStopWord(token.text);
}

}  // namespace

AnswerText::AnswerText(std::string_view text, std::string_view question, const Lexicon& lexicon)
    : text_(Tokenize(text)),
      guards_(FindUnpaidWords(text_, question)),
      negated_(MarkNegated(text_)) {
  Index(lexicon);
}

void AnswerText::Index(const Lexicon& lexicon) {
  std::unordered_map<std::string, std::size_t> by_text;
  const std::vector<Token>& all = text_.tokens;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].kind != Token::Kind::kWord) continue;
    const auto [at, is_new] = by_text.emplace(all[i].text, words_.size());
    if (is_new) {
      const bool known = IsFunctionWord(all[i].text) || lexicon.Knows(all[i].stem);
      words_.push_back({all[i].text, all[i].stem, known, {}});
    }
    words_[at->second].places.push_back({i, i});
    if (i == 0 || all[i - 1].sentence != all[i].sentence) continue;
    const bool hyphen = all[i - 1].text == "-" && i >= 2 && all[i].glued && all[i - 1].glued;
    const std::size_t before = hyphen ? i - 2 : i - 1;
    if (all[before].kind == Token::Kind::kWord) {
      joined_[all[before].text + all[i].stem].push_back({before, i});
    }
  }
}

bool AnswerText::Matches(const Atom& atom, const Word& word) const {
  if (atom.prefix) return BeginsWith(word.text, atom.text) || BeginsWith(word.stem, atom.text);
  if (word.stem == atom.stem || word.text == atom.text) return true;
  if (atom.exact) return false;
  if (IsTruncated(atom.text, word.text, word.stem)) return true;
  return !word.known &&
         (IsMisspelling(word.text, atom.text) || IsMisspelling(word.stem, atom.stem));
}

std::vector<Occurrence> AnswerText::LookUp(const Atom& atom) const {
  std::vector<Occurrence> places;
  if (atom.symbol || atom.number || !atom.complexity.empty()) {
    for (std::size_t i = 0; i < text_.tokens.size(); ++i) {
      const Token& token = text_.tokens[i];
      const bool here = atom.symbol   ? token.text == atom.text
                        : atom.number ? token.kind == Token::Kind::kNumber ? SameNumber(token, atom)
                                                                           : token.stem == atom.stem
                                      : token.complexity == atom.complexity;
      if (here) places.push_back({i, i});
    }
    return places;
  }
  for (const Word& word : words_) {
    if (Matches(atom, word)) places.insert(places.end(), word.places.begin(), word.places.end());
  }
  if (!atom.stem.empty() && atom.stem[0] >= '0' && atom.stem[0] <= '9') {
    for (std::size_t i = 0; i < text_.tokens.size(); ++i) {
      const Token& token = text_.tokens[i];
      if (token.kind == Token::Kind::kNumber && token.stem == atom.stem) places.push_back({i, i});
    }
  }
  for (const std::string& key : {atom.stem, atom.text}) {
    const auto joined = joined_.find(key);
    if (joined != joined_.end())
      places.insert(places.end(), joined->second.begin(), joined->second.end());
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

const std::vector<Occurrence>& AnswerText::FindAtom(const Atom& atom) {
  const std::string key = atom.text + (atom.prefix ? "*" : "") + (atom.exact ? "!" : "");
  const auto found = found_.find(key);
  if (found != found_.end()) return found->second;
  return found_.emplace(key, LookUp(atom)).first->second;
}

std::size_t AnswerText::Follow(const Atom& atom, std::size_t at) {
  const std::vector<Occurrence>& places = FindAtom(atom);
  const std::size_t sentence = text_.tokens[at - 1].sentence;
  for (std::size_t skipped = 0; at < text_.tokens.size() && skipped <= kSkippedTokens;
       ++at, ++skipped) {
    if (text_.tokens[at].sentence != sentence) return 0;
    const auto here = std::lower_bound(places.begin(), places.end(), Occurrence{at, 0});
    if (here != places.end() && here->first == at) return here->last + 1;
    if (!IsSkippable(text_.tokens[at])) return 0;
  }
  return 0;
}

std::vector<Occurrence> AnswerText::Find(const Phrase& phrase) {
  std::vector<Occurrence> places;
  if (phrase.empty()) return places;
  for (const Occurrence& start : FindAtom(phrase.front())) {
    std::size_t behind = start.last + 1;
    for (std::size_t i = 1; i < phrase.size() && behind > 0; ++i) {
      behind = behind < text_.tokens.size() ? Follow(phrase[i], behind) : 0;
    }
    if (behind > 0) places.push_back({start.first, behind - 1});
  }
  return places;
}

}  // namespace evaluators
