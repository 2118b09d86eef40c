// The gallery of widgets.
#include "app/ui/screens/gallery_screen.h"

#include "app/ui/screens/page.h"
#include "app/ui/widgets/charts.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

void DrawButtons(FrameContext& context) {
  Heading(context, "Buttons");
  struct Sample {
    const char* label;
    ButtonOptions options;
  };
  const Sample samples[] = {
      {"Plain", {}},
      {"Primary", {.style = ButtonStyle::kPrimary}},
      {"Quiet", {.style = ButtonStyle::kQuiet}},
      {"Danger", {.style = ButtonStyle::kDanger}},
      {"With an icon", {.icon = Icon::kPlay}},
      {"Icon alone", {.style = ButtonStyle::kQuiet, .icon = Icon::kGear, .icon_only = true}},
      {"Off", {.enabled = false}},
      {"Primary, off", {.style = ButtonStyle::kPrimary, .enabled = false}},
      {"Quiet, off", {.style = ButtonStyle::kQuiet, .enabled = false}}};
  bool first = true;
  for (const Sample& sample : samples) {
    if (!first) WrapNext(context, ButtonSize(context, sample.label, sample.options).x);
    first = false;
    DrawButton(context, sample.label, sample.options);
  }
}

void DrawChoices(FrameContext& context, GalleryState* state) {
  const Metrics& m = context.theme.size;
  const Palette& color = context.theme.color;
  Heading(context, "Choices");
  static const std::vector<std::string> kTabs = {"First tab", "Second tab", "Third tab"};
  static const std::vector<std::string> kLevels = {"Easy", "Medium", "Hard"};
  DrawTabs(context, kTabs, m.panel_header, &state->tab);
  DrawSegments(context, "Level", kLevels, &state->segment);
  DrawCombo(context, "Menu", kLevels, m.menu_width, &state->combo);
  WrapNext(context, m.menu_width);
  int none = 0;
  DrawCombo(context, "Menu without choices", {}, m.menu_width, &none);
  DrawCheckbox(context, "Ticked", &state->ticked);
  WrapNext(context, m.menu_width);
  DrawCheckbox(context, "Not ticked", &state->unticked);
  DrawChip(context, "Passed", {.dot = color.good});
  ImGui::SameLine();
  DrawChip(context, "Failed, chosen", {.dot = color.bad, .chosen = true});
  ImGui::SameLine();
  DrawChip(context, "Without a dot");
  ImGui::SameLine();
  DrawChip(context, "Chip, off", {.enabled = false});
  DrawCard(context, "A card", "What it leads to, in a sentence or two.",
           ImVec2(m.card_width, m.card_height));
  ImGui::SameLine();
  DrawCard(context, "A chosen card", "The same, when it is the one.",
           ImVec2(m.card_width, m.card_height), true);
}

void DrawRows(FrameContext& context, GalleryState* state) {
  const Metrics& m = context.theme.size;
  Heading(context, "Rows of a list");
  for (int i = 0; i < 3; ++i) {
    const std::string label = "Row " + std::to_string(i + 1);
    const bool on = i == state->row;
    if (DrawRow(context, label.c_str(), m.dialog_width,
                {.caption = i == 2 ? "With a caption" : "",
                 .trailing = i == 1 ? "Ctrl+Enter" : "",
                 .chosen = on,
                 .focusable = true})) {
      state->row = i;
    }
  }
}

void DrawBoxes(FrameContext& context, GalleryState* state) {
  using Mode = TextBoxOptions::Mode;
  const Metrics& m = context.theme.size;
  if (!state->loaded) {
    state->loaded = true;
    state->line.text.SetText("One line");
    state->prose.text.SetText("Prose wraps at the edge of its box, and Enter starts a new line.");
    state->code.text.SetText("def area(width, height):\n    return width * height  # square units");
  }
  Heading(context, "Boxes to type in");
  DrawTextBox(context, "Line", ImVec2(m.dialog_width, m.control_height), &state->line,
              {.mode = Mode::kLine});
  DrawTextBox(context, "Empty line", ImVec2(m.dialog_width, m.control_height), &state->empty,
              {.mode = Mode::kLine, .placeholder = "A word on what goes here"});
  DrawTextBox(context, "Prose", ImVec2(m.dialog_width, m.card_height), &state->prose,
              {.mode = Mode::kProse});
  DrawTextBox(context, "Code sample", ImVec2(m.dialog_width, m.card_height), &state->code,
              {.mode = Mode::kCode, .language = FindSyntax("python")});
}

void DrawAnswers(FrameContext& context) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  Heading(context, "Values that come later");
  Pending<std::string> value;
  const PendingWords words{"Not asked yet.", "On its way"};
  const auto draw = [&](const std::string& text) {
    Text(context, theme.font.ui, theme.color.text, text);
  };
  DrawPending(context, value, words, draw);
  value.Ask();
  DrawPending(context, value, words, draw);
  value.Arrive("It arrived.");
  DrawPending(context, value, words, draw);
  value.Fail("It could not be had, for this reason.");
  DrawPending(context, value, words, draw);
  Gap(m.small);
  DrawProgressBar(context, ImVec2(m.dialog_width, m.small), 0.4f, theme.color.accent);
  DrawScoreBar(context, {"Correctness", 3.5, 2.5}, m.dialog_width);
  DrawScoreBar(context, {"Testing", std::nullopt, std::nullopt}, m.dialog_width);
  DrawEmptyState(context, "Nothing here yet", "What this place is for, and what to do next.");
}

void DrawInks(FrameContext& context) {
  const Theme& theme = context.theme;
  Heading(context, "Type and colour");
  const auto line = [&](const Font& font, Color color, std::string_view text) {
    Text(context, font, color, text);
  };
  line(theme.font.display, theme.color.text, "Display");
  line(theme.font.title, theme.color.text, "Title");
  line(theme.font.heading, theme.color.text, "Heading");
  line(theme.font.subheading, theme.color.text, "Subheading");
  line(theme.font.ui, theme.color.body, "Body");
  line(theme.font.ui, theme.color.muted, "Muted");
  line(theme.font.small, theme.color.faint, "Faint and small");
  line(theme.font.code, theme.color.text, "code(0, 1) != l1I");
  line(theme.font.medium, theme.color.accent, "Accent");
  line(theme.font.medium, theme.color.good, "Good");
  line(theme.font.medium, theme.color.warning, "Warning");
  line(theme.font.medium, theme.color.bad, "Bad");
  line(theme.font.medium, theme.color.info, "Info");
}

void DrawNotices(FrameContext& context) {
  Heading(context, "Notices");
  if (DrawButton(context, "Tell something")) {
    context.Emit(command::Tell{command::Tell::Kind::kInfo, "Exported to a file."});
  }
  ImGui::SameLine();
  if (DrawButton(context, "Tell of an error")) {
    context.Emit(command::Tell{command::Tell::Kind::kError,
                               "The disk is full; free some space and try again."});
  }
}

}  // namespace

void DrawGalleryScreen(FrameContext& context, const AppState& app, GalleryState* state) {
  BeginPage(context, app, "Gallery", context.theme.size.page_width);
  PageTitle(context, "Gallery", "Every widget in every state.");
  DrawButtons(context);
  DrawChoices(context, state);
  DrawRows(context, state);
  DrawBoxes(context, state);
  DrawAnswers(context);
  DrawInks(context);
  DrawNotices(context);
  EndPage(context);
}

}  // namespace app
