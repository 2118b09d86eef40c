// Colours of the editor, language by language.
#include "app/ui/widgets/syntax.h"

#include <gtest/gtest.h>

#include "interview/model/language.h"

namespace app {
namespace {

using interview::kLanguages;
using interview::Language;

// One letter a byte: k keyword, t type, s string, c comment, n number, f function, d directive,
// . punctuation, - plain text, blank where there is no span.
std::string Colours(const char* language, std::string_view line, SyntaxState* state = nullptr) {
  std::vector<SyntaxSpan> spans;
  const SyntaxState after =
      LexLine(*FindSyntax(language), line, state ? *state : SyntaxState::kCode, &spans);
  if (state) *state = after;
  std::string letters(line.size(), ' ');
  for (const SyntaxSpan& span : spans) {
    char letter = '-';
    switch (span.kind) {
      case SyntaxKind::kKeyword:
        letter = 'k';
        break;
      case SyntaxKind::kType:
        letter = 't';
        break;
      case SyntaxKind::kString:
        letter = 's';
        break;
      case SyntaxKind::kComment:
        letter = 'c';
        break;
      case SyntaxKind::kNumber:
        letter = 'n';
        break;
      case SyntaxKind::kFunction:
        letter = 'f';
        break;
      case SyntaxKind::kDirective:
        letter = 'd';
        break;
      case SyntaxKind::kPunctuation:
        letter = '.';
        break;
      default:
        break;
    }
    for (int i = span.begin; i < span.end; ++i) letters[static_cast<std::size_t>(i)] = letter;
  }
  return letters;
}

TEST(Syntax, EveryLanguageHasRulesByNameAndExtension) {
  for (const Language language : kLanguages) {
    const interview::LanguageInfo& info = interview::InfoOf(language);
    const SyntaxLanguage* rules = FindSyntax(info.name);
    ASSERT_NE(rules, nullptr) << info.name;
    ASSERT_NE(FindSyntax(info.extension), nullptr) << info.extension;
    EXPECT_EQ(CommentMark(*rules), info.syntax.line_comment);
    const std::string comment = std::string(CommentMark(*rules)) + " note";
    EXPECT_EQ(Colours(info.name.data(), comment), std::string(comment.size(), 'c')) << info.name;
  }
  EXPECT_EQ(FindSyntax("cobol"), nullptr);
}

TEST(Syntax, ColoursJavascript) {
  EXPECT_EQ(Colours("javascript", "const m = new Map(); // x"), "kkkkk - . kkk ttt... cccc");
  EXPECT_EQ(Colours("js", "f(`a`, 'b')"), "f.sss. sss.");
}

TEST(Syntax, CarriesWhatIsOpenToTheNextLine) {
  SyntaxState state = SyntaxState::kCode;
  EXPECT_EQ(Colours("javascript", "x = `a\\`", &state), "- . ssss");
  EXPECT_EQ(Colours("javascript", "b` + 1", &state), "ss . n");
  EXPECT_EQ(state, SyntaxState::kCode);
  EXPECT_EQ(Colours("javascript", "/** a", &state), "ccccc");
  EXPECT_EQ(Colours("javascript", "*/ 1", &state), "cc n");
  EXPECT_EQ(Colours("python", "\"\"\"a", &state), "ssss");
  EXPECT_EQ(Colours("python", "'''b\"\"\" 1", &state), "sssssss n");
  EXPECT_EQ(Colours("python", "'''a", &state), "ssss");
  EXPECT_EQ(state, SyntaxState::kSecondString);
}

TEST(Syntax, TellsDirectivesFromComments) {
  EXPECT_EQ(Colours("cpp", "  #include <x>"), "  dddddddddddd");
  EXPECT_EQ(Colours("python", "  # note"), "  cccccc");
}

TEST(Syntax, TellsNamesFromValuesInJson) {
  EXPECT_EQ(Colours("json", R"({"args": [1, "a"], "ok": true})"), ".ffffff. .n. sss.. ffff. kkkk.");
}

TEST(Syntax, ColoursMarkdown) {
  EXPECT_EQ(Colours("markdown", "## Plan"), "kkkkkkk");
  EXPECT_EQ(Colours("markdown", "- a `b` **c**"), ".---sss-ttttt");
  SyntaxState state = SyntaxState::kCode;
  EXPECT_EQ(Colours("markdown", "```py", &state), ".....");
  EXPECT_EQ(Colours("markdown", "# x", &state), "sss");
  EXPECT_EQ(Colours("markdown", "```", &state), "...");
  EXPECT_EQ(state, SyntaxState::kCode);
}

}  // namespace
}  // namespace app
