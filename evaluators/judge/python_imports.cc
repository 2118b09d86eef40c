// Reads lines that begin with "import" or "from"; what is in strings or split over lines is not
// worth a parser.
#include "evaluators/judge/python_imports.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

namespace evaluators {
namespace {

constexpr std::array<std::string_view, 5> kSlow = {"numpy", "pandas", "scipy", "sklearn", "torch"};
constexpr std::size_t kMostModules = 16;

bool IsModuleLetter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.';
}

// Takes the next word or sign off `rest`; empty at the end of the line.
std::string_view NextToken(std::string_view* rest) {
  const std::size_t begin = rest->find_first_not_of(" \t\r");
  if (begin == std::string_view::npos || (*rest)[begin] == '#') return {};
  std::size_t end = begin;
  while (end < rest->size() && IsModuleLetter((*rest)[end])) ++end;
  if (end == begin) ++end;
  const std::string_view token = rest->substr(begin, end - begin);
  rest->remove_prefix(end);
  return token;
}

void Add(const std::string& module, std::set<std::string>* found) {
  const std::string_view root = std::string_view(module).substr(0, module.find('.'));
  if (std::ranges::find(kSlow, root) == kSlow.end() || !std::ranges::all_of(module, IsModuleLetter))
    return;
  if (found->size() < kMostModules) found->insert(module);
}

}  // namespace

std::string SlowImports(std::string_view source) {
  std::set<std::string> found;
  while (!source.empty()) {
    const std::size_t end = source.find('\n');
    std::string_view line = source.substr(0, end);
    source.remove_prefix(end == std::string_view::npos ? source.size() : end + 1);
    const std::string_view word = NextToken(&line);
    if (word != "import" && word != "from") continue;
    std::string_view module = NextToken(&line);
    // "import a as b, c" names modules; "from a import b, c" may: a.b is a module or does not
    // exist.
    std::string parent;
    if (word == "from") {
      if (module.empty()) continue;
      Add(std::string(module), &found);
      if (module.find('.') != std::string_view::npos) continue;
      parent = std::string(module) + ".";
      if (NextToken(&line) != "import") continue;
      module = NextToken(&line);
    }
    while (!module.empty()) {
      if (module != "(") Add(parent + std::string(module), &found);
      while (!module.empty() && module != "," && module != "(") module = NextToken(&line);
      module = NextToken(&line);
    }
  }
  std::string joined;
  for (const std::string& module : found) joined += (joined.empty() ? "" : ",") + module;
  return joined;
}

}  // namespace evaluators
