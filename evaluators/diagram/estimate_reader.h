// Reads what a candidate types for an estimate: "100e6*10/86400 ≈ 11.6k qps".
// Any thread.
#pragma once

#include <optional>
#include <string_view>

namespace evaluators {

// What was typed, in the unit that is asked for.
struct EstimateReading {
  double low = 0;  // of a range such as "10-12k"; else as `high`
  double high = 0;
  bool other_unit = false;  // its unit cannot be converted: seconds where bytes are asked for
};

// How the last "B" of "64 * 4B" is meant.
enum class LetterB { kBillion, kBytes };

// What stands behind the last sign of a result (= ≈ → ->), or else before it. Words are skipped;
// scales (k, M, B, G, T, Ki …), percent, units of data and time, and the period of a rate ("1B per
// day" where qps are asked for) are converted. Nothing when there is no number.
std::optional<EstimateReading> ReadEstimate(std::string_view typed, std::string_view unit,
                                            LetterB letter = LetterB::kBillion);

// The value of the calculation before the last sign of a result, where it gives something else than
// that result says and no unit that was left out explains it.
std::optional<double> ContradictingWork(std::string_view typed, std::string_view unit);

}  // namespace evaluators
