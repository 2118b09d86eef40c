// Makes a reply of the bytes of an answer, whether they are a stream of events or one JSON object:
// the first of them tells, as endpoints send either whatever was asked and whatever they call it.
// One thread.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "evaluators/llm/provider.h"
#include "evaluators/llm/sse_parser.h"
#include "interview/base/result.h"

namespace evaluators {

class ReplyReader {
 public:
  // `on_text` gets each new piece of text of a stream; may be empty.
  ReplyReader(const LlmEndpoint& endpoint, std::function<void(std::string_view)> on_text);

  Progress Feed(std::string_view bytes);

  // Has any text arrived?
  bool spoke() const { return !reply_.text.empty(); }
  std::size_t text_bytes() const { return reply_.text.size(); }

  // The bytes are over. kInvalid for what is no reply, kOffline for one that breaks off or in which
  // the endpoint reports a failure of its own. Tokens that were not told are 0.
  interview::Result<ChatReply> Finish();

 private:
  enum class Kind { kUnknown, kObject, kEvents };

  void TakeEvent(const SseEvent& event);
  bool ReportsError(const std::string& data);
  interview::Result<ChatReply> FinishObject();

  const LlmEndpoint& endpoint_;
  const Provider& provider_;
  std::function<void(std::string_view)> on_text_;
  Kind kind_ = Kind::kUnknown;
  std::string body_;  // of an object
  std::size_t bytes_ = 0;
  SseParser events_;
  ChatReply reply_;
  StreamState state_ = StreamState::kUnknownEvent;
  std::string reported_;  // the failure that the endpoint reports
};

}  // namespace evaluators
