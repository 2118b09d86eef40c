// Markdown on the screen: headings, emphasis, lists, tables, code with colours, formulas, pictures.
// Its text is selected with the mouse (drag, double click a word, triple click a block) or, where
// the view has the focus, with Shift and the arrows; Ctrl+A and Ctrl+C work. What is copied is
// MarkdownDocument::text: tables with tabs, formulas in LaTeX with their dollars.
// UI thread only. The layout is kept until text, width, fonts or colours change.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/frame_context.h"
#include "app/ui/widgets/markdown.h"
#include "app/ui/widgets/markdown_layout.h"

namespace app {

struct MarkdownState {
  std::string source;
  MarkdownDocument document;
  std::string spoken;  // for the UI tree
  MarkdownLayout layout;

  // What the layout was made for; a negative width: not made yet.
  float width = -1;
  Color text_color = 0;
  const void* face = nullptr;
  float px = 0;
  float scale = 0;

  // The selection, as bytes of document.text.
  std::size_t anchor = 0;
  std::size_t caret = 0;
  bool dragging = false;
  double last_click = 0;
  ImVec2 click_at{};
  int clicks = 0;
  int held_strip = -1;          // whose scroll bar is being dragged
  std::vector<float> scrolled;  // of each strip, to the left
  int copied_code = -1;         // the block whose button was pressed
  double copied_at = 0;
};

enum class MarkdownFocus { kTabStop, kPointerOnly };

struct MarkdownOptions {
  MarkdownFocus focus = MarkdownFocus::kTabStop;  // a bubble of a log is left to the pointer
  std::filesystem::path folder = {};              // where its pictures are
  // Draws between the grounds and the words; `origin` is the text's upper left corner.
  std::function<void(ImVec2 origin)> underlay = {};
};

// Lays `text` out at `width` and returns its height.
float MeasureMarkdown(const FrameContext& context, std::string_view text, float width,
                      MarkdownState* state, const MarkdownOptions& options = {});

// Draws it at the cursor. `role` and `label` are its place in the UI tree.
void DrawMarkdown(FrameContext& context, std::string_view text, float width, MarkdownState* state,
                  std::string_view role, std::string_view label,
                  const MarkdownOptions& options = {});

// What is selected; empty for nothing.
std::string_view SelectedText(const MarkdownState& state);

}  // namespace app
