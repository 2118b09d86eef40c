// Whether a model's score can be relied on: does it rest on what the candidate wrote?
// Any thread; pure function.
//
// A score is unsupported, and is shown so with the reason, when
//   1. the answer holds an instruction to whoever grades it (grader_instruction.h);
//   2. no claim of the model is left once those whose quotation is not in the answer are dropped;
//   3. it is further than kFar from the local score and the model's own claims do not carry it
//      there. What they carry: of the points of the rubric, those that were credited locally and
//      those for which a strength quotes words (upwards), less those for which a gap does
//      (downwards). Each quotation counts for one point. Without rubric points nothing is carried.
// Nothing here changes a score.
#pragma once

#include <string>
#include <vector>

#include "interview/model/feedback.h"

namespace evaluators {

// A score further from the local one than this wants evidence.
inline constexpr double kFar = 0.25;

// Something that earns credit, as the local evaluation sees it.
struct CreditedPoint {
  std::string text;
  double weight = 1;
  double credit = 0;     // 0-1
  bool is_fact = false;  // measured, such as tests: no quotation changes it
};

// Why the second score of `feedback` is unsupported, in one sentence; "" when it is not. `answer`:
// all that the candidate wrote. REQUIRES: feedback.second_score; its claims are those whose
// quotations stand, each `point` the text of one of `points` or empty.
std::string FindNoSupport(const interview::Feedback& feedback,
                          const std::vector<CreditedPoint>& points,
                          const std::vector<std::string>& answer);

}  // namespace evaluators
