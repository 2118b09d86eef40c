// The work on one question beside what was found in it: the answer with its evidence marked, the
// whiteboard with its parts marked, and how it was put. Choosing a point shows its evidence, and
// choosing evidence its point. UI thread only.
#pragma once

#include <optional>
#include <vector>

#include "app/core/app_state.h"
#include "app/ui/frame_context.h"
#include "app/ui/panels/answer_text.h"
#include "app/ui/panels/clarity_view.h"
#include "app/ui/panels/review_list.h"
#include "app/ui/widgets/markdown_marks.h"
#include "app/ui/widgets/whiteboard_look.h"

namespace app {

struct AnswerReviewState {
  bool made = false;  // the rest was made from the work
  AnswerPage page;
  Review texts;
  ReviewListState text_list;
  std::vector<MarkdownMark> marks;
  std::vector<std::optional<std::size_t>> point_of_mark;  // empty: a hedge
  std::optional<std::size_t> reveal;                      // a mark
  MarkdownState markdown;
  MarkdownMarksState marked;
  std::vector<ClarityFact> clarity;
  Review board;
  ReviewListState board_list;
  WhiteboardState canvas;
  BoardMarks board_marks;
  PartLooks looks;
};

// REQUIRES: app.viewed, and `round` and `question` index its rounds and their work.
void DrawAnswerReview(FrameContext& context, const AppState& app, std::size_t round,
                      std::size_t question, AnswerReviewState* state);

}  // namespace app
