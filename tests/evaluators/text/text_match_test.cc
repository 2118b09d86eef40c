#include "evaluators/text/text_match.h"

#include <gtest/gtest.h>

namespace evaluators {
namespace {

class TextMatchTest : public testing::Test {
 protected:
  TextMatchTest() {
    lexicon_.AddGroup({"recall", "sensitivity", "true positive rate"});
    lexicon_.AddGroup({"O(n^2)", "quadratic", "n squared"});
    lexicon_.AddGroup({"l2", "ridge"});
  }

  // The matched words; empty without a match.
  std::string Find(const std::string& alternatives, std::string_view text) {
    AnswerText answer(text, "", lexicon_);
    const MatchResult result = FindPattern(CompilePattern({alternatives}, lexicon_), &answer);
    if (!result.match) return result.denied ? "(denied)" : "";
    return std::string(text.substr(result.match->begin, result.match->end - result.match->begin));
  }

  // "neighbours", "incomplete" or nothing.
  std::string FindNear(const std::string& alternatives, std::string_view text,
                       std::string_view question = "") {
    AnswerText answer(text, question, lexicon_);
    const auto near = FindNearMatch(CompilePattern({alternatives}, lexicon_), &answer);
    if (!near) return "";
    return near->kind == NearMatch::Kind::kNeighbours ? "neighbours" : "incomplete";
  }

  Lexicon lexicon_;
};

TEST_F(TextMatchTest, WordsNearEachOtherInAnyOrderInOneSentence) {
  EXPECT_EQ(Find("large variance", "The variance gets very large there."),
            "variance gets very large");
  EXPECT_EQ(Find("large variance", "The variance grows. It is large."), "");
  EXPECT_EQ(Find("tp tp fp", "precision is TP / (TP + FP)"), "TP / (TP + FP");
  EXPECT_EQ(Find("tp tp fp", "precision uses TP and FP"), "");
}

TEST_F(TextMatchTest, WordsInNeighbouringSentencesComeNear) {
  EXPECT_EQ(FindNear("variance large", "The variance grows. It is large."), "neighbours");
  EXPECT_EQ(FindNear("variance large", "The variance grows. Then what? It is large."), "");
  EXPECT_EQ(FindNear("variance large", "The variance grows.\n\nIt is large."), "")
      << "a new paragraph is about something else";
  EXPECT_EQ(FindNear("variance large", "The variance does not grow. It is large."), "neighbours");
  EXPECT_EQ(FindNear("variance large", "There is no variance. It is large."), "");
}

TEST_F(TextMatchTest, AllWordsButOneComeNear) {
  EXPECT_EQ(FindNear("test all units", "At test time we use the units."), "incomplete");
  EXPECT_EQ(FindNear("test units", "At test time we use the parts."), "")
      << "one of two is too few";
  EXPECT_EQ(FindNear("test all units", "At test time.", "test units?"), "");
  EXPECT_EQ(FindNear("test all units", "Test the units.", "Which units does the test use?"), "")
      << "words of the question alone";
}

TEST_F(TextMatchTest, WhatIsSaidOfOneTermIsNotSaidOfItsContrast) {
  lexicon_.AddContrast("l1", "l2");
  EXPECT_EQ(Find("l1 sparse", "L1 is sparse, L2 is smooth."), "L1 is sparse");
  EXPECT_EQ(Find("l2 sparse", "L1 is sparse, L2 is smooth."), "");
  EXPECT_EQ(Find("l1 sparse", "L1 is smooth, while ridge gives sparse weights."), "");
  EXPECT_EQ(Find("l1 sparse", "L1, unlike L2, gives sparse weights."),
            "L1, unlike L2, gives sparse");
  EXPECT_EQ(Find("l1 shrinks", "L1 and L2 both shrink them."), "L1 and L2 both shrink");
  EXPECT_EQ(Find("l1 sparse", "L1 is better than L2 for sparse weights."),
            "L1 is better than L2 for sparse");
  AnswerText answer("L1 is smooth, L2 is sparse.", "", lexicon_);
  const MatchResult result = FindPattern(CompilePattern({"l1 sparse"}, lexicon_), &answer);
  EXPECT_FALSE(result.match);
  EXPECT_TRUE(result.swapped);
}

TEST_F(TextMatchTest, AlternativesAndStems) {
  EXPECT_EQ(Find("quickly|layer", "two Layers here"), "Layers");
  EXPECT_EQ(Find("calibrat", "needs calibration"), "calibration");
  EXPECT_EQ(Find("overfit*", "it is overfitted"), "overfitted");
  EXPECT_EQ(Find("over*", "cover it"), "");
}

TEST_F(TextMatchTest, QuotedWordsMustOccurAsWritten) {
  EXPECT_EQ(Find("\"by the return type\"", "told apart by the return type."), "by the return type");
  EXPECT_EQ(Find("\"by the return type\"", "by return of the type"), "");
  EXPECT_EQ(Find("\"no tradeoff\"", "There is no trade-off"), "no trade-off");
}

TEST_F(TextMatchTest, SynonymsOfWordsAndPhrases) {
  EXPECT_EQ(Find("high recall", "a high true positive rate"), "high true positive rate");
  EXPECT_EQ(Find("true positive rate", "its sensitivity matters"), "sensitivity");
  EXPECT_EQ(Find("O(n^2)", "this is quadratic"), "quadratic");
  EXPECT_EQ(Find("quadratic", "it takes O(n²) steps"), "O");
  EXPECT_EQ(Find("O(n)", "it takes O(n²) steps"), "");
  EXPECT_EQ(Find("ridge shrinks", "L2 shrinks them"), "L2 shrinks");
}

TEST_F(TextMatchTest, CompoundsJoinedOrApart) {
  EXPECT_EQ(Find("trade off", "a tradeoff"), "tradeoff");
  EXPECT_EQ(Find("tradeoff", "a trade-off"), "trade-off");
  EXPECT_EQ(Find("co-adapt*", "against coadaptation"), "coadaptation");
}

TEST_F(TextMatchTest, SmallMisspellingsBoundedByLength) {
  EXPECT_EQ(Find("sparse weights", "sparce wieghts"), "sparce wieghts");
  EXPECT_EQ(Find("bias", "bins"), "");
  EXPECT_EQ(Find("recall", "recoil"), "");
}

TEST_F(TextMatchTest, ADeniedMatchIsNoMatch) {
  EXPECT_EQ(Find("reduces overfitting", "It does not reduce overfitting."), "(denied)");
  EXPECT_EQ(Find("accuracy", "Use recall instead of accuracy."), "(denied)");
  EXPECT_EQ(Find("accuracy", "Not recall. Accuracy is fine."), "Accuracy");
}

TEST_F(TextMatchTest, ANegatedAlternativeNeedsTheNegation) {
  EXPECT_EQ(Find("no feedback", "It has no feedback."), "feedback");
  EXPECT_EQ(Find("no feedback", "It works without feedback."), "feedback");
  EXPECT_EQ(Find("no feedback", "It has feedback."), "");
}

TEST_F(TextMatchTest, NumbersMatchByValue) {
  EXPECT_EQ(Find("99%", "about 0.99 of them"), "0.99");
  EXPECT_EQ(Find("20 ms", "within 20ms"), "20ms");
  EXPECT_EQ(Find("0.0594", "so 5.94%"), "5.94%");
  EXPECT_EQ(Find("10000", "10,000 people"), "10,000");
  EXPECT_EQ(Find("two children", "at most 2 children"), "2 children");
  EXPECT_EQ(Find("1/6", "that is 1 / 6"), "1 / 6");
  EXPECT_EQ(Find("1/6", "that is 1 - 6"), "");
}

TEST_F(TextMatchTest, FormulasKeepTheirOperators) {
  EXPECT_EQ(Find("p/(p", "use p/(p+(1-p)/w)"), "p/(p");
  EXPECT_EQ(Find("d_k", "divide by sqrt(d_k)"), "d_k");
  EXPECT_EQ(Find("a/b test", "an A/B test"), "A/B test");
}

TEST_F(TextMatchTest, LongTextIsLinear) {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "tp is fp ";
  EXPECT_EQ(Find("tp tp fn", text), "");
  EXPECT_FALSE(Find("tp tp fp", "Look. " + text.substr(0, 600)).empty());
}

}  // namespace
}  // namespace evaluators
