// What of the whiteboard reaches the core, and when.
#include <gtest/gtest.h>

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
