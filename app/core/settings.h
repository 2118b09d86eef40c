// The user's settings: $XDG_CONFIG_HOME/onsite/settings.json. The LLM key is never among them.
// Main thread; plain values.
#pragma once

#include <filesystem>
#include <string>

#include "interview/base/json.h"
#include "interview/base/result.h"
#include "interview/model/ids.h"

namespace app {

enum class ThemeChoice { kDark, kLight };

struct LlmSettings {
  bool enabled = false;  // the network stays off until the user turns this on
  std::string url;       // "http://localhost:11434/v1/chat/completions"
  std::string model;
  int timeout_s = 60;
  bool allow_plain_http = false;  // unencrypted to another machine
  bool operator==(const LlmSettings&) const = default;
};

struct Settings {
  ThemeChoice theme = ThemeChoice::kDark;
  int zoom_percent = 100;  // 75-300
  interview::Language language = interview::Language::kPython;
  double time_scale = 1;         // 0.75, 1 or 1.25
  bool show_difficulty = false;  // during a round
  LlmSettings llm;
  bool operator==(const Settings&) const = default;
};

// Defaults where there is no file. kInvalid names the field that is wrong.
interview::Result<Settings> LoadSettings(const std::filesystem::path& path);
interview::Status SaveSettings(const Settings& settings, const std::filesystem::path& path);

interview::Json ToJson(const Settings& settings);

}  // namespace app
