// The recorded items and their dump.
#include "app/ui/widgets/ui_tree.h"

#include <cstdio>

namespace app {
namespace {

void AppendQuoted(std::string_view text, std::string* out) {
  *out += '"';
  for (const char c : text) {
    if (c == '\n') {
      *out += "\\n";
    } else if (c == '"' || c == '\\') {
      *out += '\\';
      *out += c;
    } else {
      *out += c;
    }
  }
  *out += '"';
}

}  // namespace

void UiTree::BeginFrame() {
  if (reporting_) report_ = Dump();
  reporting_ = std::exchange(report_requested_, false);
  nodes_.clear();
  depth_ = 0;
}

void UiTree::Add(UiNode node) {
  if (!recording()) return;
  const ImGuiWindow& window = *ImGui::GetCurrentWindow();
  ImRect shown(node.min, node.max);
  shown.ClipWith(window.ClipRect);
  node.visible = shown.GetWidth() >= 1 && shown.GetHeight() >= 1 && !window.SkipItems;
  if (node.visible) {
    node.min = shown.Min;
    node.max = shown.Max;
  }
  node.depth = depth_;
  if (!scroll_to_.empty() && scroll_to_ == node.label) {
    const float middle = (node.min.y + node.max.y) / 2 - window.Pos.y;
    ImGui::SetScrollFromPosY(middle, 0.5f);
    scroll_to_.clear();
  }
  nodes_.push_back(std::move(node));
}

void UiTree::Open(std::string_view role, std::string_view label, ImVec2 min, ImVec2 max) {
  Add({.role = std::string(role),
       .label = std::string(VisibleLabel(label)),
       .value = {},
       .min = min,
       .max = max});
  ++depth_;
}

void UiTree::Close() { --depth_; }

std::string UiTree::Dump() const {
  std::string out;
  for (const UiNode& node : nodes_) {
    out.append(static_cast<std::size_t>(node.depth) * 2, ' ');
    out += node.role;
    out += ' ';
    AppendQuoted(node.label, &out);
    if (!node.value.empty()) {
      out += " = ";
      AppendQuoted(node.value, &out);
    }
    if (node.on) out += " [on]";
    if (!node.enabled) out += " [disabled]";
    if (node.focused) out += " [focus]";
    if (!node.visible) out += " [offscreen]";
    char place[96];
    std::snprintf(place, sizeof place, " @%.0f,%.0f %.0fx%.0f\n", static_cast<double>(node.min.x),
                  static_cast<double>(node.min.y), static_cast<double>(node.max.x - node.min.x),
                  static_cast<double>(node.max.y - node.min.y));
    out += place;
  }
  return out;
}

std::string_view VisibleLabel(std::string_view label) { return label.substr(0, label.find("##")); }

}  // namespace app
