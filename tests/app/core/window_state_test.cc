// The remembered window and panels.
#include "app/core/window_state.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temp_folder.h"

namespace app {
namespace {

using interview::Result;
using testing::HasSubstr;

const ScreenArea kLaptop = {0, 24, 1440, 876};
const ScreenArea kDesk = {1440, 0, 3840, 2160};

class WindowStateTest : public testing::Test {
 protected:
  Result<WindowState> Load(const std::string& text) {
    support::WriteBytes(file_, text);
    return LoadWindowState(file_);
  }
  support::TempFolder folder_;
  std::filesystem::path file_ = folder_ / "data/window.json";
};

TEST_F(WindowStateTest, WithoutAFileThereAreDefaults) {
  const Result<WindowState> state = LoadWindowState(file_);
  ASSERT_TRUE(state);
  EXPECT_EQ(*state, WindowState());
}

TEST_F(WindowStateTest, WhatIsSavedIsLoaded) {
  WindowState state;
  state.width = 3840;
  state.height = 2160;
  state.position = WindowPosition{-1200, 31};
  state.maximized = true;
  state.panels = {400, 312, 180};
  ASSERT_TRUE(SaveWindowState(state, file_));
  const Result<WindowState> loaded = LoadWindowState(file_);
  ASSERT_TRUE(loaded) << loaded.error().message;
  EXPECT_EQ(*loaded, state);
}

TEST_F(WindowStateTest, APositionLeftToTheDesktopStaysSo) {
  ASSERT_TRUE(SaveWindowState(WindowState(), file_));
  const Result<WindowState> loaded = LoadWindowState(file_);
  ASSERT_TRUE(loaded);
  EXPECT_FALSE(loaded->position);
}

TEST_F(WindowStateTest, ADamagedFileSaysWhere) {
  const std::pair<const char*, const char*> cases[] = {
      {"", "window.json"},
      {R"({"width": 0})", "width: must be from 1"},
      {R"({"width": 1e9})", "width: must be"},
      {R"({"x": -1000000, "y": 0})", "x: must be"},
      {R"({"panels": {"console_height": -5}})", "panels: console_height: must be from 0"},
      {R"({"maximized": "yes"})", "maximized: must be"}};
  for (const auto& [text, complaint] : cases) {
    const Result<WindowState> state = Load(text);
    ASSERT_FALSE(state) << text;
    EXPECT_THAT(state.error().message, HasSubstr(complaint)) << text;
  }
}

TEST(FitToScreensTest, AWindowThatStillShowsKeepsItsPlace) {
  WindowState state;
  state.position = WindowPosition{1600, 100};
  const WindowState before = state;
  FitToScreens({kLaptop, kDesk}, 1, &state);
  EXPECT_EQ(state, before);
}

TEST(FitToScreensTest, WithoutItsScreenAWindowGoesWhereTheDesktopPutsIt) {
  WindowState state;
  state.position = WindowPosition{1600, 100};
  FitToScreens({kLaptop}, 1, &state);
  EXPECT_FALSE(state.position);
}

TEST(FitToScreensTest, ATitleBarAboveTheScreenCannotBeGrasped) {
  WindowState state;
  state.position = WindowPosition{10, -40};
  FitToScreens({kLaptop}, 1, &state);
  EXPECT_FALSE(state.position);
  state.position = WindowPosition{-state.width + 60, 100};
  FitToScreens({kLaptop}, 1, &state);
  EXPECT_FALSE(state.position);
}

TEST(FitToScreensTest, ASizeFitsTheLargestScreenAndHoldsTheRoom) {
  WindowState state;
  state.width = 3840;
  state.height = 2160;
  FitToScreens({kLaptop}, 1, &state);
  EXPECT_EQ(state.width, 1440);
  EXPECT_EQ(state.height, 876);
  state.width = 200;
  state.height = 100;
  FitToScreens({kLaptop}, 1, &state);
  EXPECT_EQ(state.width, kLeastWindowWidth);
  EXPECT_EQ(state.height, kLeastWindowHeight);
}

TEST(FitToScreensTest, AtScaleTwoAScreenHoldsHalfAsMuch) {
  WindowState state;
  state.width = 3000;
  state.height = 1500;
  FitToScreens({kDesk}, 2, &state);
  EXPECT_EQ(state.width, 1920);
  EXPECT_EQ(state.height, 1080);
}

TEST(FitToScreensTest, WithoutAScreenNothingChanges) {
  WindowState state;
  state.width = 3000;
  const WindowState before = state;
  FitToScreens({}, 1, &state);
  EXPECT_EQ(state, before);
}

}  // namespace
}  // namespace app
