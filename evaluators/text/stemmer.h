// English word stems (the Snowball algorithm of libstemmer).
// One object per thread of work; creating one costs about a microsecond.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace evaluators {

class Stemmer {
 public:
  Stemmer();

  // The stem of a lower-case word: "layers" -> "layer". Numerals in words become digits, so that
  // "two" and "2" are one word.
  std::string Stem(std::string_view word) const;

 private:
  struct Deleter {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Deleter> stemmer_;
};

}  // namespace evaluators
