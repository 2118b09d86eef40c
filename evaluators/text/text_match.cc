// The smallest window that holds all terms of an alternative.
#include "evaluators/text/text_match.h"

#include <algorithm>
#include <array>
#include <utility>

namespace evaluators {
namespace {

// Tokens from the first to the last term of an alternative with this many terms.
std::size_t WidestWindow(std::size_t terms) { return terms <= 1 ? 40 : 14 + 6 * terms; }
constexpr std::size_t kSideBySide = 4;  // the same without windows: tokens for each term

enum class Stance { kStated, kDenied };

using Places = std::vector<Occurrence>;

class AlternativeMatcher {
 public:
  AlternativeMatcher(const Alternative& alternative, AnswerText* answer)
      : alternative_(alternative), answer_(*answer) {}

  // Reads where the terms stand; false when more than `most_missing` of them stand nowhere.
  bool Gather(std::size_t most_missing) {
    places_.clear();
    for (const Term& term : alternative_.terms) {
      Places places = PlacesOf(term);
      if (places.empty()) {
        if (++missing_ > most_missing) return false;
      } else {
        places_.push_back(std::move(places));
      }
    }
    return !places_.empty();
  }
  std::size_t missing() const { return missing_; }

  // REQUIRES: Gather was true. `reach`: sentences of the paragraph that the window may go on.
  std::optional<TextMatch> Find(Stance stance, std::size_t reach = 0) const {
    if (stance == Stance::kDenied || alternative_.negated) return FindIn(places_, reach);
    std::vector<Places> stated = places_;
    for (Places& of_term : stated) {
      std::erase_if(of_term, [&](const Occurrence& place) { return IsNegated(place); });
      if (of_term.empty()) return std::nullopt;
    }
    return FindIn(stated, reach);
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

  Places PlacesOf(const Term& term) const {
    Places places;
    std::size_t variants = 0;
    for (const Phrase& variant : term.variants) {
      if (variant.empty() || answer_.FindAtom(variant.front()).empty()) continue;
      const Places found = answer_.Find(variant);
      places.insert(places.end(), found.begin(), found.end());
      variants += found.empty() ? 0 : 1;
    }
    std::erase_if(places, [&](const Occurrence& place) {
      return Any(place, [&](std::size_t i) { return answer_.unpaid(i); });
    });
    if (variants > 1) {
      std::sort(places.begin(), places.end());
      places.erase(std::unique(places.begin(), places.end()), places.end());
    }
    return places;
  }

  std::optional<TextMatch> FindIn(const std::vector<Places>& places, std::size_t reach) const {
    const auto rarest =
        std::min_element(places.begin(), places.end(),
                         [](const auto& a, const auto& b) { return a.size() < b.size(); });
    std::optional<Occurrence> best;
    for (const Occurrence& anchor : *rarest) {
      const auto window =
          Window(places, static_cast<std::size_t>(rarest - places.begin()), anchor, reach);
      if (!window) continue;
      if (!best || window->last - window->first < best->last - best->first) best = window;
    }
    if (!best) return std::nullopt;
    return TextMatch{answer_.tokens()[best->first].begin, answer_.tokens()[best->last].end,
                     answer_.tokens()[best->first].sentence, alternative_.source};
  }

  // The window around `anchor` that takes the nearest free place of every other term.
  std::optional<Occurrence> Window(const std::vector<Places>& places, std::size_t anchored,
                                   const Occurrence& anchor, std::size_t reach) const {
    std::vector<Occurrence> used = {anchor};
    Occurrence window = anchor;
    for (std::size_t term = 0; term < places.size(); ++term) {
      if (term == anchored) continue;
      const auto place = NearestFree(places[term], anchor, used, reach);
      if (!place) return std::nullopt;
      used.push_back(*place);
      window.first = std::min(window.first, place->first);
      window.last = std::max(window.last, place->last);
    }
    const std::size_t widest =
        answer_.options().windows ? WidestWindow(places.size()) : kSideBySide * places.size();
    if (window.last - window.first >= widest) return std::nullopt;
    if (answer_.tokens()[window.last].sentence - answer_.tokens()[window.first].sentence > reach) {
      return std::nullopt;
    }
    const auto all_used = [&](auto holds) {
      return std::all_of(used.begin(), used.end(),
                         [&](const Occurrence& place) { return Any(place, holds); });
    };
    if (all_used([&](std::size_t i) { return answer_.copied(i); })) return std::nullopt;
    const bool is_near_match = reach > 0 || missing_ > 0;
    if (is_near_match && all_used([&](std::size_t i) { return answer_.asked(i); })) {
      return std::nullopt;
    }
    const bool negated = std::any_of(used.begin(), used.end(),
                                     [&](const Occurrence& place) { return IsNegated(place); });
    if (alternative_.negated && !negated) return std::nullopt;
    return window;
  }

  std::optional<Occurrence> NearestFree(const Places& places, const Occurrence& anchor,
                                        const std::vector<Occurrence>& used,
                                        std::size_t reach) const {
    const Token& here = answer_.tokens()[anchor.first];
    const auto is_out = [&](const Occurrence& place) {
      const Token& other = answer_.tokens()[place.first];
      return std::max(here.sentence, other.sentence) - std::min(here.sentence, other.sentence) >
                 reach ||
             here.paragraph != other.paragraph;
    };
    const auto is_free = [&](const Occurrence& place) {
      return std::none_of(used.begin(), used.end(), [&](const Occurrence& other) {
        return place.first <= other.last && other.first <= place.last;
      });
    };
    const auto middle = std::lower_bound(places.begin(), places.end(), anchor);
    std::optional<Occurrence> nearest;
    for (auto it = middle; it != places.end() && !is_out(*it); ++it) {
      if (!is_free(*it)) continue;
      nearest = *it;
      break;
    }
    for (auto it = middle; it != places.begin();) {
      --it;
      if (is_out(*it)) break;
      if (!is_free(*it)) continue;
      if (!nearest || anchor.first - it->first < nearest->first - anchor.first) nearest = *it;
      break;
    }
    return nearest;
  }

  const Alternative& alternative_;
  AnswerText& answer_;
  std::vector<Places> places_;  // of the terms that stand somewhere
  std::size_t missing_ = 0;
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

constexpr std::size_t kFewestForIncomplete = 3;  // terms of an alternative

}  // namespace

MatchResult FindPattern(const Pattern& pattern, AnswerText* answer) {
  MatchResult result;
  for (const Alternative& alternative : pattern) {
    AlternativeMatcher matcher(alternative, answer);
    const bool is_quoted = !alternative.letters.empty();
    if (!is_quoted && !matcher.Gather(0)) continue;
    const auto find = [&](Stance stance) {
      return is_quoted ? FindQuoted(alternative, *answer, stance) : matcher.Find(stance);
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

std::optional<NearMatch> FindNearMatch(const Pattern& pattern, AnswerText* answer) {
  const GraderOptions& options = answer->options();
  std::optional<NearMatch> incomplete;
  for (const Alternative& alternative : pattern) {
    const std::size_t terms = alternative.terms.size();
    if (terms < 2 || alternative.negated || !alternative.letters.empty()) continue;
    const bool may_miss = options.incomplete && !incomplete && terms >= kFewestForIncomplete;
    AlternativeMatcher matcher(alternative, answer);
    if (!matcher.Gather(may_miss ? 1 : 0)) continue;
    if (matcher.missing() > 0) {
      const auto match = matcher.Find(Stance::kStated);
      if (match) incomplete = NearMatch{NearMatch::Kind::kIncomplete, *match};
    } else if (options.neighbours) {
      const auto match = matcher.Find(Stance::kStated, 1);
      if (match) return NearMatch{NearMatch::Kind::kNeighbours, *match};
    }
  }
  return incomplete;
}

}  // namespace evaluators
