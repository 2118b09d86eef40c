// Progress: its tabs and its states.
#include "app/ui/screens/progress_screen.h"

#include "app/core/standing.h"
#include "app/ui/panels/progress_charts.h"
#include "app/ui/panels/study_plan_panel.h"
#include "app/ui/screens/page.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using PendingStanding = Pending<std::shared_ptr<const Standing>>;

void DrawFirstSteps(FrameContext& context) {
  DrawEmptyState(context, "Nothing to look back on yet",
                 "Take a drill: ten minutes of one round are enough for a first score, a first "
                 "review date and the first square of the calendar.");
  if (DrawButton(context, "Choose a drill", {.style = ButtonStyle::kPrimary})) {
    context.Emit(command::Navigate{Route::kSetup});
  }
}

void DrawTab(FrameContext& context, const AppState& app, const Standing& standing,
             ProgressState* state, LibraryState* library) {
  switch (state->tab) {
    case 0:
      return DrawReadiness(context, standing, state);
    case 1:
      return DrawCoverage(context, standing, state, library);
    case 2:
      return DrawScores(context, standing, state);
    case 3:
      return DrawPractice(context, app, standing, state);
    case 4:
      return DrawDue(context, app, standing, state);
    default:
      return DrawPlan(context, app, standing, state);
  }
}

std::string BusyWords(const AppState& app) {
  if (app.standing_to_read == 0) return "Reckoning";
  return "Reading sessions, " + std::to_string(app.standing_to_read) + " to go";
}

}  // namespace

void DrawProgressScreen(FrameContext& context, const AppState& app, ProgressState* state,
                        LibraryState* library) {
  if (app.standing.state == PendingStanding::State::kNotAsked) {
    context.Emit(command::ReadStanding{});
  }
  BeginPage(context, app, "Progress", context.theme.size.page_width);
  PageTitle(context, "Progress",
            "Where you stand, what is due, and what to do until the interview.");
  static const std::vector<std::string> kTabs = {"Readiness", "Coverage", "Scores",
                                                 "Practice",  "Due",      "Plan"};
  PageTabs(context, kTabs, &state->tab);
  const std::string busy = BusyWords(app);
  DrawPending(context, app.standing, {.not_asked = "", .pending = busy},
              [&](const std::shared_ptr<const Standing>& standing) {
                constexpr int kPlanTab = 5;
                if (standing->digests.empty() && state->tab != kPlanTab) {
                  return DrawFirstSteps(context);
                }
                DrawTab(context, app, *standing, state, library);
              });
  EndPage(context);
}

}  // namespace app
