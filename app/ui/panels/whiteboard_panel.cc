// The whiteboard as a list of parts and connections.
#include "app/ui/panels/whiteboard_panel.h"

#include <algorithm>

#include "app/ui/panels/answer_text.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using interview::BoardEdge;
using interview::BoardNode;
using interview::PaletteEntry;

constexpr double kSendAfterSeconds = 0.6;

// The board of the current question, from the core when it is first shown.
void TakeBoard(const RoomView& room, BoardState* state) {
  if (state->question == room.work.id) return;
  *state = BoardState{};
  state->question = room.work.id;
  state->board = room.work.answer.board;
  for (const BoardNode& node : state->board.nodes) {
    if (node.id.starts_with("n")) {
      state->next_node = std::max(state->next_node, std::atoi(node.id.c_str() + 1) + 1);
    }
  }
}

bool DrawLabel(FrameContext& context, BoardState* state, const std::string& key, float width,
               std::string_view placeholder, std::string* text) {
  TextBoxState& box = state->labels[key];
  if (box.text.version() == 0) box.text.SetText(*text);
  const TextBoxResult result = DrawTextBox(
      context, ("Label##" + key).c_str(), ImVec2(width, context.theme.size.control_height), &box,
      {.mode = TextBoxOptions::Mode::kLine, .placeholder = placeholder});
  if (result.changed) *text = box.text.Text();
  return result.changed;
}

// The part's type, its name, and a way to take it away. Returns false when it was.
bool DrawNode(FrameContext& context, const interview::Catalogue& catalogue, BoardState* state,
              BoardNode* node, float width, bool* changed) {
  const Metrics& m = context.theme.size;
  std::vector<std::string> types = {"Free box"};
  int chosen = 0;
  for (const PaletteEntry& part : catalogue.palette) {
    if (part.id == node->type) chosen = static_cast<int>(types.size());
    types.push_back(part.name);
  }
  const float combo = std::min(m.form_label_width, width * 0.35f);
  ImGui::PushID(node->id.c_str());
  if (DrawCombo(context, "Part", types, combo, &chosen)) {
    node->type =
        chosen == 0 ? std::string() : catalogue.palette[static_cast<std::size_t>(chosen - 1)].id;
    *changed = true;
  }
  ImGui::SameLine();
  const float label = width - combo - m.control_height - m.tiny - 2 * m.small;
  *changed |= DrawLabel(context, state, "node/" + node->id, label,
                        node->type.empty() ? "What it is" : "Its name here, if any", &node->label);
  ImGui::SameLine();
  const bool removed =
      DrawButton(context, "Remove part",
                 {.style = ButtonStyle::kQuiet, .icon = Icon::kCross, .icon_only = true});
  ImGui::PopID();
  return !removed;
}

bool DrawEdge(FrameContext& context, const std::vector<std::string>& names, BoardState* state,
              int index, float width, bool* changed) {
  const Metrics& m = context.theme.size;
  interview::Board& board = state->board;
  BoardEdge& edge = board.edges[static_cast<std::size_t>(index)];
  const auto index_of = [&](const std::string& id) {
    for (std::size_t i = 0; i < board.nodes.size(); ++i) {
      if (board.nodes[i].id == id) return static_cast<int>(i);
    }
    return -1;
  };
  int from = index_of(edge.from), to = index_of(edge.to);
  const float removal = m.control_height + m.tiny;
  const float column = (width - removal - m.large - 4 * m.small) / 3;
  ImGui::PushID(index);
  if (DrawCombo(context, "From", names, column, &from)) {
    edge.from = board.nodes[static_cast<std::size_t>(from)].id;
    *changed = true;
  }
  ImGui::SameLine();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  DrawText(context.theme, ImGui::GetWindowDrawList(), context.theme.font.ui,
           ImVec2(at.x, at.y + m.small), context.theme.color.muted, "→");
  ImGui::Dummy(ImVec2(m.large, m.control_height));
  ImGui::SameLine();
  if (DrawCombo(context, "To", names, column, &to)) {
    edge.to = board.nodes[static_cast<std::size_t>(to)].id;
    *changed = true;
  }
  ImGui::SameLine();
  *changed |=
      DrawLabel(context, state, "edge/" + std::to_string(index), column, "What flows", &edge.label);
  ImGui::SameLine();
  const bool removed =
      DrawButton(context, "Remove connection",
                 {.style = ButtonStyle::kQuiet, .icon = Icon::kCross, .icon_only = true});
  ImGui::PopID();
  return !removed;
}

void RemoveNode(BoardState* state, std::size_t index) {
  interview::Board& board = state->board;
  const std::string id = board.nodes[index].id;
  board.nodes.erase(board.nodes.begin() + static_cast<std::ptrdiff_t>(index));
  std::erase_if(board.edges, [&](const BoardEdge& e) { return e.from == id || e.to == id; });
  std::erase_if(state->labels, [](const auto& entry) { return entry.first.starts_with("edge/"); });
}

void RemoveEdge(BoardState* state, std::size_t index) {
  state->board.edges.erase(state->board.edges.begin() + static_cast<std::ptrdiff_t>(index));
  std::erase_if(state->labels, [](const auto& entry) { return entry.first.starts_with("edge/"); });
}

bool DrawParts(FrameContext& context, const interview::Catalogue& catalogue, BoardState* state,
               float width) {
  bool changed = false;
  std::optional<std::size_t> gone;
  for (std::size_t i = 0; i < state->board.nodes.size(); ++i) {
    if (!DrawNode(context, catalogue, state, &state->board.nodes[i], width, &changed)) gone = i;
  }
  if (gone) RemoveNode(state, *gone);
  if (DrawButton(context, "Add a part", {.icon = Icon::kPlus})) {
    state->board.nodes.push_back({"n" + std::to_string(state->next_node++), "", "", ""});
    changed = true;
  }
  return changed || gone.has_value();
}

bool DrawConnections(FrameContext& context, const interview::Catalogue& catalogue,
                     BoardState* state, float width) {
  bool changed = false;
  std::vector<std::string> names = PartNames(state->board, catalogue);
  for (std::size_t i = 0; i < names.size(); ++i) names[i] += "##" + state->board.nodes[i].id;
  std::optional<std::size_t> gone;
  for (std::size_t i = 0; i < state->board.edges.size(); ++i) {
    if (!DrawEdge(context, names, state, static_cast<int>(i), width, &changed)) gone = i;
  }
  if (gone) RemoveEdge(state, *gone);
  const auto& nodes = state->board.nodes;
  if (DrawButton(context, "Add a connection",
                 {.icon = Icon::kPlus, .enabled = nodes.size() >= 2})) {
    // Most often the next arrow starts where the last one ended.
    const std::string from =
        state->board.edges.empty() ? nodes.front().id : state->board.edges.back().to;
    const std::string to = nodes.back().id == from ? nodes.front().id : nodes.back().id;
    state->board.edges.push_back({from, to, ""});
    changed = true;
  }
  return changed || gone.has_value();
}

}  // namespace

void DrawWhiteboard(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  BoardState* board = &state->board;
  TakeBoard(room, board);
  BeginScroll(context, "board", size, ImVec2(m.large, m.medium));
  const float width = size.x - 2 * m.large - m.scrollbar;
  const interview::Catalogue& catalogue = room.app.bank.catalogue();
  Text(context, theme.font.subheading, theme.color.text, "Parts");
  bool changed = DrawParts(context, catalogue, board, width);
  Gap(m.large);
  Text(context, theme.font.subheading, theme.color.text, "Connections");
  changed |= DrawConnections(context, catalogue, board, width);
  EndScroll();
  if (changed) board->changed_at = context.now;
  if (!board->changed_at) return;
  const double rest = kSendAfterSeconds - (context.now - *board->changed_at);
  if (rest <= 0) {
    SendBoard(context, board);
  } else {
    context.WakeIn(rest);
  }
}

}  // namespace app
