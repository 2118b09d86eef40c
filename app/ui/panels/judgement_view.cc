// Judgements on the screen.
#include "app/ui/panels/judgement_view.h"

#include <algorithm>

#include "app/core/judgement_text.h"
#include "app/ui/draw.h"
#include "app/ui/format.h"
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

// Whether Shortened() has left something out.
bool IsCut(const Json& value) {
  if (value.is_string()) return value.get_ref<const std::string&>().find("… ") == 0;
  return value.is_structured() && std::any_of(value.begin(), value.end(), IsCut);
}

// "nums = [1,2]" for what has a name, a line each.
std::string ValueText(const Question* question, const Json& value, std::size_t limit) {
  const Json named = WithNames(value, question);
  if (!named.is_object() || named == value) return FormatValue(value, limit);
  std::string text;
  for (const auto& [name, one] : named.items()) {
    text += (text.empty() ? "" : "\n") + name + " = " + FormatValue(one, limit);
  }
  return text;
}

// The value in short; a button opens the whole where that is longer.
struct Shown {
  const char* label;
  const Json& kept;   // as the judgement has it
  const Json* whole;  // uncut, where it is known
  bool is_input = false;
};

void DrawValue(FrameContext& context, const Shown& shown, const Question* question, Color ink,
               float width, WholeValueState* whole) {
  if (shown.kept.is_null()) return;
  const Json& all = shown.whole != nullptr ? *shown.whole : shown.kept;
  const bool is_cut = IsCut(all);
  const Json brief = is_cut ? all : interview::Shortened(all, kShownBytes);
  const auto text = [&](const Json& value, std::size_t limit) {
    return shown.is_input ? InputText(question, value, limit) : ValueText(question, value, limit);
  };
  DrawValueRow(context, shown.label, text(brief, kMostCut), ink, width);
  if (is_cut) {
    DrawNote(context, "Cut when it was stored; a new judgement shows it whole.");
  }
  if (brief == all) return;
  const std::string label =
      std::string("See all##") + shown.label + std::to_string(ImGui::GetCursorPosY());
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + context.theme.size.code_label_width);
  if (!DrawButton(context, label.c_str(), {.style = ButtonStyle::kQuiet})) return;
  whole->title = shown.label;
  whole->text = TextBoxState{};
  whole->text.text.SetText(Broken(text(all, std::size_t{8} << 20)));
}

void DrawDifferences(FrameContext& context, const Judgement& judgement, const Question* question,
                     float width) {
  const std::vector<std::string> lines = DifferenceLines(judgement, question);
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

void DrawValueRow(FrameContext& context, std::string_view label, const std::string& value,
                  Color ink, float width) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float box_width = width - m.code_label_width;
  const float text_width = box_width - 2 * m.field_padding;
  const float text_height =
      DrawWrapped(theme, nullptr, theme.font.code_small, {}, text_width, 0, value);
  const float height = std::max(m.row_height, text_height + 2 * (m.small - m.line));
  ImDrawList* list = ImGui::GetWindowDrawList();
  DrawText(theme, list, theme.font.small, ImVec2(at.x, at.y + m.small), theme.color.muted, label);
  const ImVec2 min(at.x + m.code_label_width, at.y), max(at.x + width, at.y + height);
  DrawBox(theme, list, min, max, theme.color.editor, theme.color.border, m.radius_control);
  DrawWrapped(theme, list, theme.font.code_small,
              ImVec2(min.x + m.field_padding, min.y + (height - text_height) / 2 + m.hair),
              text_width, ink, value);
  ImGui::Dummy(ImVec2(width, height - m.line));
  context.tree.Add(
      {.role = "field", .label = std::string(label), .value = value, .min = min, .max = max});
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
  const auto* full = f.whole.get();
  const auto draw = [&](const Shown& shown, Color ink) {
    DrawValue(context, shown, question, ink, width, whole);
  };
  if (!f.shrunk_input.is_null()) {
    Text(context, context.theme.font.small_medium, color.muted,
         "The smallest input that fails in the same way");
    draw({"Input", f.shrunk_input, nullptr, true}, color.text);
    draw({"Expected", f.shrunk_expected, nullptr}, color.good);
    draw({"Got", f.shrunk_got, nullptr}, color.bad);
    Gap(context.theme.size.tiny);
    Text(context, context.theme.font.small_medium, color.muted, "The test itself");
  }
  draw({"Input", f.input, full ? &full->input : nullptr, true}, color.text);
  draw({"Expected", f.expected, full ? &full->expected : nullptr}, color.good);
  draw({"Got", f.got, full ? &full->got : nullptr}, color.bad);
  DrawDifferences(context, judgement, question, width);
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
              &whole->text, {.mode = TextBoxOptions::Mode::kCode, .read_only = true});
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
