#include "evaluators/text/spelling.h"

#include <gtest/gtest.h>

namespace evaluators {
namespace {

TEST(SpellingTest, CountsEdits) {
  EXPECT_EQ(EditDistance("weight", "wieght", 2), 1u);
  EXPECT_EQ(EditDistance("kitten", "sitting", 3), 3u);
  EXPECT_EQ(EditDistance("kitten", "sitting", 2), 3u);  // limit + 1
  EXPECT_EQ(EditDistance("", "ab", 2), 2u);
}

TEST(SpellingTest, AcceptsSlipsBoundedByLength) {
  EXPECT_TRUE(IsMisspelling("sparce", "sparse"));
  EXPECT_TRUE(IsMisspelling("laso", "lasso"));
  EXPECT_TRUE(IsMisspelling("regularzaton", "regularization"));
  EXPECT_FALSE(IsMisspelling("bins", "bias"));
  EXPECT_FALSE(IsMisspelling("decision", "precision"));
  EXPECT_FALSE(IsMisspelling("l2", "l1"));
  EXPECT_FALSE(IsMisspelling("underfit", "overfit"));
}

}  // namespace
}  // namespace evaluators
