// English word stems (the Snowball algorithm of libstemmer) and the closed classes a word belongs
// to, remembered per thread: a text repeats its words.
// Any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace evaluators {

// What a grader wants to know of a word wherever it stands.
struct WordFacts {
  std::string stem;  // "layers" -> "layer"; numerals become digits, so that "two" and "2" agree
  bool is_stop = false;
  bool is_function = false;
  bool is_negation = false;
  bool starts_clause = false;
  bool is_foreign = false;  // a function word of another language
};

// Of a lower-case word. Valid until the next call on the same thread.
const WordFacts& FactsOf(std::string_view word);

}  // namespace evaluators
