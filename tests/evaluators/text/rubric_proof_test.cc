#include "evaluators/text/rubric_proof.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace evaluators {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

interview::Question Sample() {
  interview::Question question;
  question.kind = interview::RoundKind::kConcepts;
  question.spec = interview::ConceptSpec{};
  interview::RubricPoint point;
  point.id = "leak";
  point.text = "leakage";
  point.any = {"leaks"};
  question.rubric = {{"answer", {point}}};
  interview::Misconception fault;
  fault.id = "luck";
  fault.penalty = 0.5;
  fault.any = {"luck"};
  question.misconceptions = {fault};
  question.model_answer = "The label leaks into the features.";
  question.rubric_examples = {{"It leaks.", 0.9, 1, {}}, {"It was luck.", 0, 0.5, {"luck"}}};
  return question;
}

std::vector<std::string> Prove(const interview::Question& question) {
  return ProveRubric(question, Lexicon());
}

TEST(RubricProofTest, AProvenRubricIsSilent) { EXPECT_THAT(Prove(Sample()), IsEmpty()); }

TEST(RubricProofTest, ALeftBandNamesExampleScoreBandAndPoints) {
  interview::Question question = Sample();
  question.rubric_examples[0].answer =
      "The model saw tomorrow's data and so it only seems to be good.";
  EXPECT_THAT(Prove(question),
              ElementsAre(AllOf(HasSubstr("The model saw"), HasSubstr("0.00"),
                                HasSubstr("0.90-1.00"), HasSubstr("missing leak"))));
}

TEST(RubricProofTest, AMissingFlagIsNamed) {
  interview::Question question = Sample();
  question.rubric_examples[1].answer = "It was chance.";
  EXPECT_THAT(Prove(question), ElementsAre(HasSubstr("\"luck\"")));
}

TEST(RubricProofTest, TheModelAnswerMustBeGood) {
  interview::Question question = Sample();
  question.model_answer = "Nothing is wrong.";
  EXPECT_THAT(Prove(question), ElementsAre(HasSubstr("Nothing is wrong.")));
}

TEST(RubricProofTest, DesignAnswersAreGradedAsWholes) {
  interview::Question question = Sample();
  question.kind = interview::RoundKind::kSystemDesign;
  question.rubric_examples.clear();
  interview::SystemDesignSpec spec;
  interview::Estimate estimate;
  estimate.id = "qps";
  estimate.value = 100;
  spec.estimates = {estimate};
  spec.answers = {{"model.json", R"({"question": "", "prose": {"answer": "It leaks."}})"},
                  {"buzzword.json", R"({"question": "", "prose": {"answer": "Cloud."}})"}};
  question.spec = spec;
  const std::vector<std::string> messages = Prove(question);
  ASSERT_EQ(messages.size(), 1u);
  EXPECT_THAT(messages[0],
              AllOf(HasSubstr("model.json"), HasSubstr("0.50"), HasSubstr("missing qps")));
}

}  // namespace
}  // namespace evaluators
