// The wire format, without a network.
#include "evaluators/llm/provider_openai.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace evaluators {
namespace {

using interview::ErrorCode;
using interview::Result;
using testing::HasSubstr;
using testing::Not;

const LlmEndpoint kEndpoint = {
    .url = "http://localhost:11434/v1/chat/completions", .model = "small", .key = "sk-secret"};

interview::Error ErrorOf(int status, const std::string& body) {
  const Result<ChatReply> reply = ReadOpenAiReply({status, body}, kEndpoint);
  EXPECT_FALSE(reply) << status << " " << body;
  return reply ? interview::Error{} : reply.error();
}

TEST(ProviderOpenAiTest, RequestHasModelAndTwoMessages) {
  EXPECT_EQ(interview::DumpJson(ToOpenAiJson({"m", "be brief", "hello \"you\""})),
            R"({"model":"m","messages":[{"role":"system","content":"be brief"},)"
            R"({"role":"user","content":"hello \"you\""}],"stream":false})");
}

TEST(ProviderOpenAiTest, ReadsTextModelAndTokens) {
  const Result<ChatReply> reply = ReadOpenAiReply(
      {200, R"({"model":"small-7b","choices":[{"message":{"content":"\n Good. \n"}}],
               "usage":{"prompt_tokens":12,"completion_tokens":3}})"},
      kEndpoint);
  ASSERT_TRUE(reply) << reply.error().message;
  EXPECT_EQ(reply->text, "Good.");
  EXPECT_EQ(reply->model, "small-7b");
  EXPECT_EQ(reply->prompt_tokens, 12);
  EXPECT_EQ(reply->completion_tokens, 3);
}

TEST(ProviderOpenAiTest, UsageMayBeAbsentOrAbsurd) {
  for (const char* usage :
       {"", R"(,"usage":null)", R"(,"usage":{"prompt_tokens":-5,"completion_tokens":"many"})"}) {
    const Result<ChatReply> reply = ReadOpenAiReply(
        {200, R"({"choices":[{"message":{"content":"x"}}])" + std::string(usage) + "}"}, kEndpoint);
    ASSERT_TRUE(reply) << usage;
    EXPECT_EQ(reply->prompt_tokens, 0);
    EXPECT_EQ(reply->completion_tokens, 0);
  }
}

TEST(ProviderOpenAiTest, EachRefusalHasItsSentence) {
  EXPECT_THAT(ErrorOf(401, "").message, HasSubstr("refused the key (HTTP 401)"));
  EXPECT_THAT(ErrorOf(403, "").message, HasSubstr("ONSITE_LLM_API_KEY"));
  EXPECT_THAT(ErrorOf(404, "").message, HasSubstr("no model \"small\" (HTTP 404)"));
  EXPECT_THAT(ErrorOf(429, "").message, HasSubstr("wait a minute"));
  EXPECT_THAT(ErrorOf(400, "").message, HasSubstr("refused the request (HTTP 400)"));
  EXPECT_THAT(ErrorOf(302, "").message, HasSubstr("another address (HTTP 302)"));
  EXPECT_THAT(ErrorOf(500, "").message, HasSubstr("own side (HTTP 500); try again later"));
  EXPECT_EQ(ErrorOf(503, "").code, ErrorCode::kOffline);
}

TEST(ProviderOpenAiTest, NonsenseHasItsSentence) {
  EXPECT_THAT(ErrorOf(200, "<html>").message, HasSubstr("not JSON"));
  EXPECT_THAT(ErrorOf(200, "").message, HasSubstr("not JSON"));
  EXPECT_THAT(ErrorOf(200, std::string(100000, '[')).message, HasSubstr("not JSON"));
  EXPECT_THAT(ErrorOf(200, "[]").message, HasSubstr("without \"choices\""));
  EXPECT_THAT(ErrorOf(200, R"({"choices":[]})").message, HasSubstr("without \"choices\""));
  EXPECT_THAT(ErrorOf(200, R"({"choices":"x"})").message, HasSubstr("without \"choices\""));
  for (const char* body : {R"({"choices":[7]})", R"({"choices":[{"message":{"content":null}}]})",
                           R"({"choices":[{"message":{"content":"  \n"}}]})"}) {
    EXPECT_THAT(ErrorOf(200, body).message, HasSubstr("empty text")) << body;
  }
}

TEST(ProviderOpenAiTest, TheKeyIsCutOutOfEveryDetail) {
  for (const int status : {200, 302, 400, 401, 403, 404, 429, 500}) {
    const interview::Error error = ErrorOf(status, "you sent sk-secret, yes sk-secretsk-secret");
    EXPECT_THAT(error.message + error.detail, Not(HasSubstr("secret"))) << status;
  }
  EXPECT_THAT(ErrorOf(500, "you sent sk-secret").detail, HasSubstr("you sent [key]"));
}

TEST(ProviderOpenAiTest, WithoutAKeyTheRemedyIsToSetOne) {
  LlmEndpoint endpoint = kEndpoint;
  endpoint.key.clear();
  const Result<ChatReply> reply = ReadOpenAiReply({401, ""}, endpoint);
  ASSERT_FALSE(reply);
  EXPECT_THAT(reply.error().message, HasSubstr("asks for a key (HTTP 401); put one into"));
}

}  // namespace
}  // namespace evaluators
