// Where two values differ: what is missing, extra or different, and at which place. Any thread;
// pure functions.
#pragma once

#include <string>
#include <vector>

#include "interview/base/json.h"
#include "interview/model/question.h"

namespace interview {

struct Difference {
  enum class Kind { kMissing, kExtra, kDifferent };
  Kind kind = Kind::kDifferent;
  std::string path;  // "[3].left", "[2][0]"; empty: the value itself
  Json expected;     // null for kExtra
  Json got;          // null for kMissing
  std::string note;  // what the eye would miss: by how much a number is off, where texts part
};

struct ValueDiff {
  std::vector<Difference> differences;  // at most kMostDifferences
  std::size_t more = 0;                 // that are not listed
};
inline constexpr std::size_t kMostDifferences = 20;

// By the question's rule: an unordered result is compared as a multiset, numbers by their
// tolerance, a tree by its nodes. Lists of different length are aligned by what they have in
// common. Paths say "[i]" with the index in the expected value, for kExtra in the one that came.
// Equal values give no differences.
ValueDiff DiffValues(const Json& expected, const Json& got, const CompareRule& rule,
                     const Type& type);

// "~ [2][0]: expected 5, got 6 (off by 1)": one line, values shortened.
std::string DescribeDifference(const Difference& difference);

}  // namespace interview
