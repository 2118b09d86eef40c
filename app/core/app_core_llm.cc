// What the app does for the commands that have to do with the language model.
#include "app/core/app_core_parts.h"

namespace app {

using interview::Fail;
using interview::Status;

void AppCore::Parts::StopLlm(const interview::SessionId& session) {
  if (!state.viewed || state.viewed->id != session) return;
  feedback_job.Cancel();
  state.feedback = {};
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
