// One sitting of an interview, a loop or a drill: a passive state machine that is a fold over its
// events.
//
// Theory of operation. Handle(event) changes the state and returns effects; it reads no clock, does
// no I/O and is deterministic (wording is chosen by the seed in SessionStarted). There are two
// effects. Evaluate carries a ticket; the driver hands the outcome back as EvaluationArrived or
// EvaluationFailed with that ticket, and a ticket that is no longer pending (its run was
// superseded, its session has been scored) is ignored. Append is an event the session causes itself
// (the interviewer speaks, time is up, the next round starts); the driver appends it to the
// transcript at the same `at` and hands it back to Handle, before any other event. An effect alone
// changes nothing: what the interviewer said, which round runs and what the score is enter the
// state only with the event. Therefore folding a stored transcript through Handle while dropping
// all effects gives exactly the state that wrote it: crash recovery, replay and export are that
// fold. After a recovery the driver starts the evaluations in pending() again and sends Resumed,
// which repeats any Append that was lost between two writes.
//
// The driver sends TimePassed about once a second, and stores it only when it had effects; without
// effects it leaves the state untouched. `at` never decreases; an event from the past is taken as
// happening now. Events that make no sense in the current stage are ignored, so that a late click
// cannot break a round.
//
// The way of a session: SessionStarted -> RoundStarted -> kInRound (kPaused in drills) ->
// RoundSubmitted -> kSelfRating -> SelfRated -> kBreak or the next round ... -> kScoring until
// nothing is pending -> Scored -> kFinished. SessionEnded submits the current round as it is and
// goes to kScoring. Nothing is scored before the end.
//
// What the candidate's events do, beside what their names say:
//   PhaseEntered      any phase, any time; concepts rounds ignore it: there the phase is the
//   question's. SubmitRequested   coding, ml_coding: judge now. Concepts: "I have answered": the
//   interviewer asks one probe,
//                     after the next one follow-up, after a third the question is finished. Design:
//                     ignored.
//   QuestionFinished  the next question of the round; after the last one the round is submitted.
//   CandidateSaid     answered from the question's facts; a misconception is asked back once.
//   TextEdited        of a question of the current round (concepts: of the current question).
//
// What a language model makes of a line of the script (LinePhrased) changes the words alone, once,
// and has no effects: a session with such a voice goes the way of one without. The exception is a
// fact that it tells in answer to a message that the script could not answer: it counts as
// uncovered.
//
// One thread at a time; no shared state.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interview/session/effect.h"
#include "interview/session/panel_rules.h"
#include "interview/session/persona.h"
#include "interview/session/round_record.h"

namespace interview {

enum class Stage { kNotStarted, kInRound, kPaused, kSelfRating, kBreak, kScoring, kFinished };
std::string_view ToString(Stage stage);

enum class Speaker { kInterviewer, kCandidate };

struct Utterance {
  Duration at{};
  Speaker speaker = Speaker::kInterviewer;
  std::string text;
  std::string why;  // InterviewerSaid::why; empty for the candidate
  int round = 0;
  QuestionId question;
  std::string phrased = {};  // by a language model, and passed by the rules; `text` is the script's
  std::string model = {};    // which one phrased it
  std::string kept = {};     // why the script's words stand although a model was asked

  // What the candidate reads.
  const std::string& words() const { return phrased.empty() ? text : phrased; }
};

struct PendingEvaluation {
  Ticket ticket = 0;
  EvaluationRequest request;
  Duration since{};
  int round = 0;
  bool asks = false;  // follow-ups are asked when it arrives
};

struct FeedbackRecord {
  Duration at{};
  Feedback feedback;
};
struct NoteRecord {
  Duration at{};
  event::NoteAdded note;
};
struct AppealRecord {
  Duration at{};
  event::ScoreAppealed appeal;
};

// The next rung of the hint ladder of the current question. Its text stays hidden until it is
// taken.
struct NextHint {
  int level = 1;
  double cost = 0;        // of the dimension, in all once this rung is taken
  std::string cost_text;  // "Hint 1 of 3 costs 0.25 points of problem solving."
};

// The question of an id, or null.
using QuestionLookup = std::function<QuestionPtr(const QuestionId&)>;

class Session {
 public:
  Session(QuestionLookup lookup, PanelRules rules, Personas personas);

  std::vector<Effect> Handle(const Event& event);

  const SessionPlan& plan() const { return plan_; }
  Stage stage() const { return stage_; }
  Duration last_event() const { return last_; }
  // Index of the current round, the last one during kScoring and kFinished; -1 before the first.
  int round() const { return round_; }
  // Records of the rounds of the plan; one that has not started has no `started`.
  const std::vector<RoundRecord>& rounds() const { return rounds_; }
  // Null before the first round. The rounds' plans and records have the same index.
  const PlannedRound* current_plan() const;
  const RoundRecord* current_round() const;
  const QuestionWork* current_work() const;
  // Of the current round; `now` is a time since the session began. Stands still while paused.
  RoundClock Clock(Duration now) const { return Clock(round_, now); }
  RoundClock Clock(int round, Duration now) const;
  // Zero outside of kBreak.
  Duration BreakLeft(Duration now) const;

  const std::vector<Utterance>& conversation() const { return conversation_; }
  // Empty outside of kInRound, and when the ladder has no further rung.
  std::optional<NextHint> next_hint() const;
  const std::map<Ticket, PendingEvaluation>& pending() const { return pending_; }
  // Is such an evaluation under way for the current question?
  bool IsPending(EvaluationKind kind) const;
  const std::optional<ScoreCard>& score_card() const { return score_card_; }
  const std::vector<EvaluationFailure>& failures() const { return failures_; }
  const std::vector<PauseSpan>& pauses() const { return pauses_; }
  const std::vector<FeedbackRecord>& feedback() const { return feedback_; }
  const std::vector<NoteRecord>& notes() const { return notes_; }
  const std::vector<AppealRecord>& appeals() const { return appeals_; }
  const PanelRules& rules() const { return rules_; }
  bool ended_early() const { return ended_early_; }
  // Whether the language model may be asked; absent while nobody has switched it in this session.
  std::optional<bool> llm_switch() const { return llm_switch_; }

  // The whole state, for tests and for looking at a stored session.
  Json DebugJson() const;

 private:
  class Step;  // handles one event

  QuestionLookup lookup_;
  PanelRules rules_;
  Personas personas_;
  SessionPlan plan_;
  std::uint64_t seed_ = 0;
  Stage stage_ = Stage::kNotStarted;
  Duration last_{};
  int round_ = -1;
  std::vector<RoundRecord> rounds_;
  std::vector<Utterance> conversation_;
  std::map<Ticket, PendingEvaluation> pending_;
  std::optional<ScoreCard> score_card_;
  std::vector<EvaluationFailure> failures_;
  std::vector<PauseSpan> pauses_;
  std::vector<FeedbackRecord> feedback_;
  std::vector<NoteRecord> notes_;
  std::vector<AppealRecord> appeals_;
  bool ended_early_ = false;
  std::optional<bool> llm_switch_;
  Duration break_end_{};
  Duration last_activity_{};  // of the candidate in the round: typing, drawing, running, speaking
  std::int64_t handled_ = 0;  // events, but for a TimePassed without effect
};

}  // namespace interview
