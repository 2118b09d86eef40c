// Days filled one after the other.
#include "interview/schedule/study_plan.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace interview {
namespace {

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
          const ScheduleRules& rules)
      : rules_(rules) {
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

  StudyDay Fill(std::int64_t day, double* minutes) {
    StudyDay planned{day, 0, {}};
    const auto add = [&](PlannedItem::Kind kind, const QuestionPtr& question) {
      planned.items.push_back({kind, question});
      planned.minutes += question->minutes;
      *minutes -= question->minutes;
    };
    for (const Card& due : DueCards(cards_, day)) {
      const QuestionPtr& question = by_id_[due.id];
      if (question->minutes > *minutes) continue;
      add(PlannedItem::Kind::kReview, question);
      Review(due.id, day);
    }
    while (const QuestionPtr next = NextNew(*minutes)) {
      add(PlannedItem::Kind::kNew, next);
      Learn(next, day);
    }
    return planned;
  }

 private:
  static std::string TopicOf(const Question& q) {
    return std::string(ToString(q.kind)) + "/topic/" + q.topic;
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
  std::map<QuestionId, QuestionPtr> by_id_;
  std::vector<Card> cards_;
  std::vector<QuestionPtr> fresh_;
  std::map<std::string, Rating> ratings_;
  std::map<std::string, int> topics_;
  std::map<RoundKind, int> kind_minutes_;
  std::map<Difficulty, int> difficulties_;
  std::string last_topic_;
};

}  // namespace

std::vector<StudyDay> MakeStudyPlan(const std::vector<QuestionPtr>& bank, const ReviewQueue& queue,
                                    const ScheduleRules& rules, const StudyWish& wish) {
  Planner planner(bank, queue, rules);
  std::vector<StudyDay> days;
  double minutes = 0;
  for (std::int64_t day = wish.today; day < wish.until; ++day) {
    minutes += wish.hours_per_week * 60 / 7;
    days.push_back(planner.Fill(day, &minutes));
  }
  return days;
}

}  // namespace interview
