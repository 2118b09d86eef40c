// Digests as JSON.
#include "interview/schedule/session_digest.h"

namespace interview {
namespace {

Json TimeJson(WallTime at) { return at.time_since_epoch().count(); }

WallTime ReadTime(JsonReader* reader) {
  const Json& at = reader->Any("at");
  if (!at.is_number_integer()) reader->Complain("at", "must be a whole number of milliseconds.");
  return WallTime(Duration(at.is_number_integer() ? at.get<std::int64_t>() : 0));
}

RoundKind ReadKind(JsonReader* reader) {
  const std::optional<RoundKind> kind = ParseRoundKind(reader->String("kind"));
  if (!kind) reader->Complain("kind", "is no kind of round.");
  return kind.value_or(RoundKind::kCoding);
}

std::optional<double> ReadNumber(JsonReader* reader, std::string_view key) {
  if (!reader->Has(key)) return std::nullopt;
  return reader->Number(key);
}

Attempt ReadAttempt(const Json& json, const SessionId& session, JsonReader* parent) {
  JsonReader reader(json, parent->Path("attempts"));
  Attempt attempt;
  attempt.session = session;
  attempt.question = reader.String("question");
  attempt.kind = ReadKind(&reader);
  attempt.at = ReadTime(&reader);
  attempt.score = reader.Number("score");
  attempt.accepted = reader.Bool("accepted");
  attempt.hint_level = reader.Int("hint_level");
  attempt.time_ratio = reader.Number("time_ratio");
  if (const auto green = ReadNumber(&reader, "first_green")) {
    attempt.first_green = Duration(static_cast<std::int64_t>(*green));
  }
  JsonReader skills(reader.Object("skills"), reader.Path("skills"));
  for (const auto& [skill, score] : reader.Object("skills").items()) {
    attempt.skills[skill] = skills.Number(skill);
  }
  reader.Absorb(skills);
  parent->Absorb(reader);
  return attempt;
}

RoundResult ReadRound(const Json& json, const SessionId& session, JsonReader* parent) {
  JsonReader reader(json, parent->Path("rounds"));
  RoundResult round;
  round.kind = ReadKind(&reader);
  round.at = ReadTime(&reader);
  round.score = ReadNumber(&reader, "score");
  round.spent = Duration(static_cast<std::int64_t>(reader.Number("spent")));
  round.session = session;
  for (const auto& [id, dimension] : reader.Object("dimensions").items()) {
    JsonReader inner(dimension, reader.Path("dimensions"));
    round.dimensions[id].score = inner.Number("score");
    round.dimensions[id].self_rating = ReadNumber(&inner, "self_rating");
    reader.Absorb(inner);
  }
  parent->Absorb(reader);
  return round;
}

}  // namespace

Json ToJson(const SessionDigest& digest) {
  Json attempts = Json::array();
  for (const Attempt& a : digest.attempts) {
    attempts.push_back({{"question", a.question},
                        {"kind", ToString(a.kind)},
                        {"at", TimeJson(a.at)},
                        {"score", a.score},
                        {"accepted", a.accepted},
                        {"hint_level", a.hint_level},
                        {"time_ratio", a.time_ratio},
                        {"skills", Json(a.skills)}});
    if (a.first_green) attempts.back()["first_green"] = a.first_green->count();
    if (a.skills.empty()) attempts.back()["skills"] = Json::object();
  }
  Json rounds = Json::array();
  for (const RoundResult& r : digest.rounds) {
    Json dimensions = Json::object();
    for (const auto& [id, dimension] : r.dimensions) {
      dimensions[id] = {{"score", dimension.score}};
      if (dimension.self_rating) dimensions[id]["self_rating"] = *dimension.self_rating;
    }
    Json round = {{"kind", ToString(r.kind)}, {"at", TimeJson(r.at)}, {"spent", r.spent.count()}};
    if (r.score) round["score"] = *r.score;
    round["dimensions"] = std::move(dimensions);
    rounds.push_back(std::move(round));
  }
  return {{"attempts", std::move(attempts)}, {"rounds", std::move(rounds)}};
}

Result<SessionDigest> ParseSessionDigest(const Json& json, const SessionId& session) {
  JsonReader reader(json, "digest of session " + session);
  SessionDigest digest;
  for (const Json& attempt : reader.Array("attempts")) {
    digest.attempts.push_back(ReadAttempt(attempt, session, &reader));
  }
  for (const Json& round : reader.Array("rounds")) {
    digest.rounds.push_back(ReadRound(round, session, &reader));
  }
  if (Status s = reader.Finish(); !s) return Forward(s);
  return digest;
}

Result<SessionDigest> ParseDigestText(const std::string& text, const SessionId& session) {
  const Result<Json> json = ParseJson(text, "digest of session " + session);
  if (!json) return Forward(json);
  return ParseSessionDigest(*json, session);
}

}  // namespace interview
