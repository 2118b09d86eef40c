// What the sections of judge_latency share: series of interleaved runs, their minimum, median and
// p90, and limits on ratios. Main thread only.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "evaluators/judge/judge_config.h"
#include "interview/bank/question_bank.h"

namespace bench {

struct Options {
  int rounds = 11;
  evaluators::JudgeConfig config;  // a cache of its own, empty at the start
  const interview::QuestionBank* bank = nullptr;
};

// One way of doing the work; `run` is one whole run and returns its milliseconds, negative when it
// failed (it then has said why on stderr).
struct Series {
  std::string name;
  std::function<double()> run;
  std::vector<double> ms = {};

  double min() const;
  double quantile(double q) const;
};

// One uncounted run of each, then `rounds` rounds with one run of each in turn, so that other work
// on the machine meets all of them alike. False when a run failed.
bool RunInterleaved(int rounds, std::vector<Series>* series);

// Prints a line for each.
void PrintSeries(const std::string& title, const std::vector<Series>& series);

// Counts what was missed; the program's exit code.
class Verdicts {
 public:
  // `value` must be at most `limit`; NaN misses.
  void Expect(const std::string& what, double value, double limit, const std::string& unit = "");
  void Fail(const std::string& what);
  int missed() const { return missed_; }

 private:
  int missed_ = 0;
};

double MsSince(std::chrono::steady_clock::time_point begin);

// The sections, one file each. Ratios are taken between minima, the medians' beside them.
void RunCppSection(const Options& options, Verdicts* verdicts);
void RunPythonSection(const Options& options, Verdicts* verdicts);

}  // namespace bench
