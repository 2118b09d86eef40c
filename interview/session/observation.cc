// Helpers of all dimension scores: coverage, shares and evidence.
#include "interview/session/observation.h"

#include <algorithm>

#include "interview/session/blank.h"

namespace interview {
namespace {

constexpr std::size_t kMostEarned = 4;
constexpr std::size_t kMostMissing = 2;

bool InGroups(const Criterion& c, const std::vector<std::string>& groups) {
  return std::find(groups.begin(), groups.end(), c.group) != groups.end();
}

Evidence FromCriterion(const QuestionWork& work, const Criterion& c) {
  Evidence evidence;
  evidence.question = work.id;
  evidence.favourable = c.credit > 0;
  evidence.text = (c.credit >= 1 ? "" : c.credit > 0 ? "In part: " : "Missing: ") + c.text;
  if (c.span) {
    evidence.quote = c.span->text;
    evidence.part = c.span->part;
  }
  return evidence;
}

void AddCriteria(const QuestionWork& work, std::vector<const Criterion*> criteria,
                 Observation* out) {
  std::stable_sort(criteria.begin(), criteria.end(), [](const Criterion* a, const Criterion* b) {
    return a->weight * a->credit > b->weight * b->credit;
  });
  std::size_t earned = 0;
  std::vector<const Criterion*> missing;
  for (const Criterion* c : criteria) {
    if (c->credit <= 0) {
      missing.push_back(c);
    } else if (earned++ < kMostEarned) {
      out->evidence.push_back(FromCriterion(work, *c));
    }
  }
  std::stable_sort(missing.begin(), missing.end(),
                   [](const Criterion* a, const Criterion* b) { return a->weight > b->weight; });
  if (missing.size() > kMostMissing) missing.resize(kMostMissing);
  for (const Criterion* c : missing) out->evidence.push_back(FromCriterion(work, *c));
}

}  // namespace

double FromCoverage(double share, const std::vector<CoverageStep>& steps) {
  if (steps.empty()) return 1;
  if (share <= steps.front().share) return steps.front().score;
  for (std::size_t i = 1; i < steps.size(); ++i) {
    const CoverageStep& a = steps[i - 1];
    const CoverageStep& b = steps[i];
    if (share <= b.share) {
      return a.score + (b.score - a.score) * (share - a.share) / (b.share - a.share);
    }
  }
  return steps.back().score;
}

Share GroupShare(const QuestionWork& work, const std::vector<std::string>& groups) {
  Share share;
  const Evaluation* rubric = work.Find(EvaluationKind::kRubric);
  if (rubric == nullptr) return share;
  for (const Criterion& c : rubric->criteria) {
    if (!InGroups(c, groups)) continue;
    share.earned += c.weight * c.credit;
    share.total += c.weight;
  }
  return share;
}

std::optional<double> FollowUpScore(const QuestionWork& work) {
  double sum = 0;
  int count = 0;
  for (const auto& [key, evaluation] : work.evaluations) {
    if (key.first != EvaluationKind::kFollowUp) continue;
    sum += evaluation.score;
    ++count;
  }
  if (count == 0) return std::nullopt;
  return sum / count;
}

std::string Counted(std::size_t number, const std::string& thing) {
  return std::to_string(number) + " " + thing + (number == 1 ? "" : "s");
}

Evidence Fact(const QuestionWork& work, std::string text, bool favourable) {
  Evidence evidence;
  evidence.text = std::move(text);
  evidence.question = work.id;
  evidence.favourable = favourable;
  return evidence;
}

void AddPoints(const QuestionWork& work, const std::vector<std::string>& groups, Observation* out) {
  const Evaluation* rubric = work.Find(EvaluationKind::kRubric);
  if (rubric == nullptr) return;
  std::vector<const Criterion*> criteria;
  for (const Criterion& c : rubric->criteria) {
    if (InGroups(c, groups)) criteria.push_back(&c);
  }
  AddCriteria(work, std::move(criteria), out);
}

void AddFollowUps(const QuestionWork& work, Observation* out) {
  for (const auto& [key, evaluation] : work.evaluations) {
    if (key.first != EvaluationKind::kFollowUp) continue;
    std::vector<const Criterion*> criteria;
    for (const Criterion& c : evaluation.criteria) criteria.push_back(&c);
    AddCriteria(work, std::move(criteria), out);
  }
}

int CountWords(const std::string& text) {
  int words = 0;
  bool inside = false;
  for (const char c : text) {
    if (!IsSpace(c) && !inside) ++words;
    inside = !IsSpace(c);
  }
  return words;
}

std::string TimeText(Duration time) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time).count();
  if (seconds < 60) return std::to_string(seconds) + " s";
  return std::to_string(seconds / 60) + " min " + std::to_string(seconds % 60) + " s";
}

}  // namespace interview
