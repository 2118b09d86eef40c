#include "evaluators/text/tokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace evaluators {
namespace {

using testing::ElementsAre;

std::vector<std::string> TextsOf(const TokenizedText& text) {
  std::vector<std::string> texts;
  for (const Token& token : text.tokens) texts.push_back(token.text);
  return texts;
}

std::vector<std::string> SentencesOf(std::string_view source) {
  const TokenizedText text = Tokenize(source);
  std::vector<std::string> sentences;
  for (const Sentence& sentence : text.sentences) {
    const std::size_t begin = text.tokens[sentence.first].begin;
    sentences.emplace_back(source.substr(begin, text.tokens[sentence.last - 1].end - begin));
  }
  return sentences;
}

TEST(TokensTest, KeepsTheBytesOfTheOriginal) {
  const std::string source = "Die λ-Terme: naïve Größe ≤ 5 %";
  for (const Token& token : Tokenize(source).tokens) {
    ASSERT_LT(token.begin, token.end);
    ASSERT_LE(token.end, source.size());
  }
  const TokenizedText text = Tokenize("Use λ = 0.1 here.");
  EXPECT_THAT(TextsOf(text), ElementsAre("use", "lambda", "=", "0.1", "here"));
  EXPECT_EQ(std::string("Use λ = 0.1 here.").substr(text.tokens[1].begin, 2), "λ");
}

TEST(TokensTest, SplitsSentencesButNotDecimalsAbbreviationsOrCode) {
  EXPECT_THAT(SentencesOf("It is 0.5, e.g. for p.size() calls. Then stop! Why?"),
              ElementsAre("It is 0.5, e.g. for p.size() calls", "Then stop", "Why"));
  EXPECT_THAT(SentencesOf("lower it; raise it"), ElementsAre("lower it", "raise it"));
}

TEST(TokensTest, ListItemsAreSentences) {
  EXPECT_THAT(SentencesOf("Steps:\n- draw data\n- train\n1. serve it\n2) watch it\n\nDone"),
              ElementsAre("Steps:", "draw data", "train", "serve it", "watch it", "Done"));
  EXPECT_THAT(SentencesOf("A long line that goes\non in the next"),
              ElementsAre("A long line that goes\non in the next"));
}

TEST(TokensTest, ReadsNumbersWithScalesPowersAndPercent) {
  const auto value = [](std::string_view source) { return Tokenize(source).tokens.at(0).value; };
  EXPECT_DOUBLE_EQ(value("10,000 users"), 10000);
  EXPECT_DOUBLE_EQ(value("1.5M rows"), 1.5e6);
  EXPECT_DOUBLE_EQ(value("12k"), 12000);
  EXPECT_DOUBLE_EQ(value("3 billion"), 3e9);
  EXPECT_DOUBLE_EQ(value("1e4"), 1e4);
  EXPECT_DOUBLE_EQ(value("10^4"), 1e4);
  EXPECT_DOUBLE_EQ(value("2**10"), 1024);
  EXPECT_DOUBLE_EQ(value("10⁴") + value("3²"), 10009);
  EXPECT_DOUBLE_EQ(value("5%"), 0.05);
  EXPECT_DOUBLE_EQ(value("5 percent"), 0.05);
  EXPECT_DOUBLE_EQ(value("20ms"), 20);
  EXPECT_THAT(TextsOf(Tokenize("20ms")), ElementsAre("20", "ms"));
}

TEST(TokensTest, ComplexitiesHaveOneForm) {
  const auto form = [](std::string_view source) {
    return Tokenize(source).tokens.at(0).complexity;
  };
  EXPECT_EQ(form("O(n log n)"), "o(nlogn)");
  EXPECT_EQ(form("O(n·log₂n)").substr(0, 5), "o(nlo");
  EXPECT_EQ(form("Θ(n²)"), "o(n^2)");
  EXPECT_EQ(form("O( N * log2 N )"), "o(nlogn)");
  EXPECT_EQ(form("O(n"), "");
}

TEST(TokensTest, BrokenUtf8AndPicturesDoNoHarm) {
  EXPECT_TRUE(Tokenize("🤷🤷🤷 😅").tokens.empty());
  EXPECT_TRUE(Tokenize("").tokens.empty());
  const std::string broken = "ok \xC3\x28 \xF0\x9F";
  for (const Token& token : Tokenize(broken).tokens) EXPECT_LE(token.end, broken.size());
}

TEST(TokensTest, BritishAndAmericanSpellingHaveOneStem) {
  const auto stem = [](std::string_view word) { return Tokenize(word).tokens.at(0).stem; };
  EXPECT_EQ(stem("normalisation"), stem("normalization"));
  EXPECT_EQ(stem("behaviour"), stem("behavior"));
  EXPECT_EQ(stem("labelling"), stem("labeling"));
  EXPECT_EQ(stem("two"), stem("2"));
}

}  // namespace
}  // namespace evaluators
