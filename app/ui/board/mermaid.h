// Whiteboards from and to Mermaid flowchart text. Any thread; pure functions.
//
// Read: `graph` or `flowchart` with a direction, nodes a[x] a(x) a{x} a[(x)] a((x)) a([x]) a>x],
// quoted labels with #quot; and the like, links --> --- -.-> ==> <--> of any length, with |label|
// or
// -- label -->, chains, `&`, subgraph … end, :::class, %% comments; style, class, click and
// direction lines are skipped.
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

// Notes and free text become nodes of the class `note` and `text`, parts of the palette ones of the
// class part_<id>; strokes are left out. Reading the text again gives the same parts, frames and
// connections with the same labels; an arrow with a head at its start alone is turned round.
std::string ToMermaid(const interview::Board& board,
                      FlowDirection direction = FlowDirection::kRight);

}  // namespace app
