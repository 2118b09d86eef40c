// Shared fields of questions.
#include "interview/bank/rubric_parser.h"

#include <algorithm>

namespace interview {
namespace {

RubricPoint ReadPoint(const Json& json, const std::string& where, JsonReader* parent) {
  JsonReader reader(json, where);
  RubricPoint point;
  point.id = reader.String("id");
  point.text = reader.String("text");
  point.weight = reader.Number("weight");
  point.any = reader.StringsOr("any");
  point.all = reader.StringsOr("and");
  point.weak = reader.StringsOr("weak");
  point.unless = reader.StringsOr("unless");
  point.hint = reader.StringOr("hint");
  if (reader.Has("number")) {
    JsonReader number(reader.ObjectOr("number"), reader.Path("number"));
    point.number = NumberExpectation{number.Number("value"), number.Number("tolerance"),
                                     number.StringOr("unit")};
    number.Complaints();
    reader.Absorb(number);
  }
  if (point.any.empty() && !point.number) {
    reader.Complain("any", "point \"" + point.id + "\" needs \"any\" or \"number\"; add one.");
  }
  if (!(point.weight > 0)) reader.Complain("weight", "must be above 0.");
  reader.Complaints();
  parent->Absorb(reader);
  return point;
}

void ReadClarifications(JsonReader* reader, Question* question) {
  int count = 0;
  for (const Json& item : reader->ArrayOr("clarifications")) {
    JsonReader fact(item, reader->Path("clarifications"));
    Clarification c;
    c.id = fact.StringOr("id", "fact-" + std::to_string(++count));
    c.ask = fact.Strings("ask");
    c.answer = fact.String("answer");
    c.weight = fact.NumberOr("weight", 1);
    fact.Complaints();
    reader->Absorb(fact);
    question->clarifications.push_back(std::move(c));
  }
}

void ReadExamples(JsonReader* reader, Question* question) {
  for (const Json& item : reader->ArrayOr("rubric_examples")) {
    JsonReader example(item, reader->Path("rubric_examples"));
    RubricExample e;
    e.answer = example.String("answer");
    const Json& band = example.Array("band");
    if (band.size() == 2 && band[0].is_number() && band[1].is_number()) {
      e.min = band[0].get<double>();
      e.max = band[1].get<double>();
    } else {
      example.Complain("band", "must be [min, max] with numbers from 0 to 1.");
    }
    e.flags = example.StringsOr("flags");
    example.Complaints();
    reader->Absorb(example);
    question->rubric_examples.push_back(std::move(e));
  }
}

}  // namespace

std::vector<RubricPoint> ReadPoints(const Json& array, JsonReader* parent, std::string_view key) {
  std::vector<RubricPoint> points;
  for (const Json& item : array) {
    points.push_back(
        ReadPoint(item, parent->Path(key) + "[" + std::to_string(points.size()) + "]", parent));
  }
  return points;
}

std::vector<RubricGroup> ReadGroups(const Json& object, JsonReader* parent, std::string_view key) {
  std::vector<RubricGroup> groups;
  for (const auto& [name, list] : object.items()) {
    if (!list.is_array()) {
      parent->Complain(key, "\"" + name + "\" must be a list of points.");
      continue;
    }
    groups.push_back({name, ReadPoints(list, parent, std::string(key) + "." + name)});
  }
  return groups;
}

std::vector<Misconception> ReadMisconceptions(JsonReader* reader, double most_penalty) {
  std::vector<Misconception> all;
  for (const Json& item : reader->ArrayOr("misconceptions")) {
    JsonReader one(item, reader->Path("misconceptions"));
    Misconception m;
    m.id = one.String("id");
    m.text = one.String("text");
    m.penalty = one.Number("penalty");
    m.any = one.Strings("any");
    m.all = one.StringsOr("and");
    m.unless = one.StringsOr("unless");
    m.reply = one.StringOr("reply");
    if (m.penalty < 0.1 || m.penalty > most_penalty) {
      one.Complain("penalty",
                   most_penalty < 1 ? "must be from 0.1 to 0.6." : "must be from 0.1 to 1.");
    }
    one.Complaints();
    reader->Absorb(one);
    all.push_back(std::move(m));
  }
  return all;
}

std::vector<FollowUp> ReadFollowUps(JsonReader* reader, std::string_view key) {
  std::vector<FollowUp> all;
  for (const Json& item : reader->ArrayOr(key)) {
    JsonReader one(item, reader->Path(key));
    FollowUp f;
    f.id = one.String("id");
    f.ask = one.String("ask");
    f.when_missing = one.StringsOr("when_missing");
    f.key_points = ReadPoints(one.Array("key_points"), &one, "key_points");
    f.gist = one.StringOr("gist");
    f.answer = ReadAnswerKey(&one);
    if (f.key_points.size() < 2) {
      one.Complain("key_points", "\"" + f.id + "\" needs at least two key points of its own.");
    }
    one.Complaints();
    reader->Absorb(one);
    all.push_back(std::move(f));
  }
  return all;
}

std::optional<AnswerKey> ReadAnswerKey(JsonReader* reader) {
  if (!reader->Has("answer")) return std::nullopt;
  JsonReader key(reader->ObjectOr("answer"), reader->Path("answer"));
  AnswerKey answer;
  const std::string type = key.String("type");
  const Json& value = type == "none" ? key.ArrayOr("value") : key.Any("value");
  if (type == "number" && value.is_number()) {
    answer.type = AnswerKey::Type::kNumber;
    answer.number = value.get<double>();
  } else if (type == "boolean" && value.is_boolean()) {
    answer.type = AnswerKey::Type::kBoolean;
    answer.boolean = value.get<bool>();
  } else if (type == "text" && value.is_string()) {
    answer.type = AnswerKey::Type::kText;
    answer.text = value.get<std::string>();
  } else if (type != "none") {
    key.Complain("value", "must fit \"type\", which is number, boolean, text or none.");
  }
  answer.tolerance = key.NumberOr("tolerance", 0);
  answer.accept = key.StringsOr("accept");
  key.Complaints();
  reader->Absorb(key);
  return answer;
}

void ReadCommon(JsonReader* reader, std::string_view schema, Question* question) {
  if (reader->String("schema") != schema) {
    reader->Complain("schema", "must be \"" + std::string(schema) + "\".");
  }
  question->id = reader->String("id");
  question->version = reader->Int("version");
  question->title = reader->String("title");
  question->minutes = reader->Int("minutes");
  question->tier = reader->StringOr("tier", "core");
  if (question->tier != "core" && question->tier != "library" && question->tier != "extended") {
    reader->Complain("tier", "must be core, library or extended.");
  }
  question->tags = reader->StringsOr("tags");
  const std::string difficulty = reader->String("difficulty");
  if (const auto parsed = ParseDifficulty(difficulty)) {
    question->difficulty = *parsed;
  } else {
    reader->Complain("difficulty", "must be easy, medium or hard.");
  }
  if (question->minutes < 1) reader->Complain("minutes", "must be at least 1.");
  ReadClarifications(reader, question);
  for (const Json& item : reader->ArrayOr("hints")) {
    JsonReader hint(item, reader->Path("hints"));
    question->hints.push_back({hint.Int("level"), hint.String("text")});
    hint.Complaints();
    reader->Absorb(hint);
  }
  for (const Json& item : reader->ArrayOr("pushback")) {
    JsonReader pushback(item, reader->Path("pushback"));
    question->pushback.push_back({pushback.Strings("when_missing"), pushback.String("ask")});
    pushback.Complaints();
    reader->Absorb(pushback);
  }
  question->misconceptions = ReadMisconceptions(reader);
  ReadExamples(reader, question);
}

void CheckUniqueIds(const Question& question, JsonReader* reader) {
  for (const RubricGroup& group : question.rubric) {
    RequireUnique(reader, "rubric", group.points);
  }
  RequireUnique(reader, "misconceptions", question.misconceptions);
  RequireUnique(reader, "clarifications", question.clarifications);
  RequireUnique(reader, "follow_ups", question.follow_ups);
  for (const FollowUp& f : question.follow_ups) RequireUnique(reader, "key_points", f.key_points);
}

}  // namespace interview
