// What the app does for the commands that have to do with the language model.
#include "app/core/app_core_parts.h"
#include "app/core/feedback_job.h"
#include "app/core/llm_setup.h"

namespace app {

using interview::Fail;
using interview::Result;
using interview::Status;

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
  if (meter_of != state.viewed->id) {
    meter = MakeMeter(state.settings.llm);
    meter_of = state.viewed->id;
  }
  DropFeedback();
  state.feedback_about = c.about;
  Result<FeedbackJob> job = PrepareFeedback(*state.viewed, c.about, state, meter);
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
