// What the sandbox keeps in, keeps out, and says about how a program ended.
#include "evaluators/judge/sandbox.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <thread>

#include "tests/evaluators/judge/judge_fixture.h"

namespace evaluators {
namespace {

BoxSpec Shell(const std::string& script) {
  BoxSpec spec;
  spec.command = {"/bin/sh", "-c", script};
  return spec;
}

BoxSpec Python(const std::string& script) {
  BoxSpec spec;
  spec.command = {"/usr/bin/python3", "-I", "/onsite/program.py"};
  spec.files = {{"/onsite/program.py", script}};
  return spec;
}

std::unique_ptr<Box> Start(const BoxSpec& spec) {
  interview::Result<std::unique_ptr<Box>> box = Box::Start(TestConfig(), spec);
  EXPECT_TRUE(box) << box.error().message << box.error().detail;
  return box ? std::move(*box) : nullptr;
}

struct Ran {
  Exchange exchange;
  BoxEnd end;
  std::string artifact;
};

Ran InBox(const BoxSpec& spec, ExchangeLimits limits = {3000, 10'000}) {
  const std::unique_ptr<Box> box = Start(spec);
  if (!box) return {};
  Ran ran;
  ran.exchange = box->WaitForEnd(limits, {});
  ran.end = box->end();
  ran.artifact = box->artifact();
  return ran;
}

TEST(Sandbox, ProbeSucceedsWhereTheseTestsRun) {
  const interview::Status probe = ProbeSandbox(TestConfig());
  EXPECT_TRUE(probe) << probe.error().message << probe.error().detail;
}

TEST(Sandbox, ProbeNamesTheRemedyWhenBubblewrapIsMissing) {
  JudgeConfig config = TestConfig();
  config.bwrap = "/usr/bin/no-such-bwrap";
  const interview::Status probe = ProbeSandbox(config);
  ASSERT_FALSE(probe);
  EXPECT_NE(probe.error().message.find("sudo apt install bubblewrap"), std::string::npos);
}

TEST(Sandbox, ProbeExplainsWhenNoSandboxCanBeMade) {
  JudgeConfig config = TestConfig();
  config.bwrap = "/usr/bin/false";  // refuses everything, as a forbidden bubblewrap does
  const interview::Status probe = ProbeSandbox(config);
  ASSERT_FALSE(probe);
  EXPECT_NE(probe.error().message.find("no code is run"), std::string::npos)
      << probe.error().message;
}

TEST(Sandbox, ReportsOutputAndExitCode) {
  const Ran ran = InBox(Shell("echo out; echo err >&2; exit 3"));
  EXPECT_EQ(ran.exchange.event, BoxEvent::kEnded);
  EXPECT_EQ(ran.exchange.out, "out\n");
  EXPECT_EQ(ran.exchange.err, "err\n");
  EXPECT_TRUE(ran.end.is_known);
  EXPECT_EQ(ran.end.exit_code, 3);
}

TEST(Sandbox, ReportsTheSignal) {
  const Ran ran = InBox(Shell("kill -SEGV $$"));
  EXPECT_EQ(ran.end.exit_code, -1);
  EXPECT_EQ(ran.end.signal, SIGSEGV);
}

TEST(Sandbox, TheEnvironmentOfTheUserStaysOutside) {
  ::setenv("ONSITE_TEST_SECRET", "canary-in-the-environment", 1);
  const Ran ran = InBox(Shell("env; cat /proc/*/environ 2>/dev/null"));
  EXPECT_EQ(ran.exchange.out.find("canary"), std::string::npos) << ran.exchange.out;
  EXPECT_EQ(ran.end.exit_code == -1, false);
}

TEST(Sandbox, FilesOfTheUserAreNotThere) {
  const Ran ran = InBox(Shell("ls /; ls /root /home /etc /work " ONSITE_SOURCE_DIR " 2>/dev/null"));
  EXPECT_EQ(ran.exchange.out, "bin\ndev\netc\nlib\nlib64\nproc\ntmp\nusr\n/etc:\nalternatives\n");
}

TEST(Sandbox, OnlyTmpIsWritable) {
  const Ran ran = InBox(
      Shell("for f in / /usr /usr/bin /etc /dev /dev/shm /proc /tmp; do touch $f/x 2>/dev/null "
            "&& echo $f; done; "
            "true"));
  EXPECT_EQ(ran.exchange.out, "/tmp\n");
}

TEST(Sandbox, TmpIsSmall) {
  BoxSpec spec =
      Shell("for i in 1 2 3 4 5 6 7 8; do head -c 3000000 /dev/zero > /tmp/$i || echo full; done");
  spec.limits.tmp_mb = 8;
  EXPECT_NE(InBox(spec).exchange.out.find("full"), std::string::npos);
}

TEST(Sandbox, ThereIsNoNetwork) {
  const Ran ran =
      InBox(Python("import os, socket\n"
                   "print(os.listdir('/sys/class/net') if os.path.exists('/sys') else [])\n"
                   "try:\n    socket.create_connection(('127.0.0.1', 22))\n"
                   "except OSError as e:\n    print(type(e).__name__)\n"));
  EXPECT_EQ(ran.exchange.out, "[]\nPermissionError\n");
}

TEST(Sandbox, ForbiddenCallsKill) {
  for (const char* script :
       {"import ctypes; ctypes.CDLL(None).syscall(101, 0, 0, 0, 0)",        // ptrace
        "import ctypes; ctypes.CDLL(None).syscall(272, 0x10000000)",        // unshare
        "import ctypes; ctypes.CDLL(None).syscall(250, 0, 0, 0, 0, 0)",     // keyctl
        "import ctypes; ctypes.CDLL(None).syscall(165, 0, 0, 0, 0, 0)"}) {  // mount
    const Ran ran = InBox(Python(script));
    EXPECT_EQ(ran.end.signal, SIGSYS) << script;
  }
}

TEST(Sandbox, PidOneCannotBeHarmed) {
  const Ran ran =
      InBox(Python("import os, signal\n"
                   "for s in (signal.SIGKILL, signal.SIGSTOP, signal.SIGTERM):\n    os.kill(1, s)\n"
                   "for f in ('mem', 'environ', 'fd/100'):\n"
                   "    try:\n        open('/proc/1/' + f, 'rb+').read(); print('read', f)\n"
                   "    except OSError: pass\n"
                   "for fd in range(4, 200):\n"
                   "    try:\n        os.write(fd, b'0 0 0 0\\n'); print('wrote', fd)\n"
                   "    except OSError: pass\n"
                   "raise SystemExit(7)\n"));
  EXPECT_EQ(ran.exchange.out, "");
  EXPECT_EQ(ran.end.exit_code, 7);
}

TEST(Sandbox, CpuTimeIsSummedOverTheTree) {
  const Ran ran = InBox(Shell("while :; do :; done & while :; do :; done & wait"), {600, 10'000});
  EXPECT_EQ(ran.exchange.event, BoxEvent::kCpuLimit);
  EXPECT_LT(ran.exchange.cpu_ms, 1200);
}

TEST(Sandbox, SleepMeetsTheWallLimit) {
  const Ran ran = InBox(Shell("sleep 100"), {1000, 300});
  EXPECT_EQ(ran.exchange.event, BoxEvent::kWallLimit);
  EXPECT_TRUE(ran.exchange.idle);
}

TEST(Sandbox, MemoryIsSummedOverTheTree) {
  BoxSpec spec = Python(
      "import os, time\n"
      "for _ in range(4):\n    if os.fork() == 0: break\n"
      "x = b'x' * (40 << 20)\ntime.sleep(20)\n");
  spec.limits.memory_mb = 120;
  EXPECT_EQ(InBox(spec).exchange.event, BoxEvent::kMemoryLimit);
}

TEST(Sandbox, ForkBombsStopAtTheProcessLimit) {
  BoxSpec spec = Python(
      "import os\nn = 0\n"
      "try:\n    while True:\n        if os.fork() == 0:\n            import time; time.sleep(30)\n"
      "        n += 1\n"
      "except OSError: print(n)\n");
  spec.limits.processes = 20;
  const Ran ran = InBox(spec);
  EXPECT_EQ(ran.exchange.event, BoxEvent::kEnded);
  EXPECT_LE(std::atoi(ran.exchange.out.c_str()), 20);
  EXPECT_GE(std::atoi(ran.exchange.out.c_str()), 10);
}

TEST(Sandbox, EndlessOutputIsCut) {
  const Ran ran = InBox(Shell("yes"));
  EXPECT_EQ(ran.exchange.event, BoxEvent::kOutputLimit);
  EXPECT_EQ(ran.exchange.out.size(), std::size_t{64} << 10);
}

TEST(Sandbox, AnswersOneLineToEachRequest) {
  const std::unique_ptr<Box> box =
      Start(Shell("while read line; do echo seen; echo \"<$line>\" >&3; done"));
  for (const char* word : {"one", "two"}) {
    const Exchange answer = box->Ask(word, {}, {});
    EXPECT_EQ(answer.event, BoxEvent::kAnswered);
    EXPECT_EQ(answer.line, "<" + std::string(word) + ">");
    EXPECT_EQ(answer.out, "seen\n");
  }
}

TEST(Sandbox, RequestsMayBeLargerThanAPipe) {
  const std::unique_ptr<Box> box = Start(Python(
      "import os, sys\nline = sys.stdin.readline()\nos.write(3, b'%d\\n' % len(line))\ninput()\n"));
  const Exchange answer = box->Ask(std::string(3'000'000, 'x'), {}, {});
  EXPECT_EQ(answer.line, "3000001");
}

TEST(Sandbox, AnsweringBeforeTheQuestionIsOutOfTurn) {
  const std::unique_ptr<Box> box = Start(
      Shell("echo ready >&3; read go; echo gone >&3; sleep 0.05; echo early >&3; read x; sleep 1"));
  EXPECT_EQ(box->Ask("", {}, {}).line, "ready");
  EXPECT_EQ(box->Ask("go", {}, {}).line, "gone");
  std::this_thread::sleep_for(std::chrono::milliseconds(150));
  EXPECT_EQ(box->Ask("question", {}, {}).event, BoxEvent::kOutOfTurn);
}

TEST(Sandbox, AnEndlessAnswerIsCut) {
  BoxSpec spec = Shell("yes | tr -d '\\n' >&3");
  spec.limits.answer_bytes = 1 << 20;
  const std::unique_ptr<Box> box = Start(spec);
  EXPECT_EQ(box->Ask("x", {}, {}).event, BoxEvent::kOutputLimit);
}

TEST(Sandbox, OneProductComesOut) {
  BoxSpec spec = Shell("echo product > /tmp/result");
  spec.artifact = "/tmp/result";
  EXPECT_EQ(InBox(spec).artifact, "product\n");
}

TEST(Sandbox, AProductThatIsALinkStaysInside) {
  BoxSpec spec = Shell("ln -s /proc/1/environ /tmp/result");
  spec.artifact = "/tmp/result";
  EXPECT_EQ(InBox(spec).artifact, "");
}

TEST(Sandbox, StopIsHonouredWithinFiftyMilliseconds) {
  std::stop_source source;
  const std::unique_ptr<Box> box = Start(Shell("while :; do :; done"));
  std::chrono::steady_clock::time_point asked;
  std::thread stopper([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    asked = std::chrono::steady_clock::now();
    source.request_stop();
  });
  const Exchange exchange = box->Ask("x", {10'000, 10'000}, source.get_token());
  const auto now = std::chrono::steady_clock::now();
  stopper.join();
  EXPECT_EQ(exchange.event, BoxEvent::kCancelled);
  EXPECT_LT(now - asked,
            std::chrono::milliseconds(100));  // twice the promise: this machine is shared
}

TEST(Sandbox, LeavesNoProcessBehind) {
  for (int i = 0; i < 5; ++i) {
    InBox(Shell("sleep 100 & setsid sleep 100 & exit 0"));
    InBox(Shell("sleep 100"), {1000, 50});
  }
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1) << "a child is still there";
  EXPECT_EQ(errno, ECHILD);
}

}  // namespace
}  // namespace evaluators
