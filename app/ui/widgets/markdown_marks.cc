// Marks under Markdown.
#include "app/ui/widgets/markdown_marks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/ui/draw.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/markdown_selection.h"

namespace app {
namespace {

using Strip = MarkdownMarksState::Strip;

constexpr float kRevealAt = 0.3f;  // of the view's height
constexpr float kQuiet = 0.55f;    // opacity of the other marks while one stands out

// Of the pieces of a line that a mark covers, one strip with the blanks between them.
void PlaceMark(const MarkdownState& state, std::size_t index, MarkdownRange range,
               std::vector<Strip>* strips) {
  const std::size_t first = strips->size();
  for (const MarkdownPiece& piece : state.layout.pieces) {
    if (piece.end <= range.begin || piece.begin >= range.end) continue;
    const ImRect lit = MarkdownHighlight(state, piece, range.begin, range.end);
    if (lit.GetWidth() <= 0) continue;
    Strip* last = strips->size() > first ? &strips->back() : nullptr;
    const bool same_line = last != nullptr && lit.Min.x >= last->min.x && lit.Min.y < last->max.y &&
                           lit.Max.y > last->min.y;
    if (same_line) {
      last->min.y = std::min(last->min.y, lit.Min.y);
      last->max = ImVec2(std::max(last->max.x, lit.Max.x), std::max(last->max.y, lit.Max.y));
    } else {
      strips->push_back({index, lit.Min, lit.Max});
    }
  }
}

void PlaceMarks(const MarkdownState& state, const std::vector<MarkdownMark>& marks,
                MarkdownMarksState* marked) {
  if (marked->marks == &marks && marked->source == state.source && marked->width == state.width &&
      marked->px == state.px && marked->scale == state.scale) {
    return;
  }
  *marked = {{}, {}, &marks, state.source, state.width, state.px, state.scale};
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const auto shown = ShownRange(state.document, marks[i].source);
    if (shown) PlaceMark(state, i, *shown, &marked->strips);
  }
  marked->drawn.resize(marked->strips.size());
  std::iota(marked->drawn.begin(), marked->drawn.end(), std::size_t{0});
  std::stable_sort(marked->drawn.begin(), marked->drawn.end(), [&](std::size_t a, std::size_t b) {
    return marks[marked->strips[a].mark].layer < marks[marked->strips[b].mark].layer;
  });
}

class Marks {
 public:
  Marks(FrameContext* context, const std::vector<MarkdownMark>& marks,
        const MarkdownMarksOptions& options, const MarkdownMarksState& marked)
      : context_(*context),
        theme_(context->theme),
        m_(theme_.size),
        marks_(marks),
        options_(options),
        marked_(marked) {}

  void DrawUnder(ImVec2 origin) {
    origin_ = origin;
    list_ = ImGui::GetWindowDrawList();
    const ImRect clip = ImGui::GetCurrentWindow()->ClipRect;
    for (const bool emphasised : {false, true}) {  // what stands out lies above the others
      for (const std::size_t i : marked_.drawn) {
        const Strip& strip = marked_.strips[i];
        const ImVec2 min = Screen(strip.min), max = Screen(strip.max);
        if (max.y < clip.Min.y || min.y > clip.Max.y) continue;
        if (IsEmphasised(strip.mark) == emphasised) DrawStrip(marks_[strip.mark], min, max);
      }
    }
  }

  MarkdownMarksAnswer Take() {
    MarkdownMarksAnswer answer;
    if (ImGui::IsWindowHovered()) answer.hovered = MarkAt(ImGui::GetIO().MousePos);
    if (answer.hovered) {
      ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
      const bool dragged = ImGui::GetMouseDragDelta(ImGuiMouseButton_Left, m_.line).x != 0;
      if (ImGui::IsMouseReleased(ImGuiMouseButton_Left) && !dragged) {
        answer.pressed = answer.hovered;
      }
      if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) DrawWords(ImGui::GetIO().MousePos);
    }
    for (std::size_t i = 0; i < marked_.strips.size(); ++i) {
      const bool first = i == 0 || marked_.strips[i - 1].mark != marked_.strips[i].mark;
      if (first && Register(i)) answer.pressed = marked_.strips[i].mark;
    }
    return answer;
  }

 private:
  ImVec2 Screen(ImVec2 p) const { return ImVec2(origin_.x + p.x, origin_.y + p.y); }
  bool IsEmphasised(std::size_t mark) const {
    return std::find(options_.emphasised.begin(), options_.emphasised.end(), mark) !=
           options_.emphasised.end();
  }
  bool Covers(const Strip& strip, ImVec2 p) const {
    const ImVec2 min = Screen(strip.min), max = Screen(strip.max);
    return p.x >= min.x && p.x < max.x && p.y >= min.y && p.y < max.y;
  }

  std::optional<std::size_t> MarkAt(ImVec2 p) const {
    std::optional<std::size_t> best;
    const auto length = [&](std::size_t i) {
      return marks_[i].source.end - marks_[i].source.begin;
    };
    for (const Strip& strip : marked_.strips) {
      if (!Covers(strip, p)) continue;
      if (!best || length(strip.mark) < length(*best)) best = strip.mark;
    }
    return best;
  }

  void DrawStrip(const MarkdownMark& mark, ImVec2 min, ImVec2 max) {
    const bool emphasised = IsEmphasised(static_cast<std::size_t>(&mark - marks_.data()));
    const TintColors& tint = theme_.color.tint[static_cast<std::size_t>(mark.tint)];
    const float strength = emphasised || options_.emphasised.empty() ? 1 : kQuiet;
    const ImVec2 low(min.x - m_.line, min.y), high(max.x + m_.line, max.y);
    if (mark.has_ground || emphasised) {
      list_->AddRectFilled(low, high, WithOpacity(tint.ground, strength), m_.radius_small);
    }
    if (emphasised) {
      StrokeRect(list_, low, high, tint.ink, m_.radius_small, 1.5f * m_.hair);
    }
    DrawLine(mark.line, ImVec2(min.x, max.y - m_.hair), max.x - min.x,
             WithOpacity(tint.line, strength));
  }

  void DrawLine(MarkLine line, ImVec2 at, float width, Color color) {
    const auto dash = [&](float length, float gap, float thickness) {
      for (float x = 0; x < width; x += length + gap) {
        list_->AddRectFilled(ImVec2(at.x + x, at.y - thickness),
                             ImVec2(at.x + std::min(x + length, width), at.y), color);
      }
    };
    switch (line) {
      case MarkLine::kSolid:
        return dash(width, m_.hair, m_.line);
      case MarkLine::kDashed:
        return dash(m_.small, m_.tiny, m_.line);
      case MarkLine::kDots:
        return dash(m_.line, m_.line, m_.line);
      case MarkLine::kDouble:
        dash(width, m_.hair, m_.hair);
        at.y -= m_.line + m_.hair;
        return dash(width, m_.hair, m_.hair);
      case MarkLine::kWave: {
        std::vector<ImVec2> points;
        for (float x = 0; x <= width; x += m_.line) {
          points.emplace_back(at.x + x, at.y - (points.size() % 2 == 0 ? m_.line : 0));
        }
        return StrokeLines(list_, points.data(), static_cast<int>(points.size()), color, m_.hair);
      }
    }
  }

  // What is said of everything under the pointer.
  void DrawWords(ImVec2 p) const {
    std::string words;
    for (std::size_t i = 0; i < marked_.strips.size(); ++i) {
      if (!Covers(marked_.strips[i], p)) continue;
      words += (words.empty() ? "" : "\n") + marks_[marked_.strips[i].mark].words;
    }
    DrawPointerNote(context_, words);
  }

  // A stop of the keyboard at the mark's first strip; true when it was pressed there.
  bool Register(std::size_t first) {
    const Strip& strip = marked_.strips[first];
    const MarkdownMark& mark = marks_[strip.mark];
    const ImVec2 min = Screen(strip.min), max = Screen(strip.max);
    if (options_.reveal == strip.mark) {
      ImGui::SetScrollFromPosY((min.y + max.y) / 2 - ImGui::GetWindowPos().y, kRevealAt);
    }
    ImGui::PushID(static_cast<int>(strip.mark));
    const ImGuiID id = ImGui::GetID("mark");
    ImGui::PopID();
    const bool pressed = context_.focus.Add(id, FocusRing::Kind::kPress, min, max, theme_);
    context_.tree.Record([&] {
      return UiNode{
          .role = "mark",
          .label = marked_.source.substr(mark.source.begin, mark.source.end - mark.source.begin),
          .value = mark.words,
          .min = min,
          .max = max,
          .focused = context_.focus.HasFocus(id),
          .on = IsEmphasised(strip.mark)};
    });
    return pressed;
  }

  FrameContext& context_;
  const Theme& theme_;
  const Metrics& m_;
  const std::vector<MarkdownMark>& marks_;
  const MarkdownMarksOptions& options_;
  const MarkdownMarksState& marked_;
  ImDrawList* list_ = nullptr;
  ImVec2 origin_{};
};

}  // namespace

MarkdownMarksAnswer DrawMarkedMarkdown(FrameContext& context, std::string_view text, float width,
                                       MarkdownState* state, std::string_view role,
                                       std::string_view label,
                                       const std::vector<MarkdownMark>& marks,
                                       const MarkdownMarksOptions& options,
                                       MarkdownMarksState* marked) {
  MeasureMarkdown(context, text, width, state);
  PlaceMarks(*state, marks, marked);
  Marks drawing(&context, marks, options, *marked);
  DrawMarkdown(context, text, width, state, role, label,
               {.underlay = [&](ImVec2 origin) { drawing.DrawUnder(origin); }});
  return drawing.Take();
}

}  // namespace app
