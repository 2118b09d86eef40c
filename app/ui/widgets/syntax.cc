// The lexer, and the rules of interview/model/language.h made ready for it.
#include "app/ui/widgets/syntax.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <string>
#include <unordered_set>
#include <utility>

#include "interview/model/language.h"

namespace app {

struct SyntaxLanguage {
  enum class Form { kCode, kJson, kMarkdown };

  explicit SyntaxLanguage(interview::SyntaxRules its_rules, Form its_form = Form::kCode)
      : rules(std::move(its_rules)),
        form(its_form),
        keywords(rules.keywords.begin(), rules.keywords.end()),
        types(rules.types.begin(), rules.types.end()) {}

  interview::SyntaxRules rules;
  Form form;
  std::unordered_set<std::string_view> keywords;
  std::unordered_set<std::string_view> types;
};

namespace {

bool IsWordByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || c == '_' || byte >= 0x80;
}

// One pass over one line.
class Lexer {
 public:
  Lexer(const SyntaxLanguage& language, std::string_view line, std::vector<SyntaxSpan>* spans)
      : language_(language), rules_(language.rules), line_(line), spans_(spans) {}

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

  static std::size_t StringIndex(SyntaxState state) {
    return state == SyntaxState::kFirstString ? 0 : 1;
  }

  // Runs to the end of what an earlier line opened; false when it stays open.
  bool FinishOpen(SyntaxState state) {
    const bool is_comment = state == SyntaxState::kBlockComment;
    const std::string_view close =
        is_comment ? rules_.block_close : rules_.long_strings[StringIndex(state)];
    const std::size_t begin = at_;
    while (at_ < line_.size() && !Starts(close)) {
      at_ += !is_comment && line_[at_] == '\\' ? 2 : 1;
    }
    const bool is_closed = at_ < line_.size();
    at_ = is_closed ? at_ + close.size() : line_.size();
    Emit(begin, is_comment ? SyntaxKind::kComment : SyntaxKind::kString);
    return is_closed;
  }

  SyntaxState Step() {
    const std::size_t begin = at_;
    const char c = line_[at_];
    if (c == ' ' || c == '\t') {
      ++at_;
    } else if (Starts(rules_.line_comment) ||
               (rules_.has_directives && c == '#' && line_.find_first_not_of(" \t") == begin)) {
      at_ = line_.size();
      Emit(begin,
           c == '#' && rules_.has_directives ? SyntaxKind::kDirective : SyntaxKind::kComment);
    } else if (Starts(rules_.block_open)) {
      at_ += rules_.block_open.size();
      Emit(begin, SyntaxKind::kComment);
      return SyntaxState::kBlockComment;
    } else if (Starts(rules_.long_strings[0]) || Starts(rules_.long_strings[1])) {
      const SyntaxState state =
          Starts(rules_.long_strings[0]) ? SyntaxState::kFirstString : SyntaxState::kSecondString;
      at_ += rules_.long_strings[StringIndex(state)].size();
      Emit(begin, SyntaxKind::kString);
      return state;
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
    const std::size_t next = line_.find_first_not_of(" \t", at_);
    const bool is_name = language_.form == SyntaxLanguage::Form::kJson &&
                         next != std::string_view::npos && line_[next] == ':';
    Emit(begin, is_name ? SyntaxKind::kFunction : SyntaxKind::kString);
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
  const interview::SyntaxRules& rules_;
  std::string_view line_;
  std::vector<SyntaxSpan>* spans_;
  std::size_t at_ = 0;
};

// One pass over one line of Markdown. kFirstString is a fenced block.
class MarkdownLexer {
 public:
  MarkdownLexer(std::string_view line, std::vector<SyntaxSpan>* spans)
      : line_(line), spans_(spans) {}

  SyntaxState Run(SyntaxState state) {
    const std::size_t first = std::min(line_.find_first_not_of(" \t"), line_.size());
    const std::string_view body = line_.substr(first);
    const bool fence = body.starts_with("```") || body.starts_with("~~~");
    const bool fenced = state == SyntaxState::kFirstString;
    if (fence || fenced) {
      Emit(first, line_.size(), fence ? SyntaxKind::kPunctuation : SyntaxKind::kString);
      return fence == fenced ? SyntaxState::kCode : SyntaxState::kFirstString;
    }
    if (IsHeading(body)) {
      Emit(first, line_.size(), SyntaxKind::kKeyword);
      return SyntaxState::kCode;
    }
    at_ = first + MarkerOf(body);
    Emit(first, at_, SyntaxKind::kPunctuation);
    while (at_ < line_.size()) Step();
    return SyntaxState::kCode;
  }

 private:
  static bool IsHeading(std::string_view body) {
    const std::size_t hashes = std::min(body.find_first_not_of('#'), body.size());
    return hashes > 0 && hashes <= 6 && (hashes == body.size() || body[hashes] == ' ');
  }

  // Bytes of what makes the line an item or a quotation.
  static std::size_t MarkerOf(std::string_view body) {
    if (body.starts_with("- ") || body.starts_with("* ") || body.starts_with("+ ") ||
        body.starts_with("> ")) {
      return 1;
    }
    const std::size_t digits = std::min(body.find_first_not_of("0123456789"), body.size());
    const bool numbered = digits > 0 && (body.substr(digits).starts_with(". ") ||
                                         body.substr(digits).starts_with(") "));
    return numbered ? digits + 1 : 0;
  }

  void Emit(std::size_t begin, std::size_t end, SyntaxKind kind) {
    if (begin < end) spans_->push_back({static_cast<int>(begin), static_cast<int>(end), kind});
  }

  // What stands between two of `mark`, with them; false when there is no second one.
  bool TakeBetween(std::string_view mark, std::string_view close, SyntaxKind kind) {
    if (!line_.substr(at_).starts_with(mark)) return false;
    const std::size_t end = line_.find(close, at_ + mark.size());
    if (end == std::string_view::npos || end == at_ + mark.size()) return false;
    Emit(at_, end + close.size(), kind);
    at_ = end + close.size();
    return true;
  }

  void Step() {
    if (TakeBetween("`", "`", SyntaxKind::kString) || TakeBetween("**", "**", SyntaxKind::kType) ||
        TakeBetween("$", "$", SyntaxKind::kNumber) ||
        TakeBetween("](", ")", SyntaxKind::kComment)) {
      return;
    }
    const std::size_t begin = at_;
    at_ = std::min(line_.find_first_of("`*$]", at_ + 1), line_.size());
    Emit(begin, at_, SyntaxKind::kText);
  }

  std::string_view line_;
  std::vector<SyntaxSpan>* spans_;
  std::size_t at_ = 0;
};

}  // namespace

const SyntaxLanguage* FindSyntax(std::string_view name) {
  static const std::map<std::string_view, SyntaxLanguage> languages = [] {
    std::map<std::string_view, SyntaxLanguage> all;
    for (const interview::Language language : interview::kLanguages) {
      const interview::LanguageInfo& info = interview::InfoOf(language);
      all.emplace(info.name, info.syntax);
      all.emplace(info.extension, info.syntax);
    }
    using Form = SyntaxLanguage::Form;
    interview::SyntaxRules json;
    json.keywords = {"true", "false", "null"};
    all.emplace("json", SyntaxLanguage(json, Form::kJson));
    for (const char* markdown : {"markdown", "md"}) {
      all.emplace(markdown, SyntaxLanguage(interview::SyntaxRules(), Form::kMarkdown));
    }
    return all;
  }();
  const auto found = languages.find(name);
  return found == languages.end() ? nullptr : &found->second;
}

std::string_view CommentMark(const SyntaxLanguage& language) { return language.rules.line_comment; }

SyntaxState LexLine(const SyntaxLanguage& language, std::string_view line, SyntaxState state,
                    std::vector<SyntaxSpan>* spans) {
  if (language.form == SyntaxLanguage::Form::kMarkdown) {
    return MarkdownLexer(line, spans).Run(state);
  }
  return Lexer(language, line, spans).Run(state);
}

}  // namespace app
