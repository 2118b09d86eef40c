// A table of the characters that people use in technical answers.
#include "evaluators/text/plain_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace evaluators {
namespace {

// A word replacement begins and ends with a space, so that it stays a word of its own.
constexpr std::pair<std::string_view, std::string_view> kReplacements[] = {
    {"α", " alpha "},   {"β", " beta "},     {"γ", " gamma "}, {"δ", " delta "},  {"Δ", " delta "},
    {"ε", " epsilon "}, {"ϵ", " epsilon "},  {"η", " eta "},   {"θ", " theta "},  {"Θ", "o"},
    {"λ", " lambda "},  {"μ", " mu "},       {"π", " pi "},    {"ρ", " rho "},    {"σ", " sigma "},
    {"Σ", " sum "},     {"∑", " sum "},      {"τ", " tau "},   {"φ", " phi "},    {"ω", " omega "},
    {"√", " sqrt "},    {"∞", " infinity "}, {"²", "^2"},      {"³", "^3"},       {"⁴", "^4"},
    {"ⁿ", "^n"},        {"½", "1/2"},        {"×", "*"},       {"·", "*"},        {"∙", "*"},
    {"÷", "/"},         {"−", "-"},          {"–", "-"},       {"—", " - "},      {"‐", "-"},
    {"‑", "-"},         {"≤", "<="},         {"≥", ">="},      {"≈", "="},        {"≠", "!="},
    {"→", "->"},        {"⇒", "=>"},         {"’", "'"},       {"‘", "'"},        {"“", "\""},
    {"”", "\""},        {"•", "\n-"},        {"…", "."},       {"\xC2\xA0", " "}, {"ﬁ", "fi"},
    {"ﬂ", "fl"}};

std::size_t SequenceLength(unsigned char lead) {
  if (lead >= 0xF0) return 4;
  if (lead >= 0xE0) return 3;
  if (lead >= 0xC0) return 2;
  return 1;
}

}  // namespace

std::vector<PlainCharacter> ToPlainText(std::string_view utf8) {
  std::vector<PlainCharacter> plain;
  plain.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const char c = utf8[at];
    if (static_cast<unsigned char>(c) < 0x80) {
      const bool upper = c >= 'A' && c <= 'Z';
      plain.push_back({upper ? static_cast<char>(c + 32) : c, upper, at, at + 1});
      ++at;
      continue;
    }
    const std::size_t length =
        std::min(SequenceLength(static_cast<unsigned char>(c)), utf8.size() - at);
    const std::string_view sequence = utf8.substr(at, length);
    const auto* found = std::find_if(std::begin(kReplacements), std::end(kReplacements),
                                     [&](const auto& pair) { return pair.first == sequence; });
    const bool known = found != std::end(kReplacements);
    // Four-byte sequences are pictures: they separate words and say nothing.
    const std::string_view letters = known ? found->second : length == 4 ? " " : sequence;
    for (const char letter : letters) plain.push_back({letter, false, at, at + length});
    at += length;
  }
  return plain;
}

}  // namespace evaluators
