// Reading pictures with stb_image.
#include "app/ui/picture_store.h"

#include <stb_image.h>

#include <memory>
#include <system_error>

namespace app {
namespace {

constexpr int kLargestSide = 4096;
constexpr std::uintmax_t kLargestFile = 16u << 20;

Picture Broken(std::string problem) {
  Picture picture;
  picture.problem = std::move(problem);
  return picture;
}

// A plain name below the folder: no way out of it, and no address on the network.
bool StaysInside(const std::filesystem::path& address) {
  if (address.empty() || address.is_absolute()) return false;
  for (const std::filesystem::path& part : address) {
    if (part == ".." || part.string().ends_with(':')) return false;
  }
  return true;
}

}  // namespace

const Picture& PictureStore::Find(const std::filesystem::path& folder, const std::string& address) {
  const std::filesystem::path path = folder / address;
  auto found = pictures_.find(path);
  if (found == pictures_.end()) found = pictures_.emplace(path, Load(folder, address)).first;
  return found->second;
}

Picture PictureStore::Load(const std::filesystem::path& folder, const std::string& address) const {
  if (!StaysInside(address)) {
    return Broken("The picture " + address + " is not a file beside the question.");
  }
  const std::filesystem::path path = folder / address;
  std::error_code error;
  const std::uintmax_t bytes = std::filesystem::file_size(path, error);
  if (error) return Broken("The picture " + address + " is missing beside the question.");
  if (bytes > kLargestFile) return Broken("The picture " + address + " is larger than 16 MB.");
  int width = 0, height = 0, channels = 0;
  if (stbi_info(path.c_str(), &width, &height, &channels) == 0) {
    return Broken("The picture " + address + " is not a PNG or JPEG that can be read.");
  }
  if (width > kLargestSide || height > kLargestSide) {
    return Broken("The picture " + address + " is larger than 4096 pixels on a side.");
  }
  constexpr int kRgba = 4;
  const std::unique_ptr<stbi_uc, void (*)(void*)> pixels(
      stbi_load(path.c_str(), &width, &height, &channels, kRgba), stbi_image_free);
  if (pixels == nullptr) {
    return Broken("The picture " + address + " is damaged; replace the file.");
  }
  Picture picture;
  if (!upload_) return picture;  // no graphics card: neither shown nor a problem
  picture.texture = upload_(pixels.get(), width, height);
  picture.size = ImVec2(static_cast<float>(width), static_cast<float>(height));
  return picture;
}

}  // namespace app
