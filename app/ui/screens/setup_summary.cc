// The summary of what would be started.
#include "app/ui/screens/setup_summary.h"

#include <algorithm>
#include <chrono>

#include "app/ui/format.h"
#include "app/ui/screens/page.h"
#include "app/ui/widgets/card.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using interview::Duration;
using interview::RoundKind;

Duration Minutes(double minutes) {
  return std::chrono::duration_cast<Duration>(
      std::chrono::duration<double, std::ratio<60>>(minutes));
}

const interview::Question* ChosenQuestion(const AppState& app, const command::StartDrill& start) {
  if (start.questions.empty()) return nullptr;
  const auto& all = app.bank.questions();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const interview::QuestionPtr& question) {
        return question->id == start.questions.front();
      });
  return found == all.end() ? nullptr : found->get();
}

// Without a question or a wish, how long it takes is known once the question is.
double MinutesOfDrill(const interview::Question* question, const command::StartDrill& start) {
  if (start.minutes) return *start.minutes;
  return question == nullptr ? 0 : question->minutes;
}

float StepHeight(const Theme& theme, const SetupSummary::Step& step) {
  const Metrics& m = theme.size;
  if (step.is_break) return theme.font.small.px + m.medium;
  return theme.font.medium.px + (step.caption.empty() ? 0 : theme.font.small.px + m.line) +
         m.medium;
}

// A dot on the line of time, a title with a caption, and the length at the right end.
void DrawStep(FrameContext& context, const SetupSummary::Step& step, bool is_last) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x, height = StepHeight(theme, step);
  const Font& font = step.is_break ? theme.font.small : theme.font.medium;
  const Color ink = step.is_break ? theme.color.faint : theme.color.text;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 dot(at.x + m.tiny + m.hair, at.y + font.px / 2);
  if (!is_last) {
    list->AddRectFilled(ImVec2(dot.x - m.hair / 2, dot.y),
                        ImVec2(dot.x + m.hair / 2, at.y + height + font.px / 2),
                        theme.color.border);
  }
  if (step.is_break) {
    list->AddCircleFilled(dot, m.dot - m.hair, theme.color.faint);
  } else {
    list->AddCircleFilled(dot, m.tiny + m.hair, theme.color.accent);
  }
  const float left = at.x + m.large + m.tiny;
  if (step.length > Duration::zero()) {
    const std::string length = FormatLength(step.length);
    DrawText(theme, list, theme.font.small,
             ImVec2(at.x + width - TextSize(theme.font.small, length).x,
                    dot.y - theme.font.small.px / 2),
             theme.color.muted, length);
  }
  ImGui::SetCursorScreenPos(ImVec2(left, at.y));
  Text(context, font, ink, step.title);
  if (!step.caption.empty()) {
    ImGui::SetCursorScreenPos(ImVec2(left, at.y + font.px + m.line));
    Text(context, theme.font.small, theme.color.muted, step.caption);
  }
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy(ImVec2(width, height));
  Gap(0);
}

}  // namespace

SetupSummary SummaryOfLoop(const interview::LoopPreset& preset, const command::StartLoop& start) {
  SetupSummary summary;
  summary.title = preset.title;
  summary.text = preset.summary;
  int number = 0;
  for (const interview::LoopRound& round : preset.rounds) {
    std::string kind(interview::DisplayName(round.kind));
    if (kind == round.title) kind.clear();
    summary.steps.push_back(
        {round.title, std::move(kind), Minutes(round.minutes * start.time_scale)});
    const auto pause = preset.breaks.find(++number);
    if (pause == preset.breaks.end()) continue;
    summary.steps.push_back({"Break", {}, Minutes(pause->second), true});
  }
  summary.note = "A loop has no pause: its clock runs on, also while the room is left.";
  summary.button =
      "Start (" + FormatLength(Minutes(preset.minutes() * start.time_scale)) + ")##start";
  summary.start = start;
  return summary;
}

SetupSummary SummaryOfDrill(const AppState& app, RoundKind kind, const command::StartDrill& start) {
  SetupSummary summary;
  const interview::Question* question = ChosenQuestion(app, start);
  const double minutes = MinutesOfDrill(question, start);
  summary.title = question == nullptr ? "A question chosen for you" : question->title;
  summary.text = std::string(interview::DisplayName(kind));
  if (minutes > 0) summary.text += "  ·  " + FormatLength(Minutes(minutes));
  if (const auto defaults = app.loops.phases.find(kind); defaults != app.loops.phases.end()) {
    for (const auto& phase : defaults->second.phases) {
      summary.steps.push_back({phase.title, {}, Minutes(minutes * phase.share)});
    }
  }
  summary.note = "A drill may be paused; the transcript says so.";
  summary.button = "Start drill";
  summary.start = start;
  return summary;
}

void DrawSetupSummary(FrameContext& context, const AppState& app, const SetupSummary& summary,
                      float width) {
  if (!summary.start) return;
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  Card card(context, {.width = width});
  Paragraph(context, theme.font.heading, theme.color.text, summary.title);
  Gap(m.tiny);
  Paragraph(context, theme.font.ui, theme.color.muted, summary.text);
  Gap(m.large);
  for (std::size_t i = 0; i < summary.steps.size(); ++i) {
    DrawStep(context, summary.steps[i], i + 1 == summary.steps.size());
  }
  if (!summary.steps.empty()) Gap(m.medium);
  if (app.running) {
    DrawUnavailable(context, "A session is running. Finish it or end it before you start another.");
  } else {
    Paragraph(context, theme.font.small, theme.color.muted, summary.note);
  }
  if (app.settings.llm.enabled) {
    Gap(m.tiny);
    Paragraph(context, theme.font.small, theme.color.muted,
              "The model is on: " + app.settings.llm.model + ". The room has its switch.");
  }
  Gap(m.medium);
  if (DrawButton(context, summary.button.c_str(),
                 {.style = ButtonStyle::kPrimary,
                  .icon = Icon::kPlay,
                  .enabled = !app.running,
                  .size = ImVec2(card.inner_width(), 0)})) {
    context.Emit(*summary.start);
  }
}

}  // namespace app
