// A formula in two dimensions: where its glyphs, bars and fences stand. UI thread only (it measures
// with ImGui's fonts); the result is a plain value. Distances are logical pixels from the left end
// of the baseline, y downwards. The rules (axis, shift of scripts, size of operators) are those of
// common typesetting, in shares of an em.
#pragma once

#include <string>
#include <vector>

#include "app/ui/theme.h"
#include "app/ui/widgets/math_parser.h"

namespace app {

enum class MathMode { kInline, kDisplay };

struct MathBox {
  struct Glyphs {
    ImVec2 at{};  // upper left corner of the line of text
    Font font{};
    std::string text;
    bool doubled = false;  // struck twice, for 𝔼
    ImRect ink{};
  };
  struct Stroke {
    std::vector<ImVec2> points;
    float thickness = 1;
  };
  float width = 0;
  float ascent = 0;   // above the baseline
  float descent = 0;  // below it
  std::vector<Glyphs> glyphs;
  std::vector<Stroke> strokes;

  // Puts `other` with its baseline's left end at `at`; the extent is left to the caller.
  void Place(const MathBox& other, ImVec2 at);
};

MathBox LayoutMath(const MathNode& node, const FontSet& fonts, MathMode mode);

// Draws it with the left end of its baseline at `at`.
void DrawMath(const Theme& theme, ImDrawList* list, const MathBox& box, ImVec2 at, Color color);

}  // namespace app
