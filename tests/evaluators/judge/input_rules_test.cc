// What is learned from the tests of a question, and what that rules out.
#include "evaluators/judge/input_rules.h"

#include <gtest/gtest.h>

#include "tests/evaluators/judge/handmade_question.h"

namespace evaluators {
namespace {

using interview::Json;
using interview::Signature;

TestCase Case(const char* args, const char* expected = "1") {
  TestCase test;
  test.args = Parse(args);
  if (expected != nullptr) test.expected = Parse(expected);
  return test;
}

Signature Function(std::vector<std::pair<const char*, const char*>> params) {
  return std::get<interview::CodingSpec>(Handmade(std::move(params), "int", {})->spec).signature;
}

class Rules {
 public:
  Rules(Signature signature, std::vector<TestCase> cases)
      : signature_(std::move(signature)), rules_(signature_, cases, cases.back()) {}
  bool Admit(const char* args) const { return rules_.Admits(Case(args, nullptr)); }
  bool AdmitAnswer(const char* args, const char* answer) const {
    return rules_.Admits(Case(args, answer));
  }

 private:
  Signature signature_;
  InputRules rules_;
};

TEST(InputRules, KeepWhatHoldsInEveryTest) {
  const Rules rules(Function({{"nums", "list<int>"}, {"k", "int"}}),
                    {Case("[[1, 2, 5], 2]"), Case("[[4], 1]"), Case("[[1, 2, 3, 9], 4]")});
  EXPECT_TRUE(rules.Admit("[[1, 3], 2]"));
  EXPECT_FALSE(rules.Admit("[[3, 1], 2]")) << "sorted in every test";
  EXPECT_FALSE(rules.Admit("[[2, 2], 2]")) << "distinct in every test";
  EXPECT_FALSE(rules.Admit("[[1, 2], 3]")) << "k is never more than the length";
  EXPECT_FALSE(rules.Admit("[[1, 2], 0]")) << "k is never below 1";
  EXPECT_FALSE(rules.Admit("[[], 1]")) << "the list is never empty";
}

TEST(InputRules, DoNotTakeAChanceForALaw) {
  const Rules rules(Function({{"nums", "list<int>"}, {"k", "int"}}),
                    {Case("[[1, 2, 5], 2]"), Case("[[7, 8], 0]"), Case("[[4, 3, 3], 9]")});
  EXPECT_TRUE(rules.Admit("[[3, 1], 2]"));
  EXPECT_TRUE(rules.Admit("[[2, 2], 6]"));
  EXPECT_FALSE(rules.Admit("[[2, 2, 2], 6]")) << "the last one has no number three times";
}

TEST(InputRules, KnowEdgesTreesGraphsAndText) {
  const Rules edges(Function({{"n", "int"}, {"edges", "list<list<int>>"}}),
                    {Case("[3, [[0, 1], [1, 2]]]"), Case("[2, []]"), Case("[4, [[3, 0]]]"),
                     Case("[2, [[1, 0]]]")});
  EXPECT_TRUE(edges.Admit("[2, [[0, 1]]]"));
  EXPECT_FALSE(edges.Admit("[2, [[0, 2]]]")) << "names a node that is not there";
  EXPECT_FALSE(edges.Admit("[2, [[0, 0]]]")) << "no edge leads to where it begins";
  EXPECT_FALSE(edges.Admit("[2, [[0]]]")) << "an edge has two ends";
  const Rules trees(Function({{"root", "tree<int>"}}),
                    {Case("[[2, 1, 3]]"), Case("[[5, 3, null, 1]]"), Case("[[4]]")});
  EXPECT_TRUE(trees.Admit("[[3, 1]]"));
  EXPECT_FALSE(trees.Admit("[[1, 3]]")) << "search trees alone";
  const Rules graphs(Function({{"node", "graph"}}), {Case("[[[1], [0, 2], [1]]]"), Case("[[[]]]")});
  EXPECT_TRUE(graphs.Admit("[[[1], [0]]]"));
  EXPECT_FALSE(graphs.Admit("[[[1], []]]")) << "every edge goes both ways";
  EXPECT_FALSE(graphs.Admit("[[[], []]]")) << "connected";
  const Rules text(Function({{"s", "string"}}), {Case(R"(["abca"])"), Case(R"(["b"])")});
  EXPECT_TRUE(text.Admit(R"(["ca"])"));
  EXPECT_FALSE(text.Admit(R"(["zz"])"));
  EXPECT_FALSE(text.Admit(R"([""])"));
}

TEST(InputRules, TheAnswerKeepsItsForm) {
  const Rules pair(Function({{"nums", "list<int>"}, {"t", "int"}}),
                   {Case("[[1, 2], 3]", "[0, 1]"), Case("[[5, 4, 1], 5]", "[1, 2]")});
  EXPECT_TRUE(pair.AdmitAnswer("[[2, 1], 3]", "[0, 1]"));
  EXPECT_FALSE(pair.AdmitAnswer("[[2, 1], 4]", "[]")) << "there is always a pair";
  const Rules free(Function({{"t", "int"}}), {Case("[1]", "[]"), Case("[2]", "[1]")});
  EXPECT_TRUE(free.AdmitAnswer("[1]", "[]"));
}

TEST(InputRules, CallsKeepTheirOrder) {
  Signature hits;
  hits.kind = Signature::Kind::kClass;
  hits.name = "Hits";
  const auto integer = *interview::ParseType("int");
  hits.methods = {{"hit", {{"t", integer}}, *interview::ParseType("void")},
                  {"count", {{"t", integer}}, integer}};
  const auto script = [](const char* ops, const char* args) {
    TestCase test;
    test.ops = Parse(ops);
    test.args = Parse(args);
    return test;
  };
  const InputRules rules(hits,
                         {script(R"(["Hits", "hit", "count"])", "[[], [1], [9]]"),
                          script(R"(["Hits", "hit", "hit", "count"])", "[[], [2], [2], [7]]")},
                         script(R"(["Hits", "hit"])", "[[], [3]]"));
  EXPECT_TRUE(rules.Admits(script(R"(["Hits", "hit", "count"])", "[[], [3], [7]]")));
  EXPECT_FALSE(rules.Admits(script(R"(["Hits", "hit", "hit"])", "[[], [3], [1]]")))
      << "time never goes back";
}

}  // namespace
}  // namespace evaluators
