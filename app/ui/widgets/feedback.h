// How the app answers: the four states of a value that comes later, toasts, progress, empty states.
// UI thread only; state is kept by the caller.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/core/app_state.h"
#include "app/core/pending.h"
#include "app/ui/frame_context.h"

namespace app {

// A quiet remark in place of content.
void DrawNote(FrameContext& context, std::string_view text);

// Moving dots beside a remark: something is under way. Asks for the frames it needs.
void DrawBusy(FrameContext& context, std::string_view what);

// Why something could not be had.
void DrawUnavailable(FrameContext& context, std::string_view why);

// Nothing here yet: what this place is for, and what to do next.
void DrawEmptyState(FrameContext& context, std::string_view title, std::string_view next);

// A thin bar that is filled to `share` (0-1).
void DrawProgressBar(const FrameContext& context, ImVec2 size, float share, Color color);

struct PendingWords {
  std::string_view not_asked;
  std::string_view pending;
};

// Draws the value with `draw` where there is one (the previous one while a new one is pending),
// else its state.
template <class T, class Draw>
void DrawPending(FrameContext& context, const Pending<T>& pending, const PendingWords& words,
                 Draw draw) {
  using State = typename Pending<T>::State;
  if (pending.state == State::kNotAsked) return DrawNote(context, words.not_asked);
  if (pending.state == State::kUnavailable) return DrawUnavailable(context, pending.why);
  if (pending.state == State::kPending) DrawBusy(context, words.pending);
  if (pending.value) draw(*pending.value);
}

// When each notice was first seen, so that it can grow old. One under the pointer stays as it is.
struct ToastState {
  struct Seen {
    int id = 0;
    double at = 0;
  };
  std::vector<Seen> seen;
  int hovered = 0;  // id; 0: none
  double drawn_at = 0;
};

// What became of the notices: ids, 0 for none.
struct ToastAnswer {
  int dismissed = 0;  // put away, or grown old
  int details = 0;    // the user wants to see it in full
};

// Draws the notices in the lower right corner, the latest at the top, as many as fit.
ToastAnswer DrawToasts(FrameContext& context, const std::vector<Notice>& notices,
                       ToastState* state);

}  // namespace app
