// The points of a review, to be read and chosen from: with a sign, a word and a colour for the
// state, and what would have earned the rest. UI thread only.
#pragma once

#include <optional>
#include <vector>

#include "app/ui/draw.h"
#include "app/ui/frame_context.h"
#include "app/ui/panels/review.h"
#include "app/ui/widgets/markdown_marks.h"

namespace app {

// How a state looks in the list, under the words of an answer and on a whiteboard.
struct ReviewLook {
  Icon sign = Icon::kNone;
  BoardTint tint = BoardTint::kPlain;
  MarkLine line = MarkLine::kSolid;
};
ReviewLook LookOf(ReviewState state);

struct ReviewListState {
  int chosen = -1;                   // index into the points; -1: none
  std::optional<ReviewState> shown;  // only points of this state; empty: all
  bool reveal = false;               // the chosen row is to be scrolled into view
  struct Row {
    std::size_t point = 0;
    float heading = 0;  // height of the heading above it; 0: none
    float height = 0;   // without the heading
  };
  std::vector<Row> rows;  // the points that are shown
  float width = -1;       // what the rows were measured for
  float px = 0;
};

// Chips that pick a state, with how many points are in it; one line, or more where it is narrow.
void DrawReviewFilter(FrameContext& context, const Review& review, ReviewListState* state);

// The height that the whole list takes at `width`.
float ReviewListHeight(const FrameContext& context, const Review& review, float width,
                       ReviewListState* state);

// Draws the rows into a scrolling area; true when one was chosen, the chosen one too.
bool DrawReviewList(FrameContext& context, const char* label, const Review& review, ImVec2 size,
                    ReviewListState* state);

}  // namespace app
