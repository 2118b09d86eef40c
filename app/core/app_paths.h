// Where everything lies: the user's folders and the program's own.
// Any thread; plain values.
#pragma once

#include <filesystem>

#include "interview/base/result.h"

namespace app {

struct AppPaths {
  std::filesystem::path settings;  // $XDG_CONFIG_HOME/onsite/settings.json
  std::filesystem::path data;      // $ONSITE_DATA_DIR, or $XDG_DATA_HOME/onsite
  std::filesystem::path cache;     // $XDG_CACHE_HOME/onsite
  std::filesystem::path rubrics;   // the shipped bank
  std::filesystem::path assets;
  std::filesystem::path drivers;   // what runs inside the sandbox
  std::filesystem::path box_init;  // the sandbox's first process
  // --sandbox=limits-only, of this run alone: never from settings.
  bool limits_only_sandbox = false;

  std::filesystem::path database() const { return data / "onsite.db"; }
  std::filesystem::path window_state() const { return data / "window.json"; }
  std::filesystem::path packs() const { return data / "packs"; }
};

// From the environment and the place of the running program: the source tree when it runs from a
// build folder, else the installation prefix. kNotFound when the bank is in neither.
interview::Result<AppPaths> FindAppPaths();

}  // namespace app
