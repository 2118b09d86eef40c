// Text, icons and shapes on a draw list.
#include "app/ui/draw.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace app {
namespace {

constexpr float kPi = std::numbers::pi_v<float>;
constexpr float kNoWrap = 0;
constexpr float kNoLimit = 1e9f;

// Icons are drawn on a grid of 16 units; these place its points.
struct IconGrid {
  ImDrawList* list;
  ImVec2 origin;
  float unit;
  Color color;

  ImVec2 At(float x, float y) const { return ImVec2(origin.x + x * unit, origin.y + y * unit); }
  void Line(std::initializer_list<ImVec2> points, float width = 1.8f) const {
    ImVec2 placed[8];
    int count = 0;
    for (const ImVec2& p : points) placed[count++] = At(p.x, p.y);
    StrokeLines(list, placed, count, color, width * unit);
  }
  void Arc(ImVec2 center, float radius, float from, float to, float width = 1.8f) const {
    list->PathArcTo(At(center.x, center.y), radius * unit, from, to, 24);
    StrokePath(list, color, width * unit);
  }
  void Fill(ImVec2 a, ImVec2 b, ImVec2 c) const {
    list->AddTriangleFilled(At(a.x, a.y), At(b.x, b.y), At(c.x, c.y), color);
  }
  void Bar(float x0, float y0, float x1, float y1) const {
    list->AddRectFilled(At(x0, y0), At(x1, y1), color, unit);
  }
};

void DrawGear(const IconGrid& grid) {
  grid.Arc({8, 8}, 4, 0, 2 * kPi);
  for (int tooth = 0; tooth < 8; ++tooth) {
    const float angle = static_cast<float>(tooth) * kPi / 4;
    const float x = std::cos(angle), y = std::sin(angle);
    grid.Line({{8 + 4.5f * x, 8 + 4.5f * y}, {8 + 7 * x, 8 + 7 * y}}, 2.4f);
  }
}

// The tools of the whiteboard.
void DrawToolIcon(const IconGrid& grid, Icon icon) {
  switch (icon) {
    case Icon::kPointer:
      grid.Line({{3.5f, 2},
                 {3.5f, 12.5f},
                 {6.5f, 9.8f},
                 {8.5f, 14},
                 {10.4f, 13.1f},
                 {8.4f, 9},
                 {12.5f, 8.7f},
                 {3.5f, 2}},
                1.4f);
      break;
    case Icon::kParts:
      grid.Line({{2, 2}, {7, 2}, {7, 7}, {2, 7}, {2, 1.4f}}, 1.5f);
      grid.Line({{9.5f, 9.5f}, {14, 9.5f}, {14, 14}, {9.5f, 14}, {9.5f, 8.9f}}, 1.5f);
      grid.Line({{7, 4.5f}, {11.8f, 4.5f}, {11.8f, 9.5f}}, 1.5f);
      break;
    case Icon::kRectangle:
      grid.Line({{2, 3.5f}, {14, 3.5f}, {14, 12.5f}, {2, 12.5f}, {2, 2.8f}}, 1.6f);
      break;
    case Icon::kEllipse:
      grid.Arc({8, 8}, 6, 0, 2 * kPi, 1.6f);
      break;
    case Icon::kDiamond:
      grid.Line({{8, 1.5f}, {14.5f, 8}, {8, 14.5f}, {1.5f, 8}, {8.4f, 1.1f}}, 1.6f);
      break;
    case Icon::kArrow:
      grid.Line({{1.5f, 8}, {14, 8}}, 1.7f);
      grid.Line({{9.5f, 3.5f}, {14.2f, 8}, {9.5f, 12.5f}}, 1.7f);
      break;
    case Icon::kTextTool:
      grid.Line({{2.5f, 4.5f}, {2.5f, 2.5f}, {13.5f, 2.5f}, {13.5f, 4.5f}}, 1.6f);
      grid.Line({{8, 2.5f}, {8, 13.5f}}, 1.6f);
      grid.Line({{6, 13.5f}, {10, 13.5f}}, 1.6f);
      break;
    case Icon::kNote:
      grid.Line({{14, 9}, {9, 14}, {2, 14}, {2, 2}, {14, 2}, {14, 9}, {9, 9}, {9, 14}}, 1.5f);
      break;
    case Icon::kPen:
      grid.Line({{2, 14}, {3, 10}, {11, 2}, {14, 5}, {6, 13}, {2, 14}}, 1.5f);
      break;
    case Icon::kEraser:
      grid.Line({{6, 13.5f}, {2, 9.5f}, {9, 2.5f}, {14, 7.5f}, {8, 13.5f}, {5.5f, 13.5f}}, 1.5f);
      grid.Line({{5.5f, 6}, {10.5f, 11}}, 1.5f);
      break;
    case Icon::kFrame:
      grid.Line({{4.5f, 1}, {4.5f, 15}}, 1.4f);
      grid.Line({{11.5f, 1}, {11.5f, 15}}, 1.4f);
      grid.Line({{1, 4.5f}, {15, 4.5f}}, 1.4f);
      grid.Line({{1, 11.5f}, {15, 11.5f}}, 1.4f);
      break;
    case Icon::kUndo:
      grid.Line({{6, 2.5f}, {2.5f, 6}, {6, 9.5f}}, 1.6f);
      grid.Line({{2.5f, 6}, {10, 6}, {13.2f, 8}, {13.2f, 11.5f}, {10, 13.5f}, {6, 13.5f}}, 1.6f);
      break;
    case Icon::kRedo:
      grid.Line({{10, 2.5f}, {13.5f, 6}, {10, 9.5f}}, 1.6f);
      grid.Line({{13.5f, 6}, {6, 6}, {2.8f, 8}, {2.8f, 11.5f}, {6, 13.5f}, {10, 13.5f}}, 1.6f);
      break;
    case Icon::kTidy:
      grid.Bar(1, 6, 5, 10);
      grid.Bar(11, 1.5f, 15, 5.5f);
      grid.Bar(11, 10.5f, 15, 14.5f);
      grid.Line({{5, 8}, {8, 8}, {8, 3.5f}, {11, 3.5f}}, 1.3f);
      grid.Line({{8, 8}, {8, 12.5f}, {11, 12.5f}}, 1.3f);
      break;
    case Icon::kGrid:
      for (const float at : {3.0f, 8.0f, 13.0f}) {
        for (const float row : {3.0f, 8.0f, 13.0f}) grid.Bar(at - 1, row - 1, at + 1, row + 1);
      }
      break;
    case Icon::kFit:
      grid.Line({{2, 5.5f}, {2, 2}, {5.5f, 2}}, 1.6f);
      grid.Line({{10.5f, 2}, {14, 2}, {14, 5.5f}}, 1.6f);
      grid.Line({{14, 10.5f}, {14, 14}, {10.5f, 14}}, 1.6f);
      grid.Line({{5.5f, 14}, {2, 14}, {2, 10.5f}}, 1.6f);
      break;
    case Icon::kSave:
      grid.Line({{8, 1.5f}, {8, 10}}, 1.6f);
      grid.Line({{4.5f, 6.8f}, {8, 10.3f}, {11.5f, 6.8f}}, 1.6f);
      grid.Line({{2, 11}, {2, 14}, {14, 14}, {14, 11}}, 1.6f);
      break;
    default:
      break;
  }
}

// The groups of the whiteboard's parts.
void DrawGroupIcon(const IconGrid& grid, Icon icon) {
  switch (icon) {
    case Icon::kGlobe:
      grid.Arc({8, 8}, 6, 0, 2 * kPi, 1.4f);
      grid.Line({{2, 8}, {14, 8}}, 1.4f);
      grid.Line({{8, 2}, {5.5f, 5}, {5.5f, 11}, {8, 14}, {10.5f, 11}, {10.5f, 5}, {8, 2}}, 1.3f);
      break;
    case Icon::kStream:
      for (const float y : {3.5f, 8.0f, 12.5f}) {
        grid.Line({{1.5f, y}, {4.7f, y - 1.6f}, {8, y}, {11.3f, y + 1.6f}, {14.5f, y}}, 1.5f);
      }
      break;
    case Icon::kTable:
      grid.Line({{2, 3}, {14, 3}, {14, 13}, {2, 13}, {2, 2.4f}}, 1.4f);
      grid.Line({{2, 6.5f}, {14, 6.5f}}, 1.4f);
      grid.Line({{6.5f, 3}, {6.5f, 13}}, 1.4f);
      break;
    case Icon::kTag:
      grid.Line({{2, 2.5f}, {8, 2.5f}, {14, 8.5f}, {8.5f, 14}, {2, 7.8f}, {2, 2}}, 1.4f);
      grid.Bar(4.2f, 4.6f, 6.2f, 6.6f);
      break;
    case Icon::kSearch:
      grid.Arc({7, 7}, 4.6f, 0, 2 * kPi, 1.6f);
      grid.Line({{10.3f, 10.3f}, {14, 14}}, 1.8f);
      break;
    case Icon::kLayers:
      grid.Line({{8, 2}, {14.5f, 5.2f}, {8, 8.4f}, {1.5f, 5.2f}, {8.4f, 1.8f}}, 1.4f);
      grid.Line({{1.5f, 8.2f}, {8, 11.4f}, {14.5f, 8.2f}}, 1.4f);
      grid.Line({{1.5f, 11}, {8, 14.2f}, {14.5f, 11}}, 1.4f);
      break;
    case Icon::kFork:
      grid.Line({{1.5f, 8}, {6, 8}, {10, 3.5f}, {14, 3.5f}}, 1.5f);
      grid.Line({{6, 8}, {10, 12.5f}, {14, 12.5f}}, 1.5f);
      break;
    case Icon::kCycle:
      grid.Arc({8, 8}, 5.6f, -0.2f * kPi, 1.35f * kPi, 1.6f);
      grid.Line({{9.5f, 5.2f}, {12.8f, 4.6f}, {13, 1.4f}}, 1.5f);
      break;
    case Icon::kGauge:
      grid.Arc({8, 10}, 6, kPi, 2 * kPi, 1.6f);
      grid.Line({{8, 10}, {11, 6.5f}}, 1.6f);
      grid.Line({{2, 13}, {14, 13}}, 1.4f);
      break;
    case Icon::kChat:
      grid.Line(
          {{2, 2.5f}, {14, 2.5f}, {14, 11}, {8, 11}, {4.5f, 14}, {4.5f, 11}, {2, 11}, {2, 1.9f}},
          1.4f);
      break;
    default:
      break;
  }
}

}  // namespace

ImVec2 TextSize(const Font& font, std::string_view text) {
  if (text.empty()) return ImVec2(0, font.px);
  return font.face->CalcTextSizeA(font.px, kNoLimit, kNoWrap, text.data(),
                                  text.data() + text.size());
}

void DrawText(const Theme& theme, ImDrawList* list, const Font& font, ImVec2 at, Color color,
              std::string_view text) {
  if (text.empty()) return;
  const ImVec2 on_grid(std::floor(at.x * theme.scale) / theme.scale,
                       std::floor(at.y * theme.scale) / theme.scale);
  list->AddText(font.face, font.px, on_grid, color, text.data(), text.data() + text.size());
}

void DrawCentered(const Theme& theme, ImDrawList* list, const Font& font, ImVec2 min, ImVec2 max,
                  Color color, std::string_view text) {
  const ImVec2 size = TextSize(font, text);
  DrawText(theme, list, font, ImVec2((min.x + max.x - size.x) / 2, (min.y + max.y - size.y) / 2),
           color, text);
}

float DrawWrapped(const Theme& theme, ImDrawList* list, const Font& font, ImVec2 at, float width,
                  Color color, std::string_view text) {
  const float leading = std::round(font.px * theme.size.prose_leading);
  float y = 0;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    const char* begin = line.data();
    const char* const end = begin + line.size();
    do {
      const char* stop = std::max(WrapPosition(font, begin, end, width), std::min(begin + 1, end));
      if (list != nullptr) {
        DrawText(theme, list, font, ImVec2(at.x, at.y + y), color,
                 std::string_view(begin, static_cast<std::size_t>(stop - begin)));
      }
      y += leading;
      begin = stop;
      while (begin < end && *begin == ' ') ++begin;
    } while (begin < end);
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  return y;
}

std::string Shortened(const Font& font, std::string_view text, float width) {
  if (TextSize(font, text).x <= width) return std::string(text);
  static constexpr std::string_view kEllipsis = "…";
  const float room = width - TextSize(font, kEllipsis).x;
  const char* rest = nullptr;
  font.face->CalcTextSizeA(font.px, std::max(0.0f, room), kNoWrap, text.data(),
                           text.data() + text.size(), &rest);
  std::string short_text(text.data(), static_cast<std::size_t>(rest - text.data()));
  while (!short_text.empty() && short_text.back() == ' ') short_text.pop_back();
  return short_text + std::string(kEllipsis);
}

void DrawIcon(ImDrawList* list, Icon icon, ImVec2 center, float size, Color color) {
  const float unit = size / 16;
  const IconGrid grid{list, ImVec2(center.x - size / 2, center.y - size / 2), unit, color};
  switch (icon) {
    case Icon::kNone:
      break;
    case Icon::kPlay:
      grid.Fill({3, 1}, {3, 15}, {14, 8});
      break;
    case Icon::kPause:
      grid.Bar(3, 2, 6.5f, 14);
      grid.Bar(9.5f, 2, 13, 14);
      break;
    case Icon::kSend:
      grid.Fill({1, 7.5f}, {15, 1}, {7, 9});
      grid.Fill({8, 10}, {15, 1}, {9, 15});
      break;
    case Icon::kCheck:
      grid.Line({{2.5f, 8.5f}, {6.5f, 12.5f}, {13.5f, 4}}, 2.2f);
      break;
    case Icon::kCross:
      grid.Line({{3.5f, 3.5f}, {12.5f, 12.5f}}, 2);
      grid.Line({{12.5f, 3.5f}, {3.5f, 12.5f}}, 2);
      break;
    case Icon::kBack:
      grid.Line({{10, 3}, {5, 8}, {10, 13}}, 2);
      break;
    case Icon::kGear:
      DrawGear(grid);
      break;
    case Icon::kBulb:
      grid.Arc({8, 6}, 4.5f, 0.75f * kPi, 2.25f * kPi);
      grid.Line({{5, 9.5f}, {6, 12}, {10, 12}, {11, 9.5f}});
      grid.Line({{6.5f, 14.5f}, {9.5f, 14.5f}});
      break;
    case Icon::kCode:
      grid.Line({{5, 4}, {1.5f, 8}, {5, 12}});
      grid.Line({{11, 4}, {14.5f, 8}, {11, 12}});
      grid.Line({{9, 3}, {7, 13}}, 1.5f);
      break;
    case Icon::kChevron:
      grid.Line({{3, 6}, {8, 11}, {13, 6}}, 2);
      break;
    case Icon::kDash:
      grid.Line({{2.5f, 8}, {13.5f, 8}}, 2);
      break;
    case Icon::kRing:
      grid.Arc({8, 8}, 5.4f, 0, 2 * kPi, 2);
      break;
    case Icon::kWarning:
      grid.Line({{8, 2}, {15, 14}, {1, 14}, {8, 2}, {8.6f, 3}}, 1.7f);
      grid.Line({{8, 6}, {8, 10}}, 1.8f);
      grid.Line({{8, 11.6f}, {8, 12.8f}}, 1.8f);
      break;
    case Icon::kPlus:
      grid.Line({{8, 2.5f}, {8, 13.5f}}, 2);
      grid.Line({{2.5f, 8}, {13.5f, 8}}, 2);
      break;
    case Icon::kClock:
      grid.Arc({8, 8}, 6.5f, 0, 2 * kPi);
      grid.Line({{8, 4}, {8, 8}, {11, 10}});
      break;
    case Icon::kLogo:
      grid.Line({{1.5f, 11.5f}, {5.5f, 7}, {8.5f, 9.5f}, {14.5f, 3}}, 2.2f);
      break;
    default:
      DrawToolIcon(grid, icon);
      DrawGroupIcon(grid, icon);
      break;
  }
}

void DrawBox(const Theme& theme, ImDrawList* list, ImVec2 min, ImVec2 max, Color fill, Color border,
             float rounding) {
  list->AddRectFilled(min, max, fill, rounding);
  StrokeRect(list, min, max, border, rounding, theme.size.hair);
}

}  // namespace app
