// Type, name, note, shape, colour and arrow of the selected thing; order among several.
#include "app/ui/panels/whiteboard_inspector.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <utility>

#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/layout.h"
#include "app/ui/widgets/whiteboard_acts.h"

namespace app {
namespace {

using interview::BoardEdge;
using interview::BoardNode;
using interview::BoardShape;

std::string Capital(std::string_view text) {
  std::string word(text);
  if (!word.empty()) word[0] = static_cast<char>(std::toupper(word[0]));
  return word;
}

const std::vector<std::string>& ColorNames() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all = {"Automatic"};
    for (const std::string_view color : interview::kBoardColors) all.push_back(Capital(color));
    return all;
  }();
  return names;
}

// Places controls from the left and goes to the next row when one does not fit.
class Flow {
 public:
  Flow(const Metrics& m, ImVec2 size) : m_(m), right_(size.x - m.small), x_(m.small), y_(m.small) {}

  void Next(float width) {
    if (x_ + width > right_ && x_ > m_.small) {
      x_ = m_.small;
      y_ += m_.control_height + m_.small;
    }
    ImGui::SetCursorPos(ImVec2(x_, y_));
    x_ += width + m_.small;
  }

 private:
  const Metrics& m_;
  float right_, x_, y_;
};

// What the strip of one node or one edge is made of, at one width.
struct Columns {
  float choice = 0;  // a drop-down
  float text = 0;    // a box to type in
};

Columns ColumnsFor(const Metrics& m, float width) {
  const bool one_row = width > 3 * m.dialog_width / 2 + m.form_label_width;
  const float inner = width - 2 * m.small;
  if (one_row) {
    const float choice = std::floor(m.form_label_width * 0.7f);
    return {choice, std::floor((inner - 3 * choice - 4 * m.small) / 2)};
  }
  return {std::floor((inner - 2 * m.small) * 0.3f), std::floor((inner - 2 * m.small) * 0.4f)};
}

// A box that follows the document unless it is being typed into.
bool DrawField(FrameContext& context, const char* label, float width, std::string_view placeholder,
               const std::string& value, bool follow, TextBoxState* box) {
  const bool typing = context.focus.HasFocus(TextBoxId(label));
  if (follow || (!typing && box->text.Text() != value)) box->text.SetText(value);
  return DrawTextBox(context, label, ImVec2(width, context.theme.size.control_height), box,
                     {.mode = TextBoxOptions::Mode::kLine, .placeholder = placeholder})
      .changed;
}

// Several changes in a row to the same property are one step of undo.
template <class Item>
void UpdateAs(BoardDocument* document, const std::string& property, const Item& item) {
  document->BeginGesture(property + " " + item.id);
  document->Update(item);
  document->EndGesture();
}

void DrawColor(FrameContext& context, BoardState* state, const std::string& color, float width) {
  const auto at = std::find(interview::kBoardColors.begin(), interview::kBoardColors.end(), color);
  int chosen = at == interview::kBoardColors.end()
                   ? 0
                   : static_cast<int>(at - interview::kBoardColors.begin()) + 1;
  if (!DrawCombo(context, "Colour", ColorNames(), width, &chosen)) return;
  const std::string_view name = chosen == 0
                                    ? std::string_view()
                                    : interview::kBoardColors[static_cast<std::size_t>(chosen - 1)];
  state->canvas.document.SetColor(state->canvas.selection, name);
}

void DrawNode(FrameContext& context, const interview::Catalogue& catalogue, BoardState* state,
              const BoardNode& shown, ImVec2 size, bool fresh) {
  BoardDocument& document = state->canvas.document;
  BoardNode node = shown;
  const Columns columns = ColumnsFor(context.theme.size, size.x);
  Flow flow(context.theme.size, size);
  std::vector<std::string> types = {"Free box"};
  int type = 0;
  for (const interview::PaletteEntry& part : catalogue.palette) {
    if (part.id == node.type) type = static_cast<int>(types.size());
    types.push_back(part.name);
  }
  flow.Next(columns.choice);
  if (DrawCombo(context, "Type", types, columns.choice, &type)) {
    node.type =
        type == 0 ? std::string() : catalogue.palette[static_cast<std::size_t>(type - 1)].id;
    UpdateAs(&document, "type", node);
  }
  flow.Next(columns.text);
  if (DrawField(context, "Name", columns.text, "Name, if it has one", node.label, fresh,
                &state->inspector.name)) {
    node.label = state->inspector.name.text.Text();
    UpdateAs(&document, "label", node);
  }
  const float spare = size.x - 2 * context.theme.size.small;
  const bool one_row = columns.choice * 3 + columns.text * 2 < spare;
  flow.Next(columns.choice);
  int shape = static_cast<int>(node.shape);
  static const std::vector<std::string> kShapes = [] {
    std::vector<std::string> names;
    for (const BoardShape s : interview::kBoardShapes) names.push_back(Capital(ToString(s)));
    return names;
  }();
  if (DrawCombo(context, "Shape", kShapes, columns.choice, &shape)) {
    node.shape = interview::kBoardShapes[static_cast<std::size_t>(shape)];
    UpdateAs(&document, "shape", node);
  }
  const float rest = one_row ? columns.text : spare - columns.choice - context.theme.size.small;
  flow.Next(rest);
  if (DrawField(context, "Note", rest, "Why, how large, what may fail", node.note, fresh,
                &state->inspector.note)) {
    node.note = state->inspector.note.text.Text();
    UpdateAs(&document, "note", node);
  }
  flow.Next(columns.choice);
  DrawColor(context, state, node.color, columns.choice);
}

void DrawEdge(FrameContext& context, BoardState* state, const BoardEdge& shown, ImVec2 size,
              bool fresh) {
  const Metrics& m = context.theme.size;
  BoardDocument& document = state->canvas.document;
  BoardEdge edge = shown;
  const Columns columns = ColumnsFor(m, size.x);
  Flow flow(m, size);
  const float wide = size.x - 2 * m.small - 2 * columns.choice - 2 * m.small;
  flow.Next(wide);
  if (DrawField(context, "What flows", wide, "What flows: requests, features, labels…", edge.label,
                fresh, &state->inspector.name)) {
    edge.label = state->inspector.name.text.Text();
    UpdateAs(&document, "label", edge);
  }
  static const std::vector<std::string> kHeads = {"Arrow at the end", "No arrow",
                                                  "Arrow at the start", "Both ways"};
  flow.Next(columns.choice);
  int heads = static_cast<int>(edge.heads);
  if (DrawCombo(context, "Arrow", kHeads, columns.choice, &heads)) {
    edge.heads = static_cast<interview::ArrowHeads>(heads);
    UpdateAs(&document, "heads", edge);
  }
  static const std::vector<std::string> kLines = {"Solid line", "Dashed line", "Thick line"};
  flow.Next(columns.choice);
  int line = static_cast<int>(edge.line);
  if (DrawCombo(context, "Line", kLines, columns.choice, &line)) {
    edge.line = static_cast<interview::LineStyle>(line);
    UpdateAs(&document, "line", edge);
  }
  flow.Next(columns.choice);
  DrawColor(context, state, edge.color, columns.choice);
  const ButtonOptions reverse;
  flow.Next(ButtonSize(context, "Turn round", reverse).x);
  if (DrawButton(context, "Turn round", reverse)) {
    std::swap(edge.from, edge.to);
    std::swap(edge.from_side, edge.to_side);
    UpdateAs(&document, "turn", edge);
  }
}

void DrawSeveral(FrameContext& context, BoardState* state, ImVec2 size) {
  const Metrics& m = context.theme.size;
  WhiteboardState& canvas = state->canvas;
  const float width = m.form_label_width * 0.8f;
  Flow flow(m, size);
  static const std::vector<std::string> kOrders = {
      "Align…",  "Left edges",   "Centres",         "Right edges",     "Top edges",
      "Middles", "Bottom edges", "Spread sideways", "Spread downwards"};
  const BoardIds nodes = SelectedNodes(canvas);
  flow.Next(width);
  int order = 0;
  if (DrawCombo(context, "Align", kOrders, width, &order)) {
    constexpr int kSides = 6;
    if (order <= kSides) {
      canvas.document.Align(nodes, static_cast<BoardAlign>(order - 1));
    } else {
      canvas.document.Distribute(
          nodes, order == kSides + 1 ? BoardAxis::kHorizontal : BoardAxis::kVertical);
    }
  }
  flow.Next(width);
  DrawColor(context, state, "", width);
  const auto button = [&](const char* label, std::string_view key) {
    const ButtonOptions options{.shortcut = key};
    flow.Next(ButtonSize(context, label, options).x);
    return DrawButton(context, label, options);
  };
  if (button("Group", "Ctrl+G")) GroupSelection(&canvas);
  const bool grouped = std::any_of(nodes.begin(), nodes.end(), [&](const std::string& id) {
    return !canvas.document.FindNode(id)->group.empty();
  });
  if (grouped && button("Ungroup", "Ctrl+Shift+G")) UngroupSelection(&canvas);
  if (button("Frame", "F")) FrameSelection(&canvas);
  if (button("Delete", "Delete")) DeleteSelection(&canvas);
}

}  // namespace

float InspectorHeight(const FrameContext& context, const BoardState& state, float width) {
  const Metrics& m = context.theme.size;
  const WhiteboardState& canvas = state.canvas;
  const std::string sole = SoleSelection(canvas);
  const bool node = canvas.document.FindNode(sole) != nullptr;
  const bool edge = canvas.document.FindEdge(sole) != nullptr;
  if (!node && !edge && SelectedNodes(canvas).size() < 2) return 0;
  const bool wide = width > 3 * m.dialog_width / 2 + m.form_label_width;
  const float rows = wide && !edge ? 1 : 2;
  return rows * (m.control_height + m.small) + m.small;
}

void DrawInspector(FrameContext& context, const interview::Catalogue& catalogue, BoardState* state,
                   ImVec2 size) {
  BeginChildWindow("inspector", size, ChildFrame::kNone,
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoScrollbar);
  WhiteboardState& canvas = state->canvas;
  const std::string sole = SoleSelection(canvas);
  const bool fresh = state->inspector.id != sole;
  state->inspector.id = sole;
  if (const BoardNode* node = canvas.document.FindNode(sole)) {
    DrawNode(context, catalogue, state, *node, size, fresh);
  } else if (const BoardEdge* edge = canvas.document.FindEdge(sole)) {
    DrawEdge(context, state, *edge, size, fresh);
  } else {
    DrawSeveral(context, state, size);
  }
  ImGui::EndChild();
}

}  // namespace app
