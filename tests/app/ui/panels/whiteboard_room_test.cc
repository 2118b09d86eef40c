// What of the whiteboard reaches the core, and when.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "interview/base/files.h"
#include "tests/app/ui/app_fixture.h"

namespace app {
namespace {

using interview::Board;

constexpr char kDesign[] = "video-recommendation";

class RoomBoardTest : public testing::Test {
 protected:
  RoomBoardTest() {
    app_.StartDrill(kDesign);
    app_.ui().Click("Whiteboard");
  }
  const Board& Sent() const { return app_.state().running->session->current_work()->answer.board; }

  AppFixture app_;
};

TEST_F(RoomBoardTest, ABoardIsDrawnWithoutAMouseAndReachesTheCore) {
  UiDriver& ui = app_.ui();
  ui.Ctrl(Key::k2);
  ui.Press(Key::kC);
  ui.Type("client\n");
  ui.Press(Key::kEscape);
  ui.Press(Key::kEnter, {.ctrl = true});
  ui.Type("Gateway\n");
  ui.Wait(1);
  ui.Settle();
  ASSERT_EQ(Sent().nodes.size(), 2u);
  EXPECT_EQ(Sent().nodes[0].type, "client");
  EXPECT_EQ(Sent().nodes[1].label, "Gateway");
  ASSERT_EQ(Sent().edges.size(), 1u);
  EXPECT_EQ(Sent().edges[0].from, Sent().nodes[0].id);
}

TEST_F(RoomBoardTest, WhatWasJustDrawnIsHandedIn) {
  UiDriver& ui = app_.ui();
  const UiNode canvas = ui.Find("Board", "canvas");
  ui.ClickAt((canvas.min.x + canvas.max.x) / 2, (canvas.min.y + canvas.max.y) / 2, 2);
  ui.Type("Late");
  EXPECT_TRUE(Sent().empty()) << "not at rest yet";
  ui.Click("Estimates");
  ui.Click("End round");
  ui.Click("Hand in");
  const interview::RoundRecord& record = app_.state().running->session->rounds().front();
  ASSERT_EQ(record.work.front().answer.board.nodes.size(), 1u);
  EXPECT_EQ(record.work.front().answer.board.nodes[0].label, "Late");
}

TEST_F(RoomBoardTest, APictureIsDrawnByAWorkerAndSaved) {
  UiDriver& ui = app_.ui();
  ui.Ctrl(Key::k2);
  ui.Press(Key::kC);
  ui.Type("client\n");
  ui.Click("Mermaid and pictures", "button");
  ui.Click("Save PNG", "button");
  app_.WaitUntil([&] { return !app_.state().notices.empty(); });
  const auto file =
      app_.state().paths.data / "exports" / ("whiteboard-" + std::string(kDesign) + ".png");
  EXPECT_EQ(app_.state().notices.back().text, "Saved as " + file.string() + ".");
  const auto bytes = interview::ReadFile(file);
  ASSERT_TRUE(bytes);
  EXPECT_TRUE(bytes->starts_with("\x89PNG"));
  EXPECT_FALSE(app_.state().exporting);
}

TEST_F(RoomBoardTest, WhileAPictureIsDrawnTheRoomGoesOnAndItCanBeCancelled) {
  std::atomic<bool> started = false, stopped = false;
  app_.core().Apply(command::MakeExport{
      "slow.png",
      [&](std::stop_token stop, ExportProgress* progress) -> interview::Result<std::string> {
        progress->share = 0.25f;
        started = true;
        while (!stop.stop_requested()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        stopped = true;
        return "late";
      }});
  UiDriver& ui = app_.ui();
  ui.Click("Mermaid and pictures", "button");
  EXPECT_TRUE(ui.Shows("Drawing slow.png"));
  app_.WaitUntil([&] { return started.load(); });  // cancelled before, it would not start at all
  ui.Click("Cancel", "button");
  EXPECT_FALSE(app_.state().exporting);
  app_.WaitUntil([&] { return stopped.load(); });
  EXPECT_TRUE(app_.state().notices.empty());
  EXPECT_FALSE(std::filesystem::exists(app_.state().paths.data / "exports" / "slow.png"));
  ui.Press(Key::kEscape);
  EXPECT_FALSE(ui.Shows("Drawing slow.png"));
}

TEST_F(RoomBoardTest, APictureThatCannotBeMadeIsTold) {
  app_.core().Apply(command::MakeExport{
      "none.png", [](std::stop_token, ExportProgress*) -> interview::Result<std::string> {
        return interview::Fail(interview::ErrorCode::kNotFound, "No font could be read.");
      }});
  app_.WaitUntil([&] { return !app_.state().notices.empty(); });
  EXPECT_EQ(app_.state().notices.back().kind, Notice::Kind::kError);
  EXPECT_EQ(app_.state().notices.back().text, "No font could be read.");
  EXPECT_FALSE(app_.state().exporting);
}

TEST_F(RoomBoardTest, ABoardThatIsOnlyLookedAtIsNotSent) {
  UiDriver& ui = app_.ui();
  const std::size_t events = app_.state().running->events.size();
  const UiNode canvas = ui.Find("Board", "canvas");
  ui.ClickAt((canvas.min.x + canvas.max.x) / 2, (canvas.min.y + canvas.max.y) / 2);
  ui.Wheel(2, {.ctrl = true});
  ui.Wait(2);
  ui.Settle();
  EXPECT_EQ(app_.state().running->events.size(), events);
}

}  // namespace
}  // namespace app
