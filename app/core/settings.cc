// Settings from and to JSON.
#include "app/core/settings.h"

#include "app/core/iso_day.h"
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

// An object of texts. Whether its names mean anything is for those to say who know them.
void ReadTexts(JsonReader* reader, std::string_view key, const std::string& example,
               std::map<std::string, std::string>* texts) {
  for (const auto& [name, text] : reader->ObjectOr(key).items()) {
    if (text.is_string()) {
      (*texts)[name] = text.get<std::string>();
    } else {
      reader->Complain(key, name + " must be a text such as \"" + example + "\".");
    }
  }
}

void ReadAmount(JsonReader* reader, std::string_view key, double* value) {
  *value = reader->NumberOr(key, *value);
  if (!(*value >= 0)) reader->Complain(key, "must not be below 0.");
}

void ReadLlm(JsonReader* reader, LlmSettings* settings) {
  JsonReader llm(reader->ObjectOr("llm"), reader->Path("llm"));
  settings->enabled = llm.BoolOr("enabled", false);
  settings->url = llm.StringOr("url");
  settings->model = llm.StringOr("model");
  ReadWhole(&llm, "timeout_s", 1, 600, &settings->timeout_s);
  settings->allow_plain_http = llm.BoolOr("allow_plain_http", false);
  settings->api = llm.StringOr("api", settings->api);
  if (settings->api != "openai" && settings->api != "anthropic") {
    llm.Complain("api", "must be openai or anthropic.");
  }
  settings->organisation = llm.StringOr("organisation");
  ReadTexts(&llm, "headers", "Onsite", &settings->headers);
  settings->key_variable = llm.StringOr("key_variable", settings->key_variable);
  settings->key_file = llm.StringOr("key_file");
  settings->names = llm.StringsOr("names");
  ReadWhole(&llm, "most_tokens", 0, 1'000'000'000, &settings->most_tokens);
  ReadAmount(&llm, "most_money", &settings->most_money);
  ReadAmount(&llm, "prompt_price", &settings->prompt_price);
  ReadAmount(&llm, "completion_price", &settings->completion_price);
  settings->voice = llm.BoolOr("voice", false);
  settings->second_score = llm.BoolOr("second_score", false);
  settings->agreed = llm.StringsOr("agreed");
  llm.Complaints();
  reader->Absorb(llm);
}

Json ToJson(const LlmSettings& llm) {
  return {{"enabled", llm.enabled},
          {"url", llm.url},
          {"model", llm.model},
          {"timeout_s", llm.timeout_s},
          {"allow_plain_http", llm.allow_plain_http},
          {"api", llm.api},
          {"organisation", llm.organisation},
          {"headers", llm.headers},
          {"key_variable", llm.key_variable},
          {"key_file", llm.key_file},
          {"names", llm.names},
          {"most_tokens", llm.most_tokens},
          {"most_money", llm.most_money},
          {"prompt_price", llm.prompt_price},
          {"completion_price", llm.completion_price},
          {"voice", llm.voice},
          {"second_score", llm.second_score},
          {"agreed", llm.agreed}};
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
  settings.interview_day = reader.StringOr("interview_day");
  if (!settings.interview_day.empty() && !ParseIsoDay(settings.interview_day)) {
    reader.Complain("interview_day", "must be a date such as \"2026-12-24\", or empty.");
  }
  settings.hours_per_week = reader.NumberOr("hours_per_week", settings.hours_per_week);
  if (!(settings.hours_per_week > 0 && settings.hours_per_week <= kMostHoursPerWeek)) {
    reader.Complain("hours_per_week", "must be more than 0 and at most 80.");
  }
  settings.show_difficulty = reader.BoolOr("show_difficulty", settings.show_difficulty);
  settings.blind_practice = reader.BoolOr("blind_practice", settings.blind_practice);
  settings.tour_seen = reader.BoolOr("tour_seen", settings.tour_seen);
  ReadTexts(&reader, "keys", "Ctrl+Enter", &settings.keys);
  ReadLlm(&reader, &settings.llm);
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
          {"interview_day", settings.interview_day},
          {"hours_per_week", settings.hours_per_week},
          {"show_difficulty", settings.show_difficulty},
          {"blind_practice", settings.blind_practice},
          {"tour_seen", settings.tour_seen},
          {"keys", settings.keys},
          {"llm", ToJson(settings.llm)}};
}

interview::Status SaveSettings(const Settings& settings, const std::filesystem::path& path) {
  return interview::WriteFileAtomically(path, interview::DumpJson(ToJson(settings), 2) + "\n");
}

}  // namespace app
