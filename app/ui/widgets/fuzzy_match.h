// How well a few typed letters fit a name: "sbm" finds "Submit the code". Any thread; pure.
#pragma once

#include <optional>
#include <string_view>

namespace app {

// Every typed character but spaces must occur in `text` in this order, in any case. Higher fits
// better: letters that begin words and letters side by side count more, a longer text less. An
// empty query fits everything with 0; nullopt where it does not fit.
std::optional<int> FuzzyMatch(std::string_view query, std::string_view text);

}  // namespace app
