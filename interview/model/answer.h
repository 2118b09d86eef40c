// What a candidate hands in for one question: section 12 of rubrics/README.md.
// Any thread; plain values.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "interview/base/json.h"
#include "interview/base/result.h"
#include "interview/model/board.h"
#include "interview/model/ids.h"

namespace interview {

// Every part but `question` may be empty; what is empty was not observed.
struct Answer {
  QuestionId question;
  Language language = Language::kPython;
  std::string source;
  std::vector<Json> tests;  // the candidate's own {"args", "expected"}
  std::map<std::string, std::string>
      prose;  // by phase or section; a concept answer is under "answer"
  Board board;
  std::map<std::string, std::string> estimates;   // by estimate id, as typed
  std::vector<std::string> messages;              // what the candidate said to the interviewer
  std::map<std::string, std::string> follow_ups;  // by follow-up id
  std::map<DimensionId, double> self_rating;

  // All prose, in the order of the keys, as one text with blank lines between.
  std::string AllProse() const;
};

// Fails with kInvalid that names the field; `where` names the file.
Result<Answer> ParseAnswer(const Json& json, const std::string& where);
Json ToJson(const Answer& answer);

}  // namespace interview
