// Lookups over the work on a question, and the clock of a round.
#include "interview/session/round_record.h"

#include <algorithm>

#include "interview/session/blank.h"

namespace interview {
namespace {

std::string TextOf(const std::map<std::string, std::string>& texts, const std::string& key) {
  const auto it = texts.find(key);
  return it == texts.end() ? std::string() : it->second;
}

std::string WithoutSpace(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!IsSpace(c)) out += c;
  }
  return out;
}

}  // namespace

bool QuestionWork::HasCode() const {
  const std::string code = WithoutSpace(answer.source);
  if (code.empty()) return false;
  const auto starter = starters.find(answer.language);
  return starter == starters.end() || code != WithoutSpace(starter->second);
}

bool QuestionWork::HasProse() const {
  for (const auto& [part, text] : answer.prose) {
    if (!IsBlank(text)) return true;
  }
  for (const std::string& message : answer.messages) {
    if (!IsBlank(message)) return true;
  }
  return false;
}

const Evaluation* QuestionWork::Find(EvaluationKind kind, const std::string& part) const {
  const auto it = evaluations.find({kind, part});
  return it == evaluations.end() ? nullptr : &it->second;
}

const Evaluation* QuestionWork::LastVisibleRun() const { return Find(EvaluationKind::kRunVisible); }

const Evaluation* QuestionWork::LastJudgement() const { return Find(EvaluationKind::kJudge); }

const TimedEvaluation* QuestionWork::LatestTested() const {
  const TimedEvaluation* latest = judgements.empty() ? nullptr : &judgements.back();
  const auto run = std::find_if(runs.rbegin(), runs.rend(), [](const TimedEvaluation& one) {
    return one.evaluation.kind == EvaluationKind::kRunVisible;
  });
  if (run != runs.rend() && (latest == nullptr || run->at > latest->at)) latest = &*run;
  return latest;
}

const Failure* QuestionWork::Shrinkable() const {
  const TimedEvaluation* latest = LatestTested();
  if (latest == nullptr || question == nullptr || question->kind != RoundKind::kCoding ||
      !latest->evaluation.judgement) {
    return nullptr;
  }
  const Judgement& judgement = *latest->evaluation.judgement;
  if (judgement.verdict != Verdict::kWrongAnswer && judgement.verdict != Verdict::kRuntimeError) {
    return nullptr;
  }
  if (!judgement.first_failure || !judgement.first_failure->shrunk_input.is_null()) return nullptr;
  return &*judgement.first_failure;
}

void QuestionWork::KeepShrunk(const Failure& small, Duration since) {
  const TimedEvaluation* latest = LatestTested();
  const Failure* failure = Shrinkable();
  if (failure == nullptr || failure->index != small.index || latest->at > since) return;
  for (std::vector<TimedEvaluation>* results : {&runs, &judgements}) {
    for (TimedEvaluation& one : *results) {
      if (&one != latest) continue;
      Failure& kept = *one.evaluation.judgement->first_failure;
      kept.shrunk_input = small.shrunk_input;
      kept.shrunk_expected = small.shrunk_expected;
      kept.shrunk_got = small.shrunk_got;
    }
  }
}

std::string QuestionWork::Text(const TextField& field) const {
  switch (field.kind) {
    case TextField::Kind::kCode: {
      const auto it = sources.find(ParseLanguage(field.part).value_or(answer.language));
      return it == sources.end() ? std::string() : it->second;
    }
    case TextField::Kind::kProse:
      return TextOf(answer.prose, field.part);
    case TextField::Kind::kEstimate:
      return TextOf(answer.estimates, field.part);
    case TextField::Kind::kFollowUp:
      return TextOf(answer.follow_ups, field.part);
    case TextField::Kind::kTests:
      return tests_text;
  }
  return {};
}

RoundClock ReadClock(const PlannedRound& planned, const RoundRecord& record,
                     const std::vector<PauseSpan>& pauses, Duration now) {
  RoundClock clock;
  clock.length = planned.length;
  clock.phase_elapsed.resize(planned.phases.size());
  for (const PlannedPhase& phase : planned.phases) clock.phase_budgets.push_back(phase.budget);
  if (record.started) {
    const Duration end = record.submitted.value_or(std::max(now, *record.started));
    // Time between two moments without what was paused of it.
    const auto running = [&](Duration from, Duration to) {
      Duration sum = std::max(Duration::zero(), to - from);
      for (const PauseSpan& pause : pauses) {
        const Duration overlap = std::min(to, pause.to.value_or(end)) - std::max(from, pause.from);
        sum -= std::max(Duration::zero(), overlap);
      }
      return sum;
    };
    clock.elapsed = running(*record.started, end);
    for (const PhaseSpan& span : record.phases) {
      const auto phase = static_cast<std::size_t>(span.phase);
      clock.phase_elapsed[phase] += running(span.from, span.to.value_or(end));
    }
  }
  clock.left = std::max(Duration::zero(), clock.length - clock.elapsed);
  clock.over = clock.elapsed >= clock.length;
  return clock;
}

}  // namespace interview
