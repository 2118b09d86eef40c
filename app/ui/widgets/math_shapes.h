// What grows with a formula and is therefore drawn: fences, large operators, accents.
// Any thread; pure functions that add strokes to a box and set its width.
#pragma once

#include <string_view>

#include "app/ui/widgets/math_layout.h"

namespace app {

// Within [0, height], y downwards. False for a delimiter or operator that is not drawn.
bool DrawnFence(std::string_view text, float height, float em, float thickness, MathBox* box);
bool DrawnOperator(std::string_view text, float height, float thickness, MathBox* box);

// Stands on the baseline of its box.
void DrawnAccent(std::string_view name, float width, float height, float thickness, MathBox* box);

}  // namespace app
