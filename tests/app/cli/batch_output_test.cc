// The output of a batch: what is done stays done, a torn line goes, a stranger's file is left
// alone.
#include "app/cli/batch_output.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temp_folder.h"

namespace app {
namespace {

using interview::Json;
using testing::HasSubstr;

Json LineOf(int number, const std::string& fingerprint, const std::string& verdict) {
  return {{"line", number}, {"key", "k"}, {"fingerprint", fingerprint}, {"verdict", verdict}};
}

class BatchOutputTest : public testing::Test {
 protected:
  std::string file() const { return folder_ / "out.jsonl"; }
  std::string Text() const { return support::ReadBytes(file()); }
  std::string MessageOfOpening(const std::string& content) const {
    support::WriteBytes(file(), content);
    BatchOutput output;
    const interview::Status opened = output.Open(file());
    EXPECT_EQ(Text(), content);
    return opened ? "" : opened.error().message;
  }

 private:
  support::TempFolder folder_;
};

TEST_F(BatchOutputTest, WhatWasWrittenIsDoneTheNextTime) {
  {
    BatchOutput output;
    ASSERT_TRUE(output.Open(file()));
    EXPECT_FALSE(output.TakeDone("f1"));
    ASSERT_TRUE(output.Write(LineOf(1, "f1", "accepted")));
    ASSERT_TRUE(output.Write(LineOf(2, "f2", "internal_error")));
    ASSERT_TRUE(output.Write({{"line", 3}, {"fingerprint", "f3"}, {"error", "broken"}}));
  }
  BatchOutput output;
  ASSERT_TRUE(output.Open(file()));
  EXPECT_TRUE(output.TakeDone("f2"));
  EXPECT_FALSE(output.TakeDone("f2")) << "one result answers for one line";
  EXPECT_TRUE(output.TakeDone("f1"));
  EXPECT_TRUE(output.TakeDone("f3"));
  EXPECT_FALSE(output.TakeDone("f4"));
  EXPECT_EQ(output.tally().results, 3u);
  EXPECT_EQ(output.tally().accepted, 1u);
  EXPECT_EQ(output.tally().internal_errors, 1u);
}

TEST_F(BatchOutputTest, ATornLineIsCutWhereverItTore) {
  const std::string whole = interview::DumpJson(LineOf(1, "f1", "accepted")) + "\n";
  const std::string next = interview::DumpJson(LineOf(2, "f2", "accepted"));
  for (std::size_t length = 0; length <= next.size(); ++length) {
    support::WriteBytes(file(), whole + next.substr(0, length));
    BatchOutput output;
    ASSERT_TRUE(output.Open(file())) << length;
    EXPECT_FALSE(output.TakeDone("f2"));
    ASSERT_TRUE(output.Write(LineOf(2, "f2", "accepted")));
    EXPECT_EQ(Text(), whole + next + "\n") << length;
  }
}

TEST_F(BatchOutputTest, AFileOfSomethingElseIsRefusedAndLeftAsItIs) {
  EXPECT_THAT(MessageOfOpening("my notes, one line, no end"), HasSubstr("line 1, is no result"));
  EXPECT_THAT(MessageOfOpening("my notes\nmore\n"), HasSubstr("line 1, is no result"));
  EXPECT_THAT(MessageOfOpening("{\"line\":1,\"fingerprint\":\"f\"}\n{\"id\":\"x\"}\n"),
              HasSubstr("line 2, is no result"));
  EXPECT_THAT(MessageOfOpening("{\"line\":1}\n"), HasSubstr("line 1, is no result"));
}

TEST_F(BatchOutputTest, OneRunAtATime) {
  BatchOutput first;
  ASSERT_TRUE(first.Open(file()));
  BatchOutput second;
  const interview::Status opened = second.Open(file());
  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().message, HasSubstr("another run"));
}

}  // namespace
}  // namespace app
