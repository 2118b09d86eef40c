// The three rules in their order.
#include "evaluators/llm/second_score.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "evaluators/llm/grader_instruction.h"
#include "evaluators/llm/quote_check.h"

namespace evaluators {
namespace {

using interview::FeedbackClaim;

std::string OfHundred(double score) { return std::to_string(std::lround(score * 100)); }

// The points that claims are about, each by a quotation that was not used before.
std::set<std::string> Reached(const std::vector<FeedbackClaim>& claims) {
  std::set<std::string> points, used;
  for (const FeedbackClaim& claim : claims) {
    if (claim.point.empty() || points.contains(claim.point)) continue;
    if (used.insert(NormaliseForQuote(claim.quote)).second) points.insert(claim.point);
  }
  return points;
}

// The share of the weights that is credited when the points in `reached` count as `credit`.
double Carried(const std::vector<CreditedPoint>& points, const std::set<std::string>& reached,
               double credit) {
  double sum = 0, all = 0;
  for (const CreditedPoint& point : points) {
    const bool counts = !point.is_fact && reached.contains(point.text);
    sum += point.weight * (counts ? credit : point.credit);
    all += point.weight;
  }
  return all == 0 ? 0 : sum / all;
}

}  // namespace

std::string FindNoSupport(const interview::Feedback& feedback,
                          const std::vector<CreditedPoint>& points,
                          const std::vector<std::string>& answer) {
  for (const std::string& text : answer) {
    if (const std::optional<std::string> found = FindInstructionToGrader(text)) {
      return "The answer speaks to whoever grades it (\"" + *found +
             "\"), and a model that has read that is not to be relied on.";
    }
  }
  if (feedback.strengths.empty() && feedback.gaps.empty()) {
    return "No claim of the model rests on words that are in the answer.";
  }
  const interview::SecondScore& second = *feedback.second_score;
  if (!second.local_score || std::abs(second.score - *second.local_score) <= kFar) return {};
  const bool above = second.score > *second.local_score;
  const double carried =
      above ? std::max(*second.local_score, Carried(points, Reached(feedback.strengths), 1))
            : std::min(*second.local_score, Carried(points, Reached(feedback.gaps), 0));
  if (std::abs(second.score - carried) <= kFar ||
      (above ? carried > second.score : carried < second.score)) {
    return {};
  }
  return "The words that the model quotes, together with what was found locally, carry " +
         OfHundred(carried) + " of 100 at " + (above ? "most" : "least") + ", not " +
         OfHundred(second.score) + ".";
}

}  // namespace evaluators
