// A proof holds for the same question and the same judge, and for nothing else.
#include "evaluators/judge/proof_cache.h"

#include <gtest/gtest.h>

#include "interview/base/files.h"
#include "tests/evaluators/judge/judge_fixture.h"
#include "tests/support/temp_folder.h"

namespace evaluators {
namespace {

class ProofCacheTest : public testing::Test {
 protected:
  ProofCacheTest() {
    config_ = TestConfig();
    config_.cache_dir = folder_ / "cache";
    config_.drivers_dir = folder_ / "drivers";
    config_.box_init = folder_ / "box_init";
    support::WriteBytes(config_.drivers_dir / "driver.py", "one");
    support::WriteBytes(config_.box_init, "init");
    question_.id = "some-question";
    question_.content_hash = "abc";
  }

  support::TempFolder folder_;
  JudgeConfig config_;
  interview::Question question_;
};

TEST_F(ProofCacheTest, HoldsUntilTheQuestionChanges) {
  const std::string judge = JudgeFingerprint(config_);
  EXPECT_FALSE(IsProved(config_, judge, question_));
  KeepProof(config_, judge, question_);
  EXPECT_TRUE(IsProved(config_, judge, question_));
  question_.content_hash = "abd";
  EXPECT_FALSE(IsProved(config_, judge, question_));
  KeepProof(config_, judge, question_);
  EXPECT_TRUE(IsProved(config_, judge, question_));
  EXPECT_EQ(interview::ListFolder(config_.cache_dir / "proofs").size(), 1u);
}

TEST_F(ProofCacheTest, HoldsUntilTheJudgeChanges) {
  const std::string judge = JudgeFingerprint(config_);
  EXPECT_EQ(JudgeFingerprint(config_), judge);
  KeepProof(config_, judge, question_);
  support::WriteBytes(config_.drivers_dir / "driver.py", "two");
  const std::string other = JudgeFingerprint(config_);
  EXPECT_NE(other, judge);
  EXPECT_FALSE(IsProved(config_, other, question_));
  support::WriteBytes(config_.box_init, "tini");
  EXPECT_NE(JudgeFingerprint(config_), other);
  config_.gxx = config_.python;
  EXPECT_NE(JudgeFingerprint(config_), other);
}

TEST_F(ProofCacheTest, ABrokenFileIsNoProof) {
  const std::string judge = JudgeFingerprint(config_);
  support::WriteBytes(config_.cache_dir / "proofs" / question_.id, "");
  EXPECT_FALSE(IsProved(config_, judge, question_));
}

}  // namespace
}  // namespace evaluators
