// Cards from attempts: per question and per skill, with the floors of mastery, and fast.
#include "interview/schedule/review_queue.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <random>

namespace interview {
namespace {

Attempt On(std::int64_t day, const QuestionId& question, double score) {
  Attempt attempt;
  attempt.session = "s" + std::to_string(day);
  attempt.question = question;
  attempt.at = WallTime(std::chrono::days(day) + std::chrono::hours(12));
  attempt.score = score;
  return attempt;
}

const Card& OnlyCard(const ReviewQueue& queue) {
  EXPECT_EQ(queue.questions.size(), 1u);
  return queue.questions.front();
}

TEST(ReviewQueue, FoldsTheReviewsOfAQuestionInTheOrderOfTime) {
  const ReviewQueue queue =
      MakeReviewQueue({On(10, "q", 0.3), On(1, "q", 0.8), On(4, "q", 0.95)}, {});
  const MemoryState wanted =
      NextReview(NextReview(FirstReview(Rating::kGood), Rating::kEasy, 3), Rating::kAgain, 6);
  const Card& card = OnlyCard(queue);
  EXPECT_EQ(card.memory, wanted);
  EXPECT_EQ(card.reviews, 3);
  EXPECT_EQ(card.lapses, 1);
  EXPECT_EQ(card.last_day, 10);
  EXPECT_GT(card.due_day, 10);
}

TEST(ReviewQueue, HasACardForEverySkill) {
  Attempt attempt = On(1, "q", 0.8);
  attempt.skills = {{"coding/edge cases", 0.2}, {"coding/testing", 0.95}};
  const ReviewQueue queue = MakeReviewQueue({attempt}, {});
  ASSERT_EQ(queue.skills.size(), 2u);
  EXPECT_EQ(queue.skills[0].last_rating, Rating::kAgain);
  EXPECT_EQ(queue.skills[1].last_rating, Rating::kEasy);
  EXPECT_LT(queue.skills[0].due_day, queue.skills[1].due_day);
}

TEST(ReviewQueue, ASolvedMediumWaitsUntilTheNextSolveCounts) {
  ScheduleRules rules;
  rules.retention = 0.97;  // by memory alone it would come back the next day
  const std::vector<Attempt> solves = {On(1, "q", 0.8), On(5, "q", 0.8)};
  EXPECT_LT(OnlyCard(MakeReviewQueue(solves, rules)).due_day, 12);
  rules.three_solves = {"q"};
  const Card card = OnlyCard(MakeReviewQueue(solves, rules));
  EXPECT_EQ(card.mastery.solves, 2);
  EXPECT_EQ(card.due_day, 12);

  std::vector<Attempt> failed = solves;
  failed.push_back(On(6, "q", 0));
  failed.back().accepted = false;
  const Card again = OnlyCard(MakeReviewQueue(failed, rules));
  EXPECT_EQ(again.due_day, 7) << "a failed one comes back at the first interval";
  EXPECT_EQ(again.mastery.solves, 2);
}

TEST(ReviewQueue, DueAreThoseWhoseDayHasComeTheLeastRememberedFirst) {
  const ReviewQueue queue =
      MakeReviewQueue({On(1, "shaky", 0.1), On(1, "fair", 0.75), On(1, "firm", 1)}, {});
  const std::vector<Card> due = DueCards(queue.questions, 5);
  ASSERT_EQ(due.size(), 2u);
  EXPECT_EQ(due[0].id, "shaky");
  EXPECT_EQ(due[1].id, "fair");
  EXPECT_TRUE(DueCards(queue.questions, 1).empty());
  EXPECT_EQ(DueCards(queue.questions, 1000).size(), 3u);
}

TEST(ReviewQueue, IsTheSameForAnyOrderOfTheAttempts) {
  std::mt19937 random(3);
  std::vector<Attempt> attempts;
  for (int i = 0; i < 300; ++i) {
    attempts.push_back(On(static_cast<std::int64_t>(random() % 200),
                          "q" + std::to_string(random() % 20),
                          static_cast<double>(random() % 100) / 100));
    attempts.back().session += std::to_string(i);
  }
  const ReviewQueue queue = MakeReviewQueue(attempts, {});
  std::shuffle(attempts.begin(), attempts.end(), random);
  const ReviewQueue shuffled = MakeReviewQueue(attempts, {});
  ASSERT_EQ(queue.questions.size(), shuffled.questions.size());
  for (std::size_t i = 0; i < queue.questions.size(); ++i) {
    EXPECT_EQ(queue.questions[i].memory, shuffled.questions[i].memory);
    EXPECT_EQ(queue.questions[i].due_day, shuffled.questions[i].due_day);
  }
}

TEST(ReviewQueue, ExtremeDatesAreOnlyFarAway) {
  Attempt first = On(0, "q", 0.8);
  first.at = WallTime(Duration(std::numeric_limits<std::int64_t>::min() / 2));
  Attempt last = On(0, "q", 0.8);
  last.at = WallTime(Duration(std::numeric_limits<std::int64_t>::max()));
  const Card card = OnlyCard(MakeReviewQueue({last, first}, {}));
  EXPECT_GT(card.memory.stability, 0);
  EXPECT_LE(card.memory.stability, 36500);
  EXPECT_LE(card.due_day - card.last_day, kLongestInterval);
}

TEST(ReviewQueue, TenThousandCardsAreDueInFiftyMilliseconds) {
  std::vector<Card> cards;
  std::mt19937 random(5);
  for (int i = 0; i < 10000; ++i) {
    Card card;
    card.id = "question-" + std::to_string(i);
    card.memory = {0.1 + static_cast<double>(random() % 1000), 5};
    card.due_day = static_cast<std::int64_t>(random() % 100);
    cards.push_back(card);
  }
  const auto start = std::chrono::steady_clock::now();
  const std::vector<Card> due = DueCards(cards, 100);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  EXPECT_EQ(due.size(), 10000u);
  EXPECT_LT(took.count(), 50) << "milliseconds";
  RecordProperty("milliseconds", std::to_string(took.count()));
  std::printf("due of 10,000 cards: %.1f ms\n", took.count());
}

}  // namespace
}  // namespace interview
