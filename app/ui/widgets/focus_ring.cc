// Which control the keyboard is on, and how it moves.
#include "app/ui/widgets/focus_ring.h"

#include <algorithm>

namespace app {

void FocusRing::BeginFrame() {
  int top = 0;
  for (const Item& item : items_) top = std::max(top, item.layer);
  last_items_.clear();
  std::copy_if(items_.begin(), items_.end(), std::back_inserter(last_items_),
               [top](const Item& item) { return item.layer == top; });
  items_.clear();
  layer_ = 0;
  current_panel_ = -1;
  press_ = false;
  just_gained_ = false;
  FollowLayers(top);
  const Item* focused = Focused();
  if (focused != nullptr) {
    place_ = static_cast<int>(focused - last_items_.data());
  } else {
    focused_ = 0;  // it is gone, or beneath a dialog
  }
  focus_of_layer_.back() = focused_;

  const Modifiers modifiers = CurrentModifiers();
  const int direction = modifiers.shift ? -1 : 1;
  if (!wanted_panel_.empty()) {
    const auto found = std::find_if(panels_.begin(), panels_.end(),
                                    [this](const Panel& p) { return p.name == wanted_panel_; });
    wanted_panel_.clear();
    if (found != panels_.end()) FocusFirstOf(static_cast<int>(found - panels_.begin()));
  } else if (panel_steps_ != 0) {
    MovePanel(panel_steps_);
  } else if (KeyPressed(Key::kTab) && !modifiers.ctrl && !modifiers.alt &&
             !(focused != nullptr && focused->kind == Kind::kMultiline)) {
    Move(direction);
  } else if (focused != nullptr && focused->kind == Kind::kPress && !modifiers.ctrl &&
             (KeyPressed(Key::kEnter, false) || KeyPressed(Key::kKeypadEnter, false) ||
              KeyPressed(Key::kSpace, false))) {
    press_ = true;
  }
  panel_steps_ = 0;
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) ring_shown_ = false;
}

// A dialog that opened starts without a focus unless it took it; one that closed gives it back.
void FocusRing::FollowLayers(int top) {
  const auto depth = static_cast<std::size_t>(top) + 1;
  if (focus_of_layer_.size() != depth) place_ = -1;
  while (focus_of_layer_.size() < depth) focus_of_layer_.push_back(0);
  while (focus_of_layer_.size() > depth) {
    focus_of_layer_.pop_back();
    if (Focused() == nullptr) focused_ = focus_of_layer_.back();
  }
}

void FocusRing::Clear() {
  focused_ = 0;
  place_ = -1;
  focus_of_layer_.assign(1, 0);
}

void FocusRing::BeginPanel(std::string_view name) {
  auto found =
      std::find_if(panels_.begin(), panels_.end(), [&](const Panel& p) { return p.name == name; });
  if (found == panels_.end()) found = panels_.insert(found, {std::string(name), 0});
  current_panel_ = static_cast<int>(found - panels_.begin());
}

void FocusRing::EndPanel() { current_panel_ = -1; }

bool FocusRing::Add(ImGuiID id, Kind kind, ImVec2 min, ImVec2 max, const Theme& theme) {
  items_.push_back({id, kind, current_panel_, layer_});
  if (!HasFocus(id)) return false;
  if (current_panel_ >= 0) panels_[static_cast<std::size_t>(current_panel_)].last_focused = id;
  if (scroll_to_focus_) {
    scroll_to_focus_ = false;
    ImGui::SetScrollFromPosY((min.y + max.y) / 2 - ImGui::GetWindowPos().y, 0.5f);
  }
  if (ring_shown_ && kind == Kind::kPress) {
    const float width = theme.size.line;
    StrokeRect(ImGui::GetWindowDrawList(), ImVec2(min.x - width, min.y - width),
               ImVec2(max.x + width, max.y + width), theme.color.accent,
               theme.size.radius_control + width, width);
  }
  return press_ && kind == Kind::kPress;
}

bool FocusRing::Typing() const {
  const Item* focused = Focused();
  return focused != nullptr && focused->kind != Kind::kPress;
}

void FocusRing::Focus(ImGuiID id) {
  just_gained_ = id != focused_;
  focused_ = id;
}

void FocusRing::FocusPanel(std::string_view name) { wanted_panel_ = name; }

void FocusRing::Move(int direction) {
  if (last_items_.empty()) return;
  const int count = static_cast<int>(last_items_.size());
  int next = direction > 0 ? 0 : count - 1;
  if (place_ >= 0) {
    // What follows a widget that is gone has moved up into its place.
    const int step = Focused() == nullptr && direction > 0 ? 0 : direction;
    next = (std::min(place_, count) + step + count) % count;
  }
  Settle(last_items_[static_cast<std::size_t>(next)].id);
}

// From the focused widget's panel to the next one that has widgets in this frame.
void FocusRing::MovePanel(int direction) {
  std::vector<int> order;  // panels in the order of drawing
  for (const Item& item : last_items_) {
    if (item.panel >= 0 && std::find(order.begin(), order.end(), item.panel) == order.end()) {
      order.push_back(item.panel);
    }
  }
  if (order.empty()) return Move(direction);
  const Item* focused = Focused();
  const auto at =
      focused == nullptr ? order.end() : std::find(order.begin(), order.end(), focused->panel);
  const int count = static_cast<int>(order.size());
  int next = direction > 0 ? 0 : count - 1;
  if (at != order.end()) next = (static_cast<int>(at - order.begin()) + direction + count) % count;
  FocusFirstOf(order[static_cast<std::size_t>(next)]);
}

void FocusRing::FocusFirstOf(int panel) {
  const ImGuiID last = panels_[static_cast<std::size_t>(panel)].last_focused;
  const Item* best = nullptr;
  for (const Item& item : last_items_) {
    if (item.panel != panel) continue;
    if (item.id == last) {
      best = &item;
      break;
    }
    const bool text = item.kind != Kind::kPress;
    if (best == nullptr || (text && best->kind == Kind::kPress)) best = &item;
  }
  if (best != nullptr) Settle(best->id);
}

const FocusRing::Item* FocusRing::Focused() const {
  const auto found = std::find_if(last_items_.begin(), last_items_.end(),
                                  [this](const Item& item) { return item.id == focused_; });
  return found == last_items_.end() ? nullptr : &*found;
}

void FocusRing::Settle(ImGuiID id) {
  focused_ = id;
  just_gained_ = true;
  ring_shown_ = true;
  scroll_to_focus_ = true;
}

}  // namespace app
