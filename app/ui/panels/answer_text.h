// What the candidate wrote and said, as one Markdown text to read. Any thread; no state.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "interview/session/session.h"

namespace app {

// Fenced so that Markdown leaves `text` alone.
std::string Fenced(const std::string& text, std::string_view language);

struct AnswerPage {
  std::string text;  // Markdown; empty when nothing was written
  // Where each part begins in it, by the names of interview::Span::part: "plan", "messages/0".
  std::map<std::string, std::size_t> begins;
};

// Prose in the order of the rubric's sections and the phases, then replies, what was said,
// estimates and code. The whiteboard is not in it.
AnswerPage PageOf(const interview::QuestionWork& work,
                  std::span<const interview::PlannedPhase> phases);

// The bytes of the page that a span of an evaluation quotes: widened to whole words and to the
// bracket that one of them opens; nullopt when the text is not there.
struct PageRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};
std::optional<PageRange> FindOnPage(const AnswerPage& page, const interview::Span& span);

}  // namespace app
