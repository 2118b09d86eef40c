// What the candidate made, as Markdown to read. Any thread; no state.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "interview/bank/catalogue.h"
#include "interview/session/session.h"

namespace app {

// Fenced so that Markdown leaves `text` alone.
std::string Fenced(const std::string& text, std::string_view language);

// What the parts of a board are called, in their order and each by a name of its own: as written
// on the part, else as in the palette, numbered where a name comes again ("Cache", "Cache 2").
std::vector<std::string> PartNames(const interview::Board& board,
                                   const interview::Catalogue& catalogue);

// Code, prose, replies, whiteboard and estimates; empty when nothing was written.
std::string AnswerText(const interview::QuestionWork& work, const interview::Catalogue& catalogue);

}  // namespace app
