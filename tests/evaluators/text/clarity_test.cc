#include "evaluators/text/clarity.h"

#include <gtest/gtest.h>

namespace evaluators {
namespace {

using interview::Clarity;
using interview::Criterion;
using interview::Span;

Clarity Measure(const std::string& answer, const std::string& point = "") {
  GradedText text;
  text.Add("plan", "I read it first.");
  text.Add("answer", answer);
  Criterion criterion;
  if (!point.empty()) {
    const std::size_t begin = answer.find(point);
    criterion.credit = 1;
    criterion.span = Span{"answer", point, begin, begin + point.size()};
  }
  return MeasureClarity(text, {criterion});
}

TEST(ClarityTest, CountsTheWordsBeforeTheFirstPoint) {
  EXPECT_EQ(Measure("Well, it depends. It is a heap.", "heap").words_before_answer, 4 + 6);
  EXPECT_FALSE(Measure("Well, it depends.").words_before_answer);
}

TEST(ClarityTest, HedgesAreQuotedAtTheirPlace) {
  const std::string answer = "I think it is maybe sorted.";
  const Clarity clarity = Measure(answer);
  ASSERT_EQ(clarity.hedges.size(), 2u);
  EXPECT_EQ(clarity.hedges[0].text, "I think");
  EXPECT_EQ(clarity.hedges[1].part, "answer");
  EXPECT_EQ(clarity.hedges[1].begin, answer.find("maybe"));
}

TEST(ClarityTest, ListsAndLinkingWordsAreStructure) {
  const Clarity clarity =
      Measure("- split the data\n- train on it\n2. measure, because it matters\nFor example: 2.5");
  EXPECT_EQ(clarity.list_items, 3);
  EXPECT_EQ(clarity.signposts, 3) << "\"first\" of the plan, \"because\", \"for example\"";
  EXPECT_EQ(Measure("").words, 4);
}

}  // namespace
}  // namespace evaluators
