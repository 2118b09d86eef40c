// One frame of one code editor: shared by its layout (code_editor.cc), its keys
// (code_editor_input.cc), its mouse (code_editor_mouse.cc), its drawing (code_editor_view.cc) and
// its problems (code_editor_marks.cc). UI thread only; lives for one frame.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <utility>

#include "app/ui/widgets/code_editor.h"
#include "app/ui/widgets/code_edits.h"
#include "app/ui/widgets/code_glyphs.h"

namespace app {

class CodeEditorFrame {
 public:
  CodeEditorFrame(FrameContext* context, CodeEditorState* state, const CodeEditorOptions& options);

  CodeEditorResult Draw(const char* label, ImVec2 size);

 private:
  // code_editor.cc
  void Measure(ImVec2 size);
  void FollowCaret();
  void Record(const char* label, ImVec2 min, ImVec2 max);
  CodeRow RowOf(int line) const {
    return CodeRow(text_.Line(line), font_, cell_, text_.indentation().width);
  }
  float YOf(int line) const { return origin_.y + pad_ + static_cast<float>(line) * line_height_; }
  int LineAt(float y) const;
  CodeContext Code() const { return {options_.language, &state_.lines}; }
  float TextLeft() const { return origin_.x + gutter_; }

  // code_editor_input.cc
  bool Pressed(Key key, bool repeat = true) const;
  void Moved();
  void Changed();
  void AskFilters();
  void TakeText();
  void TakeMoves(const Modifiers& modifiers);
  void MoveRows(int rows, TextBuffer::Selection selection);
  void TakeClipboard(const Modifiers& modifiers);
  void CopySelection();
  void Paste();
  void TakeCommands(const Modifiers& modifiers);
  void TakeLineCommands(const Modifiers& modifiers);
  void TakeEdits(const Modifiers& modifiers);
  void TakeKeys();

  // code_editor_mouse.cc
  void TakeMouse();
  void BeginDrag(TextPosition at, float x);
  void Drag(TextPosition at, float x);
  void ScrollBeyondEdges(ImVec2 mouse);

  // code_editor_view.cc
  void DrawGround();
  void DrawLines();
  void DrawIndentGuides(int line);
  void DrawRanges(const CodeRow& row, int line);
  void DrawRange(const CodeRow& row, int line, const TextSelection& range, Color color,
                 bool outlined = false);
  void DrawCode(const CodeRow& row, int line);
  void DrawPiece(const CodeRow& row, int begin, int end, float y, Color color);
  void DrawWhitespace(const CodeRow& row, int line);
  void DrawCarets(const CodeRow& row, int line);
  void DrawBrackets();
  void DrawGutter();
  bool CaretShows();

  // code_editor_marks.cc
  void TakeDiagnostics();
  void GoToProblem(int direction);
  TextSelection RangeOf(const CodeDiagnostic& diagnostic) const;
  Color ColorOf(const CodeDiagnostic& diagnostic) const;
  void DrawSquiggles();
  void DrawProblemText();
  void DrawScrollMarks();
  void ShowProblem(const CodeDiagnostic& diagnostic);

  FrameContext& context_;
  const Theme& theme_;
  CodeEditorState& state_;
  TextBuffer& text_;
  const CodeEditorOptions& options_;
  const Font& font_;
  ImDrawList* list_ = nullptr;
  float line_height_ = 0;
  float cell_ = 0;                      // the width of an ASCII character
  float pad_ = 0;                       // above the first line
  float gutter_ = 0;                    // width
  ImVec2 window_min_{}, window_max_{};  // of what shows, without scrollbars
  ImVec2 origin_{};                     // where the first line begins, scrolled
  int first_ = 0, last_ = 0;            // lines in view: [first_, last_)
  bool hovered_ = false;
  std::array<bool, kKeyCount> used_{};
  CodeEditorResult result_;
};

}  // namespace app
