// JSON values made short enough to read. Any thread; pure functions.
#pragma once

#include <string>

#include "interview/base/json.h"

namespace interview {

// The value itself while its JSON stays within `most_bytes`; else lists are cut to their first
// items and the number of the others is told: "… 4,990 more of 5,000".
Json Shortened(const Json& value, std::size_t most_bytes);

// "4,990".
std::string WithThousands(std::size_t number);

}  // namespace interview
