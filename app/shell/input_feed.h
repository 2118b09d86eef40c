// The queue between the window system and Dear ImGui: no key press is lost, however fast it comes.
// UI thread only. GLFW's callbacks and the test driver push into the same queue; Pump() hands ImGui
// as many events as one frame can show without losing or reordering any, and keeps the rest for the
// next.
#pragma once

#include <array>
#include <cstdint>
#include <deque>

#include "app/ui/key.h"

namespace app {

class InputFeed {
 public:
  void PushKey(Key key, bool down);
  void PushPointer(float x, float y);  // logical pixels; moves in a row collapse into the last
  void PushButton(int button, bool down);
  void PushWheel(float x, float y);
  void PushCharacter(std::uint32_t code_point);
  void PushFocus(bool focused);  // losing it releases every key

  bool pending() const { return !queue_.empty(); }
  // Characters that frames have been given so far.
  std::int64_t characters() const { return characters_; }

  // Applies the events of one frame. Call before ImGui::NewFrame().
  void Pump();

 private:
  struct Event {
    enum class Kind : std::uint8_t { kKey, kPointer, kButton, kWheel, kCharacter, kFocus };
    Kind kind = Kind::kKey;
    bool down = false;
    int code = 0;
    float x = 0;
    float y = 0;
  };
  struct Frame;  // what this frame has already been given

  bool Fits(const Event& event, const Frame& frame) const;
  void Apply(const Event& event, Frame* frame);
  void ApplyKey(Key key, bool down);
  bool MakesText(Key key) const;
  Modifiers modifiers() const;

  std::deque<Event> queue_;
  std::array<bool, kKeyCount> down_{};
  std::int64_t characters_ = 0;
};

}  // namespace app
