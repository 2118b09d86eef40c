// Attempts out of the work on the questions, results out of the score card.
#include "interview/session/digest.h"

#include <algorithm>

#include "interview/session/judged_tests.h"

namespace interview {
namespace {

// Grades and what they weigh.
class Mean {
 public:
  void Add(double score, double weight) {
    sum_ += weight * score;
    weight_ += weight;
  }
  bool any() const { return weight_ > 0; }
  double value() const { return any() ? sum_ / weight_ : 0; }

 private:
  double sum_ = 0;
  double weight_ = 0;
};

// One question's work and where it stands.
struct Place {
  const Session& session;
  const PlannedRound& planned;
  const RoundRecord& round;
  const QuestionWork& work;
  std::string prefix;  // of its skills: "coding/"
};

Mean ScoreOf(const QuestionWork& work, const Judgement* judgement) {
  Mean mean;
  if (judgement != nullptr && judgement->total > 0) {
    mean.Add(static_cast<double>(judgement->passed) / judgement->total, 2);
  }
  if (const Evaluation* rubric = work.Find(EvaluationKind::kRubric)) mean.Add(rubric->score, 1);
  if (const auto follow_ups = FollowUpScore(work)) mean.Add(*follow_ups, 0.5);
  for (const EvaluationKind kind : {EvaluationKind::kDiagram, EvaluationKind::kEstimates}) {
    if (const Evaluation* evaluation = work.Find(kind)) mean.Add(evaluation->score, 0.5);
  }
  return mean;
}

// From one moment to another, less the pauses within.
Duration WithoutPauses(const Session& session, Duration from, Duration to) {
  Duration worked = to - from;
  for (const PauseSpan& pause : session.pauses()) {
    const Duration begin = std::max(pause.from, from);
    const Duration end = std::min(pause.to.value_or(to), to);
    worked -= std::max(end - begin, Duration::zero());
  }
  return std::max(worked, Duration::zero());
}

double TimeRatio(const Place& at, const Judgement* judgement) {
  if (at.work.question == nullptr || at.work.question->minutes <= 0 || !at.work.shown) return 0;
  Duration end = *at.round.submitted;
  for (const QuestionWork& other : at.round.work) {
    if (other.shown && *other.shown > *at.work.shown) end = std::min(end, *other.shown);
  }
  if (judgement != nullptr && judgement->verdict == Verdict::kAccepted) {
    end = std::min(end, at.work.judgements.back().at);
  }
  const std::chrono::duration<double, std::ratio<60>> minutes =
      WithoutPauses(at.session, *at.work.shown, end);
  return minutes.count() / (at.work.question->minutes * at.session.plan().time_scale);
}

void AddMeans(const Evaluation& rubric, const std::string& prefix,
              std::map<std::string, double>* skills) {
  std::map<std::string, Mean> groups;
  for (const Criterion& c : rubric.criteria) groups[prefix + c.group].Add(c.credit, c.weight);
  for (const auto& [skill, mean] : groups) {
    if (mean.any()) (*skills)[skill] = mean.value();
  }
}

// Rubric groups (of concepts there is only one), edge cases, drawing, estimates, own tests, and the
// topic.
std::map<std::string, double> SkillsOf(const Place& at, const Judgement* judgement, double score) {
  std::map<std::string, double> skills;
  const Evaluation* rubric = at.work.Find(EvaluationKind::kRubric);
  if (rubric != nullptr && at.planned.kind != RoundKind::kConcepts) {
    AddMeans(*rubric, at.prefix, &skills);
  }
  Mean edges;
  if (judgement != nullptr) {
    for (const TestOutcome& test : judgement->tests) {
      if (test.tag == "edge") edges.Add(test.verdict == Verdict::kAccepted ? 1 : 0, test.weight);
    }
  }
  if (edges.any()) skills[at.prefix + "edge cases"] = edges.value();
  const std::pair<EvaluationKind, const char*> kinds[] = {{EvaluationKind::kDiagram, "diagram"},
                                                          {EvaluationKind::kEstimates, "estimates"},
                                                          {EvaluationKind::kOwnTests, "own tests"}};
  for (const auto& [kind, name] : kinds) {
    if (const Evaluation* evaluation = at.work.Find(kind)) {
      skills[at.prefix + name] = evaluation->score;
    }
  }
  if (at.work.question != nullptr && !at.work.question->topic.empty()) {
    skills[at.prefix + "topic/" + at.work.question->topic] = score;
  }
  return skills;
}

std::optional<Attempt> AttemptAt(const Place& at) {
  const Judgement* judgement = LastVerdict(at.work);
  const Mean score = ScoreOf(at.work, judgement);
  const bool unjudged = at.work.HasCode() && judgement == nullptr;
  if (!at.work.shown || !score.any() || unjudged) return std::nullopt;
  Attempt attempt;
  attempt.question = at.work.id;
  attempt.kind = at.planned.kind;
  attempt.score = score.value();
  attempt.accepted =
      !HasCode(at.planned) || (judgement != nullptr && judgement->verdict == Verdict::kAccepted);
  attempt.hint_level = at.work.hint_level;
  attempt.time_ratio = TimeRatio(at, judgement);
  if (at.work.first_green) {
    attempt.first_green = WithoutPauses(at.session, *at.work.shown, *at.work.first_green);
  }
  attempt.skills = SkillsOf(at, judgement, attempt.score);
  return attempt;
}

RoundResult ResultOf(const RoundScore& score, WallTime at) {
  RoundResult result;
  result.kind = score.kind;
  result.at = at;
  result.score = score.score;
  for (const DimensionScore& d : score.dimensions) {
    if (d.score) result.dimensions[d.id] = {*d.score, d.self_rating};
  }
  return result;
}

}  // namespace

SessionDigest MakeDigest(const SessionId& id, WallTime started, const Session& session) {
  SessionDigest digest;
  const auto& card = session.score_card();
  for (std::size_t r = 0; r < session.rounds().size(); ++r) {
    const RoundRecord& round = session.rounds()[r];
    if (!round.submitted) continue;
    const PlannedRound& planned = session.plan().rounds[r];
    const std::string prefix = std::string(ToString(planned.kind)) + "/";
    const WallTime at = started + *round.submitted;
    for (const QuestionWork& work : round.work) {
      std::optional<Attempt> attempt = AttemptAt({session, planned, round, work, prefix});
      if (!attempt) continue;
      attempt->session = id;
      attempt->at = at;
      digest.attempts.push_back(*std::move(attempt));
    }
    if (!card || r >= card->rounds.size()) continue;
    RoundResult& result = digest.rounds.emplace_back(ResultOf(card->rounds[r], at));
    result.session = id;
    result.spent =
        WithoutPauses(session, round.started.value_or(*round.submitted), *round.submitted);
  }
  return digest;
}

}  // namespace interview
