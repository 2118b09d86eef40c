// The log: one line an entry, to stderr or a file. Errors handled by showing them are logged here
// too. Any thread (the file behind it holds one of the house's two mutexes).
#pragma once

#include <filesystem>
#include <string_view>

#include "interview/base/result.h"

namespace interview {

enum class LogLevel { kInfo, kWarning, kError };

// Appends to `path` from now on; without a call, entries go to stderr.
void LogTo(const std::filesystem::path& path);

// Control characters of `text` are escaped, so that an entry stays on its line.
void Log(LogLevel level, std::string_view text);
void LogError(const Error& error);

}  // namespace interview
