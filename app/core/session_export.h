// A stored session as a document: a page or Markdown for people, JSON for programs.
// Main thread; pure.
#pragma once

#include <string>

#include "app/core/app_state.h"
#include "app/core/export/document_redaction.h"
#include "interview/base/result.h"

namespace app {

struct SessionExport {
  std::string text;
  std::vector<std::string> preview;  // what is in it, a line each
};

// `format` is html, md or json; anything else is kInvalid. JSON that is redacted has no transcript:
// the edits in it would tell what was taken out.
interview::Result<SessionExport> MakeExport(const OpenSession& open, const std::string& format,
                                            const Redaction& redaction);

// Without redaction.
interview::Result<std::string> ExportText(const OpenSession& open, const std::string& format);

// The promised fields of `drill` and `loop`: session_id, decision, rounds, and the rest of the
// scorecard.
interview::Json ScorecardJson(const OpenSession& open);

}  // namespace app
