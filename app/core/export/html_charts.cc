// Rows of a name, a bar and a value.
#include "app/core/export/html_charts.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "app/core/export/document_json.h"

namespace app {
namespace {

constexpr double kWidth = 460;
constexpr double kBarLeft = 190;
constexpr double kBarWidth = 190;
constexpr double kRow = 26;
constexpr double kBar = 12;
constexpr double kBestScore = 4;
constexpr std::size_t kLongestName = 28;

struct ChartRow {
  std::string name;
  double share = 0;        // of the bar, 0-1
  double mark_share = -1;  // a stroke across it; below 0: none
  std::string value;
};

std::string N(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.4g", value);
  return text.data();
}

std::string Rect(const char* kind, double x, double y, double width, double height) {
  return std::string("<rect class=\"") + kind + "\" x=\"" + N(x) + "\" y=\"" + N(y) +
         "\" width=\"" + N(width) + "\" height=\"" + N(height) + "\" rx=\"2\"/>";
}

std::string Label(double x, double y, std::string_view text) {
  return "<text x=\"" + N(x) + "\" y=\"" + N(y) + "\">" + EscapeHtml(text) + "</text>";
}

// Cut between characters.
std::string Shortened(const std::string& name) {
  if (name.size() <= kLongestName) return name;
  std::size_t end = kLongestName;
  while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
  return name.substr(0, end) + "…";
}

std::string Chart(std::string_view title, const std::vector<ChartRow>& rows) {
  if (rows.empty()) return {};
  const double height = kRow * static_cast<double>(rows.size());
  std::string svg = "<figure><figcaption>" + EscapeHtml(title) +
                    "</figcaption><svg class=\"chart\" role=\"img\" viewBox=\"0 0 " + N(kWidth) +
                    " " + N(height) + "\"><title>" + EscapeHtml(title) + "</title>\n";
  double y = 0;
  for (const ChartRow& row : rows) {
    const double top = y + (kRow - kBar) / 2;
    svg += Label(0, top + kBar - 2, Shortened(row.name));
    svg += Rect("ground", kBarLeft, top, kBarWidth, kBar);
    svg += Rect("bar", kBarLeft, top, kBarWidth * std::clamp(row.share, 0.0, 1.0), kBar);
    if (row.mark_share >= 0) {
      const double x = kBarLeft + kBarWidth * std::min(row.mark_share, 1.0);
      svg += Rect("mark", x - 1, top - 3, 2, kBar + 6);
    }
    svg += Label(kBarLeft + kBarWidth + 10, top + kBar - 2, row.value) + "\n";
    y += kRow;
  }
  return svg + "</svg></figure>\n";
}

}  // namespace

std::string EscapeHtml(std::string_view text) {
  std::string out;
  for (const char c : CleanText(text)) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string DimensionChart(const std::vector<ReportDimension>& dimensions) {
  std::vector<ChartRow> rows;
  for (const ReportDimension& d : dimensions) {
    rows.push_back({d.title, d.score.value_or(0) / kBestScore,
                    d.self_rating ? *d.self_rating / kBestScore : -1,
                    d.score ? ReportScore(d.score) : "–"});
  }
  return Chart("Scores of 4; the stroke is the self-rating", rows);
}

std::string PhaseChart(const std::vector<ReportPhase>& phases) {
  interview::Duration longest{1};
  for (const ReportPhase& p : phases) longest = std::max({longest, p.budget, p.spent});
  const auto whole = static_cast<double>(longest.count());
  std::vector<ChartRow> rows;
  for (const ReportPhase& p : phases) {
    rows.push_back({p.title, static_cast<double>(p.spent.count()) / whole,
                    static_cast<double>(p.budget.count()) / whole, ReportTime(p.spent)});
  }
  return Chart("Time in each phase; the stroke is the plan", rows);
}

}  // namespace app
