// Gathering and ranking words.
#include "app/ui/widgets/completion.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <map>
#include <tuple>

#include "app/ui/widgets/text_search.h"
#include "interview/model/signature.h"

namespace app {
namespace {

constexpr int kLinesAround = 2000;
constexpr std::size_t kShortestWord = 2;
constexpr int kFar = kLinesAround + 1;

char Lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

bool HasPrefix(std::string_view word, std::string_view prefix) {
  return word.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), word.begin(),
                    [](char a, char b) { return Lower(a) == Lower(b); });
}

bool HasLettersOf(std::string_view word, std::string_view letters) {
  std::size_t found = 0;
  for (const char c : word) {
    if (found < letters.size() && Lower(c) == Lower(letters[found])) ++found;
  }
  return found == letters.size();
}

// 0 is best; nullopt: it does not fit.
std::optional<int> Fit(std::string_view word, std::string_view typed) {
  if (word == typed) return std::nullopt;
  if (word.starts_with(typed)) return 0;
  if (HasPrefix(word, typed)) return 1;
  // The first letter has to be right, or everything fits everything.
  if (HasPrefix(word, typed.substr(0, 1)) && HasLettersOf(word, typed)) return 2;
  return std::nullopt;
}

struct Candidate {
  CompletionSource source = CompletionSource::kText;
  int fit = 0;
  int distance = kFar;  // in lines, for words of the text
};

using Candidates = std::map<std::string, Candidate, std::less<>>;

void Offer(std::string_view word, std::string_view typed, CompletionSource source, int distance,
           Candidates* all) {
  const auto fit = Fit(word, typed);
  if (!fit) return;
  const auto known = all->find(word);
  if (known == all->end()) {
    all->emplace(std::string(word), Candidate{source, *fit, distance});
  } else {
    known->second.distance = std::min(known->second.distance, distance);
  }
}

void OfferWordsOf(const TextBuffer& text, int line, TextPosition typed_at, std::string_view typed,
                  Candidates* all) {
  const std::string_view content = text.Line(line);
  std::size_t i = 0;
  while (i < content.size()) {
    if (!IsWordByte(content[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < content.size() && IsWordByte(content[i])) ++i;
    const std::string_view word = content.substr(begin, i - begin);
    const bool number = std::isdigit(static_cast<unsigned char>(word[0])) != 0;
    const bool itself = TextPosition{line, static_cast<int>(begin)} == typed_at;
    if (number || itself || word.size() < kShortestWord) continue;
    Offer(word, typed, CompletionSource::kText, std::abs(line - typed_at.line), all);
  }
}

}  // namespace

Completions Complete(const TextBuffer& text, const CompletionWords& words, std::size_t limit) {
  const TextPosition caret = text.caret();
  Completions result{caret, {}};
  const std::string& line = text.Line(caret.line);
  while (result.begin.column > 0 &&
         IsWordByte(line[static_cast<std::size_t>(result.begin.column) - 1])) {
    --result.begin.column;
  }
  const std::string typed = text.TextBetween(result.begin, caret);
  if (!typed.empty() && std::isdigit(static_cast<unsigned char>(typed[0])) != 0) return result;
  Candidates all;
  for (const std::string& name : words.names) {
    Offer(name, typed, CompletionSource::kSignature, 0, &all);
  }
  for (const std::string_view keyword : words.keywords) {
    Offer(keyword, typed, CompletionSource::kKeyword, kFar, &all);
  }
  const int first = std::max(0, caret.line - kLinesAround);
  const int last = std::min(text.line_count() - 1, caret.line + kLinesAround);
  for (int i = first; i <= last; ++i) OfferWordsOf(text, i, result.begin, typed, &all);

  std::vector<const Candidates::value_type*> order;
  order.reserve(all.size());
  for (const auto& candidate : all) order.push_back(&candidate);
  const auto key = [](const Candidates::value_type* c) {
    const bool from_signature = c->second.source == CompletionSource::kSignature;
    return std::tuple(c->second.fit, !from_signature, c->second.distance, c->first.size());
  };
  std::stable_sort(order.begin(), order.end(),
                   [&key](const auto* a, const auto* b) { return key(a) < key(b); });
  for (std::size_t i = 0; i < std::min(limit, order.size()); ++i) {
    result.items.push_back({order[i]->first, order[i]->second.source});
  }
  return result;
}

std::vector<std::string> NamesOf(const interview::Signature& signature) {
  std::vector<std::string> names = {signature.name};
  const auto add = [&names](const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  };
  for (const interview::Parameter& p : signature.params) add(p.name);
  for (const interview::Method& method : signature.methods) {
    add(method.name);
    for (const interview::Parameter& p : method.params) add(p.name);
  }
  return names;
}

}  // namespace app
