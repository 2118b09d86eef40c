// The about screen.
#include "app/ui/screens/about_screen.h"

#include <algorithm>

#include "app/core/about.h"
#include "app/ui/screens/page.h"
#include "app/ui/widgets/card.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using Checks = std::vector<DoctorCheck>;

Color StatusColor(const Palette& color, DoctorCheck::Status status) {
  switch (status) {
    case DoctorCheck::Status::kPass:
      return color.good;
    case DoctorCheck::Status::kCaution:
      return color.warning;
    case DoctorCheck::Status::kFail:
      return color.bad;
  }
  return color.muted;
}

void DrawCheck(FrameContext& context, const DoctorCheck& check) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float middle = at.y + theme.font.ui.px * m.prose_leading / 2;
  const Icon icon = check.status == DoctorCheck::Status::kPass      ? Icon::kCheck
                    : check.status == DoctorCheck::Status::kCaution ? Icon::kDash
                                                                    : Icon::kCross;
  DrawIcon(ImGui::GetWindowDrawList(), icon, ImVec2(at.x + m.small, middle), m.medium,
           StatusColor(theme.color, check.status));
  const float indent = m.large + m.small;
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + indent);
  Paragraph(context, theme.font.ui, theme.color.body, check.name + ": " + check.message);
  if (check.remedy.empty()) return;
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + indent);
  Paragraph(context, theme.font.code_small, theme.color.text, check.remedy);
  Gap(m.tiny);
}

void DrawMachine(FrameContext& context, const AppState& app) {
  const Card card(context);
  Text(context, context.theme.font.heading, context.theme.color.text, "This machine");
  Gap(context.theme.size.medium);
  const bool pending = app.doctor.state == Pending<Checks>::State::kPending;
  DrawPending(context, app.doctor,
              {"Not examined yet.", "Looking at compilers, Python and the sandbox"},
              [&](const Checks& checks) {
                for (const DoctorCheck& check : checks) DrawCheck(context, check);
              });
  Gap(context.theme.size.medium);
  if (DrawButton(context, "Examine again", {.enabled = !pending})) {
    context.Emit(command::RunDoctor{});
  }
  ImGui::SameLine();
  if (DrawButton(context, "Copy the report", {.enabled = app.doctor.value.has_value()})) {
    ImGui::SetClipboardText(MachineReport(*app.doctor.value).c_str());
    context.Emit(command::Tell{command::Tell::Kind::kInfo, "The report is on the clipboard."});
  }
}

void DrawComponents(FrameContext& context) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const Card card(context);
  Text(context, theme.font.heading, theme.color.text, "What it stands on");
  Gap(m.medium);
  float names = 0, licences = 0;  // as wide as the widest of a column
  for (const Component& component : Components()) {
    names = std::max(names, TextSize(theme.font.ui, component.name).x + m.large);
    licences = std::max(licences, TextSize(theme.font.ui, component.licence).x + m.large);
  }
  for (const Component& component : Components()) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - names - licences;
    ImDrawList* list = ImGui::GetWindowDrawList();
    DrawText(theme, list, theme.font.ui, ImVec2(at.x + names, at.y), theme.color.muted,
             component.licence);
    DrawText(theme, list, theme.font.ui, ImVec2(at.x + names + licences, at.y), theme.color.muted,
             Shortened(theme.font.ui, component.use, width));
    Text(context, theme.font.ui, theme.color.body, component.name);
  }
}

}  // namespace

void DrawAboutScreen(FrameContext& context, const AppState& app) {
  const Theme& theme = context.theme;
  if (app.doctor.state == Pending<Checks>::State::kNotAsked) context.Emit(command::RunDoctor{});
  BeginPage(context, app, "About", theme.size.narrow_page_width);
  PageTitle(context, "Onsite " + std::string(Version()),
            "Interviews for machine-learning engineers, rehearsed alone and offline. Free software "
            "under the MIT licence.");
  if (DrawButton(context, "Take the tour")) context.wanted = ActionId::kTour;
  ImGui::SameLine();
  if (DrawButton(context, "Keyboard shortcuts", {.action = ActionId::kShortcuts})) {
    context.wanted = ActionId::kShortcuts;
  }
  Gap(theme.size.medium);
  DrawMachine(context, app);
  Gap(theme.size.gap);
  DrawComponents(context);
  EndPage(context);
}

}  // namespace app
