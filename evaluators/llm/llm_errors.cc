// Explain: one sentence for each way in which an exchange can fail.
#include <curl/curl.h>

#include <cstdlib>

#include "evaluators/llm/llm_client.h"
#include "evaluators/llm/redaction.h"
#include "evaluators/llm/retry_rules.h"

namespace evaluators {
namespace {

using interview::Error;
using interview::ErrorCode;
using std::chrono::milliseconds;

constexpr std::size_t kDetailBytes = 500;

std::string Seconds(milliseconds length) {
  return std::to_string((length.count() + 999) / 1000) + " s";
}

// The proxy that the environment names for addresses of other machines.
std::string ProxyHint(const LlmEndpoint& endpoint) {
  if (IsLoopback(endpoint.url)) return {};
  const bool plain = endpoint.url.starts_with("http://");
  for (const char* name : {plain ? "http_proxy" : "https_proxy", plain ? "" : "HTTPS_PROXY",
                           "all_proxy", "ALL_PROXY"}) {
    const char* value = *name == '\0' ? nullptr : std::getenv(name);
    if (value != nullptr && *value != '\0')
      return ", or the proxy that " + std::string(name) + " names";
  }
  return {};
}

Error StatusError(const HttpReply& reply, const LlmEndpoint& endpoint) {
  const std::string who = "The LLM endpoint at " + HostOf(endpoint.url) + " ";
  const std::string code = "(HTTP " + std::to_string(reply.status) + ")";
  const std::string detail = WithoutSecret(reply.body, endpoint.key).substr(0, kDetailBytes);
  switch (reply.status) {
    case 401:
    case 403:
      // Such replies may quote parts of the key: nothing of them is kept.
      return {ErrorCode::kInvalid,
              endpoint.key.empty()
                  ? who + "asks for a key " + code + "; put one into " + endpoint.key_place + "."
                  : who + "refused the key " + code + "; check " + endpoint.key_place + ".",
              {}};
    case 402:
      return {ErrorCode::kInvalid,
              who + "wants to be paid first " + code + "; check the credit of the account.",
              detail};
    case 404:
      return {ErrorCode::kInvalid,
              who + "knows no such address or no model \"" + endpoint.model + "\" " + code +
                  "; check llm.url, llm.api and llm.model in the settings.",
              detail};
    case 413:
      return {ErrorCode::kInvalid,
              who + "finds the request too large " + code +
                  "; shorten the answer, or name a model with a longer context in llm.model.",
              detail};
    case 429: {
      const auto wait = RetryAfter(reply.retry_after, reply.date);
      return {ErrorCode::kOffline,
              who + "takes no more requests for now " + code + "; wait " +
                  (wait ? Seconds(*wait) : "a minute") + ", or check the credit of the account.",
              detail};
    }
    default:
      break;
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
          who + "refused the request " + code + "; check llm.api and llm.model in the settings.",
          detail};
}

Error TimeoutError(const HttpReply& reply, const LlmEndpoint& endpoint) {
  const std::string who = "The LLM endpoint at " + HostOf(endpoint.url) + " ";
  switch (reply.end) {
    case HttpEnd::kConnectTimeout:
      return {ErrorCode::kTimeout,
              "No connection to " + HostOf(endpoint.url) + " came about within " +
                  Seconds(endpoint.limits.connect) +
                  "; check the network, llm.url in the settings" + ProxyHint(endpoint) + ".",
              reply.detail};
    case HttpEnd::kFirstTokenTimeout:
      return {ErrorCode::kTimeout,
              who + "said nothing within " + Seconds(endpoint.limits.first_token) +
                  "; try again, or name a faster model in llm.model.",
              reply.detail};
    case HttpEnd::kStallTimeout:
      return {ErrorCode::kTimeout,
              who + "fell silent for " + Seconds(endpoint.limits.stall) +
                  " in the middle of its reply; try again.",
              reply.detail};
    default:
      return {ErrorCode::kTimeout,
              who + "did not answer within " + Seconds(endpoint.timeout) +
                  "; try again, or raise llm.timeout_s in the settings.",
              reply.detail};
  }
}

}  // namespace

Error Explain(const HttpReply& reply, const LlmEndpoint& endpoint) {
  const std::string host = HostOf(endpoint.url);
  const std::string who = "The LLM endpoint at " + host + " ";
  switch (reply.end) {
    case HttpEnd::kComplete:
      return StatusError(reply, endpoint);
    case HttpEnd::kCancelled:
      return {ErrorCode::kCancelled, "The request to the LLM endpoint was cancelled.", {}};
    case HttpEnd::kConnectTimeout:
    case HttpEnd::kFirstTokenTimeout:
    case HttpEnd::kStallTimeout:
    case HttpEnd::kTotalTimeout:
      return TimeoutError(reply, endpoint);
    case HttpEnd::kTooLarge:
      return {ErrorCode::kIo,
              who + "sent more than " + std::to_string(endpoint.limits.reply_bytes >> 20) +
                  " MB; check that llm.url is that of a language model.",
              reply.detail};
    case HttpEnd::kNoHost:
      return {ErrorCode::kOffline,
              who + "cannot be found; check the network and llm.url in the settings.",
              reply.detail};
    case HttpEnd::kNoProxy:
      return {ErrorCode::kOffline,
              "The proxy on the way to " + host +
                  " cannot be used; check http_proxy and https_proxy in the environment.",
              reply.detail};
    case HttpEnd::kRefused:
      return {ErrorCode::kOffline,
              "Nothing answers at " + host +
                  "; start the LLM server, or check llm.url in the settings" + ProxyHint(endpoint) +
                  ".",
              reply.detail};
    case HttpEnd::kTlsFailed:
      return {ErrorCode::kOffline,
              "The encrypted connection to " + host + " failed (" +
                  (reply.detail.empty() ? "no reason given" : reply.detail) +
                  "); check llm.url, or name the certificates to trust in SSL_CERT_FILE.",
              reply.detail};
    case HttpEnd::kNoCertificates:
      return {ErrorCode::kInvalid,
              "The certificates to trust cannot be read from " + endpoint.ca_file +
                  "; mend SSL_CERT_FILE in the environment, or unset it.",
              reply.detail};
    case HttpEnd::kBadEncoding:
      return {
          ErrorCode::kOffline,
          who + "sent a compressed reply that is broken; try again, or check the proxy between.",
          reply.detail};
    case HttpEnd::kLost:
      return {ErrorCode::kOffline,
              "The connection to the LLM endpoint at " + host +
                  " broke; check that it is running and try again.",
              reply.detail};
    case HttpEnd::kNoCurl:
      return {ErrorCode::kInternal, "libcurl cannot start; reinstall the package libcurl4.", {}};
  }
  return {};
}

}  // namespace evaluators
