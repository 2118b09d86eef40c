// What each kind of question adds to the shared fields. Used by question_parser.cc alone.
// Any thread; complaints go to the reader that is passed in.
#pragma once

#include <filesystem>

#include "interview/bank/catalogue.h"
#include "interview/base/json.h"
#include "interview/model/question.h"

namespace interview {

// The files of a question folder: read once, remembered for the content hash, missing ones
// complained about.
class QuestionFolder {
 public:
  QuestionFolder(std::filesystem::path root, JsonReader* reader);

  SourceFile Require(const std::string& name);
  std::optional<SourceFile> Optional(const std::string& name);
  // A required JSON file that is a list, or an object with a list under `key`.
  std::vector<Json> RequireList(const std::string& name, std::string_view key);
  std::vector<Json> OptionalList(const std::string& name, std::string_view key);

 private:
  std::filesystem::path root_;
  JsonReader* reader_;
};

void ReadCoding(JsonReader* reader, QuestionFolder* folder, Question* question);
void ReadMlCoding(JsonReader* reader, QuestionFolder* folder, Question* question);
void ReadConcept(JsonReader* reader, Question* question);
void ReadSystemDesign(JsonReader* reader, QuestionFolder* folder, const Catalogue& catalogue,
                      Question* question);

Limits ReadLimits(const Json& json, JsonReader* parent);

}  // namespace interview
