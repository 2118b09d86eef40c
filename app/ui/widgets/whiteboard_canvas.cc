// One frame of the canvas: input, drawing, the box to type in, and what it says in words.
#include "app/ui/widgets/whiteboard_canvas.h"

#include <algorithm>

#include "app/ui/widgets/whiteboard_canvas_frame.h"

namespace app {
namespace {

using interview::BoardShape;

constexpr double kFitMargin = 48;
constexpr char kNameBox[] = "Label";

std::string Count(std::size_t count, std::string_view one) {
  return std::to_string(count) + " " + std::string(one) + (count == 1 ? "" : "s");
}

}  // namespace

// The label is typed where it stands.
void CanvasFrame::DrawNameBox() {
  if (state_.editing.id.empty()) return;
  const Metrics& m = theme_.size;
  const BoardNode* node = state_.document.FindNode(state_.editing.id);
  const BoardEdge* edge = state_.document.FindEdge(state_.editing.id);
  TextBoxOptions options;
  BoardPoint center;
  float width = m.board_palette_width;
  using Mode = TextBoxOptions::Mode;
  if (node != nullptr) {
    const bool prose = node->shape == BoardShape::kNote || node->shape == BoardShape::kText;
    options.mode = prose ? Mode::kProse : Mode::kNote;
    options.placeholder = prose ? "Write…" : "Name…";
    center = RectOf(*node).center();
    if (node->shape == BoardShape::kFrame) center.y = node->y + kFrameTitle / 2;
    width = std::max(camera_.Scaled(node->w), 0.75f * m.board_palette_width);
  } else if (edge != nullptr) {
    options.mode = Mode::kNote;
    options.placeholder = "What flows…";
    const auto& edges = state_.document.board().edges;
    const auto index = static_cast<std::size_t>(edge - edges.data());
    center = state_.routes.route(index).label;
  }
  const float shown = node != nullptr && node->shape != BoardShape::kFrame ? camera_.Scaled(node->h)
                                                                           : m.control_height;
  const float height =
      std::max({TextBoxHeight(context_, width, &state_.editing.box), m.control_height, shown});
  const ImVec2 middle = camera_.ToScreen(center);
  ImGui::SetCursorScreenPos(
      ImVec2(std::round(middle.x - width / 2), std::round(middle.y - height / 2)));
  const ImGuiID id = TextBoxId(kNameBox);
  if (!state_.editing.had_focus) context_.focus.Focus(id);
  const TextBoxResult result =
      DrawTextBox(context_, kNameBox, ImVec2(width, height), &state_.editing.box, options);
  if (result.changed) TakeName(&state_);
  const bool tabbed = state_.editing.had_focus && !result.focused && KeyPressed(Key::kTab);
  const bool escaped = result.focused && KeyPressed(Key::kEscape, false);
  const bool done = result.submitted || escaped || (state_.editing.had_focus && !result.focused);
  state_.editing.had_focus = true;
  if (!done) return;
  FinishNaming(&state_);
  if (tabbed || escaped || result.submitted) context_.focus.Focus(id_);
}

// What a reader hears: the canvas, its parts with their links, its connections.
void CanvasFrame::Register(const char* label) {
  if (!context_.tree.recording()) return;
  UpdateNames(&state_, looks_);
  state_.routes.Update(state_.document.board(), state_.document.version());  // a name may have gone
  const interview::Board& board = state_.document.board();
  const ImVec2 end(camera_.origin.x + camera_.size.x, camera_.origin.y + camera_.size.y);
  const bool idle = focused_ && state_.selection.empty();
  context_.tree.Add(
      {.role = "canvas",
       .label = std::string(VisibleLabel(label)),
       .value = Count(board.nodes.size(), "part") + ", " + Count(board.edges.size(), "connection"),
       .min = camera_.origin,
       .max = end,
       .focused = idle});
  const auto focused = [&](const std::string& id) {
    return focused_ && !state_.selection.empty() && state_.selection.back() == id;
  };
  for (const BoardNode& node : board.nodes) {
    const PartLook* look = LookOf(node);
    std::string value = look != nullptr ? look->name : std::string(ToString(node.shape));
    for (const std::string& id : state_.document.EdgesOf(node.id)) {
      const BoardEdge* edge = state_.document.FindEdge(id);
      value += edge->from == node.id ? ", to " + NameOf(state_, edge->to)
                                     : ", from " + NameOf(state_, edge->from);
    }
    if (!node.note.empty()) value += "; " + node.note;
    if (const BoardMark* mark = MarkOf(node)) value += ". " + mark->words;
    const auto [min, max] = OnScreen(RectOf(node));
    context_.tree.Add({.role = "node",
                       .label = NameOf(state_, node.id),
                       .value = std::move(value),
                       .min = min,
                       .max = max,
                       .focused = focused(node.id),
                       .on = selected_.contains(node.id)});
  }
  for (std::size_t i = 0; i < board.edges.size(); ++i) {
    const BoardEdge& edge = board.edges[i];
    const ImVec2 c = camera_.ToScreen(state_.routes.route(i).label);
    const float half = theme_.size.small;
    const BoardMark* mark = MarkOf(edge);
    context_.tree.Add({.role = "edge",
                       .label = EdgeText(state_, edge),
                       .value = mark != nullptr ? mark->words : std::string(),
                       .min = ImVec2(c.x - half, c.y - half),
                       .max = ImVec2(c.x + half, c.y + half),
                       .focused = focused(edge.id),
                       .on = selected_.contains(edge.id)});
  }
}

void CanvasFrame::Begin(const char* label, ImVec2 size, FocusRing::Kind kind) {
  ImGui::PushStyleColor(ImGuiCol_ChildBg, theme_.color.board);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  BeginChildWindow(label, size, ChildFrame::kNone,
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoScrollbar |
                       ImGuiWindowFlags_NoScrollWithMouse);
  list_ = ImGui::GetWindowDrawList();
  camera_.origin = ImGui::GetCursorScreenPos();
  camera_.size = size;
  id_ = ImGui::GetID("##board");
  if (state_.fit_wanted && size.x > 1 && size.y > 1) {
    state_.fit_wanted = false;
    FitBoard(&state_, kFitMargin);
  }
  ImGui::InvisibleButton("##board", size,
                         ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight |
                             ImGuiButtonFlags_MouseButtonMiddle);
  hovered_ = ImGui::IsItemHovered();
  const ImVec2 end(camera_.origin.x + size.x, camera_.origin.y + size.y);
  context_.focus.Add(id_, kind, camera_.origin, end, theme_);
  if (state_.focus_wanted) context_.focus.Focus(id_);
  state_.focus_wanted = false;
  focused_ = context_.focus.HasFocus(id_);
  PruneSelection(&state_);
  state_.routes.Update(state_.document.board(), state_.document.version());
}

void CanvasFrame::PaintBoard() {
  view_ = camera_.View();
  selected_.insert(state_.selection.begin(), state_.selection.end());
  PaintGrid();
  PaintFrames();
  PaintMarkedEdges();
  PaintEdges();
  PaintNodes();
  PaintStrokes();
  PaintSelection();
}

void CanvasFrame::End(const char* label) {
  Register(label);
  ImGui::EndChild();
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
}

void CanvasFrame::Draw(const char* label, ImVec2 size) {
  Begin(label, size, FocusRing::Kind::kMultiline);
  TakePointer();
  focused_ = context_.focus.HasFocus(id_);
  if (focused_ && !context_.focus.JustGained() && state_.editing.id.empty()) TakeKeys();
  state_.routes.Update(state_.document.board(), state_.document.version());
  PaintBoard();
  PaintPorts();
  PaintGesture();
  PaintHint();
  PaintMinimap();
  if (focused_ && state_.editing.id.empty()) {
    const float inset = theme_.size.hair;
    StrokeRect(list_, ImVec2(camera_.origin.x + inset, camera_.origin.y + inset),
               ImVec2(camera_.origin.x + size.x - inset, camera_.origin.y + size.y - inset),
               WithOpacity(theme_.color.accent, 0.5f), 0, theme_.size.hair);
  }
  DrawNameBox();
  End(label);
}

void DrawWhiteboardCanvas(FrameContext& context, const char* label, ImVec2 size,
                          const PartLooks& looks, WhiteboardState* state) {
  CanvasFrame(&context, looks, state).Draw(label, size);
}

}  // namespace app
