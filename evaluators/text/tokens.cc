// One pass over the plain characters; the sentence breaks are found on the way.
#include "evaluators/text/tokens.h"

#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "evaluators/text/number.h"
#include "evaluators/text/plain_text.h"
#include "evaluators/text/spelling.h"
#include "evaluators/text/stemmer.h"

namespace evaluators {
namespace {

constexpr std::size_t kLongestComplexity = 60;  // characters of "O(...)"

bool IsSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
bool IsWordByte(char c) { return IsLetter(c) || IsDigit(c); }

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : plain_(ToPlainText(text)) {
    letters_.reserve(plain_.size());
    for (const PlainCharacter& character : plain_) letters_ += character.letter;
  }

  TokenizedText Run() {
    while (at_ < letters_.size()) Step();
    EndSentence();
    MarkScales();
    return std::move(out_);
  }

 private:
  char Peek(std::size_t ahead = 0) const {
    return at_ + ahead < letters_.size() ? letters_[at_ + ahead] : '\n';
  }

  void Step() {
    const char c = Peek();
    if (IsSpace(c)) {
      if (c == '\n') Newline();
      ++at_;
      spaced_ = true;
    } else if (IsLetter(c)) {
      Word();
    } else if (IsDigit(c) || (c == '.' && IsDigit(Peek(1)) && !LastIsNumberHere())) {
      Number();
    } else if (c == ';') {
      ++at_;
      EndSentence();
    } else if (c == '.' || c == '!' || c == '?') {
      ++at_;
      if (EndsHere(c)) EndSentence();
    } else {
      Symbol();
    }
  }

  bool LastIsNumberHere() const {
    return !spaced_ && !out_.tokens.empty() && out_.tokens.back().kind == Token::Kind::kNumber;
  }

  // Just behind a '.', '!' or '?'.
  bool EndsHere(char mark) const {
    const char next = Peek();
    if (!IsSpace(next) && next != '"' && next != '\'' && next != ')')
      return mark != '.' && next != '=';
    if (mark != '.' || out_.tokens.empty()) return true;
    const Token& last = out_.tokens.back();
    if (last.kind != Token::Kind::kWord) return true;
    if (last.text == "vs" || last.text == "cf" || last.text == "approx") return false;
    const bool dotted_letter = last.text.size() == 1 && at_ >= 3 && letters_[at_ - 3] == '.';
    return !dotted_letter;  // "e.g." and "i.e." go on
  }

  // A line break ends a sentence unless the next line goes on in lower case; the mark of a list
  // item is skipped.
  void Newline() {
    std::size_t next = at_ + 1;
    while (next < letters_.size() && (letters_[next] == ' ' || letters_[next] == '\t')) ++next;
    const bool goes_on = next < letters_.size() && IsLetter(letters_[next]) && !plain_[next].upper;
    if (!goes_on) EndSentence();
    if (next < letters_.size() && (letters_[next] == '\n' || letters_[next] == '\r')) ++paragraph_;
    if (next + 1 < letters_.size() && letters_[next + 1] == ' ' &&
        std::string_view("-*+#>").find(letters_[next]) != std::string_view::npos) {
      at_ = next;
      return;
    }
    std::size_t digits = next;
    while (digits < letters_.size() && IsDigit(letters_[digits])) ++digits;
    if (digits > next && digits - next <= 2 && digits + 1 < letters_.size() &&
        (letters_[digits] == '.' || letters_[digits] == ')') && letters_[digits + 1] == ' ') {
      at_ = digits;
    }
  }

  void Word() {
    const std::size_t begin = at_;
    while (IsWordByte(Peek()) || (Peek() == '\'' && IsLetter(Peek(1)))) ++at_;
    std::string text = letters_.substr(begin, at_ - begin);
    std::size_t end = at_;
    if (text.size() > 2 && text.ends_with("'s")) {
      text.resize(text.size() - 2);
      end -= 2;
    }
    Token token{.text = CommonSpelling(std::move(text))};
    const WordFacts& facts = FactsOf(token.text);
    token.stem = facts.stem;
    token.is_stop = facts.is_stop;
    token.is_function = facts.is_function;
    token.is_negation = facts.is_negation;
    token.starts_clause = facts.starts_clause;
    token.is_foreign = facts.is_foreign;
    if (token.text == "o" && Peek() == '(') token.complexity = Complexity();
    Push(std::move(token), begin, end);
  }

  // At the '(' of "O(n log n)"; empty when it never closes.
  std::string Complexity() const {
    int depth = 0;
    for (std::size_t i = at_; i < letters_.size() && i < at_ + kLongestComplexity; ++i) {
      if (letters_[i] == '(') ++depth;
      if (letters_[i] == ')' && --depth == 0) {
        return CanonicalComplexity("o" + letters_.substr(at_, i + 1 - at_));
      }
    }
    return {};
  }

  void Number() {
    const std::size_t begin = at_;
    const ReadNumber read = *ReadNumberAt(letters_, at_);
    at_ += read.length;
    Token token{.kind = Token::Kind::kNumber, .value = read.value};
    if (const std::size_t mark = PowerMark(); mark > 0) {
      const std::optional<ReadNumber> power = ReadNumberAt(letters_, at_ + mark);
      token.value = std::pow(token.value, power->value);
      at_ += mark + power->length;
    } else {
      ReadSuffix(&token);
    }
    token.text = letters_.substr(begin, at_ - begin);
    token.stem = token.text;
    Push(std::move(token), begin, at_);
  }

  // Bytes of '^' or "**" before the exponent of a numeric power; 0: none here.
  std::size_t PowerMark() const {
    if (Peek() == '^' && IsDigit(Peek(1))) return 1;
    if (Peek() == '*' && Peek(1) == '*' && IsDigit(Peek(2))) return 2;
    return 0;
  }

  void ReadSuffix(Token* token) {
    std::size_t end = at_;
    while (end < letters_.size() && IsWordByte(letters_[end])) ++end;
    const std::string suffix = letters_.substr(at_, end - at_);
    if (suffix == "k" || suffix == "m" || suffix == "b" || suffix == "bn" || suffix == "mn") {
      token->value *= *ScaleOf(suffix);
      at_ = end;
      return;
    }
    const std::size_t percent = Peek() == ' ' && Peek(1) == '%' ? 1 : 0;
    if (Peek(percent) == '%') {
      token->value /= 100;
      token->percent = true;
      at_ += percent + 1;
    }
  }

  void Symbol() {
    const std::size_t begin = at_;
    const std::string_view two = std::string_view(letters_).substr(at_, 2);
    const bool pair = two == "->" || two == "=>" || two == "<=" || two == ">=" || two == "**" ||
                      two == "!=" || two == "==";
    at_ += pair ? 2 : 1;
    const std::string text = two == "**" ? "^" : letters_.substr(begin, at_ - begin);
    Push({.kind = Token::Kind::kSymbol, .text = text, .stem = text}, begin, at_);
  }

  // `begin` and `end` count plain characters; the token gets bytes of the original.
  void Push(Token token, std::size_t begin, std::size_t end) {
    token.begin = plain_[begin].begin;
    token.end = plain_[end - 1].end;
    token.sentence = out_.sentences.size();
    token.paragraph = paragraph_;
    token.glued = !spaced_ && !out_.tokens.empty();
    spaced_ = false;
    out_.tokens.push_back(std::move(token));
  }

  void EndSentence() {
    const std::size_t last = out_.tokens.size();
    if (last > sentence_first_) out_.sentences.push_back({sentence_first_, last});
    sentence_first_ = last;
    spaced_ = true;
  }

  // "5 million", "5 percent": the word stays a token, the number before it takes its meaning.
  void MarkScales() {
    for (std::size_t i = 1; i < out_.tokens.size(); ++i) {
      Token& number = out_.tokens[i - 1];
      const std::string& word = out_.tokens[i].text;
      if (number.kind != Token::Kind::kNumber || out_.tokens[i].kind != Token::Kind::kWord)
        continue;
      if (word == "percent" && !number.percent) {
        number.value /= 100;
        number.percent = true;
      } else if (word.size() > 5) {
        number.value *= ScaleOf(word).value_or(1.0);
      }
    }
  }

  std::vector<PlainCharacter> plain_;
  std::string letters_;
  std::size_t at_ = 0;
  bool spaced_ = true;
  std::size_t sentence_first_ = 0;
  std::size_t paragraph_ = 0;
  TokenizedText out_;
};

void ReplaceAll(std::string* text, std::string_view from, std::string_view to) {
  for (std::size_t at = text->find(from); at != std::string::npos;
       at = text->find(from, at + to.size())) {
    text->replace(at, from.size(), to);
  }
}

}  // namespace

TokenizedText Tokenize(std::string_view text) { return Tokenizer(text).Run(); }

std::string CanonicalComplexity(std::string_view text) {
  std::string canonical;
  for (const PlainCharacter& character : ToPlainText(text)) {
    if (!IsSpace(character.letter)) canonical += character.letter;
  }
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kSpellings = {
      {{"**", "^"},
       {"*", ""},
       {"log_2", "log"},
       {"log2", "log"},
       {"lg", "log"},
       {"squared", "^2"}}};
  for (const auto& [from, to] : kSpellings) ReplaceAll(&canonical, from, to);
  ReplaceAll(&canonical, "log(n)", "logn");
  return canonical;
}

}  // namespace evaluators
