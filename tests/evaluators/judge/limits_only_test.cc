// The weaker sandbox: what it still keeps in, what it leaves behind, and that its results say so.
// Runs as an ordinary user; a superuser becomes one first.
#include <grp.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "evaluators/judge/code_judge.h"
#include "evaluators/judge/sandbox.h"
#include "tests/evaluators/judge/judge_fixture.h"
#include "tests/evaluators/judge/survivors.h"
#include "tests/support/child_process.h"

namespace evaluators {
namespace {

namespace fs = std::filesystem;
using interview::Judgement;
using interview::Language;
using interview::Verdict;

constexpr uid_t kOrdinary = 65534;

class OrdinaryUser : public testing::Environment {
 public:
  void SetUp() override {
    if (::geteuid() != 0) return;
    ASSERT_EQ(::setgroups(0, nullptr), 0);
    ASSERT_EQ(::setresgid(kOrdinary, kOrdinary, kOrdinary), 0);
    ASSERT_EQ(::setresuid(kOrdinary, kOrdinary, kOrdinary), 0);
  }
};
const testing::Environment* const kUser = testing::AddGlobalTestEnvironment(new OrdinaryUser);

JudgeConfig Weaker() {
  JudgeConfig config = TestConfig();
  config.sandbox = SandboxMode::kLimitsOnly;
  return config;
}

int FoldersLeft() {
  int count = 0;
  for (const auto& entry : fs::directory_iterator(fs::temp_directory_path())) {
    struct stat status = {};
    if (entry.path().filename().string().starts_with("onsite-box-") &&
        ::stat(entry.path().c_str(), &status) == 0 && status.st_uid == ::geteuid()) {
      ++count;
    }
  }
  return count;
}

class LimitsOnly : public testing::Test {
 protected:
  void SetUp() override {
    if (::access(Weaker().box_init.c_str(), X_OK) != 0) {
      GTEST_SKIP() << "this user cannot read the build folder";
    }
  }
  void TearDown() override {
    EXPECT_EQ(FoldersLeft(), 0);
    EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1) << "a child is still there";
  }
};

BoxSpec Python(const std::string& script) {
  BoxSpec spec;
  spec.command = {"/usr/bin/python3", "-I", "/onsite/program.py"};
  spec.files = {{"/onsite/program.py", script}};
  return spec;
}

BoxSpec Shell(const std::string& script) {
  BoxSpec spec;
  spec.command = {"/bin/sh", "-c", script};
  return spec;
}

struct Ran {
  Exchange exchange;
  BoxEnd end;
  std::string artifact;
};

Ran InBox(const BoxSpec& spec, ExchangeLimits limits = {3000, 10'000}) {
  interview::Result<std::unique_ptr<Box>> box = Box::Start(Weaker(), spec);
  EXPECT_TRUE(box) << box.error().message;
  if (!box) return {};
  Ran ran;
  ran.exchange = (*box)->WaitForEnd(limits, {});
  ran.end = (*box)->end();
  ran.artifact = (*box)->artifact();
  return ran;
}

bool HasLandlock() { return ::syscall(SYS_landlock_create_ruleset, nullptr, 0, 1) > 0; }

TEST_F(LimitsOnly, ProbeNeedsNoBubblewrap) {
  JudgeConfig config = Weaker();
  config.bwrap = "/usr/bin/no-such-bwrap";
  EXPECT_TRUE(ProbeSandbox(config));
}

TEST_F(LimitsOnly, ReportsOutputExitCodeAndProductUnderTheNamesOfABox) {
  BoxSpec spec = Shell("echo product > /tmp/result; pwd; echo $HOME $0 >&2; exit 0");
  spec.command.push_back("/onsite/x:/onsite/y");
  spec.artifact = "/tmp/result";
  const Ran ran = InBox(spec);
  EXPECT_EQ(ran.exchange.out, "/tmp\n");
  EXPECT_EQ(ran.exchange.err, "/tmp /onsite/x:/onsite/y\n");
  EXPECT_EQ(ran.artifact, "product\n");
  EXPECT_EQ(ran.end.exit_code, 0);
}

TEST_F(LimitsOnly, AnswersAsABoxDoes) {
  interview::Result<std::unique_ptr<Box>> box =
      Box::Start(Weaker(), Shell("while read line; do echo \"<$line>\" >&3; done"));
  ASSERT_TRUE(box);
  EXPECT_EQ((*box)->Ask("one", {}, {}).line, "<one>");
  EXPECT_EQ((*box)->Ask("two", {}, {}).line, "<two>");
}

TEST_F(LimitsOnly, TheEnvironmentOfTheUserStaysOutside) {
  ::setenv("ONSITE_TEST_SECRET", "canary-in-the-environment", 1);
  EXPECT_EQ(InBox(Shell("env")).exchange.out.find("canary"), std::string::npos);
}

TEST_F(LimitsOnly, ThereIsNoNetworkAndNoWayOutByForbiddenCalls) {
  const Ran ran =
      InBox(Python("import socket\n"
                   "for family in (socket.AF_INET, socket.AF_UNIX, socket.AF_NETLINK, 40):\n"
                   "    try:\n        socket.socket(family); print('socket', family)\n"
                   "    except PermissionError: pass\n"
                   "import ctypes; ctypes.CDLL(None).syscall(101, 0, 0, 0, 0)\n"));  // ptrace
  EXPECT_EQ(ran.exchange.out, "");
  EXPECT_EQ(ran.end.signal, SIGSYS);
}

TEST_F(LimitsOnly, FilesOfTheUserStayClosedWhereTheKernelHasLandlock) {
  if (!HasLandlock()) GTEST_SKIP() << "no Landlock in this kernel";
  const fs::path secret =
      fs::path(testing::TempDir()) / ("onsite-secret-" + std::to_string(::getpid()));
  std::ofstream(secret) << "canary";
  const std::string name = secret.string();
  // Split, so that the path is not taken for one of the box.
  const Ran ran =
      InBox(Python("root = '/' + 'tmp/'\n"
                   "for path, mode in ((root + '" +
                   secret.filename().string() + "', 'r'), (root + '" + secret.filename().string() +
                   "', 'a'), (root + 'onsite-new', 'w'), ('/etc/passwd', 'r'), "
                   "('/proc/1/cmdline', 'r'), ('/dev/shm/onsite', 'w')):\n"
                   "    try:\n        open(path, mode); print('opened', path, mode)\n"
                   "    except OSError: pass\n"
                   "open('mine', 'w').write('x'); print(open('mine').read())\n"));
  fs::remove(secret);
  EXPECT_EQ(ran.exchange.out, "x\n") << ran.exchange.err;
}

TEST_F(LimitsOnly, OtherProcessesOfTheUserCannotBeSignalled) {
  const support::ChildProcess bystander({"/bin/sleep", "60"});
  const Ran ran =
      InBox(Python("import os, signal\n"
                   "for pid in (" +
                   std::to_string(bystander.pid()) + ", " + std::to_string(::getpid()) +
                   ", os.getppid(), -1):\n"
                   "    try:\n        os.kill(pid, signal.SIGKILL); print('killed', pid)\n"
                   "    except PermissionError: pass\n"
                   "os.kill(os.getpid(), signal.SIGUSR1)\n"));
  EXPECT_EQ(ran.exchange.out, "");
  EXPECT_EQ(ran.end.signal, SIGUSR1);
  EXPECT_EQ(::kill(bystander.pid(), 0), 0);
}

TEST_F(LimitsOnly, AMemoryHogIsStopped) {
  BoxSpec spec = Python(
      "import os, time\n"
      "for _ in range(4):\n    if os.fork() == 0: break\n"
      "x = b'x' * (40 << 20)\ntime.sleep(20)\n");
  spec.limits.memory_mb = 120;
  EXPECT_EQ(InBox(spec).exchange.event, BoxEvent::kMemoryLimit);
  EXPECT_EQ(CountProcesses("onsite-box-"), 0);
}

TEST_F(LimitsOnly, AForkBombEndsAndIsGone) {
  BoxSpec spec = Python(
      "import os\n"
      "while True:\n    try: os.fork()\n    except OSError: pass\n");
  spec.limits.processes = 30;
  const Ran ran = InBox(spec, {500, 5000});
  // On a busy machine the wall limit may come first.
  EXPECT_TRUE(ran.exchange.event == BoxEvent::kCpuLimit ||
              ran.exchange.event == BoxEvent::kWallLimit)
      << static_cast<int>(ran.exchange.event);
  EXPECT_EQ(AwaitProcesses("onsite-box-", std::chrono::milliseconds(100),
                           [](int left) { return left == 0; }),
            0);
}

TEST_F(LimitsOnly, DaemonsEndWithTheirProgram) {
  InBox(Shell("sleep 98761 & setsid sleep 98761 & (setsid sh -c 'sleep 98761; true' &) ; exit 0"));
  EXPECT_EQ(CountProcesses("98761"), 0);
}

TEST_F(LimitsOnly, WhatTheProgramLockedIsRemovedToo) {
  EXPECT_EQ(InBox(Shell("mkdir -p a/b; touch a/b/c; ln -s / a/root; chmod 0 a/b a")).end.exit_code,
            0);
  EXPECT_EQ(FoldersLeft(), 0);
}

TEST_F(LimitsOnly, AJudgeThatIsKilledLeavesNothing) {
  ASSERT_EQ(::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0), 0);
  {
    support::ChildProcess judge([](int out) {
      interview::Result<std::unique_ptr<Box>> box = Box::Start(
          Weaker(), Shell("sleep 98762 & setsid sleep 98762 & mkdir x; chmod 0 x; sleep 98762"));
      ::write(out, "\n", 1);
      (*box)->WaitForEnd({60'000, 60'000}, {});
    });
    judge.ReadLine();
    ASSERT_GE(AwaitProcesses("98762", std::chrono::seconds(5), [](int n) { return n >= 4; }), 4);
    ::kill(judge.pid(), SIGKILL);
    EXPECT_EQ(AwaitProcesses("98762", std::chrono::milliseconds(200), [](int n) { return n == 0; }),
              0);
  }
  // Its init became ours; it removes the folder and ends.
  EXPECT_GT(::waitpid(-1, nullptr, 0), 0);
}

interview::QuestionPtr Doubling() {
  auto question = std::make_shared<interview::Question>();
  question->id = "doubling";
  interview::CodingSpec spec;
  spec.signature.name = "solve";
  spec.signature.params.push_back(
      {"x", *interview::ParseType("int"), interview::Json::object(), false});
  spec.signature.returns = *interview::ParseType("int");
  spec.examples = {*interview::ParseJson(R"({"args": [21], "expected": 42})", "test")};
  spec.limits.time_ms = {{Language::kPython, 1000}, {Language::kCpp, 1000}};
  question->spec = spec;
  return question;
}

Judgement Judge(const JudgeConfig& config, Language language, const std::string& source) {
  interview::EvaluationRequest request;
  request.kind = interview::EvaluationKind::kRunVisible;
  request.question = Doubling();
  request.answer.language = language;
  request.answer.source = source;
  const interview::Result<interview::Evaluation> evaluation =
      CodeJudge(config).Evaluate(request, {});
  EXPECT_TRUE(evaluation) << evaluation.error().message << evaluation.error().detail;
  return evaluation ? *evaluation->judgement : Judgement{};
}

TEST_F(LimitsOnly, TheSameSubmissionsPassAndOnlyTheWeakerResultsCarryACaution) {
  const std::pair<Language, std::string> submissions[] = {
      {Language::kPython, "def solve(x):\n    return 2 * x\n"},
      {Language::kCpp, "#include <bits/stdc++.h>\nint solve(int x) { return 2 * x; }\n"}};
  for (const auto& [language, source] : submissions) {
    const Judgement full = Judge(TestConfig(), language, source);
    EXPECT_EQ(full.verdict, Verdict::kAccepted) << full.message;
    EXPECT_EQ(full.caution, "");
    const Judgement weaker = Judge(Weaker(), language, source);
    EXPECT_EQ(weaker.verdict, Verdict::kAccepted) << weaker.message << weaker.err;
    EXPECT_NE(weaker.caution.find("limits-only"), std::string::npos);
  }
}

TEST_F(LimitsOnly, ACompileErrorNamesTheLineAndNoPathOfThisMachine) {
  const Judgement judgement =
      Judge(Weaker(), Language::kCpp, "int solve(int x) {\n  return y;\n}\n");
  EXPECT_EQ(judgement.verdict, Verdict::kCompileError);
  ASSERT_FALSE(judgement.diagnostics.empty());
  EXPECT_EQ(judgement.diagnostics[0].line, 2);
  EXPECT_EQ(judgement.err.find("onsite-box-"), std::string::npos) << judgement.err;
}

}  // namespace
}  // namespace evaluators
