// The interviewer's voice: a language model puts a line of the script in its own words, in the
// midst of the conversation, or answers within the facts what the script has no answer to.
// Any thread; PhraseLine blocks and belongs on the net lane.
#pragma once

#include <atomic>
#include <chrono>
#include <stop_token>
#include <string>

#include "evaluators/llm/llm_endpoint.h"
#include "evaluators/llm/voice_rules.h"
#include "evaluators/text/lexicon.h"
#include "interview/base/result.h"

namespace evaluators {

// From the offer of a line: a room that waits for the first word, and for the last.
inline constexpr std::chrono::milliseconds kVoiceFirstToken{2000};
inline constexpr std::chrono::milliseconds kVoiceWhole{6000};

// Set by the worker, looked at by the room.
struct VoiceProgress {
  std::atomic<bool> spoke = false;
};

struct PhrasedLine {
  std::string text;
  std::string model;
  std::string fact;    // that a free answer tells
  std::string broken;  // the rule that the words break; they must not be shown then
  int latency_ms = 0;
};

// Asks once, without a second try. Fails as AskModel does, and with kTimeout at the limits above.
interview::Result<PhrasedLine> PhraseLine(LlmEndpoint endpoint, const VoiceLine& line,
                                          const Lexicon& lexicon, VoiceProgress* progress,
                                          std::stop_token stop);

// Exactly what PhraseLine would send, with the key masked.
interview::Result<std::string> RenderVoiceRequest(const LlmEndpoint& endpoint,
                                                  const VoiceLine& line, const Lexicon& lexicon);

}  // namespace evaluators
