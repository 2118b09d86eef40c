// Replies that are JSON of a given shape: by the endpoint's own schema support where it has any,
// else by instruction, tolerant reading and one round of repair.
// Any thread; AskForJson blocks.
#pragma once

#include <functional>
#include <optional>
#include <stop_token>
#include <string>

#include "evaluators/llm/llm_chat.h"
#include "interview/base/json.h"
#include "interview/base/result.h"

namespace evaluators {

struct StructuredReply {
  interview::Json json;
  ChatReply reply;        // the one that `json` was read from; tokens are those of all rounds
  bool repaired = false;  // the first reply did not fit
};

// REQUIRES: request.schema is an object. With `on_text` the replies are streamed, and it gets the
// whole of what has arrived of the one under way, again and again, on the thread of the call. Fails
// as AskModel does, and with kInvalid when the second reply does not fit the schema either.
interview::Result<StructuredReply> AskForJson(
    const LlmEndpoint& endpoint, const ChatRequest& request, std::stop_token stop,
    const std::function<void(const std::string&)>& on_text = {});

// The first request that AskForJson sends: the schema also in words.
ChatRequest WithSchemaTold(ChatRequest request);

// The JSON object in a text: the whole of it, or the first that stands in it, between fences or
// prose.
std::optional<interview::Json> FindJsonObject(const std::string& text);

// What of `json` does not fit `schema`, as "points[2].quote: must be a string", or "". Knows type,
// properties, required, items and enum.
std::string Misfit(const interview::Json& json, const interview::Json& schema);

}  // namespace evaluators
