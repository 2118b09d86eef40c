// Which questions a filter gets, and what happens when the bank is too small for it.
#include "interview/session/question_picker.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/interview/session/test_questions.h"

namespace interview::test {
namespace {

QuestionFilter Filter(int count, std::map<Difficulty, double> difficulty = {},
                      std::vector<std::string> topics = {}) {
  QuestionFilter filter;
  filter.count = count;
  filter.difficulty = std::move(difficulty);
  filter.topics = std::move(topics);
  return filter;
}

TEST(QuestionPicker, NeverPicksAQuestionTwiceAndSaysWhenTheBankIsUsedUp) {
  QuestionPicker picker(SmallBank(), {}, 3);
  std::set<QuestionId> ids;
  for (int i = 0; i < 3; ++i) {
    for (const QuestionPtr& q : picker.Pick(RoundKind::kCoding, Filter(2))) {
      EXPECT_TRUE(ids.insert(q->id).second) << q->id;
    }
  }
  EXPECT_EQ(ids.size(), 6u);
  EXPECT_TRUE(picker.notes().empty());
  EXPECT_TRUE(picker.Pick(RoundKind::kCoding, Filter(1)).empty());
  EXPECT_EQ(picker.notes().size(), 1u);
}

TEST(QuestionPicker, TheSameSeedPicksTheSameWhateverTheOrderOfTheBank) {
  std::vector<QuestionPtr> reversed = SmallBank();
  std::reverse(reversed.begin(), reversed.end());
  std::set<QuestionId> first_picks;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    QuestionPicker a(SmallBank(), {}, seed);
    QuestionPicker b(reversed, {}, seed);
    const auto picked = a.Pick(RoundKind::kConcepts, Filter(3));
    const auto again = b.Pick(RoundKind::kConcepts, Filter(3));
    for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(picked[i]->id, again[i]->id);
    first_picks.insert(picked[0]->id);
  }
  EXPECT_GT(first_picks.size(), 4u) << "seeds differ";
}

TEST(QuestionPicker, DrawsDifficultiesByWeight) {
  std::map<Difficulty, int> drawn;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    QuestionPicker picker(SmallBank(), {}, seed);
    ++drawn[picker
                .Pick(RoundKind::kCoding,
                      Filter(1, {{Difficulty::kEasy, 75}, {Difficulty::kHard, 25}}))[0]
                ->difficulty];
  }
  EXPECT_EQ(drawn[Difficulty::kMedium], 0);
  EXPECT_NEAR(drawn[Difficulty::kEasy], 300, 45);
}

TEST(QuestionPicker, PrefersATopicNotTakenYet) {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    QuestionPicker picker(SmallBank(), {}, seed);
    std::set<std::string> topics;
    for (const QuestionPtr& q : picker.Pick(RoundKind::kConcepts, Filter(8)))
      topics.insert(q->topic);
    EXPECT_EQ(topics.size(), 8u);
  }
}

TEST(QuestionPicker, AvoidsWhatWasUsedRecentlyWhileThereIsSomethingElse) {
  QuestionHistory history;
  history.now = WallTime(std::chrono::days(1000));
  history.last_used["linreg-gradient-descent"] = history.now - std::chrono::days(3);
  history.last_used["kmeans-lloyd"] = history.now - std::chrono::days(20);
  history.last_used["scaled-dot-attention"] = history.now - std::chrono::days(1);
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    QuestionPicker picker(SmallBank(), history, seed);
    EXPECT_EQ(picker.Pick(RoundKind::kMlCoding, Filter(1))[0]->id, "kmeans-lloyd");
    EXPECT_TRUE(picker.notes().empty());
    EXPECT_EQ(picker.Pick(RoundKind::kMlCoding, Filter(1)).size(), 1u);
    ASSERT_EQ(picker.notes().size(), 1u);
    EXPECT_NE(picker.notes()[0].find("used recently"), std::string::npos);
  }
}

TEST(QuestionPicker, RelaxesRatherThanFailsAndSaysWhat) {
  QuestionPicker picker(SmallBank(), {}, 1);
  const auto hard = picker.Pick(RoundKind::kMlCoding, Filter(1, {{Difficulty::kHard, 1}}));
  ASSERT_EQ(hard.size(), 1u);
  EXPECT_NE(picker.notes().back().find("another difficulty"), std::string::npos);
  const auto search = picker.Pick(RoundKind::kSystemDesign, Filter(1, {}, {"search"}));
  ASSERT_EQ(search.size(), 1u);
  EXPECT_NE(picker.notes().back().find("another topic"), std::string::npos);
  QuestionFilter torch = Filter(1);
  torch.libraries = {"torch"};
  ASSERT_EQ(picker.Pick(RoundKind::kMlCoding, torch).size(), 1u);
  EXPECT_NE(picker.notes().back().find("another tier or library"), std::string::npos);
}

TEST(QuestionPicker, ABrokenFilterIsNamed) {
  const Result<QuestionFilter> filter = ParseQuestionFilter(
      *ParseJson(R"({"difficulty": {"brutal": 1, "easy": -2}, "count": 0, "colour": "red"})", "x"),
      "loop.json: select");
  ASSERT_FALSE(filter);
  for (const char* part : {"\"brutal\" is none of easy, medium, hard", "the weight of easy must be",
                           "count: must be from 1 to 50", "colour: unknown key"}) {
    EXPECT_NE(filter.error().message.find(part), std::string::npos) << filter.error().message;
  }
}

}  // namespace
}  // namespace interview::test
