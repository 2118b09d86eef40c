// Chat completions as OpenAI defined them and local servers speak them.
// Source: https://platform.openai.com/docs/api-reference/chat
#include "evaluators/llm/provider.h"

namespace evaluators {
namespace {

using interview::Json;

HttpRequest Base(const LlmEndpoint& endpoint, const std::string& path) {
  HttpRequest request;
  request.url = AddressOf(endpoint.url, {path, {"/chat/completions"}});
  if (!endpoint.key.empty())
    request.headers.emplace_back("Authorization", "Bearer " + endpoint.key);
  if (!endpoint.organisation.empty()) {
    request.headers.emplace_back("OpenAI-Organization", endpoint.organisation);
  }
  request.headers.insert(request.headers.end(), endpoint.headers.begin(), endpoint.headers.end());
  return request;
}

void ReadUsage(const Json& json, ChatReply* reply) {
  ReadCount(Member(json, "usage"), "prompt_tokens", &reply->prompt_tokens);
  ReadCount(Member(json, "usage"), "completion_tokens", &reply->completion_tokens);
}

class OpenAi : public Provider {
 public:
  HttpRequest Ask(const LlmEndpoint& endpoint, const ChatRequest& chat,
                  Delivery delivery) const override {
    HttpRequest request = Base(endpoint, "/chat/completions");
    request.headers.emplace_back("Content-Type", "application/json");
    Json messages = Json::array();
    if (!chat.system.empty()) messages.push_back({{"role", "system"}, {"content", chat.system}});
    for (const ChatMessage& message : chat.messages) {
      const bool ours = message.role == ChatMessage::Role::kUser;
      messages.push_back({{"role", ours ? "user" : "assistant"}, {"content", message.text}});
    }
    Json body = {{"model", endpoint.model},
                 {"messages", std::move(messages)},
                 {"stream", delivery == Delivery::kStream}};
    if (delivery == Delivery::kStream) body["stream_options"] = {{"include_usage", true}};
    if (!chat.schema.is_null()) {
      body["response_format"] = {
          {"type", "json_schema"},
          {"json_schema", {{"name", "reply"}, {"strict", true}, {"schema", chat.schema}}}};
    }
    request.body = interview::DumpJson(body);
    return request;
  }

  HttpRequest AskForModels(const LlmEndpoint& endpoint) const override {
    return Base(endpoint, "/models");
  }

  bool ReadWhole(const Json& json, ChatReply* reply) const override {
    const Json& choices = Member(json, "choices");
    if (!choices.is_array() || choices.empty()) return false;
    reply->text = ContentText(Member(Member(choices[0], "message"), "content"));
    reply->model = TextOf(json, "model");
    reply->cut_short = TextOf(choices[0], "finish_reason") == "length";
    ReadUsage(json, reply);
    return true;
  }

  StreamState ReadEvent(const std::string& data, ChatReply* reply) const override {
    if (data == "[DONE]") return StreamState::kEnded;
    const interview::Result<Json> json = interview::ParseJson(data, "event");
    if (!json || !Member(*json, "choices").is_array()) return StreamState::kUnknownEvent;
    if (const std::string model = TextOf(*json, "model"); !model.empty()) reply->model = model;
    ReadUsage(*json, reply);
    const Json& choices = Member(*json, "choices");
    if (choices.empty()) return StreamState::kGoesOn;  // numbers alone
    reply->text += ContentText(Member(Member(choices[0], "delta"), "content"));
    const std::string finish = TextOf(choices[0], "finish_reason");
    if (finish == "length") reply->cut_short = true;
    return finish.empty() ? StreamState::kGoesOn : StreamState::kStopped;
  }
};

}  // namespace

const Provider& OpenAiProvider() {
  static const OpenAi provider;
  return provider;
}

}  // namespace evaluators
