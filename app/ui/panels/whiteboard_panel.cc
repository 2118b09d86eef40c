// Where the parts of the whiteboard stand, and when its changes are sent.
#include "app/ui/panels/whiteboard_panel.h"

#include <algorithm>
#include <utility>

#include "app/ui/panels/whiteboard_exchange.h"
#include "app/ui/panels/whiteboard_inspector.h"
#include "app/ui/panels/whiteboard_palette.h"
#include "app/ui/panels/whiteboard_toolbar.h"
#include "app/ui/widgets/layout.h"
#include "app/ui/widgets/whiteboard_look.h"

namespace app {
namespace {

constexpr double kSendAfterSeconds = 0.6;

// The board of the current question, from the core when it is first shown.
void TakeBoard(const RoomView& room, BoardState* state) {
  if (state->question == room.work.id) return;
  *state = BoardState{};
  state->question = room.work.id;
  state->canvas.document = BoardDocument(room.work.answer.board);
  state->seen_version = state->canvas.document.version();
}

// The board of a moment that has passed.
void LookAtBoard(FrameContext& context, const RoomView& room, BoardState* state, ImVec2 size) {
  TakeBoard(room, state);
  if (state->looked_at != room.work.answer.board) {
    state->looked_at = room.work.answer.board;
    state->canvas.document = BoardDocument(state->looked_at);
    state->canvas.selection.clear();
    state->canvas.fit_wanted = true;
  }
  if (state->looks.empty()) state->looks = LooksOf(room.app.bank.catalogue());
  DrawBoardLook(context, "Board", size, state->looks, {}, &state->canvas);
}

void SendWhenAtRest(FrameContext& context, BoardState* state) {
  if (state->canvas.document.version() != state->seen_version) {
    state->seen_version = state->canvas.document.version();
    state->changed_at = context.now;
  }
  if (!state->changed_at) return;
  const double rest = kSendAfterSeconds - (context.now - *state->changed_at);
  if (rest <= 0) {
    SendBoard(context, state);
  } else {
    context.WakeIn(rest);
  }
}

}  // namespace

void DrawBoard(FrameContext& context, const BoardShows& shows, BoardState* state, ImVec2 size) {
  const interview::Catalogue& catalogue = shows.catalogue;
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  if (state->looks.empty()) state->looks = LooksOf(catalogue);
  if (!state->palette_open) state->palette_open = size.x > 3 * m.board_palette_width;
  if (std::exchange(state->canvas.palette_wanted, false)) OpenPalette(state);
  const ImVec2 corner = ImGui::GetCursorPos();
  const float palette = *state->palette_open ? std::min(m.board_palette_width, 0.42f * size.x) : 0;
  const float inspector = InspectorHeight(context, *state, size.x);
  const float middle = size.y - m.board_toolbar - m.board_status - inspector;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 window = ImGui::GetWindowPos();
  const auto line = [&](float y) {
    const ImVec2 at(window.x + corner.x, window.y + corner.y + y);
    list->AddRectFilled(at, ImVec2(at.x + size.x, at.y + m.hair), theme.color.border);
  };
  // The canvas comes first: it is what the keyboard wants when it enters the panel.
  ImGui::SetCursorPos(ImVec2(corner.x + palette, corner.y + m.board_toolbar));
  DrawWhiteboardCanvas(context, "Board", ImVec2(size.x - palette, middle), state->looks,
                       &state->canvas);
  if (palette > 0) {
    ImGui::SetCursorPos(ImVec2(corner.x, corner.y + m.board_toolbar));
    DrawPalette(context, catalogue, state, ImVec2(palette - m.hair, middle));
    const ImVec2 at(window.x + corner.x + palette - m.hair, window.y + corner.y + m.board_toolbar);
    list->AddRectFilled(at, ImVec2(at.x + m.hair, at.y + middle), theme.color.border);
  }
  ImGui::SetCursorPos(corner);
  DrawBoardTools(context, state, size.x);
  line(m.board_toolbar - m.hair);
  if (inspector > 0) {
    ImGui::SetCursorPos(ImVec2(corner.x, corner.y + m.board_toolbar + middle));
    DrawInspector(context, catalogue, state, ImVec2(size.x, inspector));
    line(m.board_toolbar + middle);
  }
  ImGui::SetCursorPos(ImVec2(corner.x, corner.y + size.y - m.board_status));
  DrawBoardStatus(context, state, size.x);
  line(size.y - m.board_status);
  DrawExchange(context, shows.exporting, state);
}

void DrawWhiteboard(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size) {
  if (room.read_only) return LookAtBoard(context, room, &state->board, size);
  TakeBoard(room, &state->board);
  DrawBoard(context, {room.app.bank.catalogue(), room.app.exporting}, &state->board, size);
  SendWhenAtRest(context, &state->board);
}

}  // namespace app
