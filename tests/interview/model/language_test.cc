// What holds of every language, and the starters in JavaScript.
#include "interview/model/language.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace interview {
namespace {

using testing::HasSubstr;

TEST(Language, IsFoundByWhatItSaysOfItself) {
  std::set<std::string_view> taken;
  for (const Language language : kLanguages) {
    const LanguageInfo& info = InfoOf(language);
    EXPECT_EQ(info.language, language);
    EXPECT_EQ(ParseLanguage(info.name), language);
    EXPECT_EQ(ToString(language), info.name);
    EXPECT_EQ(DisplayName(language), info.display_name);
    EXPECT_EQ(LanguageOfFile("ref." + std::string(info.extension)), language);
    EXPECT_TRUE(taken.insert(info.display_name).second);
    EXPECT_FALSE(info.syntax.keywords.empty());
    EXPECT_THAT(LanguageNames(), HasSubstr(std::string(info.name)));
    // What runs by its interpreter can be installed.
    EXPECT_EQ(info.runtime.programs.empty(), info.runtime.package.empty());
    EXPECT_EQ(info.runtime.programs.empty(), info.runtime.driver.empty());
  }
  EXPECT_EQ(LanguageNames(), "python, cpp or javascript");
  EXPECT_FALSE(ParseLanguage("cobol"));
  EXPECT_FALSE(LanguageOfFile("notes.txt"));
  EXPECT_FALSE(LanguageOfFile("py"));
}

TEST(Language, KnowsTheLineThatOpensAFunction) {
  const auto opens = [](Language language, const char* line) {
    return std::regex_match(line, std::regex(std::string(InfoOf(language).function_head)));
  };
  for (const char* line :
       {"function f(a, b) {", "async function f() {", "const f = (a, b) => {", "let f = a => {",
        "var f = function (a) {", "constructor(cap) {", "static of(a) {", "#inner(a, b = 2) {"}) {
    EXPECT_TRUE(opens(Language::kJavascript, line)) << line;
  }
  for (const char* line : {"if (a) {", "for (const x of f(a)) {", "class A {", "} else {",
                           "while (g(a)) {", "switch (a) {", "const a = {", "f(a);"}) {
    EXPECT_FALSE(opens(Language::kJavascript, line)) << line;
  }
  EXPECT_TRUE(opens(Language::kPython, "async def f(a):"));
  EXPECT_TRUE(opens(Language::kCpp, "int f(const std::vector<int>& a) {"));
  EXPECT_FALSE(opens(Language::kCpp, "while (f(a)) {"));
}

Parameter Param(const char* name, const char* type, Json constraints = Json::object()) {
  return {name, *ParseType(type), std::move(constraints)};
}

TEST(JavascriptStarter, HasJsDocForEveryType) {
  Signature signature;
  signature.name = "solve";
  signature.params = {Param("a", "list<optional<int>>"),
                      Param("s", "string"),
                      Param("b", "bool"),
                      Param("t", "tree<int>"),
                      Param("g", "graph"),
                      Param("n", "long", {{"max", 9223372036854775807}}),
                      Param("x", "double")};
  signature.returns = *ParseType("void");
  EXPECT_EQ(StarterCode(signature, Language::kJavascript),
            "// Given: class TreeNode { constructor(val, left, right) }\n"
            "// Given: class GraphNode { constructor(val, neighbors) }\n\n"
            "/**\n * @param {(number | null)[]} a\n * @param {string} s\n * @param {boolean} b\n"
            " * @param {TreeNode | null} t\n * @param {GraphNode | null} g\n"
            " * @param {bigint} n\n * @param {number} x\n * @returns {void}\n */\n"
            "function solve(a, s, b, t, g, n, x) {\n    // your code\n}\n");
}

TEST(JavascriptStarter, LeavesOutWhatIsNotPassed) {
  Signature signature;
  signature.name = "has_loop";
  signature.params = {Param("head", "linkedlist<int>"), Param("tail_to", "int")};
  signature.returns = *ParseType("bool");
  EXPECT_THAT(StarterCode(signature, Language::kJavascript),
              HasSubstr("@returns {boolean}\n */\nfunction has_loop(head) {"));
}

TEST(JavascriptStarter, OfAClassHasEveryMethod) {
  Signature signature;
  signature.kind = Signature::Kind::kClass;
  signature.name = "Counter";
  signature.methods = {{"add", {Param("by", "int")}, {}}, {"value", {}, *ParseType("long")}};
  EXPECT_EQ(StarterCode(signature, Language::kJavascript),
            "class Counter {\n    constructor() {\n        // your code\n    }\n\n"
            "    /**\n     * @param {number} by\n     * @returns {void}\n     */\n"
            "    add(by) {\n        // your code\n    }\n\n"
            "    /**\n     * @returns {number | bigint}\n     */\n"
            "    value() {\n        // your code\n    }\n}\n");
}

}  // namespace
}  // namespace interview
