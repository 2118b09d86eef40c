// The statement of the question.
#include "app/ui/panels/question_panel.h"

#include "app/ui/format.h"
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

void DrawQuestionPanel(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  BeginPanel(context, "Question", size);
  ImGui::SetCursorPos(ImVec2(m.small, m.hair));
  DrawTabs(context, std::vector<std::string>{"Problem"}, m.panel_header - m.line,
           &state->statement_tab);
  DrawHeaderLine(context, m.panel_header - m.hair);
  ImGui::SetCursorPos(ImVec2(0, m.panel_header));
  BeginScroll(context, "statement", ImVec2(size.x, size.y - m.panel_header - m.hair),
              ImVec2(m.large, m.control_padding));
  const std::string text = room.work.question == nullptr
                               ? "The bank no longer has this question; what was typed is kept."
                               : StatementOf(*room.work.question, room.language());
  DrawMarkdown(context, text, size.x - 2 * m.large - m.scrollbar, &state->statement, "article",
               "Statement");
  EndScroll();
  EndPanel(context);
}

}  // namespace app
