// Drawing on the whiteboard by pointer and by keyboard. At 100 % a board unit is a pixel, and the
// board's origin is the window's.
#include "app/ui/widgets/whiteboard_canvas.h"

#include <gtest/gtest.h>

#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/whiteboard_acts.h"
#include "tests/app/ui/ui_driver.h"

namespace app {
namespace {

using interview::Board;
using interview::BoardEdge;
using interview::BoardNode;
using interview::BoardShape;

constexpr float kWidth = 1000, kHeight = 700;

BoardNode Node(const std::string& id, const std::string& label, double x, double y) {
  BoardNode node;
  node.id = id;
  node.label = label;
  node.x = x;
  node.y = y;
  node.w = 160;
  node.h = 64;
  return node;
}

// a → b above, c below a.
Board Small() {
  Board board;
  board.nodes = {Node("a", "Client", 80, 80), Node("b", "Router", 400, 80),
                 Node("c", "Cache", 80, 320)};
  BoardEdge edge;
  edge.id = "e";
  edge.from = "a";
  edge.to = "b";
  board.edges = {edge};
  return board;
}

class CanvasTest : public testing::Test {
 protected:
  explicit CanvasTest(Board board = {})
      : ui_(
            [this](FrameContext& context) {
              DrawInWindow([&] {
                ImGui::SetCursorPos(ImVec2(0, 0));
                DrawWhiteboardCanvas(context, "Board", ImVec2(kWidth, kHeight), looks_, &state_);
                ImGui::SetCursorPos(ImVec2(0, kHeight));
                DrawButton(context, "After");
              });
            },
            kWidth, kHeight + 50) {
    Load(std::move(board));
  }

  void Load(Board board) {
    state_ = WhiteboardState{};
    state_.document = BoardDocument(std::move(board));
    state_.fit_wanted = false;
    looks_["client"] = {"Client app", BoardTint::kBlue, Icon::kGlobe};
    ui_.Settle();
  }
  const Board& board() const { return state_.document.board(); }
  const BoardNode& Get(const std::string& id) const {
    const BoardNode* node = state_.document.FindNode(id);
    if (node == nullptr) throw std::runtime_error("no node " + id);
    return *node;
  }
  ImVec2 Middle(const std::string& id) const {
    return state_.camera.ToScreen(RectOf(Get(id)).center());
  }
  // The dot on a side: -1, 0, 1 from the middle of the node.
  ImVec2 Port(const std::string& id, double dx, double dy) const {
    const BoardRect r = RectOf(Get(id));
    return state_.camera.ToScreen({r.center().x + dx * r.w / 2, r.center().y + dy * r.h / 2});
  }
  void Click(const std::string& id, int times = 1) {
    const ImVec2 p = Middle(id);
    ui_.ClickAt(p.x, p.y, times);
  }
  void FocusCanvas() { ui_.ClickAt(kWidth - 40, 40); }

  PartLooks looks_;
  WhiteboardState state_;
  UiDriver ui_;
};

class SmallBoardTest : public CanvasTest {
 protected:
  SmallBoardTest() : CanvasTest(Small()) {}
};

// --- adding and naming

TEST_F(CanvasTest, DoubleClickOnNothingAddsAPartAndNamesIt) {
  ui_.ClickAt(300, 200, 2);
  ui_.Type("Gateway\n");
  ASSERT_EQ(board().nodes.size(), 1u);
  EXPECT_EQ(board().nodes[0].label, "Gateway");
  EXPECT_EQ(board().nodes[0].shape, BoardShape::kComponent);
  EXPECT_TRUE(RectOf(board().nodes[0]).Contains(BoardPoint{300, 200}));
  EXPECT_TRUE(state_.editing.id.empty());
}

TEST_F(CanvasTest, EscKeepsWhatWasTyped) {
  ui_.ClickAt(300, 200, 2);
  ui_.Type("Queue");
  ui_.Press(Key::kEscape);
  ASSERT_EQ(board().nodes.size(), 1u);
  EXPECT_EQ(board().nodes[0].label, "Queue");
  EXPECT_TRUE(ui_.Find("Queue", "node").focused) << "the keyboard is back on the board";
}

TEST_F(CanvasTest, AddingAndNamingIsOneStepOfUndo) {
  ui_.ClickAt(300, 200, 2);
  ui_.Type("Gateway\n");
  ui_.Ctrl(Key::kZ);
  EXPECT_TRUE(board().empty());
  ui_.Ctrl(Key::kY);
  ASSERT_EQ(board().nodes.size(), 1u);
  EXPECT_EQ(board().nodes[0].label, "Gateway");
}

TEST_F(CanvasTest, AClickElsewhereEndsNaming) {
  ui_.ClickAt(300, 200, 2);
  ui_.Type("Queue");
  ui_.ClickAt(700, 500);
  EXPECT_TRUE(state_.editing.id.empty());
  ASSERT_EQ(board().nodes.size(), 1u);
  EXPECT_EQ(board().nodes[0].label, "Queue");
}

TEST_F(CanvasTest, LettersInANameAreNoShortcuts) {
  ui_.ClickAt(300, 200, 2);
  for (const Key key : {Key::kR, Key::kP, Key::kDelete}) ui_.Press(key);
  ui_.Type("rp");
  EXPECT_EQ(state_.tool, BoardTool::kSelect);
  ASSERT_EQ(board().nodes.size(), 1u);
  EXPECT_EQ(board().nodes[0].label, "rp");
}

TEST_F(CanvasTest, ANameMayHaveSeveralLines) {
  ui_.ClickAt(300, 200, 2);
  ui_.Type("Ranker");
  ui_.Press(Key::kEnter, {.shift = true});
  ui_.Type("GPU\n");
  EXPECT_EQ(board().nodes[0].label, "Ranker\nGPU");
}

TEST_F(SmallBoardTest, DoubleClickF2AndEnterChangeAName) {
  Click("c", 2);
  ui_.Type("Store\n");
  EXPECT_EQ(Get("c").label, "Store");
  ui_.Press(Key::kF2);
  ui_.Type("Lake\n");
  EXPECT_EQ(Get("c").label, "Lake");
  ui_.Press(Key::kEnter);
  ui_.Type("Index\n");
  EXPECT_EQ(Get("c").label, "Index");
}

TEST_F(SmallBoardTest, DoubleClickOnAConnectionNamesIt) {
  const BoardPoint at = state_.routes.route(0).label;
  ui_.ClickAt(static_cast<float>(at.x), static_cast<float>(at.y), 2);
  ui_.Type("requests\n");
  EXPECT_EQ(board().edges[0].label, "requests");
}

struct ShapeCase {
  Key key;
  BoardShape shape;
};
class ShapeTest : public CanvasTest, public testing::WithParamInterface<ShapeCase> {};

TEST_P(ShapeTest, AKeyAndAPullDrawIt) {
  FocusCanvas();
  ui_.Press(GetParam().key);
  ui_.Drag(ImVec2(203, 205), ImVec2(437, 359));
  ui_.Type("x");
  ui_.Press(Key::kEscape);
  ASSERT_EQ(board().nodes.size(), 1u);
  const BoardNode& node = board().nodes[0];
  EXPECT_EQ(node.shape, GetParam().shape);
  EXPECT_EQ(node.x, 200) << "on the grid";
  EXPECT_EQ(node.y, 208);
  if (node.shape == BoardShape::kText) {
    EXPECT_LT(node.w, 240) << "as large as its letters";
  } else {
    EXPECT_EQ(RectOf(node), (BoardRect{200, 208, 240, 152}));
  }
  EXPECT_EQ(node.label, "x");
  EXPECT_EQ(state_.tool, BoardTool::kSelect);
}

TEST_P(ShapeTest, AClickPutsOneOfTheUsualSize) {
  FocusCanvas();
  ui_.Press(GetParam().key);
  ui_.ClickAt(400, 300);
  ui_.Type("x");
  ui_.Press(Key::kEscape);
  ASSERT_EQ(board().nodes.size(), 1u);
  const BoardPoint size = DefaultSize(GetParam().shape);
  EXPECT_EQ(board().nodes[0].w, size.x);
  EXPECT_EQ(board().nodes[0].h, size.y);
}

INSTANTIATE_TEST_SUITE_P(
    Tools, ShapeTest,
    testing::Values(ShapeCase{Key::kR, BoardShape::kRectangle},
                    ShapeCase{Key::kO, BoardShape::kEllipse},
                    ShapeCase{Key::kD, BoardShape::kDiamond}, ShapeCase{Key::kN, BoardShape::kNote},
                    ShapeCase{Key::kT, BoardShape::kText}, ShapeCase{Key::kF, BoardShape::kFrame}),
    [](const auto& param) { return std::string(interview::ToString(param.param.shape)); });

TEST_F(CanvasTest, AnEmptyTextDoesNotStay) {
  FocusCanvas();
  ui_.Press(Key::kT);
  ui_.ClickAt(400, 300);
  EXPECT_EQ(board().nodes.size(), 1u);
  ui_.Press(Key::kEscape);
  EXPECT_TRUE(board().empty());
}

TEST_F(CanvasTest, ThePenDrawsAndTheEraserTakesAway) {
  FocusCanvas();
  ui_.Press(Key::kP);
  ui_.Drag(ImVec2(100, 100), ImVec2(300, 180));
  ASSERT_EQ(board().strokes.size(), 1u);
  EXPECT_GE(board().strokes[0].points.size(), 4u);
  ui_.Press(Key::kE);
  ui_.Drag(ImVec2(200, 100), ImVec2(200, 180));
  EXPECT_TRUE(board().strokes.empty());
  ui_.Press(Key::kEscape);
  ui_.Ctrl(Key::kZ);
  EXPECT_EQ(board().strokes.size(), 1u);
}

TEST_F(CanvasTest, AnEmptyBoardSaysWhatToDo) {
  const std::string hint = "Double-click to add a part, or press C for the list";
  EXPECT_TRUE(ui_.Shows(hint));
  ui_.ClickAt(300, 200, 2);
  EXPECT_FALSE(ui_.Shows(hint));
}

TEST_F(CanvasTest, ACarriedPartIsPutWhereItIsLetGo) {
  ui_.PointAt(400, 300);
  ui_.Button(0, true);
  state_.carried_part = "client";
  ui_.PointAt(500, 320);
  ui_.Button(0, false);
  ASSERT_EQ(board().nodes.size(), 1u);
  EXPECT_EQ(board().nodes[0].type, "client");
  EXPECT_TRUE(RectOf(board().nodes[0]).Contains(BoardPoint{500, 320}));
  EXPECT_TRUE(state_.carried_part.empty());
}

// --- moving

TEST_F(SmallBoardTest, DraggingMovesOnTheGrid) {
  const ImVec2 from = Middle("c");
  ui_.Drag(from, ImVec2(from.x + 333, from.y + 101));
  EXPECT_EQ(std::fmod(Get("c").x, kBoardGrid), 0);
  EXPECT_NEAR(Get("c").x, 413, 8);
  EXPECT_NEAR(Get("c").y, 421, 8);
}

TEST_F(SmallBoardTest, DraggingPullsTowardsTheEdgesOfOthers) {
  const ImVec2 from = Middle("c");
  ui_.PointAt(from.x, from.y);
  ui_.Button(0, true);
  ui_.PointAt(from.x + 100, from.y);
  ui_.PointAt(from.x + 317, from.y + 3);
  EXPECT_EQ(Get("c").x, 400) << "in line with b";
  ASSERT_FALSE(state_.gesture.guides.empty());
  ui_.Button(0, false);
  EXPECT_TRUE(state_.gesture.guides.empty());
}

TEST_F(SmallBoardTest, WithCtrlOrWithoutSnapADragIsFree) {
  ImVec2 from = Middle("c");
  ui_.Drag(from, ImVec2(from.x + 333, from.y + 101), {.ctrl = true});
  EXPECT_EQ(Get("c").x, 413);
  EXPECT_EQ(Get("c").y, 421);
  state_.snap = false;
  from = Middle("c");
  ui_.Drag(from, ImVec2(from.x - 11, from.y - 13));
  EXPECT_EQ(Get("c").x, 402);
}

class EdgeTest : public SmallBoardTest {
 protected:
  // The pointer is at the middle of "c" with the button down.
  ImVec2 Hold() {
    state_.snap = false;
    const ImVec2 from = Middle("c");
    ui_.PointAt(from.x, from.y);
    ui_.Button(0, true);
    return from;
  }
  void LetFramesPass(int count) {
    for (int i = 0; i < count; ++i) ui_.Frame();
  }
};

TEST_F(EdgeTest, WhatIsHeldAtTheEdgeScrollsTheBoardUnderIt) {
  Hold();
  ui_.PointAt(kWidth / 2, 352);
  ui_.PointAt(kWidth - 10, 352);
  LetFramesPass(5);
  EXPECT_EQ(state_.camera.at.x, 0) << "not at once";
  EXPECT_LT(ui_.wake_at(), ui_.now() + 1) << "though the pointer rests";
  LetFramesPass(30);
  const double scrolled = state_.camera.at.x;
  EXPECT_GT(scrolled, 50);
  EXPECT_EQ(state_.camera.at.y, 0);
  EXPECT_NEAR(Middle("c").x, kWidth - 10, 1) << "it stays under the pointer";
  LetFramesPass(20);
  EXPECT_GT(state_.camera.at.x, scrolled + 30);
  ui_.PointAt(kWidth / 2, 352);
  const double rests = state_.camera.at.x;
  LetFramesPass(20);
  EXPECT_EQ(state_.camera.at.x, rests);
  EXPECT_GT(ui_.wake_at(), ui_.now() + 60);
  ui_.Button(0, false);
  ui_.Ctrl(Key::kZ);
  EXPECT_EQ(Get("c").x, 80) << "one step";
}

TEST_F(EdgeTest, ItIsTheFasterTheFartherOut) {
  Hold();
  ui_.PointAt(300, 400);
  ui_.PointAt(300, kHeight - 30);
  LetFramesPass(40);
  const double slow = state_.camera.at.y;
  ui_.PointAt(300, kHeight + 45);
  const double before = state_.camera.at.y;
  LetFramesPass(40);
  EXPECT_GT(slow, 0);
  EXPECT_GT(state_.camera.at.y - before, 3 * slow) << "also outside of the canvas";
}

TEST_F(EdgeTest, WhatIsTakenHoldOfNearTheEdgeStays) {
  state_.camera.at = {80 + 80 - 20, 0};  // the middle of c is 20 pixels from the left edge
  const BoardPoint at = state_.camera.at;
  const ImVec2 from = Hold();
  ui_.PointAt(from.x + 6, from.y);
  LetFramesPass(40);
  EXPECT_EQ(state_.camera.at, at);
  ui_.PointAt(from.x - 6, from.y);
  LetFramesPass(40);
  EXPECT_LT(state_.camera.at.x, at.x) << "towards the edge";
}

TEST_F(EdgeTest, AMarqueeAndAConnectionReachBeyondTheView) {
  ui_.PointAt(600, 500);
  ui_.Button(0, true);
  ui_.PointAt(20, 500);
  LetFramesPass(60);
  EXPECT_LT(state_.camera.at.x, -100);
  ui_.Button(0, false);
  state_.camera.at = {};
  state_.selection.clear();
  ui_.PointAt(Middle("c").x, Middle("c").y);
  const ImVec2 port = Port("c", 1, 0);
  ui_.PointAt(port.x, port.y);
  ui_.Button(0, true);
  ui_.PointAt(500, 500);
  ui_.PointAt(500, kHeight - 8);
  LetFramesPass(60);
  EXPECT_EQ(state_.gesture.act, BoardAct::kConnecting);
  EXPECT_GT(state_.camera.at.y, 100);
  ui_.Button(0, false);
}

TEST_F(SmallBoardTest, ADragIsOneStepOfUndo) {
  const Board before = board();
  const ImVec2 from = Middle("a");
  ui_.Drag(from, ImVec2(from.x + 160, from.y + 200));
  EXPECT_NE(board(), before);
  ui_.Ctrl(Key::kZ);
  EXPECT_EQ(board(), before);
}

TEST_F(SmallBoardTest, EscTakesADragBack) {
  const Board before = board();
  const ImVec2 from = Middle("a");
  ui_.PointAt(from.x, from.y);
  ui_.Button(0, true);
  ui_.PointAt(from.x + 160, from.y + 40);
  EXPECT_NE(board(), before);
  ui_.Press(Key::kEscape);
  ui_.Button(0, false);
  EXPECT_EQ(board(), before);
}

TEST_F(SmallBoardTest, AltDragLeavesACopyBehind) {
  const ImVec2 from = Middle("c");
  ui_.Drag(from, ImVec2(from.x + 300, from.y), {.alt = true});
  EXPECT_EQ(board().nodes.size(), 4u);
  EXPECT_EQ(Get("c").x, 80);
}

TEST_F(SmallBoardTest, ACornerResizesAndTheOppositeOneStays) {
  Click("c");
  ui_.Drag(ImVec2(240 + 4, 384 + 4), ImVec2(240 + 44, 384 + 44));
  EXPECT_EQ(RectOf(Get("c")), (BoardRect{80, 320, 200, 104}));
  Click("c");
  ui_.Drag(ImVec2(80 - 4, 320 - 4), ImVec2(40 - 4, 288 - 4));
  EXPECT_EQ(RectOf(Get("c")), (BoardRect{40, 288, 240, 136}));
}

TEST_F(SmallBoardTest, ArrowsNudge) {
  Click("c");
  ui_.Press(Key::kRight);
  ui_.Press(Key::kDown, {.shift = true});
  EXPECT_EQ(Get("c").x, 88);
  EXPECT_EQ(Get("c").y, 321);
  ui_.Ctrl(Key::kZ);
  EXPECT_EQ(Get("c").x, 80) << "nudges in a row are one step";
}

TEST_F(SmallBoardTest, BracketsChangeTheOrder) {
  Click("a");
  ui_.Press(Key::kRightBracket, {.ctrl = true, .shift = true});
  EXPECT_EQ(board().nodes.back().id, "a");
  ui_.Press(Key::kLeftBracket, {.ctrl = true, .shift = true});
  EXPECT_EQ(board().nodes.front().id, "a");
}

// --- connecting

TEST_F(SmallBoardTest, FromADotToAPartIsAConnection) {
  ui_.PointAt(Middle("a").x, Middle("a").y);
  ui_.Drag(Port("a", 0, 1), Middle("c"));
  ASSERT_EQ(board().edges.size(), 2u);
  EXPECT_EQ(board().edges[1].from, "a");
  EXPECT_EQ(board().edges[1].to, "c");
  EXPECT_EQ(state_.selection, BoardIds{board().edges[1].id});
}

TEST_F(SmallBoardTest, FromADotToNothingAddsAConnectedPart) {
  const Board before = board();
  ui_.PointAt(Middle("b").x, Middle("b").y);
  ui_.Drag(Port("b", 0, 1), ImVec2(480, 360));
  ui_.Type("Ranker\n");
  ASSERT_EQ(board().nodes.size(), 4u);
  EXPECT_EQ(board().nodes[3].label, "Ranker");
  EXPECT_EQ(board().edges.back().to, board().nodes[3].id);
  ui_.Ctrl(Key::kZ);
  EXPECT_EQ(board(), before) << "part, connection and name are one step";
}

TEST_F(SmallBoardTest, ASlipOfThePointerConnectsNothing) {
  ui_.PointAt(Middle("b").x, Middle("b").y);
  ui_.Drag(Port("b", 1, 0), ImVec2(Port("b", 1, 0).x + 12, Port("b", 1, 0).y));
  EXPECT_EQ(board().nodes.size(), 3u);
  ui_.Drag(Port("b", 1, 0), Middle("b"));
  EXPECT_EQ(board().edges.size(), 1u) << "not with itself";
}

TEST_F(SmallBoardTest, TwoPartsAreConnectedOnce) {
  ui_.PointAt(Middle("a").x, Middle("a").y);
  ui_.Drag(Port("a", 1, 0), Middle("b"));
  EXPECT_EQ(board().edges.size(), 1u);
  EXPECT_EQ(state_.selection, BoardIds{"e"});
}

TEST_F(SmallBoardTest, TheArrowToolConnects) {
  FocusCanvas();
  ui_.Press(Key::kA);
  ui_.Drag(Middle("b"), Middle("c"));
  ASSERT_EQ(board().edges.size(), 2u);
  EXPECT_EQ(board().edges[1].from, "b");
  EXPECT_EQ(state_.tool, BoardTool::kSelect);
}

TEST_F(SmallBoardTest, ConnectionsFollowTheirParts) {
  const ImVec2 from = Middle("b");
  ui_.Drag(from, ImVec2(from.x + 96, from.y + 240));
  const std::vector<BoardPoint>& points = state_.routes.route(0).points;
  EXPECT_TRUE(RectOf(Get("a")).Grown(1).Contains(points.front()));
  EXPECT_TRUE(RectOf(Get("b")).Grown(1).Contains(points.back()));
}

// --- selecting

TEST_F(SmallBoardTest, AMarqueeSelectsWhatItTouches) {
  ui_.Drag(ImVec2(40, 40), ImVec2(420, 200));
  EXPECT_TRUE(IsSelected(state_, "a"));
  EXPECT_TRUE(IsSelected(state_, "b"));
  EXPECT_FALSE(IsSelected(state_, "c"));
  ui_.Drag(ImVec2(40, 300), ImVec2(120, 400), {.shift = true});
  EXPECT_TRUE(IsSelected(state_, "a"));
  EXPECT_TRUE(IsSelected(state_, "c"));
}

TEST_F(SmallBoardTest, ShiftClickAddsAndTakesAway) {
  Click("a");
  for (const bool selected : {true, false}) {
    ui_.Hold(Key::kLeftShift, true);
    Click("c");
    ui_.Hold(Key::kLeftShift, false);
    EXPECT_EQ(IsSelected(state_, "c"), selected);
    EXPECT_TRUE(IsSelected(state_, "a"));
  }
}

TEST_F(SmallBoardTest, AClickOnOneOfSeveralSelectsItAlone) {
  FocusCanvas();
  ui_.Ctrl(Key::kA);
  EXPECT_EQ(state_.selection.size(), 4u);
  Click("b");
  EXPECT_EQ(state_.selection, BoardIds{"b"});
  ui_.ClickAt(700, 600);
  EXPECT_TRUE(state_.selection.empty());
}

TEST_F(SmallBoardTest, AGroupIsSelectedAndMovedTogether) {
  ui_.Drag(ImVec2(40, 40), ImVec2(420, 200));
  ui_.Ctrl(Key::kG);
  ui_.ClickAt(700, 600);
  const ImVec2 from = Middle("b");
  ui_.Drag(from, ImVec2(from.x, from.y + 80));
  EXPECT_EQ(Get("a").y, Get("b").y);
  EXPECT_GT(Get("a").y, 80);
  ui_.Press(Key::kG, {.ctrl = true, .shift = true});
  Click("b");
  EXPECT_EQ(state_.selection, BoardIds{"b"});
}

TEST_F(SmallBoardTest, AFrameMovesWithWhatItHolds) {
  Click("c");
  ui_.Press(Key::kF);
  ui_.Type("Storage\n");
  const BoardNode& frame = board().nodes.back().shape == BoardShape::kFrame ? board().nodes.back()
                                                                            : board().nodes.front();
  ASSERT_EQ(frame.shape, BoardShape::kFrame);
  EXPECT_EQ(frame.label, "Storage");
  EXPECT_EQ(Get("c").frame, frame.id);
  const ImVec2 title = state_.camera.ToScreen({frame.x + 40, frame.y + 10});
  ui_.Drag(title, ImVec2(title.x + 240, title.y));
  EXPECT_NEAR(Get("c").x, 320, 8);
}

TEST_F(SmallBoardTest, DeleteTakesTheConnectionsAlong) {
  Click("a");
  ui_.Press(Key::kDelete);
  EXPECT_EQ(board().nodes.size(), 2u);
  EXPECT_TRUE(board().edges.empty());
  EXPECT_TRUE(state_.selection.empty());
  ui_.Ctrl(Key::kZ);
  EXPECT_EQ(board(), Small());
}

// --- clipboard

TEST_F(SmallBoardTest, CopyAndPasteKeepsConnections) {
  ui_.Drag(ImVec2(40, 40), ImVec2(420, 200));
  ui_.Ctrl(Key::kC);
  ui_.Ctrl(Key::kV);
  EXPECT_EQ(board().nodes.size(), 5u);
  ASSERT_EQ(board().edges.size(), 2u);
  EXPECT_NE(board().edges[1].from, "a");
  EXPECT_TRUE(IsSelected(state_, board().edges[1].from));
}

TEST_F(SmallBoardTest, CutAndDuplicate) {
  Click("c");
  ui_.Ctrl(Key::kX);
  EXPECT_EQ(board().nodes.size(), 2u);
  ui_.Ctrl(Key::kV);
  EXPECT_EQ(board().nodes.size(), 3u);
  ui_.Ctrl(Key::kD);
  ASSERT_EQ(board().nodes.size(), 4u);
  EXPECT_EQ(board().nodes[3].label, "Cache");
}

TEST_F(CanvasTest, MermaidTextIsPastedAsABoard) {
  ui_.clipboard = "flowchart LR\n  a[Client] -->|requests| b[Gateway]\n";
  FocusCanvas();
  ui_.Ctrl(Key::kV);
  ASSERT_EQ(board().nodes.size(), 2u);
  ASSERT_EQ(board().edges.size(), 1u);
  EXPECT_EQ(board().edges[0].label, "requests");
  EXPECT_TRUE(board().nodes[0].placed());
}

TEST_F(CanvasTest, OtherTextBecomesATextOnTheBoard) {
  ui_.clipboard = "5k requests a second";
  FocusCanvas();
  ui_.Ctrl(Key::kV);
  ASSERT_EQ(board().nodes.size(), 1u);
  EXPECT_EQ(board().nodes[0].shape, BoardShape::kText);
  EXPECT_EQ(board().nodes[0].label, "5k requests a second");
  ui_.Ctrl(Key::kZ);
  EXPECT_TRUE(board().empty());
}

// --- looking

TEST_F(SmallBoardTest, TheWheelMovesAndWithCtrlZoomsAtThePointer) {
  FocusCanvas();
  ui_.PointAt(300, 250);
  ui_.Wheel(-2);
  EXPECT_GT(state_.camera.at.y, 0);
  EXPECT_EQ(state_.camera.at.x, 0);
  const BoardPoint under = state_.camera.ToBoard(ImVec2(300, 250));
  ui_.Wheel(3, {.ctrl = true});
  EXPECT_GT(state_.camera.zoom, 1.3);
  const BoardPoint after = state_.camera.ToBoard(ImVec2(300, 250));
  EXPECT_NEAR(after.x, under.x, 1e-3);
  EXPECT_NEAR(after.y, under.y, 1e-3);
}

TEST_F(SmallBoardTest, ZoomEndsAtAQuarterAndAtFourTimes) {
  FocusCanvas();
  for (int i = 0; i < 20; ++i) ui_.Wheel(1, {.ctrl = true});
  EXPECT_EQ(state_.camera.zoom, 4);
  for (int i = 0; i < 30; ++i) ui_.Wheel(-1, {.ctrl = true});
  EXPECT_EQ(state_.camera.zoom, 0.25);
}

TEST_F(SmallBoardTest, KeysZoom) {
  FocusCanvas();
  ui_.Press(Key::kEqual);
  EXPECT_GT(state_.camera.zoom, 1);
  ui_.Press(Key::k1);
  EXPECT_EQ(state_.camera.zoom, 1);
  ui_.Press(Key::kMinus);
  EXPECT_LT(state_.camera.zoom, 1);
  state_.camera.at = {5000, 5000};
  ui_.Press(Key::k0);
  EXPECT_TRUE(state_.camera.View().Contains(*ContentRect(board())));
  const double zoom = state_.camera.zoom;
  ui_.Press(Key::kEqual, {.ctrl = true});
  EXPECT_EQ(state_.camera.zoom, zoom) << "Ctrl and + zoom the whole window";
}

TEST_F(SmallBoardTest, RightMiddleAndSpaceDragPan) {
  for (const int button : {1, 2}) {
    state_.camera.at = {};
    ui_.Drag(ImVec2(600, 500), ImVec2(650, 520), {}, button);
    EXPECT_NEAR(state_.camera.at.x, -50, 1) << button;
    EXPECT_NEAR(state_.camera.at.y, -20, 1) << button;
  }
  state_.camera.at = {};
  ui_.Hold(Key::kSpace, true);
  ui_.Drag(Middle("a"), ImVec2(Middle("a").x + 50, Middle("a").y));
  ui_.Hold(Key::kSpace, false);
  EXPECT_NEAR(state_.camera.at.x, -50, 1);
  EXPECT_EQ(board(), Small());
}

TEST_F(SmallBoardTest, TheOverviewShowsOnlyWhenSomethingIsOutOfSight) {
  EXPECT_FALSE(ui_.Shows("Overview"));
  state_.camera.at = {3000, 3000};
  ui_.Settle();
  const UiNode map = ui_.Find("Overview", "minimap");
  ui_.ClickAt(map.min.x + 4, map.min.y + 4);
  EXPECT_LT(state_.camera.at.x, 100) << "a click goes there";
  EXPECT_EQ(board(), Small());
}

// --- the keyboard alone

TEST_F(SmallBoardTest, TabReadsPartsThenConnectionsThenLeaves) {
  FocusCanvas();
  const char* const order[] = {"Client", "Router", "Cache"};
  for (const char* label : order) {
    ui_.Press(Key::kTab);
    EXPECT_TRUE(ui_.Find(label, "node").focused) << label;
  }
  ui_.Press(Key::kTab);
  EXPECT_TRUE(ui_.Find("Client → Router", "edge").focused);
  ui_.Press(Key::kTab, {.shift = true});
  EXPECT_TRUE(ui_.Find("Cache", "node").focused);
  ui_.Press(Key::kTab);
  ui_.Press(Key::kTab);
  EXPECT_TRUE(ui_.Find("After", "button").focused) << "no trap";
}

TEST_F(SmallBoardTest, AltAndArrowsGoToTheNearestPart) {
  Click("a");
  ui_.Press(Key::kRight, {.alt = true});
  EXPECT_EQ(state_.selection, BoardIds{"b"});
  ui_.Press(Key::kLeft, {.alt = true});
  ui_.Press(Key::kDown, {.alt = true});
  EXPECT_EQ(state_.selection, BoardIds{"c"});
  EXPECT_EQ(board(), Small()) << "nothing moved";
}

TEST_F(SmallBoardTest, CtrlEnterAddsAConnectedPart) {
  Click("c");
  ui_.Press(Key::kEnter, {.ctrl = true});
  ui_.Type("Index\n");
  ASSERT_EQ(board().nodes.size(), 4u);
  EXPECT_EQ(board().nodes[3].label, "Index");
  EXPECT_EQ(board().edges.back().from, "c");
  EXPECT_EQ(board().edges.back().to, board().nodes[3].id);
  EXPECT_FALSE(RectOf(board().nodes[3]).Overlaps(RectOf(Get("c"))));
}

TEST_F(SmallBoardTest, AConnectsByArrowsAndEnter) {
  Click("b");
  ui_.Press(Key::kA);
  ui_.Press(Key::kLeft);
  ui_.Press(Key::kDown);
  ui_.Press(Key::kEnter);
  ASSERT_EQ(board().edges.size(), 2u);
  EXPECT_EQ(board().edges[1].from, "b");
  EXPECT_EQ(board().edges[1].to, "c");
  EXPECT_TRUE(ui_.Find("Router → Cache", "edge").focused);
}

TEST_F(SmallBoardTest, EscStopsConnecting) {
  Click("b");
  ui_.Press(Key::kA);
  ui_.Press(Key::kEscape);
  ui_.Press(Key::kEnter);  // names b again
  EXPECT_EQ(state_.editing.id, "b");
  EXPECT_EQ(board().edges.size(), 1u);
}

TEST_F(CanvasTest, EnterOnAnEmptyBoardAddsAPart) {
  FocusCanvas();
  ui_.Press(Key::kEnter);
  ui_.Type("Client\n");
  ASSERT_EQ(board().nodes.size(), 1u);
  EXPECT_EQ(board().nodes[0].label, "Client");
}

TEST_F(SmallBoardTest, KeysWithoutTheFocusDoNothing) {
  FocusCanvas();
  for (int i = 0; i < 5; ++i) ui_.Press(Key::kTab);
  ASSERT_TRUE(ui_.Find("After", "button").focused);
  ui_.Press(Key::kDelete);
  ui_.Press(Key::kP);
  EXPECT_EQ(board(), Small());
  EXPECT_EQ(state_.tool, BoardTool::kSelect);
}

TEST_F(SmallBoardTest, IsReadAloudWithItsLinks) {
  Board typed = Small();
  typed.nodes[0].type = "client";
  typed.nodes[0].note = "10M users";
  typed.nodes[2].label = "Client";
  typed.edges[0].label = "requests";
  Load(typed);
  EXPECT_EQ(ui_.Value("Client", "node"), "Client app, to Router; 10M users");
  EXPECT_EQ(ui_.Value("Router", "node"), "component, from Client");
  EXPECT_TRUE(ui_.Shows("Client 2", "node")) << "no two are called alike";
  EXPECT_TRUE(ui_.Shows("Client → Router: requests", "edge"));
  EXPECT_EQ(ui_.Value("Board", "canvas"), "3 parts, 1 connection");
}

TEST_F(CanvasTest, ABoardWithoutPlacesIsLaidOut) {
  Board bare;
  bare.nodes = {{"x", "", "Client", ""}, {"y", "", "Router", ""}};
  bare.edges = {{"x", "y", "requests"}};
  Load(bare);
  EXPECT_FALSE(RectOf(Get("x")).Overlaps(RectOf(Get("y"))));
  EXPECT_LT(Get("x").x, Get("y").x);
  EXPECT_FALSE(state_.document.CanUndo());
}

}  // namespace
}  // namespace app
