// Rows of phases.
#include "app/ui/panels/phase_times.h"

#include <algorithm>

#include "app/ui/draw.h"
#include "app/ui/format.h"
#include "app/ui/widgets/card.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using interview::Duration;

std::string InWords(Duration spent, Duration budget) {
  std::string words = FormatClock(spent) + " of " + FormatClock(budget);
  if (spent > budget) words += ", " + FormatClock(spent - budget) + " over";
  if (spent == Duration::zero()) words += ", skipped";
  return words;
}

void DrawPhase(FrameContext& context, const std::string& title, Duration spent, Duration budget) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const float width = ImGui::GetContentRegionAvail().x;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const std::string words = InWords(spent, budget);
  const float words_width = TextSize(theme.font.small, words).x;
  const bool over = spent > budget;
  Text(context, theme.font.ui, theme.color.body,
       Shortened(theme.font.ui, title, width - words_width - m.medium));
  DrawText(theme, ImGui::GetWindowDrawList(), theme.font.small,
           ImVec2(at.x + width - words_width, at.y), over ? theme.color.warning : theme.color.muted,
           words);
  context.tree.Record([&] {
    return UiNode{.role = "fact",
                  .label = title,
                  .value = words,
                  .min = at,
                  .max = ImVec2(at.x + width, at.y + theme.font.ui.px)};
  });
  const float share = budget == Duration::zero()
                          ? 0
                          : static_cast<float>(spent.count()) / static_cast<float>(budget.count());
  Gap(m.hair);
  DrawProgressBar(context, ImVec2(width, m.tiny), std::min(share, 1.0f),
                  over ? theme.color.warning : theme.color.accent);
  Gap(m.small);
}

}  // namespace

void DrawPhaseTimes(FrameContext& context, const interview::Session& session, std::size_t round) {
  const interview::RoundRecord& record = session.rounds()[round];
  const interview::PlannedRound& plan = session.plan().rounds[round];
  if (!record.started || plan.phases.empty()) return;
  const interview::RoundClock clock =
      session.Clock(static_cast<int>(round), record.submitted.value_or(session.last_event()));
  const Card card(context);
  Paragraph(context, context.theme.font.heading, context.theme.color.text, "Time by phase");
  Gap(context.theme.size.small);
  for (std::size_t i = 0; i < plan.phases.size(); ++i) {
    DrawPhase(context, plan.phases[i].title, clock.phase_elapsed[i], clock.phase_budgets[i]);
  }
}

}  // namespace app
