// The dialog of Mermaid text and pictures.
#include "app/ui/panels/whiteboard_exchange.h"

#include <algorithm>

#include "app/ui/board/board_png.h"
#include "app/ui/board/board_svg.h"
#include "app/ui/board/mermaid.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"
#include "app/ui/widgets/whiteboard_acts.h"

namespace app {
namespace {

using interview::Board;
using interview::Result;

constexpr char kTitle[] = "Mermaid and pictures";
constexpr double kMargin = 48;

Rgba ToRgba(Color color) {
  const auto channel = [color](int shift) { return (color >> shift) & 255; };
  return (channel(IM_COL32_R_SHIFT) << 24) | (channel(IM_COL32_G_SHIFT) << 16) |
         (channel(IM_COL32_B_SHIFT) << 8) | channel(IM_COL32_A_SHIFT);
}

// Pictures are for documents: always in the light colours.
BoardStyle StyleOf(const PartLooks& looks) {
  const Palette color = MakeTheme(ThemeName::kLight).color;
  const auto tint = [&](BoardTint t) { return color.tint[static_cast<std::size_t>(t)]; };
  BoardStyle style;
  BoardColors& c = style.colors;
  c.background = ToRgba(color.board);
  c.node = ToRgba(tint(BoardTint::kPlain).ground);
  c.border = ToRgba(tint(BoardTint::kPlain).line);
  c.text = ToRgba(color.text);
  c.muted = ToRgba(color.muted);
  c.edge = ToRgba(color.board_edge);
  c.note = ToRgba(tint(BoardTint::kYellow).ground);
  c.note_text = ToRgba(color.text);
  c.frame = ToRgba(color.editor_line);
  for (std::size_t i = 0; i < interview::kBoardColors.size(); ++i) {
    const TintColors colors = tint(TintOf(interview::kBoardColors[i]));
    c.fills[i] = ToRgba(colors.ground);
    c.lines[i] = ToRgba(colors.line);
  }
  style.type_name = [looks](std::string_view type) {
    const auto found = looks.find(std::string(type));
    return found == looks.end() ? std::string(type) : found->second.name;
  };
  return style;
}

void SavePicture(FrameContext& context, BoardState* state, bool png) {
  const Board& board = state->canvas.document.board();
  const BoardStyle style = StyleOf(state->looks);
  const std::string name = "whiteboard-" + state->question + (png ? ".png" : ".svg");
  if (!png) {
    context.Emit(command::SaveExport{name, BoardSvg(board, style)});
    return;
  }
  PngOptions options;
  options.fonts = context.theme.font.files;
  context.Emit(command::MakeExport{
      name, [board, style, options](std::stop_token stop, ExportProgress* progress) {
        PngOptions watched = options;
        watched.proceed = [stop, progress](double share) {
          progress->share = static_cast<float>(share);
          return !stop.stop_requested();
        };
        return BoardPng(board, style, watched);
      }});
}

// How far the picture is, and the way to stop it.
void DrawExporting(FrameContext& context, const ExportUnderWay& exporting, float width) {
  const Metrics& m = context.theme.size;
  DrawBusy(context, "Drawing " + exporting.name);
  ImGui::SameLine(0, m.large);
  const ButtonOptions low{.icon = Icon::kCross, .size = ImVec2(0, m.chip_height)};
  if (DrawButton(context, "Cancel", low)) context.Emit(command::CancelExport{});
  DrawProgressBar(context, ImVec2(width, m.line), exporting.progress->share,
                  context.theme.color.accent);
}

// Takes the text of the box onto the board. False with the problem told when it cannot be read.
bool TakeText(BoardState* state, bool replace) {
  BoardState::Exchange& exchange = state->exchange;
  const std::string text = exchange.text.text.Text();
  Result<Board> parsed = ParseMermaid(text);
  if (!parsed) {
    exchange.problem = parsed.error().message;
    return false;
  }
  if (parsed->nodes.empty()) {
    exchange.problem = "There is no node in the text; write one such as a[Client] --> b[Gateway].";
    return false;
  }
  WhiteboardState& canvas = state->canvas;
  if (replace) {
    TidyUp(&*parsed, MermaidDirection(text));
    canvas.document.Replace(*std::move(parsed));
    canvas.selection.clear();
    canvas.fit_wanted = true;
  } else {
    PasteText(&canvas, text);
    FitBoard(&canvas, kMargin);
  }
  return true;
}

}  // namespace

void DrawExchange(FrameContext& context, const std::optional<ExportUnderWay>& exporting,
                  BoardState* state) {
  BoardState::Exchange& exchange = state->exchange;
  if (!exchange.open) return;
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  if (!ImGui::IsPopupOpen(kTitle)) {
    if (exchange.filled) {  // it was closed by Esc
      exchange = {};
      state->canvas.focus_wanted = true;
      return;
    }
    ImGui::OpenPopup(kTitle);
    exchange.text.text.SetText(ToMermaid(state->canvas.document.board()));
    exchange.filled = true;
  }
  if (!BeginDialog(context, kTitle, m.narrow_page_width)) return;
  const float width = ImGui::GetContentRegionAvail().x;
  Paragraph(context, theme.font.small, theme.color.muted,
            "The board as a Mermaid flowchart. Edit it, or paste one of yours.", width);
  const float height = std::min(m.statement_width, ImGui::GetIO().DisplaySize.y / 2);
  const TextBoxResult text = DrawTextBox(context, "Mermaid text", ImVec2(width, height),
                                         &exchange.text, {.mode = TextBoxOptions::Mode::kCode});
  if (text.changed) exchange.problem.clear();
  if (!exchange.problem.empty()) {
    Paragraph(context, theme.font.small, theme.color.bad, exchange.problem, width);
  }
  if (exporting) DrawExporting(context, *exporting, width);
  Gap(m.small);
  bool close = false;
  if (DrawButton(context, "Copy text")) {
    ImGui::SetClipboardText(exchange.text.text.Text().c_str());
  }
  const ButtonOptions pictures{.enabled = !state->canvas.document.board().empty()};
  ImGui::SameLine();
  if (DrawButton(context, "Save SVG", pictures)) SavePicture(context, state, false);
  ImGui::SameLine();
  if (DrawButton(context, "Save PNG", {.enabled = pictures.enabled && !exporting}))
    SavePicture(context, state, true);
  ImGui::SameLine();
  if (DrawButton(context, "Add to the board")) close = TakeText(state, false);
  ImGui::SameLine();
  if (DrawButton(context, "Replace the board", {.style = ButtonStyle::kPrimary})) {
    close = TakeText(state, true);
  }
  ImGui::SameLine();
  if (DrawButton(context, "Close", {.style = ButtonStyle::kQuiet})) close = true;
  if (close) {
    ImGui::CloseCurrentPopup();
    exchange = {};
    state->canvas.focus_wanted = true;
  }
  EndDialog(context);
}

}  // namespace app
