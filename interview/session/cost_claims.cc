// Finding and normalising of costs.
#include "interview/session/cost_claims.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

namespace interview {
namespace {

// The text between the parenthesis at `open` and its partner; npos where there is none.
std::size_t Closing(std::string_view text, std::size_t open) {
  int depth = 0;
  for (std::size_t i = open; i < text.size(); ++i) {
    if (text[i] == '(') ++depth;
    if (text[i] == ')' && --depth == 0) return i;
  }
  return std::string_view::npos;
}

std::string Replace(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string SortTerms(const std::string& sum) {
  std::vector<std::string> terms(1);
  for (const char c : sum) {
    if (c == '+') {
      terms.emplace_back();
    } else {
      terms.back() += c;
    }
  }
  std::sort(terms.begin(), terms.end());
  std::string out;
  for (const std::string& term : terms) out += (out.empty() ? "" : "+") + term;
  return out;
}

// The only size a cost depends on becomes n.
std::string RenameOnlySize(std::string cost) {
  const std::string bare = Replace(Replace(cost, "log", " "), "sqrt", " ");
  std::set<char> sizes;
  for (const char c : bare) {
    if (std::isalpha(static_cast<unsigned char>(c)) != 0) sizes.insert(c);
  }
  if (sizes.size() != 1 || *sizes.begin() == 'n') return cost;
  const char size = *sizes.begin();
  std::string out;
  for (std::size_t i = 0; i < cost.size(); ++i) {
    if (cost.compare(i, 3, "log") == 0) {
      out += "log";
      i += 2;
    } else {
      out += cost[i] == size ? 'n' : cost[i];
    }
  }
  return out;
}

}  // namespace

std::string NormalCost(std::string_view cost) {
  const std::size_t big_o = cost.find("O(");
  if (big_o != std::string_view::npos) {
    const std::size_t close = Closing(cost, big_o + 1);
    if (close == std::string_view::npos) return {};
    cost = cost.substr(big_o + 2, close - big_o - 2);
  }
  std::string text = Replace(Replace(std::string(cost), "²", "^2"), "³", "^3");
  text = Replace(std::move(text), "**", "^");
  std::string out;
  for (const char c : text) {
    const bool dropped = c == ' ' || c == '*' || c == '(' || c == ')';
    if (!dropped) out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  out = Replace(Replace(std::move(out), "·", ""), "log2", "log");
  return SortTerms(RenameOnlySize(std::move(out)));
}

std::vector<CostClaim> FindCostClaims(const std::string& text) {
  std::vector<std::pair<std::size_t, CostClaim>> found;
  for (std::size_t at = text.find("O("); at != std::string::npos; at = text.find("O(", at + 2)) {
    const std::size_t close = Closing(text, at + 1);
    if (close == std::string::npos || close - at > 40) continue;
    const std::string quote = text.substr(at, close - at + 1);
    found.push_back({at, {NormalCost(quote), quote}});
  }
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kWords = {{
      {"linear time", "n"},
      {"linear in", "n"},
      {"quadratic", "n^2"},
      {"cubic", "n^3"},
      {"logarithmic", "logn"},
      {"constant time", "1"},
      {"constant space", "1"},
      {"constant memory", "1"},
      {"linear space", "n"},
  }};
  std::string lower = text;
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const auto& [words, cost] : kWords) {
    const std::size_t at = lower.find(words);
    if (at != std::string::npos) {
      found.push_back({at, {std::string(cost), text.substr(at, words.size())}});
    }
  }
  std::sort(found.begin(), found.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<CostClaim> claims;
  for (auto& [at, claim] : found) claims.push_back(std::move(claim));
  return claims;
}

}  // namespace interview
