// The shipped bank loads; a broken question is left out, and the complaint names file, field and
// remedy.
#include "interview/bank/question_bank.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/interview/bank/temp_bank.h"

namespace interview {
namespace {

using support::ReadBytes;
using support::WriteBytes;
using testing::AllOf;
using testing::Contains;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string kCoding = "coding/pair-with-target";
const std::string kChecked = "coding/course-order";
const std::string kMl = "ml_coding/kmeans-lloyd";
const std::string kConcept = "concepts/evaluation/roc-vs-pr.json";
const std::string kDesign = "system_design/feed-ranking";

class QuestionBankTest : public testing::Test {
 protected:
  // The question is gone, and a problem of it says all of `words`.
  void ExpectProblem(const QuestionId& id, const std::vector<std::string>& words) {
    const QuestionBank bank = bank_.Load();
    EXPECT_EQ(bank.Find(id), nullptr) << id;
    std::string all;
    for (const BankProblem& problem : bank.problems()) {
      EXPECT_EQ(problem.id, id) << problem.message;
      if (std::all_of(words.begin(), words.end(), [&](const std::string& word) {
            return problem.message.find(word) != std::string::npos;
          })) {
        return;
      }
      all += problem.message + "\n";
    }
    ADD_FAILURE() << "no problem says " << testing::PrintToString(words) << ":\n" << all;
  }
  void EditQuestion(const std::string& folder, const std::function<void(Json&)>& change) {
    bank_.Edit(folder + "/question.json", change);
  }
  TempBank bank_{{kCoding, kChecked, kMl, kConcept, kDesign}};
};

TEST_F(QuestionBankTest, TheShippedBankHasNoProblem) {
  const Result<QuestionBank> loaded =
      QuestionBank::Load(std::string(ONSITE_SOURCE_DIR) + "/rubrics");
  ASSERT_TRUE(loaded) << loaded.error().message;
  const QuestionBank& bank = *loaded;
  for (const BankProblem& problem : bank.problems()) ADD_FAILURE() << problem.message;
  std::map<RoundKind, int> counts;
  for (const QuestionPtr& question : bank.questions()) ++counts[question->kind];
  EXPECT_GE(counts[RoundKind::kCoding], 6);
  EXPECT_GE(counts[RoundKind::kMlCoding], 5);
  EXPECT_GE(counts[RoundKind::kConcepts], 16);
  EXPECT_GE(counts[RoundKind::kSystemDesign], 3);
}

TEST_F(QuestionBankTest, AQuestionIsReadInFull) {
  const QuestionBank bank = bank_.Load();
  const QuestionPtr question = bank.Find("course-order");
  ASSERT_NE(question, nullptr);
  EXPECT_EQ(question->topic, "topological-sort");
  EXPECT_EQ(question->difficulty, Difficulty::kMedium);
  EXPECT_GE(question->hints.size(), 3u);
  EXPECT_FALSE(question->statement.empty());
  const auto& spec = std::get<CodingSpec>(question->spec);
  EXPECT_EQ(spec.signature.name, "course_order");
  EXPECT_EQ(spec.compare.mode, CompareRule::Mode::kChecker);
  ASSERT_TRUE(spec.checker);
  EXPECT_EQ(spec.limits.time_ms.at(Language::kCpp), 500);
  EXPECT_GE(spec.mutants.size(), 5u);
}

TEST_F(QuestionBankTest, TheContentHashFollowsEveryFileOfTheQuestionAndNoOther) {
  const auto hash = [&](const QuestionId& id) { return bank_.Load().Find(id)->content_hash; };
  const std::string coding = hash("pair-with-target");
  const std::string design = hash("feed-ranking");
  EXPECT_NE(coding, design);
  EXPECT_EQ(hash("pair-with-target"), coding);
  const auto reference = bank_ / (kCoding + "/solutions/ref.py");
  WriteBytes(reference, ReadBytes(reference) + "\n# changed\n");
  EXPECT_NE(hash("pair-with-target"), coding);
  EXPECT_EQ(hash("feed-ranking"), design);
}

TEST_F(QuestionBankTest, AnUnknownKey) {
  EditQuestion(kCoding, [](Json& q) { q["dificulty"] = "easy"; });
  ExpectProblem("pair-with-target", {"pair-with-target/question.json", "dificulty: unknown key",
                                     "remove it or correct its spelling"});
}

TEST_F(QuestionBankTest, AnUnknownKeyDeepInside) {
  bank_.Edit(kDesign + "/case.json", [](Json& q) { q["diagram"]["connections"][0]["wieght"] = 1; });
  ExpectProblem("feed-ranking", {"case.json", "diagram: connections", "wieght: unknown key"});
}

TEST_F(QuestionBankTest, AMissingKey) {
  EditQuestion(kCoding, [](Json& q) { q.erase("limits"); });
  ExpectProblem("pair-with-target", {"question.json: limits: missing; add it as an object"});
}

TEST_F(QuestionBankTest, AWrongType) {
  EditQuestion(kCoding, [](Json& q) { q["minutes"] = "twelve"; });
  ExpectProblem("pair-with-target",
                {"question.json: minutes: must be a whole number, but is string"});
}

TEST_F(QuestionBankTest, AMissingFile) {
  for (const char* file : {"statement.md", "tests/generator.py", "solutions/ref.cpp"}) {
    const std::string kept = ReadBytes(bank_ / (kCoding + "/" + file));
    std::filesystem::remove(bank_ / (kCoding + "/" + file));
    ExpectProblem("pair-with-target", {std::string(file) + ": missing file; add it"});
    WriteBytes(bank_ / (kCoding + "/" + file), kept);
  }
}

TEST_F(QuestionBankTest, AMissingMainFile) {
  std::filesystem::remove(bank_ / (kCoding + "/question.json"));
  ExpectProblem("pair-with-target", {"pair-with-target/question.json", "check the name"});
}

TEST_F(QuestionBankTest, APipeIsNotWaitedFor) {
  const auto statement = bank_ / (kCoding + "/statement.md");
  std::filesystem::remove(statement);
  ASSERT_EQ(::mkfifo(statement.c_str(), 0600), 0);
  ExpectProblem("pair-with-target", {"statement.md", "no ordinary file"});
}

TEST_F(QuestionBankTest, BrokenJson) {
  WriteBytes(bank_ / kConcept, "{\"schema\": \"concept/1\",");
  ExpectProblem("roc-vs-pr", {"roc-vs-pr.json: not valid JSON"});
}

TEST_F(QuestionBankTest, AnIdThatIsNotKebabCase) {
  EditQuestion(kCoding, [](Json& q) { q["id"] = "Pair_With_Target"; });
  const QuestionBank bank = bank_.Load();
  EXPECT_THAT(
      bank.problems(),
      Contains(Field(&BankProblem::message, HasSubstr("\"Pair_With_Target\" must be kebab-case"))));
  EXPECT_EQ(bank.Find("Pair_With_Target"), nullptr);
}

TEST_F(QuestionBankTest, AnIdThatIsNotItsFolder) {
  EditQuestion(kCoding, [](Json& q) { q["id"] = "pair-with-sum"; });
  ExpectProblem(
      "pair-with-target",
      {"\"pair-with-sum\" must equal the name of its folder or file, \"pair-with-target\""});
}

TEST_F(QuestionBankTest, ADuplicateIdInAPackLeavesTheShippedQuestion) {
  std::filesystem::create_directories(bank_.packs() / "mine/coding");
  std::filesystem::copy(bank_ / kCoding, bank_.packs() / "mine" / kCoding,
                        std::filesystem::copy_options::recursive);
  const QuestionBank bank = bank_.Load();
  ASSERT_EQ(bank.problems().size(), 1u);
  EXPECT_EQ(bank.problems()[0].check, "ids");
  EXPECT_THAT(bank.problems()[0].message,
              AllOf(HasSubstr("packs/mine"), HasSubstr("is taken by"), HasSubstr("rename")));
  ASSERT_NE(bank.Find("pair-with-target"), nullptr);
  EXPECT_THAT(bank.Find("pair-with-target")->folder, HasSubstr("rubrics/coding"));
}

TEST_F(QuestionBankTest, APackIsLoadedBesideTheShippedBank) {
  const auto mine = bank_.packs() / "mine/coding/my-pair";
  std::filesystem::create_directories(mine.parent_path());
  std::filesystem::copy(bank_ / kCoding, mine, std::filesystem::copy_options::recursive);
  Json question = *ParseJson(ReadBytes(mine / "question.json"), "q");
  question["id"] = "my-pair";
  WriteBytes(mine / "question.json", DumpJson(question));
  const QuestionBank bank = bank_.Load();
  EXPECT_THAT(bank.problems(), IsEmpty());
  EXPECT_NE(bank.Find("my-pair"), nullptr);
  EXPECT_NE(bank.Find("pair-with-target"), nullptr);
}

TEST_F(QuestionBankTest, ABadSignatureType) {
  EditQuestion(kCoding, [](Json& q) { q["signature"]["returns"] = "list<number>"; });
  ExpectProblem("pair-with-target", {"signature: returns", "number"});
}

TEST_F(QuestionBankTest, AMutatedParameterThatIsNone) {
  EditQuestion(kCoding, [](Json& q) { q["signature"]["mutates"] = {"nobody"}; });
  ExpectProblem("pair-with-target", {"mutates: \"nobody\" is not a parameter"});
}

TEST_F(QuestionBankTest, ACheckerModeWithoutAChecker) {
  std::filesystem::remove(bank_ / (kChecked + "/tests/checker.py"));
  ExpectProblem("course-order", {"compare: mode \"checker\" needs tests/checker.py; add the file"});
}

TEST_F(QuestionBankTest, AWrongSolutionWithAnUnknownVerdict) {
  bank_.Edit(kCoding + "/mutants/mutants.json",
             [](Json& m) { m["mutants"][0]["expect"] = "accepted"; });
  ExpectProblem("pair-with-target",
                {"expect: \"accepted\" is not the verdict of a wrong solution"});
}

TEST_F(QuestionBankTest, AWrongSolutionOutsideOfItsFolder) {
  bank_.Edit(kCoding + "/mutants/mutants.json",
             [](Json& m) { m["mutants"][0]["file"] = "../solutions/ref.py"; });
  ExpectProblem("pair-with-target", {"\"../solutions/ref.py\" must be a file of the folder"});
}

TEST_F(QuestionBankTest, AnUnknownRoleOfAComponentIsNamed) {
  bank_.Edit("system_design/feed-ranking/case.json",
             [](Json& q) { q["diagram"]["components"][0]["role"] = "oracle"; });
  ExpectProblem("feed-ranking", {"components", "\"oracle\" is no role"});
}

TEST_F(QuestionBankTest, AnUnknownComponentInAConnection) {
  bank_.Edit(kDesign + "/case.json",
             [](Json& q) { q["diagram"]["connections"][0]["to"] = "flux_capacitor"; });
  ExpectProblem("feed-ranking", {"connections",
                                 "to: \"flux_capacitor\" is not a component of the "
                                 "case; add it or correct it"});
}

TEST_F(QuestionBankTest, AnAntiPatternWithoutArrow) {
  bank_.Edit(kDesign + "/case.json", [](Json& q) {
    q["diagram"]["anti_patterns"].push_back(
        {{"id", "loop"}, {"text", "no loop"}, {"missing", "logs to trainer"}});
  });
  ExpectProblem("feed-ranking", {"missing: must name two components, as in \"a->b\""});
}

TEST_F(QuestionBankTest, AnUnknownSection) {
  bank_.Edit(kDesign + "/case.json", [](Json& q) { q["sections"]["vibes"] = Json::array(); });
  ExpectProblem("feed-ranking", {"sections: \"vibes\" is not a section"});
}

TEST_F(QuestionBankTest, ACheckWithoutItsFunction) {
  const auto checks = bank_ / (kMl + "/tests/checks.py");
  std::string text = ReadBytes(checks);
  const std::size_t at = text.find("def check_shape(");
  ASSERT_NE(at, std::string::npos);
  text.replace(at, 15, "def chekc_shape");
  WriteBytes(checks, text);
  ExpectProblem("kmeans-lloyd",
                {"checks", "tests/checks.py has no \"def check_shape(…)\"; add it"});
}

TEST_F(QuestionBankTest, AWrongVariantThatNamesNothing) {
  bank_.Edit(kMl + "/mutants/mutants.json", [](Json& m) {
    m[0]["replaces"] = "k_means";
    m[1]["killed_by"] = {"unheard-of"};
    m[2]["function"] = "not_written";
  });
  ExpectProblem("kmeans-lloyd", {"replaces: \"k_means\" is no entry symbol"});
  ExpectProblem("kmeans-lloyd", {"killed_by: \"unheard-of\" is no check"});
  ExpectProblem("kmeans-lloyd", {"function: mutants/mutants.py has no \"not_written\""});
}

TEST_F(QuestionBankTest, TwoRubricPointsOfOneName) {
  bank_.Edit(kConcept, [](Json& q) { q["key_points"][1]["id"] = q["key_points"][0]["id"]; });
  ExpectProblem("roc-vs-pr", {"rubric: two entries are called", "rename one"});
}

TEST_F(QuestionBankTest, APointThatNothingCanEarn) {
  bank_.Edit(kConcept, [](Json& q) {
    q["key_points"][0].erase("any");
    q["key_points"][0].erase("number");
  });
  ExpectProblem("roc-vs-pr", {"key_points[0]", "needs \"any\" or \"number\"; add one"});
}

TEST_F(QuestionBankTest, OneBrokenQuestionLeavesTheOthers) {
  const std::size_t all = bank_.Load().questions().size();
  EditQuestion(kCoding, [](Json& q) { q["version"] = nullptr; });
  EXPECT_EQ(bank_.Load().questions().size(), all - 1);
}

TEST_F(QuestionBankTest, AskingForABrokenQuestionTellsWhy) {
  EditQuestion(kCoding, [](Json& q) { q.erase("title"); });
  const auto result = bank_.Load().Get("pair-with-target");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::kInvalid);
  EXPECT_THAT(result.error().message, AllOf(HasSubstr("cannot be used"), HasSubstr("title")));
}

TEST_F(QuestionBankTest, AMisspeltIdGetsASuggestion) {
  const QuestionBank bank = bank_.Load();
  EXPECT_THAT(bank.Get("pair-with-traget").error().message,
              HasSubstr("did you mean \"pair-with-target\"?"));
  EXPECT_THAT(bank.Get("zzzzzzzzzzzzzzzzzzzzzzzzz").error().message, HasSubstr("onsite bank list"));
}

TEST_F(QuestionBankTest, WithoutItsCatalogueThereIsNoBank) {
  bank_.Edit("palette.json", [](Json& p) { p["components"][0]["group"] = 3; });
  const auto palette = QuestionBank::Load(bank_.root());
  ASSERT_FALSE(palette);
  EXPECT_THAT(palette.error().message, AllOf(HasSubstr("palette.json"), HasSubstr("group")));
  std::filesystem::remove(bank_ / "bank.json");
  EXPECT_EQ(QuestionBank::Load(bank_.root()).error().code, ErrorCode::kNotFound);
}

TEST(KebabCaseTest, IsLowerCaseWordsWithSingleDashes) {
  for (const char* good : {"a", "two-sum", "0-1-loss", "k2"})
    EXPECT_TRUE(IsKebabCase(good)) << good;
  for (const char* bad : {"", "-", "a-", "-a", "a--b", "Two-sum", "a_b", "a b", "\xC3\xA4"}) {
    EXPECT_FALSE(IsKebabCase(bad)) << bad;
  }
}

}  // namespace
}  // namespace interview
