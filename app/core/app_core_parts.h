// What AppCore is made of, and what it does for each command. Main thread only; of app_core.cc
// and app_core_commands.cc alone.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "app/core/app_core.h"
#include "app/core/external_edit.h"
#include "app/core/job_runner.h"
#include "app/core/session_driver.h"
#include "app/core/standing_reader.h"
#include "evaluators/evaluator_set.h"
#include "evaluators/llm/llm_meter.h"
#include "interview/base/log.h"
#include "interview/store/transcript_store.h"

namespace app {

struct AppCore::Parts {
  AppState state;
  std::optional<interview::TranscriptStore> store;
  std::shared_ptr<const evaluators::Lexicon> lexicon;
  std::shared_ptr<const evaluators::EvaluatorSet> evaluators;
  std::unique_ptr<SessionDriver> driver;  // of state.running
  JobHandle doctor_job;
  JobHandle spelling_job;
  JobHandle suggestion_job;
  JobHandle feedback_job;
  JobHandle trial_job;
  JobHandle llm_test_job;
  JobHandle llm_models_job;
  std::function<interview::Status()> after_consent;  // there when state.consent is
  std::shared_ptr<evaluators::LlmMeter> meter;       // of what the session `meter_of` asks the LLM
  interview::SessionId meter_of;
  JobHandle compilers_job;
  std::optional<StandingReader> standing_reader;
  JobHandle export_job;                       // there when state.exporting is
  std::optional<ExternalEdit> external_edit;  // there when state.outside is
  int next_notice = 1;
  std::unique_ptr<JobRunner> jobs;  // last: its destructor joins the workers before the rest goes

  void Tell(Notice::Kind kind, std::string text, std::string detail = {}) {
    state.notices.push_back({next_notice++, kind, std::move(text), std::move(detail)});
  }
  void Report(const interview::Error& error) {
    interview::LogError(error);
    Tell(Notice::Kind::kError, error.message,
         error.detail.empty() ? std::string()
                              : std::string(interview::ToString(error.code)) + ": " + error.detail);
  }
  void Check(const interview::Status& status) {
    if (!status) Report(status.error());
  }

  interview::Status Open(AppPaths paths, Options options);
  void LoadSettingsOrDefaults();
  void RefreshHistory();
  // Again, where it was asked for before: what it follows from has changed.
  void RefreshStanding();
  std::filesystem::path ExportPath(const std::string& name) const {
    return state.paths.data / "exports" / name;
  }
  interview::QuestionLookup Lookup() {
    return [this](const interview::QuestionId& id) { return state.bank.Find(id); };
  }
  OpenSession NewOpenSession(interview::SessionId id, interview::WallTime started);
  std::unique_ptr<SessionDriver> NewDriver(OpenSession* open);
  void TellNotes(const std::vector<std::string>& notes);
  interview::Status Begin(interview::Result<interview::PlannedSession> planned);
  interview::Result<OpenSession> LoadSession(const interview::SessionId& id);
  void CloseRunning();
  void ForgetViewed();
  void PollOutside();
  void DropFeedback();
  interview::PlanOptions MakeOptions(interview::Language language, double time_scale) const;
  interview::QuestionHistory UsedQuestions();
  // Shows `request` to the user; `send` is called once he has agreed, and never otherwise. Whoever
  // calls it sends nothing by himself. `request` is as Render() puts it.
  interview::Status AskConsent(LlmUse use, const interview::Result<std::string>& request,
                               std::function<interview::Status()> send);
  interview::Status KeepSettings(const Settings& settings);
  // What another set of settings than `before` means for what is under way.
  void FollowSettings(const Settings& before);
  // What the language model's settings, which were `before`, mean for what is under way.
  void FollowLlmSettings(const LlmSettings& before);
  InterviewerVoice::Doors VoiceOf(const OpenSession& open);
  // Counts what is asked about one session, also once it is over.
  std::shared_ptr<evaluators::LlmMeter> MeterOf(const interview::SessionId& session);
  // Asks for consent where the running session is to have a voice and nobody has agreed to it.
  void AskForVoice();
  // What joins a stored session code_trial.
  interview::Status AppendToViewed(interview::EventPayload payload);

  interview::Status Do(const command::Navigate& c);
  interview::Status Do(const command::StartLoop& c);
  interview::Status Do(const command::StartDrill& c);
  interview::Status Do(const command::ResumeSession& c);
  interview::Status Do(const command::FinishSession& c);
  interview::Status Do(const command::Act& c);
  interview::Status Do(const command::EditText& c);
  interview::Status Do(const command::EditOutside& c);
  interview::Status Do(const command::LeaveRoom& c);
  interview::Status Do(const command::ViewSession& c);
  interview::Status Do(const command::ShowReplay& c);
  interview::Status Do(const command::TryCode& c);
  interview::Status Do(const command::CancelTrial& c);
  interview::Status Do(const command::Annotate& c);
  interview::Status Do(const command::ExportSession& c);
  interview::Status Do(const command::SaveExport& c);
  interview::Status Do(const command::MakeExport& c);
  interview::Status Do(const command::CancelExport& c);
  interview::Status Do(const command::AskFeedback& c);
  interview::Status Do(const command::CancelFeedback& c);
  interview::Status Do(const command::SwitchLlm& c);
  interview::Status Do(const command::AnswerConsent& c);
  interview::Status Do(const command::ForgetConsent& c);
  interview::Status Do(const command::TestLlm& c);
  interview::Status Do(const command::CancelLlmTest& c);
  interview::Status Do(const command::ListLlmModels& c);
  interview::Status Do(const command::LoadSpelling& c);
  interview::Status Do(const command::SuggestSpelling& c);
  interview::Status Do(const command::LearnWord& c);
  interview::Status Do(const command::ChangeSettings& c);
  interview::Status Do(const command::ReloadSettings& c);
  interview::Status Do(const command::RunDoctor& c);
  interview::Status Do(const command::ReadStanding& c);
  interview::Status Do(const command::Tell& c);
  interview::Status Do(const command::DismissNotice& c);
  interview::Status Do(const command::OpenLink& c);
  interview::Status Do(const command::Quit& c);
};

}  // namespace app
