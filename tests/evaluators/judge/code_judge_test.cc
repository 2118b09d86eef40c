// Solutions judged as a candidate hands them in: real compilers, real sandbox, questions of the
// bank.
#include "evaluators/judge/code_judge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "interview/bank/question_bank.h"
#include "interview/base/files.h"
#include "tests/evaluators/judge/handmade_question.h"
#include "tests/evaluators/judge/judge_fixture.h"

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

class EveryReference : public testing::TestWithParam<std::tuple<const char*, const char*>> {};

TEST_P(EveryReference, IsAccepted) {
  const auto [id, file] = GetParam();
  const QuestionPtr question = Bank().Find(id);
  ASSERT_TRUE(question) << id;
  const auto& spec = std::get<interview::CodingSpec>(question->spec);
  for (const interview::SourceFile& reference : spec.references) {
    if (reference.name != file) continue;
    const Language language = reference.name.ends_with(".py") ? Language::kPython : Language::kCpp;
    const Judgement judgement = Judge(EvaluationKind::kJudge, question, language, reference.text);
    EXPECT_EQ(judgement.verdict, Verdict::kAccepted)
        << judgement.message << interview::DumpJson(ToJson(judgement)).substr(0, 3000);
    EXPECT_GT(judgement.total, 100);
    EXPECT_GT(judgement.peak_mb, 0.5);
    // All are linear or nearly so. One measurement is bent by other work on the machine; the gate
    // of the question is proved with several in question_proof_test.cc.
    EXPECT_FALSE(judgement.growth.growth_class.empty());
    EXPECT_GT(judgement.growth.exponent, 0.2) << "time inside the box is not measured";
    EXPECT_LT(judgement.growth.exponent, 1.75);
    return;
  }
  FAIL() << "no " << file;
}

INSTANTIATE_TEST_SUITE_P(Bank, EveryReference,
                         testing::Combine(testing::Values("course-order", "largest-bar-rectangle",
                                                          "lru-cache", "merge-two-lists",
                                                          "pair-with-target", "rotate-array-right"),
                                          testing::Values("ref.py", "ref.cpp")));

TEST(CodeJudge, TellsTheFirstFailureInFull) {
  const QuestionPtr question = Handmade({{"a", "list<int>"}, {"k", "int"}}, "int",
                                        {Parse(R"({"args": [[1, 2], 3], "expected": 6})"),
                                         Parse(R"({"args": [[4], 5], "expected": 9})")});
  for (const auto& [language, source] :
       {std::pair{Language::kPython,
                  "def solve(a, k):\n    print('hello', k)\n    return sum(a) * 2\n"},
        std::pair{
            Language::kCpp,
            "int solve(const std::vector<int>& a, int k) { std::cout << \"hello \" << k << '\\n';"
            "int s = 0; for (int x : a) s += x; return 2 * s; }"}}) {
    const Judgement judgement = RunExamples(question, language, source);
    EXPECT_EQ(judgement.verdict, Verdict::kWrongAnswer) << judgement.message;
    EXPECT_EQ(judgement.passed, 1);
    EXPECT_EQ(judgement.total, 2);
    ASSERT_TRUE(judgement.first_failure);
    EXPECT_EQ(judgement.first_failure->index, 1);
    EXPECT_EQ(judgement.first_failure->input, Parse(R"({"args": [[4], 5]})"));
    EXPECT_EQ(judgement.first_failure->expected, Json(9));
    EXPECT_EQ(judgement.first_failure->got, Json(8));
    EXPECT_EQ(judgement.first_failure->out, "hello 5\n");
  }
}

TEST(CodeJudge, MapsCompileErrorsToTheCandidatesLines) {
  const QuestionPtr question =
      Handmade({{"k", "int"}}, "int", {Parse(R"({"args": [3], "expected": 6})")});
  const Judgement python =
      RunExamples(question, Language::kPython, "def solve(k):\n    return (k\n");
  EXPECT_EQ(python.verdict, Verdict::kCompileError);
  ASSERT_FALSE(python.diagnostics.empty());
  EXPECT_EQ(python.diagnostics[0].line, 2);
  EXPECT_THAT(python.diagnostics[0].message, HasSubstr("never closed"));
  const Judgement cpp =
      RunExamples(question, Language::kCpp, "int unused;\nint solve(int k) {\n  return k + ;\n}\n");
  EXPECT_EQ(cpp.verdict, Verdict::kCompileError);
  ASSERT_FALSE(cpp.diagnostics.empty());
  EXPECT_EQ(cpp.diagnostics[0].line, 3);
  EXPECT_EQ(cpp.diagnostics[0].severity, "error");
  for (const auto& [language, source] :
       {std::pair{Language::kPython, "def other(k): return k\n"},
        std::pair{Language::kCpp, "int other(int k) { return k; }\n"},
        std::pair{Language::kCpp, " \n"}, std::pair{Language::kPython, "x = '\xff\xfe'\n"}}) {
    const Judgement judgement = RunExamples(question, language, source);
    EXPECT_EQ(judgement.verdict, Verdict::kCompileError) << judgement.message;
    EXPECT_FALSE(judgement.diagnostics.empty());
  }
}

TEST(CodeJudge, CollectsWarnings) {
  const QuestionPtr question =
      Handmade({{"k", "int"}}, "int", {Parse(R"({"args": [3], "expected": 3})")});
  for (int round = 0; round < 2; ++round) {  // the second time from the cache
    const Judgement judgement = RunExamples(
        question, Language::kCpp, "int solve(int k) {\n  int spare = 1;\n  return k;\n}\n");
    EXPECT_EQ(judgement.verdict, Verdict::kAccepted) << judgement.message;
    ASSERT_EQ(judgement.diagnostics.size(), 1u);
    EXPECT_EQ(judgement.diagnostics[0].line, 2);
    EXPECT_EQ(judgement.diagnostics[0].severity, "warning");
  }
}

TEST(CodeJudge, RuntimeErrorsSayWhatHappened) {
  const QuestionPtr question =
      Handmade({{"a", "list<int>"}}, "int", {Parse(R"({"args": [[1]], "expected": 1})")});
  struct Case {
    Language language;
    const char* source;
    const char* says;
  };
  for (const Case& one :
       {Case{Language::kPython, "def solve(a):\n    return a[5]\n", "IndexError"},
        Case{Language::kPython, "def solve(a):\n    return solve(a)\n", "RecursionError"},
        Case{Language::kPython, "import os\ndef solve(a):\n    os._exit(0)\n", "exit code 0"},
        Case{Language::kPython, "import sys\ndef solve(a):\n    sys.exit(0)\n", "SystemExit"},
        Case{Language::kCpp, "int solve(const std::vector<int>& a) { return a.at(5); }",
             "out_of_range"},
        Case{Language::kCpp, "int solve(const std::vector<int>& a) { return a[5]; }", "SIGABRT"},
        Case{Language::kCpp, "int solve(const std::vector<int>& a) { return a[0] / (a[0] - 1); }",
             "SIGFPE"},
        Case{Language::kCpp, "int solve(const std::vector<int>&) { }", "without return"},
        Case{Language::kCpp, "int solve(const std::vector<int>&) { std::exit(0); }", "exit code 0"},
        Case{Language::kCpp,
             "int deep(volatile int* x, int n) { volatile int y = n; return n + deep(&y, n + 1) + "
             "*x; }\n"
             "int solve(const std::vector<int>& a) { int x = 0; return deep(&x, a[0]); }",
             "SIGSEGV"}}) {
    const Judgement judgement = RunExamples(question, one.language, one.source);
    EXPECT_EQ(judgement.verdict, Verdict::kRuntimeError) << one.source << judgement.message;
    EXPECT_THAT(judgement.message, HasSubstr(one.says)) << one.source;
  }
  const Judgement deep = RunExamples(
      question, Language::kCpp,
      "int deep(volatile int* x, int n) { volatile int y = n; return n + deep(&y, n + 1) + *x; }\n"
      "int solve(const std::vector<int>& a) { int x = 0; return deep(&x, a[0]); }");
  ASSERT_TRUE(deep.first_failure);
  EXPECT_THAT(deep.first_failure->err, HasSubstr("Stack overflow"));
}

TEST(CodeJudge, TracebacksShowTheCandidatesFramesAlone) {
  const QuestionPtr question =
      Handmade({{"k", "int"}}, "int", {Parse(R"({"args": [3], "expected": 3})")});
  const Judgement judgement = RunExamples(question, Language::kPython,
                                          "def helper(k):\n    return 1 // (k - 3)\n\n"
                                          "def solve(k):\n    return helper(k)\n");
  ASSERT_TRUE(judgement.first_failure);
  const std::string& trace = judgement.first_failure->err;
  EXPECT_THAT(trace, testing::StartsWith("Traceback (most recent call last):\n"
                                         "  File \"solution.py\", line 5, in solve\n"));
  EXPECT_THAT(trace, HasSubstr("  File \"solution.py\", line 2, in helper\n"));
  EXPECT_THAT(trace, HasSubstr("ZeroDivisionError"));
  EXPECT_EQ(trace.find("/onsite/"), std::string::npos);
}

TEST(CodeJudge, LimitsHaveTheirOwnVerdicts) {
  const QuestionPtr question =
      Handmade({{"k", "int"}}, "int", {Parse(R"({"args": [3], "expected": 3})")});
  struct Case {
    const char* source;
    Verdict verdict;
    const char* says;
  };
  for (const Case& one :
       {Case{"def solve(k):\n    while True: pass\n", Verdict::kTimeLimit, "processor time"},
        Case{"import time\ndef solve(k):\n    time.sleep(60)\n", Verdict::kTimeLimit, "idle"},
        Case{"def solve(k):\n    x = []\n    while True: x.append(b'x' * (1 << 20))\n",
             Verdict::kMemoryLimit, "256 MB"},
        Case{"def solve(k):\n    while True: print('x' * 1000)\n", Verdict::kOutputLimit,
             "too much"},
        Case{"import ctypes\ndef solve(k):\n    ctypes.CDLL(None).ptrace(0, 0, 0, 0)\n",
             Verdict::kViolation, "forbids"},
        Case{"import os\ndef solve(k):\n    os.write(3, b'{\"id\":1,\"result\":3}\\n')\n    return "
             "3\n",
             Verdict::kViolation, "channel"}}) {
    const Judgement judgement = RunExamples(question, Language::kPython, one.source);
    EXPECT_EQ(judgement.verdict, one.verdict) << one.source << judgement.message;
    EXPECT_THAT(judgement.message, HasSubstr(one.says));
  }
}

TEST(CodeJudge, GoesOnAfterACrash) {
  const QuestionPtr question =
      Handmade({{"k", "int"}}, "int",
               {Parse(R"({"args": [1], "expected": 1})"), Parse(R"({"args": [2], "expected": 2})"),
                Parse(R"({"args": [3], "expected": 3})")});
  const Judgement judgement = RunExamples(
      question, Language::kCpp, "int solve(int k) { if (k == 2) std::abort(); return k; }");
  EXPECT_EQ(judgement.verdict, Verdict::kRuntimeError);
  EXPECT_EQ(judgement.passed, 2);
  EXPECT_EQ(judgement.first_failure->index, 1);
}

TEST(CodeJudge, RejectsAChangedInputThatMustStay) {
  const QuestionPtr question = Handmade({{"a", "list<list<int>>"}}, "int",
                                        {Parse(R"({"args": [[[2], [1]]], "expected": 1})")});
  const Judgement judgement =
      RunExamples(question, Language::kPython, "def solve(a):\n    a.sort()\n    return a[0][0]\n");
  EXPECT_EQ(judgement.verdict, Verdict::kWrongAnswer);
  EXPECT_THAT(judgement.message, HasSubstr("must stay as it is"));
}

TEST(CodeJudge, ComparesMutatedArguments) {
  const QuestionPtr question =
      Handmade({{"a", "list<int>"}}, "void",
               {Parse(R"({"args": [[2, 1]], "expected_args": {"0": [1, 2]}})")}, {"a"});
  EXPECT_EQ(RunExamples(question, Language::kPython, "def solve(a):\n    a.sort()\n").verdict,
            Verdict::kAccepted);
  EXPECT_EQ(RunExamples(question, Language::kCpp,
                        "void solve(std::vector<int>& a) { std::sort(a.begin(), a.end()); }")
                .verdict,
            Verdict::kAccepted);
  EXPECT_EQ(RunExamples(question, Language::kPython, "def solve(a):\n    a = sorted(a)\n").verdict,
            Verdict::kWrongAnswer);
}

TEST(CodeJudge, PassesEveryTypeInBothLanguages) {
  struct Case {
    const char* type;
    std::vector<const char*> values;
    const char* cpp;
  };
  for (const Case& one :
       {Case{"int", {"-2147483648", "7"}, "int"},
        Case{"long", {"\"9007199254740993\"", "-5"}, "long long"},
        Case{"double", {"0.1", "-1e300", "3"}, "double"}, Case{"bool", {"true", "false"}, "bool"},
        Case{"string", {R"("a\"b\\c\n\u00e9\ud83d\ude00")", R"("")"}, "std::string"},
        Case{"list<list<int>>", {"[]", "[[],[1,2]]"}, "std::vector<std::vector<int>>"},
        Case{"list<bool>", {"[true,false]"}, "std::vector<bool>"},
        Case{"optional<int>", {"null", "4"}, "std::optional<int>"},
        Case{"tree<int>", {"[]", "[3,9,20,null,null,15,7]"}, "TreeNode*"},
        Case{"linkedlist<int>", {"[]", "[1,2,3]"}, "ListNode*"},
        Case{"list<linkedlist<int>>", {"[[1],[],[2,3]]"}, "std::vector<ListNode*>"},
        Case{"graph", {"[]", "[[1,2],[0],[0]]"}, "GraphNode*"}}) {
    std::vector<Json> examples;
    for (const char* value : one.values) {
      examples.push_back({{"args", Json::array({Parse(value)})}, {"expected", Parse(value)}});
    }
    const QuestionPtr question = Handmade({{"x", one.type}}, one.type, examples);
    const Judgement python =
        RunExamples(question, Language::kPython, "def solve(x):\n    return x\n");
    EXPECT_EQ(python.verdict, Verdict::kAccepted)
        << one.type << interview::DumpJson(ToJson(python));
    const Judgement cpp = RunExamples(
        question, Language::kCpp, std::string(one.cpp) + " solve(" + one.cpp + " x) { return x; }");
    EXPECT_EQ(cpp.verdict, Verdict::kAccepted) << one.type << interview::DumpJson(ToJson(cpp));
  }
}

TEST(CodeJudge, ClosesListsToRings) {
  const QuestionPtr question = Handmade({{"head", "linkedlist<int>"}, {"tail_to", "int"}}, "bool",
                                        {Parse(R"({"args": [[1, 2, 3], 1], "expected": true})"),
                                         Parse(R"({"args": [[1, 2, 3], -1], "expected": false})")});
  EXPECT_EQ(
      RunExamples(question, Language::kPython,
                  "def solve(head):\n    seen = set()\n    while head:\n"
                  "        if head in seen: return True\n        seen.add(head); head = head.next\n"
                  "    return False\n")
          .verdict,
      Verdict::kAccepted);
  EXPECT_EQ(RunExamples(question, Language::kCpp,
                        "bool solve(ListNode* h) { std::set<ListNode*> s; for (; h; h = h->next) "
                        "if (!s.insert(h).second) return true; return false; }")
                .verdict,
            Verdict::kAccepted);
}

TEST(CodeJudge, ResultsOfTheWrongTypeAreWrongAnswers) {
  const QuestionPtr question =
      Handmade({{"k", "int"}}, "list<int>", {Parse(R"({"args": [3], "expected": [3]})")});
  const Judgement judgement =
      RunExamples(question, Language::kPython, "def solve(k):\n    return {k}\n");
  EXPECT_EQ(judgement.verdict, Verdict::kWrongAnswer);
  EXPECT_THAT(judgement.message, HasSubstr("list<int>"));
  const QuestionPtr ring = Handmade({{"h", "linkedlist<int>"}}, "linkedlist<int>",
                                    {Parse(R"({"args": [[3]], "expected": [3]})")});
  for (const auto& [language, source] :
       {std::pair{Language::kPython, "def solve(h):\n    h.next = h\n    return h\n"},
        std::pair{Language::kCpp, "ListNode* solve(ListNode* h) { h->next = h; return h; }"}}) {
    const Judgement cyclic = RunExamples(ring, language, source);
    EXPECT_EQ(cyclic.verdict, Verdict::kWrongAnswer) << cyclic.message;
    EXPECT_THAT(cyclic.message, HasSubstr("cycle"));
  }
}

TEST(CodeJudge, NanIsAWrongAnswerNotAViolation) {
  const QuestionPtr question =
      Handmade({{"x", "double"}}, "double", {Parse(R"({"args": [1], "expected": 1})")});
  for (const auto& [language, source] :
       {std::pair{Language::kPython, "def solve(x):\n    return float('nan')\n"},
        std::pair{Language::kCpp, "double solve(double) { return std::nan(\"\"); }"}}) {
    const Judgement judgement = RunExamples(question, language, source);
    EXPECT_EQ(judgement.verdict, Verdict::kWrongAnswer) << judgement.message;
    EXPECT_EQ(judgement.first_failure->got, Json("NaN"));
  }
}

TEST(CodeJudge, AMainOfTheCandidatesOwnIsLeftAlone) {
  const QuestionPtr question =
      Handmade({{"k", "int"}}, "int", {Parse(R"({"args": [3], "expected": 3})")});
  EXPECT_EQ(RunExamples(question, Language::kCpp,
                        "#include <bits/stdc++.h>\n#include <fstream>\nusing namespace std;\n"
                        "int solve(int k) { return k; }\nint main() { cout << solve(1); }\n")
                .verdict,
            Verdict::kAccepted);
}

TEST(CodeJudge, MeetsWhatThePreludeLacksWithTheRealHeader) {
  const QuestionPtr question =
      Handmade({{"k", "int"}}, "int", {Parse(R"({"args": [3], "expected": 3})")});
  const Judgement judgement =
      RunExamples(question, Language::kCpp,
                  "#include <bits/stdc++.h>\nint solve(int k) { std::ifstream f(\"/nothing\"); "
                  "return std::regex_match(\"a\", std::regex(\"a\")) ? k : 0; }\n");
  EXPECT_EQ(judgement.verdict, Verdict::kAccepted) << judgement.message;
}

TEST(CodeJudge, RunsAnInputOfTheCandidatesOwnBesideTheReference) {
  const QuestionPtr question = Bank().Find("pair-with-target");
  const auto& spec = std::get<interview::CodingSpec>(question->spec);
  const Json input = Parse(R"({"args": [[1, 2, 4], 6]})");
  Judgement judgement = Judge(EvaluationKind::kRunCustom, question, Language::kPython,
                              spec.references[0].text, input);
  EXPECT_EQ(judgement.verdict, Verdict::kAccepted) << judgement.message;
  EXPECT_EQ(judgement.custom_got, judgement.custom_expected);
  EXPECT_FALSE(judgement.custom_got.is_null());
  EvaluationRequest wrong;
  wrong.kind = EvaluationKind::kRunCustom;
  wrong.question = question;
  wrong.answer.source = "x";
  wrong.input = Parse(R"({"args": [[1, "two"], 6]})");
  const Result<Evaluation> refused = CodeJudge(TestConfig()).Evaluate(wrong, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, interview::ErrorCode::kInvalid);
  EXPECT_THAT(refused.error().message, HasSubstr("nums[1]"));
}

TEST(CodeJudge, EscapesWhatItShows) {
  const QuestionPtr question =
      Handmade({{"k", "int"}}, "int", {Parse(R"({"args": [3], "expected": 4})")});
  const Judgement judgement =
      RunExamples(question, Language::kPython,
                  "def solve(k):\n    print('\\x1b[31mred\\u202e')\n    return k\n");
  EXPECT_EQ(judgement.first_failure->out, "\\x1b[31mred\\u202e\n");
}

TEST(CodeJudge, StopsWhenAsked) {
  std::stop_source source;
  source.request_stop();
  EvaluationRequest request;
  request.kind = EvaluationKind::kRunVisible;
  request.question = Handmade({{"k", "int"}}, "int", {Parse(R"({"args": [3], "expected": 3})")});
  request.answer.source = "def solve(k):\n    return k\n";
  const Result<Evaluation> evaluation =
      CodeJudge(TestConfig()).Evaluate(request, source.get_token());
  ASSERT_FALSE(evaluation);
  EXPECT_EQ(evaluation.error().code, interview::ErrorCode::kCancelled);
}

TEST(CodeJudge, NamesTheRemedyWithoutACompiler) {
  JudgeConfig config = TestConfig();
  config.gxx = "/usr/bin/no-g++";
  config.clangxx = "/usr/bin/no-clang++";
  EvaluationRequest request;
  request.kind = EvaluationKind::kRunVisible;
  request.question = Handmade({{"k", "int"}}, "int", {Parse(R"({"args": [3], "expected": 3})")});
  request.answer.language = Language::kCpp;
  request.answer.source = "int solve(int k) { return k; }";
  const Result<Evaluation> evaluation = CodeJudge(config).Evaluate(request, {});
  ASSERT_FALSE(evaluation);
  EXPECT_THAT(evaluation.error().message, HasSubstr("sudo apt install g++"));
}

TEST(CodeJudge, WorksWithoutACacheAndWithClang) {
  JudgeConfig config = TestConfig();
  config.cache_dir = "/proc/no-cache-here";
  EvaluationRequest request;
  request.kind = EvaluationKind::kRunVisible;
  request.question = Handmade({{"k", "int"}}, "int", {Parse(R"({"args": [3], "expected": 3})")});
  request.answer.language = Language::kCpp;
  request.answer.source = "int solve(int k) { return k; }";
  Result<Evaluation> evaluation = CodeJudge(config).Evaluate(request, {});
  ASSERT_TRUE(evaluation) << evaluation.error().message;
  EXPECT_EQ(evaluation->judgement->verdict, Verdict::kAccepted) << evaluation->judgement->message;
  config = TestConfig();
  config.gxx = "/usr/bin/no-g++";
  if (!std::filesystem::exists(config.clangxx)) GTEST_SKIP() << "clang++ is not installed";
  evaluation = CodeJudge(config).Evaluate(request, {});
  ASSERT_TRUE(evaluation) << evaluation.error().message;
  EXPECT_EQ(evaluation->judgement->verdict, Verdict::kAccepted)
      << evaluation->judgement->message << evaluation->judgement->err;
}

}  // namespace
}  // namespace evaluators
