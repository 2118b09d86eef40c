// Boxes that wait: taken once, virgin, under the limits of the work they get, and missed by nobody.
#include "evaluators/judge/standby.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <thread>

#include "evaluators/judge/case_runner.h"
#include "evaluators/judge/language.h"
#include "evaluators/judge/python_imports.h"
#include "tests/evaluators/judge/judge_fixture.h"

namespace evaluators {
namespace {

using interview::Json;
using interview::Language;
using interview::Result;
using interview::Verdict;
using testing::HasSubstr;

interview::Signature OneInt() {
  interview::Signature signature;
  signature.kind = interview::Signature::Kind::kFunction;
  signature.name = "f";
  interview::Parameter x;
  x.name = "x";
  x.type.kind = interview::Type::Kind::kInt;
  signature.params = {x};
  signature.returns.kind = interview::Type::Kind::kInt;
  return signature;
}

BoxSpec BoxFor(const std::string& source) {
  return **BoxAhead(TestConfig(), Language::kPython, source);
}

RunReport RunSource(const std::string& source, int cases = 1, RunLimits limits = {}) {
  const Result<Prepared> prepared = PreparePython(TestConfig(), OneInt(), source);
  EXPECT_TRUE(prepared);
  std::vector<TestCase> tests(static_cast<std::size_t>(cases));
  for (int i = 0; i < cases; ++i) tests[static_cast<std::size_t>(i)].args = {i};
  const Result<RunReport> report = RunCases(TestConfig(), *prepared->program, tests, limits, {});
  EXPECT_TRUE(report);
  return report.value_or(RunReport{});
}

class Standby : public testing::Test {
 protected:
  void SetUp() override { CloseWaitingBoxes(); }
  void TearDown() override { CloseWaitingBoxes(); }
  // Warm and cold starts since the last call.
  StandbyCounts Counted() {
    const StandbyCounts now = CountsOfTakenBoxes();
    const StandbyCounts since = {now.warm - before_.warm, now.cold - before_.cold};
    before_ = now;
    return since;
  }
  StandbyCounts before_ = CountsOfTakenBoxes();
};

const char* const kPlus = "def f(x):\n    return x + 1\n";
const char* const kNumpyPlus = "import numpy as np\ndef f(x):\n    return int(np.int64(x) + 1)\n";

TEST_F(Standby, IsTakenOnceAndBySpecification) {
  KeepBoxesWaiting(TestConfig(), {BoxFor(kPlus), BoxFor(kNumpyPlus)});
  EXPECT_EQ(RunSource(kPlus, 3).outcomes[2].result, Json(3));
  EXPECT_EQ(Counted().warm, 1);
  EXPECT_EQ(RunSource(kPlus, 3).outcomes[2].result, Json(3));
  EXPECT_EQ(Counted().cold, 1);
  EXPECT_EQ(RunSource(kNumpyPlus, 3).outcomes[2].result, Json(3));
  EXPECT_EQ(Counted().warm, 1);
}

TEST_F(Standby, KeepingStartsOnlyWhatIsMissing) {
  const BoxSpec plain = BoxFor(kPlus);
  KeepBoxesWaiting(TestConfig(), {plain, plain});
  KeepBoxesWaiting(TestConfig(), {plain, plain});
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(TakeBox(TestConfig(), plain));
  const StandbyCounts counts = Counted();
  EXPECT_EQ(counts.warm, 2);
  EXPECT_EQ(counts.cold, 1);
}

TEST_F(Standby, TheOldestOfOthersMakeRoom) {
  const BoxSpec oldest = BoxFor("import numpy\n");
  KeepBoxesWaiting(TestConfig(), {oldest});
  const std::vector<BoxSpec> many(kMostStandbys, BoxFor(kPlus));
  KeepBoxesWaiting(TestConfig(), many);
  EXPECT_TRUE(TakeBox(TestConfig(), oldest));
  EXPECT_EQ(Counted().cold, 1);
}

TEST_F(Standby, OneThatDiedIsMissedByNobody) {
  BoxSpec spec = BoxFor(kPlus);
  spec.command = {"/bin/sh", "-c", "exit 3"};
  KeepBoxesWaiting(TestConfig(), {spec});
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  const auto box = TakeBox(TestConfig(), spec);
  ASSERT_TRUE(box);
  EXPECT_EQ(Counted().cold, 1);
}

TEST_F(Standby, OneThatSpokeUnaskedIsNotUsed) {
  BoxSpec spec = BoxFor(kPlus);
  spec.command = {"/bin/sh", "-c", "echo '{\"ready\":true}' >&3; sleep 20"};
  KeepBoxesWaiting(TestConfig(), {spec});
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  ASSERT_TRUE(TakeBox(TestConfig(), spec));
  EXPECT_EQ(Counted().cold, 1);
}

TEST_F(Standby, BelongsToItsThread) {
  KeepBoxesWaiting(TestConfig(), {BoxFor(kPlus)});
  std::thread([] {
    EXPECT_TRUE(TakeBox(TestConfig(), BoxFor(kPlus)));
    EXPECT_EQ(CountsOfTakenBoxes().cold, 1);
    KeepBoxesWaiting(TestConfig(), {BoxFor(kPlus)});  // closed with the thread
  }).join();
  EXPECT_TRUE(TakeBox(TestConfig(), BoxFor(kPlus)));
  EXPECT_EQ(Counted().warm, 1);
}

TEST_F(Standby, MemoryLimitIsTheOneOfTheRun) {
  KeepBoxesWaiting(TestConfig(), {BoxFor(kPlus)});
  RunLimits limits;
  limits.memory_mb = 60;
  const RunReport report =
      RunSource("def f(x):\n    b = bytearray(100 << 20)\n    while True: pass\n", 1, limits);
  EXPECT_EQ(Counted().warm, 1);
  EXPECT_EQ(report.outcomes[0].verdict, Verdict::kMemoryLimit) << report.outcomes[0].message;
}

TEST_F(Standby, CpuLimitIsTheOneOfTheRun) {
  KeepBoxesWaiting(TestConfig(), {BoxFor(kPlus)});
  RunLimits limits;
  limits.case_cpu_ms = 300;
  const RunReport report = RunSource("def f(x):\n    while True: pass\n", 1, limits);
  EXPECT_EQ(Counted().warm, 1);
  EXPECT_EQ(report.outcomes[0].verdict, Verdict::kTimeLimit);
  EXPECT_LT(report.outcomes[0].cpu_ms, 450);
}

TEST_F(Standby, WhatWasUsedWhileItWaitedDoesNotCount) {
  KeepBoxesWaiting(TestConfig(), {BoxFor(kNumpyPlus)});
  std::this_thread::sleep_for(std::chrono::seconds(1));
  const RunReport report = RunSource(kNumpyPlus, 1);
  EXPECT_EQ(Counted().warm, 1);
  EXPECT_LT(report.cpu_ms, 60);  // importing numpy alone takes more
}

// What is imported ahead must not be found by a program that does not import it.
TEST_F(Standby, NothingIsNamedThatTheSolutionDidNotImport) {
  for (const bool warm : {false, true}) {
    const std::string source =
        "# import numpy as np\n'''\nimport numpy as np\n'''\n"
        "def f(x):\n    return int(np.int64(x))\n";
    if (warm) KeepBoxesWaiting(TestConfig(), {BoxFor(source)});
    const RunReport report = RunSource(source);
    EXPECT_EQ(report.outcomes[0].verdict, Verdict::kRuntimeError);
    EXPECT_THAT(report.outcomes[0].message, HasSubstr("NameError: name 'np' is not defined"));
  }
}

TEST_F(Standby, LeavesNoTraceOfTheDriverOnTheCommandLine) {
  KeepBoxesWaiting(TestConfig(), {BoxFor(kPlus)});
  const RunReport report = RunSource("import os, sys\ndef f(x):\n    return len(sys.argv)\n");
  EXPECT_EQ(report.outcomes[0].result, Json(1));
}

TEST(SlowImports, AreReadFromTheImportLines) {
  EXPECT_EQ(SlowImports("def f(): return 1\n"), "");
  EXPECT_EQ(SlowImports("import numpy as np\nimport os, scipy.stats as s, re\n"),
            "numpy,scipy.stats");
  EXPECT_EQ(SlowImports("from sklearn import svm, tree as t\n"),
            "sklearn,sklearn.svm,sklearn.tree");
  EXPECT_EQ(SlowImports("    from torch.nn import Linear\r\n"), "torch.nn");
  EXPECT_EQ(SlowImports("from numpy import *\nimport numpy;x=1"), "numpy");
  EXPECT_EQ(SlowImports("from sklearn import (cluster,\n"), "sklearn,sklearn.cluster");
  EXPECT_EQ(SlowImports("import numpyx\n# import numpy\nprint('import torch')"), "");
  EXPECT_EQ(SlowImports("import\nfrom\nfrom numpy\nimport ,,,\nimport numpy,"), "numpy");
}

}  // namespace
}  // namespace evaluators
