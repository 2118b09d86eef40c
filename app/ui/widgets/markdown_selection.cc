// Selecting in Markdown.
#include "app/ui/widgets/markdown_selection.h"

#include <algorithm>
#include <cctype>
#include <limits>

#include "app/ui/draw.h"
#include "app/ui/widgets/markdown_view.h"

namespace app {
namespace {

using Kind = MarkdownPiece::Kind;

bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

bool IsWordByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || c == '_' || byte >= 0x80;
}

// Outside of an interval, how far; inside, zero.
float Beyond(float value, float low, float high) {
  return value < low ? low - value : value > high ? value - high : 0;
}

float LeftOf(const MarkdownState& state, const MarkdownPiece& piece) {
  return piece.at.x - MarkdownScrollOf(state, piece.strip);
}

// The left edge of a byte of the piece.
float EdgeOf(const MarkdownState& state, const MarkdownPiece& piece, std::size_t offset) {
  const float left = LeftOf(state, piece);
  if (offset <= piece.begin) return left;
  if (offset >= piece.end) return left + piece.width;
  if (piece.kind != Kind::kText) return left + piece.width;  // whole or not at all
  return left +
         TextSize(piece.font, MarkdownPieceText(state, piece).substr(0, offset - piece.begin)).x;
}

std::size_t OffsetWithin(const MarkdownState& state, const MarkdownPiece& piece, float x) {
  const float left = LeftOf(state, piece);
  if (piece.kind != Kind::kText) return x < left + piece.width / 2 ? piece.begin : piece.end;
  const std::string_view text = MarkdownPieceText(state, piece);
  float edge = left;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at + 1;
    while (next < text.size() && IsContinuation(text[next])) ++next;
    const float width = TextSize(piece.font, text.substr(at, next - at)).x;
    if (x < edge + width / 2) return piece.begin + at;
    edge += width;
    at = next;
  }
  return piece.end;
}

// The piece that shows the byte, or the last one before it.
const MarkdownPiece* PieceOf(const MarkdownState& state, std::size_t offset) {
  const auto& pieces = state.layout.pieces;
  auto after = std::upper_bound(
      pieces.begin(), pieces.end(), offset,
      [](std::size_t value, const MarkdownPiece& piece) { return value < piece.begin; });
  if (pieces.empty()) return nullptr;
  return after == pieces.begin() ? &pieces.front() : &*(after - 1);
}

bool SharesLine(const MarkdownPiece& a, const MarkdownPiece& b) {
  const float overlap = std::min(a.at.y + a.height, b.at.y + b.height) - std::max(a.at.y, b.at.y);
  return overlap > std::min(a.height, b.height) / 2;
}

std::size_t MoveByLine(const MarkdownState& state, std::size_t offset, int direction) {
  const MarkdownPiece* from = PieceOf(state, offset);
  if (from == nullptr) return offset;
  const float x = EdgeOf(state, *from, offset);
  const float middle = from->at.y + from->height / 2;
  const MarkdownPiece* best = nullptr;
  float best_y = std::numeric_limits<float>::max(), best_x = best_y;
  for (const MarkdownPiece& piece : state.layout.pieces) {
    const float dy = (piece.at.y + piece.height / 2 - middle) * static_cast<float>(direction);
    if (dy <= 0 || SharesLine(*from, piece)) continue;
    const float dx = Beyond(x, LeftOf(state, piece), LeftOf(state, piece) + piece.width);
    const bool nearer_line = best == nullptr || (dy < best_y && !SharesLine(*best, piece));
    const bool same_line = best != nullptr && SharesLine(*best, piece);
    if (nearer_line || (same_line && dx < best_x)) {
      best = &piece;
      best_y = dy;
      best_x = dx;
    }
  }
  if (best == nullptr) return direction < 0 ? 0 : state.document.text.size();
  return OffsetWithin(state, *best, x);
}

}  // namespace

float MarkdownScrollOf(const MarkdownState& state, int strip) {
  const auto index = static_cast<std::size_t>(strip);
  return strip >= 0 && index < state.scrolled.size() ? state.scrolled[index] : 0;
}

std::string_view MarkdownPieceText(const MarkdownState& state, const MarkdownPiece& piece) {
  return std::string_view(state.document.text).substr(piece.begin, piece.end - piece.begin);
}

std::size_t MarkdownOffsetAt(const MarkdownState& state, ImVec2 point) {
  const MarkdownPiece* best = nullptr;
  float best_y = 0, best_x = 0;
  for (const MarkdownPiece& piece : state.layout.pieces) {
    const float left = LeftOf(state, piece);
    const float dy = Beyond(point.y, piece.at.y, piece.at.y + piece.height);
    const float dx = Beyond(point.x, left, left + piece.width);
    if (best == nullptr || dy < best_y || (dy == best_y && dx < best_x)) {
      best = &piece;
      best_y = dy;
      best_x = dx;
    }
  }
  if (best == nullptr) return 0;
  return OffsetWithin(state, *best, point.x);
}

ImRect MarkdownCaretAt(const MarkdownState& state, std::size_t offset) {
  const MarkdownPiece* piece = PieceOf(state, offset);
  if (piece == nullptr) return ImRect();
  const float x = EdgeOf(state, *piece, offset);
  return ImRect(x, piece->at.y, x, piece->at.y + piece->height);
}

MarkdownRange MarkdownWordAt(const MarkdownState& state, std::size_t offset) {
  const std::string& text = state.document.text;
  if (const MarkdownPiece* piece = PieceOf(state, offset);
      piece != nullptr && piece->kind != Kind::kText && offset <= piece->end) {
    return {piece->begin, piece->end};
  }
  MarkdownRange word{offset, offset};
  while (word.begin > 0 && IsWordByte(text[word.begin - 1])) --word.begin;
  while (word.end < text.size() && IsWordByte(text[word.end])) ++word.end;
  if (word.begin == word.end && word.end < text.size()) ++word.end;
  return word;
}

MarkdownRange MarkdownBlockAt(const MarkdownState& state, std::size_t offset) {
  for (const MarkdownBlock& block : state.document.blocks) {
    if (offset <= block.end) return {std::min(offset, block.begin), block.end};
  }
  return {offset, offset};
}

std::size_t MarkdownMove(const MarkdownState& state, std::size_t offset, MarkdownStep step) {
  const std::string& text = state.document.text;
  switch (step) {
    case MarkdownStep::kLeft:
      if (offset > 0) --offset;
      while (offset > 0 && IsContinuation(text[offset])) --offset;
      return offset;
    case MarkdownStep::kRight:
      if (offset < text.size()) ++offset;
      while (offset < text.size() && IsContinuation(text[offset])) ++offset;
      return offset;
    case MarkdownStep::kWordLeft:
      while (offset > 0 && !IsWordByte(text[offset - 1])) --offset;
      while (offset > 0 && IsWordByte(text[offset - 1])) --offset;
      return offset;
    case MarkdownStep::kWordRight:
      while (offset < text.size() && !IsWordByte(text[offset])) ++offset;
      while (offset < text.size() && IsWordByte(text[offset])) ++offset;
      return offset;
    case MarkdownStep::kUp:
      return MoveByLine(state, offset, -1);
    case MarkdownStep::kDown:
      return MoveByLine(state, offset, 1);
    case MarkdownStep::kLineStart:
    case MarkdownStep::kLineEnd: {
      const MarkdownPiece* on = PieceOf(state, offset);
      if (on == nullptr) return offset;
      const MarkdownPiece from = *on;
      for (const MarkdownPiece& piece : state.layout.pieces) {
        if (!SharesLine(from, piece)) continue;
        offset = step == MarkdownStep::kLineStart ? std::min(offset, piece.begin)
                                                  : std::max(offset, piece.end);
      }
      return offset;
    }
    case MarkdownStep::kStart:
      return 0;
    case MarkdownStep::kEnd:
      return text.size();
  }
  return offset;
}

ImRect MarkdownHighlight(const MarkdownState& state, const MarkdownPiece& piece, std::size_t begin,
                         std::size_t end) {
  begin = std::max(begin, piece.begin);
  end = std::min(end, piece.end);
  if (begin >= end) return ImRect();
  const bool whole = piece.kind != Kind::kText;
  const float left = whole ? LeftOf(state, piece) : EdgeOf(state, piece, begin);
  return ImRect(left, piece.at.y, EdgeOf(state, piece, whole ? piece.end : end),
                piece.at.y + piece.height);
}

MarkdownRange Selected(const MarkdownState& state) {
  MarkdownRange range{std::min(state.anchor, state.caret), std::max(state.anchor, state.caret)};
  if (range.begin == range.end) return range;
  for (const MarkdownPiece& piece : state.layout.pieces) {  // a formula is taken whole
    if (piece.kind == Kind::kText) continue;
    if (piece.begin < range.begin && range.begin < piece.end) range.begin = piece.begin;
    if (piece.begin < range.end && range.end < piece.end) range.end = piece.end;
  }
  return range;
}

std::string_view SelectedText(const MarkdownState& state) {
  const MarkdownRange range = Selected(state);
  return std::string_view(state.document.text).substr(range.begin, range.end - range.begin);
}

}  // namespace app
