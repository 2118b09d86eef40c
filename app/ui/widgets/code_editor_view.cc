// Lines, carets and the gutter on the screen.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "app/ui/draw.h"
#include "app/ui/widgets/code_editor_frame.h"

namespace app {
namespace {

constexpr double kCaretHalfPeriod = 0.5;
constexpr double kCaretBlinksFor = 10;  // then it stands still, so that an idle window sleeps
constexpr std::size_t kBeyond = 64;     // bytes lexed behind the right edge: a word is not cut
constexpr float kGuideOpacity = 0.6f;
constexpr float kMatchOpacity = 0.28f;
constexpr float kBoxOpacity = 0.16f;
constexpr float kBlockOpacity = 0.45f;

}  // namespace

void CodeEditorFrame::DrawGround() {
  const float right = window_max_.x;
  list_->PushClipRect(window_min_, window_max_, true);
  if (text_.selections().size() > 1 || text_.HasSelection() || !result_.focused) return;
  const float y = YOf(text_.caret().line);
  list_->AddRectFilled(ImVec2(window_min_.x, y), ImVec2(right, y + line_height_),
                       theme_.color.editor_line);
}

// Thin lines at every step of indentation that the line, or for an empty one its neighbours, have.
void CodeEditorFrame::DrawIndentGuides(int line) {
  const auto indent_of = [this](int at) {
    const std::string& there = text_.Line(at);
    const std::size_t first = there.find_first_not_of(" \t");
    return first == std::string::npos ? -1 : text_.VisualColumn({at, static_cast<int>(first)});
  };
  int indent = indent_of(line);
  if (indent < 0) {
    int above = line, below = line;
    while (above > first_ && indent_of(above) < 0) --above;
    while (below + 1 < last_ && indent_of(below) < 0) ++below;
    indent = std::min(indent_of(above), indent_of(below));
  }
  const int width = text_.indentation().width;
  const float y = YOf(line);
  for (int column = width; column < indent; column += width) {
    const float x = std::round(TextLeft() + cell_ * static_cast<float>(column));
    list_->AddRectFilled(ImVec2(x, y), ImVec2(x + theme_.size.hair, y + line_height_),
                         WithOpacity(theme_.color.border, kGuideOpacity));
  }
}

void CodeEditorFrame::DrawRange(const CodeRow& row, int line, const TextSelection& range,
                                Color color, bool outlined) {
  const TextPosition begin = range.begin(), end = range.end();
  if (line < begin.line || line > end.line) return;
  const int size = static_cast<int>(row.line().size());
  const float left = row.XOf(line == begin.line ? std::min(begin.column, size) : 0);
  float right = row.XOf(line == end.line ? std::min(end.column, size) : size);
  if (line < end.line) right += theme_.size.small;  // the line break
  if (right <= left) return;
  const ImVec2 min(TextLeft() + left, YOf(line)), max(TextLeft() + right, YOf(line) + line_height_);
  list_->AddRectFilled(min, max, color, theme_.size.line);
  if (outlined) StrokeRect(list_, min, max, theme_.color.accent, theme_.size.line);
}

void CodeEditorFrame::DrawRanges(const CodeRow& row, int line) {
  const auto each_in = [line](const std::vector<TextSelection>& all, const auto& draw) {
    auto at = std::lower_bound(
        all.begin(), all.end(), line,
        [](const TextSelection& one, int wanted) { return one.end().line < wanted; });
    for (; at != all.end() && at->begin().line <= line; ++at) {
      draw(*at, static_cast<int>(at - all.begin()));
    }
  };
  if (options_.matches != nullptr) {
    each_in(*options_.matches, [&](const TextSelection& one, int index) {
      DrawRange(row, line, one, WithOpacity(theme_.color.warning, kMatchOpacity),
                index == options_.current_match);
    });
  }
  each_in(text_.selections(), [&](const TextSelection& one, int) {
    DrawRange(row, line, one, theme_.color.editor_selection);
  });
}

// Bytes [begin, end) in one colour; what would deceive the eye is drawn as a box.
void CodeEditorFrame::DrawPiece(const CodeRow& row, int begin, int end, float y, Color color) {
  const std::string_view line = row.line();
  const auto text = [&](int from, int to) {
    if (from >= to) return;
    DrawText(theme_, list_, font_, ImVec2(TextLeft() + row.XOf(from), y), color,
             line.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from)));
  };
  if (row.plain()) return text(begin, end);
  int from = begin;
  for (int at = begin; at < end;) {
    int bytes = 1;
    const char32_t character = FirstCharacter(line.substr(static_cast<std::size_t>(at)), &bytes);
    const bool boxed = IsDeceptive(character);
    if (boxed || character == '\t') {
      text(from, at);
      from = at + bytes;
    }
    if (boxed) {
      const ImVec2 min(TextLeft() + row.XOf(at) + theme_.size.hair, y - theme_.size.hair);
      const ImVec2 max(
          TextLeft() + row.XOf(std::min(from, static_cast<int>(line.size()))) - theme_.size.hair,
          y + font_.px + theme_.size.hair);
      list_->AddRectFilled(min, max, WithOpacity(theme_.color.warning, kBoxOpacity),
                           theme_.size.radius_small / 2);
      StrokeRect(list_, min, max, theme_.color.warning, theme_.size.radius_small / 2);
      DrawCentered(theme_, list_, theme_.font.code_small, min, max, theme_.color.warning,
                   BoxedName(character));
    }
    at += bytes;
  }
  text(from, end);
}

void CodeEditorFrame::DrawCode(const CodeRow& row, int line) {
  const float y = YOf(line) + std::floor((line_height_ - font_.px) / 2);
  const std::string_view text = row.line();
  const int size = static_cast<int>(text.size());
  const int left = row.ColumnOver(window_min_.x + gutter_ - TextLeft());
  const int right = std::min(size, row.ColumnOver(window_max_.x - TextLeft()) + 4);
  const auto piece = [&](int begin, int end, Color color) {
    const int from = std::max(begin, left), to = std::min(end, right);
    if (from < to) DrawPiece(row, from, to, y, color);
  };
  if (options_.language == nullptr) return piece(0, size, theme_.color.text);
  const std::size_t lexed =
      std::min({static_cast<std::size_t>(right) + kBeyond, text.size(), kLexedBytes});
  std::vector<SyntaxSpan> spans;
  LexLine(*options_.language, text.substr(0, lexed), state_.lines.StateAt(line), &spans);
  int reached = 0;
  for (const SyntaxSpan& span : spans) {
    if (!row.plain()) piece(reached, span.begin, theme_.color.text);  // spaces may be boxed
    piece(span.begin, span.end, theme_.color.syntax[static_cast<std::size_t>(span.kind)]);
    reached = span.end;
  }
  piece(reached, size, theme_.color.text);
}

void CodeEditorFrame::DrawWhitespace(const CodeRow& row, int line) {
  if (!state_.show_whitespace) return;
  const std::string_view text = row.line();
  const float y = YOf(line) + line_height_ / 2;
  const int left = row.ColumnOver(window_min_.x + gutter_ - TextLeft());
  const int right =
      std::min(static_cast<int>(text.size()), row.ColumnOver(window_max_.x - TextLeft()) + 1);
  for (int i = left; i < right; ++i) {
    const char c = text[static_cast<std::size_t>(i)];
    const float x = TextLeft() + row.XOf(i), next = TextLeft() + row.XOf(i + 1);
    if (c == ' ') {
      list_->AddRectFilled(ImVec2((x + next) / 2 - theme_.size.hair, y - theme_.size.hair),
                           ImVec2((x + next) / 2 + theme_.size.hair, y + theme_.size.hair),
                           theme_.color.faint);
    } else if (c == '\t') {
      const ImVec2 arrow[] = {{next - theme_.size.small, y - theme_.size.tiny},
                              {next - theme_.size.tiny, y},
                              {next - theme_.size.small, y + theme_.size.tiny}};
      list_->AddLine(ImVec2(x + theme_.size.tiny, y), arrow[1], theme_.color.faint);
      StrokeLines(list_, arrow, 3, theme_.color.faint, theme_.size.hair);
    }
  }
}

bool CodeEditorFrame::CaretShows() {
  if (!result_.focused) return false;
  const double idle = context_.now - state_.caret_since;
  if (idle >= kCaretBlinksFor) return true;
  const double phase = std::fmod(idle, 2 * kCaretHalfPeriod);
  context_.WakeIn((phase < kCaretHalfPeriod ? kCaretHalfPeriod : 2 * kCaretHalfPeriod) - phase);
  return phase < kCaretHalfPeriod;
}

void CodeEditorFrame::DrawCarets(const CodeRow& row, int line) {
  const auto& all = text_.selections();
  auto at = std::lower_bound(
      all.begin(), all.end(), line,
      [](const TextSelection& one, int wanted) { return one.end().line < wanted; });
  const bool shows = CaretShows();
  for (; at != all.end() && at->begin().line <= line; ++at) {
    if (at->caret.line != line) continue;
    const float x = TextLeft() + row.XOf(at->caret.column);
    const int next =
        text_.Right(at->caret).line == line ? text_.Right(at->caret).column : at->caret.column;
    const float block = std::max(cell_, row.XOf(next) - row.XOf(at->caret.column));
    const ImVec2 min(x, YOf(line) + theme_.size.line);
    const ImVec2 max(x + (options_.block_caret ? block : theme_.size.line),
                     YOf(line) + line_height_ - theme_.size.line);
    if (at->caret == text_.caret()) {
      result_.caret_min = min;
      result_.caret_max = max;
      result_.caret_visible = min.y >= window_min_.y && max.y <= window_max_.y;
    }
    if (!shows) continue;
    list_->AddRectFilled(min, max,
                         options_.block_caret ? WithOpacity(theme_.color.accent, kBlockOpacity)
                                              : theme_.color.accent);
  }
}

void CodeEditorFrame::DrawBrackets() {
  if (!result_.focused || text_.HasSelection() || text_.selections().size() > 1) return;
  if (state_.bracket_version != text_.version() || state_.bracket_caret != text_.caret() ||
      state_.bracket_known != state_.lines.known()) {
    state_.bracket_version = text_.version();
    state_.bracket_caret = text_.caret();
    state_.bracket_known = state_.lines.known();
    state_.brackets = MatchBracket(text_, text_.caret(), Code());
  }
  if (!state_.brackets) return;
  for (const TextPosition p : {state_.brackets->first, state_.brackets->second}) {
    if (p.line < first_ || p.line >= last_) continue;
    const CodeRow row = RowOf(p.line);
    const ImVec2 min(TextLeft() + row.XOf(p.column), YOf(p.line) + theme_.size.hair);
    const ImVec2 max(TextLeft() + row.XOf(p.column + 1),
                     YOf(p.line) + line_height_ - theme_.size.hair);
    list_->AddRectFilled(min, max, theme_.color.accent_soft, theme_.size.line);
    StrokeRect(list_, min, max, theme_.color.accent, theme_.size.line);
  }
}

void CodeEditorFrame::DrawLines() {
  list_->PushClipRect(ImVec2(window_min_.x + gutter_ - theme_.size.small, window_min_.y),
                      window_max_, true);
  DrawBrackets();
  for (int line = first_; line < last_; ++line) {
    const CodeRow row = RowOf(line);
    DrawIndentGuides(line);
    DrawRanges(row, line);
    DrawCode(row, line);
    DrawWhitespace(row, line);
    DrawCarets(row, line);
  }
  DrawSquiggles();
  if (text_.empty() && !options_.placeholder.empty()) {
    DrawText(theme_, list_, font_,
             ImVec2(TextLeft(), YOf(0) + std::floor((line_height_ - font_.px) / 2)),
             theme_.color.faint, options_.placeholder);
  }
  list_->PopClipRect();
}

void CodeEditorFrame::DrawGutter() {
  const float right = window_min_.x + gutter_ - theme_.size.large;
  for (int line = first_; line < last_; ++line) {
    const std::string number = std::to_string(line + 1);
    const float y = YOf(line) + std::floor((line_height_ - font_.px) / 2);
    const bool current = result_.focused && line == text_.caret().line;
    DrawText(theme_, list_, font_, ImVec2(right - cell_ * static_cast<float>(number.size()), y),
             current ? theme_.color.text : theme_.color.faint, number);
  }
  list_->PopClipRect();  // of DrawGround()
}

}  // namespace app
