// The client against a real local HTTP server.
#include "evaluators/llm/llm_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <thread>

#include "tests/evaluators/llm/llm_server.h"

namespace evaluators {
namespace {

using interview::ErrorCode;
using interview::Result;
using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::Not;

class LlmClientTest : public testing::Test {
 protected:
  Result<HttpReply> Post(const std::string& behaviour) {
    return PostJson(server_.Endpoint(behaviour), R"({"model":"m","messages":[],"stream":false})",
                    {});
  }
  LlmServer server_;
};

milliseconds Since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - begin);
}

TEST_F(LlmClientTest, BringsStatusAndBody) {
  const Result<HttpReply> reply = Post("good");
  ASSERT_TRUE(reply) << reply.error().message;
  EXPECT_EQ(reply->status, 200);
  EXPECT_THAT(reply->body, HasSubstr("\"choices\""));
  EXPECT_THAT(reply->body, HasSubstr("Bearer sk-secret-1234"));
}

TEST_F(LlmClientTest, SendsNoKeyWhereThereIsNone) {
  LlmEndpoint endpoint = server_.Endpoint("good");
  endpoint.key.clear();
  const Result<HttpReply> reply =
      PostJson(endpoint, R"({"model":"m","messages":[],"stream":false})", {});
  ASSERT_TRUE(reply);
  EXPECT_THAT(reply->body, Not(HasSubstr("Bearer")));
}

TEST_F(LlmClientTest, AFailureStatusIsStillAReply) {
  const Result<HttpReply> reply = Post("500");
  ASSERT_TRUE(reply) << reply.error().message;
  EXPECT_EQ(reply->status, 500);
}

TEST_F(LlmClientTest, DoesNotFollowRedirects) {
  const Result<HttpReply> reply = Post("redirect");
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 302);
  EXPECT_EQ(reply->body, "");
}

TEST_F(LlmClientTest, UsesNoProxyOnThisMachine) {
  ::setenv("http_proxy", "http://127.0.0.1:1", 1);
  const Result<HttpReply> reply = Post("good");
  ::unsetenv("http_proxy");
  EXPECT_TRUE(reply) << reply.error().message;
}

TEST_F(LlmClientTest, RefusedConnectionNamesHostAndRemedy) {
  server_.Stop();
  const Result<HttpReply> reply = Post("good");
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().code, ErrorCode::kOffline);
  EXPECT_EQ(reply.error().message, "Nothing answers at 127.0.0.1:" + server_.port() +
                                       "; start the LLM server, or check llm.url in the settings.");
}

TEST_F(LlmClientTest, SilentServerEndsInATimeout) {
  for (const char* behaviour : {"slow", "trickle"}) {
    LlmEndpoint endpoint = server_.Endpoint(behaviour);
    endpoint.timeout = milliseconds(300);
    const auto begin = std::chrono::steady_clock::now();
    const Result<HttpReply> reply = PostJson(endpoint, "{}", {});
    ASSERT_FALSE(reply) << behaviour;
    EXPECT_EQ(reply.error().code, ErrorCode::kTimeout);
    EXPECT_THAT(reply.error().message, HasSubstr("did not answer within 1 s"));
    EXPECT_GE(Since(begin), milliseconds(290));
    EXPECT_LT(Since(begin), milliseconds(3000));
  }
}

TEST_F(LlmClientTest, HugeAnswerIsCutOff) {
  const Result<HttpReply> reply = Post("huge");
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().code, ErrorCode::kIo);
  EXPECT_THAT(reply.error().message, HasSubstr("more than 4 MB"));
}

TEST_F(LlmClientTest, BrokenOffAnswerIsAnError) {
  const Result<HttpReply> reply = Post("cut");
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().code, ErrorCode::kOffline);
  EXPECT_THAT(reply.error().message, HasSubstr("broke"));
}

TEST_F(LlmClientTest, StopRequestEndsAWaitingRequestAtOnce) {
  std::stop_source stop;
  std::chrono::steady_clock::time_point stopped;
  std::thread stopper([&] {
    std::this_thread::sleep_for(milliseconds(300));
    stopped = std::chrono::steady_clock::now();
    stop.request_stop();
  });
  const Result<HttpReply> reply = PostJson(server_.Endpoint("slow"), "{}", stop.get_token());
  const auto returned = std::chrono::steady_clock::now();
  stopper.join();
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().code, ErrorCode::kCancelled);
  EXPECT_LT(returned - stopped, milliseconds(500));  // about 1 ms on an idle machine
}

TEST_F(LlmClientTest, StoppedBeforehandSendsNothing) {
  std::stop_source stop;
  stop.request_stop();
  const Result<HttpReply> reply = PostJson(server_.Endpoint("slow"), "{}", stop.get_token());
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().code, ErrorCode::kCancelled);
}

TEST_F(LlmClientTest, NoErrorShowsTheKey) {
  for (const char* behaviour : {"slow", "huge", "cut"}) {
    LlmEndpoint endpoint = server_.Endpoint(behaviour);
    endpoint.timeout = milliseconds(300);
    const Result<HttpReply> reply = PostJson(endpoint, "{}", {});
    ASSERT_FALSE(reply);
    EXPECT_THAT(reply.error().message + reply.error().detail, Not(HasSubstr("secret")));
  }
}

}  // namespace
}  // namespace evaluators
