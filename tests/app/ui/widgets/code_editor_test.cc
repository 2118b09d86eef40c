// The code editor as somebody at the keyboard and the mouse meets it.
#include "app/ui/widgets/code_editor.h"

#include <gtest/gtest.h>

#include <memory>

#include "app/ui/widgets/controls.h"
#include "tests/app/ui/ui_driver.h"

namespace app {
namespace {

using Severity = CodeDiagnostic::Severity;

constexpr Modifiers kShift{.ctrl = false, .shift = true, .alt = false, .super = false};
constexpr Modifiers kAlt{.ctrl = false, .shift = false, .alt = true, .super = false};
constexpr Modifiers kCtrlShift{.ctrl = true, .shift = true, .alt = false, .super = false};
constexpr Modifiers kCtrlAlt{.ctrl = true, .shift = false, .alt = true, .super = false};
constexpr Modifiers kShiftAlt{.ctrl = false, .shift = true, .alt = true, .super = false};

class CodeEditorTest : public testing::Test {
 protected:
  CodeEditorTest() {
    driver_ = std::make_unique<UiDriver>([this](FrameContext& context) {
      DrawInWindow([&] {
        DrawButton(context, "Before");
        result_ = DrawCodeEditor(context, "Code", ImVec2(700, height_), &state_, options_);
        changes_ += result_.changed ? 1 : 0;
        pasted_ += result_.pasted;
      });
    });
    options_.language = FindSyntax("python");
    driver_->Frame();
  }

  // Shows `text` and puts the caret at the end of its first line.
  void Open(std::string_view text) {
    state_.text.SetText(text);
    driver_->Settle();
    driver_->Click("Code");
    const int size = static_cast<int>(state_.text.Line(0).size());
    state_.text.MoveTo({0, size}, TextBuffer::Selection::kDrop);
    state_.Reveal();
    driver_->Settle();
  }
  std::string Text() const { return state_.text.Text(); }
  TextPosition Caret() const { return state_.text.caret(); }
  void Put(int line, int column) {
    state_.text.MoveTo({line, column}, TextBuffer::Selection::kDrop);
  }
  void Put(TextPosition caret, TextPosition anchor) {
    state_.text.SetSelections({{caret, anchor}}, 0);
  }
  std::size_t Carets() const { return state_.text.selections().size(); }

  // The middle of the left edge of a character on the screen.
  ImVec2 At(int line, int column) {
    const std::vector<TextSelection> kept = state_.text.selections();
    const std::size_t primary = state_.text.primary();
    Put(line, column);
    driver_->Frame();
    const ImVec2 at(result_.caret_min.x, (result_.caret_min.y + result_.caret_max.y) / 2);
    state_.text.SetSelections(kept, primary);
    driver_->Frame();
    return at;
  }
  void Hold(Key key) { driver_->feed().PushKey(key, true); }
  void Release(Key key) { driver_->feed().PushKey(key, false); }
  void ClickAt(int line, int column, int times = 1) {
    const ImVec2 at = At(line, column);
    driver_->ClickAt(at.x + 1, at.y, times);
  }
  void DragFrom(ImVec2 from, ImVec2 to, int clicks = 1) {
    driver_->Wait(1);
    driver_->feed().PushPointer(from.x + 1, from.y);
    for (int i = 1; i < clicks; ++i) {
      driver_->feed().PushButton(0, true);
      driver_->feed().PushButton(0, false);
    }
    driver_->feed().PushButton(0, true);
    driver_->Settle();
    driver_->feed().PushPointer((from.x + to.x) / 2, to.y);
    driver_->Settle();
    driver_->feed().PushPointer(to.x + 1, to.y);
    driver_->Settle();
  }
  void LetGo() {
    driver_->feed().PushButton(0, false);
    driver_->Settle();
  }
  void Show(std::vector<CodeDiagnostic> diagnostics) {
    diagnostics_ = std::move(diagnostics);
    options_.diagnostics = &diagnostics_;
    ++options_.diagnostics_id;
    driver_->Settle();
  }

  float height_ = 400;
  CodeEditorState state_;
  CodeEditorOptions options_;
  CodeEditorResult result_;
  std::vector<CodeDiagnostic> diagnostics_;
  int changes_ = 0;
  std::size_t pasted_ = 0;
  std::unique_ptr<UiDriver> driver_;
};

// --- typing
TEST_F(CodeEditorTest, TakesNothingUntilItHasTheFocus) {
  driver_->Type("lost");
  EXPECT_EQ(Text(), "");
  driver_->Click("Code");
  driver_->Type("kept");
  EXPECT_EQ(Text(), "kept");
  EXPECT_GT(changes_, 0);
}

TEST_F(CodeEditorTest, TypesTextThatIsNotAscii) {
  Open("");
  driver_->Type("# ∑ über 中文");
  EXPECT_EQ(Text(), "# ∑ über 中文");
}

TEST_F(CodeEditorTest, ClosesBracketsAndIndentsWhileTyping) {
  Open("");
  driver_->Type("def f(a):\nreturn [a]\nx");
  EXPECT_EQ(Text(), "def f(a):\n    return [a]\nx");
}

TEST_F(CodeEditorTest, KeepsTabAndIsLeftByF6) {
  Open("");
  driver_->Press(Key::kTab);
  EXPECT_EQ(Text(), "    ");
  EXPECT_TRUE(driver_->Find("Code").focused);
  driver_->focus().WalkPanels(1);
  driver_->Settle();
  EXPECT_FALSE(driver_->Find("Code").focused);
}

TEST_F(CodeEditorTest, IndentsTheSelectedLinesAndBack) {
  Open("a\nb\n");
  Put({2, 0}, {0, 0});
  driver_->Press(Key::kTab);
  EXPECT_EQ(Text(), "    a\n    b\n");
  driver_->Press(Key::kTab, kShift);
  EXPECT_EQ(Text(), "a\nb\n");
}

TEST_F(CodeEditorTest, IndentsTheLineWithCtrlBracketWhereverTheCaretIs) {
  Open("ab");
  driver_->Ctrl(Key::kRightBracket);
  EXPECT_EQ(Text(), "    ab");
  EXPECT_EQ(Caret().column, 6);
  driver_->Ctrl(Key::kLeftBracket);
  EXPECT_EQ(Text(), "ab");
}

TEST_F(CodeEditorTest, UsesTabsWhereTheTextIsIndentedByTabs) {
  Open("");
  state_.text.SetIndentation({true, 4});
  driver_->Type("if x:\ny");
  EXPECT_EQ(Text(), "if x:\n\ty");
}

TEST_F(CodeEditorTest, BackspaceTakesAWholeIndentAndCtrlAWord) {
  Open("        total = count");
  driver_->Press(Key::kBackspace, {.ctrl = true});
  EXPECT_EQ(Text(), "        total = ");
  Put(0, 8);
  driver_->Press(Key::kBackspace);
  EXPECT_EQ(Text(), "    total = ");
}

TEST_F(CodeEditorTest, UndoesWordByWordAndRedoes) {
  Open("");
  driver_->Type("one two");
  driver_->Ctrl(Key::kZ);
  EXPECT_EQ(Text(), "one ");
  driver_->Ctrl(Key::kZ);
  EXPECT_EQ(Text(), "");
  driver_->Ctrl(Key::kY);
  driver_->Press(Key::kZ, kCtrlShift);
  EXPECT_EQ(Text(), "one two");
}

TEST_F(CodeEditorTest, ReadOnlyTextCanBeSelectedAndCopiedButNotChanged) {
  Open("fixed");
  options_.read_only = true;
  driver_->Type("x");
  driver_->Press(Key::kBackspace);
  driver_->Press(Key::kTab);
  driver_->Ctrl(Key::kA);
  driver_->Ctrl(Key::kX);
  driver_->Press(Key::kK, kCtrlShift);
  driver_->Ctrl(Key::kC);
  EXPECT_EQ(Text(), "fixed");
  EXPECT_EQ(driver_->clipboard, "fixed");
}

TEST_F(CodeEditorTest, CtrlEnterIsLeftToTheRoom) {
  Open("x");
  driver_->Press(Key::kEnter, {.ctrl = true});
  driver_->Press(Key::kEnter, kCtrlShift);
  EXPECT_EQ(Text(), "x");
}

// --- moving
TEST_F(CodeEditorTest, MovesByWordsAndToTheEnds) {
  Open("alpha beta\nend");
  driver_->Press(Key::kLeft, {.ctrl = true});
  EXPECT_EQ(Caret(), (TextPosition{0, 6}));
  driver_->Press(Key::kEnd, {.ctrl = true});
  EXPECT_EQ(Caret(), (TextPosition{1, 3}));
  driver_->Press(Key::kHome, {.ctrl = true});
  EXPECT_EQ(Caret(), (TextPosition{0, 0}));
}

TEST_F(CodeEditorTest, HomeGoesToTheFirstLetterThenToTheEdge) {
  Open("    x");
  driver_->Press(Key::kHome);
  EXPECT_EQ(Caret().column, 4);
  driver_->Press(Key::kHome);
  EXPECT_EQ(Caret().column, 0);
}

TEST_F(CodeEditorTest, KeepsItsColumnAcrossAShortLine) {
  Open("long line\n\nlong line");
  driver_->Press(Key::kDown);
  EXPECT_EQ(Caret(), (TextPosition{1, 0}));
  driver_->Press(Key::kDown);
  EXPECT_EQ(Caret(), (TextPosition{2, 9}));
}

TEST_F(CodeEditorTest, AnArrowLeavesTheSelectionOnItsSide) {
  Open("abcd");
  Put({0, 3}, {0, 1});
  driver_->Press(Key::kLeft);
  EXPECT_EQ(Caret().column, 1);
  Put({0, 3}, {0, 1});
  driver_->Press(Key::kRight);
  EXPECT_EQ(Caret().column, 3);
}

TEST_F(CodeEditorTest, SelectsWithShift) {
  Open("abcd\nef");
  driver_->Press(Key::kHome, kShift);
  EXPECT_EQ(state_.text.SelectedText(), "abcd");
  driver_->Press(Key::kDown, kShift);
  EXPECT_EQ(state_.text.SelectedText(), "\n");
}

TEST_F(CodeEditorTest, PageDownMovesByWhatIsInViewAndScrolls) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "line\n";
  Open(text);
  const int page = state_.visible_lines;
  driver_->Press(Key::kPageDown);
  EXPECT_EQ(Caret().line, page - 1);
  driver_->Press(Key::kPageDown);
  EXPECT_GT(state_.first_line, 0);
  EXPECT_TRUE(result_.caret_visible);
}

TEST_F(CodeEditorTest, ScrollsSidewaysToTheCaret) {
  Open(std::string(500, 'x'));
  EXPECT_TRUE(result_.caret_visible);
  EXPECT_LT(result_.caret_min.x, driver_->Find("Code").max.x);
  driver_->Press(Key::kHome);
  EXPECT_GT(result_.caret_min.x, driver_->Find("Code").min.x);
}

TEST_F(CodeEditorTest, CentersALineOnDemand) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "line\n";
  Open(text);
  Put(150, 0);
  state_.Center();
  driver_->Settle();
  EXPECT_LT(state_.first_line, 150 - state_.visible_lines / 4);
  EXPECT_GT(state_.first_line + state_.visible_lines, 150 + state_.visible_lines / 4);
}

TEST_F(CodeEditorTest, CtrlMGoesToTheOtherBracket) {
  Open("f(a[1], b)");
  Put(0, 1);
  driver_->Ctrl(Key::kM);
  EXPECT_EQ(Caret().column, 9);
  driver_->Ctrl(Key::kM);
  EXPECT_EQ(Caret().column, 1);
}

// --- the mouse
TEST_F(CodeEditorTest, AClickPutsTheCaretBetweenTheNearestCharacters) {
  Open("alpha\nbeta");
  ClickAt(1, 2);
  EXPECT_EQ(Caret(), (TextPosition{1, 2}));
  driver_->ClickAt(At(1, 4).x + 200, At(1, 4).y);
  EXPECT_EQ(Caret(), (TextPosition{1, 4}));
}

TEST_F(CodeEditorTest, ADoubleClickSelectsTheWordAndATripleClickTheLine) {
  Open("alpha beta\ngamma");
  ClickAt(0, 8, 2);
  EXPECT_EQ(state_.text.SelectedText(), "beta");
  ClickAt(0, 8, 3);
  EXPECT_EQ(state_.text.SelectedText(), "alpha beta\n");
}

TEST_F(CodeEditorTest, ADragSelects) {
  Open("alpha\nbeta");
  DragFrom(At(0, 2), At(1, 3));
  LetGo();
  EXPECT_EQ(state_.text.SelectedText(), "pha\nbet");
}

TEST_F(CodeEditorTest, ADragAfterADoubleClickSelectsWholeWords) {
  Open("alpha beta gamma");
  DragFrom(At(0, 7), At(0, 13), 2);
  LetGo();
  EXPECT_EQ(state_.text.SelectedText(), "beta gamma");
}

TEST_F(CodeEditorTest, ADragBeyondTheEdgeScrolls) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "line\n";
  Open(text);
  const ImVec2 from = At(0, 1);
  DragFrom(from, ImVec2(from.x + 10, driver_->Find("Code").max.y + 80));
  for (int i = 0; i < 60; ++i) driver_->Frame();
  LetGo();
  EXPECT_GT(state_.first_line, 10);
  EXPECT_GT(Caret().line, state_.first_line);
  EXPECT_EQ(state_.text.anchor(), (TextPosition{0, 1}));
}

TEST_F(CodeEditorTest, AShiftClickExtendsTheSelection) {
  Open("alpha beta");
  Put(0, 2);
  const ImVec2 at = At(0, 7);
  Hold(Key::kLeftShift);
  driver_->ClickAt(at.x + 1, at.y);
  Release(Key::kLeftShift);
  EXPECT_EQ(state_.text.SelectedText(), "pha b");
}

TEST_F(CodeEditorTest, AnAltClickAddsACaretAndEscapeDropsIt) {
  Open("a\nb");
  Put(0, 1);
  const ImVec2 at = At(1, 1);
  Hold(Key::kLeftAlt);
  driver_->ClickAt(at.x + 1, at.y);
  Release(Key::kLeftAlt);
  driver_->Settle();
  ASSERT_EQ(Carets(), 2u);
  driver_->Type("!");
  EXPECT_EQ(Text(), "a!\nb!");
  driver_->Press(Key::kEscape);
  EXPECT_EQ(Carets(), 1u);
}

TEST_F(CodeEditorTest, AnAltDragSelectsColumns) {
  Open("abcd\nabcd\nabcd");
  const ImVec2 from = At(0, 1), to = At(2, 3);
  Hold(Key::kLeftAlt);
  DragFrom(from, to);
  LetGo();
  Release(Key::kLeftAlt);
  driver_->Settle();
  EXPECT_EQ(state_.text.SelectedText(), "bc\nbc\nbc");
  driver_->Press(Key::kDelete);
  EXPECT_EQ(Text(), "ad\nad\nad");
}

TEST_F(CodeEditorTest, AClickOnALineNumberSelectsTheLine) {
  Open("alpha\nbeta\ngamma");
  const ImVec2 at = At(1, 0);
  driver_->ClickAt(driver_->Find("Code").min.x + 20, at.y);
  EXPECT_EQ(state_.text.SelectedText(), "beta\n");
}

// --- lines and carets by key
TEST_F(CodeEditorTest, AltArrowsMoveTheLineAndWithShiftCopyIt) {
  Open("a\nb");
  driver_->Press(Key::kDown, kAlt);
  EXPECT_EQ(Text(), "b\na");
  driver_->Press(Key::kUp, kAlt);
  EXPECT_EQ(Text(), "a\nb");
  driver_->Press(Key::kDown, kShiftAlt);
  EXPECT_EQ(Text(), "a\na\nb");
}

TEST_F(CodeEditorTest, CtrlAltArrowsAddCarets) {
  Open("ab\ncd\nef");
  driver_->Press(Key::kDown, kCtrlAlt);
  driver_->Press(Key::kDown, kCtrlAlt);
  EXPECT_EQ(Carets(), 3u);
  driver_->Type("x");
  EXPECT_EQ(Text(), "abx\ncdx\nefx");
}

TEST_F(CodeEditorTest, CtrlDSelectsTheWordThenTheNext) {
  Open("x1 = x1");
  Put(0, 1);
  driver_->Ctrl(Key::kD);
  driver_->Ctrl(Key::kD);
  driver_->Type("n");
  EXPECT_EQ(Text(), "n = n");
}

TEST_F(CodeEditorTest, CtrlShiftLSelectsEveryOccurrence) {
  Open("a b a\na");
  Put(0, 0);
  driver_->Press(Key::kL, kCtrlShift);
  EXPECT_EQ(Carets(), 3u);
}

TEST_F(CodeEditorTest, CtrlShiftDCopiesKDeletesAndJJoins) {
  Open("a\nb");
  driver_->Press(Key::kD, kCtrlShift);
  EXPECT_EQ(Text(), "a\na\nb");
  driver_->Press(Key::kK, kCtrlShift);
  EXPECT_EQ(Text(), "a\nb");
  driver_->Press(Key::kUp);
  driver_->Ctrl(Key::kJ);
  EXPECT_EQ(Text(), "a b");
}

TEST_F(CodeEditorTest, CtrlSlashCommentsInTheLanguage) {
  Open("x");
  driver_->Ctrl(Key::kSlash);
  EXPECT_EQ(Text(), "# x");
  options_.language = FindSyntax("cpp");
  driver_->Ctrl(Key::kZ);
  driver_->Ctrl(Key::kSlash);
  EXPECT_EQ(Text(), "// x");
}

TEST_F(CodeEditorTest, CtrlLSelectsLineAfterLine) {
  Open("a\nb\nc");
  driver_->Ctrl(Key::kL);
  EXPECT_EQ(state_.text.SelectedText(), "a\n");
  driver_->Ctrl(Key::kL);
  EXPECT_EQ(state_.text.SelectedText(), "a\nb\n");
}

// --- the clipboard
TEST_F(CodeEditorTest, CutsTheWholeLineWithoutASelectionAndPastesItAbove) {
  Open("a\nb\nc");
  driver_->Ctrl(Key::kX);
  EXPECT_EQ(Text(), "b\nc");
  EXPECT_EQ(driver_->clipboard, "a\n");
  Put(1, 1);
  driver_->Ctrl(Key::kV);
  EXPECT_EQ(Text(), "b\na\nc");
  EXPECT_EQ(Caret(), (TextPosition{2, 1}));
}

TEST_F(CodeEditorTest, PastesALineForEachCaret) {
  Open("a\nb");
  driver_->Ctrl(Key::kA);
  driver_->clipboard = "1\n2";
  state_.text.SetSelections({{{0, 1}, {0, 1}}, {{1, 1}, {1, 1}}}, 0);
  driver_->Ctrl(Key::kV);
  EXPECT_EQ(Text(), "a1\nb2");
  EXPECT_EQ(pasted_, 3u);
}

TEST_F(CodeEditorTest, CopiesWhatEveryCaretHasSelected) {
  Open("ab\ncd");
  state_.text.SetSelections({{{0, 1}, {0, 0}}, {{1, 2}, {1, 1}}}, 0);
  driver_->Ctrl(Key::kC);
  EXPECT_EQ(driver_->clipboard, "a\nd");
}

// --- problems
TEST_F(CodeEditorTest, F8GoesFromProblemToProblemAndReadsThem) {
  Open("a = 1\nb = c\nd = e");
  Show(
      {{1, 4, 1, Severity::kError, "c is not defined"}, {2, 4, 1, Severity::kWarning, "e is odd"}});
  EXPECT_FALSE(driver_->Shows("Problem"));
  driver_->Press(Key::kF8);
  EXPECT_EQ(Caret(), (TextPosition{1, 4}));
  EXPECT_EQ(driver_->Value("Problem"), "Error: c is not defined");
  driver_->Press(Key::kF8);
  EXPECT_EQ(driver_->Value("Problem"), "Warning: e is odd");
  driver_->Press(Key::kF8);
  EXPECT_EQ(Caret(), (TextPosition{1, 4}));
  driver_->Press(Key::kF8, kShift);
  EXPECT_EQ(Caret(), (TextPosition{2, 4}));
  driver_->Press(Key::kLeft);
  EXPECT_FALSE(driver_->Shows("Problem"));
}

TEST_F(CodeEditorTest, HoveringAProblemReadsIt) {
  Open("a = 1\nb = c");
  Show({{1, 4, 0, Severity::kError, "c is not defined"}});
  const ImVec2 at = At(1, 4);
  driver_->feed().PushPointer(at.x + 2, at.y);
  driver_->Settle();
  EXPECT_EQ(driver_->Value("Problem"), "Error: c is not defined");
  driver_->feed().PushPointer(at.x + 2, at.y - 30);
  driver_->Settle();
  EXPECT_FALSE(driver_->Shows("Problem"));
}

TEST_F(CodeEditorTest, ProblemsMoveWithTheirLineAndGoWithIt) {
  Open("a\nb\nc");
  Show({{1, 0, 0, Severity::kError, "bad"}});
  Put(0, 0);
  driver_->Type("\n\n");
  ASSERT_EQ(state_.diagnostics.size(), 1u);
  EXPECT_EQ(state_.diagnostics[0].line, 3);
  Put(3, 0);
  driver_->Press(Key::kK, kCtrlShift);
  driver_->Press(Key::kK, kCtrlShift);
  EXPECT_LE(state_.diagnostics.size(), 1u);
  for (const CodeDiagnostic& one : state_.diagnostics) {
    EXPECT_LT(one.line, state_.text.line_count());
  }
}

TEST_F(CodeEditorTest, AProblemGoesWhenMoreHappenedThanIsRemembered) {
  Open("a\nb\nc");
  Show({{1, 0, 0, Severity::kError, "bad"}});
  for (int i = 0; i < 5000; ++i) state_.text.Replace({0, 0}, {0, 0}, "x");
  driver_->Frame();
  for (const CodeDiagnostic& one : state_.diagnostics) {
    EXPECT_LT(one.line, state_.text.line_count());
  }
}

TEST_F(CodeEditorTest, AProblemBehindTheEndOfTheTextIsLeftOut) {
  Open("a");
  Show({{7, 0, 0, Severity::kError, "elsewhere"}, {-1, 0, 0, Severity::kError, "nowhere"}});
  EXPECT_TRUE(state_.diagnostics.empty());
}

TEST_F(CodeEditorTest, ANewListReplacesTheOldOne) {
  Open("a\nb");
  Show({{1, 0, 0, Severity::kError, "bad"}});
  Show({});
  driver_->Press(Key::kF8);
  EXPECT_FALSE(driver_->Shows("Problem"));
}

// --- filters
struct Swallow : CodeKeyFilter {
  bool OnText(std::string_view typed, TextBuffer* text) override {
    seen += typed;
    if (typed == "p") text->Insert("pasted", TextBuffer::EditKind::kOther);
    return true;
  }
  bool OnKey(Key key, const Modifiers& modifiers, TextBuffer*) override {
    if (key == Key::kDown && !modifiers.ctrl) ++downs;
    return key == Key::kDown;
  }
  std::string seen;
  int downs = 0;
};

TEST_F(CodeEditorTest, AFilterTakesKeysBeforeTheEditor) {
  Open("a\nb");
  Swallow filter;
  options_.filters = {&filter};
  const int before = changes_;
  driver_->Type("x");
  driver_->Press(Key::kDown);
  EXPECT_EQ(Text(), "a\nb");
  EXPECT_EQ(Caret().line, 0);
  EXPECT_EQ(filter.seen, "x");
  EXPECT_EQ(filter.downs, 1);
  EXPECT_EQ(changes_, before);
  driver_->Type("p");
  EXPECT_EQ(Text(), "apasted\nb");
  EXPECT_GT(changes_, before);
  driver_->Press(Key::kLeft);
  EXPECT_EQ(Caret().column, 6);
}

TEST_F(CodeEditorTest, SaysWhereTheCaretIsForWhatPopsUpBesideIt) {
  Open("ab");
  const ImVec2 end = At(0, 2), start = At(0, 0);
  EXPECT_GT(end.x, start.x);
  EXPECT_TRUE(result_.caret_visible);
  EXPECT_GT(result_.caret_max.y, result_.caret_min.y);
}

// --- what is seen
TEST_F(CodeEditorTest, ATabReachesToTheNextStop) {
  Open("\tx\n    x\na\tx");
  EXPECT_FLOAT_EQ(At(0, 1).x, At(1, 4).x);
  EXPECT_FLOAT_EQ(At(2, 2).x, At(1, 4).x);
}

TEST_F(CodeEditorTest, AnInvisibleCharacterTakesRoomOnTheScreen) {
  Open("a\u202Eb\nab");
  EXPECT_GT(At(0, 4).x, At(1, 1).x + 40);
}

TEST_F(CodeEditorTest, AClickBehindAWideCharacterFindsIt) {
  Open("中文x");
  ClickAt(0, 6);
  EXPECT_EQ(Caret().column, 6);
  ClickAt(0, 3);
  EXPECT_EQ(Caret().column, 3);
}

TEST_F(CodeEditorTest, SwitchesTheViewOfSpaces) {
  Open("a b");
  driver_->Press(Key::kPeriod, kCtrlShift);
  EXPECT_TRUE(state_.show_whitespace);
  driver_->Press(Key::kPeriod, kCtrlShift);
  EXPECT_FALSE(state_.show_whitespace);
  EXPECT_EQ(Text(), "a b");
}

TEST_F(CodeEditorTest, BlinksOnlyWhileFocusedAndForAWhile) {
  EXPECT_GT(driver_->wake_at(), 1e9);
  Open("x");
  EXPECT_LE(driver_->wake_at(), driver_->now() + 0.5);
  driver_->Wait(11);
  EXPECT_GT(driver_->wake_at(), 1e9);
}

TEST_F(CodeEditorTest, ColoursTheEndOfALongTextAfterLexingInSlices) {
  std::string text = "\"\"\"\n";
  for (int i = 0; i < 30'000; ++i) text += "inside a string\n";
  Open(text + "\"\"\"");
  driver_->Press(Key::kEnd, {.ctrl = true});
  for (int i = 0; i < 40; ++i) driver_->Frame();
  EXPECT_EQ(state_.lines.StateAt(state_.text.line_count() - 1), SyntaxState::kFirstString);
  EXPECT_GT(driver_->wake_at(), driver_->now());
}

TEST_F(CodeEditorTest, StandsAnEmptyTextInATinyRectangle) {
  height_ = 12;
  Open("");
  driver_->Press(Key::kPageDown);
  driver_->Press(Key::kUp);
  driver_->Type("x");
  EXPECT_EQ(Text(), "x");
}

}  // namespace
}  // namespace app
