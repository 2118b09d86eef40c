// Where one stands and what to do next: readiness, coverage, scores over time, practice, what is
// due, and the plan to the interview. UI thread only.
#pragma once

#include <map>
#include <string>

#include "app/core/app_state.h"
#include "app/ui/frame_context.h"
#include "app/ui/screens/library_screen.h"
#include "app/ui/widgets/text_box.h"

namespace app {

struct ProgressState {
  int tab = 0;
  std::map<std::string, bool> as_table;  // by the title of the chart
  int kind = 0;                          // of the rounds whose scores are shown: into kRoundKinds
  int line = -1;                         // the dimension that is brought out; -1: none
  TextBoxState date;                     // of the interview, as it is typed
  std::string date_of = "?";             // the setting that `date` was filled from
  std::string date_problem;
  bool whole_plan = false;
};

// A topic that is pressed is shown in the library, whose state is prepared here.
void DrawProgressScreen(FrameContext& context, const AppState& app, ProgressState* state,
                        LibraryState* library);

}  // namespace app
