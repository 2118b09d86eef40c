// Which addresses may be called.
#include "evaluators/llm/llm_endpoint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace evaluators {
namespace {

using interview::Status;
using testing::HasSubstr;

LlmEndpoint At(const std::string& url) { return {.url = url, .model = "m", .key = ""}; }

TEST(LlmEndpointTest, EncryptedOrLocalAddressesAreFine) {
  for (const char* url :
       {"https://api.example.org/v1/chat/completions", "http://localhost:11434/v1/chat/completions",
        "http://127.0.0.1:8080/x", "http://127.8.9.10/x", "http://[::1]:8080/x"}) {
    const Status status = CheckEndpoint(At(url));
    EXPECT_TRUE(status) << url << ": " << status.error().message;
  }
}

TEST(LlmEndpointTest, PlainHttpToAnotherMachineNeedsInsistence) {
  for (const char* url :
       {"http://example.org/x", "http://192.168.1.4:11434/x", "http://127.0.0.1.example.org/x",
        "http://localhost.example.org/x", "http://user@example.org#@localhost/x"}) {
    LlmEndpoint endpoint = At(url);
    const Status status = CheckEndpoint(endpoint);
    ASSERT_FALSE(status) << url;
    EXPECT_THAT(status.error().message, HasSubstr("without encryption")) << url;
    endpoint.allow_plain_http = true;
    EXPECT_TRUE(CheckEndpoint(endpoint)) << url;
  }
}

TEST(LlmEndpointTest, OtherAddressesAreRefused) {
  for (const char* url : {"", "localhost", "ftp://example.org/x", "file:///etc/passwd", "http://",
                          "gopher://localhost/", "not an address"}) {
    const Status status = CheckEndpoint(At(url));
    ASSERT_FALSE(status) << url;
    EXPECT_THAT(status.error().message, HasSubstr("llm.url")) << url;
  }
}

TEST(LlmEndpointTest, AModelMustBeNamed) {
  const Status status = CheckEndpoint({.url = "http://localhost/x", .model = "", .key = ""});
  ASSERT_FALSE(status);
  EXPECT_THAT(status.error().message, HasSubstr("llm.model"));
}

TEST(LlmEndpointTest, AKeyWithALineBreakIsRefusedUnseen) {
  const Status status =
      CheckEndpoint({.url = "http://localhost/x", .model = "m", .key = "sk-secret\r\nHost: other"});
  ASSERT_FALSE(status);
  EXPECT_THAT(status.error().message, HasSubstr("ONSITE_LLM_API_KEY"));
  EXPECT_THAT(status.error().message, testing::Not(HasSubstr("secret")));
}

TEST(LlmEndpointTest, HostLeavesOutUserAndPath) {
  EXPECT_EQ(HostOf("https://me:password@api.example.org:8443/v1?key=abc"), "api.example.org:8443");
  EXPECT_EQ(HostOf("nonsense address"), "");
}

}  // namespace
}  // namespace evaluators
