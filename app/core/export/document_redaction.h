// Takes out of an export what its reader shall not see, and lists what remains.
// Any thread; pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/core/export/session_document.h"
#include "interview/base/result.h"

namespace app {

struct Redaction {
  bool names = false;  // of people, and e-mail addresses
  bool notes = false;
  bool paths = false;  // of files
  bool text = false;   // all that was written, said or printed; questions and scores stay
  std::vector<std::string> known_names = {};
  bool any() const { return names || notes || paths || text; }
};

// "names,paths"; kInvalid for another word.
interview::Result<Redaction> ParseRedaction(std::string_view words);

// The names, and the words of those that have several.
std::vector<std::string> KnownNames(const std::vector<std::string>& names);

// With names or paths taken out, the history of a text leaves out the word that is being typed: it
// could be half a name. Keys and tokens go with either.
SessionDocument Redacted(SessionDocument document, const Redaction& redaction);

// What is in the file, a line each: "Answers: 4", "Taken out: names, notes"; and a warning where
// names are to be taken out and none are known.
std::vector<std::string> Preview(const SessionDocument& redacted, const Redaction& redaction,
                                 std::size_t bytes);

}  // namespace app
