// JavaScript from the starter to the verdict: real node, real sandbox. The solutions for the
// questions of the bank are in tests/support/javascript.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "evaluators/judge/code_judge.h"
#include "evaluators/judge/language.h"
#include "evaluators/judge/standby.h"
#include "interview/bank/question_bank.h"
#include "interview/base/files.h"
#include "interview/model/language.h"
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
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const interview::QuestionBank& Bank() {
  static const interview::QuestionBank bank =
      *interview::QuestionBank::Load(std::filesystem::path(ONSITE_SOURCE_DIR) / "rubrics");
  return bank;
}

Judgement Judge(EvaluationKind kind, QuestionPtr question, std::string source) {
  EvaluationRequest request;
  request.kind = kind;
  request.question = std::move(question);
  request.answer.language = Language::kJavascript;
  request.answer.source = std::move(source);
  const Result<Evaluation> evaluation = CodeJudge(TestConfig()).Evaluate(request, {});
  EXPECT_TRUE(evaluation) << evaluation.error().message << "\n" << evaluation.error().detail;
  return evaluation ? *evaluation->judgement : Judgement{};
}

Json Parse(const char* text) { return *interview::ParseJson(text, "test"); }

// A question without files: only its examples, {"args", "expected"}, are ever run.
QuestionPtr Handmade(const std::vector<std::pair<const char*, const char*>>& params,
                     const char* returns, const std::vector<const char*>& examples,
                     const char* mutated = "") {
  auto question = std::make_shared<interview::Question>();
  question->id = "handmade";
  interview::CodingSpec spec;
  spec.signature.name = "solve";
  for (const auto& [name, type] : params) {
    spec.signature.params.push_back(
        {name, *interview::ParseType(type), Json::object(), std::string(name) == mutated});
  }
  spec.signature.returns = *interview::ParseType(returns);
  for (const char* example : examples) spec.examples.push_back(Parse(example));
  spec.limits.time_ms = {{Language::kPython, 1000}};
  question->spec = spec;
  return question;
}

Judgement RunExamples(const QuestionPtr& question, std::string source) {
  return Judge(EvaluationKind::kRunVisible, question, std::move(source));
}

// solve(3) must be 6.
const QuestionPtr& Doubling() {
  static const QuestionPtr question =
      Handmade({{"k", "int"}}, "int", {R"({"args": [3], "expected": 6})"});
  return question;
}

std::filesystem::path SolutionsOf(const char* question) {
  return std::filesystem::path(ONSITE_SOURCE_DIR) / "tests/support/javascript" / question;
}

class BankStarters : public testing::TestWithParam<const char*> {};

// Of the questions for which somebody wrote solutions in JavaScript.
class BankSolutions : public testing::TestWithParam<const char*> {
 protected:
  static std::string Source(const std::string& name) {
    return *interview::ReadFile(SolutionsOf(GetParam()) / name);
  }
  static Judgement Judged(const std::string& name) {
    return Judge(EvaluationKind::kJudge, Bank().Find(GetParam()), Source(name));
  }
};

TEST_P(BankSolutions, GetTheVerdictTheyDeserve) {
  const Judgement right = Judged("ref.js");
  EXPECT_EQ(right.verdict, Verdict::kAccepted) << right.message;
  EXPECT_GT(right.total, 100);
  for (const auto& [name, verdict] :
       {std::pair{"wrong.js", Verdict::kWrongAnswer}, std::pair{"slow.js", Verdict::kTimeLimit},
        std::pair{"hungry.js", Verdict::kMemoryLimit}}) {
    const Judgement judgement = Judged(name);
    EXPECT_EQ(judgement.verdict, verdict) << name << ": " << judgement.message;
    EXPECT_GT(judgement.passed, 0) << name;
  }
}

TEST_P(BankStarters, CompileAndAreNotAccepted) {
  const QuestionPtr question = Bank().Find(GetParam());
  const auto& spec = std::get<interview::CodingSpec>(question->spec);
  const std::string starter = StarterCode(spec.signature, Language::kJavascript);
  const Judgement judgement = Judge(EvaluationKind::kJudge, question, starter);
  EXPECT_NE(judgement.verdict, Verdict::kAccepted) << starter;
  EXPECT_NE(judgement.verdict, Verdict::kCompileError) << starter << judgement.message;
  EXPECT_THAT(starter, HasSubstr(" * @param {"));
}

std::vector<const char*> CodingIds() {
  std::vector<const char*> ids;
  for (const QuestionPtr& question : Bank().questions()) {
    if (question->kind == interview::RoundKind::kCoding) ids.push_back(question->id.c_str());
  }
  return ids;
}

std::vector<const char*> SolvedIds() {
  std::vector<const char*> ids = CodingIds();
  std::erase_if(ids, [](const char* id) { return !std::filesystem::exists(SolutionsOf(id)); });
  return ids;
}

INSTANTIATE_TEST_SUITE_P(Bank, BankStarters, testing::ValuesIn(CodingIds()));
INSTANTIATE_TEST_SUITE_P(Bank, BankSolutions, testing::ValuesIn(SolvedIds()));

TEST(Javascript, CarriesEveryTypeInAndOut) {
  struct Case {
    const char* type;
    const char* value;
    const char* seen;  // what holds of the argument x
  };
  for (const Case& one :
       {Case{"int", "-2147483648", "x === -2147483648"},
        Case{"long", "-5", "x === -5"},
        Case{"long", R"("9007199254740993")", "x === 9007199254740993n"},
        Case{"double", "0.1", "x === 0.1"},
        Case{"double", "-1e300", "x < -1e299"},
        Case{"double", "3", "x === 3"},
        Case{"bool", "true", "x === true"},
        Case{"bool", "false", "x === false"},
        Case{"string", R"("a\"b\\c\n\u00e9\ud83d\ude00")", "[...x].length === 8"},
        Case{"string", R"("")", "x === ''"},
        Case{"list<int>", "[]", "x instanceof Array"},
        Case{"list<list<int>>", "[[],[1,2]]", "x[1][1] === 2"},
        Case{"list<bool>", "[true,false]", "x[0] && !x[1]"},
        Case{"list<string>", R"(["a",""])", "x.join('-') === 'a-'"},
        Case{"optional<int>", "null", "x === null"},
        Case{"optional<int>", "4", "x === 4"},
        Case{"tree<int>", "[]", "x === null"},
        Case{"tree<int>", "[3,9,20,null,null,15,7]",
             "x instanceof TreeNode && x.right.left.val === 15 && x.left.left === null"},
        Case{"tree<int>", "[1,null,2,3]", "x.right.left.val === 3"},
        Case{"linkedlist<int>", "[]", "x === null"},
        Case{"linkedlist<int>", "[1,2,3]", "x instanceof ListNode && x.next.next.next === null"},
        Case{"list<linkedlist<int>>", "[[1],[],[2,3]]", "x[1] === null && x[2].next.val === 3"},
        Case{"graph", "[]", "x === null"},
        Case{"graph", "[[1,2],[0],[0]]",
             "x instanceof GraphNode && x.neighbors[1].neighbors[0] === x"}}) {
    const std::string example =
        std::string(R"({"args": [)") + one.value + R"(], "expected": )" + one.value + "}";
    const Judgement judgement =
        RunExamples(Handmade({{"x", one.type}}, one.type, {example.c_str()}),
                    std::string("function solve(x) {\n  if (!(") + one.seen +
                        ")) throw new Error('not as it should be');\n  return x;\n}\n");
    EXPECT_EQ(judgement.verdict, Verdict::kAccepted)
        << one.type << " " << one.value << interview::DumpJson(ToJson(judgement));
  }
}

TEST(Javascript, TakesWhatACandidateNaturallyReturns) {
  struct Case {
    const char* type;
    const char* expected;
    const char* code;
  };
  for (const Case& one :
       {Case{"long", R"("9223372036854775807")", "2n ** 63n - 1n"}, Case{"int", "6", "6n"},
        Case{"long", "9007199254740992", "2 ** 53"}, Case{"int", "0", "-0"},
        Case{"list<int>", "[1, 2]", "Int32Array.of(1, 2)"},
        Case{"list<double>", "[0.5, 2]", "new Float64Array([0.5, 2])"},
        Case{"optional<int>", "null", "new Map().get(1)"},
        Case{"tree<int>", "[1,2]",
             "({val: 1, left: {val: 2, left: null, right: null}, right: null})"},
        Case{"string", R"("\ufffd")", "'\\ud83d'"}, Case{"double", "1e21", "1e21"}}) {
    const std::string example = std::string(R"({"args": [0], "expected": )") + one.expected + "}";
    const Judgement judgement =
        RunExamples(Handmade({{"k", "int"}}, one.type, {example.c_str()}),
                    std::string("const solve = (k) => ") + one.code + ";\n");
    EXPECT_EQ(judgement.verdict, Verdict::kAccepted)
        << one.code << interview::DumpJson(ToJson(judgement));
  }
}

TEST(Javascript, SaysWhyAResultIsNotOfItsType) {
  struct Case {
    const char* type;
    const char* code;
    const char* words;
  };
  for (const Case& one :
       {Case{"int", "'6'", "type int, but is '6'"}, Case{"int", "6.5", "6.5"},
        Case{"int", "NaN", "but is NaN"}, Case{"int", "true", "but is true"},
        Case{"long", "2 ** 53 + 2", "use BigInt"}, Case{"bool", "1", "type bool, but is 1"},
        Case{"int", "undefined", "but nothing was returned"},
        Case{"int", "Promise.resolve(6)", "nothing is awaited"},
        Case{"list<int>", "new Set([1])", "but is Set(1) { 1 }"},
        Case{"list<int>", "new Array(3)", "type list<int>"},
        Case{"list<int>", "'12'", "but is '12'"}, Case{"string", "['a']", "but is [ 'a' ]"},
        Case{"linkedlist<int>", "[1]", "has no val"},
        Case{"linkedlist<int>", "(() => { const a = new ListNode(1); a.next = a; return a; })()",
             "a linked list with a cycle"},
        Case{"tree<int>", "(() => { const a = new TreeNode(1); a.left = a; return a; })()",
             "a tree with a cycle"},
        Case{"graph", "new GraphNode(7)", "not 0 to 0"}, Case{"void", "1", "type void, but is 1"},
        Case{"int", "({get x() { throw 1 }, [Symbol.toPrimitive]() { throw 2 }})", "type int"}}) {
    const Judgement judgement =
        RunExamples(Handmade({{"k", "int"}}, one.type, {R"({"args": [0], "expected": null})"}),
                    std::string("function solve(k) { return ") + one.code + "; }\n");
    EXPECT_EQ(judgement.verdict, Verdict::kWrongAnswer) << one.code << judgement.message;
    EXPECT_THAT(judgement.message, HasSubstr(one.words)) << one.code;
  }
}

TEST(Javascript, AWideLongComesAsBigInt) {
  const QuestionPtr question =
      Handmade({{"a", "list<long>"}}, "long", {R"({"args": [[1, "9007199254740993"]],
                                                   "expected": "9007199254740994"})"});
  auto wide = std::make_shared<interview::Question>(*question);
  auto& spec = std::get<interview::CodingSpec>(wide->spec);
  spec.signature.params[0].constraints = {{"min", 0}, {"max", 9223372036854775807}};
  EXPECT_THAT(StarterCode(spec.signature, Language::kJavascript),
              HasSubstr("@param {bigint[]} a\n * @returns {number | bigint}"));
  const Judgement judgement =
      RunExamples(wide, "const solve = (a) => a.reduce((sum, x) => sum + x, 0n);");
  EXPECT_EQ(judgement.verdict, Verdict::kAccepted) << judgement.message;
}

TEST(Javascript, ClosesListsToRings) {
  const QuestionPtr question = Handmade({{"head", "linkedlist<int>"}, {"tail_to", "int"}}, "bool",
                                        {R"({"args": [[1, 2, 3], 1], "expected": true})",
                                         R"({"args": [[1, 2, 3], -1], "expected": false})"});
  EXPECT_EQ(RunExamples(question,
                        "function solve(head, ...rest) {\n  const seen = new Set();\n"
                        "  for (; head; head = head.next) {\n"
                        "    if (seen.has(head)) return rest.length === 0;\n"
                        "    seen.add(head);\n  }\n  return false;\n}\n")
                .verdict,
            Verdict::kAccepted);
}

TEST(Javascript, InputsStayAsTheyAreUnlessTheyMayChange) {
  const char* const example =
      R"({"args": [[[3], [1, 2]]], "expected": 2, "expected_args": {"0": [[1, 2], [3]]}})";
  const char* const sorts = "function solve(a) { a.sort(); return a.length; }";
  EXPECT_EQ(RunExamples(Handmade({{"a", "list<list<int>>"}}, "int", {example}, "a"), sorts).verdict,
            Verdict::kAccepted);
  const QuestionPtr question =
      Handmade({{"a", "list<list<int>>"}}, "int", {R"({"args": [[[3], [1, 2]]], "expected": 2})"});
  EXPECT_THAT(RunExamples(question, sorts).message, HasSubstr("the program changed [\"a\"]"));
  EXPECT_THAT(RunExamples(question, "function solve(a) { a[1][0] = '1'; return 2; }").message,
              HasSubstr("the program changed"));
  // Not even one that replaces what a comparison could be made with.
  EXPECT_THAT(RunExamples(question,
                          "Array.isArray = () => false; Object.is = () => true;\n"
                          "Array.prototype.includes = () => false; JSON.stringify = () => '[]';\n"
                          "Array.prototype[Symbol.iterator] = function* () {};\n"
                          "function solve(a) { a.sort(); return 2; }")
                  .message,
              HasSubstr("the program changed"));
}

TEST(Javascript, MapsErrorsToTheCandidatesLines) {
  const auto run = [](const char* source) { return RunExamples(Doubling(), source); };
  const Judgement thrown =
      run("function inner(k) {\n  return k.a.b;\n}\nconst solve = (k) => inner(k);");
  EXPECT_EQ(thrown.verdict, Verdict::kRuntimeError);
  EXPECT_THAT(thrown.message, HasSubstr("TypeError: Cannot read properties of undefined"));
  EXPECT_THAT(thrown.first_failure->err,
              AllOf(HasSubstr("at inner (solution.js:2:14)"), HasSubstr("solution.js:4"),
                    Not(HasSubstr("javascript_driver"))));
  EXPECT_THAT(run("function solve(k) { throw {why: 'no'}; }").message,
              HasSubstr("threw { why: 'no' }"));
  EXPECT_THAT(run("function solve(k) { return solve(k); }").message,
              HasSubstr("RangeError: Maximum call stack size exceeded; the recursion is too deep"));

  const Judgement syntax = run("function solve(k) {\n  return (k;\n}\n");
  EXPECT_EQ(syntax.verdict, Verdict::kCompileError);
  EXPECT_THAT(syntax.message, HasSubstr("SyntaxError: Unexpected token ';'"));
  ASSERT_EQ(syntax.diagnostics.size(), 1u);
  EXPECT_EQ(syntax.diagnostics[0].line, 2);
  EXPECT_EQ(syntax.diagnostics[0].column, 12);
  EXPECT_THAT(run("export function solve(k) { return 2 * k; }").message,
              HasSubstr("use require, and export nothing"));
  EXPECT_THAT(run("function other(k) { return 2 * k; }").message,
              HasSubstr("There is no function named solve"));
  const Judgement loading = run("let x = 1;\nnull.field;\nfunction solve(k) { return 2 * k; }");
  EXPECT_EQ(loading.verdict, Verdict::kRuntimeError);
  EXPECT_THAT(loading.message, HasSubstr("While the solution was loaded: TypeError"));
  EXPECT_EQ(loading.diagnostics.at(0).line, 2);
}

TEST(Javascript, AcceptsEveryWayToDefineTheSolution) {
  for (const char* source :
       {"const solve = (k) => 2 * k;", "var solve = function (k) { return 2 * k; };",
        "'use strict';\nfunction solve(k) { return 2 * k; }",
        "module.exports = { solve: (k) => 2 * k };", "exports.solve = (k) => 2 * k;",
        "globalThis.solve = (k) => 2 * k;",
        "const { inspect } = require('util');\nlet solve = (k) => 2 * Number(inspect(k));",
        "class TreeNode {}\nconst fs = require('fs'), process = require('process');\n"
        "function solve(k) { return 2 * k; }"}) {
    const Judgement judgement = RunExamples(Doubling(), source);
    EXPECT_EQ(judgement.verdict, Verdict::kAccepted) << source << judgement.message;
  }
}

TEST(Javascript, RunsClassesOperationByOperation) {
  auto question = std::make_shared<interview::Question>(*Doubling());
  auto& spec = std::get<interview::CodingSpec>(question->spec);
  spec.signature = {interview::Signature::Kind::kClass,
                    "Counter",
                    {{"start", *interview::ParseType("int")}},
                    {},
                    {{"add", {{"by", *interview::ParseType("int")}}, {}},
                     {"value", {}, *interview::ParseType("int")}}};
  spec.compare.mode = interview::CompareRule::Mode::kClass;
  spec.examples = {Parse(R"({"ops": ["Counter", "add", "value"], "args": [[1], [2], []],
                             "expected": [null, null, 3]})")};
  EXPECT_EQ(RunExamples(question,
                        "class Counter {\n  #n;\n  constructor(start) { this.#n = start; }\n"
                        "  add(by) { this.#n += by; }\n  value() { return this.#n; }\n}\n")
                .verdict,
            Verdict::kAccepted);
  const Judgement partial = RunExamples(question, "class Counter { add(by) {} }");
  EXPECT_EQ(partial.verdict, Verdict::kRuntimeError);
  EXPECT_THAT(partial.message, HasSubstr("the class has no method value"));
}

TEST(Javascript, LimitsTimeMemoryAndDepth) {
  const auto run = [](const char* source) { return RunExamples(Doubling(), source); };
  const Judgement deep =
      run("const depth = (n) => (n === 0 ? 0 : 1 + depth(n - 1));\n"
          "const solve = (k) => (depth(100000) === 100000 ? 2 * k : 0);");
  EXPECT_EQ(deep.verdict, Verdict::kAccepted) << deep.message;
  const Judgement endless = run("function solve(k) { for (;;); }");
  EXPECT_EQ(endless.verdict, Verdict::kTimeLimit);
  EXPECT_THAT(endless.message, HasSubstr("1.0 s of processor time"));  // Python's limit
  const Judgement idle =
      run("const solve = (k) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);");
  EXPECT_EQ(idle.verdict, Verdict::kTimeLimit);
  EXPECT_THAT(idle.message, HasSubstr("idle"));
  for (const char* source :
       {"function solve(k) { const all = []; for (;;) all.push({ k }); }",
        "function solve(k) { const all = []; for (;;) all.push(Buffer.alloc(1 << 20, 1)); }",
        "function solve(k) { let s = 'ab'; for (;;) s = s.slice(1) + s.repeat(2); }"}) {
    const Judgement memory = run(source);
    EXPECT_THAT(memory.verdict, testing::AnyOf(Verdict::kMemoryLimit, Verdict::kRuntimeError))
        << memory.message;
  }
  EXPECT_EQ(run("function solve(k) { const all = []; for (;;) all.push({ k }); }").verdict,
            Verdict::kMemoryLimit);
  const Judgement garbage = run(
      "function solve(k) {\n  let sum = 0;\n  for (let i = 0; i < 2e6; ++i) sum += [i, i].length;\n"
      "  return 2 * k + sum - 4e6;\n}");
  EXPECT_EQ(garbage.verdict, Verdict::kAccepted) << garbage.message;
  EXPECT_LT(garbage.peak_mb, 150);
  const Judgement left = run("function solve(k) { process.exit(0); }");
  EXPECT_EQ(left.verdict, Verdict::kRuntimeError);
  EXPECT_THAT(left.message, HasSubstr("exit code 0"));
}

TEST(Javascript, CapturesWhatItPrintsAndHasNoInput) {
  const Judgement judgement = RunExamples(
      Doubling(),
      "function solve(k) {\n  console.log('k is', k);\n  process.stdout.write('more\\n');\n"
      "  console.error('aside');\n  return require('fs').readFileSync(0, 'utf8').length;\n}");
  EXPECT_EQ(judgement.verdict, Verdict::kWrongAnswer) << judgement.message;
  EXPECT_EQ(judgement.first_failure->out, "k is 3\nmore\n");
  EXPECT_EQ(judgement.first_failure->err, "aside\n");
  EXPECT_EQ(judgement.first_failure->got, Json(0));
  EXPECT_EQ(
      RunExamples(Doubling(), "const solve = (k) => { for (;;) console.log('again'); };").verdict,
      Verdict::kOutputLimit);
}

TEST(Javascript, NothingOfTheSolutionRunsBetweenTwoTests) {
  const QuestionPtr question =
      Handmade({{"k", "int"}}, "int",
               {R"({"args": [0], "expected": 0})", R"({"args": [1], "expected": 0})"});
  const Judgement judgement = RunExamples(
      question,
      "let ran = 0;\nfunction solve(k) {\n  setTimeout(() => { ran = 1; }, 0);\n"
      "  Promise.resolve().then(() => { ran = 2; });\n  setImmediate(() => process.exit(3));\n"
      "  Promise.reject(new Error('nobody waits'));\n  return ran;\n}");
  EXPECT_EQ(judgement.verdict, Verdict::kAccepted) << judgement.message;
}

TEST(Javascript, ForgersOnlyFailThemselves) {
  const QuestionPtr question =
      Handmade({{"k", "int"}}, "int",
               {R"({"args": [3], "expected": 6})", R"({"args": [4], "expected": 8})"});
  for (const char* source :
       {// before it is asked, twice, and in the name of the driver
        "require('fs').writeSync(3, '{\"ready\":true}\\n');\nfunction solve(k) { return 2 * k; }",
        "const fs = require('fs');\nfunction solve(k) {\n"
        "  fs.writeSync(3, '{\"id\":1,\"result\":6,\"ms\":0}\\n');\n  return 2 * k;\n}",
        "function solve(k) { require('fs').writeSync(3, '{\"id\":0,\"bye\":true}\\n'); return 6; }",
        // the channel closed, or read ahead
        "function solve(k) { require('fs').closeSync(3); return 2 * k; }",
        "function solve(k) { require('fs').closeSync(4); return 2 * k; }"}) {
    const Judgement judgement = RunExamples(question, source);
    EXPECT_THAT(judgement.verdict, testing::AnyOf(Verdict::kViolation, Verdict::kRuntimeError))
        << source << judgement.message;
  }
  // What it replaces, the driver no longer uses.
  for (const char* source :
       {"JSON.stringify = () => '8'; JSON.parse = () => [1, [0]];\n"
        "require('fs').writeSync = () => 0; require('fs').readSync = () => 0;\n"
        "Buffer.from = () => []; process.exit = () => {}; process.hrtime.bigint = () => 0n;\n"
        "function solve(k) { return 7; }",
        "Object.prototype.toJSON = () => 6; Number.prototype.toJSON = () => 6;\n"
        "Object.prototype.result = 6; Object.prototype.fault = false;\n"
        "function solve(k) { return 7; }",
        "function solve(k) { return { valueOf: () => 6, toJSON: () => 6, toString: () => '6' }; }",
        "const solve = (k) => new Proxy(Object(6), {});"}) {
    const Judgement judgement = RunExamples(question, source);
    EXPECT_EQ(judgement.verdict, Verdict::kWrongAnswer) << source << judgement.message;
    EXPECT_EQ(judgement.passed, 0);
  }
}

TEST(Javascript, IsMissingOnlyWhereItIsChosen) {
  JudgeConfig config = TestConfig();
  config.programs_dir = "/usr/share";
  EXPECT_TRUE(FindInterpreter(TestConfig(), Language::kJavascript));
  const Result<std::filesystem::path> missing = FindInterpreter(config, Language::kJavascript);
  ASSERT_FALSE(missing);
  EXPECT_THAT(missing.error().message,
              AllOf(HasSubstr("no node in /usr/share"), HasSubstr("sudo apt install nodejs")));
  const auto& spec = std::get<interview::CodingSpec>(Doubling()->spec);
  EXPECT_FALSE(Prepare(config, spec.signature, Language::kJavascript, "const solve = 1;", {}));
  EXPECT_TRUE(Prepare(config, spec.signature, Language::kPython, "solve = 1", {}));
}

TEST(Javascript, ABoxStartedAheadServesTheRun) {
  CloseWaitingBoxes();
  EvaluationRequest request;
  request.kind = EvaluationKind::kRunVisible;
  request.question = Doubling();
  request.answer.language = Language::kJavascript;
  request.answer.source = "const solve = (k) => 2 * k;";
  const CodeJudge judge(TestConfig());
  judge.WarmUp(request);
  const int warm = CountsOfTakenBoxes().warm;
  const Result<Evaluation> evaluation = judge.Evaluate(request, {});
  ASSERT_TRUE(evaluation);
  EXPECT_EQ(evaluation->judgement->verdict, Verdict::kAccepted);
  EXPECT_EQ(CountsOfTakenBoxes().warm, warm + 1);
  CloseWaitingBoxes();
}

}  // namespace
}  // namespace evaluators
