// Suites are the same every time, are kept, and survive a damaged cache.
#include "evaluators/judge/test_suite.h"

#include <gtest/gtest.h>

#include "evaluators/judge/compare.h"
#include "interview/bank/question_bank.h"
#include "interview/base/files.h"
#include "tests/evaluators/judge/judge_fixture.h"

namespace evaluators {
namespace {

namespace fs = std::filesystem;
using interview::Json;
using interview::Result;

std::string Describe(const TestSuite& suite) {
  std::string text;
  for (const TestCase& test : suite.cases) {
    text += test.tag + interview::DumpJson(InputOf(test)) +
            interview::DumpJson(ExpectedToShow(test)) + (test.is_public ? "public\n" : "\n");
  }
  for (const RampStep& step : suite.ramp) {
    for (const TestCase& input : step.inputs) {
      text += std::to_string(step.size) + interview::DumpJson(InputOf(input)) + "\n";
    }
  }
  return text;
}

TEST(TestSuite, IsTheSameFromTheGeneratorAndFromADamagedCache) {
  const interview::QuestionBank bank =
      *interview::QuestionBank::Load(fs::path(ONSITE_SOURCE_DIR) / "rubrics");
  const interview::QuestionPtr question = bank.Find("rotate-array-right");
  JudgeConfig config = TestConfig();
  config.cache_dir =
      fs::temp_directory_path() / ("onsite-suite-test-" + std::to_string(::getpid()));
  const Result<TestSuite> made = MakeTestSuite(*question, config, {});
  ASSERT_TRUE(made) << made.error().message;
  EXPECT_GT(made->cases.size(), 100u);
  EXPECT_EQ(made->cases[0].tag, "example");
  EXPECT_TRUE(made->cases[0].is_public);
  const auto& sizes = std::get<interview::CodingSpec>(question->spec).growth.sizes;
  EXPECT_EQ(made->ramp.size(), sizes.size());
  const std::string described = Describe(*made);
  EXPECT_EQ(Describe(*MakeTestSuite(*question, config, {})), described) << "from the cache";
  const std::vector<fs::path> files = interview::ListFolder(config.cache_dir / "suites");
  ASSERT_EQ(files.size(), 1u);
  for (const char* damage : {"", "{\"cases\": [", "{\"cases\": [{\"args\": []}], \"ramp\": []}"}) {
    ASSERT_TRUE(interview::WriteFileAtomically(files[0], damage));
    EXPECT_EQ(Describe(*MakeTestSuite(*question, config, {})), described) << damage;
  }
  fs::remove_all(config.cache_dir);
}

TEST(TestSuite, IsKeptInMemoryWhileItIsAskedFor) {
  const interview::QuestionBank bank =
      *interview::QuestionBank::Load(fs::path(ONSITE_SOURCE_DIR) / "rubrics");
  const JudgeConfig config = TestConfig();
  const interview::QuestionPtr rotate = bank.Find("rotate-array-right");
  const auto first = RecentTestSuite(*rotate, config, {});
  ASSERT_TRUE(first) << first.error().message;
  const auto other = RecentTestSuite(*bank.Find("pair-with-target"), config, {});
  ASSERT_TRUE(other) << other.error().message;
  EXPECT_NE(*first, *other);
  EXPECT_EQ(*RecentTestSuite(*rotate, config, {}), *first);
  interview::Question changed = *rotate;
  changed.content_hash += "x";
  const auto anew = RecentTestSuite(changed, config, {});
  ASSERT_TRUE(anew) << anew.error().message;
  EXPECT_NE(*anew, *first);
  EXPECT_EQ(Describe(**anew), Describe(**first));
}

}  // namespace
}  // namespace evaluators
