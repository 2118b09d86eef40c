// Which screen is drawn, what lies over all of them, and when the keys of the table of actions are
// heard. UI thread only. UiState is all the interface remembers; everything else is AppState.
#pragma once

#include "app/core/app_state.h"
#include "app/ui/command_palette.h"
#include "app/ui/consent_dialog.h"
#include "app/ui/debug_menu.h"
#include "app/ui/error_dialog.h"
#include "app/ui/frame_context.h"
#include "app/ui/key_map.h"
#include "app/ui/panels/room_view.h"
#include "app/ui/screens/debrief_screen.h"
#include "app/ui/screens/gallery_screen.h"
#include "app/ui/screens/history_screen.h"
#include "app/ui/screens/home_screen.h"
#include "app/ui/screens/library_screen.h"
#include "app/ui/screens/progress_screen.h"
#include "app/ui/screens/replay_screen.h"
#include "app/ui/screens/settings_screen.h"
#include "app/ui/screens/setup_screen.h"
#include "app/ui/screens/transcript_screen.h"
#include "app/ui/shortcut_sheet.h"
#include "app/ui/tour.h"
#include "app/ui/widgets/feedback.h"

namespace app {

struct UiState {
  HomeState home;
  SetupState setup;
  RoomState room;
  DebriefState debrief;
  TranscriptState transcript;
  ReplayState replay;
  HistoryState history;
  LibraryState library;
  ProgressState progress;
  SettingsState settings;
  GalleryState gallery;
  PaletteState palette;
  SheetState sheet;
  TourState tour;
  DebugMenuState debug;
  ErrorDialogState error;
  ConsentDialogState consent;
  ToastState toasts;
  KeyMap keys;
  std::map<std::string, std::string> keys_wished;  // what `keys` was made of
  Route shown = Route::kHome;
};

// Draws `app` and puts what the user asked for into context.commands.
void DrawUi(FrameContext& context, const AppState& app, UiState* state);

}  // namespace app
