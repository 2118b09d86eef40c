// What a model is told when it is asked for feedback: the prompts of assets/prompts, filled in.
// Any thread; pure functions.
#pragma once

#include <string>
#include <vector>

#include "evaluators/llm/feedback.h"
#include "evaluators/llm/provider.h"

namespace evaluators {

// Everything the candidate wrote, redacted as it is sent: each text of its own, without our words
// between them.
std::vector<std::string> AnswerTexts(const interview::Answer& answer,
                                     const std::vector<std::string>& names);

// Points are numbered from 1 through all answers of the request, in their order; those that are
// facts are left out and have no number. kInvalid where nothing was written.
interview::Result<ChatRequest> MakeFeedbackRequest(const LlmEndpoint& endpoint,
                                                   const FeedbackRequest& request);

// The texts of the points by their numbers: the first has the number 1.
std::vector<std::string> NumberedPoints(const FeedbackRequest& request);

}  // namespace evaluators
