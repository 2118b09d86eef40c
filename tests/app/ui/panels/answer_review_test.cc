// The evidence of a debrief, in sessions that were played and graded for real.
#include "app/ui/panels/answer_review.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "app/core/session_answers.h"
#include "tests/app/ui/app_fixture.h"

namespace app {
namespace {

using interview::Answer;
using testing::HasSubstr;
using testing::StartsWith;

constexpr char kConcept[] = "p-value-meaning";
constexpr char kDesign[] = "ad-click-prediction";

Answer DrillAnswer(const std::string& file) {
  return ReadAnswers(ONSITE_SOURCE_DIR "/tests/support/answers/drills/" + file).value().front();
}

Answer ConceptAnswer(const std::string& text) {
  Answer answer;
  answer.question = kConcept;
  answer.prose["answer"] = text;
  return answer;
}

// The drill of the answer's question, graded, with its debrief open at the answers.
class Debrief {
 public:
  explicit Debrief(const Answer& answer, float width = 1440, float height = 900)
      : app_(width, height) {
    app_.StartDrill(answer.question);
    const interview::Status played = PlaySession(&app_.core(), {{answer}});
    if (!played) throw std::runtime_error(played.error().message);
    app_.WaitUntil([&] { return app_.state().route == Route::kDebrief; });
    ui().Click("Your answers", "tab");
  }

  AppFixture& app() { return app_; }
  UiDriver& ui() { return app_.ui(); }
  std::vector<UiNode> All(const std::string& role) {
    std::vector<UiNode> nodes;
    for (const UiNode& node : ui().tree().nodes()) {
      if (node.role == role) nodes.push_back(node);
    }
    return nodes;
  }
  // The marks, nodes or points that stand out.
  std::vector<UiNode> Lit(const std::string& role) {
    std::vector<UiNode> nodes = All(role);
    std::erase_if(nodes, [](const UiNode& node) { return !node.on; });
    return nodes;
  }
  // Tab until something of this role has the focus.
  UiNode TabTo(const std::string& role) {
    for (int i = 0; i < 60; ++i) {
      ui().Press(Key::kTab);
      for (const UiNode& node : All(role)) {
        if (node.focused) return node;
      }
    }
    throw std::runtime_error("Tab leads to no " + role + ".\n" + ui().tree().Dump());
  }

 private:
  AppFixture app_;
};

TEST(AnswerReview, EveryPointTellsItsStateAndWhatIsDueItsAdvice) {
  Debrief debrief(DrillAnswer("concepts-misconception.json"));
  const std::vector<UiNode> points = debrief.All("point");
  ASSERT_EQ(points.size(), 7u);
  EXPECT_THAT(points[0].label, StartsWith("Takes it as the probability that the null is true"));
  EXPECT_EQ(points[0].value.find("Misconception"), 0u);
  EXPECT_EQ(points[1].label, "The statement is false");
  for (const UiNode& point : points) EXPECT_THAT(point.value, HasSubstr("Advice: ")) << point.label;
}

TEST(AnswerReview, QuotesAreMarkedInTheAnswerWithTheirPoint) {
  Debrief debrief(DrillAnswer("concepts-misconception.json"));
  const UiNode mark = debrief.ui().Find("97% sure that the effect is real", "mark");
  EXPECT_THAT(mark.value, StartsWith("Misconception: Takes it as the probability"));
  const UiNode answer = debrief.ui().Find("Your answer", "article");
  EXPECT_GE(mark.min.x, answer.min.x);
  EXPECT_LE(mark.max.x, answer.max.x);
  EXPECT_GE(mark.min.y, answer.min.y);
  EXPECT_LE(mark.max.y, answer.max.y);
}

TEST(AnswerReview, AChosenPointLetsItsQuoteStandOutAndAChosenQuoteItsPoint) {
  Debrief debrief(DrillAnswer("concepts-misconception.json"));
  EXPECT_TRUE(debrief.Lit("mark").empty());
  debrief.ui().Click(debrief.All("point")[0].label, "point");
  ASSERT_EQ(debrief.Lit("mark").size(), 1u);
  EXPECT_EQ(debrief.Lit("mark")[0].label, "97% sure that the effect is real");
  debrief.ui().Click("True", "mark");
  ASSERT_EQ(debrief.Lit("point").size(), 1u);
  EXPECT_EQ(debrief.Lit("point")[0].label, "Gives the right value.");
}

TEST(AnswerReview, TheKeyboardDoesTheSame) {
  Debrief debrief(DrillAnswer("concepts-misconception.json"));
  debrief.TabTo("point");
  debrief.ui().Press(Key::kDown);
  ASSERT_EQ(debrief.Lit("point").size(), 1u);
  EXPECT_EQ(debrief.Lit("point")[0].label, debrief.All("point")[0].label);
  EXPECT_EQ(debrief.Lit("mark").size(), 1u);
  debrief.ui().Press(Key::kDown);
  EXPECT_EQ(debrief.Lit("point")[0].label, "The statement is false");
  EXPECT_TRUE(debrief.Lit("mark").empty());  // it is missing
  const UiNode mark = debrief.TabTo("mark");
  debrief.ui().Press(Key::kEnter);
  ASSERT_EQ(debrief.Lit("mark").size(), 1u);
  EXPECT_EQ(debrief.Lit("mark")[0].label, mark.label);
}

TEST(AnswerReview, AFilterLeavesThePointsOfOneStateUntilItIsPressedAgain) {
  Debrief debrief(DrillAnswer("concepts-misconception.json"));
  debrief.ui().Click("Missing 5", "chip");
  EXPECT_EQ(debrief.All("point").size(), 5u);
  debrief.ui().Click("True", "mark");  // of a point that the filter hides
  EXPECT_EQ(debrief.All("point").size(), 7u);
  EXPECT_EQ(debrief.Lit("point").size(), 1u);
}

TEST(AnswerReview, HedgesAndPaceStandApartFromThePoints) {
  Debrief debrief(ConceptAnswer(
      "I think it is false. Maybe the p-value is the chance of data at least this extreme if the "
      "null is true. I think that is all."));
  EXPECT_THAT(debrief.ui().Find("3: “I think” 2 times, “Maybe”. Dotted in the answer.").label,
              HasSubstr("Maybe"));
  EXPECT_TRUE(debrief.ui().Shows("Apart from the content: no point depends on it."));
  EXPECT_TRUE(debrief.ui().Shows("Too short a time to tell."));
  EXPECT_THAT(debrief.ui().Find("Maybe", "mark").value, StartsWith("Hedge"));
}

TEST(AnswerReview, AnEmptyAnswerSaysWhyNothingIsMarked) {
  Debrief debrief(ConceptAnswer(""));
  EXPECT_TRUE(debrief.ui().Shows("Nothing was written for this question"));
  EXPECT_TRUE(debrief.All("mark").empty());
}

TEST(AnswerReview, EvidenceAtTheEndOfALongAnswerIsScrolledTo) {
  std::string text;
  for (int i = 0; i < 250; ++i) text += "The team met again and spoke about the plan.\n\n";
  text += "The p-value is the chance of data at least this extreme if the null is true.";
  Debrief debrief(ConceptAnswer(text));
  const std::vector<UiNode> marks = debrief.All("mark");
  ASSERT_FALSE(marks.empty());
  ASSERT_FALSE(marks.back().visible);
  std::string earned;
  for (const UiNode& point : debrief.All("point")) {
    if (point.value.starts_with("Earned")) earned = point.label;
  }
  debrief.ui().Click(earned, "point");
  ASSERT_FALSE(debrief.Lit("mark").empty());
  EXPECT_TRUE(debrief.Lit("mark")[0].visible) << debrief.ui().tree().Dump();
}

TEST(AnswerReview, TwoThousandWordsDoNotSlowAFrame) {
  std::string text;
  for (int i = 0; i < 200; ++i) {
    text += "Maybe the p-value is the chance of data this extreme under the null. ";
    if (i % 7 == 6) text += "\n\n";
  }
  Debrief debrief(ConceptAnswer(text));
  EXPECT_GT(debrief.All("mark").size(), 200u);
  const auto began = std::chrono::steady_clock::now();
  constexpr int kFrames = 30;
  for (int i = 0; i < kFrames; ++i) debrief.ui().Frame();
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
  RecordProperty("milliseconds", std::to_string(took.count() / kFrames));
  EXPECT_LT(took.count() / kFrames, 16);
}

TEST(AnswerReview, TheTalkOfACodingRoundIsMarkedPartByPart) {
  Answer answer = DrillAnswer("coding-cpp.json");
  answer.source.clear();  // what is judged is tested elsewhere
  answer.tests.clear();
  Debrief debrief(answer);
  const std::vector<UiNode> marks = debrief.All("mark");
  const auto earned = std::count_if(marks.begin(), marks.end(), [](const UiNode& mark) {
    return mark.value.starts_with("Earned");
  });
  EXPECT_GE(earned, 4);
  const std::vector<UiNode> points = debrief.All("point");
  for (const UiNode& mark : marks) {
    const auto told = std::count_if(points.begin(), points.end(), [&](const UiNode& point) {
      return mark.value.ends_with(point.label);
    });
    EXPECT_TRUE(told > 0 || mark.value.starts_with("Hedge")) << mark.label << ": " << mark.value;
  }
}

TEST(AnswerReview, AFindingPointsAtItsPartsOfTheWhiteboard) {
  Debrief debrief(DrillAnswer("design-mediocre.json"));
  debrief.ui().Click("Finding 2", "chip");
  debrief.ui().Click("A model goes from \"Nightly training\" to serving without an evaluation.",
                     "point");
  std::vector<std::string> lit;
  for (const UiNode& node : debrief.Lit("node")) {
    lit.push_back(node.label);
    EXPECT_TRUE(node.visible) << node.label;
    EXPECT_THAT(node.value, HasSubstr("Finding: A model goes from"));
  }
  EXPECT_THAT(lit, testing::UnorderedElementsAre("Nightly training", "CTR model"));
  ASSERT_EQ(debrief.Lit("edge").size(), 1u);
  EXPECT_THAT(debrief.Lit("edge")[0].label, StartsWith("Nightly training → CTR model"));
}

TEST(AnswerReview, APartOfTheWhiteboardLeadsToItsPoints) {
  Debrief debrief(DrillAnswer("design-mediocre.json"));
  debrief.ui().Click("Join clicks", "node");
  ASSERT_EQ(debrief.Lit("point").size(), 1u);
  EXPECT_EQ(debrief.Lit("point")[0].label, "Label join");
  EXPECT_TRUE(debrief.Lit("point")[0].visible);
  debrief.ui().Click("Join clicks", "node");  // again: the next thing that is said about it
  EXPECT_THAT(debrief.Lit("point")[0].label, HasSubstr("Label join → "));
}

TEST(AnswerReview, AMissingPartWithoutAPlaceTakesTheLightFromTheOthers) {
  Debrief debrief(DrillAnswer("design-mediocre.json"));
  debrief.ui().Click("Join clicks", "node");
  debrief.ui().Click("Calibrator", "point");
  EXPECT_TRUE(debrief.Lit("node").empty());
  debrief.ui().Click("Join clicks", "node");
  debrief.ui().Click("Show everything", "button");
  EXPECT_TRUE(debrief.Lit("node").empty());
  EXPECT_TRUE(debrief.Lit("point").empty());
}

TEST(AnswerReview, EveryPointThatIsNotEarnedHasAdvice) {
  Debrief debrief(DrillAnswer("design-mediocre.json"));
  int due = 0;
  for (const UiNode& point : debrief.All("point")) {
    if (point.value.starts_with("Earned") || point.value.starts_with("Misconception")) continue;
    ++due;
    EXPECT_THAT(point.value, HasSubstr("Advice: ")) << point.label;
  }
  EXPECT_GT(due, 40);
}

TEST(AnswerReview, ADesignWithoutAWhiteboardSaysSo) {
  Answer answer = DrillAnswer("design-mediocre.json");
  answer.board = {};
  Debrief debrief(answer);
  EXPECT_TRUE(debrief.ui().Shows("No whiteboard was drawn"));
  EXPECT_FALSE(debrief.All("mark").empty());
}

TEST(AnswerReview, StaysWithinTheWindowAtEverySize) {
  const std::pair<float, float> sizes[] = {
      {1024, 640}, {1440, 900}, {820, 512}, {640, 480}, {3840, 2160}};
  for (const auto& [width, height] : sizes) {
    Debrief debrief(DrillAnswer("design-mediocre.json"), width, height);
    for (const UiNode& node : debrief.ui().tree().nodes()) {
      if (node.role != "point" && node.role != "chip" && node.role != "canvas" &&
          node.role != "article") {
        continue;
      }
      EXPECT_GE(node.min.x, 0) << node.label << " at " << width;
      EXPECT_LE(node.max.x, width) << node.label << " at " << width;
      EXPECT_GT(node.max.x - node.min.x, 100 * (node.role != "chip")) << node.label;
    }
  }
}

}  // namespace
}  // namespace app
