// The consent dialog.
#include "app/ui/consent_dialog.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/layout.h"
#include "interview/model/value_text.h"

namespace app {
namespace {

constexpr char kDialog[] = "May this be sent?";
using Answer = command::AnswerConsent::Answer;

std::string_view Occasion(LlmUse use) {
  switch (use) {
    case LlmUse::kFeedback:
      return "You asked for feedback.";
    case LlmUse::kVoice:
      return "The interviewer's lines are to be put by a language model.";
    case LlmUse::kTest:
      return "You asked for a test of the endpoint: one tiny request, and the list of its models.";
    case LlmUse::kModels:
      return "You asked which models the endpoint offers.";
  }
  return {};
}

std::string Money(double amount) {
  char text[32];
  std::snprintf(text, sizeof text, amount < 1 ? "%.4f" : "%.2f", amount);
  return text;
}

std::string Size(const LlmPreview& preview) {
  if (preview.bytes == 0) return "The address and the lines below; nothing of yours";
  return interview::WithThousands(preview.bytes) + " bytes, about " +
         interview::WithThousands(static_cast<std::size_t>(preview.tokens)) + " tokens";
}

void DrawFact(FrameContext& context, std::string_view label, std::string_view value, Color ink) {
  const Theme& theme = context.theme;
  const ImVec2 at = ImGui::GetCursorPos();
  Text(context, theme.font.ui, theme.color.muted, label);
  ImGui::SetCursorPos(ImVec2(at.x + theme.size.code_label_width, at.y));
  Paragraph(context, theme.font.ui, ink, value);
  Gap(theme.size.hair);
}

void DrawFacts(FrameContext& context, const LlmPreview& preview) {
  const auto& color = context.theme.color;
  DrawFact(context, "To", preview.url, color.text);
  const std::string place = preview.is_local ? std::string("It stays on this machine")
                                             : "It leaves this machine, for " + preview.host;
  const char* cover = preview.is_encrypted ? ", encrypted (https)."
                      : preview.is_local   ? ", not encrypted (http)."
                                         : ", not encrypted (http): others on the way can read it.";
  DrawFact(context, "", place + cover,
           preview.is_local       ? color.good
           : preview.is_encrypted ? color.warning
                                  : color.bad);
  if (preview.use != LlmUse::kModels) DrawFact(context, "Model", preview.model, color.text);
  DrawFact(context, "Size", Size(preview), color.text);
  if (preview.price && preview.bytes > 0) {
    DrawFact(context, "Price",
             "About " + Money(*preview.price) + ", and " + Money(*preview.reply_price) +
                 " for a reply of " + interview::WithThousands(kTypicalReply) + " tokens",
             color.text);
  }
}

// Marks what was masked or taken out.
void MarkRedactions(const FrameContext& context, const TextBoxState& box, int line,
                    std::vector<TextSpan>* spans) {
  constexpr std::array<std::string_view, 5> kMarks = {"********", "[name]", "[email]", "[path]",
                                                      "[key]"};
  const std::string text(box.text.Line(line));
  for (const std::string_view mark : kMarks) {
    for (std::size_t at = text.find(mark); at != std::string::npos;
         at = text.find(mark, at + mark.size())) {
      spans->push_back({.begin = static_cast<int>(at),
                        .end = static_cast<int>(at + mark.size()),
                        .ink = context.theme.color.accent,
                        .ground = context.theme.color.accent_soft,
                        .bold = true});
    }
  }
}

void Fill(const LlmPreview& preview, ConsentDialogState* state) {
  state->request.text.SetText(state->as_sent ? preview.request : WithLineBreaks(preview.request));
}

void DrawRequest(FrameContext& context, const LlmPreview& preview, ConsentDialogState* state) {
  const Theme& theme = context.theme;
  const float box =
      std::clamp(ImGui::GetIO().DisplaySize.y / 3, theme.size.card_height, theme.size.dialog_width);
  const std::function<void(int, std::vector<TextSpan>*)> style = [&](int line,
                                                                     std::vector<TextSpan>* spans) {
    MarkRedactions(context, state->request, line, spans);
  };
  DrawTextBox(context, "The request", ImVec2(ImGui::GetContentRegionAvail().x, box),
              &state->request,
              {.mode = TextBoxOptions::Mode::kProse,
               .read_only = true,
               .monospaced = true,
               .style = &style});
  if (DrawCheckbox(context, "Show line breaks as they are sent", &state->as_sent)) {
    Fill(preview, state);
  }
}

void DrawContent(FrameContext& context, const LlmPreview& preview, ConsentDialogState* state) {
  const Theme& theme = context.theme;
  Paragraph(context, theme.font.ui, theme.color.muted,
            std::string(Occasion(preview.use)) +
                " Nothing has been sent yet. This is the first request of this kind to this "
                "address; if you send it, later ones go without asking.");
  Gap(theme.size.medium);
  DrawFacts(context, preview);
  Gap(theme.size.small);
  DrawRequest(context, preview, state);
}

// The answer, where one was pressed.
std::optional<Answer> DrawAnswers(FrameContext& context) {
  const ButtonOptions send{.style = ButtonStyle::kPrimary};
  const float gap = context.theme.size.small;
  std::optional<Answer> answer;
  if (DrawButton(context, "Turn off", {.style = ButtonStyle::kQuiet})) answer = Answer::kTurnOff;
  ImGui::SameLine();
  AlignRight(ButtonSize(context, "Not now").x + gap + ButtonSize(context, "Send", send).x);
  if (DrawButton(context, "Not now")) answer = Answer::kNotNow;
  ImGui::SameLine();
  if (DrawButton(context, "Send", send)) answer = Answer::kSend;
  return answer;
}

}  // namespace

void DrawConsentDialog(FrameContext& context, const AppState& app, ConsentDialogState* state) {
  if (!app.consent) {
    state->shown = state->answered = false;
    return;
  }
  if (state->answered) return;
  const Metrics& m = context.theme.size;
  const bool opens = !state->shown;
  if (opens) {
    state->as_sent = false;
    Fill(*app.consent, state);
    ImGui::OpenPopup(kDialog);
  }
  state->shown = true;
  std::optional<Answer> answer;
  if (BeginDialog(context, kDialog, m.narrow_page_width)) {
    const float room = ImGui::GetIO().DisplaySize.y - 4 * m.huge - 2 * m.control_height;
    const float wanted = state->content_height > 0 ? state->content_height : room;
    BeginScroll(context, "consent", ImVec2(0, std::min(wanted, room)), ImVec2());
    DrawContent(context, *app.consent, state);
    state->content_height = ImGui::GetCursorPosY();
    EndScroll();
    Gap(m.medium);
    answer = DrawAnswers(context);
    if (opens) context.focus.Focus(ImGui::GetID("Not now"));
    if (KeyPressed(Key::kEscape, false)) answer = Answer::kNotNow;
    if (answer) ImGui::CloseCurrentPopup();
    EndDialog(context);
  } else {
    answer = Answer::kNotNow;  // something else closed it
  }
  if (!answer) return;
  state->answered = true;
  context.Emit(command::AnswerConsent{*answer});
}

}  // namespace app
