// Feedback in words: what exports, the command line and the transcript view show of it.
// Any thread; pure functions.
#pragma once

#include <string>

#include "interview/model/feedback.h"

namespace app {

// "round 2", or the id of the question.
std::string TargetName(const interview::FeedbackTarget& about);

// How the model's score compares with the local one: "The model gives 80 of 100 where the local
// result is 55: it finds clearly more in this answer."
std::string CompareScores(const interview::SecondScore& second);

// Who said it, how long it took and what it used, in one line.
std::string FeedbackOrigin(const interview::Feedback& feedback);

// Everything, as Markdown with headings of the third level.
std::string FeedbackMarkdown(const interview::Feedback& feedback);

}  // namespace app
