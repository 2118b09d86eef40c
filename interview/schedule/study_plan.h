// What to practise each day until an interview: what is due, mock rounds and loops, then new
// questions in the mix of the curriculum. The same standing gives the same plan; a missed day
// changes the standing, and with it the plan. Any thread; pure.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "interview/model/question.h"
#include "interview/schedule/review_queue.h"

namespace interview {

struct PlannedItem {
  enum class Kind { kReview, kNew, kMock, kLoop };
  Kind kind = Kind::kNew;
  int minutes = 0;
  QuestionPtr question = {};               // of a review and of a new one
  RoundKind round = RoundKind::kCoding;    // of a mock: a whole round, its question not told before
  std::string loop = {}, loop_title = {};  // of a loop: its preset
};
std::string_view ToString(PlannedItem::Kind kind);  // "review"

struct StudyDay {
  std::int64_t day = 0;  // as LocalDay
  int minutes = 0;       // of all items
  std::vector<PlannedItem> items;
};

struct MockLoop {
  std::string id;  // of a preset; empty: none
  std::string title;
  int minutes = 0;
};

struct StudyWish {
  std::int64_t today = 0;
  std::int64_t until = 0;  // the day of the interview; nothing is planned for it
  double hours_per_week = 10;
  int minutes_today = 0;                       // that were practised today already
  int sessions = 0;                            // finished so far: every fifth is a mock round
  std::map<RoundKind, int> mock_minutes = {};  // no mock rounds of kinds that are not there
  // The short one stands in the first half, and where the long one takes more than a week's time.
  // None are planned where there is no short one.
  MockLoop short_loop = {};
  MockLoop long_loop = {};
  std::vector<std::int64_t> loops_taken = {};  // days, oldest first
  std::optional<std::int64_t> first_day = {};  // of all practice
};

// One entry a day, also where nothing fits. Time that one day leaves or lacks is carried to the
// next. Every kind of round gets an equal share of the new time. New coding questions are easy,
// medium and hard as 35 to 55 to 15, each from the topic that has had the fewest, weak topics first
// and never the same twice in a row. A review that is planned is taken as going well. Every fifth
// session is a mock round, the kinds in turn. A loop stands two weeks before the interview and
// every two weeks before that, and two in the last week; it is the first thing on its day, and one
// that was missed is made up for.
std::vector<StudyDay> MakeStudyPlan(const std::vector<QuestionPtr>& bank, const ReviewQueue& queue,
                                    const ScheduleRules& rules, const StudyWish& wish);

}  // namespace interview
