#include "evaluators/text/negation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace evaluators {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> Negated(std::string_view source) {
  const TokenizedText text = Tokenize(source);
  const std::vector<bool> flags = MarkNegated(text);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < flags.size(); ++i) {
    if (flags[i]) words.push_back(text.tokens[i].text);
  }
  return words;
}

TEST(NegationTest, ReachesToTheNextClause) {
  EXPECT_THAT(Negated("It does not scale, but it works."), ElementsAre("scale"));
  EXPECT_THAT(Negated("You can't reuse labels because they leak"), ElementsAre("reuse", "labels"));
  EXPECT_THAT(Negated("Train without labels and cluster"), ElementsAre("labels"));
  EXPECT_THAT(Negated("Use recall instead of accuracy"), ElementsAre("accuracy"));
  EXPECT_THAT(Negated("Ranks rather than clicks."), ElementsAre("clicks"));
  EXPECT_THAT(Negated("It is no longer sorted"), ElementsAre("sorted"));
}

TEST(NegationTest, SomeTurnsDenyNothing) {
  EXPECT_THAT(Negated("It is not only fast but stable"), IsEmpty());
  EXPECT_THAT(Negated("No matter how large"), IsEmpty());
  EXPECT_THAT(Negated("Everything holds"), IsEmpty());
}

TEST(NegationTest, APassiveDeniesItsSubject) {
  EXPECT_THAT(Negated("So the full network is not used"),
              ElementsAre("the", "full", "network", "is", "used"));
}

TEST(NegationTest, StopsAtTheSentence) {
  EXPECT_THAT(Negated("Never do that. Scale first."), ElementsAre("do", "that"));
}

}  // namespace
}  // namespace evaluators
