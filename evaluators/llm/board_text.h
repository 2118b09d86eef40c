// A whiteboard in words, for those who read text alone. Any thread; pure.
#pragma once

#include <string>

#include "interview/model/board.h"

namespace evaluators {

// One line for each part, note and connection; empty for an empty board.
std::string BoardText(const interview::Board& board);

}  // namespace evaluators
