// Choice of questions by filters, relaxed step by step.
#include "interview/session/question_picker.h"

#include <algorithm>

namespace interview {
namespace {

bool Contains(const std::vector<std::string>& list, const std::string& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

// SplitMix64: the same sequence on every platform.
std::uint64_t NextRandom(std::uint64_t* state) {
  std::uint64_t z = (*state += 0x9e3779b97f4a7c15ULL);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

double NextUnit(std::uint64_t* state) {
  return static_cast<double>(NextRandom(state) >> 11) * 0x1.0p-53;
}

std::string TopicKey(const Question& q) { return std::string(ToString(q.kind)) + "/" + q.topic; }

// How far a filter is relaxed; each step drops one more condition.
enum Relaxed { kNothing, kRecent, kDifficulty, kTier, kTopics, kEnd };

constexpr const char* kSentences[] = {
    "", "used recently, because every other question that fits was used recently",
    "of another difficulty, because no question that fits has the difficulty asked for",
    "of another tier or library, because no question of the tier or library asked for is left",
    "of another topic, because no question of the topics asked for is left"};

bool Fits(const Question& q, const QuestionFilter& filter, const QuestionHistory& history,
          Relaxed relaxed) {
  if (relaxed < kTopics && !filter.topics.empty() && !Contains(filter.topics, q.topic))
    return false;
  if (relaxed < kTier) {
    if (!filter.tiers.empty() && !Contains(filter.tiers, q.tier)) return false;
    const auto* ml = std::get_if<MlCodingSpec>(&q.spec);
    if (!filter.libraries.empty() && (ml == nullptr || !Contains(filter.libraries, ml->library))) {
      return false;
    }
  }
  if (relaxed < kDifficulty && !filter.difficulty.empty()) {
    const auto weight = filter.difficulty.find(q.difficulty);
    if (weight == filter.difficulty.end() || weight->second <= 0) return false;
  }
  if (relaxed < kRecent) {
    const auto used = history.last_used.find(q.id);
    if (used != history.last_used.end() &&
        history.now - used->second < std::chrono::days(filter.avoid_recent_days)) {
      return false;
    }
  }
  return true;
}

// Draws a difficulty by weight among those present, and keeps only its questions.
void KeepOneDifficulty(const QuestionFilter& filter, std::uint64_t* state,
                       std::vector<QuestionPtr>* fitting) {
  std::map<Difficulty, double> weights;
  double total = 0;
  for (const QuestionPtr& q : *fitting) {
    const auto weight = filter.difficulty.find(q->difficulty);
    if (weight == filter.difficulty.end() || !weights.insert(*weight).second) continue;
    total += weight->second;
  }
  if (total <= 0) return;
  double at = NextUnit(state) * total;
  Difficulty drawn = weights.rbegin()->first;
  for (const auto& [difficulty, weight] : weights) {
    if (at < weight) {
      drawn = difficulty;
      break;
    }
    at -= weight;
  }
  std::erase_if(*fitting, [&](const QuestionPtr& q) { return q->difficulty != drawn; });
}

}  // namespace

Result<QuestionFilter> ParseQuestionFilter(const Json& json, const std::string& where) {
  JsonReader reader(json, where);
  QuestionFilter filter;
  for (const auto& [name, weight] : reader.ObjectOr("difficulty").items()) {
    const std::optional<Difficulty> difficulty = ParseDifficulty(name);
    if (!difficulty) {
      reader.Complain("difficulty", "\"" + name + "\" is none of easy, medium, hard.");
    } else if (!weight.is_number() || weight.get<double>() < 0) {
      reader.Complain("difficulty", "the weight of " + name + " must be a number of at least 0.");
    } else {
      filter.difficulty[*difficulty] = weight.get<double>();
    }
  }
  for (const char* key : {"patterns", "topics", "family"}) {
    const std::vector<std::string> topics = reader.StringsOr(key);
    filter.topics.insert(filter.topics.end(), topics.begin(), topics.end());
  }
  filter.tiers = reader.StringsOr("tier");
  filter.libraries = reader.StringsOr("library");
  filter.count = reader.IntOr("count", 1);
  filter.avoid_recent_days = reader.IntOr("avoid_recent_days", 14);
  if (filter.count < 1 || filter.count > 50) reader.Complain("count", "must be from 1 to 50.");
  if (filter.avoid_recent_days < 0) reader.Complain("avoid_recent_days", "must not be negative.");
  if (Status s = reader.Finish(); !s) return Forward(s);
  return filter;
}

QuestionPicker::QuestionPicker(std::vector<QuestionPtr> bank, QuestionHistory history,
                               std::uint64_t seed)
    : bank_(std::move(bank)), history_(std::move(history)), state_(seed) {
  // The order of the bank must not matter.
  std::sort(bank_.begin(), bank_.end(),
            [](const QuestionPtr& a, const QuestionPtr& b) { return a->id < b->id; });
}

std::vector<QuestionPtr> QuestionPicker::Pick(RoundKind kind, const QuestionFilter& filter) {
  std::vector<QuestionPtr> picked;
  while (static_cast<int>(picked.size()) < filter.count) {
    const QuestionPtr one = PickOne(kind, filter);
    if (one == nullptr) {
      notes_.push_back("The bank has only " + std::to_string(picked.size()) + " unused " +
                       std::string(DisplayName(kind)) + " questions of the " +
                       std::to_string(filter.count) + " asked for.");
      break;
    }
    picked.push_back(one);
  }
  return picked;
}

QuestionPtr QuestionPicker::PickOne(RoundKind kind, const QuestionFilter& filter) {
  for (int step = kNothing; step < kEnd; ++step) {
    const auto relaxed = static_cast<Relaxed>(step);
    std::vector<QuestionPtr> fitting;
    for (const QuestionPtr& q : bank_) {
      if (q->kind == kind && taken_.count(q->id) == 0 && Fits(*q, filter, history_, relaxed)) {
        fitting.push_back(q);
      }
    }
    if (fitting.empty()) continue;
    KeepOneDifficulty(filter, &state_, &fitting);
    const auto fresh_topic = [&](const QuestionPtr& q) {
      return topics_taken_.count(TopicKey(*q)) == 0;
    };
    if (std::any_of(fitting.begin(), fitting.end(), fresh_topic)) {
      std::erase_if(fitting, [&](const QuestionPtr& q) { return !fresh_topic(q); });
    }
    QuestionPtr chosen = fitting[NextRandom(&state_) % fitting.size()];
    if (relaxed != kNothing) {
      notes_.push_back("\"" + chosen->title + "\" is " + kSentences[relaxed] + ".");
    }
    taken_.insert(chosen->id);
    topics_taken_.insert(TopicKey(*chosen));
    return chosen;
  }
  return nullptr;
}

}  // namespace interview
