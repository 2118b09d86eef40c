// Plays prepared answers into a session: what `drill --answers` and `loop --answers` do.
// Main thread only.
#pragma once

#include <filesystem>
#include <vector>

#include "interview/base/result.h"
#include "interview/model/answer.h"
#include "interview/model/plan.h"

namespace app {

// One object or a list of them, section 12 of rubrics/README.md.
interview::Result<std::vector<interview::Answer>> ReadAnswers(const std::filesystem::path& file);

// Files of a loop, "01-coding.json", "02-concepts.json", …, in the order of their names.
interview::Result<std::vector<std::vector<interview::Answer>>> ReadLoopAnswers(
    const std::filesystem::path& folder);

// The events by which a candidate would have given `answer` to the current question of the round,
// without the final submission.
std::vector<interview::EventPayload> AnswerEvents(const interview::Answer& answer,
                                                  interview::RoundKind kind);

}  // namespace app
