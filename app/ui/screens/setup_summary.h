// What the choices of the setup screen come to: the rounds or phases in their order and length, and
// the button that starts them. UI thread only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/core/app_state.h"
#include "app/ui/frame_context.h"

namespace app {

struct SetupSummary {
  struct Step {
    std::string title;
    std::string caption;  // may be empty
    interview::Duration length{};
    bool is_break = false;
  };
  std::string title;
  std::string text;
  std::vector<Step> steps;
  std::string note;
  std::string button;            // with its id
  std::optional<Command> start;  // empty: nothing can be started
};

SetupSummary SummaryOfLoop(const interview::LoopPreset& preset, const command::StartLoop& start);
SetupSummary SummaryOfDrill(const AppState& app, interview::RoundKind kind,
                            const command::StartDrill& start);

// A card `width` wide; starts what it shows when its button is pressed.
void DrawSetupSummary(FrameContext& context, const AppState& app, const SetupSummary& summary,
                      float width);

}  // namespace app
