// How the cost of a solution grows with its input: the class of a ramp of sizes, with how well it
// fits. Any thread; pure functions.
#pragma once

#include <string>
#include <vector>

#include "interview/model/judgement.h"

namespace evaluators {

struct GrowthSample {
  double size = 0;
  double cost = 0;   // any unit: steps, bytes, milliseconds
  double noise = 0;  // of the cost, relative: how far inputs of one size are apart
};

struct GrowthVerdict {
  std::string name;        // "O(n log n)"; empty: fewer than three samples
  double exponent = 0;     // of the power law through the samples
  double error = 0;        // relative, root mean square, of the curve of that class
  bool confident = false;  // false: other classes fit nearly as well, or none fits
};

// Of counted steps. The curve of a class is a sum of terms up to that of the class (4 n + 0.5 n^2);
// the smallest class whose curve fits about as well as that of any larger one is it. Exponential
// growth is told from high powers by its constant factor per step.
GrowthVerdict ClassifyCounts(std::vector<GrowthSample> samples);

// Of bytes held at the peak: as counts, but capacities grow by doubling, so a curve may miss by a
// half.
GrowthVerdict ClassifyMemory(std::vector<GrowthSample> samples);

// Of milliseconds. Clocks cannot tell n from n log n nor 1 from log n, so these share a class.
GrowthVerdict ClassifyTimes(std::vector<GrowthSample> samples);

}  // namespace evaluators
