// What a user who listens hears.
#include "app/shell/spoken_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace app {
namespace {

using testing::EndsWith;
using testing::HasSubstr;

UiNode Focused(std::string role, std::string label, std::string value = {}) {
  UiNode node{.role = std::move(role), .label = std::move(label), .value = std::move(value)};
  node.focused = true;
  return node;
}

TEST(SpokenTextTest, AButtonIsItsNameAndWhatItIs) {
  EXPECT_EQ(SpokenText(Focused("button", "Run")), "Run, button");
}

TEST(SpokenTextTest, WhatCannotBeUsedSaysSo) {
  UiNode node = Focused("button", "Submit");
  node.enabled = false;
  EXPECT_EQ(SpokenText(node), "Submit, button, not available");
}

TEST(SpokenTextTest, ChoicesTellTheirState) {
  UiNode box = Focused("checkbox", "Show difficulty");
  EXPECT_EQ(SpokenText(box), "Show difficulty, checkbox, not ticked");
  box.on = true;
  EXPECT_EQ(SpokenText(box), "Show difficulty, checkbox, ticked");
  UiNode tab = Focused("tab", "Hints");
  tab.on = true;
  EXPECT_EQ(SpokenText(tab), "Hints, tab, chosen");
  EXPECT_EQ(SpokenText(Focused("combo", "Language", "Python")), "Language, menu, Python");
}

TEST(SpokenTextTest, AnEmptyBoxIsCalledEmpty) {
  EXPECT_EQ(SpokenText(Focused("textbox", "Message")), "Message, text box, empty");
}

TEST(SpokenTextTest, ALongTextIsCutAtAWord) {
  std::string essay;
  for (int i = 0; i < 100; ++i) essay += "words and\n";
  const std::string spoken = SpokenText(Focused("code", "Code", essay));
  EXPECT_LT(spoken.size(), 280u);
  EXPECT_THAT(spoken, EndsWith("more lines"));
  // Without a space to cut at, no character is torn.
  std::string chinese;
  for (int i = 0; i < 100; ++i) chinese += "面";
  EXPECT_THAT(SpokenText(Focused("textbox", "Message", chinese)), HasSubstr("面 … and more"));
}

TEST(AnnouncerTest, TheFocusIsToldWhenItMoves) {
  Announcer announcer;
  EXPECT_EQ(announcer.Announce({Focused("button", "Run")}), "Run, button");
  EXPECT_EQ(announcer.Announce({Focused("button", "Run")}), "");
  EXPECT_EQ(announcer.Announce({Focused("button", "Submit")}), "Submit, button");
  EXPECT_EQ(announcer.Announce({}), "");
  EXPECT_EQ(announcer.Announce({Focused("button", "Submit")}), "Submit, button");
}

TEST(AnnouncerTest, AChangedValueIsToldAlone) {
  Announcer announcer;
  UiNode box = Focused("checkbox", "Reduce motion");
  announcer.Announce({box});
  box.on = true;
  EXPECT_EQ(announcer.Announce({box}), "ticked");
}

TEST(AnnouncerTest, TypingIsNotRepeated) {
  Announcer announcer;
  announcer.Announce({Focused("code", "Code", "x")});
  EXPECT_EQ(announcer.Announce({Focused("code", "Code", "x = 1")}), "");
}

TEST(AnnouncerTest, AMessageIsToldOnceWhenItAppears) {
  Announcer announcer;
  const UiNode toast{.role = "toast", .label = "Saved"};
  EXPECT_THAT(announcer.Announce({toast}), HasSubstr("Saved"));
  EXPECT_EQ(announcer.Announce({toast}), "");
  announcer.Announce({});
  EXPECT_THAT(announcer.Announce({toast}), HasSubstr("Saved"));
}

}  // namespace
}  // namespace app
