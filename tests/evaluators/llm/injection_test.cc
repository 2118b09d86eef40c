// Answers that speak to the grader, against models that do what they say: nothing happens, the
// local score stays, and the model's own is marked as unsupported. And the counterpart: ordinary
// answers are not marked.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "evaluators/llm/feedback.h"
#include "interview/base/files.h"
#include "tests/evaluators/llm/llm_server.h"

namespace evaluators {
namespace {

using interview::Feedback;
using interview::Json;
using interview::Question;
using interview::Result;
using testing::HasSubstr;

Json Injections() {
  const std::string file = ONSITE_SOURCE_DIR "/tests/evaluators/llm/injections.json";
  return *interview::ParseJson(*interview::ReadFile(file), file);
}

// A weak answer of four points, none of which was found locally.
FeedbackRequest About(const std::string& text, double local_score = 0.1) {
  Question question;
  question.id = "why-regularise";
  question.kind = interview::RoundKind::kConcepts;
  question.title = "Why regularise?";
  question.statement = "Explain what weight decay does to a linear model.";
  interview::Answer answer;
  answer.prose["answer"] = text;
  FeedbackRequest request;
  request.about = {question.id};
  request.local_score = local_score;
  request.answers.push_back({std::make_shared<Question>(question),
                             answer,
                             {{"shrinks weights", 1, local_score},
                              {"trades bias for variance", 1, local_score},
                              {"is a Gaussian prior", 1, local_score},
                              {"needs scaled features", 1, local_score}},
                             ""});
  return request;
}

class InjectionTest : public testing::Test {
 protected:
  Result<Feedback> Ask(const std::string& behaviour, const std::string& text,
                       double local_score = 0.1) {
    ++asked_;
    return AskForFeedback(server_.Endpoint(behaviour), About(text, local_score), {}, {});
  }
  LlmServer server_;
  int asked_ = 0;
};

TEST_F(InjectionTest, AModelThatObeysIsNotBelieved) {
  int plain = 0;
  for (const Json& injection : Injections()) {
    if (injection["hidden"]) continue;
    ++plain;
    const Result<Feedback> feedback = Ask("obey", injection["text"]);
    ASSERT_TRUE(feedback) << injection["name"] << feedback.error().message;
    ASSERT_TRUE(feedback->second_score) << injection["name"];
    EXPECT_EQ(feedback->second_score->score, 1) << "the server obeys";
    EXPECT_EQ(feedback->second_score->local_score, 0.1) << injection["name"];
    EXPECT_THAT(feedback->second_score->unsupported, HasSubstr("speaks to whoever grades it"))
        << injection["name"];
  }
  EXPECT_GE(plain, 20);
  EXPECT_EQ(server_.Count("/obey/v1/chat/completions"), asked_) << "nothing else was sent";
}

// What the open rule does not see, the evidence has to tell.
TEST_F(InjectionTest, AnInstructionInDisguiseDoesNotCarryAScore) {
  int hidden = 0;
  for (const Json& injection : Injections()) {
    if (!injection["hidden"]) continue;
    ++hidden;
    const Result<Feedback> feedback = Ask("flatter", injection["text"]);
    ASSERT_TRUE(feedback) << injection["name"] << feedback.error().message;
    ASSERT_TRUE(feedback->second_score) << injection["name"];
    EXPECT_EQ(feedback->second_score->local_score, 0.1) << injection["name"];
    EXPECT_NE(feedback->second_score->unsupported, "") << injection["name"];
  }
  EXPECT_GE(hidden, 6);
}

TEST_F(InjectionTest, OrdinaryAnswersAreBelieved) {
  for (const char* text :
       {"Weight decay pulls every weight towards zero, so large weights cost more than they earn.",
        "It trades a little bias for less variance; with scaled features the penalty is fair.",
        "An L2 penalty is a Gaussian prior: the score of a weight falls with its square.",
        "I would grade models by validation loss and give the highest score to the simplest.",
        "Ignoring the penalty on the bias is usual. I follow the instructions of the paper.",
        "A judge model rates each answer from 1 to 10; its prompt holds the rubric.",
        "def decay(w, rate):\n    # assign the shrunk weight and return it\n    return w * (1 - "
        "rate)",
        "Give me a minute: shrink, trade bias for variance, scale the features first.",
        "The system prompt is part of the input, so I would regularise the soft prompt as well.",
        "Full credit goes to the ridge paper; my summary: smaller weights, smoother functions."}) {
    const Result<Feedback> feedback = Ask("feedback-60", text, 0.5);
    ASSERT_TRUE(feedback) << feedback.error().message;
    ASSERT_TRUE(feedback->second_score);
    EXPECT_EQ(feedback->second_score->unsupported, "") << text;
  }
}

}  // namespace
}  // namespace evaluators
