// The cards that follow from all attempts, one for each question and each skill, and what is due.
// Nothing is kept: the same attempts give the same cards. Any thread; pure functions.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "interview/schedule/attempt.h"
#include "interview/schedule/mastery.h"
#include "interview/schedule/memory_state.h"

namespace interview {

struct ScheduleRules {
  double retention = kUsualRetention;  // the chance of recall at which a card comes due
  std::uint64_t seed = 0;              // of the fuzz
  std::chrono::minutes utc_offset{0};  // of the user's clock
  // Questions that count as mastered after three solves: the non-trivial mediums.
  std::set<QuestionId> three_solves;
};

struct Card {
  std::string id;  // of the question or skill
  MemoryState memory;
  Rating last_rating = Rating::kAgain;
  int reviews = 0;
  int lapses = 0;             // reviews after the first that were rated again
  std::int64_t last_day = 0;  // days since 1970-01-01, as LocalDay
  std::int64_t due_day = 0;
  Mastery mastery = {};  // of the questions in ScheduleRules::three_solves
};

struct ReviewQueue {
  std::vector<Card> questions;  // by id
  std::vector<Card> skills;     // by id
};

// `attempts` in any order; those of one moment are taken by session.
ReviewQueue MakeReviewQueue(std::vector<Attempt> attempts, const ScheduleRules& rules);

// The cards whose day has come, the least remembered first.
std::vector<Card> DueCards(const std::vector<Card>& cards, std::int64_t today);

}  // namespace interview
