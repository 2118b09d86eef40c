// Which keys stand for which action: the defaults of the table in actions.cc, changed by the
// user's settings. UI thread only; rebuilt when the settings change.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/key_chord.h"

namespace app {

// Everything a key can be set to do. Their names, keys and effects: actions.cc.
enum class ActionId {
  kNone,
  // everywhere
  kPalette,
  kShortcuts,
  kNextPanel,
  kPreviousPanel,
  kZoomIn,
  kZoomOut,
  kZoomReset,
  kNextTheme,
  kDismissToast,
  kReloadSettings,
  kQuit,
  // places
  kBack,
  kHome,
  kDrill,
  kLibrary,
  kProgress,
  kHistory,
  kSettings,
  kAbout,
  kTour,
  kEnterRoom,
  kGallery,
  kDebugMenu,
  kExamine,
  kStartToday,
  // the room
  kQuestionPanel,
  kWorkPanel,
  kConsolePanel,
  kConversationPanel,
  kNextPhase,
  kPreviousPhase,
  kHint,
  kPause,
  kEndRound,
  kLeaveRoom,
  kRun,
  kSubmit,
  kAnswered,
  kCount
};
inline constexpr std::size_t kActionCount = static_cast<std::size_t>(ActionId::kCount);

class KeyMap {
 public:
  // The defaults with the user's keys, by the name of the action. What cannot be met is told in
  // problems(), one clear sentence each, and leaves the default in place.
  explicit KeyMap(const std::map<std::string, std::string>& wishes = {});

  const std::vector<KeyChord>& Chords(ActionId action) const {
    return chords_[static_cast<std::size_t>(action)];
  }
  // As it is printed: "Ctrl+Enter"; empty where there is none.
  std::string Text(ActionId action) const;
  const std::vector<std::string>& problems() const { return problems_; }

 private:
  // Puts one wish that cannot be met back to its default, and says why; false when all can.
  bool RefuseOneWish(std::array<bool, kActionCount>* wished);

  std::array<std::vector<KeyChord>, kActionCount> chords_;
  std::vector<std::string> problems_;
};

}  // namespace app
