// How cost grows with size: what was measured as points, the fitted class and the class asked for
// as curves, both axes logarithmic, so that a power of n is a straight line. UI thread only; no
// state.
#pragma once

#include <string_view>

#include "app/ui/frame_context.h"
#include "interview/model/judgement.h"

namespace app {

// `declared`: the class that the question asks for, "O(n)"; one whose curve is not known is only
// named. Draws nothing without at least two points of a size and cost above zero.
void DrawGrowthChart(FrameContext& context, const interview::GrowthFit& growth,
                     std::string_view declared, float width);

// The value at `size` of the curve of a class, up to a factor; the power law with `exponent` where
// the class has no curve of its own. For a name of two classes, the first.
double GrowthCurve(std::string_view growth_class, double exponent, double size);

}  // namespace app
