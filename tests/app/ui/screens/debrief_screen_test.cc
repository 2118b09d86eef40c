// The debrief of sessions that were played and graded for real: evidence that leads to its moment,
// appeals, notes, the reference beside one's own code, and the next drill.
#include "app/ui/screens/debrief_screen.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/core/session_answers.h"
#include "app/ui/panels/practise.h"
#include "tests/app/ui/app_fixture.h"

namespace app {
namespace {

using interview::Answer;
using testing::HasSubstr;

Answer Concept(const std::string& question, const std::string& text) {
  Answer answer;
  answer.question = question;
  answer.prose["answer"] = text;
  return answer;
}

Answer Code(const std::string& source) {
  Answer answer;
  answer.question = "pair-with-target";
  answer.source = source;
  return answer;
}

constexpr char kWord[] =
    "A p-value is the probability of data at least as extreme as these, if "
    "the null hypothesis is true.";

class DebriefScreen : public testing::Test {
 protected:
  void Play(const Answer& answer) {
    app_.StartDrill(answer.question);
    const interview::Status played = PlaySession(&app_.core(), {{answer}});
    ASSERT_TRUE(played) << played.error().message;
    app_.WaitUntil([&] { return app_.state().route == Route::kDebrief; });
  }
  UiDriver& ui() { return app_.ui(); }
  const interview::Session& session() { return *app_.state().viewed->session; }

  AppFixture app_;
};

TEST_F(DebriefScreen, EvidenceLeadsToItsMomentInTheReplay) {
  Play(Concept("p-value-meaning", kWord));
  UiNode button;
  for (const UiNode& node : ui().tree().nodes()) {
    if (node.role == "button" && node.label.starts_with("Replay at ")) {
      button = node;
      break;
    }
  }
  ASSERT_FALSE(button.label.empty()) << ui().tree().Dump();
  ui().ClickAt((button.min.x + button.max.x) / 2, (button.min.y + button.max.y) / 2);
  ui().Settle();
  EXPECT_EQ(app_.state().route, Route::kReplay);
  ASSERT_TRUE(app_.state().replay.at);
}

TEST_F(DebriefScreen, AnAppealStandsBesideTheScoreAndNeverChangesIt) {
  Play(Concept("p-value-meaning", kWord));
  const interview::DimensionScore before = session().score_card()->rounds[0].dimensions[0];
  UiNode first;
  for (const UiNode& node : ui().tree().nodes()) {
    if (node.label == "Appeal" && node.role == "button") {
      first = node;
      break;
    }
  }
  ASSERT_FALSE(first.label.empty()) << ui().tree().Dump();
  ui().ClickAt((first.min.x + first.max.x) / 2, (first.min.y + first.max.y) / 2);
  ui().Settle();
  EXPECT_FALSE(ui().Find("Keep beside the score").enabled) << "an appeal needs a reason";
  ui().Click("Why you see it differently");
  ui().Type("I named the null hypothesis");
  ui().Settle();
  ui().Click("Keep beside the score");
  ui().Settle();
  ASSERT_EQ(session().appeals().size(), 1u);
  EXPECT_EQ(session().appeals()[0].appeal.reason, "I named the null hypothesis");
  EXPECT_EQ(session().appeals()[0].appeal.dimension, before.id);
  EXPECT_EQ(session().score_card()->rounds[0].dimensions[0].score, before.score);
  bool shown = false;
  for (const UiNode& node : ui().tree().nodes()) {
    shown |= node.label.starts_with("Your own judgement: ");
  }
  EXPECT_TRUE(shown);
}

TEST_F(DebriefScreen, NotesAreKeptWithTheSession) {
  Play(Concept("p-value-meaning", kWord));
  ui().Click("Notes", "tab");
  EXPECT_TRUE(ui().Shows("No notes yet"));
  ui().Click("New note");
  ui().Type("Say what the null is\n");
  ui().Settle();
  ASSERT_EQ(session().notes().size(), 1u);
  EXPECT_EQ(session().notes()[0].note.text, "Say what the null is");
  EXPECT_FALSE(session().notes()[0].note.moment);
  EXPECT_TRUE(ui().Shows("Say what the null is"));
}

TEST_F(DebriefScreen, SetsTheReferenceBesideOnesOwnCode) {
  Play(Code("def find_pair(nums, target):\n    return []\n"));
  ui().Click("Model answer", "tab");
  const UiNode diff = ui().Find("Your code beside Reference", "diff");
  EXPECT_THAT(diff.value, HasSubstr("only at the right"));
}

TEST_F(DebriefScreen, ShowsTheTimeOfEachPhaseAgainstItsBudget) {
  Play(Code("def find_pair(nums, target):\n    return []\n"));
  std::vector<std::string> phases;
  for (const UiNode& node : ui().tree().nodes()) {
    if (node.role == "fact") phases.push_back(node.value);
  }
  ASSERT_EQ(phases.size(), session().plan().rounds[0].phases.size());
  EXPECT_THAT(phases, testing::Each(HasSubstr(" of ")));
}

TEST_F(DebriefScreen, TheSameIsPractisedAgain) {
  Play(Code("def find_pair(nums, target):\n    return []\n"));
  EXPECT_THAT(MissedQuestions(session().rounds()[0]), testing::ElementsAre("pair-with-target"));
  EXPECT_FALSE(ui().Shows("Practise what I missed")) << "it would be the same";
  ui().Click("Practise this again");
  app_.WaitUntil([&] { return app_.state().route == Route::kRoom; });
  EXPECT_EQ(app_.state().running->session->plan().rounds[0].questions[0].id, "pair-with-target");
}

}  // namespace
}  // namespace app
