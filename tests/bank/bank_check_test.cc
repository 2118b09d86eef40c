// `onsite bank check` on a small bank of its own: silent while the bank holds, and exit code 1 with
// the culprit's name as soon as one promise is broken.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "tests/support/run_onsite.h"

namespace onsite_test {
namespace {

namespace fs = std::filesystem;
using interview::Json;
using testing::HasSubstr;

constexpr const char* kCoding = "rotate-array-right";
constexpr const char* kConcept = "bayes-disease-compute";

// The program beside a bank of one coding question and one concept: it finds the bank by its own
// place.
class SmallBank {
 public:
  SmallBank() {
    const fs::path build = ONSITE_BUILD_DIR;
    const fs::path source = ONSITE_SOURCE_DIR;
    for (const char* program : {"onsite", "onsite_box_init"}) fs::copy(build / program, home());
    Copy(source / "evaluators/judge/drivers", home() / "evaluators/judge/drivers");
    for (const char* part :
         {"bank.json", "palette.json", "lexicon", "loops", "panel_rules", "personas"}) {
      Copy(source / "rubrics" / part, home() / "rubrics" / part);
    }
    Copy(source / "rubrics/coding" / kCoding, Coding());
    const fs::path concepts = "rubrics/concepts/probability-and-statistics";
    Copy(source / concepts / ConceptFile(), home() / concepts / ConceptFile());
  }

  const fs::path& home() const { return user_.home(); }
  fs::path Coding() const { return home() / "rubrics/coding" / kCoding; }
  fs::path Concept() const {
    return home() / "rubrics/concepts/probability-and-statistics" / ConceptFile();
  }

  static std::string ReadText(const fs::path& path) { return *interview::ReadFile(path); }
  static void WriteText(const fs::path& path, const std::string& text) {
    std::ofstream(path) << text;
  }

  Outcome Check(const std::string& options = {}, const std::string& environment = {}) const {
    return user_.Run("bank check --json --jobs 1 " + options, {}, environment);
  }

 private:
  static std::string ConceptFile() { return std::string(kConcept) + ".json"; }
  static void Copy(const fs::path& from, const fs::path& to) {
    fs::create_directories(to.parent_path());
    fs::copy(from, to, fs::copy_options::recursive);
  }

  OnsiteUser user_{OnsiteUser::Program::kInItsHome};
};

// The messages of all failures of one question.
std::string MessagesOf(const Json& report, const std::string& id) {
  std::string messages;
  for (const Json& failure : report["failures"]) {
    EXPECT_EQ(failure["id"], id) << failure;
    messages += failure["message"].get<std::string>() + "\n";
  }
  return messages;
}

TEST(BankCheck, ReportsABrokenPersona) {
  const SmallBank bank;
  const fs::path file = bank.home() / "rubrics/personas/terse.json";
  Json json = Json::parse(SmallBank::ReadText(file));
  json["lines"]["fact"] = {"Yes."};
  SmallBank::WriteText(file, json.dump());
  const Outcome outcome = bank.Check("--only bayes*");
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.out, HasSubstr("must hold {answer}"));
}

TEST(BankCheckTest, AnUntouchedBankHolds) {
  const SmallBank bank;
  const Outcome outcome = bank.Check();
  EXPECT_EQ(outcome.exit_code, 0) << outcome.out << outcome.err;
  const Json report = outcome.json();
  EXPECT_TRUE(report["failures"].empty()) << report;
  EXPECT_EQ(report["counts"]["coding"], 1);
  EXPECT_EQ(report["counts"]["concepts"], 1);
}

TEST(BankCheckTest, WhatIsUnchangedIsNotProvedAgainUnlessAsked) {
  const SmallBank bank;
  const fs::path cache = bank.home() / "cache";  // other tests may prove the same question now
  const std::string environment = "XDG_CACHE_HOME=" + cache.string();
  const fs::path proof = cache / "onsite/proofs" / kCoding;
  EXPECT_EQ(bank.Check("", environment).exit_code, 0);
  ASSERT_TRUE(fs::exists(proof));
  const fs::file_time_type first = fs::last_write_time(proof);
  EXPECT_EQ(bank.Check("", environment).exit_code, 0);
  EXPECT_EQ(fs::last_write_time(proof), first);
  EXPECT_EQ(bank.Check("--fresh", environment).exit_code, 0);
  EXPECT_GT(fs::last_write_time(proof), first);
  // A failure is found again and again.
  SmallBank::WriteText(bank.Coding() / "mutants/m1_rotates_left.py",
                       SmallBank::ReadText(bank.Coding() / "solutions/ref.py"));
  for (int turn = 0; turn < 2; ++turn) {
    EXPECT_THAT(MessagesOf(bank.Check("", environment).json(), kCoding),
                HasSubstr("m1_rotates_left.py"));
  }
}

TEST(BankCheckTest, ABrokenReferenceIsNamed) {
  const SmallBank bank;
  const fs::path reference = bank.Coding() / "solutions/ref.cpp";
  SmallBank::WriteText(reference,
                       "#include <vector>\nvoid rotate_right(std::vector<int>&, int) {}\n");
  const Outcome outcome = bank.Check();
  EXPECT_EQ(outcome.exit_code, 1) << outcome.err;
  EXPECT_THAT(MessagesOf(outcome.json(), kCoding), HasSubstr("ref.cpp"));
}

TEST(BankCheckTest, AReferenceThatTheBruteForceContradictsIsNamed) {
  const SmallBank bank;
  SmallBank::WriteText(bank.Coding() / "solutions/ref.py",
                       "def rotate_right(nums, k):\n    nums.reverse()\n");
  const Outcome outcome = bank.Check();
  EXPECT_EQ(outcome.exit_code, 1) << outcome.err;
  EXPECT_THAT(MessagesOf(outcome.json(), kCoding), HasSubstr("ref.py"));
}

TEST(BankCheckTest, AWrongSolutionMadeRightIsNamed) {
  const SmallBank bank;
  const std::string right = SmallBank::ReadText(bank.Coding() / "solutions/ref.py");
  SmallBank::WriteText(bank.Coding() / "mutants/m1_rotates_left.py", right);
  const Outcome outcome = bank.Check();
  EXPECT_EQ(outcome.exit_code, 1) << outcome.err;
  EXPECT_THAT(MessagesOf(outcome.json(), kCoding), HasSubstr("m1_rotates_left.py"));
}

TEST(BankCheckTest, ARubricExampleOutsideOfItsBandIsNamed) {
  const SmallBank bank;
  Json question = *interview::ParseJson(SmallBank::ReadText(bank.Concept()), kConcept);
  const std::string answer = question["rubric_examples"][2]["answer"];  // fluent, off the topic
  question["rubric_examples"][2]["band"] = {0.5, 1.0};
  SmallBank::WriteText(bank.Concept(), interview::DumpJson(question));
  const Outcome outcome = bank.Check();
  EXPECT_EQ(outcome.exit_code, 1) << outcome.err;
  const std::string messages = MessagesOf(outcome.json(), kConcept);
  EXPECT_THAT(messages, HasSubstr(answer.substr(0, 20)));
  EXPECT_THAT(messages, HasSubstr("band"));
}

TEST(BankCheckTest, AMissingFileIsNamed) {
  const SmallBank bank;
  fs::remove(bank.Coding() / "editorial.md");
  const Outcome outcome = bank.Check();
  EXPECT_EQ(outcome.exit_code, 1) << outcome.err;
  EXPECT_THAT(MessagesOf(outcome.json(), kCoding), HasSubstr("editorial.md"));
}

}  // namespace
}  // namespace onsite_test
