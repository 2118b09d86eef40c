// What was appealed, and the form.
#include "app/ui/panels/appeal.h"

#include <cmath>

#include "app/ui/format.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

constexpr double kLowest = 1, kHighest = 4, kStep = 0.5;

const std::vector<std::string>& Scores() {
  static const std::vector<std::string> scores = [] {
    std::vector<std::string> made;
    for (double score = kLowest; score <= kHighest; score += kStep) {
      made.push_back(FormatScore(score));
    }
    return made;
  }();
  return scores;
}

const interview::event::ScoreAppealed* LatestOf(const interview::Session& session, int round,
                                                const interview::DimensionId& dimension) {
  const interview::event::ScoreAppealed* latest = nullptr;
  for (const interview::AppealRecord& record : session.appeals()) {
    if (record.appeal.round == round && record.appeal.dimension == dimension) {
      latest = &record.appeal;
    }
  }
  return latest;
}

bool IsBlank(const std::string& text) {
  return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

void DrawForm(FrameContext& context, int round, AppealState* state) {
  const Metrics& m = context.theme.size;
  const float width = ImGui::GetContentRegionAvail().x;
  Gap(m.small);
  FormLabel(context, "Your score");
  DrawCombo(context, "Your score", Scores(), m.form_label_width, &state->score);
  Gap(m.tiny);
  DrawTextBox(context, "Why you see it differently", ImVec2(width, 3 * m.control_height),
              &state->reason,
              {.mode = TextBoxOptions::Mode::kNote,
               .placeholder = "Why you see it differently: what the evidence leaves out"});
  Gap(m.small);
  const std::string reason = state->reason.text.Text();
  const ButtonOptions keep{.style = ButtonStyle::kPrimary, .enabled = !IsBlank(reason)};
  if (DrawButton(context, "Keep beside the score", keep)) {
    context.Emit(command::Annotate{interview::event::ScoreAppealed{
        round, state->dimension, kLowest + kStep * state->score, reason}});
    *state = AppealState{};
  }
  ImGui::SameLine();
  if (DrawButton(context, "Cancel##appeal", {.style = ButtonStyle::kQuiet})) {
    *state = AppealState{};
  }
}

}  // namespace

void DrawAppeal(FrameContext& context, const interview::Session& session, int round,
                const interview::DimensionScore& dimension, AppealState* state) {
  if (!dimension.score) return;
  const Theme& theme = context.theme;
  ImGui::PushID(dimension.id.c_str());
  const auto* latest = LatestOf(session, round, dimension.id);
  if (latest != nullptr) {
    Gap(theme.size.small);
    Paragraph(
        context, theme.font.small, theme.color.info,
        "Your own judgement: " + FormatScore(latest->score) + ". " + FormatOutput(latest->reason));
  }
  if (state->dimension == dimension.id) {
    DrawForm(context, round, state);
  } else {
    Gap(theme.size.small);
    const std::string label = (latest == nullptr ? "Appeal##" : "Appeal again##") + dimension.id;
    if (DrawButton(context, label.c_str(), {.style = ButtonStyle::kQuiet})) {
      *state = AppealState{};
      state->dimension = dimension.id;
      const double shown = latest == nullptr ? *dimension.score : latest->score;
      state->score = static_cast<int>(std::lround((shown - kLowest) / kStep));
    }
  }
  ImGui::PopID();
}

}  // namespace app
