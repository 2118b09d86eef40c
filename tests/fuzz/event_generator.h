// Random input as a keyboard and a mouse make it, for widgets that must bear anything. One thread.
// Invariant: the same seed gives the same events; every key and button that goes down comes up
// again, sooner or later.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tests/app/ui/ui_driver.h"

namespace app {

class EventGenerator {
 public:
  // The pointer stays within `width` x `height`, and at times goes beyond. Keys are drawn from
  // `favourites` half of the time, else from all there are.
  EventGenerator(std::uint32_t seed, float width, float height, std::vector<Key> favourites);

  // Pushes a few events that belong together: a chord, a word, a click, a piece of a drag.
  void Push(UiDriver* driver);
  // Lets go of everything.
  void Release(UiDriver* driver);

  std::size_t Any(std::size_t below) { return below == 0 ? 0 : random_() % below; }

 private:
  void PushChord(InputFeed* feed);
  void PushText(InputFeed* feed);
  void PushMouse(InputFeed* feed);

  std::mt19937 random_;
  float width_, height_;
  std::vector<Key> favourites_;
  bool button_down_ = false;
};

}  // namespace app
