// Reading JSON that nobody vouches for, and showing a request.
#include "evaluators/llm/provider.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace evaluators {

using interview::Json;

const Provider& ProviderOf(LlmApi api) {
  return api == LlmApi::kAnthropic ? AnthropicProvider() : OpenAiProvider();
}

const Json& Member(const Json& json, const char* name) {
  static const Json null;
  return json.is_object() && json.contains(name) ? json[name] : null;
}

std::string TextOf(const Json& json, const char* name) {
  const Json& member = Member(json, name);
  return member.is_string() ? member.get<std::string>() : std::string();
}

void ReadCount(const Json& json, const char* name, int* count) {
  const Json& member = Member(json, name);
  if (!member.is_number_integer()) return;
  *count = static_cast<int>(std::clamp<std::int64_t>(member.get<std::int64_t>(), 0, 1'000'000'000));
}

std::string ContentText(const Json& content) {
  if (content.is_string()) return content.get<std::string>();
  std::string text;
  if (content.is_array()) {
    for (const Json& part : content) text += TextOf(part, "text");
  }
  return text;
}

namespace {

bool OpensDoors(const std::string& header) {
  constexpr std::array<std::string_view, 5> kWords = {"auth", "key", "token", "secret", "cookie"};
  std::string lower = header;
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  });
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

}  // namespace

std::string Render(const HttpRequest& request, const LlmEndpoint& endpoint) {
  constexpr std::string_view kMask = "********";
  std::string text = (request.body.empty() ? "GET " : "POST ") + request.url + "\n";
  for (const auto& [name, value] : request.headers) {
    const bool bearer = value == "Bearer " + endpoint.key;
    text += name + ": ";
    text += OpensDoors(name) ? (bearer ? "Bearer " : "") + std::string(kMask) : value;
    text += "\n";
  }
  const interview::Result<Json> body = interview::ParseJson(request.body, "request");
  return body ? text + "\n" + interview::DumpJson(*body, 2) : text;
}

}  // namespace evaluators
