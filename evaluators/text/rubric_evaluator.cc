// Group by group; misconceptions are looked for in everything that was said.
#include "evaluators/text/rubric_evaluator.h"

#include <string>
#include <utility>
#include <vector>

#include "evaluators/text/answer_key.h"
#include "evaluators/text/clarity.h"
#include "evaluators/text/criteria.h"

namespace evaluators {
namespace {

using interview::Answer;
using interview::ConceptSpec;
using interview::Evaluation;
using interview::EvaluationRequest;
using interview::Question;
using interview::RoundKind;
using interview::RubricGroup;

GradedText WholeText(const Question& question, const Answer& answer) {
  GradedText text;
  if (question.kind == RoundKind::kConcepts) {
    const auto prose = answer.prose.find("answer");
    if (prose != answer.prose.end()) text.Add("answer", prose->second);
  } else {
    text.AddProseAndMessages(answer);
  }
  return text;
}

void AddGroup(const RubricGroup& group, const CompiledRubric& rubric, const GradedText& text,
              Evaluation* evaluation) {
  const RubricGrade grade = rubric.Grade(text.text());
  for (std::size_t i = 0; i < grade.points.size(); ++i) {
    evaluation->criteria.push_back(
        ToCriterion(grade.points[i], group.id, group.points[i].text, text));
  }
}

// A point that its own section earns fully is taken from there, others from wherever they do
// better.
void AddSection(const RubricGroup& section, const CompiledRubric& rubric, const Answer& answer,
                Evaluation* evaluation) {
  GradedText own;
  const auto prose = answer.prose.find(section.id);
  if (prose != answer.prose.end()) own.Add(section.id, prose->second);
  GradedText rest;
  rest.AddProseAndMessages(answer, section.id);
  const RubricGrade here = rubric.Grade(own.text());
  const RubricGrade elsewhere = rubric.Grade(rest.text());
  for (std::size_t i = 0; i < section.points.size(); ++i) {
    const bool better = elsewhere.points[i].credit > here.points[i].credit;
    evaluation->criteria.push_back(ToCriterion(better ? elsewhere.points[i] : here.points[i],
                                               section.id, section.points[i].text,
                                               better ? rest : own));
  }
}

void AddAnswerKey(const Question& question, const GradedText& text, const Lexicon& lexicon,
                  Evaluation* evaluation) {
  const auto* spec = std::get_if<ConceptSpec>(&question.spec);
  if (spec == nullptr || !spec->answer || spec->answer->type == interview::AnswerKey::Type::kNone)
    return;
  const PointGrade grade = CheckAnswerKey(*spec->answer, text.text(), lexicon);
  evaluation->criteria.push_back(ToCriterion(grade, "answer_key", "Gives the right value.", text));
}

}  // namespace

RubricEvaluator::RubricEvaluator(std::shared_ptr<const Lexicon> lexicon)
    : lexicon_(std::move(lexicon)) {}

interview::Result<Evaluation> RubricEvaluator::Evaluate(const EvaluationRequest& request,
                                                        std::stop_token stop) const {
  const Question& question = *request.question;
  Evaluation evaluation;
  evaluation.kind = request.kind;
  evaluation.question = question.id;
  evaluation.part = request.part;
  const GradedText text = WholeText(question, request.answer);
  for (const RubricGroup& group : question.rubric) {
    if (stop.stop_requested()) {
      return interview::Fail(interview::ErrorCode::kCancelled, "Grading was stopped.");
    }
    const CompiledRubric rubric({group.points, {}}, *lexicon_, {.question = question.statement});
    if (question.kind == RoundKind::kSystemDesign) {
      AddSection(group, rubric, request.answer, &evaluation);
    } else {
      AddGroup(group, rubric, text, &evaluation);
    }
  }
  AddMisconceptions(question, text, *lexicon_, &evaluation);
  AddAnswerKey(question, text, *lexicon_, &evaluation);
  if (!text.text().empty()) evaluation.clarity = MeasureClarity(text, evaluation.criteria);
  evaluation.score = ScoreOf(evaluation.criteria, evaluation.misconceptions);
  return evaluation;
}

}  // namespace evaluators
