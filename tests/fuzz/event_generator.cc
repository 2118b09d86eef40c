// Chords, words, clicks and drags by chance.
#include "tests/fuzz/event_generator.h"

#include <utility>

namespace app {

EventGenerator::EventGenerator(std::uint32_t seed, float width, float height,
                               std::vector<Key> favourites)
    : random_(seed), width_(width), height_(height), favourites_(std::move(favourites)) {}

void EventGenerator::PushChord(InputFeed* feed) {
  Key key = static_cast<Key>(1 + Any(static_cast<std::size_t>(kKeyCount - 1)));
  if (!favourites_.empty() && Any(2) == 0) key = favourites_[Any(favourites_.size())];
  const bool ctrl = Any(3) == 0, shift = Any(4) == 0, alt = Any(8) == 0;
  if (ctrl) feed->PushKey(Key::kLeftCtrl, true);
  if (shift) feed->PushKey(Key::kLeftShift, true);
  if (alt) feed->PushKey(Key::kLeftAlt, true);
  for (std::size_t times = Any(10) == 0 ? 1 + Any(20) : 1; times > 0; --times) {
    feed->PushKey(key, true);
    feed->PushKey(key, false);
  }
  if (alt) feed->PushKey(Key::kLeftAlt, false);
  if (shift) feed->PushKey(Key::kLeftShift, false);
  if (ctrl) feed->PushKey(Key::kLeftCtrl, false);
}

void EventGenerator::PushText(InputFeed* feed) {
  static const std::u32string kCharacters =
      U"()[]{}\"'`:;,.#/\\ "
      U"\tabcdefgxyz0189_=+-*<>äß∑中🙂\u202E\u200B\u00A0\u0301\uFEFF\u0007";
  for (std::size_t length = 1 + Any(8); length > 0; --length) {
    feed->PushCharacter(kCharacters[Any(kCharacters.size())]);
  }
}

void EventGenerator::PushMouse(InputFeed* feed) {
  const auto along = [this](float size) {
    const float share = static_cast<float>(Any(1001)) / 1000;
    return Any(10) == 0 ? (share * 3 - 1) * size : share * size;
  };
  feed->PushPointer(along(width_), along(height_));
  const int button = Any(12) == 0 ? 1 : 0;
  switch (Any(5)) {
    case 0:
      feed->PushWheel(Any(4) == 0 ? 1.0f : 0.0f, static_cast<float>(Any(7)) - 3);
      break;
    case 1:
      button_down_ = !button_down_;
      feed->PushButton(0, button_down_);
      break;
    case 2:  // a move
      break;
    default:
      for (std::size_t clicks = 1 + Any(3); clicks > 0; --clicks) {
        feed->PushButton(button, true);
        feed->PushButton(button, false);
      }
      button_down_ = button == 0 ? false : button_down_;
      break;
  }
}

void EventGenerator::Push(UiDriver* driver) {
  InputFeed* feed = &driver->feed();
  switch (Any(10)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return PushChord(feed);
    case 4:
    case 5:
    case 6:
      return PushText(feed);
    case 7:
    case 8:
      return PushMouse(feed);
    default:
      if (Any(20) == 0) {
        feed->PushFocus(false);
        feed->PushFocus(true);
        button_down_ = false;
      }
      driver->Wait(static_cast<double>(1 + Any(60)) / 60);
  }
}

void EventGenerator::Release(UiDriver* driver) {
  if (std::exchange(button_down_, false)) driver->feed().PushButton(0, false);
  driver->Settle();
}

}  // namespace app
