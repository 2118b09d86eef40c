// Reads addresses with libcurl's own parser, so that what is checked is what is called.
#include "evaluators/llm/llm_endpoint.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>

namespace evaluators {
namespace {

using interview::ErrorCode;
using interview::Fail;

struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using UrlPtr = std::unique_ptr<CURLU, FreeUrl>;

// nullptr when the address cannot be read.
UrlPtr ParseUrl(const std::string& text) {
  UrlPtr url(curl_url());
  const bool read = curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) == CURLUE_OK;
  return read ? std::move(url) : nullptr;
}

std::string Part(const UrlPtr& url, CURLUPart part) {
  char* text = nullptr;
  if (!url || curl_url_get(url.get(), part, &text, 0) != CURLUE_OK) return {};
  std::string copy = text;
  curl_free(text);
  return copy;
}

bool HasControlCharacter(const std::string& text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 32 || c == 127; });
}

}  // namespace

std::string HostOf(const std::string& text) {
  const UrlPtr url = ParseUrl(text);
  const std::string port = Part(url, CURLUPART_PORT);
  return Part(url, CURLUPART_HOST) + (port.empty() ? "" : ":" + port);
}

bool IsLoopback(const std::string& text) {
  const std::string host = Part(ParseUrl(text), CURLUPART_HOST);
  // libcurl turns every spelling of an IPv4 address into four plain numbers.
  const bool number = host.find_first_not_of("0123456789.") == std::string::npos;
  return host == "localhost" || host == "[::1]" || (number && host.starts_with("127."));
}

std::string AddressOf(const std::string& text, const EndpointPath& wanted) {
  const UrlPtr url = ParseUrl(text);
  std::string path = Part(url, CURLUPART_PATH);
  while (path.ends_with('/')) path.pop_back();
  if (!url || path.ends_with(wanted.path)) return text;
  for (const std::string& known : wanted.known) {
    if (path.ends_with(known)) path.resize(path.size() - known.size());
  }
  const bool versioned = path.ends_with(wanted.version);
  if (!versioned && (wanted.always || path.empty())) path += wanted.version;
  path += wanted.path;
  curl_url_set(url.get(), CURLUPART_PATH, path.c_str(), 0);
  return Part(url, CURLUPART_URL);
}

interview::Status CheckEndpoint(const LlmEndpoint& endpoint) {
  const std::string scheme = Part(ParseUrl(endpoint.url), CURLUPART_SCHEME);
  if (scheme != "http" && scheme != "https") {
    return Fail(ErrorCode::kInvalid,
                "The LLM address in the settings (llm.url) is not an http or https address; write "
                "it in full, such as http://localhost:11434/v1.");
  }
  if (scheme == "http" && !endpoint.allow_plain_http && !IsLoopback(endpoint.url)) {
    return Fail(ErrorCode::kInvalid,
                "The LLM address in the settings (llm.url) leads to " + HostOf(endpoint.url) +
                    " without encryption, so others could read your answers; use https, or set "
                    "llm.allow_plain_http to true.");
  }
  if (endpoint.model.empty()) {
    return Fail(ErrorCode::kInvalid, "No LLM model is named; set llm.model in the settings.");
  }
  if (HasControlCharacter(endpoint.key)) {
    return Fail(ErrorCode::kInvalid,
                endpoint.key_place +
                    " holds a line break or another control character; set it to the key alone.");
  }
  for (const auto& [name, value] : endpoint.headers) {
    const bool odd = name.empty() || name.find_first_of(": ") != std::string::npos;
    if (odd || HasControlCharacter(name) || HasControlCharacter(value)) {
      return Fail(ErrorCode::kInvalid,
                  "A header in the settings (llm.headers) is no header of a request; write a name "
                  "such as \"X-Title\" and a value of one line.");
    }
  }
  if (HasControlCharacter(endpoint.organisation)) {
    return Fail(ErrorCode::kInvalid,
                "The organisation in the settings (llm.organisation) holds a line break or another "
                "control character; write its name alone.");
  }
  return {};
}

}  // namespace evaluators
