// Writes requests and reads replies of chat completions.
#include "evaluators/llm/provider_openai.h"

#include <algorithm>

namespace evaluators {
namespace {

using interview::Error;
using interview::ErrorCode;
using interview::Fail;
using interview::Json;

constexpr std::size_t kDetailBytes = 500;

std::string Trimmed(const std::string& text) {
  constexpr const char* kSpace = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

// The start of what the endpoint sent, for the log, without the key.
std::string Excerpt(std::string body, const std::string& key) {
  if (!key.empty()) {
    for (std::size_t at = body.find(key); at != std::string::npos; at = body.find(key, at)) {
      body.replace(at, key.size(), "[key]");
      at += 5;
    }
  }
  return body.substr(0, kDetailBytes);
}

Error StatusError(const HttpReply& reply, const LlmEndpoint& endpoint) {
  const std::string who = "The LLM endpoint at " + HostOf(endpoint.url) + " ";
  const std::string code = "(HTTP " + std::to_string(reply.status) + ")";
  const std::string detail = Excerpt(reply.body, endpoint.key);
  if (reply.status == 401 || reply.status == 403) {
    // Such replies may quote parts of the key: nothing of them is kept.
    const std::string remedy =
        endpoint.key.empty() ? "put one into ONSITE_LLM_API_KEY." : "check ONSITE_LLM_API_KEY.";
    return {ErrorCode::kInvalid,
            who + (endpoint.key.empty() ? "asks for a key " : "refused the key ") + code + "; " +
                remedy,
            {}};
  }
  if (reply.status == 404) {
    return {ErrorCode::kInvalid,
            who + "knows no such address or no model \"" + endpoint.model + "\" " + code +
                "; check llm.url and llm.model in the settings.",
            detail};
  }
  if (reply.status == 429) {
    return {ErrorCode::kOffline,
            who + "takes no more requests for now " + code +
                "; wait a minute, or check the credit of the account.",
            detail};
  }
  if (reply.status >= 500) {
    return {ErrorCode::kOffline, who + "failed on its own side " + code + "; try again later.",
            detail};
  }
  if (reply.status >= 300 && reply.status < 400) {
    return {ErrorCode::kInvalid,
            who + "points to another address " + code +
                "; set llm.url to the final one, redirects are not followed.",
            detail};
  }
  return {ErrorCode::kInvalid,
          who + "refused the request " + code + "; check llm.model in the settings.", detail};
}

// The text of a message: a string, or a list of parts of which those with text count.
std::string ContentText(const Json& content) {
  if (content.is_string()) return content.get<std::string>();
  std::string text;
  if (content.is_array()) {
    for (const Json& part : content) {
      if (part.is_object() && part.contains("text") && part["text"].is_string()) {
        text += part["text"].get<std::string>();
      }
    }
  }
  return text;
}

// The member, or null where there is none.
const Json& Member(const Json& json, const char* name) {
  static const Json null;
  return json.is_object() && json.contains(name) ? json[name] : null;
}

int Count(const Json& json) {
  return json.is_number_integer() ? static_cast<int>(std::clamp<std::int64_t>(
                                        json.get<std::int64_t>(), 0, 1'000'000'000))
                                  : 0;
}

}  // namespace

Json ToOpenAiJson(const ChatRequest& request) {
  return {{"model", request.model},
          {"messages", Json::array({{{"role", "system"}, {"content", request.system}},
                                    {{"role", "user"}, {"content", request.user}}})},
          {"stream", false}};
}

interview::Result<ChatReply> ReadOpenAiReply(const HttpReply& reply, const LlmEndpoint& endpoint) {
  if (reply.status != 200) return tl::unexpected(StatusError(reply, endpoint));
  const std::string who = "The LLM endpoint at " + HostOf(endpoint.url) + " ";
  const std::string detail = Excerpt(reply.body, endpoint.key);
  const interview::Result<Json> json = interview::ParseJson(reply.body, "reply");
  if (!json) {
    return Fail(ErrorCode::kInvalid,
                who +
                    "sent something that is not JSON; check that llm.url is that of the chat "
                    "completions.",
                detail);
  }
  const Json& choices = Member(*json, "choices");
  if (!choices.is_array() || choices.empty()) {
    return Fail(ErrorCode::kInvalid,
                who +
                    "sent JSON without \"choices\"; check that llm.url is that of the chat "
                    "completions.",
                detail);
  }
  ChatReply chat;
  chat.text = Trimmed(ContentText(Member(Member(choices[0], "message"), "content")));
  if (chat.text.empty()) {
    return Fail(ErrorCode::kInvalid,
                who + "sent an empty text; try again, or name another model in llm.model.", detail);
  }
  const Json& model = Member(*json, "model");
  if (model.is_string()) chat.model = model.get<std::string>();
  const Json& usage = Member(*json, "usage");
  chat.prompt_tokens = Count(Member(usage, "prompt_tokens"));
  chat.completion_tokens = Count(Member(usage, "completion_tokens"));
  return chat;
}

}  // namespace evaluators
