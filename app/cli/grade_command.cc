// `onsite grade`: prose and whiteboards against a question's rubric.
#include <iostream>

#include "app/cli/command_context.h"
#include "app/cli/feedback_command.h"
#include "app/cli/grade_batch.h"
#include "app/core/evaluator_wiring.h"
#include "app/core/feedback_request.h"
#include "interview/base/files.h"
#include "interview/model/answer.h"

namespace app {
namespace {

using interview::Evaluation;
using interview::EvaluationKind;
using interview::Json;
using interview::Result;

struct GradeOptions {
  std::string id;
  std::string answer;
  GradeBatchFiles batch;
  LlmOptions llm;
};

Json SpanJson(const std::optional<interview::Span>& span) {
  if (!span) return nullptr;
  return {{"part", span->part}, {"text", span->text}, {"begin", span->begin}, {"end", span->end}};
}

Json PointsJson(const std::vector<interview::Criterion>& criteria) {
  Json points = Json::array();
  for (const interview::Criterion& c : criteria) {
    points.push_back({{"id", c.id},
                      {"group", c.group},
                      {"text", c.text},
                      {"weight", c.weight},
                      {"credit", c.credit},
                      {"state", ToString(c.state)},
                      {"span", SpanJson(c.span)},
                      {"reason", c.reason},
                      {"advice", c.advice}});
    if (!c.board.empty()) {
      points.back()["board"] = {{"nodes", c.board.nodes}, {"edges", c.board.edges}};
    }
  }
  return points;
}

Json MisconceptionsJson(const std::vector<interview::RaisedMisconception>& raised) {
  Json list = Json::array();
  for (const interview::RaisedMisconception& m : raised) {
    list.push_back(
        {{"id", m.id}, {"text", m.text}, {"penalty", m.penalty}, {"span", SpanJson(m.span)}});
  }
  return list;
}

// An answer file of section 12, or plain text as the whole answer.
Result<interview::Answer> ReadAnswerFile(const std::string& file,
                                         const interview::Question& question) {
  Result<std::string> text = interview::ReadFile(file);
  if (!text) return Forward(text);
  const std::size_t start = text->find_first_not_of(" \t\r\n");
  if (start != std::string::npos && (*text)[start] == '{') {
    const Result<Json> json = interview::ParseJson(*text, file);
    if (!json) return Forward(json);
    return interview::ParseAnswer(*json, file);
  }
  interview::Answer answer;
  answer.question = question.id;
  answer.prose["answer"] = *std::move(text);
  return answer;
}

std::vector<EvaluationKind> KindsFor(const interview::Question& question,
                                     const interview::Answer& answer) {
  std::vector<EvaluationKind> kinds = {EvaluationKind::kRubric};
  if (question.kind == interview::RoundKind::kSystemDesign) {
    if (!answer.board.empty()) kinds.push_back(EvaluationKind::kDiagram);
    if (!answer.estimates.empty()) kinds.push_back(EvaluationKind::kEstimates);
  }
  return kinds;
}

void PrintText(const Evaluation& evaluation) {
  std::cout << ToString(evaluation.kind) << ": " << evaluation.score << "\n";
  for (const interview::Criterion& c : evaluation.criteria) {
    std::cout << "  [" << ToString(c.state) << "] " << c.id << ": " << c.text;
    if (c.span) std::cout << "  <- \"" << c.span->text << "\"";
    std::cout << "\n";
    if (!c.advice.empty()) std::cout << "      " << c.advice << "\n";
  }
  for (const interview::RaisedMisconception& m : evaluation.misconceptions) {
    std::cout << "  [misconception] " << m.id << ": " << m.text << "\n";
  }
}

void GradeOne(const GradeOptions& options, CommandContext* context) {
  const auto paths = context->Paths();
  if (!paths) return;
  const auto bank = context->Bank(*paths);
  if (!bank) return;
  const Result<interview::QuestionPtr> question = bank->Get(options.id);
  if (!question) return context->Fail(question.error());
  const Result<interview::Answer> answer = ReadAnswerFile(options.answer, **question);
  if (!answer) return context->Fail(answer.error());
  const auto evaluators = BuildEvaluators(*paths);
  if (!evaluators) return context->Fail(evaluators.error());
  Json out = Json::object();
  std::vector<Evaluation> evaluations;
  for (const EvaluationKind kind : KindsFor(**question, *answer)) {
    const Result<Evaluation> result =
        (*evaluators)->Evaluate({kind, *question, *answer, {}, {}}, {});
    if (!result) return context->Fail(result.error());
    evaluations.push_back(*result);
    if (!context->json) {
      PrintText(*result);
    } else if (kind == EvaluationKind::kRubric) {
      out["question"] = options.id;
      out["score"] = result->score;
      out["points"] = PointsJson(result->criteria);
      out["misconceptions"] = MisconceptionsJson(result->misconceptions);
      if (result->clarity) out["clarity"] = ToJson(*result->clarity);
    } else {
      out[std::string(ToString(kind))] = {
          {"score", result->score},
          {"points", PointsJson(result->criteria)},
          {"misconceptions", MisconceptionsJson(result->misconceptions)}};
    }
  }
  if (options.llm.asks) {
    std::vector<const Evaluation*> found;
    for (const Evaluation& evaluation : evaluations) found.push_back(&evaluation);
    Json feedback =
        AskAboutAnswer(*paths, DescribeAnswer(*question, *answer, found), options.llm, context);
    if (!feedback.is_null()) out["feedback"] = std::move(feedback);
  }
  if (context->json) context->Print(out);
}

}  // namespace

void AddGradeCommands(CLI::App& app, CommandContext* context) {
  auto options = std::make_shared<GradeOptions>();
  CLI::App* grade = app.add_subcommand("grade", "Grade a prose or whiteboard answer");
  grade->add_option("id", options->id, "Question, see `onsite bank list`");
  grade->add_option("--answer", options->answer, "File: an answer object, or plain text");
  CLI::Option* batch = grade->add_option(
      "--batch", options->batch.input,
      R"(Answers, one {"question_id", "answer_index", "student_answer", "reference_answer"} a line; )"
      R"("-" reads standard input)");
  grade
      ->add_option("--rubrics", options->batch.rubrics,
                   "Rubrics for --batch; other questions are graded by their reference answer")
      ->needs(batch);
  grade
      ->add_option("-o,--output", options->batch.output,
                   "File for the results of --batch; what it has already is not graded again")
      ->needs(batch);
  AddLlmOptions(grade, &options->llm);
  grade->callback([=] {
    if (!options->batch.input.empty()) return GradeBatch(options->batch, options->llm, context);
    if (!options->id.empty() && !options->answer.empty()) return GradeOne(*options, context);
    context->Fail({interview::ErrorCode::kInvalid,
                   "Name a question and --answer FILE, or --batch FILE with --rubrics FILE.",
                   {}});
  });
}

}  // namespace app
