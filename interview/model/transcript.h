// The event kinds of a transcript: the only place that lists them. A session is a fold over its
// events. Any thread; plain values. Events are appended and never changed; undo appends a reversing
// event.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "interview/base/clock.h"
#include "interview/base/json.h"
#include "interview/base/result.h"
#include "interview/model/answer.h"
#include "interview/model/board_change.h"
#include "interview/model/evaluation.h"
#include "interview/model/feedback.h"
#include "interview/model/ids.h"
#include "interview/model/plan.h"
#include "interview/model/score_card.h"

namespace interview {

// Which text of the answer an edit is about.
struct TextField {
  enum class Kind { kCode, kProse, kEstimate, kFollowUp, kTests };
  Kind kind = Kind::kCode;
  QuestionId question;
  std::string part;  // language of code, prose part, estimate id, follow-up id; empty for tests
  auto operator<=>(const TextField&) const = default;
};
std::string_view ToString(TextField::Kind kind);  // "follow_up"
std::optional<TextField::Kind> ParseTextKind(std::string_view name);

namespace event {

// --- the session and its clock
struct SessionStarted {
  SessionPlan plan;
  std::uint64_t seed = 0;
};
struct RoundStarted {
  int round = 0;
};
struct PhaseEntered {
  int phase = 0;
};  // of the current round
struct QuestionShown {
  int question = 0;
};                     // of the current round
struct TimePassed {};  // kept only where it had an effect
struct Paused {};
struct Resumed {};  // after a pause, or after the app was restarted
struct BreakEnded {};
// Whether the language model is asked in this session from now on; afterwards, too. Without one it
// is as the settings say.
struct LlmSwitched {
  bool on = true;
};
// --- what the candidate does
struct TextEdited {
  TextField field;
  std::size_t at = 0;
  std::size_t removed = 0;
  std::string inserted;
};
struct BoardEdited {
  QuestionId question;
  BoardChange change;
};
struct LanguageChosen {
  Language language = Language::kPython;
};
struct CandidateSaid {
  std::string text;
};
struct Pasted {
  TextField field;
  std::size_t length = 0;
};
struct RunRequested {
  bool custom = false;
  Json input;
};
struct SubmitRequested {};  // code: judge now, the round goes on
struct RunCancelled {};     // ends every run and judgement of the question that is under way
struct ShrinkRequested {};  // coding: make the first failing test of the latest result small
struct ShrinkCancelled {};
struct HintTaken {
  int level = 1;
};
struct QuestionFinished {};  // concepts and two-question rounds: on to the next one
struct RoundSubmitted {
  bool automatic = false;
};
struct SelfRated {
  std::map<DimensionId, double> ratings;
  int round = 0;
};
struct SessionEnded {};  // the candidate ended it early, or after the last round
// --- what comes back
struct InterviewerSaid {
  std::string text;
  std::string why;
};  // why: "greeting", "fact:negative", "reminder:5", "probe:twice", …
// A language model was asked to put a line of the interviewer in its own words. `line` counts what
// was said in the session, the candidate's messages included, from 0. A line gets one of the two.
struct LinePhrased {
  std::size_t line = 0;
  std::string text;  // shown instead of the script's
  std::string model;
  std::string fact;  // of the ledger, that it tells in answer to the candidate's message; or empty
  int latency_ms = 0;
};
struct LineKept {
  std::size_t line = 0;
  std::string why;  // the script's words stand: "first token after 2 s"
};
struct EvaluationArrived {
  Ticket ticket = 0;
  Evaluation evaluation;
};
struct EvaluationFailed {
  Ticket ticket = 0;
  EvaluationKind kind{};
  std::string message;
};
struct Scored {
  ScoreCard card;
};
// --- afterwards
struct FeedbackArrived {
  Feedback feedback;
};
struct NoteAdded {
  std::string text;
  std::optional<Duration> moment = {};  // of the session that it is about; of all of it when empty
};
struct ScoreAppealed {
  int round = 0;
  DimensionId dimension;
  double score = 0;
  std::string reason;
};

}  // namespace event

using EventPayload = std::variant<
    event::SessionStarted, event::RoundStarted, event::PhaseEntered, event::QuestionShown,
    event::TimePassed, event::Paused, event::Resumed, event::BreakEnded, event::LlmSwitched,
    event::TextEdited, event::BoardEdited, event::LanguageChosen, event::CandidateSaid,
    event::Pasted, event::RunRequested, event::SubmitRequested, event::RunCancelled,
    event::ShrinkRequested, event::ShrinkCancelled, event::HintTaken, event::QuestionFinished,
    event::RoundSubmitted, event::SelfRated, event::SessionEnded, event::InterviewerSaid,
    event::LinePhrased, event::LineKept, event::EvaluationArrived, event::EvaluationFailed,
    event::Scored, event::FeedbackArrived, event::NoteAdded, event::ScoreAppealed>;

struct Event {
  Duration at{};  // since the session began; never decreases
  EventPayload payload;
};

// "text_edited": the name in the store and in exports.
std::string_view EventName(const EventPayload& payload);
Json ToJson(const EventPayload& payload);
// Fails with kCorrupt for a payload that this version cannot read.
Result<EventPayload> ParseEvent(std::string_view name, const Json& json);

// The smallest edit that turns `before` into `after` (common prefix and suffix kept, cut between
// UTF-8 characters). `field` is filled in by the caller.
event::TextEdited MakeEdit(std::string_view before, std::string_view after);
// Fails with kCorrupt when the edit does not fit the text.
Status ApplyEdit(const event::TextEdited& edit, std::string* text);

// What the list of sessions shows.
struct SessionSummary {
  SessionId id;
  WallTime started{};
  SessionKind kind = SessionKind::kDrill;
  std::string title;
  std::optional<double> score;
  std::string decision;  // decision of a loop, band of a drill's round; may be empty
  bool finished = false;
};

}  // namespace interview
