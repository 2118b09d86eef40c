// The kept framebuffer, and the passes over the draw lists that repaint rectangles of it.
#include "app/shell/painter.h"

#define GL_GLEXT_PROTOTYPES
#define GLFW_INCLUDE_GLEXT
#include <GLFW/glfw3.h>

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
  glDeleteRenderbuffers(1, &pixels_);
}

void Painter::Resize(int width, int height) {
  width_ = width;
  height_ = height;
  diff_.Forget();
  if (framebuffer_ == 0) {
    glGenFramebuffers(1, &framebuffer_);
    glGenRenderbuffers(1, &pixels_);
  }
  glBindRenderbuffer(GL_RENDERBUFFER, pixels_);
  glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, pixels_);
}

void Painter::Paint(ImDrawData* data, ImU32 ground) {
  const int width = static_cast<int>(data->DisplaySize.x * data->FramebufferScale.x);
  const int height = static_cast<int>(data->DisplaySize.y * data->FramebufferScale.y);
  if (width <= 0 || height <= 0) return;
  if (width != width_ || height != height_) Resize(width, height);
  if (TexturesPending() || ground != ground_) diff_.Forget();
  ground_ = ground;
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
  glViewport(0, 0, width, height);
  const ImVec4 colour = ImGui::ColorConvertU32ToFloat4(ground);
  glClearColor(colour.x, colour.y, colour.z, 1);
  for (const PixelRect& rect : diff_.Update(*data)) PaintRect(data, rect);
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
