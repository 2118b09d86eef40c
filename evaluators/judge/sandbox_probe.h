// Why bubblewrap cannot make a box, and the command that mends it.
// Any thread; reads the kernel's switches.
#pragma once

#include <filesystem>
#include <string>

#include "interview/base/result.h"

namespace evaluators {

// Always fails with kInternal. `switches` is /proc/sys, `detail` what bubblewrap said.
interview::Status NamespacesForbidden(const std::filesystem::path& switches,
                                      const std::string& detail);

}  // namespace evaluators
