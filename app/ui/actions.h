// Everything a user can do by a key or from the command palette, in one table: what it is called,
// where it applies, its default keys, and what it does. No other place decides on a shortcut; the
// keys with which one types, moves and selects belong to the widgets. UI thread only.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "app/core/app_state.h"
#include "app/ui/frame_context.h"
#include "app/ui/key_map.h"
#include "app/ui/panels/room_view.h"

namespace app {

struct UiState;

// Where an action applies. Two actions may share a key where their places never meet.
enum class ActionPlace { kAnywhere, kPages, kRoom, kCodeRoom, kConceptsRoom };
bool Meet(ActionPlace a, ActionPlace b);

enum class ActionGroup { kGeneral, kPlaces, kRoom, kLook };
std::string_view TitleOf(ActionGroup group);

// What an action sees and changes.
struct ActionScope {
  FrameContext& context;
  const AppState& app;
  UiState& ui;
  std::optional<RoomView> room = {};  // the round that is under way and on the screen
};
ActionScope MakeScope(FrameContext& context, const AppState& app, UiState* ui);

struct Action {
  ActionId id = ActionId::kNone;
  std::string_view name;   // in settings.json: "run"
  std::string_view title;  // "Run the code"
  ActionGroup group = ActionGroup::kGeneral;
  ActionPlace place = ActionPlace::kAnywhere;
  std::string_view keys;                            // default chords between spaces; may be empty
  void (*perform)(ActionScope&) = nullptr;          // emits commands, or changes what is shown
  bool (*available)(const ActionScope&) = nullptr;  // null: wherever its place is
};

std::span<const Action> Actions();
const Action& ActionOf(ActionId id);
// nullptr when there is none.
const Action* FindAction(std::string_view name);

bool IsAvailable(const Action& action, const ActionScope& scope);

// Performs the action whose keys went down in this frame, if any. REQUIRES: nothing lies over the
// screen.
void TakeShortcuts(ActionScope& scope, const KeyMap& keys);

}  // namespace app
