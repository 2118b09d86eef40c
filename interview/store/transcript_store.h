// Stored sessions: their events as they happen, and the list of all.
// Main thread only. A failed Append has written nothing; the caller keeps the events and tries
// again.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "interview/base/clock.h"
#include "interview/base/result.h"
#include "interview/model/question_record.h"
#include "interview/model/transcript.h"
#include "interview/schedule/session_digest.h"
#include "interview/store/database.h"

namespace interview {

class TranscriptStore {
 public:
  static Result<TranscriptStore> Open(const std::filesystem::path& path);

  // A new session. Fails with kInvalid when the id is taken.
  Status Create(const SessionSummary& session, const std::vector<QuestionId>& questions);

  // Appends events whose first has number `first_seq` (from 0). On the disk when it returns.
  Status Append(const SessionId& id, std::int64_t first_seq, std::span<const Event> events);

  // Marks the end of a session and what the list shows of it.
  Status Finish(const SessionId& id, std::optional<double> score, const std::string& decision);

  // All events in order. kNotFound for an unknown id, kCorrupt where an event cannot be read.
  Result<std::vector<Event>> Load(const SessionId& id);
  Result<SessionSummary> Find(const SessionId& id);
  // Newest first.
  Result<std::vector<SessionSummary>> List(int limit = 10000);
  // What is known of each question that was ever planned.
  Result<std::map<QuestionId, QuestionRecord>> Records();
  // The digests of all sessions that have one of kDigestVersion, for ParseDigestText.
  Result<interview::DigestTexts> DigestTexts();
  // Keeps them in the place of older ones.
  Status KeepDigests(const std::map<SessionId, SessionDigest>& digests);
  // When each question was last planned.
  Result<std::map<QuestionId, WallTime>> LastUsed();

 private:
  explicit TranscriptStore(Database database) : database_(std::move(database)) {}
  // The text of the last edit that was written, and where the next one goes.
  struct LastEdit {
    SessionId session;
    std::int64_t next_seq = 0;
    TextField field;
  };

  Database database_;
  std::optional<LastEdit> last_edit_;
};

}  // namespace interview
