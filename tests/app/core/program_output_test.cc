// What a run printed, in sections.
#include "app/core/program_output.h"

#include <gtest/gtest.h>

namespace app {
namespace {

using interview::Judgement;

interview::TestOutcome Sample(int index, const char* out, const char* err) {
  interview::TestOutcome test;
  test.index = index;
  test.tag = "example";
  test.is_public = true;
  test.out = out;
  test.err = err;
  return test;
}

TEST(ProgramOutput, KeepsTheStreamsOfEachSampleApart) {
  Judgement judgement;
  judgement.tests = {Sample(0, "one\n", ""), Sample(1, "two\n", "oops\n"), Sample(2, "", "")};
  const auto sections = OutputOf(judgement);
  ASSERT_EQ(sections.size(), 3u);
  EXPECT_EQ(sections[0].title, "Case 1, standard output");
  EXPECT_EQ(sections[1].text, "two\n");
  EXPECT_EQ(sections[2].title, "Case 2, standard error");
  EXPECT_EQ(sections[2].stream, OutputStream::kErr);
}

TEST(ProgramOutput, HasTheFirstFailureInFull) {
  Judgement judgement;
  judgement.tests = {Sample(0, "the beginning …", "")};
  judgement.first_failure.emplace();
  judgement.first_failure->tag = "example";
  judgement.first_failure->out = "the beginning and all the rest";
  const auto sections = OutputOf(judgement);
  ASSERT_EQ(sections.size(), 1u);
  EXPECT_EQ(sections[0].text, "the beginning and all the rest");
}

TEST(ProgramOutput, ShowsNothingOfHiddenTestsThatPassed) {
  Judgement judgement;
  judgement.tests = {Sample(0, "", "")};
  judgement.tests.push_back(Sample(1, "secret input 42", ""));
  judgement.tests.back().is_public = false;
  judgement.out = "secret input 42";
  EXPECT_TRUE(OutputOf(judgement).empty());
}

TEST(ProgramOutput, FallsBackToWhatTheLoaderSaid) {
  Judgement judgement;
  judgement.err = "SyntaxError";
  const auto sections = OutputOf(judgement);
  ASSERT_EQ(sections.size(), 1u);
  EXPECT_EQ(sections[0].title, "The program, standard error");
}

}  // namespace
}  // namespace app
