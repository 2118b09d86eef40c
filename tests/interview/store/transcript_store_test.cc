// Stored sessions on a real SQLite file.
#include "interview/store/transcript_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/interview/store/sample_events.h"
#include "tests/support/temp_folder.h"

namespace interview {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

WallTime At(std::int64_t ms) { return WallTime(std::chrono::milliseconds(ms)); }

SessionSummary Summary(const SessionId& id, std::int64_t started_ms) {
  SessionSummary summary;
  summary.id = id;
  summary.started = At(started_ms);
  summary.title = "Drill: coding";
  return summary;
}

class TranscriptStoreTest : public testing::Test {
 protected:
  TranscriptStore Open() {
    Result<TranscriptStore> store = TranscriptStore::Open(folder_ / "onsite.db");
    EXPECT_TRUE(store) << store.error().message;
    return *std::move(store);
  }
  support::TempFolder folder_;
};

TEST_F(TranscriptStoreTest, EveryKindOfEventComesBackAfterAReopen) {
  const std::vector<Event> events = SampleEvents();
  ASSERT_EQ(events.size(), std::variant_size_v<EventPayload>);
  {
    TranscriptStore store = Open();
    ASSERT_TRUE(store.Create(Summary("s", 1), {}));
    const Status status = store.Append("s", 0, events);
    ASSERT_TRUE(status) << status.error().message;
  }
  const Result<std::vector<Event>> loaded = Open().Load("s");
  ASSERT_TRUE(loaded) << loaded.error().message;
  ASSERT_EQ(loaded->size(), events.size());
  for (std::size_t i = 0; i < events.size(); ++i) {
    EXPECT_EQ(events[i].payload.index(), i) << "sample_events.cc must keep the order";
    EXPECT_EQ((*loaded)[i].at, events[i].at);
    EXPECT_EQ((*loaded)[i].payload.index(), i);
    EXPECT_EQ(ToJson((*loaded)[i].payload), ToJson(events[i].payload))
        << EventName(events[i].payload);
  }
}

// The first event of one kind.
template <class T>
const T& First(const std::vector<Event>& events) {
  for (const Event& one : events) {
    if (const T* found = std::get_if<T>(&one.payload)) return *found;
  }
  throw std::logic_error("there is no such event");
}

TEST_F(TranscriptStoreTest, FieldsComeBackAsTheyWere) {
  TranscriptStore store = Open();
  ASSERT_TRUE(store.Create(Summary("s", 1), {}));
  ASSERT_TRUE(store.Append("s", 0, SampleEvents()));
  const std::vector<Event> events = *store.Load("s");
  const auto& started = First<event::SessionStarted>(events);
  EXPECT_EQ(started.seed, 0xfedcba9876543210u);
  EXPECT_EQ(started.plan.kind, SessionKind::kLoop);
  EXPECT_EQ(started.plan.title, "MLE onsite \"2026\"");
  ASSERT_EQ(started.plan.rounds.size(), 1u);
  EXPECT_EQ(started.plan.rounds[0].length, Duration(2700000));
  EXPECT_EQ(started.plan.rounds[0].phases[0].budget, Duration(540000));
  EXPECT_EQ(started.plan.rounds[0].questions[0].version, 3);
  const auto& edited = First<event::TextEdited>(events);
  EXPECT_EQ(edited.field, (TextField{TextField::Kind::kFollowUp, "two-sum", "twice"}));
  EXPECT_EQ(edited.at, 17u);
  EXPECT_EQ(edited.removed, 4u);
  EXPECT_EQ(edited.inserted,
            "gr\xC3\xB6\xC3\x9F"
            "er\n\t\"x\"");
  EXPECT_EQ(First<event::BoardEdited>(events).change.put.edges[0].label, "Ereignisse");
  const Evaluation& evaluation = First<event::EvaluationArrived>(events).evaluation;
  EXPECT_EQ(evaluation.criteria[0].state, CriterionState::kPartly);
  EXPECT_EQ(evaluation.criteria[0].span->end, 20u);
  EXPECT_EQ(evaluation.misconceptions[0].penalty, 0.3);
  ASSERT_TRUE(evaluation.judgement);
  EXPECT_EQ(evaluation.judgement->verdict, Verdict::kWrongAnswer);
  EXPECT_EQ(evaluation.judgement->first_failure->out, "printed");
  EXPECT_EQ(evaluation.judgement->diagnostics[0].column, 9);
  EXPECT_EQ(evaluation.judgement->growth.growth_class, "O(n log n)");
  const ScoreCard& card = First<event::Scored>(events).card;
  EXPECT_EQ(card.rounds[0].dimensions[0].score, 2.5);
  EXPECT_EQ(card.rounds[0].dimensions[0].self_rating, 3);
  EXPECT_FALSE(card.rounds[0].dimensions[0].evidence[0].favourable);
  EXPECT_THAT(card.reasons, ElementsAre("a half step in testing"));
}

TEST_F(TranscriptStoreTest, AppendsJoinInOrder) {
  TranscriptStore store = Open();
  ASSERT_TRUE(store.Create(Summary("s", 1), {}));
  ASSERT_TRUE(store.Append("s", 0, std::vector<Event>{EditEvent(0), EditEvent(1)}));
  ASSERT_TRUE(store.Append("s", 2, std::vector<Event>{EditEvent(2)}));
  ASSERT_TRUE(store.Append("s", 3, {}));
  const std::vector<Event> events = *store.Load("s");
  ASSERT_EQ(events.size(), 3u);
  EXPECT_EQ(std::get<event::TextEdited>(events[2].payload).inserted, "edit 2");
}

TEST_F(TranscriptStoreTest, AnAppendThatFailsMidwayWritesNothing) {
  TranscriptStore store = Open();
  ASSERT_TRUE(store.Create(Summary("s", 1), {}));
  ASSERT_TRUE(store.Append("s", 2, std::vector<Event>{EditEvent(2)}));
  EXPECT_FALSE(store.Append("s", 0, std::vector<Event>{EditEvent(0), EditEvent(1), EditEvent(9)}));
  EXPECT_EQ(store.Load("s")->size(), 1u);
  EXPECT_TRUE(store.Append("s", 0, std::vector<Event>{EditEvent(0), EditEvent(1)}));
  EXPECT_EQ(store.Load("s")->size(), 3u);
}

TEST_F(TranscriptStoreTest, EventsNeedASession) {
  TranscriptStore store = Open();
  EXPECT_FALSE(store.Append("nobody", 0, std::vector<Event>{EditEvent(0)}));
  EXPECT_EQ(store.Load("nobody").error().code, ErrorCode::kNotFound);
  EXPECT_THAT(store.Load("nobody").error().message, HasSubstr("onsite sessions list"));
}

TEST_F(TranscriptStoreTest, AnIdIsTakenOnce) {
  TranscriptStore store = Open();
  ASSERT_TRUE(store.Create(Summary("s", 1), {"a"}));
  const Status twice = store.Create(Summary("s", 2), {"b"});
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error().code, ErrorCode::kInvalid);
  EXPECT_EQ(store.List()->size(), 1u);
  EXPECT_EQ(store.LastUsed()->count("b"), 0u);
}

TEST_F(TranscriptStoreTest, TheListIsNewestFirstAndShowsTheEnd) {
  TranscriptStore store = Open();
  ASSERT_TRUE(store.Create(Summary("old", 1000), {}));
  ASSERT_TRUE(store.Create(Summary("new", 2000), {}));
  ASSERT_TRUE(store.Finish("old", 3.25, "hire"));
  const std::vector<SessionSummary> all = *store.List();
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].id, "new");
  EXPECT_FALSE(all[0].finished);
  EXPECT_FALSE(all[0].score);
  EXPECT_EQ(all[1].started, At(1000));
  EXPECT_EQ(all[1].title, "Drill: coding");
  EXPECT_TRUE(all[1].finished);
  EXPECT_EQ(all[1].score, 3.25);
  EXPECT_EQ(all[1].decision, "hire");
  EXPECT_EQ(store.List(1)->size(), 1u);
}

TEST_F(TranscriptStoreTest, AFinishedSessionMayHaveNoScore) {
  TranscriptStore store = Open();
  ASSERT_TRUE(store.Create(Summary("s", 1), {}));
  ASSERT_TRUE(store.Finish("s", std::nullopt, ""));
  EXPECT_TRUE(store.Find("s")->finished);
  EXPECT_FALSE(store.Find("s")->score);
}

TEST_F(TranscriptStoreTest, RemembersWhenAQuestionWasLastPlanned) {
  TranscriptStore store = Open();
  ASSERT_TRUE(store.Create(Summary("a", 5000), {"two-sum", "two-sum", "lru-cache"}));
  ASSERT_TRUE(store.Create(Summary("b", 9000), {"two-sum"}));
  const std::map<QuestionId, WallTime> last = *store.LastUsed();
  EXPECT_THAT(
      last, ElementsAre(testing::Pair("lru-cache", At(5000)), testing::Pair("two-sum", At(9000))));
}

TEST_F(TranscriptStoreTest, ADigestIsKeptReplacedAndMadeAnewWhenItCannotBeRead) {
  TranscriptStore store = Open();
  for (const char* id : {"a", "b"}) ASSERT_TRUE(store.Create(Summary(id, 1), {}));
  SessionDigest digest;
  digest.attempts.resize(1);
  digest.attempts[0].question = "two-sum";
  digest.attempts[0].skills = {{"coding/edge cases", 0.25}};
  ASSERT_TRUE(store.KeepDigests({{"a", {}}, {"b", {}}}));
  ASSERT_TRUE(store.KeepDigests({{"a", digest}}));
  const DigestTexts kept = *store.DigestTexts();
  ASSERT_EQ(kept.size(), 2u);
  EXPECT_EQ(kept[0].first, "a");
  const Result<SessionDigest> read = ParseDigestText(kept[0].second, "a");
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->attempts.size(), 1u);
  EXPECT_EQ(read->attempts[0].session, "a");
  EXPECT_EQ(ToJson(*read), ToJson(digest));
  {
    Result<Database> database = Database::Open(folder_ / "onsite.db");
    ASSERT_TRUE(database);
    ASSERT_TRUE(database->Transact([&]() -> Status {
      Status s = database->Execute("UPDATE digests SET digest = '{' WHERE session = 'a'");
      return s ? database->Execute("UPDATE digests SET version = 0 WHERE session = 'b'") : s;
    }));
  }
  const DigestTexts left = *store.DigestTexts();
  ASSERT_EQ(left.size(), 1u) << "the other is of another version";
  EXPECT_FALSE(ParseDigestText(left[0].second, "a")) << "damaged: to be made anew";
}

TEST_F(TranscriptStoreTest, AnInputNestedAsDeepAsAllowedIsReadBack) {
  TranscriptStore store = Open();
  ASSERT_TRUE(store.Create(Summary("s", 1), {}));
  const Result<Json> input = ParseJson(std::string(200, '[') + std::string(200, ']'), "input");
  ASSERT_TRUE(input) << input.error().message;
  ASSERT_TRUE(
      store.Append("s", 0, std::vector<Event>{{Duration(0), event::RunRequested{true, *input}}}));
  const Result<std::vector<Event>> loaded = store.Load("s");
  EXPECT_TRUE(loaded) << loaded.error().message;
}

TEST_F(TranscriptStoreTest, AnEventThatCannotBeReadIsNamed) {
  {
    TranscriptStore store = Open();
    ASSERT_TRUE(store.Create(Summary("s", 1), {}));
    ASSERT_TRUE(store.Append("s", 0, std::vector<Event>{EditEvent(0), EditEvent(1)}));
  }
  for (const char* damage : {"UPDATE events SET payload = '{\"at\":' WHERE seq = 1",
                             "UPDATE events SET payload = '{}' WHERE seq = 1",
                             "UPDATE events SET name = 'unheard_of' WHERE seq = 1"}) {
    {
      Result<Database> database = Database::Open(folder_ / "onsite.db");
      ASSERT_TRUE(database);
      ASSERT_TRUE(database->Transact([&] { return database->Execute(damage); }));
    }
    const Result<std::vector<Event>> loaded = Open().Load("s");
    ASSERT_FALSE(loaded) << damage;
    EXPECT_EQ(loaded.error().code, ErrorCode::kCorrupt);
    EXPECT_THAT(loaded.error().message, HasSubstr("session s, event 1"));
  }
}

}  // namespace
}  // namespace interview
