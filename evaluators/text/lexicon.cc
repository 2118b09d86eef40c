// Groups of phrases, found by their stems.
#include "evaluators/text/lexicon.h"

#include <algorithm>
#include <sstream>
#include <utility>

#include "evaluators/text/spelling.h"
#include "evaluators/text/stemmer.h"
#include "interview/base/files.h"
#include "interview/base/json.h"

namespace evaluators {
namespace {

using interview::ErrorCode;
using interview::Json;
using interview::JsonReader;
using interview::Result;
using interview::Status;

Status ReadGroups(const std::filesystem::path& path, Lexicon* lexicon) {
  const Result<std::string> text = interview::ReadFile(path);
  if (!text) return interview::Forward(text);
  const std::string where = path.filename().string();
  const Result<Json> json = interview::ParseJson(*text, where);
  if (!json) return interview::Forward(json);
  JsonReader reader(*json, where);
  if (reader.String("schema") != "lexicon/1") reader.Complain("schema", "must be \"lexicon/1\".");
  reader.StringOr("area");
  std::size_t index = 0;
  for (const Json& item : reader.Array("groups")) {
    std::vector<std::string> phrases;
    if (item.is_array()) {
      for (const Json& phrase : item) {
        if (phrase.is_string()) phrases.push_back(phrase.get<std::string>());
      }
    }
    if (phrases.size() < 2 || phrases.size() != item.size()) {
      reader.Complain("groups",
                      "entry " + std::to_string(index) + " must be a list of two or more texts.");
    } else {
      lexicon->AddGroup(phrases);
    }
    ++index;
  }
  for (const Json& item : reader.ArrayOr("contrasts")) {
    if (item.is_array() && item.size() == 2 && item[0].is_string() && item[1].is_string()) {
      lexicon->AddContrast(item[0].get<std::string>(), item[1].get<std::string>());
    } else {
      reader.Complain("contrasts", "every entry must be a list of two texts.");
    }
  }
  return reader.Finish();
}

Status ReadCommonWords(const std::filesystem::path& path, Lexicon* lexicon) {
  const Result<std::string> text = interview::ReadFile(path);
  if (!text) return interview::Forward(text);
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream words(line);
    for (std::string word; words >> word;) lexicon->AddCommonWord(word);
  }
  return {};
}

}  // namespace

void Lexicon::AddCommonWord(std::string_view word) {
  common_.insert(FactsOf(CommonSpelling(std::string(word))).stem);
}

void Lexicon::AddGroup(const std::vector<std::string>& phrases) {
  std::vector<Phrase> group;
  for (const std::string& text : phrases) {
    Phrase phrase = ParsePhrase(text);
    if (phrase.empty()) continue;
    std::vector<std::size_t>& of = groups_of_[PhraseKey(phrase)];
    if (std::find(of.begin(), of.end(), groups_.size()) != of.end()) continue;
    of.push_back(groups_.size());
    longest_ = std::max(longest_, phrase.size());
    for (const Atom& atom : phrase) stems_.insert(atom.stem);
    group.push_back(std::move(phrase));
  }
  groups_.push_back(std::move(group));
}

std::vector<Phrase> Lexicon::SynonymsOf(const std::string& key) const {
  std::vector<Phrase> synonyms;
  const auto found = groups_of_.find(key);
  if (found == groups_of_.end()) return synonyms;
  for (const std::size_t group : found->second) {
    for (const Phrase& phrase : groups_[group]) {
      if (PhraseKey(phrase) != key) synonyms.push_back(phrase);
    }
  }
  return synonyms;
}

void Lexicon::AddContrast(const std::string& one, const std::string& other) {
  const Phrase first = ParsePhrase(one);
  const Phrase second = ParsePhrase(other);
  if (first.empty() || second.empty()) return;
  contrasts_[PhraseKey(first)].push_back(second);
  contrasts_[PhraseKey(second)].push_back(first);
}

std::vector<Phrase> Lexicon::ContrastsOf(const std::string& key) const {
  std::vector<std::string> keys = {key};
  for (const Phrase& synonym : SynonymsOf(key)) keys.push_back(PhraseKey(synonym));
  std::vector<Phrase> contrasts;
  for (const std::string& name : keys) {
    const auto found = contrasts_.find(name);
    if (found == contrasts_.end()) continue;
    for (const Phrase& contrast : found->second) {
      contrasts.push_back(contrast);
      for (Phrase& synonym : SynonymsOf(PhraseKey(contrast))) {
        contrasts.push_back(std::move(synonym));
      }
    }
  }
  return contrasts;
}

Result<Lexicon> LoadLexicon(const std::filesystem::path& folder) {
  Lexicon lexicon;
  bool found = false;
  for (const std::filesystem::path& path : interview::ListFolder(folder)) {
    if (path.filename() == "common_words.txt") {
      if (const Status read = ReadCommonWords(path, &lexicon); !read) {
        return interview::Forward(read);
      }
    }
    if (path.extension() != ".json") continue;
    found = true;
    if (const Status read = ReadGroups(path, &lexicon); !read) return interview::Forward(read);
  }
  if (!found) {
    return interview::Fail(ErrorCode::kNotFound, "No lexicon in " + folder.string() +
                                                     "; put at least one .json file there.");
  }
  if (std::filesystem::is_directory(folder / "asking")) {
    Result<Lexicon> asking = LoadLexicon(folder / "asking");
    if (!asking) return interview::Forward(asking);
    lexicon.SetAsking(std::make_shared<const Lexicon>(*std::move(asking)));
  }
  return lexicon;
}

}  // namespace evaluators
