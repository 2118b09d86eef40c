// The kept framebuffer, and the passes over the draw lists that repaint rectangles of it.
#include "app/shell/painter.h"

#define GL_GLEXT_PROTOTYPES
#define GLFW_INCLUDE_GLEXT
#include <GLFW/glfw3.h>

#include <utility>
#include <vector>

#include "app/ui/imgui_compat.h"

#if __has_include(<backends/imgui_impl_opengl3.h>)
#include <backends/imgui_impl_opengl3.h>
#else
#include <imgui_impl_opengl3.h>
#endif

namespace app {
namespace {

// A clip rectangle (logical units) that the renderer takes for exactly these pixels: it cuts the
// left edge, the lower edge and the size to whole pixels, so each is given a fraction more than it
// needs.
ImVec4 ClipOf(const PixelRect& rect, const ImDrawData& data) {
  constexpr float kQuarter = 0.25F, kHalf = 0.5F;
  const ImVec2 scale = data.FramebufferScale, origin = data.DisplayPos;
  return {origin.x + (static_cast<float>(rect.left) + kQuarter) / scale.x,
          origin.y + (static_cast<float>(rect.top) - kHalf) / scale.y,
          origin.x + (static_cast<float>(rect.right) + kHalf) / scale.x,
          origin.y + (static_cast<float>(rect.bottom) - kQuarter) / scale.y};
}

}  // namespace

Painter::~Painter() {
  if (framebuffer_ == 0) return;
  glDeleteFramebuffers(1, &framebuffer_);
  glDeleteTextures(1, &pixels_);
}

void Painter::Resize(int width, int height) {
  width_ = width;
  height_ = height;
  diff_.Forget();
  if (framebuffer_ == 0) {
    glGenFramebuffers(1, &framebuffer_);
    glGenTextures(1, &pixels_);
  }
  // In the order of bytes that windows have: copying is then no more than copying, where another
  // order costs a software renderer a shader of 60 ms before the first frame.
  glBindTexture(GL_TEXTURE_2D, pixels_);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, width, height, 0, GL_BGRA, GL_UNSIGNED_BYTE, nullptr);
  glBindTexture(GL_TEXTURE_2D, 0);
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, pixels_, 0);
}

void Painter::Paint(ImDrawData* data, ImU32 ground) {
  const int width = static_cast<int>(data->DisplaySize.x * data->FramebufferScale.x);
  const int height = static_cast<int>(data->DisplaySize.y * data->FramebufferScale.y);
  if (width <= 0 || height <= 0) return;
  if (width != width_ || height != height_) Resize(width, height);
  if (TexturesPending() || ground != ground_) diff_.Forget();
  ground_ = ground;
  // The first picture goes straight to the window: what copies the kept one takes a software
  // renderer tens of milliseconds to make ready.
  const bool straight = !std::exchange(painted_, true);
  glBindFramebuffer(GL_FRAMEBUFFER, straight ? 0 : framebuffer_);
  glViewport(0, 0, width, height);
  const ImVec4 colour = ImGui::ColorConvertU32ToFloat4(ground);
  glClearColor(colour.x, colour.y, colour.z, 1);
  for (const PixelRect& rect : diff_.Update(*data)) PaintRect(data, rect);
  if (straight) return diff_.Forget();
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
  glBlitFramebuffer(0, 0, width, height, 0, 0, width, height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

void Painter::PaintRect(ImDrawData* data, const PixelRect& rect) const {
  glEnable(GL_SCISSOR_TEST);
  glScissor(rect.left, height_ - rect.bottom, rect.right - rect.left, rect.bottom - rect.top);
  glClear(GL_COLOR_BUFFER_BIT);
  glDisable(GL_SCISSOR_TEST);
  std::vector<ImVec4> clips;
  for (int i = 0; i < DrawListCount(*data); ++i) {
    for (ImDrawCmd& command : data->CmdLists[i]->CmdBuffer) {
      clips.push_back(command.ClipRect);
      const PixelRect both = Intersection(rect, ClippedPixels(command.ClipRect, *data));
      command.ClipRect = both.empty() ? ImVec4(0, 0, 0, 0) : ClipOf(both, *data);
    }
  }
  ImGui_ImplOpenGL3_RenderDrawData(data);
  auto clip = clips.begin();
  for (int i = 0; i < DrawListCount(*data); ++i) {
    for (ImDrawCmd& command : data->CmdLists[i]->CmdBuffer) command.ClipRect = *clip++;
  }
}

}  // namespace app
