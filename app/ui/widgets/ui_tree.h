// What is on the screen, in words: every widget and drawn thing with role, label, value, place and
// state. UI thread only. It serves the headless tests (click by label), the end-to-end tests and
// --ui-dump FILE. Invariant: a frame is recorded between BeginFrame() and the next; nodes() is the
// frame so far.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/ui/imgui_compat.h"

namespace app {

struct UiNode {
  std::string role;        // "button", "tab", "text", "panel", …
  std::string label;       // as the user reads it
  std::string value = {};  // text of a field, state of a chip; may be empty
  ImVec2 min{};            // logical pixels, the part that can be reached
  ImVec2 max{};
  bool enabled = true;
  bool focused = false;
  bool on = false;      // the chosen tab, a ticked box
  bool visible = true;  // not scrolled or clipped away
  int depth = 0;
};

class UiTree {
 public:
  // Nothing is recorded, and nothing costs, while nobody looks.
  void set_recording(bool recording) { recording_ = recording; }
  bool recording() const { return recording_ || reporting_; }

  void BeginFrame();
  // Records a thing drawn in the current window; its rectangle is clipped to what shows.
  void Add(UiNode node);
  // The same for a thing whose words cost something: `describe` is called only while recording.
  template <class Describe>
  void Record(const Describe& describe) {
    if (recording()) Add(describe());
  }
  // Things added until the matching Close() stand inside this one.
  void Open(std::string_view role, std::string_view label, ImVec2 min, ImVec2 max);
  void Close();

  const std::vector<UiNode>& nodes() const { return nodes_; }

  // One line for each node: `  button "Run" [focus] @854,646 88x32`, indented by depth.
  std::string Dump() const;

  // The next whole frame is dumped although nobody records, for a bug report; TakeReport() has the
  // dump once, after that frame.
  void RequestReport() { report_requested_ = true; }
  std::optional<std::string> TakeReport() { return std::exchange(report_, std::nullopt); }

  // Brings the thing with this label into view when it is next drawn.
  void ScrollTo(std::string label) { scroll_to_ = std::move(label); }

 private:
  std::vector<UiNode> nodes_;
  std::string scroll_to_;
  int depth_ = 0;
  bool recording_ = false;
  bool report_requested_ = false;
  bool reporting_ = false;  // this frame is for a report
  std::optional<std::string> report_;
};

// The part of a widget's label that is shown: what stands before "##".
std::string_view VisibleLabel(std::string_view label);

}  // namespace app
