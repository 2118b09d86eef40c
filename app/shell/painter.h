// Paints draw lists into the window's back buffer, and only those pixels that changed: a software
// renderer needs 5 ms to fill a megapixel once, and a typed letter changes a few hundred. The
// picture is kept in a framebuffer of our own, since what a swapped buffer holds is not defined. UI
// thread only, with the window's OpenGL 3.3 context current, which must outlive the painter.
#pragma once

#include <imgui.h>

#include "app/shell/picture_diff.h"

namespace app {

class Painter {
 public:
  Painter() = default;
  ~Painter();
  Painter(const Painter&) = delete;
  Painter& operator=(const Painter&) = delete;

  // Brings the kept picture up to date and copies it, `ground` where nothing is drawn.
  void Paint(ImDrawData* data, ImU32 ground);
  // Paints everything the next time: a texture has other pixels than before.
  void Forget() { diff_.Forget(); }

 private:
  void Resize(int width, int height);
  void PaintRect(ImDrawData* data, const PixelRect& rect) const;

  PictureDiff diff_;
  unsigned framebuffer_ = 0, pixels_ = 0;
  int width_ = 0, height_ = 0;
  ImU32 ground_ = 0;
  bool painted_ = false;
};

}  // namespace app
