// What follows from all finished sessions: the cards, what is due, the progress, the practice, the
// plan. Made in the background (standing_reader.h). Any thread; plain values.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "interview/model/question.h"
#include "interview/model/transcript.h"
#include "interview/schedule/practice.h"
#include "interview/schedule/progress.h"
#include "interview/schedule/review_queue.h"
#include "interview/schedule/session_digest.h"
#include "interview/schedule/study_plan.h"
#include "interview/session/interview_plan.h"

namespace app {

struct Standing {
  std::vector<interview::SessionDigest> digests;  // oldest first
  interview::ScheduleRules rules;
  interview::ReviewQueue queue;
  std::int64_t today = 0;                      // as interview::LocalDay
  std::vector<interview::Card> due_questions;  // of the bank, the least remembered first
  std::vector<interview::Card> due_skills;
  interview::Progress progress;
  interview::Practice practice;
  interview::StudyWish wish;  // that the plan was made for
  // To the day of the interview; where none is named, for the next kPlanAhead days.
  std::vector<interview::StudyDay> plan;
};

inline constexpr int kPlanAhead = 14;
inline constexpr int kLongestPlan = 366;

// A finished session of the history.
struct FinishedSession {
  interview::SessionId id;
  interview::WallTime started{};
  interview::SessionKind kind = interview::SessionKind::kDrill;
};

struct StandingInput {
  std::vector<interview::QuestionPtr> bank;
  std::vector<FinishedSession> sessions;  // oldest first
  interview::LoopLibrary loops;
  double retention = interview::kUsualRetention;
  std::optional<std::int64_t> interview_day;
  double hours_per_week = 10;
  interview::WallTime now{};
};

using Digests = std::map<interview::SessionId, std::shared_ptr<const interview::SessionDigest>>;

// Sessions without a digest are left out.
Standing MakeStanding(const StandingInput& input, const Digests& digests);

}  // namespace app
