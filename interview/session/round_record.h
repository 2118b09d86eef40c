// What has happened in one round so far: the clock, the phases, and the work on each question.
// Any thread; plain values. Only Session writes it; score_card and the screens read it.
// All moments are times since the session began.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "interview/base/clock.h"
#include "interview/model/answer.h"
#include "interview/model/evaluation.h"
#include "interview/model/plan.h"
#include "interview/model/question.h"
#include "interview/model/transcript.h"

namespace interview {

struct TimedEvaluation {
  Duration at{};
  Evaluation evaluation;
  std::pair<Language, std::string> code;  // what was run
  Json input;                             // what it was run on (kRunCustom)
};

// Something the interviewer asked during the round that wants an answer, and the text it goes into.
struct AskedFollowUp {
  std::string why;   // "follow_up:<id>", "probe:<id>", "misconception:<id>", "pushback:<n>",
                     // "ask:complexity"
  std::string text;  // as it was asked
  TextField field;   // a follow-up of the question, or prose ("probe", or the phase)
  Duration at{};
};

struct PasteRecord {
  Duration at{};
  TextField field;
  std::size_t length = 0;
};

// The work on one question.
struct QuestionWork {
  QuestionId id;
  QuestionPtr question;  // null when the bank no longer has it; the texts are kept all the same
  // Everything as it stands. `source` is the text of `language`, and may be an untouched starter:
  // ask HasCode().
  Answer answer;
  std::map<Language, std::string> sources;
  std::map<Language, std::string> starters;  // what `sources` began with
  std::string tests_text;  // JSON as typed: a list of {"args", "expected"}, or one of them a line
  std::string tests_problem;  // why part of tests_text is not in answer.tests; empty: all of it is
  std::set<std::string> facts_uncovered;    // ids of clarifications
  int hint_level = 0;                       // highest level taken
  std::vector<TimedEvaluation> runs;        // kRunVisible and kRunCustom, oldest first
  std::vector<TimedEvaluation> judgements;  // kJudge, oldest first
  std::vector<PasteRecord> pastes;
  std::optional<Duration> shown;
  std::optional<Duration> first_edit;
  std::optional<Duration> first_sentence;  // of the prose, with its full stop
  std::optional<Duration> first_green;     // first accepted visible run or judgement
  std::vector<AskedFollowUp> asked;
  bool finished = false;  // QuestionFinished was given
  // The latest of each kind and part, without kFacts: {kFollowUp, "twice"}, {kRubric, ""}, {kJudge,
  // ""}.
  std::map<std::pair<EvaluationKind, std::string>, Evaluation> evaluations;

  // What the last judgement was asked about; empty: none, or it failed.
  std::optional<std::pair<Language, std::string>> judged;

  // Code that differs from its starter by more than white space.
  bool HasCode() const;
  // Any prose or message that is not blank.
  bool HasProse() const;
  // Null where there is none.
  const Evaluation* Find(EvaluationKind kind, const std::string& part = {}) const;
  const Evaluation* LastVisibleRun() const;
  const Evaluation* LastJudgement() const;
  // The latest run of the visible tests or judgement; null before the first.
  const TimedEvaluation* LatestTested() const;
  // Its first failing test, where shrinking can make that smaller: a wrong answer or an exception
  // of a coding question. Null where there is none, or it has been shrunk.
  const Failure* Shrinkable() const;
  // Puts the shrunk values of `small` beside the failure they were made from, unless a newer result
  // has come after `since`.
  void KeepShrunk(const Failure& small, Duration since);
  // The text of a field as it stands.
  std::string Text(const TextField& field) const;
};

// The round's countdown at one moment. Pauses do not count.
struct RoundClock {
  Duration elapsed{};
  Duration length{};
  Duration left{};  // never negative
  bool over = false;
  std::vector<Duration> phase_elapsed;  // one for each phase of the plan
  std::vector<Duration> phase_budgets;
};

// One stay in a phase, pauses included (they are in Session::pauses()).
struct PhaseSpan {
  int phase = 0;
  Duration from{};
  std::optional<Duration> to;  // empty: still in it
};

struct RoundRecord {
  std::optional<Duration> started;
  std::optional<Duration> submitted;
  bool automatic = false;  // submitted by the clock
  int phase = 0;           // index into PlannedRound::phases
  int question = 0;        // index into PlannedRound::questions and `work`
  std::vector<PhaseSpan> phases;
  std::vector<QuestionWork> work;  // one for each question of the plan
  std::map<DimensionId, double> self_rating;
  bool self_rated = false;
  bool paused = false;  // at any time
};

struct PauseSpan {
  Duration from{};
  std::optional<Duration> to;  // empty: still paused
  int round = 0;
};

struct EvaluationFailure {
  Duration at{};
  int round = 0;
  QuestionId question;
  EvaluationKind kind{};
  std::string part;
  std::string message;
};

// The clock of a round at `now`; a submitted round's stands still. Zero before it starts.
RoundClock ReadClock(const PlannedRound& planned, const RoundRecord& record,
                     const std::vector<PauseSpan>& pauses, Duration now);

}  // namespace interview
