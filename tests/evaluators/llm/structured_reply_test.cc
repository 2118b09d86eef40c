// JSON from models that support schemas, refuse them, ignore them or decorate them.
#include "evaluators/llm/structured_reply.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/evaluators/llm/llm_server.h"

namespace evaluators {
namespace {

using interview::Json;
using interview::Result;
using testing::HasSubstr;

Json Schema() {
  return *interview::ParseJson(R"({"type": "object", "required": ["verdict", "points"],
    "properties": {
      "verdict": {"type": "string", "enum": ["good", "bad"]},
      "points": {"type": "array", "items": {"type": "object", "required": ["quote"],
                                            "properties": {"quote": {"type": "string"}}}}}})",
                               "schema");
}

class StructuredReplyTest : public testing::TestWithParam<LlmApi> {
 protected:
  Result<StructuredReply> Ask(const std::string& behaviour) {
    const ChatRequest request = {
        .system = "Judge.", .messages = {{ChatMessage::Role::kUser, "x"}}, .schema = Schema()};
    return AskForJson(server_.Endpoint(behaviour, GetParam()), request, {});
  }
  LlmServer server_;
};

INSTANTIATE_TEST_SUITE_P(Apis, StructuredReplyTest,
                         testing::Values(LlmApi::kOpenAi, LlmApi::kAnthropic));

TEST_P(StructuredReplyTest, ASchemaIsSentIgnoredOrRefused) {
  for (const char* behaviour : {"schema", "refuses-schema", "fenced"}) {
    const Result<StructuredReply> reply = Ask(behaviour);
    ASSERT_TRUE(reply) << behaviour << reply.error().message;
    EXPECT_EQ(reply->json["points"][0]["quote"], "a } b") << behaviour;
    EXPECT_FALSE(reply->repaired) << behaviour;
  }
}

TEST_P(StructuredReplyTest, AMisfitIsRepairedOnce) {
  const Result<StructuredReply> reply = Ask("repair");
  ASSERT_TRUE(reply) << reply.error().message;
  EXPECT_TRUE(reply->repaired);
  EXPECT_EQ(reply->json["verdict"], "good");
  EXPECT_EQ(reply->reply.completion_tokens, 90);
}

TEST_P(StructuredReplyTest, ProseTwiceIsAnError) {
  const Result<StructuredReply> reply = Ask("prose");
  ASSERT_FALSE(reply);
  EXPECT_THAT(reply.error().message, HasSubstr("did not reply in the form asked for, twice"));
}

TEST(FindJsonObjectTest, LooksPastProseFencesAndBraces) {
  for (const char* text : {R"({"a": 1})", "```json\n{\"a\": 1}\n```",
                           "Sure {of it}! {\"a\": 1} Bye }", "a { b {\"a\": 1}"}) {
    const std::optional<Json> json = FindJsonObject(text);
    ASSERT_TRUE(json) << text;
    EXPECT_EQ((*json)["a"], 1) << text;
  }
  EXPECT_EQ(FindJsonObject(R"(x {"s": "} \" {", "t": {}} y)")->dump(), R"({"s":"} \" {","t":{}})");
  for (const char* text : {"", "[1]", "{", "{\"a\": }", "no"}) EXPECT_FALSE(FindJsonObject(text));
  EXPECT_FALSE(FindJsonObject(std::string(1 << 20, '{')));
}

TEST(MisfitTest, NamesThePlace) {
  const auto misfit = [](const char* text) {
    return Misfit(*interview::ParseJson(text, "reply"), Schema());
  };
  EXPECT_EQ(misfit(R"({"verdict": "good", "points": [], "more": 1})"), "");
  EXPECT_EQ(misfit("[]"), "the reply: must be of type object");
  EXPECT_EQ(misfit(R"({"verdict": "good"})"), "the reply: lacks \"points\"");
  EXPECT_EQ(misfit(R"({"verdict": "so", "points": []})"),
            "verdict: must be one of [\"good\",\"bad\"]");
  EXPECT_EQ(misfit(R"({"verdict": "good", "points": [{"quote": "a"}, {"quote": 1}]})"),
            "points[1].quote: must be of type string");
}

}  // namespace
}  // namespace evaluators
