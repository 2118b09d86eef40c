// Notes, appeals and trials.
#include "app/core/afterwards.h"

namespace app {

using interview::Fail;

interview::Status Annotate(interview::TranscriptStore* store, OpenSession* open,
                           const interview::EventPayload& payload) {
  if (open->session->stage() != interview::Stage::kFinished) {
    return Fail(interview::ErrorCode::kInvalid,
                "Notes and appeals belong to a finished session; finish this one first.");
  }
  const interview::Event event{open->events.back().at, payload};
  const auto seq = static_cast<std::int64_t>(open->events.size());
  if (interview::Status s = store->Append(open->id, seq, {&event, 1}); !s) return s;
  open->events.push_back(event);
  open->stored = open->events.size();
  (void)open->session->Handle(event);
  return {};
}

interview::Result<interview::EvaluationRequest> TrialRequest(const OpenSession& open,
                                                             const command::TryCode& wish) {
  for (const interview::RoundRecord& round : open.session->rounds()) {
    for (const interview::QuestionWork& work : round.work) {
      if (work.id != wish.question || work.question == nullptr) continue;
      interview::EvaluationRequest request;
      request.kind = wish.kind;
      request.question = work.question;
      request.answer.question = work.id;
      request.answer.language = wish.language;
      request.answer.source = wish.source;
      return request;
    }
  }
  return Fail(interview::ErrorCode::kNotFound,
              "The code cannot be run: the bank no longer has \"" + wish.question + "\".");
}

}  // namespace app
