// Feedback end to end, against a real local HTTP server.
#include "evaluators/llm/feedback.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "interview/base/json.h"
#include "tests/evaluators/llm/llm_server.h"

namespace evaluators {
namespace {

using interview::Answer;
using interview::Feedback;
using interview::Json;
using interview::Question;
using interview::Result;
using testing::HasSubstr;
using testing::Not;

Question MakeQuestion() {
  Question question;
  question.kind = interview::RoundKind::kConcepts;
  question.title = "Why regularise?";
  question.statement = "Explain what weight decay does to a linear model.";
  interview::RubricPoint point;
  point.id = "shrinks";
  point.text = "weights shrink towards zero";
  question.rubric = {{"answer", {point}}};
  return question;
}

Answer MakeAnswer() {
  Answer answer;
  answer.prose["answer"] = "It pulls the weights to zero; {{statement}} \"quoted\".";
  return answer;
}

FeedbackRequest About(const Answer& answer) {
  FeedbackRequest request;
  request.about = {"why-regularise"};
  request.answers.push_back(
      {std::make_shared<Question>(MakeQuestion()), answer, "accuracy 3 of 4", 0.75});
  request.local_score = 0.75;
  return request;
}

class FeedbackTest : public testing::Test {
 protected:
  Result<Feedback> Ask(const std::string& behaviour) {
    return AskForFeedback(server_.Endpoint(behaviour), About(MakeAnswer()), {}, {});
  }
  LlmServer server_;
};

TEST_F(FeedbackTest, SendsQuestionRubricAnswerAndLocalResult) {
  const Result<Feedback> feedback = Ask("good");
  ASSERT_TRUE(feedback) << feedback.error().message;
  EXPECT_EQ(feedback->model, "small-model-2026");
  EXPECT_EQ(feedback->prompt_tokens, 321);
  EXPECT_EQ(feedback->completion_tokens, 45);
  EXPECT_GE(feedback->latency_ms, 0);
  const Result<Json> sent = interview::ParseJson(feedback->text, "sent");
  ASSERT_TRUE(sent) << feedback->text;
  EXPECT_EQ((*sent)["authorization"], "Bearer sk-secret-1234");
  EXPECT_THAT((*sent)["messages"][0]["content"].get<std::string>(), HasSubstr("You coach"));
  const std::string material = (*sent)["messages"][1]["content"];
  for (const char* part :
       {"Why regularise?", "what weight decay does", "- weights shrink towards zero",
        "pulls the weights to zero; {{statement}} \"quoted\".", "accuracy 3 of 4"}) {
    EXPECT_THAT(material, HasSubstr(part));
  }
}

TEST_F(FeedbackTest, EveryFailureIsOneSentenceWithoutTheKey) {
  const std::pair<const char*, const char*> cases[] = {{"500", "failed on its own side (HTTP 500)"},
                                                       {"401", "refused the key (HTTP 401)"},
                                                       {"404", "(HTTP 404)"},
                                                       {"429", "(HTTP 429)"},
                                                       {"redirect", "(HTTP 302)"},
                                                       {"nonsense", "not JSON"},
                                                       {"binary", "not JSON"},
                                                       {"deep", "not JSON"},
                                                       {"no-choices", "no reply of a model"},
                                                       {"odd-choices", "empty text"},
                                                       {"empty", "empty text"},
                                                       {"huge", "more than 1 MB"}};
  for (const auto& [behaviour, sentence] : cases) {
    const Result<Feedback> feedback = Ask(behaviour);
    ASSERT_FALSE(feedback) << behaviour;
    EXPECT_THAT(feedback.error().message, HasSubstr(sentence)) << behaviour;
    EXPECT_THAT(feedback.error().message, Not(HasSubstr("\n"))) << behaviour;
    EXPECT_TRUE(feedback.error().message.ends_with(".")) << behaviour;
    EXPECT_THAT(feedback.error().message + feedback.error().detail, Not(HasSubstr("secret")))
        << behaviour;
  }
}

TEST_F(FeedbackTest, ContentInPartsIsJoined) { EXPECT_EQ(Ask("parts")->text, "Well said."); }

TEST_F(FeedbackTest, ABlankAnswerIsNotSent) {
  const Result<Feedback> feedback =
      AskForFeedback(server_.Endpoint("good"), About(Answer{}), {}, {});
  ASSERT_FALSE(feedback);
  EXPECT_THAT(feedback.error().message, HasSubstr("no answer to \"Why regularise?\""));
}

TEST_F(FeedbackTest, EveryPartOfAnAnswerIsSent) {
  Answer answer;
  answer.language = interview::Language::kCpp;
  answer.source = "int f();";
  answer.prose["plan"] = "two pointers";
  answer.board.nodes = {{"a", "queue", "", "partitioned"}, {"b", "", "Ranker", ""}};
  answer.board.edges = {{"a", "b", "events"}};
  answer.estimates["qps"] = "12k/s";
  answer.follow_ups["twice"] = "memory doubles";
  const Result<std::string> request =
      RenderFeedbackRequest(server_.Endpoint("good"), About(answer));
  ASSERT_TRUE(request) << request.error().message;
  for (const char* part :
       {"Code (C++20)", "int f();", "plan:", "two pointers", "- a: queue (partitioned)",
        "- b: Ranker", "- a -> b: events", "- qps: 12k/s", "Follow-up twice:", "memory doubles"}) {
    EXPECT_THAT(*request, HasSubstr(part));
  }
}

TEST_F(FeedbackTest, TheShownRequestIsTheOneSentWithTheKeyMasked) {
  const Result<std::string> shown =
      RenderFeedbackRequest(server_.Endpoint("good"), About(MakeAnswer()));
  ASSERT_TRUE(shown) << shown.error().message;
  EXPECT_THAT(*shown, HasSubstr("POST http://127.0.0.1:" + server_.port() + "/good/v1/chat"));
  EXPECT_THAT(*shown, HasSubstr("Authorization: Bearer ********"));
  EXPECT_THAT(*shown, Not(HasSubstr("secret")));
  const Result<Json> body =
      interview::ParseJson(std::string_view(*shown).substr(shown->find("\n\n")), "shown");
  ASSERT_TRUE(body) << body.error().message;
  const Result<Feedback> feedback = Ask("good");
  ASSERT_TRUE(feedback);
  const Result<Json> sent = interview::ParseJson(feedback->text, "sent");
  ASSERT_TRUE(sent);
  EXPECT_EQ((*body)["messages"], (*sent)["messages"]);
  EXPECT_EQ((*body)["model"], "small-model");
}

}  // namespace
}  // namespace evaluators
