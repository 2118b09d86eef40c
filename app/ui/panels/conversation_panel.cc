// The conversation with the interviewer, hints and the reply box.
#include "app/ui/panels/conversation_panel.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "app/ui/draw.h"
#include "app/ui/format.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using interview::Speaker;
using interview::Utterance;

constexpr interview::Duration kGroup = std::chrono::minutes(1);

// The words of lines from here on are not decided: they are shown together with the first of them.
std::size_t FirstUnspoken(const RoomView& room) {
  const std::set<std::size_t>& unspoken = room.unspoken();
  return unspoken.empty() ? room.session.conversation().size() : *unspoken.begin();
}

bool IsThinking(const RoomView& room) {
  return room.session.IsPending(interview::EvaluationKind::kFacts) || !room.unspoken().empty();
}

void DrawHeader(FrameContext& context, const RoomView& room, float width) {
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
  const bool thinking = IsThinking(room);
  const ImVec2 dot(center.x + radius - m.tiny, center.y + radius - m.tiny);
  list->AddCircleFilled(dot, m.dot + m.line, theme.color.panel);
  list->AddCircleFilled(dot, m.dot, thinking ? theme.color.warning : theme.color.good);
  const float x = center.x + radius + m.gap;
  DrawText(theme, list, theme.font.subheading,
           ImVec2(x, center.y - theme.font.subheading.px - m.hair), theme.color.text,
           "Interviewer");
  const std::string status = std::string(interview::DisplayName(room.plan.kind)) + " · " +
                             (thinking ? "thinking" : "listening");
  DrawText(theme, list, theme.font.small, ImVec2(x, center.y + m.line), theme.color.muted,
           Shortened(theme.font.small, status, origin.x + width - x - m.medium));
  DrawHeaderLine(context, height - m.hair);
}

// A text that is not Markdown, such as the candidate's, must not lose characters to it: `a*b*c`.
std::string ShownText(const Utterance& utterance) {
  if (utterance.speaker == Speaker::kInterviewer) return utterance.words();
  std::string safe;
  for (const char c : utterance.text) {
    static constexpr std::string_view kMarks = "\\`*_{}[]<>()#+-.!|~&$";
    if (kMarks.find(c) != std::string_view::npos) safe += '\\';
    safe += c;
    if (c == '\n') safe += '\n';
  }
  return safe;
}

// "10:03", and what the message brought: "10:03 · fact noted", "10:05 · hint 1"; of a line that a
// language model has put, which one: "10:06 · words of small-model".
std::string CaptionOf(const Utterance& utterance) {
  std::string caption = FormatClock(utterance.at);
  if (utterance.why.starts_with("fact:")) caption += " · fact noted";
  if (utterance.why.starts_with("hint:")) caption += " · hint " + utterance.why.substr(5);
  if (!utterance.model.empty()) caption += " · words of " + utterance.model;
  return caption;
}

// "You", "Interviewer", or "Interviewer, words of small-model".
std::string SpeakerOf(const Utterance& utterance) {
  if (utterance.speaker == Speaker::kCandidate) return "You";
  return utterance.model.empty() ? "Interviewer" : "Interviewer, words of " + utterance.model;
}

// Several messages of one speaker within a minute share the time beneath the last one.
bool EndsGroup(const Utterance& utterance, const Utterance* next) {
  if (next == nullptr || next->speaker != utterance.speaker) return true;
  const bool marked = utterance.why.starts_with("fact:") || utterance.why.starts_with("hint:") ||
                      utterance.model != next->model;
  return marked || next->at - utterance.at > kGroup;
}

// The conversation of this round, from top to bottom.
class Log {
 public:
  Log(FrameContext* context, const RoomView& room, RoomState* state, float width)
      : context_(*context),
        theme_(context->theme),
        m_(theme_.size),
        room_(room),
        state_(*state),
        width_(width) {
    const auto& conversation = room.session.conversation();
    for (std::size_t i = 0; i < FirstUnspoken(room); ++i) {
      if (conversation[i].round == room.round) shown_.push_back(i);
    }
  }

  void Draw() {
    const bool at_end = ImGui::GetScrollY() >= ImGui::GetScrollMaxY() - m_.small;
    TakeFocus();
    for (std::size_t i = 0; i < shown_.size(); ++i) {
      DrawMessage(i, i + 1 < shown_.size() ? &At(i + 1) : nullptr);
    }
    if (IsThinking(room_)) DrawTyping();
    Follow(at_end);
  }

  // Messages that came while the user was reading further up.
  bool behind() const { return state_.messages_seen < shown_.size(); }

 private:
  const Utterance& At(std::size_t index) const {
    return room_.session.conversation()[shown_[index]];
  }

  // The log is one stop of the keyboard: Up and Down choose a message, Ctrl+C copies it.
  void TakeFocus() {
    const ImGuiID id = ImGui::GetID("messages");
    const ImGuiWindow& window = *ImGui::GetCurrentWindow();
    const ImRect area = window.ClipRect;
    context_.focus.Add(id, FocusRing::Kind::kPress, area.Min, area.Max, theme_);
    const bool focused = context_.focus.HasFocus(id);
    context_.tree.Add({.role = "log",
                       .label = "Messages",
                       .value = std::to_string(shown_.size()),
                       .min = area.Min,
                       .max = area.Max,
                       .focused = focused});
    const int last = static_cast<int>(shown_.size()) - 1;
    if (!focused || last < 0) {
      state_.chosen_message = -1;
      return;
    }
    int& chosen = state_.chosen_message;
    const int before = chosen;
    if (chosen < 0 || chosen > last) chosen = last;
    if (!context_.focus.JustGained()) {
      if (KeyPressed(Key::kUp)) chosen = std::max(0, chosen - 1);
      if (KeyPressed(Key::kDown)) chosen = std::min(last, chosen + 1);
      if (KeyPressed(Key::kHome)) chosen = 0;
      if (KeyPressed(Key::kEnd)) chosen = last;
    }
    show_chosen_ = chosen != before;
    const MarkdownState& markdown = state_.bubbles[shown_[static_cast<std::size_t>(chosen)]];
    if (CurrentModifiers().command() && KeyPressed(Key::kC, false) &&
        SelectedText(markdown).empty()) {
      ImGui::SetClipboardText(At(static_cast<std::size_t>(chosen)).words().c_str());
    }
  }

  void DrawMessage(std::size_t index, const Utterance* next) {
    const Utterance& utterance = At(index);
    MarkdownState& markdown = state_.bubbles[shown_[index]];
    const bool own = utterance.speaker == Speaker::kCandidate;
    const float inner = width_ - m_.huge - 2 * m_.medium;
    const std::string text = ShownText(utterance);
    const float height = MeasureMarkdown(context_, text, inner, &markdown) + 2 * m_.small;
    const float width = markdown.layout.used_width + 2 * m_.medium + m_.hair;
    const ImVec2 cursor = ImGui::GetCursorPos();
    ImVec2 min = ImGui::GetCursorScreenPos();
    if (own) min.x += width_ - width;
    const ImVec2 max(min.x + width, min.y + height);
    const bool closes = EndsGroup(utterance, next);
    const float below = closes ? theme_.font.small.px + m_.gap : m_.tiny;
    const bool chosen = state_.chosen_message == static_cast<int>(index);
    if (chosen && show_chosen_) {
      ImGui::SetScrollFromPosY((min.y + max.y) / 2 - ImGui::GetWindowPos().y, 0.5f);
    }
    if (ImGui::IsRectVisible(min, ImVec2(max.x, max.y + below)) || context_.tree.recording()) {
      DrawBubble(own, chosen, closes, min, max);
      ImGui::SetCursorScreenPos(ImVec2(min.x + m_.medium, min.y + m_.small));
      DrawMarkdown(context_, text, inner, &markdown, "message", SpeakerOf(utterance),
                   {.focus = MarkdownFocus::kPointerOnly});
      if (closes) DrawCaption(utterance, own, min, max);
    }
    ImGui::SetCursorPos(cursor);
    ImGui::Dummy(ImVec2(width_, height + below));
  }

  void DrawBubble(bool own, bool chosen, bool closes, ImVec2 min, ImVec2 max) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImDrawFlags tail =
        own ? ImDrawFlags_RoundCornersBottomLeft : ImDrawFlags_RoundCornersBottomRight;
    const ImDrawFlags corners =
        closes ? ImDrawFlags_RoundCornersTop | tail : ImDrawFlags_RoundCornersAll;
    list->AddRectFilled(min, max, own ? theme_.color.own_bubble : theme_.color.raised,
                        m_.radius_bubble, corners);
    if (chosen) {
      StrokeRect(list, min, max, theme_.color.accent, m_.radius_bubble, m_.line);
    }
  }

  // The time beneath a bubble and, while the pointer is near, a word to copy it.
  void DrawCaption(const Utterance& utterance, bool own, ImVec2 min, ImVec2 max) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const std::string caption = CaptionOf(utterance);
    const Font& font = theme_.font.small;
    const float width = TextSize(font, caption).x;
    const float x = own ? max.x - width - m_.tiny : min.x + m_.tiny, y = max.y + m_.line;
    DrawText(theme_, list, font, ImVec2(x, y), theme_.color.faint, caption);
    const float row = y + font.px;
    const float copy_width = TextSize(font, "Copy").x;
    const ImVec2 copy(own ? x - copy_width - m_.medium : x + width + m_.medium, y);
    const ImVec2 copy_end(copy.x + copy_width, row);
    if (!ImGui::IsMouseHoveringRect(ImVec2(std::min(min.x, copy.x), min.y),
                                    ImVec2(std::max(max.x, copy_end.x), row)) ||
        !ImGui::IsWindowHovered()) {
      return;
    }
    const bool over = ImGui::IsMouseHoveringRect(copy, copy_end);
    DrawText(theme_, list, font, copy, over ? theme_.color.text : theme_.color.muted, "Copy");
    if (over) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (over && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
      ImGui::SetClipboardText(utterance.words().c_str());
    }
  }

  // Three dots that light up in turn while an answer is being looked up.
  void DrawTyping() {
    constexpr int kDots = 3;
    constexpr double kStepSeconds = 0.4;
    const ImVec2 min = ImGui::GetCursorScreenPos();
    const ImVec2 max(min.x + 2 * m_.medium + kDots * m_.medium, min.y + m_.huge);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(min, max, theme_.color.raised, m_.radius_bubble);
    const bool still = room_.app.settings.reduce_motion;
    const int lit = still ? -1 : static_cast<int>(context_.now / kStepSeconds) % kDots;
    for (int i = 0; i < kDots; ++i) {
      const float x = min.x + m_.medium + (static_cast<float>(i) + 0.5f) * m_.medium;
      list->AddCircleFilled(ImVec2(x, (min.y + max.y) / 2), m_.dot,
                            i == lit ? theme_.color.text : theme_.color.faint);
    }
    if (!still) context_.WakeIn(kStepSeconds);
    context_.tree.Add(
        {.role = "status", .label = "The interviewer is thinking", .min = min, .max = max});
    ImGui::Dummy(ImVec2(max.x - min.x, max.y - min.y));
  }

  // A log at its end stays there; one that was scrolled up stays where it is.
  void Follow(bool at_end) {
    const float height = ImGui::GetCursorPosY();
    const bool grown = height != state_.log_height;
    const bool spoke = shown_.size() > state_.messages_seen && !shown_.empty() &&
                       At(shown_.size() - 1).speaker == Speaker::kCandidate;
    if (at_end || spoke || state_.messages_seen == 0) {
      state_.messages_seen = shown_.size();
      if (grown || spoke) ImGui::SetScrollHereY(1);
    }
    state_.log_height = height;
  }

  FrameContext& context_;
  const Theme& theme_;
  const Metrics& m_;
  const RoomView& room_;
  RoomState& state_;
  float width_;
  std::vector<std::size_t> shown_;  // indices into the conversation
  bool show_chosen_ = false;
};

void DrawLog(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size) {
  const Metrics& m = context.theme.size;
  const ImVec2 start = ImGui::GetCursorPos();
  BeginScroll(context, "log", size, ImVec2(m.control_padding, m.control_padding));
  Log log(&context, room, state, size.x - 2 * m.control_padding - m.scrollbar);
  log.Draw();
  const bool behind = log.behind();
  EndScroll();
  if (!behind) return;
  const ButtonOptions pill{.style = ButtonStyle::kPrimary, .icon = Icon::kChevron};
  const ImVec2 pill_size = ButtonSize(context, "New message", pill);
  ImGui::SetCursorPos(
      ImVec2(start.x + (size.x - pill_size.x) / 2, start.y + size.y - pill_size.y - m.small));
  // A window of its own, so that it lies above the log.
  ImGui::PushStyleColor(ImGuiCol_ChildBg, 0);
  BeginChildWindow("pill", pill_size, ChildFrame::kNone, ImGuiWindowFlags_NoScrollbar);
  if (DrawButton(context, "New message", pill)) state->messages_seen = 0;  // to the end
  ImGui::EndChild();
  ImGui::PopStyleColor();
}

void Send(FrameContext& context, RoomState* state) {
  std::string text = state->message.text.Text();
  const std::size_t begin = text.find_first_not_of(" \n\t");
  if (begin == std::string::npos) return;
  text = text.substr(begin, text.find_last_not_of(" \n\t") - begin + 1);
  EmitAct(context, state, interview::event::CandidateSaid{text});
  state->message.text.SetText("");
}

// A chip starts a message, which the candidate finishes, or opens a dialog.
struct QuickReply {
  std::string label;
  std::string starter;  // empty: it opens `dialog`
  RoomState::Dialog dialog = RoomState::Dialog::kNone;
};

std::vector<QuickReply> QuickReplies(const RoomView& room) {
  std::vector<QuickReply> replies;
  if (const std::optional<interview::NextHint> hint = room.session.next_hint()) {
    replies.push_back(
        {"Hint " + std::to_string(hint->level) + " (costs " + FormatScore(hint->cost) + ")", "",
         RoomState::Dialog::kHint});
  }
  const std::string& phase = room.phase_id();
  if (room.is_code() && phase == "clarify") {
    replies.push_back({"Ask about size", "How large can the input get?"});
    replies.push_back({"Ask about edge cases", "Can the input be empty?"});
  } else if (room.is_design() && phase == "frame") {
    replies.push_back({"Ask about scale", "How many users and requests a second?"});
    replies.push_back({"Ask about the goal", "Which metric should this improve?"});
  } else if (room.is_code()) {
    replies.push_back({"State complexity", "The time complexity is O("});
  }
  const bool last = static_cast<std::size_t>(room.record.phase) + 1 >= room.plan.phases.size();
  if (last && !room.is_concepts())
    replies.push_back({"I'm done", "", RoomState::Dialog::kEndRound});
  return replies;
}

// Draws the chips in rows, or only measures them; returns their height with the gap below.
float DrawQuickReplies(FrameContext& context, const std::vector<QuickReply>& replies,
                       RoomState* state, ImVec2 at, float width, bool draw) {
  const Metrics& m = context.theme.size;
  float x = 0, y = 0;
  for (const QuickReply& reply : replies) {
    const bool hint = reply.dialog == RoomState::Dialog::kHint;
    const ChipOptions options{.dot = hint ? context.theme.color.warning : 0};
    const float chip = ChipWidth(context, reply.label.c_str(), options);
    if (x > 0 && x + chip > width) {
      x = 0;
      y += m.chip_height + m.tiny;
    }
    if (draw) {
      ImGui::SetCursorPos(ImVec2(at.x + x, at.y + y));
      if (DrawChip(context, reply.label.c_str(), options)) {
        if (reply.starter.empty()) {
          state->dialog = reply.dialog;
        } else {
          state->message.text.SetText(reply.starter);
          state->message.text.MoveTo(state->message.text.End(), TextBuffer::Selection::kDrop);
          context.focus.Focus(TextBoxId("Message"));
        }
      }
    }
    x += chip + m.small;
  }
  return replies.empty() ? 0 : y + m.chip_height + m.small;
}

// Up in an empty box brings the last message back.
void RecallLast(const RoomView& room, RoomState* state) {
  const auto& log = room.session.conversation();
  const auto last = std::find_if(log.rbegin(), log.rend(), [&](const Utterance& u) {
    return u.round == room.round && u.speaker == Speaker::kCandidate;
  });
  if (last == log.rend()) return;
  state->message.text.SetText(last->text);
  state->message.text.MoveTo(state->message.text.End(), TextBuffer::Selection::kDrop);
}

}  // namespace

void DrawConversationPanel(FrameContext& context, const RoomView& room, RoomState* state,
                           ImVec2 size) {
  const Metrics& m = context.theme.size;
  BeginPanel(context, "Conversation", size);
  DrawHeader(context, room, size.x);
  const float header = m.panel_header + m.large;
  if (room.read_only) {
    ImGui::SetCursorPos(ImVec2(0, header));
    DrawLog(context, room, state, ImVec2(size.x, size.y - header - m.line));
    return EndPanel(context);
  }
  const float box_width = size.x - 2 * m.medium - m.control_height - m.small - m.tiny;
  const float box = std::clamp(TextBoxHeight(context, box_width, &state->message),
                               m.message_min + m.small, m.message_max);
  const std::vector<QuickReply> replies = QuickReplies(room);
  const float reply_width = size.x - 2 * m.medium;
  const float chips = DrawQuickReplies(context, replies, state, ImVec2(), reply_width, false);
  const float footer = box + chips + 2 * m.medium;
  ImGui::SetCursorPos(ImVec2(0, header));
  DrawLog(context, room, state, ImVec2(size.x, size.y - header - footer - m.line));
  DrawHeaderLine(context, size.y - footer - m.hair);
  const float y = size.y - footer + m.gap;
  DrawQuickReplies(context, replies, state, ImVec2(m.medium, y), reply_width, true);
  ImGui::SetCursorPos(ImVec2(m.medium, y + chips));
  const bool was_empty = state->message.text.empty();
  const TextBoxResult typed =
      DrawTextBox(context, "Message", ImVec2(box_width, box), &state->message,
                  {.mode = TextBoxOptions::Mode::kNote, .placeholder = "Think aloud or reply…"});
  if (typed.focused && was_empty && KeyPressed(Key::kUp, false)) RecallLast(room, state);
  ImGui::SetCursorPos(ImVec2(size.x - m.medium - m.control_height - m.tiny,
                             y + chips + box - m.control_height - m.tiny - m.line));
  const bool pressed = DrawButton(context, "Send",
                                  {.style = ButtonStyle::kPrimary,
                                   .icon = Icon::kSend,
                                   .icon_only = true,
                                   .enabled = !state->message.text.empty()});
  if (typed.submitted || pressed) Send(context, state);
  EndPanel(context);
}

}  // namespace app
