// The transcript of a session, event by event in words. UI thread only.
#pragma once

#include <string>
#include <vector>

#include "app/core/app_state.h"
#include "app/ui/frame_context.h"

namespace app {

// One line of the transcript as it is read.
struct TranscriptLine {
  interview::Duration at{};
  enum class Tone { kPlain, kCandidate, kInterviewer, kMark } tone = Tone::kPlain;
  std::string who;  // "You", "Interviewer", "Run", …
  std::string text;
};

// Edits of one text in a row become one line; events that say nothing to a reader are left out.
std::vector<TranscriptLine> TranscriptLines(const std::vector<interview::Event>& events);

struct TranscriptState {
  interview::SessionId session;
  std::size_t events = 0;
  std::vector<TranscriptLine> lines;
};

void DrawTranscriptScreen(FrameContext& context, const AppState& app, TranscriptState* state);

}  // namespace app
