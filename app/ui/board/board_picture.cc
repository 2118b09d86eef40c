// Frames first, then connectors, nodes, the labels of connectors, and the pen on top.
#include "app/ui/board/board_picture.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/ui/board/edge_route.h"

namespace app {
namespace {

using interview::ArrowHeads;
using interview::Board;
using interview::BoardEdge;
using interview::BoardNode;
using interview::BoardShape;
using interview::LineStyle;

constexpr double kMargin = 32;
constexpr double kLine = 1.5;
constexpr double kThickLine = 3;
constexpr double kAscent = 0.34;  // from the middle of a line of text down to its baseline, in em
constexpr double kArrowHalf = 4.5;
constexpr double kFold = 14;  // the turned corner of a note
constexpr int kLidSteps = 24;

// Index into kBoardColors, or nothing for the theme's own choice.
std::optional<std::size_t> ColorIndex(const std::string& name) {
  const auto found =
      std::find(interview::kBoardColors.begin(), interview::kBoardColors.end(), name);
  if (name.empty() || found == interview::kBoardColors.end()) return std::nullopt;
  return static_cast<std::size_t>(found - interview::kBoardColors.begin());
}

class Painter {
 public:
  Painter(const Board& board, const BoardStyle& style) : board_(board), style_(style) {}

  BoardPicture Run() {
    routes_.Update(board_, 1);
    const std::vector<std::size_t> order = NodesInDrawOrder(board_);
    for (const std::size_t i : order) {
      if (board_.nodes[i].shape == BoardShape::kFrame) PaintNode(board_.nodes[i]);
    }
    for (std::size_t i = 0; i < board_.edges.size(); ++i) PaintEdge(board_.edges[i], i);
    for (const std::size_t i : order) {
      if (board_.nodes[i].shape != BoardShape::kFrame) PaintNode(board_.nodes[i]);
    }
    for (std::size_t i = 0; i < board_.edges.size(); ++i) PaintEdgeLabel(board_.edges[i], i);
    for (const interview::BoardStroke& stroke : board_.strokes) PaintStroke(stroke);
    picture_.rect = extent_.Grown(kMargin);
    return std::move(picture_);
  }

 private:
  const BoardColors& colors() const { return style_.colors; }

  double Measure(const std::string& text, double em) const {
    return style_.measure ? style_.measure(text, em) : EstimateTextWidth(text, em);
  }

  PictureItem& Add(PictureItem item, const BoardRect& rect) {
    extent_ = Union(extent_, rect);
    picture_.items.push_back(std::move(item));
    return picture_.items.back();
  }

  PictureItem& AddRect(const BoardRect& rect, double radius, Rgba fill, Rgba line, double width) {
    PictureItem item;
    item.rect = rect;
    item.radius = radius;
    item.fill = fill;
    item.line = line;
    item.width = width;
    return Add(std::move(item), rect);
  }

  PictureItem& AddPath(std::vector<BoardPoint> points, bool closed, Rgba fill, Rgba line,
                       double width) {
    PictureItem item;
    item.kind = PictureItem::Kind::kPath;
    item.points = std::move(points);
    item.closed = closed;
    item.fill = fill;
    item.line = line;
    item.width = width;
    BoardPoint low = item.points[0];
    BoardPoint high = low;
    for (const BoardPoint& p : item.points) {
      low = {std::min(low.x, p.x), std::min(low.y, p.y)};
      high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    return Add(std::move(item), RectFromCorners(low, high).Grown(width / 2));
  }

  // One line of text with its middle at `y`.
  void AddText(const std::string& text, double x, double y, double em, Rgba color, bool centered,
               bool bold = false) {
    if (text.empty()) return;
    PictureItem item;
    item.kind = PictureItem::Kind::kText;
    item.text = text;
    item.at = {x, y + em * kAscent};
    item.em = em;
    item.fill = color;
    item.centered = centered;
    item.bold = bold;
    const double width = Measure(text, em);
    Add(std::move(item), {centered ? x - width / 2 : x, y - em / 2, width, em});
  }

  void PaintNode(const BoardNode& node) {
    const BoardRect rect = RectOf(node);
    const auto color = ColorIndex(node.color);
    Rgba fill = color ? colors().fills[*color] : colors().node;
    const Rgba line = color ? colors().lines[*color] : colors().border;
    switch (node.shape) {
      case BoardShape::kComponent:
      case BoardShape::kRectangle:
        AddRect(rect, kCornerRadius, fill, line, kLine);
        break;
      case BoardShape::kEllipse:
        AddRect(rect, 0, fill, line, kLine).kind = PictureItem::Kind::kEllipse;
        break;
      case BoardShape::kDiamond: {
        const BoardPoint c = rect.center();
        AddPath({{c.x, rect.y}, {rect.right(), c.y}, {c.x, rect.bottom()}, {rect.x, c.y}}, true,
                fill, line, kLine);
        break;
      }
      case BoardShape::kCylinder:
        PaintCylinder(rect, fill, line);
        break;
      case BoardShape::kNote:
        PaintNote(rect, color ? fill : colors().note);
        break;
      case BoardShape::kText:
        break;
      case BoardShape::kFrame:
        fill = color ? fill : colors().frame;
        AddRect(rect, kCornerRadius, fill, line, kLine);
        AddText(node.label, rect.x + kLabelPadding + 4, rect.y + kFrameTitle / 2, kSmallEm,
                colors().muted, false, true);
        return;
    }
    PaintLabel(node);
  }

  void PaintCylinder(const BoardRect& rect, Rgba fill, Rgba line) {
    const double lid = std::min(kCylinderLid, rect.h / 4);
    const BoardPoint top{rect.center().x, rect.y + lid};
    const double bottom = rect.bottom() - lid;
    const auto arc = [&](double y, double from, double to, std::vector<BoardPoint>* points) {
      for (int i = 0; i <= kLidSteps; ++i) {
        const double angle = from + (to - from) * i / kLidSteps;
        points->push_back({top.x + std::cos(angle) * rect.w / 2, y + std::sin(angle) * lid});
      }
    };
    std::vector<BoardPoint> body;
    arc(top.y, std::numbers::pi, 2 * std::numbers::pi, &body);
    arc(bottom, 0, std::numbers::pi, &body);
    AddPath(std::move(body), true, fill, line, kLine);
    std::vector<BoardPoint> front;
    arc(top.y, std::numbers::pi, 0, &front);
    AddPath(std::move(front), false, 0, line, kLine);
  }

  void PaintNote(const BoardRect& rect, Rgba fill) {
    const double fold = std::min(kFold, std::min(rect.w, rect.h) / 3);
    const BoardPoint a{rect.right(), rect.bottom() - fold};
    const BoardPoint b{rect.right() - fold, rect.bottom()};
    AddPath({{rect.x, rect.y}, {rect.right(), rect.y}, a, b, {rect.x, rect.bottom()}}, true, fill,
            0, 0);
    AddPath({a, {b.x, a.y}, b}, true, (colors().note_text & 0xffffff00U) | 0x30U, 0, 0);
  }

  void PaintLabel(const BoardNode& node) {
    const BoardRect room = LabelRect(node);
    const bool prose = !node.is_part();
    const Rgba color = node.shape == BoardShape::kNote ? colors().note_text : colors().text;
    std::string type;
    if (!node.type.empty() && node.is_part()) {
      type = style_.type_name ? style_.type_name(node.type) : node.type;
    }
    const std::string& label = node.label.empty() ? type : node.label;
    if (label.empty()) return;
    const bool two = !node.label.empty() && !type.empty() && node.label != type;
    const auto lines = WrapLabel(label, room.w, kLabelEm, style_.measure);
    const double line_height = kLabelEm * kLineHeight;
    const double small = two ? kSmallEm * kLineHeight : 0;
    const double total = static_cast<double>(lines.size()) * line_height + small;
    double y = prose ? room.y : room.center().y - total / 2;
    for (const std::string& line : lines) {
      AddText(line, prose ? room.x : room.center().x, y + line_height / 2, kLabelEm, color, !prose,
              !prose);
      y += line_height;
    }
    if (two) AddText(type, room.center().x, y + small / 2, kSmallEm, colors().muted, true);
  }

  Rgba EdgeColor(const BoardEdge& edge) const {
    const auto color = ColorIndex(edge.color);
    return color ? colors().lines[*color] : colors().edge;
  }

  void PaintEdge(const BoardEdge& edge, std::size_t index) {
    std::vector<BoardPoint> points = routes_.route(index).points;
    if (points.size() < 2) return;
    const Rgba color = EdgeColor(edge);
    const bool start = edge.heads == ArrowHeads::kStart || edge.heads == ArrowHeads::kBoth;
    const bool end = edge.heads == ArrowHeads::kEnd || edge.heads == ArrowHeads::kBoth;
    if (end) PaintHead(&points.back(), points[points.size() - 2], color);
    if (start) PaintHead(&points.front(), points[1], color);
    PictureItem& line = AddPath(std::move(points), false, 0, color,
                                edge.line == LineStyle::kThick ? kThickLine : kLine);
    line.dashed = edge.line == LineStyle::kDashed;
  }

  // The line ends within the head, so that its tip stays sharp.
  void PaintHead(BoardPoint* tip, BoardPoint before, Rgba color) {
    const double length = std::hypot(tip->x - before.x, tip->y - before.y);
    if (length == 0) return;
    const double size = std::min(kArrowLength, length);
    const BoardPoint along{(tip->x - before.x) / length, (tip->y - before.y) / length};
    const BoardPoint foot{tip->x - along.x * size, tip->y - along.y * size};
    AddPath({*tip,
             {foot.x - along.y * kArrowHalf, foot.y + along.x * kArrowHalf},
             {foot.x + along.y * kArrowHalf, foot.y - along.x * kArrowHalf}},
            true, color, 0, 0);
    *tip = {tip->x - along.x * size * 0.7, tip->y - along.y * size * 0.7};
  }

  void PaintEdgeLabel(const BoardEdge& edge, std::size_t index) {
    if (edge.label.empty() || routes_.route(index).points.empty()) return;
    const BoardPoint at = routes_.route(index).label;
    const auto lines = WrapLabel(edge.label, 180, kSmallEm, style_.measure);
    const double line_height = kSmallEm * kLineHeight;
    double width = 0;
    for (const std::string& line : lines) width = std::max(width, Measure(line, kSmallEm));
    const double height = static_cast<double>(lines.size()) * line_height;
    AddRect({at.x - width / 2 - 4, at.y - height / 2 - 1, width + 8, height + 2}, 3,
            colors().background, 0, 0);
    double y = at.y - height / 2 + line_height / 2;
    for (const std::string& line : lines) {
      AddText(line, at.x, y, kSmallEm, colors().muted, true);
      y += line_height;
    }
  }

  void PaintStroke(const interview::BoardStroke& stroke) {
    if (stroke.points.empty()) return;
    const auto color = ColorIndex(stroke.color);
    AddPath(stroke.points, false, 0, color ? colors().lines[*color] : colors().text, stroke.width);
  }

  const Board& board_;
  const BoardStyle& style_;
  EdgeRoutes routes_;
  BoardPicture picture_;
  BoardRect extent_;
};

}  // namespace

BoardPicture DrawBoardPicture(const Board& board, const BoardStyle& style) {
  return Painter(board, style).Run();
}

}  // namespace app
