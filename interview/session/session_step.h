// How a session handles one event: a visitor over the payloads. Internal to session.cc and its
// parts. One step lives for one call of Session::Handle.
#pragma once

#include <vector>

#include "interview/session/session.h"

namespace interview {

class Session::Step {
 public:
  Step(Session* session, Duration at) : s_(*session), at_(at) {}

  void operator()(const event::SessionStarted& e);
  void operator()(const event::RoundStarted& e);
  void operator()(const event::PhaseEntered& e);
  void operator()(const event::QuestionShown& e);
  void operator()(const event::TimePassed& e);
  void operator()(const event::Paused& e);
  void operator()(const event::Resumed& e);
  void operator()(const event::BreakEnded& e);
  void operator()(const event::LlmSwitched& e);
  void operator()(const event::TextEdited& e);
  void operator()(const event::BoardEdited& e);
  void operator()(const event::LanguageChosen& e);
  void operator()(const event::CandidateSaid& e);
  void operator()(const event::Pasted& e);
  void operator()(const event::RunRequested& e);
  void operator()(const event::SubmitRequested& e);
  void operator()(const event::RunCancelled& e);
  void operator()(const event::ShrinkRequested& e);
  void operator()(const event::ShrinkCancelled& e);
  void operator()(const event::HintTaken& e);
  void operator()(const event::QuestionFinished& e);
  void operator()(const event::RoundSubmitted& e);
  void operator()(const event::SelfRated& e);
  void operator()(const event::SessionEnded& e);
  void operator()(const event::InterviewerSaid& e);
  void operator()(const event::LinePhrased& e);
  void operator()(const event::LineKept& e);
  void operator()(const event::EvaluationArrived& e);
  void operator()(const event::EvaluationFailed& e);
  void operator()(const event::Scored& e);
  void operator()(const event::FeedbackArrived& e);
  void operator()(const event::NoteAdded& e);
  void operator()(const event::ScoreAppealed& e);

  std::vector<Effect> TakeEffects() { return std::move(effects_); }

 private:
  bool InRound() const { return s_.stage_ == Stage::kInRound; }
  const PlannedRound& Planned() const;
  RoundRecord& Round() { return s_.rounds_[static_cast<std::size_t>(s_.round_)]; }
  QuestionWork& Work();
  // The current round's work on a question that may be edited now, or null.
  QuestionWork* Editable(const QuestionId& question);
  QuestionWork* WorkOf(const PendingEvaluation& pending);
  // A line of the interviewer that no language model has spoken on yet, or null.
  Utterance* Undecided(std::size_t line);
  std::uint64_t WordingSeed() const;
  const Persona& Voice() const { return s_.personas_.Find(s_.plan_.persona); }

  void Append(EventPayload payload);
  // Says nothing when the text is empty.
  void Say(event::InterviewerSaid said);
  // A probe or follow-up, in the words of the persona.
  void Ask(event::InterviewerSaid said);
  // Starts an evaluation; one of the same kind, question and part that is still pending becomes
  // stale.
  PendingEvaluation& Evaluate(EvaluationKind kind, QuestionWork& work, std::string part = {},
                              Json input = Json::object());
  void DropPending(EvaluationKind kind, const QuestionId& question, const std::string& part);

  void ShowStarter(QuestionWork& work);
  void EditText(QuestionWork& work, const event::TextEdited& e);
  void EnterPhase(int phase);
  void AskFollowUps(QuestionWork& work, const Evaluation* rubric);
  void FinishAnswering(QuestionWork& work);
  void Keep(QuestionWork& work, const PendingEvaluation& pending, const Evaluation& evaluation);
  // Closes the round's clock and starts the evaluations of everything that is not blank.
  void CloseRound(bool automatic);
  void EvaluateAll(QuestionWork& work);
  void NextRound();
  void ScoreWhenReady();
  void Remind();
  void NudgeWhenQuiet();
  void RepeatWhatWasLost();

  Session& s_;
  Duration at_;
  std::vector<Effect> effects_;
};

}  // namespace interview
