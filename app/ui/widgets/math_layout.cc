// Placing the parts of a formula.
#include "app/ui/widgets/math_layout.h"

#include <algorithm>
#include <cmath>

#include "app/ui/draw.h"
#include "app/ui/widgets/math_shapes.h"

namespace app {
namespace {

using Kind = MathNode::Kind;

constexpr float kEmOfLine = 1 / 1.21f;  // ImGui's size of a font is its line, not its em
// Shares of an em.
constexpr float kThinSpace = 0.167f, kMediumSpace = 0.222f, kThickSpace = 0.278f;
constexpr float kRule = 0.06f;
constexpr float kGap = 0.12f;         // between a bar and what is above or below it
constexpr float kSuperShift = 0.40f;  // of the baseline of a superscript
constexpr float kSubShift = 0.20f;
constexpr float kColumnGap = 0.9f, kRowGap = 0.35f, kPairGap = 2.0f;
constexpr float kScriptScale = 0.74f, kSmallestScale = 0.6f;

bool IsEmpty(const MathNode& node) { return node.kind == Kind::kRow && node.children.empty(); }

// Lays out at one size; scripts are laid out by a smaller one.
class Setter {
 public:
  Setter(const FontSet& fonts, MathMode mode, float scale = 1)
      : fonts_(fonts), mode_(mode), scale_(scale), em_(fonts.ui.px * kEmOfLine * scale) {
    const Font font = FontOf(MathStyle::kUpright);
    const ImRect plus = GlyphInk(font, '+');
    axis_ = FontAscent(font) - (plus.Min.y + plus.Max.y) / 2;
    rule_ = std::max(1.0f, kRule * em_);
  }

  MathBox Set(const MathNode& node) const {
    switch (node.kind) {
      case Kind::kRow:
        return Row(node);
      case Kind::kSymbol:
        return Symbol(node);
      case Kind::kFraction:
        return Fraction(node);
      case Kind::kScripts:
        return Scripts(node);
      case Kind::kRoot:
        return Root(node);
      case Kind::kAccent:
        return Accent(node);
      case Kind::kFenced:
        return Fenced(node);
      case Kind::kDelimiter:
        return Fence(node.text, axis_ + node.size * em_ / 2, node.size * em_ / 2 - axis_);
      case Kind::kGrid:
        return Grid(node);
      case Kind::kSpace: {
        MathBox box;
        box.width = node.size * em_;
        return box;
      }
    }
    return {};
  }

 private:
  Font FontOf(MathStyle style) const {
    const Font& base = style == MathStyle::kItalic ? fonts_.italic
                       : style == MathStyle::kBold ? fonts_.bold
                       : scale_ < 1                ? fonts_.small
                                                   : fonts_.ui;
    return {base.face, fonts_.ui.px * scale_};
  }

  Setter Smaller() const {
    return Setter(fonts_, MathMode::kInline, std::max(kSmallestScale, scale_ * kScriptScale));
  }
  Setter Inline() const { return Setter(fonts_, MathMode::kInline, scale_); }

  // Text whose box is its ink.
  MathBox Text(const std::string& text, const Font& font) const {
    MathBox box;
    box.width = TextSize(font, text).x;
    const float ascent = FontAscent(font);
    MathBox::Glyphs glyphs{ImVec2(0, -ascent), font, text, false, {}};
    float x = 0;
    bool first = true;
    for (const char* at = text.data(); at < text.data() + text.size();) {
      unsigned code = 0;
      at += ImTextCharFromUtf8(&code, at, text.data() + text.size());
      ImRect ink = GlyphInk(font, static_cast<ImWchar>(code));
      if (ink.GetWidth() > 0) {
        ink.Translate(ImVec2(x, -ascent));
        if (first) glyphs.ink = ink;
        glyphs.ink.Add(ink);
        first = false;
      }
      x += GlyphAdvance(font, static_cast<ImWchar>(code));
    }
    // Italics lean out of their place: give them the room.
    const float left = std::max(0.0f, -glyphs.ink.Min.x);
    glyphs.at.x += left;
    glyphs.ink.TranslateX(left);
    box.width = std::max(box.width + left, glyphs.ink.Max.x);
    box.ascent = std::max(0.0f, -glyphs.ink.Min.y);
    box.descent = std::max(0.0f, glyphs.ink.Max.y);
    box.glyphs.push_back(std::move(glyphs));
    return box;
  }

  MathBox Symbol(const MathNode& node) const {
    if (IsLargeOperator(node.text)) return LargeOperator(node);
    MathBox box = Text(node.text, FontOf(node.style));
    if (node.style == MathStyle::kDoubleStruck) {
      box.glyphs[0].doubled = true;
      box.width += rule_;
      box.glyphs[0].ink.Max.x += rule_;
    }
    return box;
  }

  MathBox LargeOperator(const MathNode& node) const {
    const float height = em_ * (mode_ == MathMode::kDisplay ? 1.45f : 1.05f);
    MathBox box;
    if (DrawnOperator(node.text, height, rule_ * 1.3f, &box)) {
      for (MathBox::Stroke& stroke : box.strokes) {
        for (ImVec2& point : stroke.points) point.y -= axis_ + height / 2;
      }
    } else {
      Font font = FontOf(MathStyle::kUpright);
      font.px *= 1.3f;
      box = Text(node.text, font);
    }
    if (box.glyphs.empty()) {
      box.ascent = axis_ + height / 2;
      box.descent = height / 2 - axis_;
    }
    return box;
  }

  float SpaceBetween(const MathNode& left, const MathNode& right) const {
    if (left.kind == Kind::kSpace || right.kind == Kind::kSpace) return 0;
    const MathAtom a = left.atom, b = right.atom;
    if (a == MathAtom::kOpen || b == MathAtom::kClose || b == MathAtom::kPunctuation) return 0;
    const bool full = scale_ == 1;
    if (a == MathAtom::kPunctuation) return kThinSpace * em_;
    if (a == MathAtom::kRelation || b == MathAtom::kRelation) {
      return a == b ? 0 : (full ? kThickSpace : kThinSpace / 2) * em_;
    }
    if (a == MathAtom::kBinary || b == MathAtom::kBinary) {
      return (full ? kMediumSpace : kThinSpace / 3) * em_;
    }
    if (a == MathAtom::kOperator) {
      return b == MathAtom::kOpen && (left.words || IsNamed(left)) ? 0 : kThinSpace * em_;
    }
    if (b == MathAtom::kOperator) return kThinSpace * em_;
    return 0;
  }
  static bool IsNamed(const MathNode& node) {
    return node.kind == Kind::kScripts && node.children[0].words;
  }

  MathBox Row(const MathNode& row) const {
    MathBox box;
    const MathNode* before = nullptr;
    for (const MathNode& node : row.children) {
      if (before != nullptr) box.width += SpaceBetween(*before, node);
      const MathBox part = Set(node);
      box.Place(part, ImVec2(box.width, 0));
      box.width += part.width;
      box.ascent = std::max(box.ascent, part.ascent);
      box.descent = std::max(box.descent, part.descent);
      before = &node;
    }
    box.width = std::max(0.0f, box.width);
    return box;
  }

  MathBox Fraction(const MathNode& node) const {
    const Setter inner = mode_ == MathMode::kDisplay ? Inline() : Smaller();
    const MathBox above = inner.Set(node.children[0]), below = inner.Set(node.children[1]);
    const bool bar = !node.text.empty();
    const float side = kThinSpace * em_;
    const float gap = kGap * em_ + (bar ? rule_ / 2 : 0);
    MathBox box;
    box.width = std::max(above.width, below.width) + 2 * side;
    const float above_y = -(axis_ + gap + above.descent);
    const float below_y = -axis_ + gap + below.ascent;
    box.Place(above, ImVec2((box.width - above.width) / 2, above_y));
    box.Place(below, ImVec2((box.width - below.width) / 2, below_y));
    if (bar) {
      box.strokes.push_back(
          {{ImVec2(side / 2, -axis_), ImVec2(box.width - side / 2, -axis_)}, rule_});
    }
    box.ascent = above.ascent - above_y;
    box.descent = std::max(0.0f, below_y + below.descent);
    return box;
  }

  MathBox Scripts(const MathNode& node) const {
    const bool stacked = node.limits && (mode_ == MathMode::kDisplay || node.size > 0);
    const MathBox base = Set(node.children[0]);
    const Setter small = Smaller();
    const MathBox sub = small.Set(node.children[1]), super = small.Set(node.children[2]);
    const bool has_sub = !IsEmpty(node.children[1]), has_super = !IsEmpty(node.children[2]);
    return stacked ? Limits(base, sub, super, has_sub, has_super)
                   : Beside(base, sub, super, has_sub, has_super);
  }

  MathBox Limits(const MathBox& base, const MathBox& sub, const MathBox& super, bool has_sub,
                 bool has_super) const {
    MathBox box;
    box.width = std::max({base.width, sub.width, super.width});
    box.ascent = base.ascent;
    box.descent = base.descent;
    box.Place(base, ImVec2((box.width - base.width) / 2, 0));
    if (has_super) {
      const float y = -(base.ascent + kGap * em_ + super.descent);
      box.Place(super, ImVec2((box.width - super.width) / 2, y));
      box.ascent = super.ascent - y;
    }
    if (has_sub) {
      const float y = base.descent + kGap * em_ + sub.ascent;
      box.Place(sub, ImVec2((box.width - sub.width) / 2, y));
      box.descent = y + sub.descent;
    }
    return box;
  }

  MathBox Beside(const MathBox& base, const MathBox& sub, const MathBox& super, bool has_sub,
                 bool has_super) const {
    MathBox box = base;
    const float gap = kGap * em_ / 2;
    const float x = base.width + (base.width > 0 ? gap / 2 : 0);
    float up = std::max({kSuperShift * em_, base.ascent - 0.3f * em_, super.descent + 0.25f * em_});
    float down = std::max({kSubShift * em_, base.descent + 0.05f * em_, sub.ascent - 0.4f * em_});
    if (has_sub && has_super) {
      const float between = (up - super.descent) - (sub.ascent - down);
      if (between < gap) down += gap - between;
    }
    if (has_super) {
      box.Place(super, ImVec2(x, -up));
      box.ascent = std::max(box.ascent, up + super.ascent);
      box.width = x + super.width;
    }
    if (has_sub) {
      box.Place(sub, ImVec2(x, down));
      box.descent = std::max(box.descent, down + sub.descent);
      box.width = std::max(box.width, x + sub.width);
    }
    if (has_sub || has_super) box.width += gap / 2;
    return box;
  }

  MathBox Root(const MathNode& node) const {
    const MathBox inner = Set(node.children[0]);
    const float gap = kGap * em_;
    const float top = std::max(inner.ascent, 0.6f * em_) + gap + rule_;
    const float bottom = std::max(inner.descent, 0.05f * em_) + gap / 2;
    const float sign = 0.55f * em_;
    MathBox box;
    float left = 0;
    if (node.children.size() > 1) {
      const MathBox index = Smaller().Set(node.children[1]);
      left = std::max(0.0f, index.width - sign * 0.35f);
      const float y = -(top - bottom) / 2 - 0.22f * em_ - index.descent;
      box.Place(index, ImVec2(0, y));
      box.ascent = index.ascent - y;
    }
    const float height = top + bottom;
    box.strokes.push_back(
        {{ImVec2(left, bottom - height * 0.42f),
          ImVec2(left + sign * 0.22f, bottom - height * 0.48f), ImVec2(left + sign * 0.52f, bottom),
          ImVec2(left + sign, -top), ImVec2(left + sign + inner.width + gap, -top)},
         rule_});
    box.Place(inner, ImVec2(left + sign + gap / 2, 0));
    box.width = left + sign + inner.width + gap;
    box.ascent = std::max(box.ascent, top + rule_);
    box.descent = bottom;
    return box;
  }

  MathBox Accent(const MathNode& node) const {
    MathBox box = Set(node.children[0]);
    const float gap = kGap * em_;
    if (node.text == "underline") {
      const float y = box.descent + gap;
      box.strokes.push_back({{ImVec2(0, y), ImVec2(box.width, y)}, rule_});
      box.descent = y + rule_;
      return box;
    }
    const float width = std::max(0.42f * em_, std::min(box.width, 2.2f * em_));
    const float height = 0.2f * em_;
    const bool bar = node.text == "bar";
    MathBox mark;
    DrawnAccent(node.text, bar ? std::max(box.width, width) : width, height, rule_, &mark);
    const float shift = std::max(0.0f, (mark.width - box.width) / 2);
    MathBox all;
    all.width = std::max(box.width, mark.width);
    all.ascent = box.ascent + gap + mark.ascent;
    all.descent = box.descent;
    all.Place(box, ImVec2(shift, 0));
    all.Place(mark, ImVec2((all.width - mark.width) / 2, -(box.ascent + gap)));
    return all;
  }

  // A delimiter that covers `ascent` and `descent`: a glyph where one is tall enough, else drawn.
  MathBox Fence(const std::string& text, float ascent, float descent) const {
    if (text.empty()) return {};
    const MathBox glyph = Text(text, FontOf(MathStyle::kUpright));
    const float slack = 0.12f * em_;
    if (glyph.ascent + slack >= ascent && glyph.descent + slack >= descent) return glyph;
    const float half = std::max(ascent - axis_, descent + axis_) + 0.06f * em_;
    MathBox box;
    if (!DrawnFence(text, 2 * half, em_, rule_, &box)) return glyph;
    for (MathBox::Stroke& stroke : box.strokes) {
      for (ImVec2& point : stroke.points) point.y -= axis_ + half;
    }
    box.ascent = axis_ + half;
    box.descent = half - axis_;
    return box;
  }

  MathBox Fenced(const MathNode& node) const {
    const MathBox body = Set(node.children[0]);
    const MathBox open = Fence(node.text, body.ascent, body.descent);
    const MathBox close = Fence(node.close, body.ascent, body.descent);
    const float gap = kThinSpace / 2 * em_;
    MathBox box;
    float x = 0;
    for (const MathBox* part : {&open, &body, &close}) {
      box.Place(*part, ImVec2(x, 0));
      x += part->width + (part == &close ? 0 : gap);
      box.ascent = std::max(box.ascent, part->ascent);
      box.descent = std::max(box.descent, part->descent);
    }
    box.width = x;
    return box;
  }

  MathBox Grid(const MathNode& node) const {
    const auto columns = static_cast<std::size_t>(node.columns);
    const std::size_t rows = columns == 0 ? 0 : node.children.size() / columns;
    std::vector<MathBox> cells;
    std::vector<float> widths(columns), ascents(rows), descents(rows);
    const bool pairs = node.align == MathNode::Align::kPairs;
    for (std::size_t i = 0; i < rows * columns; ++i) {
      cells.push_back((pairs ? *this : Inline()).Set(node.children[i]));
      widths[i % columns] = std::max(widths[i % columns], cells[i].width);
      ascents[i / columns] = std::max({ascents[i / columns], cells[i].ascent, 0.7f * em_});
      descents[i / columns] = std::max({descents[i / columns], cells[i].descent, 0.2f * em_});
    }
    float height = rows > 0 ? static_cast<float>(rows - 1) * kRowGap * em_ : 0;
    for (std::size_t r = 0; r < rows; ++r) height += ascents[r] + descents[r];
    MathBox box;
    box.ascent = axis_ + height / 2;
    box.descent = height / 2 - axis_;
    float y = -box.ascent;
    for (std::size_t r = 0; r < rows; ++r) {
      y += ascents[r];
      float x = 0;
      for (std::size_t c = 0; c < columns; ++c) {
        if (c > 0) x += ColumnGap(node.align, c);
        const MathBox& cell = cells[r * columns + c];
        const float free = widths[c] - cell.width;
        const bool right = pairs && c % 2 == 0;
        const bool centred = node.align == MathNode::Align::kCenter;
        box.Place(cell, ImVec2(x + (right ? free : centred ? free / 2 : 0), y));
        x += widths[c];
      }
      box.width = x;
      y += descents[r] + kRowGap * em_;
    }
    return box;
  }

  float ColumnGap(MathNode::Align align, std::size_t column) const {
    if (align != MathNode::Align::kPairs) return kColumnGap * em_;
    return (column % 2 == 1 ? kThickSpace : kPairGap) * em_;
  }

  const FontSet& fonts_;
  MathMode mode_;
  float scale_;
  float em_;
  float axis_ = 0;  // above the baseline: where bars, plus signs and fences are centred
  float rule_ = 1;
};

}  // namespace

void MathBox::Place(const MathBox& other, ImVec2 at) {
  for (Glyphs part : other.glyphs) {
    part.at = ImVec2(part.at.x + at.x, part.at.y + at.y);
    part.ink.Translate(at);
    glyphs.push_back(std::move(part));
  }
  for (Stroke part : other.strokes) {
    for (ImVec2& point : part.points) point = ImVec2(point.x + at.x, point.y + at.y);
    strokes.push_back(std::move(part));
  }
}

MathBox LayoutMath(const MathNode& node, const FontSet& fonts, MathMode mode) {
  return Setter(fonts, mode).Set(node);
}

void DrawMath(const Theme& theme, ImDrawList* list, const MathBox& box, ImVec2 at, Color color) {
  for (const MathBox::Glyphs& part : box.glyphs) {
    const ImVec2 place(at.x + part.at.x, at.y + part.at.y);
    DrawText(theme, list, part.font, place, color, part.text);
    if (part.doubled) {
      DrawText(theme, list, part.font, ImVec2(place.x + theme.size.hair, place.y), color,
               part.text);
    }
  }
  std::vector<ImVec2> points;
  for (const MathBox::Stroke& stroke : box.strokes) {
    points.clear();
    for (const ImVec2& point : stroke.points) {
      points.push_back(ImVec2(at.x + point.x, at.y + point.y));
    }
    StrokeLines(list, points.data(), static_cast<int>(points.size()), color, stroke.thickness);
  }
}

}  // namespace app
