// From points of a laid-out Markdown text to bytes of its document and back, and what words, lines
// and blocks are to a selection. UI thread only; pure functions of the state.
#pragma once

#include "app/ui/widgets/markdown_view.h"

namespace app {

// The byte that a point (from the upper left corner of the text) is nearest to.
std::size_t MarkdownOffsetAt(const MarkdownState& state, ImVec2 point);
// Where the caret stands: the left edge of that byte, and the height of its line.
ImRect MarkdownCaretAt(const MarkdownState& state, std::size_t offset);

MarkdownRange MarkdownWordAt(const MarkdownState& state, std::size_t offset);
MarkdownRange MarkdownBlockAt(const MarkdownState& state, std::size_t offset);

enum class MarkdownStep {
  kLeft,
  kRight,
  kWordLeft,
  kWordRight,
  kUp,
  kDown,
  kLineStart,
  kLineEnd,
  kStart,
  kEnd
};
std::size_t MarkdownMove(const MarkdownState& state, std::size_t offset, MarkdownStep step);

// The part of a piece that lies within [begin, end), from its left edge; empty where none does.
ImRect MarkdownHighlight(const MarkdownState& state, const MarkdownPiece& piece, std::size_t begin,
                         std::size_t end);

// The text that a piece draws.
std::string_view MarkdownPieceText(const MarkdownState& state, const MarkdownPiece& piece);
// How far left the piece is scrolled.
float MarkdownScrollOf(const MarkdownState& state, int strip);

// What is selected; a formula is taken whole.
MarkdownRange Selected(const MarkdownState& state);

}  // namespace app
