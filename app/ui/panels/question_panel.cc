// The statement of the question.
#include "app/ui/panels/question_panel.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <vector>

#include "app/ui/draw.h"
#include "app/ui/format.h"
#include "app/ui/panels/coach.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using interview::CodingSpec;
using interview::MlCodingSpec;
using interview::SystemDesignSpec;

std::string MlSymbolLine(const interview::MlSymbol& symbol) {
  std::string line = symbol.name + "(";
  for (std::size_t i = 0; i < symbol.params.size(); ++i) {
    line += (i == 0 ? "" : ", ") + symbol.params[i].name + ": " + symbol.params[i].type;
  }
  line += ")";
  return symbol.returns.empty() ? line : line + " -> " + symbol.returns;
}

// Where the pictures of the question are.
std::filesystem::path FolderOf(const RoomView& room) {
  return room.work.question == nullptr ? std::string() : room.work.question->folder;
}

std::string Extras(const CodingSpec& spec, interview::Language language) {
  std::string text;
  const auto limit = spec.limits.time_ms.find(language);
  if (limit != spec.limits.time_ms.end()) {
    text += "\n\n*Limits: " + std::to_string(limit->second) + " ms of CPU time a case, " +
            std::to_string(spec.limits.memory_mb) + " MB.*";
  }
  return text;
}

std::string Extras(const MlCodingSpec& spec, interview::Language) {
  std::string text = "\n\n### To write\n\n```python\n";
  for (const interview::MlSymbol& symbol : spec.symbols) {
    text += MlSymbolLine(symbol) + "\n";
    for (const interview::MlSymbol& method : symbol.methods) {
      text += "    " + MlSymbolLine(method) + "\n";
    }
  }
  text += "```";
  if (!spec.forbidden_imports.empty()) {
    text += "\n\n*Not to be imported:*";
    for (const std::string& name : spec.forbidden_imports) text += " `" + name + "`";
  }
  return text;
}

std::string Extras(const interview::ConceptSpec&, interview::Language) { return {}; }

// The statement of a case already tells its goal and scale.
std::string Extras(const SystemDesignSpec&, interview::Language) { return {}; }

}  // namespace

std::string StatementOf(const interview::Question& question, interview::Language language) {
  return "# " + question.title + "\n\n" + question.statement +
         std::visit([&](const auto& spec) { return Extras(spec, language); }, question.spec);
}

namespace {

// What the interviewer said of one kind ("fact:", "hint:") about the question on show.
std::vector<const interview::Utterance*> Said(const RoomView& room, std::string_view kind) {
  std::vector<const interview::Utterance*> said;
  const std::set<std::size_t>& unspoken = room.unspoken();
  std::size_t line = 0;
  for (const interview::Utterance& utterance : room.session.conversation()) {
    if (unspoken.contains(line++)) continue;  // its words are not decided yet
    const bool here = utterance.round == room.round && utterance.question == room.work.id;
    if (here && utterance.why.starts_with(kind)) said.push_back(&utterance);
  }
  return said;
}

double HintCostAt(const RoomView& room, int level) {
  const auto rules = room.session.rules().rounds.find(room.plan.kind);
  return rules == room.session.rules().rounds.end() ? 0 : rules->second.hint_cost.At(level);
}

// How many facts there are in all stays hidden: it would tell what is still to be asked.
std::vector<std::string> TabsOf(const RoomView& room, std::size_t facts) {
  std::vector<std::string> tabs = {"Problem"};
  if (facts > 0) tabs.push_back("Facts " + std::to_string(facts) + "###facts");
  if (room.work.hint_level > 0 && room.work.question != nullptr) {
    tabs.push_back("Hints " + std::to_string(room.work.hint_level) + "/" +
                   std::to_string(room.work.question->hints.size()) + "###hints");
  }
  return tabs;
}

void DrawCaption(FrameContext& context, const std::string& left, const std::string& right,
                 float width) {
  const Theme& theme = context.theme;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList* list = ImGui::GetWindowDrawList();
  DrawText(theme, list, theme.font.small_medium, at, theme.color.muted, left);
  DrawText(theme, list, theme.font.small,
           ImVec2(at.x + width - TextSize(theme.font.small, right).x, at.y), theme.color.faint,
           right);
  ImGui::Dummy(ImVec2(width, theme.font.small.px));
}

void DrawSaid(FrameContext& context, const RoomView& room, RoomState* state,
              const std::vector<const interview::Utterance*>& said, float width) {
  const Metrics& m = context.theme.size;
  int number = 0;
  for (const interview::Utterance* utterance : said) {
    ++number;
    const bool hint = utterance->why.starts_with("hint:");
    const std::string label = (hint ? "Hint " : "Fact ") + std::to_string(number);
    const double cost = HintCostAt(room, number);
    DrawCaption(context, label,
                hint && cost > 0 ? "costs " + FormatScore(cost) : FormatClock(utterance->at),
                width);
    DrawMarkdown(context, utterance->words(), width, &state->said[utterance->why], "article", label,
                 {.folder = FolderOf(room)});
    Gap(m.medium);
  }
}

// The card at the foot; returns its height, with the gap above it.
float DrawCoach(FrameContext& context, const RoomView& room, ImVec2 size) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const CoachRemark remark = RemarkOn(room);
  const float width = size.x - 2 * m.medium;
  const float inner = width - 2 * m.control_padding;
  const float text = DrawWrapped(theme, nullptr, theme.font.small, ImVec2(), inner, 0, remark.text);
  const float height = text + theme.font.small_medium.px + m.small + 2 * m.gap;
  const ImVec2 origin = ImGui::GetWindowPos();
  const ImVec2 min(origin.x + m.medium, origin.y + size.y - height - m.medium);
  const ImVec2 max(min.x + width, min.y + height);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(min, max, theme.color.accent_soft, m.radius_control);
  const float x = min.x + m.control_padding;
  float y = min.y + m.gap;
  DrawIcon(list, Icon::kBulb, ImVec2(x + m.icon / 2, y + theme.font.small_medium.px / 2), m.icon,
           theme.color.accent);
  const float title = x + m.icon + m.small;
  DrawText(theme, list, theme.font.small_medium, ImVec2(title, y), theme.color.text, "Coach");
  const float taken = TextSize(theme.font.small_medium, "Coach").x + m.medium;
  const std::string caption =
      Shortened(theme.font.small, remark.caption, max.x - m.control_padding - title - taken);
  DrawText(theme, list, theme.font.small,
           ImVec2(max.x - m.control_padding - TextSize(theme.font.small, caption).x, y),
           theme.color.muted, caption);
  y += theme.font.small_medium.px + m.small;
  DrawWrapped(theme, list, theme.font.small, ImVec2(x, y), inner, theme.color.body, remark.text);
  if (context.tree.recording()) {
    context.tree.Add(
        {.role = "note",
         .label = "Coach",
         .value = remark.caption.empty() ? remark.text : remark.caption + ". " + remark.text,
         .min = min,
         .max = max});
  }
  return height + 2 * m.medium;
}

}  // namespace

void DrawQuestionPanel(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size) {
  const Metrics& m = context.theme.size;
  BeginPanel(context, "Question", size);
  const auto facts = Said(room, "fact:"), hints = Said(room, "hint:");
  const std::vector<std::string> tabs = TabsOf(room, facts.size());
  state->statement_tab = std::min(state->statement_tab, static_cast<int>(tabs.size()) - 1);
  ImGui::SetCursorPos(ImVec2(m.small, m.hair));
  DrawTabs(context, tabs, m.panel_header - m.line, &state->statement_tab);
  DrawHeaderLine(context, m.panel_header - m.hair);
  const float coach = DrawCoach(context, room, size);
  ImGui::SetCursorPos(ImVec2(0, m.panel_header));
  const std::string& tab = tabs[static_cast<std::size_t>(state->statement_tab)];
  BeginScroll(context, tab.c_str(), ImVec2(size.x, size.y - m.panel_header - coach),
              ImVec2(m.large, m.control_padding));
  const float width = size.x - 2 * m.large - m.scrollbar;
  if (state->statement_tab == 0) {
    const std::string text = room.work.question == nullptr
                                 ? "The bank no longer has this question; what was typed is kept."
                                 : StatementOf(*room.work.question, room.language());
    DrawMarkdown(context, text, width, &state->statement, "article", "Statement",
                 {.folder = FolderOf(room)});
  } else {
    DrawSaid(context, room, state, tab.starts_with("Facts") ? facts : hints, width);
  }
  EndScroll();
  EndPanel(context);
}

}  // namespace app
