// A whiteboard that is only looked at: nothing changes it.
#include "app/ui/widgets/whiteboard_look.h"

#include <gtest/gtest.h>

#include "tests/app/ui/ui_driver.h"

namespace app {
namespace {

interview::Board WideBoard() {
  interview::Board board;
  for (int i = 0; i < 12; ++i) {
    interview::BoardNode node;
    node.id = "n" + std::to_string(i);
    node.label = "Part " + std::to_string(i);
    node.x = 300.0 * i;
    node.y = 0;
    node.w = 160;
    node.h = 64;
    board.nodes.push_back(node);
    if (i > 0) board.edges.push_back({"n" + std::to_string(i - 1), node.id, ""});
  }
  return board;
}

class BoardLookTest : public testing::Test {
 protected:
  BoardLookTest()
      : ui_([this](FrameContext& context) {
          DrawInWindow([&] {
            const BoardLookAnswer answer =
                DrawBoardLook(context, "Board", ImVec2(800, 400), looks_, marks_, &state_);
            if (!answer.pressed.empty()) {
              pressed_ = answer.pressed;
              state_.selection = {answer.pressed};
            }
          });
        }) {
    state_ = {};
    state_.document = BoardDocument(WideBoard());
    ui_.Settle();
  }
  bool Shows(const std::string& label) { return ui_.Find(label, "node").visible; }

  PartLooks looks_;
  BoardMarks marks_;
  WhiteboardState state_;
  std::string pressed_;
  UiDriver ui_;
};

TEST_F(BoardLookTest, NoKeyAndNoDragChangesTheBoard) {
  const interview::Board before = state_.document.board();
  ui_.Click("Part 1", "node");
  EXPECT_EQ(pressed_, "n1");
  for (const Key key : {Key::kDelete, Key::kBackspace, Key::kF2, Key::kD, Key::kA, Key::kEnter}) {
    ui_.Press(key);
    ui_.Ctrl(key);
  }
  ui_.Type("hello");
  const UiNode node = ui_.Find("Part 1", "node");
  ui_.Drag(ImVec2(node.min.x + 10, node.min.y + 10), ImVec2(node.min.x + 90, node.min.y + 60));
  ui_.ClickAt(node.min.x + 30, 300, 2);
  EXPECT_EQ(state_.document.board(), before);
}

TEST_F(BoardLookTest, DraggingMovesTheViewAndChoosesNothing) {
  const UiNode before = ui_.Find("Part 1", "node");
  ui_.Drag(ImVec2(before.min.x + 10, before.min.y + 10),
           ImVec2(before.min.x + 90, before.min.y + 60));
  const UiNode after = ui_.Find("Part 1", "node");
  EXPECT_NEAR(after.min.x - before.min.x, 80, 2);
  EXPECT_NEAR(after.min.y - before.min.y, 50, 2);
  EXPECT_EQ(pressed_, "");
}

TEST_F(BoardLookTest, BeginsLegiblyAndShowsTheWholeOnDemand) {
  EXPECT_GE(state_.camera.zoom, 0.6);
  EXPECT_TRUE(Shows("Part 0"));
  EXPECT_FALSE(Shows("Part 11"));
  ShowWhole(&state_);
  ui_.Settle();
  EXPECT_TRUE(Shows("Part 0"));
  EXPECT_TRUE(Shows("Part 11"));
}

TEST_F(BoardLookTest, WhatIsShownComesIntoViewAndStandsOutByItsNameInFindings) {
  ShowOnBoard({{"n10"}, {"n10->n11"}}, &state_);
  ui_.Settle();
  EXPECT_TRUE(Shows("Part 10"));
  EXPECT_TRUE(Shows("Part 11"));
  EXPECT_TRUE(ui_.Find("Part 10", "node").on);
  EXPECT_FALSE(ui_.Find("Part 11", "node").on);
  EXPECT_TRUE(ui_.Find("Part 10 → Part 11", "edge").on);
}

TEST_F(BoardLookTest, ArrowsGoFromPartToPart) {
  ui_.Press(Key::kTab);
  ui_.Press(Key::kRight);
  EXPECT_EQ(pressed_, "n0");
  ui_.Press(Key::kRight);
  EXPECT_EQ(pressed_, "n1");
  ui_.Press(Key::kLeft);
  EXPECT_EQ(pressed_, "n0");
}

TEST_F(BoardLookTest, WhatIsSaidIsPartOfTheReadOut) {
  marks_["n2"] = {{{BoardTint::kGreen, Icon::kCheck}}, "Earned: the second part"};
  marks_["n2->n3"] = {{{BoardTint::kRed, Icon::kCross}}, "Contradicted: the wrong way"};
  ui_.Settle();
  EXPECT_NE(ui_.Value("Part 2", "node").find("Earned: the second part"), std::string::npos);
  EXPECT_EQ(ui_.Value("Part 2 → Part 3", "edge"), "Contradicted: the wrong way");
}

}  // namespace
}  // namespace app
