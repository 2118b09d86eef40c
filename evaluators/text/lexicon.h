// Words that mean the same in this trade: "recall", "sensitivity", "true positive rate".
// Any thread once built; immutable then.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "evaluators/text/phrase.h"
#include "interview/base/result.h"

namespace evaluators {

class Lexicon {
 public:
  // Each of the phrases stands for all of them. A phrase may be in several groups.
  void AddGroup(const std::vector<std::string>& phrases);

  // The other phrases of every group that holds the phrase with this key; empty for an unknown one.
  std::vector<Phrase> SynonymsOf(const std::string& key) const;

  // Two terms that people mix up, so that what is said of one is not said of the other.
  void AddContrast(const std::string& one, const std::string& other);
  // Everything that means the contrast of the phrase with this key; empty without one.
  std::vector<Phrase> ContrastsOf(const std::string& key) const;

  // True for the stem of any word in any group: such a word is no misspelling of another.
  bool Knows(const std::string& stem) const { return stems_.contains(stem); }

  // A word of everyday English, which tells little by itself: by its spelling.
  void AddCommonWord(std::string_view word);
  bool IsCommon(const std::string& stem) const { return common_.contains(stem); }

  // How people ask for the facts of a question; null where nothing is known. Of use for
  // clarifying questions alone: "null" asks whether a list may be empty, but does not mean it.
  void SetAsking(std::shared_ptr<const Lexicon> asking) { asking_ = std::move(asking); }
  const Lexicon* asking() const { return asking_.get(); }

  // Words of the longest phrase.
  std::size_t longest() const { return longest_; }
  std::size_t size() const { return groups_.size(); }

 private:
  std::vector<std::vector<Phrase>> groups_;
  std::unordered_map<std::string, std::vector<std::size_t>> groups_of_;  // by key
  std::unordered_map<std::string, std::vector<Phrase>> contrasts_;       // by key
  std::unordered_set<std::string> stems_;
  std::unordered_set<std::string> common_;  // stems
  std::shared_ptr<const Lexicon> asking_;   // null: none
  std::size_t longest_ = 0;
};

// Reads every *.json of the folder: {"schema": "lexicon/1", "area": "…", "groups": [["sgd", …],
// …], "contrasts": [["l1", "l2"], …]}, and common_words.txt (words between white space, lines with
// # aside) where there is one; the groups of its folder asking/, where there is one, go to
// asking(). Fails with kInvalid that names file and entry, kNotFound when there is no group file.
interview::Result<Lexicon> LoadLexicon(const std::filesystem::path& folder);

}  // namespace evaluators
