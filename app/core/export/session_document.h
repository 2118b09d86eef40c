// What an export of a session contains, before anybody decides how it looks: made once from the
// transcript, redacted, then written as HTML, Markdown or JSON. Any thread; plain values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/core/app_state.h"

namespace app {

struct ReportEvidence {
  bool favourable = true;
  std::string text;
  std::string quote;
};

struct ReportDimension {
  std::string title;
  bool blocker = false;
  std::optional<double> score;  // 1-4
  std::optional<double> self_rating;
  std::string anchor;
  std::vector<ReportEvidence> evidence;
};

struct ReportText {
  std::string label;
  std::string text;
  std::string language;  // of code; empty: prose
};

struct ReportAnswer {
  interview::QuestionId id;
  std::string title;
  std::string statement;
  std::vector<ReportText> texts;  // code first, then prose, follow-ups, estimates
  std::string verdict;
  std::string judgement;
  std::vector<std::string> board;  // a line for each box and arrow
  std::string model_answer;
};

struct ReportPhase {
  std::string title;
  interview::Duration budget{};
  interview::Duration spent{};
};

struct ReportLine {
  interview::Duration at{};
  bool candidate = false;
  std::string text;
  std::string remark;  // whose words they are, where a language model was asked
};

struct ReportRound {
  std::string title;
  bool started = false;
  std::string assist;  // of the code editor; empty: a round without code
  bool graded = false;
  std::optional<double> score;
  std::string band;
  std::string note;
  std::vector<ReportDimension> dimensions;
  std::vector<ReportPhase> phases;
  std::vector<ReportAnswer> answers;
  std::vector<ReportLine> conversation;
};

struct ReportNote {
  interview::Duration at{};
  std::string text;
};

struct ReportFeedback {
  std::string title;
  std::string markdown;
};

// One thing that happened, for the player.
struct ReportMoment {
  enum class Kind { kText, kRun, kCandidate, kInterviewer, kPlace, kMarker };
  interview::Duration at{};
  Kind kind = Kind::kText;
  std::string label;     // of a text "Two sum, code"; of a run its verdict; of a marker its kind
  std::string text;      // the whole text as it then stood; console; words; round and phase
  std::size_t edit = 0;  // of a text: the byte behind what was typed
};

struct SessionDocument {
  interview::SessionId id;
  interview::WallTime started{};
  std::string title;
  bool scored = false;
  std::string decision;
  std::optional<double> score;
  std::string rule;
  std::vector<std::string> reasons;
  std::vector<ReportRound> rounds;
  std::vector<ReportNote> notes;
  std::vector<ReportFeedback> feedback;
  interview::Duration length{};
  std::vector<ReportMoment> timeline;  // in order of time
};

SessionDocument MakeDocument(const OpenSession& open);

// "0:12:05"
std::string ReportTime(interview::Duration at);
// "3.25"; "not observed" without a score.
std::string ReportScore(const std::optional<double>& score);

}  // namespace app
