// Markdown on the screen: headings, emphasis, lists, code with colours, tables.
// UI thread only. The layout is kept until text, width or theme change.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/ui/frame_context.h"
#include "app/ui/widgets/markdown.h"

namespace app {

struct MarkdownState {
  struct Piece {  // a stretch of text in one font
    ImVec2 at{};
    float width = 0;
    const Font* font = nullptr;
    Color color = 0;
    std::string text;
    bool boxed = false;  // inline code stands on a ground of its own
  };
  struct Box {
    ImVec2 min{}, max{};
    Color fill = 0;
    Color border = 0;
  };
  std::string text;
  std::vector<MarkdownBlock> blocks;
  std::vector<Piece> pieces;
  std::vector<Box> boxes;
  float width = -1;
  float height = 0;
  float used_width = 0;    // of the widest line
  Color laid_out_for = 0;  // the theme's text colour
  float scale = 0;
};

// Lays `text` out at `width` and returns its height.
float MeasureMarkdown(const FrameContext& context, std::string_view text, float width,
                      MarkdownState* state);

// Draws it at the cursor. `role` and `label` are its place in the UI tree.
void DrawMarkdown(FrameContext& context, std::string_view text, float width, MarkdownState* state,
                  std::string_view role, std::string_view label);

}  // namespace app
