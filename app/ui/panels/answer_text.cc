// Answers as Markdown.
#include "app/ui/panels/answer_text.h"

#include <algorithm>
#include <cctype>
#include <variant>
#include <vector>

#include "app/ui/format.h"
#include "app/ui/widgets/prose_text.h"

namespace app {
namespace {

using interview::QuestionWork;

std::string CodeOf(const QuestionWork& work) {
  const auto source = work.sources.find(work.answer.language);
  return source == work.sources.end() ? work.answer.source : source->second;
}

std::string EstimateText(const QuestionWork& work, const std::string& id) {
  const auto* spec = work.question == nullptr
                         ? nullptr
                         : std::get_if<interview::SystemDesignSpec>(&work.question->spec);
  if (spec != nullptr) {
    for (const interview::Estimate& estimate : spec->estimates) {
      if (estimate.id == id) return estimate.text;
    }
  }
  return FormatName(id);
}

// Closes a block of code that was left open, so that it does not swallow what comes after.
std::string Closed(const std::string& text) {
  bool open = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    open ^= IsFence(std::string_view(text).substr(at, end - at));
    at = end + 1;
  }
  return open ? text + "\n```" : text;
}

class Writer {
 public:
  explicit Writer(const QuestionWork& work) : work_(work) {}

  AnswerPage Write(std::span<const interview::PlannedPhase> phases) {
    WriteProse(phases);
    for (const auto& [id, reply] : work_.answer.follow_ups) {
      const interview::FollowUp* asked =
          work_.question == nullptr ? nullptr : work_.question->FindFollowUp(id);
      Add("### " + (asked != nullptr ? asked->ask : FormatName(id)), "follow_ups/" + id, reply);
    }
    const std::vector<std::string>& messages = work_.answer.messages;
    for (std::size_t i = 0; i < messages.size(); ++i) {
      Add(i == 0 ? "### Said to the interviewer" : "", "messages/" + std::to_string(i),
          messages[i]);
    }
    WriteEstimates();
    if (work_.HasCode()) {
      page_.text +=
          "### Code\n\n" + Fenced(CodeOf(work_), interview::ToString(work_.answer.language)) + "\n";
    }
    return std::move(page_);
  }

 private:
  void Add(const std::string& heading, const std::string& part, const std::string& text) {
    if (text.empty()) return;
    if (!heading.empty()) page_.text += heading + "\n\n";
    page_.begins[part] = page_.text.size();
    page_.text += Closed(text) + "\n\n";
  }

  void AddProse(const std::string& part, const std::string& text) {
    if (page_.begins.contains(part)) return;
    Add(part == "answer" ? "" : "### " + FormatName(part), part, text);
  }

  // The sections of the rubric come first, then the phases of the round, then whatever else.
  void WriteProse(std::span<const interview::PlannedPhase> phases) {
    const auto& prose = work_.answer.prose;
    const auto add = [&](const std::string& part) {
      const auto found = prose.find(part);
      if (found != prose.end()) AddProse(part, found->second);
    };
    if (work_.question != nullptr) {
      for (const interview::RubricGroup& group : work_.question->rubric) add(group.id);
    }
    for (const interview::PlannedPhase& phase : phases) add(phase.id);
    for (const auto& [part, text] : prose) AddProse(part, text);
  }

  void WriteEstimates() {
    bool any = false;
    for (const auto& [id, estimate] : work_.answer.estimates) {
      if (estimate.empty()) continue;
      page_.text += any ? "" : "### Estimates\n\n";
      page_.text += "- " + EstimateText(work_, id) + "  \n  `";
      page_.begins["estimates/" + id] = page_.text.size();
      page_.text += estimate + "`\n";
      any = true;
    }
    if (any) page_.text += "\n";
  }

  const QuestionWork& work_;
  AnswerPage page_;
};

bool IsWordByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || c == '_' || byte >= 0x80;
}

}  // namespace

std::string Fenced(const std::string& text, std::string_view language) {
  std::size_t longest = 2, run = 0;  // the fence is longer than any run of back-ticks inside
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  const std::size_t end = text.find_last_not_of('\n') + 1;
  return fence + std::string(language) + "\n" + text.substr(0, end) + "\n" + fence + "\n";
}

AnswerPage PageOf(const QuestionWork& work, std::span<const interview::PlannedPhase> phases) {
  return Writer(work).Write(phases);
}

std::optional<PageRange> FindOnPage(const AnswerPage& page, const interview::Span& span) {
  const auto part = page.begins.find(span.part);
  if (part == page.begins.end() || span.text.empty()) return std::nullopt;
  const std::string& text = page.text;
  std::size_t begin = part->second + span.begin;
  if (text.compare(std::min(begin, text.size()), span.text.size(), span.text) != 0) {
    begin = text.find(span.text, part->second);  // it was changed after it was graded
    if (begin == std::string::npos) return std::nullopt;
  }
  std::size_t end = begin + span.text.size();
  while (begin > part->second && IsWordByte(text[begin]) && IsWordByte(text[begin - 1])) --begin;
  while (end < text.size() && IsWordByte(text[end - 1]) && IsWordByte(text[end])) ++end;
  constexpr std::size_t kLongestBracket = 24;
  const std::size_t open = text.find('(', begin);
  if (open <= end && text.find(')', begin) >= end) {
    const std::size_t close = text.find_first_of(")\n", open);
    if (close != std::string::npos && text[close] == ')' && close - open <= kLongestBracket) {
      end = std::max(end, close + 1);
    }
  }
  return PageRange{begin, end};
}

}  // namespace app
