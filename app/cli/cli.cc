// Parsing of the arguments and the way back to the exit code.
#include "app/cli/cli.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <iostream>

#include "app/cli/command_context.h"
#include "app/core/command.h"
#include "app/core/settings.h"
#include "evaluators/llm/llm_key.h"
#include "interview/base/log.h"

namespace app {
namespace {

int ExitCode(interview::ErrorCode code) {
  switch (code) {
    case interview::ErrorCode::kNotFound:
    case interview::ErrorCode::kInvalid:
      return kWrongUsage;
    default:
      return kBrokenEnvironment;
  }
}

// "1024x640"
bool ParseSize(const std::string& text, WindowSize* size) {
  const std::size_t cross = text.find('x');
  if (cross == std::string::npos) return false;
  try {
    size->width = std::stoi(text.substr(0, cross));
    size->height = std::stoi(text.substr(cross + 1));
  } catch (const std::exception&) {
    return false;
  }
  return size->width >= 320 && size->height >= 240;
}

constexpr std::array<std::string_view, 3> kOverlays = {"palette", "shortcuts", "tour"};
constexpr std::string_view kRoomOf = "room:";
constexpr std::string_view kReplayOf = "replay:";

bool IsScreen(std::string_view name) {
  if (name.empty() || (name.starts_with(kRoomOf) && name != kRoomOf)) return true;
  if (name.starts_with(kReplayOf) && name != kReplayOf) return true;
  if (std::find(kOverlays.begin(), kOverlays.end(), name) != kOverlays.end()) return true;
  return std::any_of(kRoutes.begin(), kRoutes.end(),
                     [&](Route route) { return route != Route::kRoom && ToString(route) == name; });
}

std::string ScreenNames() {
  std::string names;
  for (const Route route : kRoutes) {
    if (route != Route::kRoom) names += std::string(ToString(route)) + ", ";
  }
  for (const std::string_view overlay : kOverlays) names += std::string(overlay) + ", ";
  return names + "room: with the id of a question, or replay: with the id of a session";
}

}  // namespace

void CommandContext::Fail(const interview::Error& error) {
  std::cerr << "onsite: " << error.message << "\n";
  exit_code = ExitCode(error.code);
}

void CommandContext::Print(const interview::Json& json_value) const {
  std::cout << interview::DumpJson(json_value) << "\n";
}

std::unique_ptr<AppPaths> CommandContext::Paths() {
  interview::Result<AppPaths> paths = FindAppPaths();
  if (paths) {
    // Out of the environment before anything is started.
    (void)evaluators::HasKeyVariable(
        LoadSettings(paths->settings).value_or(Settings()).llm.key_variable);
    paths->limits_only_sandbox = limits_only_sandbox;
    return std::make_unique<AppPaths>(*std::move(paths));
  }
  Fail(paths.error());
  exit_code = kBrokenEnvironment;
  return nullptr;
}

std::unique_ptr<interview::QuestionBank> CommandContext::Bank(const AppPaths& paths) {
  interview::Result<interview::QuestionBank> bank =
      interview::QuestionBank::Load(paths.rubrics, paths.packs());
  if (bank) return std::make_unique<interview::QuestionBank>(*std::move(bank));
  Fail(bank.error());
  return nullptr;
}

std::unique_ptr<AppCore> CommandContext::OpenCore() {
  const std::unique_ptr<AppPaths> paths = Paths();
  if (!paths) return nullptr;
  interview::Result<std::unique_ptr<AppCore>> core = AppCore::Open(*paths, {});
  if (core) return *std::move(core);
  Fail(core.error());
  exit_code = kBrokenEnvironment;
  return nullptr;
}

int RunCommandLine(int argc, char** argv,
                   const std::function<int(const WindowOptions&)>& open_window) {
  CLI::App app(
      "Onsite: mock interviews for machine-learning engineers. Without a command it opens the "
      "window.",
      "onsite");
  app.fallthrough();
  CommandContext context;
  WindowOptions window;
  std::string size;
  app.add_flag("--json", context.json, "Print one JSON object instead of text");
  app.add_option("--screenshot", window.screenshot, "Write a PNG of the window and quit");
  app.add_option("--ui-dump", window.ui_dump, "Keep a description of the screen in this file");
  app.add_option("--frame-stats", window.frame_stats,
                 "Write the times of every frame to this file: a table of milliseconds");
  app.add_option("--screen", window.screen,
                 "Open at this screen: home, library, settings, …, palette, tour or room:QUESTION");
  app.add_option("--size", size, "Size of the window, such as 1440x900");
  app.add_option_function<std::string>(
         "--sandbox",
         [&](const std::string& mode) {
           context.limits_only_sandbox = window.limits_only_sandbox = mode == "limits-only";
         },
         "namespaces, or limits-only: weaker, for systems that forbid namespaces")
      ->check(CLI::IsMember({"namespaces", "limits-only"}))
      ->trigger_on_parse();
  app.require_subcommand(0, 1);
  AddBankCommands(app, &context);
  AddJudgeCommands(app, &context);
  AddGradeCommands(app, &context);
  AddInterviewCommands(app, &context);
  AddSessionCommands(app, &context);
  AddProgressCommands(app, &context);
  AddLlmCommands(app, &context);
  AddDoctorCommands(app, &context);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    if (e.get_exit_code() == 0) return app.exit(e);  // --help
    std::cerr << "onsite: " << e.what() << "; `onsite --help` lists the commands.\n";
    return kWrongUsage;
  }
  if (!app.get_subcommands().empty()) return context.exit_code;
  if (!size.empty() && !ParseSize(size, &window.size.emplace())) {
    std::cerr << "onsite: --size must be like 1440x900.\n";
    return kWrongUsage;
  }
  if (!IsScreen(window.screen)) {
    std::cerr << "onsite: --screen must be " << ScreenNames() << ".\n";
    return kWrongUsage;
  }
  return open_window(window);
}

}  // namespace app
