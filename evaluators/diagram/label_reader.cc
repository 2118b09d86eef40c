// Names are found by the text matcher; what it leaves over is tried as shortened names.
#include "evaluators/diagram/label_reader.h"

#include <algorithm>
#include <cctype>

#include "evaluators/text/answer_text.h"
#include "evaluators/text/text_match.h"

namespace evaluators {
namespace {

using interview::ComponentRole;
using interview::DiagramComponent;

constexpr std::size_t kShortestCut = 3;  // letters of a shortened word

bool IsLetter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

char Lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (IsLetter(c)) {
      words.back() += Lower(c);
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// "svc" of "service", "cand" of "candidate": the first letter and others in their order.
bool Shortens(std::string_view cut, std::string_view word) {
  if (cut == word) return true;
  if (cut.size() < kShortestCut || cut.size() > word.size() || cut[0] != word[0]) return false;
  std::size_t at = 0;
  for (const char c : word) {
    if (at < cut.size() && cut[at] == c) ++at;
  }
  return at == cut.size();
}

bool ShortensAll(const std::vector<std::string>& cuts, const std::vector<std::string>& words) {
  if (cuts.size() != words.size()) return false;
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    if (!Shortens(cuts[i], words[i])) return false;
  }
  return true;
}

// The pieces between "+", "&", commas, slashes, brackets and line ends: [begin, end).
std::vector<std::pair<std::size_t, std::size_t>> PiecesOf(std::string_view label) {
  std::vector<std::pair<std::size_t, std::size_t>> pieces;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= label.size(); ++i) {
    if (i < label.size() && std::string_view("+&,/;|()[]\n").find(label[i]) == label.npos) continue;
    if (i > begin) pieces.emplace_back(begin, i);
    begin = i + 1;
  }
  return pieces;
}

}  // namespace

LabelReader::LabelReader(const interview::DiagramRubric& rubric, const Lexicon& lexicon)
    : lexicon_(lexicon) {
  for (const DiagramComponent& component : rubric.components) AddPart(component, true, lexicon);
  for (const DiagramComponent& component : rubric.palette) AddPart(component, false, lexicon);
}

void LabelReader::AddPart(const DiagramComponent& component, bool of_case, const Lexicon& lexicon) {
  Part& part = parts_.emplace_back();
  part.id = component.id;
  part.role = component.role;
  part.of_case = of_case;
  const auto add = [&](const std::string& name) {
    part.names.push_back(CompilePattern({name}, lexicon));
    part.spelled.push_back(WordsOf(name));
  };
  add(component.id);
  if (!component.name.empty()) add(component.name);
  for (const std::string& alias : component.aliases) add(alias);
}

bool LabelReader::Knows(std::string_view id) const {
  return std::any_of(parts_.begin(), parts_.end(), [&](const Part& part) { return part.id == id; });
}

ComponentRole LabelReader::RoleOf(std::string_view id) const {
  for (const Part& part : parts_) {
    if (part.id == id) return part.role;
  }
  return ComponentRole::kNone;
}

const LabelReader::Part* LabelReader::ReadShortened(std::string_view piece) const {
  const std::vector<std::string> cuts = WordsOf(piece);
  if (cuts.size() < 2) return nullptr;
  for (const Part& part : parts_) {
    for (const std::vector<std::string>& words : part.spelled) {
      if (ShortensAll(cuts, words)) return &part;
    }
  }
  return nullptr;
}

const LabelReader::Part* LabelReader::ReadCapitals(std::string_view piece) const {
  std::string letters;
  for (const char c : piece) {
    if (c == ' ') continue;
    if (c < 'A' || c > 'Z') return nullptr;
    letters += Lower(c);
  }
  if (letters.size() < 2) return nullptr;
  const Part* found = nullptr;
  for (const Part& part : parts_) {
    if (!part.of_case) continue;
    const bool fits = std::any_of(part.spelled.begin(), part.spelled.end(), [&](const auto& words) {
      if (words.size() != letters.size()) return false;
      for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i][0] != letters[i]) return false;
      }
      return true;
    });
    if (!fits) continue;
    if (found != nullptr) return nullptr;
    found = &part;
  }
  return found;
}

std::vector<std::string> LabelReader::Read(const std::string& label) const {
  AnswerText text(label, "", lexicon_);
  std::vector<Hit> hits;
  for (const Part& part : parts_) {
    Hit best;
    for (const Pattern& name : part.names) {
      const auto match = FindPattern(name, &text).match;
      if (match && match->end - match->begin > best.end - best.begin) {
        best = {match->begin, match->end, &part};
      }
    }
    if (best.part != nullptr) hits.push_back(best);
  }
  std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    if (a.part->of_case != b.part->of_case) return a.part->of_case;
    return a.end - a.begin > b.end - b.begin;
  });
  std::vector<Hit> kept;
  const auto is_free = [&](std::size_t begin, std::size_t end) {
    return std::none_of(kept.begin(), kept.end(),
                        [&](const Hit& other) { return begin < other.end && other.begin < end; });
  };
  for (const Hit& hit : hits) {
    if (is_free(hit.begin, hit.end)) kept.push_back(hit);
  }
  for (const auto& [begin, end] : PiecesOf(label)) {
    if (!is_free(begin, end)) continue;
    const std::string_view piece = std::string_view(label).substr(begin, end - begin);
    const Part* part = ReadCapitals(piece);
    if (part == nullptr) part = ReadShortened(piece);
    if (part != nullptr) kept.push_back({begin, end, part});
  }
  std::sort(kept.begin(), kept.end(), [](const Hit& a, const Hit& b) { return a.begin < b.begin; });
  std::vector<std::string> ids;
  for (const Hit& hit : kept) {
    if (std::find(ids.begin(), ids.end(), hit.part->id) == ids.end()) ids.push_back(hit.part->id);
  }
  return ids;
}

}  // namespace evaluators
