// Rows of points.
#include "app/ui/panels/review_list.h"

#include <algorithm>

#include "app/ui/format.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

constexpr int kPage = 6;              // rows that Page Down passes
constexpr float kTextColumn = 0.62f;  // of a wide row, for the text

std::string Count(const Review& review, const std::string& section) {
  std::size_t all = 0, earned = 0;
  for (const ReviewPoint& point : review.points) {
    if (point.section != section) continue;
    ++all;
    if (point.state == ReviewState::kEarned) ++earned;
  }
  return std::to_string(earned) + " of " + std::to_string(all);
}

bool IsCounted(const ReviewPoint& point) {
  return point.state != ReviewState::kMisconception && point.state != ReviewState::kFinding;
}

// The drawing of one list; with a null draw list it only measures.
class Rows {
 public:
  Rows(const FrameContext& context, const Review& review, ImDrawList* list, float width)
      : theme_(context.theme), m_(theme_.size), review_(review), list_(list), width_(width) {}

  float Heading(ImVec2 at, const ReviewPoint& point) const {
    const std::string count = IsCounted(point) ? Count(review_, point.section) : std::string();
    const float count_width = TextSize(theme_.font.small, count).x;
    const float room = width_ - 2 * m_.medium - count_width - m_.small;
    const float height = DrawWrapped(theme_, list_, theme_.font.small_medium,
                                     ImVec2(at.x + m_.medium, at.y + m_.medium), room,
                                     theme_.color.muted, point.section);
    if (list_ != nullptr) {
      DrawText(theme_, list_, theme_.font.small,
               ImVec2(at.x + width_ - m_.medium - count_width, at.y + m_.medium),
               theme_.color.muted, count);
    }
    return height + m_.medium + m_.tiny;
  }

  // What the point is, its state and why, and what to do about it. Where there is room, the state
  // stands beside the text.
  float Point(ImVec2 at, const ReviewPoint& point) const {
    const ReviewLook look = LookOf(point.state);
    const Color ink = theme_.color.tint[static_cast<std::size_t>(look.tint)].ink;
    const float left = at.x + m_.medium + m_.large + m_.tiny, right = at.x + width_ - m_.medium;
    const bool is_wide = width_ >= m_.beside_width;
    const float column = is_wide ? std::round(left + (right - left) * kTextColumn) : left;
    const float text_right = is_wide ? column - m_.large : right;
    float y = at.y + m_.small;
    if (list_ != nullptr) {
      DrawIcon(list_, look.sign,
               ImVec2(at.x + m_.medium + m_.icon / 2, y + theme_.font.ui.px * m_.prose_leading / 2),
               m_.icon, ink);
    }
    const float beside = y + (theme_.font.ui.px - theme_.font.small.px) / 2 + m_.hair;
    y += DrawWrapped(theme_, list_, theme_.font.ui, ImVec2(left, y), text_right - left,
                     theme_.color.text, FormatOutput(point.text));
    const float below = State(ImVec2(column, is_wide ? beside : y), right - column, ink, point);
    if (!is_wide) y = below;
    if (!point.advice.empty()) y = Advice(ImVec2(left, y + m_.hair), text_right - left, point);
    return std::max(y, below) + m_.small - at.y;
  }

 private:
  float LineHeight() const { return std::round(theme_.font.small.px * m_.prose_leading); }

  // Each returns where the next line begins.
  float State(ImVec2 at, float width, Color ink, const ReviewPoint& point) const {
    const std::string state =
        std::string(Title(point.state)) + (point.reason.empty() ? "" : "  ·  ");
    const float indent = TextSize(theme_.font.small_medium, state).x;
    if (list_ != nullptr) DrawText(theme_, list_, theme_.font.small_medium, at, ink, state);
    if (point.reason.empty()) return at.y + LineHeight();
    return at.y + DrawWrapped(theme_, list_, theme_.font.small, ImVec2(at.x + indent, at.y),
                              width - indent, theme_.color.muted, FormatOutput(point.reason));
  }
  float Advice(ImVec2 at, float width, const ReviewPoint& point) const {
    const float indent = m_.icon + m_.tiny;
    if (list_ != nullptr) {
      DrawIcon(list_, Icon::kBulb, ImVec2(at.x + m_.icon / 2 - m_.hair, at.y + LineHeight() / 2),
               m_.icon, theme_.color.info);
    }
    return at.y + DrawWrapped(theme_, list_, theme_.font.small, ImVec2(at.x + indent, at.y),
                              width - indent, theme_.color.info, FormatOutput(point.advice));
  }

  const Theme& theme_;
  const Metrics& m_;
  const Review& review_;
  ImDrawList* list_;
  float width_;
};

void Measure(const FrameContext& context, const Review& review, float width,
             ReviewListState* state) {
  if (state->width == width && state->px == context.theme.font.ui.px) return;
  state->width = width;
  state->px = context.theme.font.ui.px;
  state->rows.clear();
  const Rows rows(context, review, nullptr, width);
  const ReviewPoint* before = nullptr;
  for (std::size_t i = 0; i < review.points.size(); ++i) {
    const ReviewPoint& point = review.points[i];
    if (state->shown && point.state != *state->shown) continue;
    const bool begins = before == nullptr || before->section != point.section;
    state->rows.push_back({i, begins ? rows.Heading({}, point) : 0, rows.Point({}, point)});
    before = &point;
  }
}

// The row of the chosen point; -1: none is chosen, or it is not shown.
int RowOf(const ReviewListState& state) {
  for (std::size_t row = 0; row < state.rows.size(); ++row) {
    if (static_cast<int>(state.rows[row].point) == state.chosen) return static_cast<int>(row);
  }
  return -1;
}

std::string Spoken(const ReviewPoint& point) {
  std::string words(Title(point.state));
  if (!point.reason.empty()) words += ". " + point.reason;
  if (!point.advice.empty()) words += " Advice: " + point.advice;
  return words;
}

// The list's keys, while it has the focus; true when another row was chosen.
bool TakeKeys(ReviewListState* state) {
  if (state->rows.empty()) return false;
  int row = RowOf(*state);
  const int count = static_cast<int>(state->rows.size());
  const bool first = row < 0 && KeyPressed(Key::kDown);
  if (first) {
    row = 0;
  } else if (!MoveChoice(count, kPage, &row)) {
    return false;
  }
  state->chosen = static_cast<int>(state->rows[static_cast<std::size_t>(std::max(row, 0))].point);
  state->reveal = true;
  return true;
}

}  // namespace

ReviewLook LookOf(ReviewState state) {
  switch (state) {
    case ReviewState::kEarned:
      return {Icon::kCheck, BoardTint::kGreen, MarkLine::kSolid};
    case ReviewState::kPartly:
      return {Icon::kDash, BoardTint::kYellow, MarkLine::kDashed};
    case ReviewState::kMissing:
      return {Icon::kRing, BoardTint::kGrey, MarkLine::kDots};
    case ReviewState::kContradicted:
      return {Icon::kCross, BoardTint::kRed, MarkLine::kDouble};
    case ReviewState::kMisconception:
      return {Icon::kWarning, BoardTint::kPink, MarkLine::kWave};
    case ReviewState::kFinding:
      return {Icon::kSearch, BoardTint::kOrange, MarkLine::kDots};
  }
  return {};
}

void DrawReviewFilter(FrameContext& context, const Review& review, ReviewListState* state) {
  const auto choose = [&](std::optional<ReviewState> shown) {
    state->shown = shown;
    state->width = -1;
  };
  const std::string all = "All " + std::to_string(review.points.size()) + "##all";
  if (DrawChip(context, all.c_str(), {.chosen = !state->shown})) choose(std::nullopt);
  for (const ReviewState one : kReviewStates) {
    const auto count = std::count_if(review.points.begin(), review.points.end(),
                                     [one](const ReviewPoint& p) { return p.state == one; });
    if (count == 0) continue;
    const ReviewLook look = LookOf(one);
    const std::string label =
        std::string(Title(one)) + " " + std::to_string(count) + "##" + std::string(Title(one));
    const ChipOptions options{
        .dot = context.theme.color.tint[static_cast<std::size_t>(look.tint)].ink,
        .mark = look.sign,
        .chosen = state->shown == one};
    WrapNext(context, ChipWidth(context, label.c_str(), options));
    if (DrawChip(context, label.c_str(), options)) {
      choose(state->shown == one ? std::nullopt : std::optional(one));
    }
  }
}

float ReviewListHeight(const FrameContext& context, const Review& review, float width,
                       ReviewListState* state) {
  Measure(context, review, width, state);
  float height = 0;
  for (const ReviewListState::Row& row : state->rows) height += row.heading + row.height;
  return height;
}

bool DrawReviewList(FrameContext& context, const char* label, const Review& review, ImVec2 size,
                    ReviewListState* state) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  bool chosen = false;
  BeginScroll(context, label, size, ImVec2(0, 0));
  const float width = size.x - m.scrollbar - m.tiny;
  Measure(context, review, width, state);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImRect clip = ImGui::GetCurrentWindow()->ClipRect;
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const ImGuiID id = ImGui::GetID("points");
  if (context.focus.HasFocus(id) && !context.focus.JustGained()) chosen = TakeKeys(state);
  const int current = RowOf(*state);
  const Rows rows(context, review, list, width);
  context.tree.Open("list", VisibleLabel(label), origin,
                    ImVec2(origin.x + size.x, origin.y + size.y));
  float y = origin.y;
  for (std::size_t i = 0; i < state->rows.size(); ++i) {
    const ReviewListState::Row& row = state->rows[i];
    const ReviewPoint& point = review.points[row.point];
    const ImVec2 min(origin.x, y + row.heading), max(origin.x + width, min.y + row.height);
    const bool is_current = static_cast<int>(i) == current;
    const bool shows = max.y >= clip.Min.y && y <= clip.Max.y;
    if (shows && row.heading > 0) rows.Heading(ImVec2(origin.x, y), point);
    if (shows) {
      ImGui::SetCursorScreenPos(min);
      ImGui::PushID(static_cast<int>(row.point));
      const bool pressed = ImGui::InvisibleButton("row", ImVec2(width, max.y - min.y));
      ImGui::PopID();
      const bool hovered = ImGui::IsItemHovered();
      if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
      if (is_current || hovered) {
        list->AddRectFilled(min, max, is_current ? theme.color.accent_soft : theme.color.raised,
                            m.radius_control);
      }
      rows.Point(min, point);
      if (pressed) {
        state->chosen = static_cast<int>(row.point);
        context.focus.Focus(id);
        chosen = true;
      }
    }
    const bool holds_focus = is_current || (current < 0 && i == 0);
    if (holds_focus &&
        context.focus.Add(id, FocusRing::Kind::kPress, ImVec2(min.x + m.line, min.y + m.line),
                          ImVec2(max.x - m.line, max.y - m.line), theme)) {
      state->chosen = static_cast<int>(row.point);
      chosen = true;
    }
    if (is_current && state->reveal) {
      state->reveal = false;
      const float middle = (min.y + max.y) / 2 - ImGui::GetWindowPos().y;
      if (min.y < clip.Min.y || max.y > clip.Max.y) ImGui::SetScrollFromPosY(middle, 0.5f);
    }
    context.tree.Record([&] {
      return UiNode{.role = "point",
                    .label = point.text,
                    .value = Spoken(point),
                    .min = min,
                    .max = max,
                    .focused = holds_focus && context.focus.HasFocus(id),
                    .on = is_current};
    });
    y = max.y;
  }
  context.tree.Close();
  ImGui::SetCursorScreenPos(origin);
  ImGui::Dummy(ImVec2(width, y - origin.y));
  EndScroll();
  return chosen;
}

}  // namespace app
