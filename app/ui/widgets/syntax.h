// Which part of a line of code is what, for colouring. A line-by-line lexer with a carried state.
// Any thread; no shared state. It never fails: what it does not know is plain text.
#pragma once

#include <string_view>
#include <vector>

#include "app/ui/theme.h"

namespace app {

struct SyntaxSpan {
  int begin = 0;  // bytes within the line
  int end = 0;
  SyntaxKind kind = SyntaxKind::kText;
};

// What is still open at the end of a line.
enum class SyntaxState : std::uint8_t { kCode, kBlockComment, kFirstString, kSecondString };

struct SyntaxLanguage;
// By the name or the file extension of a language ("python", "py"), "json" or "markdown"; null for
// one without rules.
const SyntaxLanguage* FindSyntax(std::string_view name);

// What starts a comment to the end of the line: "#", "//"; empty where there is no such thing.
std::string_view CommentMark(const SyntaxLanguage& language);

// Appends the spans of `line` (without spaces between them) and returns the state for the next
// line.
SyntaxState LexLine(const SyntaxLanguage& language, std::string_view line, SyntaxState state,
                    std::vector<SyntaxSpan>* spans);

}  // namespace app
