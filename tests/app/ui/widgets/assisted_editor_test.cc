// What the assist levels leave out, and Vim's keys in the editor.
#include "app/ui/widgets/assisted_editor.h"

#include <gtest/gtest.h>

#include "tests/app/ui/widgets/assisted_editor_fixture.h"

namespace app {
namespace {

using interview::AssistLevel;
using Fixture = AssistedEditorFixture;

TEST(AssistedEditor, IdeClosesBracketsAndIndents) {
  Fixture f(AssistLevel::kIde);
  f.driver.Type("f(");
  EXPECT_EQ(f.Text(), "f()");
  f.driver.Press(Key::kEnd);
  f.driver.Type(":\nx");
  EXPECT_EQ(f.editor.text.Line(1), "    x");
}

TEST(AssistedEditor, PlainIndentsButClosesNothing) {
  Fixture f(AssistLevel::kPlain);
  f.driver.Type("f(");
  EXPECT_EQ(f.Text(), "f(");
  f.driver.Type("):\nx");
  EXPECT_EQ(f.Text(), "f():\n    x");
  EXPECT_FALSE(f.driver.Shows("Completions"));
}

TEST(AssistedEditor, UndoGoesByWordsAtEveryLevel) {
  for (const AssistLevel level : interview::kAssistLevels) {
    Fixture f(level);
    f.driver.Type("alpha beta");
    f.driver.Ctrl(Key::kZ);
    EXPECT_EQ(f.Text(), "alpha ") << interview::ToString(level);
  }
}

TEST(AssistedEditor, WhiteboardDoesNothingByItself) {
  Fixture f(AssistLevel::kWhiteboard);
  f.driver.Type("def merge(in):\n  ret\nre");
  EXPECT_EQ(f.Text(), "def merge(in):\n  ret\nre");
  f.driver.Ctrl(Key::kSpace);
  EXPECT_FALSE(f.driver.Shows("Completions"));
  EXPECT_TRUE(f.StatusShows("Editor: Whiteboard"));
}

TEST(AssistedEditor, VimStartsInNormalMode) {
  Fixture f(AssistLevel::kPlain, true, "one two\nthree");
  f.driver.Type("dw");
  EXPECT_EQ(f.Text(), "two\nthree");
  EXPECT_EQ(f.changes, 1);
  f.driver.Type("x");
  EXPECT_EQ(f.Text(), "wo\nthree");
}

TEST(AssistedEditor, VimShowsItsModeAndPendingKeys) {
  Fixture f(AssistLevel::kPlain, true, "abc");
  f.driver.Type("2d");
  EXPECT_TRUE(f.StatusShows("2d")) << f.driver.Value("Editor status");
  f.driver.Press(Key::kEscape);
  f.driver.Type("i");
  EXPECT_TRUE(f.StatusShows("-- INSERT --"));
  f.driver.Press(Key::kEscape);
  EXPECT_FALSE(f.StatusShows("-- INSERT --"));
}

TEST(AssistedEditor, VimInsertModeIsTheEditorsTypingInOneStep) {
  Fixture f(AssistLevel::kIde, true, "");
  f.driver.Type("i");
  f.driver.Type("def g(a");
  f.driver.Press(Key::kEnd);
  f.driver.Type(":\nreturn a");
  f.driver.Press(Key::kEscape);
  EXPECT_EQ(f.Text(), "def g(a):\n    return a");
  f.driver.Type("u");
  EXPECT_EQ(f.editor.text.Line(0), "def g(a)") << "End moved the caret: what came after is a step";
  f.driver.Type("u");
  EXPECT_EQ(f.Text(), "");
  f.driver.Ctrl(Key::kR);
  EXPECT_EQ(f.Text(), "def g(a)");
}

TEST(AssistedEditor, VimLeavesInsertModeByCtrlBracketToo) {
  Fixture f(AssistLevel::kPlain, true, "ab");
  f.driver.Type("ix");
  f.driver.Ctrl(Key::kLeftBracket);
  f.driver.Type("x");
  EXPECT_EQ(f.Text(), "ab");
}

TEST(AssistedEditor, VimMovesWithTheArrowsAsWell) {
  Fixture f(AssistLevel::kPlain, true, "abc\ndef");
  f.driver.Press(Key::kDown);
  f.driver.Press(Key::kRight);
  f.driver.Type("x");
  EXPECT_EQ(f.Text(), "abc\ndf");
}

TEST(AssistedEditor, VimYanksIntoTheClipboard) {
  Fixture f(AssistLevel::kPlain, true, "alpha beta");
  f.driver.Type("\"+yiw");
  EXPECT_EQ(f.driver.clipboard, "alpha");
  f.driver.clipboard = "X";
  f.driver.Type("\"+P");
  EXPECT_EQ(f.Text(), "Xalpha beta");
}

TEST(AssistedEditor, VimSavesAndLeaves) {
  Fixture f(AssistLevel::kPlain, true, "a");
  f.driver.Type(":w\n");
  EXPECT_EQ(f.saves, 1);
  EXPECT_EQ(f.lefts, 0);
  EXPECT_EQ(f.Text(), "a");
  f.driver.Type(":q\n");
  EXPECT_EQ(f.lefts, 1);
}

TEST(AssistedEditor, VimSubstitutesAndMarksWhatItFound) {
  Fixture f(AssistLevel::kPlain, true, "aa\nab");
  f.driver.Type(":%s/a/x/g\n");
  EXPECT_EQ(f.Text(), "xx\nxb");
  f.driver.Type("/x\n");
  EXPECT_EQ(f.state.find.matches.size(), 3u);
  f.driver.Type(":noh\n");
  EXPECT_EQ(f.state.find.matches.size(), 0u);
}

TEST(AssistedEditor, VimScrollsTheEditor) {
  std::string text = "0";
  for (int i = 1; i < 200; ++i) text += "\n" + std::to_string(i);
  Fixture f(AssistLevel::kPlain, true, text);
  f.driver.Type("100Gzt");
  f.driver.Settle();
  EXPECT_EQ(f.editor.text.caret().line, 99);
  EXPECT_NEAR(f.editor.first_line, 99, 1);
  f.driver.Type("gg");
  f.driver.Settle();
  EXPECT_EQ(f.editor.first_line, 0);
}

TEST(AssistedEditor, SwitchingVimOffLeavesAnEditorThatTypes) {
  Fixture f(AssistLevel::kPlain, true, "a");
  f.driver.Type("ix");
  f.vim = false;
  f.driver.Settle();
  f.driver.Type("y");
  EXPECT_EQ(f.Text().size(), 3u);
  EXPECT_FALSE(f.StatusShows("INSERT"));
  f.driver.Ctrl(Key::kZ);
  EXPECT_EQ(f.Text(), "xa");
}

TEST(AssistedEditor, AppsKeysStayTheApps) {
  Fixture f(AssistLevel::kPlain, true, "abc");
  f.driver.Press(Key::kEnter, {.ctrl = true});
  f.driver.Ctrl(Key::kK);
  EXPECT_EQ(f.Text(), "abc");
  EXPECT_EQ(f.editor.text.caret(), (TextPosition{0, 0}));
}

}  // namespace
}  // namespace app
