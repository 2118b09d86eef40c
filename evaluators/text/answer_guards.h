// Words of an answer that must not earn points: bare lists of terms, the question copied back,
// speeches to the grader, and answers in another language. Any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "evaluators/text/tokens.h"

namespace evaluators {

struct GuardFindings {
  std::vector<bool> unpaid;          // per token: no match may use it
  std::vector<bool> copied;          // per token: no match may consist of such tokens alone
  std::vector<std::string> remarks;  // one sentence per guard that found something
};

// Statements are judged one by one: a real answer beside a list of terms keeps its points.
GuardFindings FindUnpaidWords(const TokenizedText& answer, std::string_view question);

}  // namespace evaluators
