// Prose answers in the room.
#include "app/ui/panels/prose_panel.h"

#include <gtest/gtest.h>

#include "tests/app/ui/app_fixture.h"

namespace app {
namespace {

constexpr char kConcept[] = "bias-variance-decomp";

TEST(ProsePanel, WritesIntoTheSessionWithListsAndMarks) {
  AppFixture app;
  app.StartDrill(kConcept);
  UiDriver& ui = app.ui();
  ui.Click("Answer", "textbox");
  ui.Type("- noise\nbias");
  ui.Ctrl(Key::kB);
  EXPECT_EQ(app.state().running->session->current_work()->answer.prose.at("answer"),
            "- noise\n- **bias**");
}

TEST(ProsePanel, ChecksTheSpellingOnceTheDictionaryIsThere) {
  if (!FindDictionary()) GTEST_SKIP() << kNoDictionary;
  AppFixture app;
  app.StartDrill(kConcept);
  UiDriver& ui = app.ui();
  ui.Click("Answer", "textbox");
  ui.Type("The gradeint and the softmax of logits ");
  app.WaitUntil([&] { return ui.Shows("gradeint", "squiggle"); });
  EXPECT_FALSE(ui.Shows("softmax", "squiggle"));
  EXPECT_FALSE(ui.Shows("logits", "squiggle"));
  const UiNode word = ui.Find("gradeint", "squiggle");
  ui.RightClickAt((word.min.x + word.max.x) / 2, (word.min.y + word.max.y) / 2);
  app.WaitUntil([&] { return ui.Shows("gradient", "menuitem"); });
  ui.Click("gradient", "menuitem");
  EXPECT_EQ(app.state().running->session->current_work()->answer.prose.at("answer"),
            "The gradient and the softmax of logits ");
}

TEST(ProsePanel, AWordOfOnesOwnIsKnownFromThenOn) {
  if (!FindDictionary()) GTEST_SKIP() << kNoDictionary;
  AppFixture app;
  app.StartDrill(kConcept);
  UiDriver& ui = app.ui();
  ui.Click("Answer", "textbox");
  ui.Type("flurbish ");
  app.WaitUntil([&] { return ui.Shows("flurbish", "squiggle"); });
  ui.Press(Key::kHome);
  ui.Press(Key::kPeriod, {.ctrl = true});
  ui.Click("Add to my words", "menuitem");
  ui.Settle();
  EXPECT_FALSE(ui.Shows("flurbish", "squiggle"));
}

TEST(ProsePanel, CountsTheWordsOfNotes) {
  AppFixture app;
  app.StartDrill("pair-with-target");
  UiDriver& ui = app.ui();
  ui.Click("Notes", "tab");
  ui.Click("Notes", "textbox");
  ui.Type("hash map, one pass");
  bool counted = false;
  for (const UiNode& node : ui.tree().nodes()) {
    counted |= node.role == "status" && node.label.starts_with("4 words");
  }
  EXPECT_TRUE(counted) << ui.tree().Dump();
}

}  // namespace
}  // namespace app
