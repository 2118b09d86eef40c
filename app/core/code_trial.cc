// A request for the code of then.
#include "app/core/code_trial.h"

namespace app {

using interview::Fail;

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
