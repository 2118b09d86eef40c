// Cuts an answer into sentences and tokens that keep their place in the text: words with their
// stems, numbers with their values, operators, and stated complexities such as "O(n log n)". Any
// thread; linear in the length of the text. Survives code, formulas, bullet lists, Unicode
// mathematics and broken UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace evaluators {

struct Token {
  enum class Kind { kWord, kNumber, kSymbol };
  Kind kind = Kind::kWord;
  std::string text = {};        // lower-case, American spelling; λ is "lambda", ² is "^" and "2"
  std::string stem = {};        // of a word; the text of the others
  double value = 0;             // of a number: "1.5M" is 1500000, "10^4" is 10000, "5%" is 0.05
  bool percent = false;         // "5%" and "5 percent"
  std::string complexity = {};  // on the "O" of "O(n log n)": "o(nlogn)"
  std::size_t begin = 0;        // bytes of the original text
  std::size_t end = 0;
  std::size_t sentence = 0;   // index into TokenizedText::sentences
  std::size_t paragraph = 0;  // blank lines before it
  bool glued = false;         // no white space between it and the token before
  // Closed classes of words, see word_classes.h.
  bool is_stop = false;
  bool is_function = false;
  bool is_negation = false;
  bool starts_clause = false;
  bool is_foreign = false;
};

// A run of tokens [first, last).
struct Sentence {
  std::size_t first = 0;
  std::size_t last = 0;
};

struct TokenizedText {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
};

TokenizedText Tokenize(std::string_view text);

// "O( n · log2 N )" -> "o(nlogn)": how complexities are compared.
std::string CanonicalComplexity(std::string_view text);

}  // namespace evaluators
