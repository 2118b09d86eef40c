// What coding rounds show of complexity: costs as said, as asked for and as measured.
#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "interview/session/cost_claims.h"
#include "interview/session/judged_tests.h"
#include "interview/session/observation.h"

namespace interview {
namespace {

constexpr double kMostPoints = 0.7;  // a share of the rubric's points on complexity

// What was said of the cost of one's own code. More than two different times are a guess.
struct OwnCosts {
  std::vector<CostClaim> time;
  std::vector<CostClaim> space;

  explicit OwnCosts(const std::string& said) {
    std::set<std::string> times;
    for (CostClaim& claim : FindCostClaims(said)) {
      if (claim.is_alternative) continue;
      if (claim.of == CostClaim::Of::kTime) times.insert(claim.cost);
      (claim.of == CostClaim::Of::kTime ? time : space).push_back(std::move(claim));
    }
    if (times.size() > kMostTimes) time.clear();
  }

  static const CostClaim* Find(const std::vector<CostClaim>& claims, std::string_view cost) {
    const auto found = std::find_if(claims.begin(), claims.end(),
                                    [&](const CostClaim& claim) { return Names(claim, cost); });
    return found == claims.end() ? nullptr : &*found;
  }

 private:
  static constexpr std::size_t kMostTimes = 2;
};

std::string AllSaid(const QuestionWork& work) {
  std::string said = work.answer.AllProse();
  for (const std::string& message : work.answer.messages) said += "\n" + message;
  return said;
}

}  // namespace

// Right is the cost that was asked for, or the one that one's own code was measured to have.
void ObserveComplexity(const QuestionFacts& f, const CodingSpec& spec, Observations* out) {
  if (!f.work.HasProse()) return;
  const OwnCosts own(AllSaid(f.work));
  const Judgement* judgement = LastVerdict(f.work);
  const bool measured = judgement != nullptr && judgement->growth.confident;
  const std::string growth = measured ? judgement->growth.growth_class : std::string();
  const bool grows_as_asked =
      measured &&
      (IsSameCost(NormalCost(growth), NormalCost(spec.growth.time)) ||
       (spec.growth.max_exponent > 0 && judgement->growth.exponent <= spec.growth.max_exponent));
  const CostClaim* asked = OwnCosts::Find(own.time, spec.growth.time);
  const CostClaim* as_measured = measured ? OwnCosts::Find(own.time, growth) : nullptr;
  const CostClaim* space = OwnCosts::Find(own.space, spec.growth.space);
  const bool knows_more = GroupShare(f.work, {"complexity"}).value() >= kMostPoints;
  Observation o;
  const auto tell = [&](const std::string& text, const CostClaim* claim, bool good) {
    o.evidence.push_back(Fact(f.work, text, good));
    if (claim != nullptr) o.evidence.back().quote = claim->quote;
  };
  if (asked != nullptr && measured && !grows_as_asked) {
    o.score = 2;
    tell("Names the cost asked for, which the code does not have: " + spec.growth.time, asked,
         false);
  } else if (asked != nullptr || as_measured != nullptr || knows_more) {
    const bool only_own = asked == nullptr && as_measured != nullptr && !grows_as_asked;
    o.score = 2.5 + (space != nullptr ? 0.5 : 0) + (knows_more ? 0.5 : 0) +
              (measured && (asked != nullptr || as_measured != nullptr) ? 0.5 : 0);
    if (only_own) {
      o.score = std::min(o.score, 3.0);
      tell("Names the cost of the own code; asked was " + spec.growth.time, as_measured, true);
    } else {
      tell("Names the cost asked for: " + spec.growth.time, asked, true);
    }
    if (space != nullptr) tell("Names the space: " + spec.growth.space, space, true);
    if (space == nullptr && !spec.growth.space.empty()) {
      tell("Does not name the space: " + spec.growth.space, nullptr, false);
    }
  } else if (!own.time.empty()) {
    o.score = 2;
    tell("Names a cost other than " + spec.growth.time, &own.time.front(), false);
  } else {
    o.score = grows_as_asked ? 1.5 : 1;
    tell("Explains the solution without naming its cost", nullptr, false);
  }
  if (measured) tell("Measured growth: " + growth, nullptr, grows_as_asked);
  AddPoints(f.work, {"complexity"}, &o);
  (*out)["complexity"] = std::move(o);
}

}  // namespace interview
