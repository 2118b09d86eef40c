// The replay: the room of a stored session at any moment of it, moved about by keys and pointer.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "interview/session/interview_plan.h"
#include "interview/store/transcript_store.h"
#include "tests/app/ui/app_fixture.h"

namespace app {
namespace {

using interview::Duration;
using interview::RoundKind;
using interview::Stage;
using interview::TextField;
using std::chrono::seconds;
using testing::HasSubstr;
using testing::Not;
namespace event = interview::event;

constexpr char kCoding[] = "pair-with-target";
constexpr char kId[] = "20260101-000000-abcdef";

// A session of a coding drill whose moments are chosen by the test, written into the app's store.
class Recording {
 public:
  Recording(const AppState& app, const interview::QuestionId& question)
      : session_([&app](const interview::QuestionId& id) { return app.bank.Find(id); }, app.rules,
                 app.personas) {
    interview::DrillWish wish;
    wish.questions = {question};
    wish.minutes = 20;
    auto planned = PlanDrill(wish, app.loops.phases, app.bank.questions(), {});
    if (!planned) throw std::runtime_error(planned.error().message);
    Send(Duration(0), event::SessionStarted{planned->plan, 7});
  }

  void Send(Duration at, interview::EventPayload payload) {
    const interview::Event event{at, std::move(payload)};
    const auto effects = session_.Handle(event);
    events_.push_back(event);
    for (const interview::Effect& effect : effects) {
      if (const auto* append = std::get_if<interview::effect::Append>(&effect)) {
        Send(at, append->payload);
      }
    }
  }

  void Type(Duration at, const TextField& field, const std::string& text) {
    auto edit = interview::MakeEdit(session_.current_work()->Text(field), text);
    edit.field = field;
    Send(at, edit);
  }

  void Store(const AppState& app) {
    auto store = interview::TranscriptStore::Open(app.paths.database());
    interview::SessionSummary summary;
    summary.id = kId;
    summary.title = "Drill";
    ASSERT_TRUE(store->Create(summary, {kCoding}));
    ASSERT_TRUE(store->Append(kId, 0, events_));
  }

  const interview::Session& session() const { return session_; }

 private:
  interview::Session session_;
  std::vector<interview::Event> events_;
};

const TextField kCode{TextField::Kind::kCode, kCoding, "python"};

// Code at 0:10 and 2:00, a hint at 1:00, the end at 5:00.
void PlaySome(AppFixture& app) {
  Recording recording(app.state(), kCoding);
  recording.Type(seconds(10), kCode, "def first(): pass\n");
  recording.Send(seconds(60), event::HintTaken{1});
  recording.Send(seconds(90), event::Pasted{kCode, 20});
  recording.Type(seconds(120), kCode, "def second(): pass\n");
  recording.Send(seconds(300), event::SessionEnded{});
  recording.Store(app.state());
  app.core().Apply(command::ShowReplay{kId});
  app.ui().Settle();
}

std::string CodeOn(AppFixture& app) {
  for (const UiNode& node : app.ui().tree().nodes()) {
    if (node.role == "code") return node.value;
  }
  return "no code";
}

TEST(Replay, ShowsTheCodeOfTheMoment) {
  AppFixture app;
  PlaySome(app);
  app.core().Apply(command::ShowReplay{kId, seconds(30)});
  app.ui().Settle();
  EXPECT_THAT(CodeOn(app), HasSubstr("first"));
  app.core().Apply(command::ShowReplay{kId, seconds(130)});
  app.ui().Settle();
  EXPECT_THAT(CodeOn(app), HasSubstr("second"));
  EXPECT_EQ(app.ui().Value("Time", "slider"), "02:10 of 05:00");
  EXPECT_EQ(app.ui().Value("Time left", "timer"), "17:50");
}

TEST(Replay, IsMovedByKeys) {
  AppFixture app;
  PlaySome(app);
  UiDriver& ui = app.ui();
  ui.Press(Key::kRight);
  EXPECT_EQ(ui.Value("Time", "slider"), "00:05 of 05:00");
  ui.Press(Key::kRight, {.shift = true});
  EXPECT_EQ(ui.Value("Time", "slider"), "00:35 of 05:00");
  ui.Press(Key::kLeft);
  EXPECT_EQ(ui.Value("Time", "slider"), "00:30 of 05:00");
  ui.Press(Key::kRightBracket);
  EXPECT_EQ(ui.Value("Time", "slider"), "01:00 of 05:00") << "the hint";
  ui.Press(Key::kRightBracket);
  EXPECT_EQ(ui.Value("Time", "slider"), "01:30 of 05:00") << "the paste";
  ui.Press(Key::kLeftBracket);
  EXPECT_EQ(ui.Value("Time", "slider"), "01:00 of 05:00");
  ui.Press(Key::kEqual);
  EXPECT_EQ(ui.Value("Speed", "combo"), "2x");
  ui.Press(Key::kMinus);
  ui.Press(Key::kMinus);
  EXPECT_EQ(ui.Value("Speed", "combo"), "0.5x");
  ui.Press(Key::kEnd);
  EXPECT_EQ(ui.Value("Time", "slider"), "05:00 of 05:00");
  ui.Press(Key::kHome);
  EXPECT_EQ(ui.Value("Time", "slider"), "00:00 of 05:00");
}

TEST(Replay, PlaysAndStops) {
  AppFixture app;
  PlaySome(app);
  UiDriver& ui = app.ui();
  ui.Click("Skip idle time");
  ui.Press(Key::kSpace);
  EXPECT_TRUE(ui.Shows("Pause", "button"));
  ui.Wait(4);
  ui.Press(Key::kSpace);
  EXPECT_TRUE(ui.Shows("Play", "button"));
  EXPECT_EQ(ui.Value("Time", "slider"), "00:04 of 05:00");
}

TEST(Replay, ListsItsMarkersAndJumpsToOne) {
  AppFixture app;
  PlaySome(app);
  UiDriver& ui = app.ui();
  const UiNode hint = ui.Find("Hint: 1", "marker");
  EXPECT_EQ(hint.value, "01:00");
  ui.Click("Hint: 1", "marker");
  EXPECT_EQ(ui.Value("Time", "slider"), "01:00 of 05:00");
  ui.Press(Key::kJ);
  ui.Settle();
  ui.Click("V   Paste: 20 characters", "row");
  ui.Settle();
  EXPECT_EQ(ui.Value("Time", "slider"), "01:30 of 05:00");
}

TEST(Replay, ChangesNothingOfWhatHappened) {
  AppFixture app;
  PlaySome(app);
  UiDriver& ui = app.ui();
  app.core().Apply(command::ShowReplay{kId, seconds(30)});
  ui.Settle();
  const std::size_t events = app.state().viewed->events.size();
  const UiNode code = ui.Find("Code", "code");
  ui.ClickAt((code.min.x + code.max.x) / 2, code.min.y + 40);
  ui.Type("xyz");
  ui.Settle();
  EXPECT_THAT(CodeOn(app), Not(HasSubstr("xyz")));
  EXPECT_EQ(app.state().viewed->events.size(), events);
  EXPECT_FALSE(ui.Shows("End round"));
  EXPECT_FALSE(ui.Shows("Send", "button"));
}

TEST(Replay, RunsTheCodeOfTheMomentAndRecordsNothing) {
  AppFixture app;
  PlaySome(app);
  app.core().Apply(command::ShowReplay{kId, seconds(30)});
  app.ui().Settle();
  const std::size_t events = app.state().viewed->events.size();
  app.ui().Click("Run as of now");
  app.WaitUntil([&] {
    return app.state().trial &&
           app.state().trial->result.state != Pending<interview::Evaluation>::State::kPending;
  });
  const CodeTrial& trial = *app.state().trial;
  ASSERT_TRUE(trial.result.value) << trial.result.why;
  EXPECT_EQ(trial.of.source, "def first(): pass\n");
  EXPECT_NE(trial.result.value->judgement->verdict, interview::Verdict::kAccepted);
  EXPECT_EQ(app.state().viewed->events.size(), events);
  bool told = false;
  for (const UiNode& node : app.ui().tree().nodes()) {
    told |= node.label.starts_with("Run just now");
  }
  EXPECT_TRUE(told);
  // Of another moment with other code it says nothing.
  app.core().Apply(command::ShowReplay{kId, seconds(130)});
  app.ui().Settle();
  for (const UiNode& node : app.ui().tree().nodes()) {
    EXPECT_FALSE(node.label.starts_with("Run just now"));
  }
}

TEST(Replay, SaysWhatThereIsWithoutASession) {
  AppFixture app;
  app.core().Apply(command::Navigate{Route::kReplay});
  app.ui().Settle();
  EXPECT_TRUE(app.ui().Shows("Nothing to play"));
  app.ui().Press(Key::kEscape);
  EXPECT_EQ(app.state().route, Route::kHistory);
}

TEST(Replay, PinsANoteToItsMoment) {
  AppFixture app;
  app.StartDrill(kCoding);
  app.WaitUntil([&] { return app.state().running->now > Duration(10); });
  app.core().Apply(command::Act{event::SessionEnded{}});
  app.WaitUntil([&] { return !app.state().running.has_value(); });
  UiDriver& ui = app.ui();
  const std::string id = app.state().viewed->id;
  app.core().Apply(command::ShowReplay{id, Duration(1)});
  ui.Settle();
  ui.Press(Key::kN);
  ui.Settle();
  ui.Type("Ask first");
  ui.Click("Pin it");
  ui.Settle();
  ASSERT_EQ(app.state().viewed->session->notes().size(), 1u);
  EXPECT_EQ(app.state().viewed->session->notes()[0].note.text, "Ask first");
  EXPECT_EQ(app.state().viewed->session->notes()[0].note.moment, Duration(1));
  EXPECT_TRUE(ui.Shows("Note: Ask first", "marker"));
  app.core().Apply(command::ViewSession{id});
  EXPECT_EQ(app.state().viewed->session->notes().size(), 1u) << "it is in the store";
}

}  // namespace
}  // namespace app
