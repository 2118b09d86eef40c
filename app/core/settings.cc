// Settings from and to JSON.
#include "app/core/settings.h"

#include "interview/base/files.h"
#include "interview/model/language.h"
#include "interview/schedule/memory_state.h"

namespace app {

using interview::Json;
using interview::JsonReader;

namespace {

// "system, dark or light": the values of a field, for its complaint.
template <class Values>
std::string NamesOf(const Values& values) {
  std::string names;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) names += i + 1 < values.size() ? ", " : " or ";
    names += ToString(values[i]);
  }
  return names;
}

// One of a few named values; the default and a complaint where the name is another.
template <class Values, class T>
void ReadChoice(JsonReader* reader, std::string_view key, const Values& values, T* value) {
  const std::string name = reader->StringOr(key, std::string(ToString(*value)));
  for (const T candidate : values) {
    if (ToString(candidate) != name) continue;
    *value = candidate;
    return;
  }
  reader->Complain(key, "must be " + NamesOf(values) + ".");
}

void ReadWhole(JsonReader* reader, std::string_view key, int least, int most, int* value) {
  *value = reader->IntOr(key, *value);
  if (*value >= least && *value <= most) return;
  reader->Complain(key,
                   "must be from " + std::to_string(least) + " to " + std::to_string(most) + ".");
}

// Whether the names mean anything is for those to say who know the actions and the keys.
void ReadKeys(JsonReader* reader, std::map<std::string, std::string>* keys) {
  for (const auto& [action, chord] : reader->ObjectOr("keys").items()) {
    if (chord.is_string()) {
      (*keys)[action] = chord.get<std::string>();
    } else {
      reader->Complain("keys", action + " must be a text such as \"Ctrl+Enter\".");
    }
  }
}

}  // namespace

std::string_view ToString(ThemeChoice theme) {
  constexpr std::array<std::string_view, 4> kNames = {"system", "dark", "light", "high_contrast"};
  return kNames[static_cast<std::size_t>(theme)];
}

interview::Result<Settings> LoadSettings(const std::filesystem::path& path) {
  Settings settings;
  const interview::Result<std::string> text = interview::ReadFile(path);
  if (!text) {
    if (text.error().code == interview::ErrorCode::kNotFound) return settings;
    return Forward(text);
  }
  const interview::Result<Json> json = interview::ParseJson(*text, path.string());
  if (!json) return Forward(json);
  JsonReader reader(*json, path.string());
  ReadChoice(&reader, "theme", kThemeChoices, &settings.theme);
  ReadWhole(&reader, "zoom_percent", kLeastZoom, kMostZoom, &settings.zoom_percent);
  ReadWhole(&reader, "code_size", kLeastCodeSize, kMostCodeSize, &settings.code_size);
  settings.reduce_motion = reader.BoolOr("reduce_motion", settings.reduce_motion);
  settings.read_aloud = reader.BoolOr("read_aloud", settings.read_aloud);
  ReadChoice(&reader, "language", interview::kLanguages, &settings.language);
  settings.time_scale = reader.NumberOr("time_scale", 1);
  if (settings.time_scale != 0.75 && settings.time_scale != 1 && settings.time_scale != 1.25) {
    reader.Complain("time_scale", "must be 0.75, 1 or 1.25.");
  }
  settings.persona = reader.StringOr("persona", settings.persona);
  ReadChoice(&reader, "assist", interview::kAssistLevels, &settings.assist);
  settings.vim_keys = reader.BoolOr("vim_keys", settings.vim_keys);
  settings.retention = reader.NumberOr("retention", settings.retention);
  if (!(settings.retention >= interview::kLeastRetention &&
        settings.retention <= interview::kMostRetention)) {
    reader.Complain("retention", "must be from 0.7 to 0.99.");
  }
  settings.show_difficulty = reader.BoolOr("show_difficulty", settings.show_difficulty);
  settings.blind_practice = reader.BoolOr("blind_practice", settings.blind_practice);
  settings.tour_seen = reader.BoolOr("tour_seen", settings.tour_seen);
  ReadKeys(&reader, &settings.keys);
  JsonReader llm(reader.ObjectOr("llm"), reader.Path("llm"));
  settings.llm.enabled = llm.BoolOr("enabled", false);
  settings.llm.url = llm.StringOr("url");
  settings.llm.model = llm.StringOr("model");
  settings.llm.timeout_s = llm.IntOr("timeout_s", 60);
  if (settings.llm.timeout_s < 1 || settings.llm.timeout_s > 600) {
    llm.Complain("timeout_s", "must be from 1 to 600.");
  }
  settings.llm.allow_plain_http = llm.BoolOr("allow_plain_http", false);
  llm.Complaints();
  reader.Absorb(llm);
  if (interview::Status s = reader.Finish(); !s) return Forward(s);
  return settings;
}

Json ToJson(const Settings& settings) {
  return {{"theme", ToString(settings.theme)},
          {"zoom_percent", settings.zoom_percent},
          {"code_size", settings.code_size},
          {"reduce_motion", settings.reduce_motion},
          {"read_aloud", settings.read_aloud},
          {"language", ToString(settings.language)},
          {"time_scale", settings.time_scale},
          {"persona", settings.persona},
          {"assist", ToString(settings.assist)},
          {"vim_keys", settings.vim_keys},
          {"retention", settings.retention},
          {"show_difficulty", settings.show_difficulty},
          {"blind_practice", settings.blind_practice},
          {"tour_seen", settings.tour_seen},
          {"keys", settings.keys},
          {"llm",
           {{"enabled", settings.llm.enabled},
            {"url", settings.llm.url},
            {"model", settings.llm.model},
            {"timeout_s", settings.llm.timeout_s},
            {"allow_plain_http", settings.llm.allow_plain_http}}}};
}

interview::Status SaveSettings(const Settings& settings, const std::filesystem::path& path) {
  return interview::WriteFileAtomically(path, interview::DumpJson(ToJson(settings), 2) + "\n");
}

}  // namespace app
