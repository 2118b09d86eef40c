// The picture in the window as a PNG file. UI thread only; needs a current OpenGL context.
#pragma once

#include <filesystem>

#include "interview/base/result.h"

namespace app {

// Reads the back buffer (width x height device pixels). Call between rendering and swapping. Fails
// with kIo.
interview::Status WriteScreenshot(const std::filesystem::path& path, int width, int height);

}  // namespace app
