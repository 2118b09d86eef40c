// All questions: the shipped bank and the user's packs, loaded once and shared read-only.
// Any thread after loading.
#pragma once

#include <filesystem>
#include <map>
#include <vector>

#include "interview/bank/catalogue.h"
#include "interview/bank/question_parser.h"
#include "interview/model/question.h"

namespace interview {

class QuestionBank {
 public:
  // Reads the shipped bank at `root` and every pack below `packs` (each a folder of the same
  // layout, without bank.json and palette.json of its own). A question with problems is left out
  // and its problems are kept. Fails only where the catalogue of the shipped bank cannot be read.
  static Result<QuestionBank> Load(const std::filesystem::path& root,
                                   const std::filesystem::path& packs = {});

  const std::vector<QuestionPtr>& questions() const { return questions_; }
  const std::vector<BankProblem>& problems() const { return problems_; }
  const Catalogue& catalogue() const { return catalogue_; }

  // nullptr when there is none.
  QuestionPtr Find(const QuestionId& id) const;
  // kNotFound with the nearest id as a remedy.
  Result<QuestionPtr> Get(const QuestionId& id) const;

 private:
  void LoadFolder(const std::filesystem::path& root);
  void AddQuestion(RoundKind kind, const std::filesystem::path& path);

  Catalogue catalogue_;
  std::vector<QuestionPtr> questions_;
  std::map<QuestionId, QuestionPtr> by_id_;
  std::vector<BankProblem> problems_;
};

}  // namespace interview
