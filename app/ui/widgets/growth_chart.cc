// Points and curves on logarithmic axes.
#include "app/ui/widgets/growth_chart.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "app/ui/draw.h"

namespace app {
namespace {

using interview::GrowthFit;
using interview::GrowthPoint;

constexpr int kCurveSteps = 48;
constexpr double kMargin = 0.06;  // of the span, around what is drawn

double Log2(double n) { return std::log2(std::max(n, 1.0) + 1); }

using Curve = double (*)(double);
constexpr std::array<std::pair<std::string_view, Curve>, 8> kCurves = {{
    {"O(1)", [](double) { return 1.0; }},
    {"O(log n)", [](double n) { return Log2(n); }},
    {"O(sqrt n)", [](double n) { return std::sqrt(n); }},
    {"O(n)", [](double n) { return n; }},
    {"O(n log n)", [](double n) { return n * Log2(n); }},
    {"O(n^2)", [](double n) { return n * n; }},
    {"O(n^3)", [](double n) { return n * n * n; }},
    {"O(2^n)", [](double n) { return std::exp2(std::min(n, 1000.0)); }},
}};

Curve FindCurve(std::string_view name) {
  const std::string_view first = name.substr(0, name.find(" or "));
  for (const auto& [known, curve] : kCurves) {
    if (known == first) return curve;
  }
  return nullptr;
}

std::string Compact(double value) {
  char text[32];
  if (value >= 1e9) {
    std::snprintf(text, sizeof text, "%.3g G", value / 1e9);
  } else if (value >= 1e6) {
    std::snprintf(text, sizeof text, "%.3g M", value / 1e6);
  } else if (value >= 1e4) {
    std::snprintf(text, sizeof text, "%.3g k", value / 1e3);
  } else {
    std::snprintf(text, sizeof text, "%.4g", value);
  }
  return text;
}

// From values to the screen.
struct Axes {
  ImVec2 min, max;       // of the plot, in pixels
  double low_x, high_x;  // logarithms
  double low_y, high_y;

  ImVec2 At(double size, double cost) const {
    const double x = (std::log(size) - low_x) / (high_x - low_x);
    const double y = (std::log(cost) - low_y) / (high_y - low_y);
    return ImVec2(min.x + static_cast<float>(x) * (max.x - min.x),
                  max.y - static_cast<float>(std::clamp(y, 0.0, 1.0)) * (max.y - min.y));
  }
};

std::pair<double, double> Widened(double low, double high) {
  const double span = std::max(high - low, 0.5);
  const double middle = (low + high) / 2;
  return {middle - span * (0.5 + kMargin), middle + span * (0.5 + kMargin)};
}

Axes MakeAxes(const std::vector<GrowthPoint>& points, ImVec2 min, ImVec2 max) {
  Axes axes{min, max, 0, 1, 0, 1};
  const auto by_size = std::minmax_element(
      points.begin(), points.end(), [](const auto& a, const auto& b) { return a.size < b.size; });
  const auto by_cost = std::minmax_element(
      points.begin(), points.end(), [](const auto& a, const auto& b) { return a.cost < b.cost; });
  std::tie(axes.low_x, axes.high_x) =
      Widened(std::log(by_size.first->size), std::log(by_size.second->size));
  std::tie(axes.low_y, axes.high_y) =
      Widened(std::log(by_cost.first->cost), std::log(by_cost.second->cost));
  return axes;
}

// The curve through the middle of the points, by the mean distance on the logarithmic axis.
void DrawCurve(ImDrawList* list, const Axes& axes, const std::vector<GrowthPoint>& points,
               std::string_view name, double exponent, Color color, float thickness) {
  double shift = 0;
  for (const GrowthPoint& p : points) {
    shift += std::log(p.cost) - std::log(GrowthCurve(name, exponent, p.size));
  }
  shift /= static_cast<double>(points.size());
  std::vector<ImVec2> line;
  const double from = std::log(points.front().size), to = std::log(points.back().size);
  for (int i = 0; i <= kCurveSteps; ++i) {
    const double size = std::exp(from + (to - from) * i / kCurveSteps);
    line.push_back(axes.At(size, std::exp(std::log(GrowthCurve(name, exponent, size)) + shift)));
  }
  StrokeLines(list, line.data(), static_cast<int>(line.size()), color, thickness);
}

void DrawLegend(const Theme& theme, ImDrawList* list, ImVec2 at, Color color, bool is_point,
                const std::string& text, float* right) {
  const Metrics& m = theme.size;
  const float middle = at.y + theme.font.small.px / 2;
  if (is_point) {
    list->AddCircleFilled(ImVec2(at.x + m.medium / 2, middle), m.dot, color);
  } else {
    list->AddRectFilled(ImVec2(at.x, middle - m.hair), ImVec2(at.x + m.medium, middle + m.hair),
                        color);
  }
  DrawText(theme, list, theme.font.small, ImVec2(at.x + m.medium + m.tiny, at.y), theme.color.muted,
           text);
  *right = at.x + m.medium + m.tiny + TextSize(theme.font.small, text).x + m.large;
}

void DrawAxisLabels(const Theme& theme, ImDrawList* list, const Axes& axes,
                    const std::vector<GrowthPoint>& points) {
  const Metrics& m = theme.size;
  float last_right = -1;
  for (const GrowthPoint& p : points) {
    const std::string text = Compact(p.size);
    const ImVec2 size = TextSize(theme.font.small, text);
    const float x = axes.At(p.size, p.cost).x;
    list->AddRectFilled(ImVec2(x, axes.max.y), ImVec2(x + m.hair, axes.max.y + m.tiny),
                        theme.color.border);
    if (x - size.x / 2 < last_right + m.small) continue;
    DrawText(theme, list, theme.font.small, ImVec2(x - size.x / 2, axes.max.y + m.tiny),
             theme.color.muted, text);
    last_right = x + size.x / 2;
  }
  for (const GrowthPoint* p : {&points.front(), &points.back()}) {
    const std::string text = Compact(p->cost);
    const ImVec2 size = TextSize(theme.font.small, text);
    const float y = axes.At(p->size, p->cost).y;
    DrawText(theme, list, theme.font.small,
             ImVec2(axes.min.x - m.small - size.x, std::min(y - size.y / 2, axes.max.y - size.y)),
             theme.color.muted, text);
    if (points.back().cost < points.front().cost * 1.3) break;  // they would lie on each other
  }
}

std::vector<GrowthPoint> Drawable(const GrowthFit& growth) {
  std::vector<GrowthPoint> points;
  for (const GrowthPoint& p : growth.points) {
    if (p.size > 0 && p.cost > 0) points.push_back(p);
  }
  std::sort(points.begin(), points.end(),
            [](const auto& a, const auto& b) { return a.size < b.size; });
  return points;
}

}  // namespace

double GrowthCurve(std::string_view growth_class, double exponent, double size) {
  if (const Curve curve = FindCurve(growth_class)) return curve(size);
  return std::pow(size, exponent);
}

void DrawGrowthChart(FrameContext& context, const GrowthFit& growth, std::string_view declared,
                     float width) {
  const std::vector<GrowthPoint> points = Drawable(growth);
  if (points.size() < 2) return;
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  width = std::min(width, m.dialog_width + m.card_width);
  const float legend = theme.font.small.px + m.medium;
  const float height = 2 * m.card_height + legend;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 max(at.x + width, at.y + height);
  DrawBox(theme, list, at, max, theme.color.panel, theme.color.border, m.radius_panel);
  const Axes axes = MakeAxes(points, ImVec2(at.x + m.code_label_width, at.y + legend + m.medium),
                             ImVec2(max.x - m.large, max.y - 2 * theme.font.small.px - m.medium));
  list->AddRectFilled(ImVec2(axes.min.x, axes.max.y), ImVec2(axes.max.x, axes.max.y + m.hair),
                      theme.color.border);
  list->AddRectFilled(ImVec2(axes.min.x, axes.min.y), ImVec2(axes.min.x + m.hair, axes.max.y),
                      theme.color.border);
  const bool asked_differs = FindCurve(declared) != nullptr && declared != growth.growth_class;
  if (asked_differs) {
    DrawCurve(list, axes, points, declared, 1, theme.color.faint, m.hair);
  }
  const std::string fitted = growth.growth_class + (growth.confident ? "" : " (unsure)");
  DrawCurve(list, axes, points, growth.growth_class, growth.exponent, theme.color.accent, m.line);
  for (const GrowthPoint& p : points) {
    list->AddCircleFilled(axes.At(p.size, p.cost), m.dot, theme.color.text);
  }
  DrawAxisLabels(theme, list, axes, points);
  ImVec2 next(at.x + m.large, at.y + m.medium);
  const std::string unit = growth.signal.empty() ? std::string("cost") : growth.signal;
  DrawLegend(theme, list, next, theme.color.text, true, "measured: " + unit, &next.x);
  DrawLegend(theme, list, next, theme.color.accent, false, "fitted: " + fitted, &next.x);
  if (!declared.empty()) {
    DrawLegend(theme, list, next, asked_differs ? theme.color.faint : theme.color.accent, false,
               "asked for: " + std::string(declared), &next.x);
  }
  const std::string below = "input size, both axes logarithmic";
  DrawText(theme, list, theme.font.small,
           ImVec2(axes.max.x - TextSize(theme.font.small, below).x,
                  max.y - theme.font.small.px - m.small),
           theme.color.muted, below);
  ImGui::Dummy(ImVec2(width, height));
  if (!context.tree.recording()) return;
  context.tree.Add({.role = "chart",
                    .label = "Growth",
                    .value = unit + " from " + Compact(points.front().cost) + " at size " +
                             Compact(points.front().size) + " to " + Compact(points.back().cost) +
                             " at size " + Compact(points.back().size) + "; fitted " + fitted +
                             (declared.empty() ? "" : "; asked for " + std::string(declared)),
                    .min = at,
                    .max = max});
}

}  // namespace app
