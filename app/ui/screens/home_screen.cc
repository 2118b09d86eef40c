// The home screen.
#include "app/ui/screens/home_screen.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "app/ui/format.h"
#include "app/ui/panels/study_items.h"
#include "app/ui/screens/page.h"
#include "app/ui/widgets/card.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

constexpr std::size_t kRecentSessions = 4;
constexpr char kFinishDialog[] = "Grade this session as it stands?";

std::string KindCaption(interview::RoundKind kind) {
  switch (kind) {
    case interview::RoundKind::kCoding:
      return "One problem, compiled, run and measured against hidden tests.";
    case interview::RoundKind::kMlCoding:
      return "An algorithm from scratch in NumPy, checked for shapes, gradients and stability.";
    case interview::RoundKind::kConcepts:
      return "Short questions with probes where the answer is thin.";
    case interview::RoundKind::kSystemDesign:
      return "Frame, estimate, draw and defend an ML system.";
  }
  return {};
}

// Cards side by side, as many as fit.
ImVec2 CardSize(const FrameContext& context, int count) {
  const Metrics& m = context.theme.size;
  const float room = ImGui::GetContentRegionAvail().x;
  const int columns =
      std::clamp(static_cast<int>((room + m.gap) / (m.card_width - m.huge + m.gap)), 1, count);
  const float gaps = static_cast<float>(columns - 1) * m.gap;
  return ImVec2((room - gaps) / static_cast<float>(columns), m.card_height);
}

void NextCard(const FrameContext& context, float width) {
  const float right = ImGui::GetItemRectMax().x + context.theme.size.gap + width;
  const float limit = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
  if (right <= limit + 1) ImGui::SameLine(0, context.theme.size.gap);
}

void DrawUnfinishedSession(FrameContext& context, const interview::SessionId& id,
                           const std::string& title, const std::string& when, HomeState* state) {
  const Theme& theme = context.theme;
  ImGui::PushID(id.c_str());
  const ImVec2 start = ImGui::GetCursorPos();
  Text(context, theme.font.subheading, theme.color.text, title);
  Text(context, theme.font.small, theme.color.muted, when);
  const ImVec2 end = ImGui::GetCursorPos();
  ImGui::SetCursorPos(start);
  const ButtonOptions go{.style = ButtonStyle::kPrimary, .icon = Icon::kPlay};
  AlignRight(ButtonSize(context, "Continue", go).x + ButtonSize(context, "Grade as it stands").x +
             theme.size.small);
  if (DrawButton(context, "Grade as it stands")) state->finishing = id;
  ImGui::SameLine();
  if (DrawButton(context, "Continue", go)) context.Emit(command::ResumeSession{id});
  const float controls = start.y + theme.size.control_height + theme.size.small;
  ImGui::SetCursorPos(ImVec2(start.x, std::max(end.y, controls)));
  ImGui::PopID();
}

// The session in the room, and those that were cut off.
void DrawUnfinished(FrameContext& context, const AppState& app, HomeState* state) {
  if (app.unfinished.empty() && !app.running) return;
  Heading(context, "Unfinished");
  const Card card(context);
  if (app.running) {
    DrawUnfinishedSession(context, app.running->id, app.running->session->plan().title,
                          "In progress since " + FormatMoment(app.running->started), state);
  }
  bool is_first = !app.running;
  for (const interview::SessionSummary& session : app.unfinished) {
    if (!std::exchange(is_first, false)) DrawSeparator(context);
    DrawUnfinishedSession(context, session.id, session.title, FormatMoment(session.started), state);
  }
}

void DrawFinishDialog(FrameContext& context, HomeState* state) {
  if (!state->finishing.empty() && !ImGui::IsPopupOpen(kFinishDialog)) {
    ImGui::OpenPopup(kFinishDialog);
  }
  if (!BeginDialog(context, kFinishDialog)) return;
  Paragraph(context, context.theme.font.ui, context.theme.color.muted,
            "What has been answered so far is graded; what is empty counts as not observed.");
  Gap(context.theme.size.medium);
  const bool keep = DrawButton(context, "Keep it");
  ImGui::SameLine();
  const bool grade = DrawButton(context, "Grade it", {.style = ButtonStyle::kPrimary});
  if (grade) context.Emit(command::FinishSession{state->finishing});
  if (keep || grade) ImGui::CloseCurrentPopup();
  if (keep || grade || KeyPressed(Key::kEscape, false)) state->finishing.clear();
  EndDialog(context);
}

void DrawLoops(FrameContext& context, const AppState& app, SetupState* setup) {
  Heading(context, "A whole loop");
  if (app.loops.presets.empty()) {
    DrawEmptyState(context, "No loop presets", "Presets are files in rubrics/loops.");
    return;
  }
  const ImVec2 size = CardSize(context, static_cast<int>(app.loops.presets.size()));
  bool first = true;
  for (const interview::LoopPreset& preset : app.loops.presets) {
    if (!first) NextCard(context, size.x);
    first = false;
    const std::string caption =
        FormatLength(std::chrono::minutes(preset.minutes())) + " · " + preset.summary;
    if (DrawCard(context, preset.title.c_str(), caption, size)) {
      setup->mode = SetupState::Mode::kLoop;
      setup->preset = preset.id;
      context.Emit(command::Navigate{Route::kSetup});
    }
  }
}

void DrawDrills(FrameContext& context, SetupState* setup) {
  Heading(context, "A drill of one round");
  const ImVec2 size = CardSize(context, static_cast<int>(interview::kRoundKinds.size()));
  bool first = true;
  for (const interview::RoundKind kind : interview::kRoundKinds) {
    if (!first) NextCard(context, size.x);
    first = false;
    const std::string label(interview::DisplayName(kind));
    if (DrawCard(context, label.c_str(), KindCaption(kind), size)) {
      setup->mode = SetupState::Mode::kDrill;
      setup->kind = kind;
      setup->question.clear();
      context.Emit(command::Navigate{Route::kSetup});
    }
  }
}

void DrawRecent(FrameContext& context, const AppState& app) {
  Heading(context, "Recently");
  std::vector<const interview::SessionSummary*> recent;
  for (const interview::SessionSummary& session : app.history) {
    if (session.finished && recent.size() < kRecentSessions) recent.push_back(&session);
  }
  if (recent.empty()) {
    return DrawNote(
        context,
        "Nothing yet. Start with a drill: ten minutes are enough to see how grading works.");
  }
  const Card card(context, {.padding = context.theme.size.small});
  for (const interview::SessionSummary* session : recent) {
    const std::string label = session->title + "##" + session->id;
    const std::string when = FormatMoment(session->started);
    const std::string outcome = FormatOutcome({session->decision, session->score});
    if (DrawRow(context, label.c_str(), card.inner_width(),
                {.caption = when, .trailing = outcome, .focusable = true})) {
      context.Emit(command::ViewSession{session->id});
    }
  }
}

using Checks = std::vector<DoctorCheck>;

// "This machine is ready", or how much is amiss; leads to the findings.
std::string MachineWords(const Pending<Checks>& doctor) {
  if (doctor.state == Pending<Checks>::State::kUnavailable) return "The machine was not examined";
  if (!doctor.value) return "Examining this machine";
  const auto amiss = std::count_if(
      doctor.value->begin(), doctor.value->end(),
      [](const DoctorCheck& check) { return check.status != DoctorCheck::Status::kPass; });
  if (amiss == 0) return "This machine is ready";
  return std::to_string(amiss) + (amiss == 1 ? " finding" : " findings") + " on this machine";
}

void DrawMachine(FrameContext& context, const AppState& app, float top) {
  const std::string label = MachineWords(app.doctor) + "###machine";
  const bool ready = label.starts_with("This machine is ready");
  const ButtonOptions options{.style = ButtonStyle::kQuiet,
                              .icon = ready              ? Icon::kCheck
                                      : app.doctor.value ? Icon::kDash
                                                         : Icon::kClock};
  const ImVec2 after = ImGui::GetCursorPos();
  ImGui::SetCursorPosY(top);
  AlignRight(ButtonSize(context, label.c_str(), options).x);
  if (DrawButton(context, label.c_str(), options)) {
    context.Emit(command::Navigate{Route::kAbout});
  }
  context.marks.push_back({"machine", ImGui::GetItemRectMin(), ImGui::GetItemRectMax()});
  ImGui::SetCursorPos(after);
  ImGui::Dummy(ImVec2(0, 0));
}

// Shown until the tour was taken or declined.
void OfferTour(FrameContext& context, const AppState& app) {
  if (app.settings.tour_seen) return;
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = 2 * m.large + m.control_height;
  ImGui::PushStyleColor(ImGuiCol_ChildBg, theme.color.accent_soft);
  BeginPanel(context, "Welcome", ImVec2(width, height));
  ImGui::PopStyleColor();
  const ButtonOptions go{.style = ButtonStyle::kPrimary};
  const float buttons =
      ButtonSize(context, "Take the tour", go).x + m.small + ButtonSize(context, "Not now").x;
  const float text = width - buttons - 3 * m.large;
  const std::string_view words = "New here? The tour takes a minute: four steps over this page.";
  const float lines = DrawWrapped(theme, nullptr, theme.font.ui, {}, text, 0, words);
  ImGui::SetCursorPos(ImVec2(m.large, (height - lines) / 2));
  Paragraph(context, theme.font.ui, theme.color.text, words, text);
  ImGui::SetCursorPos(ImVec2(width - m.large - buttons, m.large));
  if (DrawButton(context, "Take the tour", go)) context.wanted = ActionId::kTour;
  ImGui::SameLine();
  if (DrawButton(context, "Not now")) {
    Settings settings = app.settings;
    settings.tour_seen = true;
    context.Emit(command::ChangeSettings{settings});
  }
  EndPanel(context);
  context.focus.BeginPanel("Page");
  Gap(m.medium);
}

}  // namespace

void DrawHomeScreen(FrameContext& context, const AppState& app, HomeState* state,
                    SetupState* setup) {
  if (app.doctor.state == Pending<std::vector<DoctorCheck>>::State::kNotAsked) {
    context.Emit(command::RunDoctor{});
  }
  BeginPage(context, app, "Home", context.theme.size.page_width);
  const float top = ImGui::GetCursorPosY();
  PageTitle(
      context, "What shall we rehearse?",
      "A full loop in one sitting, or a drill of one round. Everything runs on this machine.");
  DrawMachine(context, app, top);
  OfferTour(context, app);
  DrawUnfinished(context, app, state);
  DrawToday(context, app);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float right = start.x + ImGui::GetContentRegionAvail().x;
  DrawLoops(context, app, setup);
  Gap(context.theme.size.medium);
  DrawDrills(context, setup);
  context.marks.push_back({"start", start, ImVec2(right, ImGui::GetItemRectMax().y)});
  Gap(context.theme.size.medium);
  DrawRecent(context, app);
  DrawFinishDialog(context, state);
  EndPage(context);
}

}  // namespace app
