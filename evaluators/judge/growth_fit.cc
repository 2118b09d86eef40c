// Ordinary least squares in logarithms.
#include "evaluators/judge/growth_fit.h"

#include <algorithm>
#include <cmath>

namespace evaluators {

using interview::GrowthFit;

namespace {

constexpr double kShortestMs = 0.02;  // below it, one interrupt is larger than the work

struct Line {
  double slope = 0;
  double worst_residual = 0;
};

Line FitLine(const std::vector<GrowthSample>& samples) {
  double mean_x = 0;
  double mean_y = 0;
  const auto count = static_cast<double>(samples.size());
  for (const GrowthSample& s : samples) {
    mean_x += std::log(s.size) / count;
    mean_y += std::log(s.ms) / count;
  }
  double covariance = 0;
  double variance = 0;
  for (const GrowthSample& s : samples) {
    covariance += (std::log(s.size) - mean_x) * (std::log(s.ms) - mean_y);
    variance += (std::log(s.size) - mean_x) * (std::log(s.size) - mean_x);
  }
  Line line;
  if (variance > 0) line.slope = covariance / variance;
  for (const GrowthSample& s : samples) {
    const double predicted = mean_y + line.slope * (std::log(s.size) - mean_x);
    line.worst_residual = std::max(line.worst_residual, std::abs(std::log(s.ms) - predicted));
  }
  return line;
}

struct GrowthClass {
  const char* name;
  double from;  // exponents that are clearly of this class
  double to;
};
constexpr GrowthClass kClasses[] = {
    {"O(1) or O(log n)", -0.3, 0.3}, {"O(sqrt n)", 0.4, 0.6}, {"O(n) or O(n log n)", 0.8, 1.3},
    {"O(n^1.5)", 1.42, 1.6},         {"O(n^2)", 1.75, 2.3},   {"O(n^3)", 2.7, 3.3}};

}  // namespace

GrowthFit FitGrowth(const std::vector<GrowthSample>& samples) {
  std::vector<GrowthSample> usable;
  for (const GrowthSample& s : samples) {
    if (s.size > 0 && s.ms > 0) usable.push_back(s);
  }
  if (usable.size() < 3) return {};
  const Line line = FitLine(usable);
  GrowthFit fit;
  fit.exponent = line.slope;
  const GrowthClass* nearest = &kClasses[0];
  const auto distance = [&](const GrowthClass& c) {
    return std::max({c.from - line.slope, line.slope - c.to, 0.0});
  };
  for (const GrowthClass& one : kClasses) {
    if (distance(one) < distance(*nearest)) nearest = &one;
  }
  fit.growth_class = line.slope > 3.6 ? "faster than O(n^3)" : nearest->name;
  const bool is_long_enough =
      std::max_element(usable.begin(), usable.end(), [](const auto& a, const auto& b) {
        return a.ms < b.ms;
      })->ms > kShortestMs;
  fit.confident =
      is_long_enough && usable.size() >= 4 && distance(*nearest) == 0 && line.worst_residual < 0.35;
  return fit;
}

}  // namespace evaluators
