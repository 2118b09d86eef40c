// Digests made once and kept, cards made from them each time.
#include "app/core/standing.h"

#include <algorithm>
#include <array>
#include <ctime>

#include "interview/base/log.h"
#include "interview/session/digest.h"
#include "interview/session/session.h"

namespace app {
namespace {

using interview::Result;
using interview::SessionDigest;
using interview::SessionId;
using Digests = std::map<SessionId, SessionDigest>;

Result<SessionDigest> DigestOf(const interview::SessionSummary& summary,
                               interview::TranscriptStore* store, const AppState& state) {
  const Result<std::vector<interview::Event>> events = store->Load(summary.id);
  if (!events) return Forward(events);
  const auto lookup = [&state](const interview::QuestionId& id) { return state.bank.Find(id); };
  interview::Session session(lookup, state.rules, state.personas);
  for (const interview::Event& event : *events) (void)session.Handle(event);
  return MakeDigest(summary.id, summary.started, session);
}

// Those of finished sessions that have none yet.
Result<Digests> MakeMissing(const Digests& known, interview::TranscriptStore* store,
                            const AppState& state) {
  Digests made;
  for (const interview::SessionSummary& summary : state.history) {
    if (!summary.finished || known.count(summary.id) != 0) continue;
    Result<SessionDigest> digest = DigestOf(summary, store, state);
    if (digest) {
      made.emplace(summary.id, *std::move(digest));
    } else {
      interview::LogError(digest.error());
    }
  }
  if (made.empty()) return made;
  if (interview::Status s = store->KeepDigests(made); !s) return Forward(s);
  return made;
}

}  // namespace

Result<Standing> ReadStanding(interview::TranscriptStore* store, const AppState& state,
                              interview::WallTime now) {
  Result<Digests> digests = store->Digests();
  if (!digests) return Forward(digests);
  Result<Digests> made = MakeMissing(*digests, store, state);
  if (!made) return Forward(made);
  digests->merge(*made);
  Standing standing;
  std::vector<interview::Attempt> attempts;
  // The history is newest first.
  for (auto summary = state.history.rbegin(); summary != state.history.rend(); ++summary) {
    const auto digest = digests->find(summary->id);
    if (digest == digests->end()) continue;
    const auto& theirs = digest->second.attempts;
    attempts.insert(attempts.end(), theirs.begin(), theirs.end());
    standing.digests.push_back(std::move(digest->second));
  }
  standing.rules.retention = state.settings.retention;
  standing.rules.utc_offset = UtcOffset(now);
  standing.rules.three_solves = NonTrivialMediums(state.bank.questions());
  standing.queue = MakeReviewQueue(std::move(attempts), standing.rules);
  standing.today = interview::LocalDay(now, standing.rules.utc_offset);
  return standing;
}

std::chrono::minutes UtcOffset(interview::WallTime now) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
  std::tm parts{};
  localtime_r(&seconds, &parts);
  return std::chrono::minutes(parts.tm_gmtoff / 60);
}

std::string IsoDay(std::int64_t day) {
  const std::chrono::year_month_day date{
      std::chrono::sys_days(std::chrono::days(static_cast<std::int32_t>(day)))};
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

}  // namespace app
