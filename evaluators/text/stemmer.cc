// Stems by libstemmer.
#include "evaluators/text/stemmer.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <cassert>

namespace evaluators {
namespace {

constexpr std::array<std::string_view, 11> kNumerals = {
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};

}  // namespace

void Stemmer::Deleter::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

Stemmer::Stemmer() : stemmer_(sb_stemmer_new("english", "UTF_8")) { assert(stemmer_ != nullptr); }

std::string Stemmer::Stem(std::string_view word) const {
  const auto numeral = std::find(kNumerals.begin(), kNumerals.end(), word);
  if (numeral != kNumerals.end()) return std::to_string(numeral - kNumerals.begin());
  const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stem = sb_stemmer_stem(stemmer_.get(), bytes, static_cast<int>(word.size()));
  if (stem == nullptr) return std::string(word);  // out of memory inside the library
  return {reinterpret_cast<const char*>(stem),
          static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}

}  // namespace evaluators
