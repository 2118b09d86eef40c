// Cases typed by the candidate against the signature.
#include "app/core/custom_case.h"

#include <gtest/gtest.h>

namespace app {
namespace {

using interview::Json;
using interview::Parameter;
using interview::Signature;

Parameter Param(const char* name, const char* type) { return {name, *interview::ParseType(type)}; }

Signature Cache() {
  Signature signature;
  signature.kind = Signature::Kind::kClass;
  signature.name = "LruCache";
  signature.params = {Param("cap", "int")};
  signature.methods = {{"get", {Param("k", "int")}, *interview::ParseType("int")},
                       {"put", {Param("k", "int"), Param("v", "int")}, {}}};
  return signature;
}

TEST(CustomCase, ReadsEachTypeAsJson) {
  EXPECT_EQ(*ReadArgument(Param("n", "int"), " 7 "), Json(7));
  EXPECT_EQ(*ReadArgument(Param("x", "double"), "2"), Json(2));
  EXPECT_EQ(*ReadArgument(Param("nums", "list<int>"), "[3, 1]"), Json({3, 1}));
  EXPECT_EQ(*ReadArgument(Param("root", "tree<int>"), "[1, null, 2]"), Json({1, nullptr, 2}));
  EXPECT_EQ(*ReadArgument(Param("flag", "bool"), "true"), Json(true));
  EXPECT_EQ(*ReadArgument(Param("o", "optional<int>"), "null"), Json(nullptr));
}

TEST(CustomCase, ATextMayStandWithoutItsQuotes) {
  EXPECT_EQ(*ReadArgument(Param("s", "string"), "a b, c"), Json("a b, c"));
  EXPECT_EQ(*ReadArgument(Param("s", "string"), "\"a\\nb\""), Json("a\nb"));
  EXPECT_EQ(*ReadArgument(Param("s", "string"), ""), Json("")) << "the empty text is a text";
}

TEST(CustomCase, SaysWhichTypeIsWantedAndHowItIsWritten) {
  EXPECT_EQ(ReadArgument(Param("n", "int"), "\"x\"").error().message,
            "n must be of type int, but is \"x\"; change it.");
  EXPECT_EQ(ReadArgument(Param("nums", "list<int>"), "[1, \"a\"]").error().message,
            "nums[1] must be of type int, but is \"a\"; change it.");
  EXPECT_EQ(ReadArgument(Param("nums", "list<int>"), "").error().message,
            "nums is empty; write list<int>, for example [3, 1, 2].");
  EXPECT_EQ(ReadArgument(Param("nums", "list<int>"), "[1, 2").error().message,
            "nums cannot be read as it stands; write list<int>, for example [3, 1, 2].");
  EXPECT_EQ(ReadArgument(Param("n", "int"), "3000000000").error().message,
            "n must be of type int, but is 3000000000; change it.");
}

TEST(CustomCase, KnowsHowPythonSpellsThings) {
  EXPECT_TRUE(ReadArgument(Param("flag", "bool"), "True")
                  .error()
                  .message.ends_with("Write true, false and null."));
  EXPECT_TRUE(ReadArgument(Param("words", "list<string>"), "['a']")
                  .error()
                  .message.ends_with("Texts stand in double quotes."));
}

TEST(CustomCase, TellsTypeAndRangeOfEachField) {
  Signature signature;
  signature.params = {Param("nums", "list<int>"), Param("k", "int")};
  signature.params[0].constraints = {{"min_len", 2}, {"max_len", 20000}};
  signature.params[1].constraints = {{"min", -1000000}};
  const std::vector<CaseField> fields = CaseFields(signature);
  ASSERT_EQ(fields.size(), 2u);
  EXPECT_EQ(fields[0].name, "nums");
  EXPECT_EQ(fields[0].hint, "list<int>, 2 to 20,000 long, for example [3, 1, 2]");
  EXPECT_EQ(fields[1].hint, "int, at least -1,000,000, for example 3");
}

TEST(CustomCase, ReadsCallsALineEach) {
  const auto input = ReadCalls(Cache(), "LruCache(2)\n\n put(8, 31)\nget(8)");
  ASSERT_TRUE(input) << input.error().message;
  EXPECT_EQ((*input)["ops"], Json({"LruCache", "put", "get"}));
  EXPECT_EQ((*input)["args"], Json::parse("[[2],[8,31],[8]]"));
}

TEST(CustomCase, NamesTheLineOfACallThatIsWrong) {
  const auto problem = [](const char* text) { return ReadCalls(Cache(), text).error().message; };
  EXPECT_EQ(problem("LruCache(2)\npop(1)"), "Line 2: LruCache has no method \"pop\".");
  EXPECT_EQ(problem("put(1, 2)"), "Line 1 must make the object first: LruCache(…).");
  EXPECT_EQ(problem("LruCache(2)\nget"),
            "Line 2 is no call; write a name and its arguments, as in LruCache(…).");
  EXPECT_EQ(problem("LruCache(2)\nget(x)"),
            "Line 2: the arguments cannot be read; write them as JSON, separated by commas.");
  EXPECT_EQ(
      problem("LruCache(2)\nput(1)"),
      "Line 2 must be a list of 2 value(s), one for each parameter, for example [[1, 2], 3].");
  EXPECT_EQ(problem(""), "There are no calls yet; begin with LruCache(…), a call a line.");
}

TEST(CustomCase, TheTextsOfACaseReadAsThatCase) {
  const Json calls = {{"ops", {"LruCache", "put", "get"}},
                      {"args", Json::parse("[[2],[8,31],[8]]")}};
  EXPECT_EQ(CaseTexts(Cache(), calls), std::vector<std::string>{"LruCache(2)\nput(8,31)\nget(8)"});
  EXPECT_EQ(*ReadCalls(Cache(), CaseTexts(Cache(), calls)[0]), calls);
  Signature function;
  function.params = {Param("s", "string"), Param("rows", "list<list<int>>")};
  const Json args = {{"args", {"a\"b", {{1}, {2, 3}}}}};
  const std::vector<std::string> texts = CaseTexts(function, args);
  ASSERT_EQ(texts.size(), 2u);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(*ReadArgument(function.params[i], texts[i]), args["args"][i]);
  }
  EXPECT_EQ(CaseTexts(function, Json::object()).size(), 2u) << "empty fields, but all of them";
}

}  // namespace
}  // namespace app
