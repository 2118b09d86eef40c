// The smallest window of one sentence that holds all terms of an alternative.
#include "evaluators/text/text_match.h"

#include <algorithm>
#include <utility>

namespace evaluators {
namespace {

// Tokens from the first to the last term of an alternative with this many terms.
std::size_t WidestWindow(std::size_t terms) { return terms <= 1 ? 40 : 14 + 6 * terms; }

enum class Stance { kStated, kDenied };

class AlternativeMatcher {
 public:
  AlternativeMatcher(const Alternative& alternative, AnswerText* answer)
      : alternative_(alternative), answer_(*answer) {
    for (const Term& term : alternative.terms) {
      std::vector<Occurrence> places;
      for (const Phrase& variant : term.variants) {
        const std::vector<Occurrence> found = answer->Find(variant);
        places.insert(places.end(), found.begin(), found.end());
      }
      std::erase_if(places, [&](const Occurrence& place) {
        return Any(place, [&](std::size_t i) { return answer_.unpaid(i); });
      });
      std::sort(places.begin(), places.end());
      places.erase(std::unique(places.begin(), places.end()), places.end());
      places_.push_back(std::move(places));
    }
  }

  std::optional<TextMatch> Find(Stance stance) {
    if (places_.empty()) return std::nullopt;
    std::vector<std::vector<Occurrence>> places = places_;
    if (stance == Stance::kStated && !alternative_.negated) DropNegated(&places);
    const auto rarest =
        std::min_element(places.begin(), places.end(),
                         [](const auto& a, const auto& b) { return a.size() < b.size(); });
    std::optional<Occurrence> best;
    for (const Occurrence& anchor : *rarest) {
      const auto window = Window(places, static_cast<std::size_t>(rarest - places.begin()), anchor);
      if (!window) continue;
      if (!best || window->last - window->first < best->last - best->first) best = window;
    }
    if (!best) return std::nullopt;
    return TextMatch{answer_.tokens()[best->first].begin, answer_.tokens()[best->last].end,
                     answer_.tokens()[best->first].sentence, alternative_.source};
  }

 private:
  template <class Predicate>
  bool Any(const Occurrence& place, Predicate holds) const {
    for (std::size_t i = place.first; i <= place.last; ++i) {
      if (holds(i)) return true;
    }
    return false;
  }

  bool IsNegated(const Occurrence& place) const {
    return Any(place, [&](std::size_t i) { return answer_.negated(i); });
  }

  void DropNegated(std::vector<std::vector<Occurrence>>* places) const {
    for (std::vector<Occurrence>& of_term : *places) {
      std::erase_if(of_term, [&](const Occurrence& place) { return IsNegated(place); });
    }
  }

  // The window around `anchor` that takes the nearest free place of every other term.
  std::optional<Occurrence> Window(const std::vector<std::vector<Occurrence>>& places,
                                   std::size_t anchored, const Occurrence& anchor) const {
    std::vector<Occurrence> used = {anchor};
    Occurrence window = anchor;
    for (std::size_t term = 0; term < places.size(); ++term) {
      if (term == anchored) continue;
      const auto place = NearestFree(places[term], anchor, used);
      if (!place) return std::nullopt;
      used.push_back(*place);
      window.first = std::min(window.first, place->first);
      window.last = std::max(window.last, place->last);
    }
    if (window.last - window.first >= WidestWindow(places.size())) return std::nullopt;
    const bool all_copied = std::all_of(used.begin(), used.end(), [&](const Occurrence& place) {
      return Any(place, [&](std::size_t i) { return answer_.copied(i); });
    });
    if (all_copied) return std::nullopt;
    const bool negated = std::any_of(used.begin(), used.end(),
                                     [&](const Occurrence& place) { return IsNegated(place); });
    if (alternative_.negated && !negated) return std::nullopt;
    return window;
  }

  std::optional<Occurrence> NearestFree(const std::vector<Occurrence>& places,
                                        const Occurrence& anchor,
                                        const std::vector<Occurrence>& used) const {
    const std::size_t sentence = answer_.tokens()[anchor.first].sentence;
    const auto is_free = [&](const Occurrence& place) {
      return answer_.tokens()[place.first].sentence == sentence &&
             std::none_of(used.begin(), used.end(), [&](const Occurrence& other) {
               return place.first <= other.last && other.first <= place.last;
             });
    };
    const auto middle = std::lower_bound(places.begin(), places.end(), anchor);
    std::optional<Occurrence> nearest;
    for (auto it = middle; it != places.end(); ++it) {
      if (answer_.tokens()[it->first].sentence != sentence) break;
      if (is_free(*it)) {
        nearest = *it;
        break;
      }
    }
    for (auto it = middle; it != places.begin();) {
      --it;
      if (answer_.tokens()[it->first].sentence != sentence) break;
      if (!is_free(*it)) continue;
      if (!nearest || anchor.first - it->first < nearest->first - anchor.first) nearest = *it;
      break;
    }
    return nearest;
  }

  const Alternative& alternative_;
  const AnswerText& answer_;
  std::vector<std::vector<Occurrence>> places_;  // by term
};

// The last token of a run from `first` on that spells `letters`; nothing when it does not.
std::optional<std::size_t> SpellsFrom(const std::vector<Token>& tokens, std::size_t first,
                                      std::string_view letters) {
  for (std::size_t i = first; i < tokens.size() && tokens[i].sentence == tokens[first].sentence;
       ++i) {
    if (tokens[i].kind == Token::Kind::kSymbol) {
      if (i == first) return std::nullopt;
      continue;
    }
    if (!letters.starts_with(tokens[i].text)) return std::nullopt;
    letters.remove_prefix(tokens[i].text.size());
    if (letters.empty()) return i;
  }
  return std::nullopt;
}

std::optional<TextMatch> FindQuoted(const Alternative& alternative, const AnswerText& answer,
                                    Stance stance) {
  const std::vector<Token>& tokens = answer.tokens();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto last = SpellsFrom(tokens, i, alternative.letters);
    if (!last || answer.unpaid(i) || (answer.copied(i) && answer.copied(*last))) continue;
    const bool denied = answer.negated(i) && !alternative.negated;
    if (denied && stance == Stance::kStated) continue;
    return TextMatch{tokens[i].begin, tokens[*last].end, tokens[i].sentence, alternative.source};
  }
  return std::nullopt;
}

}  // namespace

MatchResult FindPattern(const Pattern& pattern, AnswerText* answer) {
  MatchResult result;
  for (const Alternative& alternative : pattern) {
    const auto find = [&](Stance stance) {
      if (!alternative.letters.empty()) return FindQuoted(alternative, *answer, stance);
      return AlternativeMatcher(alternative, answer).Find(stance);
    };
    result.match = find(Stance::kStated);
    if (result.match) {
      result.denied.reset();
      return result;
    }
    if (!result.denied && !alternative.negated) result.denied = find(Stance::kDenied);
  }
  return result;
}

}  // namespace evaluators
