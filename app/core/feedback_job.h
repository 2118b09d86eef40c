// Feedback by the configured LLM endpoint on one answer or a whole round: what is sent, and where
// the reply goes. Main thread; the prepared job runs on the net lane.
//
// The reply streams. Apply(command::AskFeedback) sets AppState::feedback to kPending and empties
// AppState::feedback_text; while the model writes, the worker hands what a person can read of it so
// far (Markdown, at most 20 times a second, each time the whole) to JobRunner's inbox, which wakes
// the loop as any result does, and Tick puts it into AppState::feedback_text. A view draws
// feedback_text while the feedback about `feedback_about` is pending. When it is ready,
// AppState::feedback holds it, and the transcript of the session on view does too. Another
// AskFeedback, CancelFeedback and a change of the session on view cancel it within 100 ms.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/core/app_state.h"
#include "app/core/job_runner.h"
#include "evaluators/llm/feedback.h"
#include "interview/base/result.h"

namespace app {

using FeedbackJob = std::function<interview::Result<interview::Feedback>(std::stop_token,
                                                                         const Tell<std::string>&)>;

// Fails with kInvalid, and what to change, while no endpoint is configured, the model is off for
// the session or the user has not agreed to the endpoint; kNotFound for what is not in the session.
// `meter` holds what the session may use.
interview::Result<FeedbackJob> PrepareFeedback(const OpenSession& open,
                                               const interview::FeedbackTarget& about,
                                               const AppState& state,
                                               std::shared_ptr<evaluators::LlmMeter> meter);

// The request that this job would send, byte for byte but for the key, which is masked. Fails
// where nothing was answered and where no endpoint is configured; it is what the user reads before
// agreeing.
interview::Result<std::string> PreviewFeedback(const OpenSession& open,
                                               const interview::FeedbackTarget& about,
                                               const AppState& state);

}  // namespace app
