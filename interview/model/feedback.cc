// Feedback as JSON.
#include "interview/model/feedback.h"

namespace interview {
namespace {

Json ClaimsJson(const std::vector<FeedbackClaim>& claims) {
  Json list = Json::array();
  for (const FeedbackClaim& claim : claims) {
    list.push_back({{"text", claim.text}, {"quote", claim.quote}});
    if (!claim.point.empty()) list.back()["point"] = claim.point;
  }
  return list;
}

std::vector<FeedbackClaim> ParseClaims(JsonReader* parent, std::string_view key) {
  std::vector<FeedbackClaim> claims;
  for (const Json& item : parent->ArrayOr(key)) {
    JsonReader reader(item, parent->Path(key));
    FeedbackClaim claim;
    claim.text = reader.String("text");
    claim.quote = reader.String("quote");
    claim.point = reader.StringOr("point");
    reader.Complaints();
    parent->Absorb(reader);
    claims.push_back(std::move(claim));
  }
  return claims;
}

Json ScoreJson(const SecondScore& second) {
  Json json = {{"score", second.score}, {"reason", second.reason}};
  if (second.local_score) json["local_score"] = *second.local_score;
  if (!second.unsupported.empty()) json["unsupported"] = second.unsupported;
  return json;
}

std::optional<SecondScore> ParseScore(JsonReader* parent) {
  if (!parent->Has("second_score")) return std::nullopt;
  JsonReader reader(parent->Object("second_score"), parent->Path("second_score"));
  SecondScore second;
  second.score = reader.Number("score");
  second.reason = reader.StringOr("reason");
  if (reader.Has("local_score")) second.local_score = reader.Number("local_score");
  second.unsupported = reader.StringOr("unsupported");
  reader.Complaints();
  parent->Absorb(reader);
  return second;
}

}  // namespace

Json ToJson(const Feedback& feedback) {
  Json json = Json::object();
  if (feedback.about.question.empty()) {
    json["round"] = feedback.about.round;
  } else {
    json["question"] = feedback.about.question;
  }
  json["api"] = feedback.api;
  json["host"] = feedback.host;
  json["model"] = feedback.model;
  json["parameters"] = feedback.parameters;
  json["latency_ms"] = feedback.latency_ms;
  json["first_token_ms"] = feedback.first_token_ms;
  json["prompt_tokens"] = feedback.prompt_tokens;
  json["completion_tokens"] = feedback.completion_tokens;
  json["tokens_are_estimated"] = feedback.tokens_are_estimated;
  json["strengths"] = ClaimsJson(feedback.strengths);
  json["gaps"] = ClaimsJson(feedback.gaps);
  json["better_answer"] = feedback.better_answer;
  json["practise"] = feedback.practise;
  json["dropped_claims"] = feedback.dropped_claims;
  if (feedback.second_score) json["second_score"] = ScoreJson(*feedback.second_score);
  if (!feedback.text.empty()) json["text"] = feedback.text;
  return json;
}

Feedback ParseFeedback(JsonReader* reader) {
  Feedback feedback;
  feedback.about.question = reader->StringOr("question");
  feedback.about.round = reader->IntOr("round", 0);
  feedback.api = reader->StringOr("api");
  feedback.host = reader->StringOr("host");
  feedback.model = reader->String("model");
  feedback.parameters = reader->ObjectOr("parameters");
  feedback.latency_ms = reader->IntOr("latency_ms", 0);
  feedback.first_token_ms = reader->IntOr("first_token_ms", 0);
  feedback.prompt_tokens = reader->IntOr("prompt_tokens", 0);
  feedback.completion_tokens = reader->IntOr("completion_tokens", 0);
  feedback.tokens_are_estimated = reader->BoolOr("tokens_are_estimated", false);
  feedback.strengths = ParseClaims(reader, "strengths");
  feedback.gaps = ParseClaims(reader, "gaps");
  feedback.better_answer = reader->StringOr("better_answer");
  feedback.practise = reader->StringOr("practise");
  feedback.dropped_claims = reader->IntOr("dropped_claims", 0);
  feedback.second_score = ParseScore(reader);
  feedback.text = reader->StringOr("text");
  return feedback;
}

}  // namespace interview
