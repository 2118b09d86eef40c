// Offers, generations, deadlines.
#include "app/core/interviewer_voice.h"

#include <algorithm>

#include "evaluators/llm/board_text.h"
#include "interview/base/log.h"
#include "interview/session/interviewer.h"

namespace app {
namespace {

using interview::event::LineKept;
using std::chrono::steady_clock;

constexpr int kMostFailures = 3;  // moments in a row before the endpoint is left alone

template <class... Kinds>
bool IsOneOf(const interview::EventPayload& payload) {
  return (std::holds_alternative<Kinds>(payload) || ...);
}

// After what the candidate does, what was to be said before is not worth waiting for; what the
// script does can belong to the same moment.
bool MovesOn(const interview::Event& event, interview::Duration moment) {
  using namespace interview::event;
  return IsOneOf<CandidateSaid, Paused, RoundSubmitted, SessionEnded>(event.payload) ||
         (IsOneOf<InterviewerSaid, PhaseEntered, QuestionShown>(event.payload) &&
          event.at > moment);
}

std::string Seconds(std::chrono::milliseconds time) {
  return std::to_string(time.count() / 1000) + " s";
}

}  // namespace

evaluators::VoiceLine DescribeLine(const interview::Session& session, std::size_t line) {
  const auto& conversation = session.conversation();
  const interview::Utterance& said = conversation[line];
  evaluators::VoiceLine described;
  described.why = said.why;
  described.script = said.text;
  for (std::size_t i = 0; i < line; ++i) {
    const interview::Utterance& before = conversation[i];
    if (before.round != said.round) continue;
    const bool candidate = before.speaker == interview::Speaker::kCandidate;
    described.conversation.push_back({candidate, before.words()});
    if (candidate) described.message = before.text;
  }
  const interview::QuestionWork* work = session.current_work();
  if (work == nullptr) return described;
  described.question = work->question;
  described.facts_uncovered = work->facts_uncovered;
  described.hint_level = work->hint_level;
  for (const auto& [part, text] : work->answer.prose) described.notes += text + "\n\n";
  for (const auto& [id, text] : work->answer.follow_ups) described.notes += text + "\n\n";
  if (work->HasCode()) described.code = work->answer.source;
  described.whiteboard = evaluators::BoardText(work->answer.board);
  return described;
}

InterviewerVoice::InterviewerVoice(Doors doors, JobRunner* jobs, OpenSession* open, Act act)
    : doors_(std::move(doors)), jobs_(jobs), open_(open), act_(std::move(act)) {}

std::vector<LineKept> InterviewerVoice::Hear(const interview::Event& event) {
  std::vector<LineKept> late;
  if (!doors_.is_on) return late;
  if (std::holds_alternative<interview::event::RoundStarted>(event.payload)) failures_ = 0;
  if (MovesOn(event, moment_)) {
    late = KeepAll("superseded");
    ++generation_;
    moment_ = event.at;
  }
  const auto* said = std::get_if<interview::event::InterviewerSaid>(&event.payload);
  const auto& conversation = open_->session->conversation();
  const bool offered = said != nullptr && interview::MayBePhrased(said->why) &&
                       open_->session->stage() == interview::Stage::kInRound &&
                       !conversation.empty() && conversation.back().text == said->text;
  if (offered && failures_ < kMostFailures && doors_.is_on()) Ask(conversation.size() - 1);
  return late;
}

void InterviewerVoice::Ask(std::size_t line) {
  const interview::Result<evaluators::LlmEndpoint> endpoint = doors_.endpoint();
  if (!endpoint) {
    (void)NoteFailure(endpoint.error(), generation_);
    return;
  }
  evaluators::VoiceLine described = DescribeLine(*open_->session, line);
  described.manner = doors_.personas->Find(open_->session->plan().persona).title();
  auto progress = std::make_shared<evaluators::VoiceProgress>();
  const auto work = [endpoint = *endpoint, described, lexicon = doors_.lexicon,
                     progress](std::stop_token stop) {
    return evaluators::PhraseLine(endpoint, described, *lexicon, progress.get(), stop);
  };
  const auto done = [this, line,
                     generation = generation_](interview::Result<evaluators::PhrasedLine> reply) {
    Arrive(line, generation, std::move(reply));
  };
  offers_[line] = {generation_, steady_clock::now(), progress,
                   jobs_->Start<evaluators::PhrasedLine>(Lane::kNet, work, done)};
  open_->unspoken.insert(line);
}

void InterviewerVoice::Arrive(std::size_t line, int generation,
                              interview::Result<evaluators::PhrasedLine> reply) {
  const auto offer = offers_.find(line);
  if (offer == offers_.end() || offer->second.generation != generation) return;
  const bool spoke = offer->second.progress->spoke;
  Forget(line);
  if (!doors_.is_on()) {
    act_(LineKept{line, "switched off"});
  } else if (!reply) {
    const std::string why = NoteFailure(reply.error(), generation);
    const bool late = reply.error().code == interview::ErrorCode::kTimeout;
    const std::string limit = spoke ? "not complete after " + Seconds(evaluators::kVoiceWhole)
                                    : "first token after " + Seconds(evaluators::kVoiceFirstToken);
    act_(LineKept{line, late ? limit : why});
  } else {
    failures_ = 0;
    if (reply->broken.empty()) {
      act_(interview::event::LinePhrased{line, reply->text, reply->model, reply->fact,
                                         reply->latency_ms});
    } else {
      act_(LineKept{line, reply->broken});
    }
  }
}

std::string InterviewerVoice::NoteFailure(const interview::Error& error, int generation) {
  interview::LogError(error);
  if (generation != failed_generation_) ++failures_;
  failed_generation_ = generation;
  if (!told_ && doors_.tell) {
    doors_.tell("The interviewer speaks from the script alone. " + error.message);
  }
  told_ = true;
  return error.message;
}

std::vector<LineKept> InterviewerVoice::Overdue() {
  if (offers_.empty()) return {};
  if (!doors_.is_on()) return KeepAll("switched off");
  std::vector<LineKept> late;
  const SteadyTime now = steady_clock::now();
  for (const auto& [line, offer] : offers_) {
    const bool spoke = offer.progress->spoke;
    const auto limit = spoke ? evaluators::kVoiceWhole : evaluators::kVoiceFirstToken;
    if (now - offer.offered < limit) continue;
    const std::string why = (spoke ? "not complete after " : "first token after ") + Seconds(limit);
    late.push_back({line, why});
  }
  for (const LineKept& kept : late) {
    const int generation = offers_.at(kept.line).generation;
    Forget(kept.line);
    (void)NoteFailure({interview::ErrorCode::kTimeout,
                       "The LLM endpoint is too slow for a conversation (" + kept.why +
                           "); name a faster model in llm.model, or turn llm.voice off.",
                       {}},
                      generation);
  }
  return late;
}

std::optional<InterviewerVoice::SteadyTime> InterviewerVoice::Due() const {
  std::optional<SteadyTime> due;
  for (const auto& [line, offer] : offers_) {
    const SteadyTime limit = offer.offered + (offer.progress->spoke ? evaluators::kVoiceWhole
                                                                    : evaluators::kVoiceFirstToken);
    due = due ? std::min(*due, limit) : limit;
  }
  return due;
}

std::vector<LineKept> InterviewerVoice::KeepAll(const std::string& why) {
  std::vector<LineKept> kept;
  for (const auto& [line, offer] : offers_) kept.push_back({line, why});
  for (const LineKept& k : kept) Forget(k.line);
  return kept;
}

void InterviewerVoice::Forget(std::size_t line) {
  offers_.erase(line);
  open_->unspoken.erase(line);
}

}  // namespace app
