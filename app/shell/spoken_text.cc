// The words for a node, and what changed since the last frame.
#include "app/shell/spoken_text.h"

#include <algorithm>

namespace app {
namespace {

constexpr std::size_t kBreath = 200;  // bytes of a value that are read

bool IsMessage(const UiNode& node) { return node.role == "toast" || node.role == "dialog"; }

// Where the user types, each key would repeat the whole text.
bool IsTyped(const UiNode& node) { return node.role == "textbox" || node.role == "code"; }

bool IsChoice(const UiNode& node) {
  return node.role == "checkbox" || node.role == "switch" || node.role == "option" ||
         node.role == "tab" || node.role == "chip";
}

std::string RoleInWords(const std::string& role) {
  if (role == "textbox") return "text box";
  if (role == "code") return "code editor";
  if (role == "combo") return "menu";
  if (role == "chip") return "test case";
  return role;
}

std::string Shortened(const std::string& value) {
  if (value.size() <= kBreath) return value;
  std::size_t end = value.find_last_of(" \n", kBreath);
  if (end == std::string::npos || end == 0) {
    end = kBreath;
    while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0) == 0x80) --end;
  }
  const auto lines =
      std::count(value.begin() + static_cast<std::ptrdiff_t>(end), value.end(), '\n');
  return value.substr(0, end) +
         (lines > 0 ? " … and " + std::to_string(lines) + " more lines" : " … and more");
}

void Append(const std::string& part, std::string* text) {
  if (part.empty()) return;
  if (!text->empty()) *text += ", ";
  *text += part;
}

std::string ValueAndState(const UiNode& node) {
  std::string text;
  Append(Shortened(node.value), &text);
  if (IsTyped(node) && node.value.empty()) Append("empty", &text);
  if (node.on) {
    Append(node.role == "checkbox" ? "ticked" : "chosen", &text);
  } else if (IsChoice(node)) {
    Append(node.role == "checkbox" ? "not ticked" : "not chosen", &text);
  }
  if (!node.enabled) Append("not available", &text);
  return text;
}

}  // namespace

std::string SpokenText(const UiNode& node) {
  std::string text = node.label;
  Append(RoleInWords(node.role), &text);
  Append(ValueAndState(node), &text);
  return text;
}

std::string Announcer::Announce(const std::vector<UiNode>& nodes) {
  std::string text;
  std::vector<std::string> messages;
  const UiNode* focused = nullptr;
  for (const UiNode& node : nodes) {
    if (node.focused) focused = &node;
    if (!IsMessage(node)) continue;
    messages.push_back(node.label);
    if (std::find(messages_.begin(), messages_.end(), node.label) == messages_.end()) {
      Append(SpokenText(node), &text);
    }
  }
  messages_ = std::move(messages);
  const std::string name = focused == nullptr ? "" : focused->role + '\n' + focused->label;
  const std::string state = focused == nullptr ? "" : ValueAndState(*focused);
  if (name != focused_) {
    if (focused != nullptr) Append(SpokenText(*focused), &text);
  } else if (focused != nullptr && state != focused_state_ && !IsTyped(*focused)) {
    Append(state, &text);
  }
  focused_ = name;
  focused_state_ = state;
  return text;
}

}  // namespace app
