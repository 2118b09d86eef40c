// The Messages API of Anthropic.
// Source: https://docs.anthropic.com/en/api/messages and .../messages-streaming
#include "evaluators/llm/provider.h"

namespace evaluators {
namespace {

using interview::Json;

constexpr int kMostTokens = 4096;  // the format wants a number

HttpRequest Base(const LlmEndpoint& endpoint, const std::string& path) {
  HttpRequest request;
  request.url = AddressOf(endpoint.url, {path, {"/messages"}, "/v1", true});
  if (!endpoint.key.empty()) request.headers.emplace_back("x-api-key", endpoint.key);
  request.headers.emplace_back("anthropic-version", "2023-06-01");
  request.headers.insert(request.headers.end(), endpoint.headers.begin(), endpoint.headers.end());
  return request;
}

void ReadUsage(const Json& usage, ChatReply* reply) {
  ReadCount(usage, "input_tokens", &reply->prompt_tokens);
  ReadCount(usage, "output_tokens", &reply->completion_tokens);
}

class Anthropic : public Provider {
 public:
  HttpRequest Ask(const LlmEndpoint& endpoint, const ChatRequest& chat,
                  Delivery delivery) const override {
    HttpRequest request = Base(endpoint, "/messages");
    request.headers.emplace_back("Content-Type", "application/json");
    Json messages = Json::array();
    for (const ChatMessage& message : chat.messages) {
      const bool ours = message.role == ChatMessage::Role::kUser;
      messages.push_back({{"role", ours ? "user" : "assistant"}, {"content", message.text}});
    }
    Json body = {{"model", endpoint.model}, {"max_tokens", kMostTokens}};
    if (!chat.system.empty()) body["system"] = chat.system;
    body["messages"] = std::move(messages);
    body["stream"] = delivery == Delivery::kStream;
    if (!chat.schema.is_null()) {
      body["output_config"] = {{"format", {{"type", "json_schema"}, {"schema", chat.schema}}}};
    }
    request.body = interview::DumpJson(body);
    return request;
  }

  HttpRequest AskForModels(const LlmEndpoint& endpoint) const override {
    return Base(endpoint, "/models");
  }

  bool ReadWhole(const Json& json, ChatReply* reply) const override {
    if (!Member(json, "content").is_array()) return false;
    reply->text = ContentText(Member(json, "content"));
    reply->model = TextOf(json, "model");
    reply->cut_short = TextOf(json, "stop_reason") == "max_tokens";
    ReadUsage(Member(json, "usage"), reply);
    return true;
  }

  StreamState ReadEvent(const std::string& data, ChatReply* reply) const override {
    const interview::Result<Json> json = interview::ParseJson(data, "event");
    const std::string type = json ? TextOf(*json, "type") : std::string();
    if (type == "message_start") {
      reply->model = TextOf(Member(*json, "message"), "model");
      ReadUsage(Member(Member(*json, "message"), "usage"), reply);
    } else if (type == "content_block_delta") {
      reply->text += TextOf(Member(*json, "delta"), "text");
    } else if (type == "message_delta") {
      const std::string reason = TextOf(Member(*json, "delta"), "stop_reason");
      ReadUsage(Member(*json, "usage"), reply);
      if (reason == "max_tokens") reply->cut_short = true;
      if (!reason.empty()) return StreamState::kStopped;
    } else if (type == "message_stop") {
      return StreamState::kEnded;
    } else if (type.empty()) {
      return StreamState::kUnknownEvent;
    }
    return StreamState::kGoesOn;  // also for events that are new to us
  }
};

}  // namespace

const Provider& AnthropicProvider() {
  static const Anthropic provider;
  return provider;
}

}  // namespace evaluators
