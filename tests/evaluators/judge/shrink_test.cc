// Wrong solutions of the bank's questions, and the small input that shows each to be wrong.
#include "evaluators/judge/shrink.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "evaluators/judge/compare.h"
#include "evaluators/judge/shrink_steps.h"
#include "evaluators/judge/test_suite.h"
#include "interview/bank/question_bank.h"
#include "tests/evaluators/judge/handmade_question.h"

namespace evaluators {
namespace {

using interview::Evaluation;
using interview::EvaluationKind;
using interview::EvaluationRequest;
using interview::Json;
using interview::Judgement;
using interview::Language;
using interview::QuestionPtr;
using interview::Result;
using interview::Verdict;
using testing::HasSubstr;

const interview::QuestionBank& Bank() {
  static const interview::QuestionBank bank =
      *interview::QuestionBank::Load(std::filesystem::path(ONSITE_SOURCE_DIR) / "rubrics");
  return bank;
}

EvaluationRequest Request(const char* id, Language language, const char* source) {
  EvaluationRequest request;
  request.kind = EvaluationKind::kShrink;
  request.question = Bank().Find(id);
  request.answer.language = language;
  request.answer.source = source;
  return request;
}

// Judged and shrunk as the program does it.
Judgement Shrink(EvaluationRequest request) {
  EvaluationRequest all = request;
  all.kind = EvaluationKind::kJudge;
  const Result<Evaluation> judged = CodeJudge(TestConfig()).Evaluate(all, {});
  EXPECT_TRUE(judged) << judged.error().message;
  if (!judged || !judged->judgement->first_failure) {
    ADD_FAILURE() << "the code passes";
    return {};
  }
  request.input = Json{{"index", judged->judgement->first_failure->index}};
  const auto begin = std::chrono::steady_clock::now();
  const Result<Evaluation> shrunk = CodeJudge(TestConfig()).Evaluate(request, {});
  EXPECT_TRUE(shrunk) << shrunk.error().message;
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
  if (!shrunk) return {};
  EXPECT_EQ(shrunk->judgement->verdict, judged->judgement->verdict);
  return *shrunk->judgement;
}

// The shrunk input is one of the question's, and the code still fails on it.
void ExpectFails(const EvaluationRequest& request, const interview::Failure& failure) {
  EvaluationRequest again = request;
  again.kind = EvaluationKind::kRunCustom;
  again.input = failure.shrunk_input;
  const Result<Evaluation> ran = CodeJudge(TestConfig()).Evaluate(again, {});
  ASSERT_TRUE(ran) << ran.error().message;
  EXPECT_NE(ran->judgement->verdict, Verdict::kAccepted);
  EXPECT_EQ(ran->judgement->custom_expected, failure.shrunk_expected);
}

TEST(Shrink, FindsTwoEqualNumbersInEveryLanguage) {
  // Uses one position twice where half of the target is there.
  for (const auto& [language, source] :
       {std::pair{Language::kPython,
                  "def pair_with_target(nums, target):\n"
                  "    at = {x: i for i, x in enumerate(nums)}\n"
                  "    for i, x in enumerate(nums):\n"
                  "        if target - x in at: return sorted([i, at[target - x]])\n"
                  "    return []\n"},
        std::pair{Language::kCpp,
                  "std::vector<int> pair_with_target(const std::vector<int>& nums, int target) {\n"
                  "  std::unordered_map<long long, int> at;\n"
                  "  for (int i = 0; i < (int)nums.size(); ++i) at[nums[i]] = i;\n"
                  "  for (int i = 0; i < (int)nums.size(); ++i) {\n"
                  "    auto it = at.find((long long)target - nums[i]);\n"
                  "    if (it != at.end()) return {std::min(i, it->second), std::max(i, "
                  "it->second)};\n"
                  "  }\n  return {};\n}\n"}}) {
    const EvaluationRequest request = Request("pair-with-target", language, source);
    const Judgement judgement = Shrink(request);
    ASSERT_TRUE(judgement.first_failure);
    const Json& args = judgement.first_failure->shrunk_input["args"];
    EXPECT_LE(args[0].size(), 4u) << interview::DumpJson(args) << judgement.message;
    EXPECT_LE(interview::DumpJson(args).size(), 24u) << interview::DumpJson(args);
    int pairs = 0;
    for (std::size_t i = 0; i < args[0].size(); ++i) {
      for (std::size_t j = i + 1; j < args[0].size(); ++j) {
        pairs += args[0][i].get<int>() + args[0][j].get<int>() == args[1].get<int>() ? 1 : 0;
      }
    }
    EXPECT_EQ(pairs, 1) << "as the statement promises: " << interview::DumpJson(args);
    ExpectFails(request, *judgement.first_failure);
  }
}

TEST(Shrink, LeavesOutCallsOfAClass) {
  // Reading does not make an entry the newest.
  const EvaluationRequest request = Request("lru-cache", Language::kPython,
                                            "class LruCache:\n"
                                            "    def __init__(self, cap):\n"
                                            "        self.cap, self.d = cap, OrderedDict()\n"
                                            "    def get(self, k):\n"
                                            "        return self.d.get(k, -1)\n"
                                            "    def put(self, k, v):\n"
                                            "        self.d.pop(k, None)\n"
                                            "        self.d[k] = v\n"
                                            "        if len(self.d) > self.cap: "
                                            "self.d.popitem(last=False)\n");
  const Judgement judgement = Shrink(request);
  ASSERT_TRUE(judgement.first_failure);
  const Json& ops = judgement.first_failure->shrunk_input["ops"];
  EXPECT_LE(ops.size(), 6u) << interview::DumpJson(judgement.first_failure->shrunk_input)
                            << judgement.message;
  EXPECT_EQ(ops[0], Json("LruCache"));
  ExpectFails(request, *judgement.first_failure);
}

TEST(Shrink, KeepsNodesAndEdgesTogether) {
  const EvaluationRequest request = Request("course-order", Language::kPython,
                                            "def course_order(n, pre):\n"
                                            "    return list(range(n))\n");
  const Judgement judgement = Shrink(request);
  ASSERT_TRUE(judgement.first_failure);
  const Json& args = judgement.first_failure->shrunk_input["args"];
  EXPECT_LE(args[0], Json(3)) << interview::DumpJson(args) << judgement.message;
  EXPECT_LE(args[1].size(), 2u);
  ExpectFails(request, *judgement.first_failure);
}

TEST(Shrink, AnExceptionKeepsItsType) {
  const EvaluationRequest request = Request("largest-bar-rectangle", Language::kPython,
                                            "def largest_bar_rectangle(h):\n"
                                            "    for i in range(len(h)):\n"
                                            "        if h[i] == h[i + 1]: return h[i]\n"
                                            "    return 0\n");
  EvaluationRequest first = request;
  const Judgement judgement = Shrink(request);
  ASSERT_TRUE(judgement.first_failure);
  EXPECT_LE(interview::DumpJson(judgement.first_failure->shrunk_input).size(), 24u)
      << judgement.message;
}

TEST(Shrink, ACrashStaysACrash) {
  const EvaluationRequest request =
      Request("merge-two-lists", Language::kCpp,
              "ListNode* merge_two_lists(ListNode* a, ListNode* b) {\n"
              "  if (b->val < a->val) std::swap(a, b);\n"
              "  a->next = merge_two_lists(a->next, b);\n  return a;\n}\n");
  const Judgement judgement = Shrink(request);
  ASSERT_TRUE(judgement.first_failure);
  EXPECT_EQ(judgement.verdict, Verdict::kRuntimeError);
  EXPECT_LE(interview::DumpJson(judgement.first_failure->shrunk_input).size(), 20u)
      << interview::DumpJson(judgement.first_failure->shrunk_input) << judgement.message;
  ExpectFails(request, *judgement.first_failure);
}

TEST(Shrink, SaysWhyALimitOrAPassIsNotShrunk) {
  EvaluationRequest request = Request("rotate-array-right", Language::kPython,
                                      "def rotate_right(nums, k):\n    while True: pass\n");
  request.input = Json{{"index", 0}};
  Result<Evaluation> shrunk = CodeJudge(TestConfig()).Evaluate(request, {});
  ASSERT_FALSE(shrunk);
  EXPECT_THAT(shrunk.error().message, HasSubstr("depends on the size of the input"));
  request.answer.source =
      std::get<interview::CodingSpec>(request.question->spec).references[0].text;
  shrunk = CodeJudge(TestConfig()).Evaluate(request, {});
  ASSERT_FALSE(shrunk);
  EXPECT_THAT(shrunk.error().message, HasSubstr("passes this test"));
  request.input = Json{{"index", 100'000}};
  shrunk = CodeJudge(TestConfig()).Evaluate(request, {});
  ASSERT_FALSE(shrunk);
  EXPECT_THAT(shrunk.error().message, HasSubstr("no test 100000"));
}

TEST(Shrink, StopsWhenAsked) {
  std::stop_source source;
  source.request_stop();
  EvaluationRequest request =
      Request("rotate-array-right", Language::kPython, "def rotate_right(nums, k):\n    pass\n");
  request.input = Json{{"index", 0}};
  const Result<Evaluation> shrunk = CodeJudge(TestConfig()).Evaluate(request, source.get_token());
  ASSERT_FALSE(shrunk);
  EXPECT_EQ(shrunk.error().code, interview::ErrorCode::kCancelled);
}

TEST(ProposeSmaller, OffersOnlyInputsOfTheSignatureThatEndInNothing) {
  const auto question = Handmade({{"grid", "list<list<int>>"},
                                  {"s", "string"},
                                  {"root", "tree<int>"},
                                  {"node", "graph"},
                                  {"x", "double"},
                                  {"yes", "bool"}},
                                 "int", {});
  const auto& signature = std::get<interview::CodingSpec>(question->spec).signature;
  TestCase current;
  current.args = Parse(
      R"([[[3, -4], [5, 6], [7, 8]], "h\u00e9llo9", [5, 3, 8, null, 4], [[1, 2], [0, 2], [0, 1]], 2.5, true])");
  for (int round = 0; round < 200; ++round) {
    std::optional<TestCase> next;
    ProposeSmaller(signature, current, [&](TestCase test) {
      EXPECT_TRUE(ReadInput(signature, InputOf(test)))
          << interview::DumpJson(test.args) << ReadInput(signature, InputOf(test)).error().message;
      if (SizeOf(test) < SizeOf(current)) next = std::move(test);
      return !next;
    });
    if (!next) break;
    current = *next;
  }
  EXPECT_EQ(current.args, Parse(R"([[], "", [], [[]], 0.0, false])"));
}

}  // namespace
}  // namespace evaluators
