// The list of stored sessions.
#include "app/ui/screens/history_screen.h"

#include <algorithm>

#include "app/ui/format.h"
#include "app/ui/screens/page.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

void DrawSession(FrameContext& context, const AppState& app,
                 const interview::SessionSummary& session) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const bool running = app.running && app.running->id == session.id;
  ImGui::PushID(session.id.c_str());
  const ImVec2 start = ImGui::GetCursorPos();
  Text(context, theme.font.subheading, theme.color.text, session.title);
  std::string line = FormatMoment(session.started);
  if (running) {
    line += "  ·  in progress";
  } else if (!session.finished) {
    line += "  ·  unfinished";
  } else {
    line += "  ·  " + FormatOutcome({session.decision, session.score});
  }
  Text(context, theme.font.small, theme.color.muted, line);
  const ImVec2 end = ImGui::GetCursorPos();
  const bool open = session.finished;
  const char* label = open ? "Review" : "Continue";
  ImGui::SetCursorPos(ImVec2(start.x, start.y + m.tiny));
  AlignRight(ButtonSize(context, label).x + ButtonSize(context, "Transcript").x + m.small);
  if (DrawButton(context, "Transcript", {.style = ButtonStyle::kQuiet, .enabled = !running})) {
    context.Emit(command::ViewSession{session.id});
    context.Emit(command::Navigate{Route::kTranscript});
  }
  ImGui::SameLine();
  if (DrawButton(context, label)) {
    if (open) {
      context.Emit(command::ViewSession{session.id});
    } else {
      context.Emit(command::ResumeSession{session.id});
    }
  }
  ImGui::SetCursorPos(ImVec2(start.x, std::max(end.y, start.y + m.control_height + m.small)));
  DrawSeparator(context);
  ImGui::PopID();
}

}  // namespace

void DrawHistoryScreen(FrameContext& context, const AppState& app) {
  const bool back = BeginPage(context, app, "History", context.theme.size.page_width);
  PageTitle(context, "History",
            "Every session with its transcript; nothing is ever deleted from one.");
  if (app.history.empty()) {
    DrawEmptyState(context, "No sessions yet",
                   "Take a drill: ten minutes are enough to see what a debrief looks like.");
    if (DrawButton(context, "Choose a drill", {.style = ButtonStyle::kPrimary})) {
      context.Emit(command::Navigate{Route::kSetup});
    }
  }
  for (const interview::SessionSummary& session : app.history) DrawSession(context, app, session);
  if (back) context.Emit(command::Navigate{Route::kHome});
  EndPage(context);
}

}  // namespace app
