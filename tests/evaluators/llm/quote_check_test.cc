// Quotations as models retype them.
#include "evaluators/llm/quote_check.h"

#include <gtest/gtest.h>

namespace evaluators {
namespace {

const QuoteCheck& Answer() {
  static const QuoteCheck check(
      {"We keep a **hash map** of seen values \u2014 one pass.\n\tThen we "
       "don\u2019t look back; it\u2019s `O(n)` in time.",
       "seen[x] = i", "yes"});
  return check;
}

TEST(QuoteCheck, CaseSpaceMarksAndEmphasisDoNotCount) {
  for (const char* quote :
       {"We keep a hash map of seen values", "we keep a HASH MAP  of\nseen values",
        "\u201Cseen values - one pass\u201D", "Then we don't look back; it's O(n) in time",
        "`seen[x] = i`", "\"it's O(n) in time.\"", "seen va\u00ADlues"}) {
    EXPECT_TRUE(Answer().Stands(quote)) << quote;
  }
}

TEST(QuoteCheck, AnyOtherDifferenceDoes) {
  for (const char* quote :
       {"We kept a hash map", "a hash map of all values", "hash mapping", "ash map", "seen[x] = j",
        "one pass. Then we look back", "", "  ", "...", "\"\""}) {
    EXPECT_FALSE(Answer().Stands(quote)) << quote;
  }
}

TEST(QuoteCheck, OmissionsAreAllowedInTheOrderOfTheText) {
  EXPECT_TRUE(Answer().Stands("We keep a hash map \u2026 look back"));
  EXPECT_TRUE(Answer().Stands("...a hash map of seen values..."));
  EXPECT_FALSE(Answer().Stands("look back \u2026 We keep a hash map"));
  EXPECT_FALSE(Answer().Stands("We keep a hash map \u2026 seen[x]")) << "of two texts";
}

TEST(QuoteCheck, AWordSaysNothingUnlessItIsTheWholeText) {
  EXPECT_FALSE(Answer().Stands("we"));
  EXPECT_FALSE(Answer().Stands("a"));
  EXPECT_TRUE(Answer().Stands("Yes."));
}

}  // namespace
}  // namespace evaluators
