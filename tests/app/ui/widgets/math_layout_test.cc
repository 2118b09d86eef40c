#include "app/ui/widgets/math_layout.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/app/ui/ui_driver.h"

namespace app {
namespace {

// Lays a formula out with the real fonts.
MathBox Layout(const std::string& latex, MathMode mode = MathMode::kDisplay) {
  MathBox box;
  UiDriver driver(
      [&](FrameContext& context) { box = LayoutMath(ParseMath(latex), context.theme.font, mode); });
  return box;
}

const MathBox::Glyphs& Part(const MathBox& box, const std::string& text) {
  for (const MathBox::Glyphs& part : box.glyphs) {
    if (part.text == text) return part;
  }
  throw std::runtime_error("the formula has no " + text);
}

ImRect Bounds(const MathBox::Stroke& stroke) {
  ImRect bounds(stroke.points[0], stroke.points[0]);
  for (const ImVec2& point : stroke.points) bounds.Add(point);
  return bounds;
}

TEST(MathLayout, PutsTheBarBetweenNumeratorAndDenominator) {
  const MathBox box = Layout("\\frac{a+b}{c}");
  ASSERT_EQ(box.strokes.size(), 1u);
  const ImRect bar = Bounds(box.strokes[0]);
  EXPECT_LT(Part(box, "b").ink.Max.y, bar.Min.y);
  EXPECT_GT(Part(box, "c").ink.Min.y, bar.Max.y);
  EXPECT_LE(bar.Min.x, Part(box, "a").ink.Min.x);
  EXPECT_GE(bar.Max.x, Part(box, "b").ink.Max.x);
}

TEST(MathLayout, CentresTheShorterPartOfAFraction) {
  const MathBox box = Layout("\\frac{abcdef}{x}");
  const ImRect x = Part(box, "x").ink;
  EXPECT_NEAR((x.Min.x + x.Max.x) / 2, box.width / 2, 2);
}

TEST(MathLayout, RaisesAndLowersSmallerScripts) {
  const MathBox box = Layout("x_i^2");
  EXPECT_LT(Part(box, "2").ink.Max.y, Part(box, "i").ink.Min.y + 0.5f);
  EXPECT_LT(Part(box, "2").font.px, Part(box, "x").font.px);
  EXPECT_GT(Part(box, "i").ink.Max.y, Part(box, "x").ink.Max.y);
  EXPECT_GE(Part(box, "2").ink.Min.x, Part(box, "x").ink.Max.x - 0.5f);
  const MathBox nested = Layout("x^{y^z}");
  EXPECT_LT(Part(nested, "z").font.px, Part(nested, "y").font.px);
}

TEST(MathLayout, StandsLimitsAboveAndBelowInADisplayOnly) {
  const MathBox display = Layout("\\sum_{i=1}^n x");
  const ImRect sign = Bounds(display.strokes.at(0));
  EXPECT_LT(Part(display, "n").ink.Max.y, sign.Min.y);
  EXPECT_GT(Part(display, "i").ink.Min.y, sign.Max.y);
  const MathBox running = Layout("\\sum_{i=1}^n x", MathMode::kInline);
  EXPECT_GE(Part(running, "n").ink.Min.x, Bounds(running.strokes.at(0)).Max.x - 0.5f);
  EXPECT_LT(running.ascent + running.descent, display.ascent + display.descent);
}

TEST(MathLayout, CoversWhatIsUnderARoot) {
  const MathBox box = Layout("\\sqrt{\\frac{a}{b}}");
  const ImRect a = Part(box, "a").ink, b = Part(box, "b").ink;
  bool covered = false;
  for (const MathBox::Stroke& stroke : box.strokes) {
    const ImRect bounds = Bounds(stroke);
    covered |= bounds.Min.y < a.Min.y && bounds.Max.y > b.Max.y - 1 && bounds.Max.x >= a.Max.x;
  }
  EXPECT_TRUE(covered);
}

TEST(MathLayout, GrowsFencesWithTheirContent) {
  const MathBox small = Layout("\\left( a \\right)"),
                large = Layout("\\left( \\frac{a}{b} \\right)");
  EXPECT_TRUE(small.strokes.empty());   // glyphs are tall enough
  ASSERT_EQ(large.strokes.size(), 3u);  // two fences and the bar
  const ImRect a = Part(large, "a").ink, b = Part(large, "b").ink;
  const ImRect open = Bounds(large.strokes[0]);
  EXPECT_LE(open.Min.y, a.Min.y);
  EXPECT_GE(open.Max.y, b.Max.y);
  EXPECT_LT(open.Max.x, std::min(a.Min.x, b.Min.x));
}

TEST(MathLayout, AlignsTheCellsOfAMatrix) {
  const MathBox box = Layout("\\begin{bmatrix} a & b \\\\ c & d \\end{bmatrix}");
  const auto middle = [&](const char* text) {
    const ImRect ink = Part(box, text).ink;
    return ImVec2((ink.Min.x + ink.Max.x) / 2, Part(box, text).at.y);
  };
  EXPECT_NEAR(middle("a").x, middle("c").x, 1.5);
  EXPECT_FLOAT_EQ(middle("a").y, middle("b").y);
  EXPECT_GT(middle("c").y, middle("a").y + 10);
  EXPECT_GT(middle("b").x, middle("a").x + 10);
}

TEST(MathLayout, AlignsEquationsAtTheirSigns) {
  const MathBox box = Layout("\\begin{aligned} abc &= d \\\\ e &= f \\end{aligned}");
  std::vector<float> signs;
  for (const MathBox::Glyphs& part : box.glyphs) {
    if (part.text == "=") signs.push_back(part.at.x);
  }
  ASSERT_EQ(signs.size(), 2u);
  EXPECT_FLOAT_EQ(signs[0], signs[1]);
}

TEST(MathLayout, SpacesRelationsMoreThanProducts) {
  const MathBox relation = Layout("a=b"), product = Layout("ab");
  const float apart = Part(relation, "b").ink.Min.x - Part(relation, "a").ink.Max.x;
  const float close = Part(product, "b").ink.Min.x - Part(product, "a").ink.Max.x;
  EXPECT_GT(apart, close + 10);
}

TEST(MathLayout, PutsAccentsAboveTheirLetter) {
  for (const char* accent : {"hat", "bar", "tilde", "vec", "dot", "ddot"}) {
    const MathBox box = Layout("\\" + std::string(accent) + "{x}");
    ASSERT_FALSE(box.strokes.empty()) << accent;
    for (const MathBox::Stroke& stroke : box.strokes) {
      EXPECT_LE(Bounds(stroke).Max.y, Part(box, "x").ink.Min.y) << accent;
    }
  }
}

TEST(MathLayout, HasEveryGlyphItDraws) {
  // Each symbol has ink in the shipped fonts: no empty boxes and no question marks in formulas.
  for (const char* name :
       {"alpha",    "omega",  "Sigma",      "nabla", "partial",  "infty",     "le",      "ge",
        "ne",       "approx", "in",         "notin", "subseteq", "cup",       "cap",     "forall",
        "exists",   "to",     "Rightarrow", "times", "odot",     "otimes",    "propto",  "sim",
        "mid",      "langle", "lfloor",     "ell",   "top",      "cdots",     "vdots",   "ddots",
        "emptyset", "equiv",  "ll",         "gg",    "pm",       "triangleq", "coloneqq"}) {
    const MathBox box = Layout("\\" + std::string(name));
    ASSERT_EQ(box.glyphs.size(), 1u) << name;
    unsigned code = 0;
    ImTextCharFromUtf8(&code, box.glyphs[0].text.c_str(), nullptr);
    EXPECT_NE(box.glyphs[0].font.face->FindGlyphNoFallback(static_cast<ImWchar>(code)), nullptr)
        << name;
  }
}

// A formula of every construct, at random.
std::string RandomFormula(std::mt19937* random, int depth) {
  const auto pick = [&](int n) { return static_cast<int>((*random)() % static_cast<unsigned>(n)); };
  const auto inner = [&] { return RandomFormula(random, depth - 1); };
  static constexpr const char* kLeaves[] = {"x",  "y",       "f",       "j",          "2",
                                            "10", "\\alpha", "\\Sigma", "n",          "\\infty",
                                            "W",  "g",       "\\log p", "\\mathbf{w}"};
  if (depth == 0) return kLeaves[pick(std::size(kLeaves))];
  switch (pick(10)) {
    case 0:
      return "\\frac{" + inner() + "}{" + inner() + "}";
    case 1:
      return "{" + inner() + "}^{" + inner() + "}";
    case 2:
      return "{" + inner() + "}_{" + inner() + "}^{" + inner() + "}";
    case 3:
      return "\\sqrt{" + inner() + "}";
    case 4:
      return "\\sum_{" + inner() + "}^{" + inner() + "} " + inner();
    case 5:
      return "\\left(" + inner() + "\\right)";
    case 6:
      return "\\begin{pmatrix}" + inner() + "&" + inner() + "\\\\" + inner() + "&" + inner() +
             "\\end{pmatrix}";
    case 7:
      return "\\hat{" + inner() + "}";
    case 8:
      return "\\max_{" + inner() + "} " + inner();
    default:
      return inner() + " = " + inner() + " + " + inner();
  }
}

TEST(MathLayout, NeverLetsTwoPartsOverlap) {
  std::mt19937 random(11);
  Theme theme = MakeTheme(ThemeName::kDark);
  UiDriver driver([&](FrameContext& context) { theme.font = context.theme.font; });
  constexpr float kSlack = 0.75f;  // of a pixel: glyphs are rasterised
  for (int round = 0; round < 400; ++round) {
    const std::string latex = RandomFormula(&random, 1 + round % 3);
    const MathBox box = LayoutMath(ParseMath(latex), theme.font,
                                   round % 2 == 0 ? MathMode::kDisplay : MathMode::kInline);
    for (std::size_t i = 0; i < box.glyphs.size(); ++i) {
      const ImRect& a = box.glyphs[i].ink;
      EXPECT_GE(a.Min.x, -kSlack) << latex;
      EXPECT_LE(a.Max.x, box.width + kSlack) << latex;
      EXPECT_GE(a.Min.y, -box.ascent - kSlack) << latex;
      EXPECT_LE(a.Max.y, box.descent + kSlack) << latex;
      for (std::size_t j = i + 1; j < box.glyphs.size(); ++j) {
        const ImRect& b = box.glyphs[j].ink;
        const bool apart = a.Max.x <= b.Min.x + kSlack || b.Max.x <= a.Min.x + kSlack ||
                           a.Max.y <= b.Min.y + kSlack || b.Max.y <= a.Min.y + kSlack;
        ASSERT_TRUE(apart) << box.glyphs[i].text << " and " << box.glyphs[j].text << " in "
                           << latex;
      }
    }
  }
}

}  // namespace
}  // namespace app
