// How an answer is put, whatever it says: how soon it comes to the point, what orders it, and where
// it hedges. Any thread.
#pragma once

#include <vector>

#include "evaluators/text/graded_text.h"
#include "interview/model/evaluation.h"

namespace evaluators {

// REQUIRES: the spans of `criteria` were made by `text`.
interview::Clarity MeasureClarity(const GradedText& text,
                                  const std::vector<interview::Criterion>& criteria);

}  // namespace evaluators
