// What a user sees of every fault of an endpoint: the right sentence, within its limit, without
// the key. Real server processes, both wire formats, both ways of delivery.
#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <vector>

#include "evaluators/llm/llm_chat.h"
#include "tests/evaluators/llm/llm_server.h"

namespace evaluators {
namespace {

using interview::ErrorCode;
using interview::Result;
using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::Not;

constexpr milliseconds kGenerous{10000};  // for what takes milliseconds on an idle machine

struct Way {
  LlmApi api;
  Delivery delivery;
};

std::string NameOf(const testing::TestParamInfo<Way>& info) {
  return std::string(info.param.api == LlmApi::kOpenAi ? "OpenAi" : "Anthropic") +
         (info.param.delivery == Delivery::kWhole ? "Whole" : "Stream");
}

const ChatRequest kRequest = {.system = "Be brief.",
                              .messages = {{ChatMessage::Role::kUser, "How was it?"}}};

class ContractTest : public testing::TestWithParam<Way> {
 protected:
  static void SetUpTestSuite() {
    http_ = new LlmServer;
    raw_ = new RawLlmServer;
  }
  static void TearDownTestSuite() {
    delete http_;
    delete raw_;
  }

  bool streams() const { return GetParam().delivery == Delivery::kStream; }
  LlmEndpoint Http(const std::string& b) const { return http_->Endpoint(b, GetParam().api); }
  LlmEndpoint Raw(const std::string& b) const { return raw_->Endpoint(b, GetParam().api); }

  Result<ChatReply> Ask(const LlmEndpoint& endpoint) {
    shown_.clear();
    const auto begin = std::chrono::steady_clock::now();
    Result<ChatReply> reply =
        AskModel(endpoint, kRequest,
                 {GetParam().delivery, [this](std::string_view text) { shown_ += text; }}, {});
    took_ = std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - begin);
    EXPECT_LT(took_, kGenerous);
    return reply;
  }

  void ExpectText(const LlmEndpoint& endpoint, const std::string& text) {
    const Result<ChatReply> reply = Ask(endpoint);
    ASSERT_TRUE(reply) << endpoint.url << ": " << reply.error().message;
    EXPECT_EQ(reply->text, text) << endpoint.url;
  }

  void ExpectError(const LlmEndpoint& endpoint, ErrorCode code, const std::string& sentence) {
    const Result<ChatReply> reply = Ask(endpoint);
    ASSERT_FALSE(reply) << endpoint.url << ": " << reply->text.substr(0, 100);
    const interview::Error& error = reply.error();
    EXPECT_EQ(error.code, code) << endpoint.url << ": " << error.message;
    EXPECT_THAT(error.message, HasSubstr(sentence)) << endpoint.url << ": " << error.detail;
    EXPECT_THAT(error.message, Not(HasSubstr("\n"))) << endpoint.url;
    EXPECT_TRUE(error.message.ends_with(".")) << error.message;
    EXPECT_THAT(error.message, HasSubstr(";")) << "no remedy: " << error.message;
    EXPECT_THAT(error.message + error.detail, Not(HasSubstr("sk-secret"))) << endpoint.url;
  }

  static LlmServer* http_;
  static RawLlmServer* raw_;
  std::string shown_;
  milliseconds took_{};
};
LlmServer* ContractTest::http_ = nullptr;
RawLlmServer* ContractTest::raw_ = nullptr;

INSTANTIATE_TEST_SUITE_P(Ways, ContractTest,
                         testing::Values(Way{LlmApi::kOpenAi, Delivery::kWhole},
                                         Way{LlmApi::kOpenAi, Delivery::kStream},
                                         Way{LlmApi::kAnthropic, Delivery::kWhole},
                                         Way{LlmApi::kAnthropic, Delivery::kStream}),
                         NameOf);

TEST_P(ContractTest, AGoodReplyHasTextModelTokensAndTimes) {
  const Result<ChatReply> reply = Ask(Http("say"));
  ASSERT_TRUE(reply) << reply.error().message;
  EXPECT_EQ(reply->text, "Well s\xC3\xA4id, all of it.");
  EXPECT_EQ(reply->model, "small-model-2026");
  EXPECT_EQ(reply->prompt_tokens, 321);
  EXPECT_EQ(reply->completion_tokens, 45);
  EXPECT_FALSE(reply->tokens_are_estimated);
  EXPECT_FALSE(reply->cut_short);
  EXPECT_EQ(reply->tries, 1);
  EXPECT_EQ(reply->address, "127.0.0.1:" + http_->port());
  EXPECT_LE(reply->first_token_ms, reply->latency_ms);
  EXPECT_EQ(shown_, streams() ? reply->text : "");
}

TEST_P(ContractTest, TheRequestCarriesKeyModelSystemAndMessages) {
  const Result<ChatReply> reply = Ask(Http("good"));
  ASSERT_TRUE(reply) << reply.error().message;
  const bool anthropic = GetParam().api == LlmApi::kAnthropic;
  EXPECT_THAT(reply->text, HasSubstr(anthropic ? R"("authorization":"sk-secret-1234")"
                                               : R"("authorization":"Bearer sk-secret-1234")"));
  for (const char* part : {"small-model", "Be brief.", "How was it?"}) {
    EXPECT_THAT(reply->text, HasSubstr(part));
  }
  if (anthropic) {
    EXPECT_THAT(reply->text, HasSubstr(R"("anthropic-version":"2023-06-01")"));
  }
}

TEST_P(ContractTest, EveryRefusalHasItsSentence) {
  ExpectError(Http("401"), ErrorCode::kInvalid, "refused the key (HTTP 401)");
  ExpectError(Http("403"), ErrorCode::kInvalid, "refused the key (HTTP 403)");
  ExpectError(Http("402"), ErrorCode::kInvalid, "wants to be paid first (HTTP 402)");
  ExpectError(Http("404"), ErrorCode::kInvalid, "no model \"small-model\" (HTTP 404)");
  ExpectError(Http("413"), ErrorCode::kInvalid, "too large (HTTP 413)");
  ExpectError(Http("400"), ErrorCode::kInvalid, "refused the request (HTTP 400)");
  ExpectError(Http("429"), ErrorCode::kOffline, "no more requests for now (HTTP 429)");
  ExpectError(Http("500"), ErrorCode::kOffline, "failed on its own side (HTTP 500)");
  ExpectError(Http("502html"), ErrorCode::kOffline, "failed on its own side (HTTP 502)");
  ExpectError(Http("redirect"), ErrorCode::kInvalid, "another address (HTTP 302)");
  LlmEndpoint keyless = Http("401");
  keyless.key.clear();
  ExpectError(keyless, ErrorCode::kInvalid, "asks for a key (HTTP 401); put one into ONSITE_LLM");
}

TEST_P(ContractTest, NonsenseHasItsSentence) {
  ExpectError(Http("nonsense"), ErrorCode::kInvalid, "not JSON");
  ExpectError(Http("binary"), ErrorCode::kInvalid, "not JSON");
  ExpectError(Http("deep"), ErrorCode::kInvalid, "not JSON");
  ExpectError(Http("cut-json"), ErrorCode::kInvalid, "not JSON");
  ExpectError(Http("no-choices"), ErrorCode::kInvalid, "no reply of a model");
  ExpectError(Http("odd-choices"), ErrorCode::kInvalid, "empty text");
  ExpectError(Http("empty"), ErrorCode::kInvalid, "empty text");
  ExpectError(Http("nothing"), ErrorCode::kInvalid, "empty reply");
  ExpectError(Http("error-200"), ErrorCode::kOffline, "failure of its own (overloaded_error)");
  ExpectError(Http("error-event"), ErrorCode::kOffline, "failure of its own (overloaded_error)");
  ExpectError(Raw("not-http"), ErrorCode::kOffline, "broke");
  ExpectError(Raw("bad-gzip"), ErrorCode::kOffline, "compressed reply that is broken");
  ExpectError(Raw("bad-chunks"), ErrorCode::kOffline, "broke");
  ExpectError(Raw("bad-utf8"), ErrorCode::kInvalid, "not JSON nor a stream");
}

TEST_P(ContractTest, OddButReadableRepliesAreRead) {
  ExpectText(Http("parts"), "Well said.");
  ExpectText(Http("wrong-type"), "Well said.");
  for (const char* b :
       {"bytes", "crlf", "cr", "comments", "no-done", "several-lines", "twice", "stop-twice"}) {
    ExpectText(Raw(b), "Well s\xC3\xA4id.");
    EXPECT_EQ(shown_, "Well s\xC3\xA4id.") << b;
  }
  const Result<ChatReply> twice = Ask(Raw("stop-twice"));
  ASSERT_TRUE(twice);
  EXPECT_EQ(twice->completion_tokens, 7);
}

TEST_P(ContractTest, ABrokenConnectionHasItsSentence) {
  ExpectError(Raw("cut"), ErrorCode::kOffline, "broke");
  ExpectError(Raw("reset"), ErrorCode::kOffline, "broke");
  ExpectError(Raw("reset-late"), ErrorCode::kOffline, "broke");
  ExpectError(Raw("no-stop"), ErrorCode::kOffline, "broke off in the middle");
  ExpectError(Raw("cut-event"), ErrorCode::kInvalid, "not JSON nor a stream");
}

TEST_P(ContractTest, TooMuchIsCutOff) {
  ExpectError(Http("huge"), ErrorCode::kIo, "more than 1 MB");
  ExpectError(Http("bomb"), ErrorCode::kIo, "more than 1 MB");
  ExpectError(Raw("endless-line"), ErrorCode::kIo, "more than 1 MB");
  ExpectError(Raw("endless-comments"), ErrorCode::kIo, "more than 1 MB");
  ExpectError(Raw("endless-header"), ErrorCode::kOffline, "broke");
}

TEST_P(ContractTest, SilenceEndsAtItsLimit) {
  LlmEndpoint endpoint = Raw("silent");
  endpoint.timeout = milliseconds(200);
  ExpectError(endpoint, ErrorCode::kTimeout, "did not answer within 1 s");
  EXPECT_GE(took_, milliseconds(199));
  endpoint = Raw("headers-only");
  endpoint.timeout = milliseconds(200);
  ExpectError(endpoint, ErrorCode::kTimeout, "did not answer within 1 s");
  endpoint = Raw("trickle-body");
  endpoint.timeout = milliseconds(200);
  ExpectError(endpoint, ErrorCode::kTimeout, "did not answer within 1 s");
  endpoint = Raw("trickle");
  endpoint.timeout = milliseconds(300);
  ExpectError(endpoint, ErrorCode::kTimeout, "did not answer within 1 s");
}

TEST_P(ContractTest, AStallEndsAtItsLimit) {
  for (const char* b : {"stall", "stall-body"}) {
    LlmEndpoint endpoint = Raw(b);
    endpoint.limits.stall = milliseconds(150);
    ExpectError(endpoint, ErrorCode::kTimeout, "fell silent for 1 s");
    EXPECT_GE(took_, milliseconds(149));
  }
}

TEST_P(ContractTest, AStreamWithoutATokenEndsAtItsLimit) {
  if (!streams()) return;  // a whole reply has no first token
  for (const char* b : {"silent", "no-token"}) {
    LlmEndpoint endpoint = Raw(b);
    endpoint.limits.first_token = milliseconds(150);
    ExpectError(endpoint, ErrorCode::kTimeout, "said nothing within 1 s");
    EXPECT_GE(took_, milliseconds(149));
  }
}

TEST_P(ContractTest, NobodyThere) {
  LlmServer gone;
  const std::string port = gone.port();
  gone.Stop();
  ExpectError(EndpointAt(port, "good", GetParam().api), ErrorCode::kOffline,
              "Nothing answers at 127.0.0.1:" + port + "; start the LLM server");
  LlmEndpoint nowhere = Http("good");
  nowhere.allow_plain_http = true;
  nowhere.url = "http://" + std::string(64, 'a') + ".invalid/v1";  // no label may be so long
  ExpectError(nowhere, ErrorCode::kOffline, "cannot be found");
}

// A port whose queue of connections is full: the next one hangs.
class FullPort {
 public:
  FullPort() {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* any = reinterpret_cast<sockaddr*>(&address);
    sockets_.push_back(::socket(AF_INET, SOCK_STREAM, 0));
    EXPECT_EQ(::bind(sockets_[0], any, size), 0);
    EXPECT_EQ(::listen(sockets_[0], 0), 0);
    EXPECT_EQ(::getsockname(sockets_[0], any, &size), 0);
    port_ = ntohs(address.sin_port);
    for (int i = 0; i < 4; ++i) {
      sockets_.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
      (void)::connect(sockets_.back(), any, size);
    }
  }
  ~FullPort() {
    for (const int fd : sockets_) ::close(fd);
  }
  std::string port() const { return std::to_string(port_); }

 private:
  std::vector<int> sockets_;
  int port_ = 0;
};

TEST_P(ContractTest, AConnectionThatHangsEndsAtItsLimit) {
  const FullPort full;
  LlmEndpoint endpoint = EndpointAt(full.port(), "good", GetParam().api);
  endpoint.limits.connect = milliseconds(200);
  ExpectError(endpoint, ErrorCode::kTimeout, "came about within 1 s");
  // So does a handshake that nobody answers.
  endpoint = Raw("silent");
  endpoint.url = "https" + endpoint.url.substr(4);
  endpoint.limits.connect = milliseconds(200);
  ExpectError(endpoint, ErrorCode::kTimeout, "came about within 1 s");
}

TEST_P(ContractTest, WhatPassesIsTriedAgain) {
  Result<ChatReply> reply = Ask(Http("flaky/" + NameOf({GetParam(), 0})));
  ASSERT_TRUE(reply) << reply.error().message;
  EXPECT_EQ(reply->tries, 3);
  EXPECT_EQ(reply->text, "Well said.");
  for (const char* b : {"later", "later-date"}) {
    reply = Ask(Http(std::string(b) + "/" + NameOf({GetParam(), 0})));
    ASSERT_TRUE(reply) << reply.error().message;
    EXPECT_EQ(reply->tries, 2);
    EXPECT_GE(reply->latency_ms, 1000) << b;
  }
}

TEST_P(ContractTest, AServerThatAsksForALongPauseIsLeftAlone) {
  ExpectError(Http("much-later"), ErrorCode::kOffline, "wait 3600 s");
  LlmEndpoint hurried = Http("429");
  hurried.limits.back_off = milliseconds(60000);
  hurried.limits.longest_pause = milliseconds(90000);
  hurried.timeout = milliseconds(5000);
  ExpectError(hurried, ErrorCode::kOffline, "(HTTP 429); wait a minute");
}

}  // namespace
}  // namespace evaluators
