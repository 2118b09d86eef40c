// One frame of one text box: shared by its drawing (text_box.cc) and its input (text_box_input.cc).
// UI thread only; lives for one frame.
#pragma once

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/draw.h"
#include "app/ui/widgets/text_box.h"

namespace app {

// One frame of one box.
class TextBoxFrame {
 public:
  TextBoxFrame(FrameContext* context, TextBoxState* state, const TextBoxOptions& options)
      : context_(*context),
        theme_(context->theme),
        state_(*state),
        text_(state->text),
        options_(options),
        font_(options.mode == TextBoxOptions::Mode::kCode ? theme_.font.code
              : options.monospaced                        ? theme_.font.code_small
                                                          : theme_.font.ui) {
    const float leading = options.mode == TextBoxOptions::Mode::kCode ? theme_.size.code_leading
                                                                      : theme_.size.prose_leading;
    line_height_ = std::round(font_.px * leading);
  }

  TextBoxResult Draw(const char* label, ImVec2 size);
  float Height(float width);

 private:
  void Layout(float width);
  void LayoutLine(int line, float width, std::vector<TextBoxState::Row>* rows) const;
  int RowEnd(int line, int begin, float width, bool has_hidden) const;
  void LexAll();
  void TakeText();
  void TakeKeys();
  void TakeMoves(bool extend, bool by_word);
  void TakeCommands();
  void TakeMouse(ImVec2 origin);
  void BeginDrag(TextPosition at);
  void DragTo(TextPosition at);
  void Move(TextPosition to, bool extend);
  void MoveRows(int rows, bool extend);
  void Changed();
  void FollowCaret();
  void DrawRows(ImVec2 origin);
  void DrawRow(ImDrawList* list, const TextBoxState::Row& row, ImVec2 at);
  void DrawStyled(ImDrawList* list, const TextBoxState::Row& row, ImVec2 at);
  void DrawHidden(ImDrawList* list, const TextBoxState::Row& row, ImVec2 at);
  void DrawSquiggle(ImDrawList* list, ImVec2 from, float width, Color color) const;
  void DrawSelection(ImDrawList* list, const TextBoxState::Row& row, ImVec2 at);
  void DrawCaret(ImDrawList* list, const TextBoxState::Row& row, ImVec2 at);
  void DrawGutter(int first, int last, ImVec2 origin);
  int RowOf(TextPosition position) const;
  TextPosition PositionAt(int row, float x) const;
  bool IsLastRowOfLine(const TextBoxState::Row& row) const {
    return row.end == static_cast<int>(text_.Line(row.line).size());
  }
  float WidthOf(int line, int begin, int end) const {
    return TextSize(font_, Visible(std::string_view(text_.Line(line))
                                       .substr(static_cast<std::size_t>(begin),
                                               static_cast<std::size_t>(end - begin))))
        .x;
  }
  // `text` with its hidden characters spelled out; valid until the next call.
  std::string_view Visible(std::string_view text) const;
  float GutterWidth() const;
  float PadX() const {
    return options_.mode == TextBoxOptions::Mode::kCode ? 0 : theme_.size.field_padding;
  }
  float PadY() const {
    return options_.mode == TextBoxOptions::Mode::kLine ? (box_height_ - line_height_) / 2
                                                        : theme_.size.small;
  }

  FrameContext& context_;
  const Theme& theme_;
  TextBoxState& state_;
  TextBuffer& text_;
  const TextBoxOptions& options_;
  const Font& font_;
  float line_height_ = 0;
  float box_height_ = 0;
  float gutter_ = 0;
  int page_rows_ = 1;
  mutable std::string spelled_;  // of Visible()
  std::vector<TextSpan> spans_;  // of the line styled last
  int styled_line_ = -1;
  std::vector<int> span_of_byte_;  // of the row drawn last
  TextBoxResult result_;
};

}  // namespace app
