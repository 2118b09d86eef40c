// What a person can read of a JSON object while it still arrives: its texts, under headings made of
// its keys. Any thread; pure function, linear in the text, which may be cut anywhere or be no JSON.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace evaluators {

// Markdown. Shown are the strings under the keys of `headings` ("better_answer" -> "A better
// answer"), at any depth below them: those of a list as its items, of the objects of a list those
// under "text" alone. Empty before the first of them has begun.
std::string PartialText(std::string_view json, const std::map<std::string, std::string>& headings);

}  // namespace evaluators
