// The conversation with the interviewer, hints and the reply box.
#include "app/ui/panels/conversation_panel.h"

#include <algorithm>
#include <string>

#include "app/ui/draw.h"
#include "app/ui/format.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using interview::Speaker;
using interview::Utterance;

void DrawHeader(FrameContext& context, float width) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 origin = ImGui::GetWindowPos();
  const float height = m.panel_header + m.large;
  const float radius = m.avatar / 2;
  const ImVec2 center(origin.x + m.control_padding + radius, origin.y + height / 2);
  list->AddCircleFilled(center, radius, theme.color.accent_soft);
  DrawCentered(theme, list, theme.font.subheading, ImVec2(center.x - radius, center.y - radius),
               ImVec2(center.x + radius, center.y + radius), theme.color.accent, "I");
  const float x = center.x + radius + m.gap;
  DrawText(theme, list, theme.font.subheading,
           ImVec2(x, center.y - theme.font.subheading.px - m.hair), theme.color.text,
           "Interviewer");
  DrawText(
      theme, list, theme.font.small, ImVec2(x, center.y + m.line), theme.color.muted,
      Shortened(theme.font.small, "Ask what is unclear to you", origin.x + width - x - m.medium));
  DrawHeaderLine(context, height - m.hair);
}

void DrawBubble(FrameContext& context, const Utterance& utterance, float room_width,
                MarkdownState* markdown) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const bool own = utterance.speaker == Speaker::kCandidate;
  const float widest = room_width - m.huge;
  const float inner = widest - 2 * m.medium;
  const float height = MeasureMarkdown(context, utterance.text, inner, markdown) + 2 * m.small;
  const float width = std::min(widest, markdown->used_width + 2 * m.medium + m.hair);
  ImVec2 min = ImGui::GetCursorScreenPos();
  const ImVec2 cursor = ImGui::GetCursorPos();
  if (own) min.x += room_width - width;
  const ImVec2 max(min.x + width, min.y + height);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImDrawFlags corners =
      ImDrawFlags_RoundCornersTop |
      (own ? ImDrawFlags_RoundCornersBottomLeft : ImDrawFlags_RoundCornersBottomRight);
  list->AddRectFilled(min, max, own ? theme.color.own_bubble : theme.color.raised, m.radius_bubble,
                      corners);
  ImGui::SetCursorScreenPos(ImVec2(min.x + m.medium, min.y + m.small));
  DrawMarkdown(context, utterance.text, inner, markdown, "message", own ? "You" : "Interviewer");
  const std::string time = FormatClock(utterance.at);
  const ImVec2 time_size = TextSize(theme.font.small, time);
  DrawText(theme, list, theme.font.small,
           ImVec2(own ? max.x - time_size.x - m.tiny : min.x + m.tiny, max.y + m.line),
           theme.color.faint, time);
  ImGui::SetCursorPos(cursor);
  ImGui::Dummy(ImVec2(room_width, height + time_size.y + m.small));
}

// A text that is not Markdown, such as the candidate's, must not lose characters to it: `a*b*c`.
Utterance Escaped(Utterance utterance) {
  if (utterance.speaker == Speaker::kInterviewer) return utterance;
  std::string safe;
  for (const char c : utterance.text) {
    static constexpr std::string_view kMarks = "\\`*_{}[]<>()#+-.!|~&";
    if (kMarks.find(c) != std::string_view::npos) safe += '\\';
    safe += c;
    if (c == '\n') safe += '\n';
  }
  utterance.text = std::move(safe);
  return utterance;
}

void DrawLog(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size) {
  const Metrics& m = context.theme.size;
  BeginScroll(context, "log", size, ImVec2(m.control_padding, m.control_padding));
  const float width = size.x - 2 * m.control_padding - m.scrollbar;
  const auto& conversation = room.session.conversation();
  for (std::size_t i = 0; i < conversation.size(); ++i) {
    if (conversation[i].round != room.round) continue;
    DrawBubble(context, Escaped(conversation[i]), width, &state->bubbles[i]);
  }
  if (room.session.IsPending(interview::EvaluationKind::kFacts)) {
    DrawBusy(context, "The interviewer is thinking");
  }
  if (state->messages_seen != conversation.size()) {
    state->messages_seen = conversation.size();
    ImGui::SetScrollHereY(1);
  }
  EndScroll();
}

void Send(FrameContext& context, RoomState* state) {
  std::string text = state->message.text.Text();
  const std::size_t begin = text.find_first_not_of(" \n\t");
  if (begin == std::string::npos) return;
  text = text.substr(begin, text.find_last_not_of(" \n\t") - begin + 1);
  EmitAct(context, state, interview::event::CandidateSaid{text});
  state->message.text.SetText("");
}

}  // namespace

void DrawConversationPanel(FrameContext& context, const RoomView& room, RoomState* state,
                           ImVec2 size) {
  const Metrics& m = context.theme.size;
  BeginPanel(context, "Conversation", size);
  DrawHeader(context, size.x);
  const float header = m.panel_header + m.large;
  const float box_width = size.x - 2 * m.medium - m.control_height - m.small - m.tiny;
  const float box =
      std::clamp(TextBoxHeight(context, box_width, &state->message), m.message_min, m.message_max);
  const std::optional<interview::NextHint> hint = room.session.next_hint();
  const float chips = hint ? m.chip_height + m.small : 0;
  const float footer = box + chips + 2 * m.medium;
  ImGui::SetCursorPos(ImVec2(0, header));
  DrawLog(context, room, state, ImVec2(size.x, size.y - header - footer - m.line));
  DrawHeaderLine(context, size.y - footer - m.hair);
  float y = size.y - footer + m.gap;
  if (hint) {
    ImGui::SetCursorPos(ImVec2(m.medium, y));
    const std::string label =
        "Hint " + std::to_string(hint->level) + " (costs " + FormatScore(hint->cost) + ")";
    if (DrawChip(context, label.c_str(), {.dot = context.theme.color.warning})) {
      state->dialog = RoomState::Dialog::kHint;
    }
    y += chips;
  }
  ImGui::SetCursorPos(ImVec2(m.medium, y));
  const TextBoxResult typed =
      DrawTextBox(context, "Message", ImVec2(box_width, box), &state->message,
                  {.mode = TextBoxOptions::Mode::kNote, .placeholder = "Ask or think aloud…"});
  ImGui::SetCursorPos(
      ImVec2(size.x - m.medium - m.control_height - m.tiny, y + box - m.control_height - m.line));
  const bool pressed = DrawButton(context, "Send",
                                  {.style = ButtonStyle::kPrimary,
                                   .icon = Icon::kSend,
                                   .icon_only = true,
                                   .enabled = !state->message.text.empty()});
  if (typed.submitted || pressed) Send(context, state);
  EndPanel(context);
}

}  // namespace app
