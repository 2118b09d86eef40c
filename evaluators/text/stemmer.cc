// Stems by libstemmer behind a table that is emptied when it grows large.
#include "evaluators/text/stemmer.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <functional>
#include <memory>
#include <unordered_map>

#include "evaluators/text/word_classes.h"

namespace evaluators {
namespace {

constexpr std::size_t kMostRemembered = 50'000;
constexpr std::size_t kLongestRemembered = 40;  // bytes; longer words are no words

constexpr std::array<std::string_view, 11> kNumerals = {
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};

struct TextHash : std::hash<std::string_view> {
  using is_transparent = void;
};

class WordTable {
 public:
  WordTable() : stemmer_(sb_stemmer_new("english", "UTF_8")) { assert(stemmer_ != nullptr); }

  const WordFacts& Of(std::string_view word) {
    if (word.size() > kLongestRemembered) return other_ = Make(word);
    const auto found = facts_.find(word);
    if (found != facts_.end()) return found->second;
    if (facts_.size() >= kMostRemembered) facts_.clear();
    return facts_.emplace(word, Make(word)).first->second;
  }

 private:
  struct Deleter {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
  };

  std::string Stem(std::string_view word) const {
    const auto numeral = std::find(kNumerals.begin(), kNumerals.end(), word);
    if (numeral != kNumerals.end()) return std::to_string(numeral - kNumerals.begin());
    const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* stem = sb_stemmer_stem(stemmer_.get(), bytes, static_cast<int>(word.size()));
    if (stem == nullptr) return std::string(word);  // out of memory inside the library
    return {reinterpret_cast<const char*>(stem),
            static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
  }

  WordFacts Make(std::string_view word) const {
    return {Stem(word),       IsStopWord(word),   IsFunctionWord(word),
            IsNegation(word), StartsClause(word), IsForeignFunctionWord(word)};
  }

  std::unique_ptr<sb_stemmer, Deleter> stemmer_;
  std::unordered_map<std::string, WordFacts, TextHash, std::equal_to<>> facts_;
  WordFacts other_;
};

}  // namespace

const WordFacts& FactsOf(std::string_view word) {
  thread_local WordTable table;
  return table.Of(word);
}

}  // namespace evaluators
