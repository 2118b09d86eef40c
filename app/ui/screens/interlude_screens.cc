// Self-rating, break and waiting for grades.
#include "app/ui/screens/interlude_screens.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <numbers>
#include <optional>

#include "app/ui/format.h"
#include "app/ui/screens/page.h"
#include "app/ui/widgets/card.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

constexpr std::array kRatings = {1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0};
constexpr float kTurn = 2 * std::numbers::pi_v<float>;

float RatingsWidth(const FrameContext& context) {
  float width = 0;
  for (const double rating : kRatings) {
    width += TextSize(context.theme.font.medium, FormatScore(rating)).x +
             2 * context.theme.size.control_padding;
  }
  return width;
}

// The dimension and what the rating means at the left, the ratings at the right; beneath where that
// would be too narrow.
void DrawRating(FrameContext& context, const interview::DimensionRule& rule, RoomState* state) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  std::vector<std::string> names;
  int chosen = -1;
  const auto given = state->ratings.find(rule.id);
  for (std::size_t i = 0; i < kRatings.size(); ++i) {
    names.push_back(FormatScore(kRatings[i]));
    if (given != state->ratings.end() && given->second == kRatings[i]) chosen = static_cast<int>(i);
  }
  const float room = ImGui::GetContentRegionAvail().x, ratings = RatingsWidth(context);
  const bool is_beside = room - ratings - m.large >= m.form_label_width;
  const float words = is_beside ? room - ratings - m.large : room;
  const ImVec2 start = ImGui::GetCursorPos();
  Text(context, theme.font.medium, theme.color.text, rule.title);
  Gap(m.line);
  // What it means is told for the rating that is given; a row keeps its height meanwhile.
  const auto meaning = chosen < 0
                           ? std::string_view("Not rated")
                           : std::string_view(rule.anchors[static_cast<std::size_t>(
                                 std::floor(kRatings[static_cast<std::size_t>(chosen)]) - 1)]);
  Paragraph(context, theme.font.small, chosen < 0 ? theme.color.faint : theme.color.muted, meaning,
            words);
  const ImVec2 end = ImGui::GetCursorPos();
  if (is_beside) ImGui::SetCursorPos(ImVec2(start.x + room - ratings, start.y));
  if (DrawSegments(context, rule.title.c_str(), names, &chosen)) {
    state->ratings[rule.id] = kRatings[static_cast<std::size_t>(chosen)];
  }
  ImGui::SetCursorPos(ImVec2(start.x, std::max(end.y, ImGui::GetCursorPosY())));
}

// How many of `rules` have been rated, and the two ways on.
void DrawRatingActions(FrameContext& context, const interview::Session& session, std::size_t rules,
                       RoomState* state) {
  const Theme& theme = context.theme;
  const ButtonOptions done{.style = ButtonStyle::kPrimary}, skip{.style = ButtonStyle::kQuiet};
  const ImVec2 at = ImGui::GetCursorPos();
  ImGui::SetCursorPosY(at.y + (theme.size.control_height - theme.font.ui.px) / 2);
  Text(context, theme.font.ui, theme.color.muted,
       std::to_string(state->ratings.size()) + " of " + std::to_string(rules) + " rated");
  ImGui::SetCursorPos(at);
  AlignRight(ButtonSize(context, "Skip", skip).x + theme.size.small +
             ButtonSize(context, "Done", done).x);
  if (DrawButton(context, "Skip", skip)) {
    context.Emit(command::Act{interview::event::SelfRated{{}, session.round()}});
    state->ratings.clear();
  }
  ImGui::SameLine();
  if (DrawButton(context, "Done", done)) {
    context.Emit(command::Act{interview::event::SelfRated{state->ratings, session.round()}});
    state->ratings.clear();
  }
}

// A line in the middle of what is left of the line.
void Centred(FrameContext& context, const Font& font, Color color, std::string_view text) {
  const float room = ImGui::GetContentRegionAvail().x;
  const std::string shown = Shortened(font, text, room);
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + (room - TextSize(font, shown).x) / 2);
  Text(context, font, color, shown);
}

// A card in the middle of an otherwise empty screen, a little above its centre. Its height is the
// content's; `height` is what it will be about.
class Interlude {
 public:
  Interlude(FrameContext& context, const char* name, float height) : context_(context) {
    const Metrics& m = context.theme.size;
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    BeginScreen(context, name);
    BeginScroll(context, "page", display, ImVec2(0, 0));
    const float width = std::min(m.dialog_width, display.x - 2 * m.margin);
    ImGui::SetCursorPos(
        ImVec2((display.x - width) / 2, std::max(m.huge, (display.y - height) * 0.45f)));
    context.focus.BeginPanel(name);
    card_.emplace(context, CardOptions{.width = width, .padding = m.huge});
  }
  ~Interlude() {
    card_.reset();
    context_.focus.EndPanel();
    EndScroll();
    EndScreen(context_);
  }
  Interlude(const Interlude&) = delete;
  Interlude& operator=(const Interlude&) = delete;

 private:
  FrameContext& context_;
  std::optional<Card> card_;
};

// The time left in a ring that empties in whole seconds, like the digits.
void DrawBreakClock(FrameContext& context, interview::Duration left, interview::Duration length) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const float room = ImGui::GetContentRegionAvail().x;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 center(at.x + room / 2, at.y + m.break_ring);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const auto seconds = [](interview::Duration d) {
    return static_cast<float>(std::chrono::duration_cast<std::chrono::seconds>(d).count());
  };
  const float radius = m.break_ring - m.tiny;
  list->PathArcTo(center, radius, 0, kTurn, 96);
  StrokePath(list, theme.color.hover, m.tiny);
  if (const float share = seconds(left) / std::max(1.0f, seconds(length)); share > 0) {
    list->PathArcTo(center, radius, -kTurn / 4, -kTurn / 4 + kTurn * std::min(share, 1.0f), 96);
    StrokePath(list, theme.color.accent, m.tiny);
  }
  ImGui::SetCursorScreenPos(ImVec2(at.x, center.y - theme.font.display.px / 2 - m.medium));
  Centred(context, theme.font.display, theme.color.text, FormatClock(left));
  Gap(m.tiny);
  Centred(context, theme.font.small, theme.color.muted, "left of the break");
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy(ImVec2(room, 2 * m.break_ring));
}

}  // namespace

void DrawSelfRatingScreen(FrameContext& context, const AppState& app, RoomState* state) {
  const interview::Session& session = *app.running->session;
  const interview::PlannedRound* plan = session.current_plan();
  if (plan == nullptr) return;
  if (state->session != app.running->id || state->round != session.round()) {
    *state = RoomState{};
    state->session = app.running->id;
    state->round = session.round();
  }
  BeginPage(context, app, "Self-rating", context.theme.size.narrow_page_width);
  PageTitle(context, "How did it go?",
            "Rate " + plan->title +
                " before you see the grades: 1 is poor, 3 is what one hires, 4 is outstanding. The "
                "debrief shows how near you were.");
  const auto rules = app.rules.rounds.find(plan->kind);
  std::size_t count = 0;
  if (rules != app.rules.rounds.end()) {
    Card card(context);
    for (const interview::DimensionRule& rule : rules->second.dimensions) {
      if (count++ > 0) DrawSeparator(context);
      DrawRating(context, rule, state);
    }
  }
  Gap(context.theme.size.large);
  DrawRatingActions(context, session, count, state);
  EndPage(context);
}

void DrawBreakScreen(FrameContext& context, const AppState& app, RoomState* state) {
  (void)state;
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const interview::Session& session = *app.running->session;
  const auto done = static_cast<std::size_t>(session.round() + 1);
  const auto& rounds = session.plan().rounds;
  const Interlude interlude(context, "Break", 2 * m.break_ring + 2.4f * m.card_height);
  Centred(context, theme.font.heading, theme.color.text, "Break");
  Gap(m.large);
  DrawBreakClock(context, session.BreakLeft(app.running->now), rounds[done - 1].break_after);
  Gap(m.large);
  Centred(context, theme.font.small, theme.color.muted,
          std::to_string(done) + " of " + std::to_string(rounds.size()) + " rounds done");
  if (done < rounds.size()) {
    const interview::PlannedRound& next = rounds[done];
    const std::string kind(interview::DisplayName(next.kind));
    Gap(m.tiny);
    Centred(context, theme.font.medium, theme.color.text,
            "Next: " + next.title + (kind == next.title ? "" : "  ·  " + kind) + "  ·  " +
                FormatLength(next.length));
  }
  Gap(m.large);
  const float width = ImGui::GetContentRegionAvail().x;
  if (DrawButton(context, "Start the next round",
                 {.style = ButtonStyle::kPrimary, .icon = Icon::kPlay, .size = ImVec2(width, 0)})) {
    context.Emit(command::Act{interview::event::BreakEnded{}});
  }
  Gap(m.medium);
  Centred(context, theme.font.small, theme.color.muted,
          "It starts by itself when the break is over. Stand up, drink something.");
}

void DrawScoringScreen(FrameContext& context, const AppState& app) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const std::size_t pending = app.running->session->pending().size();
  const Interlude interlude(context, "Grading", 1.7f * m.card_height);
  Text(context, theme.font.title, theme.color.text, "Grading your answers");
  Gap(m.medium);
  DrawBusy(context, pending == 0 ? "Adding up"
                                 : std::to_string(pending) +
                                       (pending == 1 ? " evaluation is" : " evaluations are") +
                                       " still running");
  Gap(m.large);
  if (DrawButton(context, "Wait on the home screen")) {
    context.Emit(command::Navigate{Route::kHome});
  }
}

}  // namespace app
