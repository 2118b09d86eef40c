// SQL behind transcript_store.h; the tables are described in sql/001_initial.sql.
#include "interview/store/transcript_store.h"

#include "interview/store/edit_payload.h"

namespace interview {
namespace {

std::int64_t Integer(const SqlValue& value) {
  const auto* number = std::get_if<std::int64_t>(&value);
  return number ? *number : 0;
}

std::string Text(const SqlValue& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text ? *text : std::string();
}

constexpr const char* kSummaryColumns = "id, started_ms, kind, title, finished, score, decision";

SessionSummary ReadSummary(const SqlRow& row) {
  SessionSummary summary;
  summary.id = Text(row[0]);
  summary.started = WallTime(std::chrono::milliseconds(Integer(row[1])));
  summary.kind = Text(row[2]) == "loop" ? SessionKind::kLoop : SessionKind::kDrill;
  summary.title = Text(row[3]);
  summary.finished = Integer(row[4]) != 0;
  if (const auto* score = std::get_if<double>(&row[5])) summary.score = *score;
  summary.decision = Text(row[6]);
  return summary;
}

}  // namespace

Result<TranscriptStore> TranscriptStore::Open(const std::filesystem::path& path) {
  Result<Database> database = Database::Open(path);
  if (!database) return Forward(database);
  return TranscriptStore(*std::move(database));
}

Status TranscriptStore::Create(const SessionSummary& session,
                               const std::vector<QuestionId>& questions) {
  return database_.Transact([&]() -> Status {
    const Result<std::vector<SqlRow>> taken =
        database_.Query("SELECT 1 FROM sessions WHERE id = ?", {session.id});
    if (!taken) return Forward(taken);
    if (!taken->empty()) {
      return Fail(ErrorCode::kInvalid, "There is a session " + session.id + " already.");
    }
    Status s =
        database_.Execute("INSERT INTO sessions (id, started_ms, kind, title) VALUES (?, ?, ?, ?)",
                          {session.id, std::int64_t{session.started.time_since_epoch().count()},
                           std::string(ToString(session.kind)), session.title});
    for (const QuestionId& question : questions) {
      if (!s) return s;
      s = database_.Execute("INSERT OR IGNORE INTO question_uses (question, session) VALUES (?, ?)",
                            {question, session.id});
    }
    return s;
  });
}

Status TranscriptStore::Append(const SessionId& id, std::int64_t first_seq,
                               std::span<const Event> events) {
  std::optional<TextField> field;
  if (last_edit_ && last_edit_->session == id && last_edit_->next_seq == first_seq) {
    field = last_edit_->field;
  }
  last_edit_.reset();
  std::int64_t seq = first_seq;
  Status written = database_.Transact([&]() -> Status {
    for (const Event& event : events) {
      const auto* edit = std::get_if<event::TextEdited>(&event.payload);
      const Json payload = edit ? EditPayload(*edit, field) : ToJson(event.payload);
      if (edit) field = edit->field;
      Status s = database_.Execute(
          "INSERT INTO events (session, seq, at_ms, name, payload) VALUES (?, ?, ?, ?, ?)",
          {id, seq++, std::int64_t{event.at.count()}, std::string(EventName(event.payload)),
           DumpJson(payload)});
      if (!s) return s;
    }
    return {};
  });
  if (written && field) last_edit_ = LastEdit{id, seq, *std::move(field)};
  return written;
}

Status TranscriptStore::Finish(const SessionId& id, std::optional<double> score,
                               const std::string& decision) {
  return database_.Transact([&] {
    return database_.Execute(
        "UPDATE sessions SET finished = 1, score = ?, decision = ? WHERE id = ?",
        {score ? SqlValue(*score) : SqlValue(nullptr), decision, id});
  });
}

Result<std::vector<Event>> TranscriptStore::Load(const SessionId& id) {
  if (Result<SessionSummary> known = Find(id); !known) return Forward(known);
  const Result<std::vector<SqlRow>> rows = database_.Query(
      "SELECT at_ms, name, payload FROM events WHERE session = ? ORDER BY seq", {id});
  if (!rows) return Forward(rows);
  std::optional<TextField> edited;
  std::vector<Event> events;
  events.reserve(rows->size());
  for (const SqlRow& row : *rows) {
    const std::string where = "session " + id + ", event " + std::to_string(events.size());
    const Result<Json> json = ParseJson(Text(row[2]), where, 2 * kMaxJsonDepth);
    if (!json) return Fail(ErrorCode::kCorrupt, json.error().message);
    Result<EventPayload> payload = ParseStoredEvent(Text(row[1]), *json, &edited);
    if (!payload) return Fail(ErrorCode::kCorrupt, where + ": " + payload.error().message);
    events.push_back({Duration(Integer(row[0])), *std::move(payload)});
  }
  return events;
}

Result<SessionSummary> TranscriptStore::Find(const SessionId& id) {
  const Result<std::vector<SqlRow>> rows = database_.Query(
      std::string("SELECT ") + kSummaryColumns + " FROM sessions WHERE id = ?", {id});
  if (!rows) return Forward(rows);
  if (rows->empty()) {
    return Fail(ErrorCode::kNotFound,
                "There is no session \"" + id + "\"; `onsite sessions list` shows all.");
  }
  return ReadSummary(rows->front());
}

Result<std::vector<SessionSummary>> TranscriptStore::List(int limit) {
  const Result<std::vector<SqlRow>> rows =
      database_.Query(std::string("SELECT ") + kSummaryColumns +
                          " FROM sessions ORDER BY started_ms DESC, id DESC LIMIT ?",
                      {std::int64_t{limit}});
  if (!rows) return Forward(rows);
  std::vector<SessionSummary> sessions;
  for (const SqlRow& row : *rows) sessions.push_back(ReadSummary(row));
  return sessions;
}

Result<std::map<QuestionId, QuestionRecord>> TranscriptStore::Records() {
  std::map<QuestionId, QuestionRecord> records;
  const Result<std::vector<SqlRow>> uses =
      database_.Query("SELECT question, COUNT(*) FROM question_uses GROUP BY question");
  if (!uses) return Forward(uses);
  for (const SqlRow& row : *uses) {
    records[Text(row[0])].attempts = static_cast<int>(Integer(row[1]));
  }
  const Result<std::vector<SqlRow>> scores = database_.Query(
      "SELECT question, score FROM (SELECT MIN(question) AS question, session FROM question_uses "
      "GROUP BY session HAVING COUNT(*) = 1) JOIN sessions ON sessions.id = session "
      "WHERE score IS NOT NULL ORDER BY started_ms");
  if (!scores) return Forward(scores);
  for (const SqlRow& row : *scores) records[Text(row[0])].last_score = std::get<double>(row[1]);
  return records;
}

Result<interview::DigestTexts> TranscriptStore::DigestTexts() {
  const Result<std::vector<SqlRow>> rows = database_.Query(
      "SELECT session, digest FROM digests WHERE version = ?", {std::int64_t{kDigestVersion}});
  if (!rows) return Forward(rows);
  interview::DigestTexts texts;
  texts.reserve(rows->size());
  for (const SqlRow& row : *rows) texts.emplace_back(Text(row[0]), Text(row[1]));
  return texts;
}

Status TranscriptStore::KeepDigests(const std::map<SessionId, SessionDigest>& digests) {
  return database_.Transact([&]() -> Status {
    for (const auto& [id, digest] : digests) {
      Status s = database_.Execute(
          "INSERT OR REPLACE INTO digests (session, version, digest) VALUES (?, ?, ?)",
          {id, std::int64_t{kDigestVersion}, DumpJson(ToJson(digest))});
      if (!s) return s;
    }
    return {};
  });
}

Result<std::map<QuestionId, WallTime>> TranscriptStore::LastUsed() {
  const Result<std::vector<SqlRow>> rows = database_.Query(
      "SELECT question, MAX(started_ms) FROM question_uses JOIN sessions ON sessions.id = session "
      "GROUP BY question");
  if (!rows) return Forward(rows);
  std::map<QuestionId, WallTime> last;
  for (const SqlRow& row : *rows) {
    last[Text(row[0])] = WallTime(std::chrono::milliseconds(Integer(row[1])));
  }
  return last;
}

}  // namespace interview
