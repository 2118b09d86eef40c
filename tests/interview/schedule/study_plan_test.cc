// The plan to a date: its time, its mix, its topics, its reviews.
#include "interview/schedule/study_plan.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace interview {
namespace {

QuestionPtr Coding(int number, const std::string& topic, Difficulty difficulty) {
  Question question;
  question.id = "q" + std::to_string(number);
  question.topic = topic;
  question.difficulty = difficulty;
  question.minutes = 20;
  question.spec = CodingSpec{};
  return std::make_shared<Question>(question);
}

std::vector<QuestionPtr> Bank() {
  std::vector<QuestionPtr> bank;
  for (int i = 0; i < 120; ++i) {
    bank.push_back(Coding(i, "topic-" + std::to_string(i % 8), static_cast<Difficulty>(i / 8 % 3)));
  }
  return bank;
}

std::vector<QuestionPtr> NewOnes(const std::vector<StudyDay>& days) {
  std::vector<QuestionPtr> questions;
  for (const StudyDay& day : days) {
    for (const PlannedItem& item : day.items) {
      if (item.kind == PlannedItem::Kind::kNew) questions.push_back(item.question);
    }
  }
  return questions;
}

TEST(StudyPlan, OfTwentyNewOnesSevenAreEasyTenMediumAndThreeHard) {
  const std::vector<QuestionPtr> plan = NewOnes(MakeStudyPlan(Bank(), {}, {}, {100, 140, 14}));
  ASSERT_GE(plan.size(), 20u);
  std::map<Difficulty, int> mix;
  std::set<std::string> topics;
  for (std::size_t i = 0; i < 20; ++i) {
    ++mix[plan[i]->difficulty];
    if (i < 10) topics.insert(plan[i]->topic);
    if (i > 0) {
      EXPECT_NE(plan[i]->topic, plan[i - 1]->topic) << "never twice in a row";
    }
  }
  EXPECT_NEAR(mix[Difficulty::kEasy], 7, 1);
  EXPECT_NEAR(mix[Difficulty::kMedium], 10, 1);
  EXPECT_NEAR(mix[Difficulty::kHard], 3, 1);
  EXPECT_GE(topics.size(), 6u);
}

TEST(StudyPlan, KeepsToTheHoursAndToTheDays) {
  const std::vector<StudyDay> days = MakeStudyPlan(Bank(), {}, {}, {100, 128, 7});
  ASSERT_EQ(days.size(), 28u);
  int minutes = 0;
  std::set<QuestionId> seen;
  for (std::size_t i = 0; i < days.size(); ++i) {
    EXPECT_EQ(days[i].day, 100 + static_cast<std::int64_t>(i));
    minutes += days[i].minutes;
    EXPECT_LE(minutes, 60 * static_cast<int>(i + 1));
    for (const PlannedItem& item : days[i].items) {
      const bool first = seen.insert(item.question->id).second;
      EXPECT_EQ(first, item.kind == PlannedItem::Kind::kNew) << "new once, then a review";
    }
  }
  EXPECT_GE(minutes, 27 * 60);
  EXPECT_TRUE(MakeStudyPlan(Bank(), {}, {}, {100, 100, 7}).empty());
}

TEST(StudyPlan, WhatIsDueComesFirst) {
  Card due;
  due.id = "q5";
  due.memory = {2, 5};
  due.last_day = 90;
  due.due_day = 92;
  const std::vector<StudyDay> days = MakeStudyPlan(Bank(), {{due}, {}}, {}, {100, 101, 7});
  ASSERT_FALSE(days.at(0).items.empty());
  EXPECT_EQ(days[0].items[0].question->id, "q5");
  EXPECT_EQ(days[0].items[0].kind, PlannedItem::Kind::kReview);
}

StudyWish WithMocks(std::int64_t today, std::int64_t until) {
  StudyWish wish{today, until, 14};
  for (const RoundKind kind : kRoundKinds) wish.mock_minutes[kind] = 45;
  return wish;
}

TEST(StudyPlan, EveryFifthSessionIsAMockRoundTheKindsInTurn) {
  std::vector<PlannedItem> items;
  for (const StudyDay& day : MakeStudyPlan(Bank(), {}, {}, WithMocks(100, 120))) {
    items.insert(items.end(), day.items.begin(), day.items.end());
  }
  ASSERT_GE(items.size(), 25u);
  std::vector<RoundKind> mocks;
  int between = 0;
  for (const PlannedItem& item : items) {
    if (item.kind != PlannedItem::Kind::kMock) {
      ++between;
      continue;
    }
    EXPECT_EQ(item.minutes, 45);
    EXPECT_GE(between, mocks.empty() ? 4 : 1);
    between = 0;
    mocks.push_back(item.round);
  }
  ASSERT_GE(mocks.size(), 4u);
  EXPECT_NEAR(static_cast<double>(items.size()) / static_cast<double>(mocks.size()), 5, 1);
  EXPECT_EQ(std::set<RoundKind>(mocks.begin(), mocks.begin() + 4).size(), 4u);
}

TEST(StudyPlan, TheSessionsThatWereTakenCountTowardsTheNextMockRound) {
  StudyWish wish = WithMocks(100, 101);
  wish.sessions = 4;
  const std::vector<StudyDay> days = MakeStudyPlan(Bank(), {}, {}, wish);
  ASSERT_FALSE(days.at(0).items.empty());
  EXPECT_EQ(days[0].items[0].kind, PlannedItem::Kind::kMock);
}

std::map<std::int64_t, std::string> LoopsOf(const StudyWish& wish) {
  std::map<std::int64_t, std::string> loops;
  for (const StudyDay& day : MakeStudyPlan(Bank(), {}, {}, wish)) {
    for (const PlannedItem& item : day.items) {
      if (item.kind == PlannedItem::Kind::kLoop) loops[day.day] = item.loop;
    }
  }
  return loops;
}

StudyWish WithLoops(std::int64_t today) {
  StudyWish wish{today, 160, 14};
  wish.short_loop = {"short", "Short", 45};
  wish.long_loop = {"long", "Long", 240};
  wish.first_day = 100;
  return wish;
}

TEST(StudyPlan, LoopsLeadUpToTheInterviewTheLongOnesLast) {
  const std::map<std::int64_t, std::string> expected = {
      {104, "short"}, {118, "short"}, {132, "long"}, {146, "long"}, {155, "long"}, {158, "long"}};
  EXPECT_EQ(LoopsOf(WithLoops(100)), expected);
}

TEST(StudyPlan, ALoopThatWasMissedIsMadeUpForAndOneThatWasTakenIsNot) {
  StudyWish wish = WithLoops(121);
  EXPECT_TRUE(LoopsOf(wish).contains(121)) << "118 went by";
  wish.loops_taken = {104, 119};
  EXPECT_FALSE(LoopsOf(wish).contains(121));
  EXPECT_TRUE(LoopsOf(wish).contains(132));
  wish.first_day = 120;
  wish.loops_taken.clear();
  EXPECT_FALSE(LoopsOf(wish).contains(121)) << "nobody practised yet on day 118";
}

TEST(StudyPlan, WhatWasPractisedTodayIsTakenOffToday) {
  StudyWish wish{100, 103, 7};
  wish.minutes_today = 60;
  const std::vector<StudyDay> days = MakeStudyPlan(Bank(), {}, {}, wish);
  EXPECT_TRUE(days.at(0).items.empty());
  EXPECT_EQ(days.at(1).minutes, 60);
}

}  // namespace
}  // namespace interview
