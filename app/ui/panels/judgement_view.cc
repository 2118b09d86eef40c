// Judgements on the screen.
#include "app/ui/panels/judgement_view.h"

#include <algorithm>

#include "app/core/judgement_text.h"
#include "app/ui/draw.h"
#include "app/ui/format.h"
#include "app/ui/panels/marked_value.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"
#include "interview/model/value_text.h"

namespace app {
namespace {

using interview::Failure;
using interview::Json;
using interview::Judgement;
using interview::Question;

constexpr char kWholeDialog[] = "Whole value";
constexpr std::size_t kShownBytes = 600;  // of a value in the console
constexpr std::size_t kMostCut = 8192;    // bytes of a value that was cut when it was stored
constexpr std::size_t kMostWhole = std::size_t{8} << 20;
constexpr std::size_t kLineBytes = 96;    // of a line of a value that is shown whole
constexpr std::size_t kShownText = 4000;  // bytes of output beside a failure

// Broken after commas, else anywhere between characters, so that no line is longer than the dialog.
std::string Broken(const std::string& text) {
  std::string out;
  std::size_t line_begin = 0, last_comma = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') {
      line_begin = last_comma = i + 1;
    } else if (text[i] == ',') {
      last_comma = i + 1;
    }
    out += text[i];
    const bool is_inside =
        i + 1 < text.size() && (static_cast<unsigned char>(text[i + 1]) & 0xC0) == 0x80;
    if (i + 1 - line_begin < kLineBytes || is_inside) continue;
    const std::size_t tail = last_comma > line_begin ? i + 1 - last_comma : 0;
    out.insert(out.size() - tail, "\n");
    line_begin = last_comma = i + 1 - tail;
  }
  return out;
}

ValueBrief BriefOf(const Json& all, MarkedText text) {
  const bool is_cut = IsCut(all);
  return {std::move(text), is_cut, !is_cut && interview::Shortened(all, kShownBytes) != all};
}

FailureBrief MakeBrief(const Json& input, const Json& expected, const Json& got,
                       const Question* question) {
  const Json brief = IsCut(input) ? input : interview::Shortened(input, kShownBytes);
  MarkedPair pair = MarkDifference(expected, got, question, kShownBytes);
  return {.input = BriefOf(input, {InputText(question, brief, kMostCut), 0, 0}),
          .expected = BriefOf(expected, std::move(pair.expected)),
          .got = BriefOf(got, std::move(pair.got)),
          .differences = {}};
}

// The value in short; a button opens the whole where that is longer.
template <class WholeText>
void DrawValue(FrameContext& context, const char* label, const Json& all, const ValueBrief& brief,
               Color ink, float width, WholeValueState* whole, WholeText whole_text) {
  if (all.is_null()) return;
  DrawValueRow(context, label, brief.text, ink, width);
  if (brief.is_cut) DrawNote(context, "Cut when it was stored; a new judgement shows it whole.");
  if (!brief.has_more) return;
  const std::string button =
      std::string("See all##") + label + std::to_string(ImGui::GetCursorPosY());
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + context.theme.size.code_label_width);
  if (!DrawButton(context, button.c_str(), {.style = ButtonStyle::kQuiet})) return;
  whole->title = label;
  whole->text = TextBoxState{};
  whole->text.text.SetText(Broken(whole_text()));
}

// Input, expected and got of one test.
void DrawValues(FrameContext& context, const Json& input, const Json& expected, const Json& got,
                const FailureBrief& brief, const Question* question, float width,
                WholeValueState* whole) {
  const Palette& color = context.theme.color;
  const auto value_text = [question](const Json& value) {
    return [question, &value] { return ShowValue(value, question, {}, kMostWhole).text; };
  };
  DrawValue(context, "Input", input, brief.input, color.text, width, whole,
            [&] { return InputText(question, input, kMostWhole); });
  DrawValue(context, "Expected", expected, brief.expected, color.good, width, whole,
            value_text(expected));
  DrawValue(context, "Got", got, brief.got, color.bad, width, whole, value_text(got));
}

void DrawDifferences(FrameContext& context, const std::vector<std::string>& lines, float width) {
  if (lines.empty()) return;
  const Theme& theme = context.theme;
  Gap(theme.size.tiny);
  Text(context, theme.font.small_medium, theme.color.muted,
       "What differs  (- missing, + too many, ~ different)");
  for (const std::string& line : lines) {
    const Color ink = line.starts_with('-')   ? theme.color.bad
                      : line.starts_with('+') ? theme.color.warning
                                              : theme.color.text;
    Paragraph(context, theme.font.code_small, ink, FormatOutput(line), width);
  }
  Gap(theme.size.tiny);
}

}  // namespace

std::string InputText(const Question* question, const Json& input, std::size_t limit) {
  const Json& args = input.is_object() && input.contains("args") ? input["args"] : input;
  const auto* spec =
      question == nullptr ? nullptr : std::get_if<interview::CodingSpec>(&question->spec);
  if (spec == nullptr || !args.is_array() || args.size() != spec->signature.params.size() ||
      (input.is_object() && input.contains("ops"))) {
    return FormatValue(input, limit);
  }
  std::string text;
  for (std::size_t i = 0; i < args.size(); ++i) {
    text +=
        (i == 0 ? "" : "\n") + spec->signature.params[i].name + " = " + FormatValue(args[i], limit);
  }
  return text;
}

void DrawRemarks(FrameContext& context, const Judgement& judgement, float width,
                 const std::function<void(int line)>& go_to_line) {
  const Theme& theme = context.theme;
  if (!judgement.caution.empty()) {
    Paragraph(context, theme.font.medium, theme.color.warning,
              "Caution: " + FormatOutput(judgement.caution), width);
  }
  if (!judgement.explanation.empty()) {
    Paragraph(context, theme.font.ui, theme.color.info,
              "Why: " + FormatOutput(judgement.explanation), width);
  }
  int number = 0;
  for (const interview::Diagnostic& d : judgement.diagnostics) {
    const Color ink = d.severity == "warning" ? theme.color.warning : theme.color.bad;
    const std::string text = d.severity + ": " + FormatOutput(d.message);
    if (d.line > 0 && go_to_line) {
      const std::string label =
          "Line " + std::to_string(d.line) + "##diagnostic" + std::to_string(number++);
      if (DrawChip(context, label.c_str(), {.value = d.severity})) go_to_line(d.line);
      ImGui::SameLine(0, theme.size.small);
      ImGui::SetCursorPosY(ImGui::GetCursorPosY() + theme.size.tiny);
      Paragraph(context, theme.font.code_small, ink, text);
    } else {
      const std::string place = d.line > 0 ? "line " + std::to_string(d.line) + ": " : "";
      Paragraph(context, theme.font.code_small, ink, place + text, width);
    }
  }
}

void DrawMeasures(FrameContext& context, const Judgement& judgement, const Question* question,
                  float width) {
  const Theme& theme = context.theme;
  if (const std::string text = TimingText(judgement.timing); !text.empty()) {
    Paragraph(context, theme.font.small, theme.color.body, "Time: " + text, width);
  }
  if (const std::string text = GrowthText(judgement.growth, question); !text.empty()) {
    Paragraph(context, theme.font.small, theme.color.body, "Growth: " + text, width);
  }
}

void DrawFailure(FrameContext& context, const Judgement& judgement, const Question* question,
                 float width, WholeValueState* whole) {
  const Palette& color = context.theme.color;
  const Failure& f = *judgement.first_failure;
  if (!f.shrunk_input.is_null()) {
    Text(context, context.theme.font.small_medium, color.muted,
         "The smallest input that fails in the same way");
    const FailureBrief small = MakeBrief(f.shrunk_input, f.shrunk_expected, f.shrunk_got, question);
    DrawValues(context, f.shrunk_input, f.shrunk_expected, f.shrunk_got, small, question, width,
               whole);
    Gap(context.theme.size.tiny);
    Text(context, context.theme.font.small_medium, color.muted, "The test itself");
  }
  if (f.whole != nullptr) {
    const interview::WholeValues& all = *f.whole;
    if (whole->brief_of != f.whole) {  // walking a megabyte is too much for every frame
      whole->brief_of = f.whole;
      whole->brief = MakeBrief(all.input, all.expected, all.got, question);
      whole->brief.differences = DifferenceLines(judgement, question);
    }
    DrawValues(context, all.input, all.expected, all.got, whole->brief, question, width, whole);
    DrawDifferences(context, whole->brief.differences, width);
  } else {
    DrawValues(context, f.input, f.expected, f.got, MakeBrief(f.input, f.expected, f.got, question),
               question, width, whole);
    DrawDifferences(context, DifferenceLines(judgement, question), width);
  }
  if (!f.err.empty()) {
    DrawValueRow(context, "Error", FormatOutput(f.err, kShownText), color.bad, width);
  }
  if (!f.out.empty()) {
    DrawValueRow(context, "Output", FormatOutput(f.out, kShownText), color.text, width);
  }
}

void DrawWholeValue(FrameContext& context, WholeValueState* whole) {
  if (whole->title.empty()) return;
  const Metrics& m = context.theme.size;
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  if (!ImGui::IsPopupOpen(kWholeDialog)) ImGui::OpenPopup(kWholeDialog);
  const float width = std::min(m.page_width, display.x - 4 * m.huge);
  if (!BeginDialog(context, kWholeDialog, width)) return;
  Text(context, context.theme.font.small, context.theme.color.muted,
       whole->title + ", " + interview::WithThousands(whole->text.text.Text().size()) + " bytes");
  const float height = display.y - 8 * m.huge - 2 * m.control_height;
  DrawTextBox(context, "Whole value", ImVec2(ImGui::GetContentRegionAvail().x, height),
              &whole->text,
              {.mode = TextBoxOptions::Mode::kProse, .read_only = true, .monospaced = true});
  Gap(m.small);
  AlignRight(ButtonSize(context, "Copy").x + ButtonSize(context, "Close").x + m.small);
  if (DrawButton(context, "Copy")) ImGui::SetClipboardText(whole->text.text.Text().c_str());
  ImGui::SameLine();
  const bool closes = DrawButton(context, "Close", {.style = ButtonStyle::kPrimary});
  if (closes) ImGui::CloseCurrentPopup();
  if (closes || KeyPressed(Key::kEscape, false)) whole->title.clear();
  EndDialog(context);
}

}  // namespace app
