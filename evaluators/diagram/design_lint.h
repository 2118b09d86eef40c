// Checks of a drawn learning system that need no answer key: is everything connected, does a
// request reach the model, is there a way back from what is logged to training. Any thread; pure.
//
// Only what the case's own reference (its components and connections) passes is asked of a board,
// so a case without training is never told that its loop is open. Each fault gives one finding.
#pragma once

#include <string>
#include <vector>

#include "evaluators/diagram/diagram_graph.h"
#include "interview/model/question.h"

namespace evaluators {

struct LintFinding {
  std::string id;      // "no-monitoring"; "isolated/<node>" and "crowded/<node>" name their box
  std::string text;    // one sentence: what is wrong
  std::string advice;  // one sentence: what to draw
  BoardPlaces places;  // never without a node
};

// Findings by id:
//   isolated/<node>   a box is connected to nothing (unless another finding is about that box)
//   crowded/<node>    a box names more than four parts
//   no-request-path   no way from where requests come in to a model
//   no-learning-loop  no way from what is logged to training
//   feature-skew      features for training come from elsewhere than those for serving
//   no-eval-gate      a trained model can reach serving without an evaluation
//   no-deployment     no way from training to the model that serves
//   no-monitoring     nothing watches the system
// Nothing for a board without parts.
std::vector<LintFinding> LintDesign(const DiagramGraph& graph,
                                    const interview::DiagramRubric& rubric,
                                    const LabelReader& labels);

}  // namespace evaluators
