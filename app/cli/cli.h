// The command line: one entry, one file per family of commands.
// Main thread only. Results go to stdout, errors to stderr as one sentence.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace app {

// Exit codes of product.md's table, the same for every command.
inline constexpr int kDone = 0;
inline constexpr int kFallsShort = 1;  // the answer or the bank falls short
inline constexpr int kWrongUsage = 2;  // or bad input
inline constexpr int kBrokenEnvironment = 3;

struct WindowSize {
  int width = 0;
  int height = 0;
};

// `onsite` without a command opens the window.
struct WindowOptions {
  std::optional<std::filesystem::path>
      screenshot;                                // write a PNG of the first settled frame and quit
  std::optional<std::filesystem::path> ui_dump;  // keep a description of the screen in this file
  std::optional<std::filesystem::path> frame_stats;  // write what each frame took to this file
  std::string screen;                // what to open with, such as "library"; empty: the home screen
  std::optional<WindowSize> size;    // instead of the remembered one
  bool limits_only_sandbox = false;  // --sandbox=limits-only
};

// Parses the arguments, runs the command and returns the exit code.
int RunCommandLine(int argc, char** argv,
                   const std::function<int(const WindowOptions&)>& open_window);

}  // namespace app
