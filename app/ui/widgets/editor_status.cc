// The parts of the status line and their places.
#include "app/ui/widgets/editor_status.h"

#include <algorithm>
#include <cmath>

#include "app/ui/draw.h"

namespace app {
namespace {

std::size_t Characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

}  // namespace

std::vector<std::string> StatusParts(const TextBuffer& text, const EditorStatus& status) {
  const TextPosition caret = text.caret();
  std::vector<std::string> parts = {"Ln " + std::to_string(caret.line + 1) + ", Col " +
                                    std::to_string(text.VisualColumn(caret) + 1)};
  if (text.selections().size() > 1) {
    parts.push_back(std::to_string(text.selections().size()) + " carets");
  } else if (text.HasSelection()) {
    parts.push_back(std::to_string(Characters(text.SelectedText())) + " selected");
  }
  const Indentation& indentation = text.indentation();
  parts.push_back((indentation.tabs ? "Tabs: " : "Spaces: ") + std::to_string(indentation.width));
  if (!status.language.empty()) parts.emplace_back(status.language);
  if (!status.assist.empty()) parts.push_back("Editor: " + std::string(status.assist));
  return parts;
}

float EditorStatusHeight(const FrameContext& context) {
  return std::round(context.theme.font.small.px + 2 * context.theme.size.small);
}

void DrawEditorStatus(FrameContext& context, float width, const TextBuffer& text,
                      const EditorStatus& status) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const ImVec2 min = ImGui::GetCursorScreenPos();
  const ImVec2 max(min.x + width, min.y + EditorStatusHeight(context));
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(min, max, theme.color.panel);
  list->AddLine(min, ImVec2(max.x, min.y), theme.color.border, m.hair);
  const float y = std::round((min.y + max.y - theme.font.small.px) / 2);
  const float message_width =
      status.message.empty() ? 0 : TextSize(theme.font.code_small, status.message).x + m.large;
  std::string value(status.message);
  float x = max.x - m.medium;
  std::vector<std::string> parts = StatusParts(text, status);
  float needed = 0;
  std::size_t shown = 0;
  for (; shown < parts.size(); ++shown) {
    needed += TextSize(theme.font.small, parts[shown]).x + m.large;
    if (shown > 0 && needed + message_width + m.medium > width) break;
  }
  parts.resize(shown);
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
    x -= TextSize(theme.font.small, *part).x;
    DrawText(theme, list, theme.font.small, ImVec2(x, y), theme.color.muted, *part);
    x -= m.large;
  }
  if (!status.message.empty()) {
    DrawText(theme, list, theme.font.code_small, ImVec2(min.x + m.medium, y),
             status.message_is_error ? theme.color.bad : theme.color.text,
             Shortened(theme.font.code_small, status.message, x - min.x - m.medium));
  }
  for (const std::string& part : parts) value += (value.empty() ? "" : " · ") + part;
  context.tree.Add(
      {.role = "status", .label = "Editor status", .value = value, .min = min, .max = max});
  ImGui::Dummy(ImVec2(width, max.y - min.y));
}

}  // namespace app
