// Looks words up among the distinct words of the answer, so that the cost of a rubric does not grow
// with repetition.
#include "evaluators/text/answer_text.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "evaluators/text/negation.h"
#include "evaluators/text/spelling.h"
#include "evaluators/text/text_hash.h"

namespace evaluators {
namespace {

constexpr std::size_t kSkippedTokens = 3;  // stop words and signs between the words of a phrase
constexpr std::size_t kShortestTruncated = 4;

bool BeginsWith(std::string_view text, std::string_view prefix) {
  if (text.starts_with(prefix)) return true;
  if (prefix.size() < 6 || !prefix.ends_with("is")) return false;
  const std::string_view before = prefix.substr(0, prefix.size() - 1);
  return text.starts_with(before) && text.substr(before.size()).starts_with('z');
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

bool IsSkippable(const Token& token) { return token.kind == Token::Kind::kSymbol || token.is_stop; }

std::size_t LetterOf(std::string_view word) { return static_cast<unsigned char>(word[0]); }

std::uint64_t KeyOf(const Atom& atom) {
  const std::uint64_t kind = (atom.prefix ? 1u : 0u) + (atom.exact ? 2u : 0u);
  return HashOf(atom.text) * 4 + kind;
}

// The entries of a sorted vector of pairs with this key.
template <class Value>
auto WithKey(const std::vector<std::pair<std::uint64_t, Value>>& entries, std::uint64_t key) {
  const auto first = std::lower_bound(
      entries.begin(), entries.end(), key,
      [](const auto& entry, std::uint64_t wanted) { return entry.first < wanted; });
  auto last = first;
  while (last != entries.end() && last->first == key) ++last;
  return std::pair(first, last);
}

}  // namespace

AnswerText::AnswerText(std::string_view text, const QuestionWords& question, const Lexicon& lexicon,
                       const GraderOptions& options)
    : text_(Tokenize(text)), options_(options) {
  if (options.guards) {
    guards_ = FindUnpaidWords(text_, question);
  } else {
    guards_.unpaid.assign(text_.tokens.size(), false);
    guards_.copied.assign(text_.tokens.size(), false);
  }
  if (options.negation) {
    negated_ = MarkNegated(text_);
  } else {
    negated_.assign(text_.tokens.size(), false);
  }
  for (const Token& token : text_.tokens) asked_.push_back(question.Uses(token.stem));
  Index(lexicon);
  IndexPairs();
}

void AnswerText::Index(const Lexicon& lexicon) {
  std::vector<std::pair<Key, std::size_t>> by_text;  // tokens, in order within one spelling
  for (std::size_t i = 0; i < text_.tokens.size(); ++i) {
    const Token& token = text_.tokens[i];
    if (token.kind == Token::Kind::kNumber) numbers_.push_back(i);
    if (token.kind == Token::Kind::kSymbol || !token.complexity.empty()) signs_.push_back(i);
    if (token.kind == Token::Kind::kWord) by_text.emplace_back(HashOf(token.text), i);
  }
  std::sort(by_text.begin(), by_text.end());
  for (std::size_t i = 0; i < by_text.size(); ++i) {
    const Token& token = text_.tokens[by_text[i].second];
    if (i == 0 || by_text[i].first != by_text[i - 1].first) {
      const std::size_t word = words_.size();
      std::size_t& first = first_with_letter_[LetterOf(token.text)];
      const bool may_be_misspelt =
          options_.spelling && !token.is_function && !lexicon.Knows(token.stem);
      words_.push_back({token.text, token.stem, {}, may_be_misspelt, first});
      first = words_.size();
      spellings_.emplace_back(by_text[i].first, word);
      if (options_.stems) {
        if (token.stem != token.text) spellings_.emplace_back(HashOf(token.stem), word);
        // "calibrat" for "calibration": it begins the word and goes on behind its stem.
        const std::size_t shortest = std::max(token.stem.size() + 1, kShortestTruncated);
        for (std::size_t size = shortest; size < token.text.size(); ++size) {
          if (!token.text.starts_with(token.stem)) break;
          spellings_.emplace_back(HashOf(std::string_view(token.text).substr(0, size)), word);
        }
      }
    }
    words_.back().places.push_back({by_text[i].second, by_text[i].second});
  }
  std::sort(spellings_.begin(), spellings_.end());
}

void AnswerText::IndexPairs() {
  const std::vector<Token>& all = text_.tokens;
  for (std::size_t i = 1; i < all.size(); ++i) {
    if (all[i].kind != Token::Kind::kWord || all[i - 1].sentence != all[i].sentence) continue;
    const bool hyphen = all[i - 1].text == "-" && i >= 2 && all[i].glued && all[i - 1].glued;
    const std::size_t before = hyphen ? i - 2 : i - 1;
    if (all[before].kind != Token::Kind::kWord) continue;
    pairs_.emplace_back(HashOf(all[i].stem, HashOf(all[before].text)), Occurrence{before, i});
  }
  std::sort(pairs_.begin(), pairs_.end());
}

void AnswerText::LookUpSign(const Atom& atom, std::vector<Occurrence>* places) const {
  for (const std::size_t i : signs_) {
    const Token& token = text_.tokens[i];
    if (atom.symbol ? token.text == atom.text
                    : !token.complexity.empty() && token.complexity == atom.complexity) {
      places->push_back({i, i});
    }
  }
}

void AnswerText::LookUpWord(const Atom& atom, std::vector<Occurrence>* places) const {
  const auto add = [&](const Word& word) {
    places->insert(places->end(), word.places.begin(), word.places.end());
  };
  if (atom.text.empty()) return;
  // Also of a misspelt word the first letter is right.
  const auto each_with_first_letter = [&](auto visit) {
    for (std::size_t next = first_with_letter_[LetterOf(atom.text)]; next > 0;) {
      const Word& word = words_[next - 1];
      visit(word);
      next = word.next_with_letter;
    }
  };
  if (atom.prefix) {
    each_with_first_letter([&](const Word& word) {
      if (BeginsWith(word.text, atom.text) || BeginsWith(word.stem, atom.text)) add(word);
    });
    return;
  }
  const auto add_spelled = [&](std::string_view spelling, auto fits) {
    const auto [first, last] = WithKey(spellings_, HashOf(spelling));
    for (auto entry = first; entry != last; ++entry) {
      if (fits(words_[entry->second])) add(words_[entry->second]);
    }
  };
  add_spelled(atom.text, [&](const Word& word) {
    return word.text == atom.text || (!atom.exact && word.text.starts_with(atom.text));
  });
  if (options_.stems) {
    add_spelled(atom.stem, [&](const Word& word) { return word.stem == atom.stem; });
  }
  if (atom.exact) return;
  each_with_first_letter([&](const Word& word) {
    if (!word.may_be_misspelt) return;
    if (IsMisspelling(word.text, atom.text) || IsMisspelling(word.stem, atom.stem)) add(word);
  });
}

std::vector<Occurrence> AnswerText::LookUp(const Atom& atom) const {
  std::vector<Occurrence> places;
  if (atom.symbol || !atom.complexity.empty()) {
    LookUpSign(atom, &places);
    return places;
  }
  const bool is_numeral = !atom.stem.empty() && atom.stem[0] >= '0' && atom.stem[0] <= '9';
  if (is_numeral) {
    for (const std::size_t i : numbers_) {
      const Token& token = text_.tokens[i];
      if (atom.number ? SameNumber(token, atom) : token.stem == atom.stem) places.push_back({i, i});
    }
  }
  if (atom.number) {
    const auto [first, last] = WithKey(spellings_, HashOf(atom.stem));
    for (auto entry = first; entry != last; ++entry) {
      const Word& word = words_[entry->second];
      if (word.stem != atom.stem) continue;
      places.insert(places.end(), word.places.begin(), word.places.end());
    }
  } else {
    LookUpWord(atom, &places);
  }
  for (const Key key : {HashOf(atom.stem), HashOf(atom.text)}) {
    const auto [first, last] = WithKey(pairs_, key);
    for (auto entry = first; entry != last; ++entry) places.push_back(entry->second);
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

const std::vector<Occurrence>& AnswerText::FindAtom(const Atom& atom) {
  static const std::vector<Occurrence> nowhere;
  if (used_slots_ * 2 >= slots_.size()) {
    std::vector<Slot> old(std::max<std::size_t>(256, slots_.size() * 2));
    std::swap(old, slots_);
    for (const Slot& slot : old) {
      if (slot.places == nullptr) continue;
      std::size_t at = slot.key & (slots_.size() - 1);
      while (slots_[at].places != nullptr) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = slot;
    }
  }
  const Key key = KeyOf(atom);
  std::size_t at = key & (slots_.size() - 1);
  for (; slots_[at].places != nullptr; at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].key == key) return *slots_[at].places;
  }
  std::vector<Occurrence> places = LookUp(atom);
  const std::vector<Occurrence>* kept = &nowhere;
  if (!places.empty()) kept = &found_.emplace_back(std::move(places));
  slots_[at] = {key, kept};
  ++used_slots_;
  return *kept;
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
