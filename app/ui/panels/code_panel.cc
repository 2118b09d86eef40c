// From judgements to marks in the code, and from the editor to the transcript.
#include "app/ui/panels/code_panel.h"

#include <algorithm>
#include <string>
#include <variant>

#include "app/ui/format.h"
#include "app/ui/panels/outside_edit.h"
#include "interview/model/language.h"

namespace app {
namespace {

using interview::TextField;

TextField CodeField(const RoomView& room) {
  return {TextField::Kind::kCode, room.work.id, std::string(interview::ToString(room.language()))};
}

CodeEditorState& EditorOf(const RoomView& room, RoomState* state, const TextField& field) {
  auto found = state->codes.find(field);
  if (found == state->codes.end()) {
    found = state->codes.emplace(field, CodeEditorState{}).first;
    found->second.text.SetText(room.work.Text(field));
  }
  return found->second;
}

// Of the signature that the answer is to have.
std::vector<std::string> NamesIn(const RoomView& room) {
  if (!room.work.question) return {};
  const auto& spec = room.work.question->spec;
  if (const auto* coding = std::get_if<interview::CodingSpec>(&spec)) {
    return NamesOf(coding->signature);
  }
  std::vector<std::string> names;
  if (const auto* ml = std::get_if<interview::MlCodingSpec>(&spec)) {
    for (const interview::MlSymbol& symbol : ml->symbols) names.push_back(symbol.name);
  }
  return names;
}

// An editor over a text of the answer, as helpful as the round's level allows: sends every change.
void DrawAnswerEditor(FrameContext& context, const RoomView& room, RoomState* state,
                      const TextField& field, const std::string& label, ImVec2 size,
                      const CodeEditorOptions& options, const CodeAssistOptions& assist) {
  CodeEditorState& editor = EditorOf(room, state, field);
  CodeAssistState& assist_state = state->code_assists[field];
  const bool reloaded =
      TakeOutsideEdit(room.app.outside, field, &state->outside, &editor.text, &assist_state.note);
  if (reloaded) {
    assist_state.note_version = editor.text.version();
    context.Emit(command::EditText{field, editor.text.Text()});
  }
  const CodeAssistResult result =
      DrawAssistedEditor(context, label.c_str(), size, &editor, &assist_state, options, assist);
  if (result.editor.pasted > 0) {
    context.Emit(command::Act{interview::event::Pasted{field, result.editor.pasted}});
  }
  if (result.editor.changed) context.Emit(command::EditText{field, editor.text.Text()});
  if (result.left) context.focus.FocusPanel("Question");
  const Modifiers modifiers = CurrentModifiers();
  if (result.editor.focused && modifiers.command() && modifiers.shift &&
      KeyPressed(Key::kE, false)) {
    EditOutside(context, field, editor.text.Text(), &state->outside);
  }
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
  CodeEditorState& editor = EditorOf(room, state, field);
  CodeEditorOptions options;
  options.language = FindSyntax(field.part);
  options.diagnostics_id = 1 + room.work.runs.size() + room.work.judgements.size();
  std::vector<CodeDiagnostic> problems;
  if (options.diagnostics_id != editor.diagnostics_id) {
    problems = ProblemsOf(room.work, room.language(), editor.text);
    options.diagnostics = &problems;
  }
  const interview::LanguageInfo& language = interview::InfoOf(room.language());
  std::vector<std::string_view> keywords = language.syntax.keywords;
  keywords.insert(keywords.end(), language.syntax.types.begin(), language.syntax.types.end());
  const std::vector<std::string> names = NamesIn(room);
  DrawAnswerEditor(context, room, state, field, "Code##" + room.work.id + field.part, size, options,
                   {.level = room.plan.assist,
                    .vim = room.app.settings.vim_keys,
                    .language = language.display_name,
                    .words = {.names = names, .keywords = keywords}});
}

void DrawTestsEditor(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size) {
  const TextField field{TextField::Kind::kTests, room.work.id, {}};
  CodeEditorOptions options;
  options.language = FindSyntax("json");
  options.framed = true;
  DrawAnswerEditor(context, room, state, field, "My tests##" + room.work.id, size, options,
                   {.level = room.plan.assist,
                    .vim = room.app.settings.vim_keys,
                    .language = "JSON",
                    .words = {}});
}

void EditCodeOutside(FrameContext& context, const RoomView& room, RoomState* state) {
  const TextField field = CodeField(room);
  EditOutside(context, field, EditorOf(room, state, field).text.Text(), &state->outside);
}

void GoToCodeLine(FrameContext& context, const RoomView& room, int line, RoomState* state) {
  CodeEditorState& editor = EditorOf(room, state, CodeField(room));
  editor.text.MoveTo({line - 1, 0}, TextBuffer::Selection::kDrop);
  editor.Center();
  state->work_tab = 0;
  context.focus.FocusPanel("Work");
}

}  // namespace app
