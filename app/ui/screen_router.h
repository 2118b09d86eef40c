// Which screen is drawn, what lies over all of them, and the keys that work everywhere.
// UI thread only. UiState is all the interface remembers; everything else is AppState.
#pragma once

#include "app/core/app_state.h"
#include "app/ui/frame_context.h"
#include "app/ui/panels/room_view.h"
#include "app/ui/screens/debrief_screen.h"
#include "app/ui/screens/home_screen.h"
#include "app/ui/screens/settings_screen.h"
#include "app/ui/screens/setup_screen.h"
#include "app/ui/screens/transcript_screen.h"
#include "app/ui/widgets/feedback.h"

namespace app {

struct UiState {
  HomeState home;
  SetupState setup;
  RoomState room;
  DebriefState debrief;
  TranscriptState transcript;
  SettingsState settings;
  ToastState toasts;
  Route shown = Route::kHome;
};

// Draws `app` and puts what the user asked for into context.commands.
void DrawUi(FrameContext& context, const AppState& app, UiState* state);

}  // namespace app
