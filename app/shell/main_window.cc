// The window around the core.
#include "app/shell/main_window.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "app/shell/speech.h"
#include "app/shell/spoken_text.h"
#include "app/shell/system_theme.h"
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
  return state.doctor.state == Pending<std::vector<DoctorCheck>>::State::kPending ||
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

// What settings and desktop ask for.
Look LookOf(const Settings& settings, ThemeName system_theme) {
  Look look;
  look.zoom = settings.zoom_percent / 100.0;
  look.code_em = static_cast<float>(settings.code_size);
  switch (settings.theme) {
    case ThemeChoice::kSystem:
      look.theme = system_theme;
      break;
    case ThemeChoice::kDark:
      look.theme = ThemeName::kDark;
      break;
    case ThemeChoice::kLight:
      look.theme = ThemeName::kLight;
      break;
    case ThemeChoice::kHighContrast:
      look.theme = ThemeName::kHighContrast;
      break;
  }
  return look;
}

// The remembered window: defaults, and a line in the log, where its file is damaged.
WindowState Recall(const AppPaths& paths) {
  const interview::Result<WindowState> loaded = LoadWindowState(paths.window_state());
  if (loaded) return *loaded;
  interview::LogError(loaded.error());
  return {};
}

// Writes the window's place and panels when they have changed since `kept`.
void Keep(const AppPaths& paths, Window* window, const PanelSizes& panels, WindowState* kept) {
  WindowState now = *kept;
  window->DescribePlace(&now);
  now.panels = panels;
  if (now == *kept) return;
  *kept = now;
  if (const auto saved = SaveWindowState(now, paths.window_state()); !saved) {
    interview::LogError(saved.error());
  }
}

// $XDG_CONFIG_HOME, where GTK keeps its settings: beside Onsite's own folder.
std::filesystem::path ConfigHome(const AppPaths& paths) {
  return paths.settings.parent_path().parent_path();
}

// replay:SESSION or replay:SESSION@SECONDS.
command::ShowReplay ReplayOf(std::string_view wish) {
  const std::size_t at = wish.find('@');
  command::ShowReplay show{interview::SessionId(wish.substr(0, at)), {}};
  if (at != std::string_view::npos) {
    show.at = std::chrono::seconds(std::atoi(std::string(wish.substr(at + 1)).c_str()));
  }
  return show;
}

// --screen: a page by its name, something that lies over the home screen, the room with a drill of
// a question, or the replay of a session.
void OpenAt(std::string_view screen, AppCore* core, UiState* ui) {
  constexpr std::string_view kRoomOf = "room:";
  if (screen == "palette") ui->palette.open = true;
  if (screen == "shortcuts") ui->sheet.open = true;
  if (screen == "tour") ui->tour.step = 0;
  if (screen == "debrief" && !core->state().history.empty()) {
    return core->Apply(command::ViewSession{core->state().history.front().id});
  }
  constexpr std::string_view kReplayOf = "replay:";
  if (screen.starts_with(kReplayOf)) {
    return core->Apply(ReplayOf(screen.substr(kReplayOf.size())));
  }
  if (screen.starts_with(kRoomOf)) {
    command::StartDrill start;
    start.questions = {interview::QuestionId(screen.substr(kRoomOf.size()))};
    return core->Apply(start);
  }
  for (const Route route : kRoutes) {
    if (ToString(route) == screen) core->Apply(command::Navigate{route});
  }
}

}  // namespace

int RunWindow(const WindowOptions& options) {
  interview::Result<AppPaths> found = FindAppPaths();
  if (!found) return Refuse(found.error());
  AppPaths paths = *std::move(found);
  paths.limits_only_sandbox = options.limits_only_sandbox;
  WindowState kept = Recall(paths);
  std::unique_ptr<Window> opened;
  std::atomic<Window*> shown = nullptr;  // results may come before there is a window to wake
  AppCore::Options core_options;
  core_options.readies_compilers = true;
  core_options.wake = [&shown] {
    if (Window* window = shown) window->Wake();
  };
  core_options.meanwhile = [&]() -> interview::Status {
    auto window = Window::Open(options, kept);
    if (!window) return Forward(window);
    opened = *std::move(window);
    shown = opened.get();
    return {};
  };
  auto opened_core = AppCore::Open(paths, std::move(core_options));
  if (!opened_core) return Refuse(opened_core.error());
  AppCore& core = **opened_core;
  Window& window = *opened;

  UiState ui;
  ui.room.panels = kept.panels;
  OpenAt(options.screen, &core, &ui);
  ThemeName system_theme =
      ReadGtkTheme(std::getenv("GTK_THEME"), ConfigHome(paths)).value_or(ThemeName::kDark);
  const JobHandle asking = core.jobs().Start<std::optional<ThemeName>>(
      Lane::kDesktop, [](std::stop_token) { return AskDesktop(); },
      [&system_theme](const interview::Result<std::optional<ThemeName>>& answer) {
        if (answer && *answer) system_theme = **answer;
      });
  Announcer announcer;
  Speech speech(&core.jobs());

  window.set_busy([&core] { return IsBusy(core.state()); });
  window.set_draw([&](FrameContext& context) { DrawFrame(context, &core, &ui); });
  window.set_before_frame([&] {
    const AppState& state = core.state();
    window.SetLook(LookOf(state.settings, system_theme));
    window.KeepTree(state.settings.read_aloud);
    if (state.quit) window.Close();
  });
  window.set_settled([&](const UiTree& tree) {
    // A run for a picture leaves no trace.
    if (!options.screenshot) Keep(paths, &window, ui.room.panels, &kept);
    if (!core.state().settings.read_aloud) return;
    if (std::string text = announcer.Announce(tree.nodes()); !text.empty()) {
      speech.Say(std::move(text));
    }
  });
  FrameLoop(&window).Run();
  if (!options.screenshot) Keep(paths, &window, ui.room.panels, &kept);
  return kDone;
}

}  // namespace app
