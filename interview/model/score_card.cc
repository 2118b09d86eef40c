// Scorecards from and to JSON.
#include "interview/model/score_card.h"

namespace interview {
namespace {

Json OrNull(const std::optional<double>& value) { return value ? Json(*value) : Json(); }

std::optional<double> ReadOptional(JsonReader* reader, std::string_view key) {
  if (!reader->Has(key)) return std::nullopt;
  const Json& value = reader->Any(key);
  if (value.is_number()) return value.get<double>();
  if (!value.is_null()) reader->Complain(key, "must be a number or null.");
  return std::nullopt;
}

Json ToJson(const Evidence& e) {
  Json json = {{"text", e.text}};
  if (!e.quote.empty()) json["quote"] = e.quote;
  if (!e.question.empty()) json["question"] = e.question;
  if (!e.part.empty()) json["part"] = e.part;
  json["favourable"] = e.favourable;
  return json;
}

Json ToJson(const DimensionScore& d) {
  Json evidence = Json::array();
  for (const Evidence& e : d.evidence) evidence.push_back(ToJson(e));
  Json json = {{"id", d.id}, {"title", d.title}, {"weight", d.weight}, {"blocker", d.blocker}};
  json["score"] = OrNull(d.score);
  json["anchor"] = d.anchor;
  json["next_anchor"] = d.next_anchor;
  json["self_rating"] = OrNull(d.self_rating);
  json["evidence"] = std::move(evidence);
  return json;
}

DimensionScore ParseDimension(const Json& json, JsonReader* parent) {
  JsonReader reader(json, parent->Path("dimensions"));
  DimensionScore d;
  d.id = reader.String("id");
  d.title = reader.StringOr("title");
  d.weight = reader.NumberOr("weight", 1);
  d.blocker = reader.BoolOr("blocker", false);
  d.score = ReadOptional(&reader, "score");
  d.anchor = reader.StringOr("anchor");
  d.next_anchor = reader.StringOr("next_anchor");
  d.self_rating = ReadOptional(&reader, "self_rating");
  for (const Json& item : reader.ArrayOr("evidence")) {
    JsonReader e(item, reader.Path("evidence"));
    d.evidence.push_back({e.String("text"), e.StringOr("quote"), e.StringOr("question"),
                          e.StringOr("part"), e.BoolOr("favourable", true)});
    e.Complaints();
    reader.Absorb(e);
  }
  reader.Complaints();
  parent->Absorb(reader);
  return d;
}

RoundScore ParseRound(const Json& json, JsonReader* parent) {
  JsonReader reader(json, parent->Path("rounds"));
  RoundScore r;
  const std::string kind = reader.String("kind");
  if (const auto parsed = ParseRoundKind(kind)) {
    r.kind = *parsed;
  } else {
    reader.Complain("kind", "\"" + kind + "\" is not a kind of round.");
  }
  r.title = reader.StringOr("title");
  r.weight = reader.NumberOr("weight", 1);
  r.questions = reader.StringsOr("questions");
  r.score = ReadOptional(&reader, "score");
  r.band = reader.StringOr("band");
  r.note = reader.StringOr("note");
  for (const Json& d : reader.ArrayOr("dimensions")) {
    r.dimensions.push_back(ParseDimension(d, &reader));
  }
  reader.Complaints();
  parent->Absorb(reader);
  return r;
}

}  // namespace

Json ToJson(const ScoreCard& card) {
  Json rounds = Json::array();
  for (const RoundScore& r : card.rounds) {
    Json dimensions = Json::array();
    for (const DimensionScore& d : r.dimensions) dimensions.push_back(ToJson(d));
    rounds.push_back({{"kind", ToString(r.kind)},
                      {"title", r.title},
                      {"weight", r.weight},
                      {"questions", r.questions},
                      {"score", OrNull(r.score)},
                      {"band", r.band},
                      {"note", r.note},
                      {"dimensions", std::move(dimensions)}});
  }
  return {{"score", OrNull(card.score)},
          {"decision", card.decision.empty() ? Json() : Json(card.decision)},
          {"rule", card.rule},
          {"reasons", card.reasons},
          {"rounds", std::move(rounds)}};
}

Result<ScoreCard> ParseScoreCard(const Json& json, const std::string& where) {
  JsonReader reader(json, where);
  ScoreCard card;
  card.score = ReadOptional(&reader, "score");
  if (reader.Has("decision") && reader.Any("decision").is_string()) {
    card.decision = reader.Any("decision").get<std::string>();
  }
  card.rule = reader.StringOr("rule");
  card.reasons = reader.StringsOr("reasons");
  for (const Json& r : reader.ArrayOr("rounds")) card.rounds.push_back(ParseRound(r, &reader));
  if (Status s = reader.Finish(); !s) return Forward(s);
  return card;
}

std::string DecisionTitle(const std::string& name) {
  if (name.empty()) return name;
  std::string title = name;
  for (char& c : title) {
    if (c == '_') c = ' ';
  }
  if (title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

}  // namespace interview
