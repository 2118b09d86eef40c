// Spelling over the system's dictionary and our own bank.
#include "app/core/spelling.h"

#include <gtest/gtest.h>

#include <chrono>

#include "interview/bank/question_bank.h"
#include "interview/base/files.h"
#include "tests/support/scoped_env.h"
#include "tests/support/temp_folder.h"

namespace app {
namespace {

std::vector<std::string> Words(const std::string& text) {
  std::vector<std::string> words;
  for (const WordSpan& span : WordsOf(text)) {
    words.push_back(text.substr(span.begin, span.end - span.begin));
  }
  return words;
}

class Spelling : public testing::Test {
 protected:
  void SetUp() override {
    if (!FindDictionary()) GTEST_SKIP() << kNoDictionary;
    paths_ = *FindAppPaths();
    paths_.data = folder_.path();
    const auto bank = interview::QuestionBank::Load(paths_.rubrics);
    ASSERT_TRUE(bank);
    questions_ = bank->questions();
    checker_ = *SpellChecker::Load(paths_, questions_);
  }
  support::TempFolder folder_;
  AppPaths paths_;
  std::vector<interview::QuestionPtr> questions_;
  std::shared_ptr<SpellChecker> checker_;
};

TEST(SpellingWords, AreRunsOfLettersWithApostrophesInside) {
  EXPECT_EQ(Words("Don't stop 'now', it’s fine"),
            (std::vector<std::string>{"Don't", "stop", "now", "it’s", "fine"}));
  EXPECT_EQ(Words("a_b x2 2nd O(n) naïve—really…yes"),
            (std::vector<std::string>{"O", "n", "naïve", "really", "yes"}));
  EXPECT_TRUE(Words("123 --- !?").empty());
}

TEST_F(Spelling, KnowsEnglishAndFindsWhatIsNone) {
  for (const char* word : {"The", "gradient", "vanishes", "don't", "it’s", "wouldn't"}) {
    EXPECT_TRUE(checker_->Knows(word)) << word;
  }
  for (const char* word : {"teh", "gradeint", "recieve", "dont", "Teh"}) {
    EXPECT_FALSE(checker_->Knows(word)) << word;
  }
}

TEST_F(Spelling, TakesTheFieldsWordsFromTheBank) {
  for (const char* word : {"softmax", "Softmax", "backprop", "logits", "embeddings", "recsys",
                           "quantile", "hyperparameters", "memoization", "sharding"}) {
    EXPECT_TRUE(checker_->Knows(word)) << word;
  }
}

TEST_F(Spelling, LeavesInitialsIdentifiersAndSingleLettersAlone) {
  for (const char* word : {"AUC", "NDCG", "PyTorch", "kMeans", "x"}) {
    EXPECT_TRUE(checker_->Knows(word)) << word;
  }
}

TEST_F(Spelling, LearnsAWordForGood) {
  EXPECT_FALSE(checker_->Knows("flurbish"));
  ASSERT_TRUE(checker_->Learn("Flurbish"));
  EXPECT_TRUE(checker_->Knows("flurbish"));
  EXPECT_EQ(*interview::ReadFile(folder_.path() / "words.txt"), "flurbish\n");
  const auto again = *SpellChecker::Load(paths_, questions_);
  EXPECT_TRUE(again->Knows("Flurbish"));
}

TEST_F(Spelling, SuggestsWhatWasMeant) {
  const auto words = SuggestSpellings("recieve");
  ASSERT_TRUE(words);
  ASSERT_FALSE(words->empty());
  EXPECT_EQ(words->front(), "receive");
  EXPECT_LE(words->size(), 6u);
}

TEST_F(Spelling, AnswersFromMemoryInMicroseconds) {
  EXPECT_FALSE(checker_->Remembers("gradeint"));
  checker_->Knows("gradeint");
  EXPECT_TRUE(checker_->Remembers("gradeint"));
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < 10'000; ++i) checker_->Knows("gradeint");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(50));
}

TEST(SpellingDictionary, IsLookedForWhereTheUserSays) {
  support::TempFolder folder;
  const support::ScopedEnv path("DICPATH", folder.path().c_str());
  const support::ScopedEnv language("LC_ALL", "en_ZZ.UTF-8");
  ASSERT_TRUE(interview::WriteFileAtomically(folder.path() / "en_ZZ.aff", "SET UTF-8\n"));
  ASSERT_TRUE(interview::WriteFileAtomically(folder.path() / "en_ZZ.dic", "1\nflurb\n"));
  const auto found = FindDictionary();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->language, "en_ZZ");
  EXPECT_EQ(*SuggestSpellings("flurp"), std::vector<std::string>{"flurb"});
}

}  // namespace
}  // namespace app
