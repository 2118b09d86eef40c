// Between the text of the room and the file of another editor.
#include "app/ui/panels/outside_edit.h"

#include <utility>

#include "interview/model/transcript.h"

namespace app {
namespace {

TextPosition PositionOf(const TextBuffer& text, std::size_t offset) {
  int line = 0;
  while (line + 1 < text.line_count() && offset > text.Line(line).size()) {
    offset -= text.Line(line).size() + 1;
    ++line;
  }
  return {line, static_cast<int>(offset)};
}

// Makes the text `wanted`, touching only what differs.
void ChangeTo(std::string wanted, TextBuffer* text) {
  std::erase(wanted, '\r');
  const interview::event::TextEdited edit = interview::MakeEdit(text->Text(), wanted);
  text->Replace(PositionOf(*text, edit.at), PositionOf(*text, edit.at + edit.removed),
                edit.inserted);
}

}  // namespace

void EditOutside(FrameContext& context, const interview::TextField& field, std::string text,
                 OutsideState* state) {
  *state = {.saves = 0, .known = text};
  context.Emit(command::EditOutside{field, std::move(text)});
}

bool TakeOutsideEdit(const std::optional<OutsideEdit>& outside, const interview::TextField& field,
                     OutsideState* state, TextBuffer* text, std::string* note) {
  if (!outside || outside->field != field || outside->saves <= state->saves) return false;
  state->saves = outside->saves;
  const bool changed_here = text->Text() != state->known;
  ChangeTo(outside->text, text);
  state->known = text->Text();
  *note = changed_here ? "Replaced by what your editor saved; it had changed here, too: Ctrl+Z"
                       : "Taken from your editor";
  return true;
}

}  // namespace app
