// libcurl's multi interface: its poll can be woken by a stop request, which an easy transfer only
// looks for once a second.
#include "evaluators/llm/llm_client.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>

namespace evaluators {
namespace {

using interview::ErrorCode;
using interview::Fail;

constexpr std::size_t kMostBytes = std::size_t{4} << 20;
constexpr long kConnectTimeoutMs = 10000;

template <auto kFree>
struct Freed {
  void operator()(auto* thing) const { kFree(thing); }
};
using Easy = std::unique_ptr<CURL, Freed<curl_easy_cleanup>>;
using Multi = std::unique_ptr<CURLM, Freed<curl_multi_cleanup>>;
using Headers = std::unique_ptr<curl_slist, Freed<curl_slist_free_all>>;

// curl's write callback: less than `count` means stop.
std::size_t Receive(char* data, std::size_t size, std::size_t count, void* target) {
  auto* body = static_cast<std::string*>(target);
  if (body->size() + size * count > kMostBytes) return 0;
  body->append(data, size * count);
  return size * count;
}

void AddHeader(Headers* headers, const std::string& line) {
  headers->reset(curl_slist_append(headers->release(), line.c_str()));
}

Headers MakeHeaders(const LlmEndpoint& endpoint) {
  Headers headers;
  AddHeader(&headers, "Content-Type: application/json");
  AddHeader(&headers, "Accept: application/json");
  AddHeader(&headers, "Expect:");
  if (!endpoint.key.empty()) AddHeader(&headers, "Authorization: Bearer " + endpoint.key);
  return headers;
}

// What is behind the pointers must outlive the transfer.
Easy MakeTransfer(const LlmEndpoint& endpoint, const std::string& body, const Headers& headers,
                  std::string* received) {
  Easy easy(curl_easy_init());
  CURL* curl = easy.get();
  const auto timeout = static_cast<long>(std::max<std::int64_t>(endpoint.timeout.count(), 1));
  curl_easy_setopt(curl, CURLOPT_URL, endpoint.url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.data());
  curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, timeout);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, std::min(timeout, kConnectTimeoutMs));
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_QUICK_EXIT, 1L);  // a stop does not wait for the name lookup
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, Receive);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, received);
  if (IsLoopback(endpoint.url)) curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
  return easy;
}

// Runs the transfer to its end; CURLE_ABORTED_BY_CALLBACK when stopped.
CURLcode Run(CURL* easy, std::stop_token stop) {
  const Multi multi(curl_multi_init());
  const std::stop_callback wake(stop, [&] { curl_multi_wakeup(multi.get()); });
  if (curl_multi_add_handle(multi.get(), easy) != CURLM_OK) return CURLE_FAILED_INIT;
  CURLcode code = CURLE_ABORTED_BY_CALLBACK;
  for (int running = 1; running > 0 && !stop.stop_requested();) {
    if (curl_multi_perform(multi.get(), &running) != CURLM_OK) break;
    if (running > 0) curl_multi_poll(multi.get(), nullptr, 0, 1000, nullptr);
  }
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi.get(), &left)) {
    if (message->msg == CURLMSG_DONE) code = message->data.result;
  }
  curl_multi_remove_handle(multi.get(), easy);
  return code;
}

interview::Error Translate(CURLcode code, const LlmEndpoint& endpoint) {
  const std::string host = HostOf(endpoint.url);
  const std::string detail = curl_easy_strerror(code);
  switch (code) {
    case CURLE_ABORTED_BY_CALLBACK:
      return {ErrorCode::kCancelled, "The request to the LLM endpoint was cancelled.", {}};
    case CURLE_OPERATION_TIMEDOUT:
      return {ErrorCode::kTimeout,
              "The LLM endpoint at " + host + " did not answer within " +
                  std::to_string((endpoint.timeout.count() + 999) / 1000) +
                  " s; try again, or raise llm.timeout_s in the settings.",
              detail};
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
      return {ErrorCode::kOffline,
              "The LLM endpoint at " + host +
                  " cannot be found; check the network and llm.url in the settings.",
              detail};
    case CURLE_COULDNT_CONNECT:
      return {ErrorCode::kOffline,
              "Nothing answers at " + host +
                  "; start the LLM server, or check llm.url in the settings.",
              detail};
    case CURLE_WRITE_ERROR:
      return {ErrorCode::kIo,
              "The LLM endpoint at " + host +
                  " sent more than 4 MB; check that llm.url is that of the chat completions.",
              detail};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
      return {ErrorCode::kOffline,
              "The encrypted connection to " + host +
                  " failed; check its certificate and llm.url in the settings.",
              detail};
    default:
      return {ErrorCode::kOffline,
              "The connection to the LLM endpoint at " + host +
                  " broke; check that it is running and try again.",
              detail};
  }
}

}  // namespace

interview::Result<HttpReply> PostJson(const LlmEndpoint& endpoint, const std::string& body,
                                      std::stop_token stop) {
  if (interview::Status s = CheckEndpoint(endpoint); !s) return Forward(s);
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (ready != CURLE_OK) {
    return Fail(ErrorCode::kInternal, "libcurl cannot start; reinstall the package libcurl4.");
  }
  HttpReply reply;
  const Headers headers = MakeHeaders(endpoint);
  const Easy easy = MakeTransfer(endpoint, body, headers, &reply.body);
  const CURLcode code = Run(easy.get(), std::move(stop));
  if (code != CURLE_OK) return tl::unexpected(Translate(code, endpoint));
  long status = 0;
  curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status);
  reply.status = static_cast<int>(status);
  return reply;
}

}  // namespace evaluators
