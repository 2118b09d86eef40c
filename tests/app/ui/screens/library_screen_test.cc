// Browsing the bank.
#include "app/ui/screens/library_screen.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/ui/app_fixture.h"

namespace app {
namespace {

constexpr char kConcept[] = "bias-variance-decomp";
constexpr char kCoding[] = "pair-with-target";

class LibraryTest : public testing::Test {
 protected:
  LibraryTest() {
    app_.core().Apply(command::Navigate{Route::kLibrary});
    ui_.Settle();
  }
  int Rows() {
    int count = 0;
    for (const UiNode& node : ui_.tree().nodes()) count += node.role == "row" ? 1 : 0;
    return count;
  }
  std::string Chosen() {
    for (const UiNode& node : ui_.tree().nodes()) {
      if (node.role == "row" && node.on) return node.label;
    }
    return {};
  }
  int All() const { return static_cast<int>(app_.state().bank.questions().size()); }
  void Blind() {
    Settings settings = app_.state().settings;
    settings.blind_practice = true;
    app_.core().Apply(command::ChangeSettings{settings});
    ui_.Settle();
  }
  AppFixture app_;
  UiDriver& ui_ = app_.ui();
};

TEST_F(LibraryTest, ListsTheWholeBank) { EXPECT_EQ(Rows(), All()); }

TEST_F(LibraryTest, IsFilteredByKind) {
  ui_.Click("Coding", "option");
  int coding = 0;
  for (const auto& q : app_.state().bank.questions()) {
    coding += q->kind == interview::RoundKind::kCoding ? 1 : 0;
  }
  EXPECT_EQ(Rows(), coding);
  EXPECT_LT(coding, All());
}

TEST_F(LibraryTest, IsFilteredByTopicOfTheKind) {
  const std::string topic = app_.state().bank.Find(kCoding)->topic;
  ui_.Click("Coding", "option");
  ui_.Click("Topic", "combo");
  std::string title = topic;
  std::replace(title.begin(), title.end(), '_', ' ');
  std::replace(title.begin(), title.end(), '-', ' ');
  title[0] = static_cast<char>(std::toupper(title[0]));
  ui_.Click(title, "option");
  EXPECT_GT(Rows(), 0);
  EXPECT_TRUE(ui_.Shows(app_.state().bank.Find(kCoding)->title, "row"));
  for (const auto& q : app_.state().bank.questions()) {
    if (q->topic != topic) {
      EXPECT_FALSE(ui_.Shows(q->title, "row")) << q->title;
    }
  }
}

TEST_F(LibraryTest, ForgetsATopicThatTheNextKindDoesNotHave) {
  LibraryState state;
  state.topic = "no-such-topic";
  EXPECT_TRUE(LibraryQuestions(app_.state(), state).empty());
  ui_.Click("Coding", "option");
  ui_.Click("ML concepts", "option");
  EXPECT_GT(Rows(), 0);
}

TEST_F(LibraryTest, IsFilteredByDifficulty) {
  ui_.Click("Difficulty", "combo");
  ui_.Click("Hard", "option");
  int hard = 0;
  for (const auto& q : app_.state().bank.questions()) {
    hard += q->difficulty == interview::Difficulty::kHard ? 1 : 0;
  }
  EXPECT_EQ(Rows(), hard);
}

TEST_F(LibraryTest, IsSearchedByWordsInAnyOrder) {
  const std::string title = app_.state().bank.Find(kConcept)->title;
  const std::string last = title.substr(title.rfind(' ') + 1);
  const std::string first = title.substr(0, title.find(' '));
  ui_.Click("Search questions");
  ui_.Type(last + " " + first);
  EXPECT_TRUE(ui_.Shows(title, "row"));
  EXPECT_LT(Rows(), All());
  ui_.Type(" qqqq");
  EXPECT_EQ(Rows(), 0);
  EXPECT_TRUE(ui_.Shows("No question fits. Take a filter away, or search for fewer words."));
}

TEST_F(LibraryTest, IsWalkedByTheArrowsFromTheSearchBox) {
  ui_.Click("Search questions");
  const std::string first = Chosen();
  ui_.Press(Key::kDown);
  const std::string second = Chosen();
  EXPECT_NE(first, second);
  EXPECT_TRUE(ui_.Find(second, "row").visible);
  for (int i = 0; i < 3; ++i) ui_.Press(Key::kPageDown);
  EXPECT_TRUE(ui_.Find(Chosen(), "row").visible);
  ui_.Press(Key::kUp);
}

TEST_F(LibraryTest, KeepsTheFocusOnTheRowThatTheArrowsReach) {
  const std::string title = app_.state().bank.questions()[0]->title;
  ui_.Click(title, "row");
  ui_.Press(Key::kDown);
  EXPECT_EQ(Chosen(), app_.state().bank.questions()[1]->title);
  EXPECT_TRUE(ui_.Find(Chosen(), "row").focused);
}

TEST_F(LibraryTest, StartsADrillOfTheChosenQuestion) {
  ui_.Click(app_.state().bank.Find(kConcept)->title, "row");
  ui_.Click("Start a drill");
  ASSERT_TRUE(app_.state().running);
  EXPECT_EQ(app_.state().running->session->current_work()->id, kConcept);
}

TEST_F(LibraryTest, StartsNothingWhileASessionRuns) {
  app_.StartDrill(kConcept);
  app_.core().Apply(command::LeaveRoom{});
  app_.core().Apply(command::Navigate{Route::kLibrary});
  ui_.Settle();
  EXPECT_FALSE(ui_.Find("Start a drill").enabled);
}

TEST_F(LibraryTest, ShowsAttempts) {
  EXPECT_EQ(ui_.Value(app_.state().bank.Find(kConcept)->title, "row"), "");
  app_.StartDrill(kConcept);
  app_.core().Apply(command::Act{interview::event::SessionEnded{}});
  app_.WaitUntil([&] { return !app_.state().running.has_value(); });
  app_.core().Apply(command::Navigate{Route::kLibrary});
  ui_.Settle();
  EXPECT_TRUE(ui_.Value(app_.state().bank.Find(kConcept)->title, "row").starts_with("1 attempt"));
  ui_.Click("Not tried yet");
  EXPECT_FALSE(ui_.Shows(app_.state().bank.Find(kConcept)->title, "row"));
}

TEST_F(LibraryTest, TellsWhatAQuestionIsAbout) {
  ui_.Click(app_.state().bank.Find(kConcept)->title, "row");
  EXPECT_TRUE(ui_.Shows("Difficulty", "text"));
  EXPECT_TRUE(ui_.Shows("None yet"));
}

TEST_F(LibraryTest, HidesWhatGivesAQuestionAwayFromThosePractisingBlind) {
  Blind();
  EXPECT_FALSE(ui_.Shows("Topic", "combo"));
  EXPECT_FALSE(ui_.Shows("Difficulty", "combo"));
  EXPECT_FALSE(ui_.Shows("Difficulty", "text"));
  EXPECT_TRUE(ui_.Shows("Topic and difficulty are hidden: you practise blind."));
  EXPECT_EQ(Rows(), All());
}

TEST_F(LibraryTest, ABlindSearchLooksAtTitlesAlone) {
  LibraryState state;
  state.query.text.SetText(app_.state().bank.Find(kCoding)->id);
  EXPECT_FALSE(LibraryQuestions(app_.state(), state).empty());
  Blind();
  EXPECT_TRUE(LibraryQuestions(app_.state(), state).empty());
}

}  // namespace
}  // namespace app
