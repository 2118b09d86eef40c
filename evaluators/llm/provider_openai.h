// The wire format of chat completions as OpenAI defined it and local servers speak it.
// Any thread; no shared state. Source: https://platform.openai.com/docs/api-reference/chat
#pragma once

#include <string>

#include "evaluators/llm/llm_client.h"
#include "interview/base/json.h"
#include "interview/base/result.h"

namespace evaluators {

struct ChatRequest {
  std::string model;
  std::string system;  // how to answer
  std::string user;    // what to answer
};

struct ChatReply {
  std::string text;   // trimmed, never empty
  std::string model;  // as the endpoint names it; empty when it does not
  int prompt_tokens = 0;
  int completion_tokens = 0;  // 0: not told
};

interview::Json ToOpenAiJson(const ChatRequest& request);

// Fails with one sentence for each way in which an endpoint refuses or talks nonsense. The key is
// cut out of the detail.
interview::Result<ChatReply> ReadOpenAiReply(const HttpReply& reply, const LlmEndpoint& endpoint);

}  // namespace evaluators
