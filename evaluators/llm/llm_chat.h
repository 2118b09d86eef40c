// Asks a language model: tries, pauses, budget and both ways of delivery behind one call.
// Any thread; blocks, and belongs on the net lane. A stop request is seen at once.
#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "evaluators/llm/provider.h"
#include "interview/base/result.h"

namespace evaluators {

struct ChatOptions {
  Delivery delivery = Delivery::kWhole;
  // Gets the text of a stream as it arrives, on the thread of the call.
  std::function<void(std::string_view)> on_text = {};
};

// One reply. Tries again after 429, 5xx and lost connections, but not once text has been shown; an
// endpoint that refuses a schema is asked without it. Fails with kInvalid for an endpoint that
// CheckEndpoint refuses, an exhausted budget, refusals and nonsense; kOffline where nobody answers
// or the endpoint fails; kTimeout at a limit; kIo for too long a reply; kCancelled when stopped.
interview::Result<ChatReply> AskModel(const LlmEndpoint& endpoint, const ChatRequest& request,
                                      const ChatOptions& options, std::stop_token stop);

// The names of the models that the endpoint offers, sorted. Fails as AskModel does.
interview::Result<std::vector<std::string>> ListModels(const LlmEndpoint& endpoint,
                                                       std::stop_token stop);

// What ListModels sends, the key masked.
std::string RenderListModels(const LlmEndpoint& endpoint);

}  // namespace evaluators
