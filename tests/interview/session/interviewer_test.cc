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
       {"Can it be empty?", "can it be empty", "  What is k", "so it is sorted?",
        "I'd like to know the range.", "I wonder about zeros"}) {
    EXPECT_TRUE(LooksLikeQuestion(question)) << question;
  }
  for (const char* remark : {"I sort first.", "", "Cannot be empty then.", "Whatever.", "42"}) {
    EXPECT_FALSE(LooksLikeQuestion(remark)) << remark;
  }
}

const Persona& Neutral() {
  static const Personas personas = ShippedPersonas();
  return personas.Find("neutral");
}

std::vector<event::InterviewerSaid> Reply(const Question& q, const Evaluation& facts,
                                          std::string_view message, std::uint64_t seed = 0,
                                          const std::vector<AskedFollowUp>& asked = {},
                                          std::string hint_cost = "Hint 1 of 3 costs 0.25.") {
  return AnswerMessage(q, facts, message, {Neutral(), asked, std::move(hint_cost), seed});
}

TEST(Interviewer, LeavesWhatItCannotMatchToTheCandidateInVaryingWords) {
  const QuestionPtr q = CodingQuestion("x");
  std::set<std::string> words;
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const auto said = Reply(*q, Evaluation{}, "Which colour?", seed);
    ASSERT_EQ(said.size(), 1u);
    EXPECT_EQ(said[0].why, "leave");
    EXPECT_EQ(said[0].text, Reply(*q, Evaluation{}, "Which colour?", seed)[0].text);
    words.insert(said[0].text);
  }
  EXPECT_EQ(words.size(), 4u);
}

TEST(Interviewer, TellsThePriceOfAHintWhenAskedForOne) {
  const QuestionPtr q = CodingQuestion("x");
  const auto offer = Reply(*q, Evaluation{}, "Could you give me a hint?");
  ASSERT_EQ(offer.size(), 1u);
  EXPECT_EQ(offer[0].why, "hint_offer");
  EXPECT_NE(offer[0].text.find("Hint 1 of 3 costs 0.25."), std::string::npos);
  for (const Hint& hint : q->hints) EXPECT_EQ(offer[0].text.find(hint.text), std::string::npos);
  EXPECT_EQ(Reply(*q, Evaluation{}, "I'm stuck.", 0, {}, "")[0].why, "hint_none");
}

TEST(Interviewer, AsksBackOnceWhenAMisconceptionIsStated) {
  const QuestionPtr q = CodingQuestion("x");
  Evaluation facts;
  facts.misconceptions = {{"mild", "", 0.1, "Is it?", {}}, {"grave", "", 0.3, "Really?", {}}};
  const auto said = Reply(*q, facts, "A hash map keeps its keys sorted.");
  ASSERT_EQ(said.size(), 1u);
  EXPECT_EQ(said[0].why, "misconception:grave");
  EXPECT_EQ(said[0].text, "Really?");
  const std::vector<AskedFollowUp> asked = {
      {"misconception:grave", "", {TextField::Kind::kProse, "x", "probe"}, {}},
      {"misconception:mild", "", {TextField::Kind::kProse, "x", "probe"}, {}}};
  EXPECT_EQ(Reply(*q, facts, "It keeps them sorted.", 0, asked)[0].why, "ack");
}

TEST(Interviewer, PushesBackOnceOnAMissingPoint) {
  Question q = *CodingQuestion("x");
  q.follow_ups.clear();
  q.pushback = {{{"insight"}, "Is there nothing better?"}};
  const Evaluation missed = Rubric(q, {});
  EXPECT_EQ(Whys(ChooseFollowUps(q, &missed, {}, 2)), (std::vector<std::string>{"pushback:0"}));
  const AskedFollowUp asked{"pushback:0", "", {TextField::Kind::kProse, "x", "probe"}, {}};
  EXPECT_TRUE(ChooseFollowUps(q, &missed, {asked}, 2).empty());
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
      prompts += PhasePrompt(Neutral(), kind, phase.id, 0).text.empty() ? 0 : 1;
      follow_up_phases += FollowUpsOnEntering(kind, phase.id) > 0 ? 1 : 0;
    }
    EXPECT_EQ(follow_up_phases, kind == RoundKind::kConcepts ? 0 : 1) << ToString(kind);
  }
  EXPECT_EQ(prompts, 7) << "every prompt belongs to a phase";
  EXPECT_TRUE(PhasePrompt(Neutral(), RoundKind::kCoding, "implement", 0).text.empty())
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
