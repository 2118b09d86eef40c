// What the user's own editor saved comes back into the text.
#include "app/ui/panels/outside_edit.h"

#include <gtest/gtest.h>

namespace app {
namespace {

const interview::TextField kField{interview::TextField::Kind::kCode, "two-sum", "python"};

struct Desk {
  explicit Desk(std::string_view content) : text(content) { state.known = text.Text(); }
  bool Take(std::string saved) {
    ++saves;
    return TakeOutsideEdit(OutsideEdit{kField, std::move(saved), saves}, kField, &state, &text,
                           &note);
  }
  TextBuffer text;
  OutsideState state;
  std::string note;
  int saves = 0;
};

TEST(OutsideEdit, BecomesTheTextInOneStep) {
  Desk desk("def f():\n    pass\n");
  EXPECT_TRUE(desk.Take("import math\n\ndef f():\n    return math.pi\n"));
  EXPECT_EQ(desk.text.Text(), "import math\n\ndef f():\n    return math.pi\n");
  EXPECT_EQ(desk.note, "Taken from your editor");
  EXPECT_TRUE(desk.text.Undo());
  EXPECT_EQ(desk.text.Text(), "def f():\n    pass\n");
  EXPECT_FALSE(desk.text.Undo());
}

TEST(OutsideEdit, IsTakenOnceForEachSave) {
  Desk desk("a");
  EXPECT_TRUE(desk.Take("b"));
  EXPECT_FALSE(
      TakeOutsideEdit(OutsideEdit{kField, "b", 1}, kField, &desk.state, &desk.text, &desk.note));
  EXPECT_TRUE(desk.Take("c"));
  EXPECT_EQ(desk.text.Text(), "c");
}

TEST(OutsideEdit, OfAnotherTextIsLeftAlone) {
  Desk desk("a");
  interview::TextField other = kField;
  other.part = "cpp";
  EXPECT_FALSE(
      TakeOutsideEdit(OutsideEdit{other, "b", 1}, kField, &desk.state, &desk.text, &desk.note));
  EXPECT_FALSE(TakeOutsideEdit(std::nullopt, kField, &desk.state, &desk.text, &desk.note));
  EXPECT_EQ(desk.text.Text(), "a");
}

TEST(OutsideEdit, WhatChangedHereMeanwhileIsOneUndoAway) {
  Desk desk("a\nb\n");
  desk.text.Replace({0, 0}, {0, 1}, "mine");
  EXPECT_TRUE(desk.Take("a\ntheirs\n"));
  EXPECT_EQ(desk.text.Text(), "a\ntheirs\n");
  EXPECT_NE(desk.note.find("Ctrl+Z"), std::string::npos) << desk.note;
  desk.text.Undo();
  EXPECT_EQ(desk.text.Text(), "mine\nb\n");
}

TEST(OutsideEdit, CarriageReturnsOfAnotherSystemAreDropped) {
  Desk desk("a\n");
  EXPECT_TRUE(desk.Take("a\r\nb\r\n"));
  EXPECT_EQ(desk.text.Text(), "a\nb\n");
}

}  // namespace
}  // namespace app
