// Problems that the compiler or a test found: under the text, in the gutter, beside the scrollbar,
// and in words.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "app/ui/draw.h"
#include "app/ui/widgets/code_editor_frame.h"

namespace app {
namespace {

using Severity = CodeDiagnostic::Severity;

constexpr float kLeastShown = 12;     // characters of a problem at the end of its line
constexpr float kBubbleShare = 0.7f;  // of the editor's width

std::string_view FirstLine(std::string_view text) { return text.substr(0, text.find('\n')); }

std::string_view NameOf(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "Error";
    case Severity::kWarning:
      return "Warning";
    case Severity::kNote:
      return "Note";
  }
  return {};
}

}  // namespace

// Takes a new list over, and moves the old one with the text.
void CodeEditorFrame::TakeDiagnostics() {
  if (options_.diagnostics != nullptr && state_.diagnostics_id != options_.diagnostics_id) {
    state_.diagnostics_id = options_.diagnostics_id;
    state_.diagnostics = *options_.diagnostics;
    std::stable_sort(state_.diagnostics.begin(), state_.diagnostics.end(),
                     [](const CodeDiagnostic& a, const CodeDiagnostic& b) {
                       return std::pair(a.line, a.column) < std::pair(b.line, b.column);
                     });
    std::erase_if(state_.diagnostics, [this](const CodeDiagnostic& one) {
      return one.line < 0 || one.line >= text_.line_count();
    });
    state_.shown_diagnostic = -1;
  } else if (state_.diagnostics_version != text_.version()) {
    const LineDamage damage = text_.DamageSince(state_.diagnostics_version);
    const int behind = damage.first + damage.removed, shift = damage.added - damage.removed;
    std::erase_if(state_.diagnostics, [&](CodeDiagnostic& one) {
      if (one.line >= behind) {
        one.line += shift;
        return one.line >= text_.line_count();  // nobody knows any more where it went
      }
      return one.line >= damage.first + damage.added;  // its line is gone
    });
  }
  state_.diagnostics_version = text_.version();
}

TextSelection CodeEditorFrame::RangeOf(const CodeDiagnostic& diagnostic) const {
  const std::string& line = text_.Line(diagnostic.line);
  const int size = static_cast<int>(line.size());
  const TextPosition at = text_.Clamped({diagnostic.line, diagnostic.column});
  if (diagnostic.length > 0) {
    return {text_.Clamped({at.line, std::min(size, at.column + diagnostic.length)}), at};
  }
  if (diagnostic.column > 0 && at.column < size) {
    const TextSelection word = text_.WordAt(at);
    return {std::max(word.end(), text_.Right(at)), at};
  }
  const std::size_t first = line.find_first_not_of(" \t");
  return {{at.line, size}, {at.line, first == std::string::npos ? 0 : static_cast<int>(first)}};
}

Color CodeEditorFrame::ColorOf(const CodeDiagnostic& diagnostic) const {
  switch (diagnostic.severity) {
    case Severity::kError:
      return theme_.color.bad;
    case Severity::kWarning:
      return theme_.color.warning;
    case Severity::kNote:
      return theme_.color.info;
  }
  return theme_.color.text;
}

// A wave under the text, a dot in the gutter, and at the end of the line what is wrong.
void CodeEditorFrame::DrawSquiggles() {
  int last_named = -1;
  for (const CodeDiagnostic& one : state_.diagnostics) {
    if (one.line < first_ || one.line >= last_) continue;
    const CodeRow row = RowOf(one.line);
    const TextSelection range = RangeOf(one);
    const float left = TextLeft() + row.XOf(range.begin().column);
    const float right = std::max(TextLeft() + row.XOf(range.end().column), left + cell_);
    const float base = YOf(one.line) + line_height_ - theme_.size.line;
    const float step = theme_.size.line, from = std::max(left, window_min_.x);
    std::vector<ImVec2> wave;
    for (float x = from; x <= std::min(right, window_max_.x); x += step) {
      wave.emplace_back(x, base - (wave.size() % 2 == 0 ? 0.0f : step));
    }
    if (wave.size() > 1) {
      StrokeLines(list_, wave.data(), static_cast<int>(wave.size()), ColorOf(one),
                  theme_.size.hair);
    }
    if (one.line == last_named) continue;
    last_named = one.line;
    const ImVec2 dot(window_min_.x + theme_.size.medium, YOf(one.line) + line_height_ / 2);
    list_->PushClipRect(window_min_, window_max_);
    list_->AddCircleFilled(dot, theme_.size.dot / 2, ColorOf(one));
    list_->PopClipRect();
    const float text_left = TextLeft() + row.width() + 3 * cell_;
    const float room = window_max_.x - text_left - theme_.size.medium;
    if (room < kLeastShown * cell_) continue;
    const Font& small = theme_.font.small;
    DrawText(theme_, list_, small,
             ImVec2(text_left, YOf(one.line) + std::floor((line_height_ - small.px) / 2)),
             ColorOf(one), Shortened(small, FirstLine(one.text), room));
  }
}

void CodeEditorFrame::GoToProblem(int direction) {
  const std::vector<CodeDiagnostic>& all = state_.diagnostics;
  if (all.empty()) return;
  const int count = static_cast<int>(all.size());
  int chosen = state_.shown_diagnostic;
  if (chosen >= 0 && chosen < count) {
    chosen = (chosen + direction + count) % count;
  } else if (direction > 0) {
    chosen = 0;
    while (chosen < count &&
           RangeOf(all[static_cast<std::size_t>(chosen)]).begin() < text_.caret()) {
      ++chosen;
    }
    chosen %= count;
  } else {
    chosen = count - 1;
    while (chosen >= 0 && RangeOf(all[static_cast<std::size_t>(chosen)]).begin() > text_.caret()) {
      --chosen;
    }
    if (chosen < 0) chosen = count - 1;
  }
  text_.MoveTo(RangeOf(all[static_cast<std::size_t>(chosen)]).begin(),
               TextBuffer::Selection::kDrop);
  Moved();
  state_.shown_diagnostic = chosen;
}

// Over everything, beneath the problem (above it where there is no room).
void CodeEditorFrame::ShowProblem(const CodeDiagnostic& diagnostic) {
  const TextSelection range = RangeOf(diagnostic);
  const Font& font = theme_.font.ui;
  const std::string text = std::string(NameOf(diagnostic.severity)) + ": " + diagnostic.text;
  const float width = (window_max_.x - window_min_.x) * kBubbleShare;
  const float padding = theme_.size.medium;
  const float height = DrawWrapped(theme_, nullptr, font, {}, width - 2 * padding, 0, text);
  const float natural = TextSize(font, FirstLine(text)).x + 2 * padding + theme_.size.hair;
  const bool one_line = height < 2 * font.px && natural < width;
  ImVec2 min(TextLeft() + RowOf(diagnostic.line).XOf(range.begin().column),
             YOf(diagnostic.line) + line_height_ + theme_.size.tiny);
  const ImVec2 size(one_line ? natural : width, height + 2 * theme_.size.small);
  min.x = std::clamp(min.x, window_min_.x, std::max(window_min_.x, window_max_.x - size.x));
  if (min.y + size.y > window_max_.y) min.y = YOf(diagnostic.line) - size.y - theme_.size.tiny;
  const ImVec2 max(min.x + size.x, min.y + size.y);
  ImDrawList* over = ImGui::GetForegroundDrawList();
  DrawBox(theme_, over, min, max, theme_.color.raised, ColorOf(diagnostic),
          theme_.size.radius_control);
  DrawWrapped(theme_, over, font, ImVec2(min.x + padding, min.y + theme_.size.small),
              size.x - 2 * padding, theme_.color.text, text);
  if (context_.tree.recording()) {
    context_.tree.Add(
        {.role = "tooltip", .label = "Problem", .value = text, .min = min, .max = max});
  }
}

void CodeEditorFrame::DrawProblemText() {
  const std::vector<CodeDiagnostic>& all = state_.diagnostics;
  const int shown = state_.shown_diagnostic;
  if (shown >= 0 && shown < static_cast<int>(all.size())) {
    return ShowProblem(all[static_cast<std::size_t>(shown)]);
  }
  if (!hovered_) return;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  for (const CodeDiagnostic& one : all) {
    if (one.line < first_ || one.line >= last_ || mouse.y < YOf(one.line) ||
        mouse.y >= YOf(one.line) + line_height_) {
      continue;
    }
    const CodeRow row = RowOf(one.line);
    const TextSelection range = RangeOf(one);
    const float left = TextLeft() + row.XOf(range.begin().column);
    const float right = std::max(TextLeft() + row.XOf(range.end().column), left + cell_);
    const bool on_text = mouse.x >= left && mouse.x < right;
    const bool in_gutter = mouse.x < window_min_.x + gutter_;
    if (on_text || in_gutter || mouse.x > TextLeft() + row.width()) return ShowProblem(one);
  }
}

// Beside the scrollbar: where in the whole text the problems and the matches of a search are.
void CodeEditorFrame::DrawScrollMarks() {
  const float height = window_max_.y - window_min_.y;
  const auto lines = static_cast<float>(text_.line_count());
  list_->PushClipRect(window_min_, ImVec2(window_max_.x + theme_.size.scrollbar, window_max_.y));
  const auto mark = [&](int line, Color color) {
    const float y = window_min_.y + height * (static_cast<float>(line) + 0.5f) / lines;
    list_->AddRectFilled(ImVec2(window_max_.x - theme_.size.tiny, y - theme_.size.hair),
                         ImVec2(window_max_.x, y + theme_.size.hair), color);
  };
  if (options_.matches != nullptr) {
    // Not more marks than there are pixels.
    const std::size_t step = options_.matches->size() / static_cast<std::size_t>(height + 1) + 1;
    for (std::size_t i = 0; i < options_.matches->size(); i += step) {
      mark((*options_.matches)[i].begin().line, theme_.color.warning);
    }
  }
  for (const CodeDiagnostic& one : state_.diagnostics) mark(one.line, ColorOf(one));
  list_->PopClipRect();
}

}  // namespace app
