// The bank's own claims, and that a false claim is named.
#include "evaluators/judge/question_proof.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "interview/bank/question_bank.h"
#include "tests/evaluators/judge/judge_fixture.h"

namespace evaluators {
namespace {

using interview::CodingSpec;
using interview::MlCodingSpec;
using interview::Question;
using interview::Result;
using testing::HasSubstr;

const interview::QuestionBank& Bank() {
  static const interview::QuestionBank bank =
      *interview::QuestionBank::Load(std::filesystem::path(ONSITE_SOURCE_DIR) / "rubrics");
  return bank;
}

std::vector<ProofFailure> Prove(const Question& question) {
  const bool is_ml = std::holds_alternative<MlCodingSpec>(question.spec);
  const Result<std::vector<ProofFailure>> failures =
      is_ml ? ProveMlCoding(question, TestConfig(), {}) : ProveCoding(question, TestConfig(), {});
  EXPECT_TRUE(failures) << failures.error().message << failures.error().detail;
  return failures.value_or(std::vector<ProofFailure>{});
}

class EveryQuestion : public testing::TestWithParam<const char*> {};

TEST_P(EveryQuestion, KeepsItsPromises) {
  const interview::QuestionPtr question = Bank().Find(GetParam());
  ASSERT_TRUE(question);
  for (const ProofFailure& failure : Prove(*question)) {
    ADD_FAILURE() << failure.check << ": " << failure.message;
  }
}

INSTANTIATE_TEST_SUITE_P(Bank, EveryQuestion,
                         testing::Values("course-order", "largest-bar-rectangle", "lru-cache",
                                         "merge-two-lists", "pair-with-target",
                                         "rotate-array-right", "kmeans-lloyd", "knn-classifier",
                                         "linreg-gradient-descent", "logistic-regression-gd",
                                         "scaled-dot-attention"));

TEST(QuestionProof, NamesABrokenReferenceAndAMutantMadeRight) {
  Question question = *Bank().Find("merge-two-lists");
  auto& spec = std::get<CodingSpec>(question.spec);
  const std::string right = spec.references[0].text;
  ASSERT_TRUE(spec.references[0].name.ends_with(".py"));
  interview::SourceFile& cpp =
      *std::find_if(spec.references.begin(), spec.references.end(),
                    [](const interview::SourceFile& file) { return file.name.ends_with(".cpp"); });
  cpp.text = StarterCode(spec.signature, interview::Language::kCpp);
  spec.mutants.resize(1);
  spec.mutants[0].file.text = right;
  const std::vector<ProofFailure> failures = Prove(question);
  ASSERT_EQ(failures.size(), 2u);
  EXPECT_EQ(failures[0].check, "reference");
  EXPECT_THAT(failures[0].message, HasSubstr(cpp.name));
  EXPECT_EQ(failures[1].check, "mutant");
  EXPECT_THAT(failures[1].message, HasSubstr(spec.mutants[0].file.name));
}

TEST(QuestionProof, NamesAGeneratorThatFails) {
  Question question = *Bank().Find("merge-two-lists");
  std::get<CodingSpec>(question.spec).generator.text = "def generate(seed):\n    return [{}[1]]\n";
  const std::vector<ProofFailure> failures = Prove(question);
  ASSERT_EQ(failures.size(), 1u);
  EXPECT_EQ(failures[0].check, "tests");
  EXPECT_THAT(failures[0].message, HasSubstr("generator.py"));
  EXPECT_THAT(failures[0].message, HasSubstr("KeyError"));
}

TEST(QuestionProof, NamesAnMlMutantThatPasses) {
  Question question = *Bank().Find("scaled-dot-attention");
  auto& spec = std::get<MlCodingSpec>(question.spec);
  spec.mutants = {spec.mutants[0]};
  spec.mutant_source.text = spec.solution.text + "\n" + spec.mutants[0].function + " = " +
                            spec.mutants[0].replaces + "\n";
  const std::vector<ProofFailure> failures = Prove(question);
  ASSERT_EQ(failures.size(), spec.mutants[0].killed_by.size());
  EXPECT_THAT(failures[0].message, HasSubstr(spec.mutants[0].function));
}

}  // namespace
}  // namespace evaluators
