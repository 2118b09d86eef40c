// Days filled one after the other.
#include "interview/schedule/study_plan.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <tuple>

namespace interview {
namespace {

constexpr int kMockEvery = 5;                      // sessions
constexpr std::array<int, 2> kLastLoops = {2, 5};  // days before the interview
constexpr int kLoopEvery = 14;                     // days

double QuotaOf(Difficulty difficulty) {
  switch (difficulty) {
    case Difficulty::kEasy:
      return 35;
    case Difficulty::kMedium:
      return 55;
    case Difficulty::kHard:
      return 15;
  }
  return 0;
}

class Planner {
 public:
  Planner(const std::vector<QuestionPtr>& bank, const ReviewQueue& queue,
          const ScheduleRules& rules, const StudyWish& wish)
      : rules_(rules),
        wish_(wish),
        sessions_(wish.sessions),
        turn_(wish.sessions / kMockEvery),
        next_mock_((wish.sessions / kMockEvery + 1) * kMockEvery) {
    for (const QuestionPtr& question : bank) by_id_[question->id] = question;
    for (const Card& card : queue.questions) {
      if (by_id_.count(card.id) != 0) cards_.push_back(card);
    }
    for (const Card& card : queue.skills) ratings_[card.id] = card.last_rating;
    for (const Card& card : cards_) CountTopic(*by_id_[card.id]);
    for (const QuestionPtr& question : bank) {
      const bool known = std::any_of(cards_.begin(), cards_.end(),
                                     [&](const Card& c) { return c.id == question->id; });
      if (!known) fresh_.push_back(question);
    }
  }

  // `loop`: what the day begins with.
  StudyDay Fill(std::int64_t day, const MockLoop* loop, double* minutes) {
    StudyDay planned{day, 0, {}};
    const auto add = [&](PlannedItem item) {
      planned.minutes += item.minutes;
      *minutes -= item.minutes;
      planned.items.push_back(std::move(item));
      ++sessions_;
    };
    if (loop != nullptr) {
      add({PlannedItem::Kind::kLoop, loop->minutes, {}, {}, loop->id, loop->title});
    }
    // What is owed comes first; while it does not fit, its time is saved up: nothing new.
    const auto owes_no_mock = [&] {
      const std::optional<RoundKind> mock = OwedMock();
      if (!mock) return true;
      const int length = wish_.mock_minutes.at(*mock);
      if (length > *minutes) return false;
      add({PlannedItem::Kind::kMock, length, {}, *mock});
      ++turn_;
      next_mock_ = sessions_ + kMockEvery;
      return true;
    };
    for (const Card& due : DueCards(cards_, day)) {
      (void)owes_no_mock();
      const QuestionPtr& question = by_id_[due.id];
      if (question->minutes > *minutes) continue;
      add({PlannedItem::Kind::kReview, question->minutes, question});
      Review(due.id, day);
    }
    while (owes_no_mock()) {
      const QuestionPtr next = NextNew(*minutes);
      if (next == nullptr) break;
      add({PlannedItem::Kind::kNew, next->minutes, next});
      Learn(next, day);
    }
    return planned;
  }

 private:
  static std::string TopicOf(const Question& q) {
    return std::string(ToString(q.kind)) + "/topic/" + q.topic;
  }
  // The kind of the mock round that has to come before anything new.
  std::optional<RoundKind> OwedMock() const {
    if (wish_.mock_minutes.empty() || sessions_ + 1 < next_mock_) return std::nullopt;
    const auto turn = static_cast<std::size_t>(turn_) % wish_.mock_minutes.size();
    return std::next(wish_.mock_minutes.begin(), static_cast<std::ptrdiff_t>(turn))->first;
  }
  void CountTopic(const Question& question) { ++topics_[TopicOf(question)]; }

  void Review(const QuestionId& id, std::int64_t day) {
    for (Card& card : cards_) {
      if (card.id != id) continue;
      card.memory = NextReview(card.memory, Rating::kGood, day - card.last_day);
      card.last_day = day;
      card.due_day = day + IntervalDays(card.memory, rules_.retention);
    }
  }

  void Learn(const QuestionPtr& question, std::int64_t day) {
    Card card;
    card.id = question->id;
    card.memory = FirstReview(Rating::kGood);
    card.last_day = day;
    card.due_day = day + IntervalDays(card.memory, rules_.retention);
    cards_.push_back(card);
    std::erase(fresh_, question);
    CountTopic(*question);
    last_topic_ = TopicOf(*question);
    kind_minutes_[question->kind] += question->minutes;
    if (question->kind == RoundKind::kCoding) ++difficulties_[question->difficulty];
  }

  // What a question is chosen by; the least is taken.
  auto RankOf(const Question& q) {
    const std::string topic = TopicOf(q);
    const auto rating = ratings_.find(topic);
    const bool weak = rating != ratings_.end() && rating->second <= Rating::kHard;
    const bool coding = q.kind == RoundKind::kCoding;
    const double level = coding ? (difficulties_[q.difficulty] + 0.5) / QuotaOf(q.difficulty) : 0.0;
    return std::make_tuple(kind_minutes_[q.kind], topic == last_topic_, level, !weak,
                           topics_[topic], q.difficulty, q.id);
  }

  QuestionPtr NextNew(double minutes) {
    QuestionPtr best;
    for (const QuestionPtr& question : fresh_) {
      if (question->minutes > minutes) continue;
      if (best == nullptr || RankOf(*question) < RankOf(*best)) best = question;
    }
    return best;
  }

  const ScheduleRules& rules_;
  const StudyWish& wish_;
  int sessions_;   // those of the plan, too
  int turn_;       // of the kinds of mock rounds
  int next_mock_;  // the number of the session, from 1
  std::map<QuestionId, QuestionPtr> by_id_;
  std::vector<Card> cards_;
  std::vector<QuestionPtr> fresh_;
  std::map<std::string, Rating> ratings_;
  std::map<std::string, int> topics_;
  std::map<RoundKind, int> kind_minutes_;
  std::map<Difficulty, int> difficulties_;
  std::string last_topic_;
};

// The days on which a loop stands, the last one first, as far back as practice goes.
std::vector<std::int64_t> LoopDays(const StudyWish& wish) {
  std::vector<std::int64_t> days;
  const std::int64_t start = std::min(wish.first_day.value_or(wish.today), wish.today);
  for (const int before : kLastLoops) days.push_back(wish.until - before);
  for (std::int64_t day = wish.until - kLoopEvery; day >= start; day -= kLoopEvery) {
    days.push_back(day);
  }
  std::erase_if(days, [&](std::int64_t day) { return day < start; });
  return days;
}

// From today on; one that should have been taken by now and was not stands today, unless the next
// one is near.
std::vector<std::int64_t> LoopsToCome(const StudyWish& wish) {
  std::vector<std::int64_t> to_come;
  const std::int64_t last_taken = wish.loops_taken.empty() ? -1 : wish.loops_taken.back();
  std::int64_t next = wish.until;
  for (const std::int64_t day : LoopDays(wish)) {
    if (day > wish.today) {
      to_come.push_back(day);
      next = day;
      continue;
    }
    if (last_taken < day && next > wish.today + 1) to_come.push_back(wish.today);
    break;
  }
  return to_come;
}

}  // namespace

std::string_view ToString(PlannedItem::Kind kind) {
  constexpr std::array<std::string_view, 4> kNames = {"review", "new", "mock", "loop"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<StudyDay> MakeStudyPlan(const std::vector<QuestionPtr>& bank, const ReviewQueue& queue,
                                    const ScheduleRules& rules, const StudyWish& wish) {
  Planner planner(bank, queue, rules, wish);
  const std::vector<std::int64_t> loops =
      wish.short_loop.id.empty() ? std::vector<std::int64_t>{} : LoopsToCome(wish);
  const std::int64_t start = std::min(wish.first_day.value_or(wish.today), wish.today);
  std::vector<StudyDay> days;
  double minutes = -wish.minutes_today;
  for (std::int64_t day = wish.today; day < wish.until; ++day) {
    minutes += wish.hours_per_week * 60 / 7;
    const MockLoop* loop = nullptr;
    if (std::find(loops.begin(), loops.end(), day) != loops.end()) {
      const bool late = day - start >= wish.until - day;
      const bool fits = wish.long_loop.minutes <= wish.hours_per_week * 60;
      loop = late && fits && !wish.long_loop.id.empty() ? &wish.long_loop : &wish.short_loop;
    }
    days.push_back(planner.Fill(day, loop, &minutes));
  }
  return days;
}

}  // namespace interview
