// The costs a candidate names in words or in O-notation, comparable with one another.
// Any thread; pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace interview {

struct CostClaim {
  std::string cost;   // normal form: "n", "nlogn", "n^2", "1"
  std::string quote;  // as it was written
};

// "O(V + E) time" -> "e+v"; a cost of one size has its variable renamed to n.
std::string NormalCost(std::string_view cost);

// Every O(…) and "linear time" of a text, in order.
std::vector<CostClaim> FindCostClaims(const std::string& text);

}  // namespace interview
