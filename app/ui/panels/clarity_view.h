// How an answer was put, apart from what it says: no part of the points. UI thread only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/ui/frame_context.h"
#include "interview/session/session.h"

namespace app {

struct ClarityFact {
  std::string name;   // "Answer first"
  std::string value;  // "the first point comes after 12 words"
};

// How long the question was worked on: of a concept its own phase, else the whole round.
interview::Duration TimeOn(const interview::Session& session, std::size_t round,
                           std::size_t question);

// Empty where no prose was graded. `time` may be zero: not known.
std::vector<ClarityFact> ClarityFacts(const interview::QuestionWork& work,
                                      interview::Duration time);

void DrawClarity(FrameContext& context, const std::vector<ClarityFact>& facts);

}  // namespace app
