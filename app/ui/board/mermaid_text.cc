// Entities and line breaks of Mermaid labels.
#include "app/ui/board/mermaid_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <utility>

namespace app {
namespace {

void AppendUtf8(unsigned code, std::string* text) {
  const auto byte = [&](unsigned value) { *text += static_cast<char>(value); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0 | code >> 6);
    byte(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    byte(0xE0 | code >> 12);
    byte(0x80 | (code >> 6 & 0x3F));
    byte(0x80 | (code & 0x3F));
  } else {
    byte(0xF0 | code >> 18);
    byte(0x80 | (code >> 12 & 0x3F));
    byte(0x80 | (code >> 6 & 0x3F));
    byte(0x80 | (code & 0x3F));
  }
}

}  // namespace

std::string Unescaped(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kNamed = {
      {{"quot", "\""}, {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"hash", "#"}, {"nbsp", " "}}};
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t close = text.find('>', i);
    if (text[i] == '<' && text.substr(i, 3) == "<br" && close != std::string_view::npos &&
        close - i <= 5) {
      plain += '\n';
      i = close;
      continue;
    }
    const std::size_t end = text[i] == '#' ? text.find(';', i) : std::string_view::npos;
    if (end == std::string_view::npos || end - i > 8 || end == i + 1) {
      plain += text[i];
      continue;
    }
    const std::string_view name = text.substr(i + 1, end - i - 1);
    const auto named = std::find_if(kNamed.begin(), kNamed.end(),
                                    [&](const auto& entry) { return entry.first == name; });
    const bool number = std::all_of(name.begin(), name.end(), [](char c) {
      return std::isdigit(static_cast<unsigned char>(c)) != 0;
    });
    const unsigned long code = number ? std::stoul(std::string(name)) : 0;
    if (named != kNamed.end()) {
      plain += named->second;
    } else if (code > 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF)) {
      AppendUtf8(static_cast<unsigned>(code), &plain);
    } else {
      plain += text[i];
      continue;
    }
    i = end;
  }
  return plain;
}

}  // namespace app
