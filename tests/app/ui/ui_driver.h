// Drives a piece of the interface without a window: finds widgets by label, clicks, types, reads
// values. It shares InputFeed, UiTree and FocusRing with the real window, so a test takes the path
// a user takes. One thread. Fonts are the real ones, baked once for the test program, so that
// layout is the real one too.
#pragma once

#include <functional>
#include <stdexcept>
#include <string>

#include "app/shell/input_feed.h"
#include "app/ui/frame_context.h"

namespace app {

class UiDriver {
 public:
  using DrawFunction = std::function<void(FrameContext&)>;

  // Draws into one window of `width` x `height` logical pixels.
  explicit UiDriver(DrawFunction draw, float width = 1440, float height = 900,
                    ThemeName theme = ThemeName::kDark);
  ~UiDriver();
  UiDriver(const UiDriver&) = delete;
  UiDriver& operator=(const UiDriver&) = delete;

  // One frame of 1/60 s.
  void Frame();
  // Frames until the input is used up, and then a few for popups to find their place.
  void Settle();
  // Lets time pass: one frame that comes `seconds` later.
  void Wait(double seconds);

  // The one thing with this label (and role). Throws with the whole screen when there is none, or
  // several.
  UiNode Find(const std::string& label, const std::string& role = {});
  bool Shows(const std::string& label, const std::string& role = {}) const;
  std::string Value(const std::string& label, const std::string& role = {}) {
    return Find(label, role).value;
  }

  void Click(const std::string& label, const std::string& role = {}, int times = 1);
  void ClickAt(float x, float y, int times = 1);
  // The pointer in parts: where it is, what it presses, and both as a drag in several steps.
  void PointAt(float x, float y);
  void QueuePointer(float x, float y) { feed_.PushPointer(x, y); }  // for the next frame
  void Button(int button, bool down);
  void Drag(ImVec2 from, ImVec2 to, Modifiers modifiers = {}, int button = 0);
  void Wheel(float notches, Modifiers modifiers = {});
  void Hold(Key key, bool down);
  void RightClickAt(float x, float y);
  // Characters as a keyboard sends them; '\n' presses Enter.
  void Type(std::string_view text);
  void Press(Key key, Modifiers modifiers = {});
  void Ctrl(Key key) { Press(key, {.ctrl = true}); }
  void Resize(float width, float height);

  std::string clipboard;
  UiTree& tree() { return tree_; }
  FocusRing& focus() { return focus_; }
  InputFeed& feed() { return feed_; }  // for what the functions above do not press
  double now() const { return now_; }
  double wake_at() const { return wake_at_; }  // what the last frame asked for
  int frames() const { return frames_; }

 private:
  [[noreturn]] void Fail(const std::string& problem) const;

  DrawFunction draw_;
  Theme theme_;
  UiTree tree_;
  FocusRing focus_;
  InputFeed feed_;
  double now_ = 100;
  double wake_at_ = 0;
  int frames_ = 0;
};

// A plain window over the whole display to draw widgets into.
void DrawInWindow(const std::function<void()>& content);

}  // namespace app
