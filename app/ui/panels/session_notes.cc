// A list of notes, and a box for the next one.
#include "app/ui/panels/session_notes.h"

#include "app/ui/format.h"
#include "app/ui/widgets/card.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

void DrawNoteOf(FrameContext& context, const OpenSession& open, const interview::NoteRecord& record,
                std::size_t number) {
  const Theme& theme = context.theme;
  const Card card(context);
  Paragraph(context, theme.font.ui, theme.color.body, FormatOutput(record.note.text));
  if (!record.note.moment) return;
  Gap(theme.size.tiny);
  const std::string label =
      "Replay at " + FormatClock(*record.note.moment) + "##" + std::to_string(number);
  if (DrawButton(context, label.c_str(), {.style = ButtonStyle::kQuiet})) {
    context.Emit(command::ShowReplay{open.id, *record.note.moment});
  }
}

}  // namespace

void DrawSessionNotes(FrameContext& context, const AppState& app, TextBoxState* draft) {
  const Metrics& m = context.theme.size;
  const OpenSession& open = *app.viewed;
  const auto& notes = open.session->notes();
  if (notes.empty()) {
    DrawEmptyState(context, "No notes yet",
                   "What will you do differently next time? A note can also be pinned to a moment "
                   "of the replay.");
  }
  for (std::size_t i = 0; i < notes.size(); ++i) DrawNoteOf(context, open, notes[i], i);
  Gap(m.medium);
  const float width = ImGui::GetContentRegionAvail().x;
  const TextBoxResult typed = DrawTextBox(
      context, "New note", ImVec2(width, 3 * m.control_height), draft,
      {.mode = TextBoxOptions::Mode::kNote,
       .placeholder = "A note on this session; Enter adds it, Shift+Enter begins a new line"});
  Gap(m.small);
  const std::string text = draft->text.Text();
  const bool has_words = text.find_first_not_of(" \t\r\n") != std::string::npos;
  const bool pressed = DrawButton(context, "Add the note", {.enabled = has_words});
  if (has_words && (pressed || typed.submitted)) {
    context.Emit(command::Annotate{interview::event::NoteAdded{text, std::nullopt}});
    *draft = TextBoxState{};
  }
}

}  // namespace app
