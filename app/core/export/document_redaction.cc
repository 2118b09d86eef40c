// Redaction, text by text.
#include "app/core/export/document_redaction.h"

#include <algorithm>
#include <functional>
#include <sstream>

#include "evaluators/llm/redaction.h"
#include "interview/session/blank.h"

namespace app {
namespace {

constexpr char kWithheld[] = "[withheld]";
constexpr std::string_view kNoNames =
    "No names are known: list them under \"names\" of \"llm\" in the settings, and look the file "
    "over before you hand it on.";
using Change = std::function<void(std::string*)>;

// Everything that may hold the candidate's words; the questions are the bank's.
void ForEachText(SessionDocument* document, const Change& change) {
  for (std::string& reason : document->reasons) change(&reason);
  for (ReportRound& round : document->rounds) {
    for (ReportDimension& d : round.dimensions) {
      for (ReportEvidence& e : d.evidence) {
        change(&e.text);
        change(&e.quote);
      }
    }
    for (ReportAnswer& answer : round.answers) {
      for (ReportText& text : answer.texts) change(&text.text);
      change(&answer.judgement);
      for (std::string& line : answer.board) change(&line);
    }
    for (ReportLine& line : round.conversation) {
      change(&line.text);
      change(&line.remark);
    }
  }
  for (ReportNote& note : document->notes) change(&note.text);
  for (ReportFeedback& feedback : document->feedback) change(&feedback.markdown);
  for (ReportMoment& moment : document->timeline) {
    if (moment.kind != ReportMoment::Kind::kPlace) change(&moment.text);
    if (moment.kind == ReportMoment::Kind::kRun) change(&moment.label);
  }
}

// The word that the edit ended in, unless something follows it already.
void LeaveOutUnfinishedWord(ReportMoment* moment) {
  std::string& text = moment->text;
  const std::size_t edit = std::min(moment->edit, text.size());
  std::size_t begin = edit;
  while (begin > 0 && !interview::IsSpace(text[begin - 1])) --begin;
  std::size_t end = edit;
  while (end < text.size() && !interview::IsSpace(text[end])) ++end;
  if (begin < end) text.replace(begin, end - begin, "…");
}

void WithholdText(SessionDocument* document) {
  ForEachText(document, [](std::string* text) {
    if (!text->empty()) *text = kWithheld;
  });
  document->feedback.clear();
  document->notes.clear();
  for (ReportRound& round : document->rounds) {
    for (ReportDimension& d : round.dimensions) d.evidence.clear();
    for (ReportAnswer& answer : round.answers) answer.board.clear();
  }
  std::erase_if(document->timeline, [](const ReportMoment& moment) {
    return moment.kind == ReportMoment::Kind::kText;
  });
}

}  // namespace

interview::Result<Redaction> ParseRedaction(std::string_view words) {
  Redaction redaction;
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(','));
    words.remove_prefix(std::min(words.size(), word.size() + 1));
    if (word == "names") {
      redaction.names = true;
    } else if (word == "notes") {
      redaction.notes = true;
    } else if (word == "paths") {
      redaction.paths = true;
    } else if (word == "text") {
      redaction.text = true;
    } else {
      return interview::Fail(
          interview::ErrorCode::kInvalid,
          "\"" + std::string(word) + "\" cannot be redacted; use names, notes, paths or text.");
    }
  }
  return redaction;
}

std::vector<std::string> KnownNames(const std::vector<std::string>& names) {
  std::vector<std::string> known;
  for (const std::string& name : names) {
    if (!name.empty()) known.push_back(name);
    std::istringstream words(name);
    for (std::string word; words >> word;) {
      if (word.size() > 1) known.push_back(word);
    }
  }
  return known;
}

SessionDocument Redacted(SessionDocument document, const Redaction& redaction) {
  if (redaction.notes) document.notes.clear();
  if (redaction.text) WithholdText(&document);
  if (!redaction.names && !redaction.paths) return document;
  for (ReportMoment& moment : document.timeline) {
    if (moment.kind == ReportMoment::Kind::kText) LeaveOutUnfinishedWord(&moment);
  }
  const evaluators::RedactionScope scope{redaction.names, redaction.paths};
  ForEachText(&document, [&](std::string* text) {
    *text = evaluators::Redact(*text, redaction.known_names, scope);
  });
  return document;
}

std::vector<std::string> Preview(const SessionDocument& redacted, const Redaction& redaction,
                                 std::size_t bytes) {
  std::size_t answers = 0;
  std::size_t said = 0;
  std::size_t scores = 0;
  for (const ReportRound& round : redacted.rounds) {
    answers += round.answers.size();
    said += round.conversation.size();
    scores += round.dimensions.size();
  }
  const auto line = [](const char* what, std::size_t count) {
    return std::string(what) + ": " + std::to_string(count);
  };
  std::vector<std::string> lines = {line("Rounds", redacted.rounds.size()),
                                    line("Scores of dimensions", scores),
                                    line("Questions with their answers", answers),
                                    line("Lines of the conversation", said),
                                    line("Notes", redacted.notes.size()),
                                    line("Feedback", redacted.feedback.size()),
                                    line("Moments of the replay", redacted.timeline.size()),
                                    "Size: " + std::to_string((bytes + 1023) / 1024) + " KB"};
  std::string out;
  const auto add = [&](bool taken, const char* what) {
    if (taken) out += (out.empty() ? "" : ", ") + std::string(what);
  };
  add(redaction.names, "names and addresses");
  add(redaction.notes, "notes");
  add(redaction.paths, "file paths");
  add(redaction.text, "all text");
  lines.push_back("Taken out: " + (out.empty() ? "nothing" : out));
  if (redaction.names && redaction.known_names.empty()) lines.push_back(std::string(kNoNames));
  return lines;
}

}  // namespace app
