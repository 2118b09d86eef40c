// Feedback on an answer or a round by a language model: a second opinion beside the local result,
// which it never changes. Any thread; AskForFeedback blocks and belongs on the net lane.
#pragma once

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "evaluators/llm/llm_endpoint.h"
#include "evaluators/llm/second_score.h"
#include "interview/base/result.h"
#include "interview/model/answer.h"
#include "interview/model/feedback.h"
#include "interview/model/question.h"

namespace evaluators {

// One answer, and what is known of it here. The local result is not sent: the second score is to be
// an opinion of its own.
struct AnsweredQuestion {
  interview::QuestionPtr question;  // never null
  interview::Answer answer;
  std::vector<CreditedPoint> points;  // the model gets their texts
  std::string facts;                  // plain lines, such as how many tests passed; may be empty
};

struct FeedbackRequest {
  interview::FeedbackTarget about;
  std::string round_title;  // of a whole round
  std::vector<AnsweredQuestion> answers;
  std::optional<double> local_score;  // 0-1, of all of it
  bool wants_score = true;            // a second one
};

// One request to the endpoint, or two where the first reply is not in the form asked for. `on_text`
// gets what a person can read of the reply so far, as Markdown, at most 20 times a second, on the
// thread of the call; may be empty. Claims whose quotation is not in the answers are dropped and
// counted. kInvalid where nothing was written; else fails as AskForJson does. E-mail addresses,
// paths, keys and the endpoint's `names` are taken out of the answers.
interview::Result<interview::Feedback> AskForFeedback(
    const LlmEndpoint& endpoint, const FeedbackRequest& request,
    const std::function<void(const std::string&)>& on_text, std::stop_token stop);

// Exactly what AskForFeedback would send first, with the key masked: what the user sees before
// agreeing.
interview::Result<std::string> RenderFeedbackRequest(const LlmEndpoint& endpoint,
                                                     const FeedbackRequest& request);

}  // namespace evaluators
