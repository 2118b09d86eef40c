// The library: every question of the bank by kind, topic and difficulty, found by words, with what
// is known of earlier attempts. Practising blind hides all that would give a question away.
// UI thread only.
#pragma once

#include <string>
#include <vector>

#include "app/core/app_state.h"
#include "app/ui/frame_context.h"
#include "app/ui/widgets/text_box.h"

namespace app {

struct LibraryState {
  TextBoxState query;
  int kind = 0;        // 0: all, else 1 + an index into kRoundKinds
  std::string topic;   // empty: any
  int difficulty = 0;  // 0: any, else 1 + the difficulty
  bool untried = false;
  interview::QuestionId chosen;
  bool follow = false;    // bring the chosen question into view
  ImGuiID query_box = 0;  // of the search box: arrows there move the choice
};

// The questions that fit, in the order of the bank. A blind search looks at titles alone.
std::vector<interview::QuestionPtr> LibraryQuestions(const AppState& app,
                                                     const LibraryState& state);

// Shows this question when the library is next drawn.
void ShowInLibrary(const interview::QuestionId& question, LibraryState* state);

void DrawLibraryScreen(FrameContext& context, const AppState& app, LibraryState* state);

}  // namespace app
