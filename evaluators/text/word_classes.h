// Closed classes of English words that the graders treat specially.
// Any thread; constant tables. All words are lower-case.
#pragma once

#include <string_view>

namespace evaluators {

// Words that carry no content in a rubric alternative: articles, forms of "be", short prepositions.
bool IsStopWord(std::string_view word);

// Stop words, pronouns, auxiliaries, conjunctions: what holds a sentence together. A list of terms
// has next to none of them.
bool IsFunctionWord(std::string_view word);

// "not", "never", "don't", "without", …: turns round what follows.
bool IsNegation(std::string_view word);

// "but", "because", "while", …: a new clause begins, and the reach of a negation ends.
bool StartsClause(std::string_view word);

// "der", "los", "les": a function word of German, Spanish, French, Italian or Portuguese that is no
// English word.
bool IsForeignFunctionWord(std::string_view word);

}  // namespace evaluators
