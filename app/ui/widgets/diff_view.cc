// Rows of two columns.
#include "app/ui/widgets/diff_view.h"

#include <algorithm>
#include <cmath>

#include "app/ui/draw.h"
#include "app/ui/format.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

constexpr float kTint = 0.16f;  // of the colour behind a line that differs

void Follow(const std::string& left, const std::string& right, DiffState* state) {
  if (state->made && state->left == left && state->right == right) return;
  state->made = true;
  state->left = left;
  state->right = right;
  state->rows = DiffLines(state->left, state->right);
}

// One side of one row; with a null list it only measures.
class Side {
 public:
  Side(const Theme& theme, ImDrawList* list, float width)
      : theme_(theme),
        list_(list),
        width_(width),
        em_(TextSize(theme.font.code_small, "0").x),
        gutter_(em_ * 5 + theme.size.small) {}

  float Height(std::string_view line) const { return Lines(nullptr, {}, line); }

  void Draw(ImVec2 at, float height, std::string_view line, int number, Color tint,
            const char* sign) const {
    if (tint != 0) {
      list_->AddRectFilled(at, ImVec2(at.x + width_, at.y + height), WithOpacity(tint, kTint));
      DrawText(theme_, list_, theme_.font.code_small, ImVec2(at.x + theme_.size.tiny, at.y), tint,
               sign);
    }
    if (number == 0) return;
    const std::string text = std::to_string(number);
    const float right = at.x + gutter_ - theme_.size.small;
    DrawText(theme_, list_, theme_.font.code_small,
             ImVec2(right - em_ * static_cast<float>(text.size()), at.y), theme_.color.faint, text);
    Lines(list_, at, line);
  }

 private:
  // The wrapped lines keep the indentation of the first.
  float Lines(ImDrawList* list, ImVec2 at, std::string_view line) const {
    const std::size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
    const float left = std::min(gutter_ + em_ * static_cast<float>(indent), width_ / 2);
    return DrawWrapped(theme_, list, theme_.font.code_small, ImVec2(at.x + left, at.y),
                       width_ - left, theme_.color.body,
                       FormatOutput(line.substr(indent).empty() ? " " : line.substr(indent)));
  }

  const Theme& theme_;
  ImDrawList* list_;
  float width_, em_, gutter_;
};

std::string Summary(const std::vector<DiffRow>& rows) {
  const auto count = [&](DiffRow::Kind kind) {
    return std::count_if(rows.begin(), rows.end(),
                         [kind](const DiffRow& row) { return row.kind == kind; });
  };
  const auto changed = count(DiffRow::Kind::kChanged), left = count(DiffRow::Kind::kLeft),
             right = count(DiffRow::Kind::kRight);
  if (changed + left + right == 0) return "The two are the same.";
  return std::to_string(changed) + " changed lines, " + std::to_string(left) +
         " only at the left, " + std::to_string(right) + " only at the right";
}

}  // namespace

void DrawDiff(FrameContext& context, const std::string& left_title, const std::string& left,
              const std::string& right_title, const std::string& right, float width,
              DiffState* state) {
  Follow(left, right, state);
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const float column = std::floor((width - m.medium) / 2);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const std::string summary = Summary(state->rows);
  Paragraph(context, theme.font.small, theme.color.muted, summary, width);
  Gap(m.small);
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const float second = origin.x + column + m.medium;
  DrawText(theme, list, theme.font.small_medium, origin, theme.color.text,
           Shortened(theme.font.small_medium, left_title, column));
  DrawText(theme, list, theme.font.small_medium, ImVec2(second, origin.y), theme.color.text,
           Shortened(theme.font.small_medium, right_title, column));
  float y = origin.y + std::round(theme.font.small_medium.px * m.prose_leading) + m.tiny;
  const Side side(theme, list, column);
  for (const DiffRow& row : state->rows) {
    const float height = std::max(side.Height(row.left), side.Height(row.right));
    if (ImGui::IsRectVisible(ImVec2(origin.x, y), ImVec2(origin.x + width, y + height))) {
      const bool differs = row.kind != DiffRow::Kind::kSame;
      side.Draw(ImVec2(origin.x, y), height, row.left, row.left_line,
                differs && row.left_line > 0 ? theme.color.bad : 0, "−");
      side.Draw(ImVec2(second, y), height, row.right, row.right_line,
                differs && row.right_line > 0 ? theme.color.good : 0, "+");
    }
    y += height;
  }
  context.tree.Record([&] {
    return UiNode{.role = "diff",
                  .label = left_title + " beside " + right_title,
                  .value = summary,
                  .min = origin,
                  .max = ImVec2(origin.x + width, y)};
  });
  ImGui::Dummy(ImVec2(width, y - origin.y));
}

}  // namespace app
