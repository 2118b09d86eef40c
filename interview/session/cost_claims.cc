// Words first, then costs among them, then what the words around each cost say of it.
#include "interview/session/cost_claims.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>

namespace interview {
namespace {

constexpr std::size_t kLongestCost = 40;  // bytes in the parentheses of O(…)
constexpr std::size_t kNear = 5;          // words that tell time from space

// A run of letters or digits, a sign, or a whole "O(…)".
struct Word {
  std::string text;  // lower case; of O(…) as written
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_notation = false;
};

template <class Words>
bool Contains(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsWordByte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<signed char>(c) < 0;
}

// Behind "O(n log n)", "o (n)", "Θ(n)" that begins at `at`; nothing where none does.
std::optional<std::size_t> NotationAt(std::string_view text, std::size_t at) {
  if (at > 0 && IsWordByte(text[at - 1])) return std::nullopt;
  for (const std::string_view sign : {"O", "o", "Θ", "θ"}) {
    if (!text.substr(at).starts_with(sign)) continue;
    std::size_t open = at + sign.size();
    if (open < text.size() && text[open] == ' ') ++open;
    if (open >= text.size() || text[open] != '(') continue;
    int depth = 0;
    for (std::size_t i = open; i < text.size() && i - open <= kLongestCost; ++i) {
      if (text[i] == '(') ++depth;
      if (text[i] == ')' && --depth == 0) return i + 1;
    }
  }
  return std::nullopt;
}

std::vector<Word> Split(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < text.size();) {
    if (const auto end = NotationAt(text, i)) {
      words.push_back({std::string(text.substr(i, *end - i)), i, *end, true});
      i = *end;
      continue;
    }
    const std::size_t begin = i;
    std::string word;
    while (i < text.size() && IsWordByte(text[i])) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(text[i++])));
    }
    if (word.empty()) {
      const char sign = text[i++];
      if (sign == ' ' || sign == '\t' || sign == '`' || sign == '*') continue;
      word = sign;
    }
    words.push_back({std::move(word), begin, i, false});
  }
  return words;
}

bool IsSize(const std::string& word) {
  // "a" is an article.
  return word.size() == 1 && word[0] >= 'b' && word[0] <= 'z' && word != "o" && word != "i";
}

// A cost in words, or in signs without O(…), that begins at `at`.
struct Spoken {
  std::string cost;      // for NormalCost
  std::size_t last = 0;  // its last word
  bool tells = false;    // more than the name of a size
};

// "n log n", "n squared", "2^n", "k times n log n", "n plus m", "n factorial".
std::optional<Spoken> SpokenAt(const std::vector<Word>& words, std::size_t at) {
  Spoken spoken;
  bool wants = true;  // a size or number
  for (std::size_t i = at; i < words.size(); ++i) {
    const std::string& word = words[i].text;
    const auto next_is = [&](std::string_view expected) {
      return i + 1 < words.size() && words[i + 1].text == expected;
    };
    const auto accept = [&](std::string_view piece, bool tells) {
      spoken.cost += piece;
      spoken.last = i;
      spoken.tells = spoken.tells || tells;
    };
    const bool number = !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
      return std::isdigit(static_cast<unsigned char>(c)) != 0;
    });
    if (words[i].is_notation) break;
    if (word == "log" || word == "lg") {
      if (i + 1 >= words.size() || (!IsSize(words[i + 1].text) && !next_is("of"))) break;
      if (next_is("of")) ++i;
      accept(" log ", true);
      wants = true;
    } else if (wants && (IsSize(word) || number)) {
      accept(word, false);
      wants = false;
    } else if (wants && (word == "nlogn" || word == "n²" || word == "n³")) {
      accept(word, true);
      wants = false;
    } else if (wants) {
      break;
    } else if (word == "squared") {
      accept("^2", true);
    } else if (word == "cubed") {
      accept("^3", true);
    } else if (word == "factorial" || (word == "!" && words[i - 1].end == words[i].begin)) {
      accept("!", true);
    } else if (word == "^" || word == "times" || word == "plus" || word == "+" || word == "x" ||
               word == "·") {
      const bool goes_on = i + 1 < words.size() &&
                           (IsSize(words[i + 1].text) || words[i + 1].text == "log" ||
                            std::isdigit(static_cast<unsigned char>(words[i + 1].text[0])) != 0);
      if (!goes_on) break;
      const bool sum = word == "plus" || word == "+";
      spoken.cost += word == "^" ? "^" : sum ? "+" : "*";
      spoken.tells = spoken.tells || word == "^";
      wants = true;
    } else if (word == "to" && next_is("the") && i + 2 < words.size() &&
               (IsSize(words[i + 2].text) || words[i + 2].text == "power")) {
      i += words[i + 2].text == "power" ? 2 : 1;
      if (i + 1 < words.size() && words[i + 1].text == "of") ++i;
      spoken.cost += "^";
      spoken.tells = true;
      wants = true;
    } else {
      break;
    }
  }
  if (spoken.cost.empty() || spoken.last < at) return std::nullopt;
  return spoken;
}

struct CostWord {
  std::string_view word;
  std::string_view cost;
};
constexpr std::array<CostWord, 12> kCostWords = {{{"constant", "1"},
                                                  {"logarithmic", "log n"},
                                                  {"linear", "n"},
                                                  {"linearly", "n"},
                                                  {"linearithmic", "n log n"},
                                                  {"loglinear", "n log n"},
                                                  {"quasilinear", "n log n"},
                                                  {"quadratic", "n^2"},
                                                  {"quadratically", "n^2"},
                                                  {"cubic", "n^3"},
                                                  {"exponential", "2^n"},
                                                  {"factorial", "n!"}}};
// What makes another thing of "linear", "exponential", "constant".
constexpr std::array<std::string_view, 22> kOtherThings = {
    "regression", "model",     "layer",         "algebra", "combination", "function",
    "classifier", "map",       "probing",       "moving",  "decay",       "distribution",
    "family",     "backoff",   "smoothing",     "factor",  "factors",     "value",
    "values",     "equations", "interpolation", "program"};
constexpr std::array<std::string_view, 17> kTimeWords = {
    "time", "runtime", "runs",    "run",       "running",    "takes",       "take", "steps", "pass",
    "scan", "lookup",  "lookups", "operation", "operations", "comparisons", "work", "speed"};
constexpr std::array<std::string_view, 12> kSpaceWords = {
    "space", "memory", "extra", "auxiliary", "additional", "storage",
    "stack", "buffer", "ram",   "footprint", "bytes",      "depth"};
constexpr std::array<std::string_view, 10> kClauseEnds = {",",  ";", ".",    "!",     "?",
                                                          "\n", ":", "with", "while", "whereas"};
constexpr std::array<std::string_view, 2> kJoins = {"and", "but"};
// A clause with one of these speaks of another way.
constexpr std::array<std::string_view, 10> kAlternativeWords = {
    "brute", "bruteforce", "naive",   "naively", "would",
    "could", "otherwise",  "obvious", "worse",   "pairs"};
// So does a cost right behind one of these.
constexpr std::array<std::string_view, 10> kRejecting = {
    "than", "not", "instead", "rather", "from", "avoid", "avoids", "avoiding", "beats", "isn"};

bool EndsClause(const Word& word) { return !word.is_notation && Contains(kClauseEnds, word.text); }
bool EndsPart(const Word& word) { return EndsClause(word) || Contains(kJoins, word.text); }

// A cost at the words [first, last].
struct Found {
  std::size_t first = 0;
  std::size_t last = 0;
  std::string cost;
  bool is_linear = false;
};

std::optional<Found> FindAt(const std::vector<Word>& words, std::size_t i) {
  if (words[i].is_notation) return Found{i, i, NormalCost(words[i].text)};
  const auto text_at = [&](std::size_t at) {
    return at < words.size() ? std::string_view(words[at].text) : std::string_view();
  };
  // "big O of n log n", "order of n", "on the order n squared".
  std::size_t operand = 0;
  if (text_at(i) == "big" && text_at(i + 1) == "o") operand = i + 2;
  if (text_at(i) == "big" && text_at(i + 1) == "-" && text_at(i + 2) == "o") operand = i + 3;
  if (text_at(i) == "order") operand = i + 1;
  if (operand > 0) {
    if (text_at(operand) == "of") ++operand;
    if (const auto spoken = operand < words.size() ? SpokenAt(words, operand) : std::nullopt) {
      return Found{i, spoken->last, NormalCost(spoken->cost)};
    }
    return std::nullopt;
  }
  if (text_at(i) == "log" && text_at(i + 1) == "-" && text_at(i + 2) == "linear") {
    return Found{i, i + 2, NormalCost("n log n")};
  }
  for (const CostWord& known : kCostWords) {
    if (words[i].text != known.word) continue;
    if (Contains(kOtherThings, text_at(i + 1))) return std::nullopt;
    const bool constant = known.word == "constant";
    const bool tells =
        Contains(kTimeWords, text_at(i + 1)) || Contains(kSpaceWords, text_at(i + 1));
    if (constant && !tells) return std::nullopt;
    return Found{i, i, NormalCost(known.cost), known.cost == "n"};
  }
  const auto spoken = SpokenAt(words, i);
  if (!spoken || !spoken->tells) return std::nullopt;
  return Found{i, spoken->last, NormalCost(spoken->cost)};
}

// Time or space, by the nearest word that tells, first behind the cost and then before it.
CostClaim::Of OfWhat(const std::vector<Word>& words, const Found& found, std::size_t from,
                     std::size_t to) {
  for (std::size_t i = found.last + 1; i < std::min(to, found.last + 1 + kNear); ++i) {
    if (EndsPart(words[i])) break;
    if (Contains(kSpaceWords, words[i].text)) return CostClaim::Of::kSpace;
    if (Contains(kTimeWords, words[i].text)) return CostClaim::Of::kTime;
  }
  for (std::size_t i = found.first; i > from && found.first - i < kNear; --i) {
    if (EndsPart(words[i - 1])) break;
    if (Contains(kSpaceWords, words[i - 1].text)) return CostClaim::Of::kSpace;
    if (Contains(kTimeWords, words[i - 1].text)) return CostClaim::Of::kTime;
  }
  return CostClaim::Of::kTime;
}

bool IsAlternative(const std::vector<Word>& words, const Found& found, std::size_t from) {
  for (std::size_t i = found.first; i > from && found.first - i < 3; --i) {
    if (EndsClause(words[i - 1])) break;
    if (Contains(kRejecting, words[i - 1].text)) return true;
  }
  const auto tells = [](const Word& word) { return Contains(kAlternativeWords, word.text); };
  const auto ends = [](const Word& word) { return EndsClause(word) || word.text == "but"; };
  for (std::size_t i = found.first; i > 0 && !ends(words[i - 1]); --i) {
    if (tells(words[i - 1])) return true;
  }
  for (std::size_t i = found.last + 1; i < words.size() && !ends(words[i]); ++i) {
    if (tells(words[i])) return true;
  }
  return false;
}

}  // namespace

std::vector<CostClaim> FindCostClaims(const std::string& text) {
  const std::vector<Word> words = Split(text);
  std::vector<Found> found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto here = FindAt(words, i);
    if (!here || here->cost.empty()) continue;
    found.push_back(*here);
    i = here->last;
  }
  std::vector<CostClaim> claims;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::size_t from = i > 0 ? found[i - 1].last + 1 : 0;
    const std::size_t to = i + 1 < found.size() ? found[i + 1].first : words.size();
    const std::size_t begin = words[found[i].first].begin;
    claims.push_back({found[i].cost, text.substr(begin, words[found[i].last].end - begin),
                      OfWhat(words, found[i], from, to), IsAlternative(words, found[i], from),
                      found[i].is_linear});
  }
  return claims;
}

bool Names(const CostClaim& claim, std::string_view cost) {
  const std::string expected = NormalCost(cost);
  if (IsSameCost(claim.cost, expected)) return true;
  // "Linear" in several sizes: a sum of them, each once.
  const bool plain_sum = expected.find_first_of("*^(!") == std::string::npos && expected != "1";
  return claim.is_linear && plain_sum;
}

}  // namespace interview
