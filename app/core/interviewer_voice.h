// Offers lines of the interviewer to a language model while the session goes on, and says which
// words are shown: the model's, when they come in time and keep the rules, or else the script's.
//
// The line is in the transcript before anybody is asked, so nothing waits for the model. Lines of
// one moment share a generation; whatever happens next in the conversation (a line, a message, a
// phase, the end of the round) begins another, and a reply of an earlier one is dropped. Each line
// that was offered gets one event: LinePhrased or LineKept. An endpoint that fails at several
// moments in a row is left alone until the next round; the user is told once in a session.
//
// Main thread only. The OpenSession must outlive the voice.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/core/app_state.h"
#include "app/core/job_runner.h"
#include "evaluators/llm/interviewer_voice.h"
#include "interview/model/transcript.h"

namespace app {

class InterviewerVoice {
 public:
  using SteadyTime = std::chrono::steady_clock::time_point;

  struct Doors {
    std::function<bool()> is_on;  // empty: there is no voice
    std::function<interview::Result<evaluators::LlmEndpoint>()> endpoint;
    std::shared_ptr<const evaluators::Lexicon> lexicon;
    const interview::Personas* personas = nullptr;
    std::function<void(const std::string&)> tell;  // shows the user a sentence
  };
  using Act = std::function<void(interview::EventPayload)>;  // an event that happens now

  InterviewerVoice(Doors doors, JobRunner* jobs, OpenSession* open, Act act);

  // To be called with each event once the session has handled it. Returns what follows from it at
  // the same moment: lines for which it is too late.
  std::vector<interview::event::LineKept> Hear(const interview::Event& event);
  // The lines whose time is up, or whose voice was switched off.
  std::vector<interview::event::LineKept> Overdue();
  // When Overdue has something to say at the latest.
  std::optional<SteadyTime> Due() const;

 private:
  struct Offer {
    int generation = 0;
    SteadyTime offered;
    std::shared_ptr<evaluators::VoiceProgress> progress;
    JobHandle job;
  };

  void Ask(std::size_t line);
  void Arrive(std::size_t line, int generation, interview::Result<evaluators::PhrasedLine> reply);
  // Takes the failure of an endpoint into account; says why the script's words stand.
  std::string NoteFailure(const interview::Error& error, int generation);
  std::vector<interview::event::LineKept> KeepAll(const std::string& why);
  void Forget(std::size_t line);

  Doors doors_;
  JobRunner* jobs_;
  OpenSession* open_;
  Act act_;
  std::map<std::size_t, Offer> offers_;  // by line
  int generation_ = 0;
  interview::Duration moment_{-1};  // of the generation
  int failures_ = 0;                // moments in a row at which the endpoint failed
  int failed_generation_ = -1;
  bool told_ = false;
};

// What a model is told about a line. REQUIRES: `line` is one of the interviewer's.
evaluators::VoiceLine DescribeLine(const interview::Session& session, std::size_t line);

}  // namespace app
