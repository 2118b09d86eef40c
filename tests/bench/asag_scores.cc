// Grades a file of short answers with techniques of the grader left out, one prediction a line, for
// asag_agreement.py to compare with human graders. Not part of the tests.
// usage: asag_scores ANSWERS.jsonl RUBRICS.json|none LEXICON_FOLDER [--without TECHNIQUE]…
//        [--points] > PREDICTIONS.jsonl
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "evaluators/text/lexicon.h"
#include "evaluators/text/rubric_grader.h"
#include "interview/bank/rubric_parser.h"
#include "interview/base/files.h"
#include "interview/base/json.h"

namespace {

using evaluators::GraderOptions;
using interview::Json;
using interview::Result;

const std::pair<const char*, bool GraderOptions::*> kTechniques[] = {
    {"stems", &GraderOptions::stems},
    {"synonyms", &GraderOptions::synonyms},
    {"spelling", &GraderOptions::spelling},
    {"windows", &GraderOptions::windows},
    {"neighbours", &GraderOptions::neighbours},
    {"incomplete", &GraderOptions::incomplete},
    {"negation", &GraderOptions::negation},
    {"contrasts", &GraderOptions::contrasts},
    {"guards", &GraderOptions::guards},
    {"misconceptions", &GraderOptions::misconceptions},
    {"point_weights", &GraderOptions::point_weights},
    {"model_answer", &GraderOptions::model_answer},
    {"word_weights", &GraderOptions::word_weights},
    {"question_words", &GraderOptions::question_words},
    {"completeness", &GraderOptions::completeness}};

bool LeaveOut(const std::string& name, GraderOptions* options) {
  for (const auto& [known, field] : kTechniques) {
    if (name == known) {
      options->*field = false;
      return true;
    }
  }
  return false;
}

using Rubrics = std::map<std::string, interview::Rubric>;

Result<Rubrics> ReadRubrics(const std::string& file) {
  Rubrics rubrics;
  if (file == "none") return rubrics;
  const auto text = interview::ReadFile(file);
  if (!text) return Forward(text);
  const auto json = interview::ParseJson(*text, file);
  if (!json) return Forward(json);
  for (const Json& item : *json) {
    interview::JsonReader reader(item, file);
    interview::Rubric& rubric = rubrics[reader.String("question_id")];
    rubric.points = interview::ReadPoints(reader.Array("points"), &reader, "points");
    rubric.misconceptions = interview::ReadMisconceptions(&reader, 1);
    if (const auto read = reader.Finish(); !read) return Forward(read);
  }
  return rubrics;
}

int Fail(const interview::Error& error) {
  std::cerr << error.message << "\n";
  return 1;
}

Json Prediction(const Json& row, const evaluators::RubricGrade& grade, bool with_points) {
  Json line = {{"question_id", row.at("question_id")},
               {"answer_index", row.at("answer_index")},
               {"score", grade.score}};
  if (!with_points) return line;
  line["points"] = Json::object();
  for (const auto& point : grade.points) line["points"][point.id] = point.reason;
  for (const auto& fault : grade.misconceptions) line["misconceptions"].push_back(fault.id);
  line["credit"] = evaluators::CreditOf(grade.points);
  if (grade.overlap) {
    line["coverage"] = grade.overlap->coverage;
    line["completeness"] = grade.overlap->completeness;
  }
  line["remarks"] = grade.remarks;
  line["answer"] = row.at("student_answer");
  if (row.contains("grade")) line["grade"] = row.at("grade");
  return line;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: asag_scores ANSWERS.jsonl RUBRICS.json|none LEXICON_FOLDER "
                 "[--without TECHNIQUE]… [--points]\n";
    return 2;
  }
  bool with_points = false;
  GraderOptions options;
  for (int i = 4; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--points") {
      with_points = true;
    } else if (argument != "--without" || ++i >= argc || !LeaveOut(argv[i], &options)) {
      std::cerr << "asag_scores: " << argv[i < argc ? i : argc - 1] << " is no technique.\n";
      return 2;
    }
  }
  const auto lexicon = evaluators::LoadLexicon(argv[3]);
  if (!lexicon) return Fail(lexicon.error());
  const auto rubrics = ReadRubrics(argv[2]);
  if (!rubrics) return Fail(rubrics.error());
  std::map<std::string, std::unique_ptr<evaluators::CompiledRubric>> compiled;
  std::ifstream answers(argv[1]);
  for (std::string line; std::getline(answers, line);) {
    const auto row = interview::ParseJson(line, argv[1]);
    if (!row) return Fail(row.error());
    const std::string id = row->at("question_id").get<std::string>();
    const auto rubric = rubrics->find(id);
    if (!rubrics->empty() && rubric == rubrics->end()) continue;
    auto& grader = compiled[id];
    if (!grader) {
      const std::string question = row->value("question", "");
      const std::string model = row->value("reference_answer", "");
      grader = std::make_unique<evaluators::CompiledRubric>(
          rubric == rubrics->end() ? interview::Rubric() : rubric->second, *lexicon,
          evaluators::GradingContext{question, model, options});
    }
    const auto grade = grader->Grade(row->at("student_answer").get<std::string>());
    std::cout << interview::DumpJson(Prediction(*row, grade, with_points)) << "\n";
  }
  return 0;
}
