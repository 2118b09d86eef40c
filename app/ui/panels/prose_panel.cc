// Prose answers, follow-ups and estimates.
#include "app/ui/panels/prose_panel.h"

#include <algorithm>

#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using interview::TextField;
using Mode = TextBoxOptions::Mode;

std::string ReplyLabel(std::size_t number) { return "Reply " + std::to_string(number); }

// What the interviewer asked, with a box for each reply.
void DrawReplies(FrameContext& context, const RoomView& room, RoomState* state, float width) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  for (std::size_t i = 0; i < room.work.asked.size(); ++i) {
    const interview::AskedFollowUp& asked = room.work.asked[i];
    Gap(m.medium);
    Paragraph(context, theme.font.bold, theme.color.text, asked.text, width);
    const std::string label = ReplyLabel(i + 1);
    DrawProseBox(context, room, state, asked.field, label.c_str(),
                 ImVec2(width, m.message_max + m.chip_height), "Your answer…");
  }
}

}  // namespace

void DrawNotes(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size,
               const std::string& phase_title) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  BeginScroll(context, "notes", size, ImVec2(m.large, m.medium));
  const std::string prompt =
      room.is_code()
          ? phase_title + ": assumptions, plan, complexity, what you would test. Graded."
          : phase_title + ": write what you would say. Each phase has a page of its own.";
  Text(context, theme.font.small, theme.color.muted, prompt);
  const TextField field{TextField::Kind::kProse, room.work.id, room.phase_id()};
  const float height = ImGui::GetContentRegionAvail().y;
  DrawProseBox(context, room, state, field, ("Notes##" + room.work.id + room.phase_id()).c_str(),
               ImVec2(size.x - 2 * m.large, std::max(height, m.card_height)),
               "Lists, **bold** and `code` as in Markdown.");
  EndScroll();
}

void SubmitConceptAnswer(FrameContext& context, const RoomView& room, RoomState* state) {
  (void)room;
  EmitAct(context, state, interview::event::SubmitRequested{});
}

void DrawConceptAnswer(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const float footer = room.read_only ? 0 : m.control_height + 2 * m.medium;
  BeginScroll(context, "answer", ImVec2(size.x, size.y - footer), ImVec2(m.large, m.medium));
  const float width = size.x - 2 * m.large - m.scrollbar;
  const bool probed = !room.work.asked.empty();
  const float height =
      probed ? 2 * m.card_height
             : std::max(ImGui::GetContentRegionAvail().y - m.small, 2 * m.card_height);
  const TextField field{TextField::Kind::kProse, room.work.id, "answer"};
  const std::string answer = "Answer##" + room.work.id;
  DrawProseBox(context, room, state, field, answer.c_str(), ImVec2(width, height),
               "Answer as you would aloud…");
  const bool fresh = room.work.asked.size() > state->asked_seen;
  // The keyboard goes on to the reply, unless something else is being typed.
  if (fresh && !room.read_only &&
      (!context.focus.Typing() || context.focus.HasFocus(TextBoxId(answer.c_str())))) {
    context.focus.Focus(TextBoxId(ReplyLabel(room.work.asked.size()).c_str()));
  }
  DrawReplies(context, room, state, width);
  if (fresh) {
    state->asked_seen = room.work.asked.size();
    ImGui::SetScrollHereY(1);
  }
  EndScroll();
  if (room.read_only) return;
  DrawHeaderLine(context, m.panel_header + size.y - footer);
  ImGui::SetCursorPos(ImVec2(m.large, m.panel_header + size.y - footer + m.medium));
  const bool last = room.record.question + 1 == static_cast<int>(room.plan.questions.size());
  const bool waiting = room.session.IsPending(interview::EvaluationKind::kRubric) ||
                       room.session.IsPending(interview::EvaluationKind::kFollowUp);
  if (DrawButton(context, "I have answered",
                 {.style = ButtonStyle::kPrimary,
                  .enabled = !waiting && !room.work.finished,
                  .action = ActionId::kAnswered})) {
    SubmitConceptAnswer(context, room, state);
  }
  ImGui::SameLine();
  if (DrawButton(context, last ? "Finish the round" : "Next question")) {
    if (last) {
      state->dialog = RoomState::Dialog::kEndRound;
    } else {
      EmitAct(context, state, interview::event::QuestionFinished{});
    }
  }
  if (waiting) {
    ImGui::SameLine(0, m.large);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + m.small);
    DrawBusy(context, "Reading your answer");
  }
}

void DrawEstimates(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  BeginScroll(context, "estimates", size, ImVec2(m.large, m.medium));
  const float width = size.x - 2 * m.large - m.scrollbar;
  const auto* spec = room.work.question == nullptr
                         ? nullptr
                         : std::get_if<interview::SystemDesignSpec>(&room.work.question->spec);
  if (spec == nullptr || spec->estimates.empty()) {
    DrawEmptyState(context, "Nothing to estimate", "This case asks for no numbers.");
    EndScroll();
    return;
  }
  Paragraph(context, theme.font.small, theme.color.muted,
            "Write the arithmetic or the number, with its unit: 100e6 * 10 / 86400 = 11.6k qps");
  for (const interview::Estimate& estimate : spec->estimates) {
    Gap(m.small);
    Paragraph(context, theme.font.ui, theme.color.text, estimate.text, width);
    DrawAnswerBox(context, room, state, {TextField::Kind::kEstimate, room.work.id, estimate.id},
                  (estimate.text + "##" + estimate.id).c_str(), ImVec2(width, m.control_height),
                  {.mode = Mode::kLine, .placeholder = "…"});
  }
  EndScroll();
}

void DrawAsked(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size) {
  const Metrics& m = context.theme.size;
  BeginScroll(context, "asked", size, ImVec2(m.large, m.small));
  DrawReplies(context, room, state, size.x - 2 * m.large - m.scrollbar);
  EndScroll();
}

}  // namespace app
