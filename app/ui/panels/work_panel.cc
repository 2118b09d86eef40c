// The tabs in the middle of the room: editor, notes, tests, prose, whiteboard.
#include "app/ui/panels/work_panel.h"

#include <algorithm>

#include "app/ui/panels/code_panel.h"
#include "app/ui/panels/prose_panel.h"
#include "app/ui/panels/save_mark.h"
#include "app/ui/panels/whiteboard_panel.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/layout.h"
#include "interview/model/language.h"

namespace app {
namespace {

using interview::kLanguages;
using interview::Language;

enum class Tab { kCode, kNotes, kTests, kBoard, kEstimates, kAsked };

std::string FileName(Language language) {
  return "solution." + std::string(interview::InfoOf(language).extension);
}

std::string PhaseTitle(const RoomView& room) {
  const auto phase = static_cast<std::size_t>(room.record.phase);
  return phase < room.plan.phases.size() ? room.plan.phases[phase].title : "round";
}

struct TabList {
  std::vector<Tab> tabs;
  std::vector<std::string> labels;  // with a stable id after "##"
};

TabList TabsOf(const RoomView& room, const RoomState& state) {
  TabList list;
  const auto add = [&](Tab tab, std::string label) {
    list.tabs.push_back(tab);
    list.labels.push_back(std::move(label));
  };
  if (room.is_code()) add(Tab::kCode, FileName(room.language()) + "###code");
  add(Tab::kNotes, room.is_code() ? "Notes##notes" : "Answer##notes");
  if (room.is_code()) add(Tab::kTests, "My tests##tests");
  if (room.is_design()) {
    add(Tab::kBoard, "Whiteboard##board");
    add(Tab::kEstimates, "Estimates##estimates");
  }
  if (!room.is_concepts() && !room.work.asked.empty()) {
    const bool fresh = room.work.asked.size() > state.asked_seen;
    add(Tab::kAsked,
        "Questions " + std::to_string(room.work.asked.size()) + (fresh ? " •" : "") + "###asked");
  }
  return list;
}

float LanguageWidth(const FrameContext& context, const RoomView& room) {
  const Metrics& m = context.theme.size;
  return room.plan.kind == interview::RoundKind::kCoding ? m.form_label_width * 0.7f + m.small : 0;
}

// Beside the language, where the tabs leave room; Ctrl+Shift+E does the same. Returns where it
// begins.
float DrawEditOutside(FrameContext& context, const RoomView& room, RoomState* state, float width) {
  const Metrics& m = context.theme.size;
  const float combo = LanguageWidth(context, room);
  if (room.read_only || width < 4 * m.form_label_width) return width - combo;
  const ButtonOptions options{.style = ButtonStyle::kQuiet,
                              .size = ImVec2(0, m.small_control_height),
                              .shortcut = "Ctrl+Shift+E"};
  const float left = width - combo - ButtonSize(context, "Edit in $EDITOR", options).x - m.small;
  ImGui::SetCursorPos(ImVec2(left, (m.panel_header - m.small_control_height) / 2));
  if (DrawButton(context, "Edit in $EDITOR", options)) EditCodeOutside(context, room, state);
  return left;
}

void DrawLanguage(FrameContext& context, const RoomView& room, RoomState* state, float width) {
  if (room.plan.kind != interview::RoundKind::kCoding || room.read_only) return;
  const Metrics& m = context.theme.size;
  std::vector<std::string> names;
  int chosen = 0;
  for (std::size_t i = 0; i < kLanguages.size(); ++i) {
    names.emplace_back(interview::DisplayName(kLanguages[i]));
    if (kLanguages[i] == room.language()) chosen = static_cast<int>(i);
  }
  const float combo = m.form_label_width * 0.7f;
  ImGui::SetCursorPos(ImVec2(width - combo - m.small, (m.panel_header - m.control_height) / 2));
  if (DrawCombo(context, "Language", names, combo, &chosen)) {
    EmitAct(context, state,
            interview::event::LanguageChosen{kLanguages[static_cast<std::size_t>(chosen)]});
  }
}

void DrawOwnTests(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  BeginScroll(context, "tests", size, ImVec2(m.large, m.medium));
  Paragraph(
      context, theme.font.small, theme.color.muted,
      "One test a line; they are run against the reference and against wrong solutions, and count "
      "for testing. Example: {\"args\": [[3, 1], 4], \"expected\": [0, 1]}");
  if (!room.work.tests_problem.empty()) {
    Paragraph(context, theme.font.small, theme.color.warning, room.work.tests_problem);
  }
  const float height = ImGui::GetContentRegionAvail().y - m.medium;
  DrawTestsEditor(context, room, state,
                  ImVec2(size.x - 2 * m.large, std::max(height, m.card_height)));
  EndScroll();
}

Tab TabOf(const std::optional<interview::TextField>& field) {
  using Kind = interview::TextField::Kind;
  if (!field) return Tab::kBoard;
  switch (field->kind) {
    case Kind::kCode:
      return Tab::kCode;
    case Kind::kProse:
      return Tab::kNotes;
    case Kind::kEstimate:
      return Tab::kEstimates;
    case Kind::kFollowUp:
      return Tab::kAsked;
    case Kind::kTests:
      return Tab::kTests;
  }
  return Tab::kNotes;
}

}  // namespace

void ShowWork(const RoomView& room, const std::optional<interview::TextField>& field,
              RoomState* state) {
  const TabList list = TabsOf(room, *state);
  const auto found = std::find(list.tabs.begin(), list.tabs.end(), TabOf(field));
  if (found != list.tabs.end()) state->work_tab = static_cast<int>(found - list.tabs.begin());
}

void DrawWorkPanel(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  BeginPanel(context, "Work", size);
  const TabList list = TabsOf(room, *state);
  const int count = static_cast<int>(list.tabs.size());
  state->work_tab = std::min(state->work_tab, count - 1);
  const Tab tab = list.tabs[static_cast<std::size_t>(state->work_tab)];
  const ImVec2 origin = ImGui::GetWindowPos();
  if (tab == Tab::kCode) {
    ImGui::GetWindowDrawList()->AddRectFilled(
        ImVec2(origin.x + m.hair, origin.y + m.panel_header),
        ImVec2(origin.x + size.x - m.hair, origin.y + size.y - m.hair), theme.color.editor,
        m.radius_panel, ImDrawFlags_RoundCornersBottom);
  }
  ImGui::SetCursorPos(ImVec2(m.small, m.hair));
  DrawTabs(context, list.labels, m.panel_header - m.line, &state->work_tab);
  const float tabs = ImGui::GetItemRectMax().x - origin.x;
  const float acts = tab == Tab::kCode ? DrawEditOutside(context, room, state, size.x)
                                       : size.x - LanguageWidth(context, room);
  const bool held = tab == Tab::kBoard && state->board.changed_at.has_value();
  if (!room.read_only) {
    DrawSaveMark(context, SaveStateOf(*room.app.running, held), tabs + m.small, acts - m.medium,
                 m.panel_header / 2);
  }
  DrawLanguage(context, room, state, size.x);
  DrawHeaderLine(context, m.panel_header - m.hair);
  ImGui::SetCursorPos(ImVec2(m.hair, m.panel_header));
  const ImVec2 inner(size.x - 2 * m.hair, size.y - m.panel_header - 2 * m.hair);
  switch (tab) {
    case Tab::kCode:
      DrawCodePanel(context, room, state, inner);
      break;
    case Tab::kNotes:
      if (room.is_concepts()) {
        DrawConceptAnswer(context, room, state, inner);
      } else {
        DrawNotes(context, room, state, inner, PhaseTitle(room));
      }
      break;
    case Tab::kTests:
      DrawOwnTests(context, room, state, inner);
      break;
    case Tab::kBoard:
      DrawWhiteboard(context, room, state, inner);
      break;
    case Tab::kEstimates:
      DrawEstimates(context, room, state, inner);
      break;
    case Tab::kAsked:
      state->asked_seen = room.work.asked.size();
      DrawAsked(context, room, state, inner);
      break;
  }
  EndPanel(context);
}

}  // namespace app
