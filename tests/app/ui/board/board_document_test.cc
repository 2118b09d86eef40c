// Editing a whiteboard: what each act changes, what it leaves alone, and that all of it can be
// undone and done again.
#include "app/ui/board/board_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <set>

namespace app {
namespace {

using interview::Board;
using interview::BoardEdge;
using interview::BoardNode;
using interview::BoardShape;
using interview::BoardStroke;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

BoardNode Box(double x, double y, double w = 100, double h = 50) {
  BoardNode node;
  node.label = "box";
  node.x = x;
  node.y = y;
  node.w = w;
  node.h = h;
  return node;
}

BoardNode FrameAt(double x, double y, double w, double h) {
  BoardNode node = Box(x, y, w, h);
  node.shape = BoardShape::kFrame;
  return node;
}

BoardIds NodeIds(const Board& board) {
  BoardIds ids;
  for (const BoardNode& node : board.nodes) ids.push_back(node.id);
  return ids;
}

// What must hold after anything at all.
void ExpectSound(const Board& board) {
  std::set<std::string> ids;
  std::set<std::string> frames;
  for (const BoardNode& node : board.nodes) {
    EXPECT_TRUE(ids.insert(node.id).second) << node.id;
    EXPECT_TRUE(node.placed());
    EXPECT_EQ(node.x, Quarter(node.x));
    if (node.shape == BoardShape::kFrame) frames.insert(node.id);
  }
  const std::set<std::string> nodes = ids;
  for (const BoardNode& node : board.nodes) {
    EXPECT_TRUE(node.frame.empty() || frames.contains(node.frame)) << node.id;
  }
  for (const BoardEdge& edge : board.edges) {
    EXPECT_TRUE(ids.insert(edge.id).second) << edge.id;
    EXPECT_TRUE(nodes.contains(edge.from) && nodes.contains(edge.to)) << edge.id;
  }
  for (const BoardStroke& stroke : board.strokes) {
    EXPECT_TRUE(ids.insert(stroke.id).second) << stroke.id;
    EXPECT_FALSE(stroke.points.empty());
  }
}

TEST(BoardDocument, ABoardOfTheFirstVersionGetsPlacesAndIds) {
  Board board;
  board.nodes = {{"a", "client", "App", ""}, {"b", "ranker", "Ranker", ""}};
  board.edges = {{"a", "b", "request"}, {"a", "ghost", ""}};
  const BoardDocument document(board);
  ExpectSound(document.board());
  EXPECT_THAT(NodeIds(document.board()), ElementsAre("a", "b"));
  ASSERT_EQ(document.board().edges.size(), 1u) << "an edge without an end is dropped";
  EXPECT_GT(document.FindNode("b")->x, document.FindNode("a")->x + document.FindNode("a")->w);
  EXPECT_FALSE(document.CanUndo());
}

TEST(BoardDocument, OnlyNodesWithoutAPlaceAreLaidOutBelowTheOthers) {
  Board board;
  board.nodes = {Box(300, 200), {"new", "", "New", ""}};
  board.nodes[0].id = "old";
  const BoardDocument document(board);
  EXPECT_EQ(RectOf(*document.FindNode("old")), (BoardRect{300, 200, 100, 50}));
  EXPECT_EQ(document.FindNode("new")->x, 300);
  EXPECT_GT(document.FindNode("new")->y, 250);
}

TEST(BoardDocument, TakenAndEmptyIdsAreReplacedOverAllKinds) {
  Board board;
  board.nodes = {Box(0, 0), Box(0, 100), Box(0, 200)};
  board.nodes[0].id = board.nodes[1].id = "x";
  board.strokes = {{"x", {{0, 0}}}, {"s", {}}};
  const BoardDocument document(board);
  ExpectSound(document.board());
  EXPECT_EQ(document.board().nodes.size(), 3u);
  EXPECT_EQ(document.board().strokes.size(), 1u) << "a stroke without points is dropped";
}

TEST(BoardDocument, ANewIdNeverRepeatsAnOldOne) {
  Board board;
  board.nodes = {Box(0, 0)};
  board.nodes[0].id = "n41";
  BoardDocument document(board);
  EXPECT_EQ(document.AddNode(Box(0, 0)), "n42");
  document.Delete({"n42"});
  EXPECT_EQ(document.AddNode(Box(0, 0)), "n43");
  document.Undo();
  EXPECT_EQ(document.AddNode(Box(0, 0)), "n44");
}

TEST(BoardDocument, ANodeWithoutASizeIsCentredWhereItWasPut) {
  BoardDocument document;
  BoardNode node;
  node.shape = BoardShape::kNote;
  node.x = 400;
  node.y = 300;
  const std::string id = document.AddNode(node);
  const BoardPoint center = RectOf(*document.FindNode(id)).center();
  EXPECT_EQ(center, (BoardPoint{400, 300}));
}

TEST(BoardDocument, AnEdgeNeedsBothEnds) {
  BoardDocument document;
  const std::string a = document.AddNode(Box(0, 0));
  EXPECT_EQ(document.AddEdge({a, "ghost", ""}), "");
  const std::string loop = document.AddEdge({a, a, "again"});
  EXPECT_NE(loop, "");
  EXPECT_THAT(document.EdgesOf(a), ElementsAre(loop));
  BoardEdge changed = *document.FindEdge(loop);
  changed.to = "ghost";
  document.Update(changed);
  EXPECT_EQ(document.FindEdge(loop)->to, a);
}

TEST(BoardDocument, EdgesGoWithTheirNodeAndComeBackWithIt) {
  BoardDocument document;
  const std::string a = document.AddNode(Box(0, 0));
  const std::string b = document.AddNode(Box(200, 0));
  const std::string c = document.AddNode(Box(400, 0));
  document.AddEdge({a, b, ""});
  const std::string kept = document.AddEdge({a, c, ""});
  document.AddEdge({b, c, ""});
  document.AddEdge({b, b, ""});
  const Board before = document.board();
  document.Delete({b, b, "ghost"});
  ASSERT_EQ(document.board().edges.size(), 1u);
  EXPECT_EQ(document.board().edges[0].id, kept);
  EXPECT_THAT(document.EdgesOf(c), ElementsAre(kept));
  ASSERT_TRUE(document.Undo());
  EXPECT_EQ(document.board(), before);
}

TEST(BoardDocument, UnknownIdsChangeNothing) {
  BoardDocument document;
  document.AddNode(Box(0, 0));
  const std::uint64_t version = document.version();
  document.Move({"ghost"}, 8, 8);
  document.Delete({"ghost"});
  document.SetLabel("ghost", "x");
  document.SetColor({"ghost"}, "red");
  document.Resize("ghost", {0, 0, 50, 50});
  document.Reorder({"ghost"}, ZOrder::kToFront);
  document.Align({"ghost"}, BoardAlign::kLeft);
  document.SettleInFrames({"ghost"});
  EXPECT_EQ(document.Group({"ghost"}), "");
  EXPECT_EQ(document.Frame({"ghost"}), "");
  EXPECT_THAT(document.Duplicate({"ghost"}), IsEmpty());
  EXPECT_EQ(document.version(), version);
  document.Undo();
  EXPECT_FALSE(document.CanUndo()) << "nothing of that was a step";
}

TEST(BoardDocument, WhatChangesNothingIsNoStep) {
  BoardDocument document;
  const std::string a = document.AddNode(Box(0, 0));
  document.Move({a}, 0, 0);
  document.SetLabel(a, "box");
  document.Undo();
  EXPECT_TRUE(document.board().empty());
}

TEST(BoardDocument, ResizingTurnsTheCornerAndKeepsASmallestSize) {
  BoardDocument document;
  const std::string a = document.AddNode(Box(100, 100));
  document.Resize(a, {200, 150, -80, -30});
  EXPECT_EQ(RectOf(*document.FindNode(a)), (BoardRect{120, 120, 80, 30}));
  document.Resize(a, {0, 0, 1, 1});
  EXPECT_EQ(RectOf(*document.FindNode(a)), (BoardRect{0, 0, kSmallestNode, kSmallestNode}));
}

TEST(BoardDocument, PlacesStayFiniteAndOnTheBoard) {
  BoardDocument document;
  const std::string a = document.AddNode(Box(0, 0));
  document.Move({a}, 1e300, -1e300);
  EXPECT_EQ(document.FindNode(a)->x, kLargestPlace);
  EXPECT_EQ(document.FindNode(a)->y, -kLargestPlace);
  document.Move({a}, std::numeric_limits<double>::quiet_NaN(), 0);
  EXPECT_EQ(document.FindNode(a)->x, 0);
}

// --- gestures and undo

TEST(BoardDocument, ADragIsOneStep) {
  BoardDocument document;
  const std::string a = document.AddNode(Box(0, 0));
  document.BeginGesture();
  for (int i = 0; i < 100; ++i) document.Move({a}, 1, 2);
  document.EndGesture();
  EXPECT_EQ(document.FindNode(a)->x, 100);
  document.Undo();
  EXPECT_EQ(document.FindNode(a)->x, 0);
  document.Redo();
  EXPECT_EQ(document.FindNode(a)->y, 200);
}

TEST(BoardDocument, ALongDragOfEverythingCostsAsMuchAsAShortOne) {
  BoardDocument document;
  BoardIds all;
  for (int i = 0; i < 100; ++i) all.push_back(document.AddNode(Box(i * 120, 0)));
  const std::size_t before = document.undo_bytes();
  document.BeginGesture();
  for (int i = 0; i < 200; ++i) document.Move(all, 1, 0);
  document.EndGesture();
  EXPECT_LT(document.undo_bytes() - before, 100 * 2 * sizeof(BoardNode));
}

TEST(BoardDocument, ADragOutAndBackIsNoStep) {
  BoardDocument document;
  const std::string a = document.AddNode(Box(0, 0));
  document.BeginGesture();
  document.Move({a}, 50, 0);
  document.Move({a}, -50, 0);
  document.EndGesture();
  EXPECT_EQ(document.undo_steps(), 1u);
  document.Reorder({a}, ZOrder::kToFront);
  document.Reorder({a}, ZOrder::kToBack);
  EXPECT_EQ(document.undo_steps(), 1u);
}

TEST(BoardDocument, ACancelledDragLeavesNoTrace) {
  BoardDocument document;
  const std::string a = document.AddNode(Box(0, 0));
  const Board before = document.board();
  document.BeginGesture();
  document.Move({a}, 50, 0);
  const std::string b = document.AddNode(Box(10, 10));
  document.AddEdge({a, b, ""});
  document.Delete({a});
  document.CancelGesture();
  EXPECT_EQ(document.board(), before);
  document.Undo();
  EXPECT_TRUE(document.board().empty());
}

TEST(BoardDocument, StepsWithOneKeyJoinUntilSomethingElseHappens) {
  BoardDocument document;
  const std::string a = document.AddNode(Box(0, 0));
  const auto nudge = [&] {
    document.BeginGesture("nudge");
    document.Move({a}, 8, 0);
    document.EndGesture();
  };
  nudge();
  nudge();
  document.SetLabel(a, "other");
  nudge();
  EXPECT_EQ(document.FindNode(a)->x, 24);
  document.Undo();
  EXPECT_EQ(document.FindNode(a)->x, 16);
  document.Undo();
  document.Undo();
  EXPECT_EQ(document.FindNode(a)->x, 0);
  document.Redo();
  EXPECT_EQ(document.FindNode(a)->x, 16);
  nudge();
  document.Undo();
  EXPECT_EQ(document.FindNode(a)->x, 16) << "after undo a step is one of its own";
}

TEST(BoardDocument, UndoEndsAGestureFirst) {
  BoardDocument document;
  const std::string a = document.AddNode(Box(0, 0));
  document.BeginGesture();
  document.Move({a}, 8, 0);
  EXPECT_TRUE(document.Undo());
  EXPECT_FALSE(document.in_gesture());
  EXPECT_EQ(document.FindNode(a)->x, 0);
  EXPECT_TRUE(document.CanUndo());
}

TEST(BoardDocument, ANewEditForgetsWhatWasUndone) {
  BoardDocument document;
  const std::string a = document.AddNode(Box(0, 0));
  document.Move({a}, 8, 0);
  document.Undo();
  document.SetLabel(a, "new");
  EXPECT_FALSE(document.CanRedo());
  EXPECT_FALSE(document.Redo());
}

TEST(BoardDocument, TheVersionGrowsWithEveryChangeAndOnlyThen) {
  BoardDocument document;
  std::uint64_t last = document.version();
  const auto grew = [&] { return std::exchange(last, document.version()) < document.version(); };
  const std::string a = document.AddNode(Box(0, 0));
  EXPECT_TRUE(grew());
  document.BeginGesture();
  document.Move({a}, 1, 0);
  EXPECT_TRUE(grew());
  document.Move({a}, 1, 0);
  EXPECT_TRUE(grew());
  document.EndGesture();
  EXPECT_FALSE(grew());
  document.Undo();
  EXPECT_TRUE(grew());
  document.Redo();
  EXPECT_TRUE(grew());
}

// --- copies

TEST(BoardDocument, ADuplicateHasItsOwnIdsGroupsAndEdges) {
  BoardDocument document;
  const std::string a = document.AddNode(Box(0, 0));
  const std::string b = document.AddNode(Box(200, 0));
  const std::string c = document.AddNode(Box(400, 0));
  document.AddEdge({a, b, "inside"});
  document.AddEdge({b, c, "outside"});
  document.Group({a, b});
  const BoardIds copies = document.Duplicate({a, b});
  ASSERT_EQ(copies.size(), 2u);
  ExpectSound(document.board());
  EXPECT_EQ(document.board().edges.size(), 3u);
  EXPECT_EQ(document.board().edges.back().from, copies[0]);
  EXPECT_EQ(document.board().edges.back().to, copies[1]);
  EXPECT_EQ(RectOf(*document.FindNode(copies[0])), (BoardRect{16, 16, 100, 50}));
  EXPECT_EQ(document.FindNode(copies[0])->group, document.FindNode(copies[1])->group);
  EXPECT_NE(document.FindNode(copies[0])->group, document.FindNode(a)->group);
  document.Undo();
  EXPECT_EQ(document.board().nodes.size(), 3u);
}

TEST(BoardDocument, ADuplicatedFrameBringsItsContents) {
  BoardDocument document;
  const std::string a = document.AddNode(Box(0, 0));
  const std::string frame = document.Frame({a}, "Serving");
  const BoardIds copies = document.Duplicate({frame}, 500, 0);
  ASSERT_EQ(copies.size(), 2u);
  EXPECT_EQ(document.FindNode(copies[1])->frame, copies[0]);
  EXPECT_EQ(document.FindNode(a)->frame, frame);
}

TEST(BoardDocument, WhatIsPastedIntoAFrameBelongsToIt) {
  BoardDocument document;
  const std::string frame = document.AddNode(FrameAt(0, 0, 400, 400));
  Board part;
  part.nodes = {Box(900, 900)};
  part.strokes = {{"", {{900, 900}, {950, 950}}}};
  const BoardIds ids = document.Insert(part, {100, 100});
  ASSERT_EQ(ids.size(), 2u);
  EXPECT_EQ(document.FindNode(ids[0])->frame, frame);
  EXPECT_EQ(document.FindStroke(ids[1])->points[0].x, 101);
}

TEST(BoardDocument, APartHoldsTheEdgesWithinItOnly) {
  BoardDocument document;
  const std::string a = document.AddNode(Box(0, 0));
  const std::string b = document.AddNode(Box(200, 0));
  document.AddEdge({a, b, ""});
  const std::string s = document.AddStroke({"", {{1, 1}}});
  EXPECT_TRUE(document.Part({a}).edges.empty());
  EXPECT_EQ(document.Part({b, a, s}), document.board());
}

// --- frames and groups

TEST(BoardDocument, AFrameMovesItsContentsOnceEvenWhenTheyAreChosenToo) {
  BoardDocument document;
  const std::string a = document.AddNode(Box(0, 0));
  const std::string inner = document.Frame({a});
  const std::string outer = document.Frame({inner});
  EXPECT_EQ(document.FindNode(inner)->frame, outer);
  document.Move({outer, a}, 10, 0);
  EXPECT_EQ(document.FindNode(a)->x, 10);
}

TEST(BoardDocument, WhatIsDroppedInAFrameBelongsToTheSmallestOne) {
  BoardDocument document;
  const std::string large = document.AddNode(FrameAt(0, 0, 800, 800));
  const std::string small = document.AddNode(FrameAt(50, 50, 300, 300));
  const std::string a = document.AddNode(Box(100, 100));
  document.SettleInFrames({large, small, a});
  EXPECT_EQ(document.FindNode(large)->frame, "");
  EXPECT_EQ(document.FindNode(small)->frame, large);
  EXPECT_EQ(document.FindNode(a)->frame, small);
  document.Move({a}, 2000, 0);
  document.SettleInFrames({a});
  EXPECT_EQ(document.FindNode(a)->frame, "");
}

TEST(BoardDocument, AFrameNeverLiesWithinItself) {
  BoardDocument document;
  const std::string outer = document.AddNode(FrameAt(0, 0, 800, 800));
  const std::string inner = document.AddNode(FrameAt(50, 50, 300, 300));
  document.SettleInFrames({inner});
  BoardNode node = *document.FindNode(outer);
  node.frame = inner;
  document.Update(node);
  EXPECT_EQ(document.FindNode(outer)->frame, "");
  Board circle = document.board();
  circle.nodes[0].frame = inner;
  const BoardDocument read(circle);
  EXPECT_TRUE(read.board().nodes[0].frame.empty() || read.board().nodes[1].frame.empty());
}

TEST(BoardDocument, TheContentsOfADeletedFrameStayInTheOneAroundIt) {
  BoardDocument document;
  const std::string a = document.AddNode(Box(0, 0));
  const std::string inner = document.Frame({a});
  const std::string outer = document.Frame({inner});
  document.Delete({inner});
  EXPECT_EQ(document.FindNode(a)->frame, outer);
  document.Undo();
  document.Delete({outer, inner});
  EXPECT_EQ(document.FindNode(a)->frame, "");
  ExpectSound(document.board());
}

TEST(BoardDocument, WhatIsNoFrameAnyMoreLetsGo) {
  BoardDocument document;
  const std::string a = document.AddNode(Box(0, 0));
  BoardNode frame = *document.FindNode(document.Frame({a}));
  frame.shape = BoardShape::kRectangle;
  document.Update(frame);
  EXPECT_EQ(document.FindNode(a)->frame, "");
  document.Undo();
  EXPECT_EQ(document.FindNode(a)->frame, frame.id);
}

TEST(BoardDocument, AFrameIsDrawnAroundItsNodesAndLiesLowest) {
  BoardDocument document;
  const std::string a = document.AddNode(Box(100, 100));
  const std::string b = document.AddNode(Box(300, 200));
  const std::string frame = document.Frame({a, b}, "Online");
  EXPECT_EQ(document.board().nodes[0].id, frame);
  EXPECT_EQ(document.FindNode(frame)->label, "Online");
  EXPECT_TRUE(RectOf(*document.FindNode(frame)).Contains(BoardRect{100, 100, 300, 150}));
}

TEST(BoardDocument, AGroupIsChosenTogether) {
  BoardDocument document;
  const std::string a = document.AddNode(Box(0, 0));
  const std::string b = document.AddNode(Box(200, 0));
  const std::string c = document.AddNode(Box(400, 0));
  EXPECT_EQ(document.Group({a}), "") << "one node is no group";
  EXPECT_NE(document.Group({a, b}), "");
  EXPECT_THAT(document.WithGroups({b}), ElementsAre(b, a));
  EXPECT_THAT(document.WithGroups({c}), ElementsAre(c));
  document.Ungroup({a});
  EXPECT_THAT(document.WithGroups({b}), ElementsAre(b));
}

// --- order and alignment

struct OrderCase {
  ZOrder order;
  std::vector<int> chosen;
  std::vector<int> result;
};

TEST(BoardDocument, NodesAreRaisedAndLoweredInTheirOrder) {
  for (const auto& [order, chosen, result] :
       std::vector<OrderCase>{{ZOrder::kToFront, {1, 3}, {0, 2, 4, 1, 3}},
                              {ZOrder::kToBack, {3, 1}, {1, 3, 0, 2, 4}},
                              {ZOrder::kForward, {1, 2}, {0, 3, 1, 2, 4}},
                              {ZOrder::kForward, {1, 4}, {0, 2, 1, 3, 4}},
                              {ZOrder::kForward, {3, 4}, {0, 1, 2, 3, 4}},
                              {ZOrder::kBackward, {2, 3}, {0, 2, 3, 1, 4}},
                              {ZOrder::kBackward, {0, 3}, {0, 1, 3, 2, 4}},
                              {ZOrder::kBackward, {0, 1}, {0, 1, 2, 3, 4}}}) {
    BoardDocument document;
    BoardIds all;
    for (int i = 0; i < 5; ++i) all.push_back(document.AddNode(Box(i * 10, 0)));
    BoardIds ids;
    BoardIds expected;
    for (const int i : chosen) ids.push_back(all[static_cast<std::size_t>(i)]);
    for (const int i : result) expected.push_back(all[static_cast<std::size_t>(i)]);
    document.Reorder(ids, order);
    EXPECT_EQ(NodeIds(document.board()), expected);
    EXPECT_EQ(document.FindNode(all[2])->x, 20) << "the index follows";
    if (expected != all) document.Undo();
    EXPECT_EQ(NodeIds(document.board()), all);
  }
}

TEST(BoardDocument, NodesAlignWithTheRectangleAroundThem) {
  const auto aligned = [](BoardAlign side) {
    BoardDocument document;
    const std::string a = document.AddNode(Box(0, 0, 100, 50));
    const std::string b = document.AddNode(Box(200, 300, 40, 100));
    document.Align({a, b}, side);
    return std::pair(RectOf(*document.FindNode(a)), RectOf(*document.FindNode(b)));
  };
  EXPECT_EQ(aligned(BoardAlign::kLeft).second.x, 0);
  EXPECT_EQ(aligned(BoardAlign::kRight).first.x, 140);
  EXPECT_EQ(aligned(BoardAlign::kCenter).first.center().x, 120);
  EXPECT_EQ(aligned(BoardAlign::kCenter).second.center().x, 120);
  EXPECT_EQ(aligned(BoardAlign::kTop).second.y, 0);
  EXPECT_EQ(aligned(BoardAlign::kBottom).first.y, 350);
  EXPECT_EQ(aligned(BoardAlign::kMiddle).first.center().y, 200);
}

TEST(BoardDocument, AligningIsOneStepAndAFrameIsAlignedAsAWhole) {
  BoardDocument document;
  const std::string a = document.AddNode(Box(100, 100));
  const std::string frame = document.Frame({a});
  const std::string b = document.AddNode(Box(0, 500));
  const Board before = document.board();
  document.Align({frame, a, b}, BoardAlign::kLeft);
  EXPECT_EQ(document.FindNode(frame)->x, 0);
  EXPECT_EQ(document.FindNode(a)->x, 24) << "keeps its place in the frame";
  document.Undo();
  EXPECT_EQ(document.board(), before);
}

TEST(BoardDocument, DistributingMakesTheGapsEqualAndKeepsTheOuterOnes) {
  BoardDocument document;
  const std::string a = document.AddNode(Box(0, 0, 100));
  const std::string b = document.AddNode(Box(110, 0, 50));
  const std::string c = document.AddNode(Box(500, 0, 100));
  document.Distribute({c, a, b}, BoardAxis::kHorizontal);
  EXPECT_EQ(document.FindNode(a)->x, 0);
  EXPECT_EQ(document.FindNode(b)->x, 275);
  EXPECT_EQ(document.FindNode(c)->x, 500);
  document.Undo();
  EXPECT_EQ(document.FindNode(b)->x, 110);
}

TEST(BoardDocument, TidyUpIsOneStep) {
  BoardDocument document;
  const std::string a = document.AddNode(Box(40, 80));
  const std::string b = document.AddNode(Box(40, 80));
  document.AddEdge({a, b, ""});
  const Board before = document.board();
  document.TidyUp();
  EXPECT_FALSE(RectOf(*document.FindNode(a)).Overlaps(RectOf(*document.FindNode(b))));
  document.Undo();
  EXPECT_EQ(document.board(), before);
}

TEST(BoardDocument, ReplacingTheBoardIsOneStep) {
  BoardDocument document;
  const std::string a = document.AddNode(Box(0, 0));
  document.AddEdge({a, a, ""});
  document.AddStroke({"", {{1, 2}}});
  const Board before = document.board();
  Board other;
  other.nodes = {{"q", "queue", "", ""}};
  document.Replace(other);
  EXPECT_THAT(NodeIds(document.board()), ElementsAre("q"));
  EXPECT_TRUE(document.board().edges.empty());
  document.Undo();
  EXPECT_EQ(document.board(), before);
  document.Redo();
  EXPECT_THAT(NodeIds(document.board()), ElementsAre("q"));
}

// --- hit testing

TEST(BoardDocument, TheTopmostIsHitAndFramesLast) {
  BoardDocument document;
  const std::string low = document.AddNode(Box(0, 0));
  const std::string high = document.AddNode(Box(50, 0));
  const std::string frame = document.AddNode(FrameAt(-100, -100, 400, 400));
  const std::string inner = document.AddNode(FrameAt(-90, -90, 350, 350));
  document.SettleInFrames({inner, low, high});
  EXPECT_EQ(document.At({75, 25}), high);
  EXPECT_EQ(document.At({25, 25}), low);
  EXPECT_EQ(document.At({-50, -50}), inner);
  EXPECT_EQ(document.At({-96, -96}), frame);
  EXPECT_EQ(document.At({5000, 5000}), "");
  document.Reorder({low}, ZOrder::kToFront);
  EXPECT_EQ(document.At({75, 25}), low);
  document.Reorder({frame}, ZOrder::kToFront);
  EXPECT_EQ(document.At({-50, -50}), inner) << "an inner frame lies above the outer one";
}

TEST(BoardDocument, RoundShapesAreHitWhereTheyAreDrawn) {
  BoardDocument document;
  BoardNode node = Box(0, 0, 100, 100);
  node.shape = BoardShape::kEllipse;
  const std::string ellipse = document.AddNode(node);
  node.shape = BoardShape::kDiamond;
  node.x = 200;
  const std::string diamond = document.AddNode(node);
  EXPECT_EQ(document.At({50, 2}), ellipse);
  EXPECT_EQ(document.At({5, 5}), "");
  EXPECT_EQ(document.At({20, 20}), ellipse);
  EXPECT_EQ(document.At({220, 20}), "");
  EXPECT_EQ(document.At({250, 10}), diamond);
}

TEST(BoardDocument, AStrokeIsHitAlongItsLine) {
  BoardDocument document;
  const std::string s = document.AddStroke({"", {{0, 0}, {100, 100}}, "", 2});
  EXPECT_EQ(document.At({52, 50}), s);
  EXPECT_EQ(document.At({80, 20}), "");
}

TEST(BoardDocument, AMarqueeTakesWhatItTouchesButFramesOnlyWhole) {
  BoardDocument document;
  const std::string frame = document.AddNode(FrameAt(0, 0, 400, 400));
  const std::string a = document.AddNode(Box(50, 50));
  const std::string s = document.AddStroke({"", {{60, 60}, {900, 900}}});
  EXPECT_THAT(document.Within({40, 40, 50, 50}), ElementsAre(a, s));
  EXPECT_THAT(document.Within({-10, -10, 450, 450}), ElementsAre(frame, a, s));
  EXPECT_THAT(document.Within({600, 100, 50, 50}), IsEmpty()) << "only near the stroke's box";
}

TEST(BoardDocument, HitsFollowEveryChange) {
  BoardDocument document;
  const std::string a = document.AddNode(Box(0, 0));
  EXPECT_EQ(document.At({10, 10}), a);
  document.BeginGesture();
  document.Move({a}, 1000, 0);
  EXPECT_EQ(document.At({10, 10}), "");
  EXPECT_EQ(document.At({1010, 10}), a);
  document.CancelGesture();
  EXPECT_EQ(document.At({10, 10}), a);
}

// --- against a naive model

// The plainest possible board: every act copies everything.
struct NaiveBoard {
  Board board;

  BoardNode* Find(const std::string& id) {
    const auto found = std::find_if(board.nodes.begin(), board.nodes.end(),
                                    [&](const BoardNode& n) { return n.id == id; });
    return found == board.nodes.end() ? nullptr : &*found;
  }
  void Delete(const std::string& id) {
    std::erase_if(board.nodes, [&](const BoardNode& n) { return n.id == id; });
    std::erase_if(board.edges,
                  [&](const BoardEdge& e) { return e.id == id || e.from == id || e.to == id; });
    std::erase_if(board.strokes, [&](const BoardStroke& s) { return s.id == id; });
  }
  void ToFront(const std::string& id) {
    const auto raise = [&](auto* items) {
      const auto found = std::find_if(items->begin(), items->end(),
                                      [&](const auto& item) { return item.id == id; });
      if (found != items->end()) std::rotate(found, found + 1, items->end());
    };
    raise(&board.nodes);
    raise(&board.strokes);
  }
};

class RandomEdits {
 public:
  explicit RandomEdits(unsigned seed) : random_(seed) {}

  // One act on both boards; what is drawn at random may not exist any more.
  void Act(BoardDocument* document, NaiveBoard* naive) {
    switch (Below(9)) {
      case 0: {
        BoardNode node = Box(Number(), Number());
        node.id = document->AddNode(node);
        ids_.push_back(node.id);
        naive->board.nodes.push_back(node);
        break;
      }
      case 1: {
        BoardEdge edge{Id(), Id(), "e"};
        edge.id = document->AddEdge(edge);
        if (edge.id.empty()) break;
        ids_.push_back(edge.id);
        naive->board.edges.push_back(edge);
        break;
      }
      case 2: {
        BoardStroke stroke{"", {{Number(), Number()}, {Number(), Number()}}, "", 3};
        stroke.id = document->AddStroke(stroke);
        ids_.push_back(stroke.id);
        naive->board.strokes.push_back(stroke);
        break;
      }
      case 3: {
        const std::string id = Id();
        document->Delete({id});
        naive->Delete(id);
        break;
      }
      case 4: {
        const std::string id = Id();
        const double dx = Number();
        document->Move({id}, dx, -dx);
        if (BoardNode* node = naive->Find(id)) {
          node->x += dx;
          node->y -= dx;
        }
        for (BoardStroke& stroke : naive->board.strokes) {
          if (stroke.id != id) continue;
          for (BoardPoint& p : stroke.points) p = {p.x + dx, p.y - dx};
        }
        break;
      }
      case 5: {
        const std::string id = Id();
        const std::string label = std::to_string(random_() % 10);
        document->SetLabel(id, label);
        if (BoardNode* node = naive->Find(id)) node->label = label;
        for (BoardEdge& edge : naive->board.edges) {
          if (edge.id == id) edge.label = label;
        }
        break;
      }
      case 6: {
        const std::string id = Id();
        const BoardRect rect{Number(), Number(), 40 + Number(), 90};
        document->Resize(id, rect);
        if (BoardNode* node = naive->Find(id)) {
          node->x = rect.x;
          node->y = rect.y;
          node->w = rect.w;
          node->h = rect.h;
        }
        break;
      }
      case 7: {
        const std::string id = Id();
        document->Reorder({id}, ZOrder::kToFront);
        naive->ToFront(id);
        break;
      }
      default: {
        const std::string id = Id();
        const BoardNode* old = document->FindNode(id);
        if (old == nullptr) break;
        BoardNode node = *old;
        node.color = "red";
        node.shape = BoardShape::kCylinder;
        document->Update(node);
        *naive->Find(id) = node;
      }
    }
  }

  std::size_t Below(std::size_t n) { return random_() % n; }

 private:
  double Number() { return static_cast<double>(random_() % 800) / 4; }
  std::string Id() { return ids_.empty() ? "none" : ids_[Below(ids_.size())]; }

  std::mt19937 random_;
  BoardIds ids_;
};

TEST(BoardDocument, AnyEditsUndosAndRedosAgreeWithANaiveModel) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    RandomEdits edits(seed);
    BoardDocument document;
    NaiveBoard naive;
    std::vector<Board> undo;
    std::vector<Board> redo;
    for (int i = 0; i < 1500; ++i) {
      const std::size_t what = edits.Below(10);
      if (what < 2) {
        ASSERT_EQ(document.Undo(), !undo.empty());
        if (!undo.empty()) {
          redo.push_back(naive.board);
          naive.board = undo.back();
          undo.pop_back();
        }
      } else if (what < 3) {
        ASSERT_EQ(document.Redo(), !redo.empty());
        if (!redo.empty()) {
          undo.push_back(naive.board);
          naive.board = redo.back();
          redo.pop_back();
        }
      } else {
        const Board before = naive.board;
        const bool gesture = what == 9;
        const bool cancel = gesture && edits.Below(3) == 0;
        if (gesture) document.BeginGesture();
        for (std::size_t k = gesture ? 1 + edits.Below(6) : 1; k > 0; --k) {
          edits.Act(&document, &naive);
        }
        ASSERT_EQ(document.board(), naive.board) << "seed " << seed << " edit " << i;
        if (cancel) {
          document.CancelGesture();
          naive.board = before;
        } else {
          document.EndGesture();
        }
        // What a gesture adds and deletes again is a step, though the board is as before.
        ASSERT_TRUE(naive.board == before || document.undo_steps() == undo.size() + 1);
        ASSERT_TRUE(gesture || naive.board != before || document.undo_steps() == undo.size());
        if (document.undo_steps() > undo.size()) {
          undo.push_back(before);
          redo.clear();
        }
      }
      ASSERT_EQ(document.board(), naive.board) << "seed " << seed << " edit " << i;
    }
    ExpectSound(document.board());
    while (document.Undo()) {
    }
    EXPECT_TRUE(document.board().empty());
  }
}

// Every act there is, in any order: the board stays sound, and undo leads back to each board.
TEST(BoardDocument, AnyActsKeepTheBoardSoundAndCanBeUndone) {
  for (unsigned seed = 100; seed < 115; ++seed) {
    std::mt19937 random(seed);
    const auto below = [&](std::size_t n) { return random() % n; };
    BoardDocument document;
    std::vector<Board> boards = {document.board()};
    for (int i = 0; i < 250; ++i) {
      const Board before = document.board();
      BoardIds some;
      for (const BoardNode& node : before.nodes) {
        if (below(3) == 0) some.push_back(node.id);
      }
      switch (below(12)) {
        case 0:
        case 1:
          document.AddNode(below(4) == 0 ? FrameAt(static_cast<double>(below(500)), 0, 300, 300)
                                         : Box(static_cast<double>(below(900)), 8));
          break;
        case 2:
          document.SettleInFrames(some);
          break;
        case 3:
          if (some.size() > 1) document.AddEdge({some[0], some[1], ""});
          break;
        case 4:
          document.Frame(some, "f");
          break;
        case 5:
          document.Group(some);
          break;
        case 6:
          document.Ungroup(some);
          break;
        case 7:
          if (before.nodes.size() < 60) document.Duplicate(some);
          break;
        case 8:
          document.Align(some, static_cast<BoardAlign>(below(6)));
          break;
        case 9:
          document.Distribute(some, static_cast<BoardAxis>(below(2)));
          break;
        case 10:
          document.Reorder(some, static_cast<ZOrder>(below(4)));
          break;
        default:
          if (below(4) == 0) {
            document.TidyUp(some);
          } else {
            document.Delete({some.empty() ? "" : some[0]});
          }
      }
      ExpectSound(document.board());
      if (document.board() != before) boards.push_back(document.board());
    }
    while (boards.size() > 1) {
      boards.pop_back();
      ASSERT_TRUE(document.Undo());
      ASSERT_EQ(document.board(), boards.back()) << "seed " << seed;
    }
  }
}

TEST(BoardDocument, AThousandNodesStayQuick) {
  BoardDocument document;
  BoardIds all;
  for (int i = 0; i < 1000; ++i) {
    all.push_back(document.AddNode(Box(i % 40 * 160, i / 40 * 90)));
    if (i > 0) document.AddEdge({all[all.size() - 2], all.back(), ""});
  }
  const auto start = std::chrono::steady_clock::now();
  document.BeginGesture();
  for (int frame = 0; frame < 60; ++frame) {
    document.Move({all[500]}, 1, 1);
    for (int k = 0; k < 10; ++k) document.At({k * 300.0, k * 200.0});
    document.Within({0, 0, 800, 600});
    for (const std::string& id : all) ASSERT_NE(document.FindNode(id), nullptr);
  }
  document.EndGesture();
  const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - start;
  RecordProperty("frame_microseconds", static_cast<int>(spent.count() * 1000 / 60));
  EXPECT_LT(spent.count() / 60, 8) << "ms for each frame of a drag";
  document.Delete(all);
  EXPECT_TRUE(document.board().empty());
  document.Undo();
  EXPECT_EQ(document.board().edges.size(), 999u);
}

}  // namespace
}  // namespace app
