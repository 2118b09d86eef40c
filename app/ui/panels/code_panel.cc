// From judgements to marks in the code, and from the editor to the transcript.
#include "app/ui/panels/code_panel.h"

#include <algorithm>
#include <string>

#include "app/ui/format.h"
#include "app/ui/panels/outside_edit.h"
#include "interview/model/language.h"

namespace app {
namespace {

using interview::TextField;

TextField CodeField(const RoomView& room) {
  return {TextField::Kind::kCode, room.work.id, std::string(interview::ToString(room.language()))};
}

// The text as it was at another moment, and the caret where it differs.
void FollowEdit(const std::string& then, CodeEditorState* editor) {
  const std::string before = editor->text.Text();
  if (before == then) return;
  const interview::event::TextEdited edit = interview::MakeEdit(before, then);
  editor->text.SetText(then);
  const std::size_t end = edit.at + edit.inserted.size();
  const auto line = std::count(then.begin(), then.begin() + static_cast<std::ptrdiff_t>(end), '\n');
  const std::size_t newline = end == 0 ? std::string::npos : then.rfind('\n', end - 1);
  const std::size_t start = newline == std::string::npos ? 0 : newline + 1;
  editor->text.MoveTo({static_cast<int>(line), static_cast<int>(end - start)},
                      TextBuffer::Selection::kDrop);
  editor->Reveal();
}

CodeDesk& DeskOf(const RoomView& room, RoomState* state, const TextField& field) {
  auto found = state->code.find(field);
  if (found == state->code.end()) {
    found = state->code.try_emplace(field).first;
    found->second.editor.text.SetText(room.work.Text(field));
  } else if (room.read_only) {
    FollowEdit(room.work.Text(field), &found->second.editor);
  }
  return found->second;
}

// An editor over a text of the answer: sends every change.
void DrawAnswerEditor(FrameContext& context, const RoomView& room, RoomState* state,
                      const TextField& field, const std::string& label, ImVec2 size,
                      CodeEditorOptions options, CodeAssistOptions assist) {
  CodeDesk& desk = DeskOf(room, state, field);
  assist.level = room.plan.assist;
  assist.vim = room.app.settings.vim_keys && !room.read_only;
  options.read_only = room.read_only;
  TextBuffer& text = desk.editor.text;
  if (!room.read_only &&
      TakeOutsideEdit(room.app.outside, field, &state->outside, &text, &desk.assist.note)) {
    desk.assist.note_version = text.version();
    context.Emit(command::EditText{field, text.Text()});
  }
  const CodeAssistResult drawn =
      DrawAssistedEditor(context, label.c_str(), size, &desk.editor, &desk.assist, options, assist);
  const CodeEditorResult& result = drawn.editor;
  if (drawn.left) context.focus.FocusPanel("Question");
  const Modifiers modifiers = CurrentModifiers();
  if (result.focused && modifiers.command() && modifiers.shift && KeyPressed(Key::kE, false)) {
    EditOutside(context, field, text.Text(), &state->outside);
  }
  if (result.pasted > 0) {
    context.Emit(command::Act{interview::event::Pasted{field, result.pasted}});
  }
  if (result.changed) context.Emit(command::EditText{field, desk.editor.text.Text()});
}

}  // namespace

std::vector<CodeDiagnostic> ProblemsOf(const interview::QuestionWork& work,
                                       interview::Language language, const TextBuffer& text) {
  const interview::TimedEvaluation* latest = work.LatestTested();
  if (latest == nullptr || !latest->evaluation.judgement || latest->code.first != language) {
    return {};
  }
  const TextBuffer run(latest->code.second);
  std::vector<CodeDiagnostic> problems;
  for (const interview::Diagnostic& one : latest->evaluation.judgement->diagnostics) {
    const int line = one.line - 1;
    if (line < 0 || line >= std::min(run.line_count(), text.line_count()) ||
        run.Line(line) != text.Line(line)) {
      continue;
    }
    CodeDiagnostic problem;
    problem.line = line;
    problem.column = std::max(0, one.column - 1);
    problem.severity = one.severity == "warning" ? CodeDiagnostic::Severity::kWarning
                       : one.severity == "note"  ? CodeDiagnostic::Severity::kNote
                                                 : CodeDiagnostic::Severity::kError;
    problem.text = FormatOutput(one.message);
    problems.push_back(std::move(problem));
  }
  return problems;
}

void DrawCodePanel(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size) {
  const TextField field = CodeField(room);
  const CodeEditorState& editor = DeskOf(room, state, field).editor;
  const interview::LanguageInfo& language = interview::InfoOf(room.language());
  CodeEditorOptions options;
  options.language = FindSyntax(field.part);
  options.diagnostics_id = 1 + room.work.runs.size() + room.work.judgements.size();
  std::vector<CodeDiagnostic> problems;
  const bool is_ide = room.plan.assist == interview::AssistLevel::kIde;
  if (is_ide && options.diagnostics_id != editor.diagnostics_id) {
    problems = ProblemsOf(room.work, room.language(), editor.text);
    options.diagnostics = &problems;
  }
  CodeAssistOptions assist;
  assist.language = language.display_name;
  assist.words.keywords = language.syntax.keywords;
  std::vector<std::string> names;
  const interview::Question* question = room.work.question.get();
  const auto* spec =
      question == nullptr ? nullptr : std::get_if<interview::CodingSpec>(&question->spec);
  if (is_ide && spec != nullptr) names = NamesOf(spec->signature);
  assist.words.names = names;
  DrawAnswerEditor(context, room, state, field, "Code##" + room.work.id + field.part, size, options,
                   assist);
}

void DrawTestsEditor(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size) {
  const TextField field{TextField::Kind::kTests, room.work.id, {}};
  CodeEditorOptions options;
  options.language = FindSyntax("json");
  options.framed = true;
  CodeAssistOptions assist;
  assist.language = "JSON";
  DrawAnswerEditor(context, room, state, field, "My tests##" + room.work.id, size, options, assist);
}

void EditCodeOutside(FrameContext& context, const RoomView& room, RoomState* state) {
  const TextField field = CodeField(room);
  EditOutside(context, field, DeskOf(room, state, field).editor.text.Text(), &state->outside);
}

void OpenCodeBar(FrameContext& context, const RoomView& room, FindBarState::Mode mode,
                 RoomState* state) {
  CodeDesk& desk = DeskOf(room, state, CodeField(room));
  OpenFindBar(&desk.assist.find, mode, desk.editor.text);
  state->work_tab = 0;
  context.focus.FocusPanel("Work");
}

void GoToCodeLine(FrameContext& context, const RoomView& room, int line, RoomState* state) {
  CodeEditorState& editor = DeskOf(room, state, CodeField(room)).editor;
  editor.text.MoveTo({line - 1, 0}, TextBuffer::Selection::kDrop);
  editor.Center();
  state->work_tab = 0;
  context.focus.FocusPanel("Work");
}

}  // namespace app
