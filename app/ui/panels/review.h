// What the graders found in the work on one question: points, misconceptions and findings, in the
// order in which they are read. Any thread; plain values, made once from a finished session.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interview/session/round_record.h"

namespace app {

enum class ReviewState { kEarned, kPartly, kMissing, kContradicted, kMisconception, kFinding };
inline constexpr std::array kReviewStates = {
    ReviewState::kMisconception, ReviewState::kContradicted, ReviewState::kMissing,
    ReviewState::kFinding,       ReviewState::kPartly,       ReviewState::kEarned};
std::string_view Title(ReviewState state);  // "Partly"

struct ReviewPoint {
  ReviewState state = ReviewState::kMissing;
  std::string section;  // the heading it stands under: "Problem solving", a follow-up's question
  std::string text;
  std::string reason;                   // why this credit; empty where the text says it all
  std::string advice;                   // one line; empty where nothing is due
  std::optional<interview::Span> span;  // in a text of the answer
  interview::BoardEvidence board = {};
};

struct Review {
  std::vector<ReviewPoint> points;
  std::vector<std::string> scores;  // "Rubric 64 %"
};

// Of the texts: rubric, follow-ups, estimates and own tests.
Review ReviewTexts(const interview::QuestionWork& work);
// Of the whiteboard.
Review ReviewBoard(const interview::QuestionWork& work);

// The state and the text, in a line: "Missing: names the noise".
std::string InWords(const ReviewPoint& point);

}  // namespace app
