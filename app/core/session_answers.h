// Plays prepared answers into a session: what `drill --answers` and `loop --answers` do.
// Main thread only.
#pragma once

#include <filesystem>
#include <vector>

#include "app/core/command.h"
#include "interview/base/result.h"
#include "interview/model/answer.h"

namespace app {

class AppCore;

using RoundAnswers = std::vector<interview::Answer>;

// One object or a list of them, section 12 of rubrics/README.md.
interview::Result<RoundAnswers> ReadAnswers(const std::filesystem::path& file);

// Files of a loop, "01-coding.json", "02-concepts.json", …, in the order of their names.
interview::Result<std::vector<RoundAnswers>> ReadLoopAnswers(const std::filesystem::path& folder);

// What a candidate would have done to hand in `answer`, submission of the round left out.
std::vector<Command> AnswerCommands(const interview::Answer& answer, interview::RoundKind kind);

// Takes the running session to its end with the answers of each round; a round or question without
// an answer is submitted empty. Returns when the session has been scored. kTimeout after `patience`
// without progress.
interview::Status PlaySession(AppCore* core, const std::vector<RoundAnswers>& rounds,
                              std::chrono::milliseconds patience = std::chrono::minutes(5));

}  // namespace app
