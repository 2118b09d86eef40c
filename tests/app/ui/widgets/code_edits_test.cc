// Brackets, indentation, whole lines and several carets, without a screen.
#include "app/ui/widgets/code_edits.h"

#include <gtest/gtest.h>

namespace app {
namespace {

using Selection = TextBuffer::Selection;

// A text in a language; '|' is the caret, or with '<' an anchor.
struct Code {
  explicit Code(std::string_view marked, std::string_view language = "python")
      : syntax(FindSyntax(language)) {
    std::string plain;
    TextPosition at, caret, anchor;
    bool has_anchor = false;
    for (const char c : marked) {
      if (c == '|') {
        caret = at;
      } else if (c == '~') {
        anchor = at;
        has_anchor = true;
      } else {
        plain += c;
        at = c == '\n' ? TextPosition{at.line + 1, 0} : TextPosition{at.line, at.column + 1};
      }
    }
    text.SetText(plain);
    text.SetSelections({{caret, has_anchor ? anchor : caret}}, 0);
    Lex();
  }

  void Lex() {
    while (!lines.CatchUp(text, syntax, 1 << 20)) {
    }
  }
  CodeContext context() { return {syntax, &lines}; }
  Code& Type(std::string_view typed) {
    for (const char c : typed) {
      Lex();
      TypeCode(&text, std::string_view(&c, 1), context());
    }
    return *this;
  }
  Code& Enter() {
    Lex();
    BreakCodeLine(&text, context());
    return *this;
  }
  // The text with its carets.
  std::string Shown() const {
    std::string shown;
    for (int i = 0; i < text.line_count(); ++i) {
      if (i > 0) shown += '\n';
      const std::string& line = text.Line(i);
      for (int column = 0; column <= static_cast<int>(line.size()); ++column) {
        for (const TextSelection& one : text.selections()) {
          if (!one.empty() && one.anchor == TextPosition{i, column}) shown += '~';
          if (one.caret == TextPosition{i, column}) shown += '|';
        }
        if (column < static_cast<int>(line.size())) shown += line[static_cast<std::size_t>(column)];
      }
    }
    return shown;
  }

  const SyntaxLanguage* syntax;
  TextBuffer text;
  CodeLines lines;
};

TEST(CodeTyping, ClosesABracketThatIsOpened) {
  EXPECT_EQ(Code("f|").Type("(").Shown(), "f(|)");
  EXPECT_EQ(Code("|").Type("{[").Shown(), "{[|]}");
}

TEST(CodeTyping, LeavesABracketAloneBeforeAWord) {
  EXPECT_EQ(Code("f|x").Type("(").Shown(), "f(|x");
}

TEST(CodeTyping, StepsOverTheBracketItClosed) {
  EXPECT_EQ(Code("f|").Type("(a)").Shown(), "f(a)|");
  EXPECT_EQ(Code("f((a|)").Type(")").Shown(), "f((a)|)");
}

TEST(CodeTyping, ClosesQuotesAndStepsOverThem) {
  EXPECT_EQ(Code("x = |").Type("\"a\"").Shown(), "x = \"a\"|");
  EXPECT_EQ(Code("x = f|").Type("'").Shown(), "x = f'|'");
  EXPECT_EQ(Code("don|").Type("'").Shown(), "don'|");
}

TEST(CodeTyping, DoesNotCloseQuotesWithinCommentsAndStrings) {
  EXPECT_EQ(Code("# it |").Type("'").Shown(), "# it '|");
  EXPECT_EQ(Code("'a |'").Type("(").Shown(), "'a (|'");
}

TEST(CodeTyping, SurroundsTheSelection) {
  EXPECT_EQ(Code("a ~b + c| d").Type("(").Shown(), "a (~b + c|) d");
  EXPECT_EQ(Code("~word|").Type("\"").Shown(), "\"~word|\"");
  Code lines("~a\nb|c");
  lines.Type("[");
  EXPECT_EQ(lines.Shown(), "[~a\nb|]c");
  lines.text.Undo();
  EXPECT_EQ(lines.Shown(), "~a\nb|c");
}

TEST(CodeTyping, ErasesBothOfAnEmptyPair) {
  Code code("f(|)");
  EraseLeftInCode(&code.text);
  EXPECT_EQ(code.Shown(), "f|");
  Code full("f(a|)");
  EraseLeftInCode(&full.text);
  EXPECT_EQ(full.Shown(), "f(|)");
}

TEST(CodeTyping, PutsAClosingBraceWhereItsPartnersLineBegins) {
  EXPECT_EQ(Code("  while (x) {\n      |", "cpp").Type("}").Shown(), "  while (x) {\n  }|");
  EXPECT_EQ(Code("    |", "cpp").Type("}").Shown(), "    }|");
}

TEST(CodeBreaks, IndentsBehindAColonInPython) {
  EXPECT_EQ(Code("if x:|").Enter().Shown(), "if x:\n    |");
  EXPECT_EQ(Code("# note:|").Enter().Shown(), "# note:\n|");
  EXPECT_EQ(Code("x = 'a:'|").Enter().Shown(), "x = 'a:'\n|");
}

TEST(CodeBreaks, DoesNotIndentBehindATernaryColonInCpp) {
  EXPECT_EQ(Code("x ? a :|", "cpp").Enter().Shown(), "x ? a :\n|");
  EXPECT_EQ(Code("case 1:|", "cpp").Enter().Shown(), "case 1:\n    |");
}

TEST(CodeBreaks, GoesBackBehindReturnInPython) {
  EXPECT_EQ(Code("def f():\n    return 1|").Enter().Shown(), "def f():\n    return 1\n|");
  EXPECT_EQ(Code("    returned = 1|").Enter().Shown(), "    returned = 1\n    |");
  EXPECT_EQ(Code("    return (1,|").Enter().Shown(), "    return (1,\n    |");
  EXPECT_EQ(Code("    return 1|", "cpp").Enter().Shown(), "    return 1\n    |");
}

TEST(CodeBreaks, GivesTheCaretALineBetweenTwoBrackets) {
  Code code("  f() {|}", "cpp");
  code.Enter();
  EXPECT_EQ(code.Shown(), "  f() {\n      |\n  }");
  code.text.Undo();
  EXPECT_EQ(code.Shown(), "  f() {|}");
  code.text.Redo();
  EXPECT_EQ(code.Shown(), "  f() {\n      |\n  }");
}

TEST(CodeBreaks, IndentsWithTabsWhereTheTextHasThem) {
  Code code("\tif x:|");
  code.text.SetIndentation({true, 4});
  EXPECT_EQ(code.Enter().Shown(), "\tif x:\n\t\t|");
}

TEST(CodeLinesMoved, UpAndDownWithTheCaret) {
  Code code("a\nb|b\nc");
  MoveLines(&code.text, -1);
  EXPECT_EQ(code.Shown(), "b|b\na\nc");
  MoveLines(&code.text, -1);
  EXPECT_EQ(code.Shown(), "b|b\na\nc");
  MoveLines(&code.text, 1);
  MoveLines(&code.text, 1);
  EXPECT_EQ(code.Shown(), "a\nc\nb|b");
  for (int i = 0; i < 3; ++i) code.text.Undo();
  EXPECT_EQ(code.Shown(), "a\nb|b\nc");
}

TEST(CodeLinesMoved, ByEveryCaret) {
  Code code("a\nb\nc\nd");
  code.text.SetSelections({{{1, 0}, {1, 0}}, {{3, 1}, {3, 1}}}, 0);
  MoveLines(&code.text, -1);
  EXPECT_EQ(code.Shown(), "|b\na\nd|\nc");
  MoveLines(&code.text, 1);
  EXPECT_EQ(code.Shown(), "a\n|b\nc\nd|");
}

TEST(CodeLinesCopied, BelowOrAbove) {
  Code code("a|\nb");
  DuplicateLines(&code.text, 1);
  EXPECT_EQ(code.Shown(), "a\na|\nb");
  DuplicateLines(&code.text, -1);
  EXPECT_EQ(code.Shown(), "a\na|\na\nb");
}

TEST(CodeLinesCopied, AllThatAreSelected) {
  Code code("~a\nb|\nc");
  DuplicateLines(&code.text, 1);
  EXPECT_EQ(code.Shown(), "a\nb\n~a\nb|\nc");
}

TEST(CodeLinesDeleted, KeepTheColumn) {
  Code code("aa\nbb|\ncc");
  DeleteLines(&code.text);
  EXPECT_EQ(code.Shown(), "aa\ncc|");
  DeleteLines(&code.text);
  EXPECT_EQ(code.Shown(), "aa|");
  DeleteLines(&code.text);
  EXPECT_EQ(code.Shown(), "|");
  while (code.text.Undo()) {
  }
  EXPECT_EQ(code.Shown(), "aa\nbb|\ncc");
}

TEST(CodeLinesDeleted, ByEveryCaretEvenAtTheEnd) {
  Code code("a\nb\nc\nd");
  code.text.SetSelections({{{0, 0}, {0, 0}}, {{2, 0}, {2, 0}}, {{3, 0}, {3, 0}}}, 0);
  DeleteLines(&code.text);
  EXPECT_EQ(code.text.Text(), "b");
}

TEST(CodeLinesJoined, WithOneSpace) {
  Code code("a |\n    b\nc");
  JoinLines(&code.text);
  EXPECT_EQ(code.text.Text(), "a b\nc");
  JoinLines(&code.text);
  EXPECT_EQ(code.text.Text(), "a b c");
  JoinLines(&code.text);
  EXPECT_EQ(code.text.Text(), "a b c");
}

TEST(CodeLinesJoined, AllThatAreSelected) {
  Code code("~f(\n    a,\n\n    b|)");
  JoinLines(&code.text);
  EXPECT_EQ(code.text.Text(), "f( a, b)");
}

TEST(CodeCarets, TakeTheNextOccurrenceAndWrap) {
  Code code("foo bar\nfo|o\nfoo");
  SelectNextOccurrence(&code.text);
  EXPECT_EQ(code.Shown(), "foo bar\n~foo|\nfoo");
  SelectNextOccurrence(&code.text);
  EXPECT_EQ(code.Shown(), "foo bar\n~foo|\n~foo|");
  SelectNextOccurrence(&code.text);
  EXPECT_EQ(code.Shown(), "~foo| bar\n~foo|\n~foo|");
  EXPECT_FALSE(SelectNextOccurrence(&code.text));
  code.text.Insert("x", TextBuffer::EditKind::kTyping);
  EXPECT_EQ(code.text.Text(), "x bar\nx\nx");
  code.text.Undo();
  EXPECT_EQ(code.Shown(), "~foo| bar\n~foo|\n~foo|");
}

TEST(CodeCarets, TakeEveryOccurrence) {
  Code code("a.b(a)\n|a");
  SelectAllOccurrences(&code.text);
  EXPECT_EQ(code.Shown(), "~a|.b(~a|)\n~a|");
  EXPECT_EQ(code.text.primary(), 2u);
}

TEST(CodeCarets, OccurrencesMaySpanLines) {
  Code code("~a\nb|\nxa\nb\na\nc");
  SelectAllOccurrences(&code.text);
  EXPECT_EQ(code.Shown(), "~a\nb|\nx~a\nb|\na\nc");
}

TEST(CodeCarets, StandAboveAndBelowAtTheSameColumn) {
  Code code("abcdef\n\tx\nab|cd");
  AddCaretVertically(&code.text, -1);
  AddCaretVertically(&code.text, -1);
  EXPECT_EQ(code.text.selections().size(), 3u);
  EXPECT_EQ(code.text.selections()[1].caret, (TextPosition{1, 1}));
}

TEST(CodeCarets, SelectABlockOfColumns) {
  Code code("abcd\nab\nabcd");
  SelectColumns(&code.text, {0, 1}, 1, 2, 3);
  EXPECT_EQ(code.Shown(), "a~bc|d\na~b|\na~bc|d");
}

TEST(CodeBrackets, FindTheirPartnerAcrossLines) {
  Code code("f(|[\n1, ')'])");
  const auto pair = MatchBracket(code.text, {0, 1}, code.context());
  ASSERT_TRUE(pair);
  EXPECT_EQ(pair->second, (TextPosition{1, 7}));
  const auto back = MatchBracket(code.text, {1, 8}, code.context());  // behind the last
  ASSERT_TRUE(back);
  EXPECT_EQ(back->second, (TextPosition{0, 1}));
}

TEST(CodeBrackets, IgnoreThoseInComments) {
  Code code("(  # )\n)");
  const auto pair = MatchBracket(code.text, {0, 0}, code.context());
  ASSERT_TRUE(pair);
  EXPECT_EQ(pair->second, (TextPosition{1, 0}));
  EXPECT_FALSE(MatchBracket(code.text, {0, 5}, code.context()));
}

// --- what CodeLines knows of each line
TEST(CodeLinesLexed, CarryAnOpenStringOver) {
  Code code("a = \"\"\"\nif\n\"\"\"\nif");
  EXPECT_EQ(code.lines.StateAt(1), SyntaxState::kFirstString);
  EXPECT_EQ(code.lines.StateAt(3), SyntaxState::kCode);
}

TEST(CodeLinesLexed, AgreeWithLexingEverythingAnewAfterAnyEdit) {
  const std::vector<std::string> pieces = {"\"\"\"", "\n", "'''\n", "x", "# ", "\n\n", ""};
  unsigned seed = 5;
  const auto any = [&](int below) {
    seed = seed * 1664525u + 1013904223u;
    return static_cast<int>((seed >> 8) % static_cast<unsigned>(below));
  };
  Code code(std::string(40, '\n'));
  for (int i = 0; i < 3000; ++i) {
    const TextPosition a = code.text.Clamped({any(code.text.line_count()), any(6)});
    const TextPosition b = any(4) == 0 ? code.text.Right(code.text.Right(a)) : a;
    code.text.Replace(a, b, pieces[static_cast<std::size_t>(any(7))]);
    if (any(9) == 0) code.text.Undo();
    const bool done = code.lines.CatchUp(code.text, code.syntax, static_cast<std::size_t>(any(30)));
    if (!done) continue;  // the next edit may come before all is known
    CodeLines anew;
    while (!anew.CatchUp(code.text, code.syntax, 1 << 20)) {
    }
    for (int line = 0; line < code.text.line_count(); ++line) {
      ASSERT_EQ(code.lines.StateAt(line), anew.StateAt(line)) << "edit " << i << ", line " << line;
    }
  }
}

TEST(CodeLinesLexed, StopsWhereAnEditNoLongerMatters) {
  std::string long_text;
  for (int i = 0; i < 20'000; ++i) long_text += "value = compute(1, 2)\n";
  Code code(long_text);
  code.text.Replace({10, 0}, {10, 0}, "x = 1\n");
  EXPECT_TRUE(code.lines.CatchUp(code.text, code.syntax, 500));
}

}  // namespace
}  // namespace app
