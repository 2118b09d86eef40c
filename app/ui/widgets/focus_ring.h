// Which widget the keyboard talks to. Tab and Shift+Tab walk over every widget in the order of
// drawing, WalkPanels() over panels, Enter and Space press. ImGui's own navigation stays off: it
// differs by version. UI thread only. Invariant: at most one widget has the focus, and only widgets
// of the topmost layer (an open dialog or menu) can get it; once the layer is gone, the widget
// beneath that had the focus before has it again. Where the focused widget itself is gone, Tab goes
// on from its place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/ui/imgui_compat.h"
#include "app/ui/theme.h"

namespace app {

class FocusRing {
 public:
  enum class Kind {
    kPress,      // Enter and Space activate it
    kText,       // takes what is typed; Tab leaves it
    kMultiline,  // takes what is typed, Tab too; F6 leaves it
  };

  // Reads the keys of this frame. Call after ImGui::NewFrame().
  void BeginFrame();

  // The widgets added until EndPanel() belong together. REQUIRES: panels do not nest.
  void BeginPanel(std::string_view name);
  void EndPanel();
  // Widgets of a dialog or menu: while any exists, those beneath are out of reach.
  void BeginLayer() { ++layer_; }
  void EndLayer() { --layer_; }

  // Registers the widget with the rectangle just drawn, and draws the ring around it where it has
  // the focus. True when the keyboard pressed it in this frame (kPress only).
  bool Add(ImGuiID id, Kind kind, ImVec2 min, ImVec2 max, const Theme& theme);

  bool HasFocus(ImGuiID id) const { return id != 0 && id == focused_; }
  // A widget that gained the focus in this frame ignores the key that brought it there.
  bool JustGained() const { return just_gained_; }
  // Whether some widget takes what is typed.
  bool Typing() const;

  // Moves the focus, from a click (which hides the ring) or by the program.
  void Focus(ImGuiID id);
  // Moves the focus to the widget of this panel that had it last, or to its first; text fields come
  // first.
  void FocusPanel(std::string_view name);
  // For a widget that took Tab and has nowhere further to go with it.
  void MoveOn(int direction) { Move(direction); }
  // From the focused widget's panel to the next one (1) or the one before (-1).
  void WalkPanels(int direction) { panel_steps_ = direction; }
  void Clear();

 private:
  struct Item {
    ImGuiID id = 0;
    Kind kind = Kind::kPress;
    int panel = -1;  // index into panels_
    int layer = 0;
  };
  struct Panel {
    std::string name;
    ImGuiID last_focused = 0;
  };

  void FollowLayers(int top);
  void Move(int direction);
  void MovePanel(int direction);
  void FocusFirstOf(int panel);
  const Item* Focused() const;
  void Settle(ImGuiID id);

  std::vector<Item> items_;       // of this frame
  std::vector<Item> last_items_;  // of the previous one, topmost layer only
  std::vector<Panel> panels_;
  int current_panel_ = -1;
  int layer_ = 0;
  ImGuiID focused_ = 0;
  std::vector<ImGuiID> focus_of_layer_ = {0};  // where the focus was, up to the topmost layer
  int place_ = -1;  // in last_items_, of the focused widget or of the one that went; -1: none
  std::string wanted_panel_;
  int panel_steps_ = 0;
  bool ring_shown_ = false;
  bool press_ = false;
  bool just_gained_ = false;
  bool scroll_to_focus_ = false;
};

}  // namespace app
