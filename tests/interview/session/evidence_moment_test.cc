// Where the evidence of a score stands in a replay.
#include "interview/session/evidence_moment.h"

#include <gtest/gtest.h>

#include "tests/interview/session/test_questions.h"

namespace interview::test {
namespace {

const std::string kPair = "pair-with-target";

class EvidenceMomentTest : public testing::Test {
 protected:
  EvidenceMomentTest() { s_.Start(DrillPlan(RoundKind::kCoding, kPair)); }

  // Seconds; -1: none.
  long MomentOfQuote(const std::string& quote, const std::string& part) {
    Evidence evidence;
    evidence.question = kPair;
    evidence.quote = quote;
    evidence.part = part;
    const auto at = MomentOf(evidence, s_.session, s_.transcript);
    return at ? static_cast<long>(at->count() / 1000) : -1;
  }

  Sitting s_;
};

TEST_F(EvidenceMomentTest, IsWhenTheQuotationWasWhole) {
  s_.Wait(seconds(10));
  s_.Type(TextField::Kind::kProse, kPair, "plan", "A hash");
  s_.Wait(seconds(10));
  s_.Type(TextField::Kind::kProse, kPair, "plan", "A hash map of values seen");
  s_.Wait(seconds(10));
  s_.Type(TextField::Kind::kProse, kPair, "plan", "First: a hash map of values seen, then sort");
  EXPECT_EQ(MomentOfQuote("hash", "plan"), 10);
  EXPECT_EQ(MomentOfQuote("hash map of values", "plan"), 20);
  EXPECT_EQ(MomentOfQuote("then sort", "plan"), 30);
  EXPECT_EQ(MomentOfQuote("a heap", "plan"), -1);
}

TEST_F(EvidenceMomentTest, OfWhatWasTakenOutAgainIsStillFound) {
  s_.Wait(seconds(5));
  s_.Type(TextField::Kind::kProse, kPair, "plan", "abxcd");
  s_.Wait(seconds(5));
  s_.Type(TextField::Kind::kProse, kPair, "plan", "abcd");
  EXPECT_EQ(MomentOfQuote("bc", "plan"), 10) << "made whole by taking a letter out";
  EXPECT_EQ(MomentOfQuote("bx", "plan"), 5);
}

TEST_F(EvidenceMomentTest, OfAMessageIsWhenItWasSaid) {
  s_.Wait(seconds(7));
  s_.Send(event::CandidateSaid{"Can values be negative?"});
  s_.Wait(seconds(7));
  s_.Type(TextField::Kind::kProse, kPair, "plan", "values be negative");
  EXPECT_EQ(MomentOfQuote("values be negative", "messages/0"), 7);
  EXPECT_EQ(MomentOfQuote("values be negative", "plan"), 14);
}

TEST_F(EvidenceMomentTest, OfAVerdictIsTheLastJudgement) {
  EXPECT_EQ(MomentOfQuote("", "source"), -1) << "nothing was judged yet";
  s_.Type(TextField::Kind::kCode, kPair, "python", "def find_pair(nums): return 1");
  s_.Wait(seconds(9));
  s_.Send(event::SubmitRequested{});
  s_.Answer(GradeByIds);
  EXPECT_EQ(MomentOfQuote("", "source"), 9);
  EXPECT_EQ(MomentOfQuote("", ""), -1);
}

}  // namespace
}  // namespace interview::test
