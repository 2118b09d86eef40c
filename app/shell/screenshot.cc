// Pixels of the window to a PNG file.
#include "app/shell/screenshot.h"

#include <GLFW/glfw3.h>
#include <stb_image_write.h>

#include <vector>

namespace app {

interview::Status WriteScreenshot(const std::filesystem::path& path, int width, int height) {
  constexpr int kChannels = 3;
  std::vector<unsigned char> pixels(static_cast<std::size_t>(width) *
                                    static_cast<std::size_t>(height) * kChannels);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, width, height, GL_RGB, GL_UNSIGNED_BYTE, pixels.data());
  stbi_flip_vertically_on_write(1);  // OpenGL counts rows from the bottom
  if (stbi_write_png(path.c_str(), width, height, kChannels, pixels.data(), width * kChannels) ==
      0) {
    return interview::Fail(
        interview::ErrorCode::kIo,
        "The screenshot cannot be written to " + path.string() + "; check that the folder exists.");
  }
  return {};
}

}  // namespace app
