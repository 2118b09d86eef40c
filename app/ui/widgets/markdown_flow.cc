// Breaking runs into lines.
#include "app/ui/widgets/markdown_flow.h"

#include <algorithm>
#include <cmath>

#include "app/ui/draw.h"

namespace app {
namespace {

using Kind = MarkdownPiece::Kind;

std::size_t NextCharacter(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

// As many characters of [begin, end) as fit into `room`, but one at least.
std::size_t FittingEnd(const Font& font, std::string_view text, std::size_t begin, std::size_t end,
                       float room) {
  std::size_t stop = NextCharacter(text, begin);
  while (stop < end) {
    const std::size_t next = NextCharacter(text, stop);
    if (TextSize(font, text.substr(begin, next - begin)).x > room) break;
    stop = next;
  }
  return std::min(stop, end);
}

}  // namespace

Font MarkdownFlow::FontOf(const MarkdownRun& run, const Frame& frame) const {
  if (run.code) return theme_.font.code_small;
  const bool prose = frame.font.face == theme_.font.ui.face;
  if (!prose) return frame.font;
  return run.bold ? theme_.font.bold : run.italic ? theme_.font.italic : frame.font;
}

Color MarkdownFlow::InkOf(const MarkdownRun& run, const Frame& frame) const {
  if (run.code) return theme_.color.syntax[static_cast<std::size_t>(SyntaxKind::kString)];
  if (!run.link.empty()) return theme_.color.info;
  return run.bold ? theme_.color.text : frame.color;
}

int MarkdownFlow::LinkOf(const MarkdownRun& run) {
  if (run.link.empty()) return -1;
  if (layout_.links.empty() || layout_.links.back() != run.link) layout_.links.push_back(run.link);
  return static_cast<int>(layout_.links.size()) - 1;
}

MarkdownFlow::Segment MarkdownFlow::FormulaSegment(const MarkdownRun& run) {
  const MathNode tree = ParseMath(run.text);
  MarkdownLayout::Formula formula;
  formula.box = LayoutMath(tree, theme_.font, run.display ? MathMode::kDisplay : MathMode::kInline);
  formula.spoken = LinearMath(tree);
  Segment segment;
  segment.run = &run;
  segment.end = run.text.size();
  segment.width = formula.box.width;
  segment.own_line = run.display;
  segment.index = static_cast<int>(layout_.formulas.size());
  layout_.formulas.push_back(std::move(formula));
  return segment;
}

MarkdownFlow::Segment MarkdownFlow::PictureSegment(const MarkdownRun& run, float room) {
  MarkdownLayout::Shown shown;
  if (pictures_.store != nullptr) {
    shown.picture = &pictures_.store->Find(pictures_.folder, run.picture);
  }
  shown.alternative = run.text.empty() ? run.picture : run.text;
  Segment segment;
  segment.run = &run;
  segment.end = run.text.size();
  segment.own_line = true;
  if (shown.picture != nullptr && shown.picture->shown()) {
    segment.width = std::min(shown.picture->size.x, room);
  } else {
    segment.width = room;
  }
  segment.index = static_cast<int>(layout_.pictures.size());
  layout_.pictures.push_back(std::move(shown));
  return segment;
}

void MarkdownFlow::SplitWords(const MarkdownRun& run, const Frame& frame, float room, bool* blank,
                              std::vector<Segment>* segments) {
  const Font font = FontOf(run, frame);
  const std::string_view text = run.text;
  const float margin = run.code ? m_.tiny : 0;
  const float blank_width = TextSize(font, " ").x;
  const bool whole = run.code && TextSize(font, text).x + 2 * margin <= room;
  std::size_t at = 0;
  float space = 0;
  while (at < text.size()) {
    if (!whole && text[at] == ' ') {
      space += blank_width;
      *blank = true;
      ++at;
      continue;
    }
    const std::size_t stop = whole ? text.size() : std::min(text.find(' ', at), text.size());
    while (at < stop) {
      Segment segment;
      segment.run = &run;
      segment.begin = at;
      segment.end = FittingEnd(font, text, at, stop, room - 2 * margin);
      if (TextSize(font, text.substr(at, stop - at)).x + 2 * margin <= room) segment.end = stop;
      segment.width = TextSize(font, text.substr(at, segment.end - at)).x;
      if (at == 0) segment.width += margin;
      if (segment.end == text.size()) segment.width += margin;
      segment.space = space;
      segment.may_break = *blank || (!segments->empty() && segments->back().run == &run);
      space = 0;
      *blank = false;
      at = segment.end;
      segments->push_back(segment);
    }
  }
  if (space > 0) {  // blanks at the end of a run belong to what follows
    Segment tail;
    tail.run = &run;
    tail.begin = tail.end = text.size();
    tail.space = space;
    tail.may_break = true;
    segments->push_back(tail);
  }
}

std::vector<MarkdownFlow::Segment> MarkdownFlow::Split(const std::vector<MarkdownRun>& runs,
                                                       const Frame& frame) {
  std::vector<Segment> segments;
  bool blank = true;
  const float room = std::max(m_.large, frame.right - frame.left);
  for (const MarkdownRun& run : runs) {
    if (run.line_break) {
      Segment end;
      end.run = &run;
      end.own_line = true;
      segments.push_back(end);
      blank = true;
    } else if (run.math || !run.picture.empty()) {
      Segment segment = run.math ? FormulaSegment(run) : PictureSegment(run, room);
      segment.may_break = blank;
      blank = segment.own_line;
      segments.push_back(segment);
    } else {
      SplitWords(run, frame, room, &blank, &segments);
    }
  }
  return segments;
}

float MarkdownFlow::Place(const std::vector<MarkdownRun>& runs, const Frame& frame, float y) {
  const std::vector<Segment> segments = Split(runs, frame);
  const float room = std::max(m_.large, frame.right - frame.left);
  std::size_t line = 0;  // where the line starts
  float x = 0;
  std::size_t i = 0;
  const auto finish = [&](std::size_t end) {
    if (end > line) y = PlaceLine(&segments[line], &segments[line] + (end - line), frame, y);
    line = end;
    x = 0;
  };
  while (i < segments.size()) {
    if (segments[i].own_line) {
      const bool hard_break = segments[i].run->line_break;
      const bool empty = line == i;
      finish(i);
      if (!hard_break) {
        y = PlaceOwnLine(segments[i], frame, y);
      } else if (empty) {
        y += std::round(frame.font.px * m_.prose_leading);
      }
      line = ++i;
      continue;
    }
    // A unit: a segment with those that cleave to it, such as the comma after a piece of code.
    std::size_t end = i + 1;
    float width = segments[i].width;
    while (end < segments.size() && !segments[end].may_break && !segments[end].own_line &&
           width + segments[end].width <= room + m_.small) {
      width += segments[end].space + segments[end].width;
      ++end;
    }
    const float space = line == i ? 0 : segments[i].space;
    if (line != i && x + space + width > room) {
      finish(i);
      x = width;
    } else {
      x += space + width;
    }
    i = end;
  }
  finish(segments.size());
  return y;
}

float MarkdownFlow::PlaceLine(const Segment* first, const Segment* last, const Frame& frame,
                              float y) {
  const float leading = std::round(frame.font.px * m_.prose_leading);
  float above = FontAscent(frame.font), below = leading - above;
  float width = 0;
  for (const Segment* s = first; s != last; ++s) {
    width += (s == first ? 0 : s->space) + s->width;
    if (s->run->math) {
      const MathBox& box = layout_.formulas[static_cast<std::size_t>(s->index)].box;
      above = std::max(above, box.ascent + m_.line);
      below = std::max(below, box.descent + m_.line);
    }
  }
  const float free = std::max(0.0f, frame.right - frame.left - width);
  float x = frame.left + (frame.align == MarkdownBlock::Align::kRight    ? free
                          : frame.align == MarkdownBlock::Align::kCenter ? free / 2
                                                                         : 0);
  for (const Segment* s = first; s != last; ++s) {
    if (s != first) x += s->space;
    AddPiece(*s, frame, x, y + above);
    x += s->width;
  }
  return y + above + below;
}

void MarkdownFlow::AddPiece(const Segment& segment, const Frame& frame, float x, float baseline) {
  const MarkdownRun& run = *segment.run;
  layout_.used_width = std::max(layout_.used_width, x + segment.width);
  if (segment.begin == segment.end && !run.math) return;
  MarkdownPiece piece;
  piece.font = FontOf(run, frame);
  piece.color = InkOf(run, frame);
  piece.strike = run.strike;
  piece.link = LinkOf(run);
  piece.width = segment.width;
  if (run.math) {
    MarkdownLayout::Formula& formula = layout_.formulas[static_cast<std::size_t>(segment.index)];
    formula.ascent = std::max(formula.box.ascent, FontAscent(frame.font));
    piece.kind = Kind::kMath;
    piece.index = segment.index;
    piece.at = ImVec2(x, baseline - formula.ascent);
    piece.height = formula.ascent + std::max(formula.box.descent, m_.tiny);
    piece.begin = run.begin;
    piece.end = run.end;
    layout_.pieces.push_back(piece);
    return;
  }
  const float margin = run.code && segment.begin == 0 ? m_.tiny : 0;
  const float tail = run.code && segment.end == run.text.size() ? m_.tiny : 0;
  piece.boxed = run.code;
  piece.at = ImVec2(x + margin, baseline - FontAscent(piece.font));
  piece.width = segment.width - margin - tail;
  piece.height = piece.font.px;
  piece.begin = run.begin + segment.begin;
  piece.end = run.begin + segment.end;
  MarkdownPiece* before = layout_.pieces.empty() ? nullptr : &layout_.pieces.back();
  const bool joins = before != nullptr && before->kind == Kind::kText &&
                     before->at.y == piece.at.y && before->end <= piece.begin &&
                     before->begin >= run.begin && before->end <= run.end &&
                     before->at.x <= piece.at.x;
  if (joins) {  // words of one run and line are drawn at once
    before->width = piece.at.x + piece.width - before->at.x;
    before->end = piece.end;
  } else {
    layout_.pieces.push_back(piece);
  }
}

float MarkdownFlow::PlaceOwnLine(const Segment& segment, const Frame& frame, float y) {
  const MarkdownRun& run = *segment.run;
  const float room = frame.right - frame.left;
  MarkdownPiece piece;
  piece.index = segment.index;
  piece.begin = run.begin;
  piece.end = run.end;
  piece.link = LinkOf(run);
  piece.width = segment.width;
  piece.color = frame.color;
  piece.font = theme_.font.italic;
  if (run.math) {
    MarkdownLayout::Formula& formula = layout_.formulas[static_cast<std::size_t>(segment.index)];
    formula.ascent = formula.box.ascent;
    piece.kind = Kind::kMath;
    piece.height = formula.box.ascent + formula.box.descent;
    piece.at = ImVec2(frame.left + std::max(0.0f, (room - segment.width) / 2), y + m_.small);
    const float bottom = piece.at.y + piece.height;
    if (segment.width > room && !measuring_) {
      piece.strip = static_cast<int>(layout_.strips.size());
      layout_.strips.push_back(
          {ImVec2(frame.left, y), ImVec2(frame.right, bottom + m_.medium), segment.width});
    }
    layout_.pieces.push_back(piece);
    layout_.used_width =
        std::max(layout_.used_width, std::min(frame.right, piece.at.x + segment.width));
    return bottom + m_.medium;
  }
  const MarkdownLayout::Shown& shown = layout_.pictures[static_cast<std::size_t>(segment.index)];
  piece.kind = Kind::kPicture;
  piece.at = ImVec2(frame.left, y + m_.tiny);
  const bool drawn = shown.picture != nullptr && shown.picture->shown();
  if (drawn) {
    piece.height = shown.picture->size.y * segment.width / shown.picture->size.x;
  } else {
    piece.height = DrawWrapped(theme_, nullptr, piece.font, ImVec2(), room, 0, shown.alternative);
    if (shown.picture != nullptr && !shown.picture->problem.empty()) {
      piece.height += DrawWrapped(theme_, nullptr, theme_.font.small, ImVec2(), room, 0,
                                  shown.picture->problem);
    }
  }
  layout_.used_width = std::max(layout_.used_width, frame.left + segment.width);
  layout_.pieces.push_back(piece);
  return piece.at.y + piece.height + m_.tiny;
}

MarkdownFlow::Widths MarkdownFlow::Measure(const std::vector<MarkdownRun>& runs,
                                           const Frame& frame) {
  MarkdownLayout scratch;
  MarkdownFlow flow(theme_, pictures_, &scratch);
  flow.measuring_ = true;
  Widths widths;
  float line = 0, unit = 0;
  for (const Segment& segment : flow.Split(runs, frame)) {
    if (segment.own_line || segment.may_break) unit = 0;
    if (segment.own_line && segment.run->line_break) line = 0;
    unit += (unit > 0 ? segment.space : 0) + segment.width;
    line += (line > 0 ? segment.space : 0) + segment.width;
    widths.narrowest = std::max(widths.narrowest, unit);
    widths.natural = std::max(widths.natural, line);
  }
  return widths;
}

}  // namespace app
