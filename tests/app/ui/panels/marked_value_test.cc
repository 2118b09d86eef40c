// Values with the place where they differ marked.
#include "app/ui/panels/marked_value.h"

#include <gtest/gtest.h>

#include "app/ui/format.h"
#include "app/ui/hidden_characters.h"
#include "tests/app/ui/ui_driver.h"

namespace app {
namespace {

using interview::Json;

std::string Marked(const MarkedText& text) {
  return text.text.substr(text.begin, text.end - text.begin);
}

interview::Question Question(const char* returns, interview::CompareRule rule = {}) {
  interview::Question question;
  interview::CodingSpec spec;
  spec.signature.params = {{"nums", *interview::ParseType("list<int>")}};
  spec.signature.returns = *interview::ParseType(returns);
  spec.compare = rule;
  question.spec = spec;
  return question;
}

TEST(MarkedValue, WritesAsFormatValueDoes) {
  const Json value = Json::parse(R"([1,[2,"a\u001bb"],{"k":null,"é":[true]}])");
  EXPECT_EQ(MarkValue(value, {}).text, FormatValue(value));
  EXPECT_EQ(MarkValue(value, "[1][1]").text, FormatValue(value));
}

TEST(MarkedValue, MarksThePartAtAPath) {
  const Json value = Json::parse(R"([1,[2,33],{"k":44}])");
  EXPECT_EQ(Marked(MarkValue(value, "[0]")), "1");
  EXPECT_EQ(Marked(MarkValue(value, "[1][1]")), "33");
  EXPECT_EQ(Marked(MarkValue(value, "[1]")), "[2,33]");
  EXPECT_EQ(Marked(MarkValue(value, "[2].k")), "44");
  EXPECT_EQ(Marked(MarkValue(value, "[9]")), "");
  EXPECT_EQ(Marked(MarkValue(value, "[1].x")), "");
}

TEST(MarkedValue, FindsNodesOfATreeInLevelOrder) {
  const Json tree = {1, 2, 3, nullptr, 4, 5};
  EXPECT_EQ(Marked(MarkValue(tree, "root")), "1");
  EXPECT_EQ(Marked(MarkValue(tree, "root.left.right")), "4");
  EXPECT_EQ(Marked(MarkValue(tree, "root.right.left")), "5");
  EXPECT_EQ(Marked(MarkValue(tree, "root.left.left")), "");
}

TEST(MarkedValue, DropsAMarkThatIsCutOff) {
  const Json value = std::vector<int>(2000, 12345);
  EXPECT_EQ(Marked(MarkValue(value, "[1]", 100)), "12345");
  EXPECT_EQ(Marked(MarkValue(value, "[1999]", 100)), "");
}

TEST(MarkedValue, MarksTheFirstDifferenceOnBothSides) {
  const interview::Question question = Question("list<int>");
  const MarkedPair pair = MarkDifference({1, 2, 3}, {1, 9, 3}, &question, 600);
  EXPECT_EQ(Marked(pair.expected), "2");
  EXPECT_EQ(Marked(pair.got), "9");
}

TEST(MarkedValue, MarksWhatIsMissingOnlyWhereItWasExpected) {
  const interview::Question question = Question("list<int>");
  const MarkedPair missing = MarkDifference({1, 2, 3}, {1, 3}, &question, 600);
  EXPECT_EQ(Marked(missing.expected), "2");
  EXPECT_EQ(Marked(missing.got), "");
  const MarkedPair extra = MarkDifference({1, 3}, {1, 2, 3}, &question, 600);
  EXPECT_EQ(Marked(extra.expected), "");
  EXPECT_EQ(Marked(extra.got), "2");
}

TEST(MarkedValue, GoesByTheQuestionsRule) {
  interview::CompareRule rule;
  rule.mode = interview::CompareRule::Mode::kUnordered;
  const interview::Question unordered = Question("list<int>", rule);
  const MarkedPair pair = MarkDifference({1, 2, 3}, {3, 1, 4}, &unordered, 600);
  EXPECT_EQ(Marked(pair.expected), "2");
  EXPECT_EQ(Marked(pair.got), "4");
  rule.mode = interview::CompareRule::Mode::kChecker;
  const interview::Question checked = Question("list<int>", rule);
  EXPECT_EQ(Marked(MarkDifference({1, 2}, {2, 1}, &checked, 600).got), "")
      << "one of many right answers is nothing to compare with";
}

TEST(MarkedValue, NarrowsTextsToWhereTheyPart) {
  const interview::Question question = Question("string");
  const MarkedPair pair = MarkDifference("abcd", "abXd", &question, 600);
  EXPECT_TRUE(Marked(pair.expected).starts_with("c")) << Marked(pair.expected);
  EXPECT_TRUE(Marked(pair.got).starts_with("X")) << Marked(pair.got);
  const MarkedPair accents = MarkDifference("naïve", "naïf", &question, 600);
  EXPECT_TRUE(Marked(accents.got).starts_with("f"));
}

TEST(MarkedValue, NamesArgumentsThatWereChanged) {
  const interview::Question question = Question("void");
  const MarkedPair pair = MarkDifference({{"0", {1, 2}}}, {{"0", {1, 3}}}, &question, 600);
  EXPECT_EQ(pair.expected.text, "nums = [1,2]");
  EXPECT_EQ(Marked(pair.expected), "2");
  EXPECT_EQ(Marked(pair.got), "3");
}

// What a program may return holds any code point; what is drawn holds none that is hidden.
TEST(MarkedValue, NoCodePointReachesTheScreenUnescaped) {
  std::string all;
  for (char32_t c = 0; c <= 0x10FFFF; c += (c >= 0x3100 && c < 0xD000) ? 97 : 1) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    char bytes[5] = {};
    ImTextCharToUtf8(bytes, static_cast<unsigned>(c));
    all += c == 0 ? std::string(1, '\0') : std::string(bytes);
  }
  all += "\x80\xFF\xC0\xAF\xED\xA0\x80";
  for (const std::string& shown :
       {FormatOutput(all, std::string::npos - 8), MarkValue(Json{{"k", all}}, {}, 1 << 28).text}) {
    std::string_view rest = shown;
    while (!rest.empty()) {
      const Utf8Character c = FirstCharacter(rest);
      ASSERT_TRUE(c.valid);
      ASSERT_TRUE(c.code == '\n' || !IsHidden(c.code)) << std::hex << static_cast<unsigned>(c.code);
      rest.remove_prefix(c.bytes);
    }
  }
}

TEST(MarkedValue, ARowSaysWhereItDiffers) {
  UiDriver ui([](FrameContext& context) {
    DrawInWindow([&] {
      DrawValueRow(context, "Got", MarkValue({1, 22, 3}, "[1]"), context.theme.color.bad, 300);
      DrawValueRow(context, "Plain", "7", context.theme.color.text, 300);
    });
  });
  EXPECT_EQ(ui.Value("Got", "field"), "[1,22,3]");
  EXPECT_EQ(ui.Value("Differs in Got", "mark"), "22");
  EXPECT_FALSE(ui.Shows("Differs in Plain", "mark"));
}

TEST(MarkedValue, LongValuesWrapWithinTheirBox) {
  UiDriver ui([](FrameContext& context) {
    DrawInWindow([&] {
      DrawValueRow(context, "Got", MarkValue(std::vector<int>(200, 77), "[150]"),
                   context.theme.color.bad, 400);
    });
  });
  const UiNode box = ui.Find("Got", "field");
  EXPECT_GT(box.max.y - box.min.y, 100);
  EXPECT_LE(box.max.x - box.min.x, 400);
}

}  // namespace
}  // namespace app
