// What the wire formats have in common: the request in our words, the reply in our words, and the
// interface between the two and the wire.
// Any thread; no shared state.
#pragma once

#include <string>
#include <vector>

#include "evaluators/llm/llm_client.h"
#include "evaluators/llm/llm_endpoint.h"
#include "interview/base/json.h"

namespace evaluators {

struct ChatMessage {
  enum class Role { kUser, kAssistant };
  Role role = Role::kUser;
  std::string text;
};

struct ChatRequest {
  std::string system;  // how to answer
  std::vector<ChatMessage> messages;
  interview::Json schema = {};  // of the reply, where it is to be JSON; null: prose
};

struct ChatReply {
  std::string text;        // trimmed, never empty
  std::string model;       // as the endpoint names it; empty when it does not
  bool cut_short = false;  // the model ran into a limit of length
  int prompt_tokens = 0;
  int completion_tokens = 0;
  bool tokens_are_estimated = false;  // the endpoint did not tell
  int first_token_ms = 0;             // of the try that succeeded
  int latency_ms = 0;  // from the question to the whole reply, tries and pauses included
  int tries = 1;
  std::string address;                                     // of the machine that answered
  std::string encryption;                                  // TLS version, cipher; empty without
  std::string certificate;                                 // empty without encryption
  interview::Json parameters = interview::Json::object();  // of the request, texts aside
};

enum class Delivery { kWhole, kStream };

// Where a stream stands after an event.
enum class StreamState { kUnknownEvent, kGoesOn, kStopped, kEnded };

class Provider {
 public:
  virtual ~Provider() = default;

  virtual HttpRequest Ask(const LlmEndpoint& endpoint, const ChatRequest& request,
                          Delivery delivery) const = 0;
  virtual HttpRequest AskForModels(const LlmEndpoint& endpoint) const = 0;
  // Reads a reply that came as one JSON object; false when it has none of the fields of one.
  virtual bool ReadWhole(const interview::Json& json, ChatReply* reply) const = 0;
  // Adds the data of one event of a stream. kStopped: the text is complete, numbers may follow;
  // kEnded: nothing follows.
  virtual StreamState ReadEvent(const std::string& data, ChatReply* reply) const = 0;
};

const Provider& ProviderOf(LlmApi api);
const Provider& OpenAiProvider();
const Provider& AnthropicProvider();

// The member, or null where there is none.
const interview::Json& Member(const interview::Json& json, const char* name);
// A member that is a text, or an empty one.
std::string TextOf(const interview::Json& json, const char* name);
// Sets `count` to a member that is a number of tokens, if there is one.
void ReadCount(const interview::Json& json, const char* name, int* count);
// The text of a message: a string, or a list of parts of which those with text count.
std::string ContentText(const interview::Json& content);

// Exactly what goes over the wire, for people to read before they agree: what opens doors is
// masked.
std::string Render(const HttpRequest& request, const LlmEndpoint& endpoint);

}  // namespace evaluators
