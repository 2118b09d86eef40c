// The window's place from and to JSON, and whether it can still be reached.
#include "app/core/window_state.h"

#include <algorithm>

#include "interview/base/files.h"
#include "interview/base/json.h"

namespace app {
namespace {

using interview::Json;
using interview::JsonReader;

constexpr int kFarthest = 100'000;  // pixels; beyond lies a damaged file
constexpr int kGraspWidth = 120, kGraspHeight = 24;

int Pixels(JsonReader* reader, const char* key, int fallback, int low) {
  const int value = reader->IntOr(key, fallback);
  if (value < low || value > kFarthest) {
    reader->Complain(key, "must be from " + std::to_string(low) + " to " +
                              std::to_string(kFarthest) + " pixels.");
    return fallback;
  }
  return value;
}

// The length that `a` and `b` share, each from its start for its length.
int Overlap(int a, int a_length, int b, int b_length) {
  return std::min(a + a_length, b + b_length) - std::max(a, b);
}

bool CanBeGrasped(const ScreenArea& screen, WindowPosition at, int width) {
  return Overlap(at.x, width, screen.x, screen.width) >= kGraspWidth &&
         Overlap(at.y, kGraspHeight, screen.y, screen.height) >= kGraspHeight;
}

}  // namespace

interview::Result<WindowState> LoadWindowState(const std::filesystem::path& path) {
  WindowState state;
  const interview::Result<std::string> text = interview::ReadFile(path);
  if (!text) {
    if (text.error().code == interview::ErrorCode::kNotFound) return state;
    return Forward(text);
  }
  const interview::Result<Json> json = interview::ParseJson(*text, path.string());
  if (!json) return Forward(json);
  JsonReader reader(*json, path.string());
  state.width = Pixels(&reader, "width", state.width, 1);
  state.height = Pixels(&reader, "height", state.height, 1);
  if (reader.Has("x") || reader.Has("y")) {
    state.position =
        WindowPosition{Pixels(&reader, "x", 0, -kFarthest), Pixels(&reader, "y", 0, -kFarthest)};
  }
  state.maximized = reader.BoolOr("maximized", false);
  JsonReader panels(reader.ObjectOr("panels"), reader.Path("panels"));
  state.panels.statement_width = static_cast<float>(Pixels(&panels, "statement_width", 0, 0));
  state.panels.conversation_width = static_cast<float>(Pixels(&panels, "conversation_width", 0, 0));
  state.panels.console_height = static_cast<float>(Pixels(&panels, "console_height", 0, 0));
  panels.Complaints();
  reader.Absorb(panels);
  if (interview::Status s = reader.Finish(); !s) return Forward(s);
  return state;
}

interview::Status SaveWindowState(const WindowState& state, const std::filesystem::path& path) {
  const PanelSizes& panels = state.panels;
  Json json = {{"width", state.width}, {"height", state.height}, {"maximized", state.maximized}};
  if (state.position) {
    json["x"] = state.position->x;
    json["y"] = state.position->y;
  }
  json["panels"] = {{"statement_width", static_cast<int>(panels.statement_width)},
                    {"conversation_width", static_cast<int>(panels.conversation_width)},
                    {"console_height", static_cast<int>(panels.console_height)}};
  return interview::WriteFileAtomically(path, interview::DumpJson(json, 2) + "\n");
}

void FitToScreens(const std::vector<ScreenArea>& screens, double scale, WindowState* state) {
  if (screens.empty()) return;
  int widest = 0, highest = 0;
  for (const ScreenArea& screen : screens) {
    widest = std::max(widest, static_cast<int>(screen.width / scale));
    highest = std::max(highest, static_cast<int>(screen.height / scale));
  }
  state->width = std::max(std::min(state->width, widest), kLeastWindowWidth);
  state->height = std::max(std::min(state->height, highest), kLeastWindowHeight);
  if (!state->position) return;
  const int width = static_cast<int>(state->width * scale);
  const bool reachable = std::any_of(screens.begin(), screens.end(), [&](const ScreenArea& screen) {
    return CanBeGrasped(screen, *state->position, width);
  });
  if (!reachable) state->position.reset();
}

}  // namespace app
