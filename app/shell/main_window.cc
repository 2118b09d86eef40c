// The window around the core.
#include "app/shell/main_window.h"

#include <cstdio>

#include "app/ui/screen_router.h"
#include "interview/base/log.h"

namespace app {
namespace {

int Refuse(const interview::Error& error) {
  std::fprintf(stderr, "%s\n", error.message.c_str());
  if (!error.detail.empty()) interview::LogError(error);
  return kBrokenEnvironment;
}

bool IsBusy(const AppState& state) {
  return state.doctor.state != Pending<std::vector<DoctorCheck>>::State::kReady ||
         (state.running && !state.running->session->pending().empty());
}

// One frame: results in, picture out, commands applied.
void DrawFrame(FrameContext& context, AppCore* core, UiState* ui) {
  core->Tick();
  DrawUi(context, core->state(), ui);
  for (const Command& command : context.commands) core->Apply(command);
  if (!context.commands.empty()) context.WakeIn(0);
  if (const auto next = core->UntilNextTick()) {
    context.WakeIn(std::chrono::duration<double>(*next).count());
  }
}

}  // namespace

int RunWindow(const WindowOptions& options) {
  auto opened = Window::Open(options);
  if (!opened) return Refuse(opened.error());
  Window& window = **opened;
  interview::Result<AppPaths> paths = FindAppPaths();
  if (!paths) return Refuse(paths.error());
  AppCore::Options core_options;
  core_options.readies_compilers = true;
  core_options.wake = [&window] { window.Wake(); };
  paths->limits_only_sandbox = options.limits_only_sandbox;
  auto core = AppCore::Open(*std::move(paths), std::move(core_options));
  if (!core) return Refuse(core.error());

  UiState ui;
  window.set_busy([&core] { return IsBusy((*core)->state()); });
  window.set_draw([&](FrameContext& context) { DrawFrame(context, core->get(), &ui); });
  window.set_before_frame([&] {
    const Settings& settings = (*core)->state().settings;
    window.SetLook(settings.theme == ThemeChoice::kLight ? ThemeName::kLight : ThemeName::kDark,
                   settings.zoom_percent / 100.0);
    if ((*core)->state().quit) window.Close();
  });
  FrameLoop(&window).Run();
  return kDone;
}

}  // namespace app
