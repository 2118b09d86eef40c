// What the interviewer says, from the question's own script: greeting, facts, hints, probes,
// reminders. Any thread; pure functions. Wording varies with `seed`, the same seed gives the same
// words. The interviewer never states a rubric point; what it cannot answer from the question it
// leaves to the candidate.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interview/base/clock.h"
#include "interview/model/evaluation.h"
#include "interview/model/plan.h"
#include "interview/model/question.h"
#include "interview/model/transcript.h"
#include "interview/session/round_record.h"

namespace interview {

event::InterviewerSaid Greeting(const SessionPlan& plan, int round, std::uint64_t seed);

// "Here is the second question: …", without the statement.
event::InterviewerSaid PresentQuestion(const PlannedRound& round, int question, std::uint64_t seed);

// Is this a question, or a remark that wants no answer? By its question mark or its first word.
bool LooksLikeQuestion(std::string_view message);

// The answers to a message: one for each matched fact (at most three), or that it is left to the
// candidate; a short acknowledgement where nothing was asked. `facts` is the kFacts evaluation of
// the message.
std::vector<event::InterviewerSaid> AnswerMessage(const Question& question, const Evaluation& facts,
                                                  std::string_view message, std::uint64_t seed);

// The words for a message whose facts could not be looked up.
event::InterviewerSaid FactsUnavailable();

// What is asked when a phase is entered, why "ask:<phase>"; an empty text for most phases.
event::InterviewerSaid PhasePrompt(RoundKind kind, const PhaseId& phase);

// Whether the follow-ups of the question are asked on entering this phase, and how many.
int FollowUpsOnEntering(RoundKind kind, const PhaseId& phase);

// The one probe of a concepts question at its weakest missing point: a reply to a misconception,
// else a probe or pushback for the missing point of most weight, else that point's hint. Empty
// text: nothing to probe.
event::InterviewerSaid ChooseProbe(const Question& question, const Evaluation& rubric);

// Up to `count` follow-ups that were not asked yet: first those whose points are missing in
// `rubric` (most missing weight first), then deep dives. Without a rubric evaluation: deep dives,
// then the others.
std::vector<event::InterviewerSaid> ChooseFollowUps(const Question& question,
                                                    const Evaluation* rubric,
                                                    const std::vector<AskedFollowUp>& asked,
                                                    int count);

// The text that an answer to `why` goes into; empty when it asks for none.
std::optional<TextField> FieldOfAnswer(std::string_view why, const QuestionId& question);

// The reminder due at a time of a round: "half", "10", "5", "1", or empty. A reminder of m minutes
// is given only in rounds longer than 2 m minutes.
std::string_view DueReminder(Duration elapsed, Duration length);
// Does the reminder come later in a round than the other? An empty name comes first.
bool ReminderIsLater(std::string_view reminder, std::string_view other);
event::InterviewerSaid Reminder(std::string_view reminder);

// After four minutes without an edit or a run while implementing.
inline constexpr Duration kNudgeAfter = std::chrono::minutes(4);
event::InterviewerSaid Nudge(std::uint64_t seed);

}  // namespace interview
