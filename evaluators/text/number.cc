// A hand-written reader, as no locale must change what "1.5" means.
#include "evaluators/text/number.h"

#include <cctype>
#include <cmath>
#include <string>
#include <unordered_map>

namespace evaluators {
namespace {

bool IsDigit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

bool IsThousandsComma(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] == ',' && IsDigit(text, at + 1) && IsDigit(text, at + 2) &&
         IsDigit(text, at + 3) && !IsDigit(text, at + 4);
}

// The exponent of "1e-4" at the 'e'; 0 bytes when it is a letter of a word.
std::size_t ReadExponent(std::string_view text, std::size_t at, int* exponent) {
  if (at >= text.size() || (text[at] != 'e' && text[at] != 'E')) return 0;
  std::size_t end = at + 1;
  const bool negative = end < text.size() && text[end] == '-';
  if (end < text.size() && (text[end] == '-' || text[end] == '+')) ++end;
  if (!IsDigit(text, end)) return 0;
  int value = 0;
  for (; IsDigit(text, end); ++end) value = value > 999 ? value : value * 10 + (text[end] - '0');
  *exponent = negative ? -value : value;
  return end - at;
}

}  // namespace

std::optional<ReadNumber> ReadNumberAt(std::string_view text, std::size_t at) {
  ReadNumber number;
  std::size_t end = at;
  if (!IsDigit(text, end) && !(end < text.size() && text[end] == '.' && IsDigit(text, end + 1))) {
    return std::nullopt;
  }
  while (IsDigit(text, end) || (end > at && IsThousandsComma(text, end))) {
    if (text[end] != ',') number.value = number.value * 10 + (text[end] - '0');
    ++end;
  }
  if (end < text.size() && text[end] == '.' && IsDigit(text, end + 1)) {
    double fraction = 0;
    double scale = 1;
    for (++end; IsDigit(text, end); ++end, ++number.decimals) {
      if (number.decimals < 17) {
        fraction = fraction * 10 + (text[end] - '0');
        scale *= 10;
      }
    }
    number.value += fraction / scale;
  }
  int exponent = 0;
  const std::size_t exponent_length = ReadExponent(text, end, &exponent);
  if (exponent_length > 0) {
    number.value *= std::pow(10.0, exponent);
    end += exponent_length;
  }
  number.length = end - at;
  return number;
}

std::optional<double> ScaleOf(std::string_view suffix) {
  static const std::unordered_map<std::string, double> scales = {{"k", 1e3},
                                                                 {"m", 1e6},
                                                                 {"mn", 1e6},
                                                                 {"b", 1e9},
                                                                 {"bn", 1e9},
                                                                 {"g", 1e9},
                                                                 {"t", 1e12},
                                                                 {"ki", 1024.0},
                                                                 {"mi", 1048576.0},
                                                                 {"gi", 1073741824.0},
                                                                 {"ti", 1099511627776.0},
                                                                 {"thousand", 1e3},
                                                                 {"million", 1e6},
                                                                 {"billion", 1e9},
                                                                 {"trillion", 1e12},
                                                                 {"thousands", 1e3},
                                                                 {"millions", 1e6},
                                                                 {"billions", 1e9},
                                                                 {"trillions", 1e12}};
  std::string lower;
  for (const char c : suffix) {
    lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  const auto found = scales.find(lower);
  if (found == scales.end()) return std::nullopt;
  return found->second;
}

}  // namespace evaluators
