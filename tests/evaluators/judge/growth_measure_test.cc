// Small programs of known cost are measured for real, twice and under other names.
#include "evaluators/judge/growth_measure.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/evaluators/judge/judge_fixture.h"

namespace evaluators {
namespace {

using interview::GrowthFit;
using interview::Json;
using interview::Language;

std::vector<RampStep> Ramp(const std::vector<int>& sizes) {
  std::mt19937 random(7);
  std::vector<RampStep> ramp;
  for (const int size : sizes) {
    RampStep step{size, {}};
    for (int input = 0; input < 2; ++input) {
      Json list = Json::array();
      for (int i = 0; i < size; ++i) list.push_back(static_cast<int>(random() % 1000));
      TestCase test;
      test.args = Json::array({list});
      step.inputs.push_back(std::move(test));
    }
    ramp.push_back(std::move(step));
  }
  return ramp;
}

GrowthFit Measure(Language language, const std::string& source,
                  const std::vector<int>& sizes = {50, 100, 200, 400, 800}) {
  interview::Question question;
  question.id = "growth";
  interview::CodingSpec spec;
  spec.signature.name = "work";
  spec.signature.params = {{"x", *interview::ParseType("list<int>"), Json::object(), false}};
  spec.signature.returns = *interview::ParseType("long");
  question.spec = spec;
  const interview::Result<GrowthFit> fit =
      MeasureGrowth(question, TestConfig(), language, source, Ramp(sizes), {});
  EXPECT_TRUE(fit) << fit.error().message;
  return fit ? *fit : GrowthFit{};
}

void ExpectClass(Language language, const std::string& source, const char* name) {
  const GrowthFit fit = Measure(language, source);
  EXPECT_EQ(fit.growth_class, name) << source;
  EXPECT_TRUE(fit.confident) << source;
  EXPECT_EQ(fit.points.size(), 5U);
  EXPECT_FALSE(fit.signal.empty());
}

TEST(MeasureGrowth, CountsCppWhereTheWorkHidesInTheLibrary) {
  ExpectClass(Language::kCpp, "long long work(const std::vector<int>& x) { return x[0]; }", "O(1)");
  ExpectClass(Language::kCpp,
              "long long work(const std::vector<int>& x) {\n"
              "  std::vector<int> y = x;\n"
              "  std::sort(y.begin(), y.end());\n"
              "  return y[0];\n"
              "}",
              "O(n log n)");
  ExpectClass(Language::kCpp,
              "long long work(const std::vector<int>& x) {\n"
              "  std::vector<int> y;\n"
              "  for (int v : x) y.insert(y.begin(), v);\n"
              "  return y[0];\n"
              "}",
              "O(n^2)");
}

TEST(MeasureGrowth, CountsPythonWhereTheWorkHidesInC) {
  ExpectClass(Language::kPython, "def work(x):\n    return sum(x)\n", "O(n)");
  ExpectClass(Language::kPython, "def work(x):\n    return sorted(x)[0]\n", "O(n log n)");
  ExpectClass(Language::kPython, "def work(x):\n    return sum(v in x[::-1] for v in x)\n",
              "O(n^2)");
}

// Work of this kind has no counter: nobody charges for what a string of code does.
TEST(MeasureGrowth, IsNotSureOfWorkThatOnlyTheClockSees) {
  const GrowthFit fit = Measure(Language::kPython,
                                "def work(x):\n"
                                "    exec('for a in x:\\n  for b in x: a * b', {'x': x})\n"
                                "    return x[0]\n");
  EXPECT_FALSE(fit.confident);
}

TEST(MeasureGrowth, SaysWhatMemoryIsHeld) {
  const char* const kCopies[] = {
      "long long work(const std::vector<int>& x) { std::vector<int> y = x; return y[0]; }",
      "def work(x):\n    y = [v + 1000 for v in x]\n    return y[0]\n"};
  const char* const kSums[] = {
      "long long work(const std::vector<int>& x) { long long s = 0; for (int v : x) s += v; "
      "return s; }",
      "def work(x):\n    s = 0\n    for v in x:\n        s += v\n    return s\n"};
  for (const std::size_t i : {0U, 1U}) {
    const Language language = i == 0 ? Language::kCpp : Language::kPython;
    EXPECT_EQ(Measure(language, kCopies[i]).memory_class, "O(n)");
    EXPECT_EQ(Measure(language, kSums[i]).memory_class, "O(1)");
  }
}

TEST(MeasureGrowth, StaysTheSameUnderOtherNamesAndComments) {
  const auto cpp = [](const std::string& a, const std::string& b, const std::string& comment) {
    return comment + "\nlong long work(const std::vector<int>& " + a +
           ") {\n  std::unordered_set<int> " + b + ";\n  for (int v : " + a + ") " + b +
           ".insert(v);  " + comment + "\n  return (long long)" + b + ".size();\n}\n";
  };
  EXPECT_EQ(ToJson(Measure(Language::kCpp, cpp("x", "seen", ""))),
            ToJson(Measure(Language::kCpp, cpp("values", "s", "// why and how"))));
  const auto python = [](const std::string& a, const std::string& b, const std::string& comment) {
    return comment + "\ndef work(" + a + "):\n    " + b + " = {}\n    for v in " + a +
           ":\n        " + b + "[v] = " + b + ".get(v, 0) + 1  " + comment + "\n    return max(" +
           b + ".values())\n";
  };
  EXPECT_EQ(ToJson(Measure(Language::kPython, python("x", "seen", ""))),
            ToJson(Measure(Language::kPython, python("values", "s", "# why and how"))));
}

TEST(MeasureGrowth, StopsWhereTheNextSizeWouldTakeTooLong) {
  const GrowthFit fit = Measure(Language::kPython,
                                "def work(x):\n"
                                "    def go(i, s):\n"
                                "        return s if i == len(x) else go(i + 1, s) + go(i + 1, s)\n"
                                "    return go(0, 0)\n",
                                {6, 8, 10, 12, 60});
  EXPECT_EQ(fit.growth_class, "O(2^n)");
  EXPECT_TRUE(fit.confident);
  EXPECT_EQ(fit.points.size(), 4U);
}

TEST(MeasureGrowth, IsSilentAboutWhatCannotRun) {
  EXPECT_TRUE(Measure(Language::kCpp, "long long work(").growth_class.empty());
  EXPECT_TRUE(Measure(Language::kPython, "def work(x):\n    return 1 / 0\n").growth_class.empty());
}

}  // namespace
}  // namespace evaluators
