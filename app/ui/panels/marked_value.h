// JSON on the screen with the place where it differs marked, and rows of label and value.
// UI thread only; no state.
#pragma once

#include <string>
#include <string_view>

#include "app/ui/frame_context.h"
#include "interview/base/json.h"
#include "interview/model/question.h"

namespace app {

// A text for the screen and the bytes of it that are marked; none where begin == end.
struct MarkedText {
  std::string text;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// As FormatValue(value, limit), with the part at `path` marked: "[2][0]", "nums[1]",
// "root.left.right" of a tree in level order. Nothing is marked where there is no such part.
MarkedText MarkValue(const interview::Json& value, std::string_view path, std::size_t limit = 2000);

// A value cut to about `most_bytes`; arguments that were changed in place stand by their names,
// "nums = [1,3]", a line each. `question` may be null. `path` as in MarkValue(), by names.
MarkedText ShowValue(const interview::Json& value, const interview::Question* question,
                     std::string_view path, std::size_t most_bytes);

// Both values as ShowValue() does, each marked at its first difference.
struct MarkedPair {
  MarkedText expected;
  MarkedText got;
};
MarkedPair MarkDifference(const interview::Json& expected, const interview::Json& got,
                          const interview::Question* question, std::size_t most_bytes);

// Whether Shortened() has left something out.
bool IsCut(const interview::Json& value);

// A label and a value in a box of its own; what is marked has another ground and a line beneath.
void DrawValueRow(FrameContext& context, std::string_view label, const MarkedText& value, Color ink,
                  float width);
void DrawValueRow(FrameContext& context, std::string_view label, const std::string& value,
                  Color ink, float width);

}  // namespace app
