// The whole app without a window: the real core over the shipped bank in a folder of its own, the
// real screens. One thread.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>

#include "app/core/app_core.h"
#include "app/ui/screen_router.h"
#include "tests/app/ui/ui_driver.h"

namespace app {

class AppFixture {
 public:
  explicit AppFixture(float width = 1440, float height = 900);
  ~AppFixture();

  AppCore& core() { return *core_; }
  const AppState& state() const { return core_->state(); }
  UiDriver& ui() { return *driver_; }
  // Frames until `done`, for at most `patience`; then one more. Throws when it does not come true.
  void WaitUntil(const std::function<bool()>& done,
                 std::chrono::seconds patience = std::chrono::seconds(60));
  // Starts a drill of one question and shows the room.
  void StartDrill(const interview::QuestionId& question);

 private:
  std::filesystem::path folder_;
  std::unique_ptr<AppCore> core_;
  UiState ui_state_;
  std::unique_ptr<UiDriver> driver_;
};

}  // namespace app
