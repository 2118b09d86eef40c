// What schedule and progress need of one finished session: its attempts and the scores of its
// rounds. Made from the transcript (interview/session/digest.h) and kept beside it, so that the
// transcripts need not be read again; it can be made anew at any time. Any thread; plain values.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "interview/base/json.h"
#include "interview/base/result.h"
#include "interview/schedule/attempt.h"

namespace interview {

// Of the making and the form: digests of another version are made anew.
inline constexpr int kDigestVersion = 2;

struct DimensionResult {
  double score = 0;  // 1-4
  std::optional<double> self_rating;
};

struct RoundResult {
  RoundKind kind = RoundKind::kCoding;
  WallTime at{};
  std::optional<double> score;                        // 1-4; empty: not enough observed
  std::map<DimensionId, DimensionResult> dimensions;  // those that were observed
  Duration spent{};                                   // in the round, without pauses
  SessionId session;
};

struct SessionDigest {
  std::vector<Attempt> attempts;
  std::vector<RoundResult> rounds;
};

// The session's id is that of the row it stands in; it is not written.
Json ToJson(const SessionDigest& digest);
Result<SessionDigest> ParseSessionDigest(const Json& json, const SessionId& session);
Result<SessionDigest> ParseDigestText(const std::string& text, const SessionId& session);

// As they are kept.
using DigestTexts = std::vector<std::pair<SessionId, std::string>>;

}  // namespace interview
