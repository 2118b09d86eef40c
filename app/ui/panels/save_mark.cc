// The mark of what is saved: its shape tells the state as well as its colour.
#include "app/ui/panels/save_mark.h"

#include <algorithm>
#include <array>

#include "app/ui/widgets/controls.h"

namespace app {
namespace {

struct Words {
  std::string_view label;
  std::string_view tip;
};
constexpr std::array<Words, 3> kWords = {
    {{"Saved", "All that you wrote is on the disk"},
     {"Unsaved", "Written to the disk when you pause"},
     {"Not saved", "The disk did not take it; tried again every two seconds"}}};

}  // namespace

SaveState SaveStateOf(const OpenSession& open, bool held) {
  if (open.disk_refuses) return SaveState::kRefused;
  return held || open.stored < open.events.size() ? SaveState::kUnsaved : SaveState::kSaved;
}

float DrawSaveMark(FrameContext& context, SaveState state, float left, float right, float middle) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const Words& words = kWords[static_cast<std::size_t>(state)];
  float widest = 0;  // the mark stays where it is when the word changes
  for (const Words& one : kWords) {
    widest = std::max(widest, TextSize(theme.font.small, one.label).x);
  }
  const float mark = 2 * m.dot + m.small;
  float begin = right - mark - widest;
  const bool has_word = begin >= left;
  if (!has_word) begin = right - 2 * m.dot;
  if (begin < left) return right;
  const ImVec2 window = ImGui::GetWindowPos();
  const float half = m.chip_height / 2;
  const ImVec2 min(window.x + begin, window.y + middle - half);
  const ImVec2 max(window.x + right, window.y + middle + half);
  const ImVec2 center(min.x + m.dot, window.y + middle);
  ImDrawList* list = ImGui::GetWindowDrawList();
  switch (state) {
    case SaveState::kSaved:
      list->AddCircleFilled(center, m.dot, theme.color.good);
      break;
    case SaveState::kUnsaved:
      list->AddCircle(center, m.dot - m.hair / 2, theme.color.muted, 0, 1.5f * m.hair);
      break;
    case SaveState::kRefused:
      DrawIcon(list, Icon::kCross, center, m.medium, theme.color.bad);
      break;
  }
  if (has_word) {
    const ImVec2 text = TextSize(theme.font.small, words.label);
    DrawText(theme, list, theme.font.small, ImVec2(min.x + mark, window.y + middle - text.y / 2),
             state == SaveState::kRefused ? theme.color.bad : theme.color.muted, words.label);
  }
  if (ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(min, max)) {
    DrawTooltip(context, min, max, words.tip);
  }
  context.tree.Add({.role = "status",
                    .label = std::string(words.label),
                    .value = std::string(words.tip),
                    .min = min,
                    .max = max});
  return begin;
}

}  // namespace app
