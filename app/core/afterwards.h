// What is done with a finished session that is on view: notes and appeals join its transcript; its
// code is run again as it was at some moment, and nothing of that is recorded. Main thread only.
#pragma once

#include "app/core/app_state.h"
#include "interview/base/result.h"
#include "interview/store/transcript_store.h"

namespace app {

// Appends a note or an appeal. Fails with kInvalid while the session is not finished.
interview::Status Annotate(interview::TranscriptStore* store, OpenSession* open,
                           const interview::EventPayload& payload);

// What a judge is asked about such a trial. Fails with kNotFound when the session has no such
// question, or the bank no longer has it.
interview::Result<interview::EvaluationRequest> TrialRequest(const OpenSession& open,
                                                             const command::TryCode& wish);

}  // namespace app
