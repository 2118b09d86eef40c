// Spelling of prose: an English dictionary of the system (hunspell's), the words of our own bank
// and lexicon, and those the user has added. Without a dictionary nothing is checked.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "app/core/app_paths.h"
#include "interview/base/result.h"
#include "interview/model/question.h"

class Hunspell;

namespace app {

struct Dictionary {
  std::string language;  // "en_US"
  std::filesystem::path affixes;
  std::filesystem::path words;
};

// The user's kind of English, else American, British, any; nullopt where none is installed.
// Looks below $DICPATH, the system's folders and the user's. Any thread.
std::optional<Dictionary> FindDictionary();

// Which package brings one, in one sentence.
inline constexpr char kNoDictionary[] =
    "Spelling is not checked: no English dictionary is installed (sudo apt install "
    "hunspell-en-us).";

// Made on a worker, then used on the main thread only.
class SpellChecker {
 public:
  // Takes about 0.1 s. `questions` lend their words. kNotFound where there is no dictionary; the
  // user's words that cannot be read are left out.
  static interview::Result<std::shared_ptr<SpellChecker>> Load(
      const AppPaths& paths, const std::vector<interview::QuestionPtr>& questions);
  ~SpellChecker();

  // Whether a word is spelled right, or is none to be checked: with digits, in capitals, an
  // identifier. Microseconds; what was asked before is remembered.
  bool Knows(std::string_view word);
  // Was Knows() asked about it?
  bool Remembers(std::string_view word) const { return known_.contains(std::string(word)); }

  // Accepts the word from now on, and keeps it for later runs.
  interview::Status Learn(std::string_view word);

  // Grows when answers change: a word was learned.
  int version() const { return version_; }

 private:
  SpellChecker();
  bool Ask(std::string_view word);

  std::unique_ptr<Hunspell> hunspell_;
  bool is_utf8_ = true;
  std::unordered_set<std::string> accepted_;  // lower case
  std::unordered_map<std::string, bool> known_;
  std::filesystem::path own_words_;
  int version_ = 0;
};

// Words that may have been meant, the likeliest first, at most six. Takes up to 0.3 s: off the main
// thread.
interview::Result<std::vector<std::string>> SuggestSpellings(const std::string& word);

// The words of a text that a dictionary can be asked about: runs of letters with apostrophes
// inside. Bytes of `text`. Any thread.
struct WordSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
};
std::vector<WordSpan> WordsOf(std::string_view text);

}  // namespace app
