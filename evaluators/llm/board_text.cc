// Parts, then connections.
#include "evaluators/llm/board_text.h"

namespace evaluators {

std::string BoardText(const interview::Board& board) {
  std::string text;
  for (const interview::BoardNode& node : board.nodes) {
    text += "- " + (node.is_part() ? node.id : node.id + " (a note)") + ": " +
            (node.label.empty() ? node.type : node.label) +
            (node.note.empty() ? "" : " (" + node.note + ")") + "\n";
  }
  for (const interview::BoardEdge& edge : board.edges) {
    text +=
        "- " + edge.from + " -> " + edge.to + (edge.label.empty() ? "" : ": " + edge.label) + "\n";
  }
  return text;
}

}  // namespace evaluators
