// The costs a candidate names, in words or in O-notation.
// Any thread; pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "interview/session/cost_form.h"

namespace interview {

struct CostClaim {
  enum class Of { kTime, kSpace };
  std::string cost;   // normal form: "n", "log(n)*n", "n^2", "1"
  std::string quote;  // as it was written
  Of of = Of::kTime;  // where nothing is said, time
  // Said of another way than the candidate's: "brute force is …", "instead of …", "would be …".
  bool is_alternative = false;
  // "linear", which is also said of the sum of several sizes.
  bool is_linear = false;
};

// Every O(…), "n log n", "n squared", "linearithmic", "constant extra space" … of a text, in order.
std::vector<CostClaim> FindCostClaims(const std::string& text);

// Whether the claim names this cost: "O(n + m)".
bool Names(const CostClaim& claim, std::string_view cost);

}  // namespace interview
