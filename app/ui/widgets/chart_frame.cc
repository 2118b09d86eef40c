// The head of a chart, and its numbers.
#include "app/ui/widgets/chart_frame.h"

#include <algorithm>

#include "app/ui/draw.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

std::string CsvField(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

void AppendLine(const std::vector<std::string>& fields, std::string* csv) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) *csv += ',';
    *csv += CsvField(fields[i]);
  }
  *csv += "\r\n";
}

std::vector<float> ColumnWidths(const Theme& theme, const ChartTable& table, float room) {
  std::vector<float> widths;
  for (std::size_t c = 0; c < table.head.size(); ++c) {
    float width = TextSize(theme.font.small_medium, table.head[c]).x;
    for (const auto& row : table.rows) {
      width = std::max(width, TextSize(theme.font.ui, row[c]).x);
    }
    widths.push_back(width + theme.size.large);
  }
  float all = 0;
  for (const float width : widths) all += width;
  // Where it is too much, the widest column gives way.
  if (all > room && !widths.empty()) {
    const auto widest = std::max_element(widths.begin(), widths.end());
    *widest = std::max(theme.size.code_label_width, *widest - (all - room));
  }
  return widths;
}

void DrawLine(FrameContext& context, const Font& font, Color color,
              const std::vector<std::string>& fields, const std::vector<float>& widths) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float right = at.x + ImGui::GetContentRegionAvail().x;
  ImDrawList* list = ImGui::GetWindowDrawList();
  float x = at.x;
  std::string all;
  for (std::size_t c = 0; c < fields.size(); ++c) {
    const float width = std::min(widths[c], right - x) - context.theme.size.small;
    if (width > 0) {
      DrawText(context.theme, list, font, ImVec2(x, at.y), color,
               Shortened(font, fields[c], width));
    }
    x += widths[c];
    all += (c > 0 ? "  " : "") + fields[c];
  }
  const float height = context.theme.font.ui.px + context.theme.size.small;
  ImGui::Dummy(ImVec2(right - at.x, height));
  context.tree.Record([&] {
    return UiNode{.role = "line", .label = all, .min = at, .max = ImVec2(right, at.y + height)};
  });
}

}  // namespace

std::string ToCsv(const ChartTable& table) {
  std::string csv;
  AppendLine(table.head, &csv);
  for (const auto& row : table.rows) AppendLine(row, &csv);
  return csv;
}

void DrawTable(FrameContext& context, const ChartTable& table) {
  const Theme& theme = context.theme;
  const std::vector<float> widths = ColumnWidths(theme, table, ImGui::GetContentRegionAvail().x);
  DrawLine(context, theme.font.small_medium, theme.color.muted, table.head, widths);
  DrawSeparator(context);
  for (const auto& row : table.rows) {
    DrawLine(context, theme.font.ui, theme.color.body, row, widths);
  }
}

void DrawChart(FrameContext& context, const ChartWords& words, const ChartTable& table,
               bool* as_table, const std::function<void()>& picture) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  static const std::vector<std::string> kShapes = {"Chart", "Table"};
  const std::string title(words.title);
  ImGui::PushID(title.c_str());
  Gap(m.medium);
  const ImVec2 start = ImGui::GetCursorPos();
  Text(context, theme.font.subheading, theme.color.text, title);
  const float under_title = ImGui::GetCursorPosY();
  const float switches = ButtonSize(context, "Chart").x + ButtonSize(context, "Table").x;
  const float controls = switches + m.small + ButtonSize(context, "CSV").x;
  const float room = ImGui::GetContentRegionAvail().x;
  const bool beside = TextSize(theme.font.subheading, title).x + m.large + controls <= room;
  if (beside) ImGui::SetCursorPos(ImVec2(start.x + room - controls, start.y - m.tiny));
  int chosen = *as_table ? 1 : 0;
  DrawSegments(context, title.c_str(), kShapes, &chosen);
  *as_table = chosen == 1;
  ImGui::SameLine(0, m.small);
  if (DrawButton(context, "CSV")) {
    context.Emit(command::SaveExport{std::string(words.file), ToCsv(table)});
  }
  const float under_controls = ImGui::GetCursorPosY();
  ImGui::SetCursorPos(ImVec2(start.x, std::max(under_title, under_controls)));
  if (!words.reads.empty()) {
    Paragraph(context, theme.font.small, theme.color.muted, words.reads);
    Gap(m.small);
  }
  if (*as_table) {
    DrawTable(context, table);
  } else {
    picture();
  }
  ImGui::PopID();
}

}  // namespace app
