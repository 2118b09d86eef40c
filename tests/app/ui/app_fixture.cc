#include "tests/app/ui/app_fixture.h"

#include <cstdlib>
#include <stdexcept>

namespace app {

AppFixture::AppFixture(float width, float height) {
  std::string name = (std::filesystem::temp_directory_path() / "onsite-ui-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  folder_ = name;
  auto paths = FindAppPaths();
  if (!paths) throw std::runtime_error(paths.error().message);
  paths->settings = folder_ / "settings.json";
  paths->data = folder_ / "data";
  std::filesystem::create_directories(paths->data);
  auto core = AppCore::Open(*paths, {});
  if (!core) throw std::runtime_error(core.error().message);
  core_ = *std::move(core);
  driver_ = std::make_unique<UiDriver>(
      [this](FrameContext& context) {
        core_->Tick();
        DrawUi(context, core_->state(), &ui_state_);
        for (const Command& command : context.commands) {
          if (!std::holds_alternative<command::RunDoctor>(command)) core_->Apply(command);
        }
      },
      width, height);
}

AppFixture::~AppFixture() {
  driver_.reset();
  core_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void AppFixture::WaitUntil(const std::function<bool()>& done, std::chrono::seconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (!done()) {
    if (std::chrono::steady_clock::now() > deadline) {
      throw std::runtime_error("It did not happen in time.\n" + driver_->tree().Dump());
    }
    core_->WaitForResult(std::chrono::milliseconds(20));
    driver_->Frame();
  }
  driver_->Settle();
}

void AppFixture::StartDrill(const interview::QuestionId& question) {
  command::StartDrill start;
  start.questions = {question};
  core_->Apply(start);
  driver_->Settle();
}

}  // namespace app
