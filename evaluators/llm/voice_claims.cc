// Sentence by sentence: shared words, and which of them are denied.
#include "evaluators/llm/voice_claims.h"

#include <algorithm>
#include <array>
#include <map>

#include "evaluators/text/negation.h"
#include "evaluators/text/stemmer.h"
#include "evaluators/text/tokens.h"

namespace evaluators {
namespace {

constexpr double kMostNumerals = 3;  // "one", "two", "three" are manners of speaking

bool IsNumeral(const Token& token) {
  return token.kind == Token::Kind::kWord && !token.stem.empty() &&
         std::all_of(token.stem.begin(), token.stem.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

bool CarriesContent(const Token& token) {
  return token.kind == Token::Kind::kWord && !token.is_function && !token.is_stop &&
         !token.is_negation && token.text != "yes" && !IsNumeral(token);
}

// One sentence: its words with their denials, and its numbers.
struct Statement {
  std::map<std::string, bool> denied;  // by stem
  std::set<std::string> words;         // as they are spelled
  std::set<double> numbers;
  bool asks = false;
};

std::vector<Statement> StatementsOf(std::string_view text) {
  const TokenizedText tokenized = Tokenize(text);
  const std::vector<bool> negated = MarkNegated(tokenized);
  std::vector<Statement> statements;
  for (const Sentence& sentence : tokenized.sentences) {
    Statement statement;
    bool turned = false;  // by "non-"
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
      const Token& token = tokenized.tokens[i];
      if (token.text == "?") statement.asks = true;
      if (token.kind == Token::Kind::kNumber) statement.numbers.insert(token.value);
      if (token.text == "non") {
        turned = true;
        continue;
      }
      if (!CarriesContent(token)) continue;
      statement.denied[token.stem] = negated[i] != turned;
      statement.words.insert(token.text);
      turned = false;
    }
    // The mark may stand behind the last token.
    if (sentence.last > sentence.first) {
      const std::size_t end = tokenized.tokens[sentence.last - 1].end;
      const std::size_t mark = text.find_first_not_of(" \"')", end);
      if (mark != std::string_view::npos && text[mark] == '?') statement.asks = true;
    }
    statements.push_back(std::move(statement));
  }
  return statements;
}

// Does a word say the contrary of a stem of the other statement: "unsorted" of "sorted"?
bool Opposes(const Statement& one, const Statement& other) {
  static constexpr std::array<std::string_view, 5> kTurning = {"un", "non", "in", "im", "dis"};
  for (const std::string& word : one.words) {
    for (const std::string_view prefix : kTurning) {
      if (!word.starts_with(prefix) || word.size() < prefix.size() + 4) continue;
      const std::string stem = FactsOf(std::string_view(word).substr(prefix.size())).stem;
      const std::string whole = FactsOf(word).stem;
      const auto found = other.denied.find(stem);
      if (found == other.denied.end() || other.denied.contains(whole)) continue;
      if (one.denied.at(whole) == found->second) return true;
    }
  }
  return false;
}

bool Contradict(const Statement& claim, const Statement& said) {
  std::size_t shared = 0;
  std::size_t turned = 0;
  for (const auto& [stem, denied] : claim.denied) {
    const auto found = said.denied.find(stem);
    if (found == said.denied.end()) continue;
    ++shared;
    if (found->second != denied) ++turned;
  }
  const bool opposed = Opposes(said, claim) || Opposes(claim, said);
  const bool related = 2 * (shared + (opposed ? 1 : 0)) >= claim.denied.size() &&
                       (shared > 0 || (opposed && claim.denied.size() <= 2));
  if (!related) return false;
  if (opposed || (turned > 0 && 2 * turned >= shared)) return true;
  if (claim.numbers.empty() || said.numbers.empty()) return false;
  return std::none_of(said.numbers.begin(), said.numbers.end(),
                      [&](double number) { return claim.numbers.contains(number); });
}

std::string Spelled(double number) {
  std::string text = std::to_string(number);
  return "#" + text;
}

}  // namespace

std::set<std::string> ContentOf(std::string_view text) {
  std::set<std::string> content;
  for (const Token& token : Tokenize(text).tokens) {
    if (CarriesContent(token)) content.insert(token.stem);
  }
  for (const double number : NumbersOf(text)) content.insert(Spelled(number));
  return content;
}

std::set<double> NumbersOf(std::string_view text) {
  std::set<double> numbers;
  for (const Token& token : Tokenize(text).tokens) {
    if (token.kind == Token::Kind::kNumber) numbers.insert(token.value);
    if (!IsNumeral(token)) continue;
    const double value = std::stod(token.stem);
    if (value > kMostNumerals) numbers.insert(value);
  }
  return numbers;
}

double ShareOf(const std::set<std::string>& words, const std::set<std::string>& said) {
  if (words.empty()) return 1;
  const auto held = std::count_if(words.begin(), words.end(),
                                  [&](const std::string& word) { return said.contains(word); });
  return static_cast<double>(held) / static_cast<double>(words.size());
}

bool Contradicts(std::string_view claim, std::string_view text) {
  const std::vector<Statement> said = StatementsOf(text);
  for (const Statement& one : StatementsOf(claim)) {
    if (one.asks || one.denied.empty()) continue;
    for (const Statement& other : said) {
      if (!other.asks && Contradict(one, other)) return true;
    }
  }
  return false;
}

}  // namespace evaluators
