// Tokens of Python and C++ for highlighting.
#include "app/ui/widgets/syntax.h"

#include <cctype>
#include <string>
#include <unordered_set>

namespace app {

struct SyntaxLanguage {
  std::string_view line_comment;
  std::string_view block_open, block_close;  // empty: none
  bool triple_quotes = false;
  bool directives = false;  // a line that starts with '#' speaks to the preprocessor
  std::unordered_set<std::string_view> keywords;
  std::unordered_set<std::string_view> types;
};

namespace {

const SyntaxLanguage& Python() {
  static const SyntaxLanguage language{
      "#",
      "",
      "",
      true,
      false,
      {"False", "None",     "True", "and",    "as",     "assert", "async",  "await",   "break",
       "class", "continue", "def",  "del",    "elif",   "else",   "except", "finally", "for",
       "from",  "global",   "if",   "import", "in",     "is",     "lambda", "match",   "nonlocal",
       "not",   "or",       "pass", "raise",  "return", "try",    "while",  "with",    "yield"},
      {"bool", "bytes", "dict",   "enumerate", "float",  "frozenset", "int",   "len",
       "list", "max",   "min",    "np",        "object", "print",     "range", "reversed",
       "self", "set",   "sorted", "str",       "sum",    "tuple",     "zip"}};
  return language;
}

const SyntaxLanguage& Cpp() {
  static const SyntaxLanguage language{
      "//",
      "/*",
      "*/",
      false,
      true,
      {"alignas",  "auto",     "break",     "case",     "catch",     "class",    "co_await",
       "concept",  "const",    "constexpr", "continue", "default",   "delete",   "do",
       "else",     "enum",     "explicit",  "false",    "final",     "for",      "friend",
       "goto",     "if",       "inline",    "mutable",  "namespace", "new",      "noexcept",
       "nullptr",  "operator", "override",  "private",  "protected", "public",   "requires",
       "return",   "sizeof",   "static",    "struct",   "switch",    "template", "this",
       "throw",    "true",     "try",       "typename", "union",     "using",    "virtual",
       "volatile", "while"},
      {"array",    "bool",     "char",           "deque",         "double",        "float",
       "int",      "int32_t",  "int64_t",        "list",          "long",          "map",
       "optional", "pair",     "priority_queue", "queue",         "set",           "short",
       "size_t",   "span",     "stack",          "std",           "string",        "string_view",
       "tuple",    "uint32_t", "uint64_t",       "unordered_map", "unordered_set", "unsigned",
       "vector",   "void"}};
  return language;
}

bool IsWordByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || c == '_' || byte >= 0x80;
}

// One pass over one line.
class Lexer {
 public:
  Lexer(const SyntaxLanguage& language, std::string_view line, std::vector<SyntaxSpan>* spans)
      : language_(language), line_(line), spans_(spans) {}

  SyntaxState Run(SyntaxState state) {
    while (state != SyntaxState::kCode || at_ < line_.size()) {
      if (state != SyntaxState::kCode) {
        if (!FinishOpen(state)) return state;
        state = SyntaxState::kCode;
        continue;
      }
      state = Step();
    }
    return state;
  }

 private:
  bool Starts(std::string_view mark) const {
    return !mark.empty() && line_.substr(at_).starts_with(mark);
  }

  void Emit(std::size_t begin, SyntaxKind kind) {
    if (at_ > begin) spans_->push_back({static_cast<int>(begin), static_cast<int>(at_), kind});
  }

  // Runs to the end of what an earlier line opened; false when it stays open.
  bool FinishOpen(SyntaxState state) {
    const bool comment = state == SyntaxState::kBlockComment;
    const std::string_view close = comment                               ? language_.block_close
                                   : state == SyntaxState::kTripleDouble ? "\"\"\""
                                                                         : "'''";
    const std::size_t begin = at_;
    const std::size_t found = line_.find(close, at_);
    at_ = found == std::string_view::npos ? line_.size() : found + close.size();
    Emit(begin, comment ? SyntaxKind::kComment : SyntaxKind::kString);
    return found != std::string_view::npos;
  }

  SyntaxState Step() {
    const std::size_t begin = at_;
    const char c = line_[at_];
    if (c == ' ' || c == '\t') {
      ++at_;
    } else if (Starts(language_.line_comment) ||
               (language_.directives && c == '#' && line_.find_first_not_of(" \t") == begin)) {
      at_ = line_.size();
      Emit(begin, c == '#' && language_.directives ? SyntaxKind::kDirective : SyntaxKind::kComment);
    } else if (Starts(language_.block_open)) {
      at_ += language_.block_open.size();
      Emit(begin, SyntaxKind::kComment);
      return SyntaxState::kBlockComment;
    } else if (language_.triple_quotes && (Starts("\"\"\"") || Starts("'''"))) {
      at_ += 3;
      Emit(begin, SyntaxKind::kString);
      return c == '"' ? SyntaxState::kTripleDouble : SyntaxState::kTripleSingle;
    } else if (c == '"' || c == '\'') {
      LexString(c);
    } else if (std::isdigit(static_cast<unsigned char>(c)) != 0) {
      while (at_ < line_.size() && (IsWordByte(line_[at_]) || line_[at_] == '.')) ++at_;
      Emit(begin, SyntaxKind::kNumber);
    } else if (IsWordByte(c)) {
      LexWord();
    } else {
      ++at_;
      Emit(begin, SyntaxKind::kPunctuation);
    }
    return SyntaxState::kCode;
  }

  void LexString(char quote) {
    const std::size_t begin = at_++;
    while (at_ < line_.size() && line_[at_] != quote) at_ += line_[at_] == '\\' ? 2 : 1;
    at_ = std::min(at_ + 1, line_.size());
    Emit(begin, SyntaxKind::kString);
  }

  void LexWord() {
    const std::size_t begin = at_;
    while (at_ < line_.size() && IsWordByte(line_[at_])) ++at_;
    const std::string_view word = line_.substr(begin, at_ - begin);
    SyntaxKind kind = SyntaxKind::kText;
    if (language_.keywords.contains(word)) {
      kind = SyntaxKind::kKeyword;
    } else if (language_.types.contains(word)) {
      kind = SyntaxKind::kType;
    } else if (at_ < line_.size() && line_[at_] == '(') {
      kind = SyntaxKind::kFunction;
    }
    Emit(begin, kind);
  }

  const SyntaxLanguage& language_;
  std::string_view line_;
  std::vector<SyntaxSpan>* spans_;
  std::size_t at_ = 0;
};

}  // namespace

const SyntaxLanguage* FindSyntax(std::string_view name) {
  if (name == "python" || name == "py" || name == "python3") return &Python();
  if (name == "cpp" || name == "c++" || name == "cc") return &Cpp();
  return nullptr;
}

std::string_view CommentMark(const SyntaxLanguage& language) { return language.line_comment; }

SyntaxState LexLine(const SyntaxLanguage& language, std::string_view line, SyntaxState state,
                    std::vector<SyntaxSpan>* spans) {
  return Lexer(language, line, spans).Run(state);
}

}  // namespace app
