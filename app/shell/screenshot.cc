// Pixels of the window to a PNG file.
#include "app/shell/screenshot.h"

#include <GLFW/glfw3.h>
#include <stb_image_write.h>

#include <cstddef>
#include <vector>

namespace app {

interview::Status WriteScreenshot(const std::filesystem::path& path, int width, int height) {
  constexpr int kChannels = 3;
  std::vector<unsigned char> pixels(static_cast<std::size_t>(width) *
                                    static_cast<std::size_t>(height) * kChannels);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, width, height, GL_RGB, GL_UNSIGNED_BYTE, pixels.data());
  // OpenGL counts rows from the bottom. (The library's own switch for that is one for all threads,
  // and another may be writing a picture.)
  const int row = width * kChannels;
  const unsigned char* top = pixels.data() + static_cast<std::ptrdiff_t>(height - 1) * row;
  if (stbi_write_png(path.c_str(), width, height, kChannels, top, -row) == 0) {
    return interview::Fail(
        interview::ErrorCode::kIo,
        "The screenshot cannot be written to " + path.string() + "; check that the folder exists.");
  }
  return {};
}

}  // namespace app
