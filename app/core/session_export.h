// A stored session as a document: Markdown for people, JSON for programs.
// Main thread; pure.
#pragma once

#include <string>

#include "app/core/app_state.h"
#include "interview/base/result.h"

namespace app {

// `format` is md or json; anything else is kInvalid.
interview::Result<std::string> ExportText(const OpenSession& open, const std::string& format);

// The promised fields of `drill` and `loop`: session_id, decision, rounds, and the rest of the
// scorecard.
interview::Json ScorecardJson(const OpenSession& open);

}  // namespace app
