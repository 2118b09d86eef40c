// The user's settings: $XDG_CONFIG_HOME/onsite/settings.json. The LLM key is never among them.
// Main thread; plain values.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "interview/base/json.h"
#include "interview/base/result.h"
#include "interview/model/assist.h"
#include "interview/model/ids.h"

namespace app {

enum class ThemeChoice { kSystem, kDark, kLight, kHighContrast };
inline constexpr std::array kThemeChoices = {ThemeChoice::kSystem, ThemeChoice::kDark,
                                             ThemeChoice::kLight, ThemeChoice::kHighContrast};
std::string_view ToString(ThemeChoice theme);  // "high_contrast"

inline constexpr int kLeastZoom = 75, kMostZoom = 300;
inline constexpr int kLeastCodeSize = 10, kMostCodeSize = 28;
inline constexpr double kMostHoursPerWeek = 80;

struct LlmSettings {
  bool enabled = false;  // the network stays off until the user turns this on
  std::string url;       // the base, "http://localhost:11434/v1", or the full address
  std::string model;
  int timeout_s = 60;
  bool allow_plain_http = false;  // unencrypted to another machine
  std::string api = "openai";     // the wire format: openai or anthropic
  std::string organisation = {};
  std::map<std::string, std::string> headers = {};  // further ones of each request
  std::string key_variable = "ONSITE_LLM_API_KEY";  // of the environment
  std::string key_file = {};                        // instead, readable by the user alone
  std::vector<std::string> names = {};              // of people, never sent
  int most_tokens = 0;                              // in a session; 0: no limit
  double most_money = 0;                            // in a session; 0: no limit
  double prompt_price = 0;                          // for a million tokens sent
  double completion_price = 0;                      // for a million tokens received
  bool voice = false;         // the interviewer's lines are phrased by the model
  bool second_score = false;  // feedback carries a score of its own, beside the local one
  std::vector<std::string> agreed = {};  // see llm_consent.h: "openai http://localhost:11434/v1 m"
  bool operator==(const LlmSettings&) const = default;
};

struct Settings {
  ThemeChoice theme = ThemeChoice::kSystem;
  int zoom_percent = 100;  // kLeastZoom to kMostZoom
  int code_size = 14;      // of the code font, in logical pixels
  bool reduce_motion = false;
  bool read_aloud = false;  // what has the focus is spoken, where the system can
  interview::Language language = interview::Language::kPython;
  double time_scale = 1;            // 0.75, 1 or 1.25
  std::string persona = "neutral";  // of the interviewer: an id of rubrics/personas
  interview::AssistLevel assist = interview::AssistLevel::kPlain;
  bool vim_keys = false;
  double retention = 0.9;  // the chance of recall at which a question comes due again: 0.7 to 0.99
  std::string interview_day = {};  // "2026-12-24": the study plan leads there; empty: not known
  double hours_per_week = 10;      // of the study plan: more than 0, at most kMostHoursPerWeek
  bool show_difficulty = false;    // during a round
  bool blind_practice = false;     // the library hides topic, pattern and difficulty
  bool tour_seen = false;          // the first-run tour is over
  std::map<std::string, std::string> keys;  // by the name of an action: "run" -> "Ctrl+Enter"
  LlmSettings llm;
  bool operator==(const Settings&) const = default;
};

// Defaults where there is no file. kInvalid names the field that is wrong.
interview::Result<Settings> LoadSettings(const std::filesystem::path& path);
interview::Status SaveSettings(const Settings& settings, const std::filesystem::path& path);

interview::Json ToJson(const Settings& settings);

}  // namespace app
