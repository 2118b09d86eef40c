// The way of a session through its rounds: start, phases, questions, time, submission, scoring.
#include "interview/session/session_step.h"

#include <algorithm>

#include "interview/session/blank.h"
#include "interview/session/interviewer.h"
#include "interview/session/score_card.h"

namespace interview {
namespace {

bool Within(int index, std::size_t size) {
  return index >= 0 && static_cast<std::size_t>(index) < size;
}

}  // namespace

void Session::Step::operator()(const event::SessionStarted& e) {
  if (s_.stage_ != Stage::kNotStarted || !s_.rounds_.empty() || e.plan.rounds.empty()) return;
  s_.plan_ = e.plan;
  s_.seed_ = e.seed;
  for (const PlannedRound& planned : e.plan.rounds) {
    RoundRecord record;
    for (const PlannedQuestion& q : planned.questions) {
      QuestionWork work;
      work.id = q.id;
      work.question = s_.lookup_ ? s_.lookup_(q.id) : nullptr;
      work.answer.question = q.id;
      if (planned.kind == RoundKind::kCoding) work.answer.language = e.plan.language;
      record.work.push_back(std::move(work));
    }
    s_.rounds_.push_back(std::move(record));
  }
  Append(event::RoundStarted{0});
}

void Session::Step::operator()(const event::RoundStarted& e) {
  const bool waiting = s_.stage_ == Stage::kNotStarted || s_.stage_ == Stage::kBreak;
  if (!waiting || e.round != s_.round_ + 1 || !Within(e.round, s_.rounds_.size())) return;
  s_.stage_ = Stage::kInRound;
  s_.round_ = e.round;
  Round().started = at_;
  s_.last_activity_ = at_;
  Say(Greeting(Voice(), s_.plan_, e.round, WordingSeed()));
  if (Planned().kind != RoundKind::kConcepts) Append(event::PhaseEntered{0});
  if (!Round().work.empty()) Append(event::QuestionShown{0});
}

void Session::Step::operator()(const event::PhaseEntered& e) {
  if (!InRound() || Planned().kind == RoundKind::kConcepts) return;
  if (!Within(e.phase, Planned().phases.size())) return;
  EnterPhase(e.phase);
  s_.last_activity_ = at_;
  if (Round().work.empty()) return;
  const PhaseId& phase = Planned().phases[static_cast<std::size_t>(e.phase)].id;
  QuestionWork& work = Work();
  event::InterviewerSaid prompt = PhasePrompt(Voice(), Planned().kind, phase, WordingSeed());
  const bool asked = std::any_of(work.asked.begin(), work.asked.end(),
                                 [&](const AskedFollowUp& a) { return a.why == prompt.why; });
  if (!asked) Say(std::move(prompt));
  const bool any_follow_up =
      std::any_of(work.asked.begin(), work.asked.end(), [](const AskedFollowUp& a) {
        return a.field.kind == TextField::Kind::kFollowUp || a.why.starts_with("pushback:");
      });
  if (FollowUpsOnEntering(Planned().kind, phase) > 0 && !any_follow_up) {
    Evaluate(EvaluationKind::kRubric, work).asks = true;
  }
}

void Session::Step::EnterPhase(int phase) {
  RoundRecord& round = Round();
  if (!round.phases.empty() && !round.phases.back().to) {
    if (round.phases.back().phase == phase) return;
    round.phases.back().to = at_;
  }
  round.phase = phase;
  round.phases.push_back({phase, at_, std::nullopt});
}

void Session::Step::operator()(const event::QuestionShown& e) {
  if (!InRound() || !Within(e.question, Round().work.size())) return;
  const bool concepts = Planned().kind == RoundKind::kConcepts;
  if (concepts && e.question < Round().question) return;
  Round().question = e.question;
  QuestionWork& work = Work();
  if (concepts && Within(e.question, Planned().phases.size())) EnterPhase(e.question);
  s_.last_activity_ = at_;
  if (work.shown) return;
  work.shown = at_;
  Say(PresentQuestion(Voice(), Planned(), e.question, WordingSeed()));
  ShowStarter(work);
}

void Session::Step::operator()(const event::TimePassed&) {
  if (s_.stage_ == Stage::kBreak && at_ >= s_.break_end_) Append(event::BreakEnded{});
  if (s_.stage_ == Stage::kScoring) ScoreWhenReady();
  if (!InRound()) return;
  if (s_.Clock(at_).over) {
    Append(event::RoundSubmitted{true});
    return;
  }
  Remind();
  NudgeWhenQuiet();
}

void Session::Step::Remind() {
  const RoundClock clock = s_.Clock(at_);
  const std::string_view due = DueReminder(clock.elapsed, clock.length);
  if (due.empty()) return;
  std::string said;
  for (const Utterance& u : s_.conversation_) {
    if (u.round == s_.round_ && u.why.rfind("reminder:", 0) == 0) said = u.why.substr(9);
  }
  if (ReminderIsLater(due, said)) Say(Reminder(Voice(), due, WordingSeed()));
}

void Session::Step::NudgeWhenQuiet() {
  const RoundRecord& round = Round();
  if (!Within(round.phase, Planned().phases.size()) || round.work.empty()) return;
  const PhaseId& phase = Planned().phases[static_cast<std::size_t>(round.phase)].id;
  if (!NudgesIn(Planned().kind, phase) || at_ - s_.last_activity_ < kNudgeAfter) return;
  // Once in each quiet spell.
  for (const Utterance& u : s_.conversation_) {
    if (u.why == "nudge" && u.at >= s_.last_activity_) return;
  }
  Say(Nudge(Voice(), WordingSeed()));
}

void Session::Step::operator()(const event::Paused&) {
  if (!InRound() || s_.plan_.kind != SessionKind::kDrill) return;
  s_.stage_ = Stage::kPaused;
  Round().paused = true;
  s_.pauses_.push_back({at_, std::nullopt, s_.round_});
}

void Session::Step::operator()(const event::Resumed&) {
  if (s_.stage_ == Stage::kPaused) {
    s_.pauses_.back().to = at_;
    s_.stage_ = Stage::kInRound;
  }
  s_.last_activity_ = at_;
  RepeatWhatWasLost();
}

void Session::Step::RepeatWhatWasLost() {
  if (s_.stage_ == Stage::kNotStarted && !s_.rounds_.empty()) Append(event::RoundStarted{0});
  if (s_.stage_ == Stage::kScoring) ScoreWhenReady();
  if (!InRound() || Round().work.empty()) return;
  if (Planned().kind != RoundKind::kConcepts && Round().phases.empty()) {
    Append(event::PhaseEntered{0});
  }
  if (!Work().shown) {
    Append(event::QuestionShown{Round().question});
  } else if (Work().sources.empty()) {
    ShowStarter(Work());
  }
}

void Session::Step::operator()(const event::BreakEnded&) {
  if (s_.stage_ == Stage::kBreak) Append(event::RoundStarted{s_.round_ + 1});
}

void Session::Step::operator()(const event::QuestionFinished&) {
  if (!InRound() || Round().work.empty()) return;
  Work().finished = true;
  const int next = Round().question + 1;
  if (!Within(next, Round().work.size())) {
    Append(event::RoundSubmitted{false});
    return;
  }
  if (Planned().kind != RoundKind::kConcepts) Append(event::PhaseEntered{0});
  Append(event::QuestionShown{next});
}

void Session::Step::operator()(const event::RoundSubmitted& e) {
  if (!InRound() && s_.stage_ != Stage::kPaused) return;
  CloseRound(e.automatic);
  s_.stage_ = Stage::kSelfRating;
}

void Session::Step::CloseRound(bool automatic) {
  if (s_.stage_ == Stage::kPaused) s_.pauses_.back().to = at_;
  RoundRecord& round = Round();
  round.submitted = at_;
  round.automatic = automatic;
  if (!round.phases.empty() && !round.phases.back().to) round.phases.back().to = at_;
  // What would only be shown or said in the room is not needed any more.
  std::erase_if(s_.pending_, [](const auto& entry) {
    const EvaluationKind kind = entry.second.request.kind;
    return kind == EvaluationKind::kFacts || kind == EvaluationKind::kRunVisible ||
           kind == EvaluationKind::kRunCustom || kind == EvaluationKind::kShrink;
  });
  for (QuestionWork& work : round.work) EvaluateAll(work);
}

void Session::Step::EvaluateAll(QuestionWork& work) {
  const RoundKind kind = Planned().kind;
  if (kind == RoundKind::kCoding || kind == RoundKind::kMlCoding) {
    const std::pair<Language, std::string> code = {work.answer.language, work.answer.source};
    if (work.HasCode() && work.judged != code) Evaluate(EvaluationKind::kJudge, work);
    if (kind == RoundKind::kCoding && !work.answer.tests.empty()) {
      Evaluate(EvaluationKind::kOwnTests, work);
    }
  }
  if (kind == RoundKind::kSystemDesign) {
    if (work.answer.board.has_parts()) Evaluate(EvaluationKind::kDiagram, work);
    const bool estimated = std::any_of(work.answer.estimates.begin(), work.answer.estimates.end(),
                                       [](const auto& e) { return !IsBlank(e.second); });
    if (estimated) Evaluate(EvaluationKind::kEstimates, work);
  }
  if (work.HasProse()) {
    Evaluate(EvaluationKind::kRubric, work);
  } else {
    DropPending(EvaluationKind::kRubric, work.id, {});
  }
  for (const auto& [id, text] : work.answer.follow_ups) {
    if (IsBlank(text)) continue;
    if (work.question != nullptr && work.question->FindFollowUp(id) == nullptr) continue;
    Evaluate(EvaluationKind::kFollowUp, work, id);
  }
}

void Session::Step::operator()(const event::SelfRated& e) {
  if (s_.score_card_ || !Within(e.round, s_.rounds_.size())) return;
  RoundRecord& round = s_.rounds_[static_cast<std::size_t>(e.round)];
  if (!round.submitted) return;
  for (const auto& [dimension, rating] : e.ratings) {
    round.self_rating[dimension] = std::clamp(rating, 1.0, 4.0);
  }
  round.self_rated = true;
  if (s_.stage_ == Stage::kSelfRating && e.round == s_.round_) NextRound();
}

void Session::Step::NextRound() {
  if (!Within(s_.round_ + 1, s_.rounds_.size())) {
    s_.stage_ = Stage::kScoring;
    ScoreWhenReady();
    return;
  }
  s_.stage_ = Stage::kBreak;
  s_.break_end_ = at_ + Planned().break_after;
  if (Planned().break_after <= Duration::zero()) Append(event::BreakEnded{});
}

void Session::Step::operator()(const event::SessionEnded&) {
  switch (s_.stage_) {
    case Stage::kInRound:
    case Stage::kPaused:
      CloseRound(false);
      break;
    case Stage::kSelfRating:
    case Stage::kBreak:
      break;
    default:
      return;
  }
  s_.ended_early_ = true;
  s_.stage_ = Stage::kScoring;
  ScoreWhenReady();
}

void Session::Step::ScoreWhenReady() {
  if (!s_.pending_.empty() || s_.score_card_) return;
  Append(event::Scored{ScoreSession({s_.plan_, s_.rounds_, s_.pauses_, s_.failures_}, s_.rules_)});
}

void Session::Step::operator()(const event::Scored& e) {
  if (s_.stage_ != Stage::kScoring) return;
  s_.score_card_ = e.card;
  s_.pending_.clear();
  s_.stage_ = Stage::kFinished;
}

void Session::Step::operator()(const event::LlmSwitched& e) { s_.llm_switch_ = e.on; }

void Session::Step::operator()(const event::FeedbackArrived& e) {
  s_.feedback_.push_back({at_, e.feedback});
}

void Session::Step::operator()(const event::NoteAdded& e) {
  if (!IsBlank(e.text)) s_.notes_.push_back({at_, e});
}

void Session::Step::operator()(const event::ScoreAppealed& e) {
  if (s_.score_card_ && Within(e.round, s_.rounds_.size()) && e.score >= 1 && e.score <= 4) {
    s_.appeals_.push_back({at_, e});
  }
}

}  // namespace interview
