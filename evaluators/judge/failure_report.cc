// Values of a failing test, cut and whole.
#include "evaluators/judge/failure_report.h"

#include "evaluators/judge/compare.h"
#include "interview/model/value_text.h"

namespace evaluators {

using interview::Failure;
using interview::Json;

namespace {

constexpr std::size_t kMostShown = 4096;                 // bytes of one value
constexpr std::size_t kMostKept = std::size_t{1} << 20;  // of one value that is kept whole

}  // namespace

Failure DescribeFailure(const TestCase& test, const CaseOutcome& outcome, int index) {
  Failure failure;
  failure.index = index;
  failure.tag = test.tag;
  interview::WholeValues whole = {InputOf(test), ExpectedToShow(test), GotToShow(test, outcome)};
  bool is_cut = false;
  const auto shown = [&is_cut](Json* value) {
    *value = interview::Shortened(*value, kMostKept);
    Json cut = interview::Shortened(*value, kMostShown);
    is_cut = is_cut || cut != *value;
    return cut;
  };
  failure.input = shown(&whole.input);
  failure.expected = shown(&whole.expected);
  failure.got = shown(&whole.got);
  if (is_cut) failure.whole = std::make_shared<const interview::WholeValues>(std::move(whole));
  failure.out = outcome.out;
  failure.err = outcome.err;
  return failure;
}

}  // namespace evaluators
