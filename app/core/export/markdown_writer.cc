// The document from top to bottom.
#include "app/core/export/markdown_writer.h"

#include <algorithm>

#include "app/core/session_id.h"

namespace app {
namespace {

// A Markdown table cell or list item must stay on its line.
std::string OneLine(std::string_view text) {
  std::string line;
  for (const char c : text) {
    if (c == '\n' || c == '\r') {
      line += ' ';
    } else if (c == '|') {
      line += "\\|";
    } else {
      line += c;
    }
  }
  return line;
}

// A fence longer than any run of backticks inside.
std::string Fenced(std::string_view text, std::string_view language) {
  std::size_t longest = 2;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  std::string block = fence + std::string(language) + "\n" + std::string(text);
  if (block.back() != '\n') block += '\n';
  return block + fence + "\n\n";
}

void WriteDimensions(const ReportRound& round, std::string* out) {
  *out += "| dimension | score | self-rating | what it means |\n| --- | --- | --- | --- |\n";
  for (const ReportDimension& d : round.dimensions) {
    *out += "| " + OneLine(d.title) + (d.blocker ? " *" : "") + " | " + ReportScore(d.score) +
            " | " + (d.self_rating ? ReportScore(d.self_rating) : "–") + " | " + OneLine(d.anchor) +
            " |\n";
  }
  *out += "\n";
  for (const ReportDimension& d : round.dimensions) {
    if (d.evidence.empty()) continue;
    *out += "**" + d.title + "**\n\n";
    for (const ReportEvidence& e : d.evidence) {
      *out += std::string("- ") + (e.favourable ? "+ " : "− ") + OneLine(e.text);
      if (!e.quote.empty()) *out += " — “" + OneLine(e.quote) + "”";
      *out += "\n";
    }
    *out += "\n";
  }
}

void WriteAnswer(const ReportAnswer& answer, std::string* out) {
  *out += "### " + answer.title + " (`" + answer.id + "`)\n\n";
  if (!answer.statement.empty()) *out += answer.statement + "\n\n";
  *out += "#### Answer\n\n";
  for (const ReportText& text : answer.texts) {
    *out += "**" + text.label + "**\n\n";
    *out += text.language.empty() ? text.text + "\n\n" : Fenced(text.text, text.language);
  }
  if (!answer.verdict.empty()) {
    *out += "Verdict: **" + answer.verdict + "**\n\n" + Fenced(answer.judgement, "");
  }
  if (!answer.board.empty()) {
    *out += "Whiteboard:\n\n";
    for (const std::string& line : answer.board) *out += "- " + OneLine(line) + "\n";
    *out += "\n";
  }
  if (!answer.model_answer.empty()) *out += "#### Model answer\n\n" + answer.model_answer + "\n\n";
}

void WriteRound(const ReportRound& round, std::size_t number, std::string* out) {
  *out += "## Round " + std::to_string(number) + ": " + round.title + "\n\n";
  if (!round.started) {
    *out += "Not begun.\n\n";
    return;
  }
  if (!round.assist.empty()) *out += "Code editor: " + round.assist + ".\n\n";
  if (round.graded) {
    *out += "Score **" + (round.score ? ReportScore(round.score) : "none") + "**";
    if (!round.band.empty()) *out += ", " + round.band;
    *out += "." + (round.note.empty() ? "" : " " + round.note) + "\n\n";
    WriteDimensions(round, out);
  }
  for (const ReportAnswer& answer : round.answers) WriteAnswer(answer, out);
  if (round.conversation.empty()) return;
  *out += "### Conversation\n\n";
  for (const ReportLine& line : round.conversation) {
    *out += "- " + ReportTime(line.at) + (line.candidate ? " **you:** " : " **interviewer:** ") +
            OneLine(line.text);
    if (!line.remark.empty()) *out += " *(" + OneLine(line.remark) + ")*";
    *out += "\n";
  }
  *out += "\n";
}

}  // namespace

std::string WriteMarkdown(const SessionDocument& document) {
  std::string out = "# " + document.title + "\n\n";
  out += FormatWallTime(document.started) + ", session `" + document.id + "`\n\n";
  if (!document.scored) {
    out += "This session has not been scored: it is not finished.\n\n";
  }
  if (!document.decision.empty()) {
    out += "**Decision: " + document.decision + "**";
    if (document.score) out += " (loop score " + ReportScore(document.score) + ")";
    out += "\n\n";
  }
  if (!document.rule.empty()) out += document.rule + "\n\n";
  for (const std::string& reason : document.reasons) out += "- " + reason + "\n";
  if (!document.reasons.empty()) out += "\n";
  for (std::size_t i = 0; i < document.rounds.size(); ++i) {
    WriteRound(document.rounds[i], i + 1, &out);
  }
  if (!document.notes.empty()) out += "## Notes\n\n";
  for (const ReportNote& note : document.notes) {
    out += "- " + ReportTime(note.at) + " " + OneLine(note.text) + "\n";
  }
  for (const ReportFeedback& feedback : document.feedback) {
    out += "\n## " + feedback.title + "\n\n" + feedback.markdown;
  }
  return out;
}

}  // namespace app
