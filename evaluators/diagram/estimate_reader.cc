// Units, periods, ranges and signs as people type them; the arithmetic itself is arithmetic.h.
#include "evaluators/diagram/estimate_reader.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "evaluators/diagram/arithmetic.h"
#include "evaluators/text/number.h"

namespace evaluators {
namespace {

struct Unit {
  std::string_view name;
  char family;  // 'b' bytes, 's' seconds: only these convert into each other
  double size;
};

constexpr std::array<Unit, 27> kUnits = {{
    {"bytes", 'b', 1},
    {"byte", 'b', 1},
    {"kb", 'b', 1e3},
    {"mb", 'b', 1e6},
    {"gb", 'b', 1e9},
    {"tb", 'b', 1e12},
    {"pb", 'b', 1e15},
    {"kib", 'b', 1024},
    {"mib", 'b', 1048576},
    {"gib", 'b', 1073741824.0},
    {"tib", 'b', 1099511627776.0},
    {"us", 's', 1e-6},
    {"ms", 's', 1e-3},
    {"s", 's', 1},
    {"sec", 's', 1},
    {"second", 's', 1},
    {"seconds", 's', 1},
    {"min", 's', 60},
    {"minute", 's', 60},
    {"minutes", 's', 60},
    {"h", 's', 3600},
    {"hour", 's', 3600},
    {"hours", 's', 3600},
    {"day", 's', 86400},
    {"days", 's', 86400},
    {"week", 's', 604800},
    {"weeks", 's', 604800},
}};

std::string Lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

const Unit* FindUnit(std::string_view name) {
  const std::string lower = Lower(name);
  const auto found = std::find_if(kUnits.begin(), kUnits.end(),
                                  [&](const Unit& unit) { return unit.name == lower; });
  return found == kUnits.end() ? nullptr : &*found;
}

bool IsLetter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

void ReplaceAll(std::string* text, std::string_view sign, std::string_view by) {
  for (std::size_t at = text->find(sign); at != std::string::npos;
       at = text->find(sign, at + by.size())) {
    text->replace(at, sign.size(), by);
  }
}

// Unicode signs of arithmetic as ASCII; whatever announces a result as '='.
std::string PlainSigns(std::string_view typed) {
  std::string plain(typed);
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kSigns = {
      {{"×", "*"},
       {"·", "*"},
       {"÷", "/"},
       {"−", "-"},
       {"–", "-"},
       {"—", "-"},
       {"≈", "="},
       {"≃", "="},
       {"≅", "="},
       {"→", "="},
       {"⇒", "="},
       {"->", "="},
       {"=>", "="},
       {"~=", "="},
       {"=~", "="},
       {"\u00a0", " "},
       {"**", "^"}}};
  for (const auto& [sign, ascii] : kSigns) ReplaceAll(&plain, sign, ascii);
  // "10⁹" as "10^9".
  static constexpr std::array<std::string_view, 10> kRaised = {"⁰", "¹", "²", "³", "⁴",
                                                               "⁵", "⁶", "⁷", "⁸", "⁹"};
  for (std::size_t digit = 0; digit < kRaised.size(); ++digit) {
    ReplaceAll(&plain, kRaised[digit], std::string("^") + static_cast<char>('0' + digit));
  }
  // The digits of one exponent stand behind one sign.
  for (std::size_t at = plain.find('^'); at != std::string::npos; at = plain.find('^', at + 1)) {
    while (at + 2 < plain.size() && IsDigit(plain[at + 1]) && plain[at + 2] == '^') {
      plain.erase(at + 2, 1);
      if (at + 2 < plain.size() && IsDigit(plain[at + 2])) ++at;
    }
  }
  return plain;
}

double SecondsIn(std::string_view period) {
  const Unit* unit = FindUnit(period);
  if (unit != nullptr && unit->family == 's') return unit->size;
  const std::string lower = Lower(period);
  if (lower == "month" || lower == "months") return 30 * 86400.0;
  if (lower == "year" || lower == "years") return 365 * 86400.0;
  return 0;
}

std::string_view WordAt(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && IsLetter(text[end])) ++end;
  return text.substr(at, end - at);
}

std::size_t SkipSpaces(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

// Seconds in the period of a rate, "items/s", "qps", "views per day"; 0 for what is no rate.
double PeriodOf(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::size_t name = std::string_view::npos;
    if (text[at] == '/') name = SkipSpaces(text, at + 1);
    if (IsLetter(text[at]) && (at == 0 || !IsLetter(text[at - 1]))) {
      const std::string word = Lower(WordAt(text, at));
      if (word == "qps" || word == "rps" || word == "tps") return 1;
      if (word == "qpm" || word == "rpm") return 60;
      if (word == "daily") return 86400;
      if (word == "hourly") return 3600;
      if (word == "per" || word == "a" || word == "an" || word == "each" || word == "every") {
        name = SkipSpaces(text, at + word.size());
      }
    }
    if (name == std::string_view::npos) continue;
    if (const double seconds = SecondsIn(WordAt(text, name)); seconds > 0) return seconds;
  }
  return 0;
}

// Numbers and operators of one side of an equation; words are left out.
class TypedReader {
 public:
  // With kResult, a unit of the expected family converts the number before it.
  enum class Side { kWork, kResult };

  TypedReader(std::string_view text, std::string_view unit, Side side, LetterB letter)
      : text_(text),
        expected_(FindUnit(unit)),
        unit_name_(Lower(unit)),
        side_(side),
        bytes_at_(letter == LetterB::kBytes ? LastBytes(text) : std::string_view::npos) {}

  std::vector<ArithmeticToken> Run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (const auto number = ReadNumberAt(text_, at_)) {
        at_ += number->length;
        double value = number->value;
        ReadSuffix(&value);
        tokens_.push_back({'n', value});
      } else if (IsLetter(c)) {
        Word();
      } else {
        if (std::string_view("+-*/^()").find(c) != std::string_view::npos)
          tokens_.push_back({c, 0});
        ++at_;
      }
    }
    DropEmptyParentheses();
    return std::move(tokens_);
  }

  // A unit that belongs to another family than the expected one.
  bool has_other_unit() const { return has_other_unit_; }

 private:
  // The last "B" directly behind a digit.
  static std::size_t LastBytes(std::string_view text) {
    for (std::size_t at = text.size(); at-- > 1;) {
      if (text[at] == 'B' && IsDigit(text[at - 1]) &&
          (at + 1 == text.size() || !IsLetter(text[at + 1]))) {
        return at;
      }
    }
    return std::string_view::npos;
  }

  // "x" between numbers multiplies, and so does "of" behind a share; "qps", "per", "users" say
  // nothing; "/s" and "/day" are part of a unit.
  void Word() {
    const std::string word = Lower(WordAt(text_, at_));
    const bool behind_number = !tokens_.empty() && tokens_.back().kind == 'n';
    const bool is_fraction = tokens_.size() > 1 && tokens_[tokens_.size() - 2].kind == '/';
    if (behind_number && (word == "x" || (word == "of" && (is_percent_ || is_fraction)))) {
      tokens_.push_back({'*', 0});
    } else if (!tokens_.empty() && tokens_.back().kind == '/') {
      tokens_.pop_back();
    }
    at_ += word.size();
  }

  void ReadSuffix(double* value) {
    is_percent_ = false;
    const std::size_t at = SkipSpaces(text_, at_);
    if (at < text_.size() && text_[at] == '%') {
      *value /= 100;
      is_percent_ = true;
      at_ = at + 1;
      return;
    }
    const std::string_view word = WordAt(text_, at);
    if (word.empty()) return;
    const Unit* unit = FindUnit(at == bytes_at_ ? "bytes" : word);
    if (unit != nullptr) {
      Convert(*unit, value);
      at_ = at + word.size();
    } else if (const auto scale = ScaleOf(word)) {
      *value *= *scale;
      at_ = at + word.size();
      ReadUnitBehindScale(value);
    } else if (!unit_name_.empty() && Lower(word.substr(1)) == unit_name_ &&
               ScaleOf(word.substr(0, 1))) {
      *value *= *ScaleOf(word.substr(0, 1));  // "12kqps"
      at_ = at + word.size();
    }
  }

  // "2 million bytes"
  void ReadUnitBehindScale(double* value) {
    const std::size_t at = SkipSpaces(text_, at_);
    const std::string_view word = WordAt(text_, at);
    const Unit* unit = word.empty() ? nullptr : FindUnit(word);
    if (unit == nullptr) return;
    Convert(*unit, value);
    at_ = at + word.size();
  }

  void Convert(const Unit& unit, double* value) {
    if (expected_ == nullptr) return;
    if (expected_->family != unit.family) {
      has_other_unit_ = true;
    } else if (side_ == Side::kResult) {
      *value *= unit.size / expected_->size;
    }
  }

  void DropEmptyParentheses() {
    for (std::size_t i = 0; i + 1 < tokens_.size();) {
      if (tokens_[i].kind == '(' && tokens_[i + 1].kind == ')') {
        tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(i),
                      tokens_.begin() + static_cast<std::ptrdiff_t>(i) + 2);
        i = i > 0 ? i - 1 : 0;
      } else {
        ++i;
      }
    }
  }

  std::string_view text_;
  const Unit* expected_;
  std::string unit_name_;
  Side side_;
  std::size_t bytes_at_;
  std::size_t at_ = 0;
  bool is_percent_ = false;  // the number read last
  bool has_other_unit_ = false;
  std::vector<ArithmeticToken> tokens_;
};

bool IsOneNumber(const std::vector<ArithmeticToken>& tokens) {
  return tokens.size() == 1 && tokens[0].kind == 'n';
}

std::optional<EstimateReading> ReadSide(std::string_view side, std::string_view unit,
                                        TypedReader::Side kind, LetterB letter) {
  TypedReader reader(side, unit, kind, letter);
  const std::vector<ArithmeticToken> tokens = reader.Run();
  const auto result = EvaluateTokens(tokens);
  if (!result) return std::nullopt;
  EstimateReading reading{result->value, result->value};
  if (!IsOneNumber(tokens)) return reading;
  // What a calculation divides by is its own affair; a single number with a period is converted.
  const double asked = PeriodOf(unit);
  const double given = PeriodOf(side);
  if (asked > 0 && given > 0) reading.low = reading.high = result->value * asked / given;
  reading.other_unit = reader.has_other_unit();
  return reading;
}

// "10-12k qps", "10 to 12k": what stands behind the second number belongs to both, unless the first
// has something of its own.
std::optional<EstimateReading> ReadRange(std::string_view side, std::string_view unit,
                                         LetterB letter) {
  std::size_t first = 0;
  while (first < side.size() && !ReadNumberAt(side, first)) {
    if (std::string_view("+-*/^(").find(side[first]) != std::string_view::npos) return std::nullopt;
    ++first;
  }
  if (first == side.size()) return std::nullopt;
  const std::size_t first_end = first + ReadNumberAt(side, first)->length;
  std::size_t sign = SkipSpaces(side, first_end);
  const std::size_t suffix = WordAt(side, sign) == "to" ? 0 : WordAt(side, sign).size();
  sign = SkipSpaces(side, sign + suffix);
  if (side.substr(sign, 1) != "-" && WordAt(side, sign) != "to") return std::nullopt;
  const std::size_t second = SkipSpaces(side, sign + (side[sign] == '-' ? 1 : 2));
  const auto second_number = ReadNumberAt(side, second);
  if (!second_number) return std::nullopt;
  const std::string_view behind = side.substr(second + second_number->length);
  std::string low(side.substr(first, first_end + (suffix > 0 ? sign - first_end : 0) - first));
  if (suffix == 0) low += behind;
  const auto read = [&](std::string_view text) {
    return ReadSide(text, unit, TypedReader::Side::kResult, letter);
  };
  if (behind.find_first_of("+-*^") != std::string_view::npos) return std::nullopt;
  const auto from = read(low);
  const auto to = read(side.substr(second));
  if (!from || !to || from->low >= to->low) return std::nullopt;
  return EstimateReading{from->low, to->low, to->other_unit};
}

// The ratio is explained by a unit that was left out on one side.
bool IsUnitRatio(double ratio) {
  for (const double base : {1e3, 1024.0}) {
    for (const double power : {-4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0}) {
      for (const double seconds : {1.0, 60.0, 3600.0, 86400.0, 1 / 60.0, 1 / 3600.0, 1 / 86400.0}) {
        const double unit = std::pow(base, power) * seconds;
        if (std::abs(ratio / unit - 1) <= 0.1) return true;
      }
    }
  }
  return false;
}

}  // namespace

std::optional<EstimateReading> ReadEstimate(std::string_view typed, std::string_view unit,
                                            LetterB letter) {
  const std::string plain = PlainSigns(typed);
  std::string_view rest = plain;
  for (auto kind = TypedReader::Side::kResult;; kind = TypedReader::Side::kWork) {
    const std::size_t equals = rest.rfind('=');
    const std::string_view side = equals == std::string_view::npos ? rest : rest.substr(equals + 1);
    if (const auto range = ReadRange(side, unit, letter)) return range;
    if (const auto reading = ReadSide(side, unit, kind, letter)) return reading;
    if (equals == std::string_view::npos) return std::nullopt;
    rest = rest.substr(0, equals);
  }
}

std::optional<double> ContradictingWork(std::string_view typed, std::string_view unit) {
  const std::string plain = PlainSigns(typed);
  const std::string_view all = plain;
  const std::size_t last = all.rfind('=');
  if (last == std::string_view::npos) return std::nullopt;
  const auto result =
      ReadSide(all.substr(last + 1), unit, TypedReader::Side::kResult, LetterB::kBillion);
  const std::size_t before = all.substr(0, last).rfind('=');
  const std::string_view work =
      all.substr(before == std::string_view::npos ? 0 : before + 1,
                 last - (before == std::string_view::npos ? 0 : before + 1));
  const std::vector<ArithmeticToken> tokens =
      TypedReader(work, unit, TypedReader::Side::kResult, LetterB::kBillion).Run();
  const auto value = EvaluateTokens(tokens);
  if (!result || !value || value->used < tokens.size() || IsOneNumber(tokens)) return std::nullopt;
  if (result->low <= 0 || value->value <= 0) return std::nullopt;
  if (IsUnitRatio(value->value / result->low)) return std::nullopt;
  return value->value;
}

}  // namespace evaluators
