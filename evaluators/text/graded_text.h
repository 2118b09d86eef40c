// The parts of an answer as one text to grade, and the way back from a place in it to the part.
// Any thread; parts are separated so that no match reaches from one into the next.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "evaluators/text/rubric_grader.h"
#include "interview/model/answer.h"
#include "interview/model/evaluation.h"

namespace evaluators {

class GradedText {
 public:
  // `name` is that of Span::part: "plan", "messages/0". Empty texts are left out.
  void Add(std::string name, std::string_view text);
  // Every prose part but `except`, and what the candidate said to the interviewer.
  void AddProseAndMessages(const interview::Answer& answer, std::string_view except = {});

  const std::string& text() const { return text_; }

  // REQUIRES: `span` lies within one part.
  interview::Span ToSpan(const TextSpan& span) const;
  // Where a span of ToSpan begins in text(); the end of it for a part that was not added.
  std::size_t OffsetOf(const interview::Span& span) const;

 private:
  struct Part {
    std::string name;
    std::size_t begin = 0;
  };
  std::string text_;
  std::vector<Part> parts_;
};

}  // namespace evaluators
