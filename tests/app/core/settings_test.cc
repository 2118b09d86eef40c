// The settings file.
#include "app/core/settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temp_folder.h"

namespace app {
namespace {

using interview::Result;
using testing::HasSubstr;

class SettingsTest : public testing::Test {
 protected:
  Result<Settings> Load(const std::string& text) {
    support::WriteBytes(file_, text);
    return LoadSettings(file_);
  }
  support::TempFolder folder_;
  std::filesystem::path file_ = folder_ / "onsite/settings.json";
};

TEST_F(SettingsTest, WithoutAFileThereAreDefaultsAndTheNetworkIsOff) {
  const Result<Settings> settings = LoadSettings(file_);
  ASSERT_TRUE(settings);
  EXPECT_EQ(*settings, Settings());
  EXPECT_FALSE(settings->llm.enabled);
}

TEST_F(SettingsTest, WhatIsSavedIsLoaded) {
  Settings settings;
  settings.zoom_percent = 150;
  settings.language = interview::Language::kCpp;
  settings.time_scale = 1.25;
  settings.show_difficulty = true;
  settings.retention = 0.85;
  settings.theme = ThemeChoice::kHighContrast;
  settings.code_size = 18;
  settings.reduce_motion = settings.read_aloud = true;
  settings.assist = interview::AssistLevel::kIde;
  settings.vim_keys = settings.blind_practice = settings.tour_seen = true;
  settings.keys = {{"run", "F5"}, {"submit", "Ctrl+Shift+F5"}};
  settings.llm = {true, "https://api.example.org/v1/chat/completions", "small", 30, true};
  settings.llm.api = "anthropic";
  settings.llm.organisation = "org";
  settings.llm.headers = {{"X-Title", "Onsite"}};
  settings.llm.key_variable = "MY_KEY";
  settings.llm.key_file = "~/key";
  settings.llm.names = {"Jane Doe"};
  settings.llm.most_tokens = 100000;
  settings.llm.most_money = 1.5;
  settings.llm.prompt_price = 3;
  settings.llm.completion_price = 15;
  settings.llm.voice = settings.llm.second_score = true;
  settings.llm.agreed = {"anthropic https://api.example.org/v1 small"};
  ASSERT_TRUE(SaveSettings(settings, file_));
  const Result<Settings> loaded = LoadSettings(file_);
  ASSERT_TRUE(loaded) << loaded.error().message;
  EXPECT_EQ(*loaded, settings);
}

TEST_F(SettingsTest, MissingFieldsKeepTheirDefaults) {
  const Result<Settings> settings = Load(R"({"zoom_percent": 200})");
  ASSERT_TRUE(settings);
  EXPECT_EQ(settings->zoom_percent, 200);
  EXPECT_EQ(settings->llm.timeout_s, 60);
}

TEST_F(SettingsTest, EveryFaultNamesItsField) {
  const std::pair<const char*, const char*> cases[] = {
      {R"({"theme": "purple"})", "theme: must be system, dark, light or high_contrast"},
      {R"({"theme": 3})", "theme: must be a string"},
      {R"({"zoom_percent": 74})", "zoom_percent: must be from 75 to 300"},
      {R"({"zoom_percent": 301})", "zoom_percent: must be from 75 to 300"},
      {R"({"zoom_percent": 1e300})", "zoom_percent: must be a whole number"},
      {R"({"code_size": 9})", "code_size: must be from 10 to 28"},
      {R"({"assist": "all"})", "assist: must be whiteboard, plain or ide"},
      {R"({"vim_keys": 1})", "vim_keys: must be true or false"},
      {R"({"keys": {"run": 5}})", "keys: run must be a text such as"},
      {R"({"language": "cobol"})", "language: must be python, cpp or javascript"},
      {R"({"time_scale": 2})", "time_scale: must be 0.75, 1 or 1.25"},
      {R"({"llm": {"enabled": "yes"}})", "llm: enabled: must be true or false"},
      {R"({"llm": {"timeout_s": 0}})", "llm: timeout_s: must be from 1 to 600"},
      {R"({"llm": {"key": "sk-1"}})", "llm: key: unknown key"},
      {R"({"llm": {"api": "morse"}})", "llm: api: must be openai or anthropic"},
      {R"({"llm": {"headers": {"X-Title": 1}}})", "llm: headers: X-Title must be a text"},
      {R"({"llm": {"most_money": -1}})", "llm: most_money: must not be below 0"},
      {R"({"colour": 1})", "colour: unknown key"},
      {R"([1])", "must be an object"},
      {R"({)", "not valid JSON"}};
  for (const auto& [text, complaint] : cases) {
    const Result<Settings> settings = Load(text);
    ASSERT_FALSE(settings) << text;
    EXPECT_EQ(settings.error().code, interview::ErrorCode::kInvalid);
    EXPECT_THAT(settings.error().message, HasSubstr(complaint)) << text;
    EXPECT_THAT(settings.error().message, HasSubstr(file_.string())) << text;
  }
}

}  // namespace
}  // namespace app
