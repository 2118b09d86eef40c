// What can be measured in source code.
#include "interview/session/code_facts.h"

#include <gtest/gtest.h>

namespace interview {
namespace {

TEST(CodeFacts, TidyPythonHasNoComplaints) {
  const CodeFacts facts = MeasureCode(
      "def find_pair(numbers, target):\n"
      "    \"\"\"Positions of two numbers that add up to target.\"\"\"\n"
      "    seen = {}\n"
      "    for index, number in enumerate(numbers):\n"
      "        if target - number in seen:\n"
      "            return [seen[target - number], index]\n"
      "        seen[number] = index\n"
      "    return []\n",
      Language::kPython);
  EXPECT_EQ(facts.lines, 7);
  EXPECT_EQ(facts.functions, 1);
  EXPECT_EQ(facts.longest_function, 7);
  EXPECT_EQ(facts.deepest_nesting, 2);
  EXPECT_EQ(facts.comments, 1);
  EXPECT_TRUE(Complaints(facts).empty());
}

TEST(CodeFacts, SeesFunctionsAndNestingOfCpp) {
  const CodeFacts facts = MeasureCode(
      "#include <vector>\n"
      "int Count(const std::vector<int>& values) {\n"
      "  int total = 0;\n"
      "  for (int v : values) {\n"
      "    if (v > 0) {\n"
      "      total += v;\n"
      "    }\n"
      "  }\n"
      "  return total;\n"
      "}\n",
      Language::kCpp);
  EXPECT_EQ(facts.functions, 1);
  EXPECT_EQ(facts.deepest_nesting, 2);
}

TEST(CodeFacts, ComplainsOfLengthNestingRepetitionAndDeadCode) {
  std::string source = "def solve(values):\n";
  for (int i = 0; i < 50; ++i)
    source += "    value_" + std::to_string(i) + " = values[" + std::to_string(i) + "]\n";
  source +=
      "    # total = total + value_3\n"
      "    if values:\n        if values:\n            if values:\n                if values:\n"
      "                    if values:\n                        return 1\n";
  const std::string block =
      "    first_total = sum(values)\n    second_total = max(values)\n    third_total = "
      "min(values)\n";
  source += block + "    print(1)\n" + block;
  const std::vector<std::string> complaints = Complaints(MeasureCode(source, Language::kPython));
  EXPECT_EQ(complaints, (std::vector<std::string>{"A function of 64 lines", "Blocks nested 5 deep",
                                                  "3 lines repeat earlier ones",
                                                  "1 lines of commented-out code"}));
}

TEST(CodeFacts, SingleLettersAreAComplaintUnlessCustomary) {
  EXPECT_TRUE(Complaints(MeasureCode("i = 0\nj = 1\nn = 2\nx = 3\n", Language::kPython)).empty());
  EXPECT_EQ(Complaints(MeasureCode("a = 0\nq = 1\nz = 2\ntotal = 3\n", Language::kPython)),
            (std::vector<std::string>{"Half of the names or more are single letters: a, q, z"}));
}

TEST(CodeFacts, CountsLoopsThatNumpyWouldDo) {
  EXPECT_EQ(CountIndexLoops("for i in range(n):\n    total += x[i] * w[i]\n"), 1);
  EXPECT_EQ(CountIndexLoops("for step in range(steps):\n    w -= lr * X.T @ (X @ w - y)\n"), 0);
  EXPECT_EQ(CountIndexLoops("for i in range(n):\n    for j in range(d):\n        s += X[i, j]\n"),
            2);
}

}  // namespace
}  // namespace interview
