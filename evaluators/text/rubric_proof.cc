// Grades the examples with the same evaluators that grade candidates.
#include "evaluators/text/rubric_proof.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <set>
#include <utility>

#include "evaluators/diagram/diagram_grader.h"
#include "evaluators/diagram/estimate_check.h"
#include "evaluators/text/fact_ledger.h"
#include "evaluators/text/rubric_evaluator.h"
#include "interview/base/json.h"

namespace evaluators {
namespace {

using interview::Answer;
using interview::Criterion;
using interview::Evaluation;
using interview::EvaluationKind;
using interview::EvaluationRequest;
using interview::Question;
using interview::QuestionPtr;
using interview::Result;
using interview::RoundKind;

constexpr std::size_t kFirstWords = 40;  // bytes of an answer in a message
constexpr double kModelAnswer = 0.9;

std::string Shown(double value) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%.2f", value);
  return buffer;
}

std::string FirstWords(const std::string& text) {
  if (text.size() <= kFirstWords) return "\"" + text + "\"";
  const std::size_t space = text.rfind(' ', kFirstWords);
  return "\"" + text.substr(0, space == std::string::npos ? kFirstWords : space) + " …\"";
}

// "earned a, b; partly c; missing d; raised e"
std::string Outcome(const std::vector<Criterion>& criteria,
                    const std::vector<interview::RaisedMisconception>& raised) {
  std::string earned, partly, missing, faults;
  const auto add = [](std::string* list, const std::string& id) {
    *list += (list->empty() ? " " : ", ") + id;
  };
  for (const Criterion& criterion : criteria) {
    if (criterion.weight <= 0) continue;
    add(criterion.credit >= 1 ? &earned : criterion.credit > 0 ? &partly : &missing, criterion.id);
  }
  for (const auto& fault : raised)
    add(&faults, fault.id + " (" + FirstWords(fault.span.text) + ")");
  std::string outcome;
  const auto join = [&](const std::string& name, const std::string& list) {
    if (!list.empty()) outcome += (outcome.empty() ? "" : "; ") + name + list;
  };
  join("earned", earned);
  join("partly", partly);
  join("missing", missing);
  join("raised", faults);
  return outcome.empty() ? "nothing earned" : outcome;
}

std::string Band(double min, double max) { return Shown(min) + "-" + Shown(max); }

class Proof {
 public:
  // The evaluators share questions and lexicon; these are borrowed for the call.
  Proof(const Question& question, const Lexicon& lexicon)
      : question_(QuestionPtr(), &question),
        lexicon_(std::shared_ptr<const Lexicon>(), &lexicon),
        rubric_(lexicon_) {}

  std::vector<std::string> Run() {
    for (const interview::RubricExample& example : question_->rubric_examples) {
      Check(example.answer, example.min, example.max, example.flags);
    }
    if (question_->kind == RoundKind::kConcepts)
      Check(question_->model_answer, kModelAnswer, 1, {});
    if (question_->kind == RoundKind::kSystemDesign) CheckDesignAnswers();
    return std::move(messages_);
  }

 private:
  void Check(const std::string& text, double min, double max,
             const std::vector<std::string>& flags) {
    EvaluationRequest request;
    request.question = question_;
    request.answer.question = question_->id;
    request.answer.prose["answer"] = text;
    const Result<Evaluation> evaluation = rubric_.Evaluate(request, {});
    if (!evaluation) {
      messages_.push_back(evaluation.error().message);
      return;
    }
    if (evaluation->score < min - 1e-9 || evaluation->score > max + 1e-9) {
      messages_.push_back("Example " + FirstWords(text) + " scores " + Shown(evaluation->score) +
                          ", outside its band " + Band(min, max) + ": " +
                          Outcome(evaluation->criteria, evaluation->misconceptions) + ".");
    }
    for (const std::string& flag : flags) {
      const bool raised =
          std::any_of(evaluation->misconceptions.begin(), evaluation->misconceptions.end(),
                      [&](const auto& fault) { return fault.id == flag; });
      if (!raised) {
        messages_.push_back("Example " + FirstWords(text) + " does not raise the misconception \"" +
                            flag + "\".");
      }
    }
  }

  void CheckDesignAnswers() {
    const auto& spec = std::get<interview::SystemDesignSpec>(question_->spec);
    for (const interview::SourceFile& file : spec.answers) {
      const auto json = interview::ParseJson(file.text, file.name);
      const auto answer =
          json ? interview::ParseAnswer(*json, file.name) : interview::Forward(json);
      if (!answer) {
        messages_.push_back(answer.error().message);
        continue;
      }
      if (file.name.starts_with("model")) CheckDesign(file.name, *answer, kModelAnswer, 1);
      if (file.name.starts_with("mediocre")) CheckDesign(file.name, *answer, 0.4, 0.6);
      if (file.name.starts_with("buzzword")) CheckDesign(file.name, *answer, 0, 0.25);
    }
  }

  void CheckDesign(const std::string& name, const Answer& answer, double min, double max) {
    EvaluationRequest request;
    request.question = question_;
    request.answer = answer;
    const Result<Evaluation> sections = rubric_.Evaluate(request, {});
    request.kind = EvaluationKind::kDiagram;
    const Result<Evaluation> diagram = DiagramGrader(lexicon_).Evaluate(request, {});
    request.kind = EvaluationKind::kEstimates;
    const Result<Evaluation> estimates = EstimateCheck().Evaluate(request, {});
    if (!sections || !diagram || !estimates) {
      messages_.push_back("Answer " + name + " cannot be graded.");
      return;
    }
    const double asked = ShareOfFactsAsked(answer);
    const double score =
        (5 * sections->score + 2 * diagram->score + 2 * estimates->score + asked) / 10;
    if (score >= min - 1e-9 && score <= max + 1e-9) return;
    messages_.push_back("Answer " + name + " scores " + Shown(score) + ", outside its band " +
                        Band(min, max) + ": sections " + Shown(sections->score) + " (" +
                        Outcome(sections->criteria, sections->misconceptions) + "), diagram " +
                        Shown(diagram->score) + " (" +
                        Outcome(diagram->criteria, diagram->misconceptions) + "), estimates " +
                        Shown(estimates->score) + " (" + Outcome(estimates->criteria, {}) +
                        "), clarifications " + Shown(asked) + ".");
  }

  double ShareOfFactsAsked(const Answer& answer) const {
    std::set<std::size_t> asked;
    for (const std::string& message : answer.messages) {
      for (const AskedFact& fact : FindAskedFacts(question_->clarifications, message, *lexicon_)) {
        asked.insert(fact.index);
      }
    }
    double earned = 0;
    double weights = 0;
    for (std::size_t i = 0; i < question_->clarifications.size(); ++i) {
      const double weight = question_->clarifications[i].weight;
      weights += weight;
      if (asked.contains(i)) earned += weight;
    }
    return weights > 0 ? earned / weights : 0;
  }

  QuestionPtr question_;
  std::shared_ptr<const Lexicon> lexicon_;
  RubricEvaluator rubric_;
  std::vector<std::string> messages_;
};

}  // namespace

std::vector<std::string> ProveRubric(const Question& question, const Lexicon& lexicon) {
  return Proof(question, lexicon).Run();
}

}  // namespace evaluators
