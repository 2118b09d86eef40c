// Server-sent events as they come off the wire, in pieces cut anywhere.
// One thread; keeps only the event that is not yet complete.
// Source: https://html.spec.whatwg.org/multipage/server-sent-events.html
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace evaluators {

struct SseEvent {
  std::string name;  // of the "event" field; empty where there is none
  std::string data;  // its data lines, joined by line breaks
};

class SseParser {
 public:
  using OnEvent = std::function<void(const SseEvent&)>;

  // Calls `on_event` for each event that `bytes` completes. Comments, unknown fields and events
  // without data are passed over; lines may end in LF, CRLF or CR.
  void Feed(std::string_view bytes, const OnEvent& on_event);

  // The stream is over: an event that lacks nothing but its empty line counts.
  void End(const OnEvent& on_event);

  // Bytes held for the event under way.
  std::size_t held() const { return line_.size() + event_.data.size(); }

 private:
  void TakeLine(const OnEvent& on_event);
  void Dispatch(const OnEvent& on_event);

  std::string line_;
  SseEvent event_;
  bool has_data_ = false;
  bool first_line_ = true;
  bool after_cr_ = false;  // a LF that follows belongs to that line end
};

}  // namespace evaluators
