// Answers of a program that writes to the judge's channel itself, and how its faults are told.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "evaluators/judge/case_runner.h"
#include "evaluators/judge/language.h"
#include "tests/evaluators/judge/judge_fixture.h"

namespace evaluators {
namespace {

using interview::Json;
using interview::Result;
using interview::Verdict;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

RunReport RunSource(const std::string& source, int cases = 2) {
  interview::Signature signature;
  signature.kind = interview::Signature::Kind::kFunction;
  signature.name = "f";
  signature.params.resize(1);
  signature.params[0].name = "x";
  signature.params[0].type = *interview::ParseType("int");
  signature.returns = *interview::ParseType("list<double>");
  const Result<Prepared> prepared = PreparePython(TestConfig(), signature, source);
  std::vector<TestCase> tests(static_cast<std::size_t>(cases));
  for (int i = 0; i < cases; ++i) tests[static_cast<std::size_t>(i)].args = {i};
  const Result<RunReport> report = RunCases(TestConfig(), *prepared->program, tests, {}, {});
  EXPECT_TRUE(report);
  return report.value_or(RunReport{});
}

// Answers test 0 with a line of its own, `id` being the number that the judge asked with.
std::string Answering(const std::string& line) {
  return "import os, sys\n"
         "def f(x):\n"
         "    frame = sys._getframe()\n"
         "    while 'request' not in frame.f_locals or type(frame.f_locals['request']) is not "
         "list:\n"
         "        frame = frame.f_back\n"
         "    id = frame.f_locals['request'][0]\n"
         "    data = " +
         line +
         "\n"
         "    if x == 0:\n"
         "        while data: data = data[os.write(3, data):]\n"
         "        os.read(0, 1) or os._exit(0)\n"
         "    return [1.0]\n";
}

TEST(Protocol, OnlyStrictAnswersCount) {
  struct Line {
    const char* what;
    const char* bytes;
  };
  for (const Line& one : {
           Line{"not JSON", "b'hello\\n'"},
           Line{"no object", "b'[1]\\n'"},
           Line{"another number", "b'{\"id\":%d,\"result\":[]}\\n' % (id + 1)"},
           Line{"no number", "b'{\"result\":[]}\\n'"},
           Line{"no result", "b'{\"id\":%d}\\n' % id"},
           Line{"a key twice", "b'{\"id\":%d,\"result\":[],\"result\":[1.0]}\\n' % id"},
           Line{"NaN", "b'{\"id\":%d,\"result\":[NaN]}\\n' % id"},
           Line{"Infinity", "b'{\"id\":%d,\"result\":[-Infinity]}\\n' % id"},
           Line{"beyond a double", "b'{\"id\":%d,\"result\":[1e999]}\\n' % id"},
           Line{"not UTF-8", "b'{\"id\":%d,\"result\":[\"\\xff\"]}\\n' % id"},
           Line{"deep", "b'{\"id\":%d,\"result\":%s}\\n' % (id, b'[' * 1000 + b']' * 1000)"},
           Line{"ten million levels", "b'[' * 10_000_000 + b'\\n'"},
           Line{"ten million levels, closed",
                "b'{\"id\":%d,\"result\":%s}\\n' % (id, b'[' * 7_000_000 + b']' * 7_000_000)"},
           Line{"two lines", "b'{\"id\":%d,\"result\":[1.0]}\\n' % id * 2"},
           Line{"an empty line", "b'\\n'"},
       }) {
    const RunReport report = RunSource(Answering(one.bytes));
    EXPECT_EQ(report.outcomes[0].verdict, Verdict::kViolation)
        << one.what << ": " << report.outcomes[0].message;
    EXPECT_EQ(report.outcomes[1].verdict, Verdict::kAccepted) << one.what;
  }
}

TEST(Protocol, AnAnswerInAdvanceIsAViolation) {
  const RunReport report = RunSource(
      "import os, threading, time\n"
      "def f(x):\n"
      "    if x == 0:\n"
      "        def late():\n"
      "            time.sleep(0.05)\n"
      "            os.write(3, b'{\"id\":1,\"result\":[]}\\n')\n"
      "        threading.Thread(target=late).start()\n"
      "    else:\n"
      "        time.sleep(0.2)\n"
      "    return [1.0]\n");
  EXPECT_EQ(report.outcomes[0].verdict, Verdict::kAccepted);
  EXPECT_EQ(report.outcomes[1].verdict, Verdict::kViolation);
}

TEST(Protocol, TooMuchInOneAnswerIsAnOutputLimit) {
  const RunReport report = RunSource(Answering("b'[' + b'1,' * 10_000_000"));
  EXPECT_EQ(report.outcomes[0].verdict, Verdict::kOutputLimit);
}

TEST(Protocol, StreamsAreKeptApartAndShort) {
  const RunReport report = RunSource(
      "import sys\ndef f(x):\n    print('o' * 100_000)\n    print('e\\x1b[31m', file=sys.stderr)\n"
      "    return [1.0]\n",
      1);
  EXPECT_EQ(report.outcomes[0].verdict, Verdict::kAccepted);
  EXPECT_EQ(report.outcomes[0].out.size(), std::size_t{64} << 10);
  EXPECT_EQ(report.outcomes[0].out.find('e'), std::string::npos);
  EXPECT_THAT(report.outcomes[0].err, StartsWith("e"));
  EXPECT_EQ(report.outcomes[0].err.find('\x1b'), std::string::npos);
}

TEST(Protocol, NumbersThatJsonLacksArriveAllTheSame) {
  const RunReport report = RunSource("def f(x):\n    return [float('nan'), -float('inf'), 1]\n", 1);
  EXPECT_EQ(report.outcomes[0].result, (Json{"NaN", "-Infinity", 1.0}));
}

struct Fault {
  const char* what;
  const char* source;
  const char* message;
  const char* trace;
};
class Tracebacks : public testing::TestWithParam<Fault> {};

TEST_P(Tracebacks, ShowTheCandidatesFrames) {
  const RunReport report = RunSource(GetParam().source, 1);
  ASSERT_FALSE(report.rejection) << report.rejection->message;
  EXPECT_EQ(report.outcomes[0].verdict, Verdict::kRuntimeError);
  EXPECT_THAT(report.outcomes[0].message, StartsWith(GetParam().message));
  EXPECT_LT(report.outcomes[0].message.size(), 2100u);
  EXPECT_LT(report.outcomes[0].err.size(), 25'000u);
  EXPECT_THAT(report.outcomes[0].err, HasSubstr(GetParam().trace));
  EXPECT_THAT(report.outcomes[0].err, Not(HasSubstr("onsite")));
  EXPECT_THAT(report.outcomes[0].err, Not(HasSubstr("_driver")));
}

INSTANTIATE_TEST_SUITE_P(
    Faults, Tracebacks,
    testing::Values(Fault{"plain", "def f(x):\n    return 1 // x\n", "ZeroDivisionError: ",
                          "File \"solution.py\", line 2, in f\n    return 1 // x\n"},
                    Fault{"method",
                          "class A:\n    def go(self):\n        raise KeyError('k')\n"
                          "def f(x):\n    return A().go()\n",
                          "KeyError: 'k'", "line 3, in go"},
                    Fault{"endless", "def f(x):\n    return f(x)\n",
                          "RecursionError: maximum recursion", " more calls …"},
                    Fault{"chained",
                          "def f(x):\n    try:\n        [][x]\n    except IndexError as e:\n"
                          "        raise ValueError('v') from e\n",
                          "ValueError: v", "direct cause"},
                    Fault{"during",
                          "def f(x):\n    try:\n        [][x]\n    except IndexError:\n"
                          "        {}['a']\n",
                          "KeyError: 'a'", "During handling"},
                    Fault{"no text",
                          "class E(Exception):\n    def __str__(self): raise E()\n"
                          "def f(x):\n    raise E()\n",
                          "E: (no text)", "line 4, in f"},
                    Fault{"long text",
                          "class E(Exception):\n    def __str__(self): return 'x' * 10_000_000\n"
                          "def f(x):\n    raise E()\n",
                          "E: xxx", "line 4, in f"},
                    Fault{"odd text",
                          "class S(str):\n    def __getitem__(self, i): raise KeyError\n"
                          "    def __len__(self): return -1\n"
                          "class E(Exception):\n    def __str__(self): return S('odd')\n"
                          "def f(x):\n    raise E()\n",
                          "E: odd", "line 7, in f"},
                    Fault{"half a character", "def f(x):\n    raise ValueError('\\ud800')\n",
                          "ValueError: ?", "line 2, in f"},
                    Fault{"compiled inside", "def f(x):\n    exec('y = = 1')\n",
                          "SyntaxError: ", "    y = = 1\n        ^\n"},
                    Fault{"exit", "import sys\ndef f(x):\n    sys.exit(0)\n", "SystemExit: 0",
                          "line 3, in f"}),
    [](const auto& fault) {
      std::string name = fault.param.what;
      std::replace(name.begin(), name.end(), ' ', '_');
      return name;
    });

TEST(Protocol, ASyntaxErrorPointsAtItsPlace) {
  const RunReport report = RunSource("def f(x):\n    y = = 1\n");
  ASSERT_TRUE(report.rejection);
  EXPECT_EQ(report.rejection->verdict, Verdict::kCompileError);
  EXPECT_EQ(report.rejection->diagnostics[0].line, 2);
  EXPECT_EQ(report.rejection->diagnostics[0].column, 9);
  EXPECT_THAT(report.rejection->err, HasSubstr("    y = = 1\n        ^\n"));
}

// A judge that cannot work says so, after a second try, and blames nobody.
TEST(Protocol, TheJudgesOwnFaultIsAnErrorOfTheJudge) {
  JudgeConfig config = TestConfig();
  config.bwrap = "/usr/bin/false";
  interview::Signature signature;
  signature.kind = interview::Signature::Kind::kFunction;
  signature.name = "f";
  signature.returns = *interview::ParseType("int");
  const Result<Prepared> prepared = PreparePython(config, signature, "def f():\n    return 1\n");
  const Result<RunReport> report = RunCases(config, *prepared->program, {TestCase{}}, {}, {});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, interview::ErrorCode::kInternal);
}

}  // namespace
}  // namespace evaluators
