// Feedback as transcripts keep it.
#include "interview/model/feedback.h"

#include <gtest/gtest.h>

#include "interview/model/transcript.h"

namespace interview {
namespace {

Feedback Whole() {
  Feedback feedback;
  feedback.about = {"two-sum"};
  feedback.api = "anthropic";
  feedback.host = "localhost:11434";
  feedback.model = "small-7b";
  feedback.parameters = {{"max_tokens", 4096}, {"stream", true}};
  feedback.latency_ms = 2100;
  feedback.first_token_ms = 180;
  feedback.prompt_tokens = 812;
  feedback.completion_tokens = 244;
  feedback.tokens_are_estimated = true;
  feedback.strengths = {{"Names the \"invariant\"", "seen holds every value", ""}};
  feedback.gaps = {{"No bound", "it is fast", "states the cost"}, {"H\xC3\xA4ufig", "x", ""}};
  feedback.better_answer = "seen holds every value before i";
  feedback.practise = "Say the cost of each line aloud.";
  feedback.dropped_claims = 2;
  feedback.second_score = SecondScore{0.75, "The idea is there.", 0.5, "Nothing carries it."};
  return feedback;
}

Result<EventPayload> Read(const std::string& text) {
  return ParseEvent("feedback_arrived", *ParseJson(text, "event"));
}

Feedback BackAgain(const Feedback& feedback) {
  const Result<EventPayload> back = Read(DumpJson(ToJson(feedback)));
  EXPECT_TRUE(back) << back.error().message;
  return back ? std::get<event::FeedbackArrived>(*back).feedback : Feedback{};
}

TEST(Feedback, ComesBackAsItWas) {
  Feedback feedback = Whole();
  EXPECT_EQ(BackAgain(feedback), feedback);
  feedback.about = {.question = "", .round = 3};
  feedback.second_score = SecondScore{0, "", std::nullopt, ""};
  EXPECT_EQ(BackAgain(feedback), feedback);
  EXPECT_EQ(BackAgain(feedback).about.round, 3);
  feedback.second_score.reset();
  EXPECT_EQ(BackAgain(feedback), feedback);
}

TEST(Feedback, OfAnOlderVersionIsItsText) {
  const Result<EventPayload> old =
      Read(R"({"question": "two-sum", "model": "small-7b", "text": "**Good.**"})");
  ASSERT_TRUE(old) << old.error().message;
  const Feedback& feedback = std::get<event::FeedbackArrived>(*old).feedback;
  EXPECT_EQ(feedback.about, FeedbackTarget{"two-sum"});
  EXPECT_EQ(feedback.model, "small-7b");
  EXPECT_EQ(feedback.text, "**Good.**");
  EXPECT_FALSE(feedback.second_score);
}

TEST(Feedback, ThatIsBrokenNamesTheField) {
  for (const auto& [text, field] : std::vector<std::pair<std::string, std::string>>{
           {R"({"question": "x"})", "model"},
           {R"({"model": "m", "gaps": [{"text": "t"}]})", "gaps: quote"},
           {R"({"model": "m", "second_score": {"score": "high"}})", "second_score: score"}}) {
    const Result<EventPayload> event = Read(text);
    ASSERT_FALSE(event) << text;
    EXPECT_EQ(event.error().code, ErrorCode::kCorrupt);
    EXPECT_NE(event.error().message.find(field) + event.error().detail.find(field),
              2 * std::string::npos)
        << event.error().message << event.error().detail;
  }
}

TEST(Feedback, OfOneQuestionIsTheSameInAnyRound) {
  EXPECT_EQ((FeedbackTarget{"a", 1}), (FeedbackTarget{"a", 2}));
  EXPECT_FALSE((FeedbackTarget{"", 1}) == (FeedbackTarget{"", 2}));
  EXPECT_FALSE((FeedbackTarget{"a", 1}) == (FeedbackTarget{"", 1}));
}

}  // namespace
}  // namespace interview
