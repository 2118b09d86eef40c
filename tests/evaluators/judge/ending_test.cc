// Every way a program can fail to answer, by a real program in the real box.
#include "evaluators/judge/ending.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>

#include "tests/evaluators/judge/handmade_question.h"

namespace evaluators {
namespace {

using interview::Judgement;
using interview::Language;
using interview::QuestionPtr;
using interview::Verdict;
using testing::HasSubstr;

struct Program {
  const char* name;
  Language language;
  const char* source;
  Verdict verdict;
  const char* says;
};

void PrintTo(const Program& program, std::ostream* out) { *out << program.name; }

class Ends : public testing::TestWithParam<Program> {};

TEST_P(Ends, WithAVerdictThatSaysHow) {
  const Program& program = GetParam();
  const QuestionPtr question =
      Handmade({{"k", "int"}}, "int", {Parse(R"({"args": [3], "expected": 3})")});
  const Judgement judgement = RunExamples(question, program.language, program.source);
  EXPECT_EQ(judgement.verdict, program.verdict) << judgement.message << judgement.err;
  EXPECT_THAT(judgement.message, HasSubstr(program.says)) << judgement.err;
}

constexpr char kDeepInPython[] =
    "import functools\n"
    "def deep(x):\n    return functools.reduce(lambda a, b: deep(x), [1, 2])\n"
    "def solve(k):\n    return deep(k)\n";

INSTANTIATE_TEST_SUITE_P(
    Programs, Ends,
    testing::Values(
        Program{"Busy", Language::kPython, "def solve(k):\n    while True: pass\n",
                Verdict::kTimeLimit, "of processor time on this test"},
        Program{"Asleep", Language::kPython, "import time\ndef solve(k):\n    time.sleep(60)\n",
                Verdict::kTimeLimit, "idle for most of it"},
        Program{"Deadlocked", Language::kCpp,
                "#include <mutex>\nint solve(int k) { std::mutex m; m.lock(); m.lock(); return k; "
                "}",
                Verdict::kTimeLimit, "a lock"},
        Program{"StoppedItself", Language::kPython,
                "import os, signal\ndef solve(k):\n    os.kill(os.getpid(), signal.SIGSTOP)\n",
                Verdict::kTimeLimit, "stopped itself"},
        Program{"StackOverflow", Language::kCpp,
                "int deep(volatile int* x, int n) { volatile int y = n; return n + deep(&y, n + 1) "
                "+ *x; }\nint solve(int k) { int x = 0; return deep(&x, k); }",
                Verdict::kRuntimeError, "a stack overflow: the recursion is too deep"},
        Program{"NullPointer", Language::kCpp,
                "int solve(int k) { volatile int* p = nullptr; return k + *p; }",
                Verdict::kRuntimeError, "a null pointer was followed"},
        Program{"DeepPython", Language::kPython, "def solve(k):\n    return solve(k)\n",
                Verdict::kRuntimeError, "RecursionError"},
        Program{"DeepPythonThroughC", Language::kPython, kDeepInPython, Verdict::kRuntimeError,
                "recursion"},
        Program{"AllocationGrows", Language::kPython,
                "def solve(k):\n    x = []\n    while True: x.append(b'x' * (1 << 20))\n",
                Verdict::kMemoryLimit, "256 MB"},
        Program{"OneHugeAllocation", Language::kPython,
                "def solve(k):\n    return len([0] * 10 ** 12)\n", Verdict::kMemoryLimit,
                "its limit is 256 MB"},
        Program{"OneHugeAllocationInCpp", Language::kCpp,
                "int solve(int k) { std::vector<char> v(std::size_t(1) << 40); return v[5] + k; }",
                Verdict::kMemoryLimit, "std::bad_alloc"},
        Program{"NegativeSize", Language::kCpp,
                "int solve(int k) { std::vector<int> v(k - 5); return v.size(); }",
                Verdict::kRuntimeError, "a negative number that became a size"},
        Program{"ExitsByTheSystem", Language::kPython,
                "import os\ndef solve(k):\n    os._exit(0)\n", Verdict::kRuntimeError,
                "exit code 0) before it answered"},
        Program{"Exits", Language::kPython, "import sys\ndef solve(k):\n    sys.exit(0)\n",
                Verdict::kRuntimeError, "called sys.exit()"},
        Program{"ExitsInCpp", Language::kCpp, "int solve(int) { std::exit(0); }",
                Verdict::kRuntimeError, "exit code 0) before it answered"},
        Program{"PastTheEnd", Language::kCpp,
                "int solve(int k) { std::vector<int> v; return v[k]; "
                "}",
                Verdict::kRuntimeError, "an index past the end of a container"},
        Program{"TakenFromEmpty", Language::kCpp,
                "int solve(int k) { std::vector<int> v; return v.back() + k; }",
                Verdict::kRuntimeError, "an empty container"},
        Program{"FreedTwice", Language::kCpp,
                "int solve(int k) { void* volatile p = std::malloc(k + 50); std::free(p); "
                "std::free(p); return k; }",
                Verdict::kRuntimeError, "memory was freed twice"},
        Program{"ThrewInAThread", Language::kCpp,
                "#include <thread>\nint solve(int k) { std::thread t([] { throw 5; }); t.join(); "
                "return k; }",
                Verdict::kRuntimeError, "nobody caught the exception"},
        Program{"DividedByZero", Language::kCpp, "int solve(int k) { return 7 / (k - 3); }",
                Verdict::kRuntimeError, "a division by zero"},
        Program{"WroteALargeFile", Language::kCpp,
                "int solve(int k) { std::FILE* f = std::fopen(\"/tmp/x\", \"w\"); std::string "
                "s(1 << 20, 'x'); for (int i = 0; i < 40; ++i) std::fwrite(s.data(), 1, s.size(), "
                "f); std::fclose(f); return k; }",
                Verdict::kOutputLimit, "a file that is too large"},
        Program{"IsTooLargeToCompile", Language::kCpp,
                "int big[1 << 28] = {1};\nint solve(int k) { return big[k]; }",
                Verdict::kCompileError, "The compiled program is too large"},
        Program{"PrintedTooMuch", Language::kPython,
                "def solve(k):\n    while True: print('x' * 1000)\n", Verdict::kOutputLimit,
                "too much"},
        Program{"TracedAnother", Language::kPython,
                "import ctypes\ndef solve(k):\n    ctypes.CDLL(None).ptrace(0, 0, 0, 0)\n",
                Verdict::kViolation, "a system call that the sandbox forbids"},
        Program{"AnsweredEarly", Language::kPython,
                "import os\ndef solve(k):\n    os.write(3, b'{\"id\":1,\"result\":3}\\n')\n"
                "    return 3\n",
                Verdict::kViolation, "{\"id\":1,\"result\":3}"}),
    [](const testing::TestParamInfo<Program>& one) { return std::string(one.param.name); });

TEST(ClassifyEnding, BlamesTheSandboxForASilentEndNotTheProgram) {
  const Ending ending = ClassifyEnding(Exchange{}, BoxEnd{}, BoxLimits{}, ExchangeLimits{});
  EXPECT_EQ(ending.verdict, Verdict::kInternalError);
}

TEST(ClassifyEnding, EscapesWhatTheProgramSaidBeforeItGaveUp) {
  Exchange exchange;
  exchange.err = "terminate called after throwing an instance of '\x1b[31m'\n";
  BoxEnd end;
  end.is_known = true;
  end.signal = SIGABRT;
  const Ending ending = ClassifyEnding(exchange, end, BoxLimits{}, ExchangeLimits{});
  EXPECT_THAT(ending.message, HasSubstr("\\x1b[31m"));
}

TEST(ClassifyForgery, TellsWhatWasWrittenAndWhen) {
  EXPECT_THAT(ClassifyForgery("{\"id\":7}\nmore", true).message,
              HasSubstr("before it was asked: {\"id\":7}. Return"));
  EXPECT_THAT(ClassifyForgery("", false).message, HasSubstr("beside its answer. Return"));
}

}  // namespace
}  // namespace evaluators
