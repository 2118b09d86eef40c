// Labels of the whiteboard: broken into lines, and how large a node they ask for.
// Any thread; pure functions.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/board/board_geometry.h"

namespace app {

// Width of a text at a size of `em` units.
using MeasureText = std::function<double(std::string_view text, double em)>;

inline constexpr double kLabelEm = 14;
inline constexpr double kSmallEm = 11.5;    // palette names, labels of edges, titles of frames
inline constexpr double kLineHeight = 1.3;  // in em

// Good to a tenth for a proportional font of the usual width.
double EstimateTextWidth(std::string_view text, double em);
// Breaks at spaces and line ends, and within a word that is wider than the line. At least one line.
// `measure` may be empty: the estimate then.
std::vector<std::string> WrapLabel(std::string_view text, double width, double em,
                                   const MeasureText& measure = {});

// Where the label of a node goes: what of the rectangle lies within its shape.
BoardRect LabelRect(const interview::BoardNode& node);
// A size at which the label fits: the shape's default or larger. Frames keep the default.
BoardPoint FittingSize(const interview::BoardNode& node, const MeasureText& measure = {});

}  // namespace app
