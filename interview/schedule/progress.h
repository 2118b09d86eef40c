// Where one stands, from all finished sessions: coverage by topic, scores and self-ratings by
// dimension, readiness by kind of round. Any thread; pure functions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "interview/model/question.h"
#include "interview/schedule/review_queue.h"
#include "interview/schedule/session_digest.h"

namespace interview {

struct TopicCoverage {
  RoundKind kind = RoundKind::kCoding;
  std::string topic;
  int questions = 0;  // in the bank
  int attempted = 0;
  int solved = 0;    // last rated good or easy
  int mastered = 0;  // of those that take three solves
  int due = 0;
  std::optional<double> score;  // 0-1, mean of the latest score of each attempted question
};

struct DimensionTrend {
  RoundKind kind = RoundKind::kCoding;
  DimensionId id;
  std::vector<std::pair<WallTime, double>> scores;  // 1-4, oldest first
  // Mean of self-rating less score, where there were self-ratings: above 0 is overrated.
  std::optional<double> calibration;
  // Self-rating and score, of the rounds that have both.
  std::vector<std::pair<double, double>> rated;
};

struct ReadinessRound {
  SessionId session;
  WallTime at{};
  double score = 0;  // 1-4
};

// From the latest ten rounds of a kind.
struct Readiness {
  RoundKind kind = RoundKind::kCoding;
  int rounds = 0;                       // with a score, of all time
  std::optional<double> score;          // 1-4, mean
  std::optional<double> error;          // half the width of its 95 % interval; needs two rounds
  std::vector<ReadinessRound> made_of;  // oldest first
  // What would make it surer or is not covered by it, a sentence each, the weightiest first.
  std::vector<std::string> missing;
};

// What its score is, in one sentence.
std::string WhyReady(const Readiness& readiness);

struct Progress {
  std::vector<TopicCoverage> topics;  // by kind and name
  std::vector<DimensionTrend> dimensions;
  std::vector<Readiness> readiness;  // one for each kind
  int mastered = 0;
  int to_master = 0;  // questions that take three solves
};

// `digests` in order of time. `queue` was made from their attempts by `rules`.
Progress MakeProgress(const std::vector<QuestionPtr>& bank,
                      const std::vector<SessionDigest>& digests, const ReviewQueue& queue,
                      const ScheduleRules& rules, std::int64_t today);

// The questions that take three solves to master: the non-trivial mediums.
std::set<QuestionId> NonTrivialMediums(const std::vector<QuestionPtr>& bank);

}  // namespace interview
