// The interviewer's script: never an invented fact, never a rubric point, the same words for the
// same seed.
#include "interview/session/interviewer.h"

#include <gtest/gtest.h>

#include <set>

#include "interview/session/starter.h"
#include "tests/interview/session/test_questions.h"

namespace interview::test {
namespace {

Evaluation Rubric(const Question& q, const std::map<std::string, double>& credit) {
  Evaluation e;
  e.kind = EvaluationKind::kRubric;
  for (const RubricGroup& group : q.rubric) {
    for (const RubricPoint& point : group.points) {
      const auto it = credit.find(point.id);
      e.criteria.push_back({point.id,
                            group.id,
                            point.text,
                            point.weight,
                            it == credit.end() ? 0 : it->second,
                            {},
                            {},
                            ""});
    }
  }
  return e;
}

std::vector<std::string> Whys(const std::vector<event::InterviewerSaid>& said) {
  std::vector<std::string> whys;
  for (const auto& s : said) whys.push_back(s.why);
  return whys;
}

TEST(Interviewer, TellsQuestionsFromRemarks) {
  for (const char* question :
       {"Can it be empty?", "can it be empty", "  What is k", "so it is sorted?"}) {
    EXPECT_TRUE(LooksLikeQuestion(question)) << question;
  }
  for (const char* remark : {"I sort first.", "", "Cannot be empty then.", "Whatever.", "42"}) {
    EXPECT_FALSE(LooksLikeQuestion(remark)) << remark;
  }
}

TEST(Interviewer, LeavesWhatItCannotMatchToTheCandidateInVaryingWords) {
  const QuestionPtr q = CodingQuestion("x");
  std::set<std::string> words;
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const auto said = AnswerMessage(*q, Evaluation{}, "Which colour?", seed);
    ASSERT_EQ(said.size(), 1u);
    EXPECT_EQ(said[0].why, "leave");
    EXPECT_EQ(said[0].text, AnswerMessage(*q, Evaluation{}, "Which colour?", seed)[0].text);
    words.insert(said[0].text);
  }
  EXPECT_EQ(words.size(), 4u);
}

TEST(Interviewer, ProbesTheHeaviestMissingPointAndNothingWhenAllIsThere) {
  Question q = *ConceptQuestion("x");
  EXPECT_EQ(ChooseProbe(q, Rubric(q, {})).why, "point:core");
  EXPECT_EQ(ChooseProbe(q, Rubric(q, {{"core", 1}})).why, "point:why");
  EXPECT_EQ(ChooseProbe(q, Rubric(q, {{"core", 0.5}, {"why", 1}})).why, "point:core");
  EXPECT_EQ(ChooseProbe(q, Rubric(q, {{"core", 1}, {"why", 1}, {"limit", 1}})).text, "");
  q.pushback = {{{"limit"}, "And at the limit?"}};
  q.follow_ups.push_back(Dive("probe-why", {"why"}));
  EXPECT_EQ(ChooseProbe(q, Rubric(q, {})).why, "probe:probe-why")
      << "a question of its own beats a hint";
  EXPECT_EQ(ChooseProbe(q, Rubric(q, {{"why", 1}})).why, "pushback:0");
}

TEST(Interviewer, AsksProbesForMissedPointsBeforeDeepDives) {
  const QuestionPtr q = CodingQuestion("x");
  const Evaluation missed = Rubric(*q, {});
  const Evaluation earned = Rubric(*q, {{"baseline", 1}});
  EXPECT_EQ(Whys(ChooseFollowUps(*q, &missed, {}, 2)),
            (std::vector<std::string>{"probe:probe-baseline", "follow_up:stream"}));
  EXPECT_EQ(Whys(ChooseFollowUps(*q, &earned, {}, 2)),
            (std::vector<std::string>{"follow_up:stream"}));
  EXPECT_EQ(Whys(ChooseFollowUps(*q, nullptr, {}, 1)),
            (std::vector<std::string>{"follow_up:stream"}));
  const AskedFollowUp asked{
      "follow_up:stream", "", {TextField::Kind::kFollowUp, "x", "stream"}, {}};
  EXPECT_TRUE(ChooseFollowUps(*q, &earned, {asked}, 2).empty()) << "nothing is asked twice";
}

TEST(Interviewer, EveryPromptThatWantsAnAnswerHasAPlaceForIt) {
  EXPECT_EQ(FieldOfAnswer("follow_up:twice", "q"),
            (TextField{TextField::Kind::kFollowUp, "q", "twice"}));
  EXPECT_EQ(FieldOfAnswer("probe:twice", "q"),
            (TextField{TextField::Kind::kFollowUp, "q", "twice"}));
  EXPECT_EQ(FieldOfAnswer("misconception:m", "q"),
            (TextField{TextField::Kind::kProse, "q", "probe"}));
  EXPECT_EQ(FieldOfAnswer("ask:plan", "q"), (TextField{TextField::Kind::kProse, "q", "plan"}));
  EXPECT_EQ(FieldOfAnswer("reminder:5", "q"), std::nullopt);
  EXPECT_EQ(FieldOfAnswer("greeting", "q"), std::nullopt);
}

TEST(Interviewer, PromptsOnlyAtPhasesOfTheShippedPlan) {
  int prompts = 0;
  for (const auto& [kind, defaults] : ShippedLoops().phases) {
    int follow_up_phases = 0;
    for (const auto& phase : defaults.phases) {
      prompts += PhasePrompt(kind, phase.id).text.empty() ? 0 : 1;
      follow_up_phases += FollowUpsOnEntering(kind, phase.id) > 0 ? 1 : 0;
    }
    EXPECT_EQ(follow_up_phases, kind == RoundKind::kConcepts ? 0 : 1) << ToString(kind);
  }
  EXPECT_EQ(prompts, 7) << "every prompt belongs to a phase";
  EXPECT_TRUE(PhasePrompt(RoundKind::kCoding, "implement").text.empty())
      << "no interruption of coding";
}

TEST(Interviewer, StartersOfMlQuestionsDeclareTheirSymbols) {
  EXPECT_EQ(StarterSource(*MlQuestion("x"), Language::kPython),
            "import numpy as np\n\n\ndef kmeans(X, k):\n    # X: array[n,d]\n    # k: int\n"
            "    # returns: array[k,d]\n    raise NotImplementedError\n");
  EXPECT_EQ(StarterSource(*MlQuestion("x"), Language::kCpp), "");
  EXPECT_EQ(StarterSource(*ConceptQuestion("x"), Language::kPython), "");
}

}  // namespace
}  // namespace interview::test
