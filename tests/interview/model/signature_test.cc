// Types read and print, and starters look as the format shows them.
#include "interview/model/signature.h"

#include <gtest/gtest.h>

namespace interview {
namespace {

Parameter Param(std::string name, std::string_view type, bool mutates = false) {
  return {std::move(name), *ParseType(type), Json::object(), mutates};
}

Signature CountBlocks() {
  Signature signature;
  signature.name = "count_blocks";
  signature.params = {Param("nums", "list<int>"), Param("k", "int")};
  signature.returns = *ParseType("long");
  return signature;
}

Signature LruCache() {
  Signature signature;
  signature.kind = Signature::Kind::kClass;
  signature.name = "LruCache";
  signature.params = {Param("cap", "int")};
  signature.methods = {{"get", {Param("k", "int")}, *ParseType("int")},
                       {"put", {Param("k", "int"), Param("v", "string")}, *ParseType("void")}};
  return signature;
}

TEST(ParseType, ReadsEveryTypeAndPrintsItBack) {
  for (const char* text : {"int", "long", "double", "bool", "string", "list<int>",
                           "list<list<string>>", "optional<double>", "tree<int>", "linkedlist<int>",
                           "graph", "void", "list<linkedlist<int>>"}) {
    const Result<Type> type = ParseType(text);
    ASSERT_TRUE(type) << text << ": " << type.error().message;
    EXPECT_EQ(ToString(*type), text);
  }
  EXPECT_EQ(ToString(*ParseType(" list< list<int> > ")), "list<list<int>>");
}

TEST(ParseType, NamesThePlaceWhereTheTextStopsBeingAType) {
  struct Case {
    const char* text;
    const char* place;
  };
  for (const Case& one :
       {Case{"", "character 1"}, Case{"list", "character 5"}, Case{"list<integer>", "character 6"},
        Case{"list<int", "character 9"}, Case{"int>", "character 4"},
        Case{"list<void>", "character 6"}, Case{"graph<int>", "character 6"}}) {
    const Result<Type> type = ParseType(one.text);
    ASSERT_FALSE(type) << one.text;
    EXPECT_EQ(type.error().code, ErrorCode::kInvalid);
    EXPECT_NE(type.error().message.find(one.place), std::string::npos) << type.error().message;
  }
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "list<";
  EXPECT_FALSE(ParseType(deep));
}

TEST(ParameterType, FollowsTheOwnershipRules) {
  EXPECT_EQ(ParameterType(Param("a", "list<int>"), Language::kCpp), "const std::vector<int>&");
  EXPECT_EQ(ParameterType(Param("a", "list<int>", true), Language::kCpp), "std::vector<int>&");
  EXPECT_EQ(ParameterType(Param("a", "string"), Language::kCpp), "const std::string&");
  EXPECT_EQ(ParameterType(Param("a", "long"), Language::kCpp), "long long");
  EXPECT_EQ(ParameterType(Param("a", "tree<int>"), Language::kCpp), "TreeNode*");
  EXPECT_EQ(ParameterType(Param("a", "list<linkedlist<int>>"), Language::kCpp),
            "const std::vector<ListNode*>&");
  EXPECT_EQ(ParameterType(Param("a", "optional<int>"), Language::kPython), "int | None");
  EXPECT_EQ(ReturnType(*ParseType("list<list<double>>"), Language::kPython), "list[list[float]]");
  EXPECT_EQ(ReturnType(*ParseType("graph"), Language::kCpp), "GraphNode*");
}

TEST(StarterCode, OfAFunctionIsTheOneOfTheFormat) {
  EXPECT_EQ(StarterCode(CountBlocks(), Language::kPython),
            "def count_blocks(nums: list[int], k: int) -> int:\n    ...\n");
  EXPECT_EQ(StarterCode(CountBlocks(), Language::kCpp),
            "long long count_blocks(const std::vector<int>& nums, int k) {\n    // your code\n}\n");
  EXPECT_EQ(
      StarterCode(CountBlocks(), Language::kJavascript),
      "/**\n * @param {number[]} nums\n * @param {number} k\n * @returns {number | bigint}\n */\n"
      "function count_blocks(nums, k) {\n    // your code\n}\n");
}

TEST(StarterCode, OfAClassHasEveryMethod) {
  EXPECT_EQ(StarterCode(LruCache(), Language::kPython),
            "class LruCache:\n"
            "    def __init__(self, cap: int) -> None:\n        ...\n\n"
            "    def get(self, k: int) -> int:\n        ...\n\n"
            "    def put(self, k: int, v: str) -> None:\n        ...\n");
  EXPECT_EQ(StarterCode(LruCache(), Language::kCpp),
            "class LruCache {\npublic:\n"
            "    explicit LruCache(int cap) {\n        // your code\n    }\n\n"
            "    int get(int k) {\n        // your code\n    }\n\n"
            "    void put(int k, const std::string& v) {\n        // your code\n    }\n};\n");
}

TEST(StarterCode, TellsWhichNodesAreGiven) {
  Signature signature;
  signature.name = "depth";
  signature.params = {Param("root", "tree<int>")};
  signature.returns = *ParseType("int");
  EXPECT_EQ(StarterCode(signature, Language::kCpp),
            "// Given: struct TreeNode { int val; TreeNode* left; TreeNode* right; };\n\n"
            "int depth(TreeNode* root) {\n    // your code\n}\n");
  EXPECT_EQ(StarterCode(signature, Language::kPython),
            "# Given: TreeNode(val, left, right)\n\n"
            "def depth(root: TreeNode | None) -> int:\n    ...\n");
}

TEST(StarterCode, LeavesOutWhereTheTailOfAListPoints) {
  Signature signature;
  signature.name = "has_loop";
  signature.params = {Param("head", "linkedlist<int>"), Param("tail_to", "int")};
  signature.returns = *ParseType("bool");
  EXPECT_EQ(StarterCode(signature, Language::kCpp),
            "// Given: struct ListNode { int val; ListNode* next; };\n\n"
            "bool has_loop(ListNode* head) {\n    // your code\n}\n");
}

TEST(Signature, MutatesWhereAParameterDoes) {
  Signature signature = CountBlocks();
  EXPECT_FALSE(signature.mutates());
  signature.params[0].mutates = true;
  EXPECT_TRUE(signature.mutates());
}

}  // namespace
}  // namespace interview
