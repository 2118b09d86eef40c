#include "app/ui/widgets/math_parser.h"

#include <gtest/gtest.h>

namespace app {
namespace {

using Kind = MathNode::Kind;

struct Case {
  const char* latex;
  const char* linear;
};

// What statements of machine-learning questions write.
constexpr Case kCases[] = {
    {"", ""},
    {"x", "x"},
    {"x^2", "x²"},
    {"x_i", "xᵢ"},
    {"x_i^2", "xᵢ²"},
    {"x^{n+1}", "xⁿ⁺¹"},
    {"x_{ij}", "xᵢⱼ"},
    {"x^{\\alpha}", "x^α"},
    {"e^{-x^2}", "e^(−x²)"},
    {"a+b", "a + b"},
    {"-a", "−a"},
    {"a=-b", "a = −b"},
    {"a\\cdot b", "a · b"},
    {"2 \\times 3", "2 × 3"},
    {"10^{-8}", "10⁻⁸"},
    {"3.14", "3.14"},
    {"f(x, y)", "f(x, y)"},
    {"\\frac{a}{b}", "a/b"},
    {"\\frac{a+b}{c}", "(a+b)/c"},
    {"\\frac12", "1/2"},
    {"\\frac{1}{2\\sigma^2}", "1/(2σ²)"},
    {"\\frac{\\partial L}{\\partial w}", "∂L/(∂w)"},
    {"\\sqrt{x}", "√x"},
    {"\\sqrt{a+b}", "√(a+b)"},
    {"\\sqrt[3]{x}", "³√x"},
    {"\\sum_{i=1}^{n} x_i", "∑ᵢ₌₁ⁿ xᵢ"},
    {"\\prod_k p_k", "∏ₖ pₖ"},
    {"\\int_0^1 f(x)\\,dx", "∫₀¹ f(x)dx"},
    {"\\log p(x)", "log p(x)"},
    {"\\log(x)", "log(x)"},
    {"\\exp(-x)", "exp(−x)"},
    {"\\max_{a} Q(s,a)", "maxₐ Q(s, a)"},
    {"\\argmin_\\theta L(\\theta)", "arg min_θ L(θ)"},
    {"\\operatorname{softmax}(z)", "softmax(z)"},
    {"\\operatorname*{arg\\,max}_x f", "arg maxₓ f"},
    {"\\mathbb{E}[x]", "E[x]"},
    {"\\mathbb{R}^{d}", "ℝᵈ"},
    {"\\mathcal{L}", "ℒ"},
    {"\\mathcal{N}(0, I)", "N(0, I)"},
    {"\\mathbf{w}^\\top \\mathbf{x}", "wᵀx"},
    {"\\hat{y}", "y\u0302"},
    {"\\bar x", "x\u0304"},
    {"\\tilde{x}", "x\u0303"},
    {"\\vec{v}", "v\u20D7"},
    {"\\overline{AB}", "bar(AB)"},
    {"\\nabla_\\theta J", "∇_θJ"},
    {"\\infty", "∞"},
    {"x \\le y \\ge z \\ne w", "x ≤ y ≥ z ≠ w"},
    {"x \\in \\mathbb{Z}", "x ∈ ℤ"},
    {"a \\to b", "a → b"},
    {"p(y \\mid x)", "p(y ∣ x)"},
    {"\\left( \\frac{a}{b} \\right)^2", "(a/b)²"},
    {"\\left\\| x \\right\\|_2", "‖x‖₂"},
    {"\\|x\\|", "‖x‖"},
    {"\\{a, b\\}", "{a, b}"},
    {"\\langle q, k\\rangle", "⟨q, k⟩"},
    {"\\lfloor x \\rfloor", "⌊x⌋"},
    {"\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}", "(a, b; c, d)"},
    {"\\begin{bmatrix} 1 \\\\ 2 \\end{bmatrix}", "[1; 2]"},
    {"\\begin{cases} 1 & x > 0 \\\\ 0 & \\text{otherwise} \\end{cases}", "{1, x > 0; 0, otherwise"},
    {"\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}", "a = b; c = d"},
    {"\\binom{n}{k}", "(n over k)"},
    {"f'(x)", "f′(x)"},
    {"\\text{if } x", "if x"},
    {"\\mathrm{d}x", "dx"},
    {"\\alpha\\beta\\Gamma", "αβΓ"},
    {"a\\quad b", "a b"},
    {"≤", "≤"},
    {"\\underset{x}{\\min} f", "minₓ f"},
    {"\\big( x \\big)", "(x)"},
    // what is not known or not whole is shown as it was written
    {"\\unknown x", "\\unknownx"},
    {"{a", "a"},
    {"a}", "a}"},
    {"\\frac{a}", "a/"},
    {"x^", "x"},
    {"^2", "²"},
    {"\\left( x", "(x"},
    {"\\right)", "\\right)"},
    {"a & b", "a&b"},
    {"\\begin{pmatrix} a", "(a)"},
    {"\\", "\\"},
};

TEST(MathParser, ReadsFormulasOnOneLine) {
  for (const Case& c : kCases) EXPECT_EQ(LinearMath(ParseMath(c.latex)), c.linear) << c.latex;
}

TEST(MathParser, BuildsFractionsRootsAndScripts) {
  const MathNode tree = ParseMath("\\frac{x_i^2}{\\sqrt[3]{y}}");
  ASSERT_EQ(tree.children.size(), 1u);
  const MathNode& fraction = tree.children[0];
  ASSERT_EQ(fraction.kind, Kind::kFraction);
  const MathNode& scripts = fraction.children[0].children.at(0);
  ASSERT_EQ(scripts.kind, Kind::kScripts);
  EXPECT_EQ(scripts.children[0].text, "x");
  EXPECT_EQ(scripts.children[1].children.at(0).text, "i");
  EXPECT_EQ(scripts.children[2].children.at(0).text, "2");
  const MathNode& root = fraction.children[1].children.at(0);
  EXPECT_EQ(root.kind, Kind::kRoot);
  EXPECT_EQ(root.children.size(), 2u);
}

TEST(MathParser, KnowsASignFromAnOperation) {
  const auto atom_of_minus = [](const char* latex, std::size_t at) {
    return ParseMath(latex).children.at(at).atom;
  };
  EXPECT_EQ(atom_of_minus("-a", 0), MathAtom::kOrdinary);
  EXPECT_EQ(atom_of_minus("a-b", 1), MathAtom::kBinary);
  EXPECT_EQ(atom_of_minus("a=-b", 2), MathAtom::kOrdinary);
  EXPECT_EQ(atom_of_minus("(-b)", 1), MathAtom::kOrdinary);
}

TEST(MathParser, SetsLettersInItalicsAndWordsUpright) {
  EXPECT_EQ(ParseMath("x").children[0].style, MathStyle::kItalic);
  EXPECT_EQ(ParseMath("2").children[0].style, MathStyle::kUpright);
  EXPECT_EQ(ParseMath("\\Sigma").children[0].style, MathStyle::kUpright);
  EXPECT_EQ(ParseMath("\\log").children[0].style, MathStyle::kUpright);
  EXPECT_EQ(ParseMath("\\mathbf{x}").children[0].children.at(0).style, MathStyle::kBold);
  EXPECT_EQ(ParseMath("\\mathbb{E}").children[0].style, MathStyle::kDoubleStruck);
}

TEST(MathParser, PutsLimitsOnSumsAndNotOnIntegrals) {
  EXPECT_TRUE(ParseMath("\\sum_i").children[0].limits);
  EXPECT_TRUE(ParseMath("\\max_i").children[0].limits);
  EXPECT_FALSE(ParseMath("\\int_0").children[0].limits);
  EXPECT_FALSE(ParseMath("\\log_2").children[0].limits);
  EXPECT_TRUE(ParseMath("\\int\\limits_0").children[0].limits);
}

TEST(MathParser, MakesRaggedMatricesWhole) {
  const MathNode grid = ParseMath("\\begin{matrix} a & b & c \\\\ d \\end{matrix}").children.at(0);
  EXPECT_EQ(grid.columns, 3);
  EXPECT_EQ(grid.children.size(), 6u);
}

TEST(MathParser, SurvivesDeepNestingAndAnyBytes) {
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "\\frac{{";
  EXPECT_FALSE(LinearMath(ParseMath(deep)).empty());
  unsigned seed = 7;
  for (int round = 0; round < 3000; ++round) {
    static constexpr const char* kParts[] = {"{",
                                             "}",
                                             "\\frac",
                                             "^",
                                             "_",
                                             "\\left",
                                             "\\right",
                                             "(",
                                             "&",
                                             "\\\\",
                                             "\\begin{cases}",
                                             "\\end{cases}",
                                             "x",
                                             "\xFF",
                                             "\xE2",
                                             "\\sqrt[",
                                             "]",
                                             "'",
                                             "\\"};
    std::string any;
    for (int i = 0; i < 12; ++i) {
      seed = seed * 1664525u + 1013904223u;
      any += kParts[(seed >> 16) % std::size(kParts)];
    }
    LinearMath(ParseMath(any));
  }
}

}  // namespace
}  // namespace app
