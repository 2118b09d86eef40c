// The debug menu.
#include "app/ui/debug_menu.h"

#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/layout.h"

namespace app {

void DrawDebugMenu(FrameContext& context, DebugMenuState* state) {
  if (state->copy_tree && context.tree.recording()) {
    state->copy_tree = false;
    ImGui::SetClipboardText(context.tree.Dump().c_str());
    if (state->stop_recording) context.tree.set_recording(false);
  }
  if (state->demo) ImGui::ShowDemoWindow(&state->demo);
  if (state->metrics) ImGui::ShowMetricsWindow(&state->metrics);
  if (!state->open) return;
  const Metrics& m = context.theme.size;
  ImGui::SetNextWindowPos(ImVec2(m.large, ImGui::GetIO().DisplaySize.y - m.large), ImGuiCond_Always,
                          ImVec2(0, 1));
  ImGui::PushStyleColor(ImGuiCol_WindowBg, context.theme.color.raised);
  ImGui::Begin("Debug menu", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize |
                   ImGuiWindowFlags_NoFocusOnAppearing);
  const ImVec2 min = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
  context.tree.Open("panel", "Debug menu", min, ImVec2(min.x + size.x, min.y + size.y));
  context.focus.BeginPanel("Debug menu");
  DrawCheckbox(context, "Toolkit demo", &state->demo);
  DrawCheckbox(context, "Toolkit metrics", &state->metrics);
  if (DrawButton(context, "Gallery of the widgets##debug", {.style = ButtonStyle::kQuiet})) {
    context.Emit(command::Navigate{Route::kGallery});
  }
  if (DrawButton(context, "Copy the tree of the screen", {.style = ButtonStyle::kQuiet})) {
    state->stop_recording = !context.tree.recording();
    context.tree.set_recording(true);
    state->copy_tree = true;
  }
  if (DrawButton(context, "Close##debug")) state->open = false;
  context.focus.EndPanel();
  context.tree.Close();
  ImGui::End();
  ImGui::PopStyleColor();
}

}  // namespace app
