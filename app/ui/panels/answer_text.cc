// Answers as Markdown.
#include "app/ui/panels/answer_text.h"

#include <algorithm>
#include <map>
#include <variant>

#include "app/ui/format.h"

namespace app {
namespace {

using interview::Board;
using interview::Catalogue;
using interview::QuestionWork;

std::string PaletteName(const Catalogue& catalogue, const std::string& type) {
  const interview::PaletteEntry* part = catalogue.FindPart(type);
  if (part != nullptr) return part->name;
  return type.empty() ? "Free box" : FormatName(type);
}

std::string CodeOf(const QuestionWork& work) {
  const auto source = work.sources.find(work.answer.language);
  return source == work.sources.end() ? work.answer.source : source->second;
}

std::string BoardText(const Board& board, const Catalogue& catalogue) {
  const std::vector<std::string> names = PartNames(board, catalogue);
  std::map<std::string, std::string> name_of;
  std::string text = "### Whiteboard\n\n";
  for (std::size_t i = 0; i < board.nodes.size(); ++i) {
    const interview::BoardNode& node = board.nodes[i];
    name_of[node.id] = names[i];
    const bool typed = !node.label.empty() && !node.type.empty();
    text += "- " + std::string(node.is_part() ? "" : "Note: ") + names[i] +
            (typed ? " (" + PaletteName(catalogue, node.type) + ")" : "") + "\n";
  }
  for (const interview::BoardEdge& edge : board.edges) {
    text += "- " + name_of[edge.from] + " → " + name_of[edge.to] +
            (edge.label.empty() ? "" : ": " + edge.label) + "\n";
  }
  return text + "\n";
}

std::string EstimatesText(const QuestionWork& work) {
  const auto* spec = work.question == nullptr
                         ? nullptr
                         : std::get_if<interview::SystemDesignSpec>(&work.question->spec);
  const auto asked = [&](const std::string& id) {
    if (spec != nullptr) {
      for (const interview::Estimate& estimate : spec->estimates) {
        if (estimate.id == id) return estimate.text;
      }
    }
    return FormatName(id);
  };
  std::string text;
  for (const auto& [id, estimate] : work.answer.estimates) {
    if (!estimate.empty()) text += "- " + asked(id) + "  \n  `" + estimate + "`\n";
  }
  return text.empty() ? text : "### Estimates\n\n" + text;
}

}  // namespace

std::string Fenced(const std::string& text, std::string_view language) {
  std::size_t longest = 2, run = 0;  // the fence is longer than any run of back-ticks inside
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  const std::size_t end = text.find_last_not_of('\n') + 1;
  return fence + std::string(language) + "\n" + text.substr(0, end) + "\n" + fence + "\n";
}

std::vector<std::string> PartNames(const Board& board, const Catalogue& catalogue) {
  std::vector<std::string> names;
  for (const interview::BoardNode& node : board.nodes) {
    const std::string plain = node.label.empty() ? PaletteName(catalogue, node.type) : node.label;
    std::string name = plain;
    for (int n = 2; std::find(names.begin(), names.end(), name) != names.end(); ++n) {
      name = plain + " " + std::to_string(n);
    }
    names.push_back(std::move(name));
  }
  return names;
}

std::string AnswerText(const QuestionWork& work, const Catalogue& catalogue) {
  std::string text;
  if (work.HasCode())
    text += Fenced(CodeOf(work), interview::ToString(work.answer.language)) + "\n";
  for (const auto& [part, prose] : work.answer.prose) {
    if (prose.empty()) continue;
    text += "### " + FormatName(part) + "\n\n" + prose + "\n\n";
  }
  for (const auto& [id, reply] : work.answer.follow_ups) {
    if (reply.empty()) continue;
    const interview::FollowUp* asked =
        work.question == nullptr ? nullptr : work.question->FindFollowUp(id);
    text += "### " + (asked != nullptr ? asked->ask : FormatName(id)) + "\n\n" + reply + "\n\n";
  }
  if (!work.answer.board.empty()) text += BoardText(work.answer.board, catalogue);
  return text + EstimatesText(work);
}

}  // namespace app
