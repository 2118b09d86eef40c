// Items of the plan in words, rows and commands.
#include "app/ui/panels/study_items.h"

#include "app/ui/format.h"
#include "app/ui/widgets/card.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using interview::PlannedItem;

constexpr std::size_t kItemsOnHome = 4;

std::string_view Word(PlannedItem::Kind kind) {
  switch (kind) {
    case PlannedItem::Kind::kReview:
      return "Review";
    case PlannedItem::Kind::kNew:
      return "New";
    case PlannedItem::Kind::kMock:
      return "Mock round";
    case PlannedItem::Kind::kLoop:
      return "Loop";
  }
  return {};
}

const Standing* StandingOf(const AppState& app) {
  return app.standing.value ? app.standing.value->get() : nullptr;
}

std::string DueWords(const Standing& standing) {
  const std::size_t due = standing.due_questions.size();
  if (due == 0) return "Nothing is due for review";
  return std::to_string(due) + (due == 1 ? " question is" : " questions are") + " due for review";
}

}  // namespace

std::string TitleOf(const PlannedItem& item) {
  if (item.question) return item.question->title;
  if (!item.loop.empty()) return "Loop: " + item.loop_title;
  return "Mock round: " + std::string(interview::DisplayName(item.round));
}

std::string CaptionOf(const PlannedItem& item) {
  std::string caption(Word(item.kind));
  if (item.question) caption += " · " + std::string(interview::DisplayName(item.question->kind));
  return caption + " · " + FormatLength(std::chrono::minutes(item.minutes));
}

Command StartOf(const PlannedItem& item, const Settings& settings) {
  if (!item.loop.empty()) {
    command::StartLoop start;
    start.preset = item.loop;
    start.language = settings.language;
    start.time_scale = settings.time_scale;
    start.assist = settings.assist;
    return start;
  }
  command::StartDrill start;
  start.assist = settings.assist;
  const interview::RoundKind kind = item.question ? item.question->kind : item.round;
  if (kind == interview::RoundKind::kCoding) start.language = settings.language;
  if (item.question) {
    start.questions = {item.question->id};
  } else {
    start.kind = kind;
    start.minutes = item.minutes;
  }
  return start;
}

void DrawPlannedItem(FrameContext& context, const AppState& app, const PlannedItem& item,
                     float width) {
  const std::string label = TitleOf(item);
  const std::string caption = CaptionOf(item);
  if (DrawRow(context, label.c_str(), width,
              {.caption = caption, .trailing = "Start", .focusable = true})) {
    context.Emit(StartOf(item, app.settings));
  }
}

const PlannedItem* FirstOfToday(const AppState& app) {
  const Standing* standing = StandingOf(app);
  if (standing == nullptr || standing->digests.empty() || standing->plan.empty()) return nullptr;
  const interview::StudyDay& today = standing->plan.front();
  return today.items.empty() ? nullptr : &today.items.front();
}

void DrawToday(FrameContext& context, const AppState& app) {
  if (app.standing.state == Pending<std::shared_ptr<const Standing>>::State::kNotAsked) {
    context.Emit(command::ReadStanding{});
  }
  const Standing* standing = StandingOf(app);
  if (standing == nullptr || standing->digests.empty()) return;
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  Heading(context, "Today");
  const Card card(context);
  const ImVec2 start = ImGui::GetCursorPos();
  const float room = ImGui::GetContentRegionAvail().x;
  const PlannedItem* first = FirstOfToday(app);
  const ButtonOptions go{.style = ButtonStyle::kPrimary,
                         .icon = Icon::kPlay,
                         .enabled = !app.running,
                         .action = ActionId::kStartToday};
  const float buttons = ButtonSize(context, "Progress and plan").x +
                        (first ? m.small + ButtonSize(context, "Start the first", go).x : 0);
  const interview::StudyDay* today = standing->plan.empty() ? nullptr : &standing->plan.front();
  const std::string planned =
      first == nullptr ? standing->wish.minutes_today > 0 ? "Done for today." : "A day off."
                       : FormatLength(std::chrono::minutes(today->minutes)) + " planned.";
  const std::string words = planned + " " + DueWords(*standing) + ".";
  Paragraph(context, theme.font.ui, theme.color.body, words, room - buttons - m.large);
  const float end = ImGui::GetCursorPosY();
  ImGui::SetCursorPos(ImVec2(start.x + room - buttons, start.y - m.tiny));
  if (DrawButton(context, "Progress and plan")) context.Emit(command::Navigate{Route::kProgress});
  if (first != nullptr) {
    ImGui::SameLine(0, m.small);
    if (DrawButton(context, "Start the first", go)) context.Emit(StartOf(*first, app.settings));
  }
  ImGui::SetCursorPos(ImVec2(start.x, std::max(end, start.y + m.control_height) + m.small));
  if (first == nullptr) return;
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, m.hair));
  std::size_t shown = 0;
  for (const PlannedItem& item : today->items) {
    if (shown++ == kItemsOnHome) break;
    ImGui::PushID(static_cast<int>(shown));
    DrawPlannedItem(context, app, item, card.inner_width());
    ImGui::PopID();
  }
  ImGui::PopStyleVar();
  if (today->items.size() > kItemsOnHome) {
    DrawNote(context,
             "And " + std::to_string(today->items.size() - kItemsOnHome) + " more in the plan.");
  }
}

}  // namespace app
