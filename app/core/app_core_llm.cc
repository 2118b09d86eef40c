// What the app does for the commands that have to do with the language model.
#include "app/core/app_core_parts.h"
#include "app/core/feedback_job.h"
#include "app/core/llm_consent.h"
#include "app/core/llm_setup.h"

namespace app {

using interview::Fail;
using interview::Result;
using interview::Status;

std::shared_ptr<evaluators::LlmMeter> AppCore::Parts::MeterOf(const interview::SessionId& session) {
  if (meter_of != session || !meter) meter = MakeMeter(state.settings.llm);
  meter_of = session;
  return meter;
}

InterviewerVoice::Doors AppCore::Parts::VoiceOf(const OpenSession& open) {
  InterviewerVoice::Doors doors;
  doors.is_on = [this, &open] {
    const LlmSettings& llm = state.settings.llm;
    return llm.voice && LlmIsOn(llm, *open.session) && HasAgreed(llm);
  };
  doors.endpoint = [this, &open] { return MakeEndpoint(state.settings.llm, MeterOf(open.id)); };
  doors.lexicon = lexicon;
  doors.personas = &state.personas;
  doors.tell = [this](const std::string& text) { Tell(Notice::Kind::kInfo, text); };
  return doors;
}

void AppCore::Parts::StopLlm(const interview::SessionId& session) {
  if (!state.viewed || state.viewed->id != session) return;
  DropFeedback();
}

void AppCore::Parts::DropFeedback() {
  feedback_job.Cancel();
  state.feedback = {};
  state.feedback_about = {};
  state.feedback_text.clear();
}

Status AppCore::Parts::Do(const command::AskFeedback& c) {
  if (!state.viewed) return {};
  DropFeedback();
  state.feedback_about = c.about;
  Result<FeedbackJob> job =
      PrepareFeedback(*state.viewed, c.about, state, MeterOf(state.viewed->id));
  if (!job) {
    state.feedback.Fail(job.error().message);
    return {};
  }
  state.feedback.Ask();
  const auto show = [this](std::string text) { state.feedback_text = std::move(text); };
  const auto done = [this](Result<interview::Feedback> result) {
    state.feedback_text.clear();
    if (!result) return state.feedback.Fail(result.error().message);
    Check(AppendToViewed(interview::event::FeedbackArrived{*result}));
    state.feedback.Arrive(*std::move(result));
  };
  feedback_job = jobs->StartWithParts<interview::Feedback, std::string>(Lane::kNet, *std::move(job),
                                                                        show, done);
  return {};
}

Status AppCore::Parts::Do(const command::CancelFeedback&) {
  DropFeedback();
  return {};
}

Status AppCore::Parts::Do(const command::SwitchLlm& c) {
  if (!c.on) StopLlm(c.session);
  const interview::event::LlmSwitched switched{c.on};
  if (driver && state.running->id == c.session) {
    driver->Act(switched);
    return {};
  }
  if (state.viewed && state.viewed->id == c.session) return AppendToViewed(switched);
  return Fail(interview::ErrorCode::kNotFound,
              "The session " + c.session + " is neither running nor on view.");
}

// Of a finished session: nothing drives it any more.
Status AppCore::Parts::AppendToViewed(interview::EventPayload payload) {
  OpenSession& open = *state.viewed;
  const interview::Duration at =
      open.events.empty() ? interview::Duration(0) : open.events.back().at;
  const interview::Event event{at, std::move(payload)};
  const auto seq = static_cast<std::int64_t>(open.events.size());
  if (Status s = store->Append(open.id, seq, {&event, 1}); !s) return s;
  (void)open.session->Handle(event);
  open.events.push_back(event);
  open.stored = open.events.size();
  return {};
}

}  // namespace app
