// Whether what is drawn can be read. Whoever puts a colour on a ground that is not in UsedPairs()
// adds the pair there; it then holds in every theme.
#include "app/ui/theme.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace app {
namespace {

// Text that must be read, or a mark that must be seen.
enum class Use { kText, kMark };

struct Pair {
  std::string name;
  Color color;
  Color ground;
  Use use = Use::kText;
};

using Named = std::vector<std::pair<std::string, Color>>;

// Every colour of `colors` on every ground of `grounds`.
void Cross(const Named& colors, const Named& grounds, Use use, std::vector<Pair>* pairs) {
  for (const auto& [ground_name, ground] : grounds) {
    for (const auto& [name, color] : colors) {
      pairs->push_back({name + " on " + ground_name, color, ground, use});
    }
  }
}

Named Syntax(const Palette& p) {
  Named named;
  for (std::size_t i = 0; i < p.syntax.size(); ++i) {
    named.emplace_back("syntax " + std::to_string(i), p.syntax[i]);
  }
  return named;
}

std::vector<Pair> UsedPairs(const Palette& p) {
  std::vector<Pair> pairs;
  const Named texts = {{"text", p.text},       {"body", p.body},     {"muted", p.muted},
                       {"faint", p.faint},     {"accent", p.accent}, {"good", p.good},
                       {"warning", p.warning}, {"bad", p.bad},       {"info", p.info}};
  const Named diagnostics = {{"bad", p.bad}, {"warning", p.warning}, {"info", p.info}};
  Cross(texts,
        {{"background", p.background},
         {"panel", p.panel},
         {"raised", p.raised},
         {"hover", p.hover},
         {"editor", p.editor},
         {"editor_line", p.editor_line},
         {"accent_soft", p.accent_soft}},
        Use::kText, &pairs);
  Cross({{"text", p.text}, {"body", p.body}, {"muted", p.muted}}, {{"own_bubble", p.own_bubble}},
        Use::kText, &pairs);
  Cross({{"on_accent", p.on_accent}}, {{"accent", p.accent}}, Use::kText, &pairs);
  // the code
  Cross(Syntax(p),
        {{"editor", p.editor}, {"line", p.editor_line}, {"selection", p.editor_selection}},
        Use::kText, &pairs);
  Cross(diagnostics, {{"selection", p.editor_selection}}, Use::kText, &pairs);
  // the whiteboard
  for (std::size_t i = 0; i < p.tint.size(); ++i) {
    const Named ground = {{"tint " + std::to_string(i), p.tint[i].ground}};
    Cross({{"text", p.text}, {"ink", p.tint[i].ink}}, ground, Use::kText, &pairs);
    Cross({{"ink " + std::to_string(i), p.tint[i].ink}}, {{"board", p.board}}, Use::kText, &pairs);
  }
  Cross({{"text", p.text}, {"muted", p.muted}, {"faint", p.faint}, {"edge", p.board_edge}},
        {{"board", p.board}}, Use::kText, &pairs);
  Cross({{"guide", p.board_guide}, {"accent", p.accent}}, {{"board", p.board}}, Use::kMark, &pairs);
  // the focus ring
  Cross({{"accent", p.accent}},
        {{"background", p.background}, {"panel", p.panel}, {"raised", p.raised}}, Use::kMark,
        &pairs);
  return pairs;
}

class ThemeTest : public testing::TestWithParam<ThemeName> {};

// WCAG 2: text reads at 4.5:1 (AA), a mark is seen at 3:1; high contrast promises 7:1 (AAA).
TEST_P(ThemeTest, EveryPairThatIsUsedReads) {
  const double readable = GetParam() == ThemeName::kHighContrast ? 7 : 4.5;
  constexpr double kVisible = 3;
  for (const Pair& pair : UsedPairs(MakeTheme(GetParam()).color)) {
    EXPECT_GE(ContrastRatio(pair.color, pair.ground), pair.use == Use::kText ? readable : kVisible)
        << pair.name;
  }
}

TEST(HighContrastTest, EveryOutlineIsSeen) {
  const Palette p = MakeTheme(ThemeName::kHighContrast).color;
  for (const Color ground : {p.background, p.panel, p.raised, p.hover, p.editor}) {
    EXPECT_GE(ContrastRatio(p.border, ground), 3);
  }
  for (const TintColors& tint : p.tint) EXPECT_GE(ContrastRatio(tint.line, p.board), 3);
}

std::string NameOf(const testing::TestParamInfo<ThemeName>& param) {
  switch (param.param) {
    case ThemeName::kDark:
      return "Dark";
    case ThemeName::kLight:
      return "Light";
    case ThemeName::kHighContrast:
      return "HighContrast";
  }
  return "";
}

INSTANTIATE_TEST_SUITE_P(All, ThemeTest, testing::ValuesIn(kThemeNames), NameOf);

TEST(ContrastRatioTest, IsTheOneOfWcag) {
  EXPECT_NEAR(ContrastRatio(IM_COL32_BLACK, IM_COL32_WHITE), 21, 1e-9);
  EXPECT_NEAR(ContrastRatio(IM_COL32(119, 119, 119, 255), IM_COL32_WHITE), 4.48, 0.01);
}

}  // namespace
}  // namespace app
