// What to rehearse: a loop by its preset, or a drill by its kind or question; language and length.
// UI thread only.
#pragma once

#include <optional>
#include <string>

#include "app/core/app_state.h"
#include "app/ui/frame_context.h"

namespace app {

struct SetupState {
  enum class Mode { kLoop, kDrill };
  Mode mode = Mode::kDrill;
  std::string preset;
  interview::RoundKind kind = interview::RoundKind::kCoding;
  interview::QuestionId question;                // empty: chosen for you
  int minutes = 0;                               // 0: as the question asks for
  std::optional<interview::Language> language;   // empty: that of the settings
  std::optional<double> time_scale;              // empty: that of the settings
  std::optional<interview::AssistLevel> assist;  // empty: that of the settings
};

void DrawSetupScreen(FrameContext& context, const AppState& app, SetupState* state);

}  // namespace app
