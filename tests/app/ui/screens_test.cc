// Screens over the real core: what a user can do on each, by pointer and by keyboard, at both
// sizes.
#include <gtest/gtest.h>

#include <set>

#include "tests/app/ui/app_fixture.h"

namespace app {
namespace {

constexpr char kConcept[] = "bias-variance-decomp";
constexpr char kCoding[] = "pair-with-target";
constexpr char kMlCoding[] = "kmeans-lloyd";
constexpr char kDesign[] = "video-recommendation";

bool IsControl(const UiNode& node) {
  static const std::set<std::string> kRoles = {"button",   "tab",  "chip",  "combo",  "option",
                                               "checkbox", "code", "phase", "textbox"};
  return kRoles.contains(node.role);
}

// No control is cut off by the edge of the screen, and no two lie over each other.
void ExpectTidy(UiDriver& ui, float width, float height, const std::string& where) {
  std::vector<UiNode> controls;
  for (const UiNode& node : ui.tree().nodes()) {
    if (IsControl(node) && node.visible) controls.push_back(node);
  }
  EXPECT_FALSE(controls.empty()) << where;
  constexpr float kSlack = 1;
  for (std::size_t i = 0; i < controls.size(); ++i) {
    const UiNode& a = controls[i];
    EXPECT_GE(a.min.x, 0) << where << ": " << a.label;
    EXPECT_LE(a.max.x, width) << where << ": " << a.label;
    EXPECT_LE(a.max.y, height) << where << ": " << a.label;
    for (std::size_t j = i + 1; j < controls.size(); ++j) {
      const UiNode& b = controls[j];
      const bool apart = a.max.x <= b.min.x + kSlack || b.max.x <= a.min.x + kSlack ||
                         a.max.y <= b.min.y + kSlack || b.max.y <= a.min.y + kSlack;
      EXPECT_TRUE(apart) << where << ": " << a.role << " " << a.label << " lies over " << b.role
                         << " " << b.label;
    }
  }
}

TEST(Screens, AreTidyAtBothSizes) {
  for (const auto& [width, height] : {std::pair{1024.0f, 640.0f}, std::pair{1440.0f, 900.0f}}) {
    AppFixture app(width, height);
    for (const Route route :
         {Route::kHome, Route::kSetup, Route::kHistory, Route::kSettings, Route::kDebrief}) {
      app.core().Apply(command::Navigate{route});
      app.ui().Settle();
      ExpectTidy(app.ui(), width, height, "route " + std::to_string(static_cast<int>(route)));
    }
    for (const char* question : {kConcept, kCoding, kMlCoding, kDesign}) {
      app.StartDrill(question);
      ASSERT_TRUE(app.ui().Shows("Room", "screen")) << app.ui().tree().Dump();
      ExpectTidy(app.ui(), width, height, question);
      app.core().Apply(command::Act{interview::event::SessionEnded{}});
      app.WaitUntil([&] { return !app.state().running.has_value(); });
    }
  }
}

TEST(Screens, LeadFromHomeThroughADrillToTheHistory) {
  AppFixture app;
  UiDriver& ui = app.ui();
  ui.Click("ML concepts", "button");
  EXPECT_TRUE(ui.Shows("Setup", "screen"));
  ui.Click("Question", "combo");
  ui.Click("Where Squared Error Comes From", "option");
  ui.Click("Start drill");
  ASSERT_TRUE(ui.Shows("Room", "screen"));
  EXPECT_NE(ui.Value("Statement").find("expected squared error"), std::string::npos);
  ui.Click("Answer", "textbox");
  ui.Type("The expected squared error is bias squared plus variance plus irreducible noise.");
  EXPECT_EQ(app.state().running->session->current_work()->answer.prose.at("answer"),
            ui.Value("Answer", "textbox"));
  ui.Click("Finish the round");
  ui.Click("Hand in");
  ASSERT_TRUE(ui.Shows("Self-rating", "screen"));
  ui.Click("Done");
  app.WaitUntil([&] { return app.state().route == Route::kDebrief; });
  EXPECT_TRUE(ui.Shows("Debrief", "screen"));
  ui.Click("Your answers");
  EXPECT_NE(ui.Value("Your answer").find("irreducible noise"), std::string::npos);
  ui.Click("Model answer", "tab");
  EXPECT_TRUE(ui.Shows("Model answer", "article"));
  ui.Click("Transcript", "button");
  EXPECT_TRUE(ui.Shows("Edited the answer: +80 −0 characters"));
  ui.Click("History", "tab");
  EXPECT_TRUE(ui.Shows("Review"));
}

TEST(Room, TakesCodeNotesMessagesAndHintsByTheKeyboard) {
  AppFixture app;
  UiDriver& ui = app.ui();
  app.StartDrill(kCoding);
  const interview::Session& session = *app.state().running->session;
  ui.Ctrl(Key::k2);
  ui.Ctrl(Key::kA);
  ui.Type("def pair_with_target(nums, target):\nreturn [0, 1]");
  const std::string code = ui.Value("Code", "code");
  EXPECT_EQ(code, "def pair_with_target(nums, target):\n    return [0, 1]");
  EXPECT_EQ(session.current_work()->sources.at(interview::Language::kPython), code);
  ui.Ctrl(Key::k4);
  ui.Type("Can the list be empty?\n");
  const auto& said = session.conversation();
  EXPECT_TRUE(std::any_of(said.begin(), said.end(), [](const interview::Utterance& u) {
    return u.text == "Can the list be empty?" && u.speaker == interview::Speaker::kCandidate;
  }));
  EXPECT_EQ(ui.Value("Message"), "");
  ASSERT_TRUE(session.next_hint());
  ui.Click("Hint 1 (costs 0.25)", "chip");
  ui.Press(Key::kEscape);
  EXPECT_EQ(session.current_work()->hint_level, 0);
  ui.Click("Hint 1 (costs 0.25)", "chip");
  ui.Click("Take it");
  EXPECT_EQ(session.current_work()->hint_level, 1);
}

TEST(Room, PausesADrillAndComesBackWithEverythingTyped) {
  AppFixture app;
  UiDriver& ui = app.ui();
  app.StartDrill(kConcept);
  ui.Click("Answer", "textbox");
  ui.Type("bias and variance");
  ui.Click("Leave the room");
  ui.Click("Leave");
  EXPECT_TRUE(ui.Shows("Home", "screen"));
  ui.Click("Back to the room");
  EXPECT_TRUE(ui.Shows("Room", "screen"));
  EXPECT_EQ(ui.Value("Answer", "textbox"), "bias and variance");
}

TEST(Room, GivesTheKeyboardToTheReplyOnceTheInterviewerProbes) {
  AppFixture app;
  UiDriver& ui = app.ui();
  app.StartDrill(kConcept);
  ui.Click("Answer", "textbox");
  ui.Type("Bias squared, variance and noise.");
  ui.Click("I have answered");
  app.WaitUntil([&] { return !app.state().running->session->current_work()->asked.empty(); });
  ui.Type("More data.");
  EXPECT_EQ(ui.Value("Reply 1", "textbox"), "More data.");
}

TEST(Room, KeepsAWhiteboardOfPartsAndConnections) {
  AppFixture app;
  UiDriver& ui = app.ui();
  app.StartDrill(kDesign);
  ui.Click("Whiteboard");
  for (const char* part : {"client\n", "router\n"}) {
    ui.Click("Find a part", "textbox");
    ui.Type(part);
  }
  ui.Press(Key::kEscape);
  ui.Press(Key::kA);
  ui.Press(Key::kEnter);
  ui.Wait(1);
  ui.Settle();
  const interview::Board& board = app.state().running->session->current_work()->answer.board;
  ASSERT_EQ(board.nodes.size(), 2u);
  EXPECT_EQ(board.nodes[1].type, "router");
  ASSERT_EQ(board.edges.size(), 1u);
  EXPECT_EQ(board.edges[0].from, board.nodes[1].id);
  EXPECT_EQ(board.edges[0].to, board.nodes[0].id);
}

// A ring drawn by the millisecond once kept the window busy at half a core.
TEST(Room, DrawsTheSamePictureWithinASecond) {
  AppFixture app;
  app.StartDrill(kCoding);
  const auto vertices = [&] {
    const ImDrawData& data = *ImGui::GetDrawData();
    std::vector<float> all;
    for (int i = 0; i < DrawListCount(data); ++i) {
      for (const ImDrawVert& v : data.CmdLists[i]->VtxBuffer) {
        all.push_back(v.pos.x);
        all.push_back(v.pos.y);
      }
    }
    return all;
  };
  std::string second = app.ui().Value("Time left");
  std::vector<float> picture = vertices();
  int compared = 0;
  for (int i = 0; i < 1000 && compared < 20; ++i) {
    app.core().WaitForResult(std::chrono::milliseconds(2));
    app.ui().Frame();
    if (app.ui().Value("Time left") == second) {
      ASSERT_EQ(vertices(), picture);
      ++compared;
    } else {
      second = app.ui().Value("Time left");
      picture = vertices();
    }
  }
  EXPECT_EQ(compared, 20);
}

TEST(Settings, ChangeAtOnceAndAreKept) {
  AppFixture app;
  app.core().Apply(command::Navigate{Route::kSettings});
  app.ui().Settle();
  app.ui().Click("Light", "option");
  EXPECT_EQ(app.state().settings.theme, ThemeChoice::kLight);
  app.ui().Ctrl(Key::kEqual);
  EXPECT_EQ(app.state().settings.zoom_percent, 110);
  app.ui().Press(Key::kEscape);
  EXPECT_TRUE(app.ui().Shows("Home", "screen"));
}

// Whatever can be clicked can be reached by Tab and F6.
TEST(Screens, AreReachedByTheKeyboardAlone) {
  AppFixture app;
  UiDriver& ui = app.ui();
  app.StartDrill(kCoding);
  std::set<std::string> wanted, reached;
  for (const UiNode& node : ui.tree().nodes()) {
    if (IsControl(node) && node.enabled && node.role != "phase") {
      wanted.insert(node.role + " " + node.label);
    }
  }
  const auto note = [&] {
    for (const UiNode& node : ui.tree().nodes()) {
      if (node.focused) reached.insert(node.role + " " + node.label);
    }
  };
  for (int panel = 0; panel < 6; ++panel) {
    ui.Press(Key::kF6);
    note();
    for (int i = 0; i < 30; ++i) {
      ui.Press(Key::kTab, {.shift = panel % 2 == 1});
      note();
    }
  }
  for (const std::string& control : wanted) {
    EXPECT_TRUE(reached.contains(control)) << control << " is out of reach";
  }
}

}  // namespace
}  // namespace app
