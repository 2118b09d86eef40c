// Kept digests, missing digests, and the standing, one job after the other.
#include "app/core/standing_reader.h"

#include <chrono>

#include "app/core/iso_day.h"
#include "interview/base/log.h"
#include "interview/session/digest.h"
#include "interview/session/session.h"

namespace app {
namespace {

using interview::Result;
using interview::SessionDigest;
using interview::SessionId;
using Clock = std::chrono::steady_clock;

// How long the main thread reads transcripts before the next frame may come.
constexpr std::chrono::milliseconds kReadAtOnce(8);

struct Transcript {
  SessionId id;
  interview::WallTime started{};
  std::vector<interview::Event> events;
};

Digests Parse(const interview::DigestTexts& texts, const std::stop_token& stop) {
  Digests digests;
  for (const auto& [id, text] : texts) {
    if (stop.stop_requested()) break;
    Result<SessionDigest> digest = interview::ParseDigestText(text, id);
    // One that cannot be read is made anew.
    if (digest) digests[id] = std::make_shared<const SessionDigest>(*std::move(digest));
  }
  return digests;
}

}  // namespace

void StandingReader::Ask(interview::WallTime now) {
  now_ = now;
  if (!has_read_) return ReadKept();
  MakeMissing();
}

void StandingReader::ReadKept() {
  Result<interview::DigestTexts> texts = doors_.store->DigestTexts();
  if (!texts) return doors_.done(Forward(texts));
  job_ = doors_.jobs->Start<Digests>(
      Lane::kFiles,
      [texts = *std::move(texts)](std::stop_token stop) {
        return Result<Digests>(Parse(texts, stop));
      },
      [this](Result<Digests> digests) {
        known_ = *std::move(digests);
        has_read_ = true;
        MakeMissing();
      });
}

void StandingReader::MakeMissing() {
  std::vector<Transcript> transcripts;
  std::size_t missing = 0;
  const Clock::time_point end = Clock::now() + kReadAtOnce;
  for (const interview::SessionSummary& summary : doors_.state->history) {
    if (!summary.finished || known_.contains(summary.id) || unreadable_.contains(summary.id)) {
      continue;
    }
    ++missing;
    if (Clock::now() > end) continue;
    Result<std::vector<interview::Event>> events = doors_.store->Load(summary.id);
    if (events) {
      transcripts.push_back({summary.id, summary.started, *std::move(events)});
    } else {
      interview::LogError(events.error());
      unreadable_.insert(summary.id);
    }
  }
  doors_.state->standing_to_read = missing;
  if (transcripts.empty()) return Reckon();
  using Made = std::map<SessionId, SessionDigest>;
  const auto make = [transcripts = std::move(transcripts), bank = doors_.state->bank,
                     rules = doors_.state->rules,
                     personas = doors_.state->personas](std::stop_token stop) -> Result<Made> {
    Made made;
    const auto lookup = [&bank](const interview::QuestionId& id) { return bank.Find(id); };
    for (const Transcript& transcript : transcripts) {
      if (stop.stop_requested()) break;
      interview::Session session(lookup, rules, personas);
      for (const interview::Event& event : transcript.events) (void)session.Handle(event);
      made.emplace(transcript.id, MakeDigest(transcript.id, transcript.started, session));
    }
    return made;
  };
  job_ = doors_.jobs->Start<Made>(Lane::kFiles, make, [this](Result<Made> made) {
    if (interview::Status s = doors_.store->KeepDigests(*made); !s) interview::LogError(s.error());
    for (auto& [id, digest] : *made) {
      known_[id] = std::make_shared<const SessionDigest>(std::move(digest));
    }
    MakeMissing();
  });
}

void StandingReader::Reckon() {
  const AppState& state = *doors_.state;
  StandingInput input{state.bank.questions(),
                      {},
                      state.loops,
                      state.settings.retention,
                      ParseIsoDay(state.settings.interview_day),
                      state.settings.hours_per_week,
                      now_};
  for (auto summary = state.history.rbegin(); summary != state.history.rend(); ++summary) {
    if (summary->finished) input.sessions.push_back({summary->id, summary->started, summary->kind});
  }
  using Made = std::shared_ptr<const Standing>;
  job_ = doors_.jobs->Start<Made>(
      Lane::kFiles,
      [input = std::move(input), digests = known_](std::stop_token) {
        return Result<Made>(std::make_shared<const Standing>(MakeStanding(input, digests)));
      },
      doors_.done);
}

}  // namespace app
