// Two texts of code side by side, with a sign and a colour where they differ. UI thread only.
#pragma once

#include <string>
#include <vector>

#include "app/ui/frame_context.h"
#include "app/ui/widgets/line_diff.h"

namespace app {

// Keeps the texts that its rows view into; made again when they change.
struct DiffState {
  std::string left, right;
  std::vector<DiffRow> rows;
  bool made = false;
};

// As high as it needs to be; long lines are wrapped under their own indentation.
void DrawDiff(FrameContext& context, const std::string& left_title, const std::string& left,
              const std::string& right_title, const std::string& right, float width,
              DiffState* state);

}  // namespace app
