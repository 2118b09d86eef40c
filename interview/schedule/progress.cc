// Sums over digests and cards.
#include "interview/schedule/progress.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace interview {
namespace {

constexpr std::size_t kRecentRounds = 10;
constexpr int kSureRounds = 5;  // from there on the interval is narrow enough to act on
constexpr int kFreshDays = 21;

// Two-sided 95 % points of Student's t for 1 to 9 degrees of freedom.
constexpr std::array<double, kRecentRounds - 1> kStudent = {12.706, 4.303, 3.182, 2.776, 2.571,
                                                            2.447,  2.365, 2.306, 2.262};

Readiness ReadinessOf(RoundKind kind, std::vector<ReadinessRound> rounds) {
  Readiness readiness;
  readiness.kind = kind;
  readiness.rounds = static_cast<int>(rounds.size());
  if (rounds.empty()) return readiness;
  if (rounds.size() > kRecentRounds) rounds.erase(rounds.begin(), rounds.end() - kRecentRounds);
  readiness.made_of = std::move(rounds);
  const auto n = static_cast<double>(readiness.made_of.size());
  double mean = 0;
  for (const ReadinessRound& round : readiness.made_of) mean += round.score / n;
  readiness.score = mean;
  if (readiness.made_of.size() < 2) return readiness;
  double squares = 0;
  for (const ReadinessRound& round : readiness.made_of) {
    squares += (round.score - mean) * (round.score - mean);
  }
  readiness.error = kStudent[readiness.made_of.size() - 2] * std::sqrt(squares / (n - 1) / n);
  return readiness;
}

std::string Count(int number, const std::string& one, const std::string& many) {
  return std::to_string(number) + " " + (number == 1 ? one : many);
}

std::vector<std::string> MissingOf(const Readiness& readiness,
                                   const std::vector<TopicCoverage>& topics, std::int64_t today,
                                   std::chrono::minutes utc_offset) {
  std::vector<std::string> missing;
  if (readiness.rounds > 0 && readiness.rounds < kSureRounds) {
    missing.push_back(Count(kSureRounds - readiness.rounds, "more scored round makes",
                            "more scored rounds make") +
                      " it surer.");
  }
  if (readiness.rounds > 0) {
    const std::int64_t days = today - LocalDay(readiness.made_of.back().at, utc_offset);
    if (days > kFreshDays) {
      missing.push_back("The latest round was " + std::to_string(days) + " days ago.");
    }
  }
  int all = 0, untried = 0;
  for (const TopicCoverage& topic : topics) {
    if (topic.kind != readiness.kind) continue;
    ++all;
    untried += topic.attempted == 0 ? 1 : 0;
  }
  if (untried > 0) {
    missing.push_back(std::to_string(untried) + " of " + Count(all, "topic", "topics") +
                      " never attempted.");
  }
  return missing;
}

std::vector<Readiness> AllReadiness(const std::vector<SessionDigest>& digests) {
  std::map<RoundKind, std::vector<ReadinessRound>> rounds;
  for (const SessionDigest& digest : digests) {
    for (const RoundResult& round : digest.rounds) {
      if (round.score) rounds[round.kind].push_back({round.session, round.at, *round.score});
    }
  }
  std::vector<Readiness> all;
  for (const RoundKind kind : kRoundKinds)
    all.push_back(ReadinessOf(kind, std::move(rounds[kind])));
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
          trends[{round.kind, id}].rated.emplace_back(*result.self_rating, result.score);
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
  for (Readiness& readiness : progress.readiness) {
    readiness.missing = MissingOf(readiness, progress.topics, today, rules.utc_offset);
  }
  for (const Card& card : queue.questions) progress.mastered += card.mastery.mastered() ? 1 : 0;
  progress.to_master = static_cast<int>(rules.three_solves.size());
  return progress;
}

std::string WhyReady(const Readiness& readiness) {
  if (readiness.rounds == 0) return "No round of this kind was scored yet.";
  if (!readiness.error) return "One round alone says little.";
  return "Mean of the latest " + std::to_string(readiness.made_of.size()) +
         " rounds, with its 95 % interval.";
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
