// The window on the desktop: a GLFW window with an OpenGL 3.3 context and the Dear ImGui context in
// it. UI thread only, except Wake(). Everything is laid out in logical pixels: the display's
// content scale times the user's zoom is applied here and nowhere else.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/cli/cli.h"
#include "app/core/window_state.h"
#include "app/shell/frame_loop.h"
#include "app/shell/frame_stats.h"
#include "app/shell/input_feed.h"
#include "app/shell/painter.h"
#include "app/shell/textures.h"
#include "app/ui/frame_context.h"
#include "interview/base/result.h"

struct GLFWwindow;
struct GLFWcursor;

namespace app {

// How the user wants everything drawn.
struct Look {
  ThemeName theme = ThemeName::kDark;
  double zoom = 1;  // 1 = 100 %
  float code_em = 14;
  bool operator==(const Look&) const = default;
};

class Window : public FrameHost {
 public:
  // Draws one frame into the current ImGui context.
  using DrawFunction = std::function<void(FrameContext&)>;

  // Opens at the remembered place, unless options.size names another size.
  // options.screenshot is written once the first picture has settled and nothing is busy; then the
  // window closes. options.ui_dump is rewritten, by rename, whenever the screen changes. Fails with
  // kIo where there is no display or no OpenGL 3.3, in a sentence that names the terminal drill.
  static interview::Result<std::unique_ptr<Window>> Open(const WindowOptions& options,
                                                         const WindowState& remembered);
  ~Window() override;
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  void set_draw(DrawFunction draw) { draw_ = std::move(draw); }
  // Called between frames, where the look may change.
  void set_before_frame(std::function<void()> hook) { before_frame_ = std::move(hook); }
  // Called with what the last frame registered, when the picture has settled.
  void set_settled(std::function<void(const UiTree&)> hook) { settled_ = std::move(hook); }
  // The next frame is drawn like this. Call before frames only. The zoom goes no further than the
  // window can hold the room.
  void SetLook(const Look& look);
  // Keeps the UI tree although no dump was asked for.
  void KeepTree(bool keep);
  // Size, position and whether it is maximised, as of now; the panels stay as they are in `state`.
  void DescribePlace(WindowState* state);
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
  explicit Window(const WindowOptions& options);
  // Creates the GLFW window; what GLFW says is wrong otherwise.
  bool Create(const WindowState& place);
  void SetUpImGui();
  void ConnectInput();
  void MeasurePixels();
  float WantedScale() const;
  void RebuildFonts();
  void ShowCursor();
  std::uint64_t DrawDataHash() const;
  void WriteFrameStats();
  void WriteUiDump();

  WindowOptions options_;
  GLFWwindow* window_ = nullptr;
  std::array<GLFWcursor*, ImGuiMouseCursor_COUNT> cursors_{};
  int shown_cursor_ = ImGuiMouseCursor_None;
  std::optional<Painter> painter_;
  InputFeed feed_;
  UiTree tree_;
  FocusRing focus_;
  Theme theme_;
  PictureStore pictures_{UploadTexture};
  DrawFunction draw_;
  std::function<bool()> busy_;
  std::function<void()> before_frame_;
  std::function<void(const UiTree&)> settled_;
  std::optional<FrameStats> stats_;
  Look look_;
  float content_scale_ = 1;
  float pixels_per_unit_ = 1;  // of the units that GLFW measures windows and the pointer in
  int pixel_width_ = 0, pixel_height_ = 0;
  bool fonts_stale_ = true;
  double last_frame_ = 0;
  bool activity_ = true;
  bool exposed_ = false;
  std::atomic<bool> woken_{false};
  std::string dumped_;
};

}  // namespace app
