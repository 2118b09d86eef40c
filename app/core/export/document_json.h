// The document as JSON: what a redacted export is, and what the player of the page reads.
// Any thread; pure.
#pragma once

#include "app/core/export/session_document.h"
#include "interview/base/json.h"

namespace app {

// {"length", "fields": [label], "moments": […]}, times in milliseconds. A moment is
// ["e", at, field, from, removed, inserted] with `from` and `removed` in UTF-16 units of the text
// before, ["r", at, verdict, console], ["s", at, 1 for the candidate, words], ["p", at, place] or
// ["m", at, kind, text].
interview::Json PlayerJson(const SessionDocument& document);

// Everything, without the transcript: it cannot be taken back in as a session.
interview::Json DocumentJson(const SessionDocument& document);

// Valid UTF-8 without zero bytes: what is neither becomes U+FFFD.
std::string CleanText(std::string_view text);

}  // namespace app
