// The rules over the whole bank.
#include "interview/bank/bank_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "interview/base/files.h"
#include "tests/interview/bank/temp_bank.h"

namespace interview {
namespace {

using support::ReadBytes;
using support::WriteBytes;
using testing::ElementsAre;
using testing::HasSubstr;

class BankRulesTest : public testing::Test {
 protected:
  // The faults of `check`; no other check may complain.
  std::vector<std::string> Faults(const std::string& check) {
    const QuestionBank bank = bank_.Load();
    for (const BankProblem& problem : bank.problems()) ADD_FAILURE() << problem.message;
    std::vector<std::string> messages;
    for (const BankProblem& problem : CheckBankRules(bank)) {
      EXPECT_EQ(problem.check, check) << problem.message;
      messages.push_back(problem.message);
    }
    return messages;
  }
  TempBank bank_;
};

TEST(DifficultyMixTest, IsTheLargestRemainderSplit) {
  const auto mix = [](int total) { return DifficultyMix(total); };
  EXPECT_THAT(mix(6), ElementsAre(2, 3, 1));
  EXPECT_THAT(mix(60), ElementsAre(20, 31, 9));
  EXPECT_THAT(mix(105), ElementsAre(35, 55, 15));
  EXPECT_THAT(mix(150), ElementsAre(50, 79, 21));
  EXPECT_THAT(mix(0), ElementsAre(0, 0, 0));
  for (int total = 0; total < 300; ++total) {
    const auto [easy, medium, hard] = DifficultyMix(total);
    EXPECT_EQ(easy + medium + hard, total);
    EXPECT_LT(std::abs(easy - total * 35.0 / 105), 1);
    EXPECT_LT(std::abs(medium - total * 55.0 / 105), 1);
    EXPECT_LT(std::abs(hard - total * 15.0 / 105), 1);
  }
}

TEST_F(BankRulesTest, TheShippedBankKeepsThemAll) { EXPECT_THAT(Faults("none"), ElementsAre()); }

TEST_F(BankRulesTest, ATopicMustBeListed) {
  bank_.Edit("coding/pair-with-target/question.json", [](Json& q) { q["pattern"] = "magic"; });
  EXPECT_THAT(Faults("lists"),
              ElementsAre(HasSubstr("pattern \"magic\" is not in rubrics/bank.json")));
}

TEST_F(BankRulesTest, AFamilyMustBeListed) {
  bank_.Edit("system_design/feed-ranking/case.json", [](Json& q) { q["family"] = "magic"; });
  EXPECT_THAT(Faults("lists"), ElementsAre(HasSubstr("family \"magic\"")));
}

TEST_F(BankRulesTest, TheMixOfTheCoreSetIsKept) {
  const auto edit_all = [&](const char* field, const char* value) {
    for (const auto& question : ListFolder(bank_ / "coding")) {
      bank_.Edit("coding/" + question.filename().string() + "/question.json",
                 [&](Json& q) { q[field] = value; });
    }
  };
  edit_all("difficulty", "hard");
  EXPECT_THAT(Faults("mix"), ElementsAre(HasSubstr("35:55:15 asks for 20/31/9 at most")));
  edit_all("tier", "extended");
  EXPECT_THAT(Faults("mix"), ElementsAre());
}

TEST_F(BankRulesTest, NoStatementSharesEightWordsWithAnother) {
  const auto one = bank_ / "coding/pair-with-target/statement.md";
  const auto other = bank_ / "coding/rotate-array-right/statement.md";
  WriteBytes(one, ReadBytes(one) + "\nSeven little words are shared by these, apples.\n");
  WriteBytes(other, ReadBytes(other) + "\nSEVEN little words are shared by these: pears.\n");
  EXPECT_THAT(Faults("none"), ElementsAre());
  WriteBytes(other, ReadBytes(other) + "\nseven LITTLE words, are shared by these apples\n");
  EXPECT_THAT(Faults("similarity"),
              ElementsAre(testing::AllOf(HasSubstr("pair-with-target"), HasSubstr("reword it"))));
}

TEST_F(BankRulesTest, NoBrandStandsInAStatementOrTitle) {
  const auto statement = bank_ / "coding/pair-with-target/statement.md";
  WriteBytes(statement, ReadBytes(statement) + "\nSuch as Netflix does.\n");
  EXPECT_THAT(Faults("plain words"), ElementsAre(HasSubstr("names \"netflix\"")));
}

TEST_F(BankRulesTest, EveryMisconceptionHasAnExampleThatRaisesIt) {
  bank_.Edit("concepts/evaluation/roc-vs-pr.json", [](Json& q) {
    for (Json& example : q["rubric_examples"]) example.erase("flags");
  });
  const std::vector<std::string> faults = Faults("rubric_examples");
  EXPECT_FALSE(faults.empty());
  EXPECT_THAT(faults, testing::Each(HasSubstr("no rubric example raises")));
}

TEST_F(BankRulesTest, ARubricHasAnExampleForEachKindAndMisconception) {
  bank_.Edit("concepts/evaluation/roc-vs-pr.json", [](Json& q) {
    ASSERT_EQ(q["misconceptions"].size(), 3);
    q["rubric_examples"].erase(0);
    ASSERT_EQ(q["rubric_examples"].size(), 7);
  });
  EXPECT_THAT(Faults("rubric_examples"),
              ElementsAre(testing::AllOf(HasSubstr("roc-vs-pr"), HasSubstr("8, has 7"))));
}

TEST_F(BankRulesTest, ARubricWithoutMisconceptionsHasSixExamplesToo) {
  const auto keep = [this](std::size_t examples) {
    bank_.Edit("coding/pair-with-target/question.json", [examples](Json& q) {
      q.erase("misconceptions");
      for (Json& example : q["rubric_examples"]) example.erase("flags");
      while (q["rubric_examples"].size() > examples)
        q["rubric_examples"].erase(q["rubric_examples"].size() - 1);
      ASSERT_EQ(q["rubric_examples"].size(), examples);
    });
  };
  keep(6);
  EXPECT_THAT(Faults("none"), ElementsAre());
  keep(5);
  EXPECT_THAT(Faults("rubric_examples"),
              ElementsAre(testing::AllOf(HasSubstr("pair-with-target"),
                                         HasSubstr("at least six in all: 6, has 5"))));
}

TEST_F(BankRulesTest, AConceptHasFourToSevenPoints) {
  bank_.Edit("concepts/evaluation/roc-vs-pr.json", [](Json& q) {
    while (q["key_points"].size() > 3) q["key_points"].erase(q["key_points"].size() - 1);
    for (Json& follow_up : q["follow_ups"]) follow_up.erase("when_missing");
    q.erase("pushback");
  });
  EXPECT_THAT(Faults("points"), ElementsAre(HasSubstr("key_points: needs 4 to 7, has 3")));
}

TEST_F(BankRulesTest, AProbeNamesPointsThatExist) {
  bank_.Edit("concepts/evaluation/roc-vs-pr.json",
             [](Json& q) { q["follow_ups"][0]["when_missing"] = {"forgotten"}; });
  EXPECT_THAT(Faults("references"), ElementsAre(HasSubstr("when_missing names \"forgotten\"")));
}

}  // namespace
}  // namespace interview
