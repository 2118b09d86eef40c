// The frame of every page but the room: navigation and a column.
#include "app/ui/screens/page.h"

#include <algorithm>
#include <array>

#include "app/ui/format.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

struct Destination {
  const char* label;
  Route route;
};
constexpr std::array kDestinations = {
    Destination{"Home", Route::kHome},         Destination{"Library", Route::kLibrary},
    Destination{"History", Route::kHistory},   Destination{"Progress", Route::kProgress},
    Destination{"Settings", Route::kSettings}, Destination{"About", Route::kAbout}};

Route TabOf(Route route) {
  switch (route) {
    case Route::kDebrief:
    case Route::kTranscript:
    case Route::kReplay:
    case Route::kHistory:
      return Route::kHistory;
    case Route::kLibrary:
    case Route::kProgress:
    case Route::kSettings:
    case Route::kAbout:
      return route;
    default:
      return Route::kHome;
  }
}

// At the right end: the palette, and the way back to a session that runs.
void DrawBarButtons(FrameContext& context, const AppState& app) {
  const Metrics& m = context.theme.size;
  const float top = (m.top_bar - m.control_height) / 2;
  float right = ImGui::GetWindowWidth() - m.large;
  if (app.running && app.route != Route::kRoom) {
    const ButtonOptions options{.style = ButtonStyle::kPrimary, .icon = Icon::kPlay};
    right -= ButtonSize(context, "Back to the room", options).x;
    ImGui::SetCursorPos(ImVec2(right, top));
    if (DrawButton(context, "Back to the room", options)) {
      context.Emit(command::ResumeSession{app.running->id});
    }
    right -= m.small;
  }
  const std::string key = context.KeyText(ActionId::kPalette);
  const std::string label = "Find an action" + (key.empty() ? "" : "   " + key) + "###palette";
  const ButtonOptions options{.icon = Icon::kSearch};
  right -= ButtonSize(context, label.c_str(), options).x;
  ImGui::SetCursorPos(ImVec2(right, top));
  if (DrawButton(context, label.c_str(), options)) context.wanted = ActionId::kPalette;
  context.marks.push_back({"palette", ImGui::GetItemRectMin(), ImGui::GetItemRectMax()});
}

void DrawBar(FrameContext& context, const AppState& app) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 origin = ImGui::GetWindowPos();
  const float logo = m.top_bar - 2 * m.medium - m.line;
  const ImVec2 corner(origin.x + m.large, origin.y + (m.top_bar - logo) / 2);
  list->AddRectFilled(corner, ImVec2(corner.x + logo, corner.y + logo), theme.color.accent,
                      m.radius_panel - m.hair);
  DrawIcon(list, Icon::kLogo, ImVec2(corner.x + logo / 2, corner.y + logo / 2), logo * 0.6f,
           theme.color.on_accent);
  DrawText(theme, list, theme.font.heading,
           ImVec2(corner.x + logo + m.medium, origin.y + (m.top_bar - theme.font.heading.px) / 2),
           theme.color.text, "Onsite");

  context.focus.BeginPanel("Navigation");
  ImGui::SetCursorPos(ImVec2(m.form_label_width - m.large, 0));
  std::vector<std::string> labels;
  int chosen = 0;
  for (std::size_t i = 0; i < kDestinations.size(); ++i) {
    labels.emplace_back(kDestinations[i].label);
    if (kDestinations[i].route == TabOf(app.route)) chosen = static_cast<int>(i);
  }
  const ImVec2 tabs = ImGui::GetCursorScreenPos();
  if (DrawTabs(context, labels, m.top_bar - m.hair, &chosen)) {
    context.Emit(command::Navigate{kDestinations[static_cast<std::size_t>(chosen)].route});
  }
  context.marks.push_back({"navigation", tabs, ImGui::GetItemRectMax()});
  DrawBarButtons(context, app);
  context.focus.EndPanel();
  DrawHeaderLine(context, m.top_bar - m.hair);
}

}  // namespace

void BeginPage(FrameContext& context, const AppState& app, const char* name, float width) {
  const Metrics& m = context.theme.size;
  BeginScreen(context, name);
  DrawBar(context, app);
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const float column = std::min(width, display.x - 2 * m.huge);
  ImGui::SetCursorPos(ImVec2(0, m.top_bar));
  BeginScroll(context, "page", ImVec2(display.x, display.y - m.top_bar),
              ImVec2((display.x - column) / 2, m.huge));
  if (ImGui::IsWindowAppearing()) ImGui::SetScrollY(0);  // the screen is back with other content
  context.focus.BeginPanel("Page");
  ImGui::BeginGroup();
}

void EndPage(FrameContext& context) {
  ImGui::EndGroup();
  Gap(context.theme.size.huge);
  context.focus.EndPanel();
  EndScroll();
  EndScreen(context);
}

void PageTitle(FrameContext& context, std::string_view title, std::string_view sentence) {
  const Theme& theme = context.theme;
  Text(context, theme.font.title, theme.color.text, title);
  if (!sentence.empty()) {
    Gap(theme.size.tiny);
    Paragraph(context, theme.font.ui, theme.color.muted, sentence);
  }
  Gap(theme.size.large);
}

bool PageTabs(FrameContext& context, std::span<const std::string> labels, int* chosen) {
  const Metrics& m = context.theme.size;
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() - m.tab_padding);
  const bool pressed = DrawTabs(context, labels, m.panel_header, chosen);
  Gap(0);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  ImGui::GetWindowDrawList()->AddRectFilled(ImVec2(at.x, at.y - m.hair), ImVec2(at.x + width, at.y),
                                            context.theme.color.border);
  Gap(m.large);
  return pressed;
}

void FieldLabel(FrameContext& context, std::string_view label) {
  const Theme& theme = context.theme;
  DrawText(theme, ImGui::GetWindowDrawList(), theme.font.small_medium, ImGui::GetCursorScreenPos(),
           theme.color.muted, label);
  ImGui::Dummy(TextSize(theme.font.small_medium, label));
  Gap(theme.size.tiny);
}

void DrawFact(FrameContext& context, std::string_view name, std::string_view value) {
  const Theme& theme = context.theme;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float name_width = TextSize(theme.font.ui, name).x + theme.size.large;
  Text(context, theme.font.ui, theme.color.muted, name);
  if (TextSize(theme.font.ui, value).x <= width - name_width) {
    ImGui::SetCursorScreenPos(ImVec2(at.x + width - TextSize(theme.font.ui, value).x, at.y));
    Text(context, theme.font.ui, theme.color.text, value);
  } else {
    ImGui::SetCursorScreenPos(ImVec2(at.x + name_width, at.y));
    Paragraph(context, theme.font.ui, theme.color.text, value, width - name_width);
  }
}

}  // namespace app
