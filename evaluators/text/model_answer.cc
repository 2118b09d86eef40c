// Every telling word of the model answer is looked for in the answer by stem, synonym and spelling.
#include "evaluators/text/model_answer.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "evaluators/text/negation.h"

namespace evaluators {
namespace {

constexpr double kCommonWordWeight = 0.5;
constexpr double kQuestionWordWeight = 0.3;
// The first words that answer and model share say the most: 1 - exp(-kSteepness * coverage).
constexpr double kSteepness = 3;
constexpr double kCompletenessShare = 0.35;

bool IsTelling(const Token& token) {
  if (token.kind == Token::Kind::kSymbol) return false;
  return token.kind == Token::Kind::kNumber || !token.is_function;
}

double WeightOf(const Token& token, bool is_asked, const Lexicon& lexicon,
                const GraderOptions& options) {
  double weight = 1;
  if (options.word_weights && lexicon.IsCommon(token.stem)) weight *= kCommonWordWeight;
  if (options.question_words && is_asked) weight *= kQuestionWordWeight;
  return weight;
}

// The question says the word or something that means the same.
bool IsAsked(const Term& term, const QuestionWords& question) {
  return std::any_of(term.variants.begin(), term.variants.end(), [&](const Phrase& variant) {
    return std::all_of(variant.begin(), variant.end(),
                       [&](const Atom& atom) { return question.Uses(atom.stem); });
  });
}

Phrase PhraseOf(const Token& token) {
  Atom atom{.text = token.text, .stem = token.stem};
  if (token.kind == Token::Kind::kNumber) atom.number = token.value;
  return {std::move(atom)};
}

double Saturated(double coverage) {
  return (1 - std::exp(-kSteepness * coverage)) / (1 - std::exp(-kSteepness));
}

// The phrases of the lexicon that mean the same as words [i, i + n) of the text, for every word of
// them: "SGD" says each of "stochastic gradient descent".
void AddPhraseSynonyms(const TokenizedText& text, std::size_t i, const Lexicon& lexicon,
                       const std::unordered_map<std::string, Term*>& terms) {
  Phrase run;
  for (std::size_t at = i; at < text.tokens.size() && run.size() < lexicon.longest(); ++at) {
    const Token& token = text.tokens[at];
    if (token.sentence != text.tokens[i].sentence) return;
    if (token.kind == Token::Kind::kSymbol && token.text != "-") return;
    if (token.kind == Token::Kind::kSymbol) continue;
    run.push_back({.text = token.text, .stem = token.stem});
    if (run.size() < 2) continue;
    for (const Phrase& synonym : lexicon.SynonymsOf(PhraseKey(run))) {
      for (const Atom& atom : run) {
        const auto term = terms.find(atom.stem);
        if (term != terms.end()) term->second->variants.push_back(synonym);
      }
    }
  }
}

}  // namespace

ModelAnswer::ModelAnswer(std::string_view text, const QuestionWords& question,
                         const Lexicon& lexicon, const GraderOptions& options)
    : lexicon_(lexicon) {
  const TokenizedText model = Tokenize(text);
  const std::vector<bool> negated = MarkNegated(model);
  std::unordered_set<std::string_view> seen;
  for (std::size_t i = 0; i < model.tokens.size(); ++i) {
    const Token& token = model.tokens[i];
    if (!IsTelling(token) || !seen.insert(token.stem).second) continue;
    Term term = MakeTerm(PhraseOf(token), options.synonyms ? lexicon : Lexicon());
    words_.push_back({std::move(term), WeightOf(token, false, lexicon, options), negated[i]});
  }
  if (options.synonyms) {
    std::unordered_map<std::string, Term*> terms;
    for (Word& word : words_) terms.emplace(word.term.variants.front().front().stem, &word.term);
    for (std::size_t i = 0; i < model.tokens.size(); ++i) {
      AddPhraseSynonyms(model, i, lexicon, terms);
    }
  }
  for (Word& word : words_) {
    if (options.question_words && IsAsked(word.term, question)) word.weight *= kQuestionWordWeight;
    weights_ += word.weight;
  }
}

ModelOverlap ModelAnswer::Compare(AnswerText* answer) const {
  ModelOverlap overlap;
  if (words_.empty()) return overlap;
  const auto pays = [&](const Word& word, const Occurrence& place) {
    for (std::size_t i = place.first; i <= place.last; ++i) {
      if (answer->unpaid(i) || answer->copied(i) || answer->negated(i) != word.negated)
        return false;
    }
    return true;
  };
  double covered = 0;
  for (const Word& word : words_) {
    const auto is_said = [&](const Phrase& variant) {
      const std::vector<Occurrence> places = answer->Find(variant);
      return std::any_of(places.begin(), places.end(),
                         [&](const Occurrence& place) { return pays(word, place); });
    };
    const auto& variants = word.term.variants;
    if (std::any_of(variants.begin(), variants.end(), is_said)) covered += word.weight;
  }
  overlap.coverage = covered / weights_;
  std::unordered_set<std::string_view> seen;
  double said = 0;
  for (std::size_t i = 0; i < answer->tokens().size(); ++i) {
    const Token& token = answer->tokens()[i];
    if (!IsTelling(token) || answer->unpaid(i) || answer->copied(i)) continue;
    if (seen.insert(token.stem).second) {
      said += WeightOf(token, answer->asked(i), lexicon_, answer->options());
    }
  }
  overlap.completeness = std::min(1.0, said / weights_);
  const double share = answer->options().completeness ? kCompletenessShare : 0;
  overlap.score = (1 - share) * Saturated(overlap.coverage) + share * overlap.completeness;
  return overlap;
}

}  // namespace evaluators
