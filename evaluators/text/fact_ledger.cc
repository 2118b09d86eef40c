// Matches the `ask` phrases of each clarification within the clauses of a message.
#include "evaluators/text/fact_ledger.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "evaluators/text/answer_text.h"
#include "evaluators/text/text_match.h"
#include "evaluators/text/word_classes.h"

namespace evaluators {
namespace {

using interview::Clarification;

constexpr double kFunctionWordWeight = 0.3;  // "how many", "what if"
constexpr std::size_t kTerseWords = 4;       // a question without its mark

// A clause that begins with one of these asks something.
constexpr std::array<std::string_view, 30> kQuestionStarts = {
    "what",  "which", "who",   "whose",    "when",    "where",  "why",   "how",
    "is",    "are",   "was",   "were",     "do",      "does",   "did",   "can",
    "could", "may",   "might", "will",     "would",   "should", "shall", "has",
    "have",  "must",  "any",   "assuming", "suppose", "whether"};
// A sentence with one of these near its beginning does: "I assume …", "I would like to know …".
constexpr std::array<std::string_view, 9> kAskingWords = {
    "assume", "assuming", "clarify", "confirm", "whether", "wonder", "wondering", "know", "ask"};
constexpr std::size_t kAskingReach = 7;  // tokens

template <class Words>
bool Contains(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// A clause of a sentence: tokens [first, last).
struct Clause {
  std::size_t first = 0;
  std::size_t last = 0;
  std::optional<AskedFact> best;
};

bool EndsClause(const Token& token) {
  if (token.kind == Token::Kind::kSymbol) return token.text == "," || token.text == ":";
  return token.text == "and" || token.text == "or" || token.text == "but";
}

std::vector<Clause> SplitClauses(const std::vector<Token>& tokens, const Sentence& sentence) {
  std::vector<Clause> clauses;
  std::size_t first = sentence.first;
  for (std::size_t i = sentence.first; i < sentence.last; ++i) {
    if (!EndsClause(tokens[i])) continue;
    if (i > first) clauses.push_back({first, i, {}});
    first = i + 1;
  }
  if (first < sentence.last) clauses.push_back({first, sentence.last, {}});
  return clauses;
}

bool IsQuestion(const std::vector<Token>& tokens, const Sentence& sentence,
                std::string_view source) {
  const std::size_t behind = source.find_first_not_of(" \t\n\"')", tokens[sentence.last - 1].end);
  if (behind != std::string_view::npos && source[behind] == '?') return true;
  if (sentence.last - sentence.first <= kTerseWords) return true;
  for (const Clause& clause : SplitClauses(tokens, sentence)) {
    if (Contains(kQuestionStarts, tokens[clause.first].text)) return true;
  }
  const std::size_t reach = std::min(sentence.first + kAskingReach, sentence.last);
  for (std::size_t i = sentence.first; i < reach; ++i) {
    if (Contains(kAskingWords, tokens[i].text)) return true;
  }
  return false;
}

// How many facts use each stem in their `ask`.
std::map<std::string, double> CountUses(const std::vector<Clarification>& facts) {
  std::map<std::string, double> uses;
  for (const Clarification& fact : facts) {
    std::map<std::string, bool> seen;
    for (const std::string& ask : fact.ask) {
      for (const Atom& atom : ParsePhrase(ask)) seen[atom.stem] = true;
    }
    for (const auto& [stem, unused] : seen) uses[stem] += 1;
  }
  return uses;
}

double SpecificityOf(const std::string& alternative, const std::map<std::string, double>& uses) {
  double sum = 0;
  for (const Atom& atom : ParsePhrase(alternative)) {
    const auto found = uses.find(atom.stem);
    const double users = found == uses.end() ? 1 : found->second;
    sum += (IsFunctionWord(atom.text) ? kFunctionWordWeight : 1) / users;
  }
  return sum;
}

std::size_t TokenAt(const AnswerText& message, std::size_t byte) {
  std::size_t i = 0;
  while (i < message.tokens().size() && message.tokens()[i].begin < byte) ++i;
  return i;
}

// The most specific phrase of `fact` in the message, whether denied or not: "is there no limit?".
std::optional<AskedFact> BestMatch(const Clarification& fact,
                                   const std::map<std::string, double>& uses,
                                   const Lexicon& lexicon, AnswerText* message) {
  std::optional<AskedFact> best;
  for (const std::string& ask : fact.ask) {
    Pattern pattern = CompilePattern({ask}, lexicon);
    for (Alternative& alternative : pattern) alternative.negated = false;
    const MatchResult result = FindPattern(pattern, message);
    const auto& match = result.match ? result.match : result.denied;
    if (!match) continue;
    const double specificity = SpecificityOf(ask, uses);
    if (!best || specificity > best->specificity) {
      best = AskedFact{0, specificity, {match->begin, match->end}};
    }
  }
  return best;
}

// The best fact of each clause.
std::vector<AskedFact> FindInSentence(const std::vector<Clarification>& facts,
                                      std::string_view sentence,
                                      const std::map<std::string, double>& uses,
                                      const Lexicon& lexicon) {
  AnswerText text(sentence, "", lexicon);
  std::vector<Clause> clauses = SplitClauses(text.tokens(), {0, text.tokens().size()});
  for (std::size_t i = 0; i < facts.size(); ++i) {
    auto asked = BestMatch(facts[i], uses, lexicon, &text);
    if (!asked) continue;
    asked->index = i;
    const std::size_t token = TokenAt(text, asked->span.begin);
    for (Clause& clause : clauses) {
      if (token < clause.first || token >= clause.last) continue;
      if (!clause.best || asked->specificity > clause.best->specificity) clause.best = asked;
    }
  }
  std::vector<AskedFact> found;
  for (const Clause& clause : clauses) {
    if (clause.best) found.push_back(*clause.best);
  }
  return found;
}

}  // namespace

std::vector<AskedFact> FindAskedFacts(const std::vector<Clarification>& facts,
                                      std::string_view message, const Lexicon& lexicon) {
  const std::map<std::string, double> uses = CountUses(facts);
  const TokenizedText tokenized = Tokenize(message);
  std::vector<AskedFact> found;
  for (const Sentence& sentence : tokenized.sentences) {
    if (!IsQuestion(tokenized.tokens, sentence, message)) continue;
    const std::size_t begin = tokenized.tokens[sentence.first].begin;
    const std::size_t end = tokenized.tokens[sentence.last - 1].end;
    for (AskedFact& asked :
         FindInSentence(facts, message.substr(begin, end - begin), uses, lexicon)) {
      asked.span.begin += begin;
      asked.span.end += begin;
      const bool known = std::any_of(found.begin(), found.end(), [&](const AskedFact& other) {
        return other.index == asked.index;
      });
      if (!known) found.push_back(asked);
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const AskedFact& a, const AskedFact& b) {
    return a.specificity > b.specificity;
  });
  return found;
}

FactLedger::FactLedger(std::shared_ptr<const Lexicon> lexicon) : lexicon_(std::move(lexicon)) {}

interview::Result<interview::Evaluation> FactLedger::Evaluate(
    const interview::EvaluationRequest& request, std::stop_token /*stop*/) const {
  interview::Evaluation evaluation;
  evaluation.kind = request.kind;
  evaluation.question = request.question->id;
  evaluation.part = request.part;
  const std::vector<Clarification>& facts = request.question->clarifications;
  for (const AskedFact& asked : FindAskedFacts(facts, request.part, *lexicon_)) {
    const Clarification& fact = facts[asked.index];
    interview::Criterion criterion;
    criterion.id = fact.id;
    criterion.group = "facts";
    criterion.text = fact.answer;
    criterion.weight = fact.weight;
    criterion.credit = 1;
    criterion.state = interview::CriterionState::kEarned;
    criterion.span = interview::Span{
        "message", request.part.substr(asked.span.begin, asked.span.end - asked.span.begin),
        asked.span.begin, asked.span.end};
    criterion.reason = "Asks about it.";
    evaluation.criteria.push_back(std::move(criterion));
  }
  evaluation.score = evaluation.criteria.empty() ? 0 : 1;
  return evaluation;
}

}  // namespace evaluators
