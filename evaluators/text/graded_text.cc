// Concatenation with a table of offsets.
#include "evaluators/text/graded_text.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace evaluators {

void GradedText::Add(std::string name, std::string_view text) {
  if (text.empty()) return;
  // The full stop ends the sentence even where the next part begins in lower case.
  if (!text_.empty()) text_ += " .\n\n";
  parts_.push_back({std::move(name), text_.size()});
  text_ += text;
}

void GradedText::AddProseAndMessages(const interview::Answer& answer, std::string_view except) {
  for (const auto& [name, text] : answer.prose) {
    if (except.empty() || name != except) Add(name, text);
  }
  for (std::size_t i = 0; i < answer.messages.size(); ++i) {
    Add("messages/" + std::to_string(i), answer.messages[i]);
  }
}

interview::Span GradedText::ToSpan(const TextSpan& span) const {
  assert(!parts_.empty() && span.begin <= span.end && span.end <= text_.size());
  const auto behind =
      std::upper_bound(parts_.begin(), parts_.end(), span.begin,
                       [](std::size_t at, const Part& part) { return at < part.begin; });
  const Part& part = *std::prev(behind);
  return {part.name, text_.substr(span.begin, span.end - span.begin), span.begin - part.begin,
          span.end - part.begin};
}

std::size_t GradedText::OffsetOf(const interview::Span& span) const {
  for (const Part& part : parts_) {
    if (part.name == span.part) return part.begin + span.begin;
  }
  return text_.size();
}

}  // namespace evaluators
