// Days counted, streaks found, bests kept.
#include "interview/schedule/practice.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace interview {
namespace {

std::vector<PracticeDay> DaysOf(const std::vector<SessionDigest>& digests,
                                std::chrono::minutes utc_offset) {
  std::map<std::int64_t, PracticeDay> days;
  for (const SessionDigest& digest : digests) {
    std::set<std::int64_t> of_session;
    for (const RoundResult& round : digest.rounds) {
      PracticeDay& day = days[LocalDay(round.at, utc_offset)];
      ++day.rounds;
      day.spent += round.spent;
      of_session.insert(LocalDay(round.at, utc_offset));
    }
    for (const Attempt& attempt : digest.attempts) {
      of_session.insert(LocalDay(attempt.at, utc_offset));
    }
    for (const std::int64_t day : of_session) ++days[day].sessions;
  }
  std::vector<PracticeDay> all;
  for (auto& [number, day] : days) {
    day.day = number;
    all.push_back(day);
  }
  return all;
}

void FindStreaks(std::int64_t today, Practice* practice) {
  int length = 0;
  std::int64_t last = 0;
  for (const PracticeDay& day : practice->days) {
    length = length > 0 && day.day == last + 1 ? length + 1 : 1;
    last = day.day;
    if (length > practice->longest_streak) {
      practice->longest_streak = length;
      practice->longest_from = day.day - length + 1;
    }
  }
  if (length > 0 && last >= today - 1) practice->streak = length;
}

std::vector<BestRound> BestOf(const std::vector<SessionDigest>& digests) {
  std::map<RoundKind, BestRound> best;
  for (const SessionDigest& digest : digests) {
    for (const RoundResult& round : digest.rounds) {
      if (!round.score) continue;
      const auto found = best.find(round.kind);
      if (found != best.end() && found->second.score >= *round.score) continue;
      best[round.kind] = {round.kind, round.session, round.at, *round.score};
    }
  }
  std::vector<BestRound> all;
  for (const auto& [kind, round] : best) all.push_back(round);
  return all;
}

std::vector<GreenRecord> FastestGreen(const std::vector<SessionDigest>& digests) {
  std::map<QuestionId, GreenRecord> fastest;
  for (const SessionDigest& digest : digests) {
    for (const Attempt& attempt : digest.attempts) {
      if (!attempt.first_green) continue;
      const auto found = fastest.find(attempt.question);
      if (found != fastest.end() && found->second.took <= *attempt.first_green) continue;
      fastest[attempt.question] = {attempt.question, attempt.session, attempt.at,
                                   *attempt.first_green};
    }
  }
  std::vector<GreenRecord> all;
  for (auto& [question, record] : fastest) all.push_back(std::move(record));
  std::sort(all.begin(), all.end(), [](const GreenRecord& a, const GreenRecord& b) {
    return std::tie(a.took, a.question) < std::tie(b.took, b.question);
  });
  if (all.size() > kGreenRecords) all.resize(kGreenRecords);
  return all;
}

}  // namespace

Practice MakePractice(const std::vector<SessionDigest>& digests, std::chrono::minutes utc_offset,
                      std::int64_t today) {
  Practice practice;
  practice.days = DaysOf(digests, utc_offset);
  for (const SessionDigest& digest : digests) {
    practice.sessions += digest.attempts.empty() && digest.rounds.empty() ? 0 : 1;
  }
  for (const PracticeDay& day : practice.days) {
    practice.rounds += day.rounds;
    practice.spent += day.spent;
  }
  FindStreaks(today, &practice);
  practice.best = BestOf(digests);
  practice.fastest_green = FastestGreen(digests);
  return practice;
}

}  // namespace interview
