// The rules of section 10 of rubrics/README.md that need no code to run: lists, counts, mix,
// similarity, plain words. Any thread; no shared state.
#pragma once

#include <array>
#include <vector>

#include "interview/bank/question_bank.h"

namespace interview {

// What is wrong with the loaded questions, one entry a fault. Whether references pass and rubrics
// hold is not looked at here.
std::vector<BankProblem> CheckBankRules(const QuestionBank& bank);

// How many easy, medium and hard questions a core coding set of `total` holds: 35:55:15 by largest
// remainder. Source: section 10.3 of rubrics/README.md.
std::array<int, 3> DifficultyMix(int total);

}  // namespace interview
