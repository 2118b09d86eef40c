// Proves the bank: what `onsite bank check` runs. The compiler of our content.
// Main thread; the proofs run side by side on the judge lane of a JobRunner.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "evaluators/judge/judge_config.h"
#include "evaluators/text/lexicon.h"
#include "interview/bank/question_bank.h"

namespace app {

struct BankCheckOptions {
  std::string only;  // glob over ids: "lru-*"; empty: all, and the rules between questions too
  int jobs = 1;
  // Also what was proved before and has not changed since, nor has the judge.
  bool fresh = false;
  // A question is done, in the order of the bank; main thread.
  std::function<void(const std::string& id)> progress;
};

struct BankReport {
  std::map<interview::RoundKind, int> counts;
  std::vector<interview::BankProblem> failures;
};

// Format and rules, references and wrong solutions, rubric examples, formulas of estimates.
BankReport CheckBank(const interview::QuestionBank& bank, const evaluators::JudgeConfig& judge,
                     const evaluators::Lexicon& lexicon, const BankCheckOptions& options);

// `*` and `?` as in a shell.
bool MatchesGlob(std::string_view pattern, std::string_view text);

}  // namespace app
