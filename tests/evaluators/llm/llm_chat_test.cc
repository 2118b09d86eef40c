// Conditions of asking: cancelling, places, budgets, certificates, proxies, clocks, models.
#include "evaluators/llm/llm_chat.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <ctime>
#include <future>
#include <thread>

#include "tests/evaluators/llm/llm_server.h"
#include "tests/support/scoped_env.h"
#include "tests/support/temp_folder.h"

// The calendar clock of this program jumps when a test says so.
static std::atomic<std::time_t> g_jump = 0;

extern "C" {
int clock_gettime(clockid_t clock, timespec* now) noexcept {
  const auto result = static_cast<int>(::syscall(SYS_clock_gettime, clock, now));
  if (clock == CLOCK_REALTIME) now->tv_sec += g_jump;
  return result;
}
std::time_t time(std::time_t* out) noexcept {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  if (out != nullptr) *out = now.tv_sec;
  return now.tv_sec;
}
int gettimeofday(timeval* out, void*) noexcept {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  *out = {now.tv_sec, static_cast<suseconds_t>(now.tv_nsec / 1000)};
  return 0;
}
}

namespace evaluators {
namespace {

using interview::ErrorCode;
using interview::Result;
using std::chrono::milliseconds;
using testing::ElementsAre;
using testing::HasSubstr;
using Clock = std::chrono::steady_clock;

const ChatRequest kRequest = {.system = "", .messages = {{ChatMessage::Role::kUser, "Hello."}}};

Result<ChatReply> Ask(const LlmEndpoint& endpoint, std::stop_token stop = {}) {
  return AskModel(endpoint, kRequest, {.delivery = Delivery::kStream}, std::move(stop));
}

// Stops a request after `delay`, or once it has said something; how long it took to notice.
milliseconds TimeToNotice(const LlmEndpoint& endpoint, std::optional<milliseconds> delay) {
  std::stop_source stop;
  std::atomic<bool> spoke = false;
  auto asked = std::async(std::launch::async, [&] {
    const Result<ChatReply> reply = AskModel(
        endpoint, kRequest,
        {.delivery = Delivery::kStream, .on_text = [&](std::string_view) { spoke = true; }},
        stop.get_token());
    EXPECT_FALSE(reply);
    if (!reply) {
      EXPECT_EQ(reply.error().code, ErrorCode::kCancelled) << reply.error().message;
    }
    return Clock::now();
  });
  if (delay) {
    std::this_thread::sleep_for(*delay);
  } else {
    while (!spoke) std::this_thread::yield();
  }
  const auto stopped = Clock::now();
  stop.request_stop();
  return std::chrono::duration_cast<milliseconds>(asked.get() - stopped);
}

// The promise is 100 ms; a busy machine may take its time to run the thread that was woken.
constexpr milliseconds kNoticed{1000};

TEST(LlmChatTest, AStopIsSeenAtOnceAtEveryStage) {
  const LlmServer http;
  const RawLlmServer raw;
  EXPECT_LT(TimeToNotice(raw.Endpoint("silent"), milliseconds(0)), kNoticed);
  EXPECT_LT(TimeToNotice(raw.Endpoint("silent"), milliseconds(100)), kNoticed) << "no header";
  EXPECT_LT(TimeToNotice(raw.Endpoint("headers-only"), milliseconds(100)), kNoticed);
  EXPECT_LT(TimeToNotice(raw.Endpoint("no-token"), milliseconds(100)), kNoticed) << "no token";
  EXPECT_LT(TimeToNotice(raw.Endpoint("stall"), std::nullopt), kNoticed) << "in mid-stream";
  EXPECT_LT(TimeToNotice(raw.Endpoint("trickle"), std::nullopt), kNoticed) << "while it speaks";
  LlmEndpoint handshake = raw.Endpoint("silent");
  handshake.url = "https" + handshake.url.substr(4);
  EXPECT_LT(TimeToNotice(handshake, milliseconds(100)), kNoticed) << "handshake";
  LlmEndpoint pause = http.Endpoint("503");
  pause.limits.back_off = milliseconds(20000);
  EXPECT_LT(TimeToNotice(pause, milliseconds(200)), kNoticed) << "between two tries";
}

TEST(LlmChatTest, StoppedBeforehandNothingIsSent) {
  std::stop_source stop;
  stop.request_stop();
  const Result<ChatReply> reply = Ask(LlmServer().Endpoint("good"), stop.get_token());
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().code, ErrorCode::kCancelled);
}

TEST(LlmChatTest, AtMostTwoRequestsAreUnderWay) {
  const LlmServer server;
  std::vector<std::future<Result<ChatReply>>> asked;
  for (int i = 0; i < 6; ++i) {
    asked.push_back(std::async(std::launch::async, [&] { return Ask(server.Endpoint("linger")); }));
  }
  for (auto& each : asked) {
    const Result<ChatReply> reply = each.get();
    ASSERT_TRUE(reply) << reply.error().message;
    EXPECT_LE(std::stoi(reply->text), 2);
  }
}

TEST(LlmChatTest, TheBudgetOfTokensAndMoneyHolds) {
  const LlmServer server;
  LlmEndpoint endpoint = server.Endpoint("say");
  endpoint.meter = std::make_shared<LlmMeter>(LlmBudget{.tokens = 500});
  ASSERT_TRUE(Ask(endpoint));
  EXPECT_EQ(endpoint.meter->tokens(), 321 + 45);
  ASSERT_TRUE(Ask(endpoint));
  const Result<ChatReply> third = Ask(endpoint);
  ASSERT_FALSE(third);
  EXPECT_THAT(third.error().message, HasSubstr("used 732 of its 500 LLM tokens"));
  endpoint.meter = std::make_shared<LlmMeter>(
      LlmBudget{.money = 0.01, .prompt_price = 10, .completion_price = 200});
  ASSERT_TRUE(Ask(endpoint));
  EXPECT_NEAR(endpoint.meter->money(), 321e-5 + 45e-6 * 200, 1e-9);
  EXPECT_THAT(Ask(endpoint).error().message, HasSubstr("spent 0.01 of the 0.01"));
}

TEST(LlmChatTest, WhatBrokeOffIsCountedToo) {
  const RawLlmServer server;
  LlmEndpoint endpoint = server.Endpoint("stall");
  endpoint.limits.stall = milliseconds(100);
  endpoint.meter = std::make_shared<LlmMeter>(LlmBudget{});
  ASSERT_FALSE(Ask(endpoint));
  EXPECT_GT(endpoint.meter->tokens(), 0);
}

// A certificate for localhost, signed by itself.
class CertifiedServer {
 public:
  CertifiedServer() {
    const std::string command =
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj "
        "/CN=localhost -addext subjectAltName=DNS:localhost -keyout '" +
        key() + "' -out '" + certificate() + "' 2>/dev/null";
    EXPECT_EQ(std::system(command.c_str()), 0);
    server_.emplace(std::vector<std::string>{certificate(), key()});
  }
  std::string certificate() const { return (folder_ / "certificate.pem").string(); }
  LlmEndpoint Endpoint() const {
    LlmEndpoint endpoint = server_->Endpoint("say");
    endpoint.url = "https://localhost:" + server_->port() + "/say/v1";
    return endpoint;
  }

 private:
  std::string key() const { return (folder_ / "key.pem").string(); }
  support::TempFolder folder_;
  std::optional<LlmServer> server_;
};

TEST(LlmChatTest, AnEncryptedEndpointNeedsACertificateThatIsTrusted) {
  const CertifiedServer server;
  LlmEndpoint endpoint = server.Endpoint();
  const Result<ChatReply> strange = Ask(endpoint);
  ASSERT_FALSE(strange);
  EXPECT_EQ(strange.error().code, ErrorCode::kOffline);
  EXPECT_THAT(strange.error().message, HasSubstr("self-signed certificate"));
  EXPECT_THAT(strange.error().message, HasSubstr("SSL_CERT_FILE"));

  endpoint.ca_file = server.certificate();
  const Result<ChatReply> reply = Ask(endpoint);
  ASSERT_TRUE(reply) << reply.error().message;
  EXPECT_THAT(reply->certificate, HasSubstr("localhost, issued by"));
  EXPECT_THAT(reply->encryption, testing::StartsWith("TLSv1."));

  endpoint.url.replace(8, 9, "127.0.0.1");
  EXPECT_THAT(Ask(endpoint).error().message, HasSubstr("The encrypted connection to 127.0.0.1"));
  endpoint.ca_file = "/no/such/file.pem";
  EXPECT_THAT(Ask(endpoint).error().message, HasSubstr("cannot be read from /no/such/file.pem"));
}

TEST(LlmChatTest, EncryptionWithAPlainServerFails) {
  LlmEndpoint endpoint = RawLlmServer().Endpoint("not-http");
  const LlmServer plain;
  endpoint.url = "https://127.0.0.1:" + plain.port() + "/say/v1";
  EXPECT_THAT(Ask(endpoint).error().message, HasSubstr("The encrypted connection to"));
}

TEST(LlmChatTest, TheProxyOfTheEnvironmentIsUsedExceptForThisMachine) {
  const LlmServer server;
  const support::ScopedEnv proxy("http_proxy", ("http://127.0.0.1:" + server.port()).c_str());
  LlmEndpoint far = server.Endpoint("good");
  far.url = "http://llm.example.org/good/v1";
  far.allow_plain_http = true;
  const Result<ChatReply> reply = Ask(far);  // the server as the proxy
  ASSERT_TRUE(reply) << reply.error().message;
  EXPECT_THAT(reply->text, HasSubstr("http://llm.example.org/good/v1/chat/completions"));
  const support::ScopedEnv dead("http_proxy", "http://127.0.0.1:1");
  EXPECT_THAT(Ask(far).error().message, HasSubstr("or the proxy that http_proxy names"));
  EXPECT_TRUE(Ask(server.Endpoint("good")));
}

TEST(LlmChatTest, AClockThatJumpsDoesNoHarm) {
  const RawLlmServer raw;
  const LlmServer http;
  LlmEndpoint endpoint = raw.Endpoint("silent");
  endpoint.timeout = milliseconds(400);
  for (const std::time_t jump : {std::time_t{-86400 * 400}, std::time_t{86400 * 400}}) {
    g_jump = 0;
    const auto begin = Clock::now();
    auto asked = std::async(std::launch::async, [&] { return Ask(endpoint); });
    std::this_thread::sleep_for(milliseconds(100));
    g_jump = jump;
    EXPECT_EQ(asked.get().error().code, ErrorCode::kTimeout);
    EXPECT_GE(Clock::now() - begin, milliseconds(399));
    EXPECT_LT(Clock::now() - begin, milliseconds(5000));
    EXPECT_TRUE(Ask(http.Endpoint("later-date/" + std::to_string(jump))));
  }
  g_jump = 0;
}

TEST(LlmChatTest, ModelsAreListedWhereTheEndpointTells) {
  const LlmServer server;
  for (const LlmApi api : {LlmApi::kOpenAi, LlmApi::kAnthropic}) {
    const auto models = ListModels(server.Endpoint("good", api), {});
    ASSERT_TRUE(models) << models.error().message;
    EXPECT_THAT(*models, ElementsAre("big-model", "small-model"));
    EXPECT_FALSE(ListModels(server.Endpoint("say", api), {}));
  }
}

}  // namespace
}  // namespace evaluators
