// Parsing untrusted JSON, and the complaints of the reader.
#include "interview/base/json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace interview {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string Nested(int levels) {
  const auto n = static_cast<std::size_t>(levels);
  return std::string(n, '[') + std::string(n, ']');
}

TEST(ParseJsonTest, KeepsTheOrderOfKeys) {
  const Result<Json> json = ParseJson(R"({"b":1,"a":[true,null,"\u00e4"]})", "x.json");
  ASSERT_TRUE(json);
  EXPECT_EQ(DumpJson(*json), "{\"b\":1,\"a\":[true,null,\"\xC3\xA4\"]}");
}

TEST(ParseJsonTest, BrokenTextNamesItsSource) {
  for (const char* text : {"", "{", "{\"a\":}", "[1,]", "nul", "{} x", "'a'", "01", "[1e999]"}) {
    const Result<Json> json = ParseJson(text, "rubrics/x.json");
    ASSERT_FALSE(json) << text;
    EXPECT_EQ(json.error().code, ErrorCode::kInvalid);
    EXPECT_THAT(json.error().message, HasSubstr("rubrics/x.json: not valid JSON")) << text;
  }
}

TEST(ParseJsonTest, BadUtf8IsRefused) {
  for (const char* text :
       {"\"\xFF\"", "\"\xC3\"", "\"\xED\xA0\x80\"", "\"\xC0\xAF\"", "\"\\ud800\""}) {
    EXPECT_FALSE(ParseJson(text, "x")) << text;
  }
  EXPECT_TRUE(ParseJson("\"\xF0\x9F\x98\x80\"", "x"));
}

TEST(ParseJsonTest, TwoHundredLevelsAreTheLimit) {
  EXPECT_TRUE(ParseJson(Nested(200), "x"));
  const Result<Json> deeper = ParseJson(Nested(201), "x");
  ASSERT_FALSE(deeper);
  EXPECT_THAT(deeper.error().message, HasSubstr("nested deeper than 200 levels"));
  EXPECT_TRUE(ParseJson(Nested(201), "x", 201));
}

TEST(ParseJsonTest, AbsurdNestingDoesNotOverflowTheStack) {
  EXPECT_FALSE(ParseJson(std::string(2000000, '['), "x"));
  EXPECT_FALSE(ParseJson(Nested(1000000), "x"));
}

TEST(DumpJsonTest, ReplacesBadUtf8InsteadOfThrowing) {
  EXPECT_EQ(DumpJson(Json("a\xFF")), "\"a\xEF\xBF\xBD\"");
}

std::vector<std::string> ComplaintsOf(const char* text,
                                      const std::function<void(JsonReader*)>& read) {
  const Result<Json> json = ParseJson(text, "f.json");
  EXPECT_TRUE(json) << text;
  JsonReader reader(*json, "f.json");
  read(&reader);
  return reader.Complaints();
}

TEST(JsonReaderTest, ReadsEveryType) {
  const Json json = *ParseJson(
      R"({"s":"x","n":1.5,"i":-3,"b":true,"l":["a","b"],"o":{"k":1},"a":[1],"any":null})", "f");
  JsonReader reader(json, "f.json");
  EXPECT_EQ(reader.String("s"), "x");
  EXPECT_EQ(reader.Number("n"), 1.5);
  EXPECT_EQ(reader.Int("i"), -3);
  EXPECT_TRUE(reader.Bool("b"));
  EXPECT_THAT(reader.Strings("l"), ElementsAre("a", "b"));
  EXPECT_EQ(reader.Object("o").size(), 1u);
  EXPECT_EQ(reader.Array("a").size(), 1u);
  EXPECT_TRUE(reader.Any("any").is_null());
  EXPECT_TRUE(reader.Finish());
}

TEST(JsonReaderTest, AMissingFieldSaysWhatToAdd) {
  EXPECT_THAT(ComplaintsOf("{}", [](JsonReader* r) { r->String("id"); }),
              ElementsAre("f.json: id: missing; add it as a string."));
  EXPECT_THAT(ComplaintsOf("{}", [](JsonReader* r) { r->Int("version"); }),
              ElementsAre("f.json: version: missing; add it as a whole number."));
  EXPECT_THAT(ComplaintsOf("{}", [](JsonReader* r) { r->Array("hints"); }),
              ElementsAre(HasSubstr("a list")));
}

TEST(JsonReaderTest, AWrongTypeSaysBoth) {
  EXPECT_THAT(ComplaintsOf(R"({"id":7})", [](JsonReader* r) { r->String("id"); }),
              ElementsAre("f.json: id: must be a string, but is number."));
  EXPECT_THAT(ComplaintsOf(R"({"b":"yes"})", [](JsonReader* r) { r->BoolOr("b", true); }),
              ElementsAre("f.json: b: must be true or false, but is string."));
  EXPECT_THAT(ComplaintsOf(R"({"l":["a",1,null]})", [](JsonReader* r) { r->Strings("l"); }),
              ElementsAre(HasSubstr("but holds a number"), HasSubstr("but holds a null")));
}

TEST(JsonReaderTest, AnIntMustBeWholeAndFit) {
  for (const char* text : {R"({"n":1.5})", R"({"n":4294967296})", R"({"n":-4294967296})",
                           R"({"n":18446744073709551615})", R"({"n":"1"})"}) {
    EXPECT_EQ(ComplaintsOf(text, [](JsonReader* r) { EXPECT_EQ(r->Int("n"), 0); }).size(), 1u)
        << text;
    EXPECT_EQ(ComplaintsOf(text, [](JsonReader* r) { EXPECT_EQ(r->IntOr("n", 7), 7); }).size(), 1u)
        << text;
  }
  EXPECT_THAT(ComplaintsOf(R"({"n":-2147483648})",
                           [](JsonReader* r) { EXPECT_EQ(r->Int("n"), INT32_MIN); }),
              IsEmpty());
}

TEST(JsonReaderTest, DefaultsStandInForAbsentFieldsOnly) {
  EXPECT_THAT(ComplaintsOf("{}",
                           [](JsonReader* r) {
                             EXPECT_EQ(r->StringOr("s", "d"), "d");
                             EXPECT_EQ(r->NumberOr("n", 2.5), 2.5);
                             EXPECT_THAT(r->StringsOr("l"), IsEmpty());
                             EXPECT_TRUE(r->ObjectOr("o").is_object());
                             EXPECT_TRUE(r->ArrayOr("a").is_array());
                             EXPECT_FALSE(r->Has("h"));
                           }),
              IsEmpty());
  EXPECT_EQ(ComplaintsOf(R"({"s":null})", [](JsonReader* r) { r->StringOr("s", "d"); }).size(), 1u);
}

TEST(JsonReaderTest, AnUnknownKeyIsFoundOnce) {
  const Json json = *ParseJson(R"({"id":"x","colour":"red"})", "f");
  JsonReader reader(json, "f.json");
  reader.String("id");
  const std::string expected = "f.json: colour: unknown key; remove it or correct its spelling.";
  EXPECT_THAT(reader.Complaints(), ElementsAre(expected));
  EXPECT_THAT(reader.Complaints(), ElementsAre(expected));
  const Status status = reader.Finish();
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, ErrorCode::kInvalid);
  EXPECT_EQ(status.error().message, expected);
}

TEST(JsonReaderTest, WhatIsNoObjectIsOneComplaint) {
  EXPECT_THAT(ComplaintsOf("[1]", [](JsonReader*) {}),
              ElementsAre("f.json: must be an object {…}."));
}

TEST(JsonReaderTest, NestedComplaintsCarryTheirPath) {
  const auto complaints =
      ComplaintsOf(R"({"limits":{"memory_mb":"much","speed":1}})", [](JsonReader* r) {
        JsonReader limits(r->Object("limits"), r->Path("limits"));
        limits.Int("memory_mb");
        limits.Complaints();
        r->Absorb(limits);
      });
  EXPECT_THAT(complaints,
              ElementsAre("f.json: limits: memory_mb: must be a whole number, but is string.",
                          HasSubstr("f.json: limits: speed: unknown key")));
}

}  // namespace
}  // namespace interview
