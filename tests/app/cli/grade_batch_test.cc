// `onsite grade --batch` as a process: order, streams, and lines that cannot be graded.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "interview/base/json.h"
#include "tests/support/run_onsite.h"

namespace onsite_test {
namespace {

using interview::Json;

using testing::HasSubstr;
using testing::Not;

constexpr const char* kRubrics = R"([{"question_id": "tree", "points": [
  {"id": "nodes", "text": "made of nodes", "weight": 1, "any": ["made of nodes"]},
  {"id": "root", "text": "has one root", "weight": 1, "any": ["one root"]}],
  "misconceptions": [{"id": "cycle", "penalty": 0.8, "text": "has cycles", "any": ["has cycle"]}]}])";

std::string Line(const std::string& question, int index, const std::string& answer,
                 const std::string& reference = "") {
  return interview::DumpJson({{"question_id", question},
                              {"answer_index", index},
                              {"student_answer", answer},
                              {"reference_answer", reference},
                              {"grade", 0.5}}) +
         "\n";
}

std::vector<Json> ReadLines(const std::string& text) {
  std::vector<Json> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    const auto json = interview::ParseJson(line, "the output");
    EXPECT_TRUE(json) << line;
    if (json) lines.push_back(*json);
  }
  return lines;
}

TEST(GradeBatchTest, EveryPointCarriesItsCreditAndItsWords) {
  const OnsiteUser user;
  const std::string answer = "It is made of linked nodes, and it has a cycle.";
  const Outcome outcome =
      user.Run("grade --rubrics " + user.Write("rubrics.json", kRubrics).string() + " --batch " +
               user.Write("in.jsonl", Line("tree", 3, answer)).string());
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const std::vector<Json> lines = ReadLines(outcome.out);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0]["question_id"], "tree");
  EXPECT_EQ(lines[0]["answer_index"], 3);
  EXPECT_EQ(lines[0]["score"], 0.0) << "half the points, less the penalty";
  EXPECT_EQ(lines[0]["points"][0]["credit"], 1.0);
  EXPECT_EQ(lines[0]["points"][0]["span"]["text"], "made of linked nodes");
  EXPECT_EQ(lines[0]["points"][0]["span"]["begin"], 6);
  EXPECT_TRUE(lines[0]["points"][1]["span"].is_null());
  EXPECT_EQ(lines[0]["misconceptions"][0]["id"], "cycle");
}

TEST(GradeBatchTest, StandardInputKeepsItsOrderAndABrokenLineIsTold) {
  const OnsiteUser user;
  const Outcome outcome =
      user.Run("grade --rubrics " + user.Write("rubrics.json", kRubrics).string() + " --batch -",
               Line("tree", 0, "made of nodes") + "{broken\n\n" + Line("tree", 1, "one root") +
                   Line("list", 0, "a head and a tail", "A list has a head and a tail.") +
                   Line("list", 1, "no reference") + R"({"question_id": "tree"})" + "\n" +
                   Line("tree", 2, "").substr(0, Line("tree", 2, "").size() - 1));
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("onsite: line 2: "));
  EXPECT_THAT(outcome.err, HasSubstr("onsite: line 6: Question \"list\" has no rubric"));
  EXPECT_THAT(outcome.err, HasSubstr("onsite: line 7: \"student_answer\" is missing"));
  EXPECT_THAT(outcome.err, Not(HasSubstr("line 8")));
  const std::vector<Json> lines = ReadLines(outcome.out);
  ASSERT_EQ(lines.size(), 4u) << outcome.out;
  EXPECT_EQ(lines[0]["score"], 0.5);
  EXPECT_EQ(lines[1]["answer_index"], 1);
  EXPECT_EQ(lines[2]["question_id"], "list");
  EXPECT_GT(lines[2]["score"].get<double>(), 0.7);
  EXPECT_TRUE(lines[2]["points"].empty());
  EXPECT_EQ(lines[3]["score"], 0.0) << "the last line needs no line break";
}

TEST(GradeBatchTest, WithoutRubricsTheReferenceAnswerDecides) {
  const OnsiteUser user;
  const std::string reference = "A queue gives elements back in the order in which they came.";
  const Outcome outcome = user.Run(
      "grade --batch -", Line("q", 0, reference, reference) +
                             Line("q", 1, "Elements leave in the order of arrival.", reference) +
                             Line("q", 2, "It is raining.", reference));
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const std::vector<Json> lines = ReadLines(outcome.out);
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_DOUBLE_EQ(lines[0]["score"].get<double>(), 1);
  EXPECT_GT(lines[1]["score"].get<double>(), 0.4);
  EXPECT_LT(lines[2]["score"].get<double>(), 0.2);
}

TEST(GradeBatchTest, FilesThatAreNotThereAreWrongUsage) {
  const OnsiteUser user;
  EXPECT_EQ(user.Run("grade --batch /no/such/file").exit_code, 2);
  EXPECT_EQ(user.Run("grade --rubrics /no/such/file --batch -").exit_code, 2);
  EXPECT_EQ(
      user.Run("grade --rubrics " + user.Write("r.json", "7").string() + " --batch -").exit_code,
      2);
}

}  // namespace
}  // namespace onsite_test
