// Days, streaks and records.
#include "interview/schedule/practice.h"

#include <gtest/gtest.h>

namespace interview {
namespace {

using std::chrono::minutes;

SessionDigest Session(int day, RoundKind kind, double score, const QuestionId& question = "q",
                      std::optional<Duration> green = {}) {
  Attempt attempt;
  attempt.session = "s" + std::to_string(day) + std::string(ToString(kind));
  attempt.question = question;
  attempt.at = WallTime(std::chrono::days(day) + std::chrono::hours(12));
  attempt.first_green = green;
  RoundResult round;
  round.kind = kind;
  round.at = attempt.at;
  round.session = attempt.session;
  round.score = score;
  round.spent = minutes(30);
  return {{attempt}, {round}};
}

constexpr auto kCoding = RoundKind::kCoding;

TEST(Practice, CountsSessionsRoundsAndTimeOfADay) {
  SessionDigest loop = Session(5, kCoding, 3);
  loop.rounds.push_back(loop.rounds[0]);
  const Practice practice = MakePractice(
      {loop, Session(5, RoundKind::kConcepts, 2), Session(9, kCoding, 2), {}}, minutes(0), 9);
  ASSERT_EQ(practice.days.size(), 2u);
  EXPECT_EQ(practice.days[0].day, 5);
  EXPECT_EQ(practice.days[0].sessions, 2);
  EXPECT_EQ(practice.days[0].rounds, 3);
  EXPECT_EQ(practice.days[0].spent, minutes(90));
  EXPECT_EQ(practice.sessions, 3) << "one of them was left blank";
  EXPECT_EQ(practice.rounds, 4);
  EXPECT_EQ(practice.spent, minutes(120));
}

TEST(Practice, ADayIsThatOfTheUsersClock) {
  const SessionDigest noon = Session(5, kCoding, 3);
  EXPECT_EQ(MakePractice({noon}, minutes(13 * 60), 6).days.at(0).day, 6);
}

TEST(Practice, AStreakEndsWithADayLeftOutButNotBeforeTodayIsOver) {
  std::vector<SessionDigest> digests;
  for (const int day : {1, 2, 3, 4, 8, 9}) digests.push_back(Session(day, kCoding, 3));
  const auto on = [&](std::int64_t today) { return MakePractice(digests, minutes(0), today); };
  EXPECT_EQ(on(9).streak, 2);
  EXPECT_EQ(on(10).streak, 2);
  EXPECT_EQ(on(11).streak, 0);
  EXPECT_EQ(on(11).longest_streak, 4);
  EXPECT_EQ(on(11).longest_from, 1);
  EXPECT_EQ(MakePractice({}, minutes(0), 3).longest_streak, 0);
}

TEST(Practice, TheBestRoundOfEachKindIsTheFirstOfEqualOnes) {
  const Practice practice =
      MakePractice({Session(1, kCoding, 2), Session(2, kCoding, 3.5), Session(3, kCoding, 3.5),
                    Session(3, RoundKind::kConcepts, 1)},
                   minutes(0), 3);
  ASSERT_EQ(practice.best.size(), 2u);
  EXPECT_EQ(practice.best[0].score, 3.5);
  EXPECT_EQ(practice.best[0].session, "s2coding");
  EXPECT_EQ(practice.best[1].kind, RoundKind::kConcepts);
}

TEST(Practice, TheFastestGreensAreOfDifferentQuestionsTheFastestFirst) {
  std::vector<SessionDigest> digests;
  for (int i = 0; i < 7; ++i) {
    digests.push_back(Session(i, kCoding, 3, "q" + std::to_string(i), minutes(20 - i)));
  }
  digests.push_back(Session(8, kCoding, 3, "q6", minutes(2)));
  digests.push_back(Session(9, kCoding, 3, "never"));
  const std::vector<GreenRecord> green = MakePractice(digests, minutes(0), 9).fastest_green;
  ASSERT_EQ(green.size(), kGreenRecords);
  EXPECT_EQ(green[0].question, "q6");
  EXPECT_EQ(green[0].took, minutes(2));
  EXPECT_EQ(green[0].session, "s8coding");
  EXPECT_EQ(green[1].question, "q5");
  EXPECT_EQ(green[1].took, minutes(15));
}

}  // namespace
}  // namespace interview
