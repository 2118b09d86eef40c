// The queue of input events and how many of them fit one frame.
#include "app/shell/input_feed.h"

#include "app/ui/imgui_compat.h"

namespace app {
namespace {

constexpr int kButtonCount = 5;

bool IsModifier(Key key) { return key >= Key::kLeftCtrl && key <= Key::kRightSuper; }

}  // namespace

struct InputFeed::Frame {
  std::array<bool, kKeyCount> key{};
  std::array<bool, kButtonCount> button{};
  bool any_key = false;
  bool command_key = false;
  bool any_button = false;
  bool text = false;
  bool wheel = false;
};

void InputFeed::PushKey(Key key, bool down) {
  if (key == Key::kNone) return;
  queue_.push_back({Event::Kind::kKey, down, static_cast<int>(key), 0, 0});
}

void InputFeed::PushPointer(float x, float y) {
  if (!queue_.empty() && queue_.back().kind == Event::Kind::kPointer) queue_.pop_back();
  queue_.push_back({Event::Kind::kPointer, false, 0, x, y});
}

void InputFeed::PushButton(int button, bool down) {
  if (button < 0 || button >= kButtonCount) return;
  queue_.push_back({Event::Kind::kButton, down, button, 0, 0});
}

void InputFeed::PushWheel(float x, float y) {
  queue_.push_back({Event::Kind::kWheel, false, 0, x, y});
}

void InputFeed::PushCharacter(std::uint32_t code_point) {
  queue_.push_back({Event::Kind::kCharacter, false, static_cast<int>(code_point), 0, 0});
}

void InputFeed::PushFocus(bool focused) {
  queue_.push_back({Event::Kind::kFocus, focused, 0, 0, 0});
}

void InputFeed::Pump() {
  Frame frame;
  while (!queue_.empty() && Fits(queue_.front(), frame)) {
    Apply(queue_.front(), &frame);
    queue_.pop_front();
  }
}

// A key or button changes once a frame, or its press would vanish. A frame's characters are read
// before its keys, so text never follows a command key, and a key that is a command never follows
// text. A command is read with the modifiers of the frame's end, so none changes after it. A click
// belongs to the pointer position before it, so nothing moves the pointer after it in the same
// frame.
bool InputFeed::Fits(const Event& event, const Frame& frame) const {
  switch (event.kind) {
    case Event::Kind::kKey:
      return !frame.key[static_cast<std::size_t>(event.code)] && !frame.any_button &&
             (!frame.text || MakesText(static_cast<Key>(event.code))) &&
             (!frame.command_key || !IsModifier(static_cast<Key>(event.code)));
    case Event::Kind::kCharacter:
      return !frame.any_button && !frame.command_key;
    case Event::Kind::kPointer:
      return !frame.any_button && !frame.any_key && !frame.text && !frame.wheel;
    case Event::Kind::kButton:
      return !frame.button[static_cast<std::size_t>(event.code)] && !frame.any_key && !frame.text &&
             !frame.wheel;
    case Event::Kind::kWheel:
      return !frame.any_button && !frame.any_key && !frame.text;
    case Event::Kind::kFocus:
      return !frame.any_button && !frame.any_key;
  }
  return true;
}

void InputFeed::Apply(const Event& event, Frame* frame) {
  switch (event.kind) {
    case Event::Kind::kKey: {
      const Key key = static_cast<Key>(event.code);
      frame->key[static_cast<std::size_t>(event.code)] = true;
      frame->any_key = true;
      if (event.down && !MakesText(key)) frame->command_key = true;
      ApplyKey(key, event.down);
      break;
    }
    case Event::Kind::kCharacter:
      frame->text = true;
      ++characters_;
      ImGui::GetIO().AddInputCharacter(static_cast<unsigned>(event.code));
      break;
    case Event::Kind::kPointer:
      SendPointer(event.x, event.y);
      break;
    case Event::Kind::kButton:
      frame->button[static_cast<std::size_t>(event.code)] = true;
      frame->any_button = true;
      SendButton(event.code, event.down);
      break;
    case Event::Kind::kWheel:
      frame->wheel = true;
      SendWheel(event.x, event.y);
      break;
    case Event::Kind::kFocus:
      if (!event.down) {
        for (int i = 0; i < kKeyCount; ++i) {
          if (down_[static_cast<std::size_t>(i)]) ApplyKey(static_cast<Key>(i), false);
        }
      }
      ImGui::GetIO().AddFocusEvent(event.down);
      break;
  }
}

void InputFeed::ApplyKey(Key key, bool down) {
  down_[static_cast<std::size_t>(key)] = down;
  SendKey(key, down, modifiers());
}

// Keys that come with a character of their own, or only shift one.
bool InputFeed::MakesText(Key key) const {
  if (modifiers().ctrl || down_[static_cast<std::size_t>(Key::kLeftAlt)]) return false;
  if (key >= Key::kA && key <= Key::kRightBracket) return true;
  return key == Key::kSpace || key == Key::kLeftShift || key == Key::kRightShift;
}

Modifiers InputFeed::modifiers() const {
  const auto down = [this](Key a, Key b) {
    return down_[static_cast<std::size_t>(a)] || down_[static_cast<std::size_t>(b)];
  };
  return {down(Key::kLeftCtrl, Key::kRightCtrl), down(Key::kLeftShift, Key::kRightShift),
          down(Key::kLeftAlt, Key::kRightAlt), down(Key::kLeftSuper, Key::kRightSuper)};
}

}  // namespace app
