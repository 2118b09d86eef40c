// The schema also stands in the instruction: there are endpoints that take a schema and ignore it.
#include "evaluators/llm/structured_reply.h"

#include <algorithm>

namespace evaluators {
namespace {

using interview::ErrorCode;
using interview::Json;
using interview::Result;

constexpr int kMostCandidates = 20;

// The end of the object that begins at `open`, braces in strings aside; npos where it has none.
std::size_t EndOfObject(const std::string& text, std::size_t open) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = open; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '\\') ++i;
      if (c == '"') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{') {
      ++depth;
    } else if (c == '}' && --depth == 0) {
      return i + 1;
    }
  }
  return std::string::npos;
}

bool HasType(const Json& json, const std::string& type) {
  if (type == "object") return json.is_object();
  if (type == "array") return json.is_array();
  if (type == "string") return json.is_string();
  if (type == "boolean") return json.is_boolean();
  if (type == "integer") return json.is_number_integer();
  if (type == "number") return json.is_number();
  return type == "null" && json.is_null();
}

std::string MisfitAt(const Json& json, const Json& schema, const std::string& path) {
  const std::string named = path.empty() ? "the reply" : path;
  const std::string type = TextOf(schema, "type");
  if (!type.empty() && !HasType(json, type)) return named + ": must be of type " + type;
  const Json& values = Member(schema, "enum");
  if (values.is_array() && std::find(values.begin(), values.end(), json) == values.end()) {
    return named + ": must be one of " + interview::DumpJson(values);
  }
  for (const Json& key : Member(schema, "required")) {
    if (key.is_string() && json.is_object() && !json.contains(key.get<std::string>())) {
      return named + ": lacks \"" + key.get<std::string>() + "\"";
    }
  }
  for (const auto& [key, of_member] : Member(schema, "properties").items()) {
    if (!json.is_object() || !json.contains(key)) continue;
    std::string misfit = MisfitAt(json[key], of_member, path.empty() ? key : path + "." + key);
    if (!misfit.empty()) return misfit;
  }
  const Json& of_item = Member(schema, "items");
  for (std::size_t i = 0; json.is_array() && of_item.is_object() && i < json.size(); ++i) {
    std::string misfit = MisfitAt(json[i], of_item, path + "[" + std::to_string(i) + "]");
    if (!misfit.empty()) return misfit;
  }
  return {};
}

// Why a text is not the JSON that was asked for; "" and the JSON when it is.
std::string ReadInto(const std::string& text, const Json& schema, Json* json) {
  std::optional<Json> found = FindJsonObject(text);
  if (!found) return "there is no JSON object in the reply";
  *json = *std::move(found);
  return Misfit(*json, schema);
}

}  // namespace

std::optional<Json> FindJsonObject(const std::string& text) {
  std::size_t open = text.find('{');
  for (int i = 0; i < kMostCandidates && open != std::string::npos; ++i) {
    const std::size_t end = EndOfObject(text, open);
    if (end != std::string::npos) {
      Result<Json> json = interview::ParseJson(text.substr(open, end - open), "reply");
      if (json) return *std::move(json);
    }
    open = text.find('{', open + 1);
  }
  return std::nullopt;
}

std::string Misfit(const Json& json, const Json& schema) { return MisfitAt(json, schema, ""); }

ChatRequest WithSchemaTold(ChatRequest request) {
  request.system +=
      "\n\nReply with one JSON object that fits this JSON schema, and nothing else:\n" +
      interview::DumpJson(request.schema);
  return request;
}

Result<StructuredReply> AskForJson(const LlmEndpoint& endpoint, const ChatRequest& request,
                                   std::stop_token stop,
                                   const std::function<void(const std::string&)>& on_text) {
  ChatRequest asked = WithSchemaTold(request);
  std::string so_far;
  ChatOptions options;
  if (on_text) {
    options = {Delivery::kStream, [&](std::string_view piece) {
                 so_far += piece;
                 on_text(so_far);
               }};
  }
  Result<ChatReply> first = AskModel(endpoint, asked, options, stop);
  if (!first) return Forward(first);
  StructuredReply result;
  std::string misfit = ReadInto(first->text, request.schema, &result.json);
  result.reply = *first;
  if (misfit.empty()) return result;

  asked.messages.push_back({ChatMessage::Role::kAssistant, first->text});
  asked.messages.push_back(
      {ChatMessage::Role::kUser, "This does not fit the schema: " + misfit +
                                     ". Reply again, with the corrected JSON object alone."});
  so_far.clear();
  Result<ChatReply> second = AskModel(endpoint, asked, options, stop);
  if (!second) return Forward(second);
  misfit = ReadInto(second->text, request.schema, &result.json);
  if (!misfit.empty()) {
    return interview::Fail(ErrorCode::kInvalid,
                           "The model \"" + endpoint.model + "\" at " + HostOf(endpoint.url) +
                               " did not reply in the form asked for, twice; name another model "
                               "in llm.model.",
                           misfit);
  }
  second->prompt_tokens += first->prompt_tokens;
  second->completion_tokens += first->completion_tokens;
  second->latency_ms += first->latency_ms;
  result.reply = *std::move(second);
  result.repaired = true;
  return result;
}

}  // namespace evaluators
