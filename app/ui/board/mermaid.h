// Whiteboards from and to Mermaid flowchart text. Any thread; pure functions.
//
// Read: `graph` or `flowchart` with a direction, nodes a[x] a(x) a{x} a[(x)] a((x)) a([x]), quoted
// labels with #quot; and the like, links --> --- -.-> ==> <--> and the same with |label| or
// -- label -->, chains, `&`, subgraph … end, %% comments; style, class and click lines are skipped.
#pragma once

#include <string>
#include <string_view>

#include "app/ui/board/board_layout.h"
#include "interview/model/board.h"

namespace app {

// Does the text say that it is a flowchart? Its first line that is no comment does.
bool LooksLikeMermaid(std::string_view text);

// The board, not placed; a node's id becomes its id on the board. Fails with kInvalid: one sentence
// with the number of the line.
interview::Result<interview::Board> ParseMermaid(std::string_view text);
// The direction that the text asks for; kDown where it does not say.
FlowDirection MermaidDirection(std::string_view text);

// Notes and free text become nodes of the class `note` and `text`; strokes are left out. Reading
// the text again gives the same graph with the same labels.
std::string ToMermaid(const interview::Board& board,
                      FlowDirection direction = FlowDirection::kRight);

}  // namespace app
