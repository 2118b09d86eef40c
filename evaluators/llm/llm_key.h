// Where the endpoint's key comes from: an environment variable, or a file that only the user can
// read. It is taken out of the environment, so that no program started later inherits it.
// Main thread only: the environment is the process's.
#pragma once

#include <filesystem>
#include <string>

#include "interview/base/result.h"

namespace evaluators {

// The value of `variable`; where that is empty or unset, the first line of `file`; where there is
// no file named either, an empty key. Once read, the variable is unset and overwritten, and
// remembered for later calls. Fails with kInvalid, and the command that mends it, for a file that
// others can read or that belongs to somebody else, and with kNotFound where it is missing.
interview::Result<std::string> TakeKey(const std::string& variable,
                                       const std::filesystem::path& file);

// Does TakeKey find one in the variable? Also takes it out of the environment.
bool HasKeyVariable(const std::string& variable);

}  // namespace evaluators
