// Words of an answer that must not earn points: bare lists of terms, the question copied back,
// speeches to the grader, and answers in another language. Any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "evaluators/text/tokens.h"

namespace evaluators {

// The runs of words that an answer may have copied from its question; immutable.
class QuestionWords {
 public:
  QuestionWords() = default;
  explicit QuestionWords(std::string_view question);

  // Per token of the answer: part of a run of five that also stands in the question.
  std::vector<bool> MarkCopied(const TokenizedText& answer) const;
  // True for a stem that the question uses.
  bool Uses(std::string_view stem) const;

 private:
  std::vector<std::uint64_t> runs_;   // sorted hashes
  std::vector<std::uint64_t> stems_;  // sorted hashes
};

struct GuardFindings {
  std::vector<bool> unpaid;          // per token: no match may use it
  std::vector<bool> copied;          // per token: no match may consist of such tokens alone
  std::vector<std::string> remarks;  // one sentence per guard that found something
};

// Statements are judged one by one: a real answer beside a list of terms keeps its points.
GuardFindings FindUnpaidWords(const TokenizedText& answer, const QuestionWords& question);

}  // namespace evaluators
