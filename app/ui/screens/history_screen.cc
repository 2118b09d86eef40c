// The list of stored sessions.
#include "app/ui/screens/history_screen.h"

#include <algorithm>
#include <set>

#include "app/ui/format.h"
#include "app/ui/screens/page.h"
#include "app/ui/widgets/card.h"
#include "app/ui/widgets/charts.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/fuzzy_match.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

constexpr char kUnfinished[] = "unfinished";

void DrawSession(FrameContext& context, const AppState& app,
                 const interview::SessionSummary& session) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const bool running = app.running && app.running->id == session.id;
  ImGui::PushID(session.id.c_str());
  const bool open = session.finished;
  const char* label = open ? "Review" : "Continue";
  const ButtonOptions quiet{.style = ButtonStyle::kQuiet, .enabled = !running};
  const ImVec2 start = ImGui::GetCursorPos();
  const float room = ImGui::GetContentRegionAvail().x;
  const float buttons = ButtonSize(context, label).x + ButtonSize(context, "Transcript", quiet).x +
                        m.small + ButtonSize(context, "Replay", quiet).x + m.small;
  const std::string state = running ? "In progress"
                            : open  ? FormatOutcome({session.decision, session.score})
                                    : "Unfinished";
  const float outcome = TextSize(theme.font.medium, state).x + m.large;
  Text(context, theme.font.subheading, theme.color.text,
       Shortened(theme.font.subheading, session.title, room - buttons - outcome));
  Gap(m.line);
  Text(context, theme.font.small, theme.color.muted, FormatMoment(session.started));
  const ImVec2 end = ImGui::GetCursorPos();
  ImGui::SetCursorPos(ImVec2(start.x + room - buttons - outcome,
                             start.y + m.line + (m.control_height - theme.font.medium.px) / 2));
  Text(
      context, theme.font.medium,
      open && !session.decision.empty() ? VerdictColor(theme, session.decision) : theme.color.muted,
      state);
  ImGui::SetCursorPos(ImVec2(start.x + room - buttons, start.y + m.line));
  if (DrawButton(context, "Transcript", quiet)) {
    context.Emit(command::ViewSession{session.id});
    context.Emit(command::Navigate{Route::kTranscript});
  }
  ImGui::SameLine();
  if (DrawButton(context, "Replay", quiet)) context.Emit(command::ShowReplay{session.id});
  ImGui::SameLine();
  if (DrawButton(context, label)) {
    if (open) {
      context.Emit(command::ViewSession{session.id});
    } else {
      context.Emit(command::ResumeSession{session.id});
    }
  }
  ImGui::SetCursorPos(ImVec2(start.x, std::max(end.y, ImGui::GetCursorPosY())));
  ImGui::PopID();
}

std::string OutcomeKey(const interview::SessionSummary& session) {
  return session.finished ? session.decision : kUnfinished;
}

// Only what occurs can be chosen.
void ChooseOutcome(FrameContext& context, const AppState& app, HistoryState* state) {
  std::set<std::string> outcomes;
  for (const interview::SessionSummary& session : app.history) {
    if (const std::string key = OutcomeKey(session); !key.empty()) outcomes.insert(key);
  }
  if (!outcomes.contains(state->outcome)) state->outcome.clear();
  std::vector<std::string> keys = {""}, titles = {"Any outcome"};
  int chosen = 0;
  for (const std::string& key : outcomes) {
    if (key == state->outcome) chosen = static_cast<int>(keys.size());
    keys.push_back(key);
    titles.push_back(key == kUnfinished ? "Unfinished" : interview::DecisionTitle(key));
  }
  if (DrawCombo(context, "Outcome", titles, context.theme.size.form_label_width, &chosen)) {
    state->outcome = keys[static_cast<std::size_t>(chosen)];
  }
}

void DrawFilters(FrameContext& context, const AppState& app, HistoryState* state) {
  const Metrics& m = context.theme.size;
  static const std::vector<std::string> kKinds = {"All", "Loops", "Drills"};
  DrawSegments(context, "Kind", kKinds, &state->kind);
  WrapNext(context, m.form_label_width);
  ChooseOutcome(context, app, state);
  WrapNext(context, m.card_width);
  DrawTextBox(context, "Search sessions", ImVec2(m.card_width, m.control_height), &state->query,
              {.mode = TextBoxOptions::Mode::kLine, .placeholder = "Search"});
}

}  // namespace

std::vector<const interview::SessionSummary*> HistorySessions(const AppState& app,
                                                              const HistoryState& state) {
  const std::string query = state.query.text.Text();
  std::vector<const interview::SessionSummary*> fitting;
  for (const interview::SessionSummary& session : app.history) {
    if (state.kind == 1 && session.kind != interview::SessionKind::kLoop) continue;
    if (state.kind == 2 && session.kind != interview::SessionKind::kDrill) continue;
    if (!state.outcome.empty() && OutcomeKey(session) != state.outcome) continue;
    if (FuzzyMatch(query, session.title + " " + FormatMoment(session.started))) {
      fitting.push_back(&session);
    }
  }
  return fitting;
}

void DrawHistoryScreen(FrameContext& context, const AppState& app, HistoryState* state) {
  BeginPage(context, app, "History", context.theme.size.page_width);
  PageTitle(context, "History",
            "Every session with its transcript; nothing is ever deleted from one.");
  if (app.history.empty()) {
    DrawEmptyState(context, "No sessions yet",
                   "Take a drill: ten minutes are enough to see what a debrief looks like.");
    if (DrawButton(context, "Choose a drill", {.style = ButtonStyle::kPrimary})) {
      context.Emit(command::Navigate{Route::kSetup});
    }
  } else {
    DrawFilters(context, app, state);
    Gap(context.theme.size.large);
    const auto sessions = HistorySessions(app, *state);
    if (!sessions.empty()) {
      const Card card(context);
      for (const interview::SessionSummary* session : sessions) {
        if (session != sessions.front()) DrawSeparator(context);
        DrawSession(context, app, *session);
      }
    } else {
      DrawEmptyState(context, "No session fits", "Take a filter away, or search for other words.");
    }
  }
  EndPage(context);
}

}  // namespace app
