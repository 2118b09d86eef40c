// Digests from and to JSON.
#include "interview/schedule/session_digest.h"

#include <gtest/gtest.h>

namespace interview {
namespace {

SessionDigest Sample() {
  Attempt attempt;
  attempt.session = "s";
  attempt.question = "two-sum";
  attempt.kind = RoundKind::kMlCoding;
  attempt.at = WallTime(Duration(1'790'000'000'123));
  attempt.score = 0.625;
  attempt.accepted = false;
  attempt.hint_level = 2;
  attempt.time_ratio = 1.25;
  attempt.first_green = std::chrono::seconds(754);
  attempt.skills = {{"ml_coding/testing", 0.5}};
  Attempt bare;
  bare.question = "bare";
  RoundResult round;
  round.kind = RoundKind::kConcepts;
  round.at = WallTime(Duration(5));
  round.score = 3.25;
  round.spent = std::chrono::minutes(40);
  round.dimensions = {{"accuracy", {3.5, 2.5}}, {"depth", {2, std::nullopt}}};
  return {{attempt, bare}, {round, {}}};
}

TEST(SessionDigest, ComesBackAsItWas) {
  const Json json = ToJson(Sample());
  const Result<SessionDigest> read = ParseSessionDigest(json, "s");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(ToJson(*read), json);
  const Attempt& attempt = read->attempts.at(0);
  EXPECT_EQ(attempt.session, "s");
  EXPECT_EQ(attempt.kind, RoundKind::kMlCoding);
  EXPECT_EQ(attempt.at, WallTime(Duration(1'790'000'000'123)));
  EXPECT_EQ(attempt.time_ratio, 1.25);
  EXPECT_EQ(attempt.first_green, std::chrono::seconds(754));
  EXPECT_FALSE(read->attempts.at(1).first_green);
  EXPECT_EQ(read->rounds.at(0).spent, std::chrono::minutes(40));
  EXPECT_EQ(read->rounds.at(0).session, "s");
  EXPECT_FALSE(attempt.accepted);
  EXPECT_EQ(read->rounds.at(0).dimensions.at("accuracy").self_rating, 2.5);
  EXPECT_FALSE(read->rounds.at(0).dimensions.at("depth").self_rating);
  EXPECT_FALSE(read->rounds.at(1).score);
}

TEST(SessionDigest, WhatIsNoDigestIsRefused) {
  for (const char* field : {"question", "kind", "at", "score", "skills"}) {
    Json json = ToJson(Sample());
    json["attempts"][0][field] = nullptr;
    EXPECT_FALSE(ParseSessionDigest(json, "s")) << field;
  }
  EXPECT_FALSE(ParseSessionDigest(Json::object(), "s"));
}

}  // namespace
}  // namespace interview
