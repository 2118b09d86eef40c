// One tiny real request to an endpoint, to see whether and how well it works.
// Any thread; blocks.
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "evaluators/llm/llm_chat.h"
#include "interview/base/result.h"

namespace evaluators {

struct LlmCheck {
  ChatReply reply;
  std::string request;              // what was sent, the key masked
  std::vector<std::string> models;  // that the endpoint offers; empty where it does not tell
};

// Where the endpoint does not know the model, the error names those that it offers. Fails as
// AskModel does.
interview::Result<LlmCheck> CheckLlm(const LlmEndpoint& endpoint, std::stop_token stop);

// What CheckLlm sends, one request after the other, the key masked. Fails as CheckEndpoint does.
interview::Result<std::string> RenderCheck(const LlmEndpoint& endpoint);

}  // namespace evaluators
