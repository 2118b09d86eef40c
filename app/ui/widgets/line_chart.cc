// Lines, their marks and axes.
#include "app/ui/widgets/line_chart.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/core/iso_day.h"
#include "app/ui/draw.h"
#include "app/ui/format.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

constexpr double kLowest = 1, kHighest = 4;
constexpr std::size_t kMostPoints = 40;
constexpr double kShortestSpan = 7;  // days
constexpr float kFaded = 0.22f;

using Points = std::vector<std::pair<double, double>>;

Color LineColor(const Palette& color, std::size_t index) {
  const Color violet = color.tint[static_cast<std::size_t>(BoardTint::kViolet)].line;
  const std::array<Color, 6> colors = {color.accent, color.warning, color.info,
                                       color.bad,    color.text,    violet};
  return colors[index % colors.size()];
}

// Another shape for each line: colour alone says too little.
void DrawMark(ImDrawList* list, std::size_t index, ImVec2 at, float r, Color color) {
  constexpr std::size_t kShapes = 6;
  switch (index % kShapes) {
    case 0:
      return list->AddCircleFilled(at, r, color);
    case 1:
      return list->AddRectFilled(ImVec2(at.x - r, at.y - r), ImVec2(at.x + r, at.y + r), color);
    case 2:
      return list->AddTriangleFilled(ImVec2(at.x, at.y - r), ImVec2(at.x + r, at.y + r),
                                     ImVec2(at.x - r, at.y + r), color);
    case 3:
      return list->AddQuadFilled(ImVec2(at.x, at.y - r), ImVec2(at.x + r, at.y),
                                 ImVec2(at.x, at.y + r), ImVec2(at.x - r, at.y), color);
    case 4:
      return list->AddTriangleFilled(ImVec2(at.x - r, at.y - r), ImVec2(at.x + r, at.y - r),
                                     ImVec2(at.x, at.y + r), color);
    default:
      return StrokeRect(list, ImVec2(at.x - r, at.y - r), ImVec2(at.x + r, at.y + r), color, 0, 1);
  }
}

struct Plot {
  ImVec2 min, max;  // pixels
  double from = 0, to = 1;

  ImVec2 At(const std::pair<double, double>& point) const {
    const double x = (point.first - from) / (to - from);
    const double y = (std::clamp(point.second, kLowest, kHighest) - kLowest) / (kHighest - kLowest);
    return ImVec2(min.x + static_cast<float>(x) * (max.x - min.x),
                  max.y - static_cast<float>(y) * (max.y - min.y));
  }
};

void Span(std::span<const ChartLine> lines, Plot* plot) {
  bool any = false;
  for (const ChartLine& line : lines) {
    for (const auto& [day, score] : line.points) {
      plot->from = any ? std::min(plot->from, day) : day;
      plot->to = any ? std::max(plot->to, day) : day;
      any = true;
    }
  }
  const double lacking = kShortestSpan - (plot->to - plot->from);
  if (lacking <= 0) return;
  plot->from -= lacking / 2;
  plot->to += lacking / 2;
}

void DrawAxes(const Theme& theme, ImDrawList* list, const Plot& plot) {
  const Metrics& m = theme.size;
  for (int score = 1; score <= 4; ++score) {
    const float y = plot.At({plot.from, score}).y;
    list->AddRectFilled(ImVec2(plot.min.x, y), ImVec2(plot.max.x, y + m.hair), theme.color.border);
    DrawText(theme, list, theme.font.small,
             ImVec2(plot.min.x - m.large, y - theme.font.small.px / 2), theme.color.muted,
             std::to_string(score));
  }
  const std::string first = ShortDay(static_cast<std::int64_t>(std::floor(plot.from)));
  const std::string last = ShortDay(static_cast<std::int64_t>(std::floor(plot.to)));
  const float y = plot.max.y + m.small;
  DrawText(theme, list, theme.font.small, ImVec2(plot.min.x, y), theme.color.muted, first);
  DrawText(theme, list, theme.font.small,
           ImVec2(plot.max.x - TextSize(theme.font.small, last).x, y), theme.color.muted, last);
}

void DrawLegend(FrameContext& context, std::span<const ChartLine> lines, int* chosen) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const int index = static_cast<int>(i);
    const ChipOptions options{.dot = LineColor(context.theme.color, i), .chosen = *chosen == index};
    const std::string label = std::to_string(i + 1) + "  " + lines[i].name;
    if (i > 0) WrapNext(context, ChipWidth(context, label.c_str(), options));
    if (DrawChip(context, label.c_str(), options)) *chosen = *chosen == index ? -1 : index;
  }
}

// The number of each line, as in the legend, at its end; none over another.
void DrawNumbers(const Theme& theme, ImDrawList* list, std::vector<std::pair<ImVec2, int>> ends) {
  std::sort(ends.begin(), ends.end(),
            [](const auto& a, const auto& b) { return a.first.y < b.first.y; });
  float free_from = 0;
  for (const auto& [end, number] : ends) {
    const float y = std::max(end.y - theme.font.small_medium.px / 2, free_from);
    DrawText(theme, list, theme.font.small_medium, ImVec2(end.x + theme.size.small, y),
             theme.color.text, std::to_string(number));
    free_from = y + theme.font.small_medium.px;
  }
}

}  // namespace

Points Thinned(const Points& points, std::size_t most) {
  if (points.size() <= most) return points;
  const double from = points.front().first;
  const double length = (points.back().first - from) / static_cast<double>(most);
  Points means;
  std::size_t next = 0;
  for (std::size_t i = 0; i < most && next < points.size(); ++i) {
    const double end = from + length * static_cast<double>(i + 1);
    double day = 0, score = 0;
    std::size_t count = 0;
    for (; next < points.size() && (points[next].first < end || i + 1 == most); ++next, ++count) {
      day += points[next].first;
      score += points[next].second;
    }
    const auto n = static_cast<double>(count);
    if (count > 0) means.emplace_back(day / n, score / n);
  }
  return means;
}

void DrawLineChart(FrameContext& context, const char* name, std::span<const ChartLine> lines,
                   int* chosen) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  if (*chosen >= static_cast<int>(lines.size())) *chosen = -1;
  DrawLegend(context, lines, chosen);
  Gap(m.small);
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = 2 * m.card_height;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 end(at.x + width, at.y + height);
  Plot plot{ImVec2(at.x + m.huge, at.y + m.medium),
            ImVec2(end.x - m.large, end.y - theme.font.small.px - m.large)};
  Span(lines, &plot);
  ImDrawList* list = ImGui::GetWindowDrawList();
  DrawAxes(theme, list, plot);
  std::string words;
  std::vector<std::pair<ImVec2, int>> ends;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool on = *chosen < 0 || *chosen == static_cast<int>(i);
    const Color color = WithOpacity(LineColor(theme.color, i), on ? 1 : kFaded);
    std::vector<ImVec2> stroke;
    for (const auto& point : Thinned(lines[i].points, kMostPoints))
      stroke.push_back(plot.At(point));
    StrokeLines(list, stroke.data(), static_cast<int>(stroke.size()), color, m.line);
    for (const ImVec2& point : stroke) DrawMark(list, i, point, m.dot, color);
    if (lines[i].points.empty()) continue;
    ends.emplace_back(stroke.back(), static_cast<int>(i) + 1);
    words += (words.empty() ? "" : "; ") + lines[i].name + " from " +
             FormatScore(lines[i].points.front().second) + " to " +
             FormatScore(lines[i].points.back().second);
  }
  DrawNumbers(theme, list, std::move(ends));
  ImGui::Dummy(ImVec2(width, height));
  context.tree.Record([&] {
    return UiNode{.role = "chart", .label = name, .value = words, .min = at, .max = end};
  });
}

}  // namespace app
