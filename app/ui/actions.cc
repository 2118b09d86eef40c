// The table of actions.
#include "app/ui/actions.h"

#include <algorithm>
#include <array>

#include "app/ui/panels/console_panel.h"
#include "app/ui/panels/prose_panel.h"
#include "app/ui/panels/study_items.h"
#include "app/ui/screen_router.h"

namespace app {
namespace {

using interview::Stage;

constexpr int kNormalZoom = 100;

template <Route kTo>
void Go(ActionScope& scope) {
  scope.context.Emit(command::Navigate{kTo});
}

template <int kDirection>
void Zoom(ActionScope& scope) {
  Settings settings = scope.app.settings;
  settings.zoom_percent =
      kDirection == 0 ? kNormalZoom : StepZoom(settings.zoom_percent, kDirection);
  if (settings != scope.app.settings) scope.context.Emit(command::ChangeSettings{settings});
}

void NextTheme(ActionScope& scope) {
  Settings settings = scope.app.settings;
  const auto here = std::find(kThemeChoices.begin(), kThemeChoices.end(), settings.theme);
  settings.theme = here + 1 == kThemeChoices.end() ? kThemeChoices.front() : *(here + 1);
  scope.context.Emit(command::ChangeSettings{settings});
}

void Back(ActionScope& scope) {
  Route to = Route::kHome;
  if (scope.app.route == Route::kDebrief) to = Route::kHistory;
  if (scope.app.route == Route::kTranscript || scope.app.route == Route::kReplay) {
    const bool scored = scope.app.viewed && scope.app.viewed->session->score_card();
    to = scored ? Route::kDebrief : Route::kHistory;
  }
  scope.context.Emit(command::Navigate{to});
}

bool InRound(const ActionScope& scope) {
  return scope.room && scope.room->session.stage() == Stage::kInRound;
}

bool InDrill(const ActionScope& scope) { return scope.room && scope.room->is_drill(); }

void Pause(ActionScope& scope) {
  if (scope.room->session.stage() == Stage::kPaused) {
    EmitAct(scope.context, &scope.ui.room, interview::event::Resumed{});
  } else {
    EmitAct(scope.context, &scope.ui.room, interview::event::Paused{});
  }
}

template <int kDirection>
bool HasPhase(const ActionScope& scope) {
  if (!InRound(scope) || scope.room->is_concepts()) return false;
  const int phase = scope.room->record.phase + kDirection;
  return phase >= 0 && phase < static_cast<int>(scope.room->plan.phases.size());
}

template <int kDirection>
void EnterPhase(ActionScope& scope) {
  EmitAct(scope.context, &scope.ui.room,
          interview::event::PhaseEntered{scope.room->record.phase + kDirection});
}

void ShowPanel(ActionScope& scope, std::string_view panel) {
  scope.context.focus.FocusPanel(panel);
}

// clang-format off
constexpr auto kActions = std::to_array<Action>({
  {ActionId::kPalette, "palette", "Find an action", ActionGroup::kGeneral, ActionPlace::kAnywhere,
   "Ctrl+K Ctrl+Shift+P", [](ActionScope& s) { s.ui.palette.open = true; }},
  {ActionId::kShortcuts, "shortcuts", "Show the keyboard shortcuts", ActionGroup::kGeneral,
   ActionPlace::kAnywhere, "F1", [](ActionScope& s) { s.ui.sheet.open = true; }},
  {ActionId::kNextPanel, "next_panel", "Next panel", ActionGroup::kGeneral,
   ActionPlace::kAnywhere, "F6", [](ActionScope& s) { s.context.focus.WalkPanels(1); }},
  {ActionId::kPreviousPanel, "previous_panel", "Previous panel", ActionGroup::kGeneral,
   ActionPlace::kAnywhere, "Shift+F6", [](ActionScope& s) { s.context.focus.WalkPanels(-1); }},
  {ActionId::kDismissToast, "dismiss_notice", "Dismiss the latest notice", ActionGroup::kGeneral,
   ActionPlace::kAnywhere, "Ctrl+.",
   [](ActionScope& s) { s.context.Emit(command::DismissNotice{s.app.notices.back().id}); },
   [](const ActionScope& s) { return !s.app.notices.empty(); }},
  {ActionId::kReloadSettings, "reload_settings", "Read the settings file again",
   ActionGroup::kGeneral, ActionPlace::kAnywhere, "",
   [](ActionScope& s) { s.context.Emit(command::ReloadSettings{}); }},
  {ActionId::kQuit, "quit", "Quit Onsite", ActionGroup::kGeneral, ActionPlace::kAnywhere, "Ctrl+Q",
   [](ActionScope& s) { s.context.Emit(command::Quit{}); }},

  {ActionId::kZoomIn, "zoom_in", "Larger", ActionGroup::kLook, ActionPlace::kAnywhere,
   "Ctrl+= Ctrl+Shift+=", Zoom<1>},
  {ActionId::kZoomOut, "zoom_out", "Smaller", ActionGroup::kLook, ActionPlace::kAnywhere,
   "Ctrl+-", Zoom<-1>},
  {ActionId::kZoomReset, "zoom_reset", "Usual size", ActionGroup::kLook, ActionPlace::kAnywhere,
   "Ctrl+0", Zoom<0>},
  {ActionId::kNextTheme, "next_theme", "Next theme", ActionGroup::kLook, ActionPlace::kAnywhere,
   "", NextTheme},

  {ActionId::kBack, "back", "Back", ActionGroup::kPlaces, ActionPlace::kPages, "Esc Alt+Left",
   Back, [](const ActionScope& s) { return s.app.route != Route::kHome; }},
  {ActionId::kHome, "home", "Home", ActionGroup::kPlaces, ActionPlace::kPages, "Alt+1",
   Go<Route::kHome>},
  {ActionId::kDrill, "drill", "Set up a drill or a loop", ActionGroup::kPlaces,
   ActionPlace::kPages, "Ctrl+N", Go<Route::kSetup>},
  {ActionId::kLibrary, "library", "Library", ActionGroup::kPlaces, ActionPlace::kPages, "Alt+2",
   Go<Route::kLibrary>},
  {ActionId::kHistory, "history", "History", ActionGroup::kPlaces, ActionPlace::kPages, "Alt+3",
   Go<Route::kHistory>},
  {ActionId::kProgress, "progress", "Progress and plan", ActionGroup::kPlaces,
   ActionPlace::kPages, "Alt+4", Go<Route::kProgress>},
  {ActionId::kStartToday, "start_today", "Start what is planned first today",
   ActionGroup::kPlaces, ActionPlace::kPages, "Alt+T",
   [](ActionScope& s) { s.context.Emit(StartOf(*FirstOfToday(s.app), s.app.settings)); },
   [](const ActionScope& s) { return !s.app.running && FirstOfToday(s.app) != nullptr; }},
  {ActionId::kSettings, "settings", "Settings", ActionGroup::kPlaces, ActionPlace::kPages,
   "Ctrl+,", Go<Route::kSettings>},
  {ActionId::kAbout, "about", "About Onsite, and this machine", ActionGroup::kPlaces,
   ActionPlace::kPages, "", Go<Route::kAbout>},
  {ActionId::kEnterRoom, "enter_room", "Back to the room", ActionGroup::kPlaces,
   ActionPlace::kPages, "Alt+0",
   [](ActionScope& s) { s.context.Emit(command::ResumeSession{s.app.running->id}); },
   [](const ActionScope& s) { return s.app.running.has_value(); }},
  {ActionId::kTour, "tour", "Take the tour", ActionGroup::kPlaces, ActionPlace::kPages, "",
   [](ActionScope& s) {
     s.ui.tour.step = 0;
     s.context.Emit(command::Navigate{Route::kHome});
   }},
  {ActionId::kGallery, "gallery", "Gallery of the widgets", ActionGroup::kPlaces,
   ActionPlace::kPages, "", Go<Route::kGallery>},
  {ActionId::kDebugMenu, "debug_menu", "Debug menu", ActionGroup::kPlaces, ActionPlace::kAnywhere,
   "F12", [](ActionScope& s) { s.ui.debug.open = !s.ui.debug.open; }},
  {ActionId::kExamine, "examine", "Examine this machine", ActionGroup::kPlaces,
   ActionPlace::kAnywhere, "", [](ActionScope& s) { s.context.Emit(command::RunDoctor{}); }},

  {ActionId::kRun, "run", "Run the code", ActionGroup::kRoom, ActionPlace::kCodeRoom, "Ctrl+Enter",
   [](ActionScope& s) { RunCode(s.context, *s.room, &s.ui.room); }, InRound},
  {ActionId::kSubmit, "submit", "Submit the code", ActionGroup::kRoom, ActionPlace::kCodeRoom,
   "Ctrl+Shift+Enter", [](ActionScope& s) { SubmitCode(s.context, *s.room, &s.ui.room); },
   InRound},
  {ActionId::kAnswered, "answered", "I have answered", ActionGroup::kRoom,
   ActionPlace::kConceptsRoom, "Ctrl+Enter",
   [](ActionScope& s) { SubmitConceptAnswer(s.context, *s.room, &s.ui.room); }, InRound},
  {ActionId::kQuestionPanel, "question_panel", "To the question", ActionGroup::kRoom,
   ActionPlace::kRoom, "Ctrl+1", [](ActionScope& s) { ShowPanel(s, "Question"); }, InRound},
  {ActionId::kWorkPanel, "work_panel", "To your work", ActionGroup::kRoom, ActionPlace::kRoom,
   "Ctrl+2", [](ActionScope& s) { ShowPanel(s, "Work"); }, InRound},
  {ActionId::kConsolePanel, "console_panel", "To the tests", ActionGroup::kRoom,
   ActionPlace::kCodeRoom, "Ctrl+3", [](ActionScope& s) { ShowPanel(s, "Console"); }, InRound},
  {ActionId::kConversationPanel, "conversation_panel", "To the conversation", ActionGroup::kRoom,
   ActionPlace::kRoom, "Ctrl+4", [](ActionScope& s) { ShowPanel(s, "Conversation"); }, InRound},
  {ActionId::kNextPhase, "next_phase", "Next phase", ActionGroup::kRoom, ActionPlace::kRoom,
   "Ctrl+PageDown", EnterPhase<1>, HasPhase<1>},
  {ActionId::kPreviousPhase, "previous_phase", "Previous phase", ActionGroup::kRoom,
   ActionPlace::kRoom, "Ctrl+PageUp", EnterPhase<-1>, HasPhase<-1>},
  {ActionId::kHint, "hint", "Ask for a hint", ActionGroup::kRoom, ActionPlace::kRoom, "Alt+H",
   [](ActionScope& s) { s.ui.room.dialog = RoomState::Dialog::kHint; },
   [](const ActionScope& s) { return InRound(s) && s.room->session.next_hint().has_value(); }},
  {ActionId::kPause, "pause", "Pause or resume", ActionGroup::kRoom, ActionPlace::kRoom, "Alt+P",
   Pause, InDrill},
  {ActionId::kEndRound, "end_round", "End the round", ActionGroup::kRoom, ActionPlace::kRoom,
   "Alt+E", [](ActionScope& s) { s.ui.room.dialog = RoomState::Dialog::kEndRound; }, InRound},
  {ActionId::kLeaveRoom, "leave_room", "Leave the room", ActionGroup::kRoom, ActionPlace::kRoom,
   "Alt+L", [](ActionScope& s) { s.ui.room.dialog = RoomState::Dialog::kLeave; }},
});
// clang-format on

// Whether the place of an action is where the user is.
bool IsHere(ActionPlace place, const ActionScope& scope) {
  switch (place) {
    case ActionPlace::kAnywhere:
      return true;
    case ActionPlace::kPages:
      return scope.app.route != Route::kRoom;
    case ActionPlace::kRoom:
      return scope.room.has_value();
    case ActionPlace::kCodeRoom:
      return scope.room && scope.room->is_code();
    case ActionPlace::kConceptsRoom:
      return scope.room && scope.room->is_concepts();
  }
  return false;
}

bool IsDown(const KeyChord& chord) {
  const Modifiers held = CurrentModifiers();
  if (held.ctrl != chord.ctrl || held.shift != chord.shift || held.alt != chord.alt) return false;
  return KeyPressed(chord.key, false) ||
         (chord.key == Key::kEnter && KeyPressed(Key::kKeypadEnter, false));
}

}  // namespace

bool Meet(ActionPlace a, ActionPlace b) {
  if (a == b || a == ActionPlace::kAnywhere || b == ActionPlace::kAnywhere) return true;
  if (a == ActionPlace::kPages || b == ActionPlace::kPages) return false;
  return a == ActionPlace::kRoom || b == ActionPlace::kRoom;
}

std::string_view TitleOf(ActionGroup group) {
  switch (group) {
    case ActionGroup::kGeneral:
      return "Everywhere";
    case ActionGroup::kPlaces:
      return "Places";
    case ActionGroup::kRoom:
      return "In the room";
    case ActionGroup::kLook:
      return "Look";
  }
  return {};
}

ActionScope MakeScope(FrameContext& context, const AppState& app, UiState* ui) {
  ActionScope scope{context, app, *ui};
  if (app.route == Route::kRoom && app.running) {
    const Stage stage = app.running->session->stage();
    if (stage == Stage::kInRound || stage == Stage::kPaused) {
      if (auto room = ViewOfRoom(app)) scope.room.emplace(*room);
    }
  }
  return scope;
}

std::span<const Action> Actions() { return kActions; }

const Action& ActionOf(ActionId id) {
  return *std::find_if(kActions.begin(), kActions.end(),
                       [id](const Action& action) { return action.id == id; });
}

const Action* FindAction(std::string_view name) {
  const auto found = std::find_if(kActions.begin(), kActions.end(),
                                  [name](const Action& action) { return action.name == name; });
  return found == kActions.end() ? nullptr : &*found;
}

bool IsAvailable(const Action& action, const ActionScope& scope) {
  return IsHere(action.place, scope) && (action.available == nullptr || action.available(scope));
}

void TakeShortcuts(ActionScope& scope, const KeyMap& keys) {
  for (const Action& action : kActions) {
    const std::vector<KeyChord>& chords = keys.Chords(action.id);
    if (!std::any_of(chords.begin(), chords.end(), IsDown) || !IsAvailable(action, scope)) continue;
    action.perform(scope);
    return;
  }
}

}  // namespace app
