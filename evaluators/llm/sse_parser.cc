// Byte by byte into lines, line by line into events.
#include "evaluators/llm/sse_parser.h"

namespace evaluators {

void SseParser::Feed(std::string_view bytes, const OnEvent& on_event) {
  for (const char c : bytes) {
    const bool second_half = c == '\n' && after_cr_;
    after_cr_ = c == '\r';
    if (second_half) continue;
    if (c == '\n' || c == '\r') {
      TakeLine(on_event);
    } else {
      line_ += c;
    }
  }
}

void SseParser::End(const OnEvent& on_event) {
  if (!line_.empty()) TakeLine(on_event);
  Dispatch(on_event);
}

void SseParser::TakeLine(const OnEvent& on_event) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  std::string_view line = line_;
  if (first_line_ && line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
  first_line_ = false;
  if (line.empty()) {
    Dispatch(on_event);
  } else if (const std::size_t colon = line.find(':'); colon != 0) {
    const std::string_view field = line.substr(0, colon);
    std::string_view value =
        colon == std::string_view::npos ? std::string_view() : line.substr(colon + 1);
    if (value.starts_with(' ')) value.remove_prefix(1);
    if (field == "event") event_.name = value;
    if (field == "data") {
      if (has_data_) event_.data += '\n';
      event_.data += value;
      has_data_ = true;
    }
  }
  line_.clear();
}

void SseParser::Dispatch(const OnEvent& on_event) {
  if (has_data_) on_event(event_);
  event_ = {};
  has_data_ = false;
}

}  // namespace evaluators
