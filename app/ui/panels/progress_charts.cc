// Readiness, coverage, scores, practice.
#include "app/ui/panels/progress_charts.h"

#include <algorithm>
#include <cstdio>

#include "app/core/iso_day.h"
#include "app/ui/format.h"
#include "app/ui/screens/page.h"
#include "app/ui/widgets/chart_frame.h"
#include "app/ui/widgets/charts.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/heat_map.h"
#include "app/ui/widgets/layout.h"
#include "app/ui/widgets/line_chart.h"

namespace app {
namespace {

using interview::DisplayName;
using interview::RoundKind;

std::string Decimals(double value, int places, bool with_sign = false) {
  char text[32];
  std::snprintf(text, sizeof text, with_sign ? "%+.*f" : "%.*f", places, value);
  return text;
}

std::string OrDash(const std::optional<double>& value) { return value ? Decimals(*value, 2) : "–"; }

std::string Joined(const std::vector<std::string>& sentences) {
  std::string all;
  for (const std::string& sentence : sentences) all += (all.empty() ? "" : " ") + sentence;
  return all;
}

bool* AsTable(ProgressState* state, const std::string& title) { return &state->as_table[title]; }

ChartTable ReadinessTable(const Standing& standing) {
  ChartTable table{{"Round", "Score", "±", "Rounds", "Why"}, {}};
  for (const interview::Readiness& r : standing.progress.readiness) {
    std::vector<std::string> why = r.missing;
    why.insert(why.begin(), WhyReady(r));
    table.rows.push_back({std::string(DisplayName(r.kind)), OrDash(r.score), OrDash(r.error),
                          std::to_string(r.rounds), Joined(why)});
  }
  return table;
}

// The latest rounds, each a score that opens its debrief.
void DrawMadeOf(FrameContext& context, const interview::Readiness& r) {
  if (r.made_of.empty()) return;
  for (std::size_t i = r.made_of.size(); i-- > 0;) {
    const interview::ReadinessRound& round = r.made_of[i];
    const std::string label = FormatMoment(round.at).substr(0, FormatMoment(round.at).find(',')) +
                              ": " + FormatScore(round.score) + "##" + round.session +
                              std::to_string(i);
    if (i + 1 < r.made_of.size()) WrapNext(context, ChipWidth(context, label.c_str()));
    if (DrawChip(context, label.c_str())) context.Emit(command::ViewSession{round.session});
  }
}

void DrawReadinessBars(FrameContext& context, const Standing& standing) {
  const Theme& theme = context.theme;
  for (const interview::Readiness& r : standing.progress.readiness) {
    ImGui::PushID(static_cast<int>(r.kind));
    ScoreBar bar{DisplayName(r.kind), r.score, std::nullopt};
    bar.error = r.error;
    DrawScoreBar(context, bar, ImGui::GetContentRegionAvail().x);
    std::vector<std::string> why = r.missing;
    why.insert(why.begin(), WhyReady(r));
    Paragraph(context, theme.font.small, theme.color.muted, Joined(why));
    Gap(theme.size.tiny);
    DrawMadeOf(context, r);
    Gap(theme.size.large);
    ImGui::PopID();
  }
}

ChartTable MasteryTable(const Standing& standing) {
  int counts[interview::kSolvesToMaster + 1] = {};
  for (const interview::Card& card : standing.queue.questions) {
    if (standing.rules.three_solves.contains(card.id)) ++counts[card.mastery.solves];
  }
  counts[0] = standing.progress.to_master - counts[1] - counts[2] - counts[3];
  ChartTable table{{"Counted solves", "Questions"}, {}};
  constexpr const char* kNames[] = {"None yet", "1 of 3", "2 of 3", "Mastered"};
  for (int solves = interview::kSolvesToMaster; solves >= 0; --solves) {
    table.rows.push_back({kNames[solves], std::to_string(counts[solves])});
  }
  return table;
}

void DrawMastery(FrameContext& context, const Standing& standing, ProgressState* state) {
  const ChartTable table = MasteryTable(standing);
  DrawChart(
      context,
      {"Mastery", "Non-trivial mediums are mastered after three counted solves on different days.",
       "mastery.csv"},
      table, AsTable(state, "Mastery"), [&] {
        const float share = static_cast<float>(standing.progress.mastered) /
                            static_cast<float>(std::max(1, standing.progress.to_master));
        DrawProgressBar(context, ImVec2(ImGui::GetContentRegionAvail().x, context.theme.size.small),
                        share, context.theme.color.good);
        Gap(context.theme.size.small);
        for (const auto& row : table.rows) DrawFact(context, row[0], row[1]);
      });
}

// Coverage.

std::string CellValue(const interview::TopicCoverage& t) {
  std::string value = std::to_string(t.attempted) + " of " + std::to_string(t.questions);
  if (t.attempted > 0) value += " · " + std::to_string(t.solved) + " solved";
  if (t.due > 0) value += " · " + std::to_string(t.due) + " due";
  return value;
}

ChartTable CoverageTable(const Standing& standing) {
  ChartTable table{
      {"Round", "Topic", "Questions", "Attempted", "Solved", "Mastered", "Due", "Score"}, {}};
  for (const interview::TopicCoverage& t : standing.progress.topics) {
    table.rows.push_back({std::string(DisplayName(t.kind)), FormatName(t.topic),
                          std::to_string(t.questions), std::to_string(t.attempted),
                          std::to_string(t.solved), std::to_string(t.mastered),
                          std::to_string(t.due), OrDash(t.score)});
  }
  return table;
}

void DrawCoverageOf(FrameContext& context, const Standing& standing, RoundKind kind,
                    LibraryState* library) {
  std::vector<HeatCell> cells;
  std::vector<std::string> topics;
  for (const interview::TopicCoverage& t : standing.progress.topics) {
    if (t.kind != kind) continue;
    cells.push_back({FormatName(t.topic), CellValue(t),
                     static_cast<double>(t.attempted) / std::max(1, t.questions)});
    topics.push_back(t.topic);
  }
  Gap(context.theme.size.small);
  Text(context, context.theme.font.small_medium, context.theme.color.muted, DisplayName(kind));
  Gap(context.theme.size.tiny);
  const int pressed = DrawHeatMap(context, std::string(ToString(kind)).c_str(), cells);
  if (pressed < 0) return;
  *library = LibraryState{};
  const auto* const found =
      std::find(interview::kRoundKinds.begin(), interview::kRoundKinds.end(), kind);
  library->kind = 1 + static_cast<int>(found - interview::kRoundKinds.begin());
  library->topic = topics[static_cast<std::size_t>(pressed)];
  context.Emit(command::Navigate{Route::kLibrary});
}

// Scores.

double DayOf(interview::WallTime at, const Standing& standing) {
  using Days = std::chrono::duration<double, std::ratio<86400>>;
  return Days(at.time_since_epoch() + standing.rules.utc_offset).count();
}

ChartTable ScoresTable(const std::vector<const interview::DimensionTrend*>& trends) {
  ChartTable table{{"When", "Dimension", "Score"}, {}};
  for (const interview::DimensionTrend* trend : trends) {
    for (const auto& [at, score] : trend->scores) {
      table.rows.push_back({FormatMoment(at), FormatName(trend->id), Decimals(score, 2)});
    }
  }
  return table;
}

std::pair<double, double> Means(const std::vector<std::pair<double, double>>& rated) {
  double self = 0, score = 0;
  for (const auto& [a, b] : rated) {
    self += a;
    score += b;
  }
  const auto n = static_cast<double>(rated.size());
  return {self / n, score / n};
}

std::string_view Verdict(double calibration) {
  constexpr double kClose = 0.35;
  if (calibration > kClose) return "overrated";
  return calibration < -kClose ? "underrated" : "close";
}

void DrawCalibration(FrameContext& context,
                     const std::vector<const interview::DimensionTrend*>& trends,
                     ProgressState* state) {
  ChartTable table{{"Dimension", "Score", "You said", "Difference", "Rated", "That is"}, {}};
  for (const interview::DimensionTrend* trend : trends) {
    if (trend->rated.empty()) continue;
    const auto [self, score] = Means(trend->rated);
    table.rows.push_back({FormatName(trend->id), Decimals(score, 2), Decimals(self, 2),
                          Decimals(self - score, 2, true), std::to_string(trend->rated.size()),
                          std::string(Verdict(self - score))});
  }
  DrawChart(context,
            {"Calibration",
             "The bar is your mean score, the mark where you saw yourself. Rounds without a "
             "self-rating do not count.",
             "calibration.csv"},
            table, AsTable(state, "Calibration"), [&] {
              if (table.rows.empty()) {
                return DrawNote(context,
                                "Rate yourself at the end of a round, and see here how close you "
                                "were.");
              }
              for (const interview::DimensionTrend* trend : trends) {
                if (trend->rated.empty()) continue;
                const auto [self, score] = Means(trend->rated);
                const std::string title =
                    FormatName(trend->id) + " (" + std::string(Verdict(self - score)) + ")";
                DrawScoreBar(context, {title, score, self}, ImGui::GetContentRegionAvail().x);
              }
            });
}

// Practice.

std::string DayWords(const interview::PracticeDay& day) {
  return std::to_string(day.sessions) + (day.sessions == 1 ? " session, " : " sessions, ") +
         FormatLength(day.spent);
}

ChartTable CalendarTable(const interview::Practice& practice) {
  ChartTable table{{"Day", "Sessions", "Rounds", "Minutes"}, {}};
  for (auto day = practice.days.rbegin(); day != practice.days.rend(); ++day) {
    const std::chrono::duration<double, std::ratio<60>> minutes = day->spent;
    table.rows.push_back({IsoDay(day->day), std::to_string(day->sessions),
                          std::to_string(day->rounds), Decimals(minutes.count(), 0)});
  }
  return table;
}

struct RecordRow {
  std::string title, caption, value;
  interview::SessionId session;
};

std::vector<RecordRow> RecordsOf(const AppState& app, const interview::Practice& practice) {
  std::vector<RecordRow> records;
  for (const interview::BestRound& best : practice.best) {
    records.push_back({"Best round: " + std::string(DisplayName(best.kind)), FormatMoment(best.at),
                       FormatScore(best.score), best.session});
  }
  for (const interview::GreenRecord& green : practice.fastest_green) {
    const interview::QuestionPtr question = app.bank.Find(green.question);
    records.push_back({"Fastest first green: " + (question ? question->title : green.question),
                       FormatMoment(green.at), FormatClock(green.took), green.session});
  }
  return records;
}

std::string DaysWord(int days) { return std::to_string(days) + (days == 1 ? " day" : " days"); }

void DrawRecords(FrameContext& context, const AppState& app, const interview::Practice& practice,
                 ProgressState* state) {
  const std::vector<RecordRow> records = RecordsOf(app, practice);
  ChartTable table{{"Record", "Value", "When"}, {}};
  table.rows.push_back({"Longest streak", DaysWord(practice.longest_streak),
                        practice.longest_streak > 0 ? IsoDay(practice.longest_from) : ""});
  for (const RecordRow& record : records) {
    table.rows.push_back({record.title, record.value, record.caption});
  }
  DrawChart(
      context, {"Personal records", "Press one to look back at its session.", "records.csv"}, table,
      AsTable(state, "Personal records"), [&] {
        for (const RecordRow& record : records) {
          const std::string label = record.title + "##" + record.session;
          if (DrawRow(context, label.c_str(), ImGui::GetContentRegionAvail().x,
                      {.caption = record.caption, .trailing = record.value, .focusable = true})) {
            context.Emit(command::ViewSession{record.session});
          }
        }
      });
}

}  // namespace

void DrawReadiness(FrameContext& context, const Standing& standing, ProgressState* state) {
  DrawChart(context,
            {"Readiness",
             "The mean of your latest ten scored rounds of each kind, on the scale from 1 to 4; 3 "
             "is a hire. The whisker is its 95 % interval.",
             "readiness.csv"},
            ReadinessTable(standing), AsTable(state, "Readiness"),
            [&] { DrawReadinessBars(context, standing); });
  DrawMastery(context, standing, state);
}

void DrawCoverage(FrameContext& context, const Standing& standing, ProgressState* state,
                  LibraryState* library) {
  DrawChart(context,
            {"Coverage",
             "Attempted questions of each pattern, topic and family. Press one to see its "
             "questions in the library.",
             "coverage.csv"},
            CoverageTable(standing), AsTable(state, "Coverage"), [&] {
              for (const RoundKind kind : interview::kRoundKinds) {
                DrawCoverageOf(context, standing, kind, library);
              }
            });
}

void DrawScores(FrameContext& context, const Standing& standing, ProgressState* state) {
  std::vector<std::string> kinds;
  for (const RoundKind kind : interview::kRoundKinds) kinds.emplace_back(DisplayName(kind));
  if (DrawSegments(context, "Kind of round", kinds, &state->kind)) state->line = -1;
  const RoundKind kind = interview::kRoundKinds[static_cast<std::size_t>(state->kind)];
  std::vector<const interview::DimensionTrend*> trends;
  std::vector<ChartLine> lines;
  for (const interview::DimensionTrend& trend : standing.progress.dimensions) {
    if (trend.kind != kind) continue;
    trends.push_back(&trend);
    ChartLine& line = lines.emplace_back(ChartLine{FormatName(trend.id), {}});
    for (const auto& [at, score] : trend.scores) {
      line.points.emplace_back(DayOf(at, standing), score);
    }
  }
  if (trends.empty()) {
    Gap(context.theme.size.large);
    DrawEmptyState(context, "No scored round of this kind yet",
                   "Take a drill of it: every dimension that is observed becomes a line here.");
    return;
  }
  DrawChart(context, {"Scores over time", "Press a dimension to bring it out.", "scores.csv"},
            ScoresTable(trends), AsTable(state, "Scores over time"),
            [&] { DrawLineChart(context, "Scores over time", lines, &state->line); });
  DrawCalibration(context, trends, state);
}

void DrawPractice(FrameContext& context, const AppState& app, const Standing& standing,
                  ProgressState* state) {
  const interview::Practice& practice = standing.practice;
  DrawFact(context, "Sessions", std::to_string(practice.sessions));
  DrawFact(context, "Rounds", std::to_string(practice.rounds));
  DrawFact(context, "Time in rounds", FormatLength(practice.spent));
  DrawFact(context, "Streak", DaysWord(practice.streak));
  DrawFact(context, "Longest streak", DaysWord(practice.longest_streak));
  std::map<std::int64_t, CalendarMark> marks;
  for (const interview::PracticeDay& day : practice.days) {
    marks[day.day] = {std::min(day.sessions, kCalendarLevels), DayWords(day)};
  }
  DrawChart(context,
            {"Days practised", "The larger the square, the more sessions; three fill it.",
             "practice.csv"},
            CalendarTable(practice), AsTable(state, "Days practised"),
            [&] { DrawCalendar(context, "Days practised", marks, standing.today); });
  DrawRecords(context, app, practice, state);
}

}  // namespace app
