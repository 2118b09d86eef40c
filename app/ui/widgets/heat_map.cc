// Cells and days.
#include "app/ui/widgets/heat_map.h"

#include <algorithm>
#include <array>

#include "app/core/iso_day.h"
#include "app/ui/draw.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

constexpr float kFaintest = 0.1f, kStrongest = 0.45f;  // opacity of a cell's ground
constexpr int kMostWeeks = 53;
constexpr int kDaysOfAWeek = 7;

// 0 for Monday; 1970-01-01 was a Thursday.
int WeekdayOf(std::int64_t day) { return static_cast<int>(((day + 3) % 7 + 7) % 7); }

bool DrawCell(FrameContext& context, const HeatCell& cell, ImVec2 size) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const std::string label = cell.title + "###" + cell.title;
  const ImVec2 min = ImGui::GetCursorScreenPos();
  const ImVec2 max(min.x + size.x, min.y + size.y);
  bool pressed = ImGui::InvisibleButton(label.c_str(), size);
  const ImGuiID id = ImGui::GetItemID();
  const bool hovered = ImGui::IsItemHovered();
  if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const auto share = static_cast<float>(std::clamp(cell.share, 0.0, 1.0));
  DrawBox(theme, list, min, max, hovered ? theme.color.raised : theme.color.panel,
          theme.color.border, m.radius_control);
  if (share > 0) {
    list->AddRectFilled(min, max,
                        WithOpacity(theme.color.good, kFaintest + share * (kStrongest - kFaintest)),
                        m.radius_control);
    list->AddRectFilled(ImVec2(min.x, max.y - m.tiny),
                        ImVec2(min.x + std::max(m.tiny, share * size.x), max.y), theme.color.good,
                        m.radius_small);
  }
  const float inside = size.x - 2 * m.small;
  const ImVec2 text(min.x + m.small, min.y + m.small);
  DrawText(theme, list, theme.font.small_medium, text, theme.color.text,
           Shortened(theme.font.small_medium, cell.title, inside));
  DrawText(theme, list, theme.font.small, ImVec2(text.x, text.y + theme.font.small.px + m.tiny),
           theme.color.body, Shortened(theme.font.small, cell.value, inside));
  pressed |= context.focus.Add(id, FocusRing::Kind::kPress, min, max, theme);
  context.tree.Record([&] {
    return UiNode{.role = "cell",
                  .label = cell.title,
                  .value = cell.value,
                  .min = min,
                  .max = max,
                  .focused = context.focus.HasFocus(id)};
  });
  return pressed;
}

struct CalendarPlace {
  ImVec2 corner;  // of the first week
  float step = 0;
  float cell = 0;
  int weeks = 0;
  std::int64_t first = 0;  // a Monday
};

void DrawDay(FrameContext& context, const CalendarPlace& place, std::int64_t day,
             const CalendarMark* mark) {
  const Theme& theme = context.theme;
  const auto week = static_cast<float>((day - place.first) / kDaysOfAWeek);
  const auto row = static_cast<float>(WeekdayOf(day));
  const ImVec2 min(place.corner.x + week * place.step, place.corner.y + row * place.step);
  const ImVec2 max(min.x + place.cell, min.y + place.cell);
  ImDrawList* list = ImGui::GetWindowDrawList();
  StrokeRect(list, min, max, theme.color.border, theme.size.radius_small / 2, theme.size.hair);
  if (mark != nullptr) {
    // The more, the larger: colour alone says too little.
    const float share = static_cast<float>(std::clamp(mark->level, 1, kCalendarLevels)) /
                        static_cast<float>(kCalendarLevels);
    const float inset = (1 - share) * place.cell / 2;
    list->AddRectFilled(ImVec2(min.x + inset, min.y + inset), ImVec2(max.x - inset, max.y - inset),
                        theme.color.good, theme.size.radius_small / 2);
  }
  if (ImGui::IsMouseHoveringRect(min, max) && ImGui::IsWindowHovered()) {
    DrawPointerNote(context, ShortDay(day) + ": " + (mark ? mark->words : "nothing practised"));
  }
}

void DrawMonths(FrameContext& context, const CalendarPlace& place) {
  const Theme& theme = context.theme;
  float free_from = place.corner.x;
  std::string last;
  for (int week = 0; week < place.weeks; ++week) {
    const std::string day = ShortDay(place.first + week * kDaysOfAWeek);
    const std::string month = day.substr(day.size() - 3);
    if (month == last) continue;
    last = month;
    const float x = place.corner.x + static_cast<float>(week) * place.step;
    const float width = TextSize(theme.font.small, month).x;
    if (x < free_from ||
        x + width > place.corner.x + static_cast<float>(place.weeks) * place.step) {
      continue;
    }
    DrawText(theme, ImGui::GetWindowDrawList(), theme.font.small,
             ImVec2(x, place.corner.y - theme.font.small.px - theme.size.tiny), theme.color.muted,
             month);
    free_from = x + width + theme.size.small;
  }
}

}  // namespace

int DrawHeatMap(FrameContext& context, const char* id, std::span<const HeatCell> cells) {
  const Metrics& m = context.theme.size;
  const float room = ImGui::GetContentRegionAvail().x;
  const int columns = std::max(1, static_cast<int>((room + m.small) / (m.form_label_width)));
  const float width =
      (room - static_cast<float>(columns - 1) * m.small) / static_cast<float>(columns);
  const ImVec2 size(width, 2 * context.theme.font.small.px + m.tiny + 2 * m.small + m.tiny);
  int pressed = -1;
  ImGui::PushID(id);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(m.small, m.small));
  for (int i = 0; i < static_cast<int>(cells.size()); ++i) {
    if (i % columns != 0) ImGui::SameLine(0, m.small);
    if (DrawCell(context, cells[static_cast<std::size_t>(i)], size)) pressed = i;
  }
  ImGui::PopStyleVar();
  ImGui::PopID();
  return pressed;
}

void DrawCalendar(FrameContext& context, const char* name,
                  const std::map<std::int64_t, CalendarMark>& marks, std::int64_t today) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float labels = TextSize(theme.font.small, "Mon").x + m.small;
  const float room = ImGui::GetContentRegionAvail().x - labels;
  const float months = theme.font.small.px + m.small;
  CalendarPlace place;
  place.step = std::max(m.medium, room / static_cast<float>(kMostWeeks));
  place.cell = place.step - m.line;
  place.weeks = std::min(kMostWeeks, static_cast<int>(room / place.step));
  place.first = today - WeekdayOf(today) - std::int64_t{place.weeks - 1} * kDaysOfAWeek;
  place.corner = ImVec2(at.x + labels, at.y + months);
  constexpr std::array<const char*, kDaysOfAWeek> kNames = {"Mon", "", "Wed", "", "Fri", "", ""};
  for (int row = 0; row < kDaysOfAWeek; ++row) {
    DrawText(theme, ImGui::GetWindowDrawList(), theme.font.small,
             ImVec2(at.x, place.corner.y + static_cast<float>(row) * place.step +
                              (place.cell - theme.font.small.px) / 2),
             theme.color.muted, kNames[static_cast<std::size_t>(row)]);
  }
  DrawMonths(context, place);
  const ImVec2 size(labels + room, months + kDaysOfAWeek * place.step);
  ImGui::Dummy(size);
  int practised = 0;
  for (std::int64_t day = place.first; day <= today; ++day) {
    const auto mark = marks.find(day);
    practised += mark == marks.end() ? 0 : 1;
    DrawDay(context, place, day, mark == marks.end() ? nullptr : &mark->second);
  }
  context.tree.Record([&] {
    return UiNode{
        .role = "chart",
        .label = name,
        .value = std::to_string(practised) + " days in " + std::to_string(place.weeks) + " weeks",
        .min = at,
        .max = ImVec2(at.x + size.x, at.y + size.y)};
  });
}

}  // namespace app
