// The loop between session, store and evaluators.
#include "app/core/session_driver.h"

#include <algorithm>
#include <variant>

#include "interview/base/log.h"

namespace app {
namespace {

using interview::Duration;
using std::chrono::duration_cast;
using std::chrono::steady_clock;

constexpr std::chrono::milliseconds kWriteDelay{400};
constexpr std::chrono::milliseconds kRetryDelay{2000};
constexpr std::chrono::milliseconds kWarmUpEvery{1000};
constexpr std::chrono::milliseconds kPauseInTyping{400};

Lane LaneOf(interview::EvaluationKind kind) {
  switch (kind) {
    case interview::EvaluationKind::kRunVisible:
    case interview::EvaluationKind::kRunCustom:
    case interview::EvaluationKind::kShrink:
    case interview::EvaluationKind::kJudge:
    case interview::EvaluationKind::kOwnTests:
      return Lane::kJudge;
    default:
      return Lane::kGrade;
  }
}

// Typing and drawing may wait for the next write; everything else is written at once.
bool MayWait(const interview::EventPayload& payload) {
  return std::holds_alternative<interview::event::TextEdited>(payload) ||
         std::holds_alternative<interview::event::BoardEdited>(payload);
}

}  // namespace

SessionDriver::SessionDriver(Doors doors, OpenSession* open)
    : doors_(std::move(doors)),
      open_(open),
      voice_(doors_.voice, doors_.jobs, open,
             [this](interview::EventPayload payload) { Act(std::move(payload)); }),
      origin_(steady_clock::now()) {}

Duration SessionDriver::Now() const {
  return duration_cast<Duration>(steady_clock::now() - origin_);
}

interview::Status SessionDriver::Start(const interview::SessionPlan& plan, std::uint64_t seed) {
  interview::SessionSummary summary;
  summary.id = open_->id;
  summary.started = open_->started;
  summary.kind = plan.kind;
  summary.title = plan.title;
  std::vector<interview::QuestionId> questions;
  for (const interview::PlannedRound& round : plan.rounds) {
    for (const interview::PlannedQuestion& question : round.questions)
      questions.push_back(question.id);
  }
  if (interview::Status s = doors_.store->Create(summary, questions); !s) return s;
  origin_ = steady_clock::now();
  Happen({Duration(0), interview::event::SessionStarted{plan, seed}});
  return Flush();
}

void SessionDriver::Resume() {
  open_->stored = open_->events.size();
  const Duration last = open_->events.empty() ? Duration(0) : open_->events.back().at;
  origin_ = steady_clock::now() - last;
  const auto pending = open_->session->pending();
  Act(interview::event::Resumed{});
  for (const auto& [ticket, evaluation] : pending) StartEvaluation(ticket, evaluation.request);
}

void SessionDriver::Act(interview::EventPayload payload) {
  if (auto* drawn = std::get_if<interview::event::BoardEdited>(&payload)) {
    const interview::QuestionWork* work = WorkOn(drawn->question);
    if (work != nullptr && drawn->change.whole) {
      drawn->change = interview::MakeBoardChange(work->answer.board, drawn->change.put);
      if (drawn->change.empty()) return;
    }
  }
  Happen({Now(), std::move(payload)});
}

void SessionDriver::EditText(const interview::TextField& field, const std::string& text) {
  const interview::QuestionWork* work = WorkOn(field.question);
  if (work == nullptr) return;
  interview::event::TextEdited edit = interview::MakeEdit(work->Text(field), text);
  if (edit.removed == 0 && edit.inserted.empty()) return;
  edit.field = field;
  Act(std::move(edit));
}

const interview::QuestionWork* SessionDriver::WorkOn(const interview::QuestionId& question) const {
  const interview::RoundRecord* round = open_->session->current_round();
  if (round == nullptr) return nullptr;
  const auto found =
      std::find_if(round->work.begin(), round->work.end(),
                   [&](const interview::QuestionWork& work) { return work.id == question; });
  return found == round->work.end() ? nullptr : &*found;
}

void SessionDriver::Happen(interview::Event event) {
  open_->now = event.at;
  const std::vector<interview::Effect> effects = open_->session->Handle(event);
  if (!std::holds_alternative<interview::event::TimePassed>(event.payload) || !effects.empty()) {
    const bool at_once = !MayWait(event.payload);
    if (open_->events.size() == open_->stored) unsaved_since_ = steady_clock::now();
    if (at_once && !open_->disk_refuses) unsaved_since_ = SteadyTime{};
    open_->events.push_back(event);
    warm_up_due_ = true;
  }
  if (const auto* edit = std::get_if<interview::event::TextEdited>(&event.payload)) {
    NoteEdit(edit->field);
  }
  LetVoiceHear(event);
  for (const interview::Effect& effect : effects) Perform(effect, event.at);
  DropStaleJobs();
  MarkFinished();
}

void SessionDriver::LetVoiceHear(const interview::Event& event) {
  for (interview::event::LineKept& kept : voice_.Hear(event)) {
    Happen({event.at, std::move(kept)});
  }
}

void SessionDriver::Perform(const interview::Effect& effect, Duration at) {
  if (const auto* append = std::get_if<interview::effect::Append>(&effect)) {
    Happen({at, append->payload});
  } else if (const auto* evaluate = std::get_if<interview::effect::Evaluate>(&effect)) {
    StartEvaluation(evaluate->ticket, evaluate->request);
  }
}

void SessionDriver::StartEvaluation(interview::Ticket ticket,
                                    interview::EvaluationRequest request) {
  request.progress = std::make_shared<interview::EvaluationProgress>();
  open_->progress[ticket] = request.progress;
  const auto work = [evaluators = doors_.evaluators, request](std::stop_token stop) {
    return evaluators->Evaluate(request, stop);
  };
  const auto done = [this, ticket,
                     kind = request.kind](interview::Result<interview::Evaluation> result) {
    handles_.erase(ticket);
    open_->progress.erase(ticket);
    if (result) {
      Act(interview::event::EvaluationArrived{ticket, *std::move(result)});
    } else {
      interview::LogError(result.error());
      Act(interview::event::EvaluationFailed{ticket, kind, result.error().message});
    }
    if (LaneOf(kind) == Lane::kJudge) WarmUp();  // what this one took, for the next
  };
  handles_[ticket] = doors_.jobs->Start<interview::Evaluation>(LaneOf(request.kind), work, done);
}

// Readies the judge for a run of the code on the screen.
void SessionDriver::WarmUp() {
  warm_up_due_ = false;
  warmed_up_ = steady_clock::now();
  const interview::QuestionWork* work = open_->session->current_work();
  if (open_->session->stage() != interview::Stage::kInRound || !work || !work->question) return;
  const interview::RoundKind kind = work->question->kind;
  if (kind != interview::RoundKind::kCoding && kind != interview::RoundKind::kMlCoding) return;
  interview::EvaluationRequest request;
  request.kind = interview::EvaluationKind::kRunVisible;
  request.question = work->question;
  request.answer = work->answer;
  const auto warm_up = [evaluators = doors_.evaluators, request](std::stop_token) {
    evaluators->WarmUp(request);
    return interview::Result<bool>(true);
  };
  warm_up_ = doors_.jobs->Start<bool>(Lane::kJudge, warm_up, [](const interview::Result<bool>&) {});
}

void SessionDriver::NoteEdit(const interview::TextField& field) {
  if (field.kind != interview::TextField::Kind::kCode) return;
  compile_.Cancel();
  compile_due_ = steady_clock::now() + kPauseInTyping;
}

// Nobody waits for it and nothing is shown: a run of the same source finds the program.
void SessionDriver::CompileAhead() {
  compile_due_.reset();
  const interview::QuestionWork* work = open_->session->current_work();
  if (open_->session->stage() != interview::Stage::kInRound || !work || !work->question) return;
  if (work->question->kind != interview::RoundKind::kCoding ||
      work->answer.language != interview::Language::kCpp) {
    return;
  }
  interview::EvaluationRequest request;
  request.kind = interview::EvaluationKind::kRunVisible;
  request.question = work->question;
  request.answer = work->answer;
  const auto compile = [evaluators = doors_.evaluators, request](std::stop_token stop) {
    evaluators->Prepare(request, stop);
    return interview::Result<bool>(true);
  };
  compile_ =
      doors_.jobs->Start<bool>(Lane::kCompile, compile, [](const interview::Result<bool>&) {});
}

std::optional<std::chrono::milliseconds> SessionDriver::UntilDue() const {
  std::optional<SteadyTime> due = compile_due_;
  if (open_->events.size() > open_->stored) {
    const SteadyTime write = unsaved_since_ + kWriteDelay;
    due = due ? std::min(*due, write) : write;
  }
  if (const auto decision = voice_.Due()) due = due ? std::min(*due, *decision) : *decision;
  if (!due) return std::nullopt;
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(*due - steady_clock::now());
  return std::max(left, std::chrono::milliseconds(0));
}

void SessionDriver::DropStaleJobs() {
  std::erase_if(handles_, [&](const auto& entry) {
    return !open_->session->pending().contains(entry.first);
  });
  std::erase_if(open_->progress,
                [&](const auto& entry) { return !handles_.contains(entry.first); });
}

void SessionDriver::MarkFinished() {
  if (finished_ || open_->session->stage() != interview::Stage::kFinished) return;
  const auto& card = open_->session->score_card();
  if (!card) return;
  std::string decision = card->decision;
  std::optional<double> score = card->score;
  if (open_->session->plan().kind == interview::SessionKind::kDrill && !card->rounds.empty()) {
    decision = card->rounds.front().band;
    score = card->rounds.front().score;
  }
  if (interview::Status s = Flush(); !s) return;
  if (interview::Status s = doors_.store->Finish(open_->id, score, decision); !s) {
    doors_.report(s.error());
    return;
  }
  finished_ = true;
}

void SessionDriver::Tick() {
  Happen({Now(), interview::event::TimePassed{}});
  for (interview::event::LineKept& kept : voice_.Overdue()) Act(std::move(kept));
  if (open_->events.size() > open_->stored && steady_clock::now() - unsaved_since_ >= kWriteDelay) {
    (void)Flush();  // has told the user
  }
  if (compile_due_ && steady_clock::now() >= *compile_due_) CompileAhead();
  if (warm_up_due_ && !busy() && steady_clock::now() - warmed_up_ >= kWarmUpEvery) WarmUp();
}

interview::Status SessionDriver::Flush() {
  const std::span<const interview::Event> unsaved(open_->events.data() + open_->stored,
                                                  open_->events.size() - open_->stored);
  if (unsaved.empty()) return {};
  interview::Status s =
      doors_.store->Append(open_->id, static_cast<std::int64_t>(open_->stored), unsaved);
  if (s) {
    open_->stored = open_->events.size();
    open_->disk_refuses = false;
    return s;
  }
  if (!open_->disk_refuses) doors_.report(s.error());
  open_->disk_refuses = true;
  unsaved_since_ = steady_clock::now() + kRetryDelay - kWriteDelay;
  return s;
}

}  // namespace app
