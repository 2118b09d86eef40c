// Finds the questions of a message and the fact that each of them asks for.
#include "evaluators/text/fact_ledger.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "evaluators/text/criteria.h"
#include "evaluators/text/fact_index.h"
#include "evaluators/text/graded_text.h"
#include "evaluators/text/spelling.h"
#include "evaluators/text/tokens.h"

namespace evaluators {
namespace {

using interview::Clarification;

constexpr std::size_t kTerseWords = 5;  // a question without its mark
// Evidence that suffices for a fact, for one beside another in the same question, and for one whose
// question is only in the context of the asking sentence.
constexpr double kEnough = 0.65;
constexpr double kEnoughBeside = 1.3;
constexpr std::size_t kLongestMessage = 8000;  // bytes; nobody asks for more at once
constexpr double kMargin = 0.15;               // over the next fact

constexpr double kBackground = 0.5;  // how much "if two are equal, …" counts beside the rest

// A question begins with one of these.
constexpr std::array<std::string_view, 31> kQuestionStarts = {
    "what",  "which", "who",   "whose", "when",    "where",   "why",     "how",
    "is",    "are",   "was",   "were",  "do",      "does",    "did",     "can",
    "could", "may",   "might", "will",  "would",   "should",  "shall",   "has",
    "have",  "must",  "any",   "am",    "whether", "suppose", "assuming"};
// So does "…, do we …" anywhere.
constexpr std::array<std::string_view, 13> kAuxiliaries = {
    "do",    "does", "did",  "can",   "could", "may", "should",
    "shall", "must", "will", "would", "is",    "are"};
constexpr std::array<std::string_view, 5> kSubjects = {"i", "we", "you", "they", "there"};
// A sentence with one of these asks, too: "I would like to know …", "I am not sure …".
constexpr std::array<std::string_view, 10> kAskingWords = {
    "clarify", "confirm", "wonder", "wondering", "know",
    "ask",     "tell",    "unsure", "unclear",   "please"};
constexpr std::array<std::string_view, 4> kAssumingWords = {"assume", "assuming", "guess",
                                                            "suppose"};
// A clause that only sets the scene for the one behind its comma.
constexpr std::array<std::string_view, 15> kBackgroundStarts = {
    "if",      "when",   "suppose", "assuming", "since", "because", "although", "apart",
    "besides", "except", "unless",  "given",    "while", "say",     "though"};

template <class Words>
bool Contains(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsComma(const Token& token) {
  return token.kind == Token::Kind::kSymbol && (token.text == "," || token.text == ":");
}

bool IsJoin(const Token& token) {
  return IsComma(token) || token.text == "and" || token.text == "or" || token.text == "but" ||
         token.text == "also" || token.text == "plus";
}

// Also of a word that is spelled nearly so: "waht", "cna".
bool StartsQuestion(const Token& token, const Lexicon& lexicon) {
  if (Contains(kQuestionStarts, token.text)) return true;
  if (token.kind != Token::Kind::kWord || token.is_function || token.text.size() < 3 ||
      lexicon.Knows(token.stem) || lexicon.IsCommon(token.stem)) {
    return false;
  }
  return std::any_of(kQuestionStarts.begin(), kQuestionStarts.end(), [&](std::string_view start) {
    return start.size() > 2 && start[0] == token.text[0] && EditDistance(token.text, start, 1) <= 1;
  });
}

bool HasQuestionMark(const std::vector<Token>& tokens, const Sentence& sentence,
                     std::string_view source) {
  source.remove_prefix(tokens[sentence.last - 1].end);
  for (const std::string_view genitive : {"'s", "’s"}) {  // of "Lloyd's", no part of its token
    if (source.starts_with(genitive)) source.remove_prefix(genitive.size());
  }
  const std::size_t behind = source.find_first_not_of(" \t\n\"')]}");
  return behind != std::string_view::npos && source[behind] == '?';
}

// `among_marked`: other sentences have question marks; what has none then is told, not asked,
// unless it begins as a question or says that it asks.
bool AsksSomething(const std::vector<Token>& tokens, const Sentence& sentence,
                   std::string_view source, bool among_marked, const Lexicon& lexicon) {
  if (HasQuestionMark(tokens, sentence, source)) return true;
  if (!among_marked && sentence.last - sentence.first <= kTerseWords) return true;
  for (std::size_t i = sentence.first; i < sentence.last; ++i) {
    const std::string_view word = tokens[i].text;
    const std::string_view before = i > sentence.first ? tokens[i - 1].text : std::string_view();
    const bool begins = i == sentence.first || (!among_marked && IsJoin(tokens[i - 1]));
    if (begins && StartsQuestion(tokens[i], lexicon)) return true;
    if (Contains(kAskingWords, word)) return true;
    if (among_marked) continue;
    if (before == "i" && Contains(kAssumingWords, word)) return true;
    if (Contains(kAuxiliaries, before) && Contains(kSubjects, word)) return true;
  }
  return false;
}

// Tokens [first, last).
struct Range {
  std::size_t first = 0;
  std::size_t last = 0;
};

// The clause that begins at `first` and only sets the scene; empty where there is none, or nothing
// behind it.
Range BackgroundAt(const std::vector<Token>& tokens, std::size_t first, std::size_t last) {
  if (!Contains(kBackgroundStarts, tokens[first].text)) return {first, first};
  for (std::size_t i = first; i + 1 < last; ++i) {
    if (IsComma(tokens[i])) return {first, i};
  }
  return {first, first};
}

// Cuts a sentence where a further question begins: "…, and what …". What follows "or" is another
// side of the same question; what follows a condition is its main clause.
std::vector<Range> SplitQuestions(const std::vector<Token>& tokens, const Sentence& sentence) {
  std::vector<Range> questions;
  std::size_t first = sentence.first;
  std::size_t background = BackgroundAt(tokens, first, sentence.last).last;
  for (std::size_t i = sentence.first + 1; i < sentence.last; ++i) {
    const Token& join = tokens[i - 1];
    if (!IsJoin(join) || join.text == "or" || i - 1 <= background) continue;
    if (!Contains(kQuestionStarts, tokens[i].text)) continue;
    questions.push_back({first, i});
    first = i;
    background = BackgroundAt(tokens, first, sentence.last).last;
  }
  questions.push_back({first, sentence.last});
  return questions;
}

// The parts of a question that are joined by "and", "or" or a comma; none where it weighs two sides
// of one matter: "is it so, or does it …".
std::vector<Range> SplitParts(const std::vector<Token>& tokens, const Range& question) {
  std::vector<Range> parts;
  for (std::size_t i = question.first; i + 1 < question.last; ++i) {
    if (tokens[i].text == "or" && Contains(kQuestionStarts, tokens[i + 1].text)) return parts;
  }
  std::size_t first = question.first;
  for (std::size_t i = question.first; i < question.last; ++i) {
    if (!IsJoin(tokens[i])) continue;
    if (i > first) parts.push_back({first, i});
    first = i + 1;
  }
  if (first < question.last) parts.push_back({first, question.last});
  return parts;
}

// How much each token counts for the question in `range`.
std::vector<double> Emphasis(const std::vector<Token>& tokens, const Range& range) {
  std::vector<double> emphasis(tokens.size(), 0);
  std::fill(emphasis.begin() + static_cast<std::ptrdiff_t>(range.first),
            emphasis.begin() + static_cast<std::ptrdiff_t>(range.last), 1);
  for (std::size_t i = range.first; i < range.last; ++i) {
    if (i > range.first && !IsComma(tokens[i - 1])) continue;
    const Range background = BackgroundAt(tokens, i, range.last);
    std::fill(emphasis.begin() + static_cast<std::ptrdiff_t>(background.first),
              emphasis.begin() + static_cast<std::ptrdiff_t>(background.last), kBackground);
  }
  return emphasis;
}

std::vector<double> Within(const Range& part, std::vector<double> emphasis) {
  for (std::size_t i = 0; i < emphasis.size(); ++i) {
    if (i < part.first || i >= part.last) emphasis[i] = 0;
  }
  return emphasis;
}

struct Found {
  std::size_t fact = 0;
  FactEvidence evidence;
};

std::optional<Found> BestFact(const FactIndex& index, const std::vector<Token>& tokens,
                              const std::vector<double>& emphasis, double enough) {
  const std::vector<FactEvidence> evidence = index.Weigh(tokens, emphasis);
  std::optional<Found> best;
  double next = 0;
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    if (best && evidence[i].strength <= best->evidence.strength) {
      next = std::max(next, evidence[i].strength);
      continue;
    }
    next = best ? best->evidence.strength : 0;
    best = Found{i, evidence[i]};
  }
  if (!best || best->evidence.strength < enough || best->evidence.strength - next < kMargin) {
    return std::nullopt;
  }
  return best;
}

// The facts that one question asks for: the best, and others that its parts name by themselves.
std::vector<Found> FactsOfQuestion(const FactIndex& index, const std::vector<Token>& tokens,
                                   const Range& question) {
  std::vector<Found> found;
  const std::vector<double> emphasis = Emphasis(tokens, question);
  if (const auto best = BestFact(index, tokens, emphasis, kEnough)) found.push_back(*best);
  for (const Range& part : SplitParts(tokens, question)) {
    const auto other = BestFact(index, tokens, Within(part, emphasis), kEnoughBeside);
    if (!other) continue;
    const bool overlaps = std::any_of(found.begin(), found.end(), [&](const Found& f) {
      return f.fact == other->fact ||
             (f.evidence.first < part.last && part.first < f.evidence.last);
    });
    if (!overlaps) found.push_back(*other);
  }
  return found;
}

}  // namespace

std::vector<AskedFact> FindAskedFacts(const std::vector<Clarification>& facts,
                                      std::string_view message, const Lexicon& lexicon) {
  const FactIndex index(facts, lexicon);
  message = message.substr(0, kLongestMessage);
  const TokenizedText text = Tokenize(message);
  std::vector<AskedFact> asked;
  const auto keep = [&](const Found& found) {
    for (const AskedFact& other : asked) {
      if (other.index == found.fact) return;
    }
    asked.push_back(
        {found.fact,
         found.evidence.strength,
         {text.tokens[found.evidence.first].begin, text.tokens[found.evidence.last - 1].end}});
  };
  std::size_t context = 0;  // the first token behind the last question
  const bool any_marked = std::any_of(
      text.sentences.begin(), text.sentences.end(),
      [&](const Sentence& sentence) { return HasQuestionMark(text.tokens, sentence, message); });
  for (const Sentence& sentence : text.sentences) {
    if (!AsksSomething(text.tokens, sentence, message, any_marked, lexicon)) continue;
    bool any = false;
    for (const Range& question : SplitQuestions(text.tokens, sentence)) {
      for (const Found& found : FactsOfQuestion(index, text.tokens, question)) {
        keep(found);
        any = true;
      }
    }
    if (!any) {
      // "The bias gets no penalty. Is that so?"
      const Range whole{context, sentence.last};
      if (const auto found = BestFact(index, text.tokens, Emphasis(text.tokens, whole), kEnough))
        keep(*found);
    }
    context = sentence.last;
  }
  std::stable_sort(asked.begin(), asked.end(), [](const AskedFact& a, const AskedFact& b) {
    return a.specificity > b.specificity;
  });
  return asked;
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
  GradedText message;
  message.Add("message", std::string_view(request.part).substr(0, kLongestMessage));
  AddMisconceptions(*request.question, message, *lexicon_, &evaluation);
  evaluation.score = evaluation.criteria.empty() ? 0 : 1;
  return evaluation;
}

}  // namespace evaluators
