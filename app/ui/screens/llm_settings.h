// The settings of the language model: whom to ask, with which key, what is never sent, how much it
// may cost; and a test of the endpoint. UI thread only.
#pragma once

#include <array>
#include <string>

#include "app/core/app_state.h"
#include "app/ui/frame_context.h"
#include "app/ui/screens/settings_rows.h"
#include "app/ui/widgets/text_box.h"

namespace app {

inline constexpr std::size_t kLlmFields = 12;

struct LlmSettingsState {
  bool filled = false;
  std::array<TextBoxState, kLlmFields> boxes;
  std::array<std::string, kLlmFields> problems;  // of what was typed last; empty: it was taken
};

void DrawLlmSettings(FrameContext& context, const AppState& app, Rows* rows,
                     LlmSettingsState* state, LlmSettings* settings);

}  // namespace app
