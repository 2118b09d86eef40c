// The candidate's own test cases, from the text they are typed in.
// Any thread; pure function.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "interview/base/json.h"

namespace interview {

struct OwnTests {
  std::vector<Json> tests;  // {"args" or "ops", "expected" or "expected_args"}
  std::string problem;      // the first part that could not be read, in one sentence; empty: none
};

// One JSON list of cases, or one case a line; empty lines and lines of "//" or "#" are skipped.
OwnTests ParseOwnTests(std::string_view text);

}  // namespace interview
