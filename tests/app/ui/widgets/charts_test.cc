// Charts: their numbers as a table and as a file, what is pressed in them, and thinning.
#include "app/ui/widgets/charts.h"

#include <gtest/gtest.h>

#include "app/ui/widgets/chart_frame.h"
#include "app/ui/widgets/heat_map.h"
#include "app/ui/widgets/line_chart.h"
#include "tests/app/ui/ui_driver.h"

namespace app {
namespace {

TEST(Chart, CsvQuotesWhatWouldBreakALine) {
  EXPECT_EQ(ToCsv({{"Name", "Score"}, {{"a, b", "1"}, {"say \"hi\"", "2"}}}),
            "Name,Score\r\n\"a, b\",1\r\n\"say \"\"hi\"\"\",2\r\n");
}

TEST(Chart, SwitchesToItsNumbersAndSavesThem) {
  const ChartTable table{{"Day", "Count"}, {{"Mon", "3"}}};
  bool as_table = false;
  std::vector<Command> commands;
  UiDriver ui([&](FrameContext& context) {
    DrawInWindow([&] {
      DrawChart(context, {"Days", "Larger is more.", "days.csv"}, table, &as_table, [] {});
    });
    commands.insert(commands.end(), context.commands.begin(), context.commands.end());
  });
  EXPECT_FALSE(ui.Shows("Mon  3"));
  ui.Click("Table", "option");
  EXPECT_TRUE(as_table);
  EXPECT_TRUE(ui.Shows("Mon  3", "line"));
  ui.Click("CSV", "button");
  ASSERT_EQ(commands.size(), 1u);
  const auto& save = std::get<command::SaveExport>(commands[0]);
  EXPECT_EQ(save.name, "days.csv");
  EXPECT_EQ(save.bytes, "Day,Count\r\nMon,3\r\n");
}

TEST(LineChart, ThinsToMeansOfEqualStretchesOfTime) {
  std::vector<std::pair<double, double>> points;
  for (int i = 0; i <= 100; ++i) points.emplace_back(i, i < 50 ? 1 : 3);
  const auto two = Thinned(points, 2);
  ASSERT_EQ(two.size(), 2u);
  EXPECT_EQ(two[0], (std::pair<double, double>{24.5, 1}));
  EXPECT_EQ(two[1], (std::pair<double, double>{75, 3}));
  EXPECT_EQ(Thinned(points, 101), points);
  EXPECT_EQ(Thinned({{5, 1}, {5, 2}, {5, 3}}, 2).back().second, 2) << "all at one moment";
}

TEST(LineChart, ADimensionIsBroughtOutByPressingItsName) {
  const std::vector<ChartLine> lines = {{"Testing", {{1, 2}, {2, 3}}}, {"Quality", {{1, 4}}}};
  int chosen = -1;
  UiDriver ui([&](FrameContext& context) {
    DrawInWindow([&] { DrawLineChart(context, "Scores", lines, &chosen); });
  });
  EXPECT_EQ(ui.Value("Scores", "chart"), "Testing from 2 to 3; Quality from 4 to 4");
  ui.Click("2  Quality");
  EXPECT_EQ(chosen, 1);
  ui.Click("2  Quality");
  EXPECT_EQ(chosen, -1);
}

TEST(HeatMap, ACellIsPressedByPointerAndKey) {
  const std::vector<HeatCell> cells = {{"Trees", "0 of 4", 0}, {"Graphs", "4 of 4", 1}};
  int pressed = -1;
  UiDriver ui([&](FrameContext& context) {
    DrawInWindow([&] {
      const int now = DrawHeatMap(context, "topics", cells);
      if (now >= 0) pressed = now;
    });
  });
  EXPECT_EQ(ui.Value("Graphs", "cell"), "4 of 4");
  ui.Click("Graphs", "cell");
  EXPECT_EQ(pressed, 1);
  ui.Press(Key::kTab);
  ui.Press(Key::kEnter);
  EXPECT_EQ(pressed, 0);
}

TEST(Calendar, CountsTheDaysItShows) {
  // 20,000 is a Wednesday.
  const std::map<std::int64_t, CalendarMark> marks = {
      {20'000, {1, "one"}}, {19'999, {3, "three"}}, {10, {1, "long ago"}}};
  UiDriver ui([&](FrameContext& context) {
    DrawInWindow([&] { DrawCalendar(context, "Days", marks, 20'000); });
  });
  EXPECT_EQ(ui.Value("Days", "chart"), "2 days in 53 weeks");
}

TEST(ScoreBar, TellsItsInterval) {
  ScoreBar bar{"Coding", 3.04, std::nullopt};
  bar.error = 0.42;
  UiDriver ui(
      [&](FrameContext& context) { DrawInWindow([&] { DrawScoreBar(context, bar, 600); }); });
  EXPECT_EQ(ui.Value("Coding", "score"), "3.0 ± 0.4");
}

}  // namespace
}  // namespace app
