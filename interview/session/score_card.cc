// From observations of questions to dimensions, rounds and the card.
#include "interview/session/score_card.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "interview/session/decision.h"
#include "interview/session/observation.h"

namespace interview {
namespace {

constexpr double kRounding = 1e-9;

// To halves within 1-4; a tie goes down.
double ToHalves(double score) {
  return std::clamp(std::ceil(score * 2 - 0.5 - kRounding) / 2, 1.0, 4.0);
}

std::string Number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", value);
  return text;
}

Observations Observe(RoundKind kind, const QuestionFacts& facts) {
  switch (kind) {
    case RoundKind::kCoding:
      return ObserveCoding(facts);
    case RoundKind::kMlCoding:
      return ObserveMlCoding(facts);
    case RoundKind::kConcepts:
      return ObserveConcept(facts);
    case RoundKind::kSystemDesign:
      return ObserveSystemDesign(facts);
  }
  return {};
}

// Takes off what hints and misconceptions cost.
void Charge(const QuestionFacts& facts, Observations* observations) {
  const QuestionWork& work = facts.work;
  const HintCost& hints = facts.rules.hint_cost;
  const auto hinted = observations->find(hints.dimension);
  if (work.hint_level > 0 && hinted != observations->end()) {
    const double cost = hints.At(work.hint_level);
    hinted->second.score -= cost;
    hinted->second.evidence.push_back(Fact(
        work, "Hint " + std::to_string(work.hint_level) + " was taken: -" + Number(cost), false));
  }
  const Evaluation* rubric = work.Find(EvaluationKind::kRubric);
  const auto charged = observations->find(facts.rules.misconception_dimension);
  if (rubric == nullptr || charged == observations->end()) return;
  for (const RaisedMisconception& m : rubric->misconceptions) {
    charged->second.score -= facts.rules.misconception_cost;
    Evidence evidence = Fact(
        work, "Misconception: " + m.text + ": -" + Number(facts.rules.misconception_cost), false);
    evidence.quote = m.span.text;
    evidence.part = m.span.part;
    charged->second.evidence.push_back(std::move(evidence));
  }
}

// A dimension over the questions of a round, and the share of them where it was observed.
struct Folded {
  DimensionScore score;
  double observed = 0;
};

Folded Fold(const DimensionRule& rule, const std::vector<Observations>& questions) {
  Folded out;
  out.score.id = rule.id;
  out.score.title = rule.title;
  out.score.weight = rule.weight;
  out.score.blocker = rule.blocker;
  double sum = 0;
  int count = 0;
  for (const Observations& observations : questions) {
    const auto it = observations.find(rule.id);
    if (it == observations.end() || it->second.evidence.empty()) continue;
    sum += std::clamp(it->second.score, 1.0, 4.0);
    ++count;
    out.score.evidence.insert(out.score.evidence.end(), it->second.evidence.begin(),
                              it->second.evidence.end());
  }
  if (count == 0) return out;
  const double halves = ToHalves(sum / count);
  out.score.score = halves;
  out.observed = static_cast<double>(count) / static_cast<double>(questions.size());
  const auto whole = static_cast<std::size_t>(halves);
  out.score.anchor = rule.anchors[whole - 1];
  if (whole < rule.anchors.size()) out.score.next_anchor = rule.anchors[whole];
  return out;
}

std::string FailureNote(const SessionFacts& facts, int round) {
  std::string note;
  for (const EvaluationFailure& failure : facts.failures) {
    if (failure.round != round || failure.kind == EvaluationKind::kFacts) continue;
    if (note.find(failure.message) == std::string::npos) note += " " + failure.message;
  }
  return note;
}

// The round's score, band and note from its folded dimensions.
void ScoreRound(const PanelRules& rules, const std::vector<Folded>& folded, RoundScore* out) {
  double sum = 0;
  double observed = 0;
  double counted = 0;
  double total = 0;
  bool blocked = false;
  std::string unseen;
  for (const Folded& d : folded) {
    total += d.score.weight;
    observed += d.score.weight * d.observed;
    if (!d.score.score) {
      if (d.score.blocker) unseen += (unseen.empty() ? "\"" : ", \"") + d.score.title + "\"";
      continue;
    }
    sum += d.score.weight * *d.score.score;
    counted += d.score.weight;
    blocked = blocked || (d.score.blocker && *d.score.score <= 1);
  }
  if (!unseen.empty()) {
    out->note = "Not observed, and the round cannot be scored without it: " + unseen + ".";
  } else if (total <= 0 || observed < rules.min_observed * total - kRounding) {
    out->note = "Too little was observed: " +
                std::to_string(static_cast<int>(total > 0 ? 100 * observed / total : 0)) +
                " % of the round's weight, where " +
                std::to_string(static_cast<int>(100 * rules.min_observed)) + " % is needed.";
  } else {
    double score = sum / counted;
    if (blocked && score > rules.blocker_cap) {
      score = rules.blocker_cap;
      out->note = "Capped at " + Number(rules.blocker_cap) + ": a blocker dimension is 1.";
    }
    out->score = std::round(score * 100) / 100;
    out->band = rules.BandOf(*out->score);
  }
}

RoundScore ScoreOne(const SessionFacts& facts, std::size_t index, const PanelRules& rules) {
  const PlannedRound& planned = facts.plan.rounds[index];
  const RoundRecord& record = facts.rounds[index];
  const RoundRules& round_rules = rules.rounds.at(planned.kind);
  RoundScore out;
  out.kind = planned.kind;
  out.title = planned.title;
  out.weight = planned.weight;
  for (const PlannedQuestion& q : planned.questions) out.questions.push_back(q.id);
  const RoundClock clock =
      ReadClock(planned, record, facts.pauses, record.submitted.value_or(Duration{}));
  std::vector<Observations> questions;
  for (std::size_t q = 0; q < record.work.size(); ++q) {
    const QuestionFacts question{record.work[q], round_rules, clock, record, static_cast<int>(q)};
    Observations observations = Observe(planned.kind, question);
    Charge(question, &observations);
    questions.push_back(std::move(observations));
  }
  std::vector<Folded> folded;
  for (const DimensionRule& rule : round_rules.dimensions) {
    folded.push_back(Fold(rule, questions));
    const auto rated = record.self_rating.find(rule.id);
    if (rated != record.self_rating.end()) folded.back().score.self_rating = rated->second;
  }
  if (!record.started) {
    out.note = "This round did not take place.";
  } else {
    ScoreRound(rules, folded, &out);
    out.note += FailureNote(facts, static_cast<int>(index));
  }
  for (Folded& d : folded) out.dimensions.push_back(std::move(d.score));
  return out;
}

}  // namespace

ScoreCard ScoreSession(const SessionFacts& facts, const PanelRules& rules) {
  ScoreCard card;
  for (std::size_t i = 0; i < facts.plan.rounds.size(); ++i) {
    card.rounds.push_back(ScoreOne(facts, i, rules));
  }
  card.score = LoopScore(card.rounds);
  const auto decision = rules.decisions.find(facts.plan.decision_rule);
  if (facts.plan.kind == SessionKind::kLoop && decision != rules.decisions.end()) {
    Decide(decision->second, facts.plan.level, &card);
  }
  for (const RoundScore& round : card.rounds) {
    for (const DimensionScore& d : round.dimensions) {
      if (!d.score && round.score) {
        card.reasons.push_back("\"" + d.title + "\" was not observed in \"" + round.title +
                               "\" and leaves its mean.");
      }
    }
  }
  return card;
}

}  // namespace interview
