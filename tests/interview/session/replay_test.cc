// Replay: at any moment exactly the state that the session had, from the stored events alone.
#include "interview/session/replay.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <random>

#include "interview/session/moment.h"
#include "tests/interview/session/test_questions.h"

namespace interview::test {
namespace {

using Random = std::mt19937;

// Everything there is to a session at a moment.
std::string StateAt(const Session& session, Duration at) {
  return DumpJson(session.DebugJson()) + DumpJson(MomentJson(session, at));
}

const std::vector<QuestionPtr>& Bank() {
  static const std::vector<QuestionPtr> bank = SmallBank();
  return bank;
}

Session Blank() {
  static const Session blank(LookupIn(Bank()), ShippedRules(), ShippedPersonas());
  return blank;
}

// As they come back from the store.
std::vector<Event> Stored(const std::vector<Event>& events) {
  std::vector<Event> stored;
  for (const Event& event : events) {
    const Result<Json> json = ParseJson(DumpJson(ToJson(event.payload)), "event", 400);
    if (!json) throw std::runtime_error(json.error().message);
    Result<EventPayload> payload = ParseEvent(EventName(event.payload), *json);
    if (!payload) throw std::runtime_error(payload.error().message);
    stored.push_back({event.at, *std::move(payload)});
  }
  return stored;
}

struct Snapshot {
  Duration at{};
  std::string state;
};

// A sitting that does random things, and its state as it was whenever the clock went on.
class RandomSitting {
 public:
  explicit RandomSitting(std::uint32_t seed) : random_(seed), sitting_(Bank()) {
    sitting_.session = Blank();
    sitting_.Start(Plan(), seed);
  }

  void Run(int steps) {
    for (int i = 0; i < steps; ++i) {
      Act();
      if (Chance(3)) sitting_.Answer([this](const EvaluationRequest& r) { return Grade(r); });
      if (Chance(6)) snapshots.push_back({sitting_.now, StateAt(sitting_.session, sitting_.now)});
      LetTimePass();
    }
    snapshots.push_back({sitting_.now, StateAt(sitting_.session, sitting_.now)});
  }

  const Sitting& sitting() const { return sitting_; }
  std::vector<Snapshot> snapshots;

 private:
  bool Chance(unsigned one_in) { return random_() % one_in == 0; }
  int Below(unsigned limit) { return static_cast<int>(random_() % limit); }

  SessionPlan Plan() {
    if (Chance(4)) {
      static const LoopLibrary loops = ShippedLoops();
      return PlanLoop(*loops.Find("onsite-mle"), loops.phases, Bank(), PlanOptions{})->plan;
    }
    const QuestionPtr& question = Bank()[random_() % Bank().size()];
    return DrillPlan(question->kind, question->id);
  }

  Evaluation Grade(const EvaluationRequest& request) {
    Evaluation e = GradeByIds(request);
    if (e.judgement && Chance(2)) e.judgement = Judged(Below(10), 10);
    return e;
  }

  // Milliseconds, seconds, or minutes; the last by the second, as the driver does it.
  void LetTimePass() {
    if (Chance(30)) {
      sitting_.Wait(seconds(1 + Below(600)));
    } else {
      sitting_.now += Duration(1 + Below(Chance(4) ? 5000 : 300));
    }
    sitting_.Send(event::TimePassed{});
  }

  std::string Text() {
    static const std::array<std::string, 6> kWords = {"core ",   "why\n", "größe ",
                                                      "x = 1\n", "",      "."};
    std::string text;
    for (int i = Below(5); i >= 0; --i) text += kWords[random_() % kWords.size()];
    return text;
  }

  void Type(const QuestionWork& work, TextField::Kind kind, const std::string& part) {
    const TextField field{kind, work.id, part};
    std::string text = work.Text(field);
    const bool cut = !text.empty() && Chance(5);
    text = cut ? std::string() : text + Text();
    if (Chance(8)) sitting_.Send(event::Pasted{field, text.size()});
    sitting_.Type(kind, work.id, part, text);
  }

  void Draw(const QuestionWork& work) {
    Board board = work.answer.board;
    BoardNode node;
    node.id = "n" + std::to_string(board.nodes.size());
    node.type = "model";
    node.label = Text();
    board.nodes.push_back(node);
    sitting_.Send(event::BoardEdited{work.id, MakeBoardChange(work.answer.board, board)});
  }

  void Act() {
    const Session& session = sitting_.session;
    if (session.stage() == Stage::kSelfRating) {
      sitting_.Send(event::SelfRated{{{"correctness", 1.0 + Below(4)}}, session.round()});
    } else if (session.stage() == Stage::kBreak) {
      sitting_.Send(event::BreakEnded{});
    } else if (session.stage() == Stage::kPaused) {
      sitting_.Send(event::Resumed{});
    } else if (session.stage() == Stage::kFinished) {
      sitting_.Send(event::NoteAdded{Text()});
    } else if (session.current_work() != nullptr) {
      Work(*session.current_work());
    }
  }

  void Work(const QuestionWork& work) {
    switch (Below(24)) {
      case 0:
        return sitting_.Send(event::PhaseEntered{Below(7)});
      case 1:
        return sitting_.Send(event::RunRequested{});
      case 2:
        return sitting_.Send(event::RunRequested{true, {{"args", {1, 2}}}});
      case 3:
        return sitting_.Send(event::SubmitRequested{});
      case 4:
        return sitting_.Send(event::RunCancelled{});
      case 5:
        return sitting_.Send(event::HintTaken{1 + Below(3)});
      case 6:
        return sitting_.Send(event::CandidateSaid{Chance(2) ? "negative" : Text()});
      case 7:
        return sitting_.Send(event::LanguageChosen{kLanguages[random_() % 3]});
      case 8:
        return Draw(work);
      case 9:
        return Type(work, TextField::Kind::kTests, "");
      case 10:
        return Type(work, TextField::Kind::kFollowUp, "twice");
      case 11:
        return Type(work, TextField::Kind::kEstimate, "qps");
      case 12:
        return sitting_.Send(event::Paused{});
      case 13:
        return Chance(4) ? sitting_.Send(event::QuestionFinished{}) : void();
      case 14:
        return Chance(6) ? sitting_.Send(event::RoundSubmitted{}) : void();
      case 15:
        return Chance(30) ? sitting_.Send(event::SessionEnded{}) : void();
      case 16:
        return sitting_.Send(event::ShrinkRequested{});
      case 17:
        return Type(work, TextField::Kind::kProse, Chance(2) ? "answer" : "plan");
      default:
        return Type(work, TextField::Kind::kCode, std::string(ToString(work.answer.language)));
    }
  }

  Random random_;
  Sitting sitting_;
};

// 10,000 sessions: ONSITE_REPLAY_SESSIONS=10000.
int SessionsToPlay() {
  const char* wanted = std::getenv("ONSITE_REPLAY_SESSIONS");
  return wanted == nullptr ? 200 : std::atoi(wanted);
}

TEST(Replay, AtEveryMomentIsTheStateThatWasLiveThen) {
  std::size_t compared = 0;
  std::map<Stage, int> ends;
  for (int seed = 0; seed < SessionsToPlay(); ++seed) {
    RandomSitting random(static_cast<std::uint32_t>(seed));
    random.Run(120);
    Replay replay(Blank(), Stored(random.sitting().transcript));
    ASSERT_EQ(StateAt(replay.end(), random.sitting().now), random.snapshots.back().state);
    ++ends[replay.end().stage()];
    std::shuffle(random.snapshots.begin(), random.snapshots.end(), Random(7));
    for (const Snapshot& live : random.snapshots) {
      ASSERT_EQ(StateAt(replay.Seek(live.at), live.at), live.state)
          << "seed " << seed << " at " << live.at.count();
      ++compared;
    }
  }
  EXPECT_GT(compared, static_cast<std::size_t>(10 * SessionsToPlay()));
  EXPECT_GT(ends[Stage::kInRound], 0);
  EXPECT_GT(ends[Stage::kFinished], 0);
}

TEST(Replay, BeforeTheFirstEventNothingHasStartedAndAfterTheLastNothingChanges) {
  Sitting s;
  s.now = seconds(2);
  s.Start(DrillPlan(RoundKind::kCoding, "pair-with-target"));
  Replay replay(Blank(), s.transcript);
  EXPECT_EQ(replay.Seek(seconds(1)).stage(), Stage::kNotStarted);
  EXPECT_EQ(replay.Seek(Duration(-5)).round(), -1);
  EXPECT_EQ(replay.Seek(std::chrono::hours(9)).stage(), Stage::kInRound);
  EXPECT_EQ(MomentJson(replay.Seek(seconds(1)), seconds(1))["question"], Json());

  Replay nothing(Blank(), {});
  EXPECT_EQ(nothing.Seek(seconds(1)).stage(), Stage::kNotStarted);
  EXPECT_EQ(nothing.length(), Duration::zero());
}

TEST(Replay, AMomentHasTheCodeAndTheClockOfThen) {
  const QuestionId id = "pair-with-target";
  Sitting s;
  s.Start(DrillPlan(RoundKind::kCoding, id));
  s.Wait(seconds(10));
  s.Type(TextField::Kind::kCode, id, "python", "first");
  s.Wait(seconds(10));
  s.Type(TextField::Kind::kCode, id, "python", "second");
  Replay replay(Blank(), s.transcript);
  const Json moment = MomentJson(replay.Seek(seconds(15)), seconds(15));
  EXPECT_EQ(moment["work"][0]["code"]["python"], "first");
  EXPECT_EQ(moment["clock"]["elapsed_ms"], 15000);
  EXPECT_EQ(moment["phase"], "clarify");
  EXPECT_EQ(MomentJson(replay.Seek(seconds(20)), seconds(20))["work"][0]["code"]["python"],
            "second");
}

// An hour at five keys a second, saved as the room saves them.
TEST(Replay, SeeksInAnHourOfTypingWithinFiftyMilliseconds) {
  const QuestionId id = "pair-with-target";
  Sitting s;
  DrillWish wish;
  wish.kind = RoundKind::kCoding;
  wish.questions = {id};
  wish.minutes = 60;
  s.Start(PlanDrill(wish, ShippedLoops().phases, SmallBank(), PlanOptions{})->plan);
  std::string text;
  for (int key = 0; key < 5 * 3590; ++key) {
    s.now += Duration(200);
    text += key % 40 == 39 ? '\n' : static_cast<char>('a' + key % 26);
    if (text.size() > 6000) text.erase(0, 3000);
    s.Type(TextField::Kind::kCode, id, "python", text);
  }
  std::size_t bytes = 0;
  for (const Event& event : s.transcript) bytes += DumpJson(ToJson(event.payload)).size();
  Replay replay(Blank(), s.transcript);
  Random random(1);
  std::vector<double> took;
  for (int i = 0; i < 400; ++i) {
    const Duration at(random() % static_cast<unsigned>(replay.length().count()));
    const auto start = std::chrono::steady_clock::now();
    replay.Seek(at);
    const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
    took.push_back(time.count());
  }
  std::sort(took.begin(), took.end());
  std::printf("%zu events, %.2f MB of payload; seek median %.2f ms, p99 %.2f ms\n",
              s.transcript.size(), static_cast<double>(bytes) / 1e6, took[200], took[396]);
  EXPECT_LT(took[396], 50);
}

}  // namespace
}  // namespace interview::test
