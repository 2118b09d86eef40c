// Due cards, the wishes of the plan, its days.
#include "app/ui/panels/study_plan_panel.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/core/iso_day.h"
#include "app/ui/format.h"
#include "app/ui/panels/study_items.h"
#include "app/ui/screens/page.h"
#include "app/ui/widgets/card.h"
#include "app/ui/widgets/chart_frame.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

constexpr std::array kHours = {1.0, 2.0, 3.0, 5.0, 7.0, 10.0, 15.0, 20.0, 30.0};
constexpr std::array kRetentions = {0.8, 0.85, 0.9, 0.93, 0.95, 0.97};
constexpr std::array kWeeks = {2, 4, 8, 12};
constexpr std::size_t kDaysAtFirst = 14;
constexpr std::size_t kMostDue = 100;  // rows; all are in the file
constexpr int kDaysOfAWeek = 7;

std::string Percent(double share) {
  return std::to_string(static_cast<int>(std::lround(100 * share))) + " %";
}

double RecallOf(const interview::Card& card, std::int64_t today) {
  return Retrievability(card.memory, today - card.last_day);
}

// "system_design/topic/ads" -> "System design · Ads".
std::string SkillTitle(const std::string& id) {
  const std::size_t first = id.find('/'), last = id.rfind('/');
  return FormatName(id.substr(0, first)) + " · " + FormatName(id.substr(last + 1));
}

// A choice among numbers, with the one of the settings among them.
template <std::size_t N, class Name>
bool ChooseNumber(FrameContext& context, const char* label, const std::array<double, N>& usual,
                  Name name, double* value) {
  std::vector<double> values(usual.begin(), usual.end());
  const auto at = std::lower_bound(values.begin(), values.end(), *value);
  if (at == values.end() || *at != *value) values.insert(at, *value);
  std::vector<std::string> names;
  int chosen = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    names.push_back(name(values[i]));
    if (values[i] == *value) chosen = static_cast<int>(i);
  }
  if (!DrawCombo(context, label, names, context.theme.size.form_label_width, &chosen)) return false;
  *value = values[static_cast<std::size_t>(chosen)];
  return true;
}

// Takes a date that was typed, or says what is wrong with it.
void TakeDate(FrameContext& context, const AppState& app, const std::string& text,
              std::int64_t today, ProgressState* state) {
  const auto day = ParseIsoDay(text);
  state->date_problem.clear();
  if (!text.empty() && !day) {
    state->date_problem = "Write the date as year-month-day, such as " + IsoDay(today + 42) + ".";
  } else if (day && (*day <= today || *day > today + kLongestPlan)) {
    state->date_problem = "The interview must be after today and within a year.";
  } else {
    Settings settings = app.settings;
    settings.interview_day = text;
    context.Emit(command::ChangeSettings{settings});
  }
}

void ChooseDate(FrameContext& context, const AppState& app, const Standing& standing,
                ProgressState* state) {
  const Metrics& m = context.theme.size;
  if (state->date_of != app.settings.interview_day) {
    state->date_of = app.settings.interview_day;
    state->date.text.SetText(state->date_of);
    state->date_problem.clear();
  }
  FormLabel(context, "Interview on");
  const TextBoxResult typed =
      DrawTextBox(context, "Interview on", ImVec2(m.form_label_width, m.control_height),
                  &state->date, {.placeholder = "2026-12-24"});
  std::string text = state->date.text.Text();
  if (typed.changed) state->date_problem.clear();
  bool take = typed.submitted;
  ImGui::SameLine(0, m.small);
  if (DrawButton(context, "Set", {.enabled = text != app.settings.interview_day})) take = true;
  for (const int weeks : kWeeks) {
    const std::string label = "In " + std::to_string(weeks) + " weeks";
    WrapNext(context, ChipWidth(context, label.c_str()));
    if (DrawChip(context, label.c_str())) {
      text = IsoDay(standing.today + weeks * kDaysOfAWeek);
      take = true;
    }
  }
  if (!app.settings.interview_day.empty()) {
    WrapNext(context, ChipWidth(context, "No date"));
    if (DrawChip(context, "No date")) {
      text.clear();
      take = true;
    }
  }
  if (take) TakeDate(context, app, text, standing.today, state);
  if (!state->date_problem.empty()) DrawUnavailable(context, state->date_problem);
}

void DrawWishes(FrameContext& context, const AppState& app, const Standing& standing,
                ProgressState* state) {
  ChooseDate(context, app, standing, state);
  Settings settings = app.settings;
  FormLabel(context, "Hours a week");
  bool changed = ChooseNumber(
      context, "Hours a week", kHours, [](double hours) { return FormatScore(hours) + " h"; },
      &settings.hours_per_week);
  FormLabel(context, "Retention");
  changed |= ChooseNumber(context, "Retention", kRetentions, Percent, &settings.retention);
  if (changed) context.Emit(command::ChangeSettings{settings});
  Paragraph(context, context.theme.font.small, context.theme.color.muted,
            "Retention is the chance of recall at which a question comes due again: the higher, "
            "the more reviews.");
}

std::string DayTitle(const interview::StudyDay& day, std::int64_t today) {
  std::string title = day.day == today       ? "Today"
                      : day.day == today + 1 ? "Tomorrow"
                                             : ShortDay(day.day);
  return title +
         (day.items.empty() ? " · free" : " · " + FormatLength(std::chrono::minutes(day.minutes)));
}

ChartTable PlanTable(const Standing& standing) {
  ChartTable table{{"Day", "What", "Item", "Minutes"}, {}};
  for (const interview::StudyDay& day : standing.plan) {
    for (const interview::PlannedItem& item : day.items) {
      table.rows.push_back({IsoDay(day.day), std::string(ToString(item.kind)), TitleOf(item),
                            std::to_string(item.minutes)});
    }
  }
  return table;
}

void DrawDays(FrameContext& context, const AppState& app, const Standing& standing,
              ProgressState* state) {
  const Theme& theme = context.theme;
  std::size_t shown = 0;
  for (const interview::StudyDay& day : standing.plan) {
    if (shown++ == kDaysAtFirst && !state->whole_plan) break;
    ImGui::PushID(static_cast<int>(day.day));
    Gap(theme.size.small);
    Text(context, theme.font.small_medium, day.items.empty() ? theme.color.faint : theme.color.text,
         DayTitle(day, standing.today));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, theme.size.hair));
    int number = 0;
    for (const interview::PlannedItem& item : day.items) {
      ImGui::PushID(number++);
      DrawPlannedItem(context, app, item, ImGui::GetContentRegionAvail().x);
      ImGui::PopID();
    }
    ImGui::PopStyleVar();
    ImGui::PopID();
  }
  if (standing.plan.size() > kDaysAtFirst && !state->whole_plan) {
    Gap(theme.size.small);
    const std::string all = "Show all " + std::to_string(standing.plan.size()) + " days";
    if (DrawButton(context, all.c_str())) state->whole_plan = true;
  }
}

ChartTable DueTable(const AppState& app, const Standing& standing) {
  ChartTable table{{"Question", "Round", "Recall", "Last", "Practised", "Due since"}, {}};
  for (const interview::Card& card : standing.due_questions) {
    const interview::QuestionPtr question = app.bank.Find(card.id);
    table.rows.push_back({question ? question->title : card.id,
                          question ? std::string(interview::DisplayName(question->kind)) : "",
                          Percent(RecallOf(card, standing.today)),
                          std::string(ToString(card.last_rating)), IsoDay(card.last_day),
                          IsoDay(card.due_day)});
  }
  return table;
}

void DrawDueRows(FrameContext& context, const AppState& app, const Standing& standing) {
  const float width = ImGui::GetContentRegionAvail().x;
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, context.theme.size.hair));
  std::size_t shown = 0;
  for (const interview::Card& card : standing.due_questions) {
    const interview::QuestionPtr question = app.bank.Find(card.id);
    if (!question) continue;
    if (shown++ == kMostDue) break;
    std::string caption = std::string(interview::DisplayName(question->kind)) + " · " +
                          FormatLength(std::chrono::minutes(question->minutes)) + " · last " +
                          std::string(ToString(card.last_rating)) + " on " +
                          ShortDay(card.last_day);
    if (standing.rules.three_solves.contains(card.id)) {
      caption += " · solve " + std::to_string(card.mastery.solves) + " of 3";
    }
    const std::string recall = "recall " + Percent(RecallOf(card, standing.today));
    const std::string label = question->title + "##" + card.id;
    if (DrawRow(context, label.c_str(), width,
                {.caption = caption, .trailing = recall, .focusable = true})) {
      context.Emit(StartOf({interview::PlannedItem::Kind::kReview, question->minutes, question},
                           app.settings));
    }
  }
  ImGui::PopStyleVar();
  if (standing.due_questions.size() > kMostDue) {
    DrawNote(context, "And " + std::to_string(standing.due_questions.size() - kMostDue) +
                          " more, in the table.");
  }
}

}  // namespace

void DrawDue(FrameContext& context, const AppState& app, const Standing& standing,
             ProgressState* state) {
  DrawChart(
      context,
      {"Due for review", "The least remembered first. Press one to practise it again.", "due.csv"},
      DueTable(app, standing), &state->as_table["Due for review"], [&] {
        if (standing.due_questions.empty()) {
          return DrawNote(context, "Nothing is due today: what you practised is remembered.");
        }
        DrawDueRows(context, app, standing);
      });
  ChartTable skills{{"Skill", "Recall", "Last", "Practised", "Due since"}, {}};
  for (const interview::Card& card : standing.due_skills) {
    skills.rows.push_back({SkillTitle(card.id), Percent(RecallOf(card, standing.today)),
                           std::string(ToString(card.last_rating)), IsoDay(card.last_day),
                           IsoDay(card.due_day)});
  }
  DrawChart(context,
            {"Skills that fade", "They come back with the questions that need them.", "skills.csv"},
            skills, &state->as_table["Skills that fade"], [&] {
              if (skills.rows.empty()) return DrawNote(context, "None today.");
              for (const auto& row : skills.rows) DrawFact(context, row[0], "recall " + row[1]);
            });
}

void DrawPlan(FrameContext& context, const AppState& app, const Standing& standing,
              ProgressState* state) {
  DrawWishes(context, app, standing, state);
  const bool to_date = !standing.wish.short_loop.id.empty();
  const std::string reads =
      to_date ? "To the interview on " + ShortDay(standing.wish.until) +
                    ". A day that is missed changes the days after it, and so does every session."
              : "For the next two weeks. Name the day of your interview, and mock loops are "
                "planned to lead up to it.";
  DrawChart(context, {"Plan", reads, "plan.csv"}, PlanTable(standing), &state->as_table["Plan"],
            [&] { DrawDays(context, app, standing, state); });
}

}  // namespace app
