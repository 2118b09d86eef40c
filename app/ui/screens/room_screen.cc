// The room: where its panels stand and what its keys do.
#include "app/ui/screens/room_screen.h"

#include <algorithm>

#include "app/ui/format.h"
#include "app/ui/panels/prose_panel.h"
#include "app/ui/panels/room_bar.h"
#include "app/ui/panels/room_panels.h"
#include "app/ui/screens/interlude_screens.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using interview::Stage;
using Dialog = RoomState::Dialog;

constexpr char kEndDialog[] = "End this round?";
constexpr char kLeaveDialog[] = "Leave the room?";
constexpr char kHintDialog[] = "Take the hint?";

// Another session or round starts with clean boxes; another question keeps the round's layout.
void Follow(const AppState& app, const RoomView& room, RoomState* state) {
  if (state->session != app.running->id || state->round != room.round) {
    const PanelSizes panels = state->panels;
    *state = RoomState{};
    state->session = app.running->id;
    state->round = room.round;
    state->panels = panels;
  }
  if (state->question != room.work.id) {
    state->question = room.work.id;
    state->asked_seen = 0;
    state->work_tab = 0;
    state->console = ConsoleState{};
    state->console.seen_runs = room.work.runs.size() + room.work.judgements.size();
  }
}

void DrawPaused(FrameContext& context, RoomState* state) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  ImGui::SetCursorPos(ImVec2(m.margin, m.top_bar));
  BeginPanel(context, "Paused", ImVec2(display.x - 2 * m.margin, display.y - m.top_bar - m.margin));
  const float middle = (display.y - m.top_bar - m.margin) / 2;
  const std::string_view title = "Paused";
  ImGui::SetCursorPos(ImVec2((display.x - 2 * m.margin - TextSize(theme.font.display, title).x) / 2,
                             middle - m.card_height));
  Text(context, theme.font.display, theme.color.text, title);
  const std::string_view note = "The clock stands still. The transcript will say that you paused.";
  ImGui::SetCursorPos(
      ImVec2((display.x - 2 * m.margin - TextSize(theme.font.ui, note).x) / 2, middle - m.huge));
  Text(context, theme.font.ui, theme.color.muted, note);
  const ButtonOptions resume{.style = ButtonStyle::kPrimary, .icon = Icon::kPlay};
  ImGui::SetCursorPos(ImVec2(
      (display.x - 2 * m.margin - ButtonSize(context, "Resume", resume).x) / 2, middle + m.large));
  if (DrawButton(context, "Resume", resume)) {
    EmitAct(context, state, interview::event::Resumed{});
  }
  EndPanel(context);
}

// A question with two answers; true when the second is chosen.
bool Confirm(FrameContext& context, RoomState* state, const char* title, std::string_view text,
             const char* keep, const ButtonOptions& style, const char* go) {
  if (!ImGui::IsPopupOpen(title)) ImGui::OpenPopup(title);
  if (!BeginDialog(context, title)) return false;
  Paragraph(context, context.theme.font.ui, context.theme.color.muted, text);
  Gap(context.theme.size.large);
  AlignRight(ButtonSize(context, keep).x + ButtonSize(context, go, style).x +
             context.theme.size.small);
  const bool kept = DrawButton(context, keep);
  ImGui::SameLine();
  const bool gone = DrawButton(context, go, style);
  if (kept || gone) ImGui::CloseCurrentPopup();
  if (kept || gone || KeyPressed(Key::kEscape, false)) state->dialog = Dialog::kNone;
  EndDialog(context);
  return gone;
}

void DrawLeaveDialog(FrameContext& context, const RoomView& room, RoomState* state) {
  const std::string_view text = room.is_drill()
                                    ? "The drill is paused and waits on the home screen."
                                    : "The clock of a loop runs on while you are away.";
  if (Confirm(context, state, kLeaveDialog, text, "Stay", {.style = ButtonStyle::kPrimary},
              "Leave")) {
    SendBoard(context, &state->board);
    context.Emit(command::LeaveRoom{});
  }
}

void DrawDialogs(FrameContext& context, const RoomView& room, RoomState* state) {
  switch (state->dialog) {
    case Dialog::kNone:
      break;
    case Dialog::kEndRound:
      if (Confirm(context, state, kEndDialog,
                  "What is there is handed in. What is empty counts as not observed.", "Go on",
                  {.style = ButtonStyle::kPrimary}, "Hand in")) {
        EmitAct(context, state, interview::event::RoundSubmitted{false});
      }
      break;
    case Dialog::kLeave:
      DrawLeaveDialog(context, room, state);
      break;
    case Dialog::kHint: {
      const std::optional<interview::NextHint> hint = room.session.next_hint();
      if (!hint) {
        state->dialog = Dialog::kNone;
      } else if (Confirm(context, state, kHintDialog, hint->cost_text, "Not yet",
                         {.style = ButtonStyle::kPrimary}, "Take it")) {
        EmitAct(context, state, interview::event::HintTaken{hint->level});
      }
      break;
    }
  }
}

void DrawRound(FrameContext& context, const AppState& app, RoomState* state) {
  const std::optional<RoomView> room = ViewOfRoom(app);
  BeginScreen(context, "Room");
  if (room) {
    Follow(app, *room, state);
    DrawRoomBar(context, *room, state);
    if (app.running->session->stage() == Stage::kPaused) {
      DrawPaused(context, state);
    } else {
      DrawRoomPanels(context, *room, state,
                     ImGui::GetIO().DisplaySize.y - context.theme.size.margin);
    }
    DrawDialogs(context, *room, state);
  }
  EndScreen(context);
}

}  // namespace

void DrawRoomScreen(FrameContext& context, const AppState& app, RoomState* state) {
  if (!app.running) return;
  switch (app.running->session->stage()) {
    case Stage::kSelfRating:
      return DrawSelfRatingScreen(context, app, state);
    case Stage::kBreak:
      return DrawBreakScreen(context, app, state);
    case Stage::kScoring:
    case Stage::kFinished:
      return DrawScoringScreen(context, app);
    default:
      return DrawRound(context, app, state);
  }
}

}  // namespace app
