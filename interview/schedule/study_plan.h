// What to practise each day until an interview: what is due, then new questions in the mix of the
// curriculum. The same standing gives the same plan; a missed day changes the standing, and with it
// the plan. Any thread; pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "interview/model/question.h"
#include "interview/schedule/review_queue.h"

namespace interview {

struct PlannedItem {
  enum class Kind { kReview, kNew };
  Kind kind = Kind::kNew;
  QuestionPtr question;
};

struct StudyDay {
  std::int64_t day = 0;  // as LocalDay
  int minutes = 0;       // of all items
  std::vector<PlannedItem> items;
};

struct StudyWish {
  std::int64_t today = 0;
  std::int64_t until = 0;  // the day of the interview; nothing is planned for it
  double hours_per_week = 10;
};

// One entry a day, also where nothing fits. Time that one day leaves or lacks is carried to the
// next. Every kind of round gets an equal share of the new time. New coding questions are easy,
// medium and hard as 35 to 55 to 15, each from the topic that has had the fewest, weak topics first
// and never the same twice in a row. A review that is planned is taken as going well.
std::vector<StudyDay> MakeStudyPlan(const std::vector<QuestionPtr>& bank, const ReviewQueue& queue,
                                    const ScheduleRules& rules, const StudyWish& wish);

}  // namespace interview
