// The parts that every kind of question shares: rubric points, misconceptions, follow-ups,
// examples. Any thread; complaints go to the reader that is passed in.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "interview/base/json.h"
#include "interview/model/question.h"

namespace interview {

std::vector<RubricPoint> ReadPoints(const Json& array, JsonReader* parent, std::string_view key);
// {"group": [points]}
std::vector<RubricGroup> ReadGroups(const Json& object, JsonReader* parent, std::string_view key);
// A bank allows penalties up to 0.6; rubrics from elsewhere may be stricter.
std::vector<Misconception> ReadMisconceptions(JsonReader* reader, double most_penalty = 0.6);
std::vector<FollowUp> ReadFollowUps(JsonReader* reader, std::string_view key);
std::optional<AnswerKey> ReadAnswerKey(JsonReader* reader);

// Complains about every id that two of `items` bear.
template <class Item>
void RequireUnique(JsonReader* reader, std::string_view key, const std::vector<Item>& items) {
  std::set<std::string> seen;
  for (const Item& item : items) {
    if (!seen.insert(item.id).second) {
      reader->Complain(key, "two entries are called \"" + item.id + "\"; rename one.");
    }
  }
}
// Of rubric points, misconceptions, clarifications and follow-ups, once all are read.
void CheckUniqueIds(const Question& question, JsonReader* reader);

// id, version, title, difficulty, minutes, tier, tags, clarifications, hints, pushback,
// rubric_examples.
void ReadCommon(JsonReader* reader, std::string_view schema, Question* question);

}  // namespace interview
