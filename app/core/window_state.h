// Where the window stood and how its panels were divided, kept from one run to the next in
// <data>/window.json. Main thread; plain values. It is a convenience: what cannot be read is
// replaced by defaults, never an obstacle.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "interview/base/result.h"

namespace app {

// Logical pixels; 0: as the theme has it.
struct PanelSizes {
  float statement_width = 0;
  float conversation_width = 0;
  float console_height = 0;
  bool operator==(const PanelSizes&) const = default;
};

struct WindowPosition {
  int x = 0;
  int y = 0;
  bool operator==(const WindowPosition&) const = default;
};

inline constexpr int kLeastWindowWidth = 1024, kLeastWindowHeight = 640;

struct WindowState {
  int width = 1440;  // at a content scale of 1, of the window when it is not maximised
  int height = 900;
  std::optional<WindowPosition>
      position;  // of the screen's pixels; empty: where the desktop puts it
  bool maximized = false;
  PanelSizes panels;
  bool operator==(const WindowState&) const = default;
};

// Defaults where there is no file. kInvalid or kIo says what is wrong with it.
interview::Result<WindowState> LoadWindowState(const std::filesystem::path& path);
interview::Status SaveWindowState(const WindowState& state, const std::filesystem::path& path);

// The part of a screen that windows may cover, in the screen's pixels.
struct ScreenArea {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
};

// Makes a remembered window reachable: no larger than the largest screen, no smaller than Onsite
// can be drawn, and without its position when too little of its title bar would show to grasp it.
// `scale`: screen pixels for one of the state's.
void FitToScreens(const std::vector<ScreenArea>& screens, double scale, WindowState* state);

}  // namespace app
