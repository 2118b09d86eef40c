// What came of a session: the decision and the rule behind it, dimensions with their evidence,
// tests, model answers. UI thread only.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/core/app_state.h"
#include "app/ui/frame_context.h"
#include "app/ui/panels/answer_review.h"
#include "app/ui/panels/appeal.h"
#include "app/ui/panels/judgement_view.h"
#include "app/ui/widgets/diff_view.h"
#include "app/ui/widgets/markdown_view.h"
#include "app/ui/widgets/text_box.h"

namespace app {

struct DebriefState {
  interview::SessionId session;
  int round = 0;
  int tab = 0;
  std::map<std::string, MarkdownState> texts;                                // by what they are
  std::map<std::pair<std::size_t, std::size_t>, AnswerReviewState> reviews;  // round, question
  WholeValueState whole;
  // When each item of evidence was written: by round, dimension and item; made when first shown.
  std::map<std::size_t, std::vector<std::vector<std::optional<interview::Duration>>>> moments;
  AppealState appeal;
  TextBoxState note;
  std::map<interview::QuestionId, DiffState> diffs;  // with the reference
};

void DrawDebriefScreen(FrameContext& context, const AppState& app, DebriefState* state);

}  // namespace app
