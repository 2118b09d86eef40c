// The normal form of a cost in O-notation, so that costs written in different ways compare.
// Any thread; pure functions.
#pragma once

#include <string>
#include <string_view>

namespace interview {

// "O(V + E) time" -> "e+v", "Θ(n·k)" -> "k*n", "n^2 + 3n" -> "n^2", "2 log2(N)" -> "log(n)". What
// grows more slowly than another term, constant factors and bases of logarithms are dropped; a cost
// without a size is "1". Runs of two letters are products ("nk"), longer ones the name of one size
// ("cap"). Empty where the text cannot be read as a cost.
std::string NormalCost(std::string_view cost);

// Whether two normal forms tell the same cost. Where they name their sizes differently, the shape
// decides: "a+b" is "e+v", but "k*log(n)" is not "n*log(k)".
bool IsSameCost(const std::string& a, const std::string& b);

}  // namespace interview
