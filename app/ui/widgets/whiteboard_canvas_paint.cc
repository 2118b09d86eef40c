// The parts, connections and strokes of the whiteboard.
#include <algorithm>
#include <cmath>

#include "app/ui/board/label_text.h"
#include "app/ui/widgets/whiteboard_canvas_frame.h"

namespace app {
namespace {

using interview::ArrowHeads;
using interview::BoardShape;
using interview::LineStyle;

constexpr float kSmallestText = 6;  // pixels; below, a bar stands for a line of text
constexpr double kIconColumn = 32;  // board units
constexpr double kNarrowPart = 88;  // without room for an icon
constexpr double kEdgeWidth = 1.6, kThickEdge = 3.4, kOutline = 1.3;
constexpr double kBend = 7;  // radius of an edge's corners
constexpr double kDash = 6, kDashGap = 5;
constexpr float kQuiet = 0.4f;     // opacity of an edge while something else stands out
constexpr double kLeading = 1.24;  // of labels, in their pixels

Font At(const Font& font, float px) { return {font.face, px}; }

// `text` cut into lines of `width`.
std::vector<std::string> Wrap(const Font& font, const std::string& text, double width) {
  return WrapLabel(text, width, static_cast<double>(font.px), [&](std::string_view part, double) {
    return static_cast<double>(TextSize(font, part).x);
  });
}

void StrokeDashed(ImDrawList* list, const ImVec2* points, int count, Color color, float width,
                  float dash, float gap) {
  float left = dash;
  bool on = true;
  for (int i = 0; i + 1 < count; ++i) {
    ImVec2 at = points[i];
    const ImVec2 to = points[i + 1];
    float length = std::hypot(to.x - at.x, to.y - at.y);
    while (length > 0) {
      const float step = std::min(left, length);
      const ImVec2 next(at.x + (to.x - at.x) * step / length, at.y + (to.y - at.y) * step / length);
      if (on) list->AddLine(at, next, color, width);
      at = next;
      length -= step;
      left -= step;
      if (left <= 0) {
        on = !on;
        left = on ? dash : gap;
      }
    }
  }
}

void FillArrow(ImDrawList* list, ImVec2 tip, ImVec2 from, float size, Color color) {
  const float length = std::hypot(tip.x - from.x, tip.y - from.y);
  if (length <= 0) return;
  const ImVec2 d((tip.x - from.x) / length * size, (tip.y - from.y) / length * size);
  const ImVec2 base(tip.x - d.x, tip.y - d.y);
  list->AddTriangleFilled(tip, ImVec2(base.x - d.y * 0.45f, base.y + d.x * 0.45f),
                          ImVec2(base.x + d.y * 0.45f, base.y - d.x * 0.45f), color);
}

}  // namespace

BoardTint TintOf(std::string_view color) {
  static constexpr std::array kTints = {BoardTint::kGrey,   BoardTint::kBlue, BoardTint::kGreen,
                                        BoardTint::kOrange, BoardTint::kRed,  BoardTint::kViolet,
                                        BoardTint::kTeal};
  static_assert(kTints.size() == interview::kBoardColors.size());
  const auto found =
      std::find(interview::kBoardColors.begin(), interview::kBoardColors.end(), color);
  if (found == interview::kBoardColors.end()) return BoardTint::kPlain;
  return kTints[static_cast<std::size_t>(found - interview::kBoardColors.begin())];
}

const PartLook* CanvasFrame::LookOf(const BoardNode& node) const {
  if (node.type.empty()) return nullptr;
  const auto found = looks_.find(node.type);
  return found == looks_.end() ? nullptr : &found->second;
}

const TintColors& CanvasFrame::Tint(const BoardNode& node) const {
  BoardTint tint = TintOf(node.color);
  if (node.color.empty()) {
    const PartLook* look = LookOf(node);
    if (look != nullptr) tint = look->tint;
    if (node.shape == BoardShape::kNote) tint = BoardTint::kYellow;
  }
  return theme_.color.tint[static_cast<std::size_t>(tint)];
}

Color CanvasFrame::EdgeColor(const BoardEdge& edge) const {
  const Color color = edge.color.empty()
                          ? theme_.color.board_edge
                          : theme_.color.tint[static_cast<std::size_t>(TintOf(edge.color))].ink;
  return IsQuiet(edge.id) ? WithOpacity(color, kQuiet) : color;
}

void CanvasFrame::PaintGrid() {
  constexpr double kEvery = 4 * kBoardGrid;
  constexpr float kClosest = 14;
  double step = kEvery;
  while (camera_.Scaled(step) < kClosest) step *= 2;
  const float half = camera_.zoom > 1.5 ? theme_.size.hair : theme_.size.hair / 2 + 0.25f;
  for (double x = std::floor(view_.x / step) * step; x < view_.right(); x += step) {
    for (double y = std::floor(view_.y / step) * step; y < view_.bottom(); y += step) {
      const ImVec2 p = camera_.ToScreen({x, y});
      list_->AddRectFilled(ImVec2(p.x - half, p.y - half), ImVec2(p.x + half, p.y + half),
                           theme_.color.board_dot);
    }
  }
}

void CanvasFrame::PaintFrames() {
  for (const BoardNode& node : state_.document.board().nodes) {
    if (node.shape != BoardShape::kFrame || !InView(RectOf(node))) continue;
    const auto [min, max] = OnScreen(RectOf(node));
    const TintColors& tint = Tint(node);
    const float radius = camera_.Scaled(kCornerRadius);
    list_->AddRectFilled(min, max, WithOpacity(tint.ground, 0.45f), radius);
    StrokeRect(list_, min, max, tint.line, radius, theme_.size.hair);
    if (state_.editing.id == node.id) continue;
    const Font font = At(theme_.font.small_medium,
                         theme_.font.small_medium.px * static_cast<float>(camera_.zoom));
    if (font.px < kSmallestText) continue;
    DrawText(theme_, list_, font,
             ImVec2(min.x + camera_.Scaled(kLabelPadding + 2),
                    min.y + (camera_.Scaled(kFrameTitle) - font.px) / 2),
             tint.ink, node.label.empty() ? "Frame" : node.label);
  }
}

const WhiteboardState::LabelLayout& CanvasFrame::LayoutOf(const BoardNode& node) {
  WhiteboardState::LabelLayout& layout = state_.labels[node.id];
  const PartLook* look = LookOf(node);
  const std::string_view type = look != nullptr ? std::string_view(look->name) : node.type;
  const bool caption = !node.label.empty() && node.shape == BoardShape::kComponent;
  const std::string& text = node.label;
  const std::string_view shown_caption = caption ? type : std::string_view();
  const std::string label = text.empty() && node.is_part() ? std::string(type) : text;
  if (!layout.lines.empty() && layout.label == label && layout.caption == shown_caption &&
      layout.width == node.w) {
    return layout;
  }
  layout = {};
  layout.label = label;
  layout.caption = shown_caption;
  layout.width = node.w;
  const bool icon = look != nullptr && look->icon != Icon::kNone && node.w >= kNarrowPart;
  double room = node.w - 2 * kLabelPadding - (icon ? kIconColumn : 0);
  if (node.shape == BoardShape::kEllipse || node.shape == BoardShape::kDiamond) room *= 0.75;
  layout.lines = Wrap(theme_.font.medium, layout.label, std::max(room, 1.0));
  for (const std::string& line : layout.lines) {
    layout.widths.push_back(TextSize(theme_.font.medium, line).x);
  }
  layout.caption_width = TextSize(theme_.font.small, layout.caption).x;
  return layout;
}

void CanvasFrame::PaintShape(const BoardNode& node, ImVec2 min, ImVec2 max) {
  const TintColors& tint = Tint(node);
  const float radius = camera_.Scaled(kCornerRadius);
  const float width = std::max(theme_.size.hair, camera_.Scaled(kOutline));
  const ImVec2 c((min.x + max.x) / 2, (min.y + max.y) / 2);
  switch (node.shape) {
    case BoardShape::kText:
    case BoardShape::kFrame:
      break;
    case BoardShape::kEllipse: {
      constexpr int kSegments = 40;
      ImVec2 points[kSegments];
      for (int i = 0; i < kSegments; ++i) {
        const float a = static_cast<float>(i) * 2 * IM_PI / kSegments;
        points[i] = ImVec2(c.x + (max.x - min.x) / 2 * std::cos(a),
                           c.y + (max.y - min.y) / 2 * std::sin(a));
      }
      list_->AddConvexPolyFilled(points, kSegments, tint.ground);
      StrokeLoop(list_, points, kSegments, tint.line, width);
      break;
    }
    case BoardShape::kDiamond: {
      const ImVec2 points[] = {{c.x, min.y}, {max.x, c.y}, {c.x, max.y}, {min.x, c.y}};
      list_->AddConvexPolyFilled(points, 4, tint.ground);
      StrokeLoop(list_, points, 4, tint.line, width);
      break;
    }
    case BoardShape::kCylinder: {
      const float lid = camera_.Scaled(kCylinderLid), half = (max.x - min.x) / 2;
      constexpr int kSegments = 18;
      std::vector<ImVec2> body, top;
      for (int i = 0; i <= kSegments; ++i) {
        const float a = static_cast<float>(i) * IM_PI / kSegments;
        body.push_back(ImVec2(c.x + half * std::cos(a), max.y - lid + lid * std::sin(a)));
      }
      for (int i = 0; i <= kSegments; ++i) {
        const float a = IM_PI + static_cast<float>(i) * IM_PI / kSegments;
        body.push_back(ImVec2(c.x + half * std::cos(a), min.y + lid + lid * std::sin(a)));
      }
      for (int i = 0; i <= kSegments; ++i) {
        const float a = static_cast<float>(i) * IM_PI / kSegments;
        top.push_back(ImVec2(c.x + half * std::cos(a), min.y + lid + lid * std::sin(a)));
      }
      const int count = static_cast<int>(body.size());
      list_->AddConvexPolyFilled(body.data(), count, tint.ground);
      StrokeLoop(list_, body.data(), count, tint.line, width);
      StrokeLines(list_, top.data(), static_cast<int>(top.size()), tint.line, width);
      break;
    }
    case BoardShape::kNote: {
      list_->AddRectFilled(min, max, tint.ground, theme_.size.line);
      StrokeRect(list_, min, max, WithOpacity(tint.line, 0.6f), theme_.size.line, theme_.size.hair);
      break;
    }
    case BoardShape::kComponent:
    case BoardShape::kRectangle: {
      list_->AddRectFilled(min, max, tint.ground, radius);
      if (!node.type.empty()) {
        const float stripe = camera_.Scaled(theme_.size.board_stripe), inset = 1.5f * stripe;
        list_->AddRectFilled(ImVec2(min.x + inset, min.y + 2 * stripe),
                             ImVec2(min.x + inset + stripe, max.y - 2 * stripe), tint.ink, stripe);
      }
      StrokeRect(list_, min, max, tint.line, radius, width);
      break;
    }
  }
}

void CanvasFrame::PaintLabel(const BoardNode& node, ImVec2 min, ImVec2 max) {
  const WhiteboardState::LabelLayout& layout = LayoutOf(node);
  const float zoom = static_cast<float>(camera_.zoom);
  const TintColors& tint = Tint(node);
  const PartLook* look = LookOf(node);
  // From near, the letters come from a larger face.
  constexpr float kNear = 1.3f;
  const Font& face = zoom > kNear ? theme_.font.board : theme_.font.medium;
  const Font font = At(face, theme_.font.medium.px * zoom);
  const Font small =
      At(zoom > kNear ? theme_.font.board : theme_.font.small, theme_.font.small.px * zoom);
  float left = min.x + camera_.Scaled(kLabelPadding);
  const float right = max.x - camera_.Scaled(kLabelPadding);
  const float middle = (min.y + max.y) / 2;
  if (look != nullptr && look->icon != Icon::kNone && node.w >= kNarrowPart) {
    const float column = camera_.Scaled(kIconColumn);
    DrawIcon(list_, look->icon, ImVec2(left + column / 2 + zoom, middle), theme_.size.large * zoom,
             tint.ink);
    left += column;
  }
  const float line = font.px * static_cast<float>(kLeading);
  float below = layout.caption.empty() ? 0 : small.px * static_cast<float>(kLeading);
  const float height = line * static_cast<float>(layout.lines.size());
  if (height + below > max.y - min.y) below = 0;  // icon and colour tell the type as well
  const bool upper = node.shape == BoardShape::kNote || node.shape == BoardShape::kText;
  float y = upper ? min.y + camera_.Scaled(kLabelPadding) : middle - (height + below) / 2;
  for (std::size_t i = 0; i < layout.lines.size() && y < max.y; ++i) {
    const float width = layout.widths[i] * zoom;
    const float x = upper ? left : std::max(left, (left + right - width) / 2);
    if (font.px >= kSmallestText) {
      DrawText(theme_, list_, font, ImVec2(x, y + (line - font.px) / 2), theme_.color.text,
               layout.lines[i]);
    } else if (width > 0) {
      list_->AddRectFilled(ImVec2(x, y + line * 0.35f), ImVec2(x + width, y + line * 0.65f),
                           WithOpacity(theme_.color.text, 0.6f));
    }
    y += line;
  }
  if (below <= 0 || small.px < kSmallestText || y + small.px > max.y) return;
  const float room = right - left, width = layout.caption_width * zoom;
  const ImVec2 at(std::max(left, (left + right - width) / 2), y);
  if (width <= room + 1) {
    DrawText(theme_, list_, small, at, tint.ink, layout.caption);
  } else {
    DrawText(theme_, list_, small, at, tint.ink, Shortened(small, layout.caption, room));
  }
}

void CanvasFrame::PaintNode(const BoardNode& node) {
  const auto [min, max] = OnScreen(RectOf(node));
  PaintShape(node, min, max);
  if (state_.editing.id == node.id) return;  // the box to type in stands here
  const bool clips = node.shape == BoardShape::kNote || node.shape == BoardShape::kText;
  if (clips) list_->PushClipRect(min, ImVec2(max.x + 1, max.y + 1), true);
  PaintLabel(node, min, max);
  if (clips) list_->PopClipRect();
  if (!node.note.empty() && camera_.zoom > 0.4) {  // there is more to read
    const float size = camera_.Scaled(theme_.size.medium), gap = camera_.Scaled(theme_.size.tiny);
    DrawIcon(list_, Icon::kNote, ImVec2(max.x - gap - size / 2, min.y + gap + size / 2), size,
             Tint(node).ink);
  }
}

void CanvasFrame::PaintNodes() {
  for (const BoardNode& node : state_.document.board().nodes) {
    if (node.shape != BoardShape::kFrame && InView(RectOf(node))) PaintNode(node);
  }
}

void CanvasFrame::PaintRoute(const EdgeRoute& route, ArrowHeads heads, LineStyle style,
                             Color color) {
  const std::size_t count = route.points.size();
  if (count < 2) return;
  std::vector<ImVec2> points;
  for (const BoardPoint& p : route.points) points.push_back(camera_.ToScreen(p));
  const ImVec2 first = points.front(), last = points.back();
  const ImVec2 after_first = points[1], before_last = points[count - 2];
  const float head = std::max(camera_.Scaled(kArrowLength), 2 * theme_.size.line);
  const bool at_end = heads == ArrowHeads::kEnd || heads == ArrowHeads::kBoth;
  const bool at_start = heads == ArrowHeads::kStart || heads == ArrowHeads::kBoth;
  const auto shorten = [&](ImVec2* end, ImVec2 towards) {  // the line ends within its head
    const float length = std::hypot(towards.x - end->x, towards.y - end->y);
    const float cut = std::min(head * 0.8f, length);
    if (length <= 0) return;
    *end = ImVec2(end->x + (towards.x - end->x) * cut / length,
                  end->y + (towards.y - end->y) * cut / length);
  };
  if (at_end) shorten(&points.back(), before_last);
  if (at_start) shorten(&points.front(), after_first);
  // Where the head takes the whole last stretch, the line ends at the corner before it.
  const auto same = [&](ImVec2 a, ImVec2 b) {
    return std::abs(a.x - b.x) + std::abs(a.y - b.y) < theme_.size.hair;
  };
  if (points.size() > 2 && same(points.back(), points[points.size() - 2])) points.pop_back();
  if (points.size() > 2 && same(points.front(), points[1])) points.erase(points.begin());
  const float width = std::max(
      theme_.size.hair, camera_.Scaled(style == LineStyle::kThick ? kThickEdge : kEdgeWidth));
  if (style == LineStyle::kDashed) {
    StrokeDashed(list_, points.data(), static_cast<int>(points.size()), color, width,
                 camera_.Scaled(kDash), camera_.Scaled(kDashGap));
  } else {
    list_->PathLineTo(points.front());
    const float bend = camera_.Scaled(kBend);
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
      const ImVec2 p = points[i], a = points[i - 1], b = points[i + 1];
      const float in = std::hypot(p.x - a.x, p.y - a.y), out = std::hypot(b.x - p.x, b.y - p.y);
      const float r = std::min({bend, in / 2, out / 2});
      if (r < theme_.size.line || in <= 0 || out <= 0) {
        list_->PathLineTo(p);
        continue;
      }
      list_->PathLineTo(ImVec2(p.x + (a.x - p.x) * r / in, p.y + (a.y - p.y) * r / in));
      list_->PathBezierQuadraticCurveTo(
          p, ImVec2(p.x + (b.x - p.x) * r / out, p.y + (b.y - p.y) * r / out), 4);
    }
    list_->PathLineTo(points.back());
    StrokePath(list_, color, width);
  }
  if (at_end) FillArrow(list_, last, before_last, head, color);
  if (at_start) FillArrow(list_, first, after_first, head, color);
}

void CanvasFrame::PaintEdge(const BoardEdge& edge, const EdgeRoute& route) {
  if (selected_.contains(edge.id)) {
    PaintRoute(route, ArrowHeads::kNone, LineStyle::kThick,
               WithOpacity(theme_.color.accent, 0.55f));
  }
  PaintRoute(route, edge.heads, edge.line, EdgeColor(edge));
}

void CanvasFrame::PaintEdgeLabel(const BoardEdge& edge, const EdgeRoute& route) {
  if (edge.label.empty() || route.points.empty() || state_.editing.id == edge.id) return;
  const Font font = At(theme_.font.small, theme_.font.small.px * static_cast<float>(camera_.zoom));
  if (font.px < kSmallestText) return;
  const ImVec2 size = TextSize(font, edge.label), c = camera_.ToScreen(route.label);
  const float pad = camera_.Scaled(theme_.size.tiny);
  const ImVec2 min(c.x - size.x / 2 - pad, c.y - size.y / 2 - pad / 2);
  const ImVec2 max(c.x + size.x / 2 + pad, c.y + size.y / 2 + pad / 2);
  list_->AddRectFilled(min, max, theme_.color.board, theme_.size.radius_small);
  DrawText(theme_, list_, font, ImVec2(c.x - size.x / 2, c.y - size.y / 2), EdgeColor(edge),
           edge.label);
}

void CanvasFrame::PaintEdges() {
  const std::vector<BoardEdge>& edges = state_.document.board().edges;
  const std::vector<std::size_t> shown = state_.routes.Within(view_.Grown(kSlack));
  for (const std::size_t i : shown) PaintEdge(edges[i], state_.routes.route(i));
  for (const std::size_t i : shown) PaintEdgeLabel(edges[i], state_.routes.route(i));
}

void CanvasFrame::PaintStroke(const std::vector<BoardPoint>& points, Color color, double width) {
  std::vector<ImVec2> placed;
  for (const BoardPoint& p : points) placed.push_back(camera_.ToScreen(p));
  StrokeLines(list_, placed.data(), static_cast<int>(placed.size()), color,
              std::max(theme_.size.hair, camera_.Scaled(width)));
}

void CanvasFrame::PaintStrokes() {
  for (const BoardStroke& stroke : state_.document.board().strokes) {
    if (!InView(RectOf(stroke))) continue;
    const Color color = stroke.color.empty()
                            ? theme_.color.text
                            : theme_.color.tint[static_cast<std::size_t>(TintOf(stroke.color))].ink;
    PaintStroke(stroke.points, color, stroke.width);
  }
}

}  // namespace app
