// Walks the folders of the bank.
#include "interview/bank/question_bank.h"

#include <algorithm>

#include "interview/base/files.h"

namespace interview {
namespace {

// Levenshtein distance, for "did you mean".
std::size_t Distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

Result<QuestionBank> QuestionBank::Load(const std::filesystem::path& root,
                                        const std::filesystem::path& packs) {
  QuestionBank bank;
  Result<Catalogue> catalogue = LoadCatalogue(root);
  if (!catalogue) return Forward(catalogue);
  bank.catalogue_ = *std::move(catalogue);
  bank.LoadFolder(root);
  if (!packs.empty()) {
    for (const auto& pack : ListFolder(packs)) {
      if (std::filesystem::is_directory(pack)) bank.LoadFolder(pack);
    }
  }
  return bank;
}

void QuestionBank::LoadFolder(const std::filesystem::path& root) {
  for (const RoundKind kind : kRoundKinds) {
    for (const auto& path : ListFolder(root / ToString(kind))) {
      if (!std::filesystem::is_directory(path)) continue;
      if (kind != RoundKind::kConcepts) {
        AddQuestion(kind, path);
        continue;
      }
      for (const auto& file : ListFolder(path)) {
        if (file.extension() == ".json") AddQuestion(kind, file);
      }
    }
  }
}

void QuestionBank::AddQuestion(RoundKind kind, const std::filesystem::path& path) {
  std::vector<BankProblem> problems;
  auto question = std::make_shared<Question>(ParseQuestion(kind, path, catalogue_, &problems));
  if (const auto twin = by_id_.find(question->id); twin != by_id_.end()) {
    problems.push_back({question->id, "ids",
                        path.string() + ": the id \"" + question->id + "\" is taken by " +
                            twin->second->folder + "; rename one of them."});
  }
  if (!problems.empty()) {
    problems_.insert(problems_.end(), problems.begin(), problems.end());
    return;
  }
  by_id_[question->id] = question;
  questions_.push_back(std::move(question));
}

QuestionPtr QuestionBank::Find(const QuestionId& id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

Result<QuestionPtr> QuestionBank::Get(const QuestionId& id) const {
  if (QuestionPtr found = Find(id)) return found;
  for (const BankProblem& problem : problems_) {
    if (problem.id == id) {
      return Fail(ErrorCode::kInvalid,
                  "The question \"" + id + "\" cannot be used: " + problem.message);
    }
  }
  std::string nearest;
  std::size_t best = id.size() / 2 + 2;
  for (const auto& [name, question] : by_id_) {
    if (const std::size_t d = Distance(id, name); d < best) {
      best = d;
      nearest = name;
    }
  }
  return Fail(ErrorCode::kNotFound, "There is no question \"" + id + "\"" +
                                        (nearest.empty() ? "; `onsite bank list` shows all."
                                                         : "; did you mean \"" + nearest + "\"?"));
}

}  // namespace interview
