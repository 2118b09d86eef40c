// What the endpoint is told about an answer.
#include "app/core/feedback_job.h"

#include "app/core/feedback_request.h"
#include "app/core/llm_consent.h"
#include "app/core/llm_setup.h"

namespace app {
interview::Result<FeedbackJob> PrepareFeedback(const OpenSession& open,
                                               const interview::FeedbackTarget& about,
                                               const AppState& state,
                                               std::shared_ptr<evaluators::LlmMeter> meter) {
  if (!state.settings.llm.enabled) {
    return interview::Fail(interview::ErrorCode::kInvalid,
                           "LLM feedback is off; turn it on and name an endpoint in the settings.");
  }
  if (!LlmIsOn(state.settings.llm, *open.session)) {
    return interview::Fail(
        interview::ErrorCode::kInvalid,
        "The language model is switched off in this session; switch it on to ask "
        "for feedback.");
  }
  if (!HasAgreed(state.settings.llm)) {
    return interview::Fail(interview::ErrorCode::kInvalid,
                           "Nothing is sent to " + evaluators::HostOf(state.settings.llm.url) +
                               " before you have seen what and have agreed.");
  }
  interview::Result<evaluators::FeedbackRequest> request = DescribeTarget(*open.session, about);
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
  const interview::Result<evaluators::FeedbackRequest> request =
      DescribeTarget(*open.session, about);
  if (!request) return Forward(request);
  const interview::Result<evaluators::LlmEndpoint> endpoint =
      MakeEndpoint(state.settings.llm, nullptr);
  if (!endpoint) return Forward(endpoint);
  return evaluators::RenderFeedbackRequest(*endpoint, *request);
}

}  // namespace app
