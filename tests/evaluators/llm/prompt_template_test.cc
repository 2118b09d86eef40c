// Filling in prompts.
#include "evaluators/llm/prompt_template.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace evaluators {
namespace {

using testing::HasSubstr;

TEST(PromptTemplateTest, FillsEveryField) {
  EXPECT_EQ(*FillTemplate("{{a}} and {{b}}, {{a}}.", {{"a", "x"}, {"b", "y"}}), "x and y, x.");
  EXPECT_EQ(*FillTemplate("", {}), "");
}

TEST(PromptTemplateTest, ValuesAreNotReadAgain) {
  EXPECT_EQ(*FillTemplate("{{a}}{{b}}", {{"a", "{{b}}"}, {"b", "{{a}} }}"}}), "{{b}}{{a}} }}");
}

TEST(PromptTemplateTest, AFieldThatIsNotThereIsNamed) {
  for (const char* text : {"{{a}} {{typo}}", "{{a}} {{typo"}) {
    const auto filled = FillTemplate(text, {{"a", "x"}});
    ASSERT_FALSE(filled) << text;
    EXPECT_THAT(filled.error().message, HasSubstr("{{typo}}"));
  }
}

TEST(PromptTemplateTest, AFieldLeftOutIsNamed) {
  const auto filled = FillTemplate("{{a}}", {{"a", "x"}, {"answer", "y"}});
  ASSERT_FALSE(filled);
  EXPECT_THAT(filled.error().message, HasSubstr("{{answer}}"));
}

}  // namespace
}  // namespace evaluators
