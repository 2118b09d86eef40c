// What the sandbox keeps in, keeps out, and says about how a program ended.
#include "evaluators/judge/sandbox.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <algorithm>
#include <thread>

#include "evaluators/judge/sandbox_probe.h"
#include "tests/evaluators/judge/judge_fixture.h"
#include "tests/evaluators/judge/survivors.h"
#include "tests/support/child_process.h"
#include "tests/support/temp_folder.h"

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

TEST(Sandbox, EveryKnownSwitchHasItsRemedy) {
  struct Case {
    const char* file;
    const char* value;
    const char* remedy;
  };
  for (const Case& one :
       {Case{"kernel/apparmor_restrict_unprivileged_userns", "1\n",
             "profile bwrap /usr/bin/bwrap flags=(unconfined) {\\n  userns,"},
        Case{"kernel/unprivileged_userns_clone", "0\n",
             "sudo sysctl -w kernel.unprivileged_userns_clone=1"},
        Case{"user/max_user_namespaces", "0\n", "sudo sysctl -w user.max_user_namespaces=15000"},
        Case{"kernel/other", "0\n", "--security-opt seccomp=unconfined"}}) {
    const support::TempFolder switches;
    support::WriteBytes(switches / one.file, one.value);
    const interview::Status why =
        NamespacesForbidden(switches.path(), "bwrap: setting up uid map: Permission denied\n");
    ASSERT_FALSE(why);
    EXPECT_NE(why.error().message.find(one.remedy), std::string::npos) << why.error().message;
    EXPECT_NE(why.error().message.find("no code is run"), std::string::npos);
  }
}

TEST(Sandbox, WhereNoneCanBeMadeNothingRunsAndTheDoctorIsNamed) {
  for (const char* bwrap : {"/usr/bin/false", "/usr/bin/no-such-bwrap"}) {
    JudgeConfig config = TestConfig();
    config.bwrap = bwrap;
    const interview::Result<std::unique_ptr<Box>> box = Box::Start(config, Shell("echo ran"));
    ASSERT_FALSE(box);
    EXPECT_NE(box.error().message.find("onsite doctor"), std::string::npos);
  }
}

TEST(Sandbox, TheWeakerOneRefusesTheSuperuser) {
  if (::geteuid() != 0) GTEST_SKIP() << "not the superuser";
  JudgeConfig config = TestConfig();
  config.sandbox = SandboxMode::kLimitsOnly;
  const interview::Result<std::unique_ptr<Box>> box = Box::Start(config, Shell("echo ran"));
  ASSERT_FALSE(box);
  EXPECT_NE(box.error().message.find("as root"), std::string::npos);
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

TEST(Sandbox, EveryNamespaceIsItsOwn) {
  const Ran ran =
      InBox(Python("import os\n"
                   "for name in ('user', 'pid', 'mnt', 'net', 'ipc', 'uts', 'cgroup'):\n"
                   "    print(os.readlink('/proc/self/ns/' + name))\n"));
  EXPECT_EQ(std::count(ran.exchange.out.begin(), ran.exchange.out.end(), '\n'), 7);
  for (const char* name : {"user", "pid", "mnt", "net", "ipc", "uts", "cgroup"}) {
    const std::string ours =
        std::filesystem::read_symlink(std::string("/proc/self/ns/") + name).string();
    EXPECT_EQ(ran.exchange.out.find(ours), std::string::npos) << ours;
  }
}

TEST(Sandbox, HasNoCapabilityAndIsNotRoot) {
  const Ran ran = InBox(Shell("grep -E '^(Cap|NoNewPrivs|Seccomp):?' /proc/self/status; id -u"));
  for (const char* line : {"CapInh:\t0000000000000000", "CapPrm:\t0000000000000000",
                           "CapEff:\t0000000000000000", "CapBnd:\t0000000000000000",
                           "CapAmb:\t0000000000000000", "NoNewPrivs:\t1", "Seccomp:\t2"}) {
    EXPECT_NE(ran.exchange.out.find(line), std::string::npos) << line << "\n" << ran.exchange.out;
  }
  EXPECT_FALSE(ran.exchange.out.ends_with("\n0\n"));
}

TEST(Sandbox, ForbiddenCallsKill) {
  const std::string call = "import ctypes; ctypes.CDLL(None).syscall";
  for (const char* arguments : {"(101, 0, 0, 0, 0)",        // ptrace
                                "(272, 0x10000000)",        // unshare
                                "(56, 0x10000011, 0)",      // clone into a new user namespace
                                "(308, 0, 0)",              // setns
                                "(165, 0, 0, 0, 0, 0)",     // mount
                                "(155, 0, 0)",              // pivot_root
                                "(161, 0)",                 // chroot
                                "(248, 0, 0, 0, 0, 0)",     // add_key
                                "(249, 0, 0, 0, 0)",        // request_key
                                "(250, 0, 0, 0, 0, 0)",     // keyctl
                                "(321, 0, 0, 0)",           // bpf
                                "(298, 0, 0, 0, 0, 0)",     // perf_event_open
                                "(323, 0)",                 // userfaultfd
                                "(304, 0, 0, 0)",           // open_by_handle_at
                                "(438, 0, 0, 0)",           // pidfd_getfd
                                "(310, 0, 0, 0, 0, 0, 0)",  // process_vm_readv
                                "(311, 0, 0, 0, 0, 0, 0)",  // process_vm_writev
                                "(16, 0, 0x5412, 0)",       // ioctl TIOCSTI
                                "(16, 0, 0x541C, 0)"}) {    // ioctl TIOCLINUX
    const Ran ran = InBox(Python(call + arguments));
    EXPECT_EQ(ran.end.signal, SIGSYS) << arguments;
  }
}

TEST(Sandbox, RefusedCallsFailAndTheProgramGoesOn) {
  const Ran ran = InBox(Python(
      "import ctypes, errno\n"
      "libc = ctypes.CDLL(None, use_errno=True)\n"
      "def refuse(number, *arguments):\n"
      "    ctypes.set_errno(0)\n"
      "    r = libc.syscall(number, *arguments)\n"
      "    if r != -1 or ctypes.get_errno() not in (errno.ENOSYS, errno.EPERM, errno.EACCES,\n"
      "                                             errno.ENOLCK):\n"
      "        print(number, arguments, r, ctypes.get_errno())\n"
      "buffer = ctypes.create_string_buffer(256)\n"
      "refuse(425, 8, buffer)\n"              // io_uring_setup
      "refuse(319, b'x', 0)\n"                // memfd_create
      "refuse(447, 0)\n"                      // memfd_secret
      "refuse(435, buffer, 88)\n"             // clone3
      "refuse(206, 8, buffer)\n"              // io_setup
      "refuse(29, 0, 4096, 0o1600)\n"         // shmget
      "refuse(68, 1, 0o1600)\n"               // msgget
      "refuse(64, 1, 1, 0o1600)\n"            // semget
      "refuse(240, b'q', 0o102, 0o600, 0)\n"  // mq_open
      "refuse(149, buffer, 256)\n"            // mlock
      "refuse(73, 0, 2)\n"                    // flock
      "fd = libc.open(b'/usr/bin/true', 0)\n"
      "import struct\n"
      "lock = ctypes.create_string_buffer(struct.pack('hhqqi4x', 0, 0, 0, 1, 0))\n"
      "refuse(72, fd, 6, lock)\n"       // fcntl F_SETLK
      "refuse(72, fd, 37, lock)\n"      // fcntl F_OFD_SETLK
      "refuse(72, fd, 1024, 0)\n"       // fcntl F_SETLEASE
      "refuse(302, 1, 0, buffer, 0)\n"  // prlimit of PID 1
      "refuse(141, 0, 0, -20)\n"        // setpriority
      "import socket\n"
      "for family in (1, 2, 10, 16, 17, 38, 40):\n"  // unix ... netlink, packet, alg, vsock
      "    refuse(41, family, 2, 0)\n"
      "a, b = socket.socketpair()\n"  // between its own threads: allowed
      "a.send(b'fine'); print(b.recv(9).decode())\n"));
  EXPECT_EQ(ran.exchange.out, "fine\n") << ran.exchange.err;
}

TEST(Sandbox, ForeignSystemCallTablesKill) {
  EXPECT_EQ(InBox(Python("import ctypes; ctypes.CDLL(None).syscall(0x40000000 + 39)")).end.signal,
            SIGSYS);  // x32
  const Ran ran = InBox(Python(
      "import ctypes, mmap\n"
      "page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)\n"
      "page.write(bytes([0xB8, 20, 0, 0, 0, 0xCD, 0x80, 0xC3]))\n"  // getpid of i386: int 0x80
      "at = ctypes.addressof(ctypes.c_char.from_buffer(page))\n"
      "print(ctypes.CFUNCTYPE(ctypes.c_int)(at)())\n"));
  EXPECT_EQ(ran.exchange.out, "");
  EXPECT_EQ(ran.end.signal, SIGSYS);
}

TEST(Sandbox, NothingOfTheJudgeIsOpenInTheProgram) {
  const int leaked = ::open("/etc/hostname", O_RDONLY);  // without O_CLOEXEC, as libraries do
  const Ran ran =
      InBox(Python("import os\nprint(sorted(int(n) for n in os.listdir('/proc/self/fd') "
                   "if int(n) < 4 or os.path.exists('/proc/self/fd/' + n)))\n"));
  ::close(leaked);
  EXPECT_EQ(ran.exchange.out, "[0, 1, 2, 3]\n");
}

TEST(Sandbox, RlimitsAreSet) {
  BoxSpec spec = Python(
      "import resource as r\n"
      "for n in ('CORE', 'MEMLOCK', 'MSGQUEUE', 'NOFILE', 'FSIZE', 'STACK', 'AS', 'NPROC'):\n"
      "    print(n, *r.getrlimit(getattr(r, 'RLIMIT_' + n, 12)))\n");
  spec.limits.open_files = 33;
  spec.limits.file_mb = 5;
  spec.limits.stack_mb = 7;
  spec.limits.address_space_mb = 0;
  spec.limits.processes = 11;
  EXPECT_EQ(InBox(spec).exchange.out,
            "CORE 0 0\nMEMLOCK 0 0\nMSGQUEUE 0 0\nNOFILE 33 33\nFSIZE 5242880 5242880\n"
            "STACK 7340032 7340032\nAS -1 -1\nNPROC 11 11\n");
}

TEST(Sandbox, WithoutAnAddressSpaceLimitMemoryIsStillWatched) {
  BoxSpec spec = Python(
      "import mmap\n"
      "reserved = mmap.mmap(-1, 64 << 30, flags=mmap.MAP_PRIVATE | 0x4000)\n"  // MAP_NORESERVE
      "print('reserved', flush=True)\n"
      "for at in range(0, 400 << 20, 4096): reserved[at] = 1\n"
      "print('touched')\n");
  spec.limits.address_space_mb = 0;
  spec.limits.memory_mb = 150;
  const Ran ran = InBox(spec);
  EXPECT_EQ(ran.exchange.event, BoxEvent::kMemoryLimit);
  EXPECT_EQ(ran.exchange.out, "reserved\n");
  spec.limits.address_space_mb = 4096;
  EXPECT_EQ(InBox(spec).exchange.out, "");  // the reservation itself fails
}

TEST(Sandbox, SharedAnonymousMemoryCounts) {
  BoxSpec spec = Python(
      "import mmap\nm = mmap.mmap(-1, 400 << 20)\n"
      "for at in range(0, 400 << 20, 4096): m[at] = 1\nprint('touched')\n");
  spec.limits.memory_mb = 120;
  EXPECT_EQ(InBox(spec).exchange.event, BoxEvent::kMemoryLimit);
}

TEST(Sandbox, AFileTooLargeEndsTheProgram) {
  BoxSpec spec = Python(
      "import os, signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_DFL)\n"
      "open('/tmp/x', 'wb').write(b'x' * 3_000_000)\n");
  spec.limits.file_mb = 2;
  EXPECT_EQ(InBox(spec).end.signal, SIGXFSZ);
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

TEST(Sandbox, AJudgeThatIsKilledLeavesNothing) {
  support::ChildProcess judge([](int out) {
    const std::unique_ptr<Box> box =
        Start(Shell("sleep 98763 & setsid sleep 98763 & (setsid sh -c 'sleep 98763; true' &) ; "
                    "while :; do sleep 98763; done"));
    [[maybe_unused]] const ssize_t n = ::write(out, "\n", 1);
    box->WaitForEnd({60'000, 60'000}, {});
  });
  judge.ReadLine();
  ASSERT_GE(AwaitProcesses("98763", std::chrono::seconds(5), [](int n) { return n >= 5; }), 5);
  ::kill(judge.pid(), SIGKILL);
  EXPECT_EQ(AwaitProcesses("98763", std::chrono::milliseconds(200), [](int n) { return n == 0; }),
            0);
  while (::waitpid(-1, nullptr, 0) > 0) {  // what became ours
  }
}

TEST(Sandbox, AJudgeKilledWhileABoxStartsLeavesNothing) {
  for (int delay_us = 0; delay_us < 6000; delay_us += 400) {
    support::ChildProcess judge([](int out) {
      [[maybe_unused]] const ssize_t n = ::write(out, "\n", 1);
      Start(Shell("sleep 98764"))->WaitForEnd({60'000, 60'000}, {});
    });
    judge.ReadLine();
    ::usleep(static_cast<useconds_t>(delay_us));
    judge.Kill();
  }
  EXPECT_EQ(AwaitProcesses("98764", std::chrono::milliseconds(300), [](int n) { return n == 0; }),
            0);
  while (::waitpid(-1, nullptr, 0) > 0) {
  }
}

TEST(Sandbox, WaitingForAProcessorIsNeverLongerThanTheClock) {
  const std::unique_ptr<Box> box = Start(
      Shell("for i in 1 2 3 4 5 6 7 8; do (while :; do :; done) & done; echo started >&3; wait"));
  ASSERT_EQ(box->Ask("", {}, {}).line, "started");
  // Eight that crowd out each other have waited for seconds in sum, but the wall limit holds.
  const Exchange exchange = box->Ask("x", {60'000, 1000}, {});
  EXPECT_EQ(exchange.event, BoxEvent::kWallLimit);
  EXPECT_LT(exchange.wall_ms, 6000);
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
