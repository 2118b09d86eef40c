// Picks the screen for the route, hears the keys, and draws what lies over every screen.
#include "app/ui/screen_router.h"

#include <algorithm>

#include "app/ui/screens/about_screen.h"
#include "app/ui/screens/room_screen.h"

namespace app {
namespace {

// The keys as the settings now have them; what cannot be met is told once.
void FollowKeys(FrameContext& context, const AppState& app, UiState* state) {
  if (state->keys_wished != app.settings.keys) {
    state->keys_wished = app.settings.keys;
    state->keys = KeyMap(app.settings.keys);
    for (const std::string& problem : state->keys.problems()) {
      context.Emit(command::Tell{command::Tell::Kind::kError, problem});
    }
  }
  context.keys = &state->keys;
}

void DrawScreen(FrameContext& context, const AppState& app, UiState* state) {
  switch (app.route) {
    case Route::kHome:
      return DrawHomeScreen(context, app, &state->home, &state->setup);
    case Route::kSetup:
      return DrawSetupScreen(context, app, &state->setup);
    case Route::kRoom:
      return DrawRoomScreen(context, app, &state->room);
    case Route::kDebrief:
      return DrawDebriefScreen(context, app, &state->debrief);
    case Route::kHistory:
      return DrawHistoryScreen(context, app, &state->history);
    case Route::kTranscript:
      return DrawTranscriptScreen(context, app, &state->transcript);
    case Route::kReplay:
      return DrawReplayScreen(context, app, &state->replay);
    case Route::kLibrary:
      return DrawLibraryScreen(context, app, &state->library);
    case Route::kProgress:
      return DrawProgressScreen(context, app, &state->progress, &state->library);
    case Route::kSettings:
      return DrawSettingsScreen(context, app, &state->settings);
    case Route::kAbout:
      return DrawAboutScreen(context, app);
    case Route::kGallery:
      return DrawGalleryScreen(context, app, &state->gallery);
  }
}

bool PopupIsOpen() {
  return ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
}

void DrawNotices(FrameContext& context, const AppState& app, UiState* state) {
  const ToastAnswer answer = DrawToasts(context, app.notices, &state->toasts);
  if (answer.dismissed != 0) context.Emit(command::DismissNotice{answer.dismissed});
  if (answer.details == 0) return;
  const auto notice =
      std::find_if(app.notices.begin(), app.notices.end(),
                   [&](const Notice& candidate) { return candidate.id == answer.details; });
  if (notice != app.notices.end()) state->error.notice = *notice;
}

}  // namespace

void DrawUi(FrameContext& context, const AppState& app, UiState* state) {
  FollowKeys(context, app, state);
  if (state->shown != app.route) {
    state->shown = app.route;
    context.focus.Clear();
    state->settings = SettingsState{};
  }
  // What lies over the screen has the keys to itself, also in the frame that closes it.
  const bool covered = PopupIsOpen() || state->tour.step >= 0 || !state->settings.capturing.empty();
  DrawScreen(context, app, state);
  ActionScope scope = MakeScope(context, app, state);
  if (!covered) TakeShortcuts(scope, state->keys);
  if (context.wanted != ActionId::kNone && IsAvailable(ActionOf(context.wanted), scope)) {
    ActionOf(context.wanted).perform(scope);
  }
  DrawCommandPalette(scope, state->keys, &state->palette);
  DrawShortcutSheet(context, state->keys, &state->sheet);
  DrawTour(context, app, &state->tour);
  DrawErrorDialog(context, &state->error);
  DrawConsentDialog(context, app, &state->consent);
  DrawDebugMenu(context, &state->debug);
  DrawNotices(context, app, state);
}

}  // namespace app
