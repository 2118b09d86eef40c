// How edits of text are written in the table of events: an hour of typing is thousands of them, so
// the text an edit is of is named only where it changes. Any thread; pure.
//
//   [at, removed, "inserted", "code", "two-sum", "python"]  an edit of that text
//   [at, removed, "inserted"]                               of the same text as the edit before it
//
// Transcripts from before this form have the object of interview/model/transcript.h instead.
#pragma once

#include <optional>

#include "interview/model/transcript.h"

namespace interview {

// `previous` is the text of the edit before, where the reader is sure to know it.
Json EditPayload(const event::TextEdited& edit, const std::optional<TextField>& previous);

// Reads any event's payload; of an edit in the short form `*previous` is what Load has read last,
// and every edit leaves its own text there. Fails with kCorrupt.
Result<EventPayload> ParseStoredEvent(std::string_view name, const Json& json,
                                      std::optional<TextField>* previous);

}  // namespace interview
