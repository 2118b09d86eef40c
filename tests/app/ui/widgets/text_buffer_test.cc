#include "app/ui/widgets/text_buffer.h"

#include <gtest/gtest.h>

#include <random>

namespace app {
namespace {

using EditKind = TextBuffer::EditKind;
using Selection = TextBuffer::Selection;

TEST(TextBuffer, HoldsWhatItWasGivenWithoutCarriageReturns) {
  TextBuffer buffer("one\r\ntwo\n");
  EXPECT_EQ(buffer.Text(), "one\ntwo\n");
  EXPECT_EQ(buffer.line_count(), 3);
}

TEST(TextBuffer, UndoesAWordAtOnceAndRedoesIt) {
  TextBuffer buffer;
  for (const char* letter : {"h", "e", "a", "p"}) buffer.Insert(letter, EditKind::kTyping);
  buffer.Insert("\n", EditKind::kOther);
  EXPECT_TRUE(buffer.Undo());
  EXPECT_EQ(buffer.Text(), "heap");
  EXPECT_TRUE(buffer.Undo());
  EXPECT_EQ(buffer.Text(), "");
  EXPECT_FALSE(buffer.Undo());
  EXPECT_TRUE(buffer.Redo());
  EXPECT_TRUE(buffer.Redo());
  EXPECT_FALSE(buffer.Redo());
  EXPECT_EQ(buffer.Text(), "heap\n");
}

TEST(TextBuffer, MovesOverWholeCharacters) {
  TextBuffer buffer("a∑b");
  TextPosition p{0, 1};
  p = buffer.Right(p);
  EXPECT_EQ(p.column, 4);
  EXPECT_EQ(buffer.Left(p).column, 1);
  buffer.MoveTo({0, 2}, Selection::kDrop);  // inside the sum sign
  EXPECT_EQ(buffer.caret().column, 1);
}

TEST(TextBuffer, IndentsTheNewLineAfterAColon) {
  TextBuffer buffer("def f(a):");
  buffer.MoveTo(buffer.End(), Selection::kDrop);
  buffer.InsertIndentedNewline();
  buffer.Insert("return a", EditKind::kTyping);
  buffer.InsertIndentedNewline();
  EXPECT_EQ(buffer.Text(), "def f(a):\n    return a\n    ");
  buffer.EraseLeft();
  EXPECT_EQ(buffer.Text(), "def f(a):\n    return a\n");
}

TEST(TextBuffer, IndentsAndUnindentsTheSelectedLinesInOneStep) {
  TextBuffer buffer("a\nb\n\nc");
  buffer.SelectAll();
  buffer.Indent();
  EXPECT_EQ(buffer.Text(), "    a\n    b\n\n    c");
  buffer.Unindent();
  EXPECT_EQ(buffer.Text(), "a\nb\n\nc");
  buffer.Undo();
  buffer.Undo();
  EXPECT_EQ(buffer.Text(), "a\nb\n\nc");
}

TEST(TextBuffer, TogglesComments) {
  TextBuffer buffer("x = 1\ny = 2");
  buffer.SelectAll();
  buffer.ToggleComment("#");
  EXPECT_EQ(buffer.Text(), "# x = 1\n# y = 2");
  buffer.SelectAll();
  buffer.ToggleComment("#");
  EXPECT_EQ(buffer.Text(), "x = 1\ny = 2");
}

TEST(TextBuffer, SelectsWordsAndErasesByWord) {
  TextBuffer buffer("tails.append(a)");
  buffer.SelectWordAt({0, 8});
  EXPECT_EQ(buffer.SelectedText(), "append");
  buffer.MoveTo({0, 12}, Selection::kDrop);
  buffer.EraseWordLeft();
  EXPECT_EQ(buffer.Text(), "tails.(a)");
}

// Random edits against a plain string, and back through the whole history.
TEST(TextBuffer, AgreesWithAPlainStringAndUndoesToTheBeginning) {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {"a", "\n", "∑x", "two\nlines", "    ", ""};
  TextBuffer buffer("start\ntext");
  std::string plain = "start\ntext";
  const auto offset = [&](TextPosition p) {
    std::size_t at = 0;
    for (int i = 0; i < p.line; ++i) at += buffer.Line(i).size() + 1;
    return at + static_cast<std::size_t>(p.column);
  };
  for (int step = 0; step < 3000; ++step) {
    const auto any = [&] {
      const int line = static_cast<int>(random() % static_cast<unsigned>(buffer.line_count()));
      return TextPosition{line, static_cast<int>(random() % (buffer.Line(line).size() + 1))};
    };
    buffer.MoveTo(any(), Selection::kDrop);
    buffer.MoveTo(any(), Selection::kExtend);
    const std::size_t begin = offset(buffer.selection_begin()),
                      end = offset(buffer.selection_end());
    if (end - begin > 40) continue;
    const std::string& piece = pieces[random() % pieces.size()];
    plain.replace(begin, end - begin, piece);
    buffer.Insert(piece, random() % 2 == 0 ? EditKind::kTyping : EditKind::kOther);
    ASSERT_EQ(buffer.Text(), plain) << "step " << step;
  }
  while (buffer.Undo()) {
  }
  EXPECT_EQ(buffer.Text(), "start\ntext");
  while (buffer.Redo()) {
  }
  EXPECT_EQ(buffer.Text(), plain);
}

}  // namespace
}  // namespace app
