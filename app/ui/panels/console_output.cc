// Output of programs.
#include "app/ui/panels/console_output.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "app/core/program_output.h"
#include "app/ui/format.h"
#include "app/ui/panels/console_results.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

constexpr std::size_t kMostShown = std::size_t{256} << 10;  // bytes of a section
constexpr std::size_t kMostMatches = 10'000;
enum Stream { kAll, kOut, kErr };

std::string Lowered(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lowered;
}

// Makes the text anew when another run or stream is to be shown.
void Fill(const interview::TimedEvaluation& run, OutputState* state) {
  if (state->of == run.at && state->of_stream == state->stream) return;
  state->of = run.at;
  state->of_stream = state->stream;
  state->is_title.clear();
  state->is_error.clear();
  std::string text;
  for (const OutputSection& section : OutputOf(*run.evaluation.judgement)) {
    const bool is_error = section.stream == OutputStream::kErr;
    if (state->stream != kAll && is_error != (state->stream == kErr)) continue;
    std::string shown = FormatOutput(section.text, kMostShown);
    if (shown.ends_with('\n')) shown.pop_back();
    if (!text.empty()) text += '\n';
    text += section.title + "\n" + shown;
    state->is_title.push_back(true);
    state->is_error.push_back(is_error);
    const auto lines = static_cast<std::size_t>(std::count(shown.begin(), shown.end(), '\n')) + 1;
    state->is_title.insert(state->is_title.end(), lines, false);
    state->is_error.insert(state->is_error.end(), lines, is_error);
  }
  state->text = TextBoxState{};
  state->text.text.SetText(text);
  state->searched.clear();
  state->matches.clear();
}

void GoToMatch(OutputState* state) {
  const OutputState::Match& match = state->matches[state->match];
  state->text.text.MoveTo({match.line, match.begin}, TextBuffer::Selection::kDrop);
  state->text.text.MoveTo({match.line, match.end}, TextBuffer::Selection::kExtend);
  state->text.follow_caret = true;
}

// Finds what is searched for, without regard to case.
void Search(OutputState* state) {
  const std::string wanted = Lowered(state->search.text.Text());
  if (wanted == state->searched) return;
  state->searched = wanted;
  state->matches.clear();
  state->match = 0;
  if (wanted.empty()) return;
  const TextBuffer& text = state->text.text;
  for (int i = 0; i < text.line_count() && state->matches.size() < kMostMatches; ++i) {
    const std::string line = Lowered(text.Line(i));
    for (std::size_t at = line.find(wanted); at != std::string::npos;
         at = line.find(wanted, at + wanted.size())) {
      state->matches.push_back({i, static_cast<int>(at), static_cast<int>(at + wanted.size())});
    }
  }
  if (!state->matches.empty()) GoToMatch(state);
}

void Step(OutputState* state, bool backwards) {
  const std::size_t count = state->matches.size();
  if (count == 0) return;
  state->match = (state->match + (backwards ? count - 1 : 1)) % count;
  GoToMatch(state);
}

// "2 of 7", "nothing found".
std::string MatchText(const OutputState& state) {
  if (state.searched.empty()) return {};
  if (state.matches.empty()) return "none";
  return std::to_string(state.match + 1) + " of " + std::to_string(state.matches.size());
}

// Streams, search and copy.
void DrawTools(FrameContext& context, OutputState* state, float width) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const std::array<std::string, 3> streams = {"All", "stdout", "stderr"};
  const float left = ImGui::GetCursorPosX();
  DrawSegments(context, "Stream", streams, &state->stream);
  ImGui::SameLine();
  const ButtonOptions next{.icon = Icon::kChevron, .icon_only = true, .shortcut = "Enter"};
  const bool is_narrow = width < m.narrow_console;  // Enter goes on to the next one there
  const float count = TextSize(theme.font.small, is_narrow ? "99 of 99" : "9999 of 9999").x;
  const float tools = ButtonSize(context, "Copy").x + count + 2 * m.small +
                      (is_narrow ? 0 : ButtonSize(context, "Next match", next).x + m.small);
  const float box = std::max(m.avatar, left + width - ImGui::GetCursorPosX() - tools);
  const bool wants_search = CurrentModifiers().command() && KeyPressed(Key::kF, false);
  const ImGuiID id = TextBoxId("Search the output");
  if (wants_search && (!context.focus.Typing() || context.focus.HasFocus(TextBoxId("Output")))) {
    context.focus.Focus(id);
    state->search.text.SelectAll();
  }
  const TextBoxResult typed =
      DrawTextBox(context, "Search the output", ImVec2(box, m.control_height), &state->search,
                  {.mode = TextBoxOptions::Mode::kLine, .placeholder = "Search (Ctrl+F)"});
  Search(state);
  ImGui::SameLine();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const std::string found = MatchText(*state);
  DrawText(theme, ImGui::GetWindowDrawList(), theme.font.small,
           ImVec2(at.x, at.y + (m.control_height - theme.font.small.px) / 2), theme.color.muted,
           found);
  context.tree.Add({.role = "text",
                    .label = found,
                    .min = at,
                    .max = ImVec2(at.x + count, at.y + m.control_height)});
  ImGui::Dummy(ImVec2(count, m.control_height));
  ImGui::SameLine();
  const bool pressed = !is_narrow && DrawButton(context, "Next match", next);
  const bool f3 = KeyPressed(Key::kF3) && !context.focus.Typing();
  if (pressed || typed.submitted || f3) Step(state, CurrentModifiers().shift);
  if (!is_narrow) ImGui::SameLine();
  if (DrawButton(context, "Copy")) ImGui::SetClipboardText(state->text.text.Text().c_str());
}

}  // namespace

void DrawOutput(FrameContext& context, const RoomView& room, ConsoleState* state, ImVec2 size) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  OutputState& output = state->output;
  BeginScroll(context, "output", size, ImVec2(m.large, m.small));
  const float width = size.x - 2 * m.large;
  const interview::TimedEvaluation* run = ShownRun(room, *state, RunFilter::kAll);
  if (IsRunning(room)) {
    DrawNote(context, "The program is running; what it prints appears when it ends.");
  } else if (run == nullptr) {
    DrawNote(context,
             "What your program prints appears here after a run: Ctrl+Enter runs the samples.");
  }
  if (run == nullptr) {
    EndScroll();
    return;
  }
  DrawTools(context, &output, width);
  Fill(*run, &output);
  if (output.text.text.empty()) {
    DrawNote(context, output.stream == kErr   ? "Nothing on standard error."
                      : output.stream == kOut ? "Nothing on standard output."
                                              : "This run printed nothing.");
    EndScroll();
    return;
  }
  const std::function<void(int, std::vector<TextSpan>*)> style = [&](int line,
                                                                     std::vector<TextSpan>* spans) {
    const auto index = static_cast<std::size_t>(line);
    if (index >= output.is_title.size()) return;
    const int length = static_cast<int>(output.text.text.Line(line).size());
    if (output.is_title[index]) {
      spans->push_back({.begin = 0, .end = length, .ink = theme.color.muted, .bold = true});
    } else if (output.is_error[index]) {
      spans->push_back({.begin = 0, .end = length, .ink = theme.color.bad});
    }
    const auto first =
        std::lower_bound(output.matches.begin(), output.matches.end(), line,
                         [](const OutputState::Match& match, int l) { return match.line < l; });
    for (auto match = first; match != output.matches.end() && match->line == line; ++match) {
      spans->push_back(
          {.begin = match->begin, .end = match->end, .ground = theme.color.accent_soft});
    }
  };
  const float height = std::max(ImGui::GetContentRegionAvail().y, m.card_height);
  DrawTextBox(context, "Output", ImVec2(width, height), &output.text,
              {.mode = TextBoxOptions::Mode::kProse,
               .read_only = true,
               .monospaced = true,
               .style = &style});
  EndScroll();
}

}  // namespace app
