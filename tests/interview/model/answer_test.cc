// Answers survive the way to JSON and back, and broken ones are named.
#include "interview/model/answer.h"

#include <gtest/gtest.h>

namespace interview {
namespace {

Answer FullAnswer() {
  Answer a;
  a.question = "ad-click-prediction";
  a.language = Language::kCpp;
  a.source = "int main() { return 0; }  // é";
  a.tests = {*ParseJson(R"({"args": [[1, 2], 3], "expected": [0, 1]})", "test")};
  a.prose = {{"metrics", "log loss"}, {"data", "clicks"}};
  a.board.nodes = {{"n1", "ranker", "Ranker", "two stages"}, {"n2", "", "my box", ""}};
  a.board.edges = {{"n1", "n2", "scores"}};
  a.estimates = {{"qps", "10e9/30/86400 = 3.9k"}};
  a.messages = {"Which label?", "I assume clicks."};
  a.follow_ups = {{"delay", "wait for it"}};
  a.self_rating = {{"framing", 3.5}};
  return a;
}

TEST(Answer, ComesBackFromJsonAsItWas) {
  const Answer a = FullAnswer();
  const Result<Answer> b = ParseAnswer(*ParseJson(DumpJson(ToJson(a)), "answer"), "answer.json");
  ASSERT_TRUE(b) << b.error().message;
  EXPECT_EQ(b->question, a.question);
  EXPECT_EQ(b->language, a.language);
  EXPECT_EQ(b->source, a.source);
  EXPECT_EQ(b->tests, a.tests);
  EXPECT_EQ(b->prose, a.prose);
  EXPECT_EQ(b->board, a.board);
  EXPECT_EQ(b->estimates, a.estimates);
  EXPECT_EQ(b->messages, a.messages);
  EXPECT_EQ(b->follow_ups, a.follow_ups);
  EXPECT_EQ(b->self_rating, a.self_rating);
}

TEST(Answer, OnlyTheQuestionIsNeeded) {
  const Result<Answer> a = ParseAnswer(*ParseJson(R"({"question": "x"})", "x"), "x.json");
  ASSERT_TRUE(a);
  EXPECT_TRUE(a->source.empty());
  EXPECT_TRUE(a->board.empty());
  EXPECT_EQ(DumpJson(ToJson(*a)), R"({"question":"x"})");
}

TEST(Answer, ProseIsJoinedInTheOrderOfItsParts) {
  Answer a = FullAnswer();
  a.prose["empty"] = "";
  EXPECT_EQ(a.AllProse(), "clicks\n\nlog loss");
}

TEST(Answer, EveryFaultIsNamedByFileAndField) {
  const Result<Answer> a =
      ParseAnswer(*ParseJson(R"({"language": "cobol", "prose": {"plan": [1]}, "colour": 1,
    "self_rating": {"framing": 7}})",
                             "x"),
                  "mine.json");
  ASSERT_FALSE(a);
  for (const char* part :
       {"mine.json: question: missing", "\"cobol\" is not python", "\"plan\" is array",
        "mine.json: colour: unknown key", "\"framing\" must be a number from 1 to 4"}) {
    EXPECT_NE(a.error().message.find(part), std::string::npos) << a.error().message;
  }
}

}  // namespace
}  // namespace interview
