// Reads address and size off a rendered request.
#include "app/core/llm_preview.h"

#include "evaluators/llm/llm_endpoint.h"
#include "interview/base/json.h"

namespace app {
namespace {

constexpr double kMillion = 1e6;

// The body alone, as short as it goes over the wire; empty where there is none.
std::string BodyOf(const std::string& request) {
  const std::size_t begin = request.find("\n{\n");
  const std::size_t end = request.find("\n}", begin == std::string::npos ? 0 : begin);
  if (begin == std::string::npos || end == std::string::npos) return {};
  const auto body = interview::ParseJson(request.substr(begin + 1, end + 2 - begin - 1), "request");
  return body ? interview::DumpJson(*body) : std::string();
}

}  // namespace

LlmPreview MakePreview(LlmUse use, const LlmSettings& settings, std::string request) {
  LlmPreview preview;
  preview.use = use;
  const std::string first = request.substr(0, request.find('\n'));
  preview.url = first.substr(first.find(' ') + 1);
  preview.host = evaluators::HostOf(preview.url);
  preview.model = settings.model;
  preview.is_encrypted = preview.url.starts_with("https:");
  preview.is_local = evaluators::IsLoopback(preview.url);
  preview.bytes = BodyOf(request).size();
  preview.tokens = evaluators::EstimateTokens(preview.bytes);
  if (settings.prompt_price > 0 || settings.completion_price > 0) {
    preview.price = static_cast<double>(preview.tokens) * settings.prompt_price / kMillion;
    preview.reply_price = kTypicalReply * settings.completion_price / kMillion;
  }
  preview.request = std::move(request);
  return preview;
}

std::string WithLineBreaks(const std::string& request) {
  std::string text;
  for (std::size_t i = 0; i < request.size(); ++i) {
    const char next = request[i] == '\\' && i + 1 < request.size() ? request[i + 1] : '\0';
    if (next == 'n') {
      text += '\n';
    } else if (next == 't') {
      text += '\t';
    } else if (next == '"' || next == '\\') {
      text += next;
    } else {
      text += request[i];
      continue;
    }
    ++i;
  }
  return text;
}

}  // namespace app
