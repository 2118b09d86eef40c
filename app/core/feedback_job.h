// Feedback by the configured LLM endpoint on one answer: what is sent, and where the reply goes.
// Main thread; the prepared job runs on the net lane.
#pragma once

#include <functional>
#include <memory>

#include "app/core/app_state.h"
#include "evaluators/llm/feedback.h"
#include "interview/base/result.h"
#include "interview/store/transcript_store.h"

namespace app {

using FeedbackJob = std::function<interview::Result<evaluators::Feedback>(std::stop_token)>;

// Fails with kInvalid, and the setting to change, while no endpoint is configured. `meter` holds
// what the session may use.
interview::Result<FeedbackJob> PrepareFeedback(const OpenSession& open,
                                               const interview::QuestionId& question,
                                               const AppState& state,
                                               std::shared_ptr<evaluators::LlmMeter> meter);

// Appends the reply to the transcript of a finished session.
interview::Status AppendFeedback(interview::TranscriptStore* store, OpenSession* open,
                                 const interview::QuestionId& question,
                                 const evaluators::Feedback& feedback);

}  // namespace app
