// The error dialog and its report.
#include "app/ui/error_dialog.h"

#include "app/core/about.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

constexpr char kDialog[] = "Something went wrong";

void Copy(FrameContext& context, ErrorDialogState* state) {
  const std::string screen = state->with_screen ? context.tree.Dump() : std::string();
  ImGui::SetClipboardText(ErrorReport(*state->notice, screen).c_str());
  if (state->stop_recording) context.tree.set_recording(false);
  state->stop_recording = state->copy = false;
  context.Emit(command::Tell{command::Tell::Kind::kInfo, "The details are on the clipboard."});
}

}  // namespace

std::string ErrorReport(const Notice& notice, const std::string& screen) {
  std::string report = "Onsite " + std::string(Version()) + "\n" + notice.text + "\n";
  if (!notice.detail.empty()) report += "\n" + notice.detail + "\n";
  if (!screen.empty()) report += "\nThe screen:\n" + screen;
  return report;
}

void DrawErrorDialog(FrameContext& context, ErrorDialogState* state) {
  if (!state->notice) return;
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  // The whole frame must have been recorded, not just what comes after the press.
  if (state->copy && context.tree.recording()) Copy(context, state);
  if (!state->shown) {
    state->detail.text.SetText(state->notice->detail);
    state->with_screen = false;
    ImGui::OpenPopup(kDialog);
  }
  state->shown = BeginDialog(context, kDialog, m.wide_dialog_width);
  if (!state->shown) {
    state->notice.reset();
    return;
  }
  const float width = ImGui::GetContentRegionAvail().x;
  Paragraph(context, theme.font.ui, theme.color.body, state->notice->text, width);
  Gap(m.small);
  DrawTextBox(context, "Details", ImVec2(width, m.card_height), &state->detail,
              {.mode = TextBoxOptions::Mode::kProse, .read_only = true});
  DrawCheckbox(context, "Add what is on the screen (it may hold your answers)",
               &state->with_screen);
  Gap(m.medium);
  if (DrawButton(context, "Copy details", {.style = ButtonStyle::kPrimary})) {
    state->stop_recording = state->with_screen && !context.tree.recording();
    if (state->with_screen) context.tree.set_recording(true);
    state->copy = true;
    if (!state->stop_recording) Copy(context, state);
  }
  ImGui::SameLine();
  if (DrawButton(context, "Close")) ImGui::CloseCurrentPopup();
  EndDialog(context);
}

}  // namespace app
