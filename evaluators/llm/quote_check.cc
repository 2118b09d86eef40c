// Normal forms and ordered search.
#include "evaluators/llm/quote_check.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace evaluators {
namespace {

constexpr std::size_t kLeastLetters = 4;

// UTF-8 characters that are typed in more than one way.
constexpr std::array<std::pair<std::string_view, std::string_view>, 26> kVariants = {{
    {"\u2018", "'"},  {"\u2019", "'"},  {"\u201A", "'"},  {"\u201B", "'"},  {"\u2032", "'"},
    {"\u201C", "\""}, {"\u201D", "\""}, {"\u201E", "\""}, {"\u00AB", "\""}, {"\u00BB", "\""},
    {"\u2010", "-"},  {"\u2011", "-"},  {"\u2012", "-"},  {"\u2013", "-"},  {"\u2014", "-"},
    {"\u2212", "-"},  {"\u00A0", " "},  {"\u2009", " "},  {"\u202F", " "},  {"\u2026", "..."},
    {"\u200B", ""},   {"\u200C", ""},   {"\u200D", ""},   {"\u2060", ""},   {"\uFEFF", ""},
    {"\u00AD", ""},
}};

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Part of a word; bytes of characters beyond ASCII are.
bool IsWord(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalnum(byte) != 0;
}

std::size_t Letters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), IsWord));
}

// The text without the quotation marks, emphasis and stops around it.
std::string_view Trim(std::string_view text) {
  constexpr std::string_view kAround = " \"'.,;:!?";
  const std::size_t first = text.find_first_not_of(kAround);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kAround) - first + 1);
}

// Where `part` stands in `text` from `from` on as whole words; npos where it does not.
std::size_t FindWords(std::string_view text, std::string_view part, std::size_t from) {
  for (std::size_t at = text.find(part, from); at != std::string_view::npos;
       at = text.find(part, at + 1)) {
    const std::size_t end = at + part.size();
    const bool begins = at == 0 || !IsWord(part.front()) || !IsWord(text[at - 1]);
    const bool ends = end == text.size() || !IsWord(part.back()) || !IsWord(text[end]);
    if (begins && ends) return at;
  }
  return std::string_view::npos;
}

bool StandsIn(std::string_view text, const std::vector<std::string_view>& parts) {
  std::size_t from = 0;
  for (const std::string_view part : parts) {
    const std::size_t at = FindWords(text, part, from);
    if (at == std::string_view::npos) return false;
    from = at + part.size();
  }
  return true;
}

}  // namespace

std::string NormaliseForQuote(std::string_view text) {
  std::string normal;
  normal.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto variant = std::find_if(kVariants.begin(), kVariants.end(), [&](const auto& v) {
      return text.substr(i).starts_with(v.first);
    });
    if (variant != kVariants.end() && variant->second != " ") {
      normal += variant->second;
      i += variant->first.size();
      continue;
    }
    const bool is_space = variant != kVariants.end() || IsSpace(text[i]);
    if (is_space) {
      if (!normal.empty() && normal.back() != ' ') normal += ' ';
    } else if (text[i] != '`' && text[i] != '*') {
      normal += static_cast<char>(std::tolower(static_cast<unsigned char>(text[i])));
    }
    i += variant != kVariants.end() ? variant->first.size() : 1;
  }
  while (normal.ends_with(' ')) normal.pop_back();
  return normal;
}

QuoteCheck::QuoteCheck(const std::vector<std::string>& texts) {
  for (const std::string& text : texts) texts_.push_back(NormaliseForQuote(text));
}

bool QuoteCheck::Stands(std::string_view quote) const {
  constexpr std::string_view kOmission = "...";
  const std::string normal = NormaliseForQuote(quote);
  std::vector<std::string_view> parts;
  for (std::size_t from = 0; from <= normal.size();) {
    const std::size_t end = std::min(normal.find(kOmission, from), normal.size());
    const std::string_view part = Trim(std::string_view(normal).substr(from, end - from));
    if (!part.empty()) parts.push_back(part);
    from = end + kOmission.size();
  }
  if (parts.empty()) return false;
  const bool is_short = std::any_of(parts.begin(), parts.end(), [](std::string_view part) {
    return Letters(part) < kLeastLetters;
  });
  return std::any_of(texts_.begin(), texts_.end(), [&](const std::string& text) {
    return is_short ? parts.size() == 1 && Trim(text) == parts[0] : StandsIn(text, parts);
  });
}

}  // namespace evaluators
