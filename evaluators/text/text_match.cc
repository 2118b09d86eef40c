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

constexpr std::size_t kClauseDistance = 10;

enum class Stance { kStated, kDenied };

using Places = std::vector<Occurrence>;

class AlternativeMatcher {
 public:
  AlternativeMatcher(const Alternative& alternative, AnswerText* answer)
      : alternative_(alternative), answer_(*answer) {}

  // Reads where the terms stand; false when more than `most_missing` of them stand nowhere.
  bool Gather(std::size_t most_missing) {
    for (const Term& term : alternative_.terms) {
      Places places = PlacesOf(term.variants);
      if (places.empty()) {
        if (++missing_ > most_missing) return false;
      } else {
        places_.push_back(std::move(places));
        contrast_places_.push_back(PlacesOf(term.contrasts));
      }
    }
    return !places_.empty();
  }
  std::size_t missing() const { return missing_; }
  // A place where Find met all terms, but said of what one of them is mixed up with.
  const std::optional<TextMatch>& swapped() const { return swapped_; }

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

  Places PlacesOf(const std::vector<Phrase>& phrases) const {
    Places places;
    std::size_t variants = 0;
    for (const Phrase& variant : phrases) {
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
    return MatchOf(*best);
  }

  TextMatch MatchOf(const Occurrence& window) const {
    return {answer_.tokens()[window.first].begin, answer_.tokens()[window.last].end,
            answer_.tokens()[window.first].sentence, alternative_.source};
  }

  // The window around `anchor` that takes the nearest free place of every other term.
  std::optional<Occurrence> Window(const std::vector<Places>& places, std::size_t anchored,
                                   const Occurrence& anchor, std::size_t reach) const {
    std::vector<Occurrence> used = {anchor};
    std::vector<std::size_t> used_terms = {anchored};
    Occurrence window = anchor;
    for (std::size_t term = 0; term < places.size(); ++term) {
      if (term == anchored) continue;
      const auto place = NearestFree(places[term], anchor, used, reach);
      if (!place) return std::nullopt;
      used.push_back(*place);
      used_terms.push_back(term);
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
    if (answer_.options().contrasts && IsSaidOfContrast(used_terms, used)) {
      if (!swapped_) swapped_ = MatchOf(window);
      return std::nullopt;
    }
    const bool negated = std::any_of(used.begin(), used.end(),
                                     [&](const Occurrence& place) { return IsNegated(place); });
    if (alternative_.negated && !negated) return std::nullopt;
    return window;
  }

  // Words between two places, and many for every clause that begins between them.
  std::size_t Distance(const Occurrence& a, const Occurrence& b) const {
    const std::size_t from = std::min(a.last, b.last) + 1;
    const std::size_t to = std::max(a.first, b.first);
    std::size_t distance = 0;
    for (std::size_t i = from; i < to; ++i) {
      const Token& token = answer_.tokens()[i];
      ++distance;
      if (token.text == "," || token.text == ":" || token.text == ";" || token.starts_clause) {
        distance += kClauseDistance;
      }
    }
    return distance;
  }

  // "L2 is sparse, L1 is not so" does not say "L1 sparse": the other words stand nearer to the
  // contrast than to the term itself.
  bool IsSaidOfContrast(const std::vector<std::size_t>& terms,
                        const std::vector<Occurrence>& used) const {
    for (std::size_t i = 0; i < used.size() && used.size() > 1; ++i) {
      const Places& contrasts = contrast_places_[terms[i]];
      // Only the contrasts next to one of the other words can be nearer.
      const Occurrence& other = used[i == 0 ? 1 : 0];
      const auto next = std::lower_bound(contrasts.begin(), contrasts.end(), other);
      if (next != contrasts.end() && IsNearer(*next, i, used)) return true;
      if (next != contrasts.begin() && IsNearer(*std::prev(next), i, used)) return true;
    }
    return false;
  }

  // The contrast at `place` is nearer to every other used word than used[own] is, and neither
  // denied, nor named beside it ("L1 and L2 …"), nor what is compared with ("than L2").
  bool IsNearer(const Occurrence& place, std::size_t own,
                const std::vector<Occurrence>& used) const {
    if (used.size() < 2 || IsNegated(place)) return false;
    const Token& here = answer_.tokens()[used[own].first];
    if (answer_.tokens()[place.first].sentence != here.sentence) return false;
    const std::size_t from = std::min(place.last, used[own].last) + 1;
    const std::size_t to = std::max(place.first, used[own].first);
    if (to <= from + 1 || to - from > WidestWindow(used.size())) return false;
    if (place.first > 0) {
      const std::string& before = answer_.tokens()[place.first - 1].text;
      if (before == "than" || before == "to" || before == "with" || before == "over" ||
          before == "vs" || before == "versus") {
        return false;
      }
    }
    for (std::size_t i = 0; i < used.size(); ++i) {
      if (i == own) continue;
      if (place.first <= used[i].last && used[i].first <= place.last) return false;
      if (Distance(place, used[i]) >= Distance(used[own], used[i])) return false;
    }
    return true;
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
  std::vector<Places> places_;           // of the terms that stand somewhere
  std::vector<Places> contrast_places_;  // of what those are mixed up with
  std::size_t missing_ = 0;
  mutable std::optional<TextMatch> swapped_;
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
      result.swapped.reset();
      return result;
    }
    if (!result.swapped) result.swapped = matcher.swapped();
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
