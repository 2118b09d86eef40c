// Where the panels of a round stand.
#include "app/ui/panels/room_panels.h"

#include <algorithm>

#include "app/ui/panels/console_panel.h"
#include "app/ui/panels/conversation_panel.h"
#include "app/ui/panels/question_panel.h"
#include "app/ui/panels/work_panel.h"
#include "app/ui/widgets/layout.h"

namespace app {

void DrawRoomPanels(FrameContext& context, const RoomView& room, RoomState* state, float bottom) {
  const Metrics& m = context.theme.size;
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  PanelSizes& panels = state->panels;
  if (panels.statement_width == 0) panels.statement_width = m.statement_width;
  if (panels.conversation_width == 0) panels.conversation_width = m.conversation_width;
  if (panels.console_height == 0) panels.console_height = m.console_height;
  const float top = m.top_bar, height = bottom - top;
  float left = panels.statement_width, right = panels.conversation_width;
  if (display.x < m.narrow_room) {
    left = std::min(left, display.x * m.wide_share_left);
    right = std::min(right, display.x * m.wide_share_right);
  }
  const float console =
      room.is_code() ? std::min(panels.console_height, height - 2 * m.console_min) : 0;
  const float middle = display.x - 2 * m.margin - 2 * m.gap - left - right;
  const float work = room.is_code() ? height - console - m.gap : height;

  ImGui::SetCursorPos(ImVec2(m.margin, top));
  DrawQuestionPanel(context, room, state, ImVec2(left, height));
  float x = m.margin + left;
  ImGui::SetCursorPos(ImVec2(x, top));
  DrawSplitter(context, "##statement", SplitterAxis::kVertical, ImVec2(m.gap, height), 1,
               m.side_min, m.side_max, &panels.statement_width);
  x += m.gap;
  ImGui::SetCursorPos(ImVec2(x, top));
  DrawWorkPanel(context, room, state, ImVec2(middle, work));
  if (room.is_code()) {
    ImGui::SetCursorPos(ImVec2(x, top + work));
    DrawSplitter(context, "##console", SplitterAxis::kHorizontal, ImVec2(middle, m.gap), -1,
                 m.console_min, height - m.console_min, &panels.console_height);
    ImGui::SetCursorPos(ImVec2(x, top + work + m.gap));
    DrawConsolePanel(context, room, state, ImVec2(middle, console));
  }
  x += middle;
  ImGui::SetCursorPos(ImVec2(x, top));
  DrawSplitter(context, "##conversation", SplitterAxis::kVertical, ImVec2(m.gap, height), -1,
               m.side_min, m.side_max, &panels.conversation_width);
  ImGui::SetCursorPos(ImVec2(x + m.gap, top));
  DrawConversationPanel(context, room, state, ImVec2(right, height));
}

}  // namespace app
