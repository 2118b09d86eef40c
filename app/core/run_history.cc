// Runs side by side.
#include "app/core/run_history.h"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <map>
#include <utility>

namespace app {
namespace {

using interview::EvaluationKind;
using interview::Judgement;
using interview::TestOutcome;
using interview::TimedEvaluation;
using interview::Verdict;

// "Case 1, Case 2 and 3 hidden tests".
std::string Listed(const std::vector<std::size_t>& indices, const Judgement& judgement) {
  std::vector<std::string> parts;
  std::size_t hidden = 0;
  for (const std::size_t i : indices) {
    const TestOutcome& test = judgement.tests[i];
    if (test.is_public) {
      parts.push_back(TestName(test));
    } else {
      ++hidden;
    }
  }
  if (hidden > 0) {
    parts.push_back(std::to_string(hidden) + (hidden == 1 ? " hidden test" : " hidden tests"));
  }
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    text += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
  }
  return text;
}

}  // namespace

std::string SpreadText(const std::vector<const TimedEvaluation*>& runs,
                       const TimedEvaluation& run) {
  int count = 0;
  double least_ms = 0, most_ms = 0, least_mb = 0, most_mb = 0;
  for (const TimedEvaluation* one : runs) {
    const Judgement& judgement = *one->evaluation.judgement;
    const bool same = one->evaluation.kind == run.evaluation.kind && one->code == run.code &&
                      one->input == run.input;
    if (!same || judgement.cpu_ms <= 0) continue;
    const bool first = count++ == 0;
    least_ms = first ? judgement.cpu_ms : std::min(least_ms, judgement.cpu_ms);
    most_ms = std::max(most_ms, judgement.cpu_ms);
    least_mb = first ? judgement.peak_mb : std::min(least_mb, judgement.peak_mb);
    most_mb = std::max(most_mb, judgement.peak_mb);
  }
  if (count < 2) return {};
  char text[128];
  std::snprintf(text, sizeof text, "Over %d runs of this code: %.1f–%.1f ms, %.1f–%.1f MB", count,
                least_ms, most_ms, least_mb, most_mb);
  return text;
}

std::vector<const TimedEvaluation*> RunsOf(const interview::QuestionWork& work) {
  std::vector<const TimedEvaluation*> runs;
  for (const TimedEvaluation& run : work.runs) runs.push_back(&run);
  for (const TimedEvaluation& judged : work.judgements) runs.push_back(&judged);
  std::erase_if(runs, [](const TimedEvaluation* run) { return !run->evaluation.judgement; });
  std::stable_sort(
      runs.begin(), runs.end(),
      [](const TimedEvaluation* a, const TimedEvaluation* b) { return a->at < b->at; });
  return runs;
}

const TimedEvaluation* Previous(const std::vector<const TimedEvaluation*>& runs,
                                std::size_t index) {
  const TimedEvaluation& run = *runs[index];
  for (std::size_t i = index; i-- > 0;) {
    if (runs[i]->evaluation.kind == run.evaluation.kind && runs[i]->input == run.input) {
      return runs[i];
    }
  }
  return nullptr;
}

RunChange CompareRuns(const Judgement& before, const Judgement& after) {
  std::map<std::pair<int, std::string>, bool> passed;
  for (const TestOutcome& test : before.tests) {
    passed[{test.index, test.tag}] = test.verdict == Verdict::kAccepted;
  }
  RunChange change;
  for (std::size_t i = 0; i < after.tests.size(); ++i) {
    const TestOutcome& test = after.tests[i];
    const auto old = passed.find({test.index, test.tag});
    if (old == passed.end()) continue;
    const bool passes = test.verdict == Verdict::kAccepted;
    if (passes && !old->second) change.now_passing.push_back(i);
    if (!passes && old->second) change.now_failing.push_back(i);
  }
  return change;
}

std::string ChangeText(const RunChange& change, const Judgement& after) {
  const auto clause = [&](const std::vector<std::size_t>& tests, const char* one,
                          const char* several) {
    return Listed(tests, after) + (tests.size() == 1 ? one : several);
  };
  if (change.now_passing.empty() && change.now_failing.empty()) {
    return "Against the one before: the same tests pass.";
  }
  std::string text = "Against the one before: ";
  if (!change.now_passing.empty()) {
    text += clause(change.now_passing, " now passes", " now pass");
    if (!change.now_failing.empty()) text += "; ";
  }
  if (!change.now_failing.empty()) text += clause(change.now_failing, " now fails", " now fail");
  return text + ".";
}

std::string TestName(const TestOutcome& test) {
  if (test.is_public && (test.tag == "example" || test.tag == "custom")) {
    return "Case " + std::to_string(test.index + 1);
  }
  std::string name = test.tag;
  for (char& c : name) {
    if (c == '_' || c == '-') c = ' ';
  }
  if (!name.empty()) name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
  return test.is_public ? name : name + " " + std::to_string(test.index + 1);
}

std::string RunKindName(EvaluationKind kind) {
  return kind == EvaluationKind::kJudge       ? "Submit"
         : kind == EvaluationKind::kRunCustom ? "Own case"
                                              : "Run";
}

}  // namespace app
