// Scores over time as lines. UI thread only; no state.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "app/ui/frame_context.h"

namespace app {

struct ChartLine {
  std::string name;
  std::vector<std::pair<double, double>> points;  // day since 1970-01-01, score of 1-4; in order
};

// At most `most` points: means of as many stretches of equal length in time.
std::vector<std::pair<double, double>> Thinned(const std::vector<std::pair<double, double>>& points,
                                               std::size_t most);

// Each line has a colour and a shape of its own; the legend is pressed to bring one out.
// `*chosen`: its index, -1 for all alike.
void DrawLineChart(FrameContext& context, const char* name, std::span<const ChartLine> lines,
                   int* chosen);

}  // namespace app
