// Picks the screen for the route, and the keys that work everywhere.
#include "app/ui/screen_router.h"

#include "app/ui/screens/history_screen.h"
#include "app/ui/screens/room_screen.h"

namespace app {
namespace {

constexpr int kNormalZoom = 100;

void TakeGlobalKeys(FrameContext& context, const AppState& app) {
  if (!CurrentModifiers().command()) return;
  int zoom = app.settings.zoom_percent;
  if (KeyPressed(Key::kEqual)) zoom = StepZoom(zoom, 1);
  if (KeyPressed(Key::kMinus)) zoom = StepZoom(zoom, -1);
  if (KeyPressed(Key::k0)) zoom = kNormalZoom;
  if (zoom != app.settings.zoom_percent) {
    Settings settings = app.settings;
    settings.zoom_percent = zoom;
    context.Emit(command::ChangeSettings{settings});
  }
  if (KeyPressed(Key::kQ, false)) context.Emit(command::Quit{});
}

}  // namespace

void DrawUi(FrameContext& context, const AppState& app, UiState* state) {
  if (state->shown != app.route) {
    state->shown = app.route;
    context.focus.Clear();
    state->settings.loaded = false;
  }
  TakeGlobalKeys(context, app);
  switch (app.route) {
    case Route::kHome:
      DrawHomeScreen(context, app, &state->home, &state->setup);
      break;
    case Route::kSetup:
      DrawSetupScreen(context, app, &state->setup);
      break;
    case Route::kRoom:
      DrawRoomScreen(context, app, &state->room);
      break;
    case Route::kDebrief:
      DrawDebriefScreen(context, app, &state->debrief);
      break;
    case Route::kHistory:
      DrawHistoryScreen(context, app);
      break;
    case Route::kTranscript:
      DrawTranscriptScreen(context, app, &state->transcript);
      break;
    case Route::kSettings:
      DrawSettingsScreen(context, app, &state->settings);
      break;
  }
  if (const int id = DrawToasts(context, app.notices, &state->toasts); id != 0) {
    context.Emit(command::DismissNotice{id});
  }
}

}  // namespace app
