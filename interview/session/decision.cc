// The decision rules at work.
#include "interview/session/decision.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace interview {
namespace {

// Scores are compared as shown, with two decimals.
constexpr double kRounding = 1e-9;

std::string Number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", value);
  return text;
}

// One condition of hire, and by how much it fails.
struct Condition {
  double miss = 0;   // 0: it holds
  std::string what;  // what would meet it
};

bool HasBlockerOne(const RoundScore& round) {
  return std::any_of(round.dimensions.begin(), round.dimensions.end(),
                     [](const DimensionScore& d) { return d.blocker && d.score && *d.score <= 1; });
}

bool Everywhere(const std::vector<RoundScore>& rounds, RoundKind kind, double at_least) {
  bool any = false;
  for (const RoundScore& round : rounds) {
    if (round.kind != kind) continue;
    any = true;
    if (*round.score < at_least - kRounding) return false;
  }
  return any;
}

// The rounds that count against floors: without the one low round that the level forgives.
std::vector<const RoundScore*> CountedRounds(const std::vector<RoundScore>& rounds,
                                             const LevelRule& level) {
  std::vector<const RoundScore*> counted;
  for (const RoundScore& round : rounds) counted.push_back(&round);
  for (const LevelAllowance& allowance : level.allowances) {
    if (!Everywhere(rounds, allowance.if_kind, allowance.if_at_least)) continue;
    const auto low = std::find_if(counted.begin(), counted.end(), [&](const RoundScore* round) {
      return *round->score >= allowance.from - kRounding &&
             *round->score < allowance.below - kRounding;
    });
    if (low != counted.end()) counted.erase(low);
  }
  return counted;
}

void AddFloor(const std::vector<const RoundScore*>& rounds, double floor,
              std::vector<Condition>* out) {
  for (const RoundScore* round : rounds) {
    if (*round->score < floor - kRounding) {
      out->push_back({floor - *round->score, "\"" + round->title + "\" at " + Number(floor) +
                                                 " or more (it is " + Number(*round->score) + ")"});
    }
  }
}

void AddLowRounds(const std::vector<const RoundScore*>& rounds, const DecisionRules& rules,
                  std::vector<Condition>* out) {
  std::vector<const RoundScore*> low;
  for (const RoundScore* round : rounds) {
    if (*round->score < rules.hire_low_round - kRounding) low.push_back(round);
  }
  const auto allowed = static_cast<std::size_t>(std::max(0, rules.hire_low_rounds));
  if (low.size() <= allowed) return;
  std::sort(low.begin(), low.end(),
            [](const RoundScore* a, const RoundScore* b) { return *a->score > *b->score; });
  // The best of the low rounds that are too many would have to come up; the worst of those decides
  // the miss.
  const RoundScore* decisive = low[low.size() - allowed - 1];
  out->push_back({rules.hire_low_round - *decisive->score,
                  "at most " + std::to_string(allowed) + " round below " +
                      Number(rules.hire_low_round) + " (there are " + std::to_string(low.size()) +
                      "; \"" + decisive->title + "\" is at " + Number(*decisive->score) + ")"});
}

void AddLevel(const std::vector<RoundScore>& rounds, const LevelRule& level,
              std::vector<Condition>* out) {
  for (const LevelCondition& condition : level.conditions) {
    std::vector<double> scores;
    for (const RoundScore& round : rounds) {
      if (round.kind == condition.kind) scores.push_back(*round.score);
    }
    if (scores.empty()) continue;
    const double decisive = condition.every ? *std::min_element(scores.begin(), scores.end())
                                            : *std::max_element(scores.begin(), scores.end());
    if (decisive >= condition.at_least - kRounding) continue;
    out->push_back({condition.at_least - decisive,
                    std::string(condition.every ? "every " : "one ") +
                        std::string(DisplayName(condition.kind)) + " round at " +
                        Number(condition.at_least) + " or more, which this level needs (it is " +
                        Number(decisive) + ")"});
  }
}

// The conditions of hire that fail.
std::vector<Condition> FailedForHire(const DecisionRules& rules, const LevelRule& level,
                                     const ScoreCard& card) {
  std::vector<Condition> failed;
  if (*card.score < rules.hire_score - kRounding) {
    failed.push_back(
        {rules.hire_score - *card.score, "a loop score of " + Number(rules.hire_score) +
                                             " or more (it is " + Number(*card.score) + ")"});
  }
  const std::vector<const RoundScore*> counted = CountedRounds(card.rounds, level);
  AddFloor(counted, rules.hire_floor, &failed);
  AddLowRounds(counted, rules, &failed);
  AddLevel(card.rounds, level, &failed);
  return failed;
}

std::vector<Condition> FailedForStrong(const DecisionRules& rules, const LevelRule& level,
                                       const ScoreCard& card) {
  std::vector<Condition> failed;
  if (*card.score < rules.strong_score - kRounding) {
    failed.push_back(
        {rules.strong_score - *card.score, "a loop score of " + Number(rules.strong_score) +
                                               " or more (it is " + Number(*card.score) + ")"});
  }
  AddFloor(CountedRounds(card.rounds, level), rules.strong_floor, &failed);
  double best = 0;
  for (const RoundScore& round : card.rounds) best = std::max(best, *round.score);
  if (best < rules.strong_best - kRounding) {
    failed.push_back({rules.strong_best - best, "one round at " + Number(rules.strong_best) +
                                                    " or more (the best is " + Number(best) + ")"});
  }
  AddLevel(card.rounds, level, &failed);
  return failed;
}

void Conclude(const DecisionRules& rules, const std::string& decision, const std::string& rule,
              ScoreCard* card) {
  card->decision = decision;
  const auto words = rules.words.find(rule);
  card->rule = words == rules.words.end() ? rule : words->second;
}

void AddReasons(const std::vector<Condition>& failed, const std::string& aim, ScoreCard* card) {
  for (const Condition& condition : failed) {
    card->reasons.push_back(aim + " takes " + condition.what + ".");
  }
}

bool DecideWithoutScores(const DecisionRules& rules, ScoreCard* card) {
  const auto blocked = std::count_if(card->rounds.begin(), card->rounds.end(), HasBlockerOne);
  if (rules.blockers_no_hire > 0 && blocked >= rules.blockers_no_hire) {
    Conclude(rules, "no_hire", "blockers", card);
    for (const RoundScore& round : card->rounds) {
      if (HasBlockerOne(round))
        card->reasons.push_back("\"" + round.title + "\" has a blocker dimension at 1.");
    }
    return true;
  }
  bool complete = true;
  for (const RoundScore& round : card->rounds) {
    if (round.score) continue;
    complete = false;
    card->reasons.push_back("\"" + round.title + "\" has no score. " + round.note);
  }
  if (complete && card->score) return false;
  Conclude(rules, "not_enough_evidence", "not_enough_evidence", card);
  return true;
}

}  // namespace

std::optional<double> LoopScore(const std::vector<RoundScore>& rounds) {
  double sum = 0;
  double weight = 0;
  for (const RoundScore& round : rounds) {
    if (!round.score) continue;
    sum += round.weight * *round.score;
    weight += round.weight;
  }
  if (weight <= 0) return std::nullopt;
  return std::round(sum / weight * 100) / 100;
}

void Decide(const DecisionRules& rules, const std::string& level_name, ScoreCard* card) {
  if (DecideWithoutScores(rules, card)) return;
  const auto found = rules.levels.find(level_name);
  const LevelRule level = found == rules.levels.end() ? LevelRule() : found->second;
  const std::vector<Condition> hire = FailedForHire(rules, level, *card);
  const std::vector<Condition> strong = FailedForStrong(rules, level, *card);
  if (hire.empty() && strong.empty()) return Conclude(rules, "strong_hire", "strong_hire", card);
  if (hire.empty()) {
    Conclude(rules, "hire", "hire", card);
    return AddReasons(strong, "A strong hire", card);
  }
  const bool near_score =
      *card->score >= rules.lean_score - kRounding && *card->score < rules.hire_score - kRounding;
  const bool near_miss = hire.size() == 1 && hire.front().miss <= rules.lean_miss + kRounding;
  const std::string outcome = near_score || near_miss ? "lean" : "no_hire";
  Conclude(rules, outcome, outcome, card);
  AddReasons(hire, "A hire", card);
}

}  // namespace interview
