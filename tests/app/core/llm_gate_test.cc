// Nothing reaches the network before the user has agreed, nor once a switch is off. The app's core
// against a real socket that counts connections, and a real server that answers.
#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "app/core/app_core.h"
#include "app/core/llm_consent.h"
#include "app/core/session_answers.h"
#include "tests/evaluators/llm/llm_server.h"
#include "tests/support/temp_folder.h"

namespace app {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;
using Answer = command::AnswerConsent::Answer;
using State = Pending<interview::Feedback>::State;

// Takes connections and never answers.
class SilentServer {
 public:
  SilentServer() : listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* raw = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listener_, raw, size) != 0 || ::listen(listener_, 16) != 0 ||
        ::getsockname(listener_, raw, &size) != 0) {
      throw std::runtime_error("no socket to listen on");
    }
    port_ = ntohs(address.sin_port);
  }
  SilentServer(const SilentServer&) = delete;
  SilentServer& operator=(const SilentServer&) = delete;
  ~SilentServer() {
    for (const int peer : peers_) ::close(peer);
    ::close(listener_);
  }
  std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/v1"; }
  std::size_t connections() {
    for (int peer; (peer = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC)) >= 0;) {
      peers_.push_back(peer);
    }
    return peers_.size();
  }
  // Has the peer of the latest connection gone away?
  bool PeerLeft() {
    char bytes[4096];
    while (::recv(peers_.back(), bytes, sizeof bytes, MSG_DONTWAIT) > 0) {
    }
    return ::recv(peers_.back(), bytes, sizeof bytes, MSG_DONTWAIT) == 0;
  }

 private:
  int listener_;
  int port_ = 0;
  std::vector<int> peers_;
};

class LlmGateTest : public testing::Test {
 protected:
  void SetUp() override {
    auto paths = FindAppPaths();
    ASSERT_TRUE(paths) << paths.error().message;
    paths->settings = folder_ / "settings.json";
    paths->data = folder_ / "data";
    std::filesystem::create_directories(paths->data);
    auto core = AppCore::Open(*paths, {});
    ASSERT_TRUE(core) << core.error().message;
    core_ = *std::move(core);
    const auto answers =
        ReadAnswers(ONSITE_SOURCE_DIR "/tests/support/answers/drills/concepts-good.json");
    ASSERT_TRUE(answers) << answers.error().message;
    question_ = answers->front().question;
    command::StartDrill start;
    start.questions = {question_};
    core_->Apply(start);
    ASSERT_TRUE(PlaySession(core_.get(), {*answers}));
    ASSERT_TRUE(state().viewed);
  }
  const AppState& state() const { return core_->state(); }
  const interview::SessionId& session() const { return state().viewed->id; }
  void Configure(const std::string& url) {
    Settings settings = state().settings;
    settings.llm.enabled = true;
    settings.llm.url = url;
    settings.llm.model = "small-model";
    core_->Apply(command::ChangeSettings{settings});
  }
  void Ask() { core_->Apply(command::AskFeedback{{question_}}); }
  void Say(Answer answer) { core_->Apply(command::AnswerConsent{answer}); }
  // Lets jobs run until `done`, or for `most`; true when it came true.
  bool Wait(const std::function<bool()>& done, milliseconds most = milliseconds(20000)) {
    const auto end = std::chrono::steady_clock::now() + most;
    while (!done() && std::chrono::steady_clock::now() < end) {
      core_->WaitForResult(milliseconds(10));
      core_->Tick();
    }
    return done();
  }
  void LetItBe() {
    (void)Wait([] { return false; }, milliseconds(300));
  }

  support::TempFolder folder_;
  std::unique_ptr<AppCore> core_;
  interview::QuestionId question_;
  SilentServer silent_;
};

TEST_F(LlmGateTest, NoCommandReachesTheNetworkBeforeTheUserAgrees) {
  Configure(silent_.url());
  const std::vector<Command> all = {command::AskFeedback{{question_}},
                                    command::AskFeedback{{{}, 0}}, command::TestLlm{},
                                    command::ListLlmModels{}};
  for (const Command& each : all) {
    core_->Apply(each);
    ASSERT_TRUE(state().consent) << each.index();
    LetItBe();
    EXPECT_EQ(silent_.connections(), 0u) << each.index();
    Say(Answer::kNotNow);
    EXPECT_FALSE(state().consent);
    LetItBe();
    EXPECT_EQ(silent_.connections(), 0u) << each.index();
  }
  EXPECT_TRUE(state().settings.llm.agreed.empty());
  EXPECT_EQ(state().feedback.state, State::kNotAsked);
  Ask();
  Say(Answer::kTurnOff);
  LetItBe();
  EXPECT_FALSE(state().settings.llm.enabled);
  EXPECT_EQ(silent_.connections(), 0u);
}

TEST_F(LlmGateTest, ThePreviewIsTheWholeRequestWithTheKeyMasked) {
  ::setenv("ONSITE_LLM_API_KEY", "sk-secret-1234", 1);
  Configure("http://127.0.0.1:9/v1");
  Ask();
  ASSERT_TRUE(state().consent);
  const LlmPreview& preview = *state().consent;
  EXPECT_EQ(preview.url, "http://127.0.0.1:9/v1/chat/completions");
  EXPECT_EQ(preview.host, "127.0.0.1:9");
  EXPECT_TRUE(preview.is_local);
  EXPECT_FALSE(preview.is_encrypted);
  EXPECT_GT(preview.bytes, 1000u);
  EXPECT_FALSE(preview.price);
  EXPECT_THAT(preview.request, HasSubstr("Authorization: Bearer ********"));
  EXPECT_THAT(preview.request, testing::Not(HasSubstr("sk-secret")));
  Settings settings = state().settings;
  settings.llm.prompt_price = 3;
  settings.llm.completion_price = 15;
  core_->Apply(command::ChangeSettings{settings});
  EXPECT_FALSE(state().consent) << "it was about other settings";
  Ask();
  EXPECT_NEAR(*state().consent->price, static_cast<double>(preview.tokens) * 3e-6, 1e-9);
  EXPECT_NEAR(*state().consent->reply_price, 0.015, 1e-9);
}

TEST_F(LlmGateTest, OnceAgreedItIsSentAndNotAskedAgainUntilTheEndpointChangesOrItIsForgotten) {
  Configure(silent_.url());
  Ask();
  Say(Answer::kSend);
  EXPECT_EQ(state().feedback.state, State::kPending);
  ASSERT_TRUE(Wait([&] { return silent_.connections() == 1; }));
  const auto stored = LoadSettings(state().paths.settings);
  ASSERT_TRUE(stored);
  EXPECT_TRUE(HasAgreed(stored->llm));
  core_->Apply(command::CancelFeedback{});
  EXPECT_TRUE(Wait([&] { return silent_.PeerLeft(); }, milliseconds(2000)));
  Ask();
  EXPECT_FALSE(state().consent);
  EXPECT_TRUE(Wait([&] { return silent_.connections() == 2; }));
  Settings settings = state().settings;
  settings.llm.model = "larger-model";
  core_->Apply(command::ChangeSettings{settings});
  Ask();
  EXPECT_TRUE(state().consent);
  Say(Answer::kNotNow);
  settings.llm.model = "small-model";
  core_->Apply(command::ChangeSettings{settings});
  core_->Apply(command::ForgetConsent{});
  Ask();
  EXPECT_TRUE(state().consent);
  LetItBe();
  EXPECT_EQ(silent_.connections(), 2u);
}

TEST_F(LlmGateTest, ASessionThatIsSwitchedOffSendsNothingAndEndsWhatIsUnderWay) {
  Configure(silent_.url());
  Ask();
  Say(Answer::kSend);
  ASSERT_TRUE(Wait([&] { return silent_.connections() == 1; }));
  core_->Apply(command::SwitchLlm{session(), false});
  EXPECT_EQ(state().feedback.state, State::kNotAsked);
  EXPECT_TRUE(Wait([&] { return silent_.PeerLeft(); }, milliseconds(2000)));
  Ask();
  EXPECT_EQ(state().feedback.state, State::kUnavailable);
  EXPECT_THAT(state().feedback.why, HasSubstr("off in this session"));
  LetItBe();
  EXPECT_EQ(silent_.connections(), 1u);
  core_->Apply(command::ViewSession{session()});
  EXPECT_EQ(state().viewed->session->llm_switch(), false) << "kept in the transcript";
  core_->Apply(command::SwitchLlm{session(), true});
  Ask();
  EXPECT_TRUE(Wait([&] { return silent_.connections() == 2; }));
}

TEST_F(LlmGateTest, TurningTheModelOffInTheSettingsEndsWhatIsUnderWay) {
  Configure(silent_.url());
  Ask();
  Say(Answer::kSend);
  ASSERT_TRUE(Wait([&] { return silent_.connections() == 1; }));
  Settings settings = state().settings;
  settings.llm.enabled = false;
  core_->Apply(command::ChangeSettings{settings});
  EXPECT_TRUE(Wait([&] { return silent_.PeerLeft(); }, milliseconds(2000)));
  EXPECT_EQ(state().feedback.state, State::kNotAsked);
}

TEST_F(LlmGateTest, TheVoiceShowsWhatItWouldSendWhenASessionBeginsAndSpeaksOnceAgreed) {
  Configure(silent_.url());
  Settings settings = state().settings;
  settings.llm.voice = true;
  core_->Apply(command::ChangeSettings{settings});
  command::StartDrill start;
  start.questions = {question_};
  core_->Apply(start);
  ASSERT_TRUE(state().running);
  ASSERT_TRUE(state().consent);
  EXPECT_EQ(state().consent->use, LlmUse::kVoice);
  EXPECT_THAT(state().consent->request,
              HasSubstr(state().running->session->conversation().front().text.substr(0, 12)));
  const auto speak = [this] {
    core_->Apply(command::Act{interview::event::CandidateSaid{"Which sample do you mean?"}});
  };
  speak();
  LetItBe();
  EXPECT_EQ(silent_.connections(), 0u);
  Say(Answer::kSend);
  speak();
  EXPECT_TRUE(Wait([&] { return silent_.connections() > 0; }));
}

TEST_F(LlmGateTest, ATestTellsWhatItFound) {
  const LlmServer server;
  Configure("http://127.0.0.1:" + server.port() + "/good/v1");
  core_->Apply(command::TestLlm{});
  ASSERT_TRUE(state().consent);
  EXPECT_EQ(state().consent->use, LlmUse::kTest);
  Say(Answer::kSend);
  using TestState = Pending<LlmTestReport>::State;
  ASSERT_TRUE(Wait([&] { return state().llm_test.state != TestState::kPending; }));
  ASSERT_EQ(state().llm_test.state, TestState::kReady) << state().llm_test.why;
  const LlmTestReport& report = *state().llm_test.value;
  EXPECT_EQ(report.address, "127.0.0.1:" + server.port());
  EXPECT_EQ(report.encryption, "");
  EXPECT_EQ(report.model, "small-model-2026");
  EXPECT_GT(report.prompt_tokens, 0);
  Configure(silent_.url());
  EXPECT_EQ(state().llm_test.state, TestState::kNotAsked) << "another endpoint";
}

TEST_F(LlmGateTest, ATestOfAnEndpointThatIsNotThereTellsTheRemedy) {
  Configure("http://127.0.0.1:9/v1");
  core_->Apply(command::TestLlm{});
  Say(Answer::kSend);
  using TestState = Pending<LlmTestReport>::State;
  ASSERT_TRUE(Wait([&] { return state().llm_test.state == TestState::kUnavailable; }));
  EXPECT_THAT(state().llm_test.why, HasSubstr("start the LLM server"));
}

TEST_F(LlmGateTest, AKeyFileThatOthersCanReadIsToldWithTheCommandThatMendsIt) {
  const std::filesystem::path file = folder_ / "key";
  support::WriteBytes(file, "sk-secret-1234\n");
  std::filesystem::permissions(file, std::filesystem::perms(0644));
  Settings settings = state().settings;
  settings.llm.key_variable = "ONSITE_TEST_NO_SUCH_KEY";
  settings.llm.key_file = file.string();
  core_->Apply(command::ChangeSettings{settings});
  EXPECT_EQ(state().llm_key.kind, LlmKeyState::Kind::kRefused);
  EXPECT_THAT(state().llm_key.text, HasSubstr("chmod 600 '" + file.string() + "'"));
  std::filesystem::permissions(file, std::filesystem::perms(0600));
  settings.llm.timeout_s = 30;
  core_->Apply(command::ChangeSettings{settings});
  EXPECT_EQ(state().llm_key.kind, LlmKeyState::Kind::kSet);
  settings.llm.key_file.clear();
  core_->Apply(command::ChangeSettings{settings});
  EXPECT_EQ(state().llm_key.kind, LlmKeyState::Kind::kNotSet);
}

}  // namespace
}  // namespace app
