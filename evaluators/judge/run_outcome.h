// What is asked of a solution and what came back: test cases, and one outcome for each.
// Any thread; plain values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "interview/base/json.h"
#include "interview/model/evaluation.h"

namespace evaluators {

// One call of a function, or one script of calls on a class, with what must come out.
struct TestCase {
  std::string tag;
  interview::Json ops;   // class: names of the operations; null for a function
  interview::Json args;  // a list: arguments, or one such list for each operation
  std::optional<interview::Json> expected;       // the result, or the list of outputs
  std::optional<interview::Json> expected_args;  // {"0": …}: mutated arguments afterwards
  bool is_public = false;
};

// {"args": …} or {"ops": …, "args": …}: how a case is shown, and how the candidate types one.
interview::Json InputOf(const TestCase& test);

struct CaseOutcome {
  // kAccepted means here: it answered. Whether the answer is right is for Compare to say.
  interview::Verdict verdict = interview::Verdict::kInternalError;
  interview::Json result;
  interview::Json args;  // mutated arguments by index, an object
  std::string message;   // why it did not answer, or which argument it changed without leave
  double cpu_ms = 0;     // from outside
  double inside_ms = 0;  // around the call alone, as the driver says: advisory
  std::string out;
  std::string err;
};

// Why a source cannot be run at all.
struct Rejection {
  interview::Verdict verdict = interview::Verdict::kCompileError;
  std::string message;
  std::vector<interview::Diagnostic> diagnostics;
  std::string out;
  std::string err;
};

struct RunReport {
  std::optional<Rejection> rejection;  // then there are no outcomes
  std::vector<CaseOutcome> outcomes;   // one for each case
  double cpu_ms = 0;
  double wall_ms = 0;
  double peak_mb = 0;
};

}  // namespace evaluators
