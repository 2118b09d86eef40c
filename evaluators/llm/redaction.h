// Takes out of a text what does not belong to the answer: who wrote it, and what opens their doors.
// Any thread; pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace evaluators {

// `text` with e-mail addresses as [email], paths of this kind of machine as [path] (home folders,
// system folders, drive letters; routes such as /api/v1/users stay), keys and tokens as [key], and
// each of `names`, as whole words in any case (ASCII), as [name].
// `scope` leaves names and addresses, or paths, where they stand.
struct RedactionScope {
  bool names = true;  // and e-mail addresses
  bool paths = true;
};
std::string Redact(std::string_view text, const std::vector<std::string>& names,
                   RedactionScope scope = {});

// `text` with every occurrence of `secret` as [key]; an empty secret is none.
std::string WithoutSecret(std::string text, std::string_view secret);

}  // namespace evaluators
