// Times beside the reference: a slower solution is told as slower, whatever it does to hide it.
#include "evaluators/judge/timing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "evaluators/judge/code_judge.h"
#include "evaluators/judge/test_suite.h"
#include "interview/bank/question_bank.h"
#include "tests/evaluators/judge/judge_fixture.h"

namespace evaluators {
namespace {

using interview::CodingSpec;
using interview::Judgement;
using interview::Language;
using interview::Question;
using interview::Result;
using interview::Timing;

// A bank's question with tests of a size that is easy on a busy machine.
class TimingTest : public testing::Test {
 protected:
  static const Question& Pair() {
    static const interview::QuestionBank bank =
        *interview::QuestionBank::Load(std::filesystem::path(ONSITE_SOURCE_DIR) / "rubrics");
    static const interview::QuestionPtr question = bank.Find("pair-with-target");
    return *question;
  }

  static const std::vector<TestCase>& Cases() {
    static const std::vector<TestCase> cases = MakeTestSuite(Pair(), TestConfig(), {})->cases;
    return cases;
  }

  static std::string Reference(const char* extension) {
    for (const interview::SourceFile& file : std::get<CodingSpec>(Pair().spec).references) {
      if (file.name.ends_with(extension)) return file.text;
    }
    return {};
  }

  static Timing Time(Language language, const std::string& source) {
    const Result<Judgement> judged =
        JudgeSource(Pair(), TestConfig(), language, source, Cases(), {});
    EXPECT_TRUE(judged);
    EXPECT_EQ(judged->verdict, interview::Verdict::kAccepted) << judged->message << judged->err;
    const Result<Timing> timing =
        MeasureTiming(Pair(), TestConfig(), language, source, Cases(), *judged, {});
    EXPECT_TRUE(timing);
    return timing.value_or(Timing{});
  }
};

TEST_F(TimingTest, TheReferenceIsAsFastAsItself) {
  for (const auto& [language, extension] :
       {std::pair{Language::kCpp, ".cpp"}, std::pair{Language::kPython, ".py"}}) {
    const Timing timing = Time(language, Reference(extension));
    EXPECT_GE(timing.runs, 3);
    EXPECT_GT(timing.best_ms, 0);
    EXPECT_GE(timing.median_ms, timing.best_ms);
    EXPECT_GE(timing.spread, 0);
    EXPECT_NEAR(timing.ratio, 1.0, 0.25) << interview::ToString(language);
  }
}

constexpr const char* kWork =
    "def work(nums):\n"
    "    total = 0\n"
    "    for turn in range(16):\n"
    "        for x in nums:\n"
    "            total += x\n"
    "    return total\n";
constexpr const char* kPair =
    "    seen = {}\n"
    "    for i, x in enumerate(nums):\n"
    "        if target - x in seen:\n"
    "            return [seen[target - x], i]\n"
    "        seen[x] = i\n";

TEST_F(TimingTest, MoreWorkIsALargerRatio) {
  const Timing timing =
      Time(Language::kPython,
           std::string(kWork) + "def pair_with_target(nums, target):\n    work(nums)\n" + kPair);
  EXPECT_GT(timing.ratio, 1.8);
}

TEST_F(TimingTest, AClockThatWasTamperedWithDoesNotHelp) {
  const Timing timing =
      Time(Language::kPython, std::string("import sys\nsys.modules['__main__'].now = lambda: 0\n") +
                                  kWork + "def pair_with_target(nums, target):\n    work(nums)\n" +
                                  kPair);
  EXPECT_GT(timing.runs, 0);
  EXPECT_GT(timing.ratio, 1.8);
}

TEST_F(TimingTest, WorkOfAnotherThreadCounts) {
  const Timing timing =
      Time(Language::kPython, std::string("import threading\n") + kWork +
                                  "def pair_with_target(nums, target):\n"
                                  "    helper = threading.Thread(target=work, args=(nums,))\n"
                                  "    helper.start()\n    helper.join()\n" +
                                  kPair);
  EXPECT_GT(timing.ratio, 1.8);
}

TEST_F(TimingTest, WhatAnEarlierRunRememberedDoesNotHelp) {
  const Timing timing =
      Time(Language::kPython, std::string("known = {}\n") + kWork +
                                  "def pair_with_target(nums, target):\n"
                                  "    key = (len(nums), nums[0], nums[-1], target)\n"
                                  "    if key not in known:\n"
                                  "        work(nums)\n"
                                  "        known[key] = True\n" +
                                  kPair);
  EXPECT_GT(timing.ratio, 1.8);
}

TEST_F(TimingTest, WhatIsTooShortHasNoRatio) {
  std::vector<TestCase> small;
  for (const TestCase& test : Cases()) {
    if (test.is_public) small.push_back(test);
  }
  const std::string source = Reference(".cpp");
  const Result<Judgement> judged =
      JudgeSource(Pair(), TestConfig(), Language::kCpp, source, small, {});
  ASSERT_TRUE(judged);
  const Result<Timing> timing =
      MeasureTiming(Pair(), TestConfig(), Language::kCpp, source, small, *judged, {});
  ASSERT_TRUE(timing);
  EXPECT_EQ(timing->runs, 0);
  EXPECT_EQ(timing->ratio, 0);
}

}  // namespace
}  // namespace evaluators
