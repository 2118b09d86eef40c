// Small charts drawn by hand. UI thread only; no state.
#pragma once

#include <optional>
#include <string_view>

#include "app/ui/frame_context.h"

namespace app {

// One dimension of a score card: a bar on the scale from 1 to 4, with a mark where the candidate
// saw themselves.
struct ScoreBar {
  std::string_view title;
  std::optional<double> score;        // 1-4; empty: not observed
  std::optional<double> self_rating;  // 1-4
  std::optional<double> error = {};   // half the width of the interval around the score
};

// The colour that a score of 1-4 is shown in, and a decision or band ("lean_no").
Color ScoreColor(const Theme& theme, double score);
Color VerdictColor(const Theme& theme, std::string_view verdict);

void DrawScoreBar(FrameContext& context, const ScoreBar& bar, float width);

}  // namespace app
