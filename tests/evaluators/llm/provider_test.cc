// The two wire formats, without a network.
#include "evaluators/llm/provider.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace evaluators {
namespace {

using interview::Json;
using testing::HasSubstr;
using testing::Not;

LlmEndpoint At(const std::string& url, LlmApi api) {
  LlmEndpoint endpoint{.url = url, .model = "m", .key = "sk-secret", .api = api};
  endpoint.organisation = "org-1";
  endpoint.headers = {{"X-Title", "Onsite"}, {"X-Api-Token", "hidden"}};
  return endpoint;
}

const ChatRequest kRequest = {.system = "be brief",
                              .messages = {{ChatMessage::Role::kUser, "hello \"you\""},
                                           {ChatMessage::Role::kAssistant, "hi"},
                                           {ChatMessage::Role::kUser, "go on"}},
                              .schema = {{"type", "object"}}};

TEST(ProviderTest, AddressesAreCompleted) {
  const auto address = [](const char* url, LlmApi api) {
    return ProviderOf(api).Ask(At(url, api), kRequest, Delivery::kWhole).url;
  };
  for (const char* url : {"http://h:1", "http://h:1/", "http://h:1/v1", "http://h:1/v1/",
                          "http://h:1/v1/chat/completions"}) {
    EXPECT_EQ(address(url, LlmApi::kOpenAi), "http://h:1/v1/chat/completions") << url;
  }
  EXPECT_EQ(address("https://h/api/v1", LlmApi::kOpenAi), "https://h/api/v1/chat/completions");
  EXPECT_EQ(address("https://h/v1beta/openai", LlmApi::kOpenAi),
            "https://h/v1beta/openai/chat/completions");
  EXPECT_EQ(address("https://h/x?api-version=2", LlmApi::kOpenAi),
            "https://h/x/chat/completions?api-version=2");
  for (const char* url : {"http://h:1", "http://h:1/v1", "http://h:1/v1/messages"}) {
    EXPECT_EQ(address(url, LlmApi::kAnthropic), "http://h:1/v1/messages") << url;
  }
  EXPECT_EQ(address("https://h/anthropic", LlmApi::kAnthropic), "https://h/anthropic/v1/messages");
  for (const char* url : {"http://h/v1", "http://h/v1/chat/completions", "http://h/v1/messages"}) {
    const LlmApi api =
        std::string_view(url).ends_with("messages") ? LlmApi::kAnthropic : LlmApi::kOpenAi;
    EXPECT_EQ(ProviderOf(api).AskForModels(At(url, api)).url, "http://h/v1/models");
  }
}

TEST(ProviderTest, TheBodiesAreThoseOfTheFormats) {
  const auto body = [](LlmApi api, Delivery delivery) {
    return ProviderOf(api).Ask(At("http://h", api), kRequest, delivery).body;
  };
  EXPECT_EQ(body(LlmApi::kOpenAi, Delivery::kStream),
            R"({"model":"m","messages":[{"role":"system","content":"be brief"},)"
            R"({"role":"user","content":"hello \"you\""},{"role":"assistant","content":"hi"},)"
            R"({"role":"user","content":"go on"}],"stream":true,)"
            R"("stream_options":{"include_usage":true},"response_format":{"type":"json_schema",)"
            R"("json_schema":{"name":"reply","strict":true,"schema":{"type":"object"}}}})");
  EXPECT_EQ(body(LlmApi::kAnthropic, Delivery::kWhole),
            R"({"model":"m","max_tokens":4096,"system":"be brief","messages":[)"
            R"({"role":"user","content":"hello \"you\""},{"role":"assistant","content":"hi"},)"
            R"({"role":"user","content":"go on"}],"stream":false,)"
            R"("output_config":{"format":{"type":"json_schema","schema":{"type":"object"}}}})");
}

TEST(ProviderTest, TheShownRequestHasEverythingButWhatOpensDoors) {
  for (const LlmApi api : {LlmApi::kOpenAi, LlmApi::kAnthropic}) {
    const LlmEndpoint endpoint = At("http://h", api);
    const std::string shown =
        Render(ProviderOf(api).Ask(endpoint, kRequest, Delivery::kWhole), endpoint);
    for (const char* part : {"POST http://h/v1/", "X-Title: Onsite", "X-Api-Token: ********",
                             "Content-Type: application/json", "hello \\\"you\\\""}) {
      EXPECT_THAT(shown, HasSubstr(part));
    }
    EXPECT_THAT(shown, HasSubstr(api == LlmApi::kOpenAi ? "Authorization: Bearer ********"
                                                        : "x-api-key: ********"));
    EXPECT_THAT(shown, Not(HasSubstr("sk-secret")));
    EXPECT_THAT(shown, Not(HasSubstr("hidden")));
  }
}

TEST(ProviderTest, NumbersMayBeAbsentOrAbsurd) {
  for (const char* usage :
       {"", R"(,"usage":null)", R"(,"usage":{"prompt_tokens":"many","completion_tokens":-5})"}) {
    ChatReply reply;
    const std::string text =
        R"({"choices":[{"message":{"content":"x"}}])" + std::string(usage) + "}";
    ASSERT_TRUE(OpenAiProvider().ReadWhole(*interview::ParseJson(text, "reply"), &reply)) << usage;
    EXPECT_EQ(reply.prompt_tokens, 0);
    EXPECT_EQ(reply.completion_tokens, 0);
  }
}

TEST(ProviderTest, ALimitOfLengthIsSeen) {
  ChatReply open, messages;
  OpenAiProvider().ReadEvent(R"({"choices":[{"delta":{},"finish_reason":"length"}]})", &open);
  AnthropicProvider().ReadEvent(
      R"({"type":"message_delta","delta":{"stop_reason":"max_tokens"},"usage":{}})", &messages);
  EXPECT_TRUE(open.cut_short);
  EXPECT_TRUE(messages.cut_short);
}

}  // namespace
}  // namespace evaluators
