// Layout and drawing of Markdown.
#include "app/ui/widgets/markdown_view.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "app/ui/draw.h"
#include "app/ui/widgets/syntax.h"

namespace app {
namespace {

using Kind = MarkdownBlock::Kind;
constexpr float kUnlimited = 1e6f;

// Places the blocks of one text from top to bottom.
class Layout {
 public:
  Layout(const Theme& theme, MarkdownState* state, float width)
      : theme_(theme), m_(theme.size), state_(*state), width_(width) {}

  void Run() {
    state_.pieces.clear();
    state_.boxes.clear();
    state_.used_width = 0;
    const auto& blocks = state_.blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const MarkdownBlock& block = blocks[i];
      switch (block.kind) {
        case Kind::kHeading:
          PlaceHeading(block, i == 0);
          break;
        case Kind::kParagraph:
          PlaceParagraph(block, i + 1 < blocks.size() ? &blocks[i + 1] : nullptr);
          break;
        case Kind::kCode:
          PlaceCode(block);
          break;
        case Kind::kRule:
          AddBox({0, y_ + m_.tiny}, {width_, y_ + m_.tiny + m_.hair}, theme_.color.border, 0);
          y_ += m_.medium;
          break;
        case Kind::kTableRow:
          i = PlaceTable(i) - 1;
          break;
      }
    }
    state_.height = std::max(0.0f, y_ - last_gap_);
  }

 private:
  float Indent(const MarkdownBlock& block) const {
    return static_cast<float>(block.indent) * (m_.large + m_.tiny) + (block.quote ? m_.medium : 0);
  }

  void AddBox(ImVec2 min, ImVec2 max, Color fill, Color border) {
    state_.boxes.push_back({min, max, fill, border});
  }

  void EndBlock(float gap) {
    y_ += gap;
    last_gap_ = gap;
  }

  void PlaceHeading(const MarkdownBlock& block, bool first) {
    const Font& font = block.level == 1   ? theme_.font.title
                       : block.level == 2 ? theme_.font.heading
                                          : theme_.font.subheading;
    if (!first) y_ += m_.small;
    y_ = Flow(block.runs, Indent(block), y_, width_, font, theme_.color.text, true);
    EndBlock(m_.tiny + m_.line);
  }

  void PlaceParagraph(const MarkdownBlock& block, const MarkdownBlock* next) {
    const float left = Indent(block), top = y_;
    if (!block.bullet.empty()) {
      state_.pieces.push_back({ImVec2(left - m_.large, y_), 0, &theme_.font.ui, theme_.color.faint,
                               block.bullet, false});
    }
    y_ = Flow(block.runs, left, y_, width_, theme_.font.ui,
              block.quote ? theme_.color.muted : theme_.color.body, true);
    if (block.quote) {
      AddBox({left - m_.medium, top}, {left - m_.medium + m_.line, y_}, theme_.color.accent, 0);
    }
    const bool tight = next != nullptr && block.indent > 0 && !next->bullet.empty();
    EndBlock(tight ? m_.line : m_.small);
  }

  void PlaceCode(const MarkdownBlock& block) {
    const float left = Indent(block), top = y_;
    const Font& font = theme_.font.code_small;
    const SyntaxLanguage* language = FindSyntax(block.language);
    const std::size_t box = state_.boxes.size();
    AddBox({left, top}, {width_, top}, theme_.color.editor, theme_.color.border);
    y_ += m_.small;
    SyntaxState syntax = SyntaxState::kCode;
    std::string_view rest = block.runs[0].text;
    for (bool more = true; more;) {
      const std::size_t stop = rest.find('\n');
      more = stop != std::string_view::npos;
      syntax = PlaceCodeLine(rest.substr(0, stop), language, syntax, font, left + m_.field_padding);
      rest.remove_prefix(more ? stop + 1 : rest.size());
    }
    y_ += m_.small;
    state_.boxes[box].max.y = y_;
    EndBlock(m_.gap);
  }

  SyntaxState PlaceCodeLine(std::string_view line, const SyntaxLanguage* language,
                            SyntaxState syntax, const Font& font, float left) {
    const float leading = std::round(font.px * theme_.size.prose_leading);
    std::vector<SyntaxSpan> spans;
    if (language != nullptr) {
      syntax = LexLine(*language, line, syntax, &spans);
    } else {
      spans.push_back({0, static_cast<int>(line.size()), SyntaxKind::kText});
    }
    float shift = 0;  // what the line has been moved left by wrapping
    for (const SyntaxSpan& span : spans) {
      const auto begin = static_cast<std::size_t>(span.begin);
      const std::string_view word =
          line.substr(begin, static_cast<std::size_t>(span.end - span.begin));
      const float before = TextSize(font, line.substr(0, begin)).x;
      const float width = TextSize(font, word).x;
      if (left + before + width - shift > width_ - m_.small && begin > 0) {
        shift = before - m_.large;
        y_ += leading;
      }
      Add(ImVec2(left + before - shift, y_), width, font,
          theme_.color.syntax[static_cast<std::size_t>(span.kind)], std::string(word), false);
    }
    y_ += leading;
    return syntax;
  }

  // Places the rows from `first` on that belong to one table; returns the index after them.
  std::size_t PlaceTable(std::size_t first) {
    const auto& blocks = state_.blocks;
    std::size_t last = first;
    std::vector<float> columns;
    while (last < blocks.size() && blocks[last].kind == Kind::kTableRow &&
           (last == first || !blocks[last].table_head)) {
      columns.resize(std::max(columns.size(), blocks[last].cells.size()));
      for (std::size_t c = 0; c < blocks[last].cells.size(); ++c) {
        float used = 0;
        Flow(blocks[last].cells[c], 0, 0, kUnlimited, theme_.font.ui, 0, false, &used);
        columns[c] = std::max(columns[c], used + 2 * m_.field_padding);
      }
      ++last;
    }
    ShrinkToFit(&columns);
    float total = 0;
    for (const float column : columns) total += column;
    const float top = y_;
    for (std::size_t r = first; r < last; ++r) {
      const float row_top = y_;
      float bottom = y_;
      float x = 0;
      const std::size_t box = state_.boxes.size();
      AddBox({0, row_top}, {total, row_top}, blocks[r].table_head ? theme_.color.raised : 0, 0);
      for (std::size_t c = 0; c < blocks[r].cells.size(); ++c) {
        bottom =
            std::max(bottom, Flow(blocks[r].cells[c], x + m_.field_padding, row_top + m_.tiny,
                                  x + columns[c] - m_.tiny,
                                  blocks[r].table_head ? theme_.font.subheading : theme_.font.ui,
                                  theme_.color.body, true));
        x += columns[c];
      }
      y_ = bottom + m_.tiny;
      state_.boxes[box].max.y = y_;
      if (r + 1 < last) AddBox({0, y_ - m_.hair}, {total, y_}, theme_.color.border, 0);
    }
    AddBox({0, top}, {total, y_}, 0, theme_.color.border);
    EndBlock(m_.gap);
    return last;
  }

  void ShrinkToFit(std::vector<float>* columns) const {
    float total = 0;
    for (const float column : *columns) total += column;
    const float smallest = 2 * m_.field_padding + m_.large;
    while (total > width_) {
      const auto widest = std::max_element(columns->begin(), columns->end());
      if (*widest <= smallest) return;
      const float cut = std::min({*widest * 0.1f + m_.hair, total - width_, *widest - smallest});
      *widest -= cut;
      total -= cut;
    }
  }

  const Font& FontOf(const MarkdownRun& run, const Font& base) const {
    if (run.code) return theme_.font.code_small;
    if (&base != &theme_.font.ui) return base;
    return run.bold ? theme_.font.bold : run.italic ? theme_.font.italic : base;
  }

  void Add(ImVec2 at, float width, const Font& font, Color color, std::string text, bool boxed) {
    state_.used_width = std::max(state_.used_width, at.x + width);
    state_.pieces.push_back({at, width, &font, color, std::move(text), boxed});
  }

  // Words into lines between `left` and `right`; returns the y beneath the last line. Places
  // nothing and only measures when not `place`.
  float Flow(const std::vector<MarkdownRun>& runs, float left, float y, float right,
             const Font& base, Color color, bool place, float* used = nullptr) {
    const float leading = std::round(base.px * m_.prose_leading);
    float x = left, widest = left;
    for (const MarkdownRun& run : runs) {
      if (run.line_break) {
        x = left;
        y += leading;
        continue;
      }
      const Font& font = FontOf(run, base);
      const Color ink = run.code
                            ? theme_.color.syntax[static_cast<std::size_t>(SyntaxKind::kString)]
                        : run.bold ? theme_.color.text
                                   : color;
      const float margin = run.code ? m_.tiny : 0;
      const float drop = (base.px - font.px) / 2;
      std::string line;
      x += margin;
      float start = x;
      const auto flush = [&] {
        if (place && !line.empty()) {
          Add(ImVec2(start, y + drop), x - start, font, ink, line, run.code);
        }
        line.clear();
      };
      const bool whole = run.code && TextSize(font, run.text).x <= right - left - 2 * margin;
      std::string_view rest = run.text;
      while (!rest.empty()) {
        const std::size_t letters = std::min(rest.find_first_not_of(' '), rest.size());
        const std::size_t stop =
            whole ? rest.size() : std::min(rest.find(' ', letters), rest.size());
        std::string_view word = rest.substr(0, stop);
        float width = TextSize(font, word).x;
        const bool line_start = x <= left + margin;
        // A comma or full stop that follows code or emphasis stays with it.
        const bool glued = !run.code && rest.size() == run.text.size() && &run != &runs.front() &&
                           std::ispunct(static_cast<unsigned char>(rest[0])) != 0;
        if (letters < stop && x + width > right && !line_start && !glued) {
          flush();
          y += leading;
          x = start = left + margin;
        }
        if (x <= left + margin) {  // a line does not start with spaces
          word = rest.substr(letters, stop - letters);
          width = TextSize(font, word).x;
        }
        line += word;
        x += width;
        widest = std::max(widest, x);
        rest.remove_prefix(stop);
      }
      flush();
      x += margin;
    }
    if (used != nullptr) *used = widest - left;
    return y + leading;
  }

  const Theme& theme_;
  const Metrics& m_;
  MarkdownState& state_;
  float width_;
  float y_ = 0;
  float last_gap_ = 0;
};

}  // namespace

float MeasureMarkdown(const FrameContext& context, std::string_view text, float width,
                      MarkdownState* state) {
  const Theme& theme = context.theme;
  const bool same_text = state->text == text && state->width >= 0;
  if (!same_text) {
    state->text = text;
    state->blocks = ParseMarkdown(text);
  }
  if (!same_text || state->width != width || state->laid_out_for != theme.color.text ||
      state->scale != theme.scale) {
    state->width = width;
    state->laid_out_for = theme.color.text;
    state->scale = theme.scale;
    Layout(theme, state, width).Run();
  }
  return state->height;
}

void DrawMarkdown(FrameContext& context, std::string_view text, float width, MarkdownState* state,
                  std::string_view role, std::string_view label) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  MeasureMarkdown(context, text, width, state);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const auto place = [&](ImVec2 p) { return ImVec2(origin.x + p.x, origin.y + p.y); };
  for (const MarkdownState::Box& box : state->boxes) {
    if (box.fill != 0) list->AddRectFilled(place(box.min), place(box.max), box.fill, m.tiny);
    if (box.border != 0) {
      StrokeRect(list, place(box.min), place(box.max), box.border, m.radius_control, m.hair);
    }
  }
  const float top = ImGui::GetWindowPos().y, bottom = top + ImGui::GetWindowHeight();
  for (const MarkdownState::Piece& piece : state->pieces) {
    const ImVec2 at = place(piece.at);
    if (at.y > bottom || at.y + 2 * piece.font->px < top) continue;
    if (piece.boxed) {
      list->AddRectFilled(ImVec2(at.x - m.tiny, at.y - m.line),
                          ImVec2(at.x + piece.width + m.tiny, at.y + piece.font->px + m.line),
                          theme.color.editor, m.radius_small);
    }
    DrawText(theme, list, *piece.font, at, piece.color, piece.text);
  }
  ImGui::Dummy(ImVec2(width, state->height));
  if (context.tree.recording()) {
    context.tree.Add({.role = std::string(role),
                      .label = std::string(label),
                      .value = PlainText(state->blocks),
                      .min = origin,
                      .max = ImVec2(origin.x + width, origin.y + state->height)});
  }
}

}  // namespace app
