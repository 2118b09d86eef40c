// The one door to the network: a request goes to an endpoint, its answer comes back.
// Any thread; blocks until the answer, a limit or the stop request (seen at once). At most two
// exchanges are under way at a time, others wait. Follows no redirects, so that a key goes where
// the user sent it; for an address on this machine uses no proxy, else the environment's. All times
// are monotonic.
#pragma once

#include <chrono>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "evaluators/llm/llm_endpoint.h"
#include "interview/base/result.h"

namespace evaluators {

struct HttpRequest {
  std::string url;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;  // empty: GET, else POST
};

// How an exchange came to its end.
enum class HttpEnd {
  kComplete,
  kCancelled,
  kConnectTimeout,
  kFirstTokenTimeout,
  kStallTimeout,
  kTotalTimeout,
  kTooLarge,
  kNoHost,
  kNoProxy,
  kRefused,
  kTlsFailed,
  kNoCertificates,  // the file of certificates to trust cannot be read
  kBadEncoding,     // compressed, and broken
  kLost,            // the connection broke
  kNoCurl,
};

struct HttpReply {
  HttpEnd end = HttpEnd::kComplete;
  int status = 0;           // 0: none came
  std::string body;         // of any status but 200, up to the limit of bytes
  std::string retry_after;  // the headers as they came
  std::string date;
  std::string address;      // of the machine that answered: "127.0.0.1:8080"
  std::string certificate;  // whose, by whom, until when; empty without encryption
  std::string encryption;   // "TLSv1.3 / TLS_AES_256_GCM_SHA384"; empty without
  std::string detail;       // what libcurl says, for the log
};

// What the reader makes of the bytes so far.
enum class Progress { kNothingYet, kSpoke, kDone, kTooMuch };

struct Exchange {
  HttpRequest request;
  bool streams = false;  // the limits for the first token and for stalls count
  std::chrono::steady_clock::time_point deadline;
  // Gets the body of a reply with status 200, decompressed, piece by piece.
  std::function<Progress(std::string_view)> on_bytes;
};

// REQUIRES: CheckEndpoint accepts `endpoint`.
HttpReply Run(const LlmEndpoint& endpoint, const Exchange& exchange, std::stop_token stop);

// Waits; false as soon as it is stopped.
bool Pause(std::chrono::milliseconds length, std::stop_token stop);

// The sentence for an exchange that did not come to a reply with status 200. The key is cut out of
// the detail.
interview::Error Explain(const HttpReply& reply, const LlmEndpoint& endpoint);

}  // namespace evaluators
