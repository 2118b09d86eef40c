// What there is to say about answers when a language model is asked for feedback: from the local
// evaluations of an answer, and from the record of a session.
// Main thread; the results are plain values.
#pragma once

#include <vector>

#include "evaluators/llm/feedback.h"
#include "interview/base/result.h"
#include "interview/model/evaluation.h"
#include "interview/session/session.h"

namespace app {

// One answer with its evaluations of the kinds kJudge, kRubric, kDiagram and kEstimates, each of
// which counts alike: as points with their local credit, and the mean as the local score.
evaluators::FeedbackRequest DescribeAnswer(
    const interview::QuestionPtr& question, interview::Answer answer,
    const std::vector<const interview::Evaluation*>& evaluations);

// One answer or a whole round of a session. The local score of a round is that of its scorecard.
// Fails with kNotFound for what is not in the session or no longer in the bank.
interview::Result<evaluators::FeedbackRequest> DescribeTarget(
    const interview::Session& session, const interview::FeedbackTarget& about);

// What feedback can be given on in a session: each question that was answered, then each round with
// more than one of them.
std::vector<interview::FeedbackTarget> FeedbackTargets(const interview::Session& session);

// Is feedback about it in the session already?
bool HasFeedback(const interview::Session& session, const interview::FeedbackTarget& about);

}  // namespace app
