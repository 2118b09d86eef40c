// The lexer, and the rules of interview/model/language.h made ready for it.
#include "app/ui/widgets/syntax.h"

#include <cctype>
#include <map>
#include <string>
#include <unordered_set>

#include "interview/model/language.h"

namespace app {

struct SyntaxLanguage {
  explicit SyntaxLanguage(const interview::SyntaxRules& its_rules)
      : rules(its_rules),
        keywords(its_rules.keywords.begin(), its_rules.keywords.end()),
        types(its_rules.types.begin(), its_rules.types.end()) {}

  const interview::SyntaxRules& rules;
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
  const interview::SyntaxRules& rules_;
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
    return all;
  }();
  const auto found = languages.find(name);
  return found == languages.end() ? nullptr : &found->second;
}

std::string_view CommentMark(const SyntaxLanguage& language) { return language.rules.line_comment; }

SyntaxState LexLine(const SyntaxLanguage& language, std::string_view line, SyntaxState state,
                    std::vector<SyntaxSpan>* spans) {
  return Lexer(language, line, spans).Run(state);
}

}  // namespace app
