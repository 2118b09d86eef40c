// Answers from and to JSON.
#include "interview/model/answer.h"

namespace interview {
namespace {

void ReadTexts(JsonReader& reader, std::string_view key, std::map<std::string, std::string>* out) {
  for (const auto& [name, text] : reader.ObjectOr(key).items()) {
    if (text.is_string()) {
      (*out)[name] = text.get<std::string>();
    } else if (text.is_number()) {
      (*out)[name] = text.dump();
    } else {
      reader.Complain(key,
                      "must map names to texts, but \"" + name + "\" is " + text.type_name() + ".");
    }
  }
}

Json TextsToJson(const std::map<std::string, std::string>& texts) {
  Json json = Json::object();
  for (const auto& [name, text] : texts) json[name] = text;
  return json;
}

}  // namespace

std::string Answer::AllProse() const {
  std::string all;
  for (const auto& [part, text] : prose) {
    if (text.empty()) continue;
    if (!all.empty()) all += "\n\n";
    all += text;
  }
  return all;
}

Result<Answer> ParseAnswer(const Json& json, const std::string& where) {
  JsonReader reader(json, where);
  Answer answer;
  answer.question = reader.String("question");
  const std::string language = reader.StringOr("language", "python");
  if (const auto parsed = ParseLanguage(language)) {
    answer.language = *parsed;
  } else {
    reader.Complain("language", "\"" + language + "\" is not python, cpp or javascript.");
  }
  answer.source = reader.StringOr("source");
  for (const Json& test : reader.ArrayOr("tests")) answer.tests.push_back(test);
  ReadTexts(reader, "prose", &answer.prose);
  if (reader.Has("board")) {
    Result<Board> board = ParseBoard(reader.ObjectOr("board"), reader.Path("board"));
    if (!board) return Forward(board);
    answer.board = *std::move(board);
  }
  ReadTexts(reader, "estimates", &answer.estimates);
  answer.messages = reader.StringsOr("messages");
  ReadTexts(reader, "follow_ups", &answer.follow_ups);
  for (const auto& [dimension, score] : reader.ObjectOr("self_rating").items()) {
    if (score.is_number() && score.get<double>() >= 1 && score.get<double>() <= 4) {
      answer.self_rating[dimension] = score.get<double>();
    } else {
      reader.Complain("self_rating", "\"" + dimension + "\" must be a number from 1 to 4.");
    }
  }
  if (Status s = reader.Finish(); !s) return Forward(s);
  return answer;
}

Json ToJson(const Answer& answer) {
  Json json = {{"question", answer.question}};
  if (!answer.source.empty()) {
    json["language"] = ToString(answer.language);
    json["source"] = answer.source;
  }
  if (!answer.tests.empty()) json["tests"] = answer.tests;
  if (!answer.prose.empty()) json["prose"] = TextsToJson(answer.prose);
  if (!answer.board.empty()) json["board"] = ToJson(answer.board);
  if (!answer.estimates.empty()) json["estimates"] = TextsToJson(answer.estimates);
  if (!answer.messages.empty()) json["messages"] = answer.messages;
  if (!answer.follow_ups.empty()) json["follow_ups"] = TextsToJson(answer.follow_ups);
  if (!answer.self_rating.empty()) {
    Json rating = Json::object();
    for (const auto& [dimension, score] : answer.self_rating) rating[dimension] = score;
    json["self_rating"] = std::move(rating);
  }
  return json;
}

}  // namespace interview
