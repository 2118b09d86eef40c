// Cards made from the digests, and everything else from the cards.
#include "app/core/standing.h"

#include <algorithm>
#include <set>

#include "app/core/iso_day.h"

namespace app {
namespace {

using interview::StudyWish;

// The loops that curriculum and presets share: a short one first, the whole day from the middle on.
constexpr const char* kShortLoop = "phone-screen";
constexpr const char* kLongLoop = "onsite-mle";

interview::MockLoop LoopOf(const interview::LoopLibrary& loops, const char* id) {
  const interview::LoopPreset* preset = loops.Find(id);
  if (preset == nullptr) return {};
  return {preset->id, preset->title, preset->minutes()};
}

// Minutes that the questions attempted today are meant to take.
int MinutesToday(const Standing& standing, const std::vector<interview::QuestionPtr>& bank) {
  std::set<interview::QuestionId> attempted;
  for (const interview::SessionDigest& digest : standing.digests) {
    for (const interview::Attempt& attempt : digest.attempts) {
      const auto day = interview::LocalDay(attempt.at, standing.rules.utc_offset);
      if (day == standing.today) attempted.insert(attempt.question);
    }
  }
  int minutes = 0;
  for (const interview::QuestionPtr& question : bank) {
    minutes += attempted.count(question->id) != 0 ? question->minutes : 0;
  }
  return minutes;
}

StudyWish WishOf(const StandingInput& input, const Standing& standing) {
  StudyWish wish;
  wish.today = standing.today;
  const bool to_date = input.interview_day && *input.interview_day > standing.today;
  wish.until = to_date ? std::min(*input.interview_day, standing.today + kLongestPlan)
                       : standing.today + kPlanAhead;
  wish.hours_per_week = input.hours_per_week;
  wish.minutes_today = MinutesToday(standing, input.bank);
  wish.sessions = static_cast<int>(standing.digests.size());
  for (const auto& [kind, round] : input.loops.phases) wish.mock_minutes[kind] = round.minutes;
  if (!standing.practice.days.empty()) wish.first_day = standing.practice.days.front().day;
  if (!to_date) return wish;
  for (const FinishedSession& session : input.sessions) {
    if (session.kind != interview::SessionKind::kLoop) continue;
    wish.loops_taken.push_back(interview::LocalDay(session.started, standing.rules.utc_offset));
  }
  wish.short_loop = LoopOf(input.loops, kShortLoop);
  wish.long_loop = LoopOf(input.loops, kLongLoop);
  return wish;
}

}  // namespace

Standing MakeStanding(const StandingInput& input, const Digests& digests) {
  Standing standing;
  std::vector<interview::Attempt> attempts;
  for (const FinishedSession& session : input.sessions) {
    const auto digest = digests.find(session.id);
    if (digest == digests.end()) continue;
    const auto& theirs = digest->second->attempts;
    attempts.insert(attempts.end(), theirs.begin(), theirs.end());
    standing.digests.push_back(*digest->second);
  }
  standing.rules.retention = input.retention;
  standing.rules.utc_offset = UtcOffset(input.now);
  standing.rules.three_solves = NonTrivialMediums(input.bank);
  standing.today = interview::LocalDay(input.now, standing.rules.utc_offset);
  standing.queue = MakeReviewQueue(std::move(attempts), standing.rules);
  standing.due_questions = DueCards(standing.queue.questions, standing.today);
  // What is not in the bank any more cannot be practised.
  std::set<interview::QuestionId> known;
  for (const interview::QuestionPtr& question : input.bank) known.insert(question->id);
  std::erase_if(standing.due_questions,
                [&](const interview::Card& card) { return known.count(card.id) == 0; });
  standing.due_skills = DueCards(standing.queue.skills, standing.today);
  standing.progress =
      MakeProgress(input.bank, standing.digests, standing.queue, standing.rules, standing.today);
  standing.practice = MakePractice(standing.digests, standing.rules.utc_offset, standing.today);
  standing.wish = WishOf(input, standing);
  standing.plan = MakeStudyPlan(input.bank, standing.queue, standing.rules, standing.wish);
  return standing;
}

}  // namespace app
