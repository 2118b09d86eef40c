// The user's settings, in sections. UI thread only.
#pragma once

#include <span>
#include <string>

#include "app/core/app_state.h"
#include "app/ui/frame_context.h"
#include "app/ui/screens/llm_settings.h"
#include "app/ui/widgets/text_box.h"

namespace app {

struct SettingsState {
  int section = 0;
  TextBoxState search;  // while it holds something, the rows that fit are shown of all sections
  LlmSettingsState llm;
  std::string capturing;    // name of the action whose new key is awaited; empty: none
  std::string key_problem;  // why the last key was not taken
};

void DrawSettingsScreen(FrameContext& context, const AppState& app, SettingsState* state);

std::string ThemeTitle(ThemeChoice theme);

// The zooms the window offers, in percent, ascending; StepZoom() goes through them.
std::span<const int> ZoomSteps();
int StepZoom(int percent, int direction);

}  // namespace app
