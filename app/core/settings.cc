// Settings from and to JSON.
#include "app/core/settings.h"

#include "interview/base/files.h"
#include "interview/model/language.h"

namespace app {

using interview::Json;
using interview::JsonReader;

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
  const std::string theme = reader.StringOr("theme", "dark");
  settings.theme = theme == "light" ? ThemeChoice::kLight : ThemeChoice::kDark;
  if (theme != "light" && theme != "dark") reader.Complain("theme", "must be dark or light.");
  settings.zoom_percent = reader.IntOr("zoom_percent", 100);
  if (settings.zoom_percent < 75 || settings.zoom_percent > 300) {
    reader.Complain("zoom_percent", "must be from 75 to 300.");
  }
  const auto language = interview::ParseLanguage(reader.StringOr("language", "python"));
  if (!language) reader.Complain("language", "must be " + interview::LanguageNames() + ".");
  settings.language = language.value_or(interview::Language::kPython);
  settings.time_scale = reader.NumberOr("time_scale", 1);
  if (settings.time_scale != 0.75 && settings.time_scale != 1 && settings.time_scale != 1.25) {
    reader.Complain("time_scale", "must be 0.75, 1 or 1.25.");
  }
  settings.show_difficulty = reader.BoolOr("show_difficulty", false);
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
  return {{"theme", settings.theme == ThemeChoice::kLight ? "light" : "dark"},
          {"zoom_percent", settings.zoom_percent},
          {"language", ToString(settings.language)},
          {"time_scale", settings.time_scale},
          {"show_difficulty", settings.show_difficulty},
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
