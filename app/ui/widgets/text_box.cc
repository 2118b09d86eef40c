// Layout and drawing of text boxes.
#include "app/ui/widgets/text_box.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "app/ui/draw.h"
#include "app/ui/hidden_characters.h"
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

// A tab has its place in a text; everything else that is hidden is shown.
bool IsSpelledOut(const Utf8Character& character) {
  return !character.valid || (character.code != '\t' && IsHidden(character.code));
}

bool HasHidden(std::string_view text) {
  while (!text.empty()) {
    const auto byte = static_cast<unsigned char>(text[0]);
    if (byte >= 0x20 && byte < 0x7F) {
      text.remove_prefix(1);
      continue;
    }
    const Utf8Character next = FirstCharacter(text);
    if (IsSpelledOut(next)) return true;
    text.remove_prefix(next.bytes);
  }
  return false;
}

}  // namespace

float TextBoxFrame::GutterWidth() const {
  if (options_.mode != Mode::kCode) return 0;
  const std::size_t digits = std::max<std::size_t>(3, std::to_string(text_.line_count()).size());
  return TextSize(font_, std::string(digits, '0')).x + theme_.size.huge;
}

// Where the row that begins at `begin` ends, so that it is at most `width` wide.
int TextBoxFrame::RowEnd(int line, int begin, float width, bool has_hidden) const {
  const std::string& text = text_.Line(line);
  const int size = static_cast<int>(text.size());
  const char* const start = text.data();
  int stop = begin;
  if (!has_hidden) {
    const char* const from = start + begin;
    stop = static_cast<int>(std::max(WrapPosition(font_, from, start + size, width), from + 1) -
                            start);
  } else {  // what is spelled out is wider than the font says
    int word = begin;
    for (TextPosition at{line, begin}; at.column < size;) {
      const TextPosition next = text_.Right(at);
      if (at.column > begin && WidthOf(line, begin, next.column) > width) break;
      if (start[at.column] == ' ') word = next.column;
      at = next;
      stop = at.column;
    }
    if (stop < size && word > begin) stop = word;
  }
  while (stop < size && (static_cast<unsigned char>(start[stop]) & 0xC0) == 0x80) ++stop;
  while (stop < size && start[stop] == ' ') ++stop;
  return stop;
}

void TextBoxFrame::LayoutLine(int line, float width, std::vector<Row>* rows) const {
  const int size = static_cast<int>(text_.Line(line).size());
  if (!Wraps(options_.mode)) {
    rows->push_back({line, 0, size, WidthOf(line, 0, size)});
    return;
  }
  const bool has_hidden = HasHidden(text_.Line(line));
  int begin = 0;
  do {
    const int end = begin < size ? RowEnd(line, begin, width, has_hidden) : size;
    rows->push_back({line, begin, end, 0});
    begin = end;
  } while (begin < size);
}

// Only lines that have changed are laid out anew; those behind them are moved.
void TextBoxFrame::Layout(float width) {
  const bool same_shape = state_.laid_out_width == width && state_.laid_out_px == font_.px;
  if (same_shape && state_.laid_out_version == text_.version()) return;
  LineDamage damage{0, 0, text_.line_count()};
  if (same_shape && !state_.rows.empty()) {
    damage = text_.DamageSince(state_.laid_out_version);
  } else {
    state_.rows.clear();
  }
  state_.laid_out_version = text_.version();
  state_.laid_out_width = width;
  state_.laid_out_px = font_.px;
  const auto row_of_line = [this](int line) {
    return std::lower_bound(state_.rows.begin(), state_.rows.end(), line,
                            [](const Row& row, int l) { return row.line < l; });
  };
  std::vector<Row> fresh;
  for (int i = 0; i < damage.added; ++i) LayoutLine(damage.first + i, width, &fresh);
  const auto first = row_of_line(damage.first), last = row_of_line(damage.first + damage.removed);
  const auto begin = first - state_.rows.begin(), old = last - first;
  const auto size = static_cast<std::ptrdiff_t>(fresh.size());
  const auto kept = std::min(old, size);
  std::copy(fresh.begin(), fresh.begin() + kept, state_.rows.begin() + begin);
  if (size > old) {
    state_.rows.insert(state_.rows.begin() + begin + kept, fresh.begin() + kept, fresh.end());
  } else {
    state_.rows.erase(state_.rows.begin() + begin + kept, state_.rows.begin() + begin + old);
  }
  for (auto row = state_.rows.begin() + begin + size; row != state_.rows.end(); ++row) {
    row->line += damage.added - damage.removed;
  }
  state_.widest = 0;
  for (const Row& row : state_.rows) state_.widest = std::max(state_.widest, row.width);
}

std::string_view TextBoxFrame::Visible(std::string_view text) const {
  if (!HasHidden(text)) return text;
  spelled_.clear();
  while (!text.empty()) {
    const Utf8Character next = FirstCharacter(text);
    if (IsSpelledOut(next)) {
      spelled_ += SpelledOut(next);
    } else {
      spelled_ += text.substr(0, next.bytes);
    }
    text.remove_prefix(next.bytes);
  }
  return spelled_;
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
  const float x = at.x + WidthOf(row.line, row.begin, caret.column);
  result_.caret = ImVec2(x, at.y + line_height_);
  const double idle = context_.now - state_.caret_since;
  if (idle < kCaretBlinksFor) {
    const double phase = std::fmod(idle, 2 * kCaretHalfPeriod);
    context_.WakeIn((phase < kCaretHalfPeriod ? kCaretHalfPeriod : 2 * kCaretHalfPeriod) - phase);
    if (phase >= kCaretHalfPeriod) return;
  }
  list->AddRectFilled(ImVec2(x, at.y + theme_.size.line),
                      ImVec2(x + theme_.size.line, at.y + line_height_ - theme_.size.line),
                      theme_.color.accent);
}

void TextBoxFrame::DrawRow(ImDrawList* list, const Row& row, ImVec2 at) {
  const float text_y = at.y + std::floor((line_height_ - font_.px) / 2);
  const std::string& line = text_.Line(row.line);
  DrawHidden(list, row, at);
  if (options_.style != nullptr) return DrawStyled(list, row, ImVec2(at.x, text_y));
  if (options_.language == nullptr) {
    DrawText(theme_, list, font_, ImVec2(at.x, text_y), theme_.color.text,
             Visible(Slice(line, row.begin, row.end)));
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
             Visible(Slice(line, span.begin, span.end)));
    x += WidthOf(row.line, span.begin, span.end);
    reached = span.end;
  }
}

// A ground behind each hidden character, so that it is seen to be none of the text's own letters.
void TextBoxFrame::DrawHidden(ImDrawList* list, const Row& row, ImVec2 at) {
  const std::string& line = text_.Line(row.line);
  if (!HasHidden(Slice(line, row.begin, row.end))) return;
  for (int i = row.begin; i < row.end;) {
    const Utf8Character next = FirstCharacter(Slice(line, i, row.end));
    const int end = i + static_cast<int>(next.bytes);
    if (IsSpelledOut(next)) {
      const ImVec2 min(at.x + WidthOf(row.line, row.begin, i), at.y + theme_.size.line);
      const ImVec2 max(min.x + WidthOf(row.line, i, end), at.y + line_height_ - theme_.size.line);
      DrawBox(theme_, list, min, max, theme_.color.raised, theme_.color.warning,
              theme_.size.radius_small);
      context_.tree.Add({.role = "mark",
                         .label = "Hidden character " + SpelledOut(next),
                         .min = min,
                         .max = max});
    }
    i = end;
  }
}

void TextBoxFrame::DrawSquiggle(ImDrawList* list, ImVec2 from, float width, Color color) const {
  const float step = theme_.size.line;
  std::vector<ImVec2> points;
  for (float x = 0; x <= width; x += step) {
    const bool is_low = points.size() % 2 == 1;
    points.emplace_back(from.x + x, from.y + (is_low ? theme_.size.line : 0));
  }
  StrokeLines(list, points.data(), static_cast<int>(points.size()), color, theme_.size.hair);
}

// A row in the colours and faces of its spans; `at` is where its text begins.
void TextBoxFrame::DrawStyled(ImDrawList* list, const Row& row, ImVec2 at) {
  if (styled_line_ != row.line) {
    styled_line_ = row.line;
    spans_.clear();
    (*options_.style)(row.line, &spans_);
  }
  span_of_byte_.assign(static_cast<std::size_t>(row.end - row.begin), -1);
  const auto x_of = [&](int column) { return at.x + WidthOf(row.line, row.begin, column); };
  for (std::size_t i = 0; i < spans_.size(); ++i) {
    const TextSpan& span = spans_[i];
    const int from = std::max(span.begin, row.begin), to = std::min(span.end, row.end);
    if (from >= to) continue;
    if (span.ground != 0) {
      list->AddRectFilled(ImVec2(x_of(from), at.y - theme_.size.hair),
                          ImVec2(x_of(to), at.y + font_.px + theme_.size.hair), span.ground,
                          theme_.size.line);
    }
    if (span.squiggle != 0) {
      DrawSquiggle(list, ImVec2(x_of(from), at.y + font_.px - theme_.size.hair),
                   x_of(to) - x_of(from), span.squiggle);
      context_.tree.Add({.role = "squiggle",
                         .label = std::string(Slice(text_.Line(row.line), from, to)),
                         .min = ImVec2(x_of(from), at.y),
                         .max = ImVec2(x_of(to), at.y + line_height_)});
    }
    if (span.ink == 0 && !span.bold && !span.italic) continue;
    std::fill(span_of_byte_.begin() + (from - row.begin), span_of_byte_.begin() + (to - row.begin),
              static_cast<int>(i));
  }
  const std::string& line = text_.Line(row.line);
  for (int begin = row.begin; begin < row.end;) {
    const int index = span_of_byte_[static_cast<std::size_t>(begin - row.begin)];
    int end = begin + 1;
    while (end < row.end && span_of_byte_[static_cast<std::size_t>(end - row.begin)] == index) {
      ++end;
    }
    static const TextSpan kPlain;
    const TextSpan& span = index < 0 ? kPlain : spans_[static_cast<std::size_t>(index)];
    const Color ink = span.ink != 0 ? span.ink : theme_.color.text;
    const ImVec2 from(x_of(begin), at.y);
    // Slanted and heavy letters keep the places of upright ones, so that no style moves the caret.
    const Font& face = span.italic ? theme_.font.italic : font_;
    const std::string_view shown = Visible(Slice(line, begin, end));
    DrawText(theme_, list, face, from, ink, shown);
    if (span.bold) {
      DrawText(theme_, list, face, ImVec2(from.x + 1 / theme_.scale, from.y), ink, shown);
    }
    begin = end;
  }
}

void TextBoxFrame::DrawGutter(int first, int last, ImVec2 origin) {
  if (options_.mode != Mode::kCode) return;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 window = ImGui::GetWindowPos();
  const float inset = options_.framed ? theme_.size.hair : 0;  // the border stays
  list->AddRectFilled(
      ImVec2(window.x + inset, window.y + inset),
      ImVec2(window.x + gutter_ - theme_.size.small, window.y + ImGui::GetWindowHeight() - inset),
      theme_.color.editor, options_.framed ? theme_.size.radius_control : theme_.size.radius_panel,
      ImDrawFlags_RoundCornersLeft);
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
  const bool takes_tab = options_.mode == Mode::kCode || options_.takes_tab;
  context_.focus.Add(id, takes_tab ? FocusRing::Kind::kMultiline : FocusRing::Kind::kText, min, max,
                     theme_);
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
    content_width = std::max(content_width, gutter_ + PadX() + state_.widest + theme_.size.huge);
  }
  const float content_height = 2 * PadY() + static_cast<float>(state_.rows.size()) * line_height_;
  ImGui::InvisibleButton("##text", ImVec2(content_width, std::max(content_height, available.y)));
  if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  if (ImGui::IsItemActivated()) context_.focus.Focus(id);
  const bool menu_asked = ImGui::IsItemHovered() && ImGui::IsMouseClicked(ImGuiMouseButton_Right);
  if (menu_asked) context_.focus.Focus(id);
  result_.menu_asked = menu_asked;
  if (ImGui::IsItemActive() || menu_asked) TakeMouse(origin);
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
  const TextBoxOptions options{.mode = Mode::kNote};
  FrameContext measuring = context;
  return TextBoxFrame(&measuring, state, options).Height(width);
}

ImGuiID TextBoxId(const char* label) { return ImGui::GetID(label); }

}  // namespace app
