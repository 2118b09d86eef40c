// Tools of the whiteboard as buttons with their keys.
#include "app/ui/panels/whiteboard_toolbar.h"

#include <algorithm>
#include <cmath>

#include "app/ui/panels/whiteboard_palette.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/whiteboard_acts.h"

namespace app {
namespace {

constexpr double kZoomStep = 1.25;
constexpr double kFitMargin = 48;

struct ToolButton {
  const char* label;
  Icon icon;
  std::string_view key;
  bool on = false;
  bool enabled = true;
};

// A small icon that shows whether it is on.
bool DrawTool(FrameContext& context, const ToolButton& button, float side) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const ImVec2 min = ImGui::GetCursorScreenPos(), max(min.x + side, min.y + side);
  ImGui::BeginDisabled(!button.enabled);
  bool pressed = ImGui::InvisibleButton(button.label, ImVec2(side, side));
  const ImGuiID id = ImGui::GetItemID();
  const bool hovered = ImGui::IsItemHovered(), held = ImGui::IsItemActive();
  ImGui::EndDisabled();
  if (button.enabled) {
    pressed |= context.focus.Add(id, FocusRing::Kind::kPress, min, max, theme);
    if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  }
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (button.on) {
    DrawBox(theme, list, min, max, theme.color.accent_soft, theme.color.accent, m.radius_control);
  } else if (hovered && button.enabled) {
    list->AddRectFilled(min, max, held ? theme.color.border : theme.color.hover, m.radius_control);
  }
  const Color ink = !button.enabled        ? WithOpacity(theme.color.faint, 0.5f)
                    : button.on || hovered ? theme.color.text
                                           : theme.color.muted;
  DrawIcon(list, button.icon, ImVec2((min.x + max.x) / 2, (min.y + max.y) / 2), m.icon + m.line,
           ink);
  if (hovered) {
    std::string tip = button.label;
    if (!button.key.empty()) tip += "   " + std::string(button.key);
    DrawTooltip(context, min, max, tip);
  }
  context.tree.Add({.role = "button",
                    .label = button.label,
                    .min = min,
                    .max = max,
                    .enabled = button.enabled,
                    .focused = context.focus.HasFocus(id),
                    .on = button.on});
  return pressed && button.enabled;
}

struct Tool {
  BoardTool tool;
  const char* label;
  Icon icon;
  std::string_view key;
};
constexpr Tool kTools[] = {{BoardTool::kSelect, "Select", Icon::kPointer, "V"},
                           {BoardTool::kRectangle, "Rectangle", Icon::kRectangle, "R"},
                           {BoardTool::kEllipse, "Ellipse", Icon::kEllipse, "O"},
                           {BoardTool::kDiamond, "Diamond", Icon::kDiamond, "D"},
                           {BoardTool::kArrow, "Arrow", Icon::kArrow, "A"},
                           {BoardTool::kText, "Text", Icon::kTextTool, "T"},
                           {BoardTool::kNote, "Note", Icon::kNote, "N"},
                           {BoardTool::kPen, "Pen", Icon::kPen, "P"},
                           {BoardTool::kEraser, "Eraser", Icon::kEraser, "E"},
                           {BoardTool::kFrame, "Frame", Icon::kFrame, "F"}};
constexpr int kActs = 4;  // parts, tidy up, grid, pictures

}  // namespace

void DrawBoardTools(FrameContext& context, BoardState* state, float width) {
  const Metrics& m = context.theme.size;
  WhiteboardState& canvas = state->canvas;
  constexpr float kButtons = static_cast<float>(std::size(kTools)) + kActs;
  const float spare = width - 2 * m.small - 2 * m.medium;
  const float side = std::floor(std::min(m.small_control_height, spare / kButtons - m.line));
  const float left = ImGui::GetCursorPosX(), start = left + m.small;
  const float y = ImGui::GetCursorPosY() + (m.board_toolbar - side) / 2;
  const float step = side + m.line;
  ImGui::SetCursorPos(ImVec2(start, y));
  if (DrawTool(context, {"Parts", Icon::kParts, "C", state->palette_open.value_or(false)}, side)) {
    if (state->palette_open.value_or(false)) {
      state->palette_open = false;
    } else {
      OpenPalette(state);
    }
  }
  float x = start + step + m.medium;
  for (const Tool& tool : kTools) {
    ImGui::SetCursorPos(ImVec2(x, y));
    if (DrawTool(context, {tool.label, tool.icon, tool.key, canvas.tool == tool.tool}, side)) {
      canvas.tool = tool.tool;
      canvas.focus_wanted = true;
    }
    x += step;
  }
  x = std::max(x + m.medium, left + width - m.small - 3 * step);
  const bool several = SelectedNodes(canvas).size() > 1;
  ImGui::SetCursorPos(ImVec2(x, y));
  if (DrawTool(context,
               {several ? "Tidy up the selection" : "Tidy up", Icon::kTidy, "", false,
                !canvas.document.board().nodes.empty()},
               side)) {
    TidyBoard(&canvas);
    canvas.focus_wanted = true;
  }
  ImGui::SetCursorPos(ImVec2(x + step, y));
  if (DrawTool(context, {"Snap to the grid", Icon::kGrid, "", canvas.snap}, side)) {
    canvas.snap = !canvas.snap;
  }
  ImGui::SetCursorPos(ImVec2(x + 2 * step, y));
  if (DrawTool(context, {"Mermaid and pictures", Icon::kSave, ""}, side)) {
    state->exchange.open = true;
  }
}

void DrawBoardStatus(FrameContext& context, BoardState* state, float width) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  WhiteboardState& canvas = state->canvas;
  const float side = m.chip_height, step = side + m.line;
  const float right = ImGui::GetCursorPosX() + width - m.medium;
  const ImVec2 start(ImGui::GetCursorPosX() + m.small,
                     ImGui::GetCursorPosY() + (m.board_status - side) / 2);
  float x = start.x;
  const auto tool = [&](const ToolButton& button) {
    ImGui::SetCursorPos(ImVec2(x, start.y));
    x += step;
    return DrawTool(context, button, side);
  };
  const BoardDocument& document = canvas.document;
  if (tool({"Undo", Icon::kUndo, "Ctrl+Z", false, document.CanUndo()})) UndoBoard(&canvas);
  if (tool({"Redo", Icon::kRedo, "Ctrl+Y", false, document.CanRedo()})) RedoBoard(&canvas);
  x += m.small;
  if (tool({"Zoom out", Icon::kDash, "-"})) {
    canvas.camera.ZoomAtCenter(canvas.camera.zoom / kZoomStep);
  }
  const std::string percent =
      std::to_string(static_cast<int>(std::lround(canvas.camera.zoom * 100))) + " %";
  const float column = TextSize(theme.font.small, "400 %").x + m.small;
  const ImVec2 window = ImGui::GetWindowPos();
  const ImVec2 min(window.x + x, window.y + start.y), max(min.x + column, min.y + side);
  ImDrawList* list = ImGui::GetWindowDrawList();
  DrawCentered(theme, list, theme.font.small, min, max, theme.color.muted, percent);
  context.tree.Add({.role = "text", .label = "Zoom", .value = percent, .min = min, .max = max});
  x += column;
  if (tool({"Zoom in", Icon::kPlus, "+"})) {
    canvas.camera.ZoomAtCenter(canvas.camera.zoom * kZoomStep);
  }
  if (tool({"Show everything", Icon::kFit, "0"})) FitBoard(&canvas, kFitMargin);
  // What is there, while there is room to say it.
  const interview::Board& board = document.board();
  const auto parts = std::count_if(board.nodes.begin(), board.nodes.end(), [](const auto& n) {
    return n.is_part() && n.shape != interview::BoardShape::kFrame;
  });
  const std::string text = std::to_string(parts) + (parts == 1 ? " part, " : " parts, ") +
                           std::to_string(board.edges.size()) +
                           (board.edges.size() == 1 ? " connection" : " connections");
  const ImVec2 size = TextSize(theme.font.small, text);
  const float left = right - size.x;
  if (left < x + m.medium) return;
  DrawText(theme, list, theme.font.small, ImVec2(window.x + left, (min.y + max.y - size.y) / 2),
           theme.color.muted, text);
}

}  // namespace app
