// Hunspell behind our own words.
#include "app/core/spelling.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <hunspell/hunspell.hxx>

#include "interview/base/files.h"

namespace app {
namespace {

namespace fs = std::filesystem;
using interview::ErrorCode;
using interview::Fail;
using interview::Question;
using interview::Result;

constexpr std::size_t kMostSuggestions = 6;
constexpr std::size_t kMostRemembered = 50'000;
constexpr std::string_view kCurlyApostrophe = "’";

bool IsLetter(unsigned char byte) { return std::isalpha(byte) != 0 || byte >= 0x80; }

std::string Lowered(std::string_view word) {
  std::string lowered(word);
  for (char& c : lowered) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lowered;
}

// With the apostrophe that dictionaries have.
std::string Straightened(std::string_view word) {
  std::string plain(word);
  for (std::size_t at; (at = plain.find(kCurlyApostrophe)) != std::string::npos;) {
    plain.replace(at, kCurlyApostrophe.size(), "'");
  }
  return plain;
}

// Initials, identifiers and single letters are not words of a language.
bool IsName(std::string_view word) {
  const auto is_upper = [](char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; };
  return word.size() < 2 || std::any_of(word.begin() + 1, word.end(), is_upper);
}

void AddWords(std::string_view text, std::unordered_set<std::string>* words) {
  for (const WordSpan& span : WordsOf(text)) {
    words->insert(Lowered(Straightened(text.substr(span.begin, span.end - span.begin))));
  }
}

void AddAll(const std::vector<std::string>& texts, std::unordered_set<std::string>* words) {
  for (const std::string& text : texts) AddWords(text, words);
}

void AddQuestion(const Question& question, std::unordered_set<std::string>* words) {
  for (const std::string* text :
       {&question.title, &question.topic, &question.statement, &question.model_answer}) {
    AddWords(*text, words);
  }
  AddAll(question.tags, words);
  for (const interview::RubricGroup& group : question.rubric) {
    for (const interview::RubricPoint& point : group.points) {
      AddWords(point.text, words);
      AddAll(point.any, words);
      AddAll(point.all, words);
    }
  }
}

}  // namespace

std::vector<WordSpan> WordsOf(std::string_view text) {
  std::vector<WordSpan> words;
  std::size_t at = 0;
  const auto is_word = [&](std::size_t i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    return IsLetter(byte) || std::isdigit(byte) != 0 || text[i] == '_';
  };
  while (at < text.size()) {
    if (!is_word(at)) {
      ++at;
      continue;
    }
    std::size_t end = at;
    bool is_plain = true;
    while (end < text.size()) {
      if (text.substr(end).starts_with("—") || text.substr(end).starts_with("…") ||
          text.substr(end).starts_with("“") || text.substr(end).starts_with("”")) {
        break;
      }
      const bool apostrophe = text[end] == '\'' && end + 1 < text.size() &&
                              IsLetter(static_cast<unsigned char>(text[end + 1]));
      if (!is_word(end) && !apostrophe) break;
      is_plain = is_plain && (apostrophe || IsLetter(static_cast<unsigned char>(text[end])));
      ++end;
    }
    if (end == at) {  // one of the marks above
      at += 3;
      continue;
    }
    std::size_t stop = end;
    if (text.substr(at, stop - at).ends_with(kCurlyApostrophe)) stop -= kCurlyApostrophe.size();
    if (is_plain && stop > at) words.push_back({at, stop});
    at = end;
  }
  return words;
}

std::optional<Dictionary> FindDictionary() {
  std::vector<fs::path> folders;
  if (const char* own = std::getenv("DICPATH")) folders.emplace_back(own);
  if (const char* home = std::getenv("HOME")) {
    folders.push_back(fs::path(home) / ".local/share/hunspell");
  }
  folders.insert(folders.end(),
                 {"/usr/share/hunspell", "/usr/local/share/hunspell", "/usr/share/myspell/dicts"});
  std::vector<std::string> wanted = {"en_US", "en_GB"};
  for (const char* variable : {"LANG", "LC_MESSAGES", "LC_ALL"}) {
    const char* value = std::getenv(variable);
    if (value == nullptr || !std::string_view(value).starts_with("en_")) continue;
    wanted.insert(wanted.begin(),
                  std::string(value, std::min<std::size_t>(5, std::string_view(value).size())));
  }
  std::error_code ec;
  const auto at = [&](const fs::path& folder,
                      const std::string& language) -> std::optional<Dictionary> {
    const fs::path affixes = folder / (language + ".aff"), words = folder / (language + ".dic");
    if (!fs::exists(affixes, ec) || !fs::exists(words, ec)) return std::nullopt;
    return Dictionary{language, affixes, words};
  };
  for (const std::string& language : wanted) {
    for (const fs::path& folder : folders) {
      if (auto found = at(folder, language)) return found;
    }
  }
  for (const fs::path& folder : folders) {
    for (fs::directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec)) {
      const std::string name = it->path().stem().string();
      if (!name.starts_with("en_") || it->path().extension() != ".dic") continue;
      if (auto found = at(folder, name)) return found;
    }
  }
  return std::nullopt;
}

SpellChecker::SpellChecker() = default;
SpellChecker::~SpellChecker() = default;

Result<std::shared_ptr<SpellChecker>> SpellChecker::Load(
    const AppPaths& paths, const std::vector<interview::QuestionPtr>& questions) {
  const std::optional<Dictionary> dictionary = FindDictionary();
  if (!dictionary) return Fail(ErrorCode::kNotFound, kNoDictionary);
  std::shared_ptr<SpellChecker> checker(new SpellChecker);
  checker->hunspell_ =
      std::make_unique<Hunspell>(dictionary->affixes.c_str(), dictionary->words.c_str());
  checker->is_utf8_ = checker->hunspell_->get_dict_encoding() == "UTF-8";
  checker->own_words_ = paths.data / "words.txt";
  for (const interview::QuestionPtr& question : questions) {
    AddQuestion(*question, &checker->accepted_);
  }
  std::error_code ec;
  for (fs::directory_iterator it(paths.rubrics / "lexicon", ec), end; !ec && it != end;
       it.increment(ec)) {
    if (const auto text = interview::ReadFile(it->path())) AddWords(*text, &checker->accepted_);
  }
  if (const auto text = interview::ReadFile(checker->own_words_)) {
    AddWords(*text, &checker->accepted_);
  }
  return checker;
}

bool SpellChecker::Knows(std::string_view word) {
  const std::string key(word);
  if (const auto found = known_.find(key); found != known_.end()) return found->second;
  if (known_.size() >= kMostRemembered) known_.clear();
  return known_[key] = Ask(word);
}

bool SpellChecker::Ask(std::string_view word) {
  if (IsName(word)) return true;
  const std::string plain = Straightened(word);
  std::string low = Lowered(plain);
  if (accepted_.contains(low)) return true;
  for (const std::string_view ending : {"'s", "s", "es"}) {
    if (low.ends_with(ending) && accepted_.contains(low.substr(0, low.size() - ending.size()))) {
      return true;
    }
  }
  const bool is_ascii = std::all_of(plain.begin(), plain.end(),
                                    [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return (!is_utf8_ && !is_ascii) || hunspell_->spell(plain);
}

interview::Status SpellChecker::Learn(std::string_view word) {
  const std::string low = Lowered(Straightened(word));
  accepted_.insert(low);
  known_.clear();
  ++version_;
  const auto text = interview::ReadFile(own_words_);
  return interview::WriteFileAtomically(own_words_, (text ? *text : std::string()) + low + "\n");
}

Result<std::vector<std::string>> SuggestSpellings(const std::string& word) {
  const std::optional<Dictionary> dictionary = FindDictionary();
  if (!dictionary) return Fail(ErrorCode::kNotFound, kNoDictionary);
  Hunspell hunspell(dictionary->affixes.c_str(), dictionary->words.c_str());
  std::vector<std::string> words = hunspell.suggest(Straightened(word));
  words.resize(std::min(words.size(), kMostSuggestions));
  return words;
}

}  // namespace app
