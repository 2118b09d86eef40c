// What every chart stands in: its title, the switch between the picture and its numbers, and the
// way to a file. UI thread only; no state but what the caller keeps.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/frame_context.h"

namespace app {

// The numbers of a chart.
struct ChartTable {
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> rows;  // each as long as `head`
};

// RFC 4180: commas, CRLF, quotes where they are needed.
std::string ToCsv(const ChartTable& table);

struct ChartWords {
  std::string_view title;  // also the name of the switch
  std::string_view reads;  // what to see in it, one sentence
  std::string_view file;   // "readiness.csv"
};

// Draws the picture or, where `*as_table`, the table; the file is saved by command::SaveExport.
void DrawChart(FrameContext& context, const ChartWords& words, const ChartTable& table,
               bool* as_table, const std::function<void()>& picture);

// Rows of text under a head, every column as wide as it needs, the last ones cut where the line
// ends.
void DrawTable(FrameContext& context, const ChartTable& table);

}  // namespace app
