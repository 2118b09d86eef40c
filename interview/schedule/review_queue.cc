// Cards as a fold over the attempts.
#include "interview/schedule/review_queue.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "interview/base/hash.h"

namespace interview {
namespace {

using Cards = std::unordered_map<std::string, Card>;

void AddReview(const std::string& id, Rating rating, std::int64_t day, Cards* cards) {
  Card& card = (*cards)[id];
  if (card.reviews == 0) {
    card.id = id;
    card.memory = FirstReview(rating);
  } else {
    card.memory = NextReview(card.memory, rating, day - card.last_day);
    card.lapses += rating == Rating::kAgain ? 1 : 0;
  }
  card.last_rating = rating;
  card.last_day = day;
  ++card.reviews;
}

// Another for each card and each of its reviews.
std::uint64_t FuzzSeed(const Card& card, std::uint64_t seed) {
  Fingerprint fingerprint;
  fingerprint.Add(card.id);
  return fingerprint.value() + seed + static_cast<std::uint64_t>(card.reviews);
}

std::vector<Card> Dated(Cards cards, const ScheduleRules& rules) {
  std::vector<Card> dated;
  dated.reserve(cards.size());
  for (auto& [id, card] : cards) {
    const int interval = IntervalDays(card.memory, rules.retention);
    card.due_day = card.last_day + FuzzedDays(interval, FuzzSeed(card, rules.seed));
    dated.push_back(std::move(card));
  }
  std::sort(dated.begin(), dated.end(), [](const Card& a, const Card& b) { return a.id < b.id; });
  return dated;
}

// A solve that would not count yet is no use; what was failed comes back by its own interval.
void WaitUntilItCounts(Card* card) {
  if (card->last_rating == Rating::kAgain) return;
  card->due_day = std::max(card->due_day, card->mastery.counts_from().value_or(card->due_day));
}

}  // namespace

ReviewQueue MakeReviewQueue(std::vector<Attempt> attempts, const ScheduleRules& rules) {
  std::sort(attempts.begin(), attempts.end(), [](const Attempt& a, const Attempt& b) {
    return std::tie(a.at, a.session, a.question) < std::tie(b.at, b.session, b.question);
  });
  Cards questions;
  Cards skills;
  std::unordered_map<QuestionId, std::vector<Attempt>> solves;
  for (Attempt& attempt : attempts) {
    const std::int64_t day = LocalDay(attempt.at, rules.utc_offset);
    AddReview(attempt.question, RatingOf(attempt), day, &questions);
    for (const auto& [skill, score] : attempt.skills) {
      AddReview(skill, RatingOf(score), day, &skills);
    }
    if (rules.three_solves.count(attempt.question) != 0) {
      solves[attempt.question].push_back(std::move(attempt));
    }
  }
  ReviewQueue queue{Dated(std::move(questions), rules), Dated(std::move(skills), rules)};
  for (Card& card : queue.questions) {
    const auto found = solves.find(card.id);
    if (found == solves.end()) continue;
    card.mastery = MasteryOf(found->second, rules.utc_offset);
    WaitUntilItCounts(&card);
  }
  return queue;
}

std::vector<Card> DueCards(const std::vector<Card>& cards, std::int64_t today) {
  std::vector<std::pair<double, const Card*>> due;
  for (const Card& card : cards) {
    if (card.due_day <= today) {
      due.emplace_back(Retrievability(card.memory, today - card.last_day), &card);
    }
  }
  std::sort(due.begin(), due.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first, a.second->id) < std::tie(b.first, b.second->id);
  });
  std::vector<Card> sorted;
  sorted.reserve(due.size());
  for (const auto& [recall, card] : due) sorted.push_back(*card);
  return sorted;
}

}  // namespace interview
