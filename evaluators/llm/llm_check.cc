// The request is a stream, as the latency to the first token is what a conversation feels.
#include "evaluators/llm/llm_check.h"

#include <algorithm>

#include "evaluators/llm/redaction.h"

namespace evaluators {
namespace {

constexpr std::size_t kMostNamed = 8;

std::string Names(const std::vector<std::string>& models) {
  std::string names;
  for (std::size_t i = 0; i < std::min(models.size(), kMostNamed); ++i) {
    names += (i == 0 ? "" : ", ") + models[i];
  }
  return models.size() > kMostNamed ? names + ", …" : names;
}

ChatRequest TinyRequest() {
  ChatRequest request;
  request.messages = {{ChatMessage::Role::kUser, "Reply with the single word: ready"}};
  return request;
}

}  // namespace

interview::Result<std::string> RenderCheck(const LlmEndpoint& endpoint) {
  if (interview::Status s = CheckEndpoint(endpoint); !s) return Forward(s);
  const Provider& provider = ProviderOf(endpoint.api);
  return Render(provider.Ask(endpoint, TinyRequest(), Delivery::kStream), endpoint) + "\n\n" +
         Render(provider.AskForModels(endpoint), endpoint);
}

interview::Result<LlmCheck> CheckLlm(const LlmEndpoint& endpoint, std::stop_token stop) {
  const ChatRequest request = TinyRequest();
  LlmCheck check;
  interview::Result<ChatReply> reply =
      AskModel(endpoint, request, {.delivery = Delivery::kStream}, stop);
  const bool answered = reply || reply.error().code == interview::ErrorCode::kInvalid;
  if (interview::Result<std::vector<std::string>> models = answered && CheckEndpoint(endpoint)
                                                               ? ListModels(endpoint, stop)
                                                               : std::vector<std::string>{};
      models) {
    check.models = *std::move(models);
  }
  if (!reply) {
    const bool known =
        std::find(check.models.begin(), check.models.end(), endpoint.model) != check.models.end();
    if (!known && !check.models.empty()) {
      return interview::Fail(
          interview::ErrorCode::kInvalid,
          "The LLM endpoint at " + HostOf(endpoint.url) + " has no model \"" + endpoint.model +
              "\"; set llm.model in the settings to one of: " + Names(check.models) + ".",
          reply.error().message);
    }
    return Forward(reply);
  }
  check.reply = *std::move(reply);
  // An endpoint may send back what it was sent.
  check.reply.text = WithoutSecret(check.reply.text, endpoint.key);
  check.request =
      Render(ProviderOf(endpoint.api).Ask(endpoint, request, Delivery::kStream), endpoint);
  return check;
}

}  // namespace evaluators
