// Rubrics are compiled once for each question and reference answer.
#include "app/cli/grade_batch.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <iostream>
#include <map>
#include <memory>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "app/cli/batch_input.h"
#include "app/cli/batch_output.h"
#include "app/core/evaluator_wiring.h"
#include "evaluators/judge/process.h"
#include "evaluators/text/rubric_grader.h"
#include "interview/bank/rubric_parser.h"
#include "interview/base/files.h"

namespace app {
namespace {

using interview::ErrorCode;
using interview::Fail;
using interview::Forward;
using interview::Json;
using interview::Result;

constexpr std::size_t kLongestLine = std::size_t{64} << 20;
constexpr std::size_t kMostCompiled = 1000;  // rubrics kept ready

struct BatchRubric {
  interview::Rubric rubric;
  std::string question;
};
using Rubrics = std::unordered_map<std::string, BatchRubric>;

// A list of {"question_id", "question"?, "points", "misconceptions"?}, or an object of such by id.
Result<Rubrics> ReadRubricFile(const std::string& file) {
  Rubrics rubrics;
  if (file.empty()) return rubrics;
  const Result<std::string> text = interview::ReadFile(file);
  if (!text) return Forward(text);
  const Result<Json> json = interview::ParseJson(*text, file);
  if (!json) return Forward(json);
  if (!json->is_array() && !json->is_object()) {
    return Fail(ErrorCode::kInvalid, file + " holds no rubrics; write a list of them.");
  }
  for (const auto& [key, item] : json->items()) {
    interview::JsonReader reader(item, file);
    BatchRubric one;
    std::string id = json->is_object() ? key : reader.String("question_id");
    if (json->is_object()) reader.StringOr("question_id");
    one.question = reader.StringOr("question");
    one.rubric.points = interview::ReadPoints(reader.Array("points"), &reader, "points");
    one.rubric.misconceptions = interview::ReadMisconceptions(&reader, 1);
    if (interview::Status read = reader.Finish(); !read) return Forward(read);
    rubrics[std::move(id)] = std::move(one);
  }
  return rubrics;
}

struct ShortAnswer {
  std::string question_id;
  Json answer_index;  // as it came; null without one
  std::string question;
  std::string reference;
  std::string answer;
};

// Fails with kInvalid in one sentence that does not name the line.
Result<ShortAnswer> ParseAnswer(const BatchLine& line) {
  if (line.is_too_long) return Fail(ErrorCode::kInvalid, "The line is longer than 64 MB.");
  const Result<Json> json = interview::ParseJson(line.text, "the line");
  if (!json) return Forward(json);
  if (!json->is_object()) {
    return Fail(ErrorCode::kInvalid,
                R"(The line is no object; write {"question_id": …, "student_answer": …}.)");
  }
  const auto text = [&](const char* key) {
    const auto found = json->find(key);
    return found != json->end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  for (const char* key : {"question_id", "student_answer"}) {
    if (!json->contains(key) || !json->at(key).is_string()) {
      return Fail(ErrorCode::kInvalid,
                  "\"" + std::string(key) + "\" is missing or no text; give every answer one.");
    }
  }
  return ShortAnswer{text("question_id"), json->value("answer_index", Json()), text("question"),
                     text("reference_answer"), text("student_answer")};
}

class ShortAnswerGrader {
 public:
  ShortAnswerGrader(Rubrics rubrics, std::shared_ptr<const evaluators::Lexicon> lexicon)
      : rubrics_(std::move(rubrics)), lexicon_(std::move(lexicon)) {}

  // The result as it is written, and `about`, what to ask a model about it. Fails with kInvalid
  // where there is neither a rubric nor a reference answer.
  Result<Json> Grade(const ShortAnswer& one, evaluators::FeedbackRequest* about) {
    const auto rubric = rubrics_.find(one.question_id);
    if (rubric == rubrics_.end() && one.reference.empty()) {
      return Fail(ErrorCode::kInvalid, "Question \"" + one.question_id +
                                           "\" has no rubric in the file; add a "
                                           "\"reference_answer\" to grade by.");
    }
    const evaluators::RubricGrade grade =
        Compiled(one, rubric == rubrics_.end() ? BatchRubric{{}, one.question} : rubric->second)
            .Grade(one.answer);
    *about = Describe(one, rubric == rubrics_.end() ? BatchRubric{} : rubric->second, grade);
    Json out = {{"question_id", one.question_id}};
    if (!one.answer_index.is_null()) out["answer_index"] = one.answer_index;
    out["score"] = grade.score;
    const auto quote = [&](const evaluators::TextSpan& span) {
      return Json{{"text", one.answer.substr(span.begin, span.end - span.begin)},
                  {"begin", span.begin},
                  {"end", span.end}};
    };
    Json points = Json::array();
    for (const evaluators::PointGrade& point : grade.points) {
      points.push_back({{"id", point.id},
                        {"credit", point.credit},
                        {"span", point.span ? quote(*point.span) : Json()}});
    }
    Json misconceptions = Json::array();
    for (const evaluators::MisconceptionGrade& fault : grade.misconceptions) {
      misconceptions.push_back({{"id", fault.id}, {"span", quote(fault.span)}});
    }
    out["points"] = std::move(points);
    out["misconceptions"] = std::move(misconceptions);
    return out;
  }

 private:
  static evaluators::FeedbackRequest Describe(const ShortAnswer& one, const BatchRubric& rubric,
                                              const evaluators::RubricGrade& grade) {
    interview::Question question;
    question.id = one.question_id;
    question.kind = interview::RoundKind::kConcepts;
    question.title = one.question_id;
    question.statement = rubric.question.empty() ? one.question : rubric.question;
    evaluators::FeedbackRequest request;
    request.about.question = one.question_id;
    request.local_score = grade.score;
    evaluators::AnsweredQuestion answered;
    answered.question = std::make_shared<interview::Question>(std::move(question));
    answered.answer.question = one.question_id;
    answered.answer.prose["answer"] = one.answer;
    for (const evaluators::PointGrade& point : grade.points) {
      std::string text = point.id;
      for (const interview::RubricPoint& known : rubric.rubric.points) {
        if (known.id == point.id) text = known.text;
      }
      answered.points.push_back({std::move(text), point.weight, point.credit, false});
    }
    if (rubric.rubric.points.empty()) {  // by the reference answer, which is one point
      answered.points = {{one.reference, 1, grade.score, false}};
    }
    request.answers.push_back(std::move(answered));
    return request;
  }

  const evaluators::CompiledRubric& Compiled(const ShortAnswer& one, const BatchRubric& rubric) {
    const std::string& question = rubric.question.empty() ? one.question : rubric.question;
    if (compiled_.size() >= kMostCompiled) compiled_.clear();
    auto& compiled = compiled_[{one.question_id, question, one.reference}];
    if (!compiled) {
      compiled = std::make_unique<evaluators::CompiledRubric>(
          rubric.rubric, *lexicon_, evaluators::GradingContext{question, one.reference, {}});
    }
    return *compiled;
  }

  const Rubrics rubrics_;
  const std::shared_ptr<const evaluators::Lexicon> lexicon_;
  std::map<std::tuple<std::string, std::string, std::string>,
           std::unique_ptr<evaluators::CompiledRubric>>
      compiled_;
};

}  // namespace

void GradeBatch(const GradeBatchFiles& files, const LlmOptions& llm, CommandContext* context) {
  const auto paths = context->Paths();
  if (!paths) return;
  auto read = ReadRubricFile(files.rubrics);
  if (!read) return context->Fail(read.error());
  auto lexicon = LoadShippedLexicon(*paths);
  if (!lexicon) return context->Fail(lexicon.error());
  evaluators::Fd file;
  if (files.input != "-") {
    file = evaluators::Fd(::open(files.input.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.is_open()) {
      return context->Fail({ErrorCode::kNotFound,
                            "The answers in " + files.input +
                                " cannot be read: " + std::strerror(errno) + "; check the name.",
                            {}});
    }
  }
  BatchOutput output;
  if (!files.output.empty()) {
    if (const auto opened = output.Open(files.output); !opened) {
      return context->Fail(opened.error());
    }
  }
  ShortAnswerGrader grader(*std::move(read), *std::move(lexicon));
  BatchReader reader(file.is_open() ? file.get() : STDIN_FILENO, kLongestLine);
  context->json = true;  // a line in, a line out
  for (;;) {
    while (const auto line = reader.Next()) {
      const BatchIdentity identity = IdentityOf(*line);
      if (output.TakeDone(identity.fingerprint)) continue;
      evaluators::FeedbackRequest about;
      const Result<ShortAnswer> answer = ParseAnswer(*line);
      Result<Json> graded = answer ? grader.Grade(*answer, &about) : Forward(answer);
      if (!graded) {
        std::cerr << "onsite: line " << line->number << ": " << graded.error().message << "\n";
        context->exit_code = kFallsShort;
        continue;
      }
      if (llm.asks && !answer->answer.empty()) {
        Json feedback = AskAboutAnswer(*paths, about, llm, context);
        if (feedback.is_null()) return;
        if (feedback.contains("error")) {
          context->exit_code = kBrokenEnvironment;
          return;
        }
        (*graded)["feedback"] = std::move(feedback);
      }
      Json result = Json::object();
      if (!files.output.empty()) {
        result = {
            {"line", line->number}, {"key", identity.key}, {"fingerprint", identity.fingerprint}};
      }
      result.update(*graded);
      if (const auto written = output.Write(result); !written) {
        return context->Fail(written.error());
      }
    }
    if (reader.at_end()) return;
    if (const auto more = reader.ReadMore(); !more) return context->Fail(more.error());
  }
}

}  // namespace app
