// Feedback on each answer, and on the round.
#include "app/ui/panels/feedback_panel.h"

#include <cstdio>

#include "app/core/feedback_text.h"
#include "app/core/llm_consent.h"
#include "app/ui/format.h"
#include "app/ui/panels/answer_text.h"
#include "app/ui/widgets/card.h"
#include "app/ui/widgets/charts.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using interview::Feedback;
using interview::FeedbackTarget;
using State = Pending<Feedback>::State;

constexpr double kMillion = 1e6;

std::string TitleOf(const interview::QuestionWork& work) {
  return work.question ? work.question->title : work.id;
}

void DrawMarkdownPart(FrameContext& context, DebriefState* state, const std::string& key,
                      const std::string& label, const std::string& text) {
  DrawMarkdown(context, text, ImGui::GetContentRegionAvail().x, &state->texts[key], "article",
               label);
}

void DrawClaims(FrameContext& context, std::string_view title,
                const std::vector<interview::FeedbackClaim>& claims, Icon icon, Color ink) {
  if (claims.empty()) return;
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  Heading(context, title);
  const float indent = m.large + m.tiny;
  for (const interview::FeedbackClaim& claim : claims) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    DrawIcon(ImGui::GetWindowDrawList(), icon,
             ImVec2(at.x + m.small, at.y + theme.font.ui.px * m.prose_leading / 2), m.gap, ink);
    const float x = ImGui::GetCursorPosX() + indent;
    ImGui::SetCursorPosX(x);
    Paragraph(context, theme.font.ui, theme.color.body, FormatOutput(claim.text));
    if (!claim.quote.empty()) {
      ImGui::SetCursorPosX(x);
      Paragraph(context, theme.font.italic, theme.color.muted,
                "“" + FormatOutput(claim.quote) + "”");
    }
    if (!claim.point.empty()) {
      ImGui::SetCursorPosX(x);
      Paragraph(context, theme.font.small, theme.color.muted,
                "Of the rubric: " + FormatOutput(claim.point));
    }
    Gap(m.small);
  }
}

void DrawSecondScore(FrameContext& context, const interview::SecondScore& second) {
  const Theme& theme = context.theme;
  Heading(context, "Second score");
  Paragraph(context, theme.font.ui, theme.color.body, CompareScores(second));
  if (!second.reason.empty()) {
    Paragraph(context, theme.font.ui, theme.color.muted, FormatOutput(second.reason));
  }
  if (second.unsupported.empty()) return;
  Gap(theme.size.tiny);
  Paragraph(context, theme.font.ui, theme.color.warning, "Unsupported: " + second.unsupported);
}

std::string Cost(const Feedback& feedback, const LlmSettings& settings) {
  const double cost = (feedback.prompt_tokens * settings.prompt_price +
                       feedback.completion_tokens * settings.completion_price) /
                      kMillion;
  if (cost <= 0) return {};
  char text[48];
  std::snprintf(text, sizeof text, ", at today's prices %.4f", cost);
  return text;
}

void DrawOne(FrameContext& context, const AppState& app, const Feedback& feedback,
             const std::string& key, DebriefState* state) {
  const Theme& theme = context.theme;
  if (!feedback.text.empty()) DrawMarkdownPart(context, state, key, "Feedback", feedback.text);
  DrawClaims(context, "What carried", feedback.strengths, Icon::kCheck, theme.color.good);
  DrawClaims(context, "What to mend", feedback.gaps, Icon::kCross, theme.color.bad);
  if (!feedback.better_answer.empty()) {
    Heading(context, "A better answer");
    DrawMarkdownPart(context, state, key + "/better", "A better answer", feedback.better_answer);
  }
  if (!feedback.practise.empty()) {
    Heading(context, "Practise next");
    DrawMarkdownPart(context, state, key + "/practise", "Practise next", feedback.practise);
  }
  if (feedback.second_score) DrawSecondScore(context, *feedback.second_score);
  Gap(theme.size.small);
  if (feedback.dropped_claims > 0) {
    const int count = feedback.dropped_claims;
    Paragraph(context, theme.font.small, theme.color.muted,
              count == 1 ? "One claim is left out: what it quotes is not in the answer."
                         : std::to_string(count) +
                               " claims are left out: what they quote is not in the answer.");
  }
  Paragraph(context, theme.font.small, theme.color.muted,
            "From " + FeedbackOrigin(feedback) + Cost(feedback, app.settings.llm));
}

// What is under way or went wrong, and the button that asks.
void DrawAsking(FrameContext& context, const AppState& app, const FeedbackTarget& about,
                const std::string& key, const char* label, bool on, DebriefState* state) {
  const bool asked = app.feedback_about == about;
  const bool waits = asked && app.feedback.state == State::kPending;
  if (asked && app.feedback.state == State::kUnavailable) {
    DrawUnavailable(context, app.feedback.why);
    Gap(context.theme.size.small);
  }
  if (waits) {
    DrawBusy(context, app.feedback_text.empty() ? "Asking " + app.settings.llm.model
                                                : app.settings.llm.model + " is writing");
    if (!app.feedback_text.empty()) {
      DrawMarkdownPart(context, state, key + "/stream", "Feedback so far", app.feedback_text);
    }
    Gap(context.theme.size.small);
    if (DrawButton(context, "Cancel")) context.Emit(command::CancelFeedback{});
    return;
  }
  if (DrawButton(context, label, {.enabled = on})) context.Emit(command::AskFeedback{about});
}

void DrawTarget(FrameContext& context, const AppState& app, const FeedbackTarget& about,
                const std::string& title, const char* label, bool on, DebriefState* state) {
  const Card card(context);
  const std::string key = "feedback/" + about.question + "/" + std::to_string(about.round);
  ImGui::PushID(key.c_str());
  Paragraph(context, context.theme.font.heading, context.theme.color.text, title);
  Gap(context.theme.size.small);
  int number = 0;
  for (const interview::FeedbackRecord& stored : app.viewed->session->feedback()) {
    if (stored.feedback.about != about) continue;
    DrawOne(context, app, stored.feedback, key + "/" + std::to_string(number++), state);
    Gap(context.theme.size.medium);
  }
  DrawAsking(context, app, about, key, label, on, state);
  ImGui::PopID();
}

}  // namespace

void DrawLlmSwitch(FrameContext& context, const AppState& app, const OpenSession& open) {
  if (!app.settings.llm.enabled) return;
  const bool on = LlmIsOn(app.settings.llm, *open.session);
  bool wanted = on;
  DrawCheckbox(context,
               on ? "The model is on in this session###llm_switch"
                  : "The model is off in this session###llm_switch",
               &wanted);
  if (wanted != on) context.Emit(command::SwitchLlm{open.id, wanted});
}

void DrawFeedback(FrameContext& context, const AppState& app, std::size_t round,
                  DebriefState* state) {
  const OpenSession& open = *app.viewed;
  if (!app.settings.llm.enabled && open.session->feedback().empty()) {
    DrawEmptyState(
        context, "No second opinion is configured",
        "A language model at an endpoint of yours may comment on answers. Turn it on in the "
        "settings; the network stays off until then, and scores never depend on it.");
    if (DrawButton(context, "Open the settings")) {
      context.Emit(command::Navigate{Route::kSettings});
    }
    return;
  }
  DrawLlmSwitch(context, app, open);
  Gap(context.theme.size.medium);
  const bool on = LlmIsOn(app.settings.llm, *open.session);
  const interview::RoundRecord& record = open.session->rounds()[round];
  for (const interview::QuestionWork& work : record.work) {
    DrawTarget(context, app, FeedbackTarget{work.id}, TitleOf(work), "Ask for feedback", on, state);
  }
  if (record.work.size() > 1) {
    DrawTarget(context, app, FeedbackTarget{{}, static_cast<int>(round)}, "The whole round",
               "Feedback on the whole round", on, state);
  }
}

}  // namespace app
