// Pictures that stand beside a question, read once and handed to the graphics card.
// UI thread only. Where there is no card (tests, --ui-dump) nothing is uploaded and the alternative
// text stands in. Invariant: a picture that was found once keeps its texture while the store lives.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "app/ui/imgui_compat.h"

namespace app {

struct Picture {
  ImTextureID texture{};
  ImVec2 size{};        // logical pixels
  std::string problem;  // one sentence; empty where `texture` can be drawn
  bool shown() const { return problem.empty() && size.x > 0; }
};

class PictureStore {
 public:
  // Makes a texture of `width` x `height` RGBA pixels.
  using Upload = std::function<ImTextureID(const unsigned char* pixels, int width, int height)>;

  explicit PictureStore(Upload upload = {}) : upload_(std::move(upload)) {}

  // The picture that a text in `folder` calls `address`: a PNG or JPEG of that folder, at most
  // 4096 pixels on a side and 16 MB.
  const Picture& Find(const std::filesystem::path& folder, const std::string& address);

 private:
  Picture Load(const std::filesystem::path& folder, const std::string& address) const;

  Upload upload_;
  std::map<std::filesystem::path, Picture> pictures_;
};

}  // namespace app
