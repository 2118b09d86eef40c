// A request to the language model as the user sees it before it is sent, and what a test of the
// endpoint has found. Any thread; plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/core/settings.h"

namespace app {

enum class LlmUse { kFeedback, kVoice, kTest, kModels };

struct LlmPreview {
  LlmUse use = LlmUse::kFeedback;
  std::string request;  // as it goes over the wire, the key masked, what was taken out in brackets
  std::string url;      // of the request
  std::string host;     // "localhost:11434"
  std::string model;
  bool is_encrypted = false;
  bool is_local = false;              // it does not leave this machine
  std::size_t bytes = 0;              // of the body
  std::int64_t tokens = 0;            // about
  std::optional<double> price;        // of sending them, where the settings have prices
  std::optional<double> reply_price;  // of a reply of kTypicalReply tokens
};
inline constexpr int kTypicalReply = 1000;

// `request`: as the client renders it, the address in its first line.
LlmPreview MakePreview(LlmUse use, const LlmSettings& settings, std::string request);

// The request to read: line breaks in its texts as such. Not what goes over the wire.
std::string WithLineBreaks(const std::string& request);

struct LlmKeyState {
  enum class Kind { kNotSet, kSet, kRefused } kind = Kind::kNotSet;
  std::string text;  // one sentence; kRefused: with the command that mends it
};

struct LlmTestReport {
  std::string address;      // of the machine that answered
  std::string encryption;   // the version of TLS and the cipher; empty without
  std::string certificate;  // empty without encryption
  std::string model;        // as the endpoint names it
  int first_token_ms = 0;
  int latency_ms = 0;
  int tries = 1;
  int prompt_tokens = 0;
  int completion_tokens = 0;
  bool tokens_are_estimated = false;
  std::string said;
  std::vector<std::string> models;
};

}  // namespace app
