// Sums over digests and cards.
#include "interview/schedule/progress.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace interview {
namespace {

constexpr std::size_t kRecentRounds = 10;

// Two-sided 95 % points of Student's t for 1 to 9 degrees of freedom.
constexpr std::array<double, kRecentRounds - 1> kStudent = {12.706, 4.303, 3.182, 2.776, 2.571,
                                                            2.447,  2.365, 2.306, 2.262};

Readiness ReadinessOf(RoundKind kind, std::vector<double> scores) {
  Readiness readiness{kind, static_cast<int>(scores.size()), std::nullopt, std::nullopt};
  if (scores.empty()) return readiness;
  if (scores.size() > kRecentRounds) scores.erase(scores.begin(), scores.end() - kRecentRounds);
  const auto n = static_cast<double>(scores.size());
  double mean = 0;
  for (const double score : scores) mean += score / n;
  readiness.score = mean;
  if (scores.size() < 2) return readiness;
  double squares = 0;
  for (const double score : scores) squares += (score - mean) * (score - mean);
  readiness.error = kStudent[scores.size() - 2] * std::sqrt(squares / (n - 1) / n);
  return readiness;
}

std::vector<Readiness> AllReadiness(const std::vector<SessionDigest>& digests) {
  std::map<RoundKind, std::vector<double>> scores;
  for (const SessionDigest& digest : digests) {
    for (const RoundResult& round : digest.rounds) {
      if (round.score) scores[round.kind].push_back(*round.score);
    }
  }
  std::vector<Readiness> all;
  for (const RoundKind kind : kRoundKinds) all.push_back(ReadinessOf(kind, scores[kind]));
  return all;
}

std::vector<DimensionTrend> AllDimensions(const std::vector<SessionDigest>& digests) {
  std::map<std::pair<RoundKind, DimensionId>, DimensionTrend> trends;
  std::map<std::pair<RoundKind, DimensionId>, std::vector<double>> errors;
  for (const SessionDigest& digest : digests) {
    for (const RoundResult& round : digest.rounds) {
      for (const auto& [id, result] : round.dimensions) {
        trends[{round.kind, id}].scores.emplace_back(round.at, result.score);
        if (result.self_rating) {
          errors[{round.kind, id}].push_back(*result.self_rating - result.score);
        }
      }
    }
  }
  std::vector<DimensionTrend> all;
  for (auto& [key, trend] : trends) {
    std::tie(trend.kind, trend.id) = key;
    double sum = 0;
    for (const double error : errors[key]) sum += error;
    if (!errors[key].empty()) trend.calibration = sum / static_cast<double>(errors[key].size());
    all.push_back(std::move(trend));
  }
  return all;
}

std::vector<TopicCoverage> AllTopics(const std::vector<QuestionPtr>& bank,
                                     const std::vector<SessionDigest>& digests,
                                     const ReviewQueue& queue, std::int64_t today) {
  std::unordered_map<QuestionId, double> latest;
  for (const SessionDigest& digest : digests) {
    for (const Attempt& attempt : digest.attempts) latest[attempt.question] = attempt.score;
  }
  std::unordered_map<QuestionId, const Card*> cards;
  for (const Card& card : queue.questions) cards[card.id] = &card;
  std::map<std::pair<RoundKind, std::string>, TopicCoverage> topics;
  for (const QuestionPtr& question : bank) {
    TopicCoverage& topic = topics[{question->kind, question->topic}];
    ++topic.questions;
    const auto card = cards.find(question->id);
    if (card == cards.end()) continue;
    ++topic.attempted;
    topic.solved += card->second->last_rating >= Rating::kGood ? 1 : 0;
    topic.mastered += card->second->mastery.mastered() ? 1 : 0;
    topic.due += card->second->due_day <= today ? 1 : 0;
    topic.score = topic.score.value_or(0) + latest[question->id];
  }
  std::vector<TopicCoverage> all;
  for (auto& [key, topic] : topics) {
    std::tie(topic.kind, topic.topic) = key;
    if (topic.score) *topic.score /= topic.attempted;
    all.push_back(std::move(topic));
  }
  return all;
}

}  // namespace

Progress MakeProgress(const std::vector<QuestionPtr>& bank,
                      const std::vector<SessionDigest>& digests, const ReviewQueue& queue,
                      const ScheduleRules& rules, std::int64_t today) {
  Progress progress;
  progress.topics = AllTopics(bank, digests, queue, today);
  progress.dimensions = AllDimensions(digests);
  progress.readiness = AllReadiness(digests);
  for (const Card& card : queue.questions) progress.mastered += card.mastery.mastered() ? 1 : 0;
  progress.to_master = static_cast<int>(rules.three_solves.size());
  return progress;
}

std::set<QuestionId> NonTrivialMediums(const std::vector<QuestionPtr>& bank) {
  std::set<QuestionId> ids;
  for (const QuestionPtr& question : bank) {
    const auto* coding = std::get_if<CodingSpec>(&question->spec);
    if (coding != nullptr && coding->non_trivial && question->difficulty == Difficulty::kMedium) {
      ids.insert(question->id);
    }
  }
  return ids;
}

}  // namespace interview
