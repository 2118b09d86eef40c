#include "evaluators/text/model_answer.h"

#include <gtest/gtest.h>

namespace evaluators {
namespace {

class ModelAnswerTest : public testing::Test {
 protected:
  ModelAnswerTest() {
    lexicon_.AddGroup({"sgd", "stochastic gradient descent"});
    lexicon_.AddGroup({"fast", "quick"});
    for (const char* word : {"thing", "way", "good", "really"}) lexicon_.AddCommonWord(word);
  }

  ModelOverlap Compare(std::string_view model, std::string_view text,
                       std::string_view asked = "") const {
    const QuestionWords question(asked);
    const GraderOptions options;
    AnswerText answer(text, question, lexicon_, options);
    return ModelAnswer(model, question, lexicon_, options).Compare(&answer);
  }

  Lexicon lexicon_;
};

TEST_F(ModelAnswerTest, TheModelAnswerItselfCoversAll) {
  const char* model = "The gradient is averaged over a small batch of examples.";
  const ModelOverlap overlap = Compare(model, model);
  EXPECT_DOUBLE_EQ(overlap.coverage, 1);
  EXPECT_DOUBLE_EQ(overlap.completeness, 1);
  EXPECT_DOUBLE_EQ(overlap.score, 1);
  EXPECT_EQ(Compare(model, "").score, 0);
  EXPECT_EQ(Compare("", model).score, 0);
}

TEST_F(ModelAnswerTest, SynonymsAbbreviationsAndSlipsCount) {
  EXPECT_DOUBLE_EQ(Compare("quick convergence", "It has fast convergense.").coverage, 1);
  EXPECT_DOUBLE_EQ(Compare("stochastic gradient descent", "We run SGD.").coverage, 1);
  EXPECT_DOUBLE_EQ(Compare("SGD", "stochastic gradient descent").coverage, 1);
}

TEST_F(ModelAnswerTest, WordsOfTheQuestionAndEverydayWordsCountLess) {
  const char* model = "dropout prevents overfitting";
  const double asked = Compare(model, "dropout it is", "What is dropout?").coverage;
  EXPECT_LT(asked, Compare(model, "dropout it is").coverage);
  EXPECT_GT(asked, 0);
  EXPECT_LT(Compare("a good kernel", "it is good").coverage,
            Compare("a good kernel", "a kernel").coverage);
}

TEST_F(ModelAnswerTest, DeniedAndRepeatedWordsDoNotCount) {
  const char* model = "The layers learn slowly.";
  EXPECT_EQ(Compare(model, "It does not learn.").coverage, 0);
  const ModelOverlap once = Compare(model, "layers");
  const ModelOverlap often = Compare(model, "layers layers layers layers");
  EXPECT_DOUBLE_EQ(once.coverage, often.coverage);
  EXPECT_DOUBLE_EQ(once.completeness, often.completeness);
  EXPECT_DOUBLE_EQ(Compare("It is not sorted.", "not sorted").coverage, 1)
      << "denied on both sides";
}

TEST_F(ModelAnswerTest, EmptyTalkIsNoCompleteAnswer) {
  const char* model = "Weights shrink towards zero.";
  const ModelOverlap talk = Compare(model, "It is really a good thing in a way.");
  EXPECT_EQ(talk.coverage, 0);
  EXPECT_LT(talk.score, 0.35);
}

}  // namespace
}  // namespace evaluators
