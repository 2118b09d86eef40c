// Bars of scores.
#include "app/ui/widgets/charts.h"

#include <algorithm>
#include <cstdio>
#include <string>

#include "app/ui/draw.h"

namespace app {
namespace {

constexpr double kLowest = 1, kHighest = 4;
constexpr float kLabelShare = 0.3f;  // of the width
constexpr double kGood = 3, kPoor = 2;

float ShareOf(double score) {
  return static_cast<float>((std::clamp(score, kLowest, kHighest) - kLowest) /
                            (kHighest - kLowest));
}

std::string OneDecimal(double value) {
  char text[16];
  std::snprintf(text, sizeof text, "%.1f", value);
  return text;
}

}  // namespace

Color ScoreColor(const Theme& theme, double score) {
  return score >= kGood ? theme.color.good : score >= kPoor ? theme.color.warning : theme.color.bad;
}

Color VerdictColor(const Theme& theme, std::string_view verdict) {
  if (verdict == "hire" || verdict == "strong_hire") return theme.color.good;
  if (verdict == "lean" || verdict == "lean_no") return theme.color.warning;
  return verdict == "no_hire" || verdict == "no" ? theme.color.bad : theme.color.text;
}

void DrawScoreBar(FrameContext& context, const ScoreBar& bar, float width) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float value_width = m.form_label_width / 2;
  const float label_width = std::max(m.form_label_width, width * kLabelShare);
  const float left = at.x + label_width;
  const float right = at.x + width - value_width;
  const float middle = at.y + m.small_control_height / 2;
  DrawText(theme, list, theme.font.ui, ImVec2(at.x, middle - theme.font.ui.px / 2),
           theme.color.text, Shortened(theme.font.ui, bar.title, label_width - m.small));
  list->AddRectFilled(ImVec2(left, middle - m.tiny), ImVec2(right, middle + m.tiny),
                      theme.color.hover, m.tiny);
  std::string value = "not observed";
  if (bar.score) {
    const float filled = std::max(2 * m.tiny, (right - left) * ShareOf(*bar.score));
    list->AddRectFilled(ImVec2(left, middle - m.tiny), ImVec2(left + filled, middle + m.tiny),
                        ScoreColor(theme, *bar.score), m.tiny);
    value = OneDecimal(*bar.score);
  }
  if (bar.score && bar.error) {
    const float from = left + (right - left) * ShareOf(*bar.score - *bar.error);
    const float to = left + (right - left) * ShareOf(*bar.score + *bar.error);
    list->AddRectFilled(ImVec2(from, middle - m.hair), ImVec2(to, middle + m.hair),
                        theme.color.text);
    for (const float x : {from, to}) {
      list->AddRectFilled(ImVec2(x - m.hair, middle - m.small),
                          ImVec2(x + m.hair, middle + m.small), theme.color.text);
    }
    value += " \u00b1 " + OneDecimal(*bar.error);
  }
  if (bar.self_rating) {
    const float x = left + (right - left) * ShareOf(*bar.self_rating);
    list->AddRectFilled(ImVec2(x - m.hair, middle - m.small), ImVec2(x + m.hair, middle + m.small),
                        theme.color.info);
    value += bar.score ? "  (you: " + OneDecimal(*bar.self_rating) + ")" : "";
  }
  DrawText(theme, list, theme.font.small,
           ImVec2(right + m.medium, middle - theme.font.small.px / 2),
           bar.score ? theme.color.text : theme.color.faint, value);
  ImGui::Dummy(ImVec2(width, m.small_control_height));
  if (context.tree.recording()) {
    context.tree.Add({.role = "score",
                      .label = std::string(bar.title),
                      .value = value,
                      .min = at,
                      .max = ImVec2(at.x + width, at.y + m.small_control_height)});
  }
}

}  // namespace app
