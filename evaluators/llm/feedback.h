// Feedback on an answer by a language model: a second opinion beside the local result, which it
// never changes. Any thread; AskForFeedback blocks and belongs on the net lane.
#pragma once

#include <stop_token>
#include <string>

#include "evaluators/llm/llm_endpoint.h"
#include "interview/base/result.h"
#include "interview/model/answer.h"
#include "interview/model/question.h"

namespace evaluators {

struct Feedback {
  std::string text;   // Markdown
  std::string model;  // as the endpoint names it
  int latency_ms = 0;
  int prompt_tokens = 0;  // estimated where the endpoint does not tell
  int completion_tokens = 0;
};

// One request to the endpoint. `evaluation_summary` says in plain lines what the local evaluation
// found. kInvalid for an answer in which nothing was written; else fails as AskModel
// does. E-mail addresses, paths, keys and the endpoint's `names` are taken out of the answer.
interview::Result<Feedback> AskForFeedback(const LlmEndpoint& endpoint,
                                           const interview::Question& question,
                                           const interview::Answer& answer,
                                           const std::string& evaluation_summary,
                                           std::stop_token stop);

// Exactly what AskForFeedback would send, with the key masked: what the user sees before agreeing.
interview::Result<std::string> RenderFeedbackRequest(const LlmEndpoint& endpoint,
                                                     const interview::Question& question,
                                                     const interview::Answer& answer,
                                                     const std::string& evaluation_summary);

}  // namespace evaluators
