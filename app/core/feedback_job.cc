// What the endpoint is told about an answer.
#include "app/core/feedback_job.h"

#include "app/core/feedback_request.h"
#include "app/core/llm_consent.h"
#include "app/core/llm_setup.h"

namespace app {
namespace {

interview::Result<evaluators::FeedbackRequest> Describe(const OpenSession& open,
                                                        const interview::FeedbackTarget& about,
                                                        const AppState& state) {
  interview::Result<evaluators::FeedbackRequest> request = DescribeTarget(*open.session, about);
  if (request) request->wants_score = state.settings.llm.second_score;
  return request;
}

}  // namespace

interview::Result<FeedbackJob> PrepareFeedback(const OpenSession& open,
                                               const interview::FeedbackTarget& about,
                                               const AppState& state,
                                               std::shared_ptr<evaluators::LlmMeter> meter) {
  if (interview::Status s = CheckLlmIsOn(state.settings.llm, *open.session); !s) return Forward(s);
  if (!HasAgreed(state.settings.llm)) {
    return interview::Fail(interview::ErrorCode::kInvalid,
                           "Nothing is sent to " + evaluators::HostOf(state.settings.llm.url) +
                               " before you have seen what and have agreed.");
  }
  interview::Result<evaluators::FeedbackRequest> request = Describe(open, about, state);
  if (!request) return Forward(request);
  const interview::Result<evaluators::LlmEndpoint> endpoint =
      MakeEndpoint(state.settings.llm, std::move(meter));
  if (!endpoint) return Forward(endpoint);
  return FeedbackJob([endpoint = *endpoint, request = *std::move(request)](
                         std::stop_token stop, const Tell<std::string>& tell) {
    return evaluators::AskForFeedback(endpoint, request, tell, stop);
  });
}

interview::Result<std::string> PreviewFeedback(const OpenSession& open,
                                               const interview::FeedbackTarget& about,
                                               const AppState& state) {
  const interview::Result<evaluators::FeedbackRequest> request = Describe(open, about, state);
  if (!request) return Forward(request);
  const interview::Result<evaluators::LlmEndpoint> endpoint =
      MakeEndpoint(state.settings.llm, nullptr);
  if (!endpoint) return Forward(endpoint);
  return evaluators::RenderFeedbackRequest(*endpoint, *request);
}

}  // namespace app
