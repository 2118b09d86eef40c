#include "app/ui/theme.h"

#include <gtest/gtest.h>

#include <string>

namespace app {
namespace {

constexpr double kReadable = 4.5;

class ThemeTest : public testing::TestWithParam<ThemeName> {};

TEST_P(ThemeTest, TextReadsOnEveryGroundItIsUsedOn) {
  const Palette p = MakeTheme(GetParam()).color;
  const std::pair<const char*, Color> grounds[] = {
      {"background", p.background},  {"panel", p.panel},
      {"raised", p.raised},          {"hover", p.hover},
      {"editor", p.editor},          {"editor_line", p.editor_line},
      {"accent_soft", p.accent_soft}};
  const std::pair<const char*, Color> texts[] = {
      {"text", p.text},       {"body", p.body},     {"muted", p.muted},
      {"faint", p.faint},     {"accent", p.accent}, {"good", p.good},
      {"warning", p.warning}, {"bad", p.bad},       {"info", p.info}};
  for (const auto& [ground_name, ground] : grounds) {
    for (const auto& [text_name, text] : texts) {
      EXPECT_GE(ContrastRatio(text, ground), kReadable) << text_name << " on " << ground_name;
    }
  }
}

TEST_P(ThemeTest, BubblesAndButtonsRead) {
  const Palette p = MakeTheme(GetParam()).color;
  EXPECT_GE(ContrastRatio(p.text, p.own_bubble), kReadable);
  EXPECT_GE(ContrastRatio(p.body, p.own_bubble), kReadable);
  EXPECT_GE(ContrastRatio(p.text, p.editor_selection), kReadable);
  EXPECT_GE(ContrastRatio(p.on_accent, p.accent), kReadable);
}

TEST_P(ThemeTest, CodeReadsInTheEditor) {
  const Palette p = MakeTheme(GetParam()).color;
  for (const Color color : p.syntax) {
    EXPECT_GE(ContrastRatio(color, p.editor), kReadable);
    EXPECT_GE(ContrastRatio(color, p.editor_line), kReadable);
  }
}

TEST_P(ThemeTest, TheWhiteboardReads) {
  const Palette p = MakeTheme(GetParam()).color;
  for (const TintColors& tint : p.tint) {
    EXPECT_GE(ContrastRatio(p.text, tint.ground), kReadable);
    EXPECT_GE(ContrastRatio(tint.ink, tint.ground), kReadable);
    EXPECT_GE(ContrastRatio(tint.ink, p.board), kReadable);
  }
  for (const Color text : {p.text, p.muted, p.faint, p.board_edge}) {
    EXPECT_GE(ContrastRatio(text, p.board), kReadable);
  }
  constexpr double kVisible = 3;  // WCAG's limit for what is not text
  EXPECT_GE(ContrastRatio(p.board_guide, p.board), kVisible);
  EXPECT_GE(ContrastRatio(p.accent, p.board), kVisible);
}

INSTANTIATE_TEST_SUITE_P(Both, ThemeTest, testing::Values(ThemeName::kDark, ThemeName::kLight),
                         [](const auto& param) {
                           return std::string(param.param == ThemeName::kDark ? "Dark" : "Light");
                         });

TEST(ContrastRatioTest, IsTheOneOfWcag) {
  EXPECT_NEAR(ContrastRatio(IM_COL32_BLACK, IM_COL32_WHITE), 21, 1e-9);
  EXPECT_NEAR(ContrastRatio(IM_COL32(119, 119, 119, 255), IM_COL32_WHITE), 4.48, 0.01);
}

}  // namespace
}  // namespace app
