// Grades a file of short answers with a file of rubrics and prints one prediction a line, for
// measuring agreement with human graders. Not part of the tests. usage: asag_scores ANSWERS.jsonl
// RUBRICS.json LEXICON_FOLDER [--points] > PREDICTIONS.jsonl
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <string>

#include "evaluators/text/lexicon.h"
#include "evaluators/text/rubric_grader.h"
#include "interview/base/files.h"
#include "interview/base/json.h"

namespace {

using interview::Json;
using interview::Result;

std::vector<std::string> Texts(const Json& object, const char* key) {
  if (!object.contains(key)) return {};
  return object.at(key).get<std::vector<std::string>>();
}

interview::Rubric ReadRubric(const Json& json) {
  interview::Rubric rubric;
  for (const Json& item : json.at("points")) {
    interview::RubricPoint point;
    point.id = item.at("id").get<std::string>();
    point.text = item.at("text").get<std::string>();
    point.weight = item.at("weight").get<double>();
    point.any = Texts(item, "any");
    point.all = Texts(item, "and");
    point.weak = Texts(item, "weak");
    point.unless = Texts(item, "unless");
    rubric.points.push_back(point);
  }
  for (const Json& item : json.at("misconceptions")) {
    interview::Misconception fault;
    fault.id = item.at("id").get<std::string>();
    fault.text = item.at("text").get<std::string>();
    fault.penalty = item.at("penalty").get<double>();
    fault.any = Texts(item, "any");
    rubric.misconceptions.push_back(fault);
  }
  return rubric;
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
  for (const auto& point : grade.points) line["points"][point.id] = point.reason;
  for (const auto& fault : grade.misconceptions) line["misconceptions"].push_back(fault.id);
  line["remarks"] = grade.remarks;
  line["answer"] = row.at("student_answer");
  if (row.contains("grade")) line["grade"] = row.at("grade");
  return line;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: asag_scores ANSWERS.jsonl RUBRICS.json LEXICON_FOLDER [--points]\n";
    return 2;
  }
  const bool with_points = argc > 4 && std::string(argv[4]) == "--points";
  const auto lexicon = evaluators::LoadLexicon(argv[3]);
  if (!lexicon) return Fail(lexicon.error());
  const auto text = interview::ReadFile(argv[2]);
  if (!text) return Fail(text.error());
  const auto rubrics = interview::ParseJson(*text, argv[2]);
  if (!rubrics) return Fail(rubrics.error());
  std::map<std::string, evaluators::CompiledRubric> compiled;
  for (const Json& rubric : *rubrics) {
    compiled.emplace(std::piecewise_construct,
                     std::forward_as_tuple(rubric.at("question_id").get<std::string>()),
                     std::forward_as_tuple(ReadRubric(rubric), *lexicon));
  }
  std::ifstream answers(argv[1]);
  for (std::string line; std::getline(answers, line);) {
    const auto row = interview::ParseJson(line, argv[1]);
    if (!row) return Fail(row.error());
    const auto rubric = compiled.find(row->at("question_id").get<std::string>());
    if (rubric == compiled.end()) continue;
    const auto grade = rubric->second.Grade(row->at("student_answer").get<std::string>(),
                                            row->at("question").get<std::string>());
    std::cout << interview::DumpJson(Prediction(*row, grade, with_points)) << "\n";
  }
  return 0;
}
