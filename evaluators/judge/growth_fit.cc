// Non-negative least squares over a handful of terms, and a line in logarithms.
#include "evaluators/judge/growth_fit.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <optional>

namespace evaluators {
namespace {

struct Term {
  const char* class_name;
  double (*value)(double n);
};

double Log2(double n) { return std::log2(std::max(n, 1.0) + 1); }

constexpr std::array<Term, 6> kTerms = {{
    {"O(1)", [](double) { return 1.0; }},
    {"O(log n)", [](double n) { return Log2(n); }},
    {"O(n)", [](double n) { return n; }},
    {"O(n log n)", [](double n) { return n * Log2(n); }},
    {"O(n^2)", [](double n) { return n * n; }},
    {"O(n^3)", [](double n) { return n * n * n; }},
}};
constexpr std::size_t kMostTerms = 3;  // of one curve

// Solves the normal equations of the chosen terms with weights 1/cost^2. Nothing where they are
// degenerate or a coefficient is negative.
std::optional<double> ErrorOfCurve(const std::vector<GrowthSample>& samples, unsigned chosen) {
  std::vector<std::size_t> terms;
  for (std::size_t i = 0; i < kTerms.size(); ++i) {
    if ((chosen >> i) & 1U) terms.push_back(i);
  }
  const std::size_t p = terms.size();
  if (p > kMostTerms || p + 1 > samples.size()) return std::nullopt;
  const double largest = samples.back().size;
  std::vector<std::vector<double>> rows;  // relative: every cost is 1
  for (const GrowthSample& s : samples) {
    std::vector<double> row;
    for (const std::size_t t : terms) {
      row.push_back(kTerms[t].value(s.size) / kTerms[t].value(largest) * samples.back().cost /
                    s.cost);
    }
    rows.push_back(std::move(row));
  }
  std::vector<std::vector<double>> system(p, std::vector<double>(p + 1, 0.0));
  for (const std::vector<double>& row : rows) {
    for (std::size_t i = 0; i < p; ++i) {
      for (std::size_t j = 0; j < p; ++j) system[i][j] += row[i] * row[j];
      system[i][p] += row[i];
    }
  }
  for (std::size_t i = 0; i < p; ++i) {
    std::size_t pivot = i;
    for (std::size_t r = i + 1; r < p; ++r) {
      if (std::abs(system[r][i]) > std::abs(system[pivot][i])) pivot = r;
    }
    std::swap(system[i], system[pivot]);
    if (std::abs(system[i][i]) < 1e-12) return std::nullopt;
    for (std::size_t r = 0; r < p; ++r) {
      if (r == i) continue;
      const double factor = system[r][i] / system[i][i];
      for (std::size_t c = i; c <= p; ++c) system[r][c] -= factor * system[i][c];
    }
  }
  double squares = 0;
  for (std::size_t i = 0; i < p; ++i) {
    if (system[i][p] / system[i][i] < 0) return std::nullopt;
  }
  for (const std::vector<double>& row : rows) {
    double predicted = 0;
    for (std::size_t i = 0; i < p; ++i) predicted += system[i][p] / system[i][i] * row[i];
    squares += (predicted - 1) * (predicted - 1);
  }
  return std::sqrt(squares / static_cast<double>(samples.size()));
}

// For each class the error of its best curve; a class that is not allowed is as good as the one
// below it.
std::array<double, kTerms.size()> ErrorsOfClasses(const std::vector<GrowthSample>& samples,
                                                  unsigned allowed) {
  std::array<double, kTerms.size()> errors;
  for (std::size_t k = 0; k < kTerms.size(); ++k) {
    errors[k] = k == 0 ? 1e9 : errors[k - 1];
    const unsigned top = 1U << k;
    for (unsigned lower = 0; lower < top; ++lower) {
      if (((lower | top) & ~allowed) != 0) continue;
      if (const auto error = ErrorOfCurve(samples, lower | top)) {
        errors[k] = std::min(errors[k], *error);
      }
    }
  }
  return errors;
}

struct Line {
  double slope = 0;
  double error = 0;  // root mean square of the residuals
  double worst = 0;
};

// log(cost) over log(size), or over the size itself.
Line FitLine(const std::vector<GrowthSample>& samples, bool over_logarithm) {
  const auto x = [over_logarithm](const GrowthSample& s) {
    return over_logarithm ? std::log(s.size) : s.size;
  };
  double mean_x = 0;
  double mean_y = 0;
  const auto count = static_cast<double>(samples.size());
  for (const GrowthSample& s : samples) {
    mean_x += x(s) / count;
    mean_y += std::log(s.cost) / count;
  }
  double covariance = 0;
  double variance = 0;
  for (const GrowthSample& s : samples) {
    covariance += (x(s) - mean_x) * (std::log(s.cost) - mean_y);
    variance += (x(s) - mean_x) * (x(s) - mean_x);
  }
  Line line;
  if (variance > 0) line.slope = covariance / variance;
  double squares = 0;
  for (const GrowthSample& s : samples) {
    const double residual = std::abs(std::log(s.cost) - mean_y - line.slope * (x(s) - mean_x));
    squares += residual * residual;
    line.worst = std::max(line.worst, residual);
  }
  line.error = std::sqrt(squares / count);
  return line;
}

// Sizes ascending, everything positive.
void KeepUsable(std::vector<GrowthSample>* samples) {
  std::erase_if(*samples, [](const GrowthSample& s) { return s.size <= 0 || s.cost <= 0; });
  std::sort(samples->begin(), samples->end(),
            [](const GrowthSample& a, const GrowthSample& b) { return a.size < b.size; });
}

double LastSlope(const std::vector<GrowthSample>& samples) {
  const GrowthSample& a = samples[samples.size() / 2];
  const GrowthSample& b = samples.back();
  return b.size > a.size ? std::log(b.cost / a.cost) / std::log(b.size / a.size) : 0;
}

struct Tolerance {
  double least;    // a curve that misses by less fits, whatever others do
  double share;    // so does one that leaves less than this share of the next class unexplained,
  double most;     // but not when it misses by more
  double ratio;    // a class fits about as well as the largest below this ratio of errors
  double useless;  // a curve that misses by more does not fit
  unsigned allowed = ~0U;  // classes, a bit each
};

// How much the curves of each class miss samples that are purely of the next one.
std::array<double, kTerms.size()> ErrorsBelow(const std::vector<GrowthSample>& samples,
                                              unsigned allowed) {
  std::array<double, kTerms.size()> below = {};
  for (std::size_t k = 0; k + 1 < kTerms.size(); ++k) {
    std::vector<GrowthSample> pure = samples;
    for (GrowthSample& s : pure) s.cost = kTerms[k + 1].value(s.size);
    below[k] = ErrorsOfClasses(pure, allowed)[k];
  }
  return below;
}

double Noise(const std::vector<GrowthSample>& samples) {
  double squares = 0;
  for (const GrowthSample& s : samples) squares += s.noise * s.noise;
  return std::sqrt(squares / static_cast<double>(samples.size()));
}

GrowthVerdict Classify(std::vector<GrowthSample> samples, const Tolerance& tolerance) {
  KeepUsable(&samples);
  GrowthVerdict verdict;
  if (samples.size() < 3) return verdict;
  const Line power = FitLine(samples, true);
  verdict.exponent = power.slope;
  const auto errors = ErrorsOfClasses(samples, tolerance.allowed);
  constexpr double kSteep = 3.4;
  if (LastSlope(samples) > kSteep) {
    const Line exponential = FitLine(samples, false);
    if (exponential.error < std::min(power.error, errors.back())) {
      verdict.name = "O(2^n)";
      verdict.error = exponential.error;
    } else if (power.error < errors.back()) {
      verdict.name = "faster than O(n^3)";
      verdict.error = power.error;
    }
    if (!verdict.name.empty()) {
      verdict.confident = samples.size() >= 4 && verdict.error < 2 * tolerance.useless;
      return verdict;
    }
  }
  const double best = errors.back();
  const auto below = ErrorsBelow(samples, tolerance.allowed);
  const double noise = Noise(samples);
  const auto limit = [&](std::size_t k) {
    double most = std::max(tolerance.least, 1.5 * noise);
    // A little of the next class may be left over, but nothing of those above it.
    const bool is_next = k + 1 < kTerms.size() && errors[k + 1] < std::max(2 * best, 0.002);
    if (is_next) most = std::max(most, std::min(tolerance.share * below[k], tolerance.most));
    return most;
  };
  std::size_t chosen = 0;
  while (errors[chosen] > std::max(limit(chosen), tolerance.ratio * best)) ++chosen;
  verdict.name = kTerms[chosen].class_name;
  verdict.error = errors[chosen];
  // Close to the limit, on either side of it, the classes are not told apart.
  const auto is_close = [&](std::size_t k) {
    return errors[k] > tolerance.ratio * best && errors[k] > 0.7 * limit(k) &&
           errors[k] < 1.4 * limit(k);
  };
  verdict.confident = samples.size() >= 4 &&
                      errors[chosen] < std::max(tolerance.useless, 1.5 * noise) &&
                      !is_close(chosen) && (chosen == 0 || !is_close(chosen - 1));
  return verdict;
}

}  // namespace

GrowthVerdict ClassifyCounts(std::vector<GrowthSample> samples) {
  return Classify(std::move(samples), {0.012, 0.3, 0.05, 2.0, 0.15});
}

GrowthVerdict ClassifyMemory(std::vector<GrowthSample> samples) {
  constexpr unsigned kNoLinearLogarithmic = ~(1U << 3);
  return Classify(std::move(samples), {0.03, 0.3, 0.05, 3.0, 0.5, kNoLinearLogarithmic});
}

GrowthVerdict ClassifyTimes(std::vector<GrowthSample> samples) {
  constexpr double kShortestMs = 0.02;  // below it, one interrupt is larger than the work
  struct TimedClass {
    const char* name;
    double from;  // exponents that are clearly of this class
    double to;
  };
  constexpr TimedClass kClasses[] = {
      {"O(1) or O(log n)", -0.3, 0.3}, {"O(sqrt n)", 0.4, 0.6}, {"O(n) or O(n log n)", 0.8, 1.3},
      {"O(n^1.5)", 1.42, 1.6},         {"O(n^2)", 1.75, 2.3},   {"O(n^3)", 2.7, 3.3}};
  KeepUsable(&samples);
  if (samples.size() < 3) return {};
  const Line line = FitLine(samples, true);
  GrowthVerdict verdict;
  verdict.exponent = line.slope;
  verdict.error = line.error;
  const TimedClass* nearest = &kClasses[0];
  const auto distance = [&](const TimedClass& c) {
    return std::max({c.from - line.slope, line.slope - c.to, 0.0});
  };
  for (const TimedClass& one : kClasses) {
    if (distance(one) < distance(*nearest)) nearest = &one;
  }
  verdict.name = line.slope > 3.6 ? "faster than O(n^3)" : nearest->name;
  const bool is_long_enough =
      std::max_element(samples.begin(), samples.end(), [](const auto& a, const auto& b) {
        return a.cost < b.cost;
      })->cost > kShortestMs;
  verdict.confident =
      is_long_enough && samples.size() >= 4 && distance(*nearest) == 0 && line.worst < 0.35;
  return verdict;
}

}  // namespace evaluators
