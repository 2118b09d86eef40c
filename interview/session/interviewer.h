// What the interviewer says, from the question's own script: greeting, facts, hints, probes,
// reminders. Any thread; pure functions. The words are the persona's, varied by `seed`: the same
// persona and seed give the same words. The interviewer never states a rubric point; what it cannot
// answer from the question it leaves to the candidate.
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
#include "interview/session/persona.h"
#include "interview/session/round_record.h"

namespace interview {

event::InterviewerSaid Greeting(const Persona& persona, const SessionPlan& plan, int round,
                                std::uint64_t seed);

// "Here is the second question: …", without the statement.
event::InterviewerSaid PresentQuestion(const Persona& persona, const PlannedRound& round,
                                       int question, std::uint64_t seed);

// Is this a question, or a remark that wants no answer? By its question mark, its first word, or
// words that ask ("I wonder …").
bool LooksLikeQuestion(std::string_view message);
// "Can I have a hint?", "I am stuck."
bool AsksForHint(std::string_view message);

// May a language model put the lines of this `why` in its own words? Those that carry exact numbers
// (the time, a hint's price) and plain acknowledgements stay the script's.
bool MayBePhrased(std::string_view why);

// What is at hand when a message is answered.
struct Room {
  const Persona& persona;
  const std::vector<AskedFollowUp>& asked;  // so far, of the question
  std::string hint_cost;                    // of the next hint; empty: no hint is left
  std::uint64_t seed = 0;
};

// InterviewerSaid::why of a question that no fact answers.
inline constexpr std::string_view kLeftToCandidate = "leave";

// The answers to a message. One for each matched fact (at most three); else, what a hint costs
// where one is asked for; else a reply to a misconception that is stated for the first time; else
// that it is left to the candidate, or an acknowledgement where nothing was asked. `facts` is the
// kFacts evaluation of the message.
std::vector<event::InterviewerSaid> AnswerMessage(const Question& question, const Evaluation& facts,
                                                  std::string_view message, const Room& room);

// The words for a message whose facts could not be looked up.
event::InterviewerSaid FactsUnavailable(const Persona& persona, std::uint64_t seed);
// "I have nothing from you yet": when a blank answer is handed in.
event::InterviewerSaid NothingYet(const Persona& persona, std::uint64_t seed);
event::InterviewerSaid GiveHint(const Persona& persona, const Hint& hint, std::uint64_t seed);

// What is asked when a phase is entered, why "ask:<phase>"; an empty text for most phases.
event::InterviewerSaid PhasePrompt(const Persona& persona, RoundKind kind, const PhaseId& phase,
                                   std::uint64_t seed);

// Whether the follow-ups of the question are asked on entering this phase, and how many.
int FollowUpsOnEntering(RoundKind kind, const PhaseId& phase);

// The one probe of a concepts question at its weakest missing point: a reply to a misconception,
// else a probe or pushback for the missing point of most weight, else that point's hint. What was
// asked before is not asked again. Empty text: nothing to probe. Put it through InWords().
event::InterviewerSaid ChooseProbe(const Question& question, const Evaluation& rubric,
                                   const std::vector<AskedFollowUp>& asked = {});

// Up to `count` follow-ups that were not asked yet: first the reply to the worst misconception,
// then those whose points are missing in `rubric` (most missing weight first), then deep dives.
// Without a rubric evaluation: deep dives, then the others. Put them through InWords().
std::vector<event::InterviewerSaid> ChooseFollowUps(const Question& question,
                                                    const Evaluation* rubric,
                                                    const std::vector<AskedFollowUp>& asked,
                                                    int count);

// Something that is asked, as the persona asks it.
event::InterviewerSaid InWords(const Persona& persona, event::InterviewerSaid asked,
                               std::uint64_t seed);

// The text that an answer to `why` goes into; empty when it asks for none.
std::optional<TextField> FieldOfAnswer(std::string_view why, const QuestionId& question);

// The reminder due at a time of a round: "half", "10", "5", "1", or empty. A reminder of m minutes
// is given only in rounds longer than 2 m minutes.
std::string_view DueReminder(Duration elapsed, Duration length);
// Does the reminder come later in a round than the other? An empty name comes first.
bool ReminderIsLater(std::string_view reminder, std::string_view other);
event::InterviewerSaid Reminder(const Persona& persona, std::string_view reminder,
                                std::uint64_t seed);

// After four minutes without an edit, a run or a word, in phases that are for writing or drawing.
inline constexpr Duration kNudgeAfter = std::chrono::minutes(4);
bool NudgesIn(RoundKind kind, const PhaseId& phase);
event::InterviewerSaid Nudge(const Persona& persona, std::uint64_t seed);

}  // namespace interview
