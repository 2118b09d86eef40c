// A card: a rounded ground under whatever is drawn while it lives, as high as that turns out.
// UI thread only; lives within one frame.
#pragma once

#include "app/ui/frame_context.h"

namespace app {

struct CardOptions {
  float width = 0;         // 0: what is left of the line
  float padding = 0;       // 0: as most cards have
  bool is_tinted = false;  // in the soft accent: for what stands out from other cards
};

// From construction to End, text and controls stand inside the card: the cursor starts at its
// padding, and what is left of a line ends there. Cards nest.
class Card {
 public:
  explicit Card(FrameContext& context, const CardOptions& options = {});
  ~Card() { End(); }
  Card(const Card&) = delete;
  Card& operator=(const Card&) = delete;

  // Draws the ground and puts the cursor beneath the card; `height` is the least it has. Once.
  void End(float height = 0);

  float inner_width() const { return width_ - 2 * padding_; }

 private:
  const Theme& theme_;
  ImDrawList* list_;
  ImDrawListSplitter layers_;  // ground, content
  ImVec2 min_;
  float width_, padding_;
  Color ground_;
  float outer_right_ = 0;
  bool is_open_ = true;
};

}  // namespace app
