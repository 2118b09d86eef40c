// What lies over the whiteboard while it is worked on: selection, ports, guides, minimap, hints.
#include <algorithm>
#include <cmath>

#include "app/ui/widgets/whiteboard_canvas_frame.h"

namespace app {
namespace {

using interview::ArrowHeads;
using interview::BoardShape;
using interview::LineStyle;

constexpr float kGroundOpacity = 0.12f;  // of a marquee and a shape being pulled up

}  // namespace

void CanvasFrame::PaintSelection() {
  const Metrics& m = theme_.size;
  const std::string sole = SoleSelection(state_);
  const float out = m.tiny;
  for (const std::string& id : state_.selection) {
    const BoardNode* node = state_.document.FindNode(id);
    const BoardStroke* stroke = state_.document.FindStroke(id);
    if (node == nullptr && stroke == nullptr) continue;
    const BoardRect rect = node != nullptr ? RectOf(*node) : RectOf(*stroke);
    if (!InView(rect)) continue;
    const auto [min, max] = OnScreen(rect);
    if (marks_ != nullptr) continue;  // PaintOutlines() shows it
    StrokeRect(list_, ImVec2(min.x - out, min.y - out), ImVec2(max.x + out, max.y + out),
               theme_.color.accent, m.radius_small, node != nullptr ? 1.5f * m.hair : m.hair);
    if (node == nullptr || sole != id || gesture_.act == BoardAct::kDragging) continue;
    if (state_.editing.id == id) continue;
    for (const ImVec2& corner : Corners(*node)) {
      const float half = m.board_handle / 2;
      DrawBox(theme_, list_, ImVec2(corner.x - half, corner.y - half),
              ImVec2(corner.x + half, corner.y + half), theme_.color.panel, theme_.color.accent,
              m.line);
    }
  }
}

void CanvasFrame::PaintPorts() {
  if (gesture_.act != BoardAct::kNone && gesture_.act != BoardAct::kConnecting) return;
  if (state_.tool != BoardTool::kSelect && state_.tool != BoardTool::kArrow) return;
  const BoardNode* node = state_.document.FindNode(state_.hovered);
  if (node == nullptr || !ShowsPorts(*node) || !state_.editing.id.empty()) return;
  const Metrics& m = theme_.size;
  const auto [min, max] = OnScreen(RectOf(*node));
  if (gesture_.act == BoardAct::kConnecting) {
    StrokeRect(list_, ImVec2(min.x - m.line, min.y - m.line),
               ImVec2(max.x + m.line, max.y + m.line), theme_.color.accent, m.radius_control,
               m.line);
  }
  const std::optional<Port> under = PortAt(pixel_);
  for (const auto side : kPortSides) {
    const ImVec2 p = PortPlace(*node, side);
    const bool lit = under && under->side == side;
    list_->AddCircleFilled(p, m.board_port + (lit ? m.line : 0),
                           lit ? theme_.color.accent : theme_.color.panel);
    list_->AddCircle(p, m.board_port + (lit ? m.line : 0), theme_.color.accent, 0, 1.5f * m.hair);
  }
}

void CanvasFrame::PaintGesture() {
  const Metrics& m = theme_.size;
  const Palette& color = theme_.color;
  for (const SnapGuide& g : gesture_.guides) {
    const ImVec2 a =
        camera_.ToScreen(g.vertical ? BoardPoint{g.at, g.from} : BoardPoint{g.from, g.at});
    const ImVec2 b = camera_.ToScreen(g.vertical ? BoardPoint{g.at, g.to} : BoardPoint{g.to, g.at});
    list_->AddLine(a, b, color.board_guide, m.hair);
  }
  if (gesture_.act == BoardAct::kMarquee || gesture_.act == BoardAct::kDrawing) {
    const auto [min, max] = OnScreen(RectFromCorners(gesture_.start, pointer_));
    DrawBox(theme_, list_, min, max, WithOpacity(color.accent, kGroundOpacity), color.accent,
            gesture_.act == BoardAct::kDrawing ? m.radius_small : 0);
  }
  if (gesture_.act == BoardAct::kPen) PaintStroke(gesture_.line, color.text, 2);
  if (gesture_.act == BoardAct::kConnecting) {
    const BoardNode* from = state_.document.FindNode(gesture_.target);
    if (from == nullptr) return;
    BoardPoint to = pointer_;
    if (gesture_.by_keyboard) {
      const BoardNode* target = state_.document.FindNode(state_.selection.back());
      if (target == nullptr || target == from) return;
      RouteRequest request;
      request.from = RectOf(*from);
      request.to = RectOf(*target);
      return PaintRoute(RouteEdge(request), ArrowHeads::kEnd, LineStyle::kDashed, color.accent);
    }
    PaintRoute(RouteToPoint(RectOf(*from), gesture_.side, to), ArrowHeads::kEnd, LineStyle::kSolid,
               color.accent);
  }
  if (!state_.carried_part.empty()) {
    const BoardPoint size = DefaultSize(BoardShape::kComponent);
    const auto [min, max] =
        OnScreen({pointer_.x - size.x / 2, pointer_.y - size.y / 2, size.x, size.y});
    DrawBox(theme_, list_, min, max, WithOpacity(color.accent, kGroundOpacity), color.accent,
            camera_.Scaled(kCornerRadius));
  }
}

std::optional<CanvasFrame::Minimap> CanvasFrame::MinimapPlace() const {
  const Metrics& m = theme_.size;
  const std::optional<BoardRect> content = ContentRect(state_.document.board());
  const BoardRect view = camera_.View();
  const bool dragged = gesture_.act == BoardAct::kMinimap;
  if (!content || (!dragged && view.Contains(*content))) return std::nullopt;
  if (camera_.size.x < 2 * m.minimap_width || camera_.size.y < 2 * m.minimap_height) {
    return std::nullopt;
  }
  Minimap map;
  const ImVec2 corner(camera_.origin.x + camera_.size.x - m.medium,
                      camera_.origin.y + camera_.size.y - m.medium);
  map.min = ImVec2(corner.x - m.minimap_width, corner.y - m.minimap_height);
  map.max = corner;
  // While it is dragged on, what it shows stays, or it would run away from the pointer.
  const BoardRect all = dragged ? gesture_.rect : Union(*content, view);
  map.scale = std::min(static_cast<double>(m.minimap_width) / all.w,
                       static_cast<double>(m.minimap_height) / all.h);
  const double w = static_cast<double>(m.minimap_width) / map.scale;
  const double h = static_cast<double>(m.minimap_height) / map.scale;
  map.shown = {all.center().x - w / 2, all.center().y - h / 2, w, h};
  return map;
}

void CanvasFrame::PaintMinimap() {
  const std::optional<Minimap> map = MinimapPlace();
  if (!map) return;
  const Metrics& m = theme_.size;
  const Palette& color = theme_.color;
  DrawBox(theme_, list_, map->min, map->max, color.panel, color.border, m.radius_control);
  list_->PushClipRect(map->min, map->max, true);
  const auto place = [&](const BoardRect& r) {
    const ImVec2 min(map->min.x + static_cast<float>((r.x - map->shown.x) * map->scale),
                     map->min.y + static_cast<float>((r.y - map->shown.y) * map->scale));
    return std::pair(min, ImVec2(min.x + static_cast<float>(r.w * map->scale),
                                 min.y + static_cast<float>(r.h * map->scale)));
  };
  for (const BoardNode& node : state_.document.board().nodes) {
    const auto [min, max] = place(RectOf(node));
    if (node.shape == BoardShape::kFrame) {
      StrokeRect(list_, min, max, color.border);
    } else {
      list_->AddRectFilled(min, max, Tint(node).line);
    }
  }
  const auto [min, max] = place(camera_.View());
  list_->AddRectFilled(min, max, WithOpacity(color.accent, kGroundOpacity));
  StrokeRect(list_, min, max, color.accent, m.line, 1.5f * m.hair);
  list_->PopClipRect();
  context_.tree.Add({.role = "minimap", .label = "Overview", .min = map->min, .max = map->max});
}

// What to do next, where nothing shows it yet.
void CanvasFrame::PaintHint() {
  const Metrics& m = theme_.size;
  if (gesture_.act == BoardAct::kConnecting && gesture_.by_keyboard) {
    static constexpr std::string_view kText = "Arrows choose the target, Enter connects, Esc stops";
    const ImVec2 size = TextSize(theme_.font.small, kText);
    const ImVec2 min(camera_.origin.x + (camera_.size.x - size.x) / 2 - m.medium,
                     camera_.origin.y + m.medium);
    const ImVec2 max(min.x + size.x + 2 * m.medium, min.y + size.y + m.medium);
    DrawBox(theme_, list_, min, max, theme_.color.accent_soft, theme_.color.accent,
            m.radius_control);
    DrawCentered(theme_, list_, theme_.font.small, min, max, theme_.color.text, kText);
    return;
  }
  if (!state_.document.board().empty()) return;
  struct Line {
    const Font& font;
    Color color;
    std::string_view text;
  };
  const Line lines[] = {
      {theme_.font.heading, theme_.color.text, "Draw the system here"},
      {theme_.font.ui, theme_.color.muted, "Double-click to add a part, or press C for the list"},
      {theme_.font.ui, theme_.color.muted, "Drag from a part's dots to connect it"},
      {theme_.font.small, theme_.color.faint, "Mermaid text can be pasted with Ctrl+V"}};
  float height = 0;
  for (const Line& line : lines) height += line.font.px + m.small;
  float y = camera_.origin.y + (camera_.size.y - height) / 2;
  for (const Line& line : lines) {
    const std::string text = Shortened(line.font, line.text, camera_.size.x - 2 * m.medium);
    const ImVec2 size = TextSize(line.font, text);
    const ImVec2 at(camera_.origin.x + (camera_.size.x - size.x) / 2, y);
    DrawText(theme_, list_, line.font, at, line.color, text);
    context_.tree.Add({.role = "text",
                       .label = std::string(line.text),
                       .min = at,
                       .max = ImVec2(at.x + size.x, at.y + size.y)});
    y += line.font.px + m.small;
  }
}

}  // namespace app
