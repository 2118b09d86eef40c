// The window on the desktop: a GLFW window with an OpenGL 3.3 context and the Dear ImGui context in
// it. UI thread only, except Wake(). Everything is laid out in logical pixels: the display's
// content scale times the user's zoom is applied here and nowhere else.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>

#include "app/cli/cli.h"
#include "app/shell/frame_loop.h"
#include "app/shell/input_feed.h"
#include "app/ui/frame_context.h"
#include "interview/base/result.h"

struct GLFWwindow;
struct GLFWcursor;

namespace app {

class Window : public FrameHost {
 public:
  // Draws one frame into the current ImGui context.
  using DrawFunction = std::function<void(FrameContext&)>;

  // options.screenshot is written once the first picture has settled and nothing is busy; then the
  // window closes. options.ui_dump is rewritten, by rename, whenever the screen changes. Fails with
  // kIo where there is no display or no OpenGL 3.3, in a sentence that names the terminal drill.
  static interview::Result<std::unique_ptr<Window>> Open(const WindowOptions& options);
  ~Window() override;
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  void set_draw(DrawFunction draw) { draw_ = std::move(draw); }
  // Called between frames, where the look may change.
  void set_before_frame(std::function<void()> hook) { before_frame_ = std::move(hook); }
  // The next frame is drawn in this theme and zoom (1 = 100 %). Call before frames only.
  void SetLook(ThemeName theme, double zoom);
  // The screenshot waits while this says that something is still on its way.
  void set_busy(std::function<bool()> busy) { busy_ = std::move(busy); }
  void Close();
  // Makes the loop build a frame. Any thread.
  void Wake();

  double Now() override;
  bool ShouldClose() override;
  void WaitForEvents(double seconds) override;
  bool TakeActivity() override;
  bool InputPending() override { return feed_.pending(); }
  bool TakeExposed() override;
  Built BuildFrame() override;
  void Present() override;
  void Settled() override;

 private:
  explicit Window(const WindowOptions& options) : options_(options) {}
  void ConnectInput();
  void RebuildFonts();
  void ShowCursor();
  void RenderDrawData();
  std::uint64_t DrawDataHash() const;
  void WriteUiDump();

  WindowOptions options_;
  GLFWwindow* window_ = nullptr;
  std::array<GLFWcursor*, ImGuiMouseCursor_COUNT> cursors_{};
  int shown_cursor_ = ImGuiMouseCursor_None;
  InputFeed feed_;
  UiTree tree_;
  FocusRing focus_;
  Theme theme_;
  DrawFunction draw_;
  std::function<bool()> busy_;
  std::function<void()> before_frame_;
  float content_scale_ = 1;
  double zoom_ = 1;
  bool fonts_stale_ = true;
  double last_frame_ = 0;
  bool activity_ = true;
  bool exposed_ = false;
  std::atomic<bool> woken_{false};
  std::string dumped_;
};

}  // namespace app
