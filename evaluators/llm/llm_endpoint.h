// Which language model is asked, and under what conditions.
// Any thread; plain values. The key is never written to a log, an error or a transcript.
#pragma once

#include <chrono>
#include <string>

#include "interview/base/result.h"

namespace evaluators {

struct LlmEndpoint {
  std::string url;    // of the chat completions: "http://localhost:11434/v1/chat/completions"
  std::string model;  // as the endpoint calls it
  std::string key;    // from ONSITE_LLM_API_KEY; empty: none is sent
  std::chrono::milliseconds timeout{60000};
  bool allow_plain_http = false;  // unencrypted to another machine, if the user insists
};

// kInvalid, naming the setting to mend, when the address is not usable: no http(s) address, an
// unencrypted one to another machine, no model, or a key that no header can hold.
interview::Status CheckEndpoint(const LlmEndpoint& endpoint);

// Host and port, for messages: "localhost:11434". Empty when the address cannot be read.
std::string HostOf(const std::string& url);

// Does the address stay on this machine?
bool IsLoopback(const std::string& url);

}  // namespace evaluators
