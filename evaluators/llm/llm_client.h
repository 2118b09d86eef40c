// The one door to the network: a JSON text is posted to an endpoint, its answer comes back.
// Any thread; blocks until the answer, the timeout or the stop request (seen at once). Follows no
// redirects, and for an address on this machine uses no proxy.
#pragma once

#include <stop_token>
#include <string>

#include "evaluators/llm/llm_endpoint.h"
#include "interview/base/result.h"

namespace evaluators {

struct HttpReply {
  int status = 0;
  std::string body;
};

// The answer, whatever its HTTP status. Fails with kInvalid for an endpoint that CheckEndpoint
// refuses, kOffline where nobody answers, kTimeout after `endpoint.timeout`, kCancelled when
// stopped, kIo for an answer above 4 MB.
interview::Result<HttpReply> PostJson(const LlmEndpoint& endpoint, const std::string& body,
                                      std::stop_token stop);

}  // namespace evaluators
