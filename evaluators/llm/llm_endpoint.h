// Which language model is asked, and under what conditions.
// Any thread; plain values. The key is never written to a log, an error or a transcript.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "evaluators/llm/llm_meter.h"
#include "interview/base/result.h"

namespace evaluators {

// The wire format that the endpoint speaks.
enum class LlmApi { kOpenAi, kAnthropic };

// How long and how much; the time of the whole, tries and pauses included, is the endpoint's
// `timeout`.
struct LlmLimits {
  std::chrono::milliseconds connect{10000};
  std::chrono::milliseconds first_token{45000};  // of a stream, from the beginning of a try
  std::chrono::milliseconds stall{30000};        // without a byte, once they have begun to come
  int tries = 3;
  std::chrono::milliseconds back_off{500};         // before the second try, doubled after it
  std::chrono::milliseconds longest_pause{20000};  // a server that asks for more is left alone
  std::size_t reply_bytes = std::size_t{1} << 20;
};

struct LlmEndpoint {
  std::string url;    // the base, such as "http://localhost:11434/v1", or the full address
  std::string model;  // as the endpoint calls it
  std::string key;    // empty: none is sent
  std::chrono::milliseconds timeout{60000};
  bool allow_plain_http = false;  // unencrypted to another machine, if the user insists
  LlmApi api = LlmApi::kOpenAi;
  std::string organisation = {};                                  // empty: none is named
  std::vector<std::pair<std::string, std::string>> headers = {};  // besides our own
  std::string key_place = "ONSITE_LLM_API_KEY";  // where the user keeps the key, for messages
  std::string ca_file = {};                      // certificates to trust instead of the system's
  std::vector<std::string> names = {};           // of people, never sent
  LlmLimits limits = {};
  std::shared_ptr<LlmMeter> meter = {};  // null: no budget
};

// kInvalid, naming the setting to mend, when the address is not usable: no http(s) address, an
// unencrypted one to another machine, no model, or a key or header that no request can hold.
interview::Status CheckEndpoint(const LlmEndpoint& endpoint);

// Host and port, for messages: "localhost:11434". Empty when the address cannot be read.
std::string HostOf(const std::string& url);

// Does the address stay on this machine?
bool IsLoopback(const std::string& url);

// `url` with its path ending in `path` ("/chat/completions"): as it is where it does so already;
// else a base, of which `known` ("/messages"), if it ends so, is cut off; a base without
// `version` ("/v1") gets it where `always`, or where it has no path at all.
struct EndpointPath {
  std::string path;
  std::vector<std::string> known;
  std::string version = "/v1";
  bool always = false;
};
std::string AddressOf(const std::string& url, const EndpointPath& wanted);

}  // namespace evaluators
