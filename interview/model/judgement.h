// What the judge says of a piece of code: a verdict, the first failing test, time, memory, growth.
// Any thread; plain values.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interview/base/json.h"

namespace interview {

enum class Verdict {
  kAccepted,
  kWrongAnswer,
  kRuntimeError,
  kCompileError,
  kTimeLimit,
  kMemoryLimit,
  kOutputLimit,
  kViolation,
  kInternalError
};
std::string_view ToString(Verdict verdict);     // "wrong_answer"
std::string_view DisplayName(Verdict verdict);  // "Wrong answer"
std::optional<Verdict> ParseVerdict(std::string_view name);

// One test case or ML check as it ran.
struct TestOutcome {
  int index = 0;
  std::string tag;  // "example", "edge", "random-small", "large", or the check's id
  Verdict verdict = Verdict::kAccepted;
  bool is_public = false;
  double weight = 1;
  double cpu_ms = 0;
  std::string message;  // what the candidate is told: checker text, `says`, exception
  // Of a public test: what came of it, cut where it is large, and what it printed.
  Json got = nullptr;
  std::string out = {};
  std::string err = {};
};

// Values of a failing test that are too large for its report.
struct WholeValues {
  Json input;
  Json expected;
  Json got;
};

// The first failing test in full. Values are JSON; large ones are cut with their sizes told.
struct Failure {
  int index = 0;
  std::string tag;
  Json input;
  Json expected;
  Json got;
  std::string out;  // captured stdout, first 64 KB
  std::string err;  // captured stderr, first 64 KB

  // The values uncut, up to 1 MB each; null where nothing was cut. Kept in memory alone: a stored
  // judgement has only what was cut.
  std::shared_ptr<const WholeValues> whole;

  // The smallest input that still fails in the same way, where it was asked for; null: not shrunk.
  Json shrunk_input;
  Json shrunk_expected;
  Json shrunk_got;
};

struct Diagnostic {
  int line = 0;  // of the candidate's source, 1-based; 0: unknown
  int column = 0;
  std::string severity;  // "error", "warning"
  std::string message;
};

// What one run of one size cost.
struct GrowthPoint {
  double size = 0;
  double cost = 0;    // in units of GrowthFit::signal
  double memory = 0;  // bytes above the smallest size; 0: not measured
};

// How time (and memory) grow with the input. Advisory: nobody fails a test by it.
struct GrowthFit {
  std::string growth_class;  // "O(n)", "O(n log n)", …; empty: not measured
  double exponent = 0;
  bool confident = false;           // false: the fit does not separate the classes
  std::string signal;               // what was counted: "basic blocks", "processor time", …
  double error = 0;                 // relative, root mean square, of the fitted curve
  std::vector<GrowthPoint> points;  // by size
  std::string memory_class;         // as growth_class
  bool memory_confident = false;
};

// Time of the largest tests, k runs each, beside the question's reference in the same language,
// measured in turn with it.
struct Timing {
  int runs = 0;             // 0: not measured
  double best_ms = 0;       // processor time of those tests, each at its best
  double median_ms = 0;     // of the runs
  double spread = 0;        // interquartile range of the runs over their median
  double reference_ms = 0;  // as best_ms; 0: there is no reference in this language
  double ratio = 0;         // ours to the reference's, a mean over the tests; below 1 is faster
};

// What the judge says of a piece of code.
struct Judgement {
  Verdict verdict = Verdict::kInternalError;
  int passed = 0;
  int total = 0;
  std::vector<TestOutcome> tests;
  std::optional<Failure> first_failure;
  std::vector<Diagnostic> diagnostics;
  double cpu_ms = 0;
  double wall_ms = 0;
  double peak_mb = 0;
  GrowthFit growth;
  Timing timing;
  std::string message;      // one sentence about the verdict
  std::string explanation;  // of a runtime error, by a run with sanitizers: what, and which line
  std::string caution;      // what makes this result worth less: a weaker sandbox
  Json custom_got;          // kRunCustom: what the candidate's code returned
  Json custom_expected;     // kRunCustom: what the reference returned
  std::string out;          // captured stdout of the last run
  std::string err;
};

Json ToJson(const Failure& failure);
Json ToJson(const GrowthFit& fit);
Json ToJson(const Judgement& judgement);
// What the reader's object says; fields that are missing keep their defaults, and what cannot be
// read is among the reader's complaints.
GrowthFit ParseGrowthFit(JsonReader* reader);
Judgement ParseJudgement(JsonReader* reader);

}  // namespace interview
