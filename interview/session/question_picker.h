// Chooses questions of the bank for a round: by filters, seeded, not the recent ones, never one
// twice. Any thread; one picker for the plan of one session.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "interview/base/clock.h"
#include "interview/base/json.h"
#include "interview/base/result.h"
#include "interview/model/question.h"

namespace interview {

// The `select` of a round in a loop preset. Empty lists do not filter.
struct QuestionFilter {
  std::map<Difficulty, double> difficulty;  // weights; empty: any difficulty alike
  std::vector<std::string> topics;          // patterns (coding), topics, or families (design)
  std::vector<std::string> tiers;
  std::vector<std::string> libraries;
  int count = 1;
  int avoid_recent_days = 14;
};

Result<QuestionFilter> ParseQuestionFilter(const Json& json, const std::string& where);

// When questions were last used.
struct QuestionHistory {
  std::map<QuestionId, WallTime> last_used;
  WallTime now{};
};

class QuestionPicker {
 public:
  QuestionPicker(std::vector<QuestionPtr> bank, QuestionHistory history, std::uint64_t seed);

  // Up to filter.count questions, each with a topic not yet taken where there is one. A bank too
  // small for the filter relaxes it (recent use, then difficulty, tier and library, then topics)
  // and says so in notes().
  std::vector<QuestionPtr> Pick(RoundKind kind, const QuestionFilter& filter);

  // Keeps a question that was chosen otherwise from being picked.
  void Reserve(const QuestionId& id) { taken_.insert(id); }

  // What could not be had as asked for, one sentence each.
  const std::vector<std::string>& notes() const { return notes_; }

 private:
  QuestionPtr PickOne(RoundKind kind, const QuestionFilter& filter);  // null: none is left

  std::vector<QuestionPtr> bank_;
  QuestionHistory history_;
  std::uint64_t state_;
  std::set<QuestionId> taken_;
  std::set<std::string> topics_taken_;  // of one kind: "coding/hashing"
  std::vector<std::string> notes_;
};

}  // namespace interview
