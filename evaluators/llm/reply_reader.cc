// Text that follows the end of a reply is not part of it.
#include "evaluators/llm/reply_reader.h"

#include <algorithm>
#include <cctype>

#include "evaluators/llm/redaction.h"

namespace evaluators {
namespace {

using interview::ErrorCode;
using interview::Fail;
using interview::Json;
using interview::Result;

constexpr std::size_t kDetailBytes = 500;
// A token of text comes in an event of about 250 bytes.
constexpr std::size_t kWrapping = 64;

std::string Trimmed(const std::string& text) {
  constexpr const char* kSpace = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

// "overloaded_error": a word of the endpoint's that may stand in a sentence of ours.
std::string PlainWord(const std::string& text) {
  std::string word;
  for (const char c : text.substr(0, 40)) {
    word += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  }
  return word;
}

}  // namespace

ReplyReader::ReplyReader(const LlmEndpoint& endpoint, std::function<void(std::string_view)> on_text)
    : endpoint_(endpoint), provider_(ProviderOf(endpoint.api)), on_text_(std::move(on_text)) {}

Progress ReplyReader::Feed(std::string_view bytes) {
  const std::size_t most = endpoint_.limits.reply_bytes;
  bytes_ += bytes.size();
  if (body_.size() < kDetailBytes || kind_ != Kind::kEvents) {
    body_ += bytes.substr(0, std::max(most, body_.size()) - body_.size());
  }
  if (kind_ == Kind::kUnknown) {
    const std::size_t first = body_.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first == std::string::npos) {
      return bytes_ > most ? Progress::kTooMuch : Progress::kNothingYet;
    }
    const bool object = std::string_view("{[<").find(body_[first]) != std::string::npos;
    kind_ = object ? Kind::kObject : Kind::kEvents;
    bytes = body_;
  }
  if (kind_ == Kind::kObject) return bytes_ > most ? Progress::kTooMuch : Progress::kSpoke;
  events_.Feed(bytes, [this](const SseEvent& event) { TakeEvent(event); });
  if (state_ == StreamState::kEnded || !reported_.empty()) return Progress::kDone;
  if (events_.held() + reply_.text.size() > most || bytes_ / kWrapping > most) {
    return Progress::kTooMuch;
  }
  return spoke() ? Progress::kSpoke : Progress::kNothingYet;
}

bool ReplyReader::ReportsError(const std::string& data) {
  const Result<Json> json = interview::ParseJson(data, "reply");
  const Json& error = json ? Member(*json, "error") : Json();
  if (error.is_null()) return false;
  const std::string type = TextOf(error, "type");
  reported_ = type.empty() ? "an error" : PlainWord(type);
  return true;
}

void ReplyReader::TakeEvent(const SseEvent& event) {
  if (state_ == StreamState::kEnded || !reported_.empty()) return;
  const std::size_t before = reply_.text.size();
  const StreamState now = provider_.ReadEvent(event.data, &reply_);
  if (state_ == StreamState::kStopped) reply_.text.resize(before);
  const std::string_view added = std::string_view(reply_.text).substr(before);
  if (!added.empty() && on_text_) on_text_(added);
  if (now == StreamState::kUnknownEvent || event.name == "error") {
    ReportsError(event.data);
  } else {
    state_ = std::max(state_, now);
  }
}

Result<ChatReply> ReplyReader::FinishObject() {
  const std::string who = "The LLM endpoint at " + HostOf(endpoint_.url) + " ";
  const Result<Json> json = interview::ParseJson(body_, "reply");
  if (!json) {
    return Fail(
        ErrorCode::kInvalid,
        who + "sent something that is not JSON; check llm.url and llm.api in the settings.");
  }
  if (!provider_.ReadWhole(*json, &reply_) && !ReportsError(body_)) {
    return Fail(ErrorCode::kInvalid,
                who +
                    "sent JSON that is no reply of a model; check llm.url and llm.api in the "
                    "settings.");
  }
  state_ = StreamState::kEnded;
  return reply_;
}

Result<ChatReply> ReplyReader::Finish() {
  const std::string who = "The LLM endpoint at " + HostOf(endpoint_.url) + " ";
  const std::string detail = WithoutSecret(body_, endpoint_.key).substr(0, kDetailBytes);
  if (kind_ == Kind::kUnknown) {
    return Fail(ErrorCode::kInvalid, who + "sent an empty reply; check llm.url in the settings.");
  }
  if (kind_ == Kind::kEvents) {
    events_.End([this](const SseEvent& event) { TakeEvent(event); });
  } else if (Result<ChatReply> read = FinishObject(); !read) {
    read.error().detail = detail;
    return read;
  }
  if (!reported_.empty()) {
    return Fail(ErrorCode::kOffline,
                who + "reports a failure of its own (" + reported_ + "); try again later.", detail);
  }
  if (state_ == StreamState::kUnknownEvent) {
    return Fail(ErrorCode::kInvalid,
                who +
                    "sent something that is not JSON nor a stream of a reply; check llm.url and "
                    "llm.api in the settings.",
                detail);
  }
  if (state_ == StreamState::kGoesOn) {
    return Fail(ErrorCode::kOffline, who + "broke off in the middle of its reply; try again.",
                detail);
  }
  reply_.text = Trimmed(reply_.text);
  if (reply_.text.empty()) {
    return Fail(ErrorCode::kInvalid,
                who + "sent an empty text; try again, or name another model in llm.model.", detail);
  }
  return reply_;
}

}  // namespace evaluators
