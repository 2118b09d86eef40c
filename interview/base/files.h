// Small, safe file operations: whole-file reads, and writes that are all or nothing.
// Any thread; no shared state. Paths are UTF-8.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "interview/base/result.h"

namespace interview {

// The whole file. Fails with kNotFound, or kIo when it cannot be read or exceeds `max_bytes`.
Result<std::string> ReadFile(const std::filesystem::path& path,
                             std::uintmax_t max_bytes = std::uintmax_t{64} << 20);

// Writes to a neighbour, flushes it to the disk and renames it over `path`: a reader sees the old
// or the new content, never half of it. Creates missing parent folders; follows a link. Fails with
// kIo.
Status WriteFileAtomically(const std::filesystem::path& path, std::string_view content);

// Names in a folder, sorted; empty when the folder is missing.
std::vector<std::filesystem::path> ListFolder(const std::filesystem::path& folder);

}  // namespace interview
