// Reads one question from its files: the format of rubrics/README.md, strictly.
// Any thread; no shared state.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "interview/bank/catalogue.h"
#include "interview/model/question.h"

namespace interview {

// One thing wrong with the bank, in words that name file, field and remedy.
struct BankProblem {
  QuestionId id;      // the folder's or file's name where the id itself is broken
  std::string check;  // "format", "ids", "mix", "similarity", …
  std::string message;
};

// Reads the question at `path`: a folder, or for concepts a .json file. What could be read is
// returned in any case; it is usable only when nothing was added to `problems`.
Question ParseQuestion(RoundKind kind, const std::filesystem::path& path,
                       const Catalogue& catalogue, std::vector<BankProblem>* problems);

bool IsKebabCase(std::string_view text);

}  // namespace interview
