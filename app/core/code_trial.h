// Running the code of the session on view again as it was at some moment. Main thread only.
#pragma once

#include "app/core/app_state.h"
#include "interview/base/result.h"

namespace app {

// What a judge is asked about such a trial. Fails with kNotFound when the session has no such
// question, or the bank no longer has it.
interview::Result<interview::EvaluationRequest> TrialRequest(const OpenSession& open,
                                                             const command::TryCode& wish);

}  // namespace app
