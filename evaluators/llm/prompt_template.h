// Prompts as files: text with {{fields}} to fill in.
// Any thread; no shared state.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "interview/base/result.h"

namespace evaluators {

// `text` with every {{name}} replaced by its field; the values are taken as they are, braces in
// them mean nothing. kInternal when the text asks for a field that is not there, or does not ask
// for one that is.
interview::Result<std::string> FillTemplate(std::string_view text,
                                            const std::map<std::string, std::string>& fields);

}  // namespace evaluators
