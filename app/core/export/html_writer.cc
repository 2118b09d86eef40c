// The page from top to bottom.
#include "app/core/export/html_writer.h"

#include "app/core/export/document_json.h"
#include "app/core/export/html_charts.h"
#include "app/core/export/page_hash.h"
#include "app/core/export/page_parts.h"
#include "app/core/session_id.h"

namespace app {
namespace {

std::string Element(std::string_view tag, std::string_view text) {
  return "<" + std::string(tag) + ">" + EscapeHtml(text) + "</" +
         std::string(tag.substr(0, tag.find(' '))) + ">\n";
}

void WriteEvidence(const ReportRound& round, std::string* out) {
  for (const ReportDimension& d : round.dimensions) {
    if (d.evidence.empty()) continue;
    *out += Element("h4", d.title);
    if (!d.anchor.empty()) *out += Element("p class=\"muted\"", d.anchor);
    *out += "<ul>\n";
    for (const ReportEvidence& e : d.evidence) {
      *out += Element("li", (e.favourable ? "+ " : "− ") + e.text +
                                (e.quote.empty() ? "" : " — “" + e.quote + "”"));
    }
    *out += "</ul>\n";
  }
}

void WriteAnswer(const ReportAnswer& answer, std::string* out) {
  *out += "<section class=\"answer\">\n" + Element("h3", answer.title);
  if (!answer.statement.empty()) {
    *out += "<details>\n" + Element("summary", "The question") +
            Element("div class=\"prose\"", answer.statement) + "</details>\n";
  }
  for (const ReportText& text : answer.texts) {
    *out += Element("h4", text.label);
    *out += Element(text.language.empty() ? "div class=\"prose\"" : "pre", text.text);
  }
  if (answer.texts.empty() && answer.board.empty()) {
    *out += Element("p class=\"muted\"", "Nothing was handed in.");
  }
  if (!answer.board.empty()) {
    *out += Element("h4", "Whiteboard") + "<ul>\n";
    for (const std::string& line : answer.board) *out += Element("li", line);
    *out += "</ul>\n";
  }
  if (!answer.verdict.empty()) {
    *out += Element("h4", "Verdict: " + answer.verdict) + Element("pre", answer.judgement);
  }
  if (!answer.model_answer.empty()) {
    *out += "<details>\n" + Element("summary", "Model answer") +
            Element("div class=\"prose\"", answer.model_answer) + "</details>\n";
  }
  *out += "</section>\n";
}

void WriteRound(const ReportRound& round, std::size_t number, std::string* out) {
  *out += "<section class=\"round\">\n" +
          Element("h2", "Round " + std::to_string(number) + ": " + round.title);
  if (!round.started) {
    *out += Element("p class=\"muted\"", "Not begun.") + "</section>\n";
    return;
  }
  if (round.graded) {
    *out += Element("p class=\"score\"", "Score " + ReportScore(round.score) +
                                             (round.band.empty() ? "" : ", " + round.band));
    if (!round.note.empty()) *out += Element("p class=\"muted\"", round.note);
  }
  if (!round.assist.empty()) {
    *out += Element("p class=\"muted\"", "Code editor: " + round.assist + ".");
  }
  *out += "<div class=\"charts\">\n" + DimensionChart(round.dimensions) + PhaseChart(round.phases) +
          "</div>\n";
  WriteEvidence(round, out);
  for (const ReportAnswer& answer : round.answers) WriteAnswer(answer, out);
  if (!round.conversation.empty()) {
    *out += Element("h3", "Conversation") + "<ol class=\"talk\">\n";
    for (const ReportLine& line : round.conversation) {
      *out += std::string("<li class=\"") + (line.candidate ? "you" : "they") + "\">" +
              Element("span class=\"when\"",
                      ReportTime(line.at) + (line.candidate ? " You" : " Interviewer")) +
              Element("span class=\"words\"", line.text) +
              (line.remark.empty() ? "" : Element("span class=\"muted\"", line.remark)) + "</li>\n";
    }
    *out += "</ol>\n";
  }
  *out += "</section>\n";
}

void WriteHead(const SessionDocument& document, std::string* out) {
  *out += "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
  *out += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '" +
          PolicyHash(kReportStyle) + "'; script-src '" + PolicyHash(kReportScript) +
          "'; base-uri 'none'; form-action 'none'\">\n";
  *out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  *out += "<meta name=\"color-scheme\" content=\"light dark\">\n";
  *out += Element("title", document.title) + "<style>" + kReportStyle + "</style>\n</head>\n";
}

void WriteSummary(const SessionDocument& document, std::string* out) {
  *out += Element("h1", document.title);
  *out +=
      Element("p class=\"muted\"", FormatWallTime(document.started) + ", session " + document.id);
  if (!document.scored) {
    *out += Element("p", "This session has not been scored: it is not finished.");
  }
  if (!document.decision.empty()) {
    *out +=
        Element("p class=\"decision\"",
                document.decision +
                    (document.score ? " (loop score " + ReportScore(document.score) + ")" : ""));
  }
  if (!document.rule.empty()) *out += Element("p", document.rule);
  if (document.reasons.empty()) return;
  *out += "<ul>\n";
  for (const std::string& reason : document.reasons) *out += Element("li", reason);
  *out += "</ul>\n";
}

// JSON in which nothing can end the element that holds it.
std::string PlayerData(const SessionDocument& document) {
  std::string data;
  for (const char c : interview::DumpJson(PlayerJson(document))) {
    if (c == '<') {
      data += "\\u003c";
    } else {
      data += c;
    }
  }
  return data;
}

}  // namespace

std::string WriteHtml(const SessionDocument& document) {
  std::string out;
  WriteHead(document, &out);
  out += "<body>\n<main>\n<button id=\"theme\" type=\"button\">Dark or light</button>\n";
  WriteSummary(document, &out);
  out += kReportPlayer;
  for (std::size_t i = 0; i < document.rounds.size(); ++i) {
    WriteRound(document.rounds[i], i + 1, &out);
  }
  if (!document.notes.empty()) {
    out += Element("h2", "Notes") + "<ul>\n";
    for (const ReportNote& note : document.notes) {
      out += Element("li", ReportTime(note.at) + " " + note.text);
    }
    out += "</ul>\n";
  }
  for (const ReportFeedback& feedback : document.feedback) {
    out += Element("h2", feedback.title) + Element("div class=\"prose\"", feedback.markdown);
  }
  out += "</main>\n<script type=\"application/json\" id=\"data\">" + PlayerData(document) +
         "</script>\n<script>" + kReportScript + "</script>\n</body>\n</html>\n";
  return out;
}

}  // namespace app
