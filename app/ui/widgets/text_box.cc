// Layout and drawing of text boxes.
#include "app/ui/widgets/text_box.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "app/ui/draw.h"
#include "app/ui/widgets/text_box_frame.h"

namespace app {
namespace {

using Mode = TextBoxOptions::Mode;
using Row = TextBoxState::Row;
using Selection = TextBuffer::Selection;
using EditKind = TextBuffer::EditKind;

constexpr double kCaretHalfPeriod = 0.5;
constexpr double kCaretBlinksFor = 10;  // then it stands still, so that an idle window sleeps
constexpr int kLongestRecorded = 400;   // lines of a text that the UI tree holds in full

bool Wraps(Mode mode) { return mode == Mode::kProse || mode == Mode::kNote; }

std::string_view Slice(const std::string& line, int begin, int end) {
  return std::string_view(line).substr(static_cast<std::size_t>(begin),
                                       static_cast<std::size_t>(end - begin));
}

}  // namespace

float TextBoxFrame::GutterWidth() const {
  if (options_.mode != Mode::kCode) return 0;
  const std::size_t digits = std::max<std::size_t>(3, std::to_string(text_.line_count()).size());
  return TextSize(font_, std::string(digits, '0')).x + theme_.size.huge;
}

void TextBoxFrame::Layout(float width) {
  if (state_.laid_out_version == text_.version() && state_.laid_out_width == width) return;
  state_.laid_out_version = text_.version();
  state_.laid_out_width = width;
  state_.rows.clear();
  for (int i = 0; i < text_.line_count(); ++i) {
    const std::string& line = text_.Line(i);
    const char* const start = line.data();
    const char* const end = start + line.size();
    const char* begin = start;
    while (Wraps(options_.mode) && begin < end) {
      const char* stop = std::max(WrapPosition(font_, begin, end, width), begin + 1);
      while (stop < end && (static_cast<unsigned char>(*stop) & 0xC0) == 0x80) ++stop;
      while (stop < end && *stop == ' ') ++stop;
      if (stop >= end) break;
      state_.rows.push_back({i, static_cast<int>(begin - start), static_cast<int>(stop - start)});
      begin = stop;
    }
    state_.rows.push_back({i, static_cast<int>(begin - start), static_cast<int>(line.size())});
  }
}

void TextBoxFrame::LexAll() {
  if (options_.language == nullptr || state_.lexed_version == text_.version()) return;
  state_.lexed_version = text_.version();
  state_.syntax.assign(1, SyntaxState::kCode);
  std::vector<SyntaxSpan> ignored;
  for (const std::string& line : text_.lines()) {
    ignored.clear();
    state_.syntax.push_back(LexLine(*options_.language, line, state_.syntax.back(), &ignored));
  }
}

int TextBoxFrame::RowOf(TextPosition position) const {
  const auto after = std::upper_bound(state_.rows.begin(), state_.rows.end(), position,
                                      [](TextPosition p, const Row& row) {
                                        return p < TextPosition{row.line, row.begin};
                                      });
  return std::max(0, static_cast<int>(after - state_.rows.begin()) - 1);
}

TextPosition TextBoxFrame::PositionAt(int row_index, float x) const {
  const int last = static_cast<int>(state_.rows.size()) - 1;
  const Row& row = state_.rows[static_cast<std::size_t>(std::clamp(row_index, 0, last))];
  TextPosition best{row.line, row.begin};
  float at = 0;
  while (best.column < row.end) {
    const TextPosition next = text_.Right(best);
    const float width = WidthOf(row.line, best.column, next.column);
    if (at + width / 2 > x) break;
    at += width;
    best = next;
  }
  // The end of a wrapped row is the start of the next: stay on this one.
  if (best.column == row.end && !IsLastRowOfLine(row) && row.end > row.begin)
    best = text_.Left(best);
  return best;
}

void TextBoxFrame::FollowCaret() {
  if (!state_.follow_caret) return;
  state_.follow_caret = false;
  const int row_index = RowOf(text_.caret());
  const Row& row = state_.rows[static_cast<std::size_t>(row_index)];
  const float top = PadY() + static_cast<float>(row_index) * line_height_;
  const float height = ImGui::GetWindowHeight(), scroll = ImGui::GetScrollY();
  if (top - PadY() < scroll) {
    ImGui::SetScrollY(std::max(0.0f, top - PadY()));
  } else if (top + line_height_ + PadY() > scroll + height) {
    ImGui::SetScrollY(top + line_height_ + PadY() - height);
  }
  if (Wraps(options_.mode)) return;
  const float x = gutter_ + PadX() + WidthOf(row.line, row.begin, text_.caret().column);
  const float width = ImGui::GetWindowWidth(), scroll_x = ImGui::GetScrollX();
  const float margin = theme_.size.huge;
  if (x - margin < scroll_x + gutter_) {
    ImGui::SetScrollX(std::max(0.0f, x - margin - gutter_));
  } else if (x + margin > scroll_x + width) {
    ImGui::SetScrollX(x + margin - width);
  }
}

void TextBoxFrame::DrawSelection(ImDrawList* list, const Row& row, ImVec2 at) {
  const TextPosition begin = text_.selection_begin(), end = text_.selection_end();
  if (!text_.HasSelection() || row.line < begin.line || row.line > end.line) return;
  const int from =
      row.line == begin.line ? std::clamp(begin.column, row.begin, row.end) : row.begin;
  const int to = row.line == end.line ? std::clamp(end.column, row.begin, row.end) : row.end;
  float right = WidthOf(row.line, row.begin, to);
  if (row.line < end.line && IsLastRowOfLine(row)) right += theme_.size.small;  // the line break
  const float left = WidthOf(row.line, row.begin, from);
  if (right <= left) return;
  list->AddRectFilled(ImVec2(at.x + left, at.y), ImVec2(at.x + right, at.y + line_height_),
                      theme_.color.editor_selection, theme_.size.line);
}

void TextBoxFrame::DrawCaret(ImDrawList* list, const Row& row, ImVec2 at) {
  const TextPosition caret = text_.caret();
  if (!result_.focused || caret.line != row.line || caret.column < row.begin ||
      caret.column > row.end || (caret.column == row.end && !IsLastRowOfLine(row))) {
    return;
  }
  const double idle = context_.now - state_.caret_since;
  if (idle < kCaretBlinksFor) {
    const double phase = std::fmod(idle, 2 * kCaretHalfPeriod);
    context_.WakeIn((phase < kCaretHalfPeriod ? kCaretHalfPeriod : 2 * kCaretHalfPeriod) - phase);
    if (phase >= kCaretHalfPeriod) return;
  }
  const float x = at.x + WidthOf(row.line, row.begin, caret.column);
  list->AddRectFilled(ImVec2(x, at.y + theme_.size.line),
                      ImVec2(x + theme_.size.line, at.y + line_height_ - theme_.size.line),
                      theme_.color.accent);
}

void TextBoxFrame::DrawRow(ImDrawList* list, const Row& row, ImVec2 at) {
  const float text_y = at.y + std::floor((line_height_ - font_.px) / 2);
  const std::string& line = text_.Line(row.line);
  if (options_.language == nullptr) {
    DrawText(theme_, list, font_, ImVec2(at.x, text_y), theme_.color.text,
             Slice(line, row.begin, row.end));
    return;
  }
  std::vector<SyntaxSpan> spans;
  LexLine(*options_.language, line, state_.syntax[static_cast<std::size_t>(row.line)], &spans);
  float x = at.x;
  int reached = 0;
  for (const SyntaxSpan& span : spans) {
    x += WidthOf(row.line, reached, span.begin);
    DrawText(theme_, list, font_, ImVec2(x, text_y),
             theme_.color.syntax[static_cast<std::size_t>(span.kind)],
             Slice(line, span.begin, span.end));
    x += WidthOf(row.line, span.begin, span.end);
    reached = span.end;
  }
}

void TextBoxFrame::DrawGutter(int first, int last, ImVec2 origin) {
  if (options_.mode != Mode::kCode) return;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 window = ImGui::GetWindowPos();
  list->AddRectFilled(
      window, ImVec2(window.x + gutter_ - theme_.size.small, window.y + ImGui::GetWindowHeight()),
      theme_.color.editor, theme_.size.radius_panel, ImDrawFlags_RoundCornersBottomLeft);
  for (int i = first; i < last; ++i) {
    const Row& row = state_.rows[static_cast<std::size_t>(i)];
    const std::string number = std::to_string(row.line + 1);
    const float y = origin.y + PadY() + static_cast<float>(i) * line_height_ +
                    std::floor((line_height_ - font_.px) / 2);
    const float x = window.x + gutter_ - theme_.size.large - TextSize(font_, number).x;
    const bool current = result_.focused && row.line == text_.caret().line;
    DrawText(theme_, list, font_, ImVec2(x, y), current ? theme_.color.text : theme_.color.faint,
             number);
  }
}

void TextBoxFrame::DrawRows(ImVec2 origin) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 window = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
  const float scroll = ImGui::GetScrollY();
  const int count = static_cast<int>(state_.rows.size());
  const int first = std::clamp(static_cast<int>((scroll - PadY()) / line_height_), 0, count);
  const int last =
      std::clamp(static_cast<int>((scroll + size.y - PadY()) / line_height_) + 1, first, count);
  for (int i = first; i < last; ++i) {
    const Row& row = state_.rows[static_cast<std::size_t>(i)];
    const ImVec2 at(origin.x + gutter_ + PadX(),
                    origin.y + PadY() + static_cast<float>(i) * line_height_);
    if (options_.mode == Mode::kCode && result_.focused && row.line == text_.caret().line &&
        !text_.HasSelection()) {
      list->AddRectFilled(ImVec2(window.x + gutter_ - theme_.size.small, at.y),
                          ImVec2(window.x + size.x, at.y + line_height_), theme_.color.editor_line);
    }
    DrawSelection(list, row, at);
    DrawRow(list, row, at);
    DrawCaret(list, row, at);
  }
  DrawGutter(first, last, origin);
  if (text_.empty() && !options_.placeholder.empty()) {
    const std::string shown = Shortened(font_, options_.placeholder, size.x - 2 * PadX());
    DrawText(theme_, list, font_,
             ImVec2(origin.x + gutter_ + PadX(),
                    origin.y + PadY() + std::floor((line_height_ - font_.px) / 2)),
             theme_.color.faint, shown);
  }
}

TextBoxResult TextBoxFrame::Draw(const char* label, ImVec2 size) {
  const ImGuiID id = TextBoxId(label);
  const ImVec2 min = ImGui::GetCursorScreenPos(), max(min.x + size.x, min.y + size.y);
  context_.focus.Add(
      id, options_.mode == Mode::kCode ? FocusRing::Kind::kMultiline : FocusRing::Kind::kText, min,
      max, theme_);
  result_.focused = context_.focus.HasFocus(id);
  box_height_ = size.y;
  gutter_ = GutterWidth();
  if (options_.framed) {
    DrawBox(theme_, ImGui::GetWindowDrawList(), min, max, theme_.color.editor,
            result_.focused ? theme_.color.accent : theme_.color.border,
            theme_.size.radius_control);
  }
  ImGui::PushStyleColor(ImGuiCol_ChildBg, 0);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGuiWindowFlags flags = ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoMove;
  if (options_.mode == Mode::kCode) flags |= ImGuiWindowFlags_HorizontalScrollbar;
  if (options_.mode == Mode::kLine) flags |= ImGuiWindowFlags_NoScrollbar;
  BeginChildWindow(label, size, ChildFrame::kNone, flags);
  const ImVec2 available = ImGui::GetContentRegionAvail();
  const float wrap_width = std::max(1.0f, available.x - gutter_ - 2 * PadX());
  page_rows_ = std::max(1, static_cast<int>(available.y / line_height_) - 1);
  Layout(wrap_width);
  if (result_.focused && !context_.focus.JustGained()) {
    TakeText();
    TakeKeys();
  }
  Layout(wrap_width);
  LexAll();

  const ImVec2 origin = ImGui::GetCursorScreenPos();
  float content_width = available.x;
  if (!Wraps(options_.mode)) {
    for (const Row& row : state_.rows) {
      content_width =
          std::max(content_width,
                   gutter_ + PadX() + WidthOf(row.line, row.begin, row.end) + theme_.size.huge);
    }
  }
  const float content_height = 2 * PadY() + static_cast<float>(state_.rows.size()) * line_height_;
  ImGui::InvisibleButton("##text", ImVec2(content_width, std::max(content_height, available.y)));
  if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  if (ImGui::IsItemActivated()) context_.focus.Focus(id);
  if (ImGui::IsItemActive()) TakeMouse(origin);
  FollowCaret();
  DrawRows(origin);
  ImGui::EndChild();
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
  if (context_.tree.recording()) {
    context_.tree.Add({.role = options_.mode == Mode::kCode ? "code" : "textbox",
                       .label = std::string(VisibleLabel(label)),
                       .value = text_.line_count() <= kLongestRecorded
                                    ? text_.Text()
                                    : std::to_string(text_.line_count()) + " lines",
                       .min = min,
                       .max = max,
                       .focused = result_.focused});
  }
  return result_;
}

float TextBoxFrame::Height(float width) {
  Layout(std::max(1.0f, width - 2 * PadX()));
  return 2 * theme_.size.small + static_cast<float>(state_.rows.size()) * line_height_;
}

TextBoxResult DrawTextBox(FrameContext& context, const char* label, ImVec2 size,
                          TextBoxState* state, const TextBoxOptions& options) {
  return TextBoxFrame(&context, state, options).Draw(label, size);
}

float TextBoxHeight(const FrameContext& context, float width, TextBoxState* state) {
  const TextBoxOptions options{.mode = Mode::kNote,
                               .language = nullptr,
                               .placeholder = {},
                               .read_only = false,
                               .framed = true};
  FrameContext measuring = context;
  return TextBoxFrame(&measuring, state, options).Height(width);
}

ImGuiID TextBoxId(const char* label) { return ImGui::GetID(label); }

}  // namespace app
