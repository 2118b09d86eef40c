// How the time of a solution grows with its input: a power law through the best times of a ramp of
// sizes. Any thread; pure functions.
#pragma once

#include <vector>

#include "interview/model/evaluation.h"

namespace evaluators {

struct GrowthSample {
  double size = 0;
  double ms = 0;  // the best of several runs
};

// Least squares of log(ms) over log(size). Clocks cannot tell n from n log n, so these are one
// class; where the times are too short or do not lie on a line, `confident` is false. Needs three
// samples, else the class is empty.
interview::GrowthFit FitGrowth(const std::vector<GrowthSample>& samples);

}  // namespace evaluators
