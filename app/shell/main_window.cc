#include "app/shell/main_window.h"

#include "interview/base/log.h"

namespace app {

int RunWindow(const WindowOptions& options) {
  auto window = Window::Open(options);
  if (!window) {
    interview::LogError(window.error());
    return 3;
  }
  (*window)->set_draw([](FrameContext&) {});
  FrameLoop(window->get()).Run();
  return 0;
}

}  // namespace app
