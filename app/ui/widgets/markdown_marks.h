// Stretches of a Markdown text that something is said about: marked under the words, pointed at,
// walked over with Tab. UI thread only. Where the marks stand is worked out once for a layout.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/widgets/markdown_view.h"

namespace app {

// How the line beneath a mark is drawn: a sign besides the colour.
enum class MarkLine { kSolid, kDashed, kDouble, kWave, kDots };

struct MarkdownMark {
  MarkdownRange source = {};  // bytes of the Markdown source
  BoardTint tint = BoardTint::kPlain;
  MarkLine line = MarkLine::kSolid;
  bool has_ground = true;
  int layer = 0;      // of marks over one another, the one with the higher layer is seen
  std::string words;  // what is said about it: a line each for the tooltip, and read aloud
};

struct MarkdownMarksState {
  struct Strip {  // of one mark on one line of the text, from the text's upper left corner
    std::size_t mark = 0;
    ImVec2 min{};
    ImVec2 max{};
  };
  std::vector<Strip> strips;       // by mark, each from top to bottom
  std::vector<std::size_t> drawn;  // the strips from the lowest to the highest layer
  // What they were made for.
  const std::vector<MarkdownMark>* marks = nullptr;
  std::string source;
  float width = -1;
  float px = 0;
  float scale = 0;
};

struct MarkdownMarksAnswer {
  std::optional<std::size_t> hovered;  // index into the marks: the shortest one there
  std::optional<std::size_t> pressed;  // with the pointer or the keyboard
};

struct MarkdownMarksOptions {
  std::vector<std::size_t> emphasised = {};  // marks that stand out
  std::optional<std::size_t> reveal = {};    // this one is scrolled into view
};

// Draws `text` at the cursor with its marks. REQUIRES: `marks` lives as long as it is not changed.
MarkdownMarksAnswer DrawMarkedMarkdown(FrameContext& context, std::string_view text, float width,
                                       MarkdownState* state, std::string_view role,
                                       std::string_view label,
                                       const std::vector<MarkdownMark>& marks,
                                       const MarkdownMarksOptions& options,
                                       MarkdownMarksState* marked);

}  // namespace app
