// Vim's keys: that they do what Vim does, and what they ask of the surroundings.
#include "app/ui/widgets/vim_keys.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>

#include "tests/app/ui/widgets/vim_cases.h"

namespace app {
namespace {

using Selection = TextBuffer::Selection;

// A text under Vim's keys, as the code editor would have it.
struct Pad {
  // '|' in `marked` is the cursor.
  explicit Pad(std::string_view marked) {
    std::string content(marked);
    const std::size_t cursor = content.find('|');
    if (cursor != std::string::npos) content.erase(cursor, 1);
    text.SetText(content);
    if (cursor == std::string::npos) return;
    const std::string_view before = marked.substr(0, cursor);
    const std::size_t line_start = before.rfind('\n');
    const auto column = line_start == std::string_view::npos ? cursor : cursor - line_start - 1;
    text.MoveTo({static_cast<int>(std::count(before.begin(), before.end(), '\n')),
                 static_cast<int>(column)},
                Selection::kDrop);
  }

  void Press(std::string_view keys) {
    for (const std::string& key : ParseVimKeys(keys)) {
      const VimOutcome one = vim.Press(key, &text, view);
      if (!one.handled) {
        VimKeys::TypePlainly(key, &text);
        vim.TakeEdit(text);
      }
      last = one;
      if (one.copied) clipboard = *one.copied;
      saves += one.save ? 1 : 0;
      quits += one.quit ? 1 : 0;
    }
  }

  std::string Marked() const {
    std::string out;
    const TextPosition cursor = vim.cursor(text);
    for (int line = 0; line < text.line_count(); ++line) {
      std::string content = text.Line(line);
      if (line == cursor.line) content.insert(static_cast<std::size_t>(cursor.column), "|");
      out += (line == 0 ? "" : "\n") + content;
    }
    return out;
  }

  TextBuffer text;
  VimKeys vim;
  std::string clipboard;
  VimView view{.first_line = 0, .lines = 10, .clipboard = [this] { return clipboard; }};
  VimOutcome last;
  int saves = 0;
  int quits = 0;
};

std::string After(std::string_view keys, std::string_view before) {
  Pad pad(before);
  pad.Press(keys);
  return pad.Marked();
}

void TryGroup(std::string_view group) {
  int tried = 0;
  for (const VimCase& c : kVimCases) {
    if (c.group != group) continue;
    ++tried;
    Pad pad(c.before);
    pad.Press(c.keys);
    // The table was made with the keys at an end; a mode that is still on is ended there.
    if (pad.vim.mode() != VimMode::kNormal) pad.Press("<Esc>");
    EXPECT_EQ(pad.Marked(), c.after) << "keys: " << c.keys << "\nbefore:\n" << c.before;
  }
  EXPECT_GT(tried, 5) << "no cases of the group " << group;
}

TEST(VimKeys, MovesAsVimDoes) { TryGroup("Motions"); }
TEST(VimKeys, SearchesAsVimDoes) { TryGroup("Search"); }
TEST(VimKeys, DeletesAsVimDoes) { TryGroup("Delete"); }
TEST(VimKeys, ChangesAsVimDoes) { TryGroup("Change"); }
TEST(VimKeys, InsertsAsVimDoes) { TryGroup("Insert"); }
TEST(VimKeys, UndoesAsVimDoes) { TryGroup("Undo"); }
TEST(VimKeys, RepeatsAsVimDoes) { TryGroup("Repeat"); }
TEST(VimKeys, KnowsTextObjectsAsVimDoes) { TryGroup("Objects"); }
TEST(VimKeys, KeepsRegistersAsVimDoes) { TryGroup("Registers"); }
TEST(VimKeys, SelectsAsVimDoes) { TryGroup("Visual"); }
TEST(VimKeys, SelectsBlocksAsVimDoes) { TryGroup("Block"); }
TEST(VimKeys, ReplacesAsVimDoes) { TryGroup("Replace"); }
TEST(VimKeys, KnowsTagsAsVimDoes) { TryGroup("Tags"); }
TEST(VimKeys, KnowsSentencesAsVimDoes) { TryGroup("Sentences"); }
TEST(VimKeys, SetsMarksAsVimDoes) { TryGroup("Marks"); }
TEST(VimKeys, PlaysMacrosAsVimDoes) { TryGroup("Macros"); }
TEST(VimKeys, RunsLinesAsVimDoes) { TryGroup("CommandLine"); }

// --- where the editor goes its own way, and what it asks of its surroundings

TEST(VimKeys, EscLeavesTheCommandLineWithoutRunningIt) {
  EXPECT_EQ(After(":s/a/b<Esc>x", "|ab"), "|b");
}

TEST(VimKeys, ANewLineGoesDeeperAfterAnOpeningBracketOrColon) {
  EXPECT_EQ(After("ox<Esc>", "  if a|:"), "  if a:\n      |x");
  EXPECT_EQ(After("ox<Esc>.", "f(|)"), "f()\nx\n|x");
}

TEST(VimKeys, AskedSubstitutionsAreOneStep) {
  Pad pad("|aaaa");
  pad.Press(":%s/a/bb/gc<CR>yn");
  EXPECT_EQ(pad.vim.status(), "Replace with \"bb\"? y(es) n(o) a(ll) q(uit) l(ast)");
  EXPECT_EQ(pad.Marked(), "bba|aa");
  pad.Press("yq");
  EXPECT_EQ(pad.text.Text(), "bbabba");
  EXPECT_EQ(pad.vim.status(), "2 substitutions");
  pad.Press("u");
  EXPECT_EQ(pad.text.Text(), "aaaa");
}

TEST(VimKeys, ReindentsByBracketsAndColons) {
  EXPECT_EQ(After("gg=G", "if (a) {\nb;\n    }\n|c;"), "|if (a) {\n    b;\n}\nc;");
  EXPECT_EQ(After("==", "def f():\n|return 1"), "def f():\n    |return 1");
  EXPECT_EQ(After("gg=G", "def f():\n    if a:\n    return\n|b = 1"),
            "|def f():\n    if a:\n        return\nb = 1")
      << "only the writer knows where a block of Python ends";
}

TEST(VimKeys, TheClipboardIsARegister) {
  Pad pad("|foo bar");
  pad.Press("\"+yiw");
  EXPECT_EQ(pad.clipboard, "foo");
  pad.Press("\"+yy");
  EXPECT_EQ(pad.clipboard, "foo bar\n");
  pad.clipboard = "new\r\n";
  pad.Press("\"+p");
  EXPECT_EQ(pad.Marked(), "foo bar\n|new");
  pad.clipboard = "X";
  pad.Press("\"+P");
  EXPECT_EQ(pad.text.Text(), "foo bar\nXnew");
}

TEST(VimKeys, DeletingDoesNotTouchTheClipboard) {
  Pad pad("|foo bar");
  pad.Press("dwyy");
  EXPECT_EQ(pad.clipboard, "");
}

TEST(VimKeys, SavesAndLeaves) {
  Pad pad("|a");
  pad.Press(":w<CR>");
  EXPECT_EQ(pad.saves, 1);
  EXPECT_EQ(pad.quits, 0);
  pad.Press(":wq<CR>");
  EXPECT_EQ(pad.saves, 2);
  EXPECT_EQ(pad.quits, 1);
  pad.Press(":q!<CR>ZZ:x<CR>");
  EXPECT_EQ(pad.saves, 4);
  EXPECT_EQ(pad.quits, 4);
}

TEST(VimKeys, SaysWhatItCannotDo) {
  Pad pad("|a b");
  pad.Press(":frobnicate<CR>");
  EXPECT_EQ(pad.vim.status(),
            "\"frobnicate\" is no command here; there are :w :q :s :d :y :m :t :j :> :noh :set and "
            ":N.");
  EXPECT_TRUE(pad.vim.status_is_error());
  pad.Press(":w other.py<CR>");
  EXPECT_EQ(pad.vim.status(), "The answer has one file; write :w without a name.");
  EXPECT_EQ(pad.saves, 0);
  pad.Press(":s/(\\)/x/<CR>");
  EXPECT_TRUE(pad.vim.status().starts_with("This is no regular expression")) << pad.vim.status();
  pad.Press("/zebra<CR>");
  EXPECT_EQ(pad.vim.status(), "\"zebra\" is not in the text.");
  pad.Press(":99d<CR>");
  EXPECT_EQ(pad.vim.status(), "There are only lines 1 to 1.");
  pad.Press("l");
  EXPECT_EQ(pad.vim.status(), "");
}

TEST(VimKeys, ShowsModeAndPendingKeys) {
  Pad pad("|abc\ndef");
  pad.Press("2d");
  EXPECT_EQ(pad.vim.status(), "2d");
  pad.Press("<Esc>");
  EXPECT_EQ(pad.vim.status(), "");
  EXPECT_EQ(pad.text.Text(), "abc\ndef");
  pad.Press("i");
  EXPECT_EQ(pad.vim.status(), "-- INSERT --");
  EXPECT_EQ(pad.vim.mode(), VimMode::kInsert);
  pad.Press("<Esc>v");
  EXPECT_EQ(pad.vim.status(), "-- VISUAL --");
  pad.Press("V");
  EXPECT_EQ(pad.vim.status(), "-- VISUAL LINE --");
  pad.Press("<Esc>:s/a/");
  EXPECT_EQ(pad.vim.status(), ":s/a/");
  pad.Press("<Esc>qa");
  EXPECT_EQ(pad.vim.status(), "recording @a");
  pad.Press("q");
  EXPECT_EQ(pad.vim.status(), "");
}

TEST(VimKeys, TheCommandLineIsEditedAndRemembered) {
  Pad pad("|aaa");
  pad.Press(":s/a/xé<BS>y/<CR>");
  EXPECT_EQ(pad.text.Text(), "xyaa");
  pad.Press(":<Up><CR>");
  EXPECT_EQ(pad.text.Text(), "xyxya");
  pad.Press(":garbage<C-u>1<CR>");
  EXPECT_FALSE(pad.vim.status_is_error()) << pad.vim.status();
  pad.Press(":<BS>");
  EXPECT_EQ(pad.vim.mode(), VimMode::kNormal);
}

TEST(VimKeys, ASelectionBecomesTheRangeOfTheCommandLine) {
  Pad pad("|a\nb");
  pad.Press("V:");
  EXPECT_EQ(pad.vim.status(), ":'<,'>");
}

TEST(VimKeys, AnInsertSessionIsOneStepWhateverTheEditorDid) {
  Pad pad("|");
  pad.Press("idef f():<CR>return [1]<BS>, 2]<CR>x<Esc>");
  EXPECT_EQ(pad.text.Text(), "def f():\n    return [1, 2]\n    x");
  EXPECT_TRUE(pad.text.Undo());
  EXPECT_EQ(pad.text.Text(), "");
  EXPECT_FALSE(pad.text.Undo());
}

TEST(VimKeys, WhatTheEditorAddedIsRepeatedToo) {
  Pad pad("|a\nb");
  pad.Press("A");
  // The editor closes the bracket and leaves the caret inside.
  pad.text.Insert("()", TextBuffer::EditKind::kTyping);
  pad.text.MoveTo({0, 2}, Selection::kDrop);
  pad.Press("<Esc>j.");
  EXPECT_EQ(pad.text.Text(), "a()\nb()");
}

TEST(VimKeys, AClickInInsertModeStartsANewSession) {
  Pad pad("|ab\ncd");
  pad.Press("ix");
  pad.text.MoveTo({1, 1}, Selection::kDrop);
  pad.Press("y<Esc>");
  EXPECT_EQ(pad.text.Text(), "xab\ncyd");
  pad.Press(".");
  EXPECT_EQ(pad.text.Text(), "xab\ncyyd") << "only what was typed after the click";
  pad.Press("uu");
  EXPECT_EQ(pad.text.Text(), "xab\ncd");
  pad.Press("u");
  EXPECT_EQ(pad.text.Text(), "ab\ncd");
}

TEST(VimKeys, ASelectionByMouseIsVisualMode) {
  Pad pad("|hello world");
  pad.text.MoveTo({0, 6}, Selection::kDrop);
  pad.text.MoveTo({0, 11}, Selection::kExtend);
  pad.Press("d");
  EXPECT_EQ(pad.text.Text(), "hello ");
  EXPECT_EQ(pad.vim.mode(), VimMode::kNormal);
}

TEST(VimKeys, TheSelectionCoversTheCharacterUnderTheCursor) {
  Pad pad("a|bcd");
  pad.Press("vl");
  EXPECT_EQ(pad.text.SelectedText(), "bc");
  EXPECT_EQ(pad.vim.cursor(pad.text), (TextPosition{0, 2}));
  pad.Press("hh");
  EXPECT_EQ(pad.text.SelectedText(), "ab");
  EXPECT_EQ(pad.vim.cursor(pad.text), (TextPosition{0, 0}));
}

TEST(VimKeys, MarksAreCarriedAlongByEditsFromOutside) {
  Pad pad("a\nb\n|c");
  pad.Press("ma");
  pad.text.Replace({0, 0}, {0, 0}, "new\nlines\n");
  pad.Press("gg'a");
  EXPECT_EQ(pad.Marked(), "new\nlines\na\nb\n|c");
}

TEST(VimKeys, ScrollsTheView) {
  std::string lines = "|0";
  for (int i = 1; i < 100; ++i) lines += "\n" + std::to_string(i);
  Pad pad(lines);
  pad.Press("51Gzz");
  EXPECT_EQ(pad.last.first_line, 45);
  pad.Press("zt");
  EXPECT_EQ(pad.last.first_line, 50);
  pad.Press("zb");
  EXPECT_EQ(pad.last.first_line, 41);
  pad.view.first_line = 41;
  pad.Press("<C-d>");
  EXPECT_EQ(pad.vim.cursor(pad.text).line, 55);
  EXPECT_EQ(pad.last.first_line, 46);
  pad.view.first_line = 46;
  pad.Press("<C-b>");
  EXPECT_EQ(pad.last.first_line, 38);
  pad.view.first_line = 38;
  pad.Press("H");
  EXPECT_EQ(pad.vim.cursor(pad.text).line, 38);
  pad.Press("L");
  EXPECT_EQ(pad.vim.cursor(pad.text).line, 47);
  pad.Press("M");
  EXPECT_EQ(pad.vim.cursor(pad.text).line, 42);
}

TEST(VimKeys, LeavesTheAppsKeysAlone) {
  Pad pad("|abc");
  EXPECT_FALSE(pad.vim.Wants("<C-k>"));
  EXPECT_TRUE(pad.vim.Wants("<C-v>")) << "the visual block; Ctrl+V pastes in insert mode";
  EXPECT_TRUE(pad.vim.Wants("<C-r>"));
  EXPECT_TRUE(pad.vim.Wants("x"));
  pad.Press("i");
  EXPECT_FALSE(pad.vim.Wants("<C-d>"));
  EXPECT_FALSE(pad.vim.Wants("<C-v>"));
  EXPECT_TRUE(pad.vim.Wants("<C-w>"));
  EXPECT_TRUE(pad.vim.Wants("<C-[>"));
}

TEST(VimKeys, HighlightsTheLastSearchUntilToldNotTo) {
  Pad pad("|foo Foo");
  EXPECT_EQ(pad.vim.highlight(), "");
  pad.Press("*");
  EXPECT_EQ(pad.vim.highlight(), "\\bfoo\\b");
  pad.Press(":noh<CR>");
  EXPECT_EQ(pad.vim.highlight(), "");
  pad.Press("/foo\\c<CR>");
  EXPECT_EQ(pad.vim.highlight(), "(?i)foo");
  EXPECT_EQ(pad.Marked(), "foo |Foo");
}

TEST(VimKeys, StopLeavesNothingOpen) {
  Pad pad("|a");
  pad.Press("ix");
  pad.vim.Stop(&pad.text);
  EXPECT_EQ(pad.vim.mode(), VimMode::kNormal);
  pad.text.Insert("1", TextBuffer::EditKind::kOther);
  pad.text.Insert("2", TextBuffer::EditKind::kOther);
  pad.text.Undo();
  EXPECT_EQ(pad.text.Text(), "1xa") << "each edit is a step of its own again";
}

TEST(VimKeys, AMacroThatCallsItselfEnds) {
  Pad pad("|a");
  pad.Press("qqq");
  pad.Press("qqA.<Esc>@qq");  // plays the empty macro while it is recorded
  pad.Press("@q");
  EXPECT_TRUE(pad.last.failed);
  EXPECT_LT(pad.text.Text().size(), 100u);
}

TEST(VimKeys, GrowsANumberToItsLimitAndRound) {
  EXPECT_EQ(After("<C-a>", "|9223372036854775807"), "-922337203685477580|8");
  EXPECT_EQ(After("<C-a>", "|99999999999999999999"), "|99999999999999999999");
}

// Whatever is typed: the cursor stays inside the text, and undo leads back to where it began.
TEST(VimKeys, AnyKeysLeaveTheTextWhole) {
  const std::vector<std::string> keys = ParseVimKeys(
      "hjklwbeWBE0^$gGGnN*#;,fFtTrxXsSdcy><=JpPuvVoOiaIA.~{}()[]%'\"`maqa@@1234567890:s/%&$ éß<Esc>"
      "<Esc><Esc><Esc><CR><BS><C-v><C-v><C-v><C-r><C-a><C-x><C-d><C-u><C-f><C-b><Tab><C-w><Up><"
      "Down><Left>");
  const std::string start = "def f(a, b):\n    é = [1, {\"x\": 'y'}]\n\n\treturn (a + b)\n";
  for (unsigned seed = 0; seed < 40; ++seed) {
    std::mt19937 random(seed);
    Pad pad(start);
    std::string typed;
    for (int i = 0; i < 400; ++i) {
      const std::string& key = keys[random() % keys.size()];
      typed += key;
      pad.Press(key == "<" ? "<lt>" : key);
      const TextPosition cursor = pad.vim.cursor(pad.text);
      ASSERT_EQ(cursor, pad.text.Clamped(cursor)) << seed << ": " << typed;
      if (pad.text.line_count() > 2000) break;  // 9999 times over
    }
    pad.vim.Stop(&pad.text);
    while (pad.text.Undo()) continue;
    ASSERT_EQ(pad.text.Text(), start) << seed << ": " << typed;
  }
}

}  // namespace
}  // namespace app
