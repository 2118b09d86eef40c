// Drives the running session: hands it events and time, performs its effects, writes its
// transcript.
//
// Every event goes through one function: Session::Handle, then the transcript, then the effects in
// order; an Append effect goes through the same function before the next one. Events are on the
// disk at most 400 ms after they happened; when the disk refuses they are kept and tried again, and
// the user is told.
//
// Main thread only. The OpenSession must outlive the driver.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "app/core/app_state.h"
#include "app/core/interviewer_voice.h"
#include "app/core/job_runner.h"
#include "evaluators/evaluator.h"
#include "interview/store/transcript_store.h"

namespace app {

class SessionDriver {
 public:
  struct Doors {
    interview::TranscriptStore* store = nullptr;
    JobRunner* jobs = nullptr;
    const evaluators::Evaluator* evaluators = nullptr;
    std::function<void(const interview::Error&)> report;  // shows an error to the user
    InterviewerVoice::Doors voice = {};
  };

  SessionDriver(Doors doors, OpenSession* open);

  // Begins a new session with SessionStarted. Fails when the store cannot take it.
  interview::Status Start(const interview::SessionPlan& plan, std::uint64_t seed);
  // Goes on with a session folded from the store: starts its pending evaluations again.
  void Resume();

  // An event that happens now. Nothing is lost when the disk refuses. Of a whole whiteboard only
  // the difference to the one before is kept, and nothing at all when there is none.
  void Act(interview::EventPayload payload);
  void EditText(const interview::TextField& field, const std::string& text);
  // Lets time pass and writes what is due.
  void Tick();
  // Writes everything that is not on the disk yet.
  interview::Status Flush();

  // How long until Tick has something to do that no event announces.
  std::optional<std::chrono::milliseconds> UntilDue() const;

  // Are evaluations under way?
  bool busy() const { return !handles_.empty(); }

 private:
  using SteadyTime = std::chrono::steady_clock::time_point;

  interview::Duration Now() const;
  // What was handed in so far for a question of the current round; nullptr for another question.
  const interview::QuestionWork* WorkOn(const interview::QuestionId& question) const;
  void Happen(interview::Event event);
  void LetVoiceHear(const interview::Event& event);
  void Perform(const interview::Effect& effect, interview::Duration at);
  void StartEvaluation(interview::Ticket ticket, interview::EvaluationRequest request);
  void WarmUp();
  void NoteEdit(const interview::TextField& field);
  void CompileAhead();
  void DropStaleJobs();
  void MarkFinished();

  Doors doors_;
  OpenSession* open_;
  InterviewerVoice voice_;
  std::map<interview::Ticket, JobHandle> handles_;
  JobHandle warm_up_;
  bool warm_up_due_ = false;  // something has happened since the last one
  SteadyTime warmed_up_{};
  // Compiling what was typed, before it is run; one at a time, the newest.
  JobHandle compile_;
  std::optional<SteadyTime> compile_due_;
  SteadyTime origin_;  // the steady moment of `at` 0
  SteadyTime unsaved_since_{};
  bool finished_ = false;
};

}  // namespace app
