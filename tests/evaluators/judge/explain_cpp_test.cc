// Programs that die, and what is said of them: real compiler, real sanitizers, real box.
#include "evaluators/judge/explain_cpp.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "evaluators/judge/code_judge.h"
#include "evaluators/judge/cpp_toolchain.h"
#include "interview/bank/question_bank.h"
#include "tests/evaluators/judge/judge_fixture.h"

namespace evaluators {
namespace {

using interview::EvaluationKind;
using interview::EvaluationRequest;
using interview::Json;
using interview::Language;
using interview::Verdict;

struct Death {
  const char* name;
  const char* body;  // line 1 of the source is "int solve(std::vector<int>& v, int n) {"
  const char* explanation;
};

void PrintTo(const Death& death, std::ostream* out) { *out << death.name; }

interview::QuestionPtr Question(std::vector<Json> examples) {
  auto question = std::make_shared<interview::Question>();
  question->id = "handmade";
  question->kind = interview::RoundKind::kCoding;
  interview::CodingSpec spec;
  spec.signature.name = "solve";
  spec.signature.params = {{"v", *interview::ParseType("list<int>"), Json::object(), false},
                           {"n", *interview::ParseType("int"), Json::object(), false}};
  spec.signature.returns = *interview::ParseType("int");
  spec.examples = std::move(examples);
  spec.limits.time_ms = {{Language::kCpp, 1000}};
  question->spec = std::move(spec);
  return question;
}

interview::Judgement Judge(const interview::QuestionPtr& question, const std::string& source,
                           Language language = Language::kCpp) {
  EvaluationRequest request;
  request.kind = EvaluationKind::kRunVisible;
  request.question = question;
  request.answer.language = language;
  request.answer.source = source;
  const auto evaluation = CodeJudge(TestConfig()).Evaluate(request, {});
  EXPECT_TRUE(evaluation) << evaluation.error().message << evaluation.error().detail;
  return evaluation ? *evaluation->judgement : interview::Judgement{};
}

const Json kExample = {{"args", {{1, 2, 3}, 3}}, {"expected", 6}};

class ExplainCrashTest : public testing::TestWithParam<Death> {
 protected:
  static void SetUpTestSuite() {
    const auto chain = FindFastest(TestConfig(), CppBuild::kChecked);
    ASSERT_TRUE(chain);
    ASSERT_TRUE(MakeTools(TestConfig(), *chain, CppHeaders::kSubset, {}));
  }
};

TEST_P(ExplainCrashTest, SaysWhatAndWhere) {
  const std::string source =
      std::string("int solve(std::vector<int>& v, int n) {\n") + GetParam().body + "\n}\n";
  const interview::Judgement judgement = Judge(Question({kExample}), source);
  EXPECT_EQ(judgement.verdict, Verdict::kRuntimeError) << judgement.message;
  EXPECT_EQ(judgement.explanation, GetParam().explanation)
      << (judgement.first_failure ? judgement.first_failure->err : "");
}

INSTANTIATE_TEST_SUITE_P(
    Deaths, ExplainCrashTest,
    testing::Values(
        Death{"IndexOfVector",
              "  int s = 0;\n  for (int i = 0; i <= n; ++i) s += v[i];\n  return s;",
              "An index is out of range: operator[] at line 3 (in solve)."},
        Death{"PastTheHeapBlock",
              "  int* a = new int[n];\n  for (int i = 0; i < n; ++i) a[i] = v[i];\n"
              "  int s = a[n] + a[n + 900000];\n  delete[] a;\n  return s;",
              "Reads 4 bytes past the end of a heap block of 12 bytes at line 4 (in solve)."},
        Death{
            "UseAfterFree",
            "  auto* list = new std::list<int>(v.begin(), v.end());\n  int* first = &list->front();"
            "\n  delete list;\n  *first = 7;\n  std::abort();",
            "Writes 4 bytes of memory that was already freed at line 5 (in solve); it was freed at "
            "line 4."},
        Death{"NullPointer",
              "  struct Node { int value; Node* next; };\n  Node* node = n > 100 ? new Node{} : "
              "nullptr;"
              "\n  return node->value + v[0];",
              "Follows a null pointer at line 4."},
        Death{"StackOverflow",
              "  std::function<int(int)> down = [&](int k) {\n    return 1 + down(k + 1);\n  };\n"
              "  return down(n);",
              "The recursion is too deep: the stack ran out at line 3 (in a lambda)."},
        Death{"DivisionByZero", "  int zero = n - 3;\n  return v[0] / zero;",
              "Divides by zero at line 3."},
        Death{
            "SignedOverflow",
            "  int far = 2'000'000'000;\n  far += n * 500'000'000;\n  int* data = v.data();\n"
            "  return data[far];",
            "Reads from an address that is not the program's at line 5 (in solve), after a signed "
            "integer overflow at line 3."},
        Death{"ExceptionOfAt", "  return v.at(\n      static_cast<std::size_t>(n + 2));",
              "Throws std::out_of_range at line 2 (in solve), and nothing catches it."},
        Death{"OwnException",
              "  if (n == 3)\n    throw std::runtime_error(\"three\");\n  return v[0];",
              "Throws std::runtime_error at line 3 (in solve), and nothing catches it."},
        Death{"Abort", "  if (v.size() == 3) {\n    std::abort();\n  }\n  return n;",
              "Calls abort() at line 3 (in solve)."},
        Death{"OwnAssert", "  assert(n > 5);\n  return v[0];",
              "assert(n > 5) failed at line 2 (in solve)."},
        Death{"EmptyContainer",
              "  std::stack<int, std::vector<int>> s;\n  s.push(n);\n  s.pop();\n"
              "  return s.top() + v[0];",
              "Takes an element of an empty container at line 5 (in solve)."},
        Death{"NoReturn", "  if (n > 100) return v[0];",
              "A function that promises a value ends without one: the function at line 1."},
        Death{
            "Noexcept", "  const auto f = [&]() noexcept { return v.at(9); };\n  return f() + n;",
            "An exception ('std::out_of_range') that nobody could catch was thrown at line 2 (in a "
            "lambda)."},
        Death{"DoubleFree",
              "  int* p = new int[n];\n  v.assign(p, p + n);\n  delete[] p;\n  delete[] p;\n  "
              "return v[0];",
              "Frees the same memory twice at line 5 (in solve)."}),
    [](const auto& death) { return std::string(death.param.name); });

TEST(ExplainCrash, NeedsTheEarlierTestsWhereTheyLeftSomethingBehind) {
  const interview::Judgement judgement =
      Judge(Question({kExample, {{"args", {{4, 5, 6}, 3}}, {"expected", 15}}}),
            "std::vector<int> seen;\n"
            "int solve(std::vector<int>& v, int n) {\n"
            "  seen.insert(seen.end(), v.begin(), v.end());\n"
            "  int small[3];\n"
            "  int s = 0;\n"
            "  for (std::size_t i = 0; i < seen.size(); ++i) small[i % 4] = seen[i];\n"
            "  if (seen.size() > 3) std::abort();\n"
            "  for (int i = 0; i < n; ++i) s += small[i];\n"
            "  return s;\n"
            "}\n");
  EXPECT_EQ(judgement.verdict, Verdict::kRuntimeError);
  EXPECT_EQ(judgement.explanation,
            "Writes 4 bytes past the end of a local array at line 6 (in solve).");
}

TEST(ExplainCrash, OnlyCrashesAreExplained) {
  const interview::Judgement wrong =
      Judge(Question({kExample}), "int solve(std::vector<int>& v, int n) { return v[0] + n; }");
  EXPECT_EQ(wrong.verdict, Verdict::kWrongAnswer);
  EXPECT_EQ(wrong.explanation, "");
}

TEST(ExplainReport, HasNothingToSayOfNothing) {
  EXPECT_EQ(ExplainReport("", ""), "");
  EXPECT_EQ(ExplainReport("ERROR: AddressSanitizer: something-new on address", ""), "");
  EXPECT_EQ(ExplainReport("", "std::bad_alloc: std::bad_alloc"), "");
}

}  // namespace
}  // namespace evaluators
